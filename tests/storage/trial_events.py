"""Real events to fill logs with, in batches of several sizes."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from itertools import count, islice
from typing import TYPE_CHECKING, Final

import attrs

from ccm_engine.domain.events import InstrumentDeposited
from ccm_engine.public_record import packaged_events
from ccm_engine.storage.codec import encode
from tests.storage.trial_rows import NOON

if TYPE_CHECKING:
    from ccm_engine.domain.events import Event
    from ccm_engine.log import EventLog, Recorded

THRESHOLD: Final = 30
"""How many instruments brought the Convention into force: Article 17(1)."""
STREAMS: Final = frozenset({"BGR", "CCM", "LAO", "LTU"})
SIZES: Final = (1, 2, 3, 5, 8, 13, 21, 34, 55)
"""How many events each append has: heads of one peak, of several, and of subtrees that merge."""


@cache
def trial_events() -> tuple[Event, ...]:
    """Give the instruments that brought the Convention into force, and all of a few streams."""
    instruments = count(1)
    found = (
        each
        for each in packaged_events()
        if (isinstance(each, InstrumentDeposited) and next(instruments) <= THRESHOLD)
        or each.stream in STREAMS
    )
    return tuple(islice(found, sum(SIZES)))


def filled(log: EventLog) -> None:
    """Append all trial events, batch by batch, a minute apart."""
    events, expected = iter(trial_events()), dict[str, int]()
    for minutes, size in enumerate(SIZES):
        moment = NOON + timedelta(minutes=minutes, microseconds=7)
        for each in log.append([*islice(events, size)], expected=expected, recorded_at=moment):
            expected[each.event.stream] = each.number


@cache
def numbered_batch(size: int) -> tuple[Event, ...]:
    """Give short events of one stream, each of which says where in its batch it stands."""
    shortest = min(packaged_events(), key=lambda each: len(encode(each)))
    return tuple(attrs.evolve(shortest, note=f"{place} of {size}") for place in range(1, size + 1))


def appended(log: EventLog, size: int) -> tuple[Recorded, ...]:
    """Append a numbered batch to a log that has no other stream."""
    batch = numbered_batch(size)
    return log.append(batch, expected={batch[0].stream: log.head()}, recorded_at=NOON)
