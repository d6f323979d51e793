"""Article 8: requests for clarification, answered within 28 days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.calendar import PartialDate, add_days
from ccm_engine.domain.events import (
    ClarificationAnswered,
    ClarificationReferred,
    ClarificationRequested,
    Entry,
    Event,
)
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, weigh

ART_8_2: Final = Provision.parse("8(2)")
ART_8_3: Final = Provision.parse("8(3)")
ANSWER_DAYS: Final = 28  # 8(2)


def clarification(at: Situation) -> Iterator[Obligation]:
    """Answer a request for clarification within 28 days of receiving it: Article 8(2).

    The day the Secretary-General passed it on is not counted. Unanswered, the requesting state
    may take it to the next Meeting of States Parties (8(3)).
    """
    for asked in at.dossier.all(ClarificationRequested):
        when, request = asked.event.occurred_on, asked.event.request
        earliest = None if when.earliest is None else add_days(when.earliest, ANSWER_DAYS)
        due = PartialDate(earliest, add_days(when.latest, ANSWER_DAYS))
        why = f"due {due}: {ANSWER_DAYS} days after it was passed on ({when})"
        yield weigh(
            at,
            Dated(
                provision=ART_8_2,
                suffix=request,
                duty=f"answer the request for clarification {request}",
                treaty_due=due.latest,
                due=due,
                discharged=_answer(at, request, when),
                grounds=(Ground(ART_8_2, why, (asked.id,)), *_referred(at, request)),
            ),
        )


def _answer(at: Situation, request: str, asked: PartialDate) -> Entry[Event] | None:
    for entry in at.dossier.all(ClarificationAnswered):
        if entry.event.request == request and entry.event.occurred_on.latest >= asked.first:
            return Entry(entry.id, entry.event)
    return None


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
