"""A review that a meeting ordered, in full: Articles 11(1) and 12(2)."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Event, Obligation, Standing, Timeliness
from ccm_engine.domain.articles.ordered_reviews import ordered_reviews
from ccm_engine.domain.events import CONVENTION, CoverageStated, ReviewCompleted, ReviewOrdered
from ccm_engine.domain.obligations import Nature
from tests.histories import called, engine_with, happened, held
from tests.projections.conference_in_parts import FIRST_PART


def ordered(**about: object) -> ReviewOrdered:
    told = {"review": "unit", "subject": "the mandate of the unit", **about}
    return happened(ReviewOrdered, "2015-09-11", **told)


def done(day: str, meeting: str | None = None) -> ReviewCompleted:
    return happened(ReviewCompleted, day, review="unit", meeting=meeting)


def review(engine: Engine, as_of: str) -> Obligation:
    point = engine.on(date.fromisoformat(as_of)).point
    (found,) = point.derive(CONVENTION, point.as_of, rules=(ordered_reviews,))
    return found


def test_a_review_due_by_a_meeting() -> None:
    """The First Review Conference ordered one, due by the 7MSP."""
    engine = engine_with(held("1RC", "6MSP", "7MSP"), ordered(ordered_at="1RC", due_meeting="7MSP"))
    found = review(engine, "2017-12-01")
    assert (found.id, found.state) == ("CCM/1RC.unit", "CCM")
    assert found.duty == "review: the mandate of the unit (the States Parties)"
    assert (found.nature, found.standing) == (Nature.POLITICAL, Standing.OVERDUE)
    assert (str(found.due), str(found.treaty_due)) == ("2017-09-06", "2017-09-06")
    assert [(each.conclusion, each.events) for each in found.grounds[1:]] == [
        ("ordered by the 1RC", ("CCM#4",)),
        ("due by the 7MSP, which closes on 2017-09-06", ("CCM#3",)),
    ]


@pytest.mark.parametrize(
    ("about", "due", "why"),
    [
        ({"due_on": date(2016, 12, 31)}, "2016-12-31", "due on 2016-12-31, as was ordered"),
        ({"due_meeting": "2RC"}, "None", "due by the 2RC, whose last day is not known yet"),
        (
            {"due_meeting": "2RC", "due_on": date(2021, 3, 31)},
            "2021-03-31",
            "due on 2021-03-31, as was ordered",
        ),
        ({"due_meeting": "10MSP"}, "None", "due by the 10MSP, whose last day is not known yet"),
        ({}, "None", "no source says when it is due"),
    ],
)
def test_a_review_due_by_no_meeting_whose_days_are_known(
    about: dict[str, object], due: str, why: str
) -> None:
    """Of the Second Review Conference only the first part was held, and no other called."""
    engine = engine_with(held("1RC"), FIRST_PART, ordered(ordered_at="1RC", **about))
    found = review(engine, "2021-01-01")
    assert (str(found.due), str(found.treaty_due)) == (due, due)
    assert (found.grounds[-1].conclusion, found.grounds[-1].events) == (why, ("CCM#3",))


@pytest.mark.parametrize(
    ("completed", "answered"),
    [
        (done("2016-09-07", "6MSP"), True),
        (done("2015-09-11", "1RC"), False),
        (done("2016-09-07", "5MSP"), False),
        (done("2016-09-07"), True),
        (happened(ReviewCompleted, "2016-09-07", review="fees", meeting="6MSP"), False),
    ],
)
def test_what_answers_the_order(completed: Event, answered: bool) -> None:
    engine = engine_with(held("5MSP", "1RC", "6MSP"), ordered(ordered_at="1RC"), completed)
    assert (review(engine, "2017-01-01").standing is Standing.DISCHARGED) is answered


@pytest.mark.parametrize(
    ("completed", "timeliness"),
    [
        (done("2017-10-01", "6MSP"), Timeliness.ON_TIME),
        (done("2017-10-01", "7MSP"), Timeliness.ON_TIME),
        (done("2018-09-05", "8MSP"), Timeliness.LATE),
        (done("2017-10-01"), Timeliness.LATE),
        (done("2017-09-06"), Timeliness.ON_TIME),
    ],
)
def test_what_is_done_at_the_meeting_or_before_it_is_in_time(
    completed: Event, timeliness: Timeliness
) -> None:
    order = ordered(ordered_at="1RC", due_meeting="7MSP")
    engine = engine_with(held("1RC", "6MSP", "7MSP", "8MSP"), order, completed)
    assert review(engine, "2019-01-01").timeliness is timeliness


def test_what_was_found_late_may_have_been_done_before_where_the_sources_do_not_tell() -> None:
    order = ordered(ordered_at="1RC", due_meeting="6MSP")
    short = happened(CoverageStated, "2020-01-01", provision="11(1)", reaches=date(2016, 9, 6))
    engine = engine_with(held("1RC", "6MSP", "7MSP"), order, done("2017-09-06", "7MSP"), short)
    found = review(engine, "2018-01-01")
    assert (found.timeliness, found.days_late, found.days_late_range) == (
        Timeliness.UNDETERMINED,
        None,
        None,
    )
    assert found.grounds[-1].conclusion == (
        "nothing found by the due day, but the record's sources reach only to 2016-09-06"
    )
    assert (str(found.grounds[-1].provision), found.grounds[-1].events) == ("11(1)", ("CCM#6",))


def test_a_meeting_that_was_called_gives_its_last_day() -> None:
    engine = engine_with(
        held("1RC"), called("6MSP", "2015-09-11"), ordered(ordered_at="1RC", due_meeting="6MSP")
    )
    found = review(engine, "2016-01-01")
    assert (str(found.due), found.standing) == ("2016-09-07", Standing.PENDING)
