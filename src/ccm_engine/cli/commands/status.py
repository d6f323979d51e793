"""`ccm status`: one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from typing import Final

import click

from ccm_engine.answers import Status
from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.commands.windows import COLUMNS, window_row
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.cli.wording import day, owner
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.obligations import Nature, Obligation
from ccm_engine.domain.provisions import Cited, Provision
from ccm_engine.register import Register

_AHEAD: Final = 1_000  # duties that fall due; one day often has a hundred of the same kind
_LINES: Final = 6
_BY_NAME: Final = 4  # more than this many owners of one duty are counted
_INITIAL_REPORT: Final = Provision.parse("7(1)")
_ANNUAL_REPORT: Final = Provision.parse("7(2)")
_FOREMOST: Final = (3, 4)  # the articles whose overdue duties are shown one by one


@click.command("status")
@question
def command(register: Register) -> Answer:
    """Show where the Convention stands, on one screen.

    The counts, what is overdue, what falls due next, which requests for extension are open.
    """
    status = register.status(ahead=_AHEAD)

    def document() -> dict[str, object]:
        from ccm_engine.exporters.status import status_document

        return status_document(status)

    return Answer(document, lambda: _page(status, register.as_of))


def _page(status: Status, on: date) -> Iterator[Block]:
    roster = status.roster
    begins = roster.convention_in_force_on
    since = f"entry into force {begins}" if begins else "not yet in force"
    yield Line(f"The Convention on Cluster Munitions ({since}) on {on}", Tone.HEADING)
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


def _section(heading: str, nothing: str, rows: Iterator[tuple[Line, ...]]) -> Iterator[Block]:
    found = tuple(rows)
    yield BLANK
    yield Line(heading if found else f"{heading}: {nothing}", Tone.HEADING)
    if found:
        yield Table((), found)


def _overdue(overdue: Iterable[Obligation], on: date) -> Iterator[tuple[Line, ...]]:
    """Yield what matters most first: destruction and clearance, initial reports, the rest."""
    binding = [each for each in overdue if each.nature is not Nature.POLITICAL]
    for provision in sorted({each.provision for each in binding}, key=_importance):
        owed = [each for each in binding if each.provision == provision]
        if provision.article in _FOREMOST:
            for each in owed:
                pending = ", request pending" if each.request_pending else ""
                words = f"{owner(each, on)}, due {day(each.due)}{pending}"
                yield Line(str(provision)), Line(words, Tone.BAD)
        elif provision == _INITIAL_REPORT:
            names = ", ".join(owner(each, on) for each in owed)
            yield Line(str(provision)), Line(f"{len(owed)} initial reports: {names}", Tone.BAD)
        else:
            yield Line(str(provision)), Line(_counted(owed), Tone.BAD)


def _importance(provision: Cited) -> tuple[bool, tuple[int, int, str]]:
    return provision.article not in _FOREMOST, provision.place


def _counted(owed: Sequence[Obligation]) -> str:
    states = {each.state for each in owed}
    what = "annual reports" if owed[0].provision == _ANNUAL_REPORT else "duties"
    return f"{len(owed)} {what} of {len(states)} state{'' if len(states) == 1 else 's'}"


def _coming(deadlines: Iterable[Obligation], on: date) -> Iterator[tuple[Line, ...]]:
    """Yield the next days with what falls due on them, one line for each duty."""
    for (due, provision), group in islice(groupby(_sorted(deadlines), _same), _LINES):
        owed = list(group)
        names = ", ".join(owner(each, on) for each in owed)
        who = names if len(owed) <= _BY_NAME else f"{len(owed)} states"
        yield Line(day(due)), Line(str(provision)), Line(who), Line(owed[0].duty, Tone.QUIET)


def _sorted(deadlines: Iterable[Obligation]) -> list[Obligation]:
    return sorted(
        deadlines,
        key=lambda each: (each.due.latest if each.due else date.max, each.provision.place),
    )


def _same(obligation: Obligation) -> tuple[PartialDate | None, Cited]:
    return obligation.due, obligation.provision
