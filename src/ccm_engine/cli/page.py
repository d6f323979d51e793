"""What a person is shown: lines, tables and trees, before anything decides how they look."""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs


class Tone(enum.Enum):
    """What a text is to the reader; colour is one way to show it, and never the only one."""

    PLAIN = "plain"
    HEADING = "heading"
    QUIET = "quiet"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@attrs.frozen
class Line:
    """One line, or as many as a narrow terminal makes of it."""

    text: str
    tone: Tone = Tone.PLAIN


@attrs.frozen
class Table:
    """Rows under named columns, or under none; a cell is a text or a line with a tone."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | Line, ...], ...]


@attrs.frozen
class Tree:
    """A line and what hangs on it."""

    label: Line
    branches: tuple[Tree, ...] = ()


Block = Line | Table | Tree
Page = Iterable[Block]

BLANK = Line("")


def as_line(cell: str | Line) -> Line:
    """Return a cell as a line."""
    return Line(cell) if isinstance(cell, str) else cell


def show(page: Page) -> None:
    """Print a page, with colour and folding on a terminal, plainly and in full elsewhere."""
    from ccm_engine.cli.output import is_terminal

    if is_terminal():
        from ccm_engine.cli.terminal import print_page
    else:
        from ccm_engine.cli.plain import print_page
    print_page(page)
