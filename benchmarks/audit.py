"""What evidence and explanations cost: verifying, proving, leaving each event out, the tree.

The raw scan hashes the same bytes as `verify` does, the lines of the events and the nodes of the
tree over them, and checks nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final
from unittest.mock import patch

from benchmarks.figures import Figure, at_least, at_most, milliseconds
from benchmarks.held import RECORDED_AT, engine_over
from benchmarks.measuring import Case, interleaved, ratio, seconds, timed
from benchmarks.synthetic import synthetic_events
from ccm_engine import Engine, Event
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log_tree import LogTree
from ccm_engine.storage import open_log, sqlite
from ccm_engine.storage.rows import Row
from ccm_engine.storage.seals import Head, SealedRow, line

_EVENTS: Final = 20_000
_BATCH: Final = 1_000
_LARGE: Final = 100_000
_ROUNDS: Final = 9
_APPENDS: Final = 25
_SAMPLE: Final = 23  # of the obligations, one in so many; no divisor of what a state owes
_DAY: Final = date(2026, 11, 20)
_SCAN: Final = """SELECT rowid, originator_id, originator_version, topic, state, recorded_at
    FROM ccm_events ORDER BY rowid"""


def audit() -> list[Figure]:
    """Measure what proves and explains an answer."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        return [*_verifying(place), _proof(), *_explaining(), _appending(place)]


def _verifying(place: Path) -> list[Figure]:
    path = place / "verified.sqlite"
    with (
        closing(open_log(str(path), create=True)) as log,
        closing(sqlite3.connect(path)) as raw,
    ):
        events = synthetic_events(_EVENTS)
        for first in range(0, _EVENTS, _BATCH):
            batch = events[first : first + _BATCH]
            log.append(batch, expected=_lengths(events[:first]), recorded_at=RECORDED_AT)

        def lines() -> None:
            for row in raw.execute(_SCAN):
                leaf_hash(line(*row))

        def lines_and_nodes() -> None:
            Tree(leaf_hash(line(*row)) for row in raw.execute(_SCAN))

        found = interleaved(
            {
                "lines": timed(lines),
                "all": timed(lines_and_nodes),
                "verify": timed(log.verify),
            },
            _ROUNDS,
        )
    ours = milliseconds(median(found["verify"]))
    guide = f"{_EVENTS:,} events: {milliseconds(median(found['all']))} / {ours}"
    return [
        Figure(
            "raw scan, same bytes hashed / verify",
            ratio(found["all"], found["verify"]),
            "x",
            at_least(1 / 3),
            guide,
        ),
        Figure("… its lines alone / verify", ratio(found["lines"], found["verify"]), "x"),
    ]


def _lengths(events: Sequence[Event]) -> dict[str, int]:
    found: dict[str, int] = {}
    for event in events:
        found[event.stream] = found.get(event.stream, 0) + 1
    return found


def _proof() -> Figure:
    """Measure an inclusion proof from an open log that was asked for its root before."""
    positions = count(1, 7919)
    with engine_over(synthetic_events(_LARGE)) as engine:
        tree: LogTree = engine.tree
        first = seconds(tree.seal)

        def proof() -> float:
            position = next(positions) % _LARGE + 1
            return seconds(lambda: tree.inclusion(position))

        found = median(proof() for _ in range(50))
    guide = f"the first root takes {milliseconds(first)}"
    return Figure(
        f"one inclusion proof of {_LARGE:,} events", 1000 * found, "ms", at_most(5), guide
    )


def _explaining() -> list[Figure]:
    """Measure obligations of the public record explained: the usual one, and the slowest."""
    with Engine.public_record() as engine:
        named = [each.id for each in engine.on(_DAY).obligations()][::_SAMPLE]
        found = {name: _explained(engine, name) for name in named}
        slowest = max(found, key=lambda name: found[name])
        again = median(_explained(engine, slowest) for _ in range(5))
    usual = f"half of the {len(named):,} under {1000 * median(found.values()):.1f} ms"
    return [
        Figure(f"one explained: the slowest, {slowest}", 1000 * again, "ms", at_most(100), usual)
    ]


def _explained(engine: Engine, name: str) -> float:
    register = engine.on(_DAY)
    register.obligation(name)
    return seconds(lambda: register.explain(name))


def _appending(place: Path) -> Figure:
    events = synthetic_events(_BATCH)
    found = interleaved(
        {
            "with": _append(place, events, "with"),
            "without": _without_tree(_append(place, events, "without")),
        },
        _APPENDS,
    )
    with_tree, without = (milliseconds(median(found[each])) for each in ("with", "without"))
    return Figure(
        "appending without the tree / with it",
        ratio(found["without"], found["with"]),
        "x",
        at_least(0.8),
        f"{_BATCH:,} events: {without} / {with_tree}",
    )


def _append(place: Path, events: Sequence[Event], name: str) -> Case:
    numbers = count()

    def case() -> float:
        with closing(open_log(str(place / f"{name}{next(numbers)}"), create=True)) as log:
            log.head()  # connects
            return seconds(lambda: log.append(events, expected={}, recorded_at=RECORDED_AT))

    return case


def _without_tree(case: Case) -> Case:
    """Return the case with rows stored as they are, an empty hash beside each."""

    def unsealed(rows: Sequence[Row], head: Head) -> tuple[list[SealedRow], Head]:
        return [SealedRow(*row, b"") for row in rows], Head(head.size + len(rows), b"")

    def bare() -> float:
        with patch.object(sqlite, "sealed", unsealed):
            return case()

    return bare
