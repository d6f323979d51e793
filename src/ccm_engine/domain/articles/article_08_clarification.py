"""Article 8: requests for clarification, answered within 28 days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.calendar import PartialDate, add_days
from ccm_engine.domain.events import (
    ClarificationAnswered,
    ClarificationReferred,
    ClarificationRequested,
    ClarificationWithdrawn,
    Entry,
    Event,
)
from ccm_engine.domain.obligations import Engagement, Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, weigh

ART_8_2: Final = Provision.parse("8(2)")
ART_8_3: Final = Provision.parse("8(3)")
ANSWER_DAYS: Final = 28  # 8(2)


def clarification(at: Situation) -> Iterator[Obligation]:
    """Answer a request for clarification within 28 days of receiving it: Article 8(2).

    The day the Secretary-General passed it on is not counted. Unanswered, the requesting state
    may take it to the next Meeting of States Parties (8(3)). A request that is taken back by its
    due day need not be answered any more: not engaged from then on, unless it was answered before.
    Taken back later it changes nothing: the day was missed.
    """
    for asked in at.dossier.all(ClarificationRequested):
        when, request = asked.event.occurred_on, asked.event.request
        begins = at.anchor(when).earliest
        earliest = None if begins is None else add_days(begins, ANSWER_DAYS)
        due = PartialDate(earliest, add_days(when.latest, ANSWER_DAYS))
        taken_back = _withdrawn(at, request, when)
        in_time = taken_back and at.day(taken_back.event.occurred_on) <= at.day(due)
        withdrawn = taken_back if in_time else None
        why = f"due {due}: {ANSWER_DAYS} days after it was passed on ({when})"
        yield weigh(
            at,
            Dated(
                provision=ART_8_2,
                suffix=request,
                duty=f"answer the request for clarification {request}",
                treaty_due=at.day(due),
                due=due,
                engagement=Engagement.NOT_ENGAGED if withdrawn else Engagement.ENGAGED,
                discharged=_answer(at, request, when, withdrawn),
                grounds=(
                    Ground(ART_8_2, why, (asked.id,)),
                    *_referred(at, request),
                    *_taken_back(taken_back, withdrawn),
                ),
            ),
        )


def _answer(
    at: Situation,
    request: str,
    asked: PartialDate,
    withdrawn: Entry[ClarificationWithdrawn] | None,
) -> Entry[Event] | None:
    for entry in at.dossier.all(ClarificationAnswered):
        when = entry.event.occurred_on
        early_enough = withdrawn is None or at.day(when) <= at.day(withdrawn.event.occurred_on)
        if entry.event.request == request and when.latest >= asked.first and early_enough:
            return entry
    return None


def _withdrawn(
    at: Situation, request: str, asked: PartialDate
) -> Entry[ClarificationWithdrawn] | None:
    for entry in at.dossier.all(ClarificationWithdrawn):
        if entry.event.request == request and entry.event.occurred_on.latest >= asked.first:
            return entry
    return None


def _taken_back(
    found: Entry[ClarificationWithdrawn] | None, in_time: Entry[ClarificationWithdrawn] | None
) -> tuple[Ground, ...]:
    if found is None:
        return ()
    late = "" if in_time else ", after the last day to answer it"
    why = f"withdrawn on {found.event.occurred_on}, by who asked{late}"
    return (Ground(ART_8_2, why, (found.id,)),)


def _referred(at: Situation, request: str) -> tuple[Ground, ...]:
    return tuple(
        Ground(
            ART_8_3,
            f"taken to the {entry.event.meeting or 'next meeting'} ({entry.event.occurred_on})",
            (entry.id,),
        )
        for entry in at.dossier.all(ClarificationReferred)
        if entry.event.request == request
    )


RULES: Final = (clarification,)
