"""Events: one with its words, the history of a stream, what became of events given to a log."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import cast

from ccm_engine.domain.events import Event
from ccm_engine.domain.explanations import in_words
from ccm_engine.engine import Receipt
from ccm_engine.exporters.envelope import Document, utc
from ccm_engine.projections.history import Happening
from ccm_engine.storage.codec import encode


def told(event: Event) -> Document:
    """Return an event in words and as a log keeps it, which `ccm record` takes back."""
    return {"in_words": in_words(event), "event": event_object(event)}


def event_object(event: Event) -> Document:
    """Return the canonical JSON object of an event: see docs/reference/events.md."""
    return cast("Document", json.loads(encode(event)))


def history_document(stream: str, name: str, happenings: Iterable[Happening]) -> Document:
    """Return `state`, `name`, `count` and `events` in the order of the log."""
    events = [_happening(each) for each in happenings]
    return {"state": stream, "name": name, "count": len(events), "events": events}


def receipt_document(receipt: Receipt) -> Document:
    """Return `count`, the events `recorded` with their places, and the `remarks`."""
    recorded = [
        {
            "id": each.id,
            "position": each.position,
            "recorded_at": utc(each.recorded_at),
            "type": each.event.TYPE,
        }
        for each in receipt.recorded
    ]
    return {"count": len(recorded), "recorded": recorded, "remarks": list(receipt.remarks)}


def made_document(log: str, receipt: Receipt, origin: str | None) -> Document:
    """Return which log was `made`, from what, and how many events it holds.

    `origin` is the name of the record it was made from, `None` for an empty log.
    """
    return {
        "made": log,
        "from": origin,
        "count": len(receipt.recorded),
        "remarks": list(receipt.remarks),
    }


def _happening(happening: Happening) -> Document:
    return {
        "id": happening.id,
        "position": happening.position,
        "recorded_at": utc(happening.recorded_at),
        "counts": happening.counts,
        "fate": happening.fate.value,
        "became": list(happening.became),
        **told(happening.event),
    }
