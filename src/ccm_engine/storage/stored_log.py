"""A log of typed events over a store of rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from ccm_engine.domain.events import Event
from ccm_engine.errors import CcmError, DamagedLogError, NewerEventTypeError, NewerLogError
from ccm_engine.log import Recorded
from ccm_engine.storage.codec import decode, encode
from ccm_engine.storage.rows import NewRow, Row, RowStore


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
            yield self._recorded(row)

    def _recorded(self, row: Row) -> Recorded:
        try:
            event = decode(row.payload)
        except NewerEventTypeError as error:
            asked, remedy = f"read {self.name}", "upgrade ccm-engine"
            raise NewerLogError(asked, error.obstacle, remedy).at_position(row.position) from error
        except CcmError as error:
            obstacle = f"position {row.position} cannot be read: {error}"
            raise self._damaged(row, obstacle) from error
        named = row.payload.startswith(b'{"type":"' + row.topic.encode() + b'"')
        if event.stream != row.stream or not named:
            obstacle = f"position {row.position} is filed as {row.topic} of {row.stream}"
            raise self._damaged(row, obstacle)
        return Recorded(row.position, row.version, moment(row.recorded_at), event)

    def _damaged(self, row: Row, obstacle: str) -> DamagedLogError:
        error = DamagedLogError(f"read {self.name}", obstacle, "restore the log from a copy")
        return error.at_position(row.position)

    def head(self) -> int:
        """Return the last position, 0 if the log is empty."""
        return self._rows.head()

    def close(self) -> None:
        """Let go of files and connections."""
        self._rows.close()


@lru_cache(maxsize=4096)
def moment(text: str) -> datetime:
    """Return the UTC moment a row was recorded at."""
    return datetime.fromisoformat(text).astimezone(UTC)
