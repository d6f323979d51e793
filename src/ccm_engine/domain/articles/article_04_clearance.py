"""Article 4: areas cleared within ten years, and the declaration that they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ccm_engine.domain.articles.article_04_measures import measures_on_record
from ccm_engine.domain.articles.extension_chain import (
    Chain,
    awaits_new_request,
    extend,
)
from ccm_engine.domain.articles.next_meeting import declared_after, next_meeting
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    Entry,
    Event,
    HostilitiesEnded,
)
from ccm_engine.domain.obligations import Engagement, Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, standing_duty, weigh

ART_4_1_A: Final = Provision.parse("4(1)(a)")
ART_4_1_B: Final = Provision.parse("4(1)(b)")
ART_4_1_C: Final = Provision.parse("4(1)(c)")
ART_4_2: Final = Provision.parse("4(2)")
ART_4_6_D: Final = Provision.parse("4(6)(d)")
_ARTICLE: Final = 4
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
    open the duty again; what only others report leaves it undetermined. Remnants of a conflict
    after entry into force come under 4(1)(b), and count there.
    """
    completed = clearance_completed(at, None)
    said = [
        entry
        for entry in at.dossier.timeline(
            ContaminationDeclared, ContaminationFound, ContaminationAbsenceDeclared
        )
        if getattr(entry.event, "conflict", None) is None
    ]
    if completed is not None:
        return _after_completion(said, completed)
    if not said:
        return _unsaid(at)
    last, when = said[-1], said[-1].event.occurred_on
    if _none(last.event):
        why = Ground(ART_4_1_A, f"declared that it knows of none ({when})", (last.id,))
        return Contamination(Engagement.NOT_ENGAGED, None, None, (why,))
    why = Ground(ART_4_1_A, f"declared contaminated areas ({when})", (last.id,))
    return Contamination(Engagement.ENGAGED, None, None, (why,))


def _none(event: Event) -> bool:
    """Tell whether an event says that there is nothing; areas all given as zero say so too."""
    if isinstance(event, ContaminationAbsenceDeclared):
        return True
    names = ("confirmed_m2", "suspected_m2", "areas")
    given = [each for name in names if (each := getattr(event, name, None)) is not None]
    return bool(given) and not any(given)


def reported_by_others(dossier: Dossier) -> Entry[ContaminationReportedByOthers] | None:
    """Find the last report by others that a state has contaminated areas, if any says so."""
    reports = dossier.all(ContaminationReportedByOthers)
    return next((each for each in reversed(reports) if not _none(each.event)), None)


def clearance_completed(
    at: Situation, conflict: str | None, since: PartialDate | None = None
) -> Entry[Event] | None:
    """Find the last completion of one clearance, not before the hostilities that made it due."""
    found = [
        Entry[Event](entry.id, entry.event)
        for entry in at.dossier.all(ClearanceCompleted)
        if entry.event.conflict == conflict
        and (since is None or entry.event.occurred_on.latest >= since.first)
    ]
    return found[-1] if found else None


def _after_completion(said: list[Entry[Event]], completed: Entry[Event]) -> Contamination:
    done = completed.event.occurred_on
    later = [
        entry
        for entry in said
        if (start := entry.event.occurred_on.earliest) is not None and start > done.latest
    ]
    finished = Ground(ART_4_1_A, f"clearance completed {done}", (completed.id,))
    if not later or _none(later[-1].event):
        return Contamination(Engagement.ENGAGED, completed, None, (finished,))
    first = next(entry for entry in later if not _none(entry.event))
    found = f"contaminated areas were found after that ({first.event.occurred_on})"
    again = Ground(ART_4_6_D, found, tuple(entry.id for entry in later))
    return Contamination(Engagement.ENGAGED, None, first, (finished, again))


def _unsaid(at: Situation) -> Contamination:
    reported = reported_by_others(at.dossier)
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
    begins = PartialDate.on(at.binding.in_force_on)
    chain = extend(at, 4, begins, CLEARANCE_YEARS)
    clock = Ground(ART_4_1_A, f"{CLEARANCE_YEARS} years later: {chain.treaty_due}")
    undated = awaits_new_request(at, state.found_later, chain)
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
        chain = extend(at, 4, when, CLEARANCE_YEARS, conflict)
        why = f"{CLEARANCE_YEARS} years after the end of {conflict} ({when}): {chain.treaty_due}"
        yield weigh(
            at,
            Dated(
                provision=ART_4_1_B,
                suffix=conflict,
                duty=f"clear the areas contaminated in {conflict}",
                treaty_due=chain.treaty_due,
                due=chain.due,
                discharged=clearance_completed(at, conflict, when),
                extensions=chain.extensions,
                request_pending=chain.request_pending,
                grounds=(Ground(ART_4_1_B, why, (ended.id,)), *chain.grounds),
            ),
        )


def declaration_of_compliance(at: Situation) -> Iterator[Obligation]:
    """Declare fulfilment to the next Meeting of States Parties or Review Conference: 4(1)(c).

    Arises with completion; due on the day the next meeting opens, unknown until one is called,
    and a stretch of days where completion is known in part. A declaration made at that meeting is
    in time; a conference in parts opens with each of them.
    """
    if (begins := at.binding.in_force_on) is None:
        return
    fulfilled = [("", contamination(at).completed)]
    for ended in at.dossier.all(HostilitiesEnded):
        when, conflict = ended.event.occurred_on, ended.event.conflict
        fulfilled.append((conflict, clearance_completed(at, conflict, when)))
    for conflict, completed in fulfilled:
        if completed is not None and completed.event.occurred_on.latest >= begins:
            done = f"clearance completed {completed.event.occurred_on}"
            why = Ground(ART_4_1_C, done, (completed.id,))
            yield _declaration(at, conflict, completed, why)


def _declaration(at: Situation, conflict: str, completed: Entry[Event], why: Ground) -> Obligation:
    following = next_meeting(at, completed, ART_4_1_C)
    declared = declared_after(at, completed, _ARTICLE, conflict or None)
    due = following.opens
    return weigh(
        at,
        Dated(
            provision=ART_4_1_C,
            suffix=conflict,
            duty="declare to the next meeting that clearance is complete",
            treaty_due=None if due is None else at.day(due),
            due=due,
            discharged=declared and Entry(declared.id, declared.event),
            done_in_time=following.heard(declared),
            grounds=(why, *following.grounds),
        ),
    )


def areas_to_clear(at: Situation) -> tuple[Engagement, tuple[Ground, ...]]:
    """Establish whether areas are contaminated still, under either point of Article 4(1)."""
    state, begins = contamination(at), at.binding.in_force_on
    engagement = state.engagement if state.completed is None else Engagement.NOT_ENGAGED
    for ended in at.dossier.all(HostilitiesEnded):
        when, conflict = ended.event.occurred_on, ended.event.conflict
        since = begins is not None and begins <= when.latest
        if since and clearance_completed(at, conflict, when) is None:
            why = Ground(ART_4_1_B, f"{conflict} ended ({when})", (ended.id,))
            return Engagement.ENGAGED, (*state.grounds, why)
    return engagement, state.grounds


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
