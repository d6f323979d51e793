"""The coverage of one subject as a grid of signs, and of all subjects by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, cast

from ccm_engine.cli.ledgers.words import NOT_KNOWN, in_words
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.exporters.ledgers.reach import Told
from ccm_engine.exporters.ledgers.sheets import Sheet
from ccm_engine.projections.coverage_by_year import Extent, Subject

Years = Mapping[int, Mapping[Extent, int]]

SIGNS: Final = {Extent.FOUND: "+", Extent.NOTHING: "-", Extent.UNKNOWN: "?"}
NOTHING_OWED: Final = "."
LEGEND: Final = (
    "+ found; - nothing found, though sources reach; ? sources do not reach; . nothing owed"
)
_HEADS: Final = {
    Subject.STOCKPILE_DESTRUCTION: "Stocks",
    Subject.RETENTION: "Retention",
    Subject.CLEARANCE: "Clearance",
    Subject.VICTIMS: "Victims",
    Subject.COOPERATION: "Cooperation",
    Subject.REPORTS: "Reports",
    Subject.MEASURES: "Measures",
}
_TONES: Final = {Extent.FOUND: Tone.GOOD, Extent.NOTHING: Tone.PLAIN, Extent.UNKNOWN: Tone.QUIET}


def coverage_blocks(sheet: Sheet) -> Iterator[Block]:
    """Yield the grid of the subject or the state asked for, else how many states, by year."""
    totals = cast("Mapping[str, Years]", sheet.totals)
    subject, state = sheet.selected["subject"], sheet.selected["state"]
    if subject is None and state is None:
        yield from _subjects(totals)
        return
    years = next(iter(totals.values()))
    yield Line(LEGEND, Tone.QUIET)
    heads = ("State" if state is None else "Subject", *(f"{year % 100:02}" for year in years))
    rows = tuple(
        (
            str(row["state"]) if state is None else in_words(row["subject"]),
            *_signs(cast("Mapping[int, Told]", row["years"]), years),
        )
        for row in sheet.rows
    )
    yield Table(heads, rows)
    if state is None:
        yield BLANK
        yield Line("States by year", Tone.HEADING)
        yield Table(("Year", "Found", "Nothing found", "Not known"), tuple(_by_year(years)))


def _signs(told: Mapping[int, Told], years: Years) -> Iterator[str | Line]:
    for year in years:
        extent = told[year].extent if year in told else None
        yield NOTHING_OWED if extent is None else Line(SIGNS[extent], _TONES[extent])


def _by_year(by_year: Years) -> Iterator[tuple[str, ...]]:
    for year, found in by_year.items():
        least = "at least " if found[Extent.UNKNOWN] else ""
        yield (
            str(year),
            f"{least}{found[Extent.FOUND]}",
            f"{least}{found[Extent.NOTHING]}",
            str(found[Extent.UNKNOWN]),
        )


def _subjects(totals: Mapping[str, Years]) -> Iterator[Block]:
    yield Line(
        f"states found / nothing found, though sources reach / {NOT_KNOWN}; while some are "
        f"{NOT_KNOWN}, the others are at least so many; --subject shows the states",
        Tone.QUIET,
    )
    years = next(iter(totals.values()))
    heads = (_HEADS[Subject(name)] for name in totals)
    rows = tuple(
        (str(year), *("/".join(map(str, of[year].values())) for of in totals.values()))
        for year in years
    )
    yield Table(("Year", *heads), rows)
