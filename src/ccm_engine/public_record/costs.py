"""Read what rows tell of money, and of states that are counted and not named: Article 14.

Rows give francs; events hundredths of a franc.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    CountStated,
    SponsorshipGiven,
    UnitBudgetAdopted,
    UnitContributionMade,
    UnitReserveReported,
)
from ccm_engine.public_record.claims import Details, number_of, text_of
from ccm_engine.public_record.rows import Calendar, Fact, fact, told

CENTS: Final = 100


def _sponsorship(row: Details, calendar: Calendar) -> Fact:
    yearly = "amount_chf_per_year" in row
    period, meeting = text_of(row, "period"), calendar.meeting(row)
    return fact(
        row,
        SponsorshipGiven,
        (meeting, period, text_of(row, "sponsor")),
        when=_in_period(row, calendar),
        meeting=meeting,
        period=period,
        sponsor=text_of(row, "sponsor"),
        amount_cents=_cents(row, "amount_chf_per_year" if yearly else "amount_chf"),
        delegates=_either(row, "delegates", "delegates_per_meeting"),
        states=_either(row, "states", "states_per_meeting"),
        note="the amount is an average a year" if yearly else None,
    )


def _reserve(row: Details, _: Calendar) -> Fact:
    return fact(
        row,
        UnitReserveReported,
        (number_of(row, "year"), _cents(row, "amount_chf")),
        when=_in_year(row),
        amount_cents=_cents(row, "amount_chf"),
    )


def _budget(row: Details, calendar: Calendar) -> Fact:
    return fact(
        row,
        UnitBudgetAdopted,
        number_of(row, "year"),
        when=calendar.during(row),
        year=number_of(row, "year"),
        amount_cents=_cents(row, "amount_chf"),
        meeting=calendar.meeting(row),
    )


def _contribution(row: Details, _: Calendar) -> Fact:
    state = row.get("state") or row.get("by")
    return fact(
        row,
        UnitContributionMade,
        (state, number_of(row, "year")),
        when=_in_year(row),
        state=state,
        year=number_of(row, "year"),
        amount_cents=_cents(row, "amount_chf"),
    )


def _count(row: Details, _: Calendar) -> Fact:
    year = number_of(row, "year")
    return fact(
        row,
        CountStated,
        (row["subject"], year),
        when=told(row).when,
        subject=row["subject"],
        count=number_of(row, "count"),
        year=year,
        of=text_of(row, "of"),
    )


def _in_period(row: Details, calendar: Calendar) -> PartialDate:
    """Return the days of a row within the years of its period, `2016-2019`."""
    when = calendar.during(row)
    first, _, last = (text_of(row, "period") or "").partition("-")
    if not (first.isdigit() and last.isdigit()):
        return when
    years = PartialDate.between(PartialDate.parse(first).first, PartialDate.parse(last).latest)
    return years.narrowed_by(when) if years.meets(when) else when


def _in_year(row: Details) -> PartialDate:
    """Return the days of a row within the year it is of, where it gives no day."""
    when, year = told(row).when, number_of(row, "year")
    if year is None or when.earliest is not None:
        return when
    in_year = PartialDate.parse(f"{year:04}")
    return in_year.narrowed_by(when) if in_year.meets(when) else when


def _cents(row: Details, key: str) -> int | None:
    francs = number_of(row, key)
    return None if francs is None else francs * CENTS


def _either(row: Details, key: str, other: str) -> int | None:
    known = number_of(row, key)
    return number_of(row, other) if known is None else known


READERS: Final[Mapping[str, Callable[[Details, Calendar], Fact]]] = {
    "sponsorship": _sponsorship,
    "isu-reserve": _reserve,
    "isu-budget": _budget,
    "isu-contribution": _contribution,
    "count": _count,
}
"""What reads each kind of row."""
