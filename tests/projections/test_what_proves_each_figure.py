"""What proves a figure: of whom it is counted, by which events, and under which name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Interpretation
from ccm_engine.domain.events import (
    AmendmentAdopted,
    AmendmentProposed,
    AssistanceRequested,
    ClearanceCompleted,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    CoordinatorAppointed,
    CoverageStated,
    HostilitiesEnded,
    InitialReportSubmitted,
    Theme,
)
from ccm_engine.projections.counting import Events, Share, StateCount
from ccm_engine.projections.review import figure
from ccm_engine.projections.view import View
from tests.histories import FIRST_THIRTY, called, engine_with, happened, held, joined

THIRTY: Final = sorted(" ".join(FIRST_THIRTY.values()).split())


def on(engine: Engine, day: str) -> View:
    return engine.on(date.fromisoformat(day)).view()


def counted(engine: Engine, key: str, day: str, since: str | None = None) -> StateCount:
    found = figure(key, on(engine, day), None if since is None else on(engine, since))
    assert isinstance(found, StateCount)
    return found


def states(engine: Engine, key: str, day: str) -> Mapping[str, Events]:
    return counted(engine, key, day).states


def reach(provision: str, day: str) -> CoverageStated:
    """State how far the sources tell of a provision."""
    reaches = date.fromisoformat(day)
    return happened(CoverageStated, "2020-10-01", provision=provision, reaches=reaches)


class TestAreasReportedByOthersAlone:
    """Article 4(1): counted of states of which it is undetermined whether they have any."""

    REPORTED: Final = (
        happened(ContaminationReportedByOthers, "2012-01-01", "MNE"),
        happened(ContaminationReportedByOthers, "2012-01-01", "HRV"),
    )

    def test_one_in_which_hostilities_ended_since_has_areas_to_clear_whatever_others_say(
        self,
    ) -> None:
        war = happened(HostilitiesEnded, "2013-06-01", "HRV", conflict="war")
        key = "clearance.reported_by_others"
        both = engine_with(self.REPORTED, war)
        assert list(states(both, key, "2013-05-31")) == ["HRV", "MNE"]
        assert states(both, key, "2013-06-01") == {"MNE": ("MNE#3",)}
        assert list(states(both, "clearance.outstanding", "2013-06-01")) == ["HRV"]


def test_what_reopens_clearance_is_proved_by_what_was_found_and_not_by_the_completion() -> None:
    """Article 4(6)(d): Mauritania completed in 2013 and told of areas found twice in 2019."""
    engine = engine_with(
        joined("MRT", "2012-02-01"),
        happened(ContaminationDeclared, "2012-03-01", "MRT"),
        happened(ContaminationAbsenceDeclared, "2012-04-01", "MRT"),
        happened(ClearanceCompleted, "2013-03-01", "MRT"),
        happened(ContaminationFound, "2019-05-01", "MRT"),
        happened(ContaminationDeclared, "2019-06-01", "MRT"),
    )
    found = counted(engine, "clearance.reopened", "2020-09-28", since="2015-09-11")
    assert found.states == {"MRT": ("MRT#6", "MRT#7")}
    assert not found.unknown


def test_who_may_have_asked_for_assistance_is_in_doubt_by_the_request_alone() -> None:
    """How far the sources reach leaves open only those of which no request is on record."""
    engine = engine_with(
        happened(AssistanceRequested, "2012-03-04", "ALB"),
        happened(AssistanceRequested, "2012", "LAO"),
        reach("6(1)", "2011-01-01"),
    )
    found = counted(engine, "cooperation.requested_by_name", "2012-06-01")
    assert found.states == {"ALB": ("ALB#3",)}
    assert found.unknown == {
        state: ("LAO#3",) if state == "LAO" else ("CCM#1",) for state in THIRTY if state != "ALB"
    }


def test_a_coordinator_of_one_theme_is_in_no_doubt_because_of_another() -> None:
    """Who is counted for certain is not among those for which the record cannot tell."""
    engine = engine_with(
        held("9MSP"),
        called("10MSP", "2019-09-04"),
        happened(
            CoordinatorAppointed, "2019-09-04", "NOR", theme=Theme.CLEARANCE, since="9MSP", cycles=2
        ),
        happened(CoordinatorAppointed, "2020-01-01", "NOR", theme=Theme.TRANSPARENCY),
        happened(CoordinatorAppointed, "2020-01-01", "AUT", theme=Theme.TRANSPARENCY),
    )
    found = counted(engine, "machinery.coordinators", "2020-06-01")
    assert found.states == {"NOR": ("NOR#3",)}
    assert found.unknown == {"AUT": ("AUT#3",)}


class TestInitialReports:
    """Article 7(1)."""

    def test_one_not_yet_due_is_proved_by_what_binds_the_state_and_not_by_a_report(self) -> None:
        """Norway's was due on 28 January 2011; it would have sent it the week before."""
        engine = engine_with(happened(InitialReportSubmitted, "2011-01-20", "NOR"))
        key = "transparency.initial_not_yet_due"
        found = states(engine, key, "2011-01-28")
        assert list(found) == THIRTY
        assert found["NOR"] == ("NOR#2", "MDA#2")
        assert states(engine, key, "2011-01-29") == {}

    def test_the_rate_of_a_region_is_a_part_of_a_whole_that_are_named_for_the_region(self) -> None:
        rate = figure("transparency.initial_rate.AFRICA", on(engine_with(), "2012-01-01"))
        assert isinstance(rate, Share)
        assert [
            (each.key, each.clause.one, each.clause.many) for each in (rate.whole, rate.part)
        ] == [
            (
                "transparency.initial_due.AFRICA",
                "State Party of Africa had to submit an initial report by then",
                "States Parties of Africa had to submit an initial report by then",
            ),
            (
                "transparency.initial_submitted.AFRICA",
                "State Party of Africa submitted the initial report that was due",
                "States Parties of Africa submitted the initial report that was due",
            ),
        ]
        assert list(rate.whole.states) == ["BDI", "BFA", "MWI", "NER", "SLE", "ZMB"]


@pytest.mark.parametrize("reading", ["first-day", "last-day"])
def test_an_amendment_perhaps_proposed_by_the_day_may_be_in_force_for_anybody(
    reading: str,
) -> None:
    """Article 13(5): the sources tell of no acceptance later than 2012."""
    engine = engine_with(
        happened(AmendmentProposed, "2014", proposed_by="SMR", amendment="annex"),
        happened(AmendmentAdopted, "2014", amendment="annex"),
        reach("13.1", "2020-09-28"),
        reach("13.5", "2012-12-31"),
    )
    chosen = Interpretation.choosing({"partial_dates": reading})
    for day, unknown in (("2013-12-31", []), ("2014-01-01", THIRTY), ("2014-12-31", THIRTY)):
        view = engine.on(date.fromisoformat(day), reading=chosen).view()
        found = figure("compliance.amendments_in_force", view)
        assert isinstance(found, StateCount)
        assert (list(found.states), list(found.unknown)) == ([], unknown)
