"""Laws of the record: what is recorded, in which order and when it is known."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import date, datetime

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import CONVENTION, Event, InstrumentDeposited, Retracted, Signed
from ccm_engine.engine import Engine
from ccm_engine.errors import RefusedEventError
from ccm_engine.storage import memory_log
from ccm_engine.storage.codec import decode, encode
from ccm_engine.testing.answers import anonymous, answers, hold, same
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.histories import NOW, History, recorded, the_clock


def unchecked(events: Sequence[Event]) -> Engine:
    """Return an engine over a log that took these events without asking."""
    log = memory_log()
    log.append(events, expected={}, recorded_at=NOW)
    return Engine(log, clock=the_clock)


def two_parts_equal_one(history: History, cut: int, day: date) -> None:
    """Hold that recording in two parts, the second by a new engine, is recording at once."""
    log = memory_log()
    Engine(log, clock=the_clock).record(history.events[:cut])
    second = Engine(log, clock=the_clock)
    second.on(day)
    second.record(history.events[cut:])
    at_once = answers(history.engine().on(day))
    same(at_once, answers(second.on(day)), "two parts equal one")
    same(at_once, answers(Engine(log).on(day)), "an engine that only reads equals one that wrote")


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
    history: History, reordered: Sequence[Event], day: date
) -> None:
    """Hold that the same events recorded in another order answer the same on any legal day."""
    ours = anonymous(recorded(history.plain).on(day))
    same(ours, anonymous(recorded(reordered).on(day)), "the order of recording is no matter")


def later_knowledge_changes_nothing_known(history: History, cut: int, day: date) -> None:
    """Hold that what was known at a position or a moment is the same after more is recorded."""
    moments = iter((NOW, datetime(2060, 1, 2, tzinfo=NOW.tzinfo)))
    engine = Engine(memory_log(), clock=lambda: next(moments))
    engine.record(history.events[:cut])
    before = answers(engine.on(day))
    engine.record(history.events[cut:])
    law = "what is learnt later never changes what was known"
    same(before, answers(engine.on(day, known_at=cut)), law)
    if 0 < cut < len(history.events):
        same(before, answers(engine.on(day, known_at=NOW)), law)


def states_are_independent(history: History, state: str, day: date) -> None:
    """Hold that no state's events change another's duties, except its deposit.

    Articles 11, 12 and 17(1): only the thirtieth deposit and the meetings concern all.
    """
    concern_all = (InstrumentDeposited, Signed)
    events = [
        each
        for each in history.plain
        if each.stream in {state, CONVENTION} or isinstance(each, concern_all)
    ]
    alone = anonymous(unchecked(events).on(day), [state])
    same(alone, anonymous(unchecked(history.plain).on(day), [state]), "states are independent")


def retraction_is_never_having_recorded(history: History, index: int, day: date) -> None:
    """Hold that a log with an event and its retraction answers as one that never had it."""
    target = history.plain[index]
    number = sum(each.stream == target.stream for each in history.plain[: index + 1])
    name = f"{target.stream}#{number}"
    engine = recorded(history.plain)
    before = anonymous(engine.on(day))
    engine.record([happened(Retracted, PartialDate.on(day), target=name, reason="an error")])
    never = unchecked([*history.plain[:index], *history.plain[index + 1 :]])
    same(
        anonymous(engine.on(day)),
        anonymous(never.on(day)),
        f"a retraction equals never having recorded {name}",
    )
    again = f"{target.stream}#{sum(e.stream == target.stream for e in history.plain) + 1}"
    engine.record([happened(Retracted, PartialDate.on(day), target=again, reason="no error")])
    same(before, anonymous(engine.on(day)), f"retracting the retraction of {name} restores it")


def refusal_leaves_no_trace(history: History, welcome: Event, intruder: Event, day: date) -> None:
    """Hold that a batch with an event refused leaves the log and its answers as they were."""
    engine = history.engine()
    before = answers(engine.on(day))
    try:
        engine.record([welcome, intruder, welcome])
    except RefusedEventError as error:
        hold(error.index == 1, f"the refused event is at 1, the error says {error.index}")
    else:
        hold(holds=False, violated=f"the log took {intruder}")
    hold(engine.on(day).log.position == len(history.events), "a refused batch left events behind")
    same(before, answers(engine.on(day)), "a refusal leaves no trace")
    same(before, answers(history.engine().on(day)), "an engine answers the same twice")


def written_and_read_is_the_same(event: Event) -> None:
    """Hold that an event comes back from its bytes as it was, and that these are canonical."""
    payload = encode(event)
    hold(decode(payload) == event, f"{event} comes back as {decode(payload)}")
    hold(encode(decode(payload)) == payload, f"{payload!r} is not canonical")
