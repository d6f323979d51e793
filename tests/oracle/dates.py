"""Days, and days known in part: rules.md, G1 to G6, with `datetime` alone."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

Choices: TypeAlias = Mapping[str, str]
"""Choices of reading by name, as docs/interpretations/README.md has them; none is practice."""

BEGINNING = date(2008, 5, 30)
"""The Convention was adopted: "by that day" goes back no further (INT-0012)."""


def chosen(choices: Choices, name: str, practice: str) -> str:
    return choices.get(name, practice)


@dataclass(frozen=True)
class Span:
    """The days that a day known in part can mean. What is only "by that day" has no first one."""

    first: date
    last: date
    by: bool = False

    @property
    def exact(self) -> bool:
        return self.first == self.last


def span(written: str) -> Span:
    """Read `2013`, `2013-05`, `2013-05-02`, `../2013-05-02` or `2013-05-02/2013-05-09`."""
    if written.startswith("../"):
        last = date.fromisoformat(written[3:])
        return Span(min(BEGINNING, last), last, by=True)
    if "/" in written:
        first, last_written = written.split("/")
        return Span(date.fromisoformat(first), date.fromisoformat(last_written))
    if len(written) == 4:
        year = int(written)
        return Span(date(year, 1, 1), date(year, 12, 31))
    if len(written) == 7:
        year, month = int(written[:4]), int(written[5:])
        return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Span(date.fromisoformat(written), date.fromisoformat(written))


def on(day: date) -> Span:
    return Span(day, day)


def period(days: Span, end_of: Callable[[date], date], choices: Choices) -> Span:
    """Count a period from each end of a day known in part.

    One from "by that day" ends "by" its end; where first days count, it has a first one too.
    """
    open_still = days.by and counted(days, choices) == days.last
    return Span(end_of(days.first), end_of(days.last), by=open_still)


def counted(days: Span, choices: Choices) -> date:
    """Take the day from which a day known in part counts: INT-0012."""
    return days.first if chosen(choices, "partial_dates", "last-day") == "first-day" else days.last


def months_later(day: date, months: int, choices: Choices) -> date:
    """Find the same day of a later or earlier month; where it lacks it, by INT-0011."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    if day.day <= length:
        return date(year, month + 1, day.day)
    if chosen(choices, "month_end", "clamp") == "roll-over":
        return date(year, month + 1, length) + timedelta(days=1)
    return date(year, month + 1, length)


def days_later(day: date, days: int) -> date:
    """Count days, the day counted from left out: G4."""
    return day + timedelta(days=days)


def style(anniversary: date, choices: Choices) -> date:
    """Take the anniversary, or the day before it: INT-0001."""
    if chosen(choices, "deadline_style", "anniversary") == "day-before":
        return anniversary - timedelta(days=1)
    return anniversary


def years_later(day: date, years: int, choices: Choices) -> date:
    """End a period of years: G2."""
    return style(months_later(day, 12 * years, choices), choices)


def first_of_the_sixth_month(day: date) -> date:
    """Find the first day of the sixth month after the month of a day: Article 17."""
    year, month = divmod(day.year * 12 + day.month - 1 + 6, 12)
    return date(year, month + 1, 1)


def next_thirtieth_of_april(day: date) -> date:
    """Find the 30 April that comes next, that day itself included."""
    this_year = date(day.year, 4, 30)
    return this_year if day <= this_year else date(day.year + 1, 4, 30)
