"""Reconcile who asked for assistance, what was counted of it, and country coalitions: Article 6."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from ccm_engine.domain.events import (
    AssistanceRequested,
    CountryCoalitionConcluded,
    CountryCoalitionFormed,
    CountStated,
)
from ccm_engine.public_record.claims import number_of, text_of
from ccm_engine.public_record.happenings import again, by_state
from ccm_engine.public_record.readings import Reading, within_period
from ccm_engine.public_record.versions import Settled, Statement, statement

COUNTS: Final = "assistance-counts"

KINDS: Final = frozenset({"assistance-requested", "country-coalition", COUNTS})

COUNTED: Final = ("requested", "provided", "received")

_CONCLUDED: Final = "concluded with "


def reconcile(readings: Iterable[Reading]) -> list[Settled]:
    """Return every request, every coalition, and each count of states that are not named."""
    readings = sorted(readings, key=lambda reading: reading.claim.id)
    named = again((_statement(each) for each in readings if each.kind != COUNTS), _key)
    counts = (_counts(each) for each in readings if each.kind == COUNTS)
    return named + [settled for each in counts for settled in each]


def _statement(reading: Reading) -> Statement:
    if reading.kind == "country-coalition":
        return _coalition(reading)
    return statement(
        within_period(reading),
        AssistanceRequested,
        year=_year(reading),
        period=text_of(reading.details, "period"),
        article=number_of(reading.details, "article"),
        purpose=text_of(reading.details, "purpose"),
    )


def _coalition(reading: Reading) -> Statement:
    status = text_of(reading.details, "status") or ""
    if status.startswith(_CONCLUDED):
        outcome = status.removeprefix(_CONCLUDED)
        return statement(reading, CountryCoalitionConcluded, outcome=outcome)
    return statement(reading, CountryCoalitionFormed)


def _year(reading: Reading) -> int | None:
    """Return the calendar year a source names as the day, `None` where it names none."""
    when = reading.claim.on
    whole_year = when is not None and len(str(when)) == len("2019")
    return when.latest.year if when is not None and whole_year else None


def _counts(reading: Reading) -> Iterator[Settled]:
    for what in COUNTED:
        count = number_of(reading.details, what)
        if count is not None:
            yield Settled(
                CountStated(
                    occurred_on=reading.when,
                    citations=(reading.citation,),
                    subject=f"assistance-{what}",
                    count=count,
                    year=_year(reading),
                    of="States Parties",
                )
            )


def _key(each: Statement) -> Hashable:
    return by_state(each), each.fields.get("article"), each.fields.get("year")
