"""All date arithmetic of the engine, and days known only in part.

The one importer of pendulum. Days come in and go out as plain `datetime.date`; a `datetime` is
refused, for it is a `date` to Python and a mistake here. Every period is counted from its own
anchor, never from a day that was itself clamped to the end of a month (pendulum's month
differences and repeated additions are path dependent, so neither is used).
"""

from __future__ import annotations

import enum
import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final

import attrs
import pendulum

from ccm_engine.errors import InvalidDateError, OutsideModelError

FIRST_DAY: Final = date(2008, 5, 30)
"""The Convention was adopted at Dublin on this day; nothing before it can be asked."""

LAST_DAY: Final = date(2100, 12, 31)
"""The engine derives no answer for a later day."""


class MonthEnd(enum.Enum):
    """What "the same day" means in a month that lacks it: INT-0011."""

    CLAMP = "clamp"
    ROLL_OVER = "roll-over"


def exact_day(value: object, asked: str = "read a day") -> date:
    """Return `value` if it is a day and nothing more.

    Raises `InvalidDateError` for a `datetime`, a text or anything else that is not a plain `date`.
    """
    if type(value) is not date:
        kind = type(value).__name__
        raise InvalidDateError(
            asked, f"{value!r} is a {kind}, not a datetime.date", "give a plain date"
        )
    return value


def exact_moment(value: object, asked: str = "read a moment") -> datetime:
    """Return `value`, a moment with a time zone, in UTC.

    Raises `InvalidDateError` for a naive moment or anything else.
    """
    if not isinstance(value, datetime):
        kind = type(value).__name__
        raise InvalidDateError(
            asked, f"{value!r} is a {kind}, not a datetime.datetime", "give a moment"
        )
    if value.utcoffset() is None:
        raise InvalidDateError(asked, f"{value!r} has no time zone", "give a moment in UTC")
    try:
        return value.astimezone(UTC)
    except OverflowError as error:
        obstacle = f"{value.isoformat()} is outside the years 1 to 9999 in UTC"
        raise InvalidDateError(asked, obstacle, "give a moment within them") from error


def day_within_model(value: object, asked: str) -> date:
    """Return `value` if the engine can answer for that day.

    Raises `OutsideModelError` before 30 May 2008 and after 2100, `InvalidDateError` for no day.
    """
    day = exact_day(value, asked)
    if day < FIRST_DAY:
        obstacle = f"{day} is before the Convention was adopted on {FIRST_DAY}"
        raise OutsideModelError(asked, obstacle, f"ask for {FIRST_DAY} or later")
    if day > LAST_DAY:
        raise OutsideModelError(
            asked, f"{day} is after {LAST_DAY}", f"ask for {LAST_DAY} or earlier"
        )
    return day


_DAY_LENGTH: Final = len("2010-08-01")


def parse_day(text: str, asked: str = "read a day") -> date:
    """Return the day an ISO 8601 calendar date names, exactly `YYYY-MM-DD`."""
    if len(text) != _DAY_LENGTH or not text[4] == text[7] == "-" or not text.isascii():
        raise InvalidDateError(asked, f"{text!r} is not YYYY-MM-DD", "write it as 2010-08-01")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidDateError(asked, f"{text!r} does not exist ({error})", "check it") from error


@lru_cache(maxsize=65_536)
def add_months(anchor: date, months: int, month_end: MonthEnd = MonthEnd.CLAMP) -> date:
    """Return the same day `months` calendar months after (or, if negative, before) `anchor`."""
    try:
        moved = pendulum.Date(anchor.year, anchor.month, anchor.day).add(months=months)
    except (OverflowError, ValueError) as error:
        asked, obstacle = f"count {months} months from {anchor}", "no calendar reaches so far"
        raise OutsideModelError(asked, obstacle, "give fewer months") from error
    clamped = moved.day < anchor.day
    result = date(moved.year, moved.month, moved.day)
    if clamped and month_end is MonthEnd.ROLL_OVER:
        return result + timedelta(days=1)
    return result


def add_years(anchor: date, years: int) -> date:
    """Return the same day and month `years` later; the day itself is still in time (G2)."""
    return add_months(anchor, 12 * years)


def add_days(anchor: date, days: int) -> date:
    """Return the last day of a period of `days` that leaves out its trigger day (G4)."""
    return anchor + timedelta(days=days)


def days_between(earlier: date, later: date) -> int:
    """Return how many days `later` lies after `earlier`; negative if it lies before."""
    return (later - earlier).days


@lru_cache(maxsize=65_536)
def first_of_month(anchor: date, months: int) -> date:
    """Return the first day of the month that lies `months` after the month of `anchor`."""
    moved = pendulum.Date(anchor.year, anchor.month, 1).add(months=months)
    return date(moved.year, moved.month, 1)


_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def month_in_words(month: int) -> str:
    """Name a month, 1 to 12."""
    return _MONTHS[month - 1]


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


_YEAR = re.compile(r"(\d{4})(?:-(\d{2}))?", flags=re.ASCII)


@attrs.frozen(order=False)
class PartialDate:
    """A day as precisely as its source gives it, and no more.

    `latest` is the last day it can mean; `earliest` the first, or `None` where the source says
    only "by that day". Text forms: `2013-05-02`, `2013-05`, `2013`, `../2013-05-02`, and
    `2013-05-02/2013-05-09` where several sources together leave a stretch of days.
    """

    earliest: date | None
    latest: date

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a stretch of days."""
        exact_day(self.latest, "make a partial date")
        if self.earliest is not None and exact_day(self.earliest) > self.latest:
            obstacle = f"{self.earliest} is after {self.latest}"
            raise InvalidDateError("make a partial date", obstacle, "give the earlier day first")

    @classmethod
    def on(cls, day: date) -> PartialDate:
        """Return a day known exactly."""
        return cls(day, day)

    @classmethod
    def by(cls, day: date) -> PartialDate:
        """Return a day known only to be no later than `day`."""
        return cls(None, day)

    @classmethod
    def between(cls, earliest: date, latest: date) -> PartialDate:
        """Return a day known to lie in a stretch of days, both included."""
        return cls(earliest, latest)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return what a text in one of the five forms means; `InvalidDateError` otherwise."""
        return _parse_partial(text)

    @property
    def exact(self) -> date | None:
        """The day, where it is known exactly."""
        return self.latest if self.earliest == self.latest else None

    @property
    def first(self) -> date:
        """The first day it can mean; for "by that day" the Convention's own first day."""
        return min(FIRST_DAY, self.latest) if self.earliest is None else self.earliest

    def shifted(self, months: int, month_end: MonthEnd = MonthEnd.CLAMP) -> PartialDate:
        """Return the stretch that begins and ends `months` later, each from its own anchor."""
        earliest = self.earliest and add_months(self.earliest, months, month_end)
        return PartialDate(earliest, add_months(self.latest, months, month_end))

    def meets(self, other: PartialDate) -> bool:
        """Tell whether both can mean one and the same day."""
        starts = [day for day in (self.earliest, other.earliest) if day is not None]
        return not starts or max(starts) <= min(self.latest, other.latest)

    def certainly_after(self, day: date) -> bool:
        """Tell whether every day it can mean lies after another; "by" a day has no first."""
        return self.earliest is not None and self.earliest > day

    def narrowed_by(self, other: PartialDate) -> PartialDate:
        """Return the days both can mean; only for two that meet."""
        starts = [day for day in (self.earliest, other.earliest) if day is not None]
        return PartialDate(max(starts, default=None), min(self.latest, other.latest))

    def __str__(self) -> str:
        """Write it as far as it is known."""
        if self.earliest == self.latest:
            return self.latest.isoformat()
        if self.earliest is None:
            return f"../{self.latest.isoformat()}"
        return _stretch_written(self.earliest, self.latest)


@lru_cache(maxsize=4096)
def _stretch_written(earliest: date, latest: date) -> str:
    year, month = earliest.year, earliest.month
    if (earliest, latest) == (date(year, 1, 1), date(year, 12, 31)):
        return f"{year:04}"
    if (earliest, latest) == (date(year, month, 1), last_of_month(year, month)):
        return f"{year:04}-{month:02}"
    return f"{earliest.isoformat()}/{latest.isoformat()}"


@lru_cache(maxsize=65_536)
def _parse_partial(text: str) -> PartialDate:
    asked = "read a partial date"
    if text.startswith("../"):
        return PartialDate(None, parse_day(text.removeprefix("../"), asked))
    if "/" in text:
        start, _, end = text.partition("/")
        return PartialDate(parse_day(start, asked), parse_day(end, asked))
    if len(text) == _DAY_LENGTH or (match := _YEAR.fullmatch(text)) is None:
        return PartialDate.on(parse_day(text, asked))
    year, month = int(match[1]), int(match[2] or 0)
    try:
        if match[2] is None:
            return PartialDate(date(year, 1, 1), date(year, 12, 31))
        return PartialDate(date(year, month, 1), last_of_month(year, month))
    except ValueError as error:
        raise InvalidDateError(asked, f"{text!r} does not exist ({error})", "check it") from error
