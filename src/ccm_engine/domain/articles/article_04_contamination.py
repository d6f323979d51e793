"""Article 4: whether areas are contaminated, and whether they are cleared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import takewhile
from typing import Final

import attrs

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
from ccm_engine.domain.obligations import Engagement, Ground, Situation
from ccm_engine.domain.provisions import Provision

ART_4_1_A: Final = Provision.parse("4(1)(a)")
ART_4_1_B: Final = Provision.parse("4(1)(b)")
ART_4_6_D: Final = Provision.parse("4(6)(d)")
_WORDS: Final[Mapping[Engagement, str]] = {
    Engagement.ENGAGED: "declared contaminated areas",
    Engagement.NOT_ENGAGED: "declared that it knows of none",
    Engagement.UNKNOWN: "declared none of one kind of area, and nothing of the other",
}


@attrs.frozen
class Contamination:
    """Whether areas were contaminated at entry into force, and whether they are cleared."""

    engagement: Engagement
    completed: Entry[Event] | None
    found_later: Entry[Event] | None
    grounds: tuple[Ground, ...]


def contamination(at: Situation) -> Contamination:
    """Establish what Article 4(1)(a) makes a state clear.

    Known or not at entry into force is all the same; areas found certainly after completion, and
    not denied since, open the duty again; what only others report leaves it undetermined. Remnants
    of a conflict after entry into force come under 4(1)(b), and count there.
    """
    completed, said = clearance_completed(at, None), _said(at, None)
    if completed is not None:
        return _after_completion(said, completed, ART_4_1_A)
    if not said:
        return _unsaid(at)
    last = said[-1]
    told = told_of_areas(last.event)
    why = Ground(ART_4_1_A, f"{_WORDS[told]} ({last.event.occurred_on})", (last.id,))
    return Contamination(told, None, None, (why,))


def remnants_of(at: Situation, conflict: str, ended: PartialDate) -> Contamination:
    """Establish what Article 4(1)(b) makes a state clear after one conflict.

    That there is something is said by the end of the hostilities; what is found of that conflict
    certainly after completion opens the duty again.
    """
    completed = clearance_completed(at, conflict, ended)
    if completed is None:
        return Contamination(Engagement.ENGAGED, None, None, ())
    return _after_completion(_said(at, conflict), completed, ART_4_1_B)


def _said(at: Situation, conflict: str | None) -> list[Entry[Event]]:
    """Return what the state said of its areas, all of one conflict or of none.

    To find none says nothing new; what leaves open whether there are any counts only where
    nothing else was said.
    """
    kinds = (ContaminationDeclared, ContaminationFound, ContaminationAbsenceDeclared)
    said = [
        entry
        for entry in at.dossier.timeline(*kinds)
        if getattr(entry.event, "conflict", None) == conflict
        and not (isinstance(entry.event, ContaminationFound) and _none(entry.event))
    ]
    telling = [each for each in said if told_of_areas(each.event) is not Engagement.UNKNOWN]
    return telling or said


def told_of_areas(event: Event) -> Engagement:
    """Tell what a word makes of areas: none only if it leaves neither kind of them unknown.

    Confirmed and suspected areas count alike: Article 2(11). Zero of one kind leaves the other.
    """
    if isinstance(event, ContaminationAbsenceDeclared):
        return Engagement.NOT_ENGAGED
    if not _none(event):
        return Engagement.ENGAGED
    none = getattr(event, "areas", None) == 0 or _square_metres(event) == (0, 0)
    return Engagement.NOT_ENGAGED if none else Engagement.UNKNOWN


def _none(event: Event) -> bool:
    """Tell whether all that an event says of areas is zero."""
    given = *_square_metres(event), getattr(event, "areas", None)
    return given != (None, None, None) and not any(given)


def _square_metres(event: Event) -> tuple[int | None, int | None]:
    return getattr(event, "confirmed_m2", None), getattr(event, "suspected_m2", None)


def reported_by_others(dossier: Dossier) -> Entry[ContaminationReportedByOthers] | None:
    """Find the last report by others of areas to clear under 4(1)(a), if any says so."""
    reports = reversed(dossier.all(ContaminationReportedByOthers))
    of_none = (each for each in reports if each.event.conflict is None)
    return next((each for each in of_none if not _none(each.event)), None)


def clearance_completed(
    at: Situation, conflict: str | None, since: PartialDate | None = None
) -> Entry[Event] | None:
    """Find the last completion of one clearance, not before the hostilities that made it due."""
    found = [
        entry
        for entry in at.dossier.all(ClearanceCompleted)
        if entry.event.conflict == conflict
        and (since is None or entry.event.occurred_on.latest >= since.first)
    ]
    return found[-1] if found else None


def _after_completion(
    said: list[Entry[Event]], completed: Entry[Event], cited: Provision
) -> Contamination:
    done = completed.event.occurred_on
    later = [
        entry
        for entry in said
        if not _of_areas(entry) or entry.event.occurred_on.certainly_after(done.latest)
    ]
    finished = Ground(cited, f"clearance completed {done}", (completed.id,))
    # What was found, and said since to be none, however well that day is known, opens nothing.
    finds = [*takewhile(_of_areas, reversed(later))][::-1]
    if not finds:
        return Contamination(Engagement.ENGAGED, completed, None, (finished,))
    first = finds[0]
    found = f"contaminated areas were found after that ({first.event.occurred_on})"
    again = Ground(ART_4_6_D, found, tuple(entry.id for entry in finds))
    return Contamination(Engagement.ENGAGED, None, first, (finished, again))


def _of_areas(entry: Entry[Event]) -> bool:
    return told_of_areas(entry.event) is Engagement.ENGAGED


def _unsaid(at: Situation) -> Contamination:
    reported = reported_by_others(at.dossier)
    if reported is None:
        why = Ground(ART_4_1_A, "no declaration of contaminated areas, or of none, is on record")
    else:
        said = "others report contaminated areas; the state itself has not declared any"
        why = Ground(ART_4_1_A, said, (reported.id,))
    return Contamination(Engagement.UNKNOWN, None, None, (why,))


def ended_while_bound(at: Situation, begins: date) -> list[Entry[HostilitiesEnded]]:
    """Return the ends of hostilities on the day of entry into force or later: 4(1)(b)."""
    return [
        each for each in at.dossier.all(HostilitiesEnded) if each.event.occurred_on.latest >= begins
    ]


def areas_to_clear(at: Situation) -> tuple[Engagement, tuple[Ground, ...]]:
    """Establish whether areas are contaminated still, under either point of Article 4(1).

    Areas of hostilities that go on count, though no clock runs for them.
    """
    state = at.once(contamination)
    before = state.engagement if state.completed is None else Engagement.NOT_ENGAGED
    later = [*_left_by_hostilities(at), *_left_while_they_go_on(at)]
    for told in (Engagement.ENGAGED, Engagement.UNKNOWN):
        why = [ground for engagement, ground in later if engagement is told]
        if why:
            return told, (*state.grounds, *why)
        if before is told:
            return told, state.grounds
    return Engagement.NOT_ENGAGED, (*state.grounds, *(ground for _, ground in later))


def _left_by_hostilities(at: Situation) -> Iterator[tuple[Engagement, Ground]]:
    """Yield what hostilities that ended left, and what of it was cleared."""
    if (begins := at.binding.in_force_on) is None:
        return
    for ended in ended_while_bound(at, begins):
        when, conflict = ended.event.occurred_on, ended.event.conflict
        state, why = remnants_of(at, conflict, when), f"{conflict} ended ({when})"
        left = Engagement.ENGAGED if state.completed is None else Engagement.NOT_ENGAGED
        for ground in (Ground(ART_4_1_B, why, (ended.id,)), *state.grounds):
            yield left, ground


def _left_while_they_go_on(at: Situation) -> Iterator[tuple[Engagement, Ground]]:
    """Yield what was said of areas of hostilities of which no end is on record, or cleared."""
    named = at.dossier.timeline(ContaminationDeclared, ContaminationFound)
    conflicts = dict.fromkeys(getattr(each.event, "conflict", None) for each in named)
    over = {None, *(each.event.conflict for each in at.dossier.all(HostilitiesEnded))}
    for conflict in (each for each in conflicts if each not in over):
        said, completed = _said(at, conflict), clearance_completed(at, conflict)
        cleared = completed and _after_completion(said, completed, ART_4_1_B)
        if cleared and cleared.completed:
            yield from ((Engagement.NOT_ENGAGED, ground) for ground in cleared.grounds)
        elif said:
            told, day = told_of_areas(said[-1].event), said[-1].event.occurred_on
            what = f"{_WORDS[told]} of {conflict} ({day}); no end of it is on record"
            yield told, Ground(ART_4_1_B, what, (said[-1].id,))
