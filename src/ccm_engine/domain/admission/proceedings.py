"""What the log refuses about reports, clarifications and meetings: Articles 7, 8, 11 and 12."""

from __future__ import annotations

from collections.abc import Iterator

from ccm_engine.domain.admission.docket import NOT_A_PARTY, Docket, is_party, refused
from ccm_engine.domain.articles.article_12_review_conferences import earliest_next_review
from ccm_engine.domain.events import (
    CONVENTION,
    AnnualReportSubmitted,
    ArmedConflictBegun,
    ArmedConflictEnded,
    ClarificationAnswered,
    ClarificationReferred,
    ClarificationRequested,
    ClarificationWithdrawn,
    ComplianceDeclared,
    HostilitiesEnded,
    InitialReportSubmitted,
    InstrumentDeposited,
    MeetingCalled,
    MeetingKind,
    MeetingMoved,
    RetentionReportSubmitted,
    VoluntaryReportSubmitted,
)


def admit_initial_report(event: InitialReportSubmitted, docket: Docket) -> Iterator[str]:
    """Remark on an initial report by a state that has not joined: Article 7(1)."""
    if docket.dossier(event.state).last(InstrumentDeposited) is None:
        yield "it has deposited no instrument; a report nobody owes is a voluntary one"


def admit_report_on_year(
    event: AnnualReportSubmitted | VoluntaryReportSubmitted | RetentionReportSubmitted,
    _docket: Docket,
) -> Iterator[str]:
    """Refuse a report for a year not begun; remark on one for a year not over: 3(8), 7(2)."""
    year = event.year_covered
    if year is not None and year > event.occurred_on.latest.year:
        obstacle = f"the year {year} had not begun on {event.occurred_on}"
        raise refused(event, obstacle, "check year_covered: it is the year before, as a rule")
    if year is not None and year == event.occurred_on.first.year:
        yield f"it covers {year}, which was not over"


def admit_annual_report(event: AnnualReportSubmitted, docket: Docket) -> Iterator[str]:
    """Check the year, and remark on a report by a state that has not joined: Article 7(2)."""
    yield from admit_report_on_year(event, docket)
    if docket.dossier(event.state).last(InstrumentDeposited) is None:
        yield "it has deposited no instrument; a report nobody owes is a voluntary one"


def admit_clarification(event: ClarificationRequested, docket: Docket) -> Iterator[str]:
    """Refuse a request to a state not party, by the state itself, or of a name taken: 8(2)."""
    day = event.occurred_on.latest
    if not is_party(docket, event.state, day):
        obstacle = f"it is not a State Party on {day}"
        raise refused(event, obstacle, f"only a State Party is asked; {NOT_A_PARTY}")
    if event.state in event.asked_by:
        raise refused(event, "it would ask itself", "name the states that asked")
    for asking in event.asked_by:
        if not is_party(docket, asking, day):
            obstacle = f"{asking} is not a State Party on {day}"
            raise refused(event, obstacle, f"only a State Party asks; {NOT_A_PARTY}")
    for entry in docket.dossier(event.state).all(ClarificationRequested):
        if entry.event.request == event.request:
            obstacle = f"a request of that name is on record, {entry.id}"
            raise refused(event, obstacle, "give this one another name, or correct that event")
    yield from ()


def admit_end_of_hostilities(event: HostilitiesEnded, docket: Docket) -> Iterator[str]:
    """Refuse a second end of the same hostilities: Article 4(1)(b)."""
    for entry in docket.dossier(event.state).all(HostilitiesEnded):
        if entry.event.conflict == event.conflict:
            obstacle = f"{event.conflict} ended on {entry.event.occurred_on}, {entry.id}"
            raise refused(event, obstacle, "give another conflict another name, or correct it")
    yield from ()


def admit_end_of_conflict(event: ArmedConflictEnded, docket: Docket) -> Iterator[str]:
    """Remark on the end of a conflict that never began on record: Article 20(3)."""
    begun = docket.dossier(event.state).all(ArmedConflictBegun)
    if not any(entry.event.conflict == event.conflict for entry in begun):
        yield f"the beginning of {event.conflict} is not on record"


def admit_compliance(event: ComplianceDeclared, docket: Docket) -> Iterator[str]:
    """Remark on a declaration of compliance by a state not party: Article 4(1)(c)."""
    if docket.dossier(event.state).last(InstrumentDeposited) is None:
        yield "it has deposited no instrument, and has nothing to declare"


def admit_answer(
    event: ClarificationAnswered | ClarificationReferred | ClarificationWithdrawn, docket: Docket
) -> Iterator[str]:
    """Refuse to answer, refer or withdraw a request that was never made: Article 8(2)."""
    requests = docket.dossier(event.state).all(ClarificationRequested)
    made = [
        entry.event.request
        for entry in requests
        if entry.event.occurred_on.first <= event.occurred_on.latest
    ]
    if event.request not in made:
        known = ", ".join(entry.event.request for entry in requests) or "none"
        obstacle = f"no request {event.request!r} is on record by that day (known: {known})"
        raise refused(event, obstacle, "record the request first, or correct its name")
    yield from ()


def admit_called(event: MeetingCalled, docket: Docket) -> Iterator[str]:
    """Refuse to call a meeting twice; remark on Review Conferences too close: Article 12(1)."""
    for entry in docket.dossier(CONVENTION).all(MeetingCalled):
        if entry.event.meeting == event.meeting:
            obstacle = f"the {event.meeting} is called for {entry.event.opens_on}, {entry.id}"
            raise refused(event, obstacle, "record that it was moved, or name this one otherwise")
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
