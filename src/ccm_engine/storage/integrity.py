"""Whether a log is what this library wrote: each row, its place, its moment, its hash, the tree."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

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


OF_ANOTHER_KIND: Final = (AttributeError, OverflowError, TypeError, ValueError)
"""What Python raises for values that no row of ours holds: a number or nothing for a text."""


def verified(store: RowStore) -> Seal:
    """Read every row again, recompute the tree, and return what it comes to.

    Raises `DamagedLogError` with the first bad position and what is wrong with it. A writer may
    go on meanwhile: heads are read before the rows, and rows and their head appear together.
    """
    reading, done = _Reading(store.name), EMPTY
    while True:
        heads = reading.newer(store.heads(), done)
        rows = store.sealed(after=done.size or None)
        for head in heads:
            leaves = reading.leaves(islice(rows, head.size - done.size))
            done = reading.covered(done, head, leaves)
            if reading.unknown is not None:
                raise reading.unknown
        further = next(rows, None)
        if further is None:
            return Seal(done.size, root_of(done.peaks))
        if not heads and not reading.newer(store.heads(), done):
            words = "is in no tree: this library did not append it"
            raise reading.damaged(done.size + 1, words)


@attrs.define
class _Reading:
    """What is known of the rows read so far.

    `unknown` is the error about an event of a later version, raised once its hashes are known to
    be sound: damage comes first.
    """

    name: str
    unknown: LogError | None = attrs.field(default=None, init=False)
    last: int = 0
    moment: str = ""
    numbers: dict[str, int] = attrs.field(factory=dict[str, int])

    def newer(self, heads: list[Head], done: Head) -> list[Head]:
        """Return the heads after one, once they are known to be some."""
        before = done.size
        for head in (found := [each for each in heads if not _is_covered(each, done)]):
            if type(head.size) is not int or type(head.peaks) is not bytes or head.size <= before:
                raise self.damaged(done.size + 1, "is in a tree of which no more can be read")
            before = head.size
        return found

    def leaves(self, rows: Iterator[SealedRow]) -> list[bytes]:
        """Return the hashes of rows, once each is known to be sound."""
        try:
            return self._sound(rows)
        except CcmError:
            raise
        except OF_ANOTHER_KIND as error:
            raise self.damaged(self.last + 1, f"holds what no event does: {error}") from error

    def _sound(self, rows: Iterator[SealedRow]) -> list[bytes]:
        found: list[bytes] = []
        numbers, expected = self.numbers, self.last
        for position, stream, version, topic, payload, recorded_at, leaf in rows:
            if position != expected + 1:
                raise self._misplaced(position, expected + 1)
            self.last, expected = expected, position
            if leaf_hash(line(position, stream, version, topic, payload, recorded_at)) != leaf:
                raise self.damaged(position, "is not what was recorded: its hash is another")
            if version != numbers.get(stream, 0) + 1:
                raise self.damaged(position, f"is filed as number {version} of {stream}")
            numbers[stream] = version
            if recorded_at != self.moment:
                self._check_moment(position, recorded_at)
            try:
                event = decode(payload)
            except NewerEventTypeError as error:
                self.unknown = self.unknown or unreadable(self.name, position, error)
                found.append(leaf)
                continue
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


def _is_covered(head: Head, done: Head) -> bool:
    """Tell whether a head is the one gone on from, or older."""
    return done.size > 0 and type(head.size) is int and 0 < head.size <= done.size


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
    """Return how the payload of an event with that stored name begins.

    A name with a quotation mark in it is none, and nothing begins so.
    """
    return b'{"type":"' + topic.encode() + b'"' if '"' not in topic else b"\x00"
