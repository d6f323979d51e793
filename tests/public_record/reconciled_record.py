"""Ask the reconciled record for the events of one state, or of the Convention."""

from __future__ import annotations

from typing import TypeVar

import attrs

from ccm_engine.domain.events import Disputed, Event
from ccm_engine.public_record.ordering import Placed

E = TypeVar("E", bound=Event)


@attrs.frozen
class Record:
    """Asks the reconciled record for the events of one state or of the Convention."""

    placed: tuple[Placed, ...]

    def of(self, stream: str, kind: type[E]) -> list[E]:
        found = (each.event for each in self.placed)
        return [event for event in found if event.stream == stream and isinstance(event, kind)]

    def only(self, stream: str, kind: type[E]) -> E:
        (event,) = self.of(stream, kind)
        return event

    def versions(self, stream: str, kind: type[E]) -> list[E]:
        """Return what other sources say instead of an event of this kind."""
        disputes = (dispute.alternative for dispute in self.of(stream, Disputed))
        return [each for each in disputes if isinstance(each, kind)]

    def disputed(self, stream: str, kind: type[E]) -> list[E]:
        """Return the events of this kind that a dispute speaks of."""
        targets = {dispute.target for dispute in self.of(stream, Disputed)}
        return [
            each.event
            for each in self.placed
            if each.id in targets and isinstance(each.event, kind)
        ]


def days(events: list[E]) -> list[str]:
    """Write the days of events as far as they are known."""
    return [str(event.occurred_on) for event in events]
