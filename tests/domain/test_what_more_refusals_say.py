"""What is refused as a provision, a step in a dispute or an action of a plan, word for word."""

from __future__ import annotations

import pytest

from ccm_engine.domain.events import ActionCarriedOut, TreatyDisputeArose, TreatyDisputeSettled
from ccm_engine.domain.obligations import Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.errors import RefusedEventError, UnknownProvisionError
from tests.histories import engine_with, happened

NONE_SUCH = "the Convention has no such provision; cite articles 1 to 23 as in 3(2) or 4(1)(a)"


@pytest.mark.parametrize(
    ("parts", "cited"),
    [((24,), "24"), ((3, 9), "3(9)"), ((3, 0, "a"), "3(a)"), ((4, 1, "d"), "4(1)(d)")],
    ids=str,
)
def test_a_provision_that_the_convention_lacks(parts: tuple[int, int, str], cited: str) -> None:
    with pytest.raises(UnknownProvisionError) as refused:
        Provision(*parts)
    assert str(refused.value) == f"cite Article {cited}: {NONE_SUCH}"


def test_points_are_those_of_their_paragraph() -> None:
    assert str(Provision(21, 4, "d")) == "21(4)(d)"
    with pytest.raises(UnknownProvisionError):
        Provision(21, 4, "e")


def test_a_dispute_that_never_arose_is_not_settled_and_those_known_are_named() -> None:
    arose = [
        happened(TreatyDisputeArose, "2014-05-06", dispute=name, between=("SMR", "MLT"))
        for name in ("transit", "debris")
    ]
    with pytest.raises(RefusedEventError) as refused:
        engine_with(arose, happened(TreatyDisputeSettled, "2015-01-01", dispute="borders"))
    assert "no dispute 'borders' is on record by that day (known: debris, transit)" in str(
        refused.value
    )
    assert refused.value.remedy == "record that it arose first, or correct its name"


def test_a_dispute_may_be_settled_on_the_day_it_arose() -> None:
    day, name = "2014-05-06", {"dispute": "transit"}
    arose = happened(TreatyDisputeArose, day, between=("SMR", "MLT"), **name)
    engine = engine_with(arose, happened(TreatyDisputeSettled, day, **name))
    duty = engine.on(arose.occurred_on.latest).obligation("SMR/10.1/transit")
    assert duty.standing is Standing.NOT_ENGAGED


def test_an_action_of_a_plan_that_there_is_not() -> None:
    with pytest.raises(RefusedEventError) as refused:
        engine_with(happened(ActionCarriedOut, "2020-01-01", "BGR", plan="XAP", action="1"))
    assert refused.value.obstacle == "there is no action plan 'XAP'"
    assert refused.value.remedy == "give one of VAP, DAP, LAP"
    with pytest.raises(RefusedEventError) as refused:
        engine_with(happened(ActionCarriedOut, "2020-01-01", "BGR", plan="DAP", action="99"))
    assert refused.value.obstacle == "DAP has no action '99' on record"
    assert refused.value.remedy == "docs/reference/action-plans.md lists them"
