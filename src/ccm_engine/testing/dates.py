"""Strategies for days, and for days known only in part: all five forms."""

from __future__ import annotations

from datetime import date
from typing import Final

from hypothesis import strategies as st

from ccm_engine.domain.calendar import FIRST_DAY, PartialDate

LAST_EVENT: Final = date(2045, 12, 31)
"""No strategy lets anything happen later, so that a clock set to 2060 admits it."""


def moved(day: date, days: int) -> date:
    """Return the day so many days later, by ordinals and not by the library's own arithmetic."""
    return date.fromordinal(day.toordinal() + days)


def days(first: date = FIRST_DAY, last: date = LAST_EVENT) -> st.SearchStrategy[date]:
    """Draw a day, both ends included; shrinks to the first of its year and towards `first`."""
    return st.dates(first, last)


def _whole_month(day: date) -> PartialDate:
    return PartialDate.parse(day.isoformat()[:7])


def _whole_year(day: date) -> PartialDate:
    return PartialDate.parse(day.isoformat()[:4])


def _stretch(day: date, length: int) -> PartialDate:
    return PartialDate.between(moved(day, -length), day)


def ending_on(day: date) -> st.SearchStrategy[PartialDate]:
    """Draw a partial date that can mean no day after `day`: exact, "by", or a stretch."""
    return st.one_of(
        st.just(PartialDate.on(day)),
        st.just(PartialDate.by(day)),
        st.integers(1, 45).map(lambda length: _stretch(day, length)),
    )


def meaning(day: date) -> st.SearchStrategy[PartialDate]:
    """Draw a partial date that can mean `day`, in any of the five forms."""
    return st.one_of(ending_on(day), st.just(_whole_month(day)), st.just(_whole_year(day)))


def partial_dates(
    first: date = FIRST_DAY, last: date = LAST_EVENT
) -> st.SearchStrategy[PartialDate]:
    """Draw a partial date around a day; the stretch itself may reach beyond these days."""
    return days(first, last).flatmap(meaning)
