"""`ccm history`: every event of a state, with sources and positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.footing import moment
from ccm_engine.cli.page import Block, Line, Tone, Tree
from ccm_engine.cli.sources import source
from ccm_engine.cli.wording import named
from ccm_engine.domain.events import CONVENTION, CoverageStated, RecordEvent
from ccm_engine.domain.explanations import in_words
from ccm_engine.duties import stream_of
from ccm_engine.projections.history import Fate, Happening
from ccm_engine.register import Register

_IN_PLACE: Final = frozenset(
    {Fate.STANDS, Fate.DISPUTED, Fate.CORRECTED, Fate.REPLACED, Fate.STANDS_ALONE}
)


@click.command("history")
@click.argument("state")
@question
def command(register: Register, state: str) -> Answer:
    """List every event of a state, with its sources.

    In the order of the log, with positions, and with what became of it: nothing recorded is
    ever lost. CCM instead of a state lists what concerns all of them: meetings, decisions,
    action plans.
    """
    stream, happenings = stream_of(state), register.history(state)
    name = _name(stream, register.as_of)

    def document() -> dict[str, object]:
        from ccm_engine.exporters.happenings import history_document

        return history_document(stream, name, happenings)

    return Answer(document, lambda: _page(name, happenings, register.as_of))


def _name(stream: str, as_of: date) -> str:
    if stream == CONVENTION:
        return "the Convention"
    return named(stream, as_of).removesuffix(f" ({stream})")


def _page(name: str, happenings: Sequence[Happening], as_of: date) -> Iterator[Block]:
    plural = "" if len(happenings) == 1 else "s"
    yield Line(f"{name}: {len(happenings)} event{plural} on record", Tone.HEADING)
    for each in happenings:
        yield _tree(each, as_of)


def _lies_ahead(happening: Happening) -> bool:
    """Tell whether an event stands, but had not happened by the day.

    What is said about the record, and how far it reaches, is no happening.
    """
    if isinstance(happening.event, CoverageStated):
        return False
    about_the_record = isinstance(happening.event, RecordEvent) and happening.fate is Fate.STANDS
    return happening.fate in _IN_PLACE and not happening.counts and not about_the_record


def _tree(happening: Happening, as_of: date) -> Tree:
    event = happening.event
    place = f"position {happening.position:,}, recorded {moment(happening.recorded_at)}"
    fate = "" if happening.fate is Fate.STANDS else f": {happening.fate.value.replace('-', ' ')}"
    said = [place + fate, *happening.became]
    if _lies_ahead(happening):
        said.append(f"after {as_of}, and not counted")
    if event.note:
        said.append(f"note: {event.note}")
    label = Line(f"{happening.id}  {event.occurred_on}  {in_words(event)}")
    notes = (Tree(Line(each, Tone.QUIET)) for each in said)
    return Tree(label, (*notes, *map(source, event.citations)))
