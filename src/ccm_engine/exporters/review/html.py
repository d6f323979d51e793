"""A review as one page of HTML: no scripts; every number links to its states, events, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
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

_STYLE: Final = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; }
h1, h2, h3 { font-family: Helvetica, Arial, sans-serif; line-height: 1.25; }
h2 { border-top: 1px solid; margin-top: 2.5rem; padding-top: 0.75rem; }
sup { font-size: 0.7em; line-height: 1; margin-left: 0.15em; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 1rem 0; }
caption { font-style: italic; text-align: left; }
th, td { border: 1px solid; padding: 0.2rem 0.6rem; text-align: left; vertical-align: top; }
.missing { border: 2px solid; padding: 0 1rem; }
.missing h2 { border: 0; margin-top: 0; }
.partial { font-style: italic; }
.notes, .proofs, .sources { font-size: 0.875rem; overflow-wrap: anywhere; }
.notes p { margin: 0; }
dt { font-weight: bold; margin-top: 0.75rem; }
:target { outline: 2px solid; }
@media print { body { max-width: none; } a { color: inherit; text-decoration: none; } }
"""
_GLANCE: Final = "Each number by its key: the states counted, and the events that prove them."


def html(paper: Paper) -> str:
    """Write the whole page; it ends with a line break."""
    title = _text(paper.title)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{title}</h1>",
        *(f"<p>{_text(each)}</p>" for each in paper.about),
        *_missing(paper),
        *_contents(paper),
    ]
    for section in paper.sections:
        lines.extend(_section(section, paper))
    lines.extend(_ending("notes", "Notes", _GLANCE, map(_note, paper.notes.values())))
    lines.extend(_ending("proofs", "Events", "", map(_proof, paper.proofs.values())))
    lines.extend(_sources(paper))
    return "\n".join([*lines, "</main>", "</body>", "</html>"]) + "\n"


def _missing(paper: Paper) -> Iterator[str]:
    if paper.missing:
        yield '<section class="missing" id="missing">'
        yield "<h2>What is missing</h2>"
        yield _items(_said(each, paper) for each in paper.missing)
        yield "</section>"


def _contents(paper: Paper) -> Iterator[str]:
    entries = [(f"theme-{each.key}", each.title) for each in paper.sections]
    entries += [("notes", "Notes"), ("proofs", "Events"), ("sources", "Sources")]
    yield '<nav aria-label="Contents">'
    yield _items(f'<a href="#{name}">{_text(title)}</a>' for name, title in entries)
    yield "</nav>"


def _section(section: Section, paper: Paper) -> Iterator[str]:
    yield f'<section id="theme-{_text(section.key)}">'
    yield f"<h2>{_text(section.title)}</h2>"
    if section.partial is not None:
        yield f'<p class="partial">{_text(section.partial)} <a href="#missing">See above.</a></p>'
    halves = (section.progress, section.position)
    for heading, pieces in zip(paper.headings, halves, strict=True):
        if pieces:
            yield f"<h3>{_text(heading)}</h3>"
            yield from (_piece(each, paper) for each in pieces)
    if not section.progress and not section.position:
        yield "<p>Nothing is counted under this theme.</p>"
    yield "</section>"


def _piece(piece: Piece, paper: Paper) -> str:
    return f"<p>{_said(piece, paper)}</p>" if isinstance(piece, Said) else _grid(piece, paper)


def _said(said: Said, paper: Paper) -> str:
    if said.key is None:
        return _text(said.text)
    number = paper.notes[said.key].number
    key = _text(said.key)
    link = f'<a id="at-{key}" href="#note-{key}" aria-label="note {number}">[{number}]</a>'
    return f"{_text(said.text)}<sup>{link}</sup>"


def _grid(grid: Grid, paper: Paper) -> str:
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in grid.columns)
    lines = ['<div class="wide">', "<table>", f"<caption>{_text(grid.caption)}</caption>"]
    lines += [f"<thead><tr>{head}</tr></thead>", "<tbody>"]
    for name, cells in grid.rows:
        shown = "".join(f"<td>{'' if each is None else _said(each, paper)}</td>" for each in cells)
        lines.append(f'<tr><th scope="row">{_text(name)}</th>{shown}</tr>')
    return "\n".join([*lines, "</tbody>", "</table>", "</div>"])


def _ending(name: str, heading: str, about: str, entries: Iterable[str]) -> Iterator[str]:
    """Yield one of the lists of terms at the end; a list without any is none in HTML."""
    found = list(entries)
    yield f'<section class="{name}" id="{name}">'
    yield f"<h2>{heading}</h2>"
    if about:
        yield f"<p>{about}</p>"
    yield from ("<dl>", *found, "</dl>") if found else ("<p>There are none.</p>",)
    yield "</section>"


def _note(note: Note) -> str:
    key = _text(note.key)
    back = f'<a href="#at-{key}" aria-label="back to number {note.number}">↑</a>'
    cited = f", {_text(note.provision)}" if note.provision else ""
    parts = [f"<p>{_text(note.value)}{cited} {back}</p>"]
    parts += _named("", note.counted)
    parts += _named("Not known:", note.unknown)
    parts += _named("The whole:", note.whole)
    parts += _named("Perhaps of the whole:", note.perhaps)
    if note.events:
        parts.append(f"<p>Events: {_linked(note.events)}</p>")
    term = f'<dt id="note-{key}">{note.number}. <code>{key}</code></dt>'
    return f"{term}\n<dd>{''.join(parts)}</dd>"


def _named(heading: str, names: Iterable[Named]) -> Iterator[str]:
    shown = [
        _text(each.name)
        + ("" if each.amount is None else f": {_text(each.amount)}")
        + (f" ({_linked(each.events)})" if each.events else "")
        for each in names
    ]
    if shown:
        yield f"<p>{heading}</p>" if heading else ""
        yield _items(shown)


def _linked(events: Iterable[str]) -> str:
    return ", ".join(f'<a href="#{_anchor(each)}">{_text(each)}</a>' for each in events)


def _proof(proof: Proof) -> str:
    links = ", ".join(f'<a href="#source-{each}">{each}</a>' for each in proof.sources)
    term = f'<dt id="{_anchor(proof.event)}">{_text(proof.event)}</dt>'
    sources = f" Sources: {links}." if links else ""
    return f"{term}\n<dd>{_text(proof.day)}, {_text(proof.words)}.{sources}</dd>"


def _sources(paper: Paper) -> Iterator[str]:
    yield '<section class="sources" id="sources">'
    yield "<h2>Sources</h2>"
    listed = ("<ol>", *map(_source, paper.sources), "</ol>")
    yield from listed if paper.sources else ("<p>There are none.</p>",)
    yield "</section>"


def _source(source: Source) -> str:
    title = _text(source.title)
    if source.url is not None:
        title = f'<a href="{escape(source.url)}">{title}</a>'
    published = "no day shown" if source.published is None else _text(source.published)
    name = f"source-{source.number}"
    return f'<li id="{name}">{title}, {_text(source.publisher)}, {published}</li>'


def _items(entries: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{each}</li>' for each in entries)}</ul>"


def _anchor(event: str) -> str:
    return f"event-{_text(event).replace('#', '-')}"


def _text(text: str) -> str:
    return escape(printable(text))
