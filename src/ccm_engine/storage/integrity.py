"""Whether a log is what this library wrote: each row, its place, its moment, its hash, the tree."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

import attrs

from ccm_engine.errors import (
    CcmError,
    DamagedLogError,
    LogError,
    NewerEventTypeError,
    NewerLogError,
)
from ccm_engine.evidence.tree import grown, root_of
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log import Seal
from ccm_engine.storage.codec import decode
from ccm_engine.storage.moments import canonical_moment
from ccm_engine.storage.seals import EMPTY, Head, SealedRow, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ccm_engine.storage.rows import RowStore


def verified(store: RowStore) -> Seal:
    """Read every row again, recompute the tree, and return what it comes to.

    Raises `DamagedLogError` with the first bad position and what is wrong with it. A writer may
    go on meanwhile: rows and their head are appended together.
    """
    reading = _Reading(store.name)
    rows, heads, done = store.sealed(), store.heads(), EMPTY
    while True:
        for head in heads:
            leaves = reading.leaves(islice(rows, head.size - done.size))
            done = reading.covered(done, head, leaves)
        further = next(rows, None)
        if further is None:
            return Seal(done.size, root_of(done.peaks))
        heads = [head for head in store.heads() if head.size > done.size]
        if not heads:
            raise reading.damaged(further.position, "is in no tree: this library did not append it")
        rows = chain((further,), rows)


@attrs.define
class _Reading:
    """What is known of the rows read so far."""

    name: str
    last: int = 0
    moment: str = ""
    numbers: dict[str, int] = attrs.field(factory=dict[str, int])

    def leaves(self, rows: Iterator[SealedRow]) -> list[bytes]:
        """Return the hashes of rows, once each is known to be sound."""
        found: list[bytes] = []
        numbers, expected = self.numbers, self.last
        for position, stream, version, topic, payload, recorded_at, leaf in rows:
            expected += 1
            if position != expected:
                raise self._misplaced(position, expected)
            if leaf_hash(line(position, stream, version, topic, payload, recorded_at)) != leaf:
                raise self.damaged(position, "is not what was recorded: its hash is another")
            if version != numbers.get(stream, 0) + 1:
                raise self.damaged(position, f"is filed as number {version} of {stream}")
            numbers[stream] = version
            if recorded_at != self.moment:
                self._check_moment(position, recorded_at)
            try:
                event = decode(payload)
            except CcmError as error:
                raise unreadable(self.name, position, error) from error
            if event.stream != stream or not payload.startswith(opening(topic)):
                raise self.damaged(position, f"is filed as {topic} of {stream}")
            found.append(leaf)
        self.last = expected
        return found

    def covered(self, before: Head, head: Head, leaves: list[bytes]) -> Head:
        """Return a stored head, once the rows since the one before are known to make it."""
        missing = head.size - before.size - len(leaves)
        if missing > 0:
            raise self.damaged(self.last + 1, f"is missing: the tree covers {head.size:,} events")
        if grown(before.size, before.peaks, leaves) != head.peaks:
            words = f"or a later one up to {head.size} is not what the stored tree was made of"
            raise self.damaged(before.size + 1, words)
        return head

    def _misplaced(self, position: int, expected: int) -> DamagedLogError:
        if position > expected:
            return self.damaged(expected, "is missing")
        return self.damaged(position, "is no position of a log")

    def _check_moment(self, position: int, recorded_at: str) -> None:
        try:
            canonical_moment(recorded_at)
        except CcmError as error:
            raise self.damaged(position, f"has no moment: {error}") from error
        if recorded_at < self.moment:
            raise self.damaged(position, "was recorded before the one before it")
        self.moment = recorded_at

    def damaged(self, position: int, words: str) -> DamagedLogError:
        """Return the error that names a position and what is wrong with it."""
        return damaged(self.name, position, words)


def unreadable(name: str, position: int, error: CcmError) -> LogError:
    """Return the error for a row that holds no event this library reads."""
    if isinstance(error, NewerEventTypeError):
        newer = NewerLogError(f"read {name}", error.obstacle, "upgrade ccm-engine")
        return newer.at_position(position)
    return damaged(name, position, f"cannot be read: {error}")


def damaged(name: str, position: int, words: str) -> DamagedLogError:
    """Return the error that names a position and what is wrong with it."""
    obstacle = f"position {position} {words}"
    error = DamagedLogError(f"read {name}", obstacle, "restore the log from a copy")
    return error.at_position(position)


@lru_cache(maxsize=1024)
def opening(topic: str) -> bytes:
    """Return how the payload of an event with that stored name begins."""
    return b'{"type":"' + topic.encode() + b'"'
