"""The mistakes that documents make with days, by name, and which one is likely.

A mistake is named only where doing it gives the stated day. `DAYS` is their order, the most
specific first:

1. Another act for the right one: its own day of the month shows in what is counted from it.
2. A day that was right once, or is right for another article, for the first States Parties, or
   by another reading.
3. A way of counting 180 days. Leap day before month end: the first gives one day only, the
   second whatever the month ends on.
4. Slips of the pen, which can meet any day by chance.
5. The day of the decision, last: it is often known to the month only, and a month holds slips.

A day stated only to the month or year proves little: there a mistake is named only if no other
one leads to another day in that month or year. What no mistake gives has none; nor has a day
stated only as "by that day".
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.statements import miscounts
from ccm_engine.domain.statements.miscounts import Case, Days


class Mistake(enum.Enum):
    """A mistake that would give what a document states."""

    FROM_DEPOSIT = "counted-from-deposit"
    FROM_SIGNATURE = "counted-from-signature"
    ANOTHER_ACT = "day-of-another-act"
    STALE = "stale"
    ARTICLES_SWAPPED = "articles-swapped"
    FROM_THE_CONVENTION = "counted-from-the-conventions-entry-into-force"
    SIXTH_MONTH_FROM_DAY = "sixth-month-from-day-of-deposit"
    SIX_MONTHS = "six-months-for-180-days"
    FIRST_DAY_COUNTED = "first-day-counted"
    LEAP_DAY_FORGOTTEN = "leap-day-forgotten"
    MONTH_END = "month-end"
    DAY_AND_MONTH_SWAPPED = "day-and-month-swapped"
    MONTH_SLIP = "month-slip"
    YEAR_SLIP = "year-slip"
    FROM_DECISION = "extension-counted-from-decision"
    INSTRUMENTS_SWAPPED = "instruments-swapped"

    @property
    def words(self) -> str:
        """The mistake in words."""
        return _WORDS[self]


_WORDS: Final[Mapping[Mistake, str]] = {
    Mistake.FROM_DEPOSIT: "counted from the deposit, not from entry into force",
    Mistake.FROM_SIGNATURE: "counted from the signature",
    Mistake.ANOTHER_ACT: "the day of another act: signature, deposit or entry into force",
    Mistake.STALE: "true before an extension",
    Mistake.ARTICLES_SWAPPED: "articles swapped: eight years for ten, or ten for eight",
    Mistake.FROM_THE_CONVENTION: "counted from the Convention's own entry into force",
    Mistake.SIXTH_MONTH_FROM_DAY: "the sixth month counted from the day of deposit, not from its "
    "month (INT-0016)",
    Mistake.SIX_MONTHS: "six calendar months taken for 180 days",
    Mistake.FIRST_DAY_COUNTED: "the first day counted",
    Mistake.LEAP_DAY_FORGOTTEN: "29 February forgotten",
    Mistake.MONTH_END: "the last day of the month written for the day",
    Mistake.DAY_AND_MONTH_SWAPPED: "day and month swapped",
    Mistake.MONTH_SLIP: "a month early or late",
    Mistake.YEAR_SLIP: "a year early or late",
    Mistake.FROM_DECISION: "the extension counted from the decision, not from the deadline",
    Mistake.INSTRUMENTS_SWAPPED: "instruments swapped: states that signed ratify, others accede "
    "(Article 16)",
}


DAYS: Final[Mapping[Mistake, Callable[[Case], Days]]] = {
    Mistake.FROM_DEPOSIT: miscounts.from_deposit,
    Mistake.FROM_SIGNATURE: miscounts.from_signature,
    Mistake.ANOTHER_ACT: miscounts.another_act,
    Mistake.STALE: miscounts.stale,
    Mistake.ARTICLES_SWAPPED: miscounts.articles_swapped,
    Mistake.FROM_THE_CONVENTION: miscounts.from_the_convention,
    Mistake.SIXTH_MONTH_FROM_DAY: miscounts.sixth_month_from_day,
    Mistake.SIX_MONTHS: miscounts.six_months,
    Mistake.FIRST_DAY_COUNTED: miscounts.first_day_counted,
    Mistake.LEAP_DAY_FORGOTTEN: miscounts.leap_day_forgotten,
    Mistake.MONTH_END: miscounts.month_end,
    Mistake.DAY_AND_MONTH_SWAPPED: miscounts.day_and_month_swapped,
    Mistake.MONTH_SLIP: miscounts.month_slip,
    Mistake.YEAR_SLIP: miscounts.year_slip,
    Mistake.FROM_DECISION: miscounts.from_decision,
}
"""What each mistake gives, in the order in which they are tried; instruments are compared apart."""


def likely_mistake(case: Case) -> Mistake | None:
    """Return the first mistake that gives the stated day, `None` where none does.

    For a day stated only in part, `None` too where mistakes lead to several days in it.
    """
    if case.stated.earliest is None:
        return None
    found: dict[Mistake, set[date | PartialDate]] = {}
    for mistake, days in DAYS.items():
        fitting = {day for day in days(case) if _as_partial(day).meets(case.stated)}
        if fitting:
            found[mistake] = fitting
    if not found:
        return None
    first = next(iter(found))
    if case.stated.exact is None and any(days - found[first] for days in found.values()):
        return None
    return first


def _as_partial(day: date | PartialDate) -> PartialDate:
    return day if isinstance(day, PartialDate) else PartialDate.on(day)
