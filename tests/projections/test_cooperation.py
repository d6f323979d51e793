"""Assistance by year: what documents count, and whom they name: Article 6."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    AssistanceProvided,
    AssistanceRequested,
    CountryCoalitionConcluded,
    CountryCoalitionFormed,
    CountStated,
    CoverageStated,
)
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.cooperation import Assistance, coalitions, named, stated
from ccm_engine.projections.counting import Figure, StateCount, StatedNumber
from ccm_engine.projections.themes import cooperation
from tests.histories import engine_with, happened

DUBROVNIK: Final = date(2015, 9, 11)
LAUSANNE: Final = date(2020, 9, 28)
PARAGRAPH_78: Final = {
    2015: (9, 4, 4),
    2016: (11, 16, 10),
    2017: (12, 21, 12),
    2018: (9, 22, 12),
    2019: (15, 21, 10),
}
"""Requested, provided, received."""


@pytest.fixture(scope="module")
def figures() -> dict[str, Figure]:
    record = Engine.public_record()
    before, after = record.on(DUBROVNIK).view(), record.on(LAUSANNE).view()
    found = [*cooperation.position(after), *cooperation.progress(before, after)]
    return {each.key: each for each in found}


def count(day: str, number: int, **more: object) -> Event:
    fields = {"subject": "assistance-requested", "year": 2015, **more}
    return happened(CountStated, day, count=number, **fields)


class TestParagraph78:
    """CCM/CONF/2020/13 counts by year and does not name."""

    @pytest.mark.parametrize("year", PARAGRAPH_78)
    def test_by_year(self, figures: dict[str, Figure], year: int) -> None:
        found = [figures[f"cooperation.{each.value}.{year}"] for each in Assistance]
        assert tuple(each.value for each in found) == PARAGRAPH_78[year]
        assert all(isinstance(each, StatedNumber) and each.events for each in found)

    def test_of_2020_no_document_gives_a_number(self, figures: dict[str, Figure]) -> None:
        found = figures["cooperation.requested.2020"]
        assert (found.value, found.exact) == (None, False)

    def test_those_named_are_fewer_and_the_others_unknown(self, figures: dict[str, Figure]) -> None:
        by_name = figures["cooperation.requested_by_name"]
        assert isinstance(by_name, StateCount)
        assert " ".join(by_name.states) == "AFG ALB BIH GNB IRQ LAO LBN MNE SOM TCD"
        assert (len(by_name.unknown), "HRV" in by_name.unknown) == (100, True)
        others = figures["cooperation.requested_by_others"]
        assert isinstance(others, StateCount)
        assert list(others.states) == ["SSD"]

    def test_nobody_named_is_not_nobody(self, figures: dict[str, Figure]) -> None:
        provided = figures["cooperation.provided_by_name"]
        assert (provided.value, provided.exact) == (0, False)

    def test_country_coalitions(self, figures: dict[str, Figure]) -> None:
        going_on = figures["cooperation.coalitions"]
        concluded = figures["cooperation.coalitions_concluded"]
        assert isinstance(going_on, StateCount)
        assert isinstance(concluded, StateCount)
        assert (list(going_on.states), list(concluded.states)) == (["LBN", "MNE"], ["BWA"])
        # Nobody tells that they go on still: what is counted is what is known.
        assert "not known to be concluded" in going_on.clause.many


class TestStatedNumbers:
    def test_the_last_document_is_followed_and_cited(self) -> None:
        engine = engine_with(count("2016-05-01", 8), count("2017-05-01", 9))
        earlier = stated(engine.on(date(2016, 6, 1)).view(), Assistance.REQUESTED, 2015)
        later = stated(engine.on(date(2017, 6, 1)).view(), Assistance.REQUESTED, 2015)
        assert (earlier.value, later.value) == (8, 9)
        assert (len(earlier.events), len(later.events)) == (1, 1)
        assert earlier.events != later.events

    def test_a_count_of_something_else_is_none(self) -> None:
        other = [
            count("2016-05-01", 8, subject="assistance-provided"),
            count("2016-05-01", 7, year=2014),
        ]
        view = engine_with(other).on(LAUSANNE).view()
        assert stated(view, Assistance.REQUESTED, 2015).value is None
        assert stated(view, Assistance.PROVIDED, 2015).value == 8

    def test_none_counted_is_zero_and_not_unknown(self) -> None:
        view = engine_with(count("2016-05-01", 0)).on(LAUSANNE).view()
        assert stated(view, Assistance.REQUESTED, 2015).value == 0


class TestByName:
    def test_in_a_year_by_the_year_named_or_the_days_own(self) -> None:
        engine = engine_with(
            happened(AssistanceRequested, "2016-02-01", "LAO", year=2015),
            happened(AssistanceRequested, "2015-03-01", "ALB"),
            happened(AssistanceRequested, "2015-01-01/2016-12-31", "MNE"),
            happened(AssistanceProvided, "2015-03-01", "NOR"),
        )
        view = engine.on(LAUSANNE).view()
        told = {state: certainty for state, certainty, _ in named(view, Assistance.REQUESTED, 2015)}
        assert told == {
            "ALB": Certainty.YES,
            "LAO": Certainty.YES,
            "MNE": Certainty.UNKNOWN,
        }

    def test_what_may_have_happened_by_the_day_is_unknown(self) -> None:
        engine = engine_with(happened(AssistanceRequested, "../2020-09-28", "LAO"))
        (found,) = named(engine.on(date(2018, 1, 1)).view(), Assistance.REQUESTED)
        assert found[1] is Certainty.UNKNOWN

    def test_in_a_log_without_limits_nobody_named_is_nobody(self) -> None:
        figures = {
            each.key: each for each in cooperation.position(engine_with().on(LAUSANNE).view())
        }
        assert figures["cooperation.provided_by_name"].exact

    def test_as_far_as_sources_reach_too(self) -> None:
        reach = happened(CoverageStated, "2020-01-01", provision="6(2)", reaches=LAUSANNE)
        for day, exact in ((LAUSANNE, True), (date(2020, 9, 29), False)):
            view = engine_with(reach).on(day).view()
            found = {each.key: each for each in cooperation.position(view)}
            assert found["cooperation.provided_by_name"].exact is exact
            assert not found["cooperation.requested_by_name"].exact


class TestCoalitions:
    def test_one_formed_again_goes_on(self) -> None:
        engine = engine_with(
            happened(CountryCoalitionFormed, "2016-01-01", "LAO"),
            happened(CountryCoalitionConcluded, "2018-01-01", "LAO"),
            happened(CountryCoalitionFormed, "2019-01-01", "LAO"),
        )
        for day, going_on in (("2017-01-01", True), ("2018-06-01", False), ("2019-06-01", True)):
            (found,) = coalitions(engine.on(date.fromisoformat(day)).view())
            assert (found.concluded is None) is going_on
