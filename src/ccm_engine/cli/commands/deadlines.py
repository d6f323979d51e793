"""`ccm deadlines`: what falls due in a stretch of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import Block, Line, Table, Tone
from ccm_engine.cli.wording import day, owner, stands, starred
from ccm_engine.domain.calendar import parse_day
from ccm_engine.domain.obligations import Obligation
from ccm_engine.register import Register


@click.command("deadlines")
@click.option("--from", "first", required=True, metavar="YYYY-MM-DD", help="The first day.")
@click.option("--until", "last", required=True, metavar="YYYY-MM-DD", help="The last day.")
@question
def command(register: Register, first: str, last: str) -> Answer:
    """List what falls due between two days, soonest first.

    Both days are included. Duties that do not apply are left out.
    """
    begin, end = parse_day(first, "read --from"), parse_day(last, "read --until")
    found = register.deadlines(begin, end)

    def document() -> dict[str, object]:
        from ccm_engine.exporters.obligations import deadlines_document

        return deadlines_document(found, begin, end)

    return Answer(document, lambda: _page(found, begin, end, register.as_of))


def _page(found: Sequence[Obligation], begin: date, end: date, as_of: date) -> Iterator[Block]:
    plural = "y falls" if len(found) == 1 else "ies fall"
    heading = f"{len(found):,} dut{plural} due from {begin} to {end}, seen on {as_of}"
    yield Line(heading, Tone.HEADING)
    if found:
        rows = tuple(
            (day(each.due), each.id, owner(each, as_of), stands(each), each.duty) for each in found
        )
        yield Table(("Due", "Obligation", "Owed by", "Standing", "Duty"), rows)
    yield from starred(found)
