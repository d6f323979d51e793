"""What each mistake with days gives: one small function each, all from the days of one case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles.article_03_stockpiles import DESTRUCTION_YEARS
from ccm_engine.domain.articles.article_04_clearance import CLEARANCE_YEARS
from ccm_engine.domain.articles.article_07_reports import initial_report_due
from ccm_engine.domain.articles.article_17_entry_into_force import MONTHS_TO_FORCE
from ccm_engine.domain.calendar import (
    PartialDate,
    add_days,
    add_months,
    add_years,
    first_of_month,
    last_of_month,
)
from ccm_engine.domain.obligations import Extension
from ccm_engine.domain.statements.kinds import EXTENDABLE, Duty


@attrs.frozen(kw_only=True)
class Case:
    """A stated day that is not the computed one, and the days it may have been taken from.

    Each is `None` where there is none, or where it is not known exactly. `extensions` are those
    that led to the computed day, `sixth_month_from_day` is entry into force by the reading that
    INT-0016 rejects.
    """

    duty: Duty
    stated: PartialDate
    computed: date
    signed_on: date | None = None
    deposited_on: date | None = None
    in_force_on: date | None = None
    convention_in_force_on: date | None = None
    sixth_month_from_day: date | None = None
    treaty_due: date | None = None
    extensions: tuple[Extension, ...] = ()


LEAP_DAY: Final = 29  # of February, which a table of 365 days does not have

Days = Iterator[date | PartialDate]


def _either_style(day: date) -> Days:
    """Yield an anniversary and the day before, which some sources write for it: INT-0001."""
    yield day
    yield add_days(day, -1)


def _years(case: Case, anchor: date, years: int) -> Days:
    """Yield where a period of years from an anchor ends, and where its extensions lead."""
    granted = [each.months for each in case.extensions]
    yield from _either_style(add_years(anchor, years))
    if granted and all(granted):
        months = 12 * years + sum(each or 0 for each in granted)
        yield from _either_style(add_months(anchor, months))


def _counted_from(case: Case, anchor: date) -> Days:
    """Yield what the duty's own period gives from another first day than entry into force."""
    match case.duty:
        case Duty.INITIAL_REPORT:
            yield initial_report_due(anchor)
        case Duty.STOCKPILES:
            yield from _years(case, anchor, DESTRUCTION_YEARS)
        case Duty.CLEARANCE:
            yield from _years(case, anchor, CLEARANCE_YEARS)
        case Duty.ENTRY_INTO_FORCE | Duty.DEPOSIT:
            return


def from_deposit(case: Case) -> Days:
    """Count the period from the deposit; for entry into force, six months to the day."""
    if case.deposited_on is not None:
        yield from _counted_from(case, case.deposited_on)
        if case.duty is Duty.ENTRY_INTO_FORCE:
            yield add_months(case.deposited_on, MONTHS_TO_FORCE)


def from_signature(case: Case) -> Days:
    """Count the period from the signature; for entry into force, as if it were the deposit."""
    if case.signed_on is not None:
        yield from _counted_from(case, case.signed_on)
        if case.duty is Duty.ENTRY_INTO_FORCE:
            yield first_of_month(case.signed_on, MONTHS_TO_FORCE)
            yield add_months(case.signed_on, MONTHS_TO_FORCE)


def another_act(case: Case) -> Days:
    """Take one act of membership for another: signature, deposit, entry into force."""
    acts = {
        Duty.ENTRY_INTO_FORCE: (case.deposited_on, case.signed_on),
        Duty.DEPOSIT: (case.signed_on, case.in_force_on),
    }
    yield from (day for day in acts.get(case.duty, ()) if day is not None)


def stale(case: Case) -> Days:
    """State the treaty's day, or an earlier step of the chain, though it was extended since."""
    if case.extensions and case.treaty_due is not None:
        yield from _either_style(case.treaty_due)
        for earlier in case.extensions[:-1]:
            if (day := earlier.due.exact) is not None:
                yield from _either_style(day)


def articles_swapped(case: Case) -> Days:
    """Count the eight years of Article 3(2) where the ten of 4(1) are due, and the reverse."""
    years = {Duty.STOCKPILES: CLEARANCE_YEARS, Duty.CLEARANCE: DESTRUCTION_YEARS}
    if case.in_force_on is not None and case.duty in years:
        yield from _years(case, case.in_force_on, years[case.duty])


def from_the_convention(case: Case) -> Days:
    """Count from 1 August 2010, when the Convention entered into force for its first parties."""
    general = case.convention_in_force_on
    if general is not None and general != case.in_force_on:
        yield from _counted_from(case, general)
        if case.duty is Duty.ENTRY_INTO_FORCE:
            yield general


def sixth_month_from_day(case: Case) -> Days:
    """Read "the date of deposit" of Article 17(2) to the day: INT-0016.

    Only for a stated entry into force. Sources that are a month late with what follows from it
    (Niue, Cabo Verde) have entry into force itself right, so theirs is a slip.
    """
    if case.duty is Duty.ENTRY_INTO_FORCE and case.sixth_month_from_day is not None:
        yield case.sixth_month_from_day


def six_months(case: Case) -> Days:
    """Take six calendar months for the 180 days of Article 7(1)."""
    if case.duty is Duty.INITIAL_REPORT and case.in_force_on is not None:
        yield add_months(case.in_force_on, 6)  # as the Vientiane Action Plan equates them


def first_day_counted(case: Case) -> Days:
    """Count the day of entry into force as the first of the 180."""
    if case.duty is Duty.INITIAL_REPORT:
        yield add_days(case.computed, -1)


def leap_day_forgotten(case: Case) -> Days:
    """Count by a table of 365 days where 29 February lies among the 180."""
    begins = case.in_force_on
    if case.duty is Duty.INITIAL_REPORT and begins is not None:
        ends_of_february = {last_of_month(day.year, 2) for day in (begins, case.computed)}
        if any(begins < day <= case.computed and day.day == LEAP_DAY for day in ends_of_february):
            yield add_days(case.computed, 1)


def month_end(case: Case) -> Days:
    """Write the last day of the month in which the deadline lies."""
    if case.duty not in {Duty.DEPOSIT, Duty.ENTRY_INTO_FORCE}:
        yield last_of_month(case.computed.year, case.computed.month)


def day_and_month_swapped(case: Case) -> Days:
    """Write the month for the day and the day for the month."""
    if case.computed.day in range(1, 13):
        yield case.computed.replace(month=case.computed.day, day=case.computed.month)


def month_slip(case: Case) -> Days:
    """Write the same day of the month before or after, or begin the 180 days a month off."""
    for months in (-1, 1):
        yield add_months(case.computed, months)
        if case.duty is Duty.INITIAL_REPORT and case.in_force_on is not None:
            yield initial_report_due(first_of_month(case.in_force_on, months))


def year_slip(case: Case) -> Days:
    """Write the same day of the year before or after."""
    for years in (-1, 1):
        yield add_years(case.computed, years)


def from_decision(case: Case) -> Days:
    """Count an extension from the decision, and not from the deadline it extends."""
    if case.duty not in EXTENDABLE or not case.extensions:
        return
    last = case.extensions[-1]
    first = last.decided_on.earliest
    known = first is not None and (first.year, first.month) == (
        last.decided_on.latest.year,
        last.decided_on.latest.month,
    )
    if known and last.months is not None:
        yield last.decided_on.shifted(last.months)
