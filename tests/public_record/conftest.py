"""The record as the packaged claims make it, reconciled once for all tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import attrs
import pytest

from ccm_engine.domain.events import Disputed, Event
from ccm_engine.public_record.ordering import Placed
from ccm_engine.public_record.packaging import packaged_sources
from ccm_engine.public_record.reconciliation import Reconciled, Sources, reconcile

E = TypeVar("E", bound=Event)


@attrs.frozen
class Record:
    """Asks the reconciled record for the events of one state or of the Convention."""

    placed: tuple[Placed, ...]

    def of(self, stream: str, kind: type[E]) -> list[E]:
        found: Iterable[Event] = (each.event for each in self.placed)
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


@pytest.fixture(scope="session")
def sources() -> Sources:
    return packaged_sources()


@pytest.fixture(scope="session")
def reconciled(sources: Sources) -> Reconciled:
    return reconcile(sources)


@pytest.fixture(scope="session")
def record(reconciled: Reconciled) -> Record:
    return Record(reconciled.placed)
