"""The readings of month ends, anniversaries and the sixth month differ where their records say.

INT-0001, INT-0011 and INT-0016: every day from 2008 to 2060 is tried, with the oracle, for the
engine agrees with it on each (`test_every_day`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from ccm_engine.domain.calendar import MonthEnd, add_months
from tests.oracle.dates import Choices, months_later, years_later
from tests.oracle.every_day import EVERY_DAY, EVERY_FIRST, in_force
from tests.oracle.extensions import last_day_to_file
from tests.oracle.membership import article_17_2, article_20_3

PRACTICE: Final[Choices] = {}
ROLL_OVER: Final[Choices] = {"month_end": "roll-over"}
DAY_BEFORE: Final[Choices] = {"deadline_style": "day-before"}
DAY_OF_DEPOSIT: Final[Choices] = {"sixth_month": "day-of-deposit"}
DEPOSIT_AND_ROLL_OVER: Final[Choices] = {**DAY_OF_DEPOSIT, **ROLL_OVER}
ONE_DAY: Final = timedelta(days=1)
YEARS: Final = range(2008, 2061)
LENGTHS: Final = range(1, 61)

Ask = Callable[[date, Choices], date | None]


def record(number: int) -> str:
    """Read an interpretation record as one line."""
    records = Path(__file__).parents[2] / "docs" / "interpretations"
    return " ".join((records / f"INT-{number:04}.md").read_text(encoding="utf-8").split())


def reached(ask: Ask, days: Iterable[date] = EVERY_DAY) -> list[date]:
    """List the days for which clamping and rolling over differ: always by one day."""
    pairs = ((day, ask(day, PRACTICE), ask(day, ROLL_OVER)) for day in days)
    differing = [(day, one, other) for day, one, other in pairs if one != other]
    assert all(one and other and other - one == ONE_DAY for _, one, other in differing)
    return [day for day, _, _ in differing]


def in_words(days: Iterable[date]) -> str:
    """Name the days of a year on which these lie, as the records write them."""
    named = sorted({(day.month, day.day) for day in days})
    return ", ".join(f"{date(2008, *each):%-d %B}" for each in named)


def years_of(days: Iterable[date], month: int, number: int) -> list[int]:
    return [day.year for day in days if (day.month, day.day) == (month, number)]


def six_months_after(day: date, reading: Choices) -> date | None:
    return article_20_3(day, (), reading)


class TestInt0011:
    """The same day in a month that lacks it."""

    def test_is_reached_by_withdrawals_on_the_days_it_names(self) -> None:
        days = reached(six_months_after)
        assert f"20(3): {in_words(days)};" in record(11)
        assert years_of(days, 8, 29) == [year for year in YEARS if (year + 1) % 4]

    def test_is_reached_by_meetings_that_open_on_the_days_it_names(self) -> None:
        days = reached(last_day_to_file)
        assert f"3(5) and 4(6): {in_words(days)};" in record(11)
        assert years_of(days, 11, 29) == [year for year in YEARS if year % 4]

    def test_is_reached_by_ten_years_from_29_february_alone(self) -> None:
        days = reached(lambda day, how: years_later(day, 10, how))
        assert f"4(1)(b): {in_words(days)};" in record(11)
        assert f"4(1)(a): {in_words(days)};" in record(11)
        assert years_of(days, 2, 29) == [year for year in YEARS if year % 4 == 0]

    def test_is_reached_by_months_from_the_29th_to_the_31st(self) -> None:
        late = {day.day for day in EVERY_DAY for months in (1, 6, 13, 37) if lacks(day, months)}
        assert late == {29, 30, 31}
        assert "only from a deadline on the 29th, 30th or 31st" in record(11)

    def test_is_not_reached_from_any_first_of_a_month(self) -> None:
        for months in LENGTHS:
            assert not any(lacks(day, months) for day in EVERY_FIRST)

    def test_is_not_reached_by_eight_years(self) -> None:
        assert not reached(lambda day, how: years_later(day, 8, how))

    def test_is_not_reached_by_entry_into_force(self) -> None:
        assert not reached(article_17_2)
        for day in EVERY_DAY:
            over = article_17_2(day, DEPOSIT_AND_ROLL_OVER)
            assert article_17_2(day, DAY_OF_DEPOSIT) == over
            if day.day >= 28:
                assert in_force(day, DEPOSIT_AND_ROLL_OVER) == over


def lacks(day: date, months: int) -> bool:
    """Ask our calendar whether its two readings differ, and hear the same from the oracle."""
    over = add_months(day, months, MonthEnd.ROLL_OVER)
    assert over == months_later(day, months, ROLL_OVER)
    return add_months(day, months) != over


class TestInt0016:
    """From what the sixth month is counted."""

    def test_is_reached_by_every_deposit_but_on_the_first(self) -> None:
        for day in EVERY_DAY:
            usual, other = article_17_2(day, PRACTICE), article_17_2(day, DAY_OF_DEPOSIT)
            assert other == (usual if day.day == 1 else months_later(usual, 1, PRACTICE))
        assert "every deposit but one on the first of a month" in record(16)

    def test_entry_into_force_is_the_first_of_a_month_by_either(self) -> None:
        for day in EVERY_DAY:
            assert article_17_2(day, PRACTICE).day == article_17_2(day, DAY_OF_DEPOSIT).day == 1


class TestInt0001:
    """The last day of a period of years."""

    def test_is_reached_from_every_anchor_by_one_day(self) -> None:
        for day in EVERY_DAY:
            for years in (1, 5, 8, 10):
                usual = years_later(day, years, PRACTICE)
                assert years_later(day, years, DAY_BEFORE) == usual - ONE_DAY
        assert "ends one day earlier by `day-before`" in record(1)

    def test_is_not_reached_by_other_periods(self) -> None:
        for day in EVERY_DAY:
            assert six_months_after(day, PRACTICE) == six_months_after(day, DAY_BEFORE)
            assert last_day_to_file(day, PRACTICE) == last_day_to_file(day, DAY_BEFORE)
            assert article_17_2(day, PRACTICE) == article_17_2(day, DAY_BEFORE)
