"""Reconcile transparency reports: Article 7.

The initial report is submitted once. An annual report is told apart by the year it was filed in,
or by the year it covers where that is not the one before: several filed together are several. A
report that came before the state's own consent, or that a source calls voluntary, is voluntary.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    InitialReportSubmitted,
    InstrumentDeposited,
    VoluntaryReportSubmitted,
)
from ccm_engine.domain.states import StateCode
from ccm_engine.public_record.claims import number_of
from ccm_engine.public_record.happenings import again, by_state, once
from ccm_engine.public_record.readings import Reading, within_period
from ccm_engine.public_record.versions import Settled, Statement, statement

KINDS: Final = frozenset(
    {"initial-report-submitted", "annual-report-submitted", "voluntary-report-submitted"}
)

Consents = Mapping[StateCode, PartialDate]
"""When each state's instrument was deposited."""


def consents(membership: Iterable[Settled]) -> Consents:
    """Return when each state consented to be bound."""
    return {
        settled.event.state: settled.event.occurred_on
        for settled in membership
        if isinstance(settled.event, InstrumentDeposited)
    }


def initial_reports(reported: Iterable[Settled]) -> Mapping[StateCode, PartialDate]:
    """Return when each state submitted its initial report."""
    return {
        settled.event.state: settled.event.occurred_on
        for settled in reported
        if isinstance(settled.event, InitialReportSubmitted)
    }


def reconcile(readings: Iterable[Reading], bound: Consents) -> list[Settled]:
    """Return every report known to have been submitted."""
    statements = [_statement(within_period(reading), bound) for reading in readings]
    voluntary = [each for each in statements if each.kind is VoluntaryReportSubmitted]
    owed = [each for each in statements if each.kind is not VoluntaryReportSubmitted]
    return once(owed, _key) + again(voluntary)


def _statement(reading: Reading, bound: Consents) -> Statement:
    if reading.kind == "initial-report-submitted":
        return statement(reading, InitialReportSubmitted)
    covered = number_of(reading.details, "year_covered")
    kind = VoluntaryReportSubmitted if _voluntary(reading, bound) else AnnualReportSubmitted
    return statement(_after_year_covered(reading), kind, year_covered=covered)


def _voluntary(reading: Reading, bound: Consents) -> bool:
    flagged = reading.kind == "voluntary-report-submitted" or bool(reading.details.get("voluntary"))
    consent = bound.get(reading.state)
    return flagged or consent is None or reading.when.latest < consent.first


def _after_year_covered(reading: Reading) -> Reading:
    """Return the reading, not before the year it covers had ended."""
    covered = number_of(reading.details, "year_covered")
    if covered is None or not reading.by_day_only:
        return reading
    earliest = date(covered + 1, 1, 1)
    if earliest > reading.when.latest:
        return reading
    return attrs.evolve(reading, when=PartialDate.between(earliest, reading.when.latest))


def _filed_in(each: Statement) -> int | None:
    """Return the year a report was filed in, as far as its day or the year covered tell."""
    when = each.when
    if when.earliest is not None and when.earliest.year == when.latest.year:
        return when.latest.year
    covered = each.fields.get("year_covered")
    return covered + 1 if isinstance(covered, int) else None


def _key(each: Statement) -> Hashable:
    """Tell annual reports apart by the year of filing, and by the year covered if unusual."""
    if each.kind is InitialReportSubmitted:
        return by_state(each)
    filed = _filed_in(each)
    covered = each.fields.get("year_covered")
    usual = covered is None or filed is None or covered == filed - 1
    return by_state(each), filed, None if usual else covered
