"""What counts on the very day it happens, what of the day after does not, and what is left open."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine.domain.events import (
    ClarificationRequested,
    ContaminationAbsenceDeclared,
    ContaminationReportedByOthers,
    CoverageStated,
    ExtensionRequested,
    FocalPointDesignated,
    ResolutionVoteCast,
    StockpileDeclared,
    VictimsReported,
    Vote,
)
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.meetings import requests_before
from ccm_engine.projections.themes import clearance, compliance
from ccm_engine.projections.universalization import votes
from ccm_engine.projections.victim_assistance import victim_assistance
from tests.histories import called, engine_with, happened, held
from tests.projections.of_a_theme import OfATheme, named, unknown, view

CLEARANCE: Final = OfATheme(clearance.THEME)
COMPLIANCE: Final = OfATheme(compliance.THEME)


@pytest.mark.parametrize(
    ("day", "found"),
    [("2015-06-09", Certainty.UNKNOWN), ("2015-06-10", Certainty.YES)],
)
def test_a_focal_point_is_there_from_the_day_it_is_designated(day: str, found: Certainty) -> None:
    """Article 5(2)(g): Croatia; that nothing was told before is no proof of none."""
    engine = engine_with(
        happened(CoverageStated, "2020-01-01", provision="5(1)", reaches=date(2020, 1, 1)),
        happened(VictimsReported, "2012-01-01", "HRV"),
        happened(FocalPointDesignated, "2015-06-10", "HRV"),
    )
    (line,) = [each for each in victim_assistance(view(engine, day)) if each.state == "HRV"]
    assert line.focal_point.certainty is found


@pytest.mark.parametrize(("day", "alone"), [("2015-06-09", ["HRV"]), ("2015-06-10", [])])
def test_areas_are_on_record_by_others_alone_until_the_state_speaks(
    day: str, alone: list[str]
) -> None:
    """Article 4(1)(a): what Croatia is to say tomorrow leaves nothing open today."""
    engine = engine_with(
        happened(ContaminationReportedByOthers, "2012-01-01", "HRV"),
        happened(ContaminationAbsenceDeclared, "2015-06-10", "HRV"),
    )
    found = CLEARANCE.on_the_day(engine, day)["reported_by_others"]
    assert (named(found).split(), unknown(found)) == (alone, [])


@pytest.mark.parametrize(("since", "surely"), [("2018-01-31", True), ("2018-02-01", False)])
def test_what_happened_in_a_month_may_have_happened_on_its_first_day(
    since: str, surely: bool
) -> None:
    """Article 8(2): a period begins after its first day, which is the end of the one before."""
    engine = engine_with(happened(ClarificationRequested, "2018-02", "SMR", request="first"))
    found = COMPLIANCE.between(engine, since, "2018-12-31")["clarifications_requested_in_period"]
    assert (named(found) == "SMR", unknown(found) == ["SMR"]) == (surely, not surely)


def test_a_vote_of_which_no_source_says_the_year_is_of_none() -> None:
    """Finland voted in December 2015 or in January 2016."""
    engine = engine_with(
        happened(ResolutionVoteCast, "2015-12-01/2016-01-31", "FIN", vote=Vote.ABSTAIN),
        happened(ResolutionVoteCast, "2017", "FIN", vote=Vote.ABSTAIN),
    )
    assert list(votes(view(engine, "2020-01-01"))) == [2017]


@pytest.mark.parametrize(
    ("day", "meeting", "sure"),
    [("2019-09-04", "9MSP", Certainty.YES), ("2019-09-05", None, Certainty.UNKNOWN)],
)
def test_a_request_that_names_no_meeting_lies_before_the_next_that_decides(
    day: str, meeting: str | None, sure: Certainty
) -> None:
    """Article 3(3): the 9MSP of 2 to 4 September; that it was held nobody says, nor calls another.

    After its last day the next is not called yet, and there it lies before none.
    """
    engine = engine_with(
        happened(StockpileDeclared, "2011-01-27", "HRV", munitions=100),
        held("8MSP"),
        called("9MSP", "2018-09-05"),
        happened(ExtensionRequested, "2018-10-01", "HRV", article=3, months=12),
    )
    (request,) = requests_before(view(engine, day))
    assert (request.obligation, request.meeting, request.sure) == ("HRV/3.2", meeting, sure)
