"""`ccm figures`: the headline numbers of a review document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import click

from ccm_engine.answers import Figures
from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.cli.wording import all_named
from ccm_engine.projections.cooperation import Assistance
from ccm_engine.projections.counting import StatedNumber
from ccm_engine.projections.report_ledger import AnnualReports
from ccm_engine.register import Register


@click.command("figures")
@question
def command(register: Register) -> Answer:
    """Count as a review document does.

    Membership, reports, stockpiles, clearance and victim assistance, over the consenting states.
    """
    figures = register.figures()

    def document() -> dict[str, object]:
        from ccm_engine.exporters.figures import figures_document

        return figures_document(figures)

    return Answer(document, lambda: _page(figures, register.as_of))


def _page(figures: Figures, on: date) -> Iterator[Block]:
    yield Line(f"Figures on {on}", Tone.HEADING)
    yield Line(
        f"{figures.committed} committed: {figures.consented} consented, of which "
        f"{figures.in_force} in force; {figures.signatories_not_party} signatories not party"
    )
    initial, stocks, areas = figures.initial_reports, figures.stockpiles, figures.clearance
    yield from _lists(
        f"Initial reports, 7(1): {initial.due} due, {initial.submitted} submitted",
        {
            "overdue": initial.overdue,
            "undetermined": initial.undetermined,
            "not yet due": initial.not_yet_due,
        },
        on,
    )
    yield from _lists(
        f"Stockpiles, 3(2): {len(stocks.declared)} declared, {len(stocks.completed)} completed",
        {
            "outstanding": stocks.outstanding,
            "completed": stocks.completed,
            "undetermined": stocks.undetermined,
        },
        on,
    )
    yield from _lists(
        f"Clearance, 4(1): {len(areas.outstanding)} outstanding, {len(areas.completed)} completed",
        {
            "outstanding": areas.outstanding,
            "completed": areas.completed,
            "undetermined": areas.undetermined,
            "of these, reported by others only": areas.reported_by_others,
        },
        on,
    )
    states = figures.victim_assistance
    yield from _lists(f"Victim assistance, 5(1): {len(states)} states", {"owed by": states}, on)
    yield from _measures(figures, on)
    yield from _cooperation(figures)
    yield from _annual(figures.annual_reports)


def _measures(figures: Figures, on: date) -> Iterator[Block]:
    yield BLANK
    yield Line("National measures, 9", Tone.HEADING)
    for each in figures.national_measures:
        what = each.key.rpartition(".")[2].replace("_", " ")
        if isinstance(each, StatedNumber):
            counted = "not known" if each.value is None else f"{each.value}, without names"
            yield Line(f"  {what}: {counted}")
            continue
        yield Line(f"  {what} ({each.value}): {all_named(each.states, on)}")
        if each.unknown:
            yield Line(f"    for these the record cannot tell: {all_named(each.unknown, on)}")


def _cooperation(figures: Figures) -> Iterator[Block]:
    if figures.cooperation:
        yield BLANK
        yield Line("Assistance, 6, as documents count States Parties by year", Tone.HEADING)
        columns = ("Year", *(each.value.capitalize() for each in Assistance))
        rows = tuple(
            (str(year), *(_number(said.value) for said in stated.values()))
            for year, stated in figures.cooperation.items()
        )
        yield Table(columns, rows)


def _number(value: int | None) -> str:
    return "not known" if value is None else str(value)


def _lists(heading: str, lists: Mapping[str, tuple[str, ...]], on: date) -> Iterator[Block]:
    yield BLANK
    yield Line(heading, Tone.HEADING)
    for what, states in lists.items():
        yield Line(f"  {what} ({len(states)}): {all_named(states, on)}")


def _annual(reports: Mapping[int, AnnualReports]) -> Iterator[Block]:
    if not reports:
        return
    yield BLANK
    yield Line("Annual reports, 7(2), by calendar year covered", Tone.HEADING)
    columns = ("Year", "Due", "Submitted", "On time", "Absorbed", "Overdue", "Undetermined")
    rows = tuple(
        tuple(
            str(count)
            for count in (
                year,
                each.due,
                each.submitted,
                each.on_time,
                each.absorbed,
                len(each.overdue),
                len(each.undetermined),
            )
        )
        for year, each in reports.items()
    )
    yield Table(columns, rows)
