"""Storage: the only package that knows `eventsourcing` or a database.

Drivers are imported when a log is opened, so that asking the packaged record loads none.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from ccm_engine.errors import LogUnavailableError

if TYPE_CHECKING:
    from ccm_engine.log import EventLog


_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/|.*\bpassword\s*=", flags=re.DOTALL)


def open_log(target: str | os.PathLike[str], *, create: bool = False) -> EventLog:
    """Open the log at a path or a `postgresql://` address; with `create`, make a new one there.

    Raises `LogUnavailableError`, `NotALogError`, `NewerLogError` or `DamagedLogError`.
    """
    from ccm_engine.storage.opening import open_postgresql, open_sqlite
    from ccm_engine.storage.stored_log import StoredLog

    target = os.fspath(target)
    if target.startswith(("postgresql://", "postgres://")):
        return StoredLog(open_postgresql(target, create=create))
    if _ADDRESS.match(target):  # it may hold a password, and so is not repeated
        obstacle = "it is an address, and not one that begins with postgresql://"
        remedy = "give a path, or postgresql://USER@HOST/DATABASE"
        raise LogUnavailableError("open the log that was named", obstacle, remedy)
    return StoredLog(open_sqlite(target, create=create))


def memory_log() -> EventLog:
    """Return an empty log that lives as long as the object."""
    from ccm_engine.storage.memory import MemoryRowStore
    from ccm_engine.storage.stored_log import StoredLog

    return StoredLog(MemoryRowStore())


__all__ = ["memory_log", "open_log"]
