"""Victim assistance where little is said: what each answer rests on, and on which day it begins."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    CoverageStated,
    FocalPointDesignated,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import StateCount
from ccm_engine.projections.review import figure
from ccm_engine.projections.silence import Look
from ccm_engine.projections.victim_assistance import has_victims
from tests.histories import engine_with, happened, joined


def count_of(engine: Engine, key: str, day: str, since: str | None = None) -> StateCount:
    until = engine.on(date.fromisoformat(day)).view()
    before = None if since is None else engine.on(date.fromisoformat(since)).view()
    found = figure(f"victims.{key}", until, before)
    assert isinstance(found, StateCount)
    return found


def words(state: str, *days: str) -> list[Event]:
    return [happened(VictimsReported, each, state) for each in days]


class TestWhetherAStateHasVictims:
    """Article 5(1): the last word about it is what the answer rests on."""

    def told(self, day: str, *events: Event) -> Look:
        return has_victims(engine_with(*events).on(date.fromisoformat(day)).view(), "LAO")

    def test_one_that_has_some_by_two_words_has_them_by_the_last(self) -> None:
        engine = engine_with(words("LAO", "2011-01-01", "2012-01-01"))
        assert count_of(engine, "states", "2012-01-01").states == {"LAO": ("LAO#4",)}

    @pytest.mark.parametrize(("day", "proof"), [("2011-12-31", ()), ("2012-01-01", ("LAO#3",))])
    def test_a_word_of_some_day_in_a_year_leaves_it_open_from_its_first_day(
        self, day: str, proof: tuple[str, ...]
    ) -> None:
        found = count_of(engine_with(words("LAO", "2012")), "states", day)
        assert found.unknown["LAO"] == proof

    def test_where_it_declared_that_it_has_none_the_declaration_says_so(self) -> None:
        declared = happened(VictimsAbsenceDeclared, "2012-03-05", "LAO")
        found = self.told("2013-01-01", *words("LAO", "2011-01-01"), declared)
        assert found == Look(Certainty.NO, ("LAO#4",))

    def test_its_own_declaration_goes_before_a_list_that_does_not_name_it(self) -> None:
        declared = happened(VictimsAbsenceDeclared, "2012-03-05", "LAO")
        found = self.told("2013-01-01", declared, self.listed())
        assert found == Look(Certainty.NO, ("LAO#3",))

    def test_where_nothing_is_said_a_list_of_all_that_does_not_name_it_says_so(self) -> None:
        assert self.told("2013-01-01", self.listed()) == Look(Certainty.NO, ("CCM#1",))
        assert self.told("2013-01-02", self.listed()) == Look(Certainty.UNKNOWN)

    def listed(self) -> CoverageStated:
        """State that sources name every state with victims on one day."""
        day = date(2013, 1, 1)
        return happened(CoverageStated, "2013-02-01", provision="5(1)", reaches=day, since=day)


class TestWhatAStateThatMayHaveVictimsDoes:
    """What is counted is of states with victims: of one that may have none, nothing is certain."""

    def test_a_focal_point_of_one_that_may_have_none_is_not_counted_for_certain(self) -> None:
        designated = [happened(FocalPointDesignated, "2012-03-05", each) for each in ("LAO", "NOR")]
        engine = engine_with(words("LAO", "2011-01-01"), designated)
        found = count_of(engine, "focal_point", "2013-01-01")
        assert found.states == {"LAO": ("LAO#4",)}
        assert found.unknown == {"NOR": ("NOR#3",)}


def test_one_bound_only_later_may_have_declared_that_it_has_none_whatever_it_said_last() -> None:
    """Somalia joins in 2015 and is bound as of March 2016: until then it owes no assistance."""
    engine = engine_with(
        joined("SOM", "2015-09-30"),
        happened(VictimsAbsenceDeclared, "2012-01-01", "SOM"),
        words("SOM", "2013-01-01", "2014-01-01", "2015-01-01"),
    )
    found = count_of(engine, "removed", "2015-12-31", since="2015-06-01")
    assert "SOM" not in found.states
    assert found.unknown["SOM"] == ("SOM#6",)
