"""What a review counts as perhaps so, and what certainly not: compliance and assistance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from ccm_engine import Event
from ccm_engine.domain.events import (
    AssistanceRequested,
    ClarificationAnswered,
    ClarificationRequested,
    CountryCoalitionConcluded,
    CountryCoalitionFormed,
    CoverageStated,
)
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.cooperation import Assistance, coalitions, named
from ccm_engine.projections.counting import Events, StateCount
from ccm_engine.projections.coverage import Limit
from ccm_engine.projections.themes import compliance
from tests.histories import engine_with, happened
from tests.projections.of_a_theme import OfATheme

COMPLIANCE: Final = OfATheme(compliance.THEME)
ASKED: Final = happened(ClarificationRequested, "2018-02-01", "SMR", request="first")


def open_on(day: str, *more: Event) -> tuple[Mapping[str, Events], Mapping[str, Events]]:
    """Return who has a clarification open and who perhaps, each with the events that say so."""
    found = COMPLIANCE.on_the_day(engine_with(ASKED, *more), day)["clarifications_open"]
    assert isinstance(found, StateCount)
    return found.states, found.unknown


class TestAClarificationOpen:
    """Article 8(2); that San Marino is bound rests on two deposits, its own and the thirtieth."""

    OWED: Final = ("SMR#2", "MDA#2", "SMR#3")

    def test_answered_in_a_month_it_is_perhaps_open_until_the_month_is_over(self) -> None:
        answer = happened(ClarificationAnswered, "2018-03", "SMR", request="first")
        assert open_on("2018-02-28", answer) == ({"SMR": self.OWED}, {})
        assert open_on("2018-03-01", answer) == ({}, {"SMR": self.OWED})
        assert open_on("2018-03-31", answer) == ({}, {})

    def test_past_its_due_day_it_is_perhaps_open_where_the_sources_do_not_reach_that(self) -> None:
        reach = happened(CoverageStated, "2020-01-01", provision="8.2", reaches=date(2018, 2, 15))
        on_the_day, _ = open_on("2018-03-01", reach)
        assert on_the_day == {"SMR": self.OWED}
        afterwards, perhaps = open_on("2018-03-02", reach)
        assert (afterwards, len(perhaps)) == ({}, 30)
        assert (perhaps["SMR"], perhaps["MLT"]) == ((*self.OWED, "CCM#1"), ("CCM#1",))


class TestAssistanceByName:
    """Article 6: the year an event names is the only one it counts in."""

    def told(self, event: Event, day: str, year: int) -> Certainty:
        view = engine_with(event).on(date.fromisoformat(day)).view()
        ((_, found, _),) = named(view, Assistance.REQUESTED, year)
        return found

    def test_laos_asked_for_2015_and_for_no_other_year(self) -> None:
        event = happened(AssistanceRequested, "2016-02-01", "LAO", year=2015)
        found = [self.told(event, "2020-09-28", year) for year in (2014, 2015, 2016)]
        assert found == [Certainty.NO, Certainty.YES, Certainty.NO]

    def test_what_may_have_happened_by_the_day_is_perhaps_so_in_its_year_only(self) -> None:
        event = happened(AssistanceRequested, "2016", "LAO", year=2015)
        found = [self.told(event, "2016-06-01", year) for year in (2014, 2015, 2016)]
        assert found == [Certainty.NO, Certainty.UNKNOWN, Certainty.NO]


def test_a_coalition_formed_and_concluded_on_one_day_is_concluded() -> None:
    """Whether another was formed again on that day nobody says."""
    engine = engine_with(
        happened(CountryCoalitionFormed, "2018-01-01", "LAO"),
        happened(CountryCoalitionConcluded, "2018-01-01", "LAO"),
    )
    (found,) = coalitions(engine.on(date(2019, 1, 1)).view())
    assert (found.formed is not None, found.concluded is not None) == (True, True)


def test_the_record_says_from_when_and_how_far_its_sources_tell_of_all_states() -> None:
    reach = {"provision": "7(1)", "reaches": date(2020, 9, 28), "since": date(2015, 9, 11)}
    engine = engine_with(
        happened(CoverageStated, "2020-10-01", **reach),
        happened(CoverageStated, "2020-10-02", provision="21(1)"),
        happened(CoverageStated, "2020-10-03", "LAO", provision="4(1)(a)"),
    )
    assert engine.on(date(2021, 1, 1)).coverage().limits == (
        Limit("7(1)", None, date(2020, 9, 28), date(2015, 9, 11)),
        Limit("21(1)", None, None, None),
    )
