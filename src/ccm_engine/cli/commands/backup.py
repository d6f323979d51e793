"""`ccm backup`: copy a log into one file while others write to it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ccm_engine.cli.answering import Answer, reply, with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.evidence_files import file_to_write
from ccm_engine.cli.page import Block, Line, Tone
from ccm_engine.log import Seal


@click.command("backup")
@click.argument("file")
@with_options
def command(asked: Asked, file: str) -> None:
    """Copy the log into a new file, while others go on writing.

    FILE holds every event up to now with its position and moment; `ccm restore` makes the same
    log of it again, with the same root, in a file or on a server.
    """
    from ccm_engine.cli.progress import busy

    path = file_to_write(file, "a backup")
    asked.refuse_clocks("back a log up")
    with asked.engine() as engine:
        with busy("backing up"):
            seal = engine.back_up(path)
        register = asked.after_writing().register(engine)

        def document() -> dict[str, object]:
            return {"backup": file, "size": seal.size}

        reply(asked.after_writing(), register, Answer(document, lambda: _page(file, seal)))


def _page(file: str, seal: Seal) -> Iterator[Block]:
    yield Line(f"wrote {file}: {seal.size:,} events", Tone.HEADING)
