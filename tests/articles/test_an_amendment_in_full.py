"""Article 13: all that is told of one amendment that a state proposed, and others supported."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import Engine
from ccm_engine.domain.events import (
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    WithdrawalNotified,
)
from ccm_engine.projections.amendments import Amendment, Stage, amendments
from tests.histories import FIRST_THIRTY, engine_with, happened, joined, on

THIRTY: Final = tuple(sorted(" ".join(FIRST_THIRTY.values()).split()))
NAME: Final = {"amendment": "annex"}


def told(engine: Engine) -> tuple[Amendment, ...]:
    return amendments(engine.on(date(2015, 1, 1)).point)


def test_from_its_proposal_by_san_marino_to_its_entry_into_force() -> None:
    """Albania accepts it first, and leaves; Switzerland accepts it on depositing, and joins."""
    engine = engine_with(
        joined("CHE", "2012-07-17"),
        happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", subject="markings", **NAME),
        happened(AmendmentCirculated, "2012-02-01", **NAME),
        [
            happened(AmendmentSupported, "2012-03-01", supported_by=each, **NAME)
            for each in THIRTY[:16]
        ],
        happened(AmendmentAdopted, "2012-06-14", **NAME),
        happened(AmendmentAccepted, "2012-07-01", accepted_by="ALB", **NAME),
        happened(AmendmentAccepted, "2012-07-17", accepted_by="CHE", **NAME),
        [
            happened(AmendmentAccepted, "2012-08-08", accepted_by=each, **NAME)
            for each in THIRTY[1:16]
        ],
        happened(WithdrawalNotified, "2014-01-15", "ALB"),
    )
    assert told(engine) == (
        Amendment(
            name="annex",
            stage=Stage.IN_FORCE,
            proposed_by="SMR",
            proposed_on=on("2012-01-10"),
            subject="markings",
            circulated_on=on("2012-02-01"),
            support_until=on("2012-05-01"),
            asked=THIRTY,
            supported_by=THIRTY[:16],
            supported_on=on("2012-03-01"),
            adopted_on=on("2012-06-14"),
            parties_at_adoption=THIRTY,
            accepted_by=tuple(sorted({*THIRTY[:16], "CHE"})),
            in_force_on=on("2012-08-08"),
            in_force_for={
                **dict.fromkeys(THIRTY[1:16], on("2012-08-08")),
                "CHE": on("2013-01-01"),
            },
            events=tuple(f"CCM#{number}" for number in range(1, 37)),
        ),
    )


def test_what_was_told_of_another_proposal_is_not_told_of_it() -> None:
    other = {"amendment": "protocol"}
    first, second = told(
        engine_with(
            happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", **NAME),
            happened(AmendmentProposed, "2012-01-11", proposed_by="MLT", **other),
            happened(AmendmentCirculated, "2012-02-01", **other),
            happened(AmendmentSupported, "2012-03-01", supported_by="SMR", **other),
        )
    )
    assert (first.stage, first.supported_by, first.events) == (Stage.PROPOSED, (), ("CCM#1",))
    assert (second.stage, second.supported_by) == (Stage.LAPSED, ("SMR",))
    assert second.events == ("CCM#2", "CCM#3", "CCM#4")
