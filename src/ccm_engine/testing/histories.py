"""Strategies for whole lawful histories: what an engine admits, built so and not filtered.

A history has one to five states whose lives are drawn, the meetings, and as many other states'
deposits as bring the Convention into force, or one or all too few. Events stand in the order of
the last day they can mean, which is one order in which a log takes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Protocol

import attrs
from hypothesis import strategies as st

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Event,
    Instrument,
    InstrumentDeposited,
    MeetingCalled,
    MeetingMoved,
)
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.states import ALL_STATES
from ccm_engine.engine import Engine
from ccm_engine.testing.afterthoughts import afterthoughts, disagreements
from ccm_engine.testing.chapters import CHAPTERS
from ccm_engine.testing.dates import LAST_EVENT, days, moved
from ccm_engine.testing.departures import withdrawal
from ccm_engine.testing.drafts import (
    OPENED,
    Chapter,
    Draft,
    Membership,
    begins_of,
    happened,
    memberships,
)
from ccm_engine.testing.plots import PLOTS, Joins, Plot
from ccm_engine.testing.reckoning import bound_from, deposit_days, sixth_month, thirtieth
from ccm_engine.testing.sittings import meetings
from ccm_engine.testing.under_test import NOW, the_clock

__all__ = [
    "FOUNDERS",
    "NOW",
    "PROTAGONISTS",
    "History",
    "histories",
    "recorded",
    "telling_days",
    "the_clock",
]

PROTAGONISTS: Final = ("BGR", "PER", "LTU", "LBN", "TCD")
"""The states whose lives are drawn, fewest first."""

FOUNDERS: Final = tuple(code for code in ALL_STATES if code not in PROTAGONISTS)
"""The states that do nothing but accede."""


class _Printer(Protocol):
    """What Hypothesis prints an example with."""

    def text(self, obj: str) -> None:
        """Write as it is."""


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


_FEWEST_LEFT: Final = 6
"""A life leaves out so many chapters at least."""

_ANNOUNCED: Final = (MeetingCalled, MeetingMoved)
"""What says when a meeting opens."""

_SELDOM: Final = 15
"""Of how many ordinary histories, less one, one has a conference in two parts."""

_PERHAPS_A_PLOT: Final = (*(None,) * 16, *PLOTS)


@attrs.frozen(kw_only=True)
class Script:
    """What a history must have: a plot of one state, a conference in two parts, a dispute.

    A history that must have anything has the Convention in force.
    """

    plot: Plot | None = None
    in_two_parts: bool = False
    disputed: bool = False

    @property
    def plots(self) -> tuple[Plot | None, ...]:
        """What the first state's plot is one of; mostly none, if nothing is asked for."""
        return _PERHAPS_A_PLOT if self == ANYTHING else (self.plot,)


ANYTHING: Final = Script()


@st.composite
def _founders(draw: st.DrawFn, counts: Sequence[int] = (30, 31, 29, 0)) -> list[Event]:
    """Draw the accessions of other states, evenly apart, the last ones perhaps less exact."""
    count = draw(st.sampled_from(counts))
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
def _life(
    draw: st.DrawFn,
    membership: Membership,
    begins: date | None,
    meetings: Mapping[str, date],
    plots: tuple[Plot | None, ...],
) -> Draft:
    """Draw one state's history: it joins, some chapters follow, perhaps a plot; it may leave.

    Whether there is a further chapter is drawn before each, so that one can be taken out.
    """
    draft = Draft(draw, membership, begins, meetings, membership.events())
    for event in draft.events:
        draft.mark(event)
    plot = draft.choice(*plots)
    possible = [each for each in CHAPTERS if plot is None or each not in plot.instead_of]
    while len(possible) > _FEWEST_LEFT and draft.number(0, 7):
        chapter = draft.choice(*possible)
        possible.remove(chapter)
        _tell(draft, chapter)
    if plot is not None:
        _tell(draft, plot.tell)
    if draft.number(0, 3) == 1 and not (plot and plot.last_word):
        _tell(draft, withdrawal)
    return draft


def _tell(draft: Draft, chapter: Chapter) -> None:
    """Have a chapter told, all that it draws in one piece, to be taken out in one."""
    draft.draw(st.builds(chapter, st.just(draft)))


@st.composite
def scripted(
    draw: st.DrawFn, script: Script, *, about_the_record: bool = True, least_states: int = 1
) -> History:
    """Draw a lawful history that has what a script asks for; `histories` says the rest."""
    founders = draw(_founders() if script == ANYTHING else _founders((30, 31)))
    joins: list[Joins] = [memberships] * len(PROTAGONISTS)
    if script.plot is not None:
        joins[0] = script.plot.joins
    possible = [draw(join(state)) for join, state in zip(joins, PROTAGONISTS, strict=True)]
    joined = possible[: draw(st.integers(least_states, len(PROTAGONISTS)))]
    states = tuple(each.state for each in joined)
    deposited = [*deposit_days(founders), *(each.deposited_on.latest for each in joined)]
    day = thirtieth(deposited)
    parts = script.in_two_parts or (script == ANYTHING and draw(st.integers(0, _SELDOM)) == 1)
    sat = [] if day is None else draw(meetings(sixth_month(day), in_two_parts=parts))
    opens = {each.meeting: each.opens_on for each in sat if isinstance(each, _ANNOUNCED)}
    drafts = [  # the first state's life last: the shortest history has a life of it alone
        draw(_life(each, begins_of(each, deposited), opens, plots))
        for each, plots in [*((each, (None,)) for each in joined[:0:-1]), (joined[0], script.plots)]
    ]
    events = [*founders, *sat, *(event for draft in drafts for event in draft.events)]
    plain = sorted(events, key=lambda each: each.occurred_on.latest)
    said: list[Event] = []
    if script.disputed:
        plain, said = draw(disagreements(plain, states[0]))
    elif about_the_record:
        marked = [event for draft in drafts for event in draft.marked]
        said = draw(afterthoughts(plain, marked))
    return History((*plain, *said), states, len(plain))


def histories(
    *, about_the_record: bool = True, least_states: int = 1
) -> st.SearchStrategy[History]:
    """Draw a lawful history; with `about_the_record`, also what is said about the record.

    One in three is awkward: see `awkward`.
    """
    return scripted(ANYTHING, about_the_record=about_the_record, least_states=least_states)


@st.composite
def telling_days(draw: st.DrawFn, history: History) -> date:
    """Draw a day to ask about: on or next to a telling one, the last of all, or any.

    Telling are the days on which something happened, or the Convention began to bind a state.
    """
    happened_on = {each.occurred_on.latest for each in history.plain}
    begun = (bound_from(state, history.plain, LAST_EVENT) for state in history.states)
    telling = sorted(happened_on.union(day for day in begun if day is not None))
    near = [max(moved(day, step), OPENED) for day in telling for step in (0, 1, -1)]
    return draw(st.sampled_from(near) | st.just(LAST_EVENT) | days(OPENED, LAST_EVENT))
