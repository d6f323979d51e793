"""A log of typed events over a store of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from ccm_engine.domain.events import Event
from ccm_engine.errors import CcmError
from ccm_engine.log import Recorded, Seal
from ccm_engine.storage.codec import decode, encode
from ccm_engine.storage.integrity import (
    OF_ANOTHER_KIND,
    damaged,
    opening,
    unreadable,
    verified,
)
from ccm_engine.storage.moments import moment
from ccm_engine.storage.rows import NewRow, RowStore
from ccm_engine.storage.seals import line

_NO_EVENT: Final = "holds what no event does"


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
        taken_at = moment(placed[0].recorded_at) if placed else recorded_at
        return tuple(
            _new_recorded(Recorded, (row[0], row[2], taken_at, event))
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
                filed = event.stream == stream and payload.startswith(opening(topic))
                taken_at = moment(recorded_at)
            except CcmError as error:
                raise unreadable(self.name, position, error) from error
            except OF_ANOTHER_KIND as error:
                raise damaged(self.name, position, f"{_NO_EVENT}: {error}") from error
            if not filed:
                raise damaged(self.name, position, f"is filed as {topic} of {stream}")
            yield _new_recorded(Recorded, (position, number, taken_at, event))

    def lines(self, after: int = 0) -> Iterator[bytes]:
        """Yield the canonical line of each event after a position; see `EventLog.lines`."""
        for row in self._rows.read(after):
            try:
                text = line(*row)
            except OF_ANOTHER_KIND as error:
                raise damaged(self.name, row.position, f"{_NO_EVENT}: {error}") from error
            yield text

    def verify(self) -> Seal:
        """Recompute everything from the first event on; see `EventLog.verify`."""
        return verified(self._rows)

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
