"""Reconcile what states were said to have, or to have in hand, to give effect: Article 9.

A status list gives the position of one day and names every state: each list is a happening of its
own, however many there are. What other sources tell is told apart by the measure and by its day: a
law under consideration in 2013 and a law of 2016 are two, and so are a law passed and in effect.
A source without a day never speaks across another status: no measure in 2012, one under
consideration in 2017 and none again in 2018 are three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate, parse_day
from ccm_engine.domain.events import (
    LegislationProcessCompleted,
    Measure,
    NationalMeasureReported,
)
from ccm_engine.public_record.claims import text_of
from ccm_engine.public_record.happenings import again, by_state
from ccm_engine.public_record.readings import Reading
from ccm_engine.public_record.versions import Settled, Statement, statement

KINDS: Final = frozenset(
    {
        "national-measure-reported",
        "investment-prohibition-reported",
        "legislation-process-completed",
    }
)


def reconcile(readings: Iterable[Reading]) -> list[Settled]:
    """Return every measure reported, and every process of legislation that ended."""
    statements = [_statement(reading) for reading in readings]
    runs = _runs(statements)

    def key(each: Statement) -> Hashable:
        return by_state(each), *_told(each), runs.get(each.reading.claim.id)

    return again(statements, key)


def _statement(reading: Reading) -> Statement:
    details = reading.details
    if reading.kind == "legislation-process-completed":
        return statement(
            _between_lists(reading),
            LegislationProcessCompleted,
            period=text_of(details, "period"),
        )
    return statement(
        reading,
        NationalMeasureReported,
        measure=_measure(reading),
        title=text_of(details, "title"),
        listed_on=_listed_on(reading),
    )


def _measure(reading: Reading) -> Measure:
    if reading.kind == "investment-prohibition-reported":
        return Measure.INVESTMENT_PROHIBITION
    return Measure(str(reading.details["status"]).replace("_", "-"))


def _listed_on(reading: Reading) -> date | None:
    day = text_of(reading.details, "as_of")
    return None if day is None else parse_day(day)


def _between_lists(reading: Reading) -> Reading:
    """Return a reading whose period says on which days of two lists it did and did not go on."""
    period = text_of(reading.details, "period")
    if period is None:
        return reading
    return attrs.evolve(reading, when=PartialDate.parse(period).narrowed_by(reading.when))


def _told(each: Statement) -> tuple[object, object]:
    return each.fields.get("measure"), each.fields.get("listed_on")


def _runs(statements: Iterable[Statement]) -> Mapping[str, int]:
    """Count, for each claim, how many times its state's status had changed by then.

    A prohibition of investment stands beside any status, and changes none.
    """
    series: dict[str, list[Statement]] = defaultdict(list)
    for each in sorted(statements, key=_by_last_day):
        if each.fields.get("measure") not in (None, Measure.INVESTMENT_PROHIBITION):
            series[each.reading.state].append(each)
    runs: dict[str, int] = {}
    for told in series.values():
        changes = 0
        for before, each in pairwise([told[0], *told]):
            changes += before.fields["measure"] is not each.fields["measure"]
            runs[each.reading.claim.id] = changes
    return runs


def _by_last_day(each: Statement) -> tuple[date, date, str]:
    return each.when.latest, each.when.first, each.reading.claim.id
