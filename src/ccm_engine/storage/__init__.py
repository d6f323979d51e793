"""Storage: the only package that knows `eventsourcing` or a database.

Drivers are imported when a log is opened, so that asking the packaged record loads none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ccm_engine.log import EventLog


def open_log(target: str, *, create: bool = False) -> EventLog:
    """Open the log at a path or a `postgresql://` address; with `create`, make a new one there.

    Raises `LogUnavailableError`, `NotALogError`, `NewerLogError` or `DamagedLogError`.
    """
    from ccm_engine.storage.opening import open_postgresql, open_sqlite
    from ccm_engine.storage.stored_log import StoredLog

    if target.startswith(("postgresql://", "postgres://")):
        return StoredLog(open_postgresql(target, create=create))
    return StoredLog(open_sqlite(target, create=create))


def memory_log() -> EventLog:
    """Return an empty log that lives as long as the object."""
    from ccm_engine.storage.memory import MemoryRowStore
    from ccm_engine.storage.stored_log import StoredLog

    return StoredLog(MemoryRowStore())


__all__ = ["memory_log", "open_log"]
