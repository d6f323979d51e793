"""A review in Markdown: a footnote for each number, the sources at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ccm_engine.exporters.review.paper import Grid, Named, Note, Paper, Piece, Said, Section, Source

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|!~&])")
_IN_AN_ADDRESS: Final = str.maketrans({"<": "%3C", ">": "%3E", " ": "%20"})


def markdown(paper: Paper) -> str:
    """Write the whole document; it ends with a line break."""
    parts = [f"# {_plain(paper.title)}", *map(_plain, paper.about), *_missing(paper)]
    for section in paper.sections:
        parts.extend(_section(section))
    parts.append("## Notes")
    parts.append("Each number by its key: the states counted, and the events that prove them.")
    parts.extend(_note(note, paper) for note in paper.notes.values())
    parts.append("## Sources")
    parts.append("\n".join(_source(each) for each in paper.sources) or "None is cited.")
    return "\n\n".join(parts) + "\n"


def _missing(paper: Paper) -> Iterator[str]:
    if paper.missing:
        yield "## What is missing"
        yield "\n".join(f"- {_plain(each)}" for each in paper.missing)


def _section(section: Section) -> Iterator[str]:
    yield f"## {_plain(section.title)}"
    halves = (("Progress in the period", section.progress), ("At the end", section.position))
    for heading, pieces in halves:
        if pieces:
            yield f"### {heading}"
            yield from map(_piece, pieces)
    if not section.progress and not section.position:
        yield "Nothing is counted under this theme."


def _piece(piece: Piece) -> str:
    return _said(piece) if isinstance(piece, Said) else _grid(piece)


def _said(said: Said) -> str:
    return f"{_plain(said.text)}[^{said.key}]"


def _grid(grid: Grid) -> str:
    rows = [grid.columns, ("---",) * len(grid.columns)]
    written = [f"| {' | '.join(row)} |" for row in rows]
    for name, cells in grid.rows:
        shown = [_plain(name), *("" if each is None else _said(each) for each in cells)]
        written.append(f"| {' | '.join(shown)} |")
    return "\n".join(written)


def _note(note: Note, paper: Paper) -> str:
    head = f"`{note.key}`: {_plain(note.value)}"
    if note.provision:
        head += f", {_plain(note.provision)}"
    said = [head, *_listed("", note.counted, paper), *_listed("not known: ", note.unknown, paper)]
    if note.events:
        said.append("; ".join(_event(each, paper) for each in note.events))
    return f"[^{note.key}]: {'. '.join(said)}."


def _listed(heading: str, names: Iterable[Named], paper: Paper) -> Iterator[str]:
    shown = []
    for each in names:
        amount = "" if each.amount is None else f" {each.amount}"
        proofs = "; ".join(_event(event, paper) for event in each.events)
        shown.append(f"{_plain(each.name)}{amount}" + (f" ({proofs})" if proofs else ""))
    if shown:
        yield heading + ", ".join(shown)


def _event(name: str, paper: Paper) -> str:
    proof = paper.proofs.get(name)
    sources = ", ".join(map(str, proof.sources)) if proof else ""
    return _plain(name) + (f": {sources}" if sources else "")


def _source(source: Source) -> str:
    title = _plain(source.title)
    if source.url is not None:
        title = f"[{title}](<{source.url.translate(_IN_AN_ADDRESS)}>)"
    published = "no day shown" if source.published is None else source.published
    return f"{source.number}. {title}, {_plain(source.publisher)}, {published}"


def _plain(text: str) -> str:
    """Escape what Markdown would read as markup, and put what spans lines on one."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
