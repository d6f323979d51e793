"""Storage: the only package that knows `eventsourcing` or a database.

Drivers are imported when a log is opened, so that asking the packaged record loads none.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ccm_engine.errors import LogUnavailableError

if TYPE_CHECKING:
    from ccm_engine.log import EventLog, Seal
    from ccm_engine.storage.rows import RowStore


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
_PASSWORD = re.compile(r"\bpassword\s*=")


def open_log(target: str | os.PathLike[str], *, create: bool = False) -> EventLog:
    """Open the log at a path or a `postgresql://` address; with `create`, make a new one there.

    Raises `LogUnavailableError`, `NotALogError`, `NewerLogError` or `DamagedLogError`.
    """
    from ccm_engine.storage.stored_log import StoredLog

    return StoredLog(_open_store(os.fspath(target), create=create))


def _open_store(target: str, *, create: bool) -> RowStore:
    from ccm_engine.storage.opening import open_postgresql, open_sqlite

    if target.startswith(("postgresql://", "postgres://")):
        return open_postgresql(target, create=create)
    if _is_address(target):  # it may hold a password, and so is not repeated
        obstacle = "it is an address, and not one that begins with postgresql://"
        remedy = "give a path, or postgresql://USER@HOST/DATABASE"
        raise LogUnavailableError("open the log that was named", obstacle, remedy)
    return open_sqlite(target, create=create)


def _is_address(target: str) -> bool:
    """Tell whether something is no path, as it seems, however it was quoted, cut or misspelt."""
    rest = target.partition(":")[2]
    known = _SCHEME.match(target) or _PASSWORD.search(target)
    return known is not None or "@" in rest or "://" in target


def restore_log(backup: Path, target: str | os.PathLike[str]) -> Seal:
    """Make a new log at a path or an address of a backup, and return what it comes to.

    The backup is verified first. Raises `MalformedEvidenceError` or `EvidenceError` about it, or
    what `open_log` raises; a log that could not be filled is removed, where it is a file.
    """
    from ccm_engine.storage.backup import restore, verify_backup

    verified, target = verify_backup(backup), os.fspath(target)
    store = _open_store(target, create=True)
    try:
        restore(backup, verified, store)
    except BaseException:
        store.close()
        discard_log(target)
        raise
    store.close()
    return verified


def discard_log(target: str) -> None:
    """Remove the file of a log that was made just now and could not be filled."""
    if "://" in target:
        return
    for ending in ("", "-wal", "-shm"):
        Path(target + ending).unlink(missing_ok=True)


def memory_log() -> EventLog:
    """Return an empty log that lives as long as the object."""
    from ccm_engine.storage.memory import MemoryRowStore
    from ccm_engine.storage.stored_log import StoredLog

    return StoredLog(MemoryRowStore())


__all__ = ["discard_log", "memory_log", "open_log", "restore_log"]
