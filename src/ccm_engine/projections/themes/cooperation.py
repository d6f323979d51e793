"""Assistance requested, provided and received: Article 6."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ccm_engine.domain.events import Entry, Event
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.certainty import Answer, Certainty, certain, state_count
from ccm_engine.projections.cooperation import (
    Assistance,
    Coalition,
    coalitions_perhaps,
    named,
    not_named,
    stated,
)
from ccm_engine.projections.counting import Clause, Figure, StateCount, StatedNumber
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View

_PROVISIONS: Final = {
    Assistance.REQUESTED: Provision.parse("6(1)"),
    Assistance.PROVIDED: Provision.parse("6(2)"),
    Assistance.RECEIVED: Provision.parse("6(1)"),
}


def position(view: View) -> Iterator[Figure]:
    """Yield the figures of a day: who is named, and country coalitions.

    A state that nothing names is unknown, not one that did nothing, where silence tells nothing.
    """
    for assistance, provision in _PROVISIONS.items():
        answers = list(named(view, assistance))
        parties = [each for each in answers if each[0] in view.parties]
        parties += not_named(view, provision, {each[0] for each in parties})
        yield _named(assistance, "by_name", "State Party", "States Parties", parties)
        of_others = [each for each in answers if each[0] not in view.parties]
        if of_others:
            yield _named(assistance, "by_others", "State not party", "States not party", of_others)
    found = list(coalitions_perhaps(view))
    of = _PROVISIONS[Assistance.PROVIDED]
    others = list(not_named(view, of, {each.state for each, *_ in found}))
    yield state_count(
        "cooperation.coalitions",
        Clause(
            "country coalition was formed and is not known to be concluded",
            "country coalitions were formed and are not known to be concluded",
        ),
        (*(_answer(each, lambda it: it.going_on) for each in found), *others),
        of,
    )
    yield state_count(
        "cooperation.coalitions_concluded",
        Clause("country coalition was concluded", "country coalitions were concluded"),
        (*(_answer(each, lambda it: it.concluded) for each in found), *others),
        of,
    )


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield the figures of a period: the numbers documents give for each year it touches."""
    for year in range(before.as_of.year, after.as_of.year + 1):
        for assistance in Assistance:
            said = stated(after, assistance, year)
            yield StatedNumber(
                key=f"cooperation.{assistance.value}.{year}",
                clause=Clause(
                    f"State Party {assistance.value} assistance in {year}",
                    f"States Parties {assistance.value} assistance in {year}",
                ),
                value=said.value,
                events=said.events,
                provision=_PROVISIONS[assistance],
            )


def _named(
    assistance: Assistance, part: str, one: str, many: str, answers: list[Answer]
) -> StateCount:
    said = f"{assistance.value} assistance, as far as States are named"
    return state_count(
        f"cooperation.{assistance.value}_{part}",
        Clause(f"{one} {said}", f"{many} {said}"),
        answers,
        _PROVISIONS[assistance],
    )


def _answer(
    ways: tuple[Coalition, ...], proof: Callable[[Coalition], Entry[Event] | None]
) -> Answer:
    """Tell whether a coalition is proved to be so, however days known in part were meant."""
    proofs = [proof(each) for each in ways]
    how = certain(Certainty.NO if each is None else Certainty.YES for each in proofs)
    events = [each.id for each in proofs if each is not None]
    if how is Certainty.UNKNOWN:
        events = [event for each in ways for event in each.events]
    return ways[0].state, how, tuple(dict.fromkeys(events))


THEME = Theme(
    key="cooperation",
    title="International cooperation and assistance",
    provisions=("6(1)", "6(2)"),
    position=position,
    progress=progress,
)
