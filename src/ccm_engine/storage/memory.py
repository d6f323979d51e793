"""A log in memory: the reference the databases are compared with, and the store for trials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsourcing.persistence import StoredEvent
from eventsourcing.popo import POPOApplicationRecorder

from ccm_engine.errors import LogUnavailableError
from ccm_engine.storage.moments import stored_moment
from ccm_engine.storage.rows import (
    NewRow,
    Row,
    RowRecorder,
    check_versions,
    placed,
    streams_of,
)
from ccm_engine.storage.seals import EMPTY, Head, SealedRow, sealed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime


class MemoryRowStore(RowRecorder, POPOApplicationRecorder):
    """Rows in a list, gone with the process."""

    name = "the log in memory"

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._rows: list[Row] = []
        self._sealed: list[SealedRow] = []
        self._heads: list[Head] = []
        self._open = True

    def append(self, rows: Sequence[NewRow], recorded_at: datetime) -> list[Row]:
        """Append all the rows in order, or none of them."""
        given = stored_moment(recorded_at)
        with self._database_lock:
            self._check_open("append to")
            index = self._stored_events_index
            last_versions = {stream: len(index.get(stream, ())) for stream in streams_of(rows)}
            check_versions(self.name, rows, last_versions)
            moment = max(given, self._rows[-1].recorded_at) if self._rows else given
            taken = placed(rows, len(self._rows), moment)
            with_leaves, head = sealed(taken, self._heads[-1] if self._heads else EMPTY)
            self._rows += taken
            self._sealed += with_leaves
            if rows:
                self._heads.append(head)
            self._update_table([StoredEvent(*row) for row in rows])
        self._notify_listeners()
        return taken

    def read(self, after: int = 0, until: int | None = None) -> Iterator[Row]:
        """Read the rows with `after < position <= until` in order."""
        with self._database_lock:
            self._check_open("read")
            first = max(after, 0)
            return iter(self._rows[first:] if until is None else self._rows[first : max(until, 0)])

    def sealed(self, after: int | None = None) -> Iterator[SealedRow]:
        """Read the rows after a position with their stored hashes."""
        with self._database_lock:
            self._check_open("read")
            return iter(self._sealed[after or 0 :])

    def heads(self) -> list[Head]:
        """Read what was stored of the tree at each append."""
        self._check_open("read")
        return self._heads[:]

    def head(self) -> int:
        """Return the last position, 0 in an empty log."""
        self._check_open("read")
        return len(self._rows)

    def close(self) -> None:
        """Answer nothing more."""
        self._open = False

    def _check_open(self, verb: str) -> None:
        if not self._open:
            asked = f"cannot {verb} {self.name}"
            raise LogUnavailableError(asked, "it was closed", "make a new one")
