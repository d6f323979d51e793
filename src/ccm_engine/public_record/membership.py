"""Reconcile signatures, deposits, provisional application and withdrawal: each once per state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from ccm_engine.domain.events import (
    Instrument,
    InstrumentDeposited,
    ProvisionalApplicationDeclared,
    Signed,
    WithdrawalNotified,
)
from ccm_engine.public_record.claims import day_of, text_of
from ccm_engine.public_record.happenings import once
from ccm_engine.public_record.readings import Reading
from ccm_engine.public_record.versions import Settled, Statement, statement

KINDS: Final = frozenset(
    {
        "signed",
        "instrument-deposited",
        "provisional-application-declared",
        "withdrawal-notified",
    }
)


def reconcile(readings: Iterable[Reading]) -> list[Settled]:
    """Return the membership of every state: Articles 15 to 18 and 20."""
    readings = list(readings)
    signatories = {reading.state for reading in readings if reading.kind == "signed"}
    statements = [_statement(reading) for reading in readings]
    return once(
        [
            attrs.evolve(
                each, admissible=_admitted(each, signatory=each.reading.state in signatories)
            )
            for each in statements
        ],
        required=("instrument",),
    )


def _statement(reading: Reading) -> Statement:
    match reading.kind:
        case "signed":
            return statement(reading, Signed)
        case "instrument-deposited":
            name = text_of(reading.details, "instrument")
            instrument = None if name is None else Instrument(name)
            return statement(reading, InstrumentDeposited, instrument=instrument)
        case "provisional-application-declared":
            return statement(reading, ProvisionalApplicationDeclared)
        case _:
            effective = day_of(reading.details, "effective")
            day = None if effective is None else effective.exact
            return statement(reading, WithdrawalNotified, effective_on=day)


def _admitted(each: Statement, *, signatory: bool) -> bool:
    """Tell whether Article 16 admits the instrument: a signatory does not accede, others do."""
    instrument = each.fields.get("instrument")
    return instrument is None or (instrument is Instrument.ACCESSION) is not signatory
