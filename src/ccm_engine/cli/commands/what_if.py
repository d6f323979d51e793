"""`ccm what-if`: what would follow if something happened that has not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final, cast

import click

from ccm_engine.cli.answering import Answer, reply, with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.changes import change_blocks, how_many
from ccm_engine.cli.jsonlines import EVENTS, Batch, read_lines
from ccm_engine.cli.page import BLANK, Block, Line, Tone
from ccm_engine.domain.admission import SUPPOSED
from ccm_engine.domain.events import Event
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.suppositions import Overlay
from ccm_engine.errors import CcmError
from ccm_engine.projections.consequences import Supposition
from ccm_engine.register import Register
from ccm_engine.storage.codec import decode_line

_WITHIN: Final = ("replacement", "alternative")
"""The fields of an event that hold another event."""

_SOURCE: Final = {
    "document": SUPPOSED.document,
    "publisher": SUPPOSED.publisher,
    "authority": SUPPOSED.authority.value,
}


@click.command("what-if")
@click.argument("file")
@with_options
def command(asked: Asked, file: str) -> None:
    """Show what would change if something happened.

    FILE is a path, or - for standard input; each line is one event, as for record, but need not
    cite a source. Nothing is recorded. What the Convention does not allow, and what would come
    late, is remarked on; what contradicts the record is refused.
    """
    batch = _read_batch(file)
    with asked.engine() as engine:
        register = asked.register(engine)
        try:
            supposition = register.supposing(Overlay.of(batch.events))
        except CcmError as error:
            raise batch.located(error) from None

        def document() -> dict[str, object]:
            from ccm_engine.exporters.differences import side_object, supposition_document

            return supposition_document(supposition, side_object(register, asked.moment()))

        reply(asked, register, Answer(document, lambda: _page(supposition, register)))


def _read_batch(file: str) -> Batch:
    numbered = read_lines(file, _read, EVENTS)
    return Batch(tuple(event for _, event in numbered), tuple(number for number, _ in numbered))


def _read(line: bytes, number: int) -> Event:
    """Read one event, which may leave its sources out."""
    try:
        sourced = json.dumps(_sourced(json.loads(line.decode()))).encode()
    except (ValueError, RecursionError):
        return decode_line(line, number)  # which says what is wrong with it
    return decode_line(sourced, number)


def _sourced(given: object) -> object:
    """Return a JSON object, and any event in it, with a source where it gives none."""
    if not isinstance(given, dict):
        return given
    event = cast("dict[str, object]", given)
    sourced: dict[str, object] = {"citations": [_SOURCE]}
    sourced.update(event)
    sourced.update((name, _sourced(event[name])) for name in _WITHIN if name in event)
    return sourced


def _page(supposition: Supposition, register: Register) -> Iterator[Block]:
    found = supposition.differences
    yield Line(f"{how_many(found)}, on {register.as_of}, supposing", Tone.HEADING)
    for each in supposition.supposed:
        yield Line(f"  {each.event.occurred_on}  {in_words(each.event)} [{each.id}]")
    for remark in supposition.remarks:
        yield Line(f"remark: {remark}", Tone.WARNING)
    if found.changes:
        yield BLANK
    yield from change_blocks(found)
