"""Put events in the one order the log has, and give disputes the identifiers they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from ccm_engine.domain.events import CONVENTION, EVENT_TYPES, Disputed, Event
from ccm_engine.public_record.versions import Settled
from ccm_engine.storage.codec import encode

_KINDS: Final = {name: number for number, name in enumerate(EVENT_TYPES)}
"""The order of the kinds: what makes another possible comes first, as a signature, a request."""


@attrs.frozen
class Placed:
    """An event with the identifier its place in the log gives it (`BGR#7`)."""

    id: str
    event: Event


def in_order(happenings: Iterable[Settled]) -> list[Placed]:
    """Return all events in the order of the log: each followed by its disputes.

    Order: the last day an event can mean; the Convention before the states, these by code; the
    kind; the event as written. So it does not depend on the order of the claims.
    """
    numbers: Counter[str] = Counter()
    return [
        placed
        for settled in sorted(happenings, key=_place)
        for placed in _with_disputes(settled, numbers)
    ]


def _place(settled: Settled) -> tuple[object, ...]:
    event = settled.event
    return (
        event.occurred_on.latest,
        event.stream != CONVENTION,
        event.stream,
        _KINDS[event.TYPE],
        encode(event),
    )


def _with_disputes(settled: Settled, numbers: Counter[str]) -> Iterator[Placed]:
    target = _numbered(settled.event, numbers)
    yield target
    for alternative in sorted(settled.disputes, key=encode):
        dispute = Disputed(
            occurred_on=alternative.occurred_on,
            citations=alternative.citations,
            target=target.id,
            alternative=alternative,
        )
        yield _numbered(dispute, numbers)


def _numbered(event: Event, numbers: Counter[str]) -> Placed:
    numbers[event.stream] += 1
    return Placed(f"{event.stream}#{numbers[event.stream]}", event)
