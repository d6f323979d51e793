"""Article 4: areas cleared within ten years, and the declaration that they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles.extension_chain import Chain, extend
from ccm_engine.domain.calendar import PartialDate, add_years
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    Entry,
    Event,
    HostilitiesEnded,
)
from ccm_engine.domain.interpretations import LateFound
from ccm_engine.domain.obligations import (
    OUTSTANDING,
    Dated,
    Engagement,
    Ground,
    Obligation,
    Situation,
    standing_duty,
    weigh,
)
from ccm_engine.domain.provisions import Provision

ART_4_1_A: Final = Provision.parse("4(1)(a)")
ART_4_1_B: Final = Provision.parse("4(1)(b)")
ART_4_1_C: Final = Provision.parse("4(1)(c)")
ART_4_2: Final = Provision.parse("4(2)")
ART_4_6_D: Final = Provision.parse("4(6)(d)")
CLEARANCE_YEARS: Final = 10  # 4(1)(a), 4(1)(b)


@attrs.frozen
class Contamination:
    """Whether areas were contaminated at entry into force, and whether they are cleared."""

    engagement: Engagement
    completed: Entry[Event] | None
    found_later: Entry[Event] | None
    grounds: tuple[Ground, ...]


def contamination(at: Situation) -> Contamination:
    """Establish what Article 4(1)(a) makes a state clear.

    Known or not at entry into force is all the same; areas found certainly after completion
    open the duty again; what only others report leaves it undetermined.
    """
    completed = _completion(at, None)
    said = at.dossier.timeline(
        ContaminationDeclared, ContaminationFound, ContaminationAbsenceDeclared
    )
    if completed is not None:
        return _after_completion(said, completed)
    if not said:
        return _unsaid(at)
    last = said[-1]
    when = last.event.occurred_on
    if isinstance(last.event, ContaminationAbsenceDeclared):
        why = Ground(ART_4_1_A, f"declared that it knows of none ({when})", (last.id,))
        return Contamination(Engagement.NOT_ENGAGED, None, None, (why,))
    why = Ground(ART_4_1_A, f"declared contaminated areas ({when})", (last.id,))
    return Contamination(Engagement.ENGAGED, None, None, (why,))


def _completion(at: Situation, conflict: str | None) -> Entry[Event] | None:
    found = [
        Entry[Event](entry.id, entry.event)
        for entry in at.dossier.all(ClearanceCompleted)
        if entry.event.conflict == conflict
    ]
    return found[-1] if found else None


def _after_completion(said: list[Entry[Event]], completed: Entry[Event]) -> Contamination:
    done = completed.event.occurred_on
    later = [
        entry
        for entry in said
        if not isinstance(entry.event, ContaminationAbsenceDeclared)
        and (start := entry.event.occurred_on.earliest) is not None
        and start > done.latest
    ]
    finished = Ground(ART_4_1_A, f"clearance completed {done}", (completed.id,))
    if not later:
        return Contamination(Engagement.ENGAGED, completed, None, (finished,))
    found = f"contaminated areas were found after that ({later[0].event.occurred_on})"
    again = Ground(ART_4_6_D, found, tuple(entry.id for entry in later))
    return Contamination(Engagement.ENGAGED, None, later[0], (finished, again))


def _unsaid(at: Situation) -> Contamination:
    reported = at.dossier.last(ContaminationReportedByOthers)
    if reported is None:
        why = Ground(ART_4_1_A, "no declaration of contaminated areas, or of none, is on record")
    else:
        said = "others report contaminated areas; the state itself has not declared any"
        why = Ground(ART_4_1_A, said, (reported.id,))
    return Contamination(Engagement.UNKNOWN, None, None, (why,))


def clearance(at: Situation) -> Iterator[Obligation]:
    """Clear what was contaminated at entry into force, within ten years of it: 4(1)(a).

    Areas found later come under the same clock (INT-0006); found after the deadline they are
    overdue at once, and a new request is needed.
    """
    state = contamination(at)
    duty = "clear all contaminated areas"
    if at.binding.in_force_on is None:
        yield weigh(at, Dated(provision=ART_4_1_A, duty=duty, treaty_due=None, due=None))
        return
    anniversary = add_years(at.binding.in_force_on, CLEARANCE_YEARS)
    treaty_due = at.anniversary(anniversary)
    chain = extend(at, 4, anniversary)
    clock = Ground(ART_4_1_A, f"{CLEARANCE_YEARS} years later: {treaty_due}")
    new_request = state.found_later and at.reading.late_found is LateFound.NEW_REQUEST
    yield weigh(
        at,
        Dated(
            provision=ART_4_1_A,
            duty=duty,
            treaty_due=treaty_due,
            due=None if new_request else chain.due,
            engagement=state.engagement,
            discharged=state.completed,
            extensions=chain.extensions,
            request_pending=chain.request_pending,
            grounds=(clock, *chain.grounds, *state.grounds, *_too_late(state, chain)),
        ),
    )


def _too_late(state: Contamination, chain: Chain) -> tuple[Ground, ...]:
    """Say that areas were found only after the deadline, so that a new request is needed."""
    found = state.found_later
    if found is None or found.event.occurred_on.first <= chain.due.latest:
        return ()
    why = f"found after the deadline of {chain.due}: a new request is needed (INT-0006)"
    return (Ground(ART_4_1_A, why, (found.id,)),)


def clearance_after_hostilities(at: Situation) -> Iterator[Obligation]:
    """Clear new remnants within ten years of the end of the hostilities that left them: 4(1)(b).

    One obligation for each conflict that ended after entry into force; while hostilities go on
    no clock runs.
    """
    begins = at.binding.in_force_on
    if begins is None:
        return
    for ended in at.dossier.all(HostilitiesEnded):
        when, conflict = ended.event.occurred_on, ended.event.conflict
        if when.latest < begins:
            continue
        anchor = at.day(when)
        anniversary = add_years(anchor, CLEARANCE_YEARS, at.reading.month_end)
        chain = extend(at, 4, anniversary, conflict)
        completed = _completion(at, conflict)
        due = chain.due
        if not when.exact and not chain.extensions:
            due = when.shifted(12 * CLEARANCE_YEARS, at.reading.month_end)
        why = f"{CLEARANCE_YEARS} years after the end of {conflict} ({when}): {due}"
        yield weigh(
            at,
            Dated(
                provision=ART_4_1_B,
                suffix=conflict,
                duty=f"clear the areas contaminated in {conflict}",
                treaty_due=at.anniversary(anniversary),
                due=due,
                discharged=completed,
                extensions=chain.extensions,
                request_pending=chain.request_pending,
                grounds=(Ground(ART_4_1_B, why, (ended.id,)), *chain.grounds),
            ),
        )


def declaration_of_compliance(at: Situation) -> Iterator[Obligation]:
    """Declare fulfilment to the next Meeting of States Parties or Review Conference: 4(1)(c).

    Arises with completion; due on the day the next meeting opens, unknown until one is called.
    A declaration made at that meeting is in time.
    """
    completed = contamination(at).completed
    if completed is None or at.binding.in_force_on is None:
        return
    done = completed.event.occurred_on.latest
    if done < at.binding.in_force_on:
        return
    following = (each for each in at.ccm.deciding_meetings if each.closes_on >= done)
    meeting = next(following, None)
    due: date | None = None
    grounds: tuple[Ground, ...] = (
        Ground(ART_4_1_C, f"clearance completed {completed.event.occurred_on}", (completed.id,)),
    )
    if meeting is not None:
        due = meeting.opens_on
        why = f"the next meeting, the {meeting.code}, opens on {due}"
        grounds = (*grounds, Ground(ART_4_1_C, why, meeting.events))
    declared = _declared_after(at, completed)
    yield weigh(
        at,
        Dated(
            provision=ART_4_1_C,
            duty="declare to the next meeting that clearance is complete",
            treaty_due=due,
            due=None if due is None else PartialDate.on(due),
            discharged=declared and Entry(declared.id, declared.event),
            done_in_time=meeting is not None and _made_at(declared, meeting),
            grounds=grounds,
        ),
    )


def _made_at(declared: Entry[ComplianceDeclared] | None, meeting: Meeting) -> bool:
    """Tell whether a declaration was made at a meeting, by its name or by its days."""
    if declared is None:
        return False
    day = declared.event.occurred_on
    return declared.event.meeting == meeting.code or day.latest <= meeting.closes_on


def _declared_after(at: Situation, completed: Entry[Event]) -> Entry[ComplianceDeclared] | None:
    for entry in at.dossier.all(ComplianceDeclared):
        late_enough = entry.event.occurred_on.latest >= completed.event.occurred_on.first
        if entry.event.article == 4 and late_enough:  # noqa: PLR2004  # the article itself
            return entry
    return None


def measures_meanwhile(at: Situation) -> Iterator[Obligation]:
    """Survey, mark, protect, clear and teach as long as areas are contaminated: Article 4(2)."""
    owed = [*clearance(at), *clearance_after_hostilities(at)]
    state = contamination(at)
    engagement = state.engagement
    if state.completed is not None:
        engagement = Engagement.NOT_ENGAGED
    if any(each.standing in OUTSTANDING for each in owed):
        engagement = Engagement.ENGAGED
    duty = "survey, mark and fence contaminated areas, clear them, and teach of their risks"
    yield standing_duty(at, ART_4_2, duty, engagement=engagement, grounds=state.grounds)


RULES: Final = (
    clearance,
    clearance_after_hostilities,
    declaration_of_compliance,
    measures_meanwhile,
)
