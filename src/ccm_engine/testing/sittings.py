"""The meetings of a history: called, perhaps moved, held or not, and one perhaps in two parts."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from ccm_engine.domain.events import Event, MeetingCalled, MeetingHeld, MeetingKind, MeetingMoved
from ccm_engine.testing.dates import moved
from ccm_engine.testing.drafts import happened


@st.composite
def meetings(draw: st.DrawFn, begins: date, *, in_two_parts: bool = False) -> list[Event]:
    """Draw some years of meetings from entry into force on: Articles 11 and 12.

    With `in_two_parts`, the last of them is a Review Conference held so.
    """
    found: list[Event] = []
    years = draw(st.integers(0, 4))
    for number in range(1, years + 1):
        review = draw(st.booleans())
        kind = MeetingKind.REVIEW_CONFERENCE if review else MeetingKind.MEETING_OF_STATES_PARTIES
        code = f"{number}{'RC' if review else 'MSP'}"
        opens = moved(begins, number * 365 - draw(st.integers(0, 300)))
        called = moved(opens, -draw(st.integers(1, 400)))
        days = {"meeting": code, "opens_on": opens, "closes_on": moved(opens, 4)}
        found.append(happened(MeetingCalled, called, kind=kind, **days))
        if draw(st.booleans()):
            opens = moved(opens, draw(st.integers(1, 60)))
            days = {"meeting": code, "opens_on": opens, "closes_on": moved(opens, 2)}
            found.append(happened(MeetingMoved, moved(called, 1), **days))
        if draw(st.booleans()):
            found.append(happened(MeetingHeld, moved(opens, 4), kind=kind, **days))
    if in_two_parts:
        found += draw(_in_two_parts(moved(begins, (years + 1) * 365), f"{years + 1}RC"))
    return found


@st.composite
def _in_two_parts(draw: st.DrawFn, opens: date, code: str) -> list[Event]:
    """Draw a Review Conference in two parts, as the second was in 2020 and 2021: Article 12."""
    kind = MeetingKind.REVIEW_CONFERENCE
    again = moved(opens, draw(st.integers(30, 400)))
    first, second = (
        {"meeting": code, "opens_on": day, "closes_on": moved(day, 2)} for day in (opens, again)
    )
    found = [
        happened(MeetingCalled, moved(opens, -draw(st.integers(1, 400))), kind=kind, **first),
        happened(MeetingHeld, moved(opens, 2), kind=kind, part=1, **first),
    ]
    if draw(st.booleans()):
        found.append(happened(MeetingMoved, moved(opens, 20), **second))
    return [*found, happened(MeetingHeld, moved(again, 2), kind=kind, part=2, **second)]
