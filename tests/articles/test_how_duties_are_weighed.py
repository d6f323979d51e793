"""Where a dated duty stands and whether it was fulfilled in time, on the days that decide."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Standing, Timeliness
from ccm_engine.domain.events import (
    CoverageStated,
    InitialReportSubmitted,
    StockpileDeclared,
    WithdrawalNotified,
)
from tests.articles.recording import names_owed
from tests.histories import deposits_to_thirty, engine_with, happened, joined, on, owed, source

BGR: Final = joined("BGR", "2011-04-06")
"""In force on 1 October 2011; an initial report due on 29 March 2012."""


@pytest.mark.parametrize(("as_of", "derived"), [("2014-04-30", False), ("2014-05-01", True)])
def test_from_the_day_after_30_april_the_next_annual_report_is_owed(
    as_of: str, derived: bool
) -> None:
    owes = names_owed(engine_with(BGR), "BGR", as_of)
    assert "BGR/7.2/2013" in owes
    assert ("BGR/7.2/2014" in owes) is derived


@pytest.mark.parametrize(
    ("notified", "standing", "due"),
    [
        ("2019-04-01", Standing.CEASED, None),
        ("2019-04-02", Standing.OVERDUE, date(2019, 10, 1)),
    ],
)
def test_what_is_due_on_the_day_a_withdrawal_has_effect_is_owed_no_more(
    notified: str, standing: Standing, due: date | None
) -> None:
    """Stocks are to be destroyed by 1 October 2019; six months after the notice, or a day less."""
    stocks = happened(StockpileDeclared, "2012-03-27", "BGR", munitions=6909)
    left = happened(WithdrawalNotified, notified, "BGR")
    duty = owed(engine_with(BGR, stocks, left), "BGR/3.2", "2020-01-01")
    assert (duty.standing, duty.treaty_due) == (standing, due)
    assert (duty.due and duty.due.exact) == due


@pytest.mark.parametrize(
    ("submitted", "timeliness", "days_late", "between"),
    [
        ("2012-03-29", Timeliness.ON_TIME, 0, None),
        ("2012-03-29/2012-04-05", Timeliness.UNDETERMINED, None, None),
        ("2012-03-30/2012-04-05", Timeliness.LATE, None, (1, 7)),
        ("2012-03-30", Timeliness.LATE, 1, (1, 1)),
        ("../2012-04-05", Timeliness.UNDETERMINED, None, None),
    ],
)
def test_what_may_have_come_on_the_last_day_may_be_in_time(
    submitted: str, timeliness: Timeliness, days_late: int | None, between: tuple[int, int] | None
) -> None:
    engine = engine_with(BGR, happened(InitialReportSubmitted, submitted, "BGR"))
    duty = owed(engine, "BGR/7.1", "2013-01-01")
    assert (duty.timeliness, duty.days_late, duty.days_late_range) == (
        timeliness,
        days_late,
        between,
    )


@pytest.mark.parametrize(
    ("since", "reaches", "how_far"),
    [
        ("2012-03-30", "2020-01-01", "tell of it only from 2012-03-30 on"),
        ("2012-03-29", "2012-03-28", "reach only to 2012-03-28"),
        (None, "2012-03-28", "reach only to 2012-03-28"),
        (None, None, "were not gathered for it"),
    ],
)
def test_how_far_the_sources_reach_is_told(
    since: str | None, reaches: str | None, how_far: str
) -> None:
    days = {
        name: date.fromisoformat(day)
        for name, day in (("since", since), ("reaches", reaches))
        if day is not None
    }
    stated = happened(CoverageStated, "2020-01-01", provision="7(1)", **days)
    duty = owed(engine_with(BGR, stated), "BGR/7.1", "2013-01-01")
    assert duty.standing is Standing.UNDETERMINED
    assert duty.grounds[-1].conclusion == (
        f"nothing found that settles it, but the record's sources {how_far}"
    )


@pytest.mark.parametrize(
    ("published_by", "standing"),
    [("2012-03-28", Standing.UNDETERMINED), ("2012-03-29", Standing.OVERDUE)],
)
def test_sources_that_had_not_appeared_by_the_due_day_cannot_tell_that_it_was_missed(
    published_by: str, standing: Standing
) -> None:
    appeared = (attrs.evolve(source()[0], published=on("2011-05-01")),)
    told = (attrs.evolve(each, citations=appeared) for each in (*deposits_to_thirty(), *BGR))
    by = date.fromisoformat(published_by)
    register = engine_with(told, in_force=False).on(date(2013, 1, 1), published_by=by)
    duty = register.obligation("BGR/7.1")
    said = [each.conclusion for each in duty.grounds]
    doubt = f"nothing found that settles it, but only sources that had appeared by {published_by}"
    assert duty.standing is standing
    assert (f"{doubt} were asked" in said) is (standing is Standing.UNDETERMINED)
