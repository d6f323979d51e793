"""What proves rows unaltered: their hashes, and the Merkle tree over them (RFC 9162).

Each row is stored with the hash of its line. Each append stores one `Head`: how many rows there
are then, and the roots of the perfect subtrees over them, from which the tree goes on. A row
changed, lost, added or moved behind the library's back no longer fits; only whoever computes all
of it anew leaves no trace here, and for that there are checkpoints.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat, starmap
from json import dumps
from typing import TYPE_CHECKING, Final, NamedTuple

from ccm_engine.errors import DamagedLogError
from ccm_engine.evidence.tree import grown
from ccm_engine.evidence.verifier import EMPTY_ROOT, leaf_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ccm_engine.storage.rows import Row

HEADS_TABLE: Final = "ccm_heads"
FIRST: Final = -(2**63)  # where somebody could put a row behind the library's back
LAST: Final = 2**63 - 1


class Head(NamedTuple):
    """The tree over the first `size` rows, as the 32-byte roots of its perfect subtrees."""

    size: int
    peaks: bytes


class SealedRow(NamedTuple):
    """A row with the hash that was stored beside it."""

    position: int
    stream: str
    version: int
    topic: str
    payload: bytes
    recorded_at: str
    leaf: bytes


EMPTY: Final = Head(0, b"")


def line(
    position: int, stream: str, version: int, _topic: str, payload: bytes, recorded_at: str
) -> bytes:
    """Return the canonical line of a row: the bytes whose hash is its leaf of the tree.

    The stored name is not in it: the payload begins with it.
    """
    opening = f'{{"id":{_quoted(stream)}{version}","position":{position}'
    return f'{opening},"recorded_at":"{recorded_at}","event":'.encode() + payload + b"}"


@lru_cache(maxsize=1024)
def _quoted(stream: str) -> str:
    """Return a stream as an identifier in JSON begins: `"BGR#`."""
    return f"{dumps(stream)[:-1]}#"


def sealed(rows: Sequence[Row], head: Head) -> tuple[list[SealedRow], Head]:
    """Return rows that are being appended with their hashes, and the tree that has them in it."""
    leaves = list(map(leaf_hash, starmap(line, rows)))
    columns = ((*row, leaf) for row, leaf in zip(rows, leaves, strict=True))
    with_leaves = list(as_sealed_rows(columns))
    return with_leaves, Head(head.size + len(leaves), grown(head.size, head.peaks, leaves))


# What `SealedRow._make` does, without its Python frame.
_new_row: Final[Callable[[type[SealedRow], tuple[object, ...]], SealedRow]] = vars(tuple)["__new__"]


def as_sealed_rows(columns: Iterable[tuple[object, ...]]) -> Iterator[SealedRow]:
    """Name the columns a cursor gives in the order of `SealedRow`."""
    return map(_new_row, repeat(SealedRow), columns)


def check_covered(name: str, head: Head, last: int) -> None:
    """Refuse to continue a log whose tree does not cover its rows, `last` being the last one's."""
    if head.size != last or not _is_whole(head):
        asked, obstacle = f"append to {name}", f"its tree does not cover its {last:,} events"
        remedy = "find out more with ccm verify, and restore the log from a copy"
        covered = head.size if type(head.size) is int else 0
        raise DamagedLogError(asked, obstacle, remedy).at_position(min(covered, last) + 1)


def _is_whole(head: Head) -> bool:
    """Tell whether a head is one: a number of rows, and as many peaks as a tree of them has."""
    kinds = type(head.size) is int and type(head.peaks) is bytes
    return kinds and len(head.peaks) == len(EMPTY_ROOT) * head.size.bit_count()
