"""What is in the log cannot be changed or taken out, with SQL of one's own either."""

from __future__ import annotations

import sqlite3
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from ccm_engine.storage.opening import open_postgresql, open_sqlite
from tests.storage.trial_rows import NOON, rows

if TYPE_CHECKING:
    from pathlib import Path

CHANGES = [
    "UPDATE ccm_events SET topic = 'other'",
    "UPDATE ccm_events SET originator_version = 9 WHERE originator_version = 2",
    "DELETE FROM ccm_events",
    "DELETE FROM ccm_events WHERE originator_version = 3",
    "UPDATE ccm_heads SET peaks = ''",
    "DELETE FROM ccm_heads",
]
SQLITE_CHANGES = [
    *CHANGES,
    "INSERT OR REPLACE INTO ccm_events VALUES (2, 'state:BGR', 4, 'other', x'', '2026', x'00')",
    "INSERT OR REPLACE INTO ccm_events VALUES (4, 'state:BGR', 2, 'other', x'', '2026', x'00')",
    "REPLACE INTO ccm_events VALUES (2, 'state:BGR', 2, 'other', x'', '2026', x'00')",
    "UPDATE OR REPLACE ccm_events SET rowid = 3 WHERE rowid = 2",
    """INSERT INTO ccm_events VALUES (2, 'state:BGR', 2, 'other', x'', '2026', x'00')
       ON CONFLICT DO UPDATE SET topic = 'other'""",
    "INSERT INTO ccm_events VALUES (9, 'state:BGR', 4, 'position with a gap', x'', '2026', x'00')",
    "INSERT INTO ccm_events VALUES (-1, 'state:PER', 1, 'position before', x'', '2026', x'00')",
    "INSERT INTO ccm_events VALUES (4, 'state:BGR', 5, 'version with a gap', x'', '2026', x'00')",
    "INSERT INTO ccm_events VALUES (NULL, 'state:PER', 1, 'position chosen', x'', '2026', x'00')",
    "INSERT INTO ccm_events VALUES (4, 'state:BGR', NULL, 'no version', x'', '2026', x'00')",
]
POSTGRESQL_CHANGES = [
    *CHANGES,
    "TRUNCATE ccm_events",
    "TRUNCATE ccm_heads",
    """INSERT INTO ccm_events VALUES (2, 'state:BGR', 2, 'other', '', '2026', '')
       ON CONFLICT (notification_id) DO UPDATE SET topic = 'other'""",
    "INSERT INTO ccm_events VALUES (2, 'state:BGR', 4, 'position twice', '', '2026', '')",
    "INSERT INTO ccm_events VALUES (4, 'state:BGR', 2, 'version twice', '', '2026', '')",
    "SET session_replication_role = replica; DELETE FROM ccm_events",
]


@pytest.mark.parametrize("recursive_triggers", ["OFF", "ON"])
@pytest.mark.parametrize("change", SQLITE_CHANGES)
def test_sqlite_refuses(tmp_path: Path, change: str, recursive_triggers: str) -> None:
    path = tmp_path / "ccm.sqlite"
    store = open_sqlite(path, create=True)
    written = store.append(rows("state:BGR", 1, 3), NOON)
    stranger = sqlite3.connect(path, isolation_level=None)
    stranger.execute(f"PRAGMA recursive_triggers = {recursive_triggers}")
    with pytest.raises(sqlite3.IntegrityError):
        stranger.execute(change)
    stranger.close()
    assert list(store.read()) == written
    store.close()


def test_sqlite_keeps_positions_when_vacuumed(tmp_path: Path) -> None:
    store = open_sqlite(tmp_path / "ccm.sqlite", create=True)
    written = store.append(rows("state:BGR", 1, 3), NOON)
    stranger = sqlite3.connect(tmp_path / "ccm.sqlite", isolation_level=None)
    stranger.execute("VACUUM")
    stranger.close()
    assert list(store.read()) == written
    store.close()


@pytest.mark.postgresql
@pytest.mark.parametrize("change", POSTGRESQL_CHANGES)
def test_postgresql_refuses(postgresql_address: str, change: str) -> None:
    psycopg = import_module("psycopg")
    store = open_postgresql(postgresql_address, create=True)
    written = store.append(rows("state:BGR", 1, 3), NOON)
    with (
        psycopg.connect(postgresql_address, autocommit=True) as stranger,
        pytest.raises(psycopg.IntegrityError),
    ):
        stranger.execute(change)
    assert list(store.read()) == written
    store.close()
