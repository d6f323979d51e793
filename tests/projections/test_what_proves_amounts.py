"""Articles 3 and 4: which words amounts and areas rest on, where several were said."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event, Interpretation
from ccm_engine.domain.events import (
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    MunitionsRetained,
    RetainedMunitionsConsumed,
    RetentionEnded,
    StockpileDeclared,
    StockpileDestroyed,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.projections.amounts import Amount, Quantities
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.clearance_ledger import Area, ClearanceRow, clearance_ledger
from ccm_engine.projections.counting import StateCount
from ccm_engine.projections.retained_munitions import RetainedRow, retained_munitions
from ccm_engine.projections.stockpile_ledger import stockpile_ledger
from ccm_engine.projections.themes import clearance
from ccm_engine.projections.view import View
from tests.histories import engine_with, happened, on

FIRST_DAY: Final = Interpretation.choosing({"partial_dates": "first-day"})
STOCKS: Final = happened(StockpileDeclared, "2011-01-28", "FRA", munitions=99)


def view(engine: Engine, day: str, reading: Interpretation = PRACTICE) -> View:
    return engine.on(date.fromisoformat(day), reading=reading).view()


def destroyed(munitions: int, period: str) -> Event:
    return happened(StockpileDestroyed, "2014-12-31", "FRA", munitions=munitions, period=period)


@pytest.mark.parametrize(
    ("total", "amount"),
    [
        (12, Amount.at_least(12, ("FRA#6",))),
        (11, Amount.at_least(12, ("FRA#4", "FRA#5"))),
    ],
)
def test_a_total_as_great_as_its_years_together_is_what_proves_it(
    total: int, amount: Amount
) -> None:
    engine = engine_with(
        STOCKS,
        destroyed(5, "2013"),
        destroyed(7, "2014"),
        destroyed(total, "2013 to end 2014 (cumulative)"),
    )
    (found,) = [e for e in stockpile_ledger(view(engine, "2015-01-01")) if e.state == "FRA"]
    assert found.destroyed.munitions == amount


class TestWhatIsRetained:
    """Article 3(6): the last word, what came after it, and the end."""

    KEPT: Final = happened(MunitionsRetained, "2015-03-31", "FRA", munitions=9, year=2014)

    def row(self, *events: Event, reading: Interpretation = PRACTICE) -> RetainedRow:
        engine = engine_with(STOCKS, events)
        found = retained_munitions(view(engine, "2016-06-01", reading))
        return next(each for each in found if each.state == "FRA")

    @pytest.mark.parametrize(
        ("used_on", "since"), [("2015-03-31", ()), ("2015-04-01", ("FRA#5",)), ("2015", ())]
    )
    def test_what_was_used_up_on_the_day_of_the_last_word_is_not_surely_after_it(
        self, used_on: str, since: tuple[str, ...]
    ) -> None:
        used = happened(RetainedMunitionsConsumed, used_on, "FRA", munitions=2)
        found = self.row(self.KEPT, used)
        assert (found.said_on, found.since) == (on("2015-03-31"), since)

    @pytest.mark.parametrize(("reading", "since"), [(PRACTICE, ()), (FIRST_DAY, ("FRA#5",))])
    def test_what_is_used_up_some_day_of_the_year_counts_from_the_day_of_the_reading(
        self, reading: Interpretation, since: tuple[str, ...]
    ) -> None:
        """INT-0012: on 1 June from the first day of 2016 on, or not before its last."""
        used = happened(RetainedMunitionsConsumed, "2016", "FRA", munitions=2)
        assert self.row(self.KEPT, used, reading=reading).since == since

    def test_of_two_ends_the_last_is_the_proof(self) -> None:
        ends = [happened(RetentionEnded, f"{year}-05-01", "FRA") for year in (2015, 2016)]
        assert self.row(self.KEPT, *ends) == RetainedRow(
            state="FRA",
            name="France",
            retains=Certainty.NO,
            quantities=Quantities.of(Amount.none(("FRA#4", "FRA#6"))),
            year=None,
            said_on=None,
            since=(),
            events=("FRA#4", "FRA#6"),
        )


class TestAreas:
    """Article 4: words that count areas without measuring them."""

    def row(self, *events: Event) -> ClearanceRow:
        found = clearance_ledger(view(engine_with(events), "2016-01-01"))
        return next(each for each in found if each.state == "LAO")

    def test_areas_that_were_counted_and_not_measured_are_told_and_left(self) -> None:
        declared = happened(ContaminationDeclared, "2011-01-28", "LAO", areas=3)
        more = happened(ContaminationFound, "2014-04-30", "LAO")
        found = self.row(declared, more)
        three = Area(None, None, 3, on("2011-01-28"), "LAO#3")
        assert (found.declared, found.left) == (three, three)
        assert found.found == (Area(None, None, None, on("2014-04-30"), "LAO#4"),)


@pytest.mark.parametrize(
    ("reported_on", "own"),
    [
        ("2015-12-01/2016-02-28", []),
        ("2015-12-01", [happened(ContaminationDeclared, "2016", "LAO")]),
    ],
)
def test_a_report_by_others_is_named_where_it_is_not_sure_to_stand_alone(
    reported_on: str, own: list[Event]
) -> None:
    """It may not have been made by the day, or the state may have spoken for itself by then."""
    others = happened(ContaminationReportedByOthers, reported_on, "LAO")
    figures = clearance.position(view(engine_with(others, own), "2016-01-01"))
    (found,) = [each for each in figures if each.key == "clearance.reported_by_others"]
    assert isinstance(found, StateCount)
    assert (dict(found.states), dict(found.unknown)) == ({}, {"LAO": ("LAO#3",)})
