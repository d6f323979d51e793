"""What the log takes, remarks on and refuses on the very day, or where two events are much alike.

Bulgaria, bound since 1 October 2011, stands in where no case is known; so does San Marino.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Citation, Event
from ccm_engine.domain.events import (
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentProposed,
    AnalysisGroupFormed,
    ContaminationDeclared,
    ContributionAssessed,
    ContributionPaid,
    CoordinatorAppointed,
    Corrected,
    Corroborated,
    EntryIntoForceNotified,
    ExtensionGranted,
    ExtensionRequested,
    HostilitiesEnded,
    MeetingKind,
    ResolutionVoteCast,
    Retracted,
    StockpileDeclared,
    Theme,
    Vote,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.sources import Authority
from ccm_engine.domain.suppositions import Overlay
from ccm_engine.errors import RefusedEventError
from tests.admitting import remarks, sitting
from tests.histories import called, engine_with, happened, joined, on

BULGARIA: Final = (
    *joined("BGR", "2011-04-06"),
    happened(StockpileDeclared, "2012-03-27", "BGR", munitions=6909),
    happened(ContaminationDeclared, "2012-03-27", "BGR"),
)
NOTICE: Final = happened(WithdrawalNotified, "2024-09-06", "LTU")
LITHUANIA: Final = (*joined("LTU", "2011-03-24"), NOTICE)


def refusal(event: Event, *before: Event) -> str:
    with pytest.raises(RefusedEventError) as caught:
        engine_with(before).record([event])
    return str(caught.value)


def requested(article: int, day: str, until: str, conflict: str | None = None) -> Event:
    return happened(
        ExtensionRequested,
        day,
        "BGR",
        article=article,
        until=on(until),
        conflict=conflict,
        meeting=None if conflict else "9MSP",
    )


class TestExtensions:
    """Each deadline has requests and a conflict of its own: Articles 3(3), 4(1)(b), 4(5)."""

    def test_an_early_request_for_stockpiles_makes_none_for_areas_early(self) -> None:
        """Both go to the Ninth Meeting, which asks for them by 2 December 2018."""
        before = (*BULGARIA, called("9MSP", "2018-09-05"), requested(3, "2018-11-01", "2020-10-01"))
        assert remarks(requested(4, "2019-02-01", "2022-10-01"), before) == (
            "extension-requested for Bulgaria (BGR): filed 2019-02-01, after the last day for the "
            "9MSP, 2018-12-02: late, and taken all the same (INT-0003)"
        )

    def test_hostilities_may_end_on_the_day_a_state_is_bound(self) -> None:
        ended = happened(HostilitiesEnded, "2011-10-01", "BGR", conflict="border")
        assert not remarks(requested(4, "2021-01-01", "2022-10-01", "border"), *BULGARIA, ended)

    def test_an_end_of_hostilities_before_a_state_is_bound_begins_no_ten_years(self) -> None:
        ended = happened(HostilitiesEnded, "2011-09-30", "BGR", conflict="border")
        assert refusal(requested(4, "2021-01-01", "2022-10-01", "border"), *BULGARIA, ended) == (
            "cannot record extension-requested for Bulgaria (BGR): no end of hostilities in "
            "'border' since it is bound is on record; "
            "record that they ended first, or leave conflict out"
        )

    def test_ten_years_run_from_the_end_of_the_conflict_named(self) -> None:
        ended = [
            happened(HostilitiesEnded, day, "BGR", conflict=name)
            for day, name in (("2012-05-01", "border"), ("2015-05-01", "coast"))
        ]
        late = requested(4, "2024-06-01", "2030-05-03", "coast")
        assert refusal(late, *BULGARIA, *ended).endswith("at most to 2030-05-01, from 2025-05-01")
        assert not remarks(requested(4, "2024-06-01", "2030-05-01", "coast"), *BULGARIA, ended)


class TestWithdrawal:
    """A notice may be revoked after it was given, until it has effect: Article 20(3)."""

    def test_a_notice_of_a_later_day_cannot_be_revoked_yet(self) -> None:
        early = happened(WithdrawalRevoked, "2024-09-05", "LTU")
        assert refusal(early, *LITHUANIA) == (
            "cannot record withdrawal-revoked for Lithuania (LTU): no notice of withdrawal stands; "
            "record the notice first"
        )

    @pytest.mark.parametrize(
        ("day", "remark"),
        [
            ("2025-03-01/2025-03-05", ""),
            (
                "2025-03-01/2025-03-06",
                (
                    "withdrawal-revoked for Lithuania (LTU): it may have come after the withdrawal "
                    "took effect on 2025-03-06, and counts so"
                ),
            ),
        ],
    )
    def test_revoked_perhaps_on_the_day_of_effect_is_perhaps_too_late(
        self, day: str, remark: str
    ) -> None:
        assert remarks(happened(WithdrawalRevoked, day, "LTU"), *LITHUANIA) == remark


class TestConsent:
    """What takes an instrument counts from the day of its deposit: Articles 13(5), 17."""

    def test_an_acceptance_on_the_day_of_deposit_is_the_first(self) -> None:
        annex = {"amendment": "annex"}
        adopted = (
            happened(AmendmentProposed, "2010-09-01", proposed_by="SMR", **annex),
            happened(AmendmentAdopted, "2010-11-12", **annex),
        )
        first, again = (
            happened(AmendmentAccepted, day, accepted_by="BGR", **annex)
            for day in ("2011-04-06", "2012-01-01")
        )
        assert remarks(again, adopted, joined("BGR", "2011-04-06"), first) == (
            "amendment-accepted for the Convention: BGR accepted it already on 2011-04-06, CCM#3"
        )

    def test_nothing_is_in_force_for_a_state_that_deposited_nothing(self) -> None:
        notified = happened(
            EntryIntoForceNotified, "2012-01-01", "CHE", in_force_on=date(2012, 1, 1)
        )
        assert refusal(notified) == (
            "cannot record entry-into-force-notified for Switzerland (CHE): it has deposited no "
            "instrument; record the deposit first"
        )


class TestCosts:
    """A payment is of one assessment, in its currency: Article 14(1)."""

    SHARE: Final = {"assessment": "9MSP", "amount_cents": 100}
    ASSESSED: Final = happened(ContributionAssessed, "2019-05-02", "SMR", currency="USD", **SHARE)

    def test_may_come_on_the_day_of_the_assessment(self) -> None:
        paid = happened(ContributionPaid, "2019-05-02", "SMR", currency="USD", **self.SHARE)
        assert not remarks(paid, self.ASSESSED)

    def test_in_another_currency_is_to_be_given_in_that_of_the_assessment(self) -> None:
        paid = happened(ContributionPaid, "2019-05-02", "SMR", currency="EUR", **self.SHARE)
        assert refusal(paid, self.ASSESSED) == (
            "cannot record contribution-paid for San Marino (SMR): SMR#3 is in USD, not EUR; "
            "give what it came to in the currency of the assessment"
        )


def test_a_term_does_not_run_from_an_amendment_conference() -> None:
    """INT-0022."""
    conference = sitting("AC", "2012-03-01", MeetingKind.AMENDMENT_CONFERENCE)
    term = happened(
        CoordinatorAppointed, "2012-03-01", "SMR", theme=Theme.CLEARANCE, since="AC", cycles=1
    )
    assert refusal(term, conference) == (
        "cannot record coordinator-appointed for San Marino (SMR): the AC is no Meeting of States "
        "Parties or Review Conference; "
        "name the meeting with whose close the term runs or ends"
    )


def test_another_vote_of_one_year_is_named_with_its_event() -> None:
    yes, no = (
        happened(ResolutionVoteCast, "2017-12-04", "CYP", vote=each, year=2017)
        for each in (Vote.YES, Vote.NO)
    )
    assert remarks(no, yes) == (
        "resolution-vote-cast for Cyprus (CYP): CYP#1 has 'yes' for 2017; "
        "if sources contradict each other, record a dispute"
    )


class TestTheRecordAboutItself:
    """What is said of an event agrees with it, or is said otherwise."""

    def test_a_further_source_of_another_day_is_a_dispute(self) -> None:
        gives = Citation(
            document="the press release",
            publisher="for a test",
            authority=Authority.PRESS,
            gives=on("2012-04"),
        )
        further = happened(Corroborated, "2020-01-01", target="BGR#3", citations=(gives,))
        assert refusal(further, *BULGARIA) == (
            "cannot record corroborated for Bulgaria (BGR): 'the press release' gives another day, "
            "2012-04; record what it says as a dispute"
        )

    def test_a_retraction_is_not_corrected_but_recorded_anew(self) -> None:
        retracted = happened(Retracted, "2020-01-01", target="BGR#3", reason="misread")
        corrected = happened(
            Corrected, "2020-02-01", target="BGR#5", replacement=BULGARIA[2], reason="it was right"
        )
        assert refusal(corrected, *BULGARIA, retracted) == (
            "cannot record corrected for Bulgaria (BGR): BGR#5 is itself about the record; "
            "retract it, and record it anew"
        )

    def test_a_correction_may_be_supposed_that_the_convention_does_not_allow(self) -> None:
        """Article 3(3) allows 48 months at a time."""
        twelve, fifty = (
            happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=each)
            for each in (12, 50)
        )
        misread = happened(
            Corrected, "2020-01-01", target="BGR#5", replacement=fifty, reason="misread"
        )
        register = engine_with(BULGARIA, twelve).on(date(2020, 1, 1))
        (remark, *_) = register.supposing(Overlay.of([misread])).remarks
        assert remark == (
            "corrected for Bulgaria (BGR): 50 months is more than the 48 months Article 3 allows; "
            "at most to 2023-10-01, from 2019-10-01"
        )

    def test_what_is_supposed_is_numbered_from_one_beside_what_is_recorded(self) -> None:
        votes = [
            happened(ResolutionVoteCast, "2017-12-04", "NOR", vote=each, year=2017)
            for each in (Vote.YES, Vote.NO, Vote.YES)
        ]
        remarks = engine_with().on(date(2020, 1, 1)).supposing(Overlay.of(votes)).remarks
        named = [each.removeprefix("resolution-vote-cast for Norway (NOR): ") for each in remarks]
        assert [each.partition(" for ")[0] for each in named] == [
            "NOR?1 has 'yes'",
            "NOR?2 has 'no'",
        ]


def test_a_meeting_called_in_one_batch_is_known_to_what_comes_behind_it() -> None:
    group = happened(AnalysisGroupFormed, "2011-09-16", article=3, meeting="3MSP")
    assert engine_with().record([group, called("3MSP", "2011-09-16"), group]).remarks == (
        "analysis-group-formed for the Convention: no 3MSP was called yet",
    )
