"""`ccm record`: append events to a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from ccm_engine.cli.answering import Answer, reply, with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.output import let_go
from ccm_engine.cli.page import Block, Line, Table, Tone
from ccm_engine.engine import Receipt
from ccm_engine.errors import CcmError, LogUnavailableError


@click.command("record")
@click.argument("file")
@with_options
def command(asked: Asked, file: str) -> None:
    """Append the events of a JSON Lines file, all or none.

    FILE is a path, or - for standard input; each line is one event: docs/reference/events.md.
    Prints the position each event was given, and what
    is remarkable about it.
    """
    from ccm_engine.cli.jsonlines import read_batch
    from ccm_engine.cli.progress import busy

    batch = read_batch(file)
    with asked.engine_to_write() as engine:
        try:
            with busy(f"recording {len(batch.events):,} events"):
                receipt = engine.record(batch.events)
        except CcmError as error:
            raise batch.located(error) from None

        def document() -> dict[str, object]:
            from ccm_engine.exporters.happenings import receipt_document

            return receipt_document(receipt)

        written = asked.after_writing()
        try:
            reply(written, written.register(engine), Answer(document, lambda: _page(receipt)))
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unanswered(receipt, error) from error


def _unanswered(receipt: Receipt, error: OSError) -> CcmError:
    """Return the error that says that the events are in, though nobody can be told where."""
    let_go(sys.stdout)
    first, last = receipt.recorded[0].position, receipt.recorded[-1].position
    obstacle = f"{error.strerror}; the events are recorded, from position {first} to {last}"
    return LogUnavailableError("write the answer", obstacle, "do not record them again")


def _page(receipt: Receipt) -> Iterator[Block]:
    plural = "" if len(receipt.recorded) == 1 else "s"
    yield Line(f"{len(receipt.recorded):,} event{plural} recorded", Tone.HEADING)
    rows = tuple((str(each.position), each.id, each.event.TYPE) for each in receipt.recorded)
    yield Table(("Position", "Event", "Type"), rows)
    for each in receipt.remarks:
        yield Line(f"remark: {each}", Tone.WARNING)
