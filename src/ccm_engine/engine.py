"""The face: one log, what it says on any day, and the door through which events come in."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import attrs

from ccm_engine.answers import LogState
from ccm_engine.domain.calendar import day_within_model
from ccm_engine.domain.events import Event
from ccm_engine.domain.interpretations import PRACTICE, Interpretation
from ccm_engine.errors import CcmError, MalformedEventError
from ccm_engine.log import EventLog, Recorded, Seal
from ccm_engine.log_read import LogRead
from ccm_engine.register import Register

if TYPE_CHECKING:
    from ccm_engine.log_tree import LogTree


def _now() -> datetime:
    return datetime.now(UTC)


@attrs.frozen
class Receipt:
    """What became of events given to the engine: their places, and what is remarkable."""

    recorded: tuple[Recorded, ...]
    remarks: tuple[str, ...]


class Engine:
    """One log of events, and every answer derived from it.

    Safe to call from several threads; several engines and processes may share one log. What has
    been read stays in memory; a query first reads what others appended since.
    """

    def __init__(self, log: EventLog, *, clock: Callable[[], datetime] = _now) -> None:
        """Ask and record through `log`; `clock` gives the UTC moment of recording."""
        self._log = log
        self._clock = clock
        self._lock = threading.RLock()
        self._read = LogRead(log)
        self._tree: LogTree | None = None

    @classmethod
    def open(cls, target: str | os.PathLike[str], *, create: bool = False) -> Self:
        """Open the log at a path or a `postgresql://` address; with `create`, make a new one.

        Raises `LogUnavailableError`, `NotALogError`, `NewerLogError`, or `DamagedLogError`.
        """
        from ccm_engine.storage import open_log

        return cls(open_log(target, create=create))

    @classmethod
    def public_record(cls) -> Self:
        """Open the packaged public record, which cannot be written to."""
        from ccm_engine.public_record import packaged_log

        return cls(packaged_log())

    @classmethod
    def in_memory(
        cls, events: Iterable[Event] = (), *, clock: Callable[[], datetime] = _now
    ) -> Self:
        """Make a log that lives as long as this object, and record these events in it."""
        from ccm_engine.storage import memory_log

        engine = cls(memory_log(), clock=clock)
        engine.record(events)
        return engine

    def __repr__(self) -> str:
        """Name the log, and say how much of it was read."""
        return f"<Engine on {self._log.name}, {len(self._read):,} events read>"

    @property
    def log_name(self) -> str:
        """What to call the log."""
        return self._log.name

    @property
    def tree(self) -> LogTree:
        """The Merkle tree over the log, from which proofs are made."""
        with self._lock:
            if self._tree is None:
                from ccm_engine.log_tree import LogTree

                self._tree = LogTree(self._log)
            return self._tree

    def close(self) -> None:
        """Let go of the log."""
        self._log.close()

    def __enter__(self) -> Self:
        """Close the log when the block ends."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the log."""
        self.close()

    def record(self, events: Iterable[Event]) -> Receipt:
        """Append events, all or none, and return their places and what is remarkable.

        Raises `RefusedEventError` with the `index` of the event that contradicts the Convention
        or the log, `ConcurrentAppendError` if another writer appended to one of the same streams
        meanwhile (ask again and retry), or another `LogError`; the log is then as it was.
        """
        batch = tuple(events)
        with self._lock:
            self._read.read_on()
            now = self._clock()
            remarks = self._admitted(batch, now.date())
            if not batch:
                return Receipt((), ())
            expected = {
                stream: len(self._read.stream(stream))
                for stream in {event.stream for event in batch}
            }
            recorded = self._log.append(batch, expected=expected, recorded_at=now)
            self._read.read_on()
            return Receipt(recorded, remarks)

    def _admitted(self, batch: Sequence[Event], today: date) -> tuple[str, ...]:
        from ccm_engine.domain.admission import Docket, admit

        def recorded(stream: str) -> list[tuple[str, Event]]:
            return [(each.id, each.event) for each in self._read.stream(stream)]

        docket = Docket(recorded, self._read.history(len(self._read)))
        remarks: list[str] = []
        for index, event in enumerate(batch):
            try:
                remarks.extend(admit(_event(event), docket, today))
            except CcmError as error:
                error.index = index
                raise
        return tuple(remarks)

    def on(
        self,
        as_of: date,
        *,
        known_at: datetime | int | None = None,
        published_by: date | None = None,
        reading: Interpretation = PRACTICE,
    ) -> Register:
        """Return the register as it stood on a legal day, from what the log knew.

        `known_at` is a moment with a zone, or a position of the log; `None` is everything.
        `published_by` asks only the sources that had certainly appeared by a day; `None` asks all.
        Raises `OutsideModelError` for a day before 30 May 2008, a moment before the log began,
        or a position it does not have.
        """
        day = day_within_model(as_of, "ask for a day")
        if published_by is not None:
            day_within_model(published_by, "ask what had been published by a day")
        moment = known_at if isinstance(known_at, datetime) else None
        with self._lock:
            self._read.read_on()
            position = self._read.position(known_at)
            history, left_out = self._read.history(position), 0
            if published_by is not None:
                history, left_out = self._read.published(position, published_by)
            state = LogState(
                self._log.name,
                position,
                self._read.moment(position),
                lambda: self.tree.seal(position).root,
                published_by,
                left_out,
                self._clock if moment is None else lambda: moment,
            )
            point = self._read.standpoint(history, day, reading)

        def recorded(stream: str) -> tuple[Recorded, ...]:
            entries = tuple(self._read.stream(stream))
            return tuple(each for each in entries if each.position <= position)

        return Register(point, state, recorded, moment)

    def verify(self) -> Seal:
        """Read the whole log again and recompute all that proves it unaltered.

        Returns its size and root. Raises `DamagedLogError` with the first bad position.
        """
        return self._log.verify()

    def back_up(self, path: Path) -> Seal:
        """Copy all that the log has now into a new file, while others write; return its seal.

        Raises `LogUnavailableError` if something is there already, or it cannot be written.
        """
        from ccm_engine.storage.backup import back_up

        return back_up(self._log, path)


def _event(given: object) -> Event:
    if not isinstance(given, Event):
        raise MalformedEventError("record events", f"{given!r} is no event", "give events")
    return given
