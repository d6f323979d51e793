"""A million events folded, beside the bare loop that files each under its stream.

The fold is all that the engine does between typed events and rules: it checks positions and
moments, files, settles what is said about the record, sorts each stream, and cuts it to a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from statistics import median
from typing import Final

from benchmarks.figures import Figure, at_least, milliseconds
from benchmarks.held import RECORDED_AT, HeldLog
from benchmarks.measuring import interleaved, ratio, timed
from benchmarks.synthetic import synthetic_events
from ccm_engine import Engine
from ccm_engine.log import EventLog, Recorded

_EVENTS: Final = 1_000_000
_ROUNDS: Final = 3
_DAY: Final = date(2026, 11, 20)


def folding() -> list[Figure]:
    """Measure the fold of typed events in memory to the dossiers of all streams."""
    log = HeldLog()
    recorded = log.append(synthetic_events(_EVENTS), expected={}, recorded_at=RECORDED_AT)
    found = interleaved(
        {"loop": timed(lambda: filed(recorded)), "fold": timed(lambda: folded(log))}, _ROUNDS
    )
    loop, fold = (milliseconds(median(each)) for each in found.values())
    return [
        Figure(
            "bare loop, each event filed under its stream / fold to dossiers",
            ratio(found["loop"], found["fold"]),
            "x",
            at_least(0.25),
            f"{_EVENTS:,} events: {loop} / {fold}",
        )
    ]


def filed(recorded: Sequence[Recorded]) -> dict[str, list[Recorded]]:
    """Return the events by stream, and nothing else done."""
    found: dict[str, list[Recorded]] = {}
    for each in recorded:
        found.setdefault(each.event.stream, []).append(each)
    return found


def folded(log: EventLog) -> int:
    """Return how many streams have a dossier on the day."""
    point = Engine(log).on(_DAY).point
    return len([point.dossier(stream) for stream in point.history.chronicles])
