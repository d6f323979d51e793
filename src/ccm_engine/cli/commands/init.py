"""`ccm init`: make a log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from ccm_engine.cli.answering import Answer, reply, with_options
from ccm_engine.cli.asking import LOG_VARIABLE, Asked
from ccm_engine.cli.page import Block, Line, Tone
from ccm_engine.domain.events import Event
from ccm_engine.engine import Receipt
from ccm_engine.errors import CcmError, InvalidValueError

_ORIGIN = "the packaged public record"


@click.command("init")
@click.option("--empty", is_flag=True, help="Make a log without events.")
@with_options
def command(asked: Asked, *, empty: bool) -> None:
    """Make a new log at --log, by default from the public record.

    The events count as recorded now. A log that is there already is left as it is.
    """
    if asked.log is None:
        obstacle = "nobody said where"
        raise InvalidValueError("make a log", obstacle, f"name it with --log or {LOG_VARIABLE}")
    asked.refuse_clocks("make a log")
    from ccm_engine.cli.progress import busy, open_watched
    from ccm_engine.storage import discard_log

    events = () if empty else _public_record()
    with open_watched(asked.log, create=True) as engine:
        try:
            with busy(f"recording {len(events):,} events"):
                receipt = engine.record(events)
        except CcmError:
            engine.close()
            discard_log(asked.log)
            raise
        origin, name = None if empty else _ORIGIN, engine.log_name

        def document() -> dict[str, object]:
            from ccm_engine.exporters.happenings import made_document

            return made_document(name, receipt, origin)

        page = _page(name, receipt, origin)
        written = asked.after_writing()
        reply(written, written.register(engine), Answer(document, lambda: page))


def _public_record() -> Sequence[Event]:
    from ccm_engine.cli.progress import busy
    from ccm_engine.public_record import packaged_events

    with busy("reading the public record"):
        return packaged_events()


def _page(name: str, receipt: Receipt, origin: str | None) -> Iterator[Block]:
    holds = f"with {len(receipt.recorded):,} events from {origin}" if origin else "empty"
    yield Line(f"made {name}, {holds}", Tone.HEADING)
    if receipt.remarks:
        noted = f"{len(receipt.remarks)} remarks on them, such as late requests: --json lists them"
        yield Line(noted, Tone.QUIET)
