"""A review put together: sentences and tables, and for each number what it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ccm_engine.domain.events import Event
from ccm_engine.domain.interpretations import INT_RECORDS, PRACTICE
from ccm_engine.domain.provisions import legal_form
from ccm_engine.exporters.review import gaps, notes
from ccm_engine.exporters.review.grids import pieces
from ccm_engine.exporters.review.parts import Note, Paper, Piece, Said, Section
from ccm_engine.exporters.review.sentences import long_day, number
from ccm_engine.projections.review import Chapter, Review, place
from ccm_engine.register import NOTICE, Register


def paper(title: str, review: Review, register: Register) -> Paper:
    """Put a review together; `register` is the one at the end of its period."""
    stretches = gaps.stretches(review.missing)
    missing = tuple(gaps.missing(review, stretches, register.log.position - register.log.left_out))
    sections = tuple(_section(each, review.until, stretches) for each in review.chapters)
    numbered = {each.key: each for each in _notes(review, stretches, _led_to(missing, sections))}
    wanted = [event for each in numbered.values() for event in notes.events_of_note(each)]
    proofs, sources = notes.proved(events_of(register, wanted))
    return Paper(
        title=title,
        about=tuple(_about(review, register)),
        missing=missing,
        headings=(
            f"Progress since {long_day(review.since)}",
            f"Position on {long_day(review.until)}",
        ),
        sections=sections,
        notes=numbered,
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
    yield (
        f"What happened after {long_day(review.since)} and by {long_day(review.until)}, and where "
        "things stand on that day."
    )
    yield (
        f"Computed from {log.name} up to position {log.position:,} "
        f"(root {log.root}) by {register.rule_set}."
    )
    if log.published_by is not None:
        events = "one event is" if log.left_out == 1 else f"{number(log.left_out)} events are"
        yield (
            f"Only sources that had appeared by {long_day(log.published_by)} were asked: "
            f"{events} left out."
        )
    chosen = [
        f"{name} = {value} ({INT_RECORDS[name]})"
        for name, value in reading.choices().items()
        if PRACTICE.choices()[name] != value
    ]
    if chosen:
        yield f"It reads the Convention otherwise than practice does: {', '.join(chosen)}."
    yield f"{NOTICE[:1].upper()}{NOTICE[1:]}."


def _section(chapter: Chapter, until: date, stretches: Sequence[gaps.Stretch]) -> Section:
    theme = chapter.theme
    ours = {legal_form(each) for each in theme.provisions}
    lacking = sorted({each for one in stretches for each in one.provisions} & ours, key=place)
    partial = f"The record is partial here: {gaps.cited_together(lacking)}." if lacking else None
    halves = [tuple(pieces(each, until)) for each in (chapter.progress, chapter.position)]
    return Section(theme.key, theme.title, partial, halves[0], halves[1])


def _led_to(missing: Iterable[Said], sections: Iterable[Section]) -> Iterator[str]:
    """Yield the keys of notes in the order in which a reader meets them."""
    yield from (each.key for each in missing if each.key is not None)
    for section in sections:
        for piece in (*section.progress, *section.position):
            yield from _keys(piece)


def _keys(piece: Piece) -> Iterator[str]:
    cells = [piece] if isinstance(piece, Said) else [each for _, row in piece.rows for each in row]
    yield from (each.key for each in cells if each is not None and each.key is not None)


def _notes(
    review: Review, stretches: Iterable[gaps.Stretch], keys: Iterable[str]
) -> Iterator[Note]:
    figures = {each.key: each for each in review.figures()}
    lacking = {each.key: each for each in stretches}
    for count, key in enumerate(keys, start=1):
        if key in lacking:
            yield gaps.note(lacking[key], key, count, review.until)
        else:
            yield notes.note(figures[key], count, review.until)
