"""A log of typed events over a store of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from ccm_engine.domain.events import Event
from ccm_engine.errors import (
    CcmError,
    DamagedLogError,
    LogError,
    NewerEventTypeError,
    NewerLogError,
)
from ccm_engine.log import Recorded
from ccm_engine.storage.codec import decode, encode
from ccm_engine.storage.rows import NewRow, RowStore


class StoredLog:
    """An `EventLog` whose events are rows of a store; see `ccm_engine.log`."""

    def __init__(self, rows: RowStore) -> None:
        """Read and write through `rows`."""
        self._rows = rows

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return self._rows.name

    def append(
        self, events: Sequence[Event], *, expected: Mapping[str, int], recorded_at: datetime
    ) -> tuple[Recorded, ...]:
        """Append all of these or none; see `EventLog.append`."""
        numbers = dict(expected)
        rows: list[NewRow] = []
        for event in events:
            stream = event.stream
            numbers[stream] = number = numbers.get(stream, 0) + 1
            rows.append(NewRow(stream, number, event.TYPE, encode(event)))
        placed = self._rows.append(rows, recorded_at)
        return tuple(
            Recorded(row.position, row.version, moment(row.recorded_at), event)
            for row, event in zip(placed, events, strict=True)
        )

    def read(self, after: int = 0) -> Iterator[Recorded]:
        """Yield what stands after a position, every event through its own validators.

        Raises `DamagedLogError` with the position of the first event that cannot be read.
        """
        for row in self._rows.read(after):
            position, stream, number, topic, payload, recorded_at = row
            try:
                event = decode(payload)
            except CcmError as error:
                raise self._unreadable(position, error) from error
            if event.stream != stream or not payload.startswith(_opening(topic)):
                raise self._damaged(position, f"is filed as {topic} of {stream}")
            yield _new_recorded(Recorded, (position, number, moment(recorded_at), event))

    def _unreadable(self, position: int, error: CcmError) -> LogError:
        if isinstance(error, NewerEventTypeError):
            asked, remedy = f"read {self.name}", "upgrade ccm-engine"
            return NewerLogError(asked, error.obstacle, remedy).at_position(position)
        return self._damaged(position, f"cannot be read: {error}")

    def _damaged(self, position: int, words: str) -> DamagedLogError:
        obstacle = f"position {position} {words}"
        error = DamagedLogError(f"read {self.name}", obstacle, "restore the log from a copy")
        return error.at_position(position)

    def head(self) -> int:
        """Return the last position, 0 if the log is empty."""
        return self._rows.head()

    def close(self) -> None:
        """Let go of files and connections."""
        self._rows.close()


# What `Recorded._make` does, without its Python frame: replay is measurably faster for it.
_new_recorded: Final[Callable[[type[Recorded], tuple[object, ...]], Recorded]] = vars(tuple)[
    "__new__"
]


@lru_cache(maxsize=1024)
def _opening(topic: str) -> bytes:
    """Return how the payload of an event with that stored name begins."""
    return b'{"type":"' + topic.encode() + b'"'


@lru_cache(maxsize=4096)
def moment(text: str) -> datetime:
    """Return the UTC moment a row was recorded at."""
    return datetime.fromisoformat(text).astimezone(UTC)
