"""A law of disputes: who is party to one consults until it is settled. Article 10(1)."""

from __future__ import annotations

from datetime import date
from typing import Final

from hypothesis import strategies as st

from ccm_engine.domain.events import (
    Event,
    TreatyDisputeArose,
    TreatyDisputeReferred,
    TreatyDisputeSettled,
)
from ccm_engine.domain.obligations import Standing
from ccm_engine.testing.answers import answers, hold
from ccm_engine.testing.dates import LAST_EVENT, moved
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.histories import FOUNDERS, History
from ccm_engine.testing.refusals import acceded
from ccm_engine.testing.under_test import MakeEngine, recorded_by

_JOINED: Final = date(2009, 2, 3)
_BOUND: Final = date(2009, 8, 1)  # 17(1)


@st.composite
def disputed_histories(draw: st.DrawFn) -> History:
    """Draw up to three disputes among thirty States Parties, some taken further, some settled."""
    events: list[Event] = [acceded(state, _JOINED) for state in FOUNDERS[:30]]
    begun = len(events)
    for number in range(draw(st.integers(1, 3))):
        name = {"dispute": f"dispute-{number + 1}"}
        arose = moved(_BOUND, draw(st.integers(0, 2_000)))
        sides = tuple(draw(st.lists(st.sampled_from(FOUNDERS[:5]), min_size=2, unique=True)))
        events.append(happened(TreatyDisputeArose, arose, between=sides, **name))
        if draw(st.booleans()):
            taken = {"referred_to": "the next meeting"}
            later = moved(arose, draw(st.integers(0, 400)))
            events.append(happened(TreatyDisputeReferred, later, **taken, **name))
        if draw(st.booleans()):
            settled = min(moved(arose, draw(st.integers(0, 900))), LAST_EVENT)
            events.append(happened(TreatyDisputeSettled, settled, **name))
    told = sorted(events[begun:], key=lambda each: each.occurred_on.latest)
    return History((*events[:begun], *told), (), len(events))


def a_dispute_goes_on_until_it_is_settled(make: MakeEngine, history: History, day: date) -> None:
    """Hold that each party to a dispute consults until its settlement, and nobody else: 10(1)."""
    found = {
        name: duty.standing
        for name, duty in answers(recorded_by(make, history.events).on(day)).items()
        if "/10.1/" in name
    }
    by_then = [each for each in history.plain if each.occurred_on.latest <= day]
    settled = {each.dispute for each in by_then if isinstance(each, TreatyDisputeSettled)}
    expected = {
        f"{state}/10.1/{each.dispute}": (
            Standing.NOT_ENGAGED if each.dispute in settled else Standing.CONTINUING
        )
        for each in by_then
        if isinstance(each, TreatyDisputeArose)
        for state in each.between
    }
    hold(found == expected, f"disputes on {day}: {expected}; the engine says {found}")
