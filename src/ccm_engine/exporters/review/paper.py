"""A review put together: sentences and tables, and for each number what it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.events import Event
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.domain.sources import Citation
from ccm_engine.domain.states import RegionalGroup
from ccm_engine.exporters.review.sentences import by_name, cited, long_day, missing, sentence, short
from ccm_engine.projections.counting import Figure, Quantity, Share, StatedNumber
from ccm_engine.projections.review import Chapter, Review
from ccm_engine.register import NOTICE, Register

_GROUPS: Final = frozenset(group.value.replace("-", "_") for group in RegionalGroup)
_YEAR_DIGITS: Final = 4


@attrs.frozen
class Said:
    """A sentence about one figure."""

    text: str
    key: str


@attrs.frozen
class Grid:
    """Figures of one kind by year or by group: a heading, columns, and rows of text and key."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Said | None, ...]], ...]


Piece = Said | Grid


@attrs.frozen
class Section:
    """One theme, in two halves."""

    key: str
    title: str
    progress: tuple[Piece, ...]
    position: tuple[Piece, ...]


@attrs.frozen
class Named:
    """One state behind a number: its name, its part of an amount, and the events."""

    state: str
    name: str
    amount: str | None
    events: tuple[str, ...]


@attrs.frozen
class Note:
    """What one number leads to; `events` are those that are no state's."""

    key: str
    value: str
    provision: str
    counted: tuple[Named, ...]
    unknown: tuple[Named, ...]
    events: tuple[str, ...] = ()


@attrs.frozen
class Proof:
    """An event in words, and the numbers of its sources."""

    event: str
    words: str
    sources: tuple[int, ...]


@attrs.frozen
class Source:
    """A document, cited by number."""

    number: int
    title: str
    publisher: str
    published: str | None
    url: str | None


@attrs.frozen(kw_only=True)
class Paper:
    """The whole document; `sources` are in the order in which events first cite them."""

    title: str
    about: tuple[str, ...]
    missing: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: Mapping[str, Note]
    proofs: Mapping[str, Proof]
    sources: tuple[Source, ...]


def paper(title: str, review: Review, register: Register) -> Paper:
    """Put a review together; `register` is the one at the end of its period."""
    notes = {each.key: _note(each, review.until) for each in review.figures()}
    proofs, sources = _proved(notes.values(), register)
    return Paper(
        title=title,
        about=tuple(_about(review, register)),
        missing=tuple(dict.fromkeys(missing(each, review.until) for each in review.missing)),
        sections=tuple(_section(each, review.until) for each in review.chapters),
        notes=notes,
        proofs=proofs,
        sources=sources,
    )


def events_of(register: Register, wanted: Iterable[str]) -> Mapping[str, Event]:
    """Return events by identifier, as they stand in the log."""
    wanted = set(wanted)
    streams = sorted({each.partition("#")[0] for each in wanted})
    return {
        entry.id: entry.event
        for stream in streams
        for entry in register.point.history.chronicle(stream).entries
        if entry.id in wanted
    }


def _about(review: Review, register: Register) -> Iterator[str]:
    log, reading = register.log, register.reading
    yield f"From {long_day(review.since)} to {long_day(review.until)}, that day included."
    yield (
        f"Computed from {log.name} up to position {log.position:,} (root {log.root}) "
        f"by {register.rule_set}."
    )
    if log.published_by is not None:
        yield (
            f"Only sources that had appeared by {long_day(log.published_by)} were asked: "
            f"{log.left_out:,} events are left out."
        )
    chosen = [
        f"{name} = {value}"
        for name, value in reading.choices().items()
        if PRACTICE.choices()[name] != value
    ]
    if chosen:
        yield f"Read otherwise than practice does: {', '.join(chosen)}."
    yield f"{NOTICE[:1].upper()}{NOTICE[1:]}."


def _section(chapter: Chapter, on: date) -> Section:
    theme = chapter.theme
    progress, position = _pieces(chapter.progress, on), _pieces(chapter.position, on)
    return Section(theme.key, theme.title, tuple(progress), tuple(position))


def _pieces(figures: tuple[Figure, ...], on: date) -> Iterator[Piece]:
    """Yield sentences, and in place of figures by year or by group their tables."""
    gridded = [each for each in figures if _part(each.key) is not None]
    shown: set[str] = set()
    for each in figures:
        kind = _kind(each)
        if kind is None:
            yield Said(sentence(each, on), each.key)
        elif kind not in shown:
            shown.add(kind)
            yield _grid(kind, [other for other in gridded if _kind(other) == kind])


def _part(key: str) -> str | None:
    last = key.rpartition(".")[2]
    by_year = last.isdigit() and len(last) == _YEAR_DIGITS
    return last if by_year or last in _GROUPS else None


def _kind(figure: Figure) -> str | None:
    part = _part(figure.key)
    if part is None:
        return None
    return "Year" if part.isdigit() else "Group"


def _grid(kind: str, figures: list[Figure]) -> Grid:
    heads = list(dict.fromkeys(each.key.rpartition(".")[0] for each in figures))
    parts = sorted({each.key.rpartition(".")[2] for each in figures})
    known = {each.key: Said(short(each), each.key) for each in figures}
    columns = (kind, *(_heading(head) for head in heads))
    rows = tuple(
        (_row_name(part), tuple(known.get(f"{head}.{part}") for head in heads)) for part in parts
    )
    return Grid(columns, rows)


def _row_name(part: str) -> str:
    return part if part.isdigit() else part.replace("_", " ").capitalize()


def _heading(head: str) -> str:
    return head.partition(".")[2].replace("_", " ").replace(".", " ").capitalize()


def _note(figure: Figure, on: date) -> Note:
    counted: tuple[Named, ...]
    unknown: tuple[Named, ...] = ()
    events: tuple[str, ...] = ()
    match figure:
        case StatedNumber():
            counted, events = (), figure.events
        case Quantity():
            counted = tuple(
                Named(code, name, _shown(part.amount), part.events)
                for name, code in by_name(figure.parts, on)
                for part in (figure.parts[code],)
            )
        case Share():
            counted = _names(figure.part.states, on)
            unknown = _names(figure.part.unknown, on)
        case _:
            counted, unknown = _names(figure.states, on), _names(figure.unknown, on)
    return Note(figure.key, short(figure), cited(figure.provision), counted, unknown, events)


def _shown(amount: int | None) -> str:
    return "not known" if amount is None else f"{amount:,}"


def _names(states: Mapping[str, tuple[str, ...]], on: date) -> tuple[Named, ...]:
    return tuple(Named(code, name, None, states[code]) for name, code in by_name(states, on))


def _proved(
    notes: Iterable[Note], register: Register
) -> tuple[Mapping[str, Proof], tuple[Source, ...]]:
    wanted = [
        event
        for note in notes
        for events in (note.events, *(each.events for each in (*note.counted, *note.unknown)))
        for event in events
    ]
    found = events_of(register, wanted)
    numbers: dict[tuple[str, str | None], Source] = {}
    proofs: dict[str, Proof] = {}
    for name in sorted(found, key=_in_order):
        event = found[name]
        cites = tuple(_numbered(each, numbers).number for each in event.citations)
        words = f"{event.occurred_on}  {in_words(event)}"
        proofs[name] = Proof(name, words, tuple(dict.fromkeys(cites)))
    return proofs, tuple(numbers.values())


def _in_order(name: str) -> tuple[str, int]:
    stream, _, place = name.partition("#")
    return stream, int(place)


def _numbered(citation: Citation, numbers: dict[tuple[str, str | None], Source]) -> Source:
    key = citation.document, citation.url
    if key not in numbers:
        published = None if citation.published is None else str(citation.published)
        numbers[key] = Source(
            len(numbers) + 1, citation.document, citation.publisher, published, citation.url
        )
    return numbers[key]
