"""Days, periods, and days known only in part."""

from __future__ import annotations

import pickle
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine.domain.calendar import (
    FIRST_DAY,
    LAST_DAY,
    MonthEnd,
    PartialDate,
    add_days,
    add_months,
    add_years,
    day_within_model,
    days_between,
    exact_day,
    exact_moment,
    first_of_month,
    last_of_month,
    parse_day,
)
from ccm_engine.errors import InvalidDateError, OutsideModelError
from ccm_engine.testing.dates import days, partial_dates
from ccm_engine.testing.reckoning import months_after

MONTHS = st.integers(-24, 400)


class TestSameDayMonthsLater:
    """G2, G3, G6: the same day, counted from its own anchor; a month that lacks it is clamped."""

    @pytest.mark.parametrize(
        ("anchor", "months", "clamped", "rolled"),
        [
            ("2020-08-31", 6, "2021-02-28", "2021-03-01"),
            ("2019-08-31", 6, "2020-02-29", "2020-03-01"),
            ("2016-02-29", 120, "2026-02-28", "2026-03-01"),
            ("2016-02-29", 96, "2024-02-29", "2024-02-29"),
            ("2024-12-31", -1, "2024-11-30", "2024-12-01"),
            ("2024-03-31", -1, "2024-02-29", "2024-03-01"),
            ("2024-09-06", 6, "2025-03-06", "2025-03-06"),  # Lithuania
            ("2023-09-01", 13, "2024-10-01", "2024-10-01"),  # Chad
            ("2024-09-10", -9, "2023-12-10", "2023-12-10"),  # 12MSP
        ],
    )
    def test_by_both_readings_of_a_month_that_lacks_it(
        self, anchor: str, months: int, clamped: str, rolled: str
    ) -> None:
        day = date.fromisoformat(anchor)
        assert add_months(day, months) == date.fromisoformat(clamped)
        assert add_months(day, months, MonthEnd.ROLL_OVER) == date.fromisoformat(rolled)

    @given(anchor=days(), months=MONTHS)
    def test_as_the_standard_library_reckons(self, anchor: date, months: int) -> None:
        assert add_months(anchor, months) == months_after(anchor, months)

    @given(anchor=days(), months=MONTHS)
    def test_rolling_over_differs_by_one_day_and_only_where_clamped(
        self, anchor: date, months: int
    ) -> None:
        clamped, rolled = add_months(anchor, months), add_months(anchor, months, MonthEnd.ROLL_OVER)
        lacking = clamped.day != anchor.day
        assert rolled == (clamped + timedelta(days=1) if lacking else clamped)

    @given(one=days(), other=days(), months=MONTHS)
    def test_never_turns_two_days_round(self, one: date, other: date, months: int) -> None:
        earlier, later = sorted((one, other))
        assert add_months(earlier, months) <= add_months(later, months)

    @given(anchor=days(), years=st.integers(0, 20))
    def test_years_are_twelve_months(self, anchor: date, years: int) -> None:
        assert add_years(anchor, years) == add_months(anchor, 12 * years)

    @given(anchor=days(), months=st.integers(0, 100))
    def test_the_first_of_a_month_is_never_clamped(self, anchor: date, months: int) -> None:
        first = anchor.replace(day=1)
        assert add_months(first, months) == first_of_month(anchor, months)

    def test_gives_plain_days(self) -> None:
        assert type(add_months(date(2010, 8, 1), 96)) is date
        assert type(first_of_month(date(2010, 8, 9), 6)) is date


class TestPeriodsOfDays:
    """G4: the trigger day is left out, the last day is in."""

    @pytest.mark.parametrize(
        ("in_force", "due"),
        [
            ("2024-02-01", "2024-07-30"),  # South Sudan, a leap year
            ("2023-08-01", "2024-01-28"),  # Nigeria
            ("2011-06-01", "2011-11-28"),  # Chile
            ("2012-02-01", "2012-07-30"),  # Cook Islands
        ],
    )
    def test_one_hundred_and_eighty_days(self, in_force: str, due: str) -> None:
        assert add_days(date.fromisoformat(in_force), 180) == date.fromisoformat(due)

    @given(anchor=days(), number=st.integers(-1000, 1000))
    def test_is_undone_by_counting(self, anchor: date, number: int) -> None:
        assert days_between(anchor, add_days(anchor, number)) == number

    @given(day=days())
    def test_a_month_ends_the_day_before_the_next(self, day: date) -> None:
        assert last_of_month(day.year, day.month).day == monthrange(day.year, day.month)[1]

    @given(day=days())
    def test_the_sixth_month_after_is_the_first_of_one(self, day: date) -> None:
        found = first_of_month(day, 6)
        assert found.day == 1
        assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == 6


class TestTheDoor:
    """A `datetime` is a `date` to Python and a mistake here; a moment has a zone."""

    @pytest.mark.parametrize(
        "given",
        [datetime(2010, 8, 1), datetime(2010, 8, 1, tzinfo=UTC), "2010-08-01", 1, None],  # noqa: DTZ001  # naive on purpose
    )
    def test_takes_plain_days_only(self, given: object) -> None:
        with pytest.raises(InvalidDateError):
            exact_day(given)

    @pytest.mark.parametrize(
        "given",
        [datetime(2010, 8, 1), date(2010, 8, 1), "2010-08-01T00:00:00Z", None],  # noqa: DTZ001  # naive on purpose
    )
    def test_takes_moments_with_a_zone_only(self, given: object) -> None:
        with pytest.raises(InvalidDateError):
            exact_moment(given)

    def test_takes_a_moment_to_utc(self) -> None:
        east = timezone(timedelta(hours=5))
        moment = exact_moment(datetime(2020, 1, 1, 2, tzinfo=east))
        assert moment == datetime(2019, 12, 31, 21, tzinfo=UTC)
        assert moment.tzinfo is UTC

    def test_answers_from_the_day_of_adoption_to_the_end_of_the_century(self) -> None:
        assert day_within_model(FIRST_DAY, "ask") == date(2008, 5, 30)
        assert day_within_model(LAST_DAY, "ask") == date(2100, 12, 31)

    @pytest.mark.parametrize("day", [date(2008, 5, 29), date(2101, 1, 1), date.min, date.max])
    def test_declines_to_guess_outside(self, day: date) -> None:
        with pytest.raises(OutsideModelError):
            day_within_model(day, "ask")

    @pytest.mark.parametrize(
        "text",
        [
            "2010-8-1",
            "2010-02-30",
            "20100801",
            "2010-08-01 ",
            "\u0662010-08-01",
            "",
            "2010-W31-7",
            "0000-01-01",
        ],
    )
    def test_reads_days_that_exist_in_one_form(self, text: str) -> None:
        with pytest.raises(InvalidDateError):
            parse_day(text)


class TestPartialDate:
    """A day as precisely as its source gives it, and no more."""

    @pytest.mark.parametrize(
        ("text", "earliest", "latest"),
        [
            ("2013-05-02", "2013-05-02", "2013-05-02"),
            ("2013-05", "2013-05-01", "2013-05-31"),
            ("2016-02", "2016-02-01", "2016-02-29"),
            ("2013", "2013-01-01", "2013-12-31"),
            ("../2013-05-02", None, "2013-05-02"),
            ("2013-05-02/2013-05-09", "2013-05-02", "2013-05-09"),
        ],
    )
    def test_reads_and_writes_five_forms(
        self, text: str, earliest: str | None, latest: str
    ) -> None:
        known = PartialDate.parse(text)
        assert known.earliest == (earliest and date.fromisoformat(earliest))
        assert known.latest == date.fromisoformat(latest)
        assert str(known) == text

    @given(known=partial_dates())
    def test_comes_back_from_its_text(self, known: PartialDate) -> None:
        assert PartialDate.parse(str(known)) == known

    @given(known=partial_dates())
    def test_survives_pickling(self, known: PartialDate) -> None:
        assert pickle.loads(pickle.dumps(known)) == known

    @pytest.mark.parametrize(
        ("text", "shorter"),
        [
            ("2013-05-01/2013-05-31", "2013-05"),
            ("2013-01-01/2013-12-31", "2013"),
            ("2013-05-02/2013-05-02", "2013-05-02"),
        ],
    )
    def test_writes_the_shortest_form(self, text: str, shorter: str) -> None:
        assert str(PartialDate.parse(text)) == shorter

    @pytest.mark.parametrize(
        "text",
        [
            "2013-13",
            "2013-00",
            "0000",
            "13",
            "2013-5",
            "2013/2014",
            "2013-05-09/2013-05-02",
            "..",
            "../",
            "../2013",
            "/2013-05-02",
            "2013-05-02/",
            "2013-05-02/..",
            "circa 2013",
            "",
            "2013-05-02/2013-05-03/2013-05-04",
            "../../2013-05-02",
        ],
    )
    def test_refuses_every_other_form(self, text: str) -> None:
        with pytest.raises(InvalidDateError):
            PartialDate.parse(text)

    @pytest.mark.parametrize("given", [datetime(2010, 8, 1, tzinfo=UTC), "2010-08-01", None])
    def test_is_made_of_plain_days(self, given: object) -> None:
        with pytest.raises(InvalidDateError):
            PartialDate.on(given)  # type: ignore[arg-type]  # what a caller without a checker may do

    def test_begins_no_later_than_it_ends(self) -> None:
        with pytest.raises(InvalidDateError):
            PartialDate.between(date(2013, 5, 3), date(2013, 5, 2))

    @given(known=partial_dates())
    def test_is_exact_only_if_one_day_is_meant(self, known: PartialDate) -> None:
        assert (known.exact is not None) == (known.earliest == known.latest)
        assert known.first <= known.latest

    @given(day=days())
    def test_by_a_day_begins_with_the_convention(self, day: date) -> None:
        assert PartialDate.by(day).first == FIRST_DAY

    def test_by_a_day_before_the_convention_is_that_day(self) -> None:
        assert PartialDate.by(date(2005, 1, 1)).first == date(2005, 1, 1)

    @given(one=partial_dates(), other=partial_dates())
    def test_two_meet_if_they_can_mean_one_day(self, one: PartialDate, other: PartialDate) -> None:
        starts = [each for each in (one.earliest, other.earliest) if each is not None]
        ends = min(one.latest, other.latest)
        assert one.meets(other) == other.meets(one) == all(each <= ends for each in starts)
        if one.meets(other):
            both = one.narrowed_by(other)
            assert both == other.narrowed_by(one)
            assert both.meets(one)
            assert both.meets(other)
            assert both.latest == ends

    @given(known=partial_dates(), months=st.integers(0, 120))
    def test_is_moved_at_both_ends(self, known: PartialDate, months: int) -> None:
        moved = known.shifted(months)
        assert moved.latest == months_after(known.latest, months)
        assert moved.earliest == (known.earliest and months_after(known.earliest, months))
