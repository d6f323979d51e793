"""What a log of events is: recorded events, and the protocol every storage keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from ccm_engine.domain.events import Event


class Recorded(NamedTuple):
    """An event with its place in the log.

    `position` counts from 1 over the whole log and `number` from 1 over its stream; neither has
    gaps and neither ever changes. `recorded_at` is a UTC moment that never decreases.
    """

    position: int
    number: int
    recorded_at: datetime
    event: Event

    @property
    def id(self) -> str:
        """The identifier that answers and later events use: `BGR#7`."""
        return f"{self.event.stream}#{self.number}"


class Seal(NamedTuple):
    """How many events a log, or its beginning, has, and the root of the Merkle tree over them."""

    size: int
    root: bytes


class EventLog(Protocol):
    """An append-only log. All its errors are `LogError`s, and after one it is as it was."""

    @property
    def name(self) -> str:
        """What to call it in messages; never with a password in it."""
        ...

    def append(
        self, events: Sequence[Event], *, expected: Mapping[str, int], recorded_at: datetime
    ) -> tuple[Recorded, ...]:
        """Append all of these or none, and return them with their places.

        `expected` is how many events each stream concerned had when the caller decided; raises
        `ConcurrentAppendError` if another writer was first.
        """
        ...

    def read(self, after: int = 0) -> Iterator[Recorded]:
        """Yield what stands after a position, in order."""
        ...

    def lines(self, after: int = 0) -> Iterator[bytes]:
        """Yield the canonical line of each event after a position: a leaf of the Merkle tree.

        One JSON object without a line break: `id`, `position`, `recorded_at` and `event`, which
        holds the very bytes of the log.
        """
        ...

    def verify(self) -> Seal:
        """Recompute everything from the first event on, and return what the log comes to.

        Raises `DamagedLogError` with the first bad position and what is wrong with it.
        """
        ...

    def head(self) -> int:
        """Return the last position, 0 if the log is empty."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
