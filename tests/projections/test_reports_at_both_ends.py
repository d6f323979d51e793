"""What both ends of days known in part must agree on, of reports: Article 7, INT-0012, INT-0013."""

from __future__ import annotations

from typing import Final

import pytest

from ccm_engine import Event, Interpretation
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    InitialReportSubmitted,
    VoluntaryReportSubmitted,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Events, StateCount
from ccm_engine.projections.report_ledger import ReportKind, ReportLine, report_lines
from ccm_engine.projections.review import figure
from tests.histories import engine_with, happened, joined
from tests.projections.at_both_ends import (
    NO,
    READINGS,
    UNKNOWN,
    YES,
    of,
    seen,
)
from tests.projections.of_a_theme import view


class TestReportsThatNameNoYear:
    """Article 7(2), INT-0013: the year before its submission, where its day tells that year."""

    def lines(
        self, day: str, *events: Event, reading: Interpretation = PRACTICE
    ) -> dict[int, tuple[Certainty, Certainty, Events]]:
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(InitialReportSubmitted, "2012-03-01", "BGR"),
            events,
        )
        found = report_lines(seen(engine, day, reading), ReportKind.ANNUAL)
        return {each.year: self.told(each) for each in found if each.state == "BGR"}

    def told(self, line: ReportLine) -> tuple[Certainty, Certainty, Events]:
        return line.submitted, line.on_time, line.events

    NONE: Final = (NO, NO, ())
    PERHAPS: Final = (UNKNOWN, UNKNOWN, ("BGR#4",))
    PERHAPS_LATE: Final = (UNKNOWN, NO, ("BGR#4",))

    @READINGS
    @pytest.mark.parametrize(
        ("came", "found"),
        [
            (
                "2015-12-31/2016-01-01",
                {2012: NONE, 2013: NONE, 2014: PERHAPS_LATE, 2015: PERHAPS, 2016: NONE},
            ),
            (
                "2015-04-30/2016-01-01",
                {2012: NONE, 2013: NONE, 2014: PERHAPS, 2015: PERHAPS, 2016: NONE},
            ),
            (
                "../2015-05-02",
                {2012: PERHAPS, 2013: PERHAPS, 2014: PERHAPS, 2015: NONE, 2016: NONE},
            ),
            (
                "2013-05-01/2016-12-31",
                {2012: PERHAPS_LATE, 2013: PERHAPS, 2014: PERHAPS, 2015: PERHAPS, 2016: NONE},
            ),
        ],
    )
    def test_one_of_a_day_in_one_year_or_another_may_be_on_either(
        self,
        came: str,
        found: dict[int, tuple[Certainty, Certainty, Events]],
        reading: Interpretation,
    ) -> None:
        report = happened(AnnualReportSubmitted, came, "BGR")
        assert self.lines("2017-01-01", report, reading=reading) == found

    @READINGS
    def test_one_of_a_day_known_in_part_within_a_year_is_on_the_year_before(
        self, reading: Interpretation
    ) -> None:
        found = self.lines(
            "2017-01-01", happened(AnnualReportSubmitted, "2015", "BGR"), reading=reading
        )
        assert found == {
            2012: self.NONE,
            2013: self.NONE,
            2014: (YES, UNKNOWN, ("BGR#4",)),
            2015: self.NONE,
            2016: self.NONE,
        }

    def test_one_that_names_its_year_is_on_no_other(self) -> None:
        report = happened(AnnualReportSubmitted, "2015-12-15/2016-01-15", "BGR", year_covered=2014)
        found = self.lines("2017-01-01", report)
        assert (found[2014], found[2015]) == ((YES, NO, ("BGR#4",)), self.NONE)

    def test_where_such_reports_cover_no_year_it_is_on_none(self) -> None:
        """INT-0013, by the other reading."""
        reading = Interpretation.choosing({"unstated_year": "none"})
        report = happened(AnnualReportSubmitted, "2015-12-15/2016-01-15", "BGR")
        found = self.lines("2017-01-01", report, reading=reading)
        assert set(found.values()) == {self.NONE}

    @pytest.mark.parametrize(
        ("day", "found"),
        [
            ("2015-12-14", NONE),
            ("2015-12-15", PERHAPS_LATE),
            ("2016-01-01", PERHAPS_LATE),
            ("2016-01-15", PERHAPS_LATE),
        ],
    )
    def test_it_may_be_there_from_the_first_day_on_which_it_may_have_come(
        self, day: str, found: tuple[Certainty, Certainty, Events]
    ) -> None:
        """Once named, though two lists of what leaves it open hold it."""
        report = happened(AnnualReportSubmitted, "2015-12-15/2016-01-15", "BGR")
        assert self.lines(day, report)[2014] == found

    @pytest.mark.parametrize(
        ("came", "found"),
        [("2015-04-30/2015-05-10", PERHAPS), ("2015-05-01/2015-05-10", PERHAPS_LATE)],
    )
    def test_so_may_one_that_names_its_year(
        self, came: str, found: tuple[Certainty, Certainty, Events]
    ) -> None:
        report = happened(AnnualReportSubmitted, came, "BGR", year_covered=2014)
        assert self.lines("2015-05-02", report)[2014] == found

    def test_each_that_may_be_the_one_is_named(self) -> None:
        came = ("2015-12-15/2016-01-15", "2015-03-01/2016-03-01")
        found = self.lines(
            "2017-01-01", *(happened(AnnualReportSubmitted, each, "BGR") for each in came)
        )
        assert found[2014] == (UNKNOWN, UNKNOWN, ("BGR#4", "BGR#5"))

    def test_of_two_either_may_have_come_in_time(self) -> None:
        """Though the one whose days end first came late, whichever day it was."""
        came = ("2015-04-20/2015-12-31", "2015-05-01/2015-06-30")
        found = self.lines(
            "2015-05-02", *(happened(AnnualReportSubmitted, each, "BGR") for each in came)
        )
        assert found[2014] == (UNKNOWN, UNKNOWN, ("BGR#5", "BGR#4"))

    def test_an_initial_report_is_not_made_by_an_annual_one(self) -> None:
        """Article 7(1)."""
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(AnnualReportSubmitted, "2012-12-15/2013-01-15", "BGR"),
        )
        found = report_lines(view(engine, "2014-01-01"), ReportKind.INITIAL)
        assert [self.told(each) for each in found if each.state == "BGR"] == [self.NONE]

    @pytest.mark.parametrize("year", [2014, 2015])
    def test_nor_does_a_figure_say_that_none_came(self, year: int) -> None:
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(InitialReportSubmitted, "2012-03-01", "BGR"),
            happened(AnnualReportSubmitted, "2015-12-15/2016-01-15", "BGR"),
        )
        found = of(
            "BGR",
            f"transparency.annual_submitted.{year}",
            view(engine, "2017-01-01"),
            view(engine, "2013-01-01"),
        )
        assert found == (UNKNOWN, ("BGR#4",))


class TestVoluntaryReports:
    """Article 7(2): reports of states not party, here of South Sudan, counted by the day."""

    def reported(self, day: str, *came: str) -> StateCount:
        told = (happened(VoluntaryReportSubmitted, each, "SSD") for each in came)
        found = figure("transparency.voluntary", view(engine_with(told), day))
        assert isinstance(found, StateCount)
        return found

    @pytest.mark.parametrize(
        ("day", "states", "unknown"),
        [
            ("2019-12-31", {}, {}),
            ("2020-01-01", {}, {"SSD": ("SSD#1",)}),
            ("2020-09-27", {}, {"SSD": ("SSD#1",)}),
            ("2020-09-28", {"SSD": ("SSD#1",)}, {}),
            ("2021-06-01", {"SSD": ("SSD#1",)}, {}),
            ("2021-12-31", {"SSD": ("SSD#1", "SSD#2")}, {}),
        ],
    )
    def test_one_of_an_unsure_day_may_have_come_by_the_day(
        self, day: str, states: dict[str, Events], unknown: dict[str, Events]
    ) -> None:
        found = self.reported(day, "2020-01-01/2020-09-28", "2021")
        assert (dict(found.states), dict(found.unknown)) == (states, unknown)
        assert found.provision == Provision.parse("7(2)")
