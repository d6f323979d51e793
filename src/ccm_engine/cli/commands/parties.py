"""`ccm parties`: who is bound."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.cli.wording import day
from ccm_engine.domain.interpretations import PartyCount
from ccm_engine.projections.party_roster import Party, PartyRoster
from ccm_engine.register import Register


@click.command("parties")
@click.option(
    "--basis",
    type=click.Choice([each.value for each in PartyCount]),
    help="Count by consent or by entry into force.  [default: the reading's: consent]",
)
@question
def command(register: Register, basis: str | None) -> Answer:
    """List who is bound, who has signed only, and who has left."""
    roster = register.parties(PartyCount(basis) if basis else None)

    def document() -> dict[str, object]:
        from ccm_engine.exporters.roster import parties_document

        return parties_document(roster)

    return Answer(document, lambda: _page(roster, register.as_of))


def _page(roster: PartyRoster, as_of: date) -> Iterator[Block]:
    how = "in force" if roster.basis is PartyCount.IN_FORCE else "by consent"
    yield Line(f"{len(roster.parties)} States Parties ({how}) on {as_of}", Tone.HEADING)
    if roster.parties:
        rows = tuple(_party(each, as_of) for each in roster.parties)
        yield Table(("Code", "State", "Instrument", "Deposited", "In force"), rows)
    if roster.signatories:
        yield BLANK
        yield Line(f"{len(roster.signatories)} signatories not party", Tone.HEADING)
        signed = tuple((each.state, each.name, day(each.signed_on)) for each in roster.signatories)
        yield Table(("Code", "State", "Signed"), signed)
    if roster.withdrawn:
        yield BLANK
        yield Line(f"{len(roster.withdrawn)} with a withdrawal notified", Tone.HEADING)
        left = tuple(
            (each.state, each.name, day(each.notified_on), day(each.effective_on, "not in effect"))
            for each in roster.withdrawn
        )
        yield Table(("Code", "State", "Notified", "Effective"), left)


def _party(party: Party, as_of: date) -> tuple[str | Line, ...]:
    ahead = party.in_force_on is None or party.in_force_on > as_of
    begins = Line(day(party.in_force_on, "not yet known"), Tone.QUIET if ahead else Tone.PLAIN)
    return party.state, party.name, party.instrument.value, day(party.consented_on), begins
