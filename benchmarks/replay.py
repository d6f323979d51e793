"""Replay from SQLite to typed events, beside a raw scan and beside the library by itself.

What is read is kept, as the engine keeps it; one line tells what is left if all drop it at once.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

import orjson

from benchmarks.figures import Figure, Limit, at_least, milliseconds
from benchmarks.held import RECORDED_AT
from benchmarks.measuring import interleaved, ratio, timed
from benchmarks.plain_library import PlainLog, loose, typed
from benchmarks.synthetic import synthetic_events
from ccm_engine import Engine
from ccm_engine.domain.events import Event
from ccm_engine.log import EventLog
from ccm_engine.storage import open_log

_EVENTS: Final = 20_000
_BATCH: Final = 5_000
_DAY: Final = date(2026, 11, 20)
_ROUNDS: Final = 9
_SCAN: Final = """SELECT rowid, originator_id, originator_version, topic, state, recorded_at
    FROM ccm_events ORDER BY rowid"""


def replay() -> list[Figure]:
    """Measure reading a log of typed events, kept and let go."""
    events = synthetic_events(_EVENTS)
    kept, let_go = _measured(events, list), _measured(events, _drained)
    scan, library = "raw scan with orjson.loads / replay", "library's mapper, typed events / replay"
    return [
        _beside(kept, "raw", scan, at_least(0.6)),
        _beside(kept, "library", library, at_least(3)),
        _beside(kept, "loose", "… its days and citations left as JSON / replay"),
        _beside(let_go, "raw", "nothing kept: raw scan / replay"),
        _beside(let_go, "library", "nothing kept: library's mapper / replay"),
        _to_all_obligations(events),
    ]


def _to_all_obligations(events: Sequence[Event]) -> Figure:
    """Measure what all states owe, from a file that nothing was read of before."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "ccm.sqlite")
        _filled(path, events).close()
        raw = sqlite3.connect(path)
        found = interleaved(
            {"raw": timed(lambda: _filed(raw)), "ours": timed(lambda: _owed(path))}, _ROUNDS
        )
        raw.close()
    name = "raw scan, orjson.loads, filed under its stream / replay to all obligations"
    return _beside(found, "raw", name, at_least(0.45))


def _filled(path: Path, events: Sequence[Event]) -> EventLog:
    log = open_log(str(path), create=True)
    numbers: dict[str, int] = {}
    for begin in range(0, len(events), _BATCH):
        batch = events[begin : begin + _BATCH]
        taken = log.append(batch, expected=numbers, recorded_at=RECORDED_AT)
        numbers |= {each.event.stream: each.number for each in taken}
    return log


def _filed(connection: sqlite3.Connection) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for _, stream, _, _, state, _ in connection.execute(_SCAN):
        found.setdefault(stream, []).append(orjson.loads(state))
    return found


def _owed(path: Path) -> Sequence[object]:
    with Engine.open(path) as engine:
        return engine.on(_DAY).obligations()


def _beside(
    found: Mapping[str, Sequence[float]], other: str, name: str, limit: Limit | None = None
) -> Figure:
    ours = milliseconds(median(found["ours"]))
    guide = f"{_EVENTS:,} events: {milliseconds(median(found[other]))} / {ours}"
    return Figure(name, ratio(found[other], found["ours"]), "x", limit, guide)


def _measured(
    events: Sequence[Event], take: Callable[[Iterable[object]], object]
) -> Mapping[str, Sequence[float]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "ccm.sqlite")
        log = open_log(str(path), create=True)
        library = PlainLog(Path(folder, "library.sqlite"), typed)
        as_json = PlainLog(Path(folder, "loose.sqlite"), loose)
        numbers: dict[str, int] = {}
        for begin in range(0, len(events), _BATCH):
            batch = events[begin : begin + _BATCH]
            taken = log.append(batch, expected=numbers, recorded_at=RECORDED_AT)
            numbers |= {each.event.stream: each.number for each in taken}
            library.append(taken)
            as_json.append(taken)
        raw = sqlite3.connect(path)
        found = interleaved(
            {
                "raw": timed(lambda: take(_scanned(raw))),
                "ours": timed(lambda: take(log.read())),
                "library": timed(lambda: take(library.read())),
                "loose": timed(lambda: take(as_json.read())),
            },
            _ROUNDS,
        )
        raw.close()
        for each in (library, as_json, log):
            each.close()
    return found


def _scanned(connection: sqlite3.Connection) -> Iterable[object]:
    for _, _, _, _, state, _ in connection.execute(_SCAN):
        yield orjson.loads(state)


def _drained(found: Iterable[object]) -> None:
    deque(found, maxlen=0)
