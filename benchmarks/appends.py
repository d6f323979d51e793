"""Append 1,000 events in one transaction, full sync, beside the bare insertion of their rows.

Each round fills a new file, in which one event stands already: SQLite lays out what it writes
ahead with the first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.figures import Figure, at_least, milliseconds
from benchmarks.held import RECORDED_AT
from benchmarks.measuring import Case, interleaved, ratio, seconds
from benchmarks.synthetic import synthetic_events
from ccm_engine import Engine, Event
from ccm_engine.storage import open_log

_EVENTS: Final = 1000
_ROUNDS: Final = 25
_TABLE: Final = """CREATE TABLE ccm_events (
    rowid INTEGER PRIMARY KEY AUTOINCREMENT,
    originator_id TEXT NOT NULL,
    originator_version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    state BLOB NOT NULL,
    recorded_at TEXT NOT NULL,
    UNIQUE (originator_id, originator_version))"""
_ROWS: Final = """SELECT rowid, originator_id, originator_version, topic, state, recorded_at
    FROM ccm_events ORDER BY rowid"""
_Rows = Sequence[tuple[object, ...]]


def appends() -> list[Figure]:
    """Measure the log and the engine, beside a table without anything on."""
    events = synthetic_events(1 + _EVENTS)
    with TemporaryDirectory() as folder:
        place = Path(folder)
        found = interleaved(
            {
                "bare": _bare(place, _rows(place, events)),
                "log": _log(place, events),
                "engine": _engine(place, events),
            },
            _ROUNDS,
        )
    bare, log, engine = (milliseconds(median(found[each])) for each in ("bare", "log", "engine"))
    return [
        Figure(
            "bare executemany / EventLog.append",
            ratio(found["bare"], found["log"]),
            "x",
            at_least(0.45),
            f"{_EVENTS:,} events: {bare} / {log}",
        ),
        Figure(
            "bare executemany / Engine.record, with admission",
            ratio(found["bare"], found["engine"]),
            "x",
            guide=f"{_EVENTS:,} events: {bare} / {engine}",
        ),
    ]


def _rows(place: Path, events: Sequence[Event]) -> _Rows:
    """Return the rows that the log writes for these events."""
    path = place / "rows.sqlite"
    log = open_log(str(path), create=True)
    log.append(events, expected={}, recorded_at=RECORDED_AT)
    log.close()
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(_ROWS).fetchall()


def _bare(place: Path, rows: _Rows) -> Case:
    numbers = count()

    def case() -> float:
        with closing(sqlite3.connect(place / f"bare{next(numbers)}", isolation_level=None)) as raw:
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute("PRAGMA synchronous = FULL")
            raw.execute(_TABLE)
            _inserted(raw, rows[:1])
            return seconds(lambda: _inserted(raw, rows[1:]))

    return case


def _inserted(raw: sqlite3.Connection, rows: _Rows) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany("INSERT INTO ccm_events VALUES (?, ?, ?, ?, ?, ?)", rows)
    raw.execute("COMMIT")


def _log(place: Path, events: Sequence[Event]) -> Case:
    numbers = count()

    def case() -> float:
        with closing(open_log(str(place / f"log{next(numbers)}"), create=True)) as log:
            first = log.append(events[:1], expected={}, recorded_at=RECORDED_AT)
            held = {each.event.stream: each.number for each in first}
            return seconds(lambda: log.append(events[1:], expected=held, recorded_at=RECORDED_AT))

    return case


def _engine(place: Path, events: Sequence[Event]) -> Case:
    numbers = count()

    def case() -> float:
        with Engine.open(str(place / f"engine{next(numbers)}"), create=True) as engine:
            engine.record(events[:1])
            return seconds(lambda: engine.record(events[1:]))

    return case
