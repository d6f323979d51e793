"""`ccm restore`: make a log of a backup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ccm_engine.cli.answering import Answer, reply, with_options
from ccm_engine.cli.asking import LOG_VARIABLE, Asked
from ccm_engine.cli.page import Block, Line, Tone
from ccm_engine.errors import InvalidValueError
from ccm_engine.log import Seal


@click.command("restore")
@click.argument("file")
@with_options
def command(asked: Asked, file: str) -> None:
    """Make a new log at --log from a backup.

    Every event gets the position and the moment it had; the root is the same. FILE is verified
    first, and a log that is there already is left as it is.
    """
    if asked.log is None:
        obstacle = "nobody said where"
        raise InvalidValueError("restore a log", obstacle, f"name it with --log or {LOG_VARIABLE}")
    asked.refuse_clocks("restore a log")
    from ccm_engine.cli.progress import busy
    from ccm_engine.storage import restore_log

    with busy("restoring"):
        seal = restore_log(Path(file), asked.log)
    written = asked.after_writing()
    with written.engine() as engine:
        name = engine.log_name

        def document() -> dict[str, object]:
            return {"restored": name, "from": file, "size": seal.size}

        reply(written, written.register(engine), Answer(document, lambda: _page(name, seal)))


def _page(name: str, seal: Seal) -> Iterator[Block]:
    yield Line(f"restored {name}: {seal.size:,} events, each as it was recorded", Tone.HEADING)
