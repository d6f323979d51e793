"""Damage to a log's tables: what a failing disk, a clumsy administrator or a forger may do.

Forgers are told apart: who computes no hashes anew is found at the first row touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ccm_engine.evidence.tree import grown
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.storage.seals import EMPTY, Head, line
from tests.storage.strangers import Contents, StoredRow

INTEGER_BITS: Final = 64


class Damage(NamedTuple):
    """What a log held, and what it holds now."""

    whole: Contents
    done: Contents

    @property
    def first_touched(self) -> int:
        """The first position at which something else stands now."""
        return min(row.position for row in {*self.whole.rows} ^ {*self.done.rows})

    @property
    def false_heads(self) -> list[int]:
        """The sizes of heads that no append stored."""
        return [head.size for head in self.done.heads if head not in self.whole.heads]

    def __repr__(self) -> str:
        """Show what was taken out and what was put in."""
        lines = ["Damage"]
        for sign, some, others in (("-", self.whole, self.done), ("+", self.done, self.whole)):
            rows = sorted({*some.rows} - {*others.rows})
            lines += [f"{sign} {row._replace(payload=row.payload[:60])}" for row in rows[:5]]
            lines += [f"{sign} and {len(rows) - 5} more rows"] if len(rows) > 5 else []
            lines += [f"{sign} {head}" for head in some.heads if head not in others.heads]
        return "\n  ".join(lines)


Damages = Callable[[Contents], SearchStrategy[Contents]]


@st.composite
def damage_to(draw: DrawFn, whole: Contents, damages: Damages) -> Damage:
    """Draw damage of a kind, knowing what was there before."""
    return Damage(whole, draw(damages(whole)))


def flipped(value: int | bytes, bit: int) -> int | bytes:
    """Return a value of a column with one bit turned over; integers have 64."""
    if isinstance(value, int):
        turned = (value ^ 1 << bit) % (1 << INTEGER_BITS)
        return turned - (turned >> INTEGER_BITS - 1 << INTEGER_BITS)
    turned_bytes = bytearray(value)
    turned_bytes[bit // 8] ^= 1 << bit % 8
    return bytes(turned_bytes)


def bits(value: int | bytes) -> SearchStrategy[int]:
    """Draw one of the bits of a value."""
    length = INTEGER_BITS if isinstance(value, int) else 8 * len(value)
    return st.integers(0, length - 1)


def sealed_anew(row: StoredRow) -> StoredRow:
    """Return a row with the hash that its other columns call for, if they can have one."""
    try:
        stream, topic, recorded_at = (text.decode() for text in row.texts)
    except UnicodeDecodeError:
        return row
    written = line(row.position, stream, row.version, topic, row.payload, recorded_at)
    return row._replace(leaf=leaf_hash(written))


def heads_anew(rows: Sequence[StoredRow], sizes: Sequence[int]) -> tuple[Head, ...]:
    """Return the tree over some rows as appends of these sizes would have stored it."""
    heads: list[Head] = []
    before = EMPTY
    for size in sizes:
        leaves = [row.leaf for row in rows[before.size : size]]
        heads.append(before := Head(size, grown(before.size, before.peaks, leaves)))
    return tuple(heads)


@st.composite
def with_a_bit_flipped(draw: DrawFn, whole: Contents) -> Contents:
    """Turn over one bit in any column of any row."""
    index = draw(st.integers(0, len(whole.rows) - 1))
    column = draw(st.sampled_from(StoredRow._fields))
    value = getattr(whole.rows[index], column)
    change: dict[str, Any] = {column: flipped(value, draw(bits(value)))}
    row = whole.rows[index]._replace(**change)
    return whole._replace(rows=replaced(whole.rows, index, row))


def replaced(rows: Sequence[StoredRow], index: int, row: StoredRow) -> tuple[StoredRow, ...]:
    """Return rows with another one in one place, by position."""
    return by_position([*rows[:index], row, *rows[index + 1 :]])


def by_position(rows: Sequence[StoredRow]) -> tuple[StoredRow, ...]:
    """Return rows in the order in which a database gives them."""
    return tuple(sorted(rows, key=lambda row: row.position))


@st.composite
def with_a_row_lost(draw: DrawFn, whole: Contents) -> Contents:
    """Take a row out, and perhaps move the later ones up."""
    index = draw(st.sampled_from([0, len(whole.rows) - 1]) | st.integers(0, len(whole.rows) - 1))
    up = draw(st.sampled_from([0, 1]))
    later = [row._replace(position=row.position - up) for row in whole.rows[index + 1 :]]
    return whole._replace(rows=(*whole.rows[:index], *later))


@st.composite
def with_rows_moved_down(draw: DrawFn, whole: Contents) -> Contents:
    """Renumber all rows from one on."""
    index = draw(st.integers(0, len(whole.rows) - 1))
    down = draw(st.integers(1, 5) | st.just(2**40))
    later = [row._replace(position=row.position + down) for row in whole.rows[index:]]
    return whole._replace(rows=(*whole.rows[:index], *later))


@st.composite
def with_two_rows_swapped(draw: DrawFn, whole: Contents) -> Contents:
    """Exchange some columns of two rows."""
    pairs = st.lists(st.integers(0, len(whole.rows) - 1), min_size=2, max_size=2, unique=True)
    first, second = sorted(draw(pairs))
    columns = draw(st.sets(st.sampled_from(StoredRow._fields), min_size=1))
    one, other = whole.rows[first], whole.rows[second]
    rows = list(whole.rows)
    rows[first] = one._replace(**{each: getattr(other, each) for each in columns})
    rows[second] = other._replace(**{each: getattr(one, each) for each in columns})
    return whole._replace(rows=by_position(rows))


@st.composite
def with_a_row_added(draw: DrawFn, whole: Contents) -> Contents:
    """Put a plausible row before the first or after the last, or in a gap made for it.

    Outside, its hash is the right one: no tree has it all the same.
    """
    like = draw(st.sampled_from(whole.rows))
    version = 1 + max(row.version for row in whole.rows if row.stream == like.stream)
    last = len(whole.rows)
    position = draw(st.sampled_from([last + 1, last + 3, 0, -1, -(2**62)]) | st.integers(1, last))
    added = like._replace(position=position, version=version)
    if not 1 <= position <= last:
        return whole._replace(rows=by_position([*whole.rows, sealed_anew(added)]))
    later = [row._replace(position=row.position + 1) for row in whole.rows[position - 1 :]]
    return whole._replace(rows=(*whole.rows[: position - 1], added, *later))


REPLACEMENTS: Final[Sequence[Callable[[bytes], bytes]]] = (
    lambda payload: re.sub(rb'(occurred_on":"....)', rb"\1-01-02", payload, count=1),
    lambda payload: re.sub(rb'"occurred_on":"....', b'"occurred_on":"2017', payload, count=1),
    lambda payload: re.sub(rb'"state":"..."', b'"state":"PER"', payload),
    lambda payload: re.sub(rb"\}$", b',"note":"as amended"}', payload),
    lambda payload: payload.replace(b",", b", ", 1),
    lambda payload: payload + b"\n",
    lambda payload: payload[: len(payload) // 2],
    lambda _payload: b"",
    lambda _payload: b"{}",
)


@st.composite
def with_another_payload(draw: DrawFn, whole: Contents) -> Contents:
    """Have a row say something else: lawful, not canonical, what another row says, or nothing."""
    index = draw(st.integers(0, len(whole.rows) - 1))
    row = whole.rows[index]
    others = st.sampled_from([each.payload for each in whole.rows])
    payload = draw(st.sampled_from(REPLACEMENTS).map(lambda each: each(row.payload)) | others)
    return whole._replace(rows=replaced(whole.rows, index, row._replace(payload=payload)))


@st.composite
def with_another_moment(draw: DrawFn, whole: Contents) -> Contents:
    """Give a row the moment of another, or one that is written otherwise or is none."""
    index = draw(st.integers(0, len(whole.rows) - 1))
    texts = [b"", b"2026-11-21", b"2026-11-21T12:00:00", b"0001-01-01T00:00:00.000000+14:00"]
    moment = draw(st.sampled_from([*texts, *(row.recorded_at for row in whole.rows)]))
    row = whole.rows[index]._replace(recorded_at=moment)
    return whole._replace(rows=replaced(whole.rows, index, row))


def damaged_rows(whole: Contents) -> SearchStrategy[Contents]:
    """Draw damage to rows by somebody who computes no hashes for them."""
    return st.one_of(
        with_a_bit_flipped(whole),
        with_a_row_lost(whole),
        with_rows_moved_down(whole),
        with_two_rows_swapped(whole),
        with_a_row_added(whole),
        with_another_payload(whole),
        with_another_moment(whole),
    )


@st.composite
def forged_rows(draw: DrawFn, whole: Contents) -> Contents:
    """Damage rows, and compute the hashes of all or some of those touched."""
    damaged = draw(damaged_rows(whole))
    touched = sorted(set(damaged.rows) - set(whole.rows))
    sealed = set[StoredRow]()
    if touched:
        sealed = draw(st.sets(st.sampled_from(touched)) | st.just({*touched}))
    rows = tuple(sealed_anew(row) if row in sealed else row for row in damaged.rows)
    return damaged._replace(rows=rows)


@st.composite
def forged_beginnings(draw: DrawFn, whole: Contents) -> Contents:
    """Have a row say something else, and compute all hashes and heads but the last one or more."""
    index = draw(st.integers(0, len(whole.rows) - 1))
    row = whole.rows[index]
    payload = row.payload.replace(b'"document":"', b'"document":"Not ', 1)
    rows = replaced(whole.rows, index, sealed_anew(row._replace(payload=payload)))
    heads = heads_anew(rows, [head.size for head in whole.heads])
    kept = draw(st.integers(0, len(heads) - 1))
    return Contents(rows, heads[:kept] + whole.heads[kept:])


@st.composite
def damaged_heads(draw: DrawFn, whole: Contents) -> Contents:
    """Damage what is stored of the tree, and no row."""
    heads = {head.size: head.peaks for head in whole.heads}
    one, other = draw(st.lists(st.sampled_from([*heads]), min_size=2, max_size=2, unique=True))
    match draw(
        st.sampled_from(["last lost", "size", "peaks", "swapped", "added", "added outside"])
    ):
        case "last lost":
            del heads[max(heads)]
        case "size":
            heads[int(flipped(one, draw(bits(one))))] = heads.pop(one)
        case "peaks":
            heads[one] = bytes(flipped(heads[one], draw(bits(heads[one]))))
        case "swapped":
            heads[one], heads[other] = heads[other], heads[one]
        case "added":
            heads.setdefault(draw(st.integers(1, max(heads))), heads[one])
        case _:
            heads[draw(st.integers(max(heads) + 1, 2**63 - 1) | st.integers(-(2**63), -1))] = heads[
                one
            ]
    return whole._replace(heads=tuple(Head(*each) for each in sorted(heads.items())))
