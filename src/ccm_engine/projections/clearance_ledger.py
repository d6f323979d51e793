"""Contaminated areas: who still has to clear, who has finished, what others report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from ccm_engine.domain.articles.article_04_contamination import reported_by_others, told_of_areas
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ClearanceStrategyReported,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    Entry,
    Event,
    LandReleased,
    RiskEducationReported,
    SurveyReported,
)
from ccm_engine.domain.interpretations import PartialDates
from ccm_engine.domain.obligations import OUTSTANDING, Engagement, Obligation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.projections.amounts import Amount, Told, together
from ccm_engine.projections.certainty import Certainty, happened_by
from ccm_engine.projections.counting import Events
from ccm_engine.projections.party_roster import name_of
from ccm_engine.projections.silence import Look
from ccm_engine.projections.view import View

_AT_ENTRY: Final = Provision.parse("4(1)(a)")
_CLEARANCE = frozenset(map(Provision.parse, ("4(1)(a)", "4(1)(b)")))
WORDS: Final = (ContaminationDeclared, ContaminationFound, ContaminationAbsenceDeclared)
"""What a state says of areas."""
_ENDS: Final = (PartialDates.LAST_DAY, PartialDates.FIRST_DAY)


@attrs.frozen
class Clearance:
    """Article 4(1) on one day; lists are states by code.

    `reported_by_others` are the undetermined of whose areas the record holds only what others
    report: no declaration of areas or of none, and no completion.
    """

    outstanding: tuple[str, ...]
    completed: tuple[str, ...]
    undetermined: tuple[str, ...]
    reported_by_others: tuple[str, ...]


def clearance(obligations: Iterable[Obligation], point: Standpoint) -> Clearance:
    """Sort these obligations' states by where they stand with Article 4(1).

    A state with several clearance duties is outstanding while one of them is, and completed
    only when all are.
    """
    by_state: dict[str, list[Standing]] = {}
    for each in obligations:
        if each.provision in _CLEARANCE:
            by_state.setdefault(each.state, []).append(each.standing)
    outstanding = {state for state, all_of in by_state.items() if OUTSTANDING & set(all_of)}
    undetermined = tuple(
        sorted(
            state
            for state, all_of in by_state.items()
            if Standing.UNDETERMINED in all_of and state not in outstanding
        )
    )
    completed = {
        state
        for state, all_of in by_state.items()
        if Standing.DISCHARGED in all_of and state not in {*outstanding, *undetermined}
    }
    reported = tuple(
        state for state in undetermined if reported_alone(point, state).certainty is Certainty.YES
    )
    return Clearance(tuple(sorted(outstanding)), tuple(sorted(completed)), undetermined, reported)


def reported_alone(point: Standpoint, state: str) -> Look:
    """Look whether of a state's areas the record holds only what others report; finds the report.

    A word of its own that may have been said by the day leaves it open, and so does a report that
    may have been made.
    """
    chronicle = point.history.chronicle(state)
    own = {
        happened_by(each.event.occurred_on, point.as_of)
        for each in chronicle.entries
        if isinstance(each.event, (*WORDS, ClearanceCompleted))
    }
    surely, maybe = (reported_by_others(chronicle.on(point.as_of, each)) for each in _ENDS)
    if maybe is None or Certainty.YES in own:
        return Look(Certainty.NO)
    if surely is None or Certainty.UNKNOWN in own:
        return Look(Certainty.UNKNOWN, (maybe.id,))
    return Look(Certainty.YES, (surely.id,))


@attrs.frozen
class Area:
    """One word about contaminated areas; square metres, `None` where it does not say."""

    confirmed_m2: int | None
    suspected_m2: int | None
    areas: int | None
    said_on: PartialDate
    event: str

    @property
    def square_metres(self) -> Amount:
        """Confirmed and suspected areas together; at least the one, where only one is said."""
        given = (self.confirmed_m2, self.suspected_m2)
        known = [each for each in given if each is not None]
        if not known:
            return Amount.unknown((self.event,))
        both = len(known) == len(given)
        how = Amount.known if both else Amount.at_least
        return how(sum(known), (self.event,))


@attrs.frozen
class Released:
    """Land released as far as known, in square metres, and items destroyed: lower bounds.

    See `amounts` for what is added up.
    """

    cancelled_m2: Amount
    reduced_m2: Amount
    cleared_m2: Amount
    items_destroyed: Amount


@attrs.frozen(kw_only=True)
class ClearanceRow:
    """One clearance duty of one State Party on a day.

    `declared` is its last declaration of areas, `found` those told as found after it, or told
    where none was declared. `left` is the last of these words that says how much, or else the
    last, as it was said: no difference is computed. What was said before a completion, or before
    the state knew of none, counts no more; `None` where nothing is said, or nothing left.
    `released` is of the state, not of one conflict. `survey`, `strategy` and `risk_education` are
    the events that report them; empty proves nothing.
    """

    obligation: str
    state: str
    name: str
    standing: Standing
    due: PartialDate | None
    completed_on: PartialDate | None
    declared: Area | None
    found: tuple[Area, ...]
    left: Area | None
    released: Released
    survey: Events
    strategy: Events
    risk_education: Events


def clearance_ledger(view: View) -> tuple[ClearanceRow, ...]:
    """Return a row for each clearance duty that is not known to be empty, by state."""
    return tuple(
        _row(view, duty)
        for owed in view.owed(*_CLEARANCE).values()
        for duty in owed
        if duty.standing is not Standing.NOT_ENGAGED
    )


def _row(view: View, duty: Obligation) -> ClearanceRow:
    dossier = view.point.dossier(duty.state)
    said = dossier.timeline(*WORDS, ClearanceCompleted)
    words = [entry for entry in said if _about(duty, entry.event)]
    areas = [each for entry in words if (each := _area(entry)) is not None]
    declared = next((each for each in reversed(areas) if _declares(dossier, each)), None)
    after = areas[areas.index(declared) + 1 :] if declared else areas
    done = duty.standing is Standing.DISCHARGED
    return ClearanceRow(
        obligation=duty.id,
        state=duty.state,
        name=name_of(duty.state, view.as_of),
        standing=duty.standing,
        due=duty.due,
        completed_on=duty.discharged_on,
        declared=declared,
        found=tuple(after),
        left=None if done else _left(words),
        released=_released(dossier),
        survey=_ids(dossier, SurveyReported),
        strategy=_ids(dossier, ClearanceStrategyReported),
        risk_education=_ids(dossier, RiskEducationReported),
    )


def _about(duty: Obligation, event: Event) -> bool:
    """Tell whether a word is about the areas of one duty: those of its conflict, or of none."""
    conflict = getattr(event, "conflict", None)
    return conflict is None if duty.provision == _AT_ENTRY else duty.id.endswith(f"/{conflict}")


def _area(entry: Entry[Event]) -> Area | None:
    event = entry.event
    if not isinstance(event, ContaminationDeclared | ContaminationFound):
        return None
    return Area(event.confirmed_m2, event.suspected_m2, event.areas, event.occurred_on, entry.id)


def _left(words: list[Entry[Event]]) -> Area | None:
    """Return the last word that says how much, or else the last, since nothing was left."""
    since: list[Area] = []
    for entry in words:
        area = _area(entry)
        if area is None or _declared_none(entry.event):
            since.clear()
        if area is not None:
            since.append(area)
    told = [each for each in since if each.confirmed_m2 or each.suspected_m2 or each.areas]
    return next(iter((*reversed(told), *reversed(since))), None)


def _declared_none(event: Event) -> bool:
    """Tell whether a state declared that there are none; to find none says nothing of others."""
    declared = isinstance(event, ContaminationDeclared)
    return declared and told_of_areas(event) is Engagement.NOT_ENGAGED


def _declares(dossier: Dossier, area: Area) -> bool:
    return any(each.id == area.event for each in dossier.all(ContaminationDeclared))


def _released(dossier: Dossier) -> Released:
    entries = dossier.all(LandReleased)

    def total(name: str) -> Amount:
        return together(
            Told(getattr(each.event, name), each.event.period, each.id) for each in entries
        )

    return Released(
        total("cancelled_m2"),
        total("reduced_m2"),
        total("cleared_m2"),
        total("items_destroyed"),
    )


def _ids(dossier: Dossier, kind: type[Event]) -> Events:
    return tuple(entry.id for entry in dossier.all(kind))
