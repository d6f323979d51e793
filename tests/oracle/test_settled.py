"""The shortest histories on which engine and oracle once disagreed, and the engine was wrong.

Each is asked of both.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event, Obligation, Standing
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ClarificationRequested,
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    CoverageStated,
    ExtensionGranted,
    ExtensionRequested,
    HostilitiesEnded,
    InitialReportSubmitted,
    MeetingHeld,
    MeetingKind,
    MunitionsRetained,
    RetentionReportSubmitted,
    StockpileDeclared,
)
from ccm_engine.domain.interpretations import Interpretation
from tests.histories import deposits_to_thirty, happened, held
from tests.oracle.asking import disagreements, wires
from tests.oracle.dates import Choices

PRACTICE: Final[Choices] = {}
NORWAY: Final = "NOR"
"""In force for Norway on 1 August 2010."""


def both_say(name: str, as_of: str, reading: Choices, *events: Event) -> Obligation:
    """Ask the engine for one obligation, once the oracle agrees with it on all of them."""
    log = [*deposits_to_thirty(), *events]
    engine, day = Engine.in_memory(log), date.fromisoformat(as_of)
    assert disagreements(engine, wires(log), day, reading) == []
    return engine.on(day, reading=Interpretation.choosing(dict(reading))).obligation(name)


class TestArticle3Paragraph2:
    """Stockpiles are destroyed within eight years."""

    def test_nothing_is_left_where_two_types_are_kept_whole(self) -> None:
        kept = [
            happened(kind, "2012-03-01", NORWAY, munitions=number, munition_type=name)
            for kind in (StockpileDeclared, MunitionsRetained)
            for name, number in (("MK-118", 6), ("BLU-97", 4))
        ]
        assert both_say("NOR/3.2", "2019-01-01", PRACTICE, *kept).standing is Standing.NOT_ENGAGED


class TestArticle3Paragraph8:
    """What is retained is reported on by 30 April."""

    RETAINED: Final = happened(MunitionsRetained, "2015-06-01", NORWAY, munitions=6, year=2015)

    def test_the_annual_report_in_time_counts_before_a_later_one_of_its_own(self) -> None:
        annual = happened(AnnualReportSubmitted, "2016-04-20", NORWAY, year_covered=2015)
        own = happened(RetentionReportSubmitted, "2016-06-01", NORWAY, year_covered=2015)
        found = both_say("NOR/3.8/2015", "2017-01-01", PRACTICE, self.RETAINED, annual, own)
        assert (str(found.discharged_on), found.days_late) == ("2016-04-20", 0)

    def test_a_late_initial_report_makes_the_reports_due_before_it(self) -> None:
        initial = happened(InitialReportSubmitted, "2020-01-16", NORWAY)
        found = both_say("NOR/3.8/2015", "2021-01-01", PRACTICE, self.RETAINED, initial)
        assert (str(found.discharged_on), found.days_late) == ("2020-01-16", 1_356)


class TestArticle4Paragraph1:
    """Areas are cleared within ten years, and that is declared to the next meeting."""

    WAR: Final = happened(HostilitiesEnded, "2012-05-01", NORWAY, conflict="the-war")
    CLEARED: Final = happened(ClearanceCompleted, "2014-05-01", NORWAY, conflict="the-war")
    FOUND: Final = happened(ContaminationFound, "2016-05-01", NORWAY, conflict="the-war")

    def test_what_is_found_of_a_conflict_after_its_clearance_opens_the_duty_again(self) -> None:
        events = (self.WAR, self.CLEARED, self.FOUND)
        found = both_say("NOR/4.1b/the-war", "2017-01-01", PRACTICE, *events)
        assert (found.standing, str(found.due)) == (Standing.PENDING, "2022-05-01")

    def test_it_has_no_day_where_a_new_request_is_needed(self) -> None:
        events, reading = (self.WAR, self.CLEARED, self.FOUND), {"late_found": "new-request"}
        found = both_say("NOR/4.1b/the-war", "2023-01-01", reading, *events)
        assert (found.standing, found.due) == (Standing.PENDING, None)

    def test_more_time_can_be_granted_for_it(self) -> None:
        more = happened(
            ExtensionGranted, "2021-09-21", NORWAY, article=4, conflict="the-war", months=12
        )
        events = (self.WAR, self.CLEARED, self.FOUND, more)
        found = both_say("NOR/4.1b/the-war", "2022-01-01", PRACTICE, *events)
        assert str(found.due) == "2023-05-01"

    def test_ended_by_a_day_is_ten_years_at_the_earliest_from_the_convention_s_own(self) -> None:
        ended = happened(HostilitiesEnded, "../2012-05-01", NORWAY, conflict="the-war")
        reading = {"partial_dates": "first-day"}
        in_time = both_say("NOR/4.1b/the-war", "2018-05-30", reading, ended)
        assert (in_time.standing, str(in_time.due)) == (Standing.PENDING, "2018-05-30/2022-05-01")
        after = both_say("NOR/4.1b/the-war", "2018-05-31", reading, ended)
        assert after.standing is Standing.OVERDUE

    def test_declared_to_the_second_of_two_meetings_that_can_be_the_next_is_not_surely_in_time(
        self,
    ) -> None:
        cleared = happened(ClearanceCompleted, "2012", NORWAY)
        declared = happened(ComplianceDeclared, "2013-09-10", NORWAY, article=4, meeting="4MSP")
        events = (cleared, declared, *held("3MSP", "4MSP"))
        found = both_say("NOR/4.1c", "2014-01-01", PRACTICE, *events)
        assert str(found.due) == "2012-09-11/2013-09-09"
        assert (found.timeliness.value if found.timeliness else None) == "undetermined"


class TestArticle4Paragraph7:
    """An extension is decided on, and stays nothing before."""

    def test_a_month_stated_is_reached_from_the_anchor_by_the_reading_of_month_ends(self) -> None:
        ended = happened(HostilitiesEnded, "2012-08-31", NORWAY, conflict="the-war")
        about = {"article": 4, "conflict": "the-war", "until": PartialDate.parse("2023-02")}
        grant = happened(ExtensionGranted, "2021-09-21", NORWAY, **about)
        clamped = both_say("NOR/4.1b/the-war", "2022-01-01", PRACTICE, ended, grant)
        assert str(clamped.due) == "2023-02-28"
        rolled = both_say(
            "NOR/4.1b/the-war", "2022-01-01", {"month_end": "roll-over"}, ended, grant
        )
        assert str(rolled.due) == "2023-02"  # no day in it lies whole months after

    def test_months_from_a_stated_last_day_lose_no_day_to_the_style(self) -> None:
        stated = happened(
            ExtensionGranted, "2017-09-21", NORWAY, article=3, until=PartialDate.parse("2019-12-31")
        )
        more = happened(ExtensionGranted, "2018-09-21", NORWAY, article=3, months=12)
        style = {"deadline_style": "day-before"}
        found = both_say("NOR/3.2", "2019-01-01", style, stated, more)
        assert (str(found.treaty_due), str(found.due)) == ("2018-07-31", "2020-12-31")

    def test_a_stayed_deadline_is_pending_also_where_the_sources_do_not_reach_it(self) -> None:
        land = happened(ContaminationDeclared, "2011-01-01", NORWAY)
        asked = happened(ExtensionRequested, "2019-09-01", NORWAY, article=4, months=12)
        reach = happened(
            CoverageStated, "2020-01-01", NORWAY, provision="4(1)(a)", reaches=date(2020, 1, 1)
        )
        events, stayed = (land, asked, reach), {"pending_request": "stayed"}
        assert both_say("NOR/4.1a", "2021-01-01", stayed, *events).standing is Standing.PENDING
        usual = both_say("NOR/4.1a", "2021-01-01", PRACTICE, *events)
        assert usual.standing is Standing.UNDETERMINED


class TestArticle7Paragraph1:
    """The initial report comes within 180 days of entry into force."""

    def test_an_early_one_is_voluntary_also_before_the_convention_is_in_force(self) -> None:
        early = happened(InitialReportSubmitted, "2010-01-20", NORWAY)
        reading = {"early_initial_report": "voluntary"}
        assert both_say("NOR/7.1", "2010-02-01", reading, early).discharged_on is None


class TestArticle8Paragraph2:
    """A request for clarification is answered within 28 days."""

    @pytest.mark.parametrize(
        ("counted", "due"), [("last-day", "2012-06-28"), ("first-day", "2012-05-29")]
    )
    def test_the_treaty_s_day_is_counted_like_the_due_day(self, counted: str, due: str) -> None:
        asked = happened(ClarificationRequested, "2012-05", NORWAY, request="2012-a")
        found = both_say("NOR/8.2/2012-a", "2012-06-01", {"partial_dates": counted}, asked)
        assert str(found.treaty_due) == due


class TestArticle11Paragraph2:
    """A meeting is convened each year until the first Review Conference."""

    def test_one_that_opens_in_the_year_is_in_time_though_it_closes_in_the_next(self) -> None:
        kind = MeetingKind.MEETING_OF_STATES_PARTIES
        days = {"opens_on": date(2011, 12, 30), "closes_on": date(2012, 1, 3)}
        second = happened(MeetingHeld, "2012-01-03", meeting="2MSP", kind=kind, **days)
        found = both_say("CCM/11.2/2011", "2013-01-01", PRACTICE, *held("1MSP"), second)
        assert (str(found.discharged_on), found.days_late) == ("2012-01-03", 0)
