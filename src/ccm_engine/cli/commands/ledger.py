"""`ccm ledger`: what is counted, row by row, with totals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.ledgers.columns import LAYOUTS, row_cells
from ccm_engine.cli.ledgers.grid import coverage_blocks
from ccm_engine.cli.ledgers.totals import total_blocks
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.domain.calendar import day_within_model, parse_day
from ccm_engine.errors import InvalidValueError
from ccm_engine.exporters.ledgers.reading import LEDGERS, ledger_document, read_ledger
from ccm_engine.exporters.ledgers.sheets import ALL, Selection, Sheet
from ccm_engine.exporters.ledgers.values import as_json
from ccm_engine.projections.coverage_by_year import Subject
from ccm_engine.register import Register

_OPTIONS: Final = {
    "state": "--state",
    "year": "--year",
    "grace_days": "--grace-days",
    "trim_per_cent": "--trim-per-cent",
    "subject": "--subject",
    "since": "--from",
    "until": "--to",
    "first_year": "--from",
    "last_year": "--to",
}
_YEAR_DIGITS: Final = 4


@click.command("ledger")
@click.argument("name", metavar="NAME", type=click.Choice(tuple(LEDGERS)))
@click.option("--state", metavar="STATE", help="Only one state's rows: its code or name.")
@click.option("--year", type=int, metavar="YEAR", help="annual-reports: the year covered.")
@click.option(
    "--grace-days", type=int, metavar="N", help="Reports: so many days late are on time.  [0]"
)
@click.option(
    "--trim-per-cent",
    type=int,
    metavar="N",
    help="Reports: the mean of days late leaves out so many at each end.  [10]",
)
@click.option(
    "--subject", type=click.Choice([each.value for each in Subject]), help="coverage: of what."
)
@click.option(
    "--from",
    "first",
    metavar="DAY|YEAR",
    help="joined: after this day; coverage: from this year.  [default: from the beginning]",
)
@click.option("--to", "last", metavar="DAY|YEAR", help="The last one.  [default: --as-of]")
@question
def command(register: Register, name: str, **given: Any) -> Answer:  # noqa: ANN401  # what click has parsed
    """Show one ledger, row by row, with totals.

    NAME is stockpiles, retained, clearance, initial-reports, annual-reports, victims, cooperation,
    measures, extensions, joined, amendments or coverage. An amount is as the record has it: so
    much, at least so much, none, or not known. Options that say nothing to a ledger are refused.
    """
    sheet = read_ledger(register, name, _selection(name, **given))
    return Answer(lambda: ledger_document(sheet), lambda: _page(sheet, register.as_of))


def _selection(name: str, first: str | None, last: str | None, **given: Any) -> Selection:  # noqa: ANN401  # what click has parsed
    takes = LEDGERS[name].takes
    years = "first_year" in takes
    read = _year if years else _day
    begin, end = ("first_year", "last_year") if years else ("since", "until")
    asked: dict[str, Any] = {**given, begin: first, end: last}
    told = {option: value for option, value in asked.items() if value is not None}
    for option in told:
        if option not in takes:
            obstacle = f"{_OPTIONS[option]} says nothing to it"
            remedy = f"leave {_OPTIONS[option]} out"
            raise InvalidValueError(f"show the ledger {name}", obstacle, remedy)
    for option in (begin, end):
        if option in told:
            told[option] = read(told[option], _OPTIONS[option])
    if "subject" in told:
        told["subject"] = Subject(told["subject"])
    return Selection(**told)


def _day(text: str, option: str) -> date:
    asked = f"read {option}"
    return day_within_model(parse_day(text, asked), asked)


def _year(text: str, option: str) -> int:
    if len(text) != _YEAR_DIGITS or not (text.isascii() and text.isdigit()):
        raise InvalidValueError(f"read {option}", f"{text!r} is no year", "write it as 2019")
    return int(text)


def _page(sheet: Sheet, on: date) -> Iterator[Block]:
    layout, number = LAYOUTS[sheet.ledger], len(sheet.rows)
    rows = f"{number:,} row" + ("" if number == 1 else "s")
    yield Line(f"{layout.title}, on {on}: {rows}", Tone.HEADING)
    if chosen := ", ".join(_chosen(sheet)):
        yield Line(f"with {chosen}")
    if layout.without_row:
        yield Line(layout.without_row, Tone.QUIET)
    if sheet.rows and sheet.ledger == "coverage":
        yield from coverage_blocks(sheet)
        return
    if not sheet.rows:
        return
    heads = tuple(each.head for each in layout.columns)
    yield Table(heads, tuple(row_cells(layout, row, on) for row in sheet.rows))
    yield BLANK
    yield Line("Totals of these rows", Tone.HEADING)
    yield from total_blocks(sheet.totals)


def _chosen(sheet: Sheet) -> Iterator[str]:
    """Yield the options that made it another ledger than it is without any."""
    for option, value in sheet.selected.items():
        if value != getattr(ALL, option):
            yield f"{_OPTIONS[option]} {as_json(value)}"
