"""What the log refuses about offices and reviews, and what it remarks on."""

from __future__ import annotations

from collections.abc import Iterator

from ccm_engine.domain.action_plans import PLANS
from ccm_engine.domain.admission.docket import Docket, refused
from ccm_engine.domain.articles.ordered_reviews import commitment_of
from ccm_engine.domain.convention import DECIDING
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

    Terms run between the meetings that decide; one that runs from or to another meeting is
    refused too (INT-0022). The meeting with which it ends may be called later, and is remarked on,
    and so is an end before the beginning, or not after as many cycles as were given.
    """
    if event.since is not None and docket.ccm.meeting(event.since) is None:
        obstacle = f"no {event.since} was called"
        raise refused(event, obstacle, "record the meeting first, or correct its name")
    for code in (event.since, event.until):
        meeting = docket.ccm.meeting(code)
        if meeting is not None and meeting.kind not in DECIDING:
            obstacle = f"the {code} is no Meeting of States Parties or Review Conference"
            raise refused(
                event, obstacle, "name the meeting with whose close the term runs or ends"
            )
    if event.cycles == 0:
        remedy = "give the number of meetings after which the term ends, or leave it out"
        raise refused(event, "cycles is 0: the term would end where it begins", remedy)
    yield from _if_not_called(event.until, docket)
    yield from _if_ends_differ(event, docket)


def _if_ends_differ(event: CoordinatorAppointed, docket: Docket) -> Iterator[str]:
    """Remark on a term whose end is not after its beginning, or not by its number of cycles."""
    order = [each.code for each in docket.ccm.deciding_meetings]
    if event.since not in order or event.until not in order:
        return
    between = order.index(event.until) - order.index(event.since)
    if between <= 0:
        yield f"the {event.until}, with which it ends, does not come after the {event.since}"
    elif event.cycles is not None and event.cycles != between:
        ends = f"the {event.until} is {between} after the {event.since}, not {event.cycles}"
        yield f"{ends}: the meeting named counts, not the cycles"


def _if_not_called(meeting: str | None, docket: Docket) -> Iterator[str]:
    if meeting is not None and docket.ccm.meeting(meeting) is None:
        yield f"no {meeting} was called yet"


def admit_review(event: ReviewOrdered, docket: Docket) -> Iterator[str]:
    """Refuse a second review of one name ordered at one meeting; another may order it again."""
    ordered = commitment_of(event)
    for entry in docket.dossier(CONVENTION).all(ReviewOrdered):
        if commitment_of(entry.event) == ordered:
            obstacle = f"a review of that name is on record, {ordered} in {entry.id}"
            raise refused(event, obstacle, "give this one another name, or correct that event")
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
