"""The two streams: answers on standard output, everything else in single lines on the other."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO

import click

_LONGEST: Final = 600  # characters of a message; a line of a file may be quoted in it


def write_json(document: Mapping[str, object]) -> None:
    """Print one document, in UTF-8 whatever the locale."""
    import json

    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)
    click.echo(text.encode("utf-8", "backslashreplace") + b"\n", nl=False)


def remark(text: str) -> None:
    """Say something on standard error that is not an answer."""
    with suppress(OSError):
        click.echo(f"ccm: {one_line(text)}", err=True)


def complain(text: str, status: int) -> int:
    """Say in one line what went wrong, and return the exit status."""
    shown = " ".join(one_line(text).split())
    if len(shown) > _LONGEST:
        half = _LONGEST // 2
        shown = f"{shown[:half]} … {shown[-half:]}"
    remark(shown)
    return status


def one_line(text: str) -> str:
    """Return the text without line breaks, and without what could steer a terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)


def make_do_with_open_streams() -> str | None:
    """Put nothing in the place of a closed input, and let remarks on a closed stream be lost.

    Returns why nothing can be answered, if so: to be said before anything is done.
    """
    for name, mode in (("stdin", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  # to the end
            setattr(sys, name, nowhere)
    # What Python could not open it leaves out, whatever the type says.
    return "cannot answer: standard output is closed" if vars(sys)["stdout"] is None else None


def replace_what_cannot_be_written() -> None:
    """Escape characters that the encoding of a stream lacks, rather than fail on them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def let_go(stream: TextIO) -> None:
    """Send what a stream still holds nowhere, so that leaving does not fail on it again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def is_terminal() -> bool:
    """Tell whether answers are read by a person at a terminal, or are to look as if."""
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
