"""The same log as an application of `eventsourcing` keeps it by its defaults: aggregates.

What its tutorial leads to: one aggregate a stream, whose decorated method makes the events; an
application over SQLite, whose repository replays them; the library's mapper and JSON, with
transcodings for days and citations. What is rebuilt is the list of what happened to each stream.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final
from uuid import NAMESPACE_OID, UUID, uuid5

import orjson
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
from eventsourcing.persistence import JSONTranscoder, Transcoding

from benchmarks.figures import Figure, at_least, milliseconds
from benchmarks.held import RECORDED_AT
from benchmarks.measuring import interleaved, ratio, timed
from benchmarks.synthetic import synthetic_events
from ccm_engine import Engine
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Event
from ccm_engine.domain.sources import Authority, Citation
from ccm_engine.domain.standpoint import History
from ccm_engine.log import EventLog
from ccm_engine.storage import open_log
from ccm_engine.storage.codec import encode

_EVENTS: Final = 20_000
_ROUNDS: Final = 5
_DAY: Final = date(2026, 11, 20)


class Story(Aggregate):
    """What happened to one stream, in the order of the log."""

    def __init__(self, stream: str) -> None:
        """Begin with nothing."""
        self.stream = stream
        self.happened: list[tuple[str, object, list[object], dict[str, Any]]] = []

    @staticmethod
    def create_id(stream: str) -> UUID:
        """Return the identifier of a stream's aggregate."""
        return uuid5(NAMESPACE_OID, stream)

    @event("Happened")
    def happen(
        self, kind: str, occurred_on: object, citations: list[object], rest: dict[str, Any]
    ) -> None:
        """Take in what happened next."""
        self.happened.append((kind, occurred_on, citations, rest))


class _DayAsText(Transcoding):
    type = PartialDate
    name = "day"

    def encode(self, obj: PartialDate) -> str:
        return str(obj)

    def decode(self, data: str) -> PartialDate:
        return PartialDate.parse(data)


class _CitationAsDict(Transcoding):
    type = Citation
    name = "citation"

    def encode(self, obj: Citation) -> dict[str, object]:
        names = ("document", "publisher", "published", "url", "claim", "note", "gives")
        given = {name: value for name in names if (value := getattr(obj, name)) is not None}
        return {**given, "authority": obj.authority.value}

    def decode(self, data: dict[str, Any]) -> Citation:
        data["authority"] = Authority(data["authority"])
        return Citation(**data)


class Stories(Application[UUID]):
    """All streams, one aggregate each, in a file."""

    def __init__(self, path: Path) -> None:
        """Open the file by the library's own settings."""
        super().__init__(
            env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(path)}
        )

    def register_transcodings(self, transcoder: JSONTranscoder) -> None:
        """Teach the library's JSON days and citations."""
        super().register_transcodings(transcoder)
        transcoder.register(_DayAsText())
        transcoder.register(_CitationAsDict())

    def tell(self, events: Iterable[Event]) -> list[UUID]:
        """Have all this happen, save it, and return the identifiers of the aggregates."""
        stories: dict[str, Story] = {}
        for each in events:
            if each.stream not in stories:
                stories[each.stream] = Story(each.stream)
            rest: dict[str, Any] = orjson.loads(encode(each))
            kind = rest.pop("type")
            del rest["occurred_on"], rest["citations"]
            stories[each.stream].happen(kind, each.occurred_on, list(each.citations), rest)
        self.save(*stories.values())
        return [story.id for story in stories.values()]

    def rebuilt(self, names: Sequence[UUID]) -> list[Story]:
        """Return the aggregates, replayed from their events."""
        found: list[Story] = [self.repository.get(name) for name in names]
        return found


def library_application() -> list[Figure]:
    """Measure rebuilding every aggregate, beside reading the log, and reading and folding it."""
    events = synthetic_events(_EVENTS)
    with (
        TemporaryDirectory() as folder,
        closing(open_log(Path(folder, "ccm.sqlite"), create=True)) as log,
        closing(Stories(Path(folder, "library.sqlite"))) as stories,
    ):
        log.append(events, expected={}, recorded_at=RECORDED_AT)
        names = stories.tell(events)
        found = interleaved(
            {
                "library": timed(lambda: stories.rebuilt(names)),
                "read": timed(lambda: list(log.read())),
                "folded": timed(lambda: folded(log)),
            },
            _ROUNDS,
        )
    library, read, fold = (milliseconds(median(each)) for each in found.values())
    return [
        Figure(
            "library's aggregates by repository.get / log read",
            ratio(found["library"], found["read"]),
            "x",
            at_least(4),
            f"{_EVENTS:,} events, {len(names)} streams: {library} / {read}",
        ),
        Figure(
            "library's aggregates by repository.get / log read and folded",
            ratio(found["library"], found["folded"]),
            "x",
            guide=f"{library} / {fold}",
        ),
    ]


def folded(log: EventLog) -> History:
    """Read a log and fold every stream, with nothing kept from before."""
    return Engine(log).on(_DAY).point.history
