"""`ccm diff`: what changed between two days, between two states of the log, or both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs
import click

from ccm_engine.cli.answering import Answer, reply, with_options
from ccm_engine.cli.asking import Asked, read_known_at
from ccm_engine.cli.changes import change_blocks, how_many
from ccm_engine.cli.page import Block, Line, Tone
from ccm_engine.domain.calendar import day_within_model, parse_day
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.differences import Differences
from ccm_engine.register import Register

_ASKED: Final = "compare two answers"


@click.command("diff")
@click.option("--from", "first", metavar="YYYY-MM-DD", help="The earlier legal day.")
@click.option("--to", "last", metavar="YYYY-MM-DD", help="The later legal day.  [default: --as-of]")
@click.option(
    "--known-from", metavar="MOMENT|POSITION", help="What the log knew then, as in --known-at."
)
@click.option(
    "--known-to",
    metavar="MOMENT|POSITION",
    help="What the log knew later.  [default: --known-at]",
)
@click.option("--state", metavar="STATE", help="Only this state's: a code or a name.")
@click.option(
    "--article", type=click.IntRange(1, 23), metavar="N", help="Only those under this article."
)
@with_options
def command(  # one for each option, by name
    asked: Asked,
    first: str | None,
    last: str | None,
    known_from: str | None,
    known_to: str | None,
    state: str | None,
    article: int | None,
) -> None:
    """Show what changed, obligation by obligation, and by which events.

    Between two legal days, between two states of the log, or both. Where no event did it, it is
    said what passed.
    """
    earlier, later = _sides(asked, (first, last), (known_from, known_to))
    with asked.engine() as engine:
        before, register = earlier.register(engine), later.register(engine)
        found = register.since(before, state=state, article=article)

        def document() -> dict[str, object]:
            from ccm_engine.exporters.differences import differences_document, side_object

            now = later.moment()
            then = now if earlier.known_at == later.known_at else earlier.moment()
            sides = side_object(before, then), side_object(register, now)
            return differences_document(found, *sides)

        answer = Answer(document, lambda: _page(found, before, register))
        reply(later, register, answer)


def _sides(
    asked: Asked, days: tuple[str | None, str | None], moments: tuple[str | None, str | None]
) -> tuple[Asked, Asked]:
    """Return what is asked on either side; what is not said is the same on both."""
    (first, last), (known_from, known_to) = days, moments
    for end, start, name in ((last, first, ""), (known_to, known_from, "known-")):
        if end is not None and start is None:
            obstacle = f"--{name}to is given without --{name}from"
            raise InvalidValueError(_ASKED, obstacle, f"give --{name}from too")
    if first is None and known_from is None:
        obstacle = "nobody said since when"
        raise InvalidValueError(_ASKED, obstacle, "give --from, --known-from or both")
    later = asked
    if last is not None:
        later = attrs.evolve(later, as_of=_legal_day(last, "--to"))
    if known_to is not None:
        later = attrs.evolve(later, known_at=read_known_at(known_to, "--known-to"))
    earlier = later
    if first is not None:
        earlier = attrs.evolve(earlier, as_of=_legal_day(first, "--from"))
    if known_from is not None:
        earlier = attrs.evolve(earlier, known_at=read_known_at(known_from, "--known-from"))
    return earlier, later


def _legal_day(text: str, option: str) -> date:
    asked = f"read {option}"
    return day_within_model(parse_day(text, asked), asked)


def _page(found: Differences, before: Register, after: Register) -> Iterator[Block]:
    days = f"from {before.as_of} to {after.as_of}"
    if before.as_of == after.as_of:
        days = f"on {after.as_of}"
    if before.log.position != after.log.position:
        days += f", from position {before.log.position:,} to {after.log.position:,}"
    yield Line(f"{how_many(found)}, {days}", Tone.HEADING)
    yield from change_blocks(found)
