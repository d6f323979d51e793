"""Clarification, disputes, amendments: Articles 8, 10 and 13.

Nothing of it has happened so far. That nobody is counted is a zero only where the record says that
its sources reach the day; else every State Party of which nothing is told is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ccm_engine.domain.calendar import FIRST_DAY
from ccm_engine.domain.events import (
    CONVENTION,
    AmendmentProposed,
    ClarificationRequested,
    Entry,
    Event,
    TreatyDisputeArose,
)
from ccm_engine.domain.obligations import OUTSTANDING, Obligation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.amendments import ART_13_1, ART_13_5, Stage, amendments
from ccm_engine.projections.certainty import (
    Answer,
    Certainty,
    certain,
    in_period,
    one_of,
    state_count,
)
from ccm_engine.projections.counting import Clause, Figure
from ccm_engine.projections.silence import known_until, silence_tells
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View

_KEY: Final = "compliance"
ART_8_2: Final = Provision.parse("8(2)")
ART_10_1: Final = Provision.parse("10(1)")

_OPEN: Final = OUTSTANDING | {Standing.CONTINUING}
_KINDS: Final[tuple[tuple[str, type[Event], Provision, str], ...]] = (
    ("clarifications_requested", ClarificationRequested, ART_8_2, "been asked for clarification"),
    ("disputes", TreatyDisputeArose, ART_10_1, "been in a dispute about the Convention"),
    ("amendments_proposed", AmendmentProposed, ART_13_1, "proposed an amendment"),
)


def position(view: View) -> Iterator[Figure]:
    """Yield the figures of a day."""
    for name, kind, provision, rest in _KINDS:
        yield state_count(f"{_KEY}.{name}", _has(rest), _ever(view, kind, provision), provision)
    for name, provision, rest in (
        ("clarifications_open", ART_8_2, "to answer a request for clarification"),
        ("disputes_open", ART_10_1, "to settle a dispute about the Convention"),
    ):
        yield state_count(f"{_KEY}.{name}", _has(rest), _open(view, provision), provision)
    key = f"{_KEY}.amendments_in_force"
    yield state_count(key, _has("an amendment in force"), _amended(view), ART_13_5)


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield the figures of a period."""
    for name, kind, provision, rest in _KINDS:
        answers = _in_period(before, after, kind, provision)
        clause = _has(f"{rest} in the period")
        yield state_count(f"{_KEY}.{name}_in_period", clause, answers, provision)


def _has(rest: str) -> Clause:
    return Clause(f"State Party has {rest}", f"States Parties have {rest}")


def _concerned(event: Event) -> tuple[str, ...]:
    """Return the states that a happening counts for."""
    match event:
        case TreatyDisputeArose(between=states):
            return states
        case AmendmentProposed(proposed_by=state):
            return (state,)
        case _:
            return (event.stream,)


def _told(view: View, kind: type[Event]) -> Iterator[tuple[str, Entry[Event]]]:
    """Yield every event of a kind on record whatever its day, with each state it counts for."""
    for stream in (CONVENTION, *view.point.states):
        for entry in view.point.history.chronicle(stream).entries:
            if isinstance(entry.event, kind):
                for state in _concerned(entry.event):
                    yield state, entry


def _ever(view: View, kind: type[Event], provision: Provision) -> Iterator[Answer]:
    for state, entry in _told(view, kind):
        if view.point.has_happened(entry.event.occurred_on):
            yield state, Certainty.YES, (entry.id,)
        elif entry.event.occurred_on.first <= view.as_of:
            yield state, Certainty.UNKNOWN, (entry.id,)
    yield from _silent(view, provision)


def _in_period(
    before: View, after: View, kind: type[Event], provision: Provision
) -> Iterator[Answer]:
    for state, entry in _told(after, kind):
        within = in_period(entry.event.occurred_on, before.as_of, after.as_of)
        yield state, within, (entry.id,)
    yield from _silent(after, provision, before.as_of)


def _open(view: View, provision: Provision) -> Iterator[Answer]:
    """Yield who has something open; both ends of days known in part have to agree (INT-0012)."""
    for state, owed in view.owed(provision).items():
        for each in owed:
            events = tuple(event for ground in each.grounds for event in ground.events)
            yield state, certain(_ends(each)), events
    yield from _silent(view, provision)


def _ends(duty: Obligation) -> Iterator[Certainty]:
    other = duty.otherwise.standing if duty.otherwise else duty.standing
    for standing in (duty.standing, other):
        yield one_of(standing, _OPEN, {Standing.UNDETERMINED})


def _amended(view: View) -> Iterator[Answer]:
    """Yield for whom an amendment is in force; both ends of days known in part have to agree.

    Where silence does not tell whether a majority accepted it, it may be for who did; and where
    it does not tell who accepted it, for any State Party.
    """
    ends = [amendments(point) for point in (view.point, view.point.other_end())]
    sure = [{(each.name, state) for each in end for state in each.in_force_for} for end in ends]
    for each in (each for end in ends for each in end):
        accepted = each.accepted_by if each.stage is Stage.UNDETERMINED else ()
        for state in {*each.in_force_for, *set(accepted).intersection(view.parties)}:
            everywhere = all((each.name, state) in end for end in sure)
            yield state, Certainty.YES if everywhere else Certainty.UNKNOWN, each.events
    yield from _silent(view, ART_13_1)
    if any(ends):
        yield from _silent(view, ART_13_5)


def _silent(view: View, provision: Provision, since: date = FIRST_DAY) -> Iterator[Answer]:
    """Yield the States Parties of which something may have happened that is not on record.

    Silence has to tell at both ends, from `since` to the day of the view.
    """
    for state in view.parties:
        ends = (since, view.as_of)
        if not all(silence_tells(view.point, provision, state, each) for each in ends):
            yield state, Certainty.UNKNOWN, known_until(view.point, provision, state).events


THEME = Theme(
    key=_KEY,
    title="Compliance",
    provisions=("8(2)", "10(1)", "13(1)"),
    position=position,
    progress=progress,
)
