"""A review as one page of HTML: no scripts; every number links to its states, events, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from ccm_engine.exporters.review.paper import (
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

_STYLE: Final = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; }
h1, h2, h3 { font-family: Helvetica, Arial, sans-serif; line-height: 1.25; }
h2 { border-top: 1px solid; margin-top: 2.5rem; padding-top: 0.75rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 1rem 0; }
th, td { border: 1px solid; padding: 0.2rem 0.6rem; text-align: left; }
.missing { border: 2px solid; padding: 0 1rem; }
.notes, .proofs, .sources { font-size: 0.875rem; overflow-wrap: anywhere; }
:target { outline: 2px solid; }
@media print { body { max-width: none; } a { color: inherit; text-decoration: none; } }
"""


def html(paper: Paper) -> str:
    """Write the whole page; it ends with a line break."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(paper.title)}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(paper.title)}</h1>",
        *(f"<p>{escape(each)}</p>" for each in paper.about),
        *_missing(paper),
        *_contents(paper),
    ]
    for section in paper.sections:
        lines.extend(_section(section))
    lines.extend(_notes(paper))
    lines.extend(_proofs(paper))
    lines.extend(_sources(paper))
    return "\n".join([*lines, "</main>", "</body>", "</html>"]) + "\n"


def _missing(paper: Paper) -> Iterator[str]:
    if paper.missing:
        yield '<section class="missing">'
        yield "<h2>What is missing</h2>"
        yield _items(escape(each) for each in paper.missing)
        yield "</section>"


def _contents(paper: Paper) -> Iterator[str]:
    entries = [(f"theme-{each.key}", each.title) for each in paper.sections]
    entries += [("notes", "Notes"), ("events", "Events"), ("sources", "Sources")]
    yield '<nav aria-label="Contents">'
    yield _items(f'<a href="#{name}">{escape(title)}</a>' for name, title in entries)
    yield "</nav>"


def _section(section: Section) -> Iterator[str]:
    yield f'<section id="theme-{section.key}">'
    yield f"<h2>{escape(section.title)}</h2>"
    halves = (("Progress in the period", section.progress), ("At the end", section.position))
    for heading, pieces in halves:
        if pieces:
            yield f"<h3>{heading}</h3>"
            yield from map(_piece, pieces)
    if not section.progress and not section.position:
        yield "<p>Nothing is counted under this theme.</p>"
    yield "</section>"


def _piece(piece: Piece) -> str:
    return f"<p>{_said(piece)}</p>" if isinstance(piece, Said) else _grid(piece)


def _said(said: Said) -> str:
    key = escape(said.key)
    mark = f'<a href="#note-{key}" aria-label="what {key} counts">[{key}]</a>'
    return f"{escape(said.text)} <small>{mark}</small>"


def _grid(grid: Grid) -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in grid.columns)
    lines = ["<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>"]
    for name, cells in grid.rows:
        shown = "".join(f"<td>{'' if each is None else _cell(each)}</td>" for each in cells)
        lines.append(f'<tr><th scope="row">{escape(name)}</th>{shown}</tr>')
    return "\n".join([*lines, "</tbody>", "</table>"])


def _cell(said: Said) -> str:
    return f'<a href="#note-{escape(said.key)}">{escape(said.text)}</a>'


def _notes(paper: Paper) -> Iterator[str]:
    yield '<section class="notes" id="notes">'
    yield "<h2>Notes</h2>"
    yield "<p>Each number by its key: the states counted, and the events that prove them.</p>"
    yield "<dl>"
    for note in paper.notes.values():
        yield f'<dt id="note-{escape(note.key)}"><code>{escape(note.key)}</code></dt>'
        yield f"<dd>{_note(note, paper)}</dd>"
    yield "</dl>"
    yield "</section>"


def _note(note: Note, paper: Paper) -> str:
    cited = f", {escape(note.provision)}" if note.provision else ""
    parts = [f"<p>{escape(note.value)}{cited}</p>"]
    parts += _named("", note.counted, paper)
    parts += _named("Not known:", note.unknown, paper)
    if note.events:
        parts.append(f"<p>{_linked(note.events, paper)}</p>")
    return "".join(parts)


def _named(heading: str, names: Iterable[Named], paper: Paper) -> Iterator[str]:
    shown = [
        escape(each.name)
        + ("" if each.amount is None else f": {escape(each.amount)}")
        + (f" ({_linked(each.events, paper)})" if each.events else "")
        for each in names
    ]
    if shown:
        yield f"<p>{heading}</p>" if heading else ""
        yield _items(shown)


def _linked(events: Iterable[str], paper: Paper) -> str:
    return ", ".join(
        f'<a href="#{_anchor(each)}">{escape(each)}</a>' if each in paper.proofs else escape(each)
        for each in events
    )


def _proofs(paper: Paper) -> Iterator[str]:
    yield '<section class="proofs" id="events">'
    yield "<h2>Events</h2>"
    yield "<dl>"
    for proof in paper.proofs.values():
        yield f'<dt id="{_anchor(proof.event)}">{escape(proof.event)}</dt>'
        yield f"<dd>{_proof(proof)}</dd>"
    yield "</dl>"
    yield "</section>"


def _proof(proof: Proof) -> str:
    links = ", ".join(f'<a href="#source-{each}">{each}</a>' for each in proof.sources)
    return f"{escape(proof.words)} [{links}]"


def _sources(paper: Paper) -> Iterator[str]:
    yield '<section class="sources" id="sources">'
    yield "<h2>Sources</h2>"
    yield "<ol>"
    yield from map(_source, paper.sources)
    yield "</ol>"
    yield "</section>"


def _source(source: Source) -> str:
    title = escape(source.title)
    if source.url is not None and source.url.startswith(("http://", "https://")):
        title = f'<a href="{escape(source.url)}">{title}</a>'
    published = "no day shown" if source.published is None else escape(source.published)
    return f'<li id="source-{source.number}">{title}, {escape(source.publisher)}, {published}</li>'


def _items(entries: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{each}</li>' for each in entries)}</ul>"


def _anchor(event: str) -> str:
    return f"event-{escape(event).replace('#', '-')}"
