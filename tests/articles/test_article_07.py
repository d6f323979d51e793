"""Article 7: the initial report, and one for each year."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Interpretation, Standing
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    CoverageStated,
    InitialReportSubmitted,
)
from ccm_engine.domain.obligations import Timeliness
from tests.histories import engine_with, happened, joined, owed


class TestArticle7Paragraph1:
    """The initial report comes within 180 days of entry into force."""

    def test_the_180th_day_is_still_in_time(self) -> None:
        engine = engine_with(
            happened(InitialReportSubmitted, "2011-01-28", "DEU"),
            happened(InitialReportSubmitted, "2011-01-29", "AUT"),
        )
        on_the_day, after = (owed(engine, f"{each}/7.1", "2014-01-01") for each in ("DEU", "AUT"))
        assert (on_the_day.timeliness, on_the_day.days_late) == (Timeliness.ON_TIME, 0)
        assert (after.timeliness, after.days_late) == (Timeliness.LATE, 1)

    def test_it_is_overdue_from_the_day_after(self) -> None:
        engine = engine_with()
        assert owed(engine, "BEL/7.1", "2011-01-28").standing is Standing.PENDING
        assert owed(engine, "BEL/7.1", "2011-01-29").standing is Standing.OVERDUE

    def test_a_report_known_to_the_month_it_was_due_in_may_be_late_or_not(self) -> None:
        """The Gambia's was due on 28 November 2019."""
        engine = engine_with(
            joined("GMB", "2018-12-11"), happened(InitialReportSubmitted, "2019-11", "GMB")
        )
        assert owed(engine, "GMB/7.1", "2020-01-01").timeliness is Timeliness.UNDETERMINED

    def test_one_known_to_the_month_after_is_late_by_a_number_of_days_within_bounds(self) -> None:
        engine = engine_with(
            joined("GMB", "2018-12-11"), happened(InitialReportSubmitted, "2019-12", "GMB")
        )
        duty = owed(engine, "GMB/7.1", "2020-01-01")
        assert (duty.timeliness, duty.days_late) == (Timeliness.LATE, None)
        assert duty.days_late_range == (3, 33)

    def test_what_a_signatory_reports_before_its_deposit_does_not_fulfil_it(self) -> None:
        deposited = joined("PLW", "2016-04-19")
        before = engine_with(happened(InitialReportSubmitted, "2016-04-18", "PLW"), deposited)
        on_the_day = engine_with(happened(InitialReportSubmitted, "2016-04-19", "PLW"), deposited)
        assert owed(before, "PLW/7.1", "2018-01-01").standing is Standing.OVERDUE
        assert owed(on_the_day, "PLW/7.1", "2018-01-01").standing is Standing.DISCHARGED


class TestArticle7Paragraph2:
    """A report for each calendar year comes by 30 April of the next."""

    @pytest.mark.parametrize(("deposited", "covers"), [("2012-01-15", 2012), ("2012-02-15", 2013)])
    def test_the_first_follows_the_year_in_which_the_180_days_end(
        self, deposited: str, covers: int
    ) -> None:
        """Entry into force on 1 July leaves 180 days in the same year, on 1 August it does not."""
        engine = engine_with(joined("BOL", deposited, None))
        years = [
            each.id
            for each in engine.on(date(2016, 1, 1)).obligations(state="BOL", article=7)
            if str(each.provision) == "7(2)"
        ]
        assert min(years) == f"BOL/7.2/{covers}"

    def test_a_report_made_before_the_state_was_bound_makes_none_due_before_that(self) -> None:
        reading = Interpretation.choosing({"first_annual_report": "year-after-initial-submitted"})
        engine = engine_with(happened(InitialReportSubmitted, "2009-08-01", "DEU"))
        due = [
            each.treaty_due
            for each in engine.on(date(2012, 6, 1), reading=reading).obligations(state="DEU")
            if each.provision.slug == "7.2" and each.treaty_due
        ]
        assert min(due) == date(2011, 4, 30)

    def test_an_initial_report_on_30_april_covers_only_what_was_due_before_that_day(self) -> None:
        engine = engine_with(happened(InitialReportSubmitted, "2013-04-30", "DEU"))
        assert owed(engine, "DEU/7.2/2011", "2014-01-01").standing is Standing.DISCHARGED
        assert owed(engine, "DEU/7.2/2012", "2014-01-01").standing is Standing.OVERDUE

    def test_one_a_day_later_covers_the_year_just_missed_one_day_late(self) -> None:
        engine = engine_with(happened(InitialReportSubmitted, "2013-05-01", "AUT"))
        duty = owed(engine, "AUT/7.2/2012", "2014-01-01")
        assert (duty.standing, duty.days_late) == (Standing.DISCHARGED, 1)

    def test_silence_counts_up_to_the_day_the_sources_reach_and_not_beyond(self) -> None:
        reach = happened(CoverageStated, "2015-01-01", provision="7(2)", reaches=date(2014, 1, 1))
        engine = engine_with(reach)
        assert owed(engine, "DEU/7.2/2012", "2013-05-01").standing is Standing.OVERDUE
        assert owed(engine, "DEU/7.2/2013", "2014-05-01").standing is Standing.UNDETERMINED

    def test_a_report_after_its_due_day_is_late_wherever_the_sources_reach(self) -> None:
        reach = happened(CoverageStated, "2015-01-01", provision="7(2)", reaches=date(2014, 1, 1))
        late = happened(AnnualReportSubmitted, "2014-05-01", "DEU", year_covered=2013)
        duty = owed(engine_with(reach, late), "DEU/7.2/2013", "2015-01-01")
        assert (duty.timeliness, duty.days_late) == (Timeliness.LATE, 1)
