"""`ccm mandates`: who holds which office, and whose mandate ends at which meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.cli.wording import day, named
from ccm_engine.domain.articles.mandate_terms import EndKnown, TermStanding
from ccm_engine.domain.articles.meeting_cycles import Place
from ccm_engine.domain.events import Theme
from ccm_engine.projections.mandates import Mandate, MandateRoster, Office
from ccm_engine.register import Register

COLUMNS: Final = (
    *("Office", "Held by", "Since the close of", "Until the close of", "End known by", "Standing"),
)
_OFFICES: Final = {
    Office.OUTGOING_PRESIDENT: "outgoing president",
    Office.PRESIDENT: "president",
    Office.PRESIDENT_DESIGNATE: "president-designate",
    Office.COORDINATOR: "coordinator",
}
_STANDINGS: Final = {
    TermStanding.NOT_BEGUN: Line("begins later", Tone.QUIET),
    TermStanding.RUNNING: Line("running"),
    TermStanding.ENDS_NEXT: Line("ends at the next meeting", Tone.WARNING),
    TermStanding.UNDETERMINED: Line("the record does not tell", Tone.WARNING),
    TermStanding.ENDED: Line("ended", Tone.QUIET),
}
_KNOWN_BY: Final = {
    EndKnown.STATED: "stated",
    EndKnown.USUAL_TERM: "usual term",
    EndKnown.RENEWED: "renewed",
    EndKnown.UNKNOWN: "not known",
}
_ORDINALS: Final = ("first", "second", "third")


@click.command("mandates")
@click.option("--ending", metavar="MEETING", help="Only those that end at a meeting, as in 11MSP.")
@click.option(
    "--theme",
    type=click.Choice([each.value for each in Theme]),
    help="Only the coordinators of one theme.",
)
@question
def command(register: Register, ending: str | None, theme: str | None) -> Answer:
    """Show who holds which office, and until which meeting.

    Presidents and coordinators on the day, and whose mandate ends at the next meeting. Mandates
    end with a meeting, not on a date; a coordinator's usual term is that of INT-0022.
    """
    roster = register.mandates(ending=ending, theme=None if theme is None else Theme(theme))

    def document() -> dict[str, object]:
        from ccm_engine.exporters.mandates import mandates_document

        return mandates_document(roster)

    return Answer(document, lambda: _page(roster, register.as_of))


def _page(roster: MandateRoster, on: date) -> Iterator[Block]:
    found = roster.mandates
    yield Line(_heading(roster, on), Tone.HEADING)
    if found:
        yield Table(COLUMNS, tuple(_row(each, on) for each in found))
    if roster.ending is not None:
        return
    yield BLANK
    yield Line(f"Next meeting that decides: {in_words(roster.next)}", Tone.HEADING)
    ends = [each for each in found if each.standing is TermStanding.ENDS_NEXT]
    yield Line(
        f"  end at it ({len(ends)}): {'; '.join(_short(each, on) for each in ends) or 'none'}"
    )
    yield from _doubts(found, on)


def _heading(roster: MandateRoster, on: date) -> str:
    number = len(roster.mandates)
    plural = "" if number == 1 else "s"
    if roster.ending is None:
        return f"{number} office{plural} on record on {on}"
    close = roster.ending.closes_on
    verb = "ended" if close is not None and close <= on else "end"
    if number == 1:
        verb = "ended" if verb == "ended" else "ends"
    return f"{number} mandate{plural} {verb} at the {in_words(roster.ending)}"


def _doubts(found: Sequence[Mandate], on: date) -> Iterator[Block]:
    unsure = [each for each in found if each.standing is TermStanding.UNDETERMINED]
    if unsure:
        yield Line(
            f"  the record does not tell whether they are over ({len(unsure)}): "
            + "; ".join(_short(each, on) for each in unsure),
            Tone.WARNING,
        )


def _row(mandate: Mandate, on: date) -> tuple[str | Line, ...]:
    since, ends = mandate.term.since, mandate.term.ends
    return (
        office(mandate),
        holder(mandate, on),
        "not known" if since is None else in_words(since),
        "not known" if ends is None else in_words(ends),
        _KNOWN_BY[mandate.term.known_by],
        _STANDINGS[mandate.standing],
    )


def _short(mandate: Mandate, on: date) -> str:
    return f"{holder(mandate, on)}, {office(mandate)}"


def office(mandate: Mandate) -> str:
    """Name an office with its theme or its meeting."""
    if mandate.theme is not None:
        return f"{_OFFICES[mandate.office]}, {mandate.theme.value}"
    return f"{_OFFICES[mandate.office]}, {mandate.meeting}"


def holder(mandate: Mandate, on: date) -> str:
    """Name who holds an office: the state, or the person where the record names no state."""
    if mandate.state is not None:
        return named(mandate.state, on)
    return mandate.person or "not named"


def in_words(place: Place) -> str:
    """Name a meeting with its last day, or one not called yet by the meeting it comes after."""
    if place.meeting is None and place.ahead:
        ordinal = (
            _ORDINALS[place.ahead - 1] if place.ahead <= len(_ORDINALS) else f"{place.ahead}th"
        )
        after = "" if place.after is None else f" after the {place.after}"
        return f"the {ordinal} meeting{after}"
    if place.meeting is None:
        return "not known"
    if place.number is None or place.ahead:
        return f"{place.meeting}, not called yet"
    if place.closes_on is None:
        return f"{place.meeting}, last day not known"
    return f"{place.meeting}, {day(place.closes_on)}"
