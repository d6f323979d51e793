"""Reconcile who has victims, what is known of them, and how they are assisted: Article 5.

A source that tells of victims in numbers, or of new ones in a period, tells of casualties as well:
both events cite it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Final

from ccm_engine.domain.events import (
    AssistancePlanAdopted,
    CasualtiesReported,
    DisabilityConventionStatusReported,
    Event,
    FocalPointDesignated,
    VictimAssistanceReported,
    VictimAssistanceResourced,
    VictimDataCollected,
    VictimDataDisaggregated,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.public_record.claims import number_of, text_of
from ccm_engine.public_record.happenings import again, by_state
from ccm_engine.public_record.readings import Reading, within_period
from ccm_engine.public_record.versions import Settled, Statement, statement

TYPES: Final[Mapping[str, type[Event]]] = {
    "victims-reported": VictimsReported,
    "victims-absence-declared": VictimsAbsenceDeclared,
    "victim-assistance-focal-point-designated": FocalPointDesignated,
    "victim-assistance-plan-adopted": AssistancePlanAdopted,
    "victim-assistance-reported": VictimAssistanceReported,
    "victim-assistance-resources-mobilised": VictimAssistanceResourced,
    "victim-data-collection-reported": VictimDataCollected,
    "victim-data-disaggregated": VictimDataDisaggregated,
    "disability-convention-status": DisabilityConventionStatusReported,
}

KINDS: Final = frozenset(TYPES)

FIELDS: Final[Mapping[type[Event], Mapping[str, str]]] = {
    AssistancePlanAdopted: {"plan": "kind"},
    VictimAssistanceReported: {"period": "period"},
    VictimAssistanceResourced: {"period": "period"},
    VictimDataCollected: {"period": "period"},
    VictimDataDisaggregated: {"period": "period", "by": "by"},
    DisabilityConventionStatusReported: {"status": "status"},
}
"""What each event has of its claim: its field, and the name of that in the claim's details."""


def reconcile(readings: Iterable[Reading]) -> list[Settled]:
    """Return what is known of victims and of the assistance they are given."""
    return again((each for reading in readings for each in _statements(reading)), _key)


def _statements(reading: Reading) -> Iterator[Statement]:
    kind = TYPES[reading.kind]
    fields = FIELDS.get(kind)
    if fields is None:
        yield statement(reading, kind)
    else:
        told = {field: text_of(reading.details, name) for field, name in fields.items()}
        yield statement(within_period(reading), kind, **told)
    if kind is VictimsReported:
        yield from _casualties(reading)


def _casualties(reading: Reading) -> Iterator[Statement]:
    details = reading.details
    total = number_of(details, "number") or number_of(details, "recorded_casualties")
    told = statement(
        within_period(reading),
        CasualtiesReported,
        period=text_of(details, "period"),
        killed=number_of(details, "killed"),
        injured=number_of(details, "wounded"),
        casualties=total,
    )
    if len(told.fields) > 1:  # more than the state alone
        yield told


def _key(each: Statement) -> Hashable:
    return by_state(each), each.fields.get("plan")
