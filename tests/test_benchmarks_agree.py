"""What the benchmarks put beside the engine does the same work: it comes to the same."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from benchmarks.library_application import Stories
from benchmarks.sql_view import RULES, Tables
from ccm_engine import Engine
from ccm_engine.domain.obligations import Standing
from tests.storage.trial_events import trial_events

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ccm_engine.domain.obligations import Obligation

DAYS: Final = (
    date(2010, 2, 16),  # the thirtieth deposit
    date(2012, 6, 30),
    date(2020, 9, 28),
    date(2026, 11, 20),
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.public_record()


def owed(engine: Engine, day: date) -> Iterator[Obligation]:
    point = engine.on(day).point
    for state in point.states:
        yield from point.obligations(state, rules=RULES)


class TestSqlView:
    """A view over tables has the last days of Articles 3(2), 4(1)(a) and 7(1), and no more."""

    @pytest.mark.parametrize("day", DAYS, ids=str)
    def test_it_has_the_days_of_the_engine(self, engine: Engine, day: date) -> None:
        with closing(Tables(engine.on(day).point.history)) as tables:
            by_view = {(state, cited): due for state, cited, _, due, _ in tables.deadlines(day)}
        by_engine = {
            (duty.state, str(duty.provision)): str(duty.due.latest)
            for duty in owed(engine, day)
            if duty.due is not None
        }
        assert by_view == by_engine
        assert len(by_engine) >= 3 * 30

    def test_it_has_a_day_alike_where_nothing_is_owed_and_where_nobody_knows(
        self, engine: Engine
    ) -> None:
        dated = [duty for duty in owed(engine, DAYS[-1]) if duty.due is not None]
        assert {Standing.NOT_ENGAGED, Standing.UNDETERMINED} <= {duty.standing for duty in dated}
        assert any(duty.due and duty.due.exact is None for duty in dated)


def test_the_aggregates_of_the_library_hold_the_whole_log(tmp_path: Path) -> None:
    events = trial_events()
    with closing(Stories(tmp_path / "library.sqlite")) as stories:
        rebuilt = stories.rebuilt(stories.tell(events))
    by_stream = {story.stream: [what[:3] for what in story.happened] for story in rebuilt}
    expected: dict[str, list[object]] = {}
    for each in events:
        told = (each.TYPE, each.occurred_on, list(each.citations))
        expected.setdefault(each.stream, []).append(told)
    assert by_stream == expected
