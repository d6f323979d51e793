"""What a review on paper is made of, before anything decides how it is written."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen
class Said:
    """A sentence or a cell, and the key of the note it leads to; `None` where it leads to none."""

    text: str
    key: str | None


@attrs.frozen
class Grid:
    """Figures of one kind by year or by group: what the table is about, columns, and rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Said | None, ...]], ...]


Piece = Said | Grid


@attrs.frozen
class Section:
    """One theme, in two halves; `partial` says what its record lacks, if it lacks anything."""

    key: str
    title: str
    partial: str | None
    progress: tuple[Piece, ...]
    position: tuple[Piece, ...]


@attrs.frozen
class Named:
    """One state behind a number: its name, its part of an amount, and the events."""

    state: str
    name: str
    amount: str | None
    events: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Note:
    """What one number leads to; notes are numbered as they are first led to.

    `whole` are the states that a share is taken of, `perhaps` those that may belong to them;
    `events` are those that are no state's.
    """

    key: str
    number: int
    value: str
    provision: str
    counted: tuple[Named, ...] = ()
    unknown: tuple[Named, ...] = ()
    whole: tuple[Named, ...] = ()
    perhaps: tuple[Named, ...] = ()
    events: tuple[str, ...] = ()


@attrs.frozen
class Proof:
    """An event: its day, what it is in words, and the numbers of its sources."""

    event: str
    day: str
    words: str
    sources: tuple[int, ...]


@attrs.frozen
class Source:
    """A document, cited by number; `url` is a web address that can be opened, or `None`."""

    number: int
    title: str
    publisher: str
    published: str | None
    url: str | None


@attrs.frozen(kw_only=True)
class Paper:
    """The whole document, in the order in which it is read.

    `headings` are what its two halves are called. Notes are by key, in the order of their numbers;
    `sources` in the order in which the events first cite them.
    """

    title: str
    about: tuple[str, ...]
    missing: tuple[Said, ...]
    headings: tuple[str, str]
    sections: tuple[Section, ...]
    notes: Mapping[str, Note]
    proofs: Mapping[str, Proof]
    sources: tuple[Source, ...]
