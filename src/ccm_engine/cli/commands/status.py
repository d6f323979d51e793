"""`ccm status`: one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from typing import Final

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.commands.windows import COLUMNS, window_row
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.cli.wording import day, owner, starred, stands
from ccm_engine.domain.obligations import Nature, Obligation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.register import Register, Status

_AHEAD: Final = 1_000  # duties that fall due; one day often has a hundred of the same kind
_LINES: Final = 6
_BY_NAME: Final = 4  # more than this many owners of one duty are counted
_INITIAL_REPORT: Final = Provision.parse("7(1)")
_FOREMOST: Final = (3, 4)  # the articles whose overdue duties are shown one by one


@click.command("status")
@question
def command(register: Register) -> Answer:
    """Show one screen: the counts, what is overdue, what falls due next, open requests."""
    status = register.status(ahead=_AHEAD)

    def document() -> dict[str, object]:
        from ccm_engine.exporters.status import status_document

        return status_document(status)

    return Answer(document, lambda: _page(status, register.as_of))


def _page(status: Status, on: date) -> Iterator[Block]:
    roster = status.roster
    yield Line(f"The Convention on Cluster Munitions on {on}", Tone.HEADING)
    yield Line(
        f"{roster.committed} states committed: {roster.consented} consented, of which "
        f"{roster.in_force} in force; {len(roster.signatories)} signatories not party"
    )
    counted = [f"{count:,} {each.value}" for each, count in status.counts.items() if count]
    yield Line(f"obligations: {', '.join(counted) or 'none'}")
    yield from _section("Overdue", "none", _overdue(status.overdue, on))
    yield from _section("Next deadlines", "none known", _coming(status.next_deadlines, on))
    yield BLANK
    requests = status.open_requests
    yield Line(f"Open requests for extension{'' if requests else ': none'}", Tone.HEADING)
    if requests:
        yield Table(COLUMNS, tuple(window_row(each, on) for each in requests))


Row = tuple[str | Line, ...]


def _section(heading: str, nothing: str, rows: Iterator[Row]) -> Iterator[Block]:
    found = tuple(rows)
    yield BLANK
    yield Line(heading if found else f"{heading}: {nothing}", Tone.HEADING)
    if found:
        yield Table(("", "", "")[: len(found[0])], found)


def _overdue(overdue: Sequence[Obligation], on: date) -> Iterator[Row]:
    """Yield what matters most first: destruction and clearance, initial reports, the rest."""
    binding = [each for each in overdue if each.nature is not Nature.POLITICAL]
    for each in binding:
        if each.provision.article in _FOREMOST:
            yield str(each.provision), Line(f"{owner(each, on)}, due {day(each.due)}", Tone.BAD), ""
