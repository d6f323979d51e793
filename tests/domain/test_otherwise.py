"""An answer that hangs on a day known only in part says how it would differ: INT-0012."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Event, Obligation, Standing
from ccm_engine.domain.events import (
    ActionPlanAdopted,
    ClarificationAnswered,
    ClarificationRequested,
    ClarificationWithdrawn,
    ClearanceCompleted,
    ContaminationDeclared,
    ContributionAssessed,
    ExtensionGranted,
    ExtensionRequested,
    MunitionsRetained,
    RetentionEnded,
    StockpileDeclared,
    StockpileDestructionCompleted,
    WithdrawalNotified,
)
from ccm_engine.domain.obligations import Otherwise
from tests.histories import called, engine_with, happened, held, joined, on, owed

NOT_THERE = Otherwise(None, Standing.NOT_ENGAGED, None)
BULGARIA = joined("BGR", "2011-04-06")


def duty(name: str, as_of: str, *events: Event | list[Event]) -> Obligation:
    return owed(engine_with(BULGARIA, *events), name, as_of)


def promised(name: str, as_of: str, *events: Event | list[Event]) -> Obligation:
    point = engine_with(BULGARIA, *events).on(date.fromisoformat(as_of)).point
    (found,) = (each for each in point.commitments(name[:3]) if each.id == name)
    return found


class TestADayFromWhichSomethingIsCounted:
    """The day asked about lies after all the days it can mean; the answer hangs on it still."""

    def test_completion_tells_which_meeting_is_the_next(self) -> None:
        """Article 4(1)(c)."""
        found = duty(
            "BGR/4.1c",
            "2015-01-01",
            happened(ContaminationDeclared, "2012-01-01", "BGR"),
            happened(ClearanceCompleted, "2014-08-01/2014-09-30", "BGR"),
            held("5MSP"),
            called("1RC", "2014-09-05"),
        )
        assert found.standing is Standing.PENDING
        assert found.otherwise is not None
        assert found.otherwise.standing is Standing.OVERDUE

    def test_whether_a_request_was_answered_before_it_was_withdrawn(self) -> None:
        """Article 8(2)."""
        about = {"request": "first"}
        found = duty(
            "BGR/8.2/first",
            "2020-08-01",
            happened(ClarificationRequested, "2020-06-01", "BGR", asked_by=("IRL",), **about),
            happened(ClarificationAnswered, "2020-06", "BGR", **about),
            happened(ClarificationWithdrawn, "2020-06-15", "BGR", **about),
        )
        assert found.discharged_on is None
        assert found.otherwise is not None
        assert found.otherwise.standing is Standing.DISCHARGED

    def test_whether_a_share_was_assessed_while_bound(self) -> None:
        """Article 14(1)."""
        found = duty(
            "BGR/14.1/a",
            "2026-01-01",
            happened(WithdrawalNotified, "2024-09-06", "BGR"),
            happened(
                ContributionAssessed,
                "2025-01-01/2025-06-30",
                "BGR",
                assessment="a",
                amount_cents=100,
                currency="USD",
                due_on=date(2025, 12, 1),
            ),
        )
        assert found.standing is Standing.CEASED
        assert found.otherwise is not None
        assert found.otherwise.standing is Standing.OVERDUE

    def test_a_day_that_a_grant_states_is_one(self) -> None:
        """Article 3(5): the grant itself is of an exact day."""
        found = duty(
            "BGR/3.2",
            "2022-01-01",
            happened(StockpileDeclared, "2012-01-01", "BGR", munitions=7),
            happened(
                ExtensionGranted, "2019-09-04", "BGR", article=3, until=on("2021-06-01/2022-06-30")
            ),
        )
        assert found.standing is Standing.PENDING
        assert found.otherwise is not None
        assert found.otherwise.standing is Standing.OVERDUE


class TestAnObligationThatWouldNotBeThere:
    """By the other end there is nothing it would apply to."""

    @pytest.mark.parametrize(
        ("ended", "expected"), [("2016-01-01/2016-08-08", NOT_THERE), ("2014-05", None)]
    )
    def test_who_had_perhaps_given_up_what_it_retained(
        self, ended: str, expected: Otherwise | None
    ) -> None:
        """Article 3(6)."""
        found = duty(
            "BGR/3.6",
            "2016-06-30",
            happened(RetentionEnded, ended, "BGR"),
            happened(MunitionsRetained, "2015-05-01", "BGR", munitions=3),
        )
        assert found.standing is Standing.CONTINUING
        assert found.otherwise == expected

    def test_completion_perhaps_before_the_plan_that_asks_to_announce_it(self) -> None:
        """DAP 2.4: the Dubrovnik Action Plan runs from 11 September 2015."""
        found = promised(
            "BGR/DAP.2.4",
            "2016-10-01",
            happened(ActionPlanAdopted, "2015-09-11", plan="DAP"),
            happened(StockpileDeclared, "2012-01-01", "BGR", munitions=7),
            happened(StockpileDestructionCompleted, "2015", "BGR"),
            held("1RC", "6MSP"),
        )
        assert found.otherwise == NOT_THERE

    @pytest.mark.parametrize(
        ("day", "expected"), [("2021", NOT_THERE), ("2021-10", None), ("2021-10-01", None)]
    )
    def test_a_request_perhaps_made_before_the_plan(
        self, day: str, expected: Otherwise | None
    ) -> None:
        """LAP: the Lausanne Action Plan runs from 21 September 2021."""
        found = promised(
            "BGR/LAP.extension-work-plans",
            "2022-06-01",
            happened(ContaminationDeclared, "2012-01-01", "BGR"),
            happened(ExtensionRequested, day, "BGR", article=4, months=12),
        )
        assert found.otherwise == expected
