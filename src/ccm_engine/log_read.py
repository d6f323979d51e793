"""What was read of a log so far, kept in memory, and the histories made of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Final

from ccm_engine.domain.calendar import exact_moment
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import Entry, Event, RecordEvent
from ccm_engine.domain.following import Following, Kept
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.domain.publication import known_by
from ccm_engine.domain.settlement import settle
from ccm_engine.domain.standpoint import History, Standpoint
from ccm_engine.errors import DamagedLogError, OutsideModelError
from ccm_engine.log import EventLog, Recorded

_READINGS_KEPT: Final = 4
"""For how many readings, the last ones asked by, answers are kept until they no longer hold."""

_A_FEW: Final = 16
"""So many new events of a stream are put in their places one by one; more, all are sorted anew."""

_BEFORE_ALL: Final = datetime.min.replace(tzinfo=UTC)


class LogRead:
    """The events read of one log, each stream's chronicle, and what was derived from the last.

    It takes no lock: whoever shares it among threads does.
    """

    def __init__(self, log: EventLog) -> None:
        """Begin with nothing read."""
        self._log = log
        self._recorded: list[Recorded] = []
        self._streams: dict[str, list[Recorded]] = {}
        self._chronicles: dict[str, tuple[int, Chronicle]] = {}
        self._history: tuple[int, History] | None = None
        self._kept: dict[Interpretation, Kept] = {}

    def __len__(self) -> int:
        """How many events were read, which is the last position."""
        return len(self._recorded)

    def stream(self, name: str) -> Sequence[Recorded]:
        """Return what was read of one stream, in order."""
        return self._streams.get(name, ())

    def moment(self, position: int) -> datetime | None:
        """Return when a position was recorded; `None` of an empty log, position 0."""
        return self._recorded[position - 1].recorded_at if position else None

    def read_on(self) -> None:
        """Take in what was appended since the last look.

        Raises `DamagedLogError` with the first position that is missing or misplaced.
        """
        recorded, streams = self._recorded, self._streams
        last = self.moment(len(recorded)) or _BEFORE_ALL
        for entry in self._log.read(len(recorded)):
            position, number, recorded_at, event = entry
            stream = streams.get(event.stream, [])
            expected = len(recorded) + 1
            if position != expected or number != len(stream) + 1 or recorded_at < last:
                obstacle = f"position {expected} is missing, misplaced or out of its time"
                raise DamagedLogError(
                    f"read {self._log.name}", obstacle, "restore the log from a copy"
                ).at_position(expected)
            recorded.append(entry)
            stream.append(entry)
            if number == 1:
                streams[event.stream] = stream
            last = recorded_at

    def position(self, known_at: datetime | int | None) -> int:
        """Return the last position known at a moment, or the one given; `None` is all.

        Raises `OutsideModelError` for a moment before the log began, or a position it lacks.
        """
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
        position = bisect_right(self._recorded, moment, key=attrgetter("recorded_at"))
        if position == 0 and self._recorded:
            begun = self._recorded[0].recorded_at.isoformat()
            raise OutsideModelError(
                f"ask what was known at {moment.isoformat()}",
                f"the log begins at {begun}",
                "ask for that moment or later",
            )
        return position

    def history(self, position: int) -> History:
        """Return what stands in the record by a position; that of all there is, is kept."""
        if self._history is not None and self._history[0] == position:
            return self._history[1]
        if position == len(self._recorded):
            history = self._history[1] if self._history is not None else History.of(())
            newest = {stream: self._newest(stream) for stream in self._grown()}
            history = history.with_grown(chronicle for _, chronicle in newest.values())
            # Who is interrupted before the history stands begins anew with all that grew.
            self._history = (position, history)
            self._chronicles |= newest
            return history
        return History.of(
            _chronicle(stream, [each for each in entries if each.position <= position])
            for stream, entries in self._streams.items()
        )

    def published(self, position: int, by: date) -> tuple[History, int]:
        """Return the history that sources published by a day tell, and how many events it lacks."""
        chronicles: list[Chronicle] = []
        told = 0
        for stream, entries in self._streams.items():
            pairs = known_by(
                ((each.id, each.event) for each in entries if each.position <= position), by
            )
            told += len(pairs)
            chronicles.append(Chronicle.of(stream, settle(pairs)))
        return self.history(position).as_told(chronicles, by), position - told

    def standpoint(self, history: History, day: date, reading: Interpretation) -> Standpoint:
        """Return a standpoint; of all the log knows, one that uses what was derived before."""
        if self._history is None or history is not self._history[1]:
            return Standpoint(history, day, reading)
        kept = self._kept.pop(reading, None)
        kept = Kept(history) if kept is None else kept.carried_to(history)
        self._kept[reading] = kept
        if len(self._kept) > _READINGS_KEPT:
            del self._kept[next(iter(self._kept))]
        return Following(history, day, reading, kept=kept)

    def _grown(self) -> Sequence[str]:
        """Return the streams that have more events than their chronicles."""
        return [
            name
            for name, entries in self._streams.items()
            if name not in self._chronicles or self._chronicles[name][0] < len(entries)
        ]

    def _newest(self, stream: str) -> tuple[int, Chronicle]:
        """Return a stream that grew: its length, and its chronicle with what is new in it."""
        entries = self._streams[stream]
        length, chronicle = self._chronicles.get(stream) or (0, None)
        added = entries[length:]
        anew = len(added) > _A_FEW or any(isinstance(each.event, RecordEvent) for each in added)
        if chronicle is None or anew:
            chronicle = _chronicle(stream, entries)
        else:
            for each in added:
                chronicle = chronicle.with_one_more(Entry[Event](each.id, each.event))
        return len(entries), chronicle


def _chronicle(stream: str, entries: Sequence[Recorded]) -> Chronicle:
    return Chronicle.of(stream, settle((each.id, each.event) for each in entries))
