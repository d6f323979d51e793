"""What the log refuses of the themes' events, and what it takes with a remark.

No precedent exists for most of it; San Marino and Malta, bound since 1 August 2010, stand in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    ActionCarriedOut,
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    AnalysisGroupFormed,
    ContributionAssessed,
    ContributionPaid,
    CoordinatorAppointed,
    MeetingAttendedAsObserver,
    PresidentDesignated,
    ResolutionVoteCast,
    ReviewCompleted,
    ReviewOrdered,
    Theme,
    TreatyDisputeArose,
    TreatyDisputeReferred,
    TreatyDisputeSettled,
    Vote,
)
from ccm_engine.errors import RefusedEventError
from ccm_engine.public_record.packaged import packaged_events
from tests.histories import called, engine_with, happened, held, joined

ANNEX: Final = {"amendment": "annex"}
PROPOSED: Final = happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", **ANNEX)
CIRCULATED: Final = happened(AmendmentCirculated, "2012-02-01", **ANNEX)
SUPPORTED: Final = happened(AmendmentSupported, "2012-03-01", supported_by="MLT", **ANNEX)
ADOPTED: Final = happened(AmendmentAdopted, "2012-09-14", in_favour=20, against=10, **ANNEX)
ACCEPTED: Final = happened(AmendmentAccepted, "2013-01-01", accepted_by="MLT", **ANNEX)

AROSE: Final = happened(TreatyDisputeArose, "2014-05-06", dispute="transit", between=("SMR", "MLT"))
ASSESSED: Final = happened(
    ContributionAssessed,
    "2019-05-02",
    "SMR",
    assessment="9MSP",
    amount_cents=100,
    currency="USD",
)


def why_refused(event: Event, *before: Event | Iterable[Event]) -> str:
    with pytest.raises(RefusedEventError) as caught:
        engine_with(*before).record([event])
    return caught.value.obstacle


def remarks(event: Event, *before: Event | Iterable[Event]) -> str:
    return " ".join(engine_with(*before).record([event]).remarks)


def test_the_packaged_record_is_admitted_from_its_first_event_to_its_last() -> None:
    events = packaged_events()
    assert Engine.in_memory(events).on(date(2026, 1, 1)).log.position == len(events)


class TestArticle13:
    """What nobody proposed is not supported, adopted or accepted."""

    def test_an_amendment_goes_from_step_to_step(self) -> None:
        steps = [PROPOSED, CIRCULATED, SUPPORTED, ADOPTED, ACCEPTED]
        assert engine_with().record(steps).remarks == ()

    def test_only_a_state_party_proposes(self) -> None:
        early = happened(AmendmentProposed, "2010-07-31", proposed_by="SMR", **ANNEX)
        assert "SMR is not a State Party on 2010-07-31" in why_refused(early)

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

    def test_support_after_the_90_days_is_remarked_on(self) -> None:
        last = happened(AmendmentSupported, "2012-05-01", supported_by="MLT", **ANNEX)
        late = happened(AmendmentSupported, "2012-05-02", supported_by="MLT", **ANNEX)
        assert not remarks(last, PROPOSED, CIRCULATED)
        assert "the last day to support it, 2012-05-01" in remarks(late, PROPOSED, CIRCULATED)

    def test_votes_below_two_thirds_are_remarked_on(self) -> None:
        short = happened(AmendmentAdopted, "2012-09-14", in_favour=19, against=10, **ANNEX)
        unknown = happened(AmendmentAdopted, "2012-09-14", **ANNEX)
        assert "19 in favour and 10 against are not two thirds" in remarks(short, PROPOSED)
        assert not remarks(unknown, PROPOSED)


class TestArticle10:
    """A dispute is between two States Parties or more."""

    @pytest.mark.parametrize("between", [(), ("SMR",), ("SMR", "SMR")])
    def test_one_state_has_no_dispute(self, between: tuple[str, ...]) -> None:
        alone = happened(TreatyDisputeArose, "2014-05-06", dispute="transit", between=between)
        assert "it is between" in why_refused(alone)

    def test_a_state_not_party_has_no_dispute_under_the_convention(self) -> None:
        other = happened(
            TreatyDisputeArose, "2014-05-06", dispute="transit", between=("SMR", "USA")
        )
        assert "USA is not a State Party" in why_refused(other)

    def test_one_name_stands_for_one_dispute(self) -> None:
        assert "CCM#1" in why_refused(AROSE, AROSE)

    @pytest.mark.parametrize("day", ["2014-05-05", "2015-01-01"])
    def test_what_never_arose_is_neither_referred_nor_settled(self, day: str) -> None:
        name = "transit" if day < "2014-05-06" else "other"
        referred = happened(TreatyDisputeReferred, day, dispute=name, referred_to="the 5MSP")
        settled = happened(TreatyDisputeSettled, day, dispute=name)
        assert "known: transit" in why_refused(referred, AROSE)
        assert "known: transit" in why_refused(settled, AROSE)


class TestArticle14:
    """What was assessed is paid, in its currency."""

    def paid(self, **about: object) -> ContributionPaid:
        told = {"assessment": "9MSP", "amount_cents": 100, "currency": "USD", **about}
        return happened(ContributionPaid, "2019-07-01", "SMR", **told)

    def test_a_payment_is_of_an_assessment_on_record(self) -> None:
        assert "no assessment '9MSP'" in why_refused(self.paid())
        assert "known: 9MSP" in why_refused(self.paid(assessment="8MSP"), ASSESSED)
        assert not remarks(self.paid(), ASSESSED)

    def test_another_currency_pays_nothing_off(self) -> None:
        assert "is in USD, not CHF" in why_refused(self.paid(currency="CHF"), ASSESSED)

    def test_one_name_stands_for_one_assessment(self) -> None:
        assert "SMR#3" in why_refused(ASSESSED, ASSESSED)

    def test_an_invoice_due_before_its_day_is_remarked_on(self) -> None:
        on_the_day = happened(
            ContributionAssessed,
            "2019-05-02",
            "SMR",
            assessment="a",
            amount_cents=1,
            currency="USD",
            due_on=date(2019, 5, 2),
        )
        before = happened(
            ContributionAssessed,
            "2019-05-02",
            "SMR",
            assessment="a",
            amount_cents=1,
            currency="USD",
            due_on=date(2019, 5, 1),
        )
        assert not remarks(on_the_day)
        assert "due on 2019-05-01, before it was assessed" in remarks(before)


class TestMachinery:
    """Offices begin with meetings that were called; reviews have names."""

    def coordinator(self, **about: object) -> CoordinatorAppointed:
        told = {"theme": Theme.CLEARANCE, "since": "8MSP", **about}
        return happened(CoordinatorAppointed, "2018-09-05", "SMR", **told)

    def test_a_term_begins_with_a_meeting_that_was_called(self) -> None:
        assert "no 99MSP was called" in why_refused(self.coordinator(since="99MSP"))
        assert not remarks(self.coordinator(), held("8MSP"))
        assert not remarks(self.coordinator(since=None))

    def test_a_term_has_one_cycle_or_more(self) -> None:
        assert "cycles is 0" in why_refused(self.coordinator(cycles=0), held("8MSP"))

    def test_the_meeting_at_its_end_may_be_called_later(self) -> None:
        appointed = self.coordinator(until="2RC")
        assert "no 2RC was called yet" in remarks(appointed, held("8MSP"))
        assert not remarks(appointed, held("8MSP"), called("2RC", "2018-09-05"))

    @pytest.mark.parametrize(
        "office",
        [
            happened(PresidentDesignated, "2019-09-04", "SMR", meeting="2RC"),
            happened(AnalysisGroupFormed, "2019-09-04", article=3, meeting="2RC"),
        ],
    )
    def test_a_president_is_designated_for_a_meeting_not_called_yet(self, office: Event) -> None:
        assert "no 2RC was called yet" in remarks(office)
        assert not remarks(office, called("2RC", "2018-09-05"))

    def test_one_name_stands_for_one_review(self) -> None:
        ordered = happened(ReviewOrdered, "2017-09-06", review="isu", subject="the procedures")
        assert "CCM#1" in why_refused(ordered, ordered)

    def test_a_review_that_nobody_ordered_is_remarked_on(self) -> None:
        """That the Review Conferences were to review the action plans is not on record."""
        done = happened(ReviewCompleted, "2017-09-06", review="isu")
        ordered = happened(ReviewOrdered, "2015-09-11", review="isu", subject="the procedures")
        assert "is not on record (known: none)" in remarks(done)
        assert not remarks(done, ordered)

    def carried_out(self, plan: str, action: str) -> ActionCarriedOut:
        return happened(ActionCarriedOut, "2012-04-30", "SMR", plan=plan, action=action)

    def test_an_action_is_one_of_an_action_plan(self) -> None:
        assert "no action plan 'XAP'" in why_refused(self.carried_out("XAP", "1"))
        assert "DAP has no action '9.9'" in why_refused(self.carried_out("DAP", "9.9"))
        assert not remarks(self.carried_out("DAP", "4.2"))

    def test_where_not_all_actions_of_a_plan_are_known_another_is_remarked_on(self) -> None:
        assert not remarks(self.carried_out("VAP", "21"))
        assert "some of its actions are not known" in remarks(self.carried_out("VAP", "66"))


class TestArticle21:
    """Votes and observers are taken as sources have them, with a remark where they clash."""

    def vote(self, vote: Vote, year: int | None = 2017) -> ResolutionVoteCast:
        return happened(ResolutionVoteCast, "2017-12-04", "CYP", vote=vote, year=year)

    def test_another_vote_in_one_year_is_remarked_on(self) -> None:
        assert "record a dispute" in remarks(self.vote(Vote.YES), self.vote(Vote.ABSTAIN))

    @pytest.mark.parametrize(("vote", "year"), [(Vote.ABSTAIN, 2017), (Vote.YES, 2018)])
    def test_the_same_vote_or_another_year_is_not(self, vote: Vote, year: int) -> None:
        assert not remarks(self.vote(vote, year), self.vote(Vote.ABSTAIN))

    def test_votes_of_years_nobody_names_do_not_clash(self) -> None:
        assert not remarks(self.vote(Vote.YES, None), self.vote(Vote.ABSTAIN, None))

    def test_a_state_party_is_no_observer(self) -> None:
        came = happened(MeetingAttendedAsObserver, "2019-09-04", "SMR", meeting="9MSP")
        assert "it is a State Party" in remarks(came, held("9MSP"))

    def test_who_joined_and_is_not_bound_yet_observes(self) -> None:
        """Switzerland deposited in July 2012, and was bound from 1 January 2013."""
        came = happened(MeetingAttendedAsObserver, "2012-09-14", "CHE", meeting="3MSP")
        assert not remarks(came, joined("CHE", "2012-07-17"), held("3MSP"))

    def test_a_meeting_nobody_knows_is_remarked_on(self) -> None:
        came = happened(MeetingAttendedAsObserver, "2019-09-04", "CYP", meeting="99MSP")
        assert "no 99MSP is on record" in remarks(came)
