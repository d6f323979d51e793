"""Who has to clear, what was released, what is left: Article 4.

A state with no word of its own about contaminated areas on record is unknown wherever it may be
one of those counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ccm_engine.domain.articles.article_04_contamination import contamination
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ClearanceStrategyReported,
    Event,
    HostilitiesEnded,
    LandReleased,
    RiskEducationReported,
    SurveyReported,
)
from ccm_engine.domain.obligations import OUTSTANDING, Obligation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.amounts import Amount, added, last_words, quantity
from ccm_engine.projections.certainty import (
    Answer,
    Certainty,
    certain,
    happened_between,
    in_period,
    situations,
    state_count,
)
from ccm_engine.projections.clearance_ledger import (
    WORDS,
    Released,
    clearance_ledger,
    reported_alone,
)
from ccm_engine.projections.counting import Clause, Events, Figure, StateCount
from ccm_engine.projections.extensions_granted import grants_between, requests_awaiting
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View

Duties = tuple[Obligation, ...]
"""What one state owes under Article 4(1)."""

_KEY: Final = "clearance"
_AT_ENTRY: Final = Provision.parse("4(1)(a)")
_AFTER: Final = Provision.parse("4(1)(b)")
_MEASURES: Final = Provision.parse("4(2)")
_EXTENSION: Final = Provision.parse("4(5)")
_RELEASED: Final = Provision.parse("7(1)(i)")
_LATER: Final = Provision.parse("4(6)(d)")
_MAYBE_LEFT: Final = OUTSTANDING | {Standing.UNDETERMINED}
_LEFT: Final = "suspected or confirmed to be contaminated, by the last word of each State Party"
_CONTAMINATED: Final = Clause(f"square metre is {_LEFT}", f"square metres are {_LEFT}")
_TOLD: Final = (
    ("survey_reported", SurveyReported, "that it surveys", "that they survey"),
    ("risk_education_reported", RiskEducationReported, "risk education", "risk education"),
    ("strategy_reported", ClearanceStrategyReported, "a plan to clear", "a plan to clear"),
)


def position(view: View) -> Iterator[Figure]:
    """Yield the figures of a day."""
    outstanding = _owing(view)
    yield outstanding
    yield _count(view, "completed", _completed, "cleared all areas known")
    yield _by_others(view)
    for name, kind, one, many in _TOLD:
        yield _reported(
            view,
            outstanding,
            name,
            kind,
            Clause(
                f"State Party with areas to clear has reported {one}",
                f"States Parties with areas to clear have reported {many}",
            ),
        )
    yield from _areas(view, outstanding)
    yield _requests(view)


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield the figures of a period."""
    yield _completed_between(before, after)
    yield _new(before, after)
    yield _reopened(before, after)
    yield _released_between(before, after)
    yield _count_of(
        "extensions_granted",
        Clause("State Party was granted more time", "States Parties were granted more time"),
        ((each.state, within, (each.event,)) for each, within in grants_between(before, after, 4)),
        _EXTENSION,
    )


def _count_of(name: str, clause: Clause, answers: Iterator[Answer], of: Provision) -> StateCount:
    return state_count(f"{_KEY}.{name}", clause, answers, of)


def _ends(duties: Duties) -> Iterator[list[Standing]]:
    """Yield the standings of a state's duties at each end of days known in part."""
    yield [each.standing for each in duties]
    yield [each.otherwise.standing if each.otherwise else each.standing for each in duties]


def _outstanding(standings: list[Standing]) -> Certainty:
    """Tell whether one duty at least is outstanding."""
    if OUTSTANDING & {*standings}:
        return Certainty.YES
    return Certainty.UNKNOWN if Standing.UNDETERMINED in standings else Certainty.NO


def _completed(standings: list[Standing]) -> Certainty:
    """Tell whether something was cleared and nothing is left: every duty, where there are more."""
    if OUTSTANDING & {*standings}:
        return Certainty.NO
    if Standing.UNDETERMINED in standings:
        return Certainty.UNKNOWN
    return Certainty.YES if Standing.DISCHARGED in standings else Certainty.NO


def _proof(duties: Duties) -> Events:
    """Return the events of the state itself on which its duties rest."""
    return tuple(
        dict.fromkeys(
            event
            for duty in duties
            for ground in duty.grounds
            for event in ground.events
            if event.partition("#")[0] == duty.state
        )
    )


def _count(
    view: View, name: str, judge: Callable[[list[Standing]], Certainty], rest: str
) -> StateCount:
    answers = (
        (state, certain(judge(each) for each in _ends(duties)), _proof(duties))
        for state, duties in view.owed(_AT_ENTRY, _AFTER).items()
    )
    clause = Clause(f"State Party has {rest}", f"States Parties have {rest}")
    return _count_of(name, clause, answers, _AT_ENTRY)


def _owing(view: View) -> StateCount:
    return _count(view, "outstanding", _outstanding, "areas to clear")


def _by_others(view: View) -> StateCount:
    """Count the undetermined of whose areas the record holds only what others report."""
    answers: list[Answer] = []
    for state, duties in view.owed(_AT_ENTRY, _AFTER).items():
        if _outstanding([each.standing for each in duties]) is Certainty.UNKNOWN:
            alone = reported_alone(view.point, state)
            answers.append((state, alone.certainty, alone.events))
    clause = Clause(
        "State Party has areas on record by the word of others alone",
        "States Parties have areas on record by the word of others alone",
    )
    return _count_of("reported_by_others", clause, iter(answers), _AT_ENTRY)


def _reported(
    view: View, outstanding: StateCount, name: str, kind: type[Event], clause: Clause
) -> StateCount:
    """Count those with areas to clear that report something; of the others it is unknown."""
    answers: list[Answer] = []
    for state in (*outstanding.states, *outstanding.unknown):
        events = tuple(entry.id for entry in view.point.dossier(state).all(kind))
        surely = events and state in outstanding.states
        answers.append((state, Certainty.YES if surely else Certainty.UNKNOWN, events))
    return _count_of(name, clause, iter(answers), _MEASURES)


def _areas(view: View, outstanding: StateCount) -> Iterator[Figure]:
    """Yield what is left by the last word of those with areas to clear, and what was released.

    Who may have areas to clear is unknown in the first.
    """
    rows = clearance_ledger(view)
    left = {state: Amount.unknown(events) for state, events in outstanding.unknown.items()}
    released: dict[str, Released] = {}
    for row in rows:
        released[row.state] = row.released
        if row.state in outstanding.states and row.standing in _MAYBE_LEFT:
            left[row.state] = added(
                left.get(row.state), row.left.square_metres if row.left else Amount.unknown()
            )
    yield last_words(f"{_KEY}.area_m2", _CONTAMINATED, "m2", left.items(), _AT_ENTRY)
    cleared = Clause("square metre was cleared", "square metres were cleared")
    parts = [(state, each.cleared_m2) for state, each in released.items()]
    yield quantity(f"{_KEY}.cleared_m2", cleared, "m2", parts, _RELEASED)
    items = Clause("item was destroyed in clearance", "items were destroyed in clearance")
    destroyed = [(state, each.items_destroyed) for state, each in released.items()]
    yield quantity(f"{_KEY}.items_destroyed", items, "items", destroyed, _RELEASED)


def _requests(view: View) -> StateCount:
    clause = Clause(
        "State Party awaits a decision on its request for more time",
        "States Parties await a decision on their requests for more time",
    )
    answers = (
        (each.state, each.sure, each.events)
        for each in requests_awaiting(view)
        if each.article == _AT_ENTRY.article
    )
    return _count_of("requests_open", clause, answers, _EXTENSION)


def _completed_between(before: View, after: View) -> StateCount:
    """Count who cleared the last area known in the period, whatever came to light since."""
    clause = Clause("State Party completed clearance", "States Parties completed clearance")
    answers = (
        (state, within, (entry.id,))
        for state, entry, within in happened_between(before, after, ClearanceCompleted)
        if state in after.parties
    )
    return _count_of("completed_in_period", clause, answers, _AT_ENTRY)


def _released_between(before: View, after: View) -> StateCount:
    """Count who reported land released in the period; who may have had areas is unknown."""
    answers: list[Answer] = [(row.state, Certainty.UNKNOWN, ()) for row in clearance_ledger(after)]
    for state, entry, within in happened_between(before, after, LandReleased):
        if state in after.parties:
            answers.append((state, within, (entry.id,)))
    one, many = (
        "State Party has reported land released",
        "States Parties have reported land released",
    )
    return _count_of("land_released", Clause(one, many), iter(answers), _RELEASED)


def _new(before: View, after: View) -> StateCount:
    """Count who has areas to clear at the end, and no duty to clear them at the beginning.

    A state bound at the beginning owed the clearance then, though it declared areas only since
    (INT-0006); areas found after completion are told apart. New are the duty of one bound since,
    and that of hostilities that ended since.
    """
    ended = happened_between(before, after, HostilitiesEnded)
    began = [*_bound_since(before, after)]
    began += [(state, within, (entry.id,)) for state, entry, within in ended]
    owes = _owing(after)
    answers = (
        (state, how if state in owes.states else Certainty.UNKNOWN, (*proof, *events))
        for state, how, proof in began
        if (events := {**owes.unknown, **owes.states}.get(state)) is not None
    )
    clause = Clause(
        "State Party newly has areas to clear", "States Parties newly have areas to clear"
    )
    return _count_of("new", clause, answers, _AT_ENTRY)


def _bound_since(before: View, after: View) -> Iterator[Answer]:
    """Yield the parties of the end that were not bound to clear at the beginning, or may not."""
    earlier = before.owed(_AT_ENTRY)
    not_yet = {Standing.NOT_YET_BINDING}
    for state in after.parties:
        ends = _ends(earlier.get(state, ()))
        free = certain(Certainty.YES if {*each} <= not_yet else Certainty.NO for each in ends)
        if free is not Certainty.NO:
            yield state, free, ()


def _reopened(before: View, after: View) -> StateCount:
    """Count who told, in the period, of areas found after it had completed clearance.

    One word surely of the period is enough, unless an earlier one was surely before it; if all
    may have been before it, the record cannot tell.
    """
    answers: list[Answer] = []
    for state in after.parties:
        at = next(situations((after.point,), state))
        held = contamination(at)
        if held.found_later is None:
            continue
        later = {event for ground in held.grounds for event in ground.events}
        entries = [each for each in at.dossier.timeline(*WORDS) if each.id in later]
        when = [in_period(e.event.occurred_on, before.as_of, after.as_of) for e in entries]
        if Certainty.NO not in when:
            how = Certainty.YES if Certainty.YES in when else Certainty.UNKNOWN
            answers.append((state, how, tuple(each.id for each in entries)))
    clause = Clause(
        "State Party told of areas found after completion",
        "States Parties told of areas found after completion",
    )
    return _count_of("reopened", clause, iter(answers), _LATER)


THEME = Theme(
    key=_KEY,
    title="Clearance and risk reduction education",
    provisions=("4(1)(a)", "4(2)"),
    position=position,
    progress=progress,
)
