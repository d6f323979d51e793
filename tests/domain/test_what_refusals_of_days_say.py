"""What is refused as a day or a moment, word for word: what was asked, why not, what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

import pytest

from ccm_engine import PartialDate
from ccm_engine.domain.calendar import (
    add_months,
    day_within_model,
    exact_day,
    exact_moment,
    month_in_words,
    parse_day,
)
from ccm_engine.errors import CcmError

NAIVE: Final = datetime(2020, 1, 1)  # noqa: DTZ001  # the mistake itself
TOO_EARLY: Final = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))

REFUSED: Final[tuple[tuple[Callable[[], object], str], ...]] = (
    (lambda: exact_day("x"), "read a day: 'x' is a str, not a datetime.date; give a plain date"),
    (
        lambda: exact_day(NAIVE, "ask"),
        (
            "ask: datetime.datetime(2020, 1, 1, 0, 0) is a datetime, not a datetime.date; "
            "give a plain date"
        ),
    ),
    (
        lambda: exact_moment("now"),
        "read a moment: 'now' is a str, not a datetime.datetime; give a moment",
    ),
    (
        lambda: exact_moment(NAIVE, "ask"),
        "ask: datetime.datetime(2020, 1, 1, 0, 0) has no time zone; give a moment in UTC",
    ),
    (
        lambda: exact_moment(TOO_EARLY),
        (
            "read a moment: 0001-01-01T00:00:00+01:00 is outside the years 1 to 9999 in UTC; "
            "give a moment within them"
        ),
    ),
    (
        lambda: day_within_model(date(2008, 5, 29), "ask"),
        (
            "ask: 2008-05-29 is before the Convention was adopted on 2008-05-30; "
            "ask for 2008-05-30 or later"
        ),
    ),
    (
        lambda: day_within_model(date(2101, 1, 1), "ask"),
        "ask: 2101-01-01 is after 2100-12-31; ask for 2100-12-31 or earlier",
    ),
    (
        lambda: parse_day("2010-8-1"),
        "read a day: '2010-8-1' is not YYYY-MM-DD; write it as 2010-08-01",
    ),
    (
        lambda: parse_day("2010/08/01", "ask"),
        "ask: '2010/08/01' is not YYYY-MM-DD; write it as 2010-08-01",
    ),
    (
        lambda: parse_day("2010-08/01", "ask"),
        "ask: '2010-08/01' is not YYYY-MM-DD; write it as 2010-08-01",
    ),
    (
        lambda: parse_day("2010-08-\u0661\u0661"),
        "read a day: '2010-08-\u0661\u0661' is not YYYY-MM-DD; write it as 2010-08-01",
    ),
    (
        lambda: PartialDate(date(2010, 8, 2), date(2010, 8, 1)),
        "make a partial date: 2010-08-02 is after 2010-08-01; give the earlier day first",
    ),
    (
        lambda: add_months(date(2010, 8, 1), 10**9),
        "count 1000000000 months from 2010-08-01: no calendar reaches so far; give fewer months",
    ),
)


@pytest.mark.parametrize(("ask", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_a_refusal_says_what_was_asked_why_not_and_what_to_do(
    ask: Callable[[], object], said: str
) -> None:
    with pytest.raises(CcmError) as refused:
        ask()
    assert str(refused.value) == said


@pytest.mark.parametrize("text", ["2010-02-30", "2010-13-01"])
def test_a_day_that_does_not_exist_is_to_be_checked(text: str) -> None:
    with pytest.raises(CcmError, match="does not exist") as refused:
        parse_day(text, "ask")
    assert (refused.value.asked, refused.value.remedy) == ("ask", "check it")


def test_the_first_and_last_day_of_the_model_can_be_asked() -> None:
    for day in (date(2008, 5, 30), date(2100, 12, 31)):
        assert day_within_model(day, "ask") == day


def test_a_moment_is_given_back_in_utc() -> None:
    given = datetime(2020, 1, 1, 1, tzinfo=timezone(timedelta(hours=1)))
    assert exact_moment(given) == datetime(2020, 1, 1, tzinfo=UTC)
    assert exact_moment(given).tzinfo is UTC


def test_the_months_are_named() -> None:
    assert (month_in_words(1), month_in_words(12)) == ("January", "December")
