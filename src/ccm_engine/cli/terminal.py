"""Pages on a terminal: colour where it has any, and folding to its width."""

from __future__ import annotations

from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree as RichTree

from ccm_engine.cli.output import one_line
from ccm_engine.cli.page import Block, Line, Page, Table, Tone, Tree, as_line

_GAP: Final = 2  # columns of space after each column of a table

_STYLES: Final = {
    Tone.PLAIN: "",
    Tone.HEADING: "bold",
    Tone.QUIET: "dim",
    Tone.GOOD: "green",
    Tone.WARNING: "yellow",
    Tone.BAD: "red",
}


def print_page(page: Page) -> None:
    """Print a page to standard output."""
    console = Console(highlight=False, markup=False, emoji=False)
    for block in page:
        console.print(_rendered(block, console.width))


def _rendered(block: Block, width: int) -> RenderableType:
    match block:
        case Line(text=""):
            return Text("")
        case Line():
            return _hanging(block)
        case Table():
            least = _least_widths(block)
            fits = sum(least) + _GAP * len(least) <= width
            return _table(block, _widths(block, least, width)) if fits else _records(block)
        case Tree():
            return _tree(block)


def _hanging(line: Line) -> RenderableType:
    """Fold an indented line under its own beginning."""
    text = _text(line)
    indent = len(text) - len(text.plain.lstrip(" "))
    return Padding(text[indent:], (0, 0, 0, indent), expand=False) if indent else text


def _least_widths(table: Table) -> list[int]:
    """Return the longest word of each column: narrower, and codes and days would break."""
    columns = table.columns or ("",) * max(map(len, table.rows), default=0)
    found: list[int] = []
    for number, column in enumerate(columns):
        cells = [as_line(row[number]).text for row in table.rows if number < len(row)]
        words = (word for cell in (column, *cells) for word in cell.split())
        found.append(max(map(len, words), default=1))
    return found


def _widths(table: Table, least: list[int], width: int) -> list[int]:
    """Return how wide each column is drawn: as its longest cell, the widest narrowed to fit."""
    found = list(least)
    for number, column in enumerate(table.columns or ("",) * len(least)):
        cells = (as_line(row[number]).text for row in table.rows if number < len(row))
        found[number] = max(map(len, (column, *cells)))
    room = width - _GAP * len(found)
    while sum(found) > room:
        widest = max(range(len(found)), key=lambda at: found[at] if found[at] > least[at] else -1)
        found[widest] -= 1
    return found


def _records(table: Table) -> RenderableType:
    """Return a table that is too wide as one paragraph a row, so that nothing is cut."""
    lines: list[RenderableType] = []
    for row in table.rows:
        for number, cell in enumerate(map(as_line, row)):
            name = table.columns[number].lower() if table.columns else ""
            if number == 0:
                lines.append(_text(cell))
            elif cell.text:
                label = Text(f"{name}: " if name else "")
                lines.append(Padding(label + _text(cell), (0, 0, 0, _GAP)))
    return Group(*lines)


def _table(table: Table, widths: list[int]) -> RichTable:
    drawn = RichTable(
        box=None,
        pad_edge=False,
        padding=(0, _GAP, 0, 0),
        header_style="bold",
        show_header=bool(table.columns),
    )
    columns = table.columns or ("",) * max(map(len, table.rows), default=0)
    for column, width in zip(columns, widths, strict=True):
        drawn.add_column(column, overflow="fold", width=width)
    for row in table.rows:
        drawn.add_row(*(_text(as_line(cell)) for cell in row))
    return drawn


def _tree(tree: Tree) -> RichTree:
    drawn = RichTree(_text(tree.label), guide_style="dim")
    for branch in tree.branches:
        drawn.add(_tree(branch))
    return drawn


def _text(line: Line) -> Text:
    return Text(one_line(line.text), style=_STYLES[line.tone], overflow="fold")
