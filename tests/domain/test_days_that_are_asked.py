"""What is asked of a day: whether it is one, and where it begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

import pytest

from ccm_engine import Interpretation
from ccm_engine.domain.calendar import PartialDate, day_within_model
from ccm_engine.domain.events import ClarificationRequested
from ccm_engine.errors import InvalidDateError
from tests.histories import engine_with, happened, on, owed

MOMENT: Final = datetime(2020, 1, 1)  # noqa: DTZ001  # the mistake itself


@pytest.mark.parametrize(
    ("ask", "asked"),
    [
        (lambda: day_within_model(MOMENT, "ask for the roster"), "ask for the roster"),
        (lambda: engine_with().on(MOMENT), "ask for a day"),
        (lambda: PartialDate.by(MOMENT), "make a partial date"),
        (lambda: PartialDate.on(MOMENT), "make a partial date"),
        (lambda: PartialDate(MOMENT, date(2020, 1, 1)), "read a day"),
    ],
)
def test_a_moment_is_no_day(ask: Callable[[], object], asked: str) -> None:
    with pytest.raises(InvalidDateError) as refused:
        ask()
    assert str(refused.value) == (
        f"{asked}: datetime.datetime(2020, 1, 1, 0, 0) is a datetime, not a datetime.date; "
        "give a plain date"
    )


@pytest.mark.parametrize(
    ("counted", "due"),
    [("last-day", "../2015-01-29"), ("first-day", "2008-06-27/2015-01-29")],
)
def test_by_a_day_begins_with_the_convention_where_first_days_count(counted: str, due: str) -> None:
    """Article 8(2): 28 days; INT-0012."""
    request = happened(
        ClarificationRequested, "../2015-01-01", "NOR", request="one", asked_by=("AUT",)
    )
    reading = Interpretation.choosing({"partial_dates": counted})
    assert owed(engine_with(request), "NOR/8.2/one", "2016-01-01", reading).due == on(due)
