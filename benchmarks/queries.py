"""What a day's answers cost once the log is open: all states, one state, and large logs.

Asked for the first time, of an engine that has read the log and derived nothing; and asked of
another day than the last, of an engine that has answered before and uses what still holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final

from benchmarks.figures import Figure, at_most
from benchmarks.held import engine_over
from benchmarks.measuring import Case, interleaved, seconds
from benchmarks.synthetic import synthetic_events
from ccm_engine import Engine, Event
from ccm_engine.domain.calendar import add_days
from ccm_engine.domain.events import CONVENTION
from ccm_engine.public_record import packaged_events

_DAYS: Final = (date(2015, 6, 18), date(2020, 9, 28), date(2026, 11, 20))
_LAST_DAY: Final = _DAYS[-1]
_ROUNDS: Final = 15
_LARGE: Final = 100_000
_SIZES: Final = (1_000, 10_000, _LARGE, 1_000_000)
_LARGE_ROUNDS: Final = 5
_NEXT_DAYS: Final = 61
_STATE_ROUNDS: Final = 3


def public_record() -> list[Figure]:
    """Measure the packaged record: all states on three days, and each state on the last."""
    events = packaged_events()
    days = interleaved({str(day): _first_time(events, day) for day in _DAYS}, rounds=_ROUNDS)
    return [
        *(
            Figure(f"all states on {day}, first time", 1000 * median(found), "ms", at_most(60))
            for day, found in days.items()
        ),
        *_another_day(events, "public record"),
        _slowest_state(events, "public record"),
    ]


def large_logs() -> list[Figure]:
    """Measure synthetic logs from 1,000 events to 1,000,000."""
    found = {size: _all_states(size) for size in _SIZES}
    per_event = {size: 1e6 * taken / size for size, taken in found.items()}
    growth = max(per_event[more] / per_event[fewer] for fewer, more in pairwise(_SIZES))
    smallest, largest = _SIZES[0], _SIZES[-1]
    large, name = synthetic_events(_LARGE), f"{_LARGE:,} events"
    return [
        *_another_day(large, name),
        _slowest_state(large, name, every=4),
        Figure(f"all states, {name}, first time", 1000 * found[_LARGE], "ms", at_most(500)),
        *(
            Figure(f"time per event at {size:,}", each, "µs", guide=f"{1000 * found[size]:,.1f} ms")
            for size, each in per_event.items()
        ),
        Figure(
            f"time per event, {largest:,} / {smallest:,}",
            per_event[largest] / per_event[smallest],
            "x",
            at_most(1.25),
            "linear is 1; less where each state costs something whatever its events",
        ),
        Figure("… at worst from one size to the next", growth, "x", at_most(1.25)),
    ]


def _another_day(events: Sequence[Event], name: str) -> list[Figure]:
    """Measure all states on one day after another, with what was derived for the day before."""
    with engine_over(events) as engine:
        engine.on(_LAST_DAY).obligations()
        days = [add_days(_LAST_DAY, -number) for number in range(1, _NEXT_DAYS)]
        taken = [seconds(_question(engine, day)) for day in days]
    guide = f"the slowest of {len(days)} days {1000 * max(taken):.1f} ms"
    label = f"all states on another day, {name}"
    return [Figure(label, 1000 * median(taken), "ms", at_most(40), guide)]


def _slowest_state(events: Sequence[Event], name: str, every: int = 1) -> Figure:
    """Measure states by themselves, of engines that have derived nothing of any."""
    rounds = [_each_state(events, every) for _ in range(_STATE_ROUNDS)]
    found = {state: median(each[state] for each in rounds) for state in rounds[0]}
    slowest = max(found, key=lambda state: found[state])
    usual = median(found.values())
    return Figure(
        f"one state, first time, {name}: the slowest, {slowest}",
        1000 * found[slowest],
        "ms",
        at_most(3),
        f"{len(found)} states, half of them under {1000 * usual:.2f} ms",
    )


def _each_state(events: Sequence[Event], every: int) -> dict[str, float]:
    with engine_over(events) as engine:
        states = engine.on(_LAST_DAY).point.states[::every]
        engine.on(_LAST_DAY).obligations(state=CONVENTION)
        return {state: seconds(_question(engine, _LAST_DAY, state)) for state in states}


def _first_time(events: Sequence[Event], day: date) -> Case:
    def case() -> float:
        with engine_over(events) as engine:
            engine.on(day)  # reads and folds
            return seconds(_question(engine, day))

    return case


def _all_states(size: int) -> float:
    case = _first_time(synthetic_events(size), _LAST_DAY)
    rounds = 1 if size > _LARGE else _LARGE_ROUNDS
    return median(case() for _ in range(rounds))


def _question(engine: Engine, day: date, state: str | None = None) -> Callable[[], object]:
    return lambda: engine.on(day).obligations(state=state)
