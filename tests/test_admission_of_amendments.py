"""What the log refuses of amendments, and what it takes with a remark: Article 13; no case so far.

San Marino and Malta, bound since 1 August 2010, stand in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pytest

from ccm_engine import Event
from ccm_engine.domain.events import (
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    MeetingKind,
    WithdrawalNotified,
)
from tests.admitting import remarks, remedy, sitting, why_refused
from tests.histories import FIRST_THIRTY, engine_with, happened, held, joined

THIRTY: Final = sorted(" ".join(FIRST_THIRTY.values()).split())
ANNEX: Final = {"amendment": "annex"}
PROPOSED: Final = happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", **ANNEX)
CIRCULATED: Final = happened(AmendmentCirculated, "2012-02-01", **ANNEX)
SUPPORTED: Final = happened(AmendmentSupported, "2012-03-01", supported_by="MLT", **ANNEX)
ADOPTED: Final = happened(AmendmentAdopted, "2012-09-14", in_favour=20, against=10, **ANNEX)
ACCEPTED: Final = happened(AmendmentAccepted, "2013-01-01", accepted_by="MLT", **ANNEX)


def supported(states: Iterable[str], day: str = "2012-03-01") -> list[Event]:
    return [happened(AmendmentSupported, day, supported_by=each, **ANNEX) for each in states]


class TestArticle13:
    """What nobody proposed is not supported, adopted or accepted."""

    def test_an_amendment_goes_from_step_to_step(self) -> None:
        steps = [PROPOSED, CIRCULATED, *supported(THIRTY[:16]), ADOPTED, ACCEPTED]
        assert engine_with().record(steps).remarks == ()

    def test_only_a_state_party_proposes(self) -> None:
        early = happened(AmendmentProposed, "2010-07-31", proposed_by="SMR", **ANNEX)
        assert "SMR is not a State Party on 2010-07-31" in why_refused(early)
        assert "record its deposit first" in remedy(early)

    @pytest.mark.parametrize(
        ("step", "before"),
        [
            (CIRCULATED, []),
            (SUPPORTED, [PROPOSED]),
            (ADOPTED, []),
            (ACCEPTED, [PROPOSED, CIRCULATED]),
        ],
    )
    def test_no_step_comes_before_the_one_it_needs(self, step: Event, before: list[Event]) -> None:
        assert "no amendment 'annex' was" in why_refused(step, before)

    def test_a_step_of_a_later_day_makes_none_possible(self) -> None:
        early = happened(AmendmentSupported, "2012-01-31", supported_by="MLT", **ANNEX)
        assert "circulated by that day" in why_refused(early, PROPOSED, CIRCULATED)

    @pytest.mark.parametrize("step", [PROPOSED, CIRCULATED, ADOPTED])
    def test_no_step_is_taken_twice_under_one_name(self, step: Event) -> None:
        assert "annex is on record" in why_refused(step, PROPOSED, CIRCULATED, ADOPTED)

    def test_a_state_not_party_is_not_asked(self) -> None:
        support = happened(AmendmentSupported, "2012-03-01", supported_by="USA", **ANNEX)
        assert "USA is not a State Party" in why_refused(support, PROPOSED, CIRCULATED)
        assert "record its deposit first" in remedy(support, PROPOSED, CIRCULATED)

    def test_who_is_bound_only_after_circulation_is_not_asked(self) -> None:
        """Switzerland would be bound from 1 April 2012, two months after the circulation."""
        (support,) = supported(["CHE"], "2012-04-15")
        told = remarks(support, joined("CHE", "2011-10-17"), PROPOSED, CIRCULATED)
        assert "not bound on 2012-02-01, when it was circulated" in told

    @pytest.mark.parametrize(
        ("states", "day", "remark"),
        [
            (THIRTY[:16], "2012-05-01", ""),
            (THIRTY[:15], "2012-05-01", "15 of 30 States Parties are on record"),
            (THIRTY[:16], "2012-05-02", "0 of 30 States Parties are on record"),
        ],
    )
    def test_adopted_without_a_majority_in_support_is_remarked_on(
        self, states: list[str], day: str, remark: str
    ) -> None:
        said = remarks(ADOPTED, PROPOSED, CIRCULATED, supported(states, day))
        assert remark in said
        assert bool(said) is bool(remark)

    def test_adopted_without_circulation_is_remarked_on(self) -> None:
        assert "that it was circulated is not on record" in remarks(ADOPTED, PROPOSED)

    def test_only_an_amendment_conference_adopts(self) -> None:
        supports = [PROPOSED, CIRCULATED, *supported(THIRTY[:16])]
        adopted = happened(AmendmentAdopted, "2012-09-14", meeting="3MSP", **ANNEX)
        assert "no 3MSP is on record" in remarks(adopted, supports)
        assert "the 3MSP is no Amendment Conference" in remarks(adopted, supports, held("3MSP"))
        kind = MeetingKind.AMENDMENT_CONFERENCE
        conference = sitting("3MSP", "2012-09-14", kind)
        assert not remarks(adopted, supports, conference)

    @pytest.mark.parametrize("state", ["USA", "CHE", "SMR"])
    def test_only_who_consents_to_be_bound_accepts(self, state: str) -> None:
        """Switzerland deposits in July 2012; San Marino would leave in July 2013."""
        accepted = happened(AmendmentAccepted, "2013-07-15", accepted_by=state, **ANNEX)
        before = [PROPOSED, ADOPTED, *joined("CHE", "2013-07-16")]
        left = happened(WithdrawalNotified, "2013-01-15", "SMR")
        assert f"{state} has not consented" in why_refused(accepted, before, left)
        assert "record its deposit first" in remedy(accepted, before, left)

    def test_who_consented_accepts_before_it_is_bound(self) -> None:
        accepted = happened(AmendmentAccepted, "2013-07-16", accepted_by="CHE", **ANNEX)
        assert not remarks(accepted, PROPOSED, ADOPTED, joined("CHE", "2013-07-16"))

    def test_a_second_acceptance_is_remarked_on(self) -> None:
        again = happened(AmendmentAccepted, "2014-01-01", accepted_by="MLT", **ANNEX)
        assert "accepted it already on 2013-01-01, CCM#3" in remarks(
            again, PROPOSED, ADOPTED, ACCEPTED
        )
        left = happened(WithdrawalNotified, "2013-02-01", "MLT")
        anew = [left, *joined("MLT", "2013-09-09", None)]
        assert not remarks(again, PROPOSED, ADOPTED, ACCEPTED, anew)

    def test_support_after_the_90_days_is_remarked_on(self) -> None:
        last = happened(AmendmentSupported, "2012-05-01", supported_by="MLT", **ANNEX)
        late = happened(AmendmentSupported, "2012-05-02", supported_by="MLT", **ANNEX)
        assert not remarks(last, PROPOSED, CIRCULATED)
        assert "the last day to support it, 2012-05-01" in remarks(late, PROPOSED, CIRCULATED)

    def test_votes_below_two_thirds_are_remarked_on(self) -> None:
        short = happened(AmendmentAdopted, "2012-09-14", in_favour=19, against=10, **ANNEX)
        unknown = happened(AmendmentAdopted, "2012-09-14", **ANNEX)
        assert "19 in favour and 10 against are not two thirds" in remarks(short, PROPOSED)
        assert "two thirds" not in remarks(unknown, PROPOSED)
