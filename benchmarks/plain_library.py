"""The same log the way `eventsourcing` keeps one by itself: its mapper, its transcoder, its table.

Its events are frozen dataclasses, as its own are, and hold what ours hold. What ours turn into
days and citations with validators, these keep as plain JSON values, which is quicker to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import orjson
from eventsourcing.persistence import DatetimeAsISO, JSONTranscoder, Mapper
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

from ccm_engine.log import Recorded
from ccm_engine.storage.codec import encode

PAGE: Final = 1000


@dataclass(frozen=True)
class PlainEvent:
    """An event as an application of the library would have it."""

    originator_id: str
    originator_version: int
    timestamp: datetime
    kind: str
    content: dict[str, Any]


class PlainLog:
    """The library's recorder and mapper over one file."""

    def __init__(self, path: Path) -> None:
        """Make the library's table there."""
        store = SQLiteDatastore(str(path), originator_id_type="text")
        self._store = store
        self._recorder = SQLiteApplicationRecorder(store)
        self._recorder.create_table()
        transcoder = JSONTranscoder()
        transcoder.register(DatetimeAsISO())
        self._mapper: Mapper[str] = Mapper(transcoder)

    def append(self, recorded: Sequence[Recorded]) -> None:
        """Append these events in one transaction."""
        stored = [self._mapper.to_stored_event(_plain(each)) for each in recorded]
        self._recorder.insert_events(stored)

    def read(self) -> Iterator[object]:
        """Yield every event, page by page as the library's own readers do."""
        after: int | None = None
        while page := self._recorder.select_notifications(
            after, PAGE, inclusive_of_start=after is None
        ):
            for notification in page:
                yield self._mapper.to_domain_event(notification)
            after = page[-1].id

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()


def _plain(recorded: Recorded) -> PlainEvent:
    content: dict[str, Any] = orjson.loads(encode(recorded.event))
    return PlainEvent(
        originator_id=recorded.event.stream,
        originator_version=recorded.number,
        timestamp=recorded.recorded_at,
        kind=content.pop("type"),
        content=content,
    )
