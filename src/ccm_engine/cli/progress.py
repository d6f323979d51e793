"""What a person sees while a long load runs: a bar on standard error, if that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from typing import Final, TypeVar

import attrs

from ccm_engine.domain.events import Event
from ccm_engine.engine import Engine
from ccm_engine.log import EventLog, Recorded, Seal
from ccm_engine.storage import open_log

T = TypeVar("T")

LONG: Final = 20_000  # events; reading fewer takes less than half a second


def open_watched(target: str, *, create: bool = False) -> Engine:
    """Open the log at a path or an address; reading a long one shows how far it is."""
    log = open_log(target, create=create)
    return Engine(WatchedLog(log) if sys.stderr.isatty() else log)


def watched(items: Iterable[T], what: str, total: int | None) -> Iterator[T]:
    """Yield the items, and show how many have passed; `total` is `None` if nobody knows."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, what, total=total, console=console, transient=True)


@contextmanager
def _busy(what: str) -> Generator[None]:
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def busy(what: str) -> AbstractContextManager[None]:
    """Show that something runs whose end cannot be foreseen."""
    return _busy(what) if sys.stderr.isatty() else nullcontext()


@attrs.frozen
class WatchedLog:
    """A log that shows how far reading it has come."""

    log: EventLog

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return self.log.name

    def append(
        self, events: Sequence[Event], *, expected: Mapping[str, int], recorded_at: datetime
    ) -> tuple[Recorded, ...]:
        """Append all of these or none."""
        return self.log.append(events, expected=expected, recorded_at=recorded_at)

    def read(self, after: int = 0) -> Iterator[Recorded]:
        """Yield what stands after a position, in order."""
        ahead = self.head() - after
        recorded = self.log.read(after)
        return recorded if ahead < LONG else watched(recorded, "reading the log", ahead)

    def lines(self, after: int = 0) -> Iterator[bytes]:
        """Yield the canonical line of each event after a position."""
        return self.log.lines(after)

    def verify(self) -> Seal:
        """Recompute everything, which on a long log takes seconds."""
        with busy(f"verifying {self.head():,} events"):
            return self.log.verify()

    def head(self) -> int:
        """Return the last position, 0 if the log is empty."""
        return self.log.head()

    def close(self) -> None:
        """Let go of files and connections."""
        self.log.close()
