"""Whose mandate ends at which meeting, whose may, and in which order mandates are listed."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine.domain.articles.mandate_terms import TermStanding
from ccm_engine.domain.events import (
    CoordinatorAppointed,
    MeetingHeld,
    MeetingKind,
    PresidentDesignated,
    Theme,
)
from ccm_engine.errors import UnknownMeetingError
from ccm_engine.projections.mandates import (
    line_of,
    mandate_roster,
    mandates,
    mandates_ending_at,
    may_end_next,
)
from tests.histories import MEETINGS, called, engine_with, happened, held

DESIGNATED: Final = ("CHE", "LKA")


def test_a_roster_says_at_which_meeting_mandates_end_and_which_is_next() -> None:
    history = (*held("6MSP", "7MSP"), called("8MSP", "2017-09-06"), called("7MSP", "2016-09-07"))
    appointed = happened(
        CoordinatorAppointed, MEETINGS["6MSP"][1], "DEU", theme=Theme.CLEARANCE, since="6MSP"
    )
    view = engine_with(history, appointed).on(date(2018, 1, 1)).view()
    roster, ending = mandate_roster(view), mandate_roster(view, "8MSP")
    assert roster.ending is None
    assert ending.ending is not None
    assert (ending.ending.meeting, ending.ending.closes_on) == ("8MSP", date(2018, 9, 5))
    assert [(each.state, each.theme) for each in ending.mandates] == [("DEU", Theme.CLEARANCE)]
    assert (roster.next.meeting, ending.next.meeting) == ("8MSP", "8MSP")


def test_before_any_meeting_is_called_a_later_day_is_asked_for() -> None:
    with pytest.raises(UnknownMeetingError) as refused:
        mandates_ending_at(engine_with().on(date(2010, 1, 1)).view(), "1MSP")
    assert str(refused.value) == (
        "list the mandates that end at the meeting '1MSP': no meeting of that name that decides "
        "was called by 2010-01-01; ask for a later day"
    )


@pytest.mark.parametrize(
    ("day", "given", "standing", "may_end"),
    [
        ("2024-10-01", {}, TermStanding.RUNNING, False),
        ("2024-10-01", {"cycles": 1}, TermStanding.ENDS_NEXT, False),
        ("2024-10-01", {"until": "14MSP"}, TermStanding.RUNNING, True),
        ("2024-10-01", {"until": "14MSP", "cycles": 2}, TermStanding.RUNNING, False),
        ("2025-01-01", {"until": "14MSP"}, TermStanding.RUNNING, False),
        ("2024-10-01", {"until": "11MSP"}, TermStanding.UNDETERMINED, True),
        ("2025-09-19", {"until": "12MSP"}, TermStanding.ENDED, False),
    ],
)
def test_one_may_end_next_that_ends_at_a_meeting_not_called_while_none_is(
    day: str, given: dict[str, object], standing: TermStanding, *, may_end: bool
) -> None:
    appointed = happened(
        CoordinatorAppointed,
        MEETINGS["12MSP"][1],
        "PAN",
        theme=Theme.CLEARANCE,
        since="12MSP",
        **given,
    )
    history = (*held("11MSP", "12MSP"), called("13MSP", "2024-12-01"), appointed)
    view = engine_with(history).on(date.fromisoformat(day)).view()
    (found,) = mandates(view)
    assert found.standing is standing
    assert may_end_next(found, line_of(view)) is may_end


def test_mandates_of_one_theme_stand_in_the_order_in_which_they_began() -> None:
    told = [
        happened(CoordinatorAppointed, day, state, theme=Theme.CLEARANCE, since=since)
        for state, since, day in (
            ("AUT", "8MSP", "2018-09-05"),
            ("BEL", "6MSP", "2016-09-07"),
            ("DEU", "7MSP", "2017-09-06"),
            ("ESP", "6MSP", "2016-09-07"),
            ("SWE", None, "2016-09-07"),
        )
    ]
    other = happened(
        CoordinatorAppointed, "2016-09-07", "NZL", theme=Theme.UNIVERSALIZATION, since="6MSP"
    )
    view = engine_with(held("6MSP", "7MSP", "8MSP"), told, other).on(date(2019, 1, 1)).view()
    assert [each.state for each in mandates(view)] == ["NZL", "SWE", "BEL", "ESP", "DEU", "AUT"]


def test_who_presided_is_named_of_neither_where_two_states_were_designated() -> None:
    sat = happened(
        MeetingHeld,
        "2019-09-04",
        meeting="9MSP",
        kind=MeetingKind.MEETING_OF_STATES_PARTIES,
        opens_on=date(2019, 9, 2),
        closes_on=date(2019, 9, 4),
        president="Aliyar Lebbe Abdul Azeez",
    )
    both = [
        happened(PresidentDesignated, "2018-09-05", each, meeting="9MSP") for each in DESIGNATED
    ]
    found = mandates(engine_with(held("8MSP"), both, sat).on(date(2019, 10, 1)).view())
    assert [(each.state, each.person, len(each.events)) for each in found] == [
        (state, None, 1) for state in DESIGNATED
    ]
