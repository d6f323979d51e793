"""The same log the way `eventsourcing` keeps one by itself: its mapper, its transcoder, its table.

Its events are frozen dataclasses, as its own are, and hold what ours hold. In `typed` events days
and citations are objects, for which the library has its transcodings; in `loose` ones they are
left as plain JSON values, which is quicker to read and no longer the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import orjson
from eventsourcing.persistence import DatetimeAsISO, JSONTranscoder, Mapper, Transcoding
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Event
from ccm_engine.domain.sources import Authority, Citation
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
    occurred_on: object
    citations: list[Any]
    rest: dict[str, Any]


class _PartialDateAsText(Transcoding):
    type = PartialDate
    name = "partial_date"

    def encode(self, obj: PartialDate) -> str:
        return str(obj)

    def decode(self, data: str) -> PartialDate:
        return PartialDate.parse(data)


class _AuthorityAsText(Transcoding):
    type = Authority
    name = "authority"

    def encode(self, obj: Authority) -> str:
        return obj.value

    def decode(self, data: str) -> Authority:
        return Authority(data)


class _CitationAsDict(Transcoding):
    type = Citation
    name = "citation"

    def encode(self, obj: Citation) -> dict[str, object]:
        names = ("document", "publisher", "authority", "published", "url", "claim", "note")
        return {name: value for name in names if (value := getattr(obj, name)) is not None}

    def decode(self, data: dict[str, Any]) -> Citation:
        return Citation(**data)


class PlainLog:
    """The library's recorder and mapper over one file."""

    def __init__(self, path: Path, plain: Callable[[Recorded], PlainEvent]) -> None:
        """Make the library's table there; `plain` is `typed` or `loose`."""
        self._plain = plain
        self._store = SQLiteDatastore(str(path), originator_id_type="text")
        self._recorder = SQLiteApplicationRecorder(self._store)
        self._recorder.create_table()
        transcoder = JSONTranscoder()
        for each in (DatetimeAsISO, _PartialDateAsText, _AuthorityAsText, _CitationAsDict):
            transcoder.register(each())
        self._mapper: Mapper[str] = Mapper(transcoder)

    def append(self, recorded: Sequence[Recorded]) -> None:
        """Append these events in one transaction."""
        stored = [self._mapper.to_stored_event(self._plain(each)) for each in recorded]
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


def loose(recorded: Recorded) -> PlainEvent:
    """Return the event with its content as JSON has it."""
    rest = _as_json(recorded.event)
    return PlainEvent(
        originator_id=recorded.event.stream,
        originator_version=recorded.number,
        timestamp=recorded.recorded_at,
        kind=rest.pop("type"),
        occurred_on=rest.pop("occurred_on"),
        citations=rest.pop("citations"),
        rest=rest,
    )


def typed(recorded: Recorded) -> PlainEvent:
    """Return the event with days and citations as objects."""
    event, like = recorded.event, loose(recorded)
    return PlainEvent(
        originator_id=like.originator_id,
        originator_version=like.originator_version,
        timestamp=like.timestamp,
        kind=like.kind,
        occurred_on=event.occurred_on,
        citations=list(event.citations),
        rest=like.rest,
    )


def _as_json(event: Event) -> dict[str, Any]:
    content: dict[str, Any] = orjson.loads(encode(event))
    return content
