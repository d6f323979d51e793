"""`ccm assert`: what documents count, replayed from the record."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import Block, Line, Table, Tone
from ccm_engine.domain.statements.published import PublishedDocument, Replay
from ccm_engine.errors import InvalidValueError
from ccm_engine.exporters.review.sentences import short
from ccm_engine.projections.published import Recounted, Replayed, clause_of
from ccm_engine.register import Register

LONGEST_FILE_BYTES: Final = 1024 * 1024
STANDARD_INPUT: Final = "-"
_LINE: Final = re.compile(r"\(at line (\d+)")
_TOKEN: Final = re.compile(
    rb"""(?<![\w-])(?P<long_name>(?:
        (?: [\w-]++ | "(?:[^"\\\n]|\\.)*+" | '[^'\n]*+' ) [ \t]*+ \. [ \t]*+ ){16})
    | \"""(?:[^\\]|\\[\s\S])*?(?:\"""|\Z) | '''[\s\S]*?(?:'''|\Z)
    | "(?:[^"\\\n]|\\.)*+"? | '[^'\n]*+'? | \#[^\n]*+
    """,
    re.VERBOSE,
)
"""A name of over sixteen parts, or a text or a comment, in which there are no names.

Python takes time by the square of how many parts a name has, and here two belong.
"""
_TONES: Final = {
    Replay.REPRODUCED: Tone.GOOD,
    Replay.OTHER_BASIS: Tone.PLAIN,
    Replay.CONTRADICTED: Tone.BAD,
    Replay.BEYOND_THE_RECORD: Tone.QUIET,
}


@click.command("assert")
@click.argument("file")
@question
def command(register: Register, file: str) -> Answer:
    """Replay the figures that a document publishes.

    FILE is a path, or - for standard input: TOML, docs/how-to/add-a-published-figure.md. Each
    figure is asked on its own day, whatever --as-of says. A contradiction is an answer: it does not
    change the exit status.
    """
    recounted = register.recount(read_published(file))

    def document() -> dict[str, object]:
        from ccm_engine.exporters.published import recounted_document

        return recounted_document(recounted, register)

    return Answer(document, lambda: _page(recounted))


def read_published(name: str) -> PublishedDocument:
    """Read a document with its figures from a TOML file, or from standard input for `-`.

    Raises `InvalidValueError` with the line for what is no TOML, with the paragraph and the field
    for what is no figure, and where the file cannot be read or is too long.
    """
    asked = f"read published figures from {name}"
    content = _content(name, asked)
    _check_names(content, asked)
    try:
        given: object = tomllib.loads(content.decode("utf-8"))
    except RecursionError as error:
        raise InvalidValueError(asked, "it is nested too deeply", "write plain tables") from error
    except InvalidValueError:
        raise
    except ValueError as error:
        line = _LINE.search(str(error))
        refused = InvalidValueError(asked, f"it is not TOML in UTF-8 ({error})", "correct it")
        raise refused.at_line(int(line[1]) if line else None) from error
    return PublishedDocument.read(given)


def _check_names(content: bytes, asked: str) -> None:
    for found in _TOKEN.finditer(content):
        if found["long_name"]:
            refused = InvalidValueError(asked, "a name has too many parts", "write plain tables")
            raise refused.at_line(content.count(b"\n", 0, found.start()) + 1)


def _content(name: str, asked: str) -> bytes:
    try:
        if name == STANDARD_INPUT:
            content = sys.stdin.buffer.read(LONGEST_FILE_BYTES + 1)
        else:
            with Path(name).open("rb") as stream:
                content = stream.read(LONGEST_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        obstacle = reason[:1].lower() + reason[1:]
        remedy = "name a file that can be read, or - for standard input"
        raise InvalidValueError(asked, obstacle, remedy) from error
    if len(content) > LONGEST_FILE_BYTES:
        raise InvalidValueError(asked, "it is longer than 1 MiB", "make several files of it")
    return content


def _page(recounted: Recounted) -> Iterator[Block]:
    findings, title = recounted.findings, recounted.document.title
    counts = ", ".join(f"{recounted.count(each)} {each.value}" for each in Replay)
    plural = "" if len(findings) == 1 else "s"
    yield Line(f"{title}: {len(findings)} figure{plural}: {counts}", Tone.HEADING)
    columns = ("§", "On", "Figure", "Stated", "Computed", "Verdict", "Why")
    yield Table(columns, tuple(_row(each) for each in findings))
    for each in recounted.unexpected:
        yield Line(_surprise(each), Tone.WARNING)


def _row(finding: Replayed) -> tuple[str | Line, ...]:
    published = finding.published
    period = "" if published.since is None else f"{published.since}.."
    return (
        published.paragraph,
        f"{period}{published.on}",
        f"{clause_of(finding.figure)} ({finding.figure.key})",
        f"{published.stated:,}",
        short(finding.figure),
        Line(finding.replay.value, _TONES[finding.replay]),
        finding.why,
    )


def _surprise(finding: Replayed) -> str:
    published = finding.published
    expected = published.expected or finding.replay
    place = f"paragraph {published.paragraph}, {published.key}"
    return f"{place}: expected {expected.value}, found {finding.replay.value}"
