"""Strategies for whole lawful histories: what an engine admits, built so and not filtered.

A history has one to five states whose lives are drawn, the meetings, and as many other states'
deposits as bring the Convention into force, or one or all too few. Events stand in the order of
the last day they can mean, which is one order in which a log takes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final, Protocol

import attrs
from hypothesis import strategies as st

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Event,
    Instrument,
    InstrumentDeposited,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
)
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.states import ALL_STATES
from ccm_engine.engine import Engine
from ccm_engine.testing.afterthoughts import afterthoughts
from ccm_engine.testing.chapters import CHAPTERS
from ccm_engine.testing.dates import LAST_EVENT, days, moved
from ccm_engine.testing.departures import withdrawal
from ccm_engine.testing.drafts import OPENED, Draft, Membership, begins_of, happened, memberships
from ccm_engine.testing.reckoning import deposit_days, sixth_month, thirtieth

NOW: Final = datetime(2060, 1, 1, tzinfo=UTC)
"""When every history is recorded: after all that can happen in one."""

PROTAGONISTS: Final = ("BGR", "PER", "LTU", "LBN", "TCD")
"""The states whose lives are drawn, fewest first."""

FOUNDERS: Final = tuple(code for code in ALL_STATES if code not in PROTAGONISTS)
"""The states that do nothing but accede."""


class _Printer(Protocol):
    """What Hypothesis prints an example with."""

    def text(self, obj: str) -> None:
        """Write as it is."""


def the_clock() -> datetime:
    """Return the moment every history is recorded at."""
    return NOW


@attrs.frozen(repr=False)
class History:
    """A lawful history: its events in an order the log takes, and the states with a life.

    `settled` is how many events stand before those that speak of the record itself.
    """

    events: tuple[Event, ...]
    states: tuple[str, ...]
    settled: int

    @property
    def plain(self) -> tuple[Event, ...]:
        """The events without those that speak of the record itself."""
        return self.events[: self.settled]

    def engine(self) -> Engine:
        """Return an engine that has recorded it."""
        return recorded(self.events)

    def __repr__(self) -> str:
        """Write one line for each event, and one for all the other states' deposits."""
        others = [each for each in self.events if each.stream in FOUNDERS]
        told = [each for each in self.events if each.stream not in FOUNDERS]
        lines = [f"{len(others)} other states acceded, {_span(others)}"] if others else []
        lines += [f"{each.occurred_on} {each.stream}: {in_words(each)}" for each in told]
        return "\n".join(["History:", *(f"    {line}" for line in lines)])

    def _repr_pretty_(self, printer: _Printer, _cycle: object) -> None:
        """Have Hypothesis show it so, and not as a call of a constructor."""
        printer.text(repr(self))


def _span(events: Sequence[Event]) -> str:
    first, last = events[0].occurred_on, events[-1].occurred_on
    return str(first) if first == last else f"{first} to {last}"


def recorded(events: Sequence[Event]) -> Engine:
    """Return an engine with these events in a log in memory, recorded in 2060."""
    return Engine.in_memory(events, clock=the_clock)


@st.composite
def _founders(draw: st.DrawFn) -> list[Event]:
    """Draw the accessions of other states, evenly apart, the last ones perhaps less exact."""
    count = draw(st.sampled_from((30, 31, 29, 0)))
    begin = moved(OPENED, draw(st.integers(0, 200)))
    step = draw(st.integers(0, 14))
    blurred = draw(st.sampled_from((0, 0, 0, 1, 30)))
    found: list[Event] = []
    for index, state in enumerate(FOUNDERS[:count]):
        day = moved(begin, index * step)
        known = PartialDate.on(day)
        if index >= count - blurred:
            known = PartialDate.between(moved(day, -60), day)
        found.append(
            happened(InstrumentDeposited, known, state=state, instrument=Instrument.ACCESSION)
        )
    return found


@st.composite
def _meetings(draw: st.DrawFn, begins: date) -> list[Event]:
    """Draw some years of meetings from entry into force on: Articles 11 and 12."""
    found: list[Event] = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
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
    return found


@st.composite
def _life(
    draw: st.DrawFn, membership: Membership, begins: date | None, codes: tuple[str, ...]
) -> list[Event]:
    """Draw one state's history: it joins, some chapters follow, and it may leave."""
    draft = Draft(draw, membership, begins, codes, membership.events())
    chosen = draw(st.lists(st.sampled_from(CHAPTERS), max_size=7, unique=True))
    for chapter in chosen:
        chapter(draft)
    if draft.number(0, 3) == 1:
        withdrawal(draft)
    return draft.events


@st.composite
def histories(draw: st.DrawFn, *, about_the_record: bool = True, least_states: int = 1) -> History:
    """Draw a lawful history; with `about_the_record`, also what is said about the record."""
    founders = draw(_founders())
    states = PROTAGONISTS[: draw(st.integers(least_states, len(PROTAGONISTS)))]
    joined = [draw(memberships(state)) for state in states]
    deposited = [*deposit_days(founders), *(each.deposited_on.latest for each in joined)]
    thirtieth_day = thirtieth(deposited)
    meetings: list[Event] = []
    if thirtieth_day is not None:
        meetings = draw(_meetings(sixth_month(thirtieth_day)))
    codes = tuple(each.meeting for each in meetings if isinstance(each, MeetingCalled))
    lives = [draw(_life(each, begins_of(each, deposited), codes)) for each in joined]
    events = [*founders, *meetings, *(event for life in lives for event in life)]
    plain = sorted(events, key=lambda each: each.occurred_on.latest)
    said = draw(afterthoughts(plain)) if about_the_record else []
    return History((*plain, *said), states, len(plain))


@st.composite
def telling_days(draw: st.DrawFn, history: History) -> date:
    """Draw a day to ask about: on or next to one on which something happened, the last, or any."""
    happened_on = sorted({each.occurred_on.latest for each in history.plain})
    near = [max(moved(day, step), OPENED) for day in happened_on for step in (0, 1, -1)]
    return draw(st.sampled_from(near) | st.just(LAST_EVENT) | days(OPENED, LAST_EVENT))
