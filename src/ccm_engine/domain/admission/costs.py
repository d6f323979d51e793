"""What the log refuses about the costs of meetings: Article 14."""

from __future__ import annotations

from collections.abc import Iterator

from ccm_engine.domain.admission.docket import Docket, refused
from ccm_engine.domain.articles.article_14_costs import amount
from ccm_engine.domain.events import ContributionAssessed, ContributionPaid


def admit_assessment(event: ContributionAssessed, docket: Docket) -> Iterator[str]:
    """Refuse a second assessment of one name: Article 14(1).

    An invoice that would be due before its day is remarked on, and a meeting nobody knows.
    """
    for entry in docket.dossier(event.state).all(ContributionAssessed):
        if entry.event.assessment == event.assessment:
            obstacle = f"an assessment of that name is on record, {entry.id}"
            raise refused(event, obstacle, "give this one another name, or correct that event")
    if event.due_on is not None and event.due_on < event.occurred_on.first:
        yield f"due on {event.due_on}, before it was assessed"
    if event.meeting is not None and docket.ccm.meeting(event.meeting) is None:
        yield f"no {event.meeting} is on record"


def admit_payment(event: ContributionPaid, docket: Docket) -> Iterator[str]:
    """Refuse to pay what was never assessed, or in another currency: Article 14(1).

    A payment before the assessment is remarked on, and one by which more is paid than was assessed.
    """
    assessments = docket.dossier(event.state).all(ContributionAssessed)
    by_name = {entry.event.assessment: entry for entry in assessments}
    assessed = by_name.get(event.assessment)
    if assessed is None:
        known = ", ".join(by_name) or "none"
        obstacle = f"no assessment {event.assessment!r} is on record (known: {known})"
        raise refused(event, obstacle, "record the assessment first, or correct its name")
    if assessed.event.currency != event.currency:
        obstacle = f"{assessed.id} is in {assessed.event.currency}, not {event.currency}"
        raise refused(event, obstacle, "give what it came to in the currency of the assessment")
    if event.occurred_on.latest < assessed.event.occurred_on.first:
        yield f"paid before it was assessed on {assessed.event.occurred_on}, {assessed.id}"
    too_much = _paid(event, docket) + event.amount_cents - assessed.event.amount_cents
    if too_much > 0:
        yield f"with it {amount(event.currency, too_much)} more are paid than were assessed"


def _paid(event: ContributionPaid, docket: Docket) -> int:
    """Return what was paid of the same assessment so far, in hundredths of its currency."""
    payments = (each.event for each in docket.dossier(event.state).all(ContributionPaid))
    return sum(
        each.amount_cents
        for each in payments
        if (each.assessment, each.currency) == (event.assessment, event.currency)
    )
