"""The Merkle tree over a log: RFC 9162, section 2.1. Leaves are given as their hashes.

Every tree is a row of perfect subtrees, the largest first, one for each bit set in its size. Their
roots are its peaks: all that a writer has to keep who only appends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

from ccm_engine.errors import InvalidValueError, MalformedEvidenceError
from ccm_engine.evidence.verifier import EMPTY_ROOT, node_hash

HASH_BYTES: Final = 32
PAIR_BYTES: Final = 2 * HASH_BYTES

EMPTY: Final = b""  # the peaks of a tree without leaves


def grown(size: int, peaks: bytes, leaves: Sequence[bytes]) -> bytes:
    """Return the peaks of a tree of `size` leaves, and these peaks, once more leaves are appended.

    Raises `MalformedEvidenceError` if a tree of that size cannot have these peaks.
    """
    if len(peaks) != HASH_BYTES * size.bit_count():
        obstacle = f"a tree of {size} leaves has not {len(peaks) / HASH_BYTES:g} peaks"
        raise MalformedEvidenceError("cannot extend the tree", obstacle, "rebuild it from the log")
    row, kept = _row(leaves), b""
    while row:
        if size & 1:
            row, peaks = peaks[-HASH_BYTES:] + row, peaks[:-HASH_BYTES]
        if len(row) % PAIR_BYTES:
            row, kept = row[:-HASH_BYTES], row[-HASH_BYTES:] + kept
        row, size = _parents(row), size >> 1
    return peaks + kept


def root_of(peaks: bytes) -> bytes:
    """Return the root over the peaks of a tree, `EMPTY_ROOT` over none."""
    if not peaks:
        return EMPTY_ROOT
    root = peaks[-HASH_BYTES:]
    for start in range(len(peaks) - PAIR_BYTES, -1, -HASH_BYTES):
        root = node_hash(peaks[start : start + HASH_BYTES], root)
    return root


class Tree:
    """All perfect subtrees of a growing log, so that a path is looked up, not computed.

    It holds about 64 bytes a leaf.
    """

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        """Start with these leaf hashes."""
        self._levels: list[bytearray] = [bytearray()]  # by height: roots of perfect subtrees
        self.extend(leaves)

    @property
    def size(self) -> int:
        """How many leaves the tree has."""
        return len(self._levels[0]) // HASH_BYTES

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Append leaf hashes: all of them, or none if one is no hash."""
        row = _row(leaves)
        height = 0
        while row:
            if height == len(self._levels):
                self._levels.append(bytearray())
            level = self._levels[height]
            level += row
            height += 1
            above = len(self._levels[height]) if height < len(self._levels) else 0
            row = _parents(bytes(level[2 * above : len(level) // PAIR_BYTES * PAIR_BYTES]))

    def root(self, size: int | None = None) -> bytes:
        """Return the root of the first `size` leaves, of all if not given."""
        return self._span(0, self._within(size))

    def inclusion_path(self, index: int, size: int) -> tuple[bytes, ...]:
        """Return the path of a leaf, by its index from 0, in the tree of the first `size` leaves.

        From the leaf's sibling upwards: RFC 9162, section 2.1.3.1.
        """
        if not 0 <= index < self._within(size):
            obstacle = f"there is no leaf {index} among the first {size}"
            raise InvalidValueError("cannot show a path", obstacle, "count leaves from 0")
        return self._path(index, 0, size)

    def consistency_path(self, old_size: int, size: int) -> tuple[bytes, ...]:
        """Return the path from the tree of `old_size` leaves to that of `size` leaves.

        RFC 9162, section 2.1.4.1. Empty where there is nothing to show: from no leaves, or to the
        same ones.
        """
        if not 0 <= old_size <= self._within(size):
            obstacle = f"a tree of {size} leaves does not begin with one of {old_size}"
            raise InvalidValueError("cannot show a path", obstacle, "give the smaller size first")
        if old_size in {0, size}:
            return ()
        # The last perfect subtree of the old tree, at this height, is a node of the new one too.
        height = (old_size & -old_size).bit_length() - 1
        last = (old_size >> height) - 1
        start = () if last == 0 else (self._node(height, last),)  # it is the old root itself
        return (*start, *self._path(last, height, size))

    def _path(self, index: int, height: int, size: int) -> tuple[bytes, ...]:
        """Return the siblings of a node and of all above it in the tree of `size` leaves."""
        path: list[bytes] = []
        while 1 << height < size:
            sibling = index ^ 1
            start = sibling << height
            if start < size:
                path.append(self._span(start, min(start + (1 << height), size)))
            index, height = index >> 1, height + 1
        return tuple(path)

    def _span(self, start: int, end: int) -> bytes:
        """Return the root over the leaves from `start` to before `end`, if that is one node.

        So `start` is a multiple of the least power of two that is no less than their number.
        """
        peaks = b""
        while start < end:
            height = (end - start).bit_length() - 1
            peaks += self._node(height, start >> height)
            start += 1 << height
        return root_of(peaks)

    def _node(self, height: int, index: int) -> bytes:
        start = index * HASH_BYTES
        return bytes(self._levels[height][start : start + HASH_BYTES])

    def _within(self, size: int | None) -> int:
        if size is None:
            return self.size
        if not 0 <= size <= self.size:
            obstacle = f"it has {self.size} leaves, not {size}"
            raise InvalidValueError("cannot look into the tree", obstacle, "ask for fewer leaves")
        return size


def _row(leaves: Iterable[bytes]) -> bytes:
    """Return leaf hashes in one row."""
    hashes = list(leaves)
    if not {HASH_BYTES}.issuperset(map(len, hashes)):
        obstacle = f"a leaf hash is not {HASH_BYTES} bytes long"
        raise InvalidValueError("cannot extend the tree", obstacle, "give the hash of each leaf")
    return b"".join(hashes)


def _parents(row: bytes) -> bytes:
    """Return the nodes above a row of pairs: `node_hash`, without a call for each."""
    steps = range(0, len(row), PAIR_BYTES)
    return b"".join([sha256(b"\x01" + row[each : each + PAIR_BYTES]).digest() for each in steps])
