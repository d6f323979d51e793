"""Choices about reports: INT-0002, 0013, 0014, 0015, 0018."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Interpretation, Standing, Timeliness
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    InitialReportSubmitted,
    MunitionsRetained,
    RetentionReportSubmitted,
)
from ccm_engine.domain.interpretations import (
    EarlyInitialReport,
    FirstAnnualReport,
    PriorAnnualReports,
    RetentionReport,
    UnstatedYear,
)
from ccm_engine.errors import UnknownObligationError
from tests.histories import engine_with, happened, joined, owed
from tests.interpretations.readings import by


def _first_annual(engine: Engine, state: str, as_of: str, reading: Interpretation) -> str | None:
    """Return the day of the earliest annual report owed, `None` where none is."""
    register = engine.on(date.fromisoformat(as_of), reading=reading)
    found = [each for each in register.obligations(state=state) if each.provision.slug == "7.2"]
    return str(min(each.due.latest for each in found if each.due)) if found else None


class TestTheFirstAnnualReportFollowsTheYearTheInitialOneFellDue:
    """Bulgaria and Fiji: both initial reports in one year, the annual in the next: INT-0002."""

    FIJI: Final = tuple(joined("FJI", "2010-05-28"))
    BULGARIA: Final = (
        *joined("BGR", "2011-04-06"),
        happened(InitialReportSubmitted, "2012-03-27", "BGR"),
    )
    LITHUANIA: Final = (
        *joined("LTU", "2011-03-24"),
        happened(InitialReportSubmitted, "2011-03-30", "LTU"),
    )
    ALL: Final = (*FIJI, *BULGARIA, *LITHUANIA)

    @by(FirstAnnualReport.YEAR_AFTER_INITIAL_DUE)
    def test_it_is_due_on_30_april_of_the_year_after(self, reading: Interpretation) -> None:
        engine = engine_with(self.ALL)
        assert str(owed(engine, "FJI/7.1", "2016-01-01", reading).due) == "2011-04-30"
        assert _first_annual(engine, "FJI", "2016-01-01", reading) == "2012-04-30"
        assert str(owed(engine, "BGR/7.1", "2016-01-01", reading).due) == "2012-03-29"
        assert _first_annual(engine, "BGR", "2016-01-01", reading) == "2013-04-30"
        assert _first_annual(engine, "LTU", "2016-01-01", reading) == "2013-04-30"

    @by(FirstAnnualReport.FIRST_30_APRIL)
    def test_it_would_be_due_on_the_first_30_april_once_bound(
        self, reading: Interpretation
    ) -> None:
        engine = engine_with(self.ALL, joined("GUY", "2014-10-31", signed_on=None))
        assert _first_annual(engine, "FJI", "2016-01-01", reading) == "2011-04-30"
        assert _first_annual(engine, "BGR", "2016-01-01", reading) == "2012-04-30"
        assert _first_annual(engine, "GUY", "2016-01-01", reading) == "2015-04-30"

    @by(FirstAnnualReport.YEAR_AFTER_INITIAL_SUBMITTED)
    def test_it_would_follow_the_year_the_initial_one_was_submitted(
        self, reading: Interpretation
    ) -> None:
        """Lithuania reported before its entry into force, and again in March 2012."""
        engine = engine_with(self.ALL)
        assert _first_annual(engine, "LTU", "2016-01-01", reading) == "2012-04-30"
        assert _first_annual(engine, "BGR", "2016-01-01", reading) == "2013-04-30"

    @by(FirstAnnualReport.YEAR_AFTER_INITIAL_SUBMITTED)
    def test_who_never_submitted_one_would_owe_no_annual_report(
        self, reading: Interpretation
    ) -> None:
        assert _first_annual(engine_with(self.ALL), "FJI", "2016-01-01", reading) is None


class TestAnAnnualReportThatNamesNoYearCoversTheYearBefore:
    """Bulgaria reported on 8 April 2014: INT-0013."""

    BULGARIA: Final = (
        *joined("BGR", "2011-04-06"),
        happened(AnnualReportSubmitted, "2014-04-08", "BGR"),
    )

    @by(UnstatedYear.YEAR_BEFORE)
    def test_it_covers_2013(self, reading: Interpretation) -> None:
        report = owed(engine_with(self.BULGARIA), "BGR/7.2/2013", "2015-01-01", reading)
        assert (report.standing, report.timeliness) == (Standing.DISCHARGED, Timeliness.ON_TIME)

    @by(UnstatedYear.NONE)
    def test_it_would_cover_no_year(self, reading: Interpretation) -> None:
        report = owed(engine_with(self.BULGARIA), "BGR/7.2/2013", "2015-01-01", reading)
        assert report.standing is Standing.OVERDUE

    @by(UnstatedYear.YEAR_BEFORE)
    def test_a_report_known_only_to_lie_in_two_years_covers_none(
        self, reading: Interpretation
    ) -> None:
        report = happened(AnnualReportSubmitted, "2013-12-20/2014-01-10", "BGR")
        engine = engine_with(joined("BGR", "2011-04-06"), report)
        for name in ("BGR/7.2/2012", "BGR/7.2/2013"):
            assert owed(engine, name, "2015-01-01", reading).standing is Standing.OVERDUE


class TestAnInitialReportBeforeEntryIntoForceCounts:
    """Palau reported on 20 April 2016, and was bound on 1 October: INT-0014."""

    PALAU: Final = (
        *joined("PLW", "2016-04-19"),
        happened(InitialReportSubmitted, "2016-04-20", "PLW"),
    )
    LITHUANIA: Final = (
        *joined("LTU", "2011-03-24"),
        happened(InitialReportSubmitted, "2011-03-30", "LTU"),
    )

    @by(EarlyInitialReport.COUNTS)
    @pytest.mark.parametrize("state", ["PLW", "LTU"])
    def test_nothing_more_is_owed(self, state: str, reading: Interpretation) -> None:
        engine = engine_with(self.PALAU, self.LITHUANIA)
        report = owed(engine, f"{state}/7.1", "2017-06-01", reading)
        assert (report.standing, report.timeliness) == (Standing.DISCHARGED, Timeliness.ON_TIME)

    @by(EarlyInitialReport.VOLUNTARY)
    @pytest.mark.parametrize("state", ["PLW", "LTU"])
    def test_another_one_would_be_owed(self, state: str, reading: Interpretation) -> None:
        engine = engine_with(self.PALAU, self.LITHUANIA)
        report = owed(engine, f"{state}/7.1", "2017-06-01", reading)
        assert (report.standing, report.discharged_on) == (Standing.OVERDUE, None)

    @by(EarlyInitialReport.VOLUNTARY)
    def test_one_after_entry_into_force_counts_beside_it(self, reading: Interpretation) -> None:
        again = happened(InitialReportSubmitted, "2017-03-01", "PLW")
        report = owed(engine_with(self.PALAU, again), "PLW/7.1", "2017-06-01", reading)
        assert str(report.discharged_on) == "2017-03-01"


class TestALateInitialReportCoversTheYearsBeforeIt:
    """Guyana's, due on 28 September 2015, came on 16 January 2020: INT-0015."""

    GUYANA: Final = (
        *joined("GUY", "2014-10-31", signed_on=None),
        happened(InitialReportSubmitted, "2020-01-16", "GUY"),
    )

    @by(PriorAnnualReports.ABSORBED)
    @pytest.mark.parametrize("year", range(2015, 2019))
    def test_the_annual_reports_due_before_it_are_made_with_it(
        self, year: int, reading: Interpretation
    ) -> None:
        report = owed(engine_with(self.GUYANA), f"GUY/7.2/{year}", "2020-06-01", reading)
        assert (report.standing, report.timeliness) == (Standing.DISCHARGED, Timeliness.LATE)
        assert str(report.discharged_on) == "2020-01-16"

    @by(PriorAnnualReports.OWED)
    @pytest.mark.parametrize("year", range(2015, 2019))
    def test_they_would_still_be_owed(self, year: int, reading: Interpretation) -> None:
        report = owed(engine_with(self.GUYANA), f"GUY/7.2/{year}", "2020-06-01", reading)
        assert report.standing is Standing.OVERDUE

    @by(PriorAnnualReports.ABSORBED)
    def test_the_next_30_april_is_not_covered(self, reading: Interpretation) -> None:
        report = owed(engine_with(self.GUYANA), "GUY/7.2/2019", "2020-06-01", reading)
        assert (report.standing, str(report.due)) == (Standing.OVERDUE, "2020-04-30")


class TestAnAnnualReportServesAsTheReportOnRetention:
    """Bulgaria kept eight munitions in 2018 and reported on 14 May 2019: INT-0018."""

    BULGARIA: Final = (
        *joined("BGR", "2011-04-06"),
        happened(MunitionsRetained, "2018-01-01/2018-08-07", "BGR", munitions=8, year=2018),
        happened(AnnualReportSubmitted, "2019-05-14", "BGR", year_covered=2018),
    )

    @by(RetentionReport.WITH_ANNUAL)
    def test_one_document_serves_both_duties(self, reading: Interpretation) -> None:
        report = owed(engine_with(self.BULGARIA), "BGR/3.8/2018", "2019-06-01", reading)
        assert (report.standing, report.days_late) == (Standing.DISCHARGED, 14)

    @by(RetentionReport.SEPARATE)
    def test_a_report_of_its_own_would_be_owed(self, reading: Interpretation) -> None:
        report = owed(engine_with(self.BULGARIA), "BGR/3.8/2018", "2019-06-01", reading)
        assert report.standing is Standing.OVERDUE

    @by(RetentionReport.SEPARATE)
    def test_a_report_of_its_own_serves_that_duty(self, reading: Interpretation) -> None:
        own = happened(RetentionReportSubmitted, "2019-04-30", "BGR", year_covered=2018)
        report = owed(engine_with(self.BULGARIA, own), "BGR/3.8/2018", "2019-06-01", reading)
        assert report.timeliness is Timeliness.ON_TIME


def test_no_year_before_the_first_is_asked_about() -> None:
    engine = engine_with(joined("BGR", "2011-04-06"))
    with pytest.raises(UnknownObligationError):
        owed(engine, "BGR/7.2/2011", "2013-01-01")
