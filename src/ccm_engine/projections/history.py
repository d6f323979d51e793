"""Every event of one stream, with its sources and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs

from ccm_engine.domain.events import (
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    Event,
    Retracted,
)


@attrs.frozen
class Happening:
    """One recorded event; `became` says what was recorded about it later, in words.

    `counts` tells whether it had happened by the legal day asked about.
    """

    id: str
    position: int
    recorded_at: datetime
    event: Event
    became: tuple[str, ...]
    counts: bool


@attrs.frozen
class Placed:
    """An event with its identifier and its place in the log."""

    id: str
    position: int
    recorded_at: datetime
    event: Event


def history(placed: Iterable[Placed], counting: frozenset[str]) -> tuple[Happening, ...]:
    """Return the events of one stream in the order of the log.

    `counting` are the identifiers of the events that count on the day asked about.
    """
    events = list(placed)
    became: dict[str, list[str]] = {}
    for each in events:
        word = _said(each.event)
        if word is not None:
            target, what = word
            became.setdefault(target, []).append(f"{what} by {each.id}")
    return tuple(
        Happening(
            each.id,
            each.position,
            each.recorded_at,
            each.event,
            tuple(became.get(each.id, ())),
            each.id in counting,
        )
        for each in events
    )


def _said(event: Event) -> tuple[str, str] | None:
    """Return what an event about the record does to which event, in a word."""
    match event:
        case Retracted(target=target):
            return target, "retracted"
        case Corrected(target=target):
            return target, "corrected"
        case Disputed(target=target):
            return target, "disputed"
        case Corroborated(target=target):
            return target, "corroborated"
        case DisputeResolved(target=target, upheld=upheld):
            return target, "upheld" if upheld else "dismissed"
        case _:
            return None
