"""Pages as plain text: no escape codes, no folding, nothing cut; rich is not even imported."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ccm_engine.cli.output import one_line
from ccm_engine.cli.page import Block, Line, Page, Table, Tree, as_line

_GAP = "  "


def print_page(page: Page) -> None:
    """Print a page to standard output."""
    lines = [line for block in page for line in _lines(block)]
    click.echo("\n".join(lines))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Line(text=text):
            yield _clean(text)
        case Table():
            yield from _table(block)
        case Tree():
            yield from _tree(block, "")


def _table(table: Table) -> Iterator[str]:
    rows = [[_clean(as_line(cell).text) for cell in row] for row in (table.columns, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield _GAP.join(cells).rstrip()


def _tree(tree: Tree, indent: str) -> Iterator[str]:
    yield indent + _clean(tree.label.text)
    for branch in tree.branches:
        yield from _tree(branch, indent + _GAP)


def _clean(text: str) -> str:
    indent = text[: len(text) - len(text.lstrip(" "))]
    return indent + one_line(text)
