"""Reconcile what was held, destroyed, found later and retained: Article 3.

A state completes once, unless a judgement names a second completion. Each year's retained
munitions are a happening of their own; so is each number destroyed. What was declared is one
happening per day that stands apart, and a number told without a day is a version of it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Event,
    MunitionsRetained,
    MunitionsTransferred,
    RetainedMunitionsConsumed,
    RetentionEnded,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
)
from ccm_engine.domain.states import StateCode
from ccm_engine.public_record.claims import number_of, text_of
from ccm_engine.public_record.happenings import again, by_state, once
from ccm_engine.public_record.readings import Reading
from ccm_engine.public_record.versions import Settled, Statement, statement

TYPES: Final[Mapping[str, type[Event]]] = {
    "stockpile-declared": StockpileDeclared,
    "stockpile-absence-declared": StockpileAbsenceDeclared,
    "stockpile-unverified": StockpileUnverified,
    "stockpile-destroyed": StockpileDestroyed,
    "stockpile-found": StockpileFound,
    "stockpile-destruction-completed": StockpileDestructionCompleted,
    "munitions-retained": MunitionsRetained,
    "retention-ended": RetentionEnded,
    "retained-destroyed": RetainedMunitionsConsumed,
    "retained-transferred-for-destruction": MunitionsTransferred,
}
"""The event each kind of claim becomes, where the state itself says so."""

KINDS: Final = frozenset(TYPES)

QUANTITIES: Final = ("munitions", "submunitions")

WITHOUT_QUANTITIES: Final = (StockpileAbsenceDeclared, StockpileUnverified, RetentionEnded)

ONCE: Final = (StockpileDestructionCompleted, RetentionEnded, MunitionsRetained)
"""Two days, or two numbers, of these are two versions."""


HELD_BEFORE: Final = (StockpileDeclared, StockpileDestroyed)
"""What is told of these without a day, after a completion, was so before it."""


def reconcile(
    readings: Iterable[Reading], initial_reports: Mapping[StateCode, PartialDate]
) -> list[Settled]:
    """Return what is known of every state's stockpile."""
    statements = [
        _statement(_in_year(_in_initial_report(each, initial_reports))) for each in readings
    ]
    single = once((each for each in statements if issubclass(each.kind, ONCE)), _key)
    completions = [each.event for each in single]
    repeated = [
        _before_completion(each, completions)
        for each in statements
        if not issubclass(each.kind, ONCE)
    ]
    return single + again(repeated, _key)


def _in_initial_report(
    reading: Reading, initial_reports: Mapping[StateCode, PartialDate]
) -> Reading:
    """Return a reading on the day of the initial report, where that is where it was said."""
    if reading.details.get("in") != "initial report":
        return reading
    return attrs.evolve(reading, when=initial_reports[reading.state].narrowed_by(reading.when))


def _in_year(reading: Reading) -> Reading:
    """Return a reading without a day within the year that its number is of."""
    year = number_of(reading.details, "as_of_year")
    if year is None or not reading.by_day_only:
        return reading
    known = PartialDate.parse(f"{year:04}")
    if not known.meets(reading.when):
        return reading
    return attrs.evolve(reading, when=known.narrowed_by(reading.when))


def _before_completion(each: Statement, completions: Iterable[Event]) -> Statement:
    """Return the statement, by the newest completion that had come when its source wrote."""
    if each.kind not in HELD_BEFORE or not each.reading.by_day_only:
        return each
    days = [
        event.occurred_on.latest
        for event in completions
        if isinstance(event, StockpileDestructionCompleted)
        and event.state == each.reading.state
        and event.occurred_on.latest <= each.when.latest
    ]
    if not days:
        return each
    return attrs.evolve(each, reading=attrs.evolve(each.reading, when=PartialDate.by(max(days))))


def _statement(reading: Reading) -> Statement:
    kind = TYPES[reading.kind]
    if reading.by_others:
        none_held = kind is StockpileAbsenceDeclared
        held = dict.fromkeys(QUANTITIES, 0) if none_held else _quantities(reading)
        return statement(reading, StockpileReportedByOthers, **held)
    if kind in WITHOUT_QUANTITIES:
        return statement(reading, kind)
    known: dict[str, object] = {**_quantities(reading), **_in_period(reading, kind)}
    return statement(reading, kind, munition_type=text_of(reading.details, "types"), **known)


def _quantities(reading: Reading) -> dict[str, int | None]:
    return {name: number_of(reading.details, name) for name in QUANTITIES}


def _in_period(reading: Reading, kind: type[Event]) -> dict[str, object]:
    """Return the period or year that a quantity is of, by the field its event has for it."""
    if kind is StockpileDestroyed:
        return {"period": text_of(reading.details, "period")}
    if kind is MunitionsRetained:
        return {"year": number_of(reading.details, "as_of_year")}
    if kind in (RetainedMunitionsConsumed, MunitionsTransferred):
        return {"year": reading.when.latest.year}
    return {}


def _key(each: Statement) -> Hashable:
    """Tell happenings apart by what their kind is counted by."""
    base = by_state(each)
    if each.kind is StockpileDestroyed:
        return base, each.fields.get("munitions") or each.fields.get("period")
    if each.kind is MunitionsRetained and not each.reading.happening:
        return base, each.fields.get("year")
    if each.kind is StockpileReportedByOthers:
        return base, each.fields.get("munitions") == 0
    return base
