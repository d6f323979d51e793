"""A log in one SQLite file: WAL, full sync, several threads and processes."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from itertools import chain, starmap
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from eventsourcing.persistence import ConnectionPoolClosedError, PersistenceError
from eventsourcing.sqlite import SQLiteApplicationRecorder

from ccm_engine.errors import CcmError, DamagedLogError, LogUnavailableError
from ccm_engine.storage.moments import stored_moment
from ccm_engine.storage.rows import (
    EVENTS_TABLE,
    PAGE_ROWS,
    PATIENCE_SECONDS,
    NewRow,
    Row,
    RowRecorder,
    as_rows,
    check_sealed,
    check_versions,
    later,
    moved_on,
    placed,
    streams_of,
)
from ccm_engine.storage.seals import (
    EMPTY,
    FIRST,
    LAST,
    Head,
    SealedRow,
    as_sealed_rows,
    check_covered,
    sealed,
)
from ccm_engine.storage.sqlite_file import RESTORE, LogFile, explained, make_log, recognised

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from datetime import datetime

_INSERT: Final = """INSERT INTO ccm_events
    (rowid, originator_id, originator_version, topic, state, recorded_at, leaf)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_AT_ONCE: Final = 50  # rows in one statement: each statement costs SQLite a savepoint of its own
_INSERT_SEVERAL: Final = _INSERT + ", (?, ?, ?, ?, ?, ?, ?)" * (_AT_ONCE - 1)
_INSERT_HEAD: Final = "INSERT INTO ccm_heads (size, peaks) VALUES (?, ?)"
_LAST_HEAD: Final = "SELECT size, peaks FROM ccm_heads ORDER BY size DESC LIMIT 1"
_HEADS: Final = "SELECT size, peaks FROM ccm_heads ORDER BY size"
_LAST: Final = "SELECT rowid, recorded_at FROM ccm_events ORDER BY rowid DESC LIMIT 1"
_LAST_VERSION: Final = """SELECT coalesce(max(originator_version), 0)
    FROM ccm_events WHERE originator_id = ?"""
_PAGE: Final = """SELECT rowid, originator_id, originator_version, topic, state, recorded_at
    FROM ccm_events WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?"""
_SEALED_PAGE: Final = """SELECT rowid, originator_id, originator_version, topic, state, recorded_at,
    leaf FROM ccm_events WHERE rowid >= ? ORDER BY rowid LIMIT ?"""

_POSITION: Final = "SELECT rowid FROM ccm_events WHERE rowid >= ? ORDER BY rowid LIMIT 1"


def open_sqlite(
    path: str | Path, *, create: bool, patience_seconds: float = PATIENCE_SECONDS
) -> SQLiteRowStore:
    """Open the log at a path, or make one there first; what is there already is never made anew.

    Raises `LogUnavailableError` where there is none (or, to make one, something), `NotALogError`,
    `NewerLogError`, `DamagedLogError`. A log that can only be read opens; appending is refused.
    """
    place = Path(path)
    if create:
        make_log(place, patience_seconds)
    uri, written = recognised(place, patience_seconds)
    log_file = LogFile(place, uri, written, patience_seconds)
    return SQLiteRowStore(log_file, str(path), patience_seconds)


class SQLiteRowStore(RowRecorder, SQLiteApplicationRecorder):
    """Rows in a file, on the library's recorder; our own table, transactions and reading."""

    def __init__(self, log_file: LogFile, name: str, patience_seconds: float) -> None:
        """Serve rows from an opened log file."""
        super().__init__(log_file, events_table_name=EVENTS_TABLE)
        self.name = name
        self._file = log_file
        self._patience_seconds = patience_seconds
        # Threads queue here and not in the pool, where a waiting writer would hold up readers.
        self._writing = Lock()

    def construct_create_table_statements(self) -> list[str]:
        """Lay out nothing: the file was laid out when it was made."""
        return []

    def append(self, rows: Sequence[NewRow], recorded_at: datetime) -> list[Row]:
        """Append all the rows in order, or none of them."""
        given = stored_moment(recorded_at)
        if not rows:
            return []
        check_sealed(self._file.written, f"cannot append to {self.name}")
        if not self._file.in_place():
            asked = f"cannot append to {self.name}"
            remedy = "put it back, or open what is there now"
            raise LogUnavailableError(asked, "the file was moved or removed", remedy)
        with self._only_writer(), self._cursor("append to") as cursor, _transaction(cursor):
            head, last = cursor.execute(_LAST).fetchone() or (0, given)
            taken = placed(rows, head, later(self.name, head, last, given))
            found = cursor.execute(_LAST_HEAD).fetchone()
            tree = Head(*found) if found else EMPTY
            check_covered(self.name, tree, head)
            with_leaves, tree = sealed(taken, tree)
            try:
                _insert(cursor, with_leaves)
                cursor.execute(_INSERT_HEAD, tree)
            except sqlite3.IntegrityError as error:
                cursor.execute("ROLLBACK")
                raise self._refusal(cursor, rows) from error
        return taken

    def _refusal(self, cursor: sqlite3.Cursor, rows: Sequence[NewRow]) -> CcmError:
        """Find the stream that the database's own check stopped at.

        The log only grows, so what was too old before the rollback is too old after it.
        """
        last_versions: dict[str, int] = {}
        for stream in streams_of(rows):
            (last_versions[stream],) = cursor.execute(_LAST_VERSION, (stream,)).fetchone()
        try:
            check_versions(self.name, rows, last_versions)
        except CcmError as refusal:
            return refusal
        return moved_on(self.name, rows[0].stream, rows[0].version, "the log moved on meanwhile")

    def read(self, after: int = 0, until: int | None = None) -> Iterator[Row]:
        """Read the rows with `after < position <= until` in order.

        Rows never change, so pages up to the head of now are as good as one snapshot, and
        no transaction stays open between them.
        """
        head = self.head()
        return chain.from_iterable(self._pages(after, head if until is None else min(until, head)))

    def _pages(self, after: int, until: int) -> Iterator[Iterator[Row]]:
        while after < until and (page := self._fetched(_PAGE, after, until, PAGE_ROWS)):
            after = page[-1][0]
            yield as_rows(page)

    def sealed(self, after: int | None = None) -> Iterator[SealedRow]:
        """Read the rows after a position with their stored hashes; `None` is all of them."""
        check_sealed(self._file.written, f"cannot verify {self.name}")
        return chain.from_iterable(self._sealed_pages(FIRST if after is None else after + 1))

    def _sealed_pages(self, begin: int) -> Iterator[Iterator[SealedRow]]:
        while begin <= LAST and (page := self._page(begin, PAGE_ROWS)):
            begin = page[-1][0] + 1
            yield as_sealed_rows(page)

    def _page(self, begin: int, rows: int) -> list[tuple[Any, ...]]:
        """Fetch rows with their hashes; of what SQLite cannot read, find the first position."""
        try:
            return self._fetched(_SEALED_PAGE, begin, rows)
        except DamagedLogError as error:
            if rows == 1:
                (found,) = self._fetched(_POSITION, begin)
                raise error.at_position(found[0]) from None
            while page := self._page(begin, 1):
                begin = page[-1][0] + 1
            raise

    def heads(self) -> list[Head]:
        """Read what was stored of the tree at each append, by size."""
        check_sealed(self._file.written, f"cannot verify {self.name}")
        return list(starmap(Head, self._fetched(_HEADS)))

    def _fetched(self, query: str, *parameters: int) -> list[tuple[Any, ...]]:
        with self._cursor("read") as cursor:
            return cursor.execute(query, parameters).fetchall()

    def head(self) -> int:
        """Return the last position, 0 in an empty log."""
        with self._cursor("read") as cursor:
            head, _ = cursor.execute(_LAST).fetchone() or (0, "")
        return int(head)

    def close(self) -> None:
        """Let go of the file."""
        self.datastore.close()

    @contextmanager
    def _only_writer(self) -> Generator[None]:
        """Wait for the other threads' turns, as long as for other programs."""
        if not self._writing.acquire(timeout=self._patience_seconds):
            asked = f"cannot append to {self.name}"
            raise LogUnavailableError(asked, "another thread is still appending", "retry later")
        try:
            yield
        finally:
            self._writing.release()

    @contextmanager
    def _cursor(self, verb: str) -> Generator[sqlite3.Cursor]:
        """Lend a bare cursor (plain tuples) of a pooled connection; explain what goes wrong."""
        asked = f"cannot {verb} {self.name}"
        try:
            with self.datastore.get_connection(commit=False) as connection:
                cursor = connection.cursor().sqlite_cursor
                cursor.row_factory = None
                with closing(cursor):  # an error that is kept would keep its transaction, too
                    yield cursor
        except sqlite3.Error as error:
            raise explained(error, asked) from error
        except UnicodeDecodeError as error:
            raise DamagedLogError(asked, "SQLite says what is no text", RESTORE) from error
        except ConnectionPoolClosedError as error:
            raise LogUnavailableError(asked, "it was closed", "open it again") from error
        except PersistenceError as error:
            if isinstance(error.__cause__, sqlite3.Error):
                raise explained(error.__cause__, asked) from error
            raise LogUnavailableError(asked, str(error).lower(), "retry later") from error


def _insert(cursor: sqlite3.Cursor, rows: Sequence[SealedRow]) -> None:
    whole = len(rows) - len(rows) % _AT_ONCE
    several = (rows[begin : begin + _AT_ONCE] for begin in range(0, whole, _AT_ONCE))
    cursor.executemany(_INSERT_SEVERAL, (list(chain.from_iterable(each)) for each in several))
    cursor.executemany(_INSERT, rows[whole:])


@contextmanager
def _transaction(cursor: sqlite3.Cursor) -> Generator[None]:
    """Write under the lock from the start: read-then-write under a plain BEGIN fails at once."""
    cursor.execute("BEGIN IMMEDIATE")
    try:
        yield
        cursor.execute("COMMIT")
    finally:
        if cursor.connection.in_transaction:
            cursor.execute("ROLLBACK")
