"""What a figure must leave open, where days are known in part or several were named; and whom not.

Each was once answered for certain, or counted somebody it does not speak of.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ContaminationDeclared,
    CountryCoalitionConcluded,
    CountryCoalitionFormed,
    CoverageStated,
    ExtensionRequested,
    InitialReportSubmitted,
    LegislationProcessCompleted,
    Measure,
    NationalMeasureReported,
    OutreachMade,
    PresidentDesignated,
    Signed,
    VictimsAbsenceDeclared,
    VictimsReported,
    WithdrawalNotified,
)
from ccm_engine.domain.sources import Authority
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Events, StateCount
from ccm_engine.projections.extensions_granted import requests_awaiting
from ccm_engine.projections.report_ledger import ReportKind, ReportLine, report_lines
from ccm_engine.projections.review import figure
from ccm_engine.projections.themes import transparency
from tests.histories import called, engine_with, happened, held, joined, source
from tests.projections.of_a_theme import view

BEGAN: Final = "2015-09-11"


def counted(
    engine: Engine, key: str, until: str, since: str | None = None
) -> tuple[dict[str, Events], dict[str, Events]]:
    """Return whom a figure counts and of whom it is unknown, with the events that say so."""
    found = figure(key, view(engine, until), None if since is None else view(engine, since))
    assert isinstance(found, StateCount)
    return dict(found.states), dict(found.unknown)


class TestReportsDueWherePeriodsMeet:
    """Article 7(2): the reports on 2012 were due by 30 April 2013."""

    @pytest.mark.parametrize(
        ("since", "until", "years"),
        [
            ("2013-01-01", "2013-04-30", []),
            ("2013-04-30", "2013-12-31", [2012]),
            ("2013-01-01", "2013-05-01", [2012]),
            ("2013-05-01", "2013-12-31", []),
        ],
    )
    def test_of_two_periods_one_after_the_other_one_counts_them(
        self, since: str, until: str, years: list[int]
    ) -> None:
        """The last day passes in the period that begins after it."""
        engine = engine_with()
        found = transparency.progress(view(engine, since), view(engine, until))
        keys = {each.key for each in found}
        assert [
            year for year in range(2010, 2014) if f"transparency.annual_due.{year}" in keys
        ] == (years)


def told(day: str, by: Authority, measure: Measure = Measure.SPECIFIC_LAW) -> Event:
    """Tell of a measure of Laos."""
    return happened(
        NationalMeasureReported, day, "LAO", measure=measure, citations=source("a list", by)
    )


class TestMeasuresByTheWordOfOthersAlone:
    """Article 9: the Monitor's word where the state tells nothing of its own (INT-0021)."""

    LAW: Final = told("2015-01-01", Authority.MONITOR)
    OWN: Final = told("2015-02-01", Authority.STATE)

    @pytest.mark.parametrize(
        ("events", "sure", "perhaps"),
        [
            ([LAW], ("LAO#3",), None),
            ([told("2016", Authority.MONITOR)], None, ("LAO#3",)),
            ([LAW, told("2016", Authority.STATE)], None, ("LAO#3", "LAO#4")),
            (
                [LAW, told("2016", Authority.MONITOR, Measure.NONE_REPORTED)],
                None,
                ("LAO#3", "LAO#4"),
            ),
            ([LAW, told("2016", Authority.MONITOR)], ("LAO#3",), None),
            ([told("2015-01-01", Authority.MONITOR, Measure.NONE_REPORTED)], None, None),
            (
                [LAW, told("2015-02-01", Authority.STATE), told("2016", Authority.MONITOR)],
                None,
                None,
            ),
        ],
        ids=[
            "known to the day",
            "of some day of the year",
            "the state may have spoken since",
            "others may have said since that there is none",
            "others may have said it again since",
            "that there is none is no measure",
            "the state has spoken",
        ],
    )
    def test_in_the_middle_of_2016(
        self, events: list[Event], sure: Events | None, perhaps: Events | None
    ) -> None:
        states, unknown = counted(engine_with(events), "measures.reported_by_others", "2016-06-01")
        assert (states.get("LAO"), unknown.get("LAO")) == (sure, perhaps)


class TestCountryCoalitions:
    """Article 6: formed or concluded on a day of which only the year is known."""

    FORMED: Final = happened(CountryCoalitionFormed, "2018-01-01", "LAO")
    ENDED: Final = happened(CountryCoalitionConcluded, "2019", "LAO")

    @pytest.mark.parametrize(
        ("events", "day", "going_on", "concluded"),
        [
            ([FORMED], "2019-06-01", ("sure", ("LAO#3",)), None),
            ([FORMED, ENDED], "2018-12-31", ("sure", ("LAO#3",)), None),
            (
                [FORMED, ENDED],
                "2019-01-01",
                ("perhaps", ("LAO#3", "LAO#4")),
                ("perhaps", ("LAO#3", "LAO#4")),
            ),
            ([FORMED, ENDED], "2019-12-31", None, ("sure", ("LAO#4",))),
            (
                [happened(CountryCoalitionFormed, "2018", "LAO")],
                "2018-06-01",
                ("perhaps", ("LAO#3",)),
                None,
            ),
        ],
        ids=[
            "formed",
            "before the year",
            "from its first day",
            "on its last day",
            "formed in 2018",
        ],
    )
    def test_of_laos(
        self,
        events: list[Event],
        day: str,
        going_on: tuple[str, Events] | None,
        concluded: tuple[str, Events] | None,
    ) -> None:
        engine = engine_with(events)
        for key, expected in (("coalitions", going_on), ("coalitions_concluded", concluded)):
            states, unknown = counted(engine, f"cooperation.{key}", day)
            found = ("sure", states) if "LAO" in states else ("perhaps", unknown)
            how, by_state = found
            assert ((how, by_state["LAO"]) if "LAO" in by_state else None) == expected, key


class TestStatesNotParty:
    """What a clause says of States Parties counts nobody else."""

    def test_a_legislative_process_of_a_signatory_is_not_counted(self) -> None:
        engine = engine_with(
            happened(Signed, "2008-12-03", "AGO"),
            happened(LegislationProcessCompleted, "2016-01-01", "AGO"),
            happened(LegislationProcessCompleted, "2016-01-01", "LAO"),
        )
        found = counted(engine, "measures.process_completed", "2020-06-01", BEGAN)
        assert found == ({"LAO": ("LAO#3",)}, {})

    def test_a_visit_of_a_state_not_party_is_not_counted(self) -> None:
        engine = engine_with(
            happened(OutreachMade, "2016-01-01", "FIN", what="a visit"),
            happened(OutreachMade, "2016-01-01", "LAO", what="a visit"),
        )
        states, unknown = counted(engine, "universalization.outreach", "2020-06-01", BEGAN)
        assert (states, "FIN" in unknown) == ({"LAO": ("LAO#3",)}, False)

    def test_a_state_that_left_awaits_no_decision(self) -> None:
        """Article 20(3): Bulgaria's notice has effect six months later, on 15 May 2019."""
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(ContaminationDeclared, "2012-03-01", "BGR", suspected_m2=5),
            called("9MSP", "2018-09-05"),
            happened(ExtensionRequested, "2018-10-31", "BGR", article=4, months=12, meeting="9MSP"),
            happened(WithdrawalNotified, "2018-11-15", "BGR"),
        )
        days = ("2019-05-14", "2019-05-15")
        assert [len(requests_awaiting(view(engine, day))) for day in days] == [1, 0]


class TestVictimsNoMore:
    """Article 5(1): who declared in the period that it has no victims, as of its end."""

    HAD: Final = happened(VictimsReported, "2011-01-01", "LAO")
    NONE: Final = happened(VictimsAbsenceDeclared, "2016-01-01", "LAO")

    @pytest.mark.parametrize(
        ("events", "sure", "perhaps"),
        [
            ([HAD, NONE], ("LAO#4",), None),
            ([HAD, NONE, happened(VictimsAbsenceDeclared, "2020", "LAO")], ("LAO#4",), None),
            ([HAD, NONE, happened(VictimsReported, "2017-01-01", "LAO")], None, None),
            ([happened(VictimsAbsenceDeclared, "2011-01-01", "LAO"), NONE], None, None),
            ([HAD, happened(VictimsAbsenceDeclared, "2020", "LAO")], None, ("LAO#4",)),
        ],
        ids=["declared", "and perhaps again", "and found since", "as before", "perhaps declared"],
    )
    def test_of_laos(
        self, events: list[Event], sure: Events | None, perhaps: Events | None
    ) -> None:
        states, unknown = counted(engine_with(events), "victims.removed", "2020-06-01", BEGAN)
        assert (states.get("LAO"), unknown.get("LAO")) == (sure, perhaps)


def test_of_two_designated_for_one_meeting_the_record_does_not_say_who_presided() -> None:
    engine = engine_with(
        held("8MSP", "9MSP"),
        [
            happened(PresidentDesignated, "2017-09-06", state, meeting=meeting)
            for state, meeting in (("NIC", "8MSP"), ("CHE", "9MSP"), ("LKA", "9MSP"))
        ],
    )
    states, unknown = counted(engine, "machinery.presidencies", "2020-06-01", "2018-01-01")
    assert (list(states), list(unknown)) == (["NIC"], ["CHE", "LKA"])


class TestReportsInTime:
    """Article 7: what the record leaves open of Bulgaria's reports."""

    def line(self, engine: Engine, day: str, year: int | None = None) -> ReportLine:
        kind = ReportKind.INITIAL if year is None else ReportKind.ANNUAL
        lines = report_lines(view(engine, day), kind)
        return next(each for each in lines if each.state == "BGR" and year in (None, each.year))

    @pytest.mark.parametrize("day", ["2012-03-29", "2012-03-30", "2016-01-01"])
    def test_sources_of_2015_do_not_say_that_none_came_in_time_in_2012(self, day: str) -> None:
        """Article 7(1): silence before what the sources tell of is no proof."""
        reach = {"since": date(2015, 1, 1), "reaches": date(2019, 12, 31)}
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(CoverageStated, "2020-01-01", provision="7(1)", **reach),
        )
        found = self.line(engine, day)
        assert (found.submitted, found.on_time) == (Certainty.UNKNOWN, Certainty.UNKNOWN)

    @pytest.mark.parametrize(
        ("came", "on_time", "days_late"),
        [
            ("2012-03-29", Certainty.YES, None),
            ("2012-03-30", Certainty.UNKNOWN, None),
            ("2012-04-29", Certainty.UNKNOWN, None),
            ("2012-04-30", Certainty.NO, None),
        ],
    )
    def test_whether_in_time_hangs_on_an_unsure_day_of_deposit(
        self, came: str, on_time: Certainty, days_late: int | None
    ) -> None:
        """Article 7(1): due on 29 March or on 29 April 2012, by the month of the deposit."""
        engine = engine_with(
            joined("BGR", "2011-04-06/2011-05-20"), happened(InitialReportSubmitted, came, "BGR")
        )
        found = self.line(engine, "2013-01-01")
        assert (found.on_time, found.days_late) == (on_time, days_late)
        assert found.days_late_range is None

    def test_a_report_of_2016_that_names_no_year_can_only_be_of_2015(self) -> None:
        """INT-0013."""
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(InitialReportSubmitted, "2012-03-01", "BGR"),
            happened(AnnualReportSubmitted, "2016", "BGR"),
            happened(CoverageStated, "2020-01-01", provision="7(2)", reaches=None),
        )
        found = [self.line(engine, "2016-06-01", year).events for year in (2014, 2015, 2016)]
        assert found == [("CCM#1",), ("BGR#4", "CCM#1"), ("CCM#1",)]
