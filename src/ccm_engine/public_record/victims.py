"""Reconcile who has victims, and who designated a focal point: Article 5."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ccm_engine.domain.events import (
    Event,
    FocalPointDesignated,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.public_record.happenings import again
from ccm_engine.public_record.readings import Reading
from ccm_engine.public_record.versions import Settled, statement

TYPES: Final[Mapping[str, type[Event]]] = {
    "victims-reported": VictimsReported,
    "victims-absence-declared": VictimsAbsenceDeclared,
    "victim-assistance-focal-point-designated": FocalPointDesignated,
}

KINDS: Final = frozenset(TYPES)


def reconcile(readings: Iterable[Reading]) -> list[Settled]:
    """Return what is known of victims and of who looks after them."""
    return again(statement(reading, TYPES[reading.kind]) for reading in readings)
