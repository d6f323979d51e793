"""What is known of a meeting on a day: called, moved, held, in one part or two.

The Second Review Conference was called for November 2020, and its second part held in September
2021 after it was moved.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Event
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.events import CoverageStated, MeetingCalled, MeetingHeld, MeetingKind
from ccm_engine.domain.events.meetings import MeetingMoved
from ccm_engine.errors import MalformedEventError, UnknownProvisionError
from tests.histories import called, engine_with, happened, held, on

KIND: Final = MeetingKind.REVIEW_CONFERENCE


def days(opens: str, closes: str) -> dict[str, date]:
    return {"opens_on": date.fromisoformat(opens), "closes_on": date.fromisoformat(closes)}


def moved(opens: str, closes: str, day: str = "2020-09-01") -> Event:
    return happened(MeetingMoved, day, meeting="2RC", **days(opens, closes))


def part(number: int | None, opens: str, closes: str) -> Event:
    about = {"meeting": "2RC", "kind": KIND, "part": number}
    return happened(MeetingHeld, closes, **about, **days(opens, closes))


CALLED: Final = happened(
    MeetingCalled, "2019-09-04", meeting="2RC", kind=KIND, **days("2020-11-16", "2020-11-20")
)
MOVED: Final = moved("2020-11-25", "2020-11-27")
FIRST: Final = part(1, "2020-11-25", "2020-11-27")
MOVED_ON: Final = moved("2021-02-04", "2021-02-05", "2020-12-15")
SECOND: Final = part(2, "2021-09-20", "2021-09-21")

Known = tuple[str, str, bool, tuple[str, ...]]


@pytest.mark.parametrize(
    ("events", "known"),
    [
        ((CALLED,), ("2020-11-16", "2020-11-20", False, ("2020-11-16",))),
        ((CALLED, MOVED), ("2020-11-25", "2020-11-27", False, ("2020-11-25",))),
        ((CALLED, MOVED, FIRST), ("2020-11-25", "2020-11-27", True, ("2020-11-25",))),
        (
            (CALLED, part(1, "2020-11-16", "2020-11-17")),
            ("2020-11-16", "2020-11-20", True, ("2020-11-16",)),
        ),
        (
            (CALLED, part(None, "2020-11-16", "2020-11-17")),
            ("2020-11-16", "2020-11-17", True, ("2020-11-16",)),
        ),
        (
            (CALLED, MOVED, FIRST, MOVED_ON),
            ("2020-11-25", "2021-02-05", True, ("2020-11-25", "2021-02-04")),
        ),
        (
            (CALLED, MOVED, FIRST, SECOND),
            ("2020-11-25", "2021-09-21", True, ("2020-11-25", "2021-09-20")),
        ),
        (
            (part(2, "2020-12-08", "2020-12-10"), attrs.evolve(FIRST, occurred_on=on("2020"))),
            ("2020-11-25", "2020-12-10", True, ("2020-11-25", "2020-12-08")),
        ),
        ((SECOND,), ("2021-09-20", "2021-09-21", True, ("2021-09-20",))),
    ],
)
def test_what_was_held_governs_the_days_of_a_meeting_then_what_was_said_last(
    events: tuple[Event, ...], known: Known
) -> None:
    ccm = engine_with(events).on(date(2022, 1, 1)).point.ccm
    opens, closes, was_held, openings = known
    assert ccm.meetings == (
        Meeting(
            "2RC",
            KIND,
            **days(opens, closes),
            held=was_held,
            events=tuple(f"CCM#{number}" for number in range(1, len(events) + 1)),
            openings=tuple(map(date.fromisoformat, openings)),
        ),
    )
    assert ccm.meeting("2RC") is ccm.meetings[0]
    assert ccm.meeting("3RC") is ccm.meeting(None) is None


def test_meetings_stand_by_the_day_they_open_then_by_name() -> None:
    same = happened(
        MeetingCalled, "2009-01-01", meeting="2PM", kind=KIND, **days("2010-11-09", "2010-11-09")
    )
    engine = engine_with(called("3MSP", "2009-06-01"), same, held("2MSP", "1MSP"))
    ccm = engine.on(date(2022, 1, 1)).point.ccm
    assert [each.code for each in ccm.meetings] == ["1MSP", "2PM", "2MSP", "3MSP"]


@pytest.mark.parametrize("kind", [MeetingCalled, MeetingHeld, MeetingMoved])
def test_a_meeting_closes_no_sooner_than_it_opens(kind: type[Event]) -> None:
    about = {"meeting": "2RC"} if kind is MeetingMoved else {"meeting": "2RC", "kind": KIND}
    one_day = happened(kind, "2020-11-16", **about, **days("2020-11-16", "2020-11-16"))
    assert one_day.occurred_on.exact == date(2020, 11, 16)
    with pytest.raises(MalformedEventError) as refused:
        happened(kind, "2020-11-16", **about, **days("2020-11-16", "2020-11-15"))
    assert str(refused.value) == (
        f"make {kind.__name__}: 2RC would close before it opens; check both days"
    )
    assert refused.value.field == "closes_on"


def test_coverage_is_stated_of_a_provision_there_is() -> None:
    with pytest.raises(MalformedEventError) as refused:
        happened(CoverageStated, "2020-01-01", provision=" ")
    assert str(refused.value) == "make CoverageStated: provision is ' '; give it in words"
    with pytest.raises(UnknownProvisionError) as unknown:
        happened(CoverageStated, "2020-01-01", provision="3(9)")
    assert (unknown.value.asked, unknown.value.field) == ("cite Article 3(9)", "provision")


def test_a_state_is_no_list_of_states() -> None:
    with pytest.raises(MalformedEventError) as refused:
        happened(CoverageStated, "2020-01-01", ["BGR"], provision="3(2)")  # type: ignore[arg-type]  # the mistake itself
    assert str(refused.value) == "make an event: state is ['BGR']; give a code such as BGR"
    assert refused.value.field == "state"
