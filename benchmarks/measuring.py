"""Measure several ways of doing one thing in turn, so that a busy machine slows all alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import perf_counter

Case = Callable[[], float]
"""Something measured: prepares what it needs, and returns the seconds that counted."""


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes, with nothing of an earlier one left to collect."""
    gc.collect()
    begin = perf_counter()
    action()
    return perf_counter() - begin


def timed(action: Callable[[], object]) -> Case:
    """Return the case that is all of an action."""
    return lambda: seconds(action)


def interleaved(cases: Mapping[str, Case], rounds: int) -> dict[str, list[float]]:
    """Run every case once a round, after one round that is not counted."""
    for case in cases.values():
        case()
    found: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, case in cases.items():
            found[name].append(case())
    return found


def ratio(dividend: Sequence[float], divisor: Sequence[float]) -> float:
    """Return the median of the ratios round by round."""
    return median(above / below for above, below in zip(dividend, divisor, strict=True))
