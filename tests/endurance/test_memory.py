"""What an engine keeps: each event once, and of all the questions nothing."""

from __future__ import annotations

import gc
import tracemalloc
from contextlib import closing
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from ccm_engine import PRACTICE, Engine, Interpretation
from ccm_engine.domain.calendar import add_days
from ccm_engine.domain.events import MunitionsRetained
from ccm_engine.storage import memory_log, open_log
from tests.histories import happened
from tests.storage.trial_events import STREAMS, trial_events
from tests.storage.trial_rows import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ccm_engine.domain.events import Event
    from ccm_engine.log import EventLog

BATCHES: Final = (1, 2, 3, 5, 8, 200) * 4
DAY: Final = date(2020, 9, 28)
FIRST_DAY: Final = date(2009, 1, 1)
STREAM: Final = "BGR"
DAYS_APART: Final = 7
ROUNDS: Final = 6
UNREST_BYTES: Final = 50_000
"""By how much the interpreter's own caches come and go."""
REMEMBERING: Final = type(cache(len))
MORE: Final = 1.2
"""How many times the memory of one reading the memory of following may be."""


@pytest.fixture(autouse=True)
def _traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


def kept_bytes() -> int:
    """Return how much memory is in use that was taken while traced.

    What functions remember of their last arguments is let go first: each has a limit of its own.
    """
    gc.collect()
    for each in gc.get_objects():
        if isinstance(each, REMEMBERING) and each.__module__.startswith("ccm_engine"):
            each.cache_clear()
    return tracemalloc.get_traced_memory()[0]


def ask(engine: Engine, day: date, reading: Interpretation, position: int) -> None:
    """Ask on a day by a reading, of all that the log knows and of what it knew at a position."""
    register = engine.on(day, reading=reading)
    for state in sorted(STREAMS):
        register.obligations(state=state)
    engine.on(day, known_at=position, published_by=day).obligations(state="LAO")
    engine.tree.inclusion(position)


class TestMemory:
    """An engine that is asked again and again stays as large as it is."""

    def test_questions_leave_nothing_behind(self) -> None:
        readings = [PRACTICE, *(reading for _, reading in PRACTICE.alternatives())][::4]
        log = memory_log()
        log.append(trial_events(), expected={}, recorded_at=NOON)
        kept: list[int] = []
        with Engine(log) as engine:
            for question in range(ROUNDS * len(readings)):
                day = add_days(FIRST_DAY, DAYS_APART * question)
                ask(engine, day, readings[question % len(readings)], question % log.head() + 1)
                if question % len(readings) == 0:
                    for reading in readings:  # so that the last answers are the same
                        ask(engine, DAY, reading, log.head())
                    kept.append(kept_bytes())
        assert max(kept[1:]) - kept[1] < UNREST_BYTES, kept

    def test_following_a_log_keeps_what_reading_it_at_once_keeps(self, tmp_path: Path) -> None:
        path = tmp_path / "ccm.sqlite"
        with closing(open_log(path, create=True)) as log:
            with Engine.open(path) as first:  # imports what all need
                first.record(retained(1))
                answered(first)
            following = grown(path, log)
            at_once = grown(path)
        assert following < MORE * at_once


def retained(size: int) -> list[Event]:
    """Return events of as many days of a year, at most 336."""
    return [
        happened(MunitionsRetained, f"2019-{n % 12 + 1:02}-{n % 28 + 1:02}", STREAM, munitions=n)
        for n in range(size)
    ]


def answered(engine: Engine) -> None:
    """Ask what makes an engine read, fold, derive and hash all that there is."""
    register = engine.on(DAY)
    register.obligations()
    register.history(STREAM)
    assert register.log.root


def grown(path: Path, appending: EventLog | None = None) -> int:
    """Return what an engine keeps of a log, read at once or, with `appending`, as it grows."""
    before = kept_bytes()
    with Engine.open(path) as engine:
        answered(engine)
        if appending is not None:
            for size in BATCHES:
                expected = {STREAM: appending.head()}
                appending.append(retained(size), expected=expected, recorded_at=NOON)
                answered(engine)
        return kept_bytes() - before
