"""What a day's answers cost once the log is open: all states, one state, and large logs.

The engine has read the log and answered before; each question has a register of its own, so that
nothing it derives was derived for an earlier one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final

from benchmarks.figures import Figure, at_most
from benchmarks.held import engine_over
from benchmarks.measuring import interleaved, seconds, timed
from benchmarks.synthetic import synthetic_events
from ccm_engine import Engine

_DAYS: Final = (date(2015, 6, 18), date(2020, 9, 28), date(2026, 11, 20))
_LAST_DAY: Final = _DAYS[-1]
_ROUNDS: Final = 15
_LARGE: Final = 100_000
_SIZES: Final = (1_000, 10_000, _LARGE, 1_000_000)
_LARGE_ROUNDS: Final = 5


def public_record() -> list[Figure]:
    """Measure the packaged record: all states on three days, and each state on the last."""
    with Engine.public_record() as engine:
        days = interleaved(
            {str(day): timed(_question(engine, day)) for day in _DAYS}, rounds=_ROUNDS
        )
        states = interleaved(
            {state: timed(_question(engine, _LAST_DAY, state)) for state in _states(engine)},
            rounds=5,
        )
    slowest = max(states, key=lambda state: median(states[state]))
    usual = median(median(each) for each in states.values())
    return [
        *(
            Figure(f"all states on {day}", 1000 * median(found), "ms", at_most(60))
            for day, found in days.items()
        ),
        Figure(
            f"one state on {_LAST_DAY}: the slowest, {slowest}",
            1000 * median(states[slowest]),
            "ms",
            at_most(3),
            f"half of the states under {1000 * usual:.2f} ms",
        ),
    ]


def large_logs() -> list[Figure]:
    """Measure synthetic logs from 1,000 events to 1,000,000."""
    found = {size: _all_states(size) for size in _SIZES}
    per_event = {size: 1e6 * taken / size for size, taken in found.items()}
    growth = max(per_event[more] / per_event[fewer] for fewer, more in pairwise(_SIZES))
    smallest, largest = _SIZES[0], _SIZES[-1]
    return [
        Figure(f"all states, {_LARGE:,} events", 1000 * found[_LARGE], "ms", at_most(500)),
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


def _all_states(size: int) -> float:
    with engine_over(synthetic_events(size)) as engine:
        ask = _question(engine, _LAST_DAY)
        ask()
        rounds = 1 if size > _LARGE else _LARGE_ROUNDS
        return median(seconds(ask) for _ in range(rounds))


def _question(engine: Engine, day: date, state: str | None = None) -> Callable[[], object]:
    return lambda: engine.on(day).obligations(state=state)


def _states(engine: Engine) -> Sequence[str]:
    return engine.on(_LAST_DAY).point.states
