"""The Merkle tree over a log: what its first events come to, and the proofs about them."""

from __future__ import annotations

import threading

from ccm_engine.errors import DamagedLogError, OutsideModelError
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log import EventLog, Seal


class LogTree:
    """The tree over a log's lines (RFC 9162), grown as the log is found to have grown.

    Safe to use from several threads. Hashes are computed from what is read, never taken from the
    log, so that the root names what an answer was derived from.
    """

    def __init__(self, log: EventLog) -> None:
        """Read nothing yet."""
        self._log = log
        self._tree = Tree()
        self._lock = threading.Lock()

    def seal(self, size: int | None = None) -> Seal:
        """Return the root over the first `size` events; over all that there are, by default."""
        with self._lock:
            tree = self._grown(size)
            covered = tree.size if size is None else size
            return Seal(covered, tree.root(covered))

    def inclusion(self, position: int, size: int | None = None) -> tuple[bytes, tuple[bytes, ...]]:
        """Return an event's line and its path to the root over the first `size` events.

        Raises `OutsideModelError` for a position the log does not have.
        """
        with self._lock:
            tree = self._grown(size)
            covered = tree.size if size is None else size
            if not 1 <= position <= covered:
                asked = f"prove that position {position} is in {self._log.name}"
                obstacle = f"it has {covered:,} events"
                raise OutsideModelError(asked, obstacle, f"ask from 1 to {covered}")
            path = tree.inclusion_path(position - 1, covered)
            return next(self._log.lines(position - 1)), tuple(path)

    def consistency(self, since: int, size: int | None = None) -> tuple[bytes, ...]:
        """Return the proof that the first `since` events begin the first `size`."""
        with self._lock:
            tree = self._grown(max(since, size or 0) if size is not None else None)
            covered = tree.size if size is None else size
            if not 0 <= since <= covered:
                asked = f"prove that {self._log.name} continues what had {since:,} events"
                raise OutsideModelError(
                    asked, f"it has {covered:,}", "ask with a checkpoint of this log"
                )
            return tuple(tree.consistency_path(since, covered))

    def _grown(self, size: int | None) -> Tree:
        """Return the tree over at least `size` events; over all that there are, by default."""
        if size is None or size > self._tree.size:
            self._tree.extend(map(leaf_hash, self._log.lines(self._tree.size)))
        if size is not None and size > self._tree.size:
            asked, obstacle = f"read {self._log.name}", f"it ends at position {self._tree.size}"
            raise DamagedLogError(asked, obstacle, "restore the log from a copy").at_position(size)
        return self._tree
