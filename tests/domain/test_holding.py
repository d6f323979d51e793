"""How long an answer holds: exactly as long as every comparison with the day comes out the same."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine import Engine
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.holding import WatchedDay
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.domain.settlement import settle
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.testing.histories import History, histories

Question = tuple[Callable[[date, date], bool], date]

NEAR = st.dates(date(2019, 12, 1), date(2020, 2, 1))


def other_before(asked: date, other: date) -> bool:
    return other < asked


def other_is_later(asked: date, other: date) -> bool:
    return max(asked, other) is other


COMPARISONS: tuple[Callable[[date, date], bool], ...] = (
    *(operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne),
    *(other_before, other_is_later),
)
WHATEVER_ELSE: tuple[Callable[[date], object], ...] = (
    str,
    repr,
    lambda day: (day.isoformat(), day.weekday(), day.toordinal()),
    lambda day: (day.timetuple(), day.ctime(), day.isocalendar()),
    lambda day: day.replace(year=2019, day=1),
    lambda day: f"{day:%d %B %Y}",
    lambda day: day.strftime("%j"),
    lambda day: day + timedelta(days=1),
    lambda day: timedelta(days=1) + day,
    lambda day: day - timedelta(days=1),
    lambda day: (day - date(2019, 1, 1)).days,
    lambda day: (date(2021, 1, 1) - day).days,
)
QUESTIONS: st.SearchStrategy[list[Question]] = st.lists(
    st.tuples(st.sampled_from(COMPARISONS), NEAR), max_size=6
)


def answers(day: date, questions: list[Question]) -> list[bool]:
    return [compare(day, other) for compare, other in questions]


@pytest.mark.parametrize("ask", WHATEVER_ELSE)
def test_whatever_else_is_asked_is_answered_as_of_the_plain_day_and_holds_for_it_alone(
    ask: Callable[[date], object],
) -> None:
    plain, watched = date(2020, 1, 15), WatchedDay.of(date(2020, 1, 15))
    assert ask(watched) == ask(plain)
    held = watched.holding(None)
    assert [held.holds_on(plain + timedelta(days=n)) for n in (-1, 0, 1)] == [False, True, False]


@given(day=NEAR, questions=QUESTIONS)
def test_an_answer_holds_on_all_days_that_compare_alike_and_is_taken_on_no_other(
    day: date, questions: list[Question]
) -> None:
    watched = WatchedDay.of(day)
    found = answers(watched, questions)
    held = watched.holding(found)
    assert found == answers(day, questions)
    for another in (date(2019, 11, 1) + timedelta(days) for days in range(120)):
        if held.holds_on(another):
            assert answers(another, questions) == found


@given(day=NEAR, other=NEAR)
def test_one_comparison_leaves_every_day_on_its_side(day: date, other: date) -> None:
    watched = WatchedDay.of(day)
    passed = watched > other
    held = watched.holding(passed)
    assert (held.first, held.last) == (
        (other + timedelta(1), date.max) if passed else (date.min, other)
    )


def test_the_year_holds_for_its_days_and_nothing_else_for_more_than_the_day() -> None:
    watched = WatchedDay(2020, 9, 28)
    assert watched.year == 2020
    assert (watched.holding(0).first, watched.holding(0).last) == (
        date(2020, 1, 1),
        date(2020, 12, 31),
    )
    asked: dict[str, Callable[[date], object]] = {
        **{name: operator.attrgetter(name) for name in ("month", "day")},
        **{
            name: operator.methodcaller(name)
            for name in dir(date)
            if name
            in {"ctime", "isocalendar", "isoformat", "isoweekday", "replace", "timetuple"}
            | {"toordinal", "weekday", "__str__", "__repr__", "__reduce__"}
        },
        "strftime": lambda day: day.strftime("%d"),
        "format": lambda day: f"{day:%d}",
        "add": lambda day: day + timedelta(1),
        "subtract": lambda day: (day - date(2020, 1, 1), date(2020, 1, 1) - day),
    }
    for name, ask in asked.items():
        watched = WatchedDay(2020, 9, 28)
        ask(watched)
        held = watched.holding(0)
        assert held.first == held.last == date(2020, 9, 28), name


def test_a_watched_day_is_no_key() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(WatchedDay(2020, 9, 28))


def days_in(value: object) -> list[date]:
    if isinstance(value, date):
        return [value]
    if isinstance(value, tuple):
        several = cast("tuple[object, ...]", value)
        return [day for each in several for day in days_in(each)]
    fields = getattr(type(value), "__attrs_attrs__", ())
    return [day for field in fields for day in days_in(getattr(value, field.name))]


def test_whatever_was_asked_before_the_public_record_answers_as_if_asked_first() -> None:
    """What holds is used; each day stands beside its neighbours, where something falls due."""
    engine = Engine.public_record()
    begun = [date(2010, 8, 1), date(2015, 9, 7), date(2019, 10, 1), date(2020, 9, 28)]
    ended = [date(2016, 4, 30), date(2025, 3, 6), date(2026, 11, 20)]
    for day in (*begun, *ended):
        for asked in (day, day + timedelta(1), day - timedelta(1)):
            followed = engine.on(asked).point
            alone = Standpoint(followed.history, asked, PRACTICE)
            for stream in (*followed.states, "CCM"):
                found = tuple(followed.obligations(stream))
                assert found == tuple(alone.obligations(stream)), (stream, asked)
                assert {type(each) for each in days_in(found)} <= {date}, stream


@given(history=histories())
def test_a_chronicle_that_grew_is_the_one_made_at_once(history: History) -> None:
    for stream in history.states:
        own = [each for each in history.plain if each.stream == stream]
        entries = settle((f"{stream}#{number}", each) for number, each in enumerate(own, 1))
        grown = Chronicle(stream)
        for entry in entries:
            grown = grown.with_one_more(entry)
        assert grown == Chronicle.of(stream, entries)
