"""Articles 11(1) and 12(2): reviews that a meeting ordered, due at a later meeting or by a day.

They bind politically: each is an obligation of the States Parties together, cited by the meeting
that ordered it, as in `CCM/1RC.financial-procedures`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.articles.meeting_cycles import Line, close_of
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Entry, ReviewCompleted, ReviewOrdered
from ccm_engine.domain.obligations import Ground, Nature, Obligation, Situation
from ccm_engine.domain.provisions import Commitment, Provision
from ccm_engine.domain.weighing import Dated, weigh

ART_11_1: Final = Provision.parse("11(1)")
UNNAMED_MEETING: Final = "MSP"
"""Stands for the meeting that ordered a review where no source names it."""


def ordered_reviews(at: Situation) -> Iterator[Obligation]:
    """Carry out each review that a meeting ordered, by the meeting or the day it set.

    Due on the last day of that meeting; while that is not known, on the day that was set; without
    a day where there is none. What is done at that meeting, or before it, is in time. What was done
    at the meeting that gave the order, or before it, is another review of that name.
    """
    for order in at.dossier.all(ReviewOrdered):
        yield _weighed(at, order)


def commitment_of(order: ReviewOrdered) -> Commitment:
    """Return how a review is cited: by the meeting that ordered it, and its short name."""
    return Commitment(order.ordered_at or UNNAMED_MEETING, order.review)


def _weighed(at: Situation, order: Entry[ReviewOrdered]) -> Obligation:
    commitment = commitment_of(order.event)
    completions = at.dossier.all(ReviewCompleted)
    done = next((each for each in completions if _answers(at, order, each)), None)
    due, why, proof = _due(at, order)
    dated = Dated(
        provision=commitment,
        nature=Nature.POLITICAL,
        duty=f"review: {order.event.subject} (the States Parties)",
        treaty_due=None if due is None else due.latest,
        due=due,
        rests_on=(ART_11_1,),
        discharged=done,
        done_in_time=done is not None and _at_or_before(at, done.event, order.event),
        grounds=(
            Ground(commitment, _ordered_by(order.event), (order.id,)),
            Ground(commitment, why, proof),
        ),
    )
    return weigh(at, dated)


def _ordered_by(order: ReviewOrdered) -> str:
    by = "a meeting not named" if order.ordered_at is None else f"the {order.ordered_at}"
    return f"ordered by {by}"


def _due(
    at: Situation, order: Entry[ReviewOrdered]
) -> tuple[PartialDate | None, str, tuple[str, ...]]:
    """Return when a review is due, why, and the events that prove the meeting's days."""
    code, day = order.event.due_meeting, order.event.due_on
    meeting = at.ccm.meeting(code)
    close = None if meeting is None else close_of(at.ccm, meeting)
    if meeting is not None and close is not None:
        why = f"due by the {code}, which closes on {close}"
        return PartialDate.on(close), why, meeting.events
    if day is not None:
        return PartialDate.on(day), f"due on {day}, as was ordered", (order.id,)
    if code is not None:
        return None, f"due by the {code}, whose last day is not known yet", (order.id,)
    return None, "no source says when it is due", (order.id,)


def _answers(at: Situation, order: Entry[ReviewOrdered], done: Entry[ReviewCompleted]) -> bool:
    """Tell whether a review was carried out after it was ordered, by the meetings or the days."""
    if done.event.review != order.event.review:
        return False
    ordered, met = _number(at, order.event.ordered_at), _number(at, done.event.meeting)
    if ordered is not None and met is not None:
        return met > ordered
    same_meeting = order.event.ordered_at is not None and (
        order.event.ordered_at == done.event.meeting
    )
    later = done.event.occurred_on.latest >= order.event.occurred_on.latest
    return later and not same_meeting


def _at_or_before(at: Situation, done: ReviewCompleted, order: ReviewOrdered) -> bool:
    """Tell whether a review was carried out by the meeting it was due at."""
    met, due = _number(at, done.meeting), _number(at, order.due_meeting)
    return met is not None and due is not None and met <= due


def _number(at: Situation, code: str | None) -> int | None:
    return None if code is None else Line.of(at.ccm, at.as_of).find(code).number


RULES: Final = (ordered_reviews,)
