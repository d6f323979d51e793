"""Figures by year or by regional group as tables; all others as sentences."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from ccm_engine.domain.states import RegionalGroup
from ccm_engine.exporters.review.parts import Grid, Piece, Said
from ccm_engine.exporters.review.sentences import sentence, short
from ccm_engine.projections.counting import Figure

GROUPS: Final = {
    RegionalGroup.AFRICA.name: "Africa",
    RegionalGroup.ASIA_PACIFIC.name: "Asia and the Pacific",
    RegionalGroup.EASTERN_EUROPE.name: "Eastern Europe",
    RegionalGroup.LATIN_AMERICA_CARIBBEAN.name: "Latin America and the Caribbean",
    RegionalGroup.WESTERN_EUROPE_OTHERS.name: "Western Europe and other States",
    RegionalGroup.NONE.name: "No regional group",
}
"""The regional groups by the last part of a key, in the order in which tables list them."""

WIDEST: Final = 5  # columns of figures that a page has room for
_YEAR_DIGITS: Final = 4


class _Kind(enum.Enum):
    """What the rows of a table are."""

    YEAR = "Year"
    GROUP = "Regional group"


def pieces(figures: Iterable[Figure], on: date) -> Iterator[Piece]:
    """Yield sentences in the order of the figures; for figures of a kind in a row, tables.

    The names of states are those of the day.
    """
    for kind, run in groupby(figures, key=_kind):
        together = list(run)
        if kind is None or len(together) == 1:
            yield from (Said(sentence(each, on), each.key) for each in together)
        else:
            yield from _grids(kind, together)


def _kind(figure: Figure) -> _Kind | None:
    head, _, part = figure.key.rpartition(".")
    if "." not in head:
        return None
    if part.isdecimal() and len(part) == _YEAR_DIGITS:
        return _Kind.YEAR
    return _Kind.GROUP if part in GROUPS else None


def _grids(kind: _Kind, figures: Sequence[Figure]) -> Iterator[Grid]:
    """Yield as many tables as the columns need."""
    heads = {each.key.rpartition(".")[0]: each.clause.heading for each in figures}
    cells = {each.key: Said(short(each), each.key) for each in figures}
    for several in _batched(list(heads), WIDEST):
        yield _grid(kind, {head: heads[head] for head in several}, cells)


def _batched(heads: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (heads[first : first + size] for first in range(0, len(heads), size))


def _grid(kind: _Kind, heads: Mapping[str, str | None], cells: dict[str, Said]) -> Grid:
    """Make one table of some columns: the first parts of keys, with a heading if they have one."""
    found = {key.rpartition(".")[2] for key in cells if key.rpartition(".")[0] in heads}
    parts = sorted(found) if kind is _Kind.YEAR else [each for each in GROUPS if each in found]
    rows = tuple(
        (GROUPS.get(part, part), tuple(cells.get(f"{head}.{part}") for head in heads))
        for part in parts
    )
    columns = (kind.value, *(heading or _heading(head) for head, heading in heads.items()))
    return Grid(f"By {kind.value.lower()}", columns, rows)


def _heading(head: str) -> str:
    """Write a key without its theme as the heading of a column: `joined_by`, "Joined"."""
    name = head.partition(".")[2].removesuffix("_by").replace("_", " ").replace(".", " ")
    return f"{name[:1].upper()}{name[1:]}".replace(" m2", " (m²)")
