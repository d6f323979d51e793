"""Articles 3(5) and 4(7): whether the meeting that a request awaits may have decided on it."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event, Interpretation
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ContaminationDeclared,
    ContaminationFound,
    ExtensionGranted,
    ExtensionRequested,
    HostilitiesEnded,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.extensions_granted import (
    Grant,
    RequestAwaiting,
    grants,
    requests_awaiting,
)
from tests.histories import called, engine_with, happened, held, on

NEW_REQUEST: Final = Interpretation.choosing({"late_found": "new-request"})


def areas(state: str) -> Event:
    return happened(ContaminationDeclared, "2011-06", state, suspected_m2=11_000_000)


def asked(day: str, state: str = "DEU", **fields: object) -> Event:
    return happened(ExtensionRequested, day, state, article=4, **fields)


def awaiting(
    engine: Engine, day: str, reading: Interpretation = PRACTICE
) -> tuple[RequestAwaiting, ...]:
    return requests_awaiting(engine.on(date.fromisoformat(day), reading=reading).view())


def test_a_meeting_that_was_not_asked_leaves_a_request_as_open_as_it_was() -> None:
    """Germany asks the Second Review Conference; the 9MSP meets in between."""
    engine = engine_with(
        areas("DEU"),
        called("9MSP", "2018-09-05"),
        called("2RC", "2018-09-05"),
        asked("2018-10-31", meeting="2RC"),
        held("9MSP"),
    )
    (found,) = awaiting(engine, "2020-01-01")
    assert (found.meeting, found.sure) == ("2RC", Certainty.YES)


@pytest.mark.parametrize(
    ("filed", "sure"), [("2018-09-05", Certainty.UNKNOWN), ("2018-09-06", Certainty.YES)]
)
def test_one_filed_on_the_last_day_of_a_meeting_may_have_been_decided_there(
    filed: str, sure: Certainty
) -> None:
    """It names no meeting; the 8MSP closed on 5 September 2018."""
    engine = engine_with(
        areas("DEU"), called("8MSP", "2017-09-06"), held("8MSP"), called("9MSP", "2018-09-05")
    )
    engine.record([asked(filed)])
    (found,) = awaiting(engine, "2019-01-01")
    assert (found.meeting, found.sure) == ("9MSP", sure)


def test_a_request_for_what_has_no_due_day_comes_after_those_that_run_out() -> None:
    """INT-0006: what Germany found after completion has no day before a new extension."""
    engine = engine_with(
        areas("DEU"),
        areas("LAO"),
        happened(ClearanceCompleted, "2013-01-01", "DEU"),
        happened(ContaminationFound, "2016-01-01", "DEU", suspected_m2=5),
        asked("2018-10-31"),
        asked("2018-10-31", "LAO"),
    )
    found = awaiting(engine, "2019-01-01", NEW_REQUEST)
    assert [(each.obligation, each.due) for each in found] == [
        ("LAO/4.1a", on("2020-08-01")),
        ("DEU/4.1a", None),
    ]


def test_a_grant_says_of_which_conflict_it_is() -> None:
    """Article 4(1)(b): hostilities that ended in 2012, on a deadline of 1 January 2022."""
    engine = engine_with(
        areas("DEU"),
        happened(HostilitiesEnded, "2012-01-01", "DEU", conflict="invented"),
        happened(ExtensionGranted, "2022-01-03", "DEU", article=4, months=12, conflict="invented"),
    )
    assert grants(engine.on(date(2022, 2, 1)).view()) == (
        Grant(
            state="DEU",
            name="Germany",
            article=4,
            conflict="invented",
            obligation="DEU/4.1b/invented",
            months=12,
            until=None,
            decided_on=on("2022-01-03"),
            meeting=None,
            extended=on("2022-01-01"),
            due=on("2023-01-01"),
            days_late=2,
            days_late_range=(2, 2),
            event="DEU#5",
        ),
    )
