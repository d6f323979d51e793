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
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.dossier import Dossier
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
from ccm_engine.domain.obligations import OUTSTANDING, Engagement, Ground, Obligation, Situation
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

    Arises with completion; due on the day the next meeting opens, unknown until one is called.
    A declaration made at that meeting is in time; a conference in parts opens with each of them.
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
    when = completed.event.occurred_on
    following = sorted(
        (opens_on, meeting.code)
        for meeting in at.ccm.deciding_meetings
        for opens_on in meeting.openings
        if opens_on >= at.day(when)
    )
    due, code = following[0] if following else (None, None)
    meeting = at.ccm.meeting(code)
    grounds: tuple[Ground, ...] = (why,)
    if meeting is not None:
        opens = f"the next meeting, the {meeting.code}, opens on {due}"
        grounds = (why, Ground(ART_4_1_C, opens, meeting.events))
    declared = _declared_after(at, conflict or None, completed)
    return weigh(
        at,
        Dated(
            provision=ART_4_1_C,
            suffix=conflict,
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


def _declared_after(
    at: Situation, conflict: str | None, completed: Entry[Event]
) -> Entry[ComplianceDeclared] | None:
    for entry in at.dossier.all(ComplianceDeclared):
        late_enough = entry.event.occurred_on.latest >= completed.event.occurred_on.first
        about = entry.event.article == _ARTICLE and entry.event.conflict == conflict
        if about and late_enough:
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
    grounds = (*state.grounds, *measures_on_record(at))
    yield standing_duty(at, ART_4_2, duty, engagement=engagement, grounds=grounds)


RULES: Final = (
    clearance,
    clearance_after_hostilities,
    declaration_of_compliance,
    measures_meanwhile,
)
