"""What the laws ask of an engine: to record events, and to answer for a day.

`ccm_engine.Engine` does both, and so does whatever wraps it, extends it or keeps its log
elsewhere. A user gives the laws a `MakeEngine`; every law makes the engines it needs with it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from typing import Final, Protocol

from ccm_engine.answers import StateView
from ccm_engine.domain.events import Event
from ccm_engine.domain.interpretations import PRACTICE, Interpretation
from ccm_engine.domain.obligations import Obligation
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.engine import Engine

NOW: Final = datetime(2060, 1, 1, tzinfo=UTC)
"""When every history is recorded: after all that can happen in one."""

Clock = Callable[[], datetime]
"""Gives the UTC moment of recording."""


class RegisterUnderTest(Protocol):
    """What an engine answers with for one day; `ccm_engine.Register` is one."""

    @property
    def point(self) -> Standpoint:
        """The record seen from that day; one law asks it, that of Article 13."""
        ...

    def obligations(self) -> Sequence[Obligation]:
        """Return what every state owes, and the Secretary-General as convener."""
        ...

    def state(self, code_or_name: str) -> StateView:
        """Return one state; the laws look at its `binding`."""
        ...


class EngineUnderTest(Protocol):
    """An engine that laws are held against; `ccm_engine.Engine` is one."""

    def record(self, events: Iterable[Event]) -> object:
        """Append events, all or none; raise `RefusedEventError` for what no log takes."""
        ...

    def on(
        self,
        as_of: date,
        *,
        known_at: datetime | int | None = None,
        reading: Interpretation = PRACTICE,
    ) -> RegisterUnderTest:
        """Return the answers for a legal day, from what the log knew, by a reading."""
        ...

    def close(self) -> None:
        """Let go of files and connections; it is not asked again."""
        ...


MakeEngine = Callable[[Clock], EngineUnderTest]
"""Makes a new engine with an empty log, whose moments of recording the clock gives.

The clock is part of it because histories reach into the 2040s: they are recorded in 2060.
"""


def the_clock() -> datetime:
    """Return the moment every history is recorded at."""
    return NOW


def in_memory(clock: Clock) -> Engine:
    """Make the library's own engine, with a log in memory."""
    return Engine.in_memory(clock=clock)


def recorded_by(make: MakeEngine, events: Iterable[Event]) -> EngineUnderTest:
    """Return a new engine that has recorded these events in 2060."""
    engine = make(the_clock)
    engine.record(events)
    return engine


@contextmanager
def closing(make: MakeEngine) -> Generator[MakeEngine]:
    """Give a maker like this one, all of whose engines are closed when the block ends."""
    with ExitStack() as stack:

        def made(clock: Clock) -> EngineUnderTest:
            engine = make(clock)
            stack.callback(engine.close)
            return engine

        yield made
