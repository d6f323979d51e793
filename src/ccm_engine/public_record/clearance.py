"""Reconcile contamination, its finding and its clearance: Article 4.

What the state declared and what only others report are different events. A state clears its last
known area once; areas declared vary over time, and none of them disputes another. An area is
taken as suspected unless the source calls it confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ccm_engine.domain.events import (
    ClearanceCompleted,
    ClearanceStrategyReported,
    ComplianceDeclared,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    Event,
    RiskEducationReported,
    SurveyReported,
)
from ccm_engine.public_record.claims import number_of, text_of
from ccm_engine.public_record.happenings import again, once
from ccm_engine.public_record.readings import Reading, within_period
from ccm_engine.public_record.versions import Settled, Statement, statement

TYPES: Final[Mapping[str, type[Event]]] = {
    "contamination-declared": ContaminationDeclared,
    "contamination-absence-declared": ContaminationAbsenceDeclared,
    "contamination-reported-by-monitor": ContaminationReportedByOthers,
    "contamination-discovered": ContaminationFound,
    "clearance-completed": ClearanceCompleted,
    "compliance-declared": ComplianceDeclared,
    "risk-education-reported": RiskEducationReported,
    "survey-reported": SurveyReported,
    "national-strategy-reported": ClearanceStrategyReported,
}

KINDS: Final = frozenset(TYPES)

ONCE: Final = (ClearanceCompleted, ComplianceDeclared)

STEPS: Final = (RiskEducationReported, SurveyReported, ClearanceStrategyReported)
"""What a state reports of its duties on the way: Article 4(2)."""


def reconcile(readings: Iterable[Reading]) -> list[Settled]:
    """Return what is known of every state's contamination, and of what it does about it."""
    statements = [_statement(within_period(reading)) for reading in readings]
    single = [each for each in statements if issubclass(each.kind, ONCE)]
    repeated = [each for each in statements if not issubclass(each.kind, ONCE)]
    return once(single) + again(repeated, numbers_vary=True)


def _statement(reading: Reading) -> Statement:
    kind = TYPES[reading.kind]
    if kind is ComplianceDeclared:
        details = reading.details
        return statement(
            reading,
            kind,
            article=number_of(details, "article"),
            meeting=text_of(details, "meeting"),
        )
    if kind in STEPS:
        return statement(reading, kind, **_step(reading))
    if kind in (ContaminationAbsenceDeclared, ClearanceCompleted):
        if reading.by_others:
            none_left = {"confirmed_m2": 0, "suspected_m2": 0, "areas": 0}
            return statement(reading, ContaminationReportedByOthers, **none_left)
        return statement(reading, kind)
    if reading.by_others:
        kind = ContaminationReportedByOthers
    return statement(reading, kind, **_areas(reading))


def _areas(reading: Reading) -> dict[str, int | None]:
    details = reading.details
    area = number_of(details, "area_m2")
    suspected = number_of(details, "suspected_m2")
    confirmed = details.get("certainty") == "confirmed"
    return {
        "confirmed_m2": area if confirmed else None,
        "suspected_m2": suspected if confirmed else area,
        "areas": number_of(details, "areas"),
    }


def _step(reading: Reading) -> dict[str, str | None]:
    details = reading.details
    told = (text_of(details, "detail"), text_of(details, "reason"))
    return {
        "period": text_of(details, "period"),
        "kind": text_of(details, "kind"),
        "detail": ": ".join(each for each in told if each) or None,
    }
