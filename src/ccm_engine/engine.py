"""The face: one log, what it says on any day, and the door through which events come in."""

from __future__ import annotations

import os
import threading
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

import attrs

from ccm_engine.answers import LogState
from ccm_engine.domain.calendar import day_within_model, exact_moment
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import Entry, Event, RecordEvent
from ccm_engine.domain.following import Following, Kept
from ccm_engine.domain.interpretations import PRACTICE, Interpretation
from ccm_engine.domain.publication import known_by
from ccm_engine.domain.settlement import settle
from ccm_engine.domain.standpoint import History, Standpoint
from ccm_engine.errors import CcmError, DamagedLogError, MalformedEventError, OutsideModelError
from ccm_engine.log import EventLog, Recorded, Seal
from ccm_engine.register import Register

if TYPE_CHECKING:
    from ccm_engine.log_tree import LogTree


_READINGS_KEPT: Final = 4
"""For how many readings, the last ones asked by, answers are kept until they no longer hold."""


_A_FEW: Final = 16
"""So many new events of a stream are put in their places one by one; more, all are sorted anew."""


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
        self._recorded: list[Recorded] = []
        self._moments: list[datetime] = []
        self._streams: dict[str, list[Recorded]] = {}
        self._chronicles: dict[str, tuple[int, Chronicle]] = {}
        self._grown: set[str] = set()
        self._history: tuple[int, History] | None = None
        self._kept: dict[Interpretation, Kept] = {}
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
        return f"<Engine on {self._log.name}, {len(self._recorded):,} events read>"

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
            self._read_on()
            now = self._clock()
            remarks = self._admitted(batch, now.date())
            if not batch:
                return Receipt((), ())
            expected = {
                stream: len(self._streams.get(stream, ()))
                for stream in {event.stream for event in batch}
            }
            recorded = self._log.append(batch, expected=expected, recorded_at=now)
            self._read_on()
            return Receipt(recorded, remarks)

    def _admitted(self, batch: Sequence[Event], today: date) -> tuple[str, ...]:
        from ccm_engine.domain.admission import Docket, admit

        def recorded(stream: str) -> list[tuple[str, Event]]:
            return [(each.id, each.event) for each in self._streams.get(stream, ())]

        docket = Docket(recorded, self._history_at(len(self._recorded)))
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
            self._read_on()
            position = self._position(known_at)
            history, left_out = self._history_at(position), 0
            if published_by is not None:
                history, left_out = self._published(position, published_by)
            state = LogState(
                self._log.name,
                position,
                self._moments[position - 1] if position else None,
                lambda: self.tree.seal(position).root,
                published_by,
                left_out,
                self._clock if moment is None else lambda: moment,
            )
            point = self._point(history, day, reading)

        def recorded(stream: str) -> tuple[Recorded, ...]:
            entries = tuple(self._streams.get(stream, ()))
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

    def _position(self, known_at: datetime | int | None) -> int:
        last = len(self._recorded)
        if known_at is None:
            return last
        if isinstance(known_at, bool):
            obstacle = f"{known_at} is neither a moment nor a position"
            raise OutsideModelError("ask what was known", obstacle, f"ask from 0 to {last}")
        if isinstance(known_at, int):
            if not 0 <= known_at <= last:
                obstacle = f"the log ends at position {last}"
                raise OutsideModelError(
                    f"ask what was known at position {known_at}", obstacle, f"ask from 0 to {last}"
                )
            return known_at
        moment = exact_moment(known_at, "ask what was known")
        position = bisect_right(self._moments, moment)
        if position == 0 and self._moments:
            begun = self._moments[0].isoformat()
            raise OutsideModelError(
                f"ask what was known at {moment.isoformat()}",
                f"the log begins at {begun}",
                "ask for that moment or later",
            )
        return position

    def _read_on(self) -> None:
        """Take in what was appended since the last look, and check that nothing is missing."""
        for entry in self._log.read(len(self._recorded)):
            stream = self._streams.setdefault(entry.event.stream, [])
            expected = len(self._recorded) + 1
            backwards = bool(self._moments) and entry.recorded_at < self._moments[-1]
            if entry.position != expected or entry.number != len(stream) + 1 or backwards:
                obstacle = f"position {expected} is missing, misplaced or out of its time"
                raise DamagedLogError(
                    f"read {self._log.name}", obstacle, "restore the log from a copy"
                ).at_position(expected)
            self._recorded.append(entry)
            self._moments.append(entry.recorded_at)
            self._grown.add(entry.event.stream)
            stream.append(entry)

    def _history_at(self, position: int) -> History:
        if self._history is not None and self._history[0] == position:
            return self._history[1]
        if position == len(self._recorded):
            history = self._history[1] if self._history is not None else History.of(())
            history = history.with_grown(map(self._newest, self._grown))
            self._grown.clear()
            self._history = (position, history)
            return history
        return History.of(
            _chronicle(stream, [each for each in entries if each.position <= position])
            for stream, entries in self._streams.items()
        )

    def _point(self, history: History, day: date, reading: Interpretation) -> Standpoint:
        """Return a standpoint; of all the log knows, one that uses what was derived before."""
        if self._history is None or history is not self._history[1]:
            return Standpoint(history, day, reading)
        kept = self._kept.pop(reading, None)
        kept = Kept(history) if kept is None else kept.carried_to(history)
        self._kept[reading] = kept
        if len(self._kept) > _READINGS_KEPT:
            del self._kept[next(iter(self._kept))]
        return Following(history, day, reading, kept=kept)

    def _published(self, position: int, by: date) -> tuple[History, int]:
        """Return the history that sources published by a day tell, and how many events it lacks."""
        chronicles: list[Chronicle] = []
        told = 0
        for stream, entries in self._streams.items():
            pairs = known_by(
                ((each.id, each.event) for each in entries if each.position <= position), by
            )
            told += len(pairs)
            chronicles.append(Chronicle.of(stream, settle(pairs)))
        return self._history_at(position).as_told(chronicles, by), position - told

    def _newest(self, stream: str) -> Chronicle:
        """Return the chronicle of a stream that grew: the known one, and what is new in it."""
        entries = self._streams[stream]
        length, chronicle = self._chronicles.get(stream) or (0, None)
        added = entries[length:]
        anew = len(added) > _A_FEW or any(isinstance(each.event, RecordEvent) for each in added)
        if chronicle is None or anew:
            chronicle = _chronicle(stream, entries)
        else:
            for each in added:
                chronicle = chronicle.with_one_more(Entry(each.id, each.event))
        self._chronicles[stream] = (len(entries), chronicle)
        return chronicle


def _event(given: object) -> Event:
    if not isinstance(given, Event):
        raise MalformedEventError("record events", f"{given!r} is no event", "give events")
    return given


def _chronicle(stream: str, entries: Sequence[Recorded]) -> Chronicle:
    return Chronicle.of(stream, settle((each.id, each.event) for each in entries))
