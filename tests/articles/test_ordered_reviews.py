"""A review that a meeting ordered, where the record does not know the place of that meeting."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Standing, Timeliness
from ccm_engine.domain.articles.ordered_reviews import ordered_reviews
from ccm_engine.domain.events import CONVENTION, CoverageStated, ReviewCompleted, ReviewOrdered
from tests.histories import engine_with, happened


@pytest.mark.parametrize(
    ("day", "meeting", "standing"),
    [
        ("2015-09-10", None, Standing.PENDING),
        ("2015-09-11", None, Standing.DISCHARGED),
        ("2015-09-12", "1RC", Standing.PENDING),
        ("2015-09-10", "2RC", Standing.PENDING),
        ("2015-09-12", "2RC", Standing.DISCHARGED),
    ],
)
def test_what_was_done_later_and_at_another_meeting_answers_it(
    day: str, meeting: str | None, standing: Standing
) -> None:
    order = happened(
        ReviewOrdered, "2015-09-11", review="unit", subject="the unit", ordered_at="1RC"
    )
    done = happened(ReviewCompleted, day, review="unit", meeting=meeting)
    point = engine_with(order, done).on(date(2016, 1, 1)).point
    (found,) = point.derive(CONVENTION, point.as_of, rules=(ordered_reviews,))
    assert found.standing is standing


@pytest.mark.parametrize(
    ("reaches", "timeliness"),
    [("2016-12-30", Timeliness.UNDETERMINED), ("2016-12-31", Timeliness.LATE)],
)
def test_the_first_on_record_is_late_only_where_the_sources_reach_the_due_day(
    reaches: str, timeliness: Timeliness
) -> None:
    order = happened(
        ReviewOrdered, "2015-09-11", review="unit", subject="the unit", due_on=date(2016, 12, 31)
    )
    done = happened(ReviewCompleted, "2017-03-01", review="unit")
    reach = date.fromisoformat(reaches)
    coverage = happened(CoverageStated, "2018-01-01", provision="11(1)", reaches=reach)
    point = engine_with(order, done, coverage).on(date(2018, 1, 2)).point
    (found,) = point.derive(CONVENTION, point.as_of, rules=(ordered_reviews,))
    assert found.timeliness is timeliness
