"""What generated pages have in common: the notice on top, tables, and names from docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from typing import Final

NOTICE: Final = (
    "<!-- written by docs/generate.py: change that and run `make docs`, not this page -->"
)


def document(title: str, *parts: str) -> str:
    """Return a page: its title, the notice, and the parts with an empty line between them."""
    return "\n\n".join((f"# {title}", NOTICE, *(part.strip("\n") for part in parts))) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; a bar within a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def fenced(language: str, text: str) -> str:
    """Return a code block."""
    return f"```{language}\n{text}\n```"


def paragraphs_of(thing: object) -> list[str]:
    """Return the paragraphs of a docstring, each on one line."""
    text = inspect.getdoc(thing) or ""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
