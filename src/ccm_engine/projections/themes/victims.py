"""Who has victims, and what is done for them: Article 5."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ccm_engine.domain.events import Entry, Event, VictimsAbsenceDeclared, VictimsReported
from ccm_engine.domain.ordering import by_day
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.certainty import (
    Answer,
    Certainty,
    certain,
    happened_between,
    state_count,
)
from ccm_engine.projections.counting import Clause, Figure
from ccm_engine.projections.silence import Look
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.victim_assistance import (
    AssistanceLine,
    has_victims,
    victim_assistance,
)
from ccm_engine.projections.view import View

_ART_5_1: Final = Provision.parse("5(1)")
_ART_5_2: Final = Provision.parse("5(2)")
_ART_5_2_G: Final = Provision.parse("5(2)(g)")

_COUNTED: Final[tuple[tuple[str, str, Provision, Callable[[AssistanceLine], Look]], ...]] = (
    ("focal_point", "a focal point for victim assistance", _ART_5_2_G, lambda it: it.focal_point),
    ("plan", "a plan or a lead authority that serves them", _ART_5_2, lambda it: it.plan),
    ("dedicated_plan", "a dedicated action plan for them", _ART_5_2, lambda it: it.dedicated_plan),
    ("data_collected", "collected data about victims", _ART_5_1, lambda it: it.data_collected),
    ("disaggregated", "disaggregated its data", _ART_5_1, lambda it: it.disaggregated),
    ("resources", "mobilised resources for victims", _ART_5_2, lambda it: it.resources),
    ("efforts_reported", "reported its efforts", _ART_5_1, lambda it: it.efforts_reported),
    (
        "requested_assistance",
        "asked for assistance for victims",
        _ART_5_2,
        lambda it: it.requested_assistance,
    ),
    (
        "disability_convention_party",
        "joined the convention on disability rights",
        _ART_5_2,
        lambda it: it.disability_convention_party,
    ),
)
"""What is counted of the states with victims: what of them, in words, and where it is said."""


def position(view: View) -> Iterator[Figure]:
    """Yield the figures of a day; all but the first are of the states that have victims."""
    lines = victim_assistance(view)
    yield state_count(
        "victims.states",
        Clause("State Party has victims to assist", "States Parties have victims to assist"),
        ((each.state, each.victims.certainty, each.victims.events) for each in lines),
        _ART_5_1,
    )
    for what, words, provision, of in _COUNTED:
        found = [(each.state, _if_with_victims(each, of(each))) for each in lines]
        yield state_count(
            f"victims.{what}",
            Clause(
                f"State Party with victims has {words}",
                f"States Parties with victims have {words.replace(' its ', ' their ')}",
            ),
            ((state, it.certainty, it.events) for state, it in found),
            provision,
        )


def _if_with_victims(line: AssistanceLine, told: Look) -> Look:
    """Return what is told of a state, as far as the record tells that it has victims at all."""
    sure = line.victims.certainty is Certainty.YES or told.certainty is Certainty.NO
    return told if sure else Look(Certainty.UNKNOWN, told.events)


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield the figures of a period: who came to owe assistance, and who no longer does."""
    yield state_count(
        "victims.added",
        Clause(
            "State Party came to have victims to assist",
            "States Parties came to have victims to assist",
        ),
        (
            (each.state, _added(before, each), each.victims.events)
            for each in victim_assistance(after)
        ),
        _ART_5_1,
    )
    yield state_count(
        "victims.removed",
        Clause(
            "State Party no longer has victims to assist, as it declared",
            "States Parties no longer have victims to assist, as they declared",
        ),
        _removed(before, after),
        _ART_5_1,
    )


def _removed(before: View, after: View) -> Iterator[Answer]:
    """Yield who declared in the period that it has no victims; whoever may have is unknown.

    Not who is known to have some at the end, nor who had declared before that it has none.
    """
    declared: dict[str, list[Answer]] = {}
    for state, entry, within in happened_between(before, after, VictimsAbsenceDeclared):
        declared.setdefault(state, []).append((state, within, (entry.id,)))
    for state in after.parties:
        last = _last_words(before, state)
        free = certain(_of_none(each) for each in last)
        if free is Certainty.YES or has_victims(after, state).certainty is Certainty.YES:
            continue
        told = sorted({each for each in last if each is not None}, key=by_day)
        unknown: Answer = (state, Certainty.UNKNOWN, tuple(each.id for each in told))
        for _, how, events in declared.get(state, [unknown]):
            yield state, how if free is Certainty.NO else Certainty.UNKNOWN, events


def _last_words(view: View, state: str) -> list[Entry[Event] | None]:
    """Return what a state said last of victims by the day, as either end of days has it."""
    points = view.point, view.point.other_end()
    said = (
        each.dossier(state).timeline(VictimsReported, VictimsAbsenceDeclared) for each in points
    )
    return [each[-1] if each else None for each in said]


def _of_none(word: Entry[Event] | None) -> Certainty:
    """Tell whether a word says that there are no victims."""
    none = word is not None and isinstance(word.event, VictimsAbsenceDeclared)
    return Certainty.YES if none else Certainty.NO


def _added(before: View, line: AssistanceLine) -> Certainty:
    """Tell whether a state with victims at the end of a period had none to assist before it.

    One that was not bound yet, or had declared none, owed none. Of one of which nothing was known
    before, or is known at the end, the record cannot tell.
    """
    then = has_victims(before, line.state).certainty
    if then is Certainty.NO:
        return line.victims.certainty
    return Certainty.NO if then is Certainty.YES else Certainty.UNKNOWN


THEME = Theme(
    key="victims",
    title="Victim assistance",
    provisions=("5(1)",),
    position=position,
    progress=progress,
)
