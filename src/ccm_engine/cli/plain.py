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
            yield one_line(text)
        case Table():
            yield from _table(block)
        case Tree():
            yield from _tree(block, "")


def _table(table: Table) -> Iterator[str]:
    shown = (table.columns, *table.rows) if table.columns else table.rows
    rows = [[one_line(as_line(cell).text) for cell in row] for row in shown]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield _GAP.join(cells).rstrip()


def _tree(tree: Tree, indent: str) -> Iterator[str]:
    yield indent + one_line(tree.label.text)
    for branch in tree.branches:
        yield from _tree(branch, indent + _GAP)
