"""What the log refuses about offices and reviews, and what it remarks on."""

from __future__ import annotations

from collections.abc import Iterator

from ccm_engine.domain.action_plans import PLANS
from ccm_engine.domain.admission.docket import Docket, refused
from ccm_engine.domain.events import (
    CONVENTION,
    ActionCarriedOut,
    AnalysisGroupFormed,
    CoordinatorAppointed,
    PresidentDesignated,
    ReviewCompleted,
    ReviewOrdered,
)


def admit_office(event: PresidentDesignated | AnalysisGroupFormed, docket: Docket) -> Iterator[str]:
    """Remark on a meeting that is not called yet; a president is designated before it may be."""
    yield from _if_not_called(event.meeting, docket)


def admit_coordinator(event: CoordinatorAppointed, docket: Docket) -> Iterator[str]:
    """Refuse a term that begins with a meeting nobody called, or that ends with it (0 cycles).

    The meeting with which it ends may be called later, and is remarked on.
    """
    if event.since is not None and docket.ccm.meeting(event.since) is None:
        obstacle = f"no {event.since} was called"
        raise refused(event, obstacle, "record the meeting first, or correct its name")
    if event.cycles == 0:
        remedy = "give the number of meetings after which the term ends, or leave it out"
        raise refused(event, "cycles is 0: the term would end where it begins", remedy)
    yield from _if_not_called(event.until, docket)


def _if_not_called(meeting: str | None, docket: Docket) -> Iterator[str]:
    if meeting is not None and docket.ccm.meeting(meeting) is None:
        yield f"no {meeting} was called yet"


def admit_review(event: ReviewOrdered, docket: Docket) -> Iterator[str]:
    """Refuse a second review of one name."""
    for entry in docket.dossier(CONVENTION).all(ReviewOrdered):
        if entry.event.review == event.review:
            obstacle = f"a review of that name is on record, {entry.id}"
            raise refused(event, obstacle, "give this one another name")
    yield from ()


def admit_review_done(event: ReviewCompleted, docket: Docket) -> Iterator[str]:
    """Remark on a review that no event ordered: not every order is on record."""
    ordered = [entry.event.review for entry in docket.dossier(CONVENTION).all(ReviewOrdered)]
    if event.review not in ordered:
        known = ", ".join(ordered) or "none"
        yield f"that the review {event.review!r} was ordered is not on record (known: {known})"


def admit_action(event: ActionCarriedOut, _docket: Docket) -> Iterator[str]:
    """Refuse an action of no action plan, or that its plan does not have.

    Where not all actions of the plan are known, one that is not listed is remarked on.
    """
    plan = PLANS.get(event.plan)
    if plan is None:
        obstacle = f"there is no action plan {event.plan!r}"
        raise refused(event, obstacle, f"give one of {', '.join(PLANS)}")
    if event.action in {each.cited.item for each in plan.actions}:
        return
    obstacle = f"{event.plan} has no action {event.action!r} on record"
    if not plan.gaps:
        raise refused(event, obstacle, "docs/reference/action-plans.md lists them")
    yield f"{obstacle}; some of its actions are not known"
