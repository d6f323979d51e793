"""What the log refuses about reports, clarifications and meetings: Articles 7, 8, 11 and 12."""

from __future__ import annotations

from collections.abc import Iterator

from ccm_engine.domain.admission.docket import Docket, refused
from ccm_engine.domain.articles.article_12_review_conferences import earliest_next_review
from ccm_engine.domain.events import (
    CONVENTION,
    AnnualReportSubmitted,
    ClarificationAnswered,
    ClarificationReferred,
    ClarificationRequested,
    InitialReportSubmitted,
    InstrumentDeposited,
    MeetingCalled,
    MeetingKind,
    MeetingMoved,
)


def admit_initial_report(event: InitialReportSubmitted, docket: Docket) -> Iterator[str]:
    """Remark on an initial report by a state that has not joined: Article 7(1)."""
    if docket.dossier(event.state).last(InstrumentDeposited) is None:
        yield "it has deposited no instrument; a report nobody owes is a voluntary one"


def admit_annual_report(event: AnnualReportSubmitted, docket: Docket) -> Iterator[str]:
    """Refuse a report for a year not begun; remark on one for a year not over: Article 7(2)."""
    year = event.year_covered
    if year is not None and year > event.occurred_on.latest.year:
        obstacle = f"the year {year} had not begun on {event.occurred_on}"
        raise refused(event, obstacle, "check year_covered: it is the year before, as a rule")
    if year is not None and year == event.occurred_on.first.year:
        yield f"it covers {year}, which was not over"
    if docket.dossier(event.state).last(InstrumentDeposited) is None:
        yield "it has deposited no instrument; a report nobody owes is a voluntary one"


def admit_answer(
    event: ClarificationAnswered | ClarificationReferred, docket: Docket
) -> Iterator[str]:
    """Refuse an answer to a request that was never made: Article 8(2)."""
    requests = docket.dossier(event.state).all(ClarificationRequested)
    if not any(entry.event.request == event.request for entry in requests):
        known = ", ".join(entry.event.request for entry in requests) or "none"
        obstacle = f"no request {event.request!r} is on record (known: {known})"
        raise refused(event, obstacle, "record the request first, or correct its name")
    yield from ()


def admit_called(event: MeetingCalled, docket: Docket) -> Iterator[str]:
    """Refuse to call a meeting twice; remark on Review Conferences too close: Article 12(1)."""
    if (before := docket.ccm.meeting(event.meeting)) is not None and not before.held:
        obstacle = f"the {event.meeting} is called for {before.opens_on}"
        raise refused(event, obstacle, "record that it was moved")
    if event.kind is not MeetingKind.REVIEW_CONFERENCE:
        return
    for other in docket.ccm.meetings:
        same_kind = other.kind is event.kind and other.code != event.meeting
        if same_kind and other.opens_on < event.opens_on < earliest_next_review(other.opens_on):
            yield f"less than five years after the {other.code} opened (12(1))"


def admit_moved(event: MeetingMoved, docket: Docket) -> Iterator[str]:
    """Refuse to move a meeting that was never called."""
    called = docket.dossier(CONVENTION).all(MeetingCalled)
    if not any(entry.event.meeting == event.meeting for entry in called):
        raise refused(event, f"no {event.meeting} was called", "record that it was called first")
    yield from ()
