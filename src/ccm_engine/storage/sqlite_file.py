"""The SQLite file of a log: how it is made, recognised and connected to, and how it fails."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Final

from eventsourcing.persistence import InterfaceError
from eventsourcing.sqlite import SQLiteConnection, SQLiteConnectionPool, SQLiteDatastore

from ccm_engine.errors import (
    DamagedLogError,
    LogError,
    LogUnavailableError,
    NotALogError,
    ReadOnlyLogError,
)
from ccm_engine.storage.rows import APPLICATION, FORMAT, check_format

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID: Final = 0x43434D4C  # "CCML", in the file's header for file(1) and for us

_SCHEMA: Final = (
    # The library reads positions from a column of literally this name; AUTOINCREMENT so that
    # no position is ever given twice, and VACUUM renumbers nothing.
    """CREATE TABLE ccm_events (
        rowid INTEGER PRIMARY KEY AUTOINCREMENT,
        originator_id TEXT NOT NULL,
        originator_version INTEGER NOT NULL,
        topic TEXT NOT NULL,
        state BLOB NOT NULL,
        recorded_at TEXT NOT NULL,
        leaf BLOB NOT NULL,
        UNIQUE (originator_id, originator_version))""",
    """CREATE TRIGGER ccm_events_refuse_update BEFORE UPDATE ON ccm_events
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """CREATE TRIGGER ccm_events_refuse_delete BEFORE DELETE ON ccm_events
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    # INSERT OR REPLACE deletes without a delete trigger unless the connection asks for one
    # (recursive_triggers); this refuses it on any connection, and gaps with it.
    """CREATE TRIGGER ccm_events_refuse_gap BEFORE INSERT ON ccm_events
        WHEN NEW.rowid IS NOT 1 + coalesce((SELECT max(rowid) FROM ccm_events), 0)
        OR NEW.originator_version IS NOT 1 + coalesce((SELECT max(originator_version)
            FROM ccm_events WHERE originator_id = NEW.originator_id), 0)
        BEGIN SELECT RAISE(ABORT, 'the log continues without gaps'); END""",
    "CREATE TABLE ccm_heads (size INTEGER PRIMARY KEY, peaks BLOB NOT NULL)",
    """CREATE TRIGGER ccm_heads_refuse_update BEFORE UPDATE ON ccm_heads
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """CREATE TRIGGER ccm_heads_refuse_delete BEFORE DELETE ON ccm_heads
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    "CREATE TABLE ccm_log (application TEXT NOT NULL, format INTEGER NOT NULL)",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT}",
)


class LogConnections(SQLiteConnectionPool):
    """The library's pool over connections that sync fully and never change the file by opening."""

    def __init__(self, *, db_name: str, patience_seconds: float) -> None:
        """Wait `patience_seconds` for another program's lock."""
        super().__init__(db_name=db_name, pool_timeout=patience_seconds)
        self.patience_seconds = patience_seconds

    def _create_connection(self) -> SQLiteConnection:
        """Connect, without the library's switch to WAL: the file was made that way."""
        try:
            connection = connected(self.db_name, self.patience_seconds)
        except sqlite3.Error as error:
            raise InterfaceError(error) from error
        connection.row_factory = sqlite3.Row
        return SQLiteConnection(sqlite_conn=connection, max_age=None)


class LogFile(SQLiteDatastore):
    """The library's datastore over one log file, with streams named by text."""

    def __init__(self, path: Path, uri: str, written: int, patience_seconds: float) -> None:
        """Connect when first asked; `uri` says whether to write, `written` in which format."""
        super().__init__(uri, originator_id_type="text")
        self.pool = LogConnections(db_name=uri, patience_seconds=patience_seconds)
        self.written = written
        self._path = path.absolute()
        self._opened = path.stat()

    def in_place(self) -> bool:
        """Tell whether the path still leads to the file opened, and not past what is appended."""
        try:
            return os.path.samestat(self._path.stat(), self._opened)
        except OSError:
            return False


def connected(uri: str, patience_seconds: float) -> sqlite3.Connection:
    """Connect in autocommit mode, without writing."""
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=patience_seconds,
        isolation_level=None,
        check_same_thread=False,  # the pool sees to it that one thread at a time has it
    )
    try:
        connection.execute("PRAGMA synchronous = FULL")  # the first look at the file
    except (sqlite3.Error, UnicodeDecodeError):
        connection.close()
        raise
    return connection


def make_log(path: Path, patience_seconds: float) -> None:
    """Make an empty log where there is nothing yet; a failure leaves nothing behind."""
    asked = f"cannot make a log at {path}"
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError:
        remedy = "open it, or name another path"
        raise LogUnavailableError(asked, "there is something already", remedy) from None
    except (OSError, ValueError) as error:  # ValueError: no path can be called so
        said = (getattr(error, "strerror", None) or str(error)).lower()
        remedy = "name a path in a folder that exists and can be written"
        raise LogUnavailableError(asked, said, remedy) from error
    try:
        _lay_out(address(path, "rw"), patience_seconds)
    except BaseException as error:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):
            raise explained(error, asked) from error
        raise


def _lay_out(uri: str, patience_seconds: float) -> None:
    connection = connected(uri, patience_seconds)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute("INSERT INTO ccm_log VALUES (?, ?)", (APPLICATION, FORMAT))
        connection.execute("COMMIT")
    finally:
        connection.close()


def recognised(path: Path, patience_seconds: float) -> tuple[str, int]:
    """Return the address to open a log file by, and its format, once it is known to be a log."""
    asked = f"cannot open {path}"
    try:
        found, there = path.is_file(), path.exists()
    except OSError as error:  # a name too long, a folder that may not be looked into
        said = (error.strerror or str(error)).lower()
        raise LogUnavailableError(asked, said, "name a path that can be opened") from error
    if not found:
        obstacle = "it is not a file" if there else "there is no such file"
        raise LogUnavailableError(asked, obstacle, f"make a log with: ccm init --log {path}")
    try:
        return _readable_address(path, asked, patience_seconds)
    except UnicodeDecodeError as error:
        raise DamagedLogError(asked, "SQLite says what is no text", RESTORE) from error
    except sqlite3.Error as error:
        if _code(error) == sqlite3.SQLITE_READONLY:
            obstacle = "a writer left it unfinished, and here it can only be read"
            remedy = "open it once with the right to write to it"
            raise LogUnavailableError(asked, obstacle, remedy) from error
        raise explained(error, asked) from error


def _readable_address(path: Path, asked: str, patience_seconds: float) -> tuple[str, int]:
    writable = address(path, "rw")  # SQLite falls back to reading where it must
    try:
        return writable, _format(writable, asked, patience_seconds)
    except sqlite3.OperationalError as error:
        # A log in a folder we cannot write to: SQLite finds no room for its shared memory.
        # Without a -wal file nobody has it open, and everything is in the file itself.
        if _code(error) not in _NO_ROOM or path.with_name(path.name + "-wal").exists():
            raise
        immutable = address(path, "ro") + "&immutable=1"
        return immutable, _format(immutable, asked, patience_seconds)


def _format(uri: str, asked: str, patience_seconds: float) -> int:
    """Return the format of a log's tables, once its header is known to be ours and whole."""
    connection = connected(uri, patience_seconds)
    try:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        if application_id != APPLICATION_ID:
            remedy = "name a file made by: ccm init --log PATH"
            raise NotALogError(asked, "it is a database, but no log of this library", remedy)
        (written,) = connection.execute("PRAGMA user_version").fetchone()
        check_format(written, asked)
        header = connection.execute("SELECT application, format FROM ccm_log").fetchall()
        connection.execute("SELECT recorded_at FROM ccm_events LIMIT 1")
    finally:
        connection.close()
    if header != [(APPLICATION, written)]:
        raise DamagedLogError(asked, "its header contradicts itself", RESTORE)
    return int(written)


def address(path: Path, mode: str) -> str:
    """Write a path as the URI that SQLite opens without ever creating a file."""
    return f"{path.absolute().as_uri()}?mode={mode}"


RESTORE: Final = "restore it from a copy"
_PRIMARY_CODE: Final = 0xFF  # the rest of an extended result code says where it arose
_NO_ROOM: Final = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)  # ERROR: no such table, no UTF-8
_RETRY: Final = "retry when the other program is done"
_UNAVAILABLE: Final = {
    sqlite3.SQLITE_BUSY: ("another program holds it locked", _RETRY),
    sqlite3.SQLITE_LOCKED: ("another program holds it locked", _RETRY),
    sqlite3.SQLITE_FULL: ("the disk is full", "make room and retry"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "look at the rights of the file and folder"),
    sqlite3.SQLITE_IOERR: ("the disk does not answer", "look at the disk and retry"),
}


def _code(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & _PRIMARY_CODE


def explained(error: sqlite3.Error, asked: str) -> LogError:
    """Say in the words of this library what SQLite reports."""
    code = _code(error)
    if code == sqlite3.SQLITE_NOTADB:
        remedy = "name a file made by: ccm init --log PATH"
        return NotALogError(asked, "it is no log of this library", remedy)
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnlyLogError(asked, "it can only be read", "ask for the right to write to it")
    if code in _UNAVAILABLE:
        return LogUnavailableError(asked, *_UNAVAILABLE[code])
    said = f"SQLite reports: {error}"
    if code in _DAMAGED and not isinstance(error, sqlite3.ProgrammingError):
        return DamagedLogError(asked, said, RESTORE)
    return LogUnavailableError(asked, said, "look at the file and retry")
