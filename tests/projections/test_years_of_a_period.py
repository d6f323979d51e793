"""Figures by year say which part of a year the period has, and tables head them in words."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine
from ccm_engine.exporters.review.grids import pieces
from ccm_engine.exporters.review.parts import Grid
from ccm_engine.projections.themes import transparency, universalization


@pytest.fixture(scope="module")
def record() -> Engine:
    return Engine.public_record()


class TestAYearOfWhichThePeriodHasAPart:
    @pytest.mark.parametrize(
        ("since", "day", "year", "said"),
        [
            ("2015-09-11", "2020-09-28", 2015, "joined in 2015, after 11 September"),
            ("2015-09-11", "2020-09-28", 2016, "joined in 2016"),
            ("2015-09-11", "2020-09-28", 2020, "joined in 2020, by 28 September"),
            ("2015-03-01", "2015-09-11", 2015, "joined in 2015, after 1 March and by 11 September"),
            ("2015-09-11", "2020-12-31", 2020, "joined in 2020"),
        ],
    )
    def test_it_says_after_and_by_which_day(
        self, record: Engine, since: str, day: str, year: int, said: str
    ) -> None:
        before, after = (record.on(date.fromisoformat(each)).view() for each in (since, day))
        found = {each.key: each for each in universalization.progress(before, after)}
        clause = found[f"universalization.joined.{year}"].clause
        assert (clause.one, clause.many) == (f"State {said}", f"States {said}")


class TestTheHeadsOfTables:
    def test_they_are_words_and_not_keys(self, record: Engine) -> None:
        before, after = record.on(date(2015, 9, 11)).view(), record.on(date(2020, 9, 28)).view()
        found = [*universalization.position(after), *transparency.progress(before, after)]
        tables = [each for each in pieces(found, after.as_of) if isinstance(each, Grid)]
        heads = {column for table in tables for column in table.columns}
        assert {
            "States not party that voted for",
            "Annual reports due",
            "Covered by a late initial report",
            "Consented",  # without a heading of its own: by its key
        } <= heads
