"""`ccm meetings`: every meeting, what it decided, and what lies before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.commands.mandates import holder, in_words, office
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.cli.wording import day, named
from ccm_engine.domain.events import MeetingKind
from ccm_engine.projections.agenda import Agenda
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.meetings import MeetingSheet, MeetingStanding, OpenRequest
from ccm_engine.projections.unit_finances import Amount, UnitFinances, UnitYear
from ccm_engine.register import Register

COLUMNS: Final = (
    *("Meeting", "Kind", "Opens", "Closes", "Place", "Standing", "President"),
    *("Decisions", "Documents", "Requests", "Reviews", "Mandates ending"),
)
_KINDS: Final = {
    MeetingKind.MEETING_OF_STATES_PARTIES: "Meeting of States Parties",
    MeetingKind.REVIEW_CONFERENCE: "Review Conference",
    MeetingKind.PREPARATORY: "preparatory",
    MeetingKind.INTERSESSIONAL: "intersessional",
    MeetingKind.AMENDMENT_CONFERENCE: "Amendment Conference",
}
_STANDINGS: Final = {
    MeetingStanding.CALLED: Line("called", Tone.GOOD),
    MeetingStanding.NOT_KNOWN_TO_BE_HELD: Line("whether held is not known", Tone.WARNING),
    MeetingStanding.HELD_IN_PART: Line("held in part", Tone.WARNING),
    MeetingStanding.HELD: Line("held"),
}


@click.command("meetings")
@click.option(
    "--kind",
    type=click.Choice([each.value for each in MeetingKind]),
    help="Only meetings of one kind.",
)
@question
def command(register: Register, kind: str | None) -> Answer:
    """Show the meetings, and what the next one has before it.

    Days, decisions and documents of each; requests for extension, reviews and mandates that end.
    Below them what is on record of the Implementation Support Unit's money.
    """
    found = register.meetings(None if kind is None else MeetingKind(kind))

    def document() -> dict[str, object]:
        from ccm_engine.exporters.meetings import meetings_document

        return meetings_document(found)

    return Answer(document, lambda: _page(found, register.as_of))


def _page(found: Agenda, on: date) -> Iterator[Block]:
    yield Line(f"Next meeting that decides: {in_words(found.next)}", Tone.HEADING)
    sheet = next((each for each in found.meetings if each.code == found.next.meeting), None)
    if sheet is not None:
        yield from _before(sheet, on)
    elif found.next.meeting is None:
        yield from _awaiting(found, on)
    yield from _undecided(found, on)
    yield BLANK
    plural = "" if len(found.meetings) == 1 else "s"
    yield Line(f"{len(found.meetings)} meeting{plural} on record on {on}", Tone.HEADING)
    if found.meetings:
        yield Table(COLUMNS, tuple(_row(each) for each in found.meetings))
    yield from _money(found.finances, on)


def _before(sheet: MeetingSheet, on: date) -> Iterator[Block]:
    standing = _STANDINGS[sheet.standing]
    yield Line(
        f"  {_KINDS[sheet.kind]}, {sheet.place or 'place not known'}, "
        f"opens {sheet.opens_on}: {standing.text}",
        standing.tone,
    )
    yield _listed("requests for extension", [_asked(each, on) for each in sheet.requests])
    yield _listed("reviews due", [f"{each.id} ({each.duty})" for each in sheet.reviews])
    ending = [f"{holder(each, on)}, {office(each)}" for each in sheet.ending]
    yield _listed("mandates that end", ending)


def _awaiting(found: Agenda, on: date) -> Iterator[Block]:
    waiting = [_asked(each, on) for each in found.requests if each.meeting is None]
    yield _listed("requests for extension that await it", waiting)


def _undecided(found: Agenda, on: date) -> Iterator[Block]:
    """List apart what meetings that are over left without a decision on record."""
    for sheet in found.meetings:
        if sheet.undecided:
            asked = [_name(each, on) for each in sheet.undecided]
            yield _listed(f"put to the {sheet.code}, no decision on record", asked)


def _asked(request: OpenRequest, on: date) -> str:
    perhaps = ", perhaps" if request.sure is Certainty.UNKNOWN else ""
    return f"{_name(request, on)}{perhaps}"


def _name(request: OpenRequest, on: date) -> str:
    return f"{named(request.state, on)} {request.obligation.partition('/')[2]}"


def _listed(what: str, items: list[str]) -> Line:
    return Line(f"  {what} ({len(items)}): {'; '.join(items) or 'none on record'}")


def _row(sheet: MeetingSheet) -> tuple[str | Line, ...]:
    return (
        sheet.code,
        _KINDS[sheet.kind],
        day(sheet.opens_on),
        day(sheet.closes_on, "not known"),
        sheet.place or "",
        _STANDINGS[sheet.standing],
        "; ".join(sheet.presidents),
        *(
            str(len(each))
            for each in (
                sheet.decisions,
                sheet.documents,
                sheet.requests,
                sheet.reviews,
                sheet.ending,
            )
        ),
    )


def _money(finances: UnitFinances, on: date) -> Iterator[Block]:
    yield BLANK
    yield Line("Implementation Support Unit and sponsorship", Tone.HEADING)
    reserve = finances.reserve
    if reserve is None and not finances.years and not finances.sponsorship:
        yield Line("  nothing on record")
    if reserve is not None:
        yield Line(f"  reserve: {_sum(reserve)}, reported {day(finances.reserve_reported_on)}")
    for year in finances.years:
        budget = "not on record" if year.budget is None else _sum(year.budget)
        yield Line(f"  {year.year}: budget {budget}; {_contributions(year)}")
    for given in finances.sponsorship:
        of = given.meeting or given.period or "period not known"
        by = "" if given.sponsor is None else f", by {named(given.sponsor, on)}"
        heads = f"{_number(given.delegates)} delegates of {_number(given.states)} states a meeting"
        a_year = " a year" if given.meeting is None and given.period is not None else ""
        yield Line(f"  sponsorship {of}{by}: {_sum(given.amount)}{a_year}, {heads}")


def _contributions(year: UnitYear) -> str:
    number = len(year.contributions)
    if not number:
        return "no contribution on record"
    least = "" if year.complete else "at least "
    paid = ", ".join(_sum(each) for each in year.contributed)
    plural = "" if number == 1 else "s"
    known = f"{least}{paid}" if paid else "amounts not on record"
    return f"contributions of {number} state{plural} on record: {known}"


def _sum(amount: Amount) -> str:
    if amount.units is None:
        return "amount not known"
    whole, _, hundredths = amount.units.partition(".")
    return f"{amount.currency} {int(whole):,}.{hundredths}"


def _number(known: int | None) -> str:
    return "an unknown number of" if known is None else str(known)
