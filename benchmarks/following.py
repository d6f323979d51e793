"""An open engine that follows a growing log: what it answers again after one more event.

The log is the packaged record, or a large synthetic one, in a file; the event is appended by
another hand, so reading it is measured too. The question is what all states owe. Nothing is
collected before each question: whoever follows a log does not, and it would empty the caches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

import attrs

from benchmarks.figures import Figure, Limit, at_most
from benchmarks.held import RECORDED_AT
from benchmarks.synthetic import synthetic_events
from ccm_engine import Engine
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    Event,
    FocalPointDesignated,
    StateEvent,
    StockpileDestroyed,
    VictimsReported,
)
from ccm_engine.log import EventLog
from ccm_engine.public_record import packaged_events
from ccm_engine.storage import open_log

_DAY: Final = date(2026, 11, 20)
_APPENDS: Final = 200
_LARGE: Final = 100_000
_BATCH: Final = 5_000
_KINDS: Final = (AnnualReportSubmitted, StockpileDestroyed, VictimsReported, FocalPointDesignated)


def following() -> list[Figure]:
    """Measure the answer after each of many appends, each about another state."""
    record = packaged_events()
    return [
        _after_one_append(record, f"{len(record):,} events", at_most(1)),
        _after_one_append(synthetic_events(_LARGE), f"{_LARGE:,} events"),
    ]


def _after_one_append(events: Sequence[Event], what: str, limit: Limit | None = None) -> Figure:
    with TemporaryDirectory() as folder:
        path = Path(folder, "ccm.sqlite")
        log = open_log(path, create=True)
        numbers: dict[str, int] = {}
        for begin in range(0, len(events), _BATCH):
            _append(log, events[begin : begin + _BATCH], numbers)
        with Engine.open(path) as engine:
            first = _asked(engine)
            taken: list[float] = []
            for event, _ in zip(_news(events), range(_APPENDS), strict=False):
                _append(log, (event,), numbers)
                taken.append(_asked(engine))
        log.close()
    slow = sorted(taken)[_APPENDS * 95 // 100]
    guide = f"one in twenty over {slow:.2f} ms; the first answer took {first:,.0f} ms"
    return Figure(f"all states again after one append, {what}", median(taken), "ms", limit, guide)


def _asked(engine: Engine) -> float:
    """Return in how many milliseconds an engine answers."""
    begin = perf_counter()
    engine.on(_DAY).obligations()
    return 1000 * (perf_counter() - begin)


def _append(log: EventLog, events: Sequence[Event], numbers: dict[str, int]) -> None:
    recorded = log.append(events, expected=numbers, recorded_at=RECORDED_AT)
    numbers |= {each.event.stream: each.number for each in recorded}


def _news(events: Sequence[Event]) -> Iterator[Event]:
    """Yield events of the usual kinds, told of one state after another."""
    models = [next(each for each in events if isinstance(each, kind)) for kind in _KINDS]
    states = list(dict.fromkeys(each.state for each in events if isinstance(each, StateEvent)))
    when = PartialDate.on(date(2026, 3, 2))
    for state, model in zip(cycle(states), cycle(models), strict=False):
        assert isinstance(model, StateEvent)
        yield attrs.evolve(model, state=state, occurred_on=when)
