"""Replay from SQLite to typed events, beside a raw scan and beside the library by itself."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

import attrs
import orjson

from benchmarks.figures import Figure, at_least, milliseconds
from benchmarks.held import RECORDED_AT
from benchmarks.measuring import interleaved, ratio, timed
from benchmarks.plain_library import PlainLog
from benchmarks.synthetic import synthetic_events
from ccm_engine.domain.events import Event
from ccm_engine.storage import open_log

_EVENTS: Final = 20_000
_BATCH: Final = 5_000
_ROUNDS: Final = 7
_SCAN: Final = """SELECT rowid, originator_id, originator_version, topic, state, recorded_at
    FROM ccm_events ORDER BY rowid"""


def replay() -> list[Figure]:
    """Measure reading a log whose citations recur, and one where no two are alike."""
    events = synthetic_events(_EVENTS)
    found = _measured(events)
    typed, raw, plain = (found[each] for each in ("typed", "raw", "plain"))
    apart = _measured(_all_cited_apart(events))
    guide = f"{_EVENTS:,} events: {milliseconds(median(typed))}"
    return [
        Figure(
            "raw scan with orjson.loads / typed",
            ratio(raw, typed),
            "x",
            at_least(0.5),
            f"{guide} / raw {milliseconds(median(raw))}",
        ),
        Figure(
            "the library's own mapper / typed",
            ratio(plain, typed),
            "x",
            at_least(3),
            f"{guide} / library {milliseconds(median(plain))}",
        ),
        Figure("the same, no two citations alike: raw", ratio(apart["raw"], apart["typed"]), "x"),
        Figure("… and library", ratio(apart["plain"], apart["typed"]), "x"),
    ]


def _measured(events: Sequence[Event]) -> Mapping[str, Sequence[float]]:
    with TemporaryDirectory() as folder:
        ours = Path(folder, "ccm.sqlite")
        log, plain = open_log(str(ours), create=True), PlainLog(Path(folder, "plain.sqlite"))
        numbers: dict[str, int] = {}
        for begin in range(0, len(events), _BATCH):
            batch = events[begin : begin + _BATCH]
            taken = log.append(batch, expected=numbers, recorded_at=RECORDED_AT)
            numbers |= {each.event.stream: each.number for each in taken}
            plain.append(taken)
        raw = sqlite3.connect(ours)
        found = interleaved(
            {
                "raw": timed(lambda: _drain(_scanned(raw))),
                "typed": timed(lambda: _drain(log.read())),
                "plain": timed(lambda: _drain(plain.read())),
            },
            _ROUNDS,
        )
        raw.close()
        plain.close()
        log.close()
    return found


def _scanned(connection: sqlite3.Connection) -> Iterable[object]:
    for _, _, _, _, state, _ in connection.execute(_SCAN):
        yield orjson.loads(state)


def _drain(found: Iterable[object]) -> None:
    deque(found, maxlen=0)


def _all_cited_apart(events: Sequence[Event]) -> list[Event]:
    """Return the events with citations that no other event has, so that no cache helps."""
    return [
        attrs.evolve(
            event,
            citations=tuple(
                attrs.evolve(each, document=f"{each.document}, page {number}")
                for each in event.citations
            ),
        )
        for number, event in enumerate(events)
    ]
