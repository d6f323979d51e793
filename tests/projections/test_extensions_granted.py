"""Extensions granted, and the requests that await a meeting: 3(5) and 4(7)."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Event, PartialDate
from ccm_engine.domain.events import (
    ContaminationDeclared,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    HostilitiesEnded,
)
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.extensions_granted import (
    Grant,
    RequestAwaiting,
    by_article,
    by_meeting,
    grants,
    grants_between,
    requests_awaiting,
)
from ccm_engine.projections.view import View
from tests.histories import called, engine_with, happened, held, on
from tests.projections.conference_in_parts import FIRST_PART


@pytest.fixture(scope="module")
def record() -> Engine:
    return Engine.public_record()


def view(engine: Engine, day: str) -> View:
    return engine.on(date.fromisoformat(day)).view()


def granted_to(engine: Engine, day: str, state: str) -> list[Grant]:
    return [each for each in grants(view(engine, day)) if each.state == state]


class TestThePublicRecord:
    """CCM/CONF/2020/13, paragraphs 30 and 39, and what was decided afterwards."""

    def test_the_ninth_meeting_granted_three(self, record: Engine) -> None:
        found = grants(view(record, "2020-09-28"))
        assert {meeting: len(several) for meeting, several in by_meeting(found).items()} == {
            "9MSP": 3
        }
        articles = by_article(found)
        assert [each.state for each in articles[3]] == ["BGR"]
        assert [each.state for each in articles[4]] == ["DEU", "LAO"]

    def test_a_grant_leads_from_one_deadline_to_the_next(self, record: Engine) -> None:
        steps = [
            (each.months, str(each.extended), str(each.due))
            for each in granted_to(record, "2023-01-01", "BGR")
        ]
        assert steps == [
            (12, "2019-10-01", "2020-10-01"),
            (24, "2020-10-01", "2022-10-01"),
            (15, "2022-10-01", "2023-12-31"),
        ]

    def test_bulgarias_second_came_after_the_deadline_it_moved(self, record: Engine) -> None:
        """Decided in February 2021; the deadline had passed on 1 October 2020."""
        first, second, _ = granted_to(record, "2023-01-01", "BGR")
        assert (first.days_late, first.days_late_range) == (0, None)
        assert (second.days_late, second.days_late_range) == (None, (123, 150))

    def test_five_requests_await_the_second_review_conference(self, record: Engine) -> None:
        found = requests_awaiting(view(record, "2020-09-28"))
        assert [(each.state, each.article, each.months) for each in found] == [
            ("BGR", 3, 24),
            ("BIH", 4, 18),
            ("PER", 3, 37),
            ("LBN", 4, 60),
            ("CHL", 4, 12),
        ]
        assert {each.meeting for each in found} == {"2RC"}
        assert {each.meeting_opens for each in found} == {date(2020, 11, 23)}

    def test_perus_versions_are_one_request_filed_with_the_first(self, record: Engine) -> None:
        (peru,) = [e for e in requests_awaiting(view(record, "2020-09-28")) if e.state == "PER"]
        assert str(peru.filed_on) == "2020-03"
        assert len([event for event in peru.events if event.startswith("PER#")]) == 2

    def test_a_request_decided_awaits_nothing(self, record: Engine) -> None:
        found = requests_awaiting(view(record, "2021-05-31"))
        assert {"BGR", "BIH", "PER", "LBN", "CHL"}.isdisjoint(each.state for each in found)

    def test_a_request_perhaps_made_by_the_day_may_await_the_meeting(self, record: Engine) -> None:
        """Chad, Germany and Lao PDR asked the 12MSP, on days known only as by its opening."""
        found = requests_awaiting(view(record, "2024-09-01"))
        assert [(each.state, each.meeting, each.sure) for each in found] == [
            ("TCD", "12MSP", Certainty.UNKNOWN),
            ("DEU", "12MSP", Certainty.UNKNOWN),
            ("LAO", "12MSP", Certainty.UNKNOWN),
        ]

    def test_a_request_is_not_put_to_a_meeting_before_it_is_called(self, record: Engine) -> None:
        """The 12MSP was called by 14 September 2023."""
        before, after = (
            {each.state for each in requests_awaiting(view(record, day))}
            for day in ("2023-09-13", "2023-09-14")
        )
        assert (before, after - before) == ({"IRQ"}, {"DEU", "LAO", "TCD"})

    def test_what_the_12msp_left_open_stays_with_it(self, record: Engine) -> None:
        after = requests_awaiting(view(record, "2026-01-10"))
        found = {each.state: (each.meeting, each.sure) for each in after}
        assert found["DEU"] == found["LAO"] == ("12MSP", Certainty.UNKNOWN)
        assert found["SOM"] == ("13MSP", Certainty.UNKNOWN)
        eve = requests_awaiting(view(record, "2025-09-15"))
        assert [each.state for each in eve if each.sure is Certainty.YES] == ["SOM"]


def germany(*more: Event | list[Event]) -> Engine:
    areas = happened(ContaminationDeclared, "2011-06", "DEU", suspected_m2=11_000_000)
    return engine_with(areas, *more)


def asked(day: str, **fields: object) -> ExtensionRequested:
    return happened(ExtensionRequested, day, "DEU", article=4, **fields)


def granted(day: str, **fields: object) -> ExtensionGranted:
    return happened(ExtensionGranted, day, "DEU", article=4, **fields)


def awaiting(engine: Engine, day: str) -> RequestAwaiting:
    (found,) = requests_awaiting(view(engine, day))
    return found


class TestGrants:
    """Article 4(7), on the German deadline of 1 August 2020."""

    def test_a_decision_on_the_deadline_itself_is_not_late(self) -> None:
        (found,) = granted_to(germany(granted("2020-08-01", months=60)), "2020-08-02", "DEU")
        assert (found.days_late, str(found.extended), str(found.due)) == (
            0,
            "2020-08-01",
            "2025-08-01",
        )

    def test_a_decision_a_day_later_is_a_day_late(self) -> None:
        (found,) = granted_to(germany(granted("2020-08-02", months=60)), "2020-08-02", "DEU")
        assert (found.days_late, found.days_late_range) == (1, (1, 1))

    def test_whether_a_decision_of_that_month_was_late_is_unknown(self) -> None:
        (found,) = granted_to(germany(granted("2020-08", months=60)), "2020-09-02", "DEU")
        assert (found.days_late, found.days_late_range) == (None, None)

    def test_a_state_that_had_the_time_and_a_day_stated_keeps_both(self) -> None:
        engine = germany(granted("2019-09-04", months=60, until=on("2025-07-31"), meeting="9MSP"))
        (found,) = granted_to(engine, "2019-09-04", "DEU")
        assert (found.months, found.until) == (60, PartialDate.parse("2025-07-31"))
        assert (str(found.due), found.obligation) == ("2025-07-31", "DEU/4.1a")

    def test_a_deadline_after_hostilities_is_another_one(self) -> None:
        engine = germany(
            happened(HostilitiesEnded, "2012-01-01", "DEU", conflict="invented"),
            granted("2021-09-01", months=12, conflict="invented"),
        )
        (found,) = granted_to(engine, "2021-09-02", "DEU")
        assert (found.obligation, str(found.extended), str(found.due)) == (
            "DEU/4.1b/invented",
            "2022-01-01",
            "2023-01-01",
        )

    def test_grants_of_a_period_are_of_one_article(self) -> None:
        engine = germany(
            granted("2019-09-04", months=12),
            happened(ExtensionGranted, "2019-09-04", "FRA", article=3, months=12),
        )
        ends = view(engine, "2019-09-03"), view(engine, "2019-09-04")
        assert [(each.state, sure) for each, sure in grants_between(*ends, 4)] == [
            ("DEU", Certainty.YES)
        ]
        later = view(engine, "2019-09-04"), view(engine, "2019-09-05")
        assert list(grants_between(*later, 4)) == []

    def test_a_grant_perhaps_of_the_period_is_unknown_in_it(self) -> None:
        """Mauritania's, granted between 21 September 2021 and 16 September 2025."""
        engine = germany(granted("2021-09-21/2025-09-16", months=12))
        ends = view(engine, "2023-09-14"), view(engine, "2024-09-01")
        assert [(each.state, sure) for each, sure in grants_between(*ends, 4)] == [
            ("DEU", Certainty.UNKNOWN)
        ]
        before = view(engine, "2020-01-01"), view(engine, "2021-09-20")
        assert list(grants_between(*before, 4)) == []


class TestRequests:
    """Article 4(6): they await the meeting asked, or the next that decides."""

    def test_the_meeting_asked_is_the_one_that_decides(self) -> None:
        engine = germany(
            held("8MSP"),
            called("9MSP", "2018-09-05"),
            called("2RC", "2018-09-05"),
            asked("2018-10-31", months=60, meeting="2RC"),
        )
        found = awaiting(engine, "2019-01-01")
        assert (found.meeting, found.meeting_opens) == ("2RC", date(2020, 11, 25))

    def test_without_one_named_the_next_decides(self) -> None:
        engine = germany(held("8MSP"), called("9MSP", "2018-09-05"), asked("2018-10-31"))
        assert awaiting(engine, "2019-01-01").meeting == "9MSP"
        assert awaiting(engine, "2019-09-04").meeting == "9MSP"

    def test_with_none_called_none_is_named(self) -> None:
        found = awaiting(germany(held("8MSP"), asked("2018-10-31")), "2019-01-01")
        assert (found.meeting, found.meeting_opens, found.months) == (None, None, None)

    def test_a_later_version_says_how_long_and_the_first_says_since_when(self) -> None:
        engine = germany(
            called("9MSP", "2018-09-05"),
            asked("2018-10-31", months=48),
            asked("2019-01-15", months=60),
        )
        found = awaiting(engine, "2019-02-01")
        assert (str(found.filed_on), found.months, str(found.due)) == (
            "2018-10-31",
            60,
            "2020-08-01",
        )

    def test_a_request_after_a_grant_is_a_new_one(self) -> None:
        engine = germany(
            called("9MSP", "2018-09-05"),
            asked("2018-10-31", months=48),
            granted("2019-09-04", months=60, meeting="9MSP"),
            asked("2024-01-15", months=12),
        )
        found = awaiting(engine, "2024-02-01")
        assert (str(found.filed_on), found.months) == ("2024-01-15", 12)
        assert len([event for event in found.events if event.startswith("DEU")]) == 1

    def test_a_refusal_answers_too(self) -> None:
        engine = germany(
            asked("2018-10-31"), happened(ExtensionRefused, "2019-09-04", "DEU", article=4)
        )
        assert requests_awaiting(view(engine, "2019-09-05")) == ()

    def test_one_made_for_certain_and_perhaps_decided_is_unknown(self) -> None:
        engine = germany(asked("2018-10-31"), granted("2019-06-01/2019-09-30", months=60))
        assert awaiting(engine, "2019-05-31").sure is Certainty.YES
        assert awaiting(engine, "2019-06-01").sure is Certainty.UNKNOWN
        assert requests_awaiting(view(engine, "2019-09-30")) == ()

    def test_both_perhaps_made_and_perhaps_decided_is_unknown(self) -> None:
        """Neither end of the days shows it open: at one nothing was asked, at the other decided."""
        engine = germany(
            asked("2018-10-01/2019-09-30"), granted("2019-06-01/2019-10-31", months=60)
        )
        assert awaiting(engine, "2019-07-01").sure is Certainty.UNKNOWN

    def test_a_meeting_that_is_over_left_it_open(self) -> None:
        engine = germany(
            called("9MSP", "2018-09-05"),
            asked("2018-10-31", meeting="9MSP"),
            held("9MSP"),
            called("2RC", "2019-09-04"),
        )
        assert awaiting(engine, "2019-09-03").sure is Certainty.YES
        found = awaiting(engine, "2019-10-01")
        assert (found.meeting, found.sure) == ("9MSP", Certainty.UNKNOWN)

    def test_one_that_names_none_may_have_been_decided_where_one_met_since(self) -> None:
        engine = germany(
            called("9MSP", "2018-09-05"),
            asked("2018-10-31"),
            held("9MSP"),
            called("2RC", "2019-09-04"),
        )
        found = awaiting(engine, "2019-10-01")
        assert (found.meeting, found.sure) == ("2RC", Certainty.UNKNOWN)

    def test_between_the_parts_of_a_conference_it_waits_for_the_second(self) -> None:
        engine = germany(FIRST_PART, asked("2020-01-15", meeting="2RC"))
        found = awaiting(engine, "2021-01-01")
        assert (found.meeting, found.sure) == ("2RC", Certainty.YES)
