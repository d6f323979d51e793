"""The doors to the stores, which import a database's driver only when one is opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ccm_engine.errors import LogUnavailableError
from ccm_engine.storage.rows import PATIENCE_SECONDS
from ccm_engine.storage.sqlite import open_sqlite

if TYPE_CHECKING:
    from ccm_engine.storage.rows import RowStore

__all__ = ["open_postgresql", "open_sqlite"]


def open_postgresql(
    dsn: str, *, create: bool, patience_seconds: float = PATIENCE_SECONDS
) -> RowStore:
    """Open the log in a PostgreSQL schema, or make one there first.

    The driver is an extra: without it `LogUnavailableError` says how to get it.
    """
    try:
        driver = import_module("ccm_engine.storage.postgresql")
    except ImportError as error:
        asked = "cannot open a PostgreSQL log"
        obstacle = f"its driver cannot be imported ({error})"
        remedy = 'install it: pip install "ccm-engine[postgresql]"'
        raise LogUnavailableError(asked, obstacle, remedy) from error
    store: RowStore = driver.open_postgresql(dsn, create=create, patience_seconds=patience_seconds)
    return store
