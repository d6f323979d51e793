"""Assistance requested, provided and received: Article 6."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.certainty import Answer, Certainty, state_count
from ccm_engine.projections.cooperation import (
    Assistance,
    Coalition,
    coalitions,
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
    found = coalitions(view)
    of = _PROVISIONS[Assistance.PROVIDED]
    others = list(not_named(view, of, {each.state for each in found}))
    yield state_count(
        "cooperation.coalitions",
        Clause(
            "country coalition was formed and is not known to be concluded",
            "country coalitions were formed and are not known to be concluded",
        ),
        (*_going_on(found), *others),
        of,
    )
    yield state_count(
        "cooperation.coalitions_concluded",
        Clause("country coalition was concluded", "country coalitions were concluded"),
        (*_concluded(found), *others),
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


def _going_on(found: tuple[Coalition, ...]) -> Iterator[Answer]:
    for it in found:
        if it.formed and not it.concluded:
            yield it.state, Certainty.YES, (it.formed.id,)


def _concluded(found: tuple[Coalition, ...]) -> Iterator[Answer]:
    for it in found:
        if it.concluded:
            yield it.state, Certainty.YES, (it.concluded.id,)


THEME = Theme(
    key="cooperation",
    title="International cooperation and assistance",
    provisions=("6(1)", "6(2)"),
    position=position,
    progress=progress,
)
