"""Laws and other measures: Article 9."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.events import Measure
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.certainty import state_count
from ccm_engine.projections.counting import Clause, Figure, StateCount, StatedNumber
from ccm_engine.projections.national_measures import (
    ADMINISTRATIVE,
    INVESTMENT,
    MeasurePosition,
    administrative_counted_on,
    counted_administrative,
    positions,
    processes_completed,
)
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View

_ART_9: Final = Provision.parse("9")
_ENACTED: Final = (Measure.SPECIFIC_LAW, Measure.EXISTING_LAW_SUFFICIENT)


def position(view: View) -> Iterator[StateCount | StatedNumber]:
    """Yield the figures of a day; whose word counts is INT-0021."""
    law, investment = positions(view), positions(view, INVESTMENT)
    administrative = positions(view, ADMINISTRATIVE)
    yield _count(
        "investment_prohibition",
        "prohibited investment in cluster munitions",
        investment,
        Measure.INVESTMENT_PROHIBITION,
    )
    yield _count("specific_law", "enacted a specific law", law, Measure.SPECIFIC_LAW)
    yield _count(
        "existing_law_sufficient",
        "found existing law sufficient",
        law,
        Measure.EXISTING_LAW_SUFFICIENT,
    )
    yield _count(
        "under_consideration", "a law under consideration", law, Measure.UNDER_CONSIDERATION
    )
    yield _count("legal", "legal measures in place", law, *_ENACTED)
    yield _administrative(view)
    yield state_count(
        "measures.reported_by_others",
        Clause(
            "State Party is on record with a measure by the word of others alone",
            "States Parties are on record with a measure by the word of others alone",
        ),
        (each.answer_by_others_alone() for each in (*law, *investment, *administrative)),
        _ART_9,
    )


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield the figures of a period: whose legislation was dealt with."""
    yield state_count(
        "measures.process_completed",
        Clause(
            "State Party has completed its legislative process",
            "States Parties have completed their legislative processes",
        ),
        processes_completed(before, after),
        _ART_9,
    )


def _count(
    what: str, words: str, found: tuple[MeasurePosition, ...], *measures: Measure
) -> StateCount:
    return state_count(
        f"measures.{what}",
        Clause(f"State Party has {words}", f"States Parties have {words}"),
        (each.answer(*measures) for each in found),
        _ART_9,
    )


def _administrative(view: View) -> StatedNumber:
    """Return what a document counts on its own day; on a later one nobody knows the number."""
    value, events = counted_administrative(view)
    last = administrative_counted_on(view)
    one, many = "administrative measure is in place", "administrative measures are in place"
    if last is not None and last < view.as_of:
        many = f"{many}; {value} were, as last stated ({last.year})"
        value = None
    return StatedNumber(
        key="measures.administrative",
        clause=Clause(one, many),
        value=value,
        events=events,
        provision=_ART_9,
    )


THEME = Theme(
    key="measures",
    title="National implementation measures",
    provisions=("9",),
    position=position,
    progress=progress,
)
