"""Whether a published number agrees with a figure, or could: number, names, and what is unknown."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

import attrs

from ccm_engine.domain.statements.published import PublishedFigure
from ccm_engine.projections.amounts import LastWords
from ccm_engine.projections.counting import Figure, Quantity, Share, StateCount, StatedNumber

_WHOLE: Final = 100  # per cent


def difference(
    published: PublishedFigure, figure: Figure
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who the document names and the record does not count, and the other way round."""
    counted = names_of(figure)
    if published.names is None or counted is None:
        return (), ()
    named = set[str](published.names)
    return tuple(sorted(named - counted)), tuple(sorted(counted - named))


def names_of(figure: Figure) -> AbstractSet[str] | None:
    """Return whom a figure counts for certain; `None` where it has no names."""
    match figure:
        case StateCount(states=states):
            return states.keys()
        case Share(part=part):
            return part.states.keys()
        case Quantity(parts=parts):
            return {state for state, part in parts.items() if part.amount is not None}
        case StatedNumber():
            return None


def unknown_of(figure: Figure) -> AbstractSet[str]:
    """Return for whom the record cannot tell."""
    match figure:
        case StateCount(unknown=unknown):
            return unknown.keys()
        case Share(part=part):
            return part.unknown.keys()
        case Quantity(parts=parts):
            return {state for state, part in parts.items() if part.amount is None}
        case StatedNumber():
            return frozenset()


def agrees(published: PublishedFigure, figure: Figure) -> bool:
    """Tell whether number and names are those that the record has for certain."""
    if figure.value != published.stated:
        return False
    return published.names is None or set(published.names) == names_of(figure)


def could_be(published: PublishedFigure, figure: Figure) -> bool:
    """Tell whether the record leaves open that the document is right."""
    counted, names = names_of(figure), published.names
    if figure.value is None:
        return True
    if counted is None:
        return published.stated == figure.value and names is not None
    if names is not None and not counted <= set(names) <= counted | unknown_of(figure):
        return False
    least, most = bounds(figure)
    return least <= published.stated and (most is None or published.stated <= most)


def bounds(figure: Figure) -> tuple[int, int | None]:
    """Return the least and the most that the record leaves possible; `None` without limit."""
    least = figure.value or 0
    match figure:
        case StateCount(unknown=unknown):
            return least, least + len(unknown)
        case Share(part=part, whole=whole):
            lowest = attrs.evolve(figure, whole=_widened(whole)).value or 0
            highest = attrs.evolve(figure, part=_widened(part)).value or 0
            return lowest, min(highest, _WHOLE)
        case LastWords():
            return 0, None
        case _:
            return least, least if figure.exact else None


def _widened(count: StateCount) -> StateCount:
    return attrs.evolve(count, states={**count.states, **count.unknown})
