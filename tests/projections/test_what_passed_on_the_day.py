"""What passed between two answers, on the first and the last of these days themselves."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Register
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ContaminationDeclared,
    Corrected,
    MeetingCalled,
    MeetingKind,
    MeetingMoved,
)
from ccm_engine.projections.request_windows import RequestWindow
from tests.histories import called, engine_with, happened, joined


def on_day(engine: Engine, day: str) -> Register:
    return engine.on(date.fromisoformat(day))


def why(before: Register, after: Register, name: str) -> tuple[tuple[str, ...], str | None]:
    """Return the events by which an answer changed, and what passed."""
    found = after.since(before, state=name.partition("/")[0])
    (change,) = [each for each in found.changes if each.obligation.id == name]
    return change.reason.because, change.reason.passed


def test_entry_into_force_that_a_correction_put_on_the_day_asked_did_not_pass_since() -> None:
    """Bulgaria's instrument of 6 April 2011 would be on record as of May."""
    engine = engine_with(joined("BGR", "2011-05-06"))
    before = on_day(engine, "2011-10-01")
    right = joined("BGR", "2011-04-06")[1]
    engine.record(
        [happened(Corrected, "2020-01-01", target="BGR#2", replacement=right, reason="misread")]
    )
    assert why(before, on_day(engine, "2011-10-01"), "BGR/1.1") == (("BGR#3",), None)


@pytest.mark.parametrize(
    ("until", "passed"),
    [
        ("2019-10-01", "2011-10-01, entry into force"),
        ("2019-10-02", "2011-10-01, entry into force; 2019-10-01, its due day"),
    ],
)
def test_a_due_day_has_not_passed_on_that_day_itself(until: str, passed: str) -> None:
    """Nothing is on record of Bulgaria's stocks: whether it owes anything is unknown."""
    engine = engine_with(joined("BGR", "2011-04-06"))
    before, after = on_day(engine, "2011-09-01"), on_day(engine, until)
    assert why(before, after, "BGR/3.2") == ((), passed)


def test_a_meeting_moved_behind_the_next_one_is_why_that_one_counts() -> None:
    """Article 4(1)(c): no ground names the move, for it is of a meeting that counts no more."""
    engine = engine_with(
        joined("MRT", "2012-02-01"),
        happened(ContaminationDeclared, "2012-03-01", "MRT"),
        happened(ClearanceCompleted, "2013-03-01", "MRT"),
        [called(each, "2012-09-14") for each in ("4MSP", "5MSP")],
    )
    before = on_day(engine, "2013-05-01")
    days = {"opens_on": date(2014, 10, 1), "closes_on": date(2014, 10, 3)}
    engine.record([happened(MeetingMoved, "2013-04-01", meeting="4MSP", **days)])
    assert why(before, on_day(engine, "2013-05-01"), "MRT/4.1c") == (("CCM#3",), None)


@pytest.mark.parametrize(("opens_on", "meeting"), [("2021-06-01", "10MSP"), ("2021-06-02", None)])
def test_a_meeting_that_opens_on_the_due_day_can_still_extend_it(
    opens_on: str, meeting: str | None
) -> None:
    """Article 4(5): Chile's deadline was 1 June 2021."""
    opens = date.fromisoformat(opens_on)
    engine = engine_with(
        joined("CHL", "2010-12-16"),
        happened(ContaminationDeclared, "2012-09-01", "CHL"),
        happened(
            MeetingCalled,
            "2019-09-04",
            meeting="10MSP",
            kind=MeetingKind.MEETING_OF_STATES_PARTIES,
            opens_on=opens,
            closes_on=date(2021, 6, 4),
        ),
    )
    windows: dict[str, RequestWindow] = {
        each.obligation: each for each in on_day(engine, "2020-01-01").windows()
    }
    found = windows["CHL/4.1a"]
    assert (str(found.due), found.meeting) == ("2021-06-01", meeting)
    assert found.meeting_opens == (opens if meeting else None)
