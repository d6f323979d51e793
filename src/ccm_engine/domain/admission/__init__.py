"""What the log refuses to take, and what it takes with a remark.

A practice the words forbid but that happened (a late request, a decision by silence procedure)
is remarked on; what cannot have happened is refused, and the log stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from ccm_engine.domain.admission.amendments import (
    admit_acceptance,
    admit_adoption,
    admit_circulation,
    admit_proposal,
    admit_support,
)
from ccm_engine.domain.admission.costs import admit_assessment, admit_payment
from ccm_engine.domain.admission.disputes import admit_step_in_dispute, admit_treaty_dispute
from ccm_engine.domain.admission.docket import (
    SUPPOSED,
    Docket,
    Purpose,
    check_days_given,
    name_of,
    refused,
)
from ccm_engine.domain.admission.extensions import (
    admit_benchmark,
    admit_end_of_request,
    admit_grant,
    admit_request,
)
from ccm_engine.domain.admission.machinery import (
    admit_action,
    admit_coordinator,
    admit_office,
    admit_review,
    admit_review_done,
)
from ccm_engine.domain.admission.membership import (
    admit_deposit,
    admit_notified_entry,
    admit_provisional,
    admit_revocation,
    admit_signature,
    admit_withdrawal,
)
from ccm_engine.domain.admission.proceedings import (
    admit_annual_report,
    admit_answer,
    admit_called,
    admit_clarification,
    admit_compliance,
    admit_end_of_conflict,
    admit_end_of_hostilities,
    admit_initial_report,
    admit_moved,
    admit_report_on_year,
)
from ccm_engine.domain.admission.record import (
    admit_about_record,
    admit_correction,
    admit_corroboration,
    admit_dispute,
    admit_resolution,
    comes_to_stand,
)
from ccm_engine.domain.admission.universalization import admit_observer, admit_vote
from ccm_engine.domain.calendar import add_days
from ccm_engine.domain.events import (
    ActionCarriedOut,
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    AnalysisGroupFormed,
    AnnualReportSubmitted,
    ArmedConflictEnded,
    BenchmarkMet,
    BenchmarkSet,
    ClarificationAnswered,
    ClarificationReferred,
    ClarificationRequested,
    ClarificationWithdrawn,
    ComplianceDeclared,
    ContributionAssessed,
    ContributionPaid,
    CoordinatorAppointed,
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    EntryIntoForceNotified,
    Event,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    HostilitiesEnded,
    InitialReportSubmitted,
    InstrumentDeposited,
    MeetingAttendedAsObserver,
    MeetingCalled,
    MeetingMoved,
    PresidentDesignated,
    ProvisionalApplicationDeclared,
    RecordEvent,
    ResolutionVoteCast,
    RetentionReportSubmitted,
    Retracted,
    ReviewCompleted,
    ReviewOrdered,
    Signed,
    TreatyDisputeArose,
    TreatyDisputeReferred,
    TreatyDisputeSettled,
    VoluntaryReportSubmitted,
    WithdrawalNotified,
    WithdrawalRevoked,
)

_Rule = Callable[[Any, Docket], Iterator[str]]


def _rules() -> Mapping[type[Event], _Rule]:
    """Return what is checked beyond an event's own fields, by its class.

    The others are taken as they are.
    """
    return {
        Signed: admit_signature,
        InstrumentDeposited: admit_deposit,
        EntryIntoForceNotified: admit_notified_entry,
        ProvisionalApplicationDeclared: admit_provisional,
        WithdrawalNotified: admit_withdrawal,
        WithdrawalRevoked: admit_revocation,
        InitialReportSubmitted: admit_initial_report,
        AnnualReportSubmitted: admit_annual_report,
        ExtensionRequested: admit_request,
        VoluntaryReportSubmitted: admit_report_on_year,
        RetentionReportSubmitted: admit_report_on_year,
        ExtensionGranted: admit_grant,
        ExtensionRefused: admit_end_of_request,
        ExtensionRequestWithdrawn: admit_end_of_request,
        BenchmarkSet: admit_benchmark,
        BenchmarkMet: admit_benchmark,
        HostilitiesEnded: admit_end_of_hostilities,
        ArmedConflictEnded: admit_end_of_conflict,
        ComplianceDeclared: admit_compliance,
        ClarificationRequested: admit_clarification,
        ClarificationAnswered: admit_answer,
        ClarificationReferred: admit_answer,
        ClarificationWithdrawn: admit_answer,
        TreatyDisputeArose: admit_treaty_dispute,
        TreatyDisputeReferred: admit_step_in_dispute,
        TreatyDisputeSettled: admit_step_in_dispute,
        MeetingCalled: admit_called,
        MeetingMoved: admit_moved,
        PresidentDesignated: admit_office,
        CoordinatorAppointed: admit_coordinator,
        AnalysisGroupFormed: admit_office,
        ReviewOrdered: admit_review,
        ReviewCompleted: admit_review_done,
        ActionCarriedOut: admit_action,
        AmendmentProposed: admit_proposal,
        AmendmentCirculated: admit_circulation,
        AmendmentSupported: admit_support,
        AmendmentAdopted: admit_adoption,
        AmendmentAccepted: admit_acceptance,
        ContributionAssessed: admit_assessment,
        ContributionPaid: admit_payment,
        ResolutionVoteCast: admit_vote,
        MeetingAttendedAsObserver: admit_observer,
        Corroborated: admit_corroboration,
        Retracted: admit_about_record,
        Disputed: admit_dispute,
        DisputeResolved: admit_resolution,
        Corrected: admit_correction,
    }


_RULES: Final = _rules()


def admit(event: Event, docket: Docket, today: date) -> list[str]:
    """Take an event into the docket, and return what is remarkable about it.

    `today` is the day of recording: nothing can be recorded that has not happened. Raises
    `RefusedEventError`; the docket is then as it was.
    """
    remarks = list(check(event, docket, today))
    docket.add(event)
    return [f"{name_of(event)}: {remark}" for remark in remarks]


def check(event: Event, docket: Docket, today: date) -> Iterator[str]:
    """Yield what is remarkable about an event; raise `RefusedEventError` if it cannot be taken."""
    if docket.purpose is Purpose.RECORDING and any(
        SUPPOSED in each.citations for each in _said(event)
    ):
        raise refused(event, "a supposition proves nothing", "cite who says that it happened")
    tomorrow = add_days(today, 1)  # it may be tomorrow already where it happened
    if event.occurred_on.first > tomorrow:
        obstacle = f"{event.occurred_on} has not come yet on {today}"
        raise refused(event, obstacle, "record it when it has happened")
    if not isinstance(event, RecordEvent):
        check_days_given(event, event.occurred_on)
    for citation in event.citations:
        if citation.published and citation.published.latest < event.occurred_on.first:
            yield f"{citation.document!r} was published before it happened"
    rule = _RULES.get(type(event))
    if rule is not None:
        yield from rule(event, docket)
    if isinstance(event, RecordEvent):
        for name, other in comes_to_stand(event, docket):
            yield from check(other, docket.without(name), today)


def _said(event: Event) -> tuple[Event, ...]:
    """Return an event with what it says should stand instead of another."""
    match event:
        case Disputed(alternative=other) | Corrected(replacement=other):
            return event, other
        case _:
            return (event,)


__all__ = ["SUPPOSED", "Docket", "Purpose", "admit", "check"]
