"""What the log refuses of the themes' events, and what it takes with a remark.

No precedent exists for most of it; San Marino and Malta, bound since 1 August 2010, stand in.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    ActionCarriedOut,
    AnalysisGroupFormed,
    ClarificationRequested,
    ContributionAssessed,
    ContributionPaid,
    CoordinatorAppointed,
    MeetingAttendedAsObserver,
    MeetingKind,
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
from ccm_engine.public_record.packaged import packaged_events
from tests.admitting import remarks, remedy, sitting, why_refused
from tests.histories import called, engine_with, happened, held, joined

AROSE: Final = happened(TreatyDisputeArose, "2014-05-06", dispute="transit", between=("SMR", "MLT"))
ASSESSED: Final = happened(
    ContributionAssessed,
    "2019-05-02",
    "SMR",
    assessment="9MSP",
    amount_cents=100,
    currency="USD",
)


def test_the_packaged_record_is_admitted_from_its_first_event_to_its_last() -> None:
    events = packaged_events()
    assert Engine.in_memory(events).on(date(2026, 1, 1)).log.position == len(events)


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
        assert "record its deposit first" in remedy(other)

    def test_one_name_stands_for_one_dispute(self) -> None:
        assert "CCM#1" in why_refused(AROSE, AROSE)
        assert "or correct that event" in remedy(AROSE, AROSE)

    def test_what_follows_a_settlement_is_remarked_on(self) -> None:
        settled = happened(TreatyDisputeSettled, "2015-02-03", dispute="transit")
        again = happened(TreatyDisputeSettled, "2015-03-03", dispute="transit")
        about = {"dispute": "transit", "referred_to": "the 1RC"}
        on_the_day = happened(TreatyDisputeReferred, "2015-02-03", **about)
        after = happened(TreatyDisputeReferred, "2015-02-04", **about)
        other = happened(TreatyDisputeArose, "2014-05-06", dispute="b", between=("SMR", "MLT"))
        for late in (again, after):
            assert "was settled on 2015-02-03, CCM#2" in remarks(late, AROSE, settled)
        assert not remarks(on_the_day, AROSE, settled)
        assert not remarks(
            happened(TreatyDisputeSettled, "2016", dispute="b"), AROSE, settled, other
        )


class TestArticle8:
    """States Parties ask States Parties for clarification."""

    def asked(self, state: str, *by: str) -> ClarificationRequested:
        return happened(ClarificationRequested, "2018-02-01", state, request="a", asked_by=by)

    @pytest.mark.parametrize(("state", "by"), [("USA", "MLT"), ("MLT", "USA")])
    def test_a_state_not_party_neither_asks_nor_is_asked(self, state: str, by: str) -> None:
        assert "record its deposit first" in remedy(self.asked(state, by))

    def test_one_name_stands_for_one_request(self) -> None:
        assert "or correct that event" in remedy(self.asked("SMR"), self.asked("SMR"))

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

    def test_a_payment_before_the_assessment_is_remarked_on(self) -> None:
        early = happened(
            ContributionPaid,
            "2019-05-01",
            "SMR",
            assessment="9MSP",
            amount_cents=100,
            currency="USD",
        )
        assert "paid before it was assessed on 2019-05-02, SMR#3" in remarks(early, ASSESSED)

    def test_more_than_was_assessed_is_remarked_on(self) -> None:
        half, more = self.paid(amount_cents=50), self.paid(amount_cents=51)
        assert not remarks(half, ASSESSED, half)
        assert "USD 0.01 more are paid than were assessed" in remarks(more, ASSESSED, half)

    def test_a_meeting_nobody_knows_is_remarked_on(self) -> None:
        about = {"assessment": "a", "amount_cents": 1, "currency": "USD", "meeting": "9MSP"}
        share = happened(ContributionAssessed, "2019-05-02", "SMR", **about)
        assert "no 9MSP is on record" in remarks(share)
        assert not remarks(share, called("9MSP", "2018-09-05"))

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

    def test_terms_run_between_meetings_that_decide(self) -> None:
        between = sitting("I1", "2018-05-14", MeetingKind.INTERSESSIONAL)
        since, until = self.coordinator(since="I1"), self.coordinator(until="I1")
        assert "the I1 is no Meeting of States Parties" in why_refused(since, between)
        assert "the I1 is no Meeting of States Parties" in why_refused(until, held("8MSP"), between)

    def test_an_end_not_after_the_beginning_is_remarked_on(self) -> None:
        meetings = held("7MSP", "8MSP")
        for until in ("7MSP", "8MSP"):
            appointed = self.coordinator(until=until)
            assert "does not come after the 8MSP" in remarks(appointed, meetings)

    @pytest.mark.parametrize(("cycles", "remark"), [(1, "not 1"), (2, ""), (3, "not 3")])
    def test_an_end_that_the_cycles_do_not_reach_is_remarked_on(
        self, cycles: int, remark: str
    ) -> None:
        appointed = self.coordinator(since="7MSP", until="9MSP", cycles=cycles)
        said = remarks(appointed, held("7MSP", "8MSP", "9MSP"))
        assert remark in said
        assert bool(said) is bool(remark)

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
        assert "or correct that event" in remedy(ordered, ordered)

    def test_another_meeting_orders_a_review_of_the_same_name_again(self) -> None:
        about = {"review": "isu", "subject": "the procedures"}
        first = happened(ReviewOrdered, "2015-09-11", ordered_at="1RC", **about)
        again = happened(ReviewOrdered, "2021-09-21", ordered_at="2RC", **about)
        engine = engine_with(held("1RC", "2RC"), first, again)
        owed = engine.on(date(2022, 1, 1)).commitments(state="CCM")
        assert [each.id for each in owed] == ["CCM/1RC.isu", "CCM/2RC.isu"]

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
