"""Article 4: areas cleared within ten years, and the declaration that they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.articles.article_04_contamination import (
    ART_4_1_A,
    ART_4_1_B,
    areas_to_clear,
    contamination,
    ended_while_bound,
    remnants_of,
)
from ccm_engine.domain.articles.article_04_measures import measures_on_record
from ccm_engine.domain.articles.extension_chain import (
    awaits_new_request,
    extend,
    found_too_late,
)
from ccm_engine.domain.articles.next_meeting import declared_after, next_meeting
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Entry,
    Event,
)
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, standing_duty, weigh

ART_4_1_C: Final = Provision.parse("4(1)(c)")
ART_4_2: Final = Provision.parse("4(2)")
_ARTICLE: Final = 4
CLEARANCE_YEARS: Final = 10  # 4(1)(a), 4(1)(b)


def clearance(at: Situation) -> Iterator[Obligation]:
    """Clear what was contaminated at entry into force, within ten years of it: 4(1)(a).

    Areas found later come under the same clock (INT-0006); found after the deadline they are
    overdue at once, and a new request is needed.
    """
    state = at.once(contamination)
    duty = "clear all contaminated areas"
    if at.binding.in_force_on is None:
        yield weigh(at, Dated(provision=ART_4_1_A, duty=duty, treaty_due=None, due=None))
        return
    begins = PartialDate.on(at.binding.in_force_on)
    chain = extend(at, 4, begins, CLEARANCE_YEARS)
    clock = Ground(ART_4_1_A, f"{CLEARANCE_YEARS} years later: {chain.treaty_due}")
    undated = awaits_new_request(at, state.found_later, chain)
    late = found_too_late(state.found_later, chain, ART_4_1_A)
    yield weigh(
        at,
        Dated(
            provision=ART_4_1_A,
            duty=duty,
            treaty_due=chain.treaty_due,
            due=None if undated else chain.due,
            engagement=state.engagement,
            discharged=state.completed,
            extensions=chain.extensions,
            request_pending=chain.request_pending,
            grounds=(clock, *chain.grounds, *state.grounds, *late),
        ),
    )


def clearance_after_hostilities(at: Situation) -> Iterator[Obligation]:
    """Clear new remnants within ten years of the end of the hostilities that left them: 4(1)(b).

    One obligation for each conflict that ended after entry into force; while hostilities go on
    no clock runs.
    """
    begins = at.binding.in_force_on
    if begins is None:
        return
    for ended in ended_while_bound(at, begins):
        when, conflict = ended.event.occurred_on, ended.event.conflict
        chain = extend(at, 4, when, CLEARANCE_YEARS, conflict)
        state = remnants_of(at, conflict, when)
        undated = awaits_new_request(at, state.found_later, chain)
        why = f"{CLEARANCE_YEARS} years after the end of {conflict} ({when}): {chain.treaty_due}"
        yield weigh(
            at,
            Dated(
                provision=ART_4_1_B,
                suffix=conflict,
                duty=f"clear the areas contaminated in {conflict}",
                treaty_due=chain.treaty_due,
                due=None if undated else chain.due,
                discharged=state.completed,
                extensions=chain.extensions,
                request_pending=chain.request_pending,
                grounds=(
                    Ground(ART_4_1_B, why, (ended.id,)),
                    *chain.grounds,
                    *state.grounds,
                    *found_too_late(state.found_later, chain, ART_4_1_B),
                ),
            ),
        )


def declaration_of_compliance(at: Situation) -> Iterator[Obligation]:
    """Declare fulfilment to the next Meeting of States Parties or Review Conference: 4(1)(c).

    Arises with completion of what 4(1)(a) or (b) makes the state clear; due on the day the next
    meeting opens, unknown until one is called, and a stretch of days where completion is known in
    part. A declaration made at that meeting is in time; a conference in parts opens with each of
    them.
    """
    if (begins := at.binding.in_force_on) is None:
        return
    fulfilled = [("", at.once(contamination).completed)]
    for ended in ended_while_bound(at, begins):
        when, conflict = ended.event.occurred_on, ended.event.conflict
        fulfilled.append((conflict, remnants_of(at, conflict, when).completed))
    for conflict, completed in fulfilled:
        if completed is not None and completed.event.occurred_on.latest >= begins:
            done = f"clearance completed {completed.event.occurred_on}"
            why = Ground(ART_4_1_C, done, (completed.id,))
            yield _declaration(at, conflict, completed, why)


def _declaration(at: Situation, conflict: str, completed: Entry[Event], why: Ground) -> Obligation:
    following = next_meeting(at, completed, ART_4_1_C)
    declared = declared_after(at, completed, _ARTICLE, conflict or None)
    due = following.opens
    told = (
        (Ground(ART_4_1_C, f"declared {declared.event.occurred_on}", (declared.id,)),)
        if declared
        else ()
    )
    return weigh(
        at,
        Dated(
            provision=ART_4_1_C,
            suffix=conflict,
            duty="declare to the next meeting that clearance is complete",
            treaty_due=None if due is None else at.day(due),
            due=due,
            discharged=declared,
            done_in_time=following.heard(declared),
            perhaps_in_time=following.perhaps_heard(declared),
            grounds=(why, *following.grounds, *told),
        ),
    )


def measures_meanwhile(at: Situation) -> Iterator[Obligation]:
    """Survey, mark, protect, clear and teach as long as areas are contaminated: Article 4(2)."""
    engagement, grounds = areas_to_clear(at)
    duty = "survey, mark and fence contaminated areas, clear them, and teach of their risks"
    found = (*grounds, *measures_on_record(at))
    yield standing_duty(at, ART_4_2, duty, engagement=engagement, grounds=found)


RULES: Final = (
    clearance,
    clearance_after_hostilities,
    declaration_of_compliance,
    measures_meanwhile,
)
