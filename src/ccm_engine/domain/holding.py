"""How long an answer holds: for which days the same would be derived, if nothing is recorded.

A derivation uses the day asked about to compare it with other days, and for hardly anything
else. A `WatchedDay` notes what each comparison found; on every day on which all of them find the
same, the derivation takes the same course and ends in the same answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Generic, Self, SupportsIndex, TypeVar

import attrs

from ccm_engine.domain.calendar import add_days

T = TypeVar("T")


@attrs.frozen
class Held(Generic[T]):
    """What was derived, and the first and the last day for which it is the same."""

    value: T
    first: date
    last: date

    def holds_on(self, day: date) -> bool:
        """Tell whether the same would be derived for a day."""
        return self.first <= day <= self.last


class WatchedDay(date):
    """A day that notes for which days all that was asked of it would be answered alike.

    `plain` is the day itself. A watched day must not become part of an answer.
    """

    plain: date
    _first: date
    _after: date
    _last: date
    _before: date

    def __new__(cls, year: SupportsIndex, month: SupportsIndex = 1, day: SupportsIndex = 1) -> Self:
        """Watch a day of which nothing was asked yet."""
        watched = super().__new__(cls, year, month, day)
        watched.plain = date(year, month, day)
        watched._first = watched._after = date.min
        watched._last = watched._before = date.max
        return watched

    @classmethod
    def of(cls, day: date) -> Self:
        """Watch a day of which nothing was asked yet."""
        return cls(day.year, day.month, day.day)

    def holding(self, value: T) -> Held[T]:
        """Return what was derived with this day, and the days for which it holds."""
        first, last = self._first, self._last
        if self._after >= first and self._after > date.min:
            first = add_days(self._after, 1)
        if self._before <= last and self._before < date.max:
            last = add_days(self._before, -1)
        return Held(value, first, last)

    def only(self, first: date, last: date) -> None:
        """Note that from before the one day, or after the other, more could be derived."""
        self._first = max(self._first, first)
        self._last = min(self._last, last)

    def rests_on(self, held: Held[T]) -> T:
        """Note that something held for some days was used, and return it."""
        self.only(held.first, held.last)
        return held.value

    def __lt__(self, other: date, /) -> bool:
        """Compare; the same holds for all days on this side of the other."""
        if other is self:
            return False
        if self.plain < other:
            self._before = min(self._before, other)
            return True
        self._first = max(self._first, other)
        return False

    def __le__(self, other: date, /) -> bool:
        """Compare; the same holds for all days on this side of the other."""
        if other is self:
            return True
        if self.plain <= other:
            self._last = min(self._last, other)
            return True
        self._after = max(self._after, other)
        return False

    def __gt__(self, other: date, /) -> bool:
        """Compare; the same holds for all days on this side of the other."""
        return not self <= other

    def __ge__(self, other: date, /) -> bool:
        """Compare; the same holds for all days on this side of the other."""
        return not self < other

    def __eq__(self, other: object) -> bool:
        """Compare; if another, the same holds for all days on this side of that one."""
        if not isinstance(other, date):
            return NotImplemented
        return self <= other and self >= other

    def __ne__(self, other: object) -> bool:
        """Compare, as for equality: `date` would answer by itself."""
        return not self == other

    __hash__ = None  # type: ignore[assignment]  # what is looked up by it would hold for one day

    @property
    def year(self) -> int:
        """The year; the same holds for all its days."""
        year = self.plain.year
        self.only(date(year, 1, 1), date(year, 12, 31))
        return year

    @property
    def month(self) -> int:
        """The month; this holds for the day only."""
        return self._alone().month

    @property
    def day(self) -> int:
        """The day of the month; this holds for the day only."""
        return self._alone().day

    def _alone(self) -> date:
        self.only(self.plain, self.plain)
        return self.plain


def _asked_alone(name: str) -> Callable[..., Any]:
    usual: Callable[..., Any] = getattr(date, name)

    def asked(self: WatchedDay, *arguments: object, **named: object) -> object:
        self.only(self.plain, self.plain)
        return usual(self.plain, *arguments, **named)

    return asked


for _name in (
    *("__add__", "__radd__", "__sub__", "__rsub__", "__str__", "__repr__", "__format__"),
    *("__reduce__", "ctime", "isocalendar", "isoformat", "isoweekday", "replace", "strftime"),
    *("timetuple", "toordinal", "weekday"),
):  # whatever else can be asked of a day is of that day only
    setattr(WatchedDay, _name, _asked_alone(_name))
