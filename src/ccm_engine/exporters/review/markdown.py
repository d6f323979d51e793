"""A review in Markdown: a footnote for each number; events and sources at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ccm_engine.exporters.review.parts import (
    Grid,
    Named,
    Note,
    Paper,
    Piece,
    Proof,
    Said,
    Section,
    Source,
)
from ccm_engine.exporters.review.sentences import printable

_MARKUP: Final = re.compile(r"[\\`*_\[\]<|~$@]|&(?=[#\w])|:(?=//)|(?<=www)\.", flags=re.IGNORECASE)
"""What would be read as markup anywhere, or made a link by itself."""

_BEFORE_A_MARK: Final = re.compile(r"(?=[-+=>#])|\d{1,9}(?=[.)])")
"""What stands before a character that would begin a list, a heading or a quotation."""


def markdown(paper: Paper) -> str:
    """Write the whole document; it ends with a line break."""
    parts = [f"# {_plain(paper.title)}", *map(_plain, paper.about), *_missing(paper)]
    for section in paper.sections:
        parts.extend(_section(section, paper.headings))
    parts.extend(_ending("Events", "With the numbers of their sources.", _events(paper)))
    parts.extend(_ending("Sources", "In the order in which events cite them.", _sources(paper)))
    parts.append("## Notes")
    parts.append("Each number by its key: the states counted, and the events that prove them.")
    parts.extend(map(_note, paper.notes.values()))
    return "\n\n".join(parts) + "\n"


def _missing(paper: Paper) -> Iterator[str]:
    if paper.missing:
        yield "## What is missing"
        yield "\n".join(f"- {_said(each)}" for each in paper.missing)


def _section(section: Section, headings: tuple[str, str]) -> Iterator[str]:
    yield f"## {_plain(section.title)}"
    if section.partial is not None:
        yield _plain(section.partial)
    for heading, pieces in zip(headings, (section.progress, section.position), strict=True):
        if pieces:
            yield f"### {_plain(heading)}"
            yield from map(_piece, pieces)
    if not section.progress and not section.position:
        yield "Nothing is counted under this theme."


def _piece(piece: Piece) -> str:
    return _said(piece) if isinstance(piece, Said) else _grid(piece)


def _said(said: Said) -> str:
    mark = "" if said.key is None else f"[^{said.key}]"
    return f"{_plain(said.text)}{mark}"


def _grid(grid: Grid) -> str:
    rows = [tuple(map(_plain, grid.columns)), ("---",) * len(grid.columns)]
    rows += [
        (_plain(name), *("" if each is None else _said(each) for each in cells))
        for name, cells in grid.rows
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _ending(heading: str, about: str, lines: Iterable[str]) -> Iterator[str]:
    found = "\n".join(lines)
    yield f"## {heading}"
    yield from (about, found) if found else ("There are none.",)


def _events(paper: Paper) -> Iterator[str]:
    yield from map(_proof, paper.proofs.values())


def _proof(proof: Proof) -> str:
    sources = ", ".join(map(str, proof.sources))
    return f"- `{proof.event}` {_plain(proof.day)}, {_plain(proof.words)} ({sources})"


def _sources(paper: Paper) -> Iterator[str]:
    yield from map(_source, paper.sources)


def _source(source: Source) -> str:
    title = _plain(source.title)
    if source.url is not None:
        title = f"[{title}](<{source.url.replace('&', '&amp;')}>)"
    published = "no day shown" if source.published is None else source.published
    return f"{source.number}. {title}, {_plain(source.publisher)}, {_plain(published)}"


def _note(note: Note) -> str:
    head = f"`{note.key}`: {_plain(note.value)}"
    if note.provision:
        head += f", {_plain(note.provision)}"
    said = [head]
    for heading, names in (
        ("", note.counted),
        ("Not known: ", note.unknown),
        ("The whole: ", note.whole),
        ("Perhaps of the whole: ", note.perhaps),
    ):
        if names:
            said.append(heading + "; ".join(map(_named, names)))
    if note.events:
        said.append(f"Events: {_names(note.events)}")
    return f"[^{note.key}]: {'. '.join(said)}."


def _named(each: Named) -> str:
    amount = "" if each.amount is None else f": {_plain(each.amount)}"
    proofs = f" ({_names(each.events)})" if each.events else ""
    return f"{_plain(each.name)}{amount}{proofs}"


def _names(events: Iterable[str]) -> str:
    return ", ".join(f"`{each}`" for each in events)


def _plain(text: str) -> str:
    """Write a text on one line so that Markdown reads no markup in it."""
    escaped = _MARKUP.sub(r"\\\g<0>", printable(text))
    if (begun := _BEFORE_A_MARK.match(escaped)) is None:
        return escaped
    return f"{begun[0]}\\{escaped[begun.end() :]}"
