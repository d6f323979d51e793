"""The Merkle tree over a log: what its first events come to, and the proofs about them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from itertools import islice
from typing import Final, cast

from ccm_engine.errors import DamagedLogError, EvidenceError, OutsideModelError
from ccm_engine.evidence.notes import Checkpoint
from ccm_engine.evidence.proofs import ConsistencyProof, InclusionProof
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log import EventLog, Seal

_REMEDY: Final = "look for the copy that the checkpoint was made of"


class LogTree:
    """The tree over a log's lines (RFC 9162), grown as the log is found to have grown.

    Safe to use from several threads. Hashes are computed from what is read, never taken from the
    log, so that the root names what an answer was derived from. `size` is everywhere how many
    events from the first on are meant; `None` means all that there are now.
    """

    def __init__(self, log: EventLog) -> None:
        """Read nothing yet."""
        self._log = log
        self._tree = Tree()
        self._lock = threading.Lock()

    def seal(self, size: int | None = None) -> Seal:
        """Return the size and the root over the events."""
        with self._lock:
            covered = self._grown(size)
            return Seal(covered, self._tree.root(covered))

    def lines(self, size: int) -> Iterator[bytes]:
        """Yield the canonical lines of the first events: the leaves of the tree."""
        return islice(self._log.lines(), size)

    def checkpoint(self, origin: str, size: int | None = None) -> Checkpoint:
        """Return what a key holder signs: the log's name, size and root."""
        return Checkpoint(origin, *self.seal(size))

    def inclusion(
        self, position: int, size: int | None = None, *, checkpoint: str | None = None
    ) -> InclusionProof:
        """Prove that an event stands at a position, from 1; `checkpoint` goes with the proof.

        Raises `OutsideModelError` for a position there is not.
        """
        with self._lock:
            covered = self._grown(size)
            if not 1 <= position <= covered:
                asked = f"prove what stands at position {position} of {self._log.name}"
                obstacle = f"there are {covered:,} events"
                remedy = f"ask from 1 to {covered}" if covered else "record events first"
                raise OutsideModelError(asked, obstacle, remedy)
            line = next(self._log.lines(position - 1)).decode()
            return InclusionProof(
                position=position,
                id=cast("dict[str, str]", json.loads(line))["id"],
                size=covered,
                root=self._tree.root(covered),
                leaf=line,
                path=self._tree.inclusion_path(position - 1, covered),
                checkpoint=checkpoint,
            )

    def consistency(
        self, since: Seal, size: int | None = None, *, checkpoint: str | None = None
    ) -> ConsistencyProof:
        """Prove that the log continues what was sealed before; `checkpoint` goes with the proof.

        Raises `EvidenceError` if it does not: the seal is of another log, or of this one as it is
        not any more.
        """
        with self._lock:
            covered = self._grown(size)
            self._check_continues(since, covered)
            return ConsistencyProof(
                since_size=since.size,
                since_root=since.root,
                size=covered,
                root=self._tree.root(covered),
                path=self._tree.consistency_path(since.size, covered),
                checkpoint=checkpoint,
            )

    def continues(self, since: Seal) -> None:
        """Refuse a seal that is not of this log's beginning: `EvidenceError`."""
        with self._lock:
            self._check_continues(since, self._grown(None))

    def _check_continues(self, since: Seal, covered: int) -> None:
        asked = f"find in {self._log.name} what the checkpoint says"
        if since.size > covered:
            obstacle = f"it has {covered:,} events, not {since.size:,}: some are missing"
            raise EvidenceError(asked, f"{obstacle}, or it is another log", _REMEDY)
        if self._tree.root(since.size) != since.root:
            obstacle = f"up to position {since.size:,} it comes to another root: it was changed"
            raise EvidenceError(asked, f"{obstacle}, or it is another log", _REMEDY)

    def _grown(self, size: int | None) -> int:
        """Read as far as is asked for, and return how many events that is."""
        if size is None or size > self._tree.size:
            self._tree.extend(map(leaf_hash, self._log.lines(self._tree.size)))
        covered = self._tree.size if size is None else size
        if covered > self._tree.size:
            asked, obstacle = f"read {self._log.name}", f"it ends at position {self._tree.size}"
            error = DamagedLogError(asked, obstacle, "restore the log from a copy")
            raise error.at_position(self._tree.size + 1)
        return covered
