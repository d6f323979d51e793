"""Laws of the record: what is recorded, in which order, and when it is known."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    CONVENTION,
    FAMILIES,
    CoverageStated,
    Event,
    InstrumentDeposited,
    Retracted,
    Signed,
)
from ccm_engine.domain.interpretations import PRACTICE, Interpretation
from ccm_engine.errors import OutsideModelError, RefusedEventError
from ccm_engine.storage.codec import decode, encode
from ccm_engine.testing.answers import Answers, anonymous, answers, hold, same, with_names
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.histories import History, recorded
from ccm_engine.testing.refusals import Unlawful
from ccm_engine.testing.under_test import NOW, EngineUnderTest, MakeEngine, recorded_by

LATER: Final = datetime(2060, 1, 2, tzinfo=NOW.tzinfo)
"""When what is learnt later is recorded."""


@attrs.frozen
class Stop:
    """A question put to an engine that follows a log, once it holds so many events."""

    position: int
    day: date
    reading: Interpretation

    def __str__(self) -> str:
        """Say when it is put, and about which day."""
        return f"after {self.position} events, about {self.day}, by {choice_made(self.reading)}"


def choice_made(reading: Interpretation) -> str:
    """Write a reading as the choice in which it differs from practice."""
    practice = PRACTICE.choices()
    made = (f"{n}={each}" for n, each in reading.choices().items() if practice[n] != each)
    return ", ".join(made) or "practice"


def following_equals_replay(
    make: MakeEngine, history: History, day: date, stops: Sequence[Stop]
) -> None:
    """Hold that an engine that follows a growing log answers as one that replays from nothing.

    It is asked after every event, about one day and by the reading of the next stop; at each
    stop about that stop's own day too.
    """
    engine, position = recorded_by(make, history.events[: stops[0].position]), stops[0].position
    for stop in stops:
        for event in history.events[position : stop.position]:
            engine.on(day, reading=stop.reading).obligations()
            engine.record([event])
        position = stop.position
        fresh = recorded_by(make, history.events[:position])
        for asked in (day, stop.day):
            ours = answers(engine.on(asked, reading=stop.reading))
            theirs = answers(fresh.on(asked, reading=stop.reading))
            same(ours, theirs, f"following the log to position {position} equals replay, {asked}")


def two_parts_equal_one(make: MakeEngine, history: History, day: date, cut: int) -> None:
    """Hold that recording in two parts, asking between them, is recording at once."""
    engine = recorded_by(make, history.events[:cut])
    engine.on(day).obligations()
    engine.record(history.events[cut:])
    at_once = answers(recorded_by(make, history.events).on(day))
    same(at_once, answers(engine.on(day)), "two parts equal one")


def admitted_otherwise(events: Sequence[Event]) -> list[Event] | None:
    """Return an order near this one that the log takes, `None` if none is found.

    An event refused for want of what comes after it is tried again after the others.
    """
    waiting, taken, patience = deque(events), list[Event](), len(events)
    while waiting and patience:
        try:
            recorded([*taken, *waiting])
        except RefusedEventError as error:
            at = (error.index or 0) - len(taken)
            taken += [waiting.popleft() for _ in range(at)]
            waiting.rotate(-1)
            patience -= 1
        else:
            return [*taken, *waiting]
    return None


def order_of_recording_is_no_matter(
    make: MakeEngine, history: History, day: date, reordered: Sequence[Event]
) -> None:
    """Hold that the same events recorded in another order answer the same on any legal day."""
    ours = anonymous(recorded_by(make, history.plain).on(day), history.plain)
    theirs = anonymous(recorded_by(make, reordered).on(day), reordered)
    same(ours, theirs, "the order of recording is no matter")


def later_knowledge_changes_nothing_known(
    make: MakeEngine, history: History, day: date, cut: int
) -> None:
    """Hold that what was known at a position or a moment is the same after more is recorded."""
    moments = [NOW]
    engine = make(lambda: moments[-1])
    engine.record(history.events[:cut])
    before = answers(engine.on(day))
    moments.append(LATER)
    engine.record(history.events[cut:])
    law = "what is learnt later never changes what was known"
    same(before, answers(engine.on(day, known_at=cut)), law)
    if 0 < cut < len(history.events):
        same(before, answers(engine.on(day, known_at=NOW)), law)


def what_comes_later_changes_nothing(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a day is answered from what had happened by then, whatever happened since.

    How far the record reaches is no happening. What an answer would be by the other end of days
    known in part may rest on days after it (INT-0012), and is left out.
    """
    by_then = [
        each
        for each in history.plain
        if each.occurred_on.latest <= day or isinstance(each, CoverageStated)
    ]
    ours = anonymous(recorded_by(make, history.plain).on(day), history.plain)
    theirs = anonymous(recorded_by(make, by_then).on(day), by_then)
    law = f"what comes after {day} changes nothing"
    same(_plainly(ours), _plainly(theirs), law)


def _plainly(found: Answers) -> Answers:
    return {name: attrs.evolve(each, otherwise=None) for name, each in found.items()}


def states_are_independent(make: MakeEngine, history: History, day: date, state: str) -> None:
    """Hold that no state's events change another's duties, except its consent to be bound.

    Articles 11, 12 and 17(1): only the thirtieth deposit and the meetings concern all.
    """
    alone = what_concerns(state, history.plain)
    ours = anonymous(recorded_by(make, alone).on(day), alone, [state])
    theirs = anonymous(recorded_by(make, history.plain).on(day), history.plain, [state])
    same(ours, theirs, "states are independent")


def what_concerns(state: str, events: Sequence[Event]) -> list[Event]:
    """Return the events without those of other states' lives, in an order the log takes.

    Where another state joined twice, its departure stays, for else the log takes only one consent.
    """
    deposits = [each.stream for each in events if isinstance(each, InstrumentDeposited)]
    twice = {each for each in deposits if deposits.count(each) > 1}
    consent = (InstrumentDeposited, Signed)
    return [
        each
        for each in events
        if each.stream in {state, CONVENTION}
        or isinstance(each, FAMILIES["membership"] if each.stream in twice else consent)
    ]


def retraction_is_never_having_recorded(
    make: MakeEngine, history: History, day: date, without: Sequence[int]
) -> None:
    """Hold that a log with events and their retractions answers as one that never had them.

    `without` are their places in the history, from 0. Retracting the retractions restores them.
    """
    events = [*history.plain]
    engine = recorded_by(make, events)
    before = anonymous(engine.on(day), events)
    names = [with_names(history.plain)[index][0] for index in without]
    retracted = _retract(engine, events, names, day)
    never = [each for index, each in enumerate(history.plain) if index not in without]
    ours, theirs = anonymous(engine.on(day), events), recorded_by(make, never).on(day)
    listed = ", ".join(names)
    same(ours, anonymous(theirs, never), f"retracting {listed} equals never having recorded it")
    _retract(engine, events, retracted, day)
    again = anonymous(engine.on(day), events)
    same(before, again, f"retracting the retraction of {listed} restores it")


def _retract(
    engine: EngineUnderTest, events: list[Event], names: Sequence[str], day: date
) -> list[str]:
    """Record a retraction of each event named, and return the names these have."""
    reason = "an error"
    more = [happened(Retracted, PartialDate.on(day), target=name, reason=reason) for name in names]
    engine.record(more)
    events += more
    return [name for name, _ in with_names(events)[-len(more) :]]


def refusal_leaves_no_trace(
    make: MakeEngine, history: History, day: date, unlawful: Unlawful
) -> None:
    """Hold that a batch with an event refused leaves the log and its answers as they were."""
    engine = recorded_by(make, history.events)
    before = answers(engine.on(day))
    at = len(unlawful.before)
    try:
        engine.record([*unlawful.before, unlawful.event])
    except unlawful.error as error:
        hold(error.index == at, f"the refused event is at {at}, the error says {error.index}")
        words = f"the obstacle says {error.obstacle!r} and not {unlawful.obstacle!r}"
        hold(unlawful.obstacle in error.obstacle, words)
    else:
        hold(holds=False, violated=f"the log took {unlawful}")
    _ends_at(engine, day, len(history.events))
    same(before, answers(engine.on(day)), "a refusal leaves no trace")


def _ends_at(engine: EngineUnderTest, day: date, position: int) -> None:
    """Hold a log to have so many events: its last position can be asked about, and no later."""
    engine.on(day, known_at=position)
    try:
        engine.on(day, known_at=position + 1)
    except OutsideModelError:
        return
    hold(holds=False, violated=f"a refused batch left events after position {position}")


def written_and_read_is_the_same(event: Event) -> None:
    """Hold that an event comes back from its bytes as it was, and that these are canonical."""
    payload = encode(event)
    hold(decode(payload) == event, f"{event} comes back as {decode(payload)}")
    hold(encode(decode(payload)) == payload, f"{payload!r} is not canonical")
