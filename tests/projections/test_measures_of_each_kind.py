"""National measures of each kind by themselves: law, investment and what is administrative."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import CoverageStated, Measure, NationalMeasureReported
from ccm_engine.domain.sources import Authority
from ccm_engine.projections.counting import StateCount
from ccm_engine.projections.review import figure
from tests.histories import engine_with, happened, source

PROHIBITED = Measure.INVESTMENT_PROHIBITION


def count_of(engine: Engine, key: str, day: str) -> StateCount:
    found = figure(f"measures.{key}", engine.on(date.fromisoformat(day)).view())
    assert isinstance(found, StateCount)
    return found


def listed(state: str, day: str, measure: Measure) -> Event:
    on = date.fromisoformat(day)
    return happened(NationalMeasureReported, f"../{day}", state, measure=measure, listed_on=on)


def said(state: str, day: str, measure: Measure, by: Authority = Authority.UNITED_NATIONS) -> Event:
    cited = source("a report", by)
    return happened(NationalMeasureReported, day, state, measure=measure, citations=cited)


def test_a_later_list_of_laws_takes_no_place_of_a_list_of_who_prohibits_investment() -> None:
    """INT-0021: the last list is that of the kind of measure that is asked about."""
    engine = engine_with(
        listed("NOR", "2014-09-05", PROHIBITED),
        listed("LAO", "2015-09-11", Measure.SPECIFIC_LAW),
    )
    found = count_of(engine, "investment_prohibition", "2015-09-11")
    assert found.states == {"NOR": ("NOR#3",)}
    assert "NOR" not in found.unknown


def test_the_word_of_others_alone_is_counted_of_each_kind_of_measure() -> None:
    engine = engine_with(
        said("ALB", "2013-01-01", Measure.SPECIFIC_LAW, Authority.MONITOR),
        said("HRV", "2013-01-01", PROHIBITED, Authority.MONITOR),
        said("LAO", "2013-01-01", Measure.ADMINISTRATIVE, Authority.PRESS),
        said("NOR", "2013-01-01", Measure.ADMINISTRATIVE),
        said("NOR", "2013-01-02", Measure.ADMINISTRATIVE, Authority.PRESS),
    )
    found = count_of(engine, "reported_by_others", "2014-01-01")
    assert found.states == {"ALB": ("ALB#3",), "HRV": ("HRV#3",), "LAO": ("LAO#3",)}


class TestALawOfSomeDayInAYear:
    """It may be one from the first day of the year, and is one on the last."""

    @pytest.mark.parametrize(
        ("day", "counted", "unknown"),
        [
            ("2015-12-31", [], []),
            ("2016-01-01", [], ["LAO"]),
            ("2016-12-30", [], ["LAO"]),
            ("2016-12-31", ["LAO"], []),
        ],
    )
    def test_is_perhaps_one_from_the_first_of_them(
        self, day: str, counted: list[str], unknown: list[str]
    ) -> None:
        engine = engine_with(said("LAO", "2016", Measure.SPECIFIC_LAW))
        found = count_of(engine, "specific_law", day)
        assert (list(found.states), list(found.unknown)) == (counted, unknown)

    def test_is_none_any_more_by_a_word_of_the_last_of_them(self) -> None:
        """What is said of 31 December is said after the law, whichever day that is of."""
        engine = engine_with(
            said("LAO", "2016", Measure.SPECIFIC_LAW),
            said("LAO", "2016-12-31", Measure.UNDER_CONSIDERATION),
            happened(CoverageStated, "2017-01-01", provision="9", reaches=date(2016, 12, 31)),
        )
        found = count_of(engine, "specific_law", "2016-12-31")
        assert "LAO" not in {*found.states, *found.unknown}
        assert count_of(engine, "under_consideration", "2016-12-31").states == {"LAO": ("LAO#4",)}
