"""A PostgreSQL log that is away, locked, read-only, of something else, or badly addressed."""

from __future__ import annotations

import socket
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from ccm_engine.errors import (
    CcmError,
    DamagedLogError,
    InvalidValueError,
    LogUnavailableError,
    NewerLogError,
    NotALogError,
    ReadOnlyLogError,
)
from ccm_engine.storage.opening import open_postgresql
from tests.storage.trial_rows import NOON, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    from ccm_engine.storage.rows import RowStore

pytestmark = pytest.mark.postgresql


@pytest.fixture
def log(postgresql_address: str) -> Iterator[RowStore]:
    """Give a log of three rows."""
    with closing(open_postgresql(postgresql_address, create=True, patience_seconds=2)) as log:
        log.append(rows("state:BGR", 1, 3), NOON)
        yield log


@pytest.fixture
def administrator(postgresql_address: str) -> Iterator[Connection[Any]]:
    """Give a connection of somebody else, in the same schema."""
    psycopg = import_module("psycopg")
    with psycopg.connect(postgresql_address, autocommit=True) as connection:
        yield connection


def end_connections(administrator: Connection[Any], *, waiting: bool) -> int:
    """End the library's connections as a restart of the server would; return how many.

    Those that wait for a lock, or the others, of which one at work waits for nothing. The server
    is given five seconds for each: ended at once, one might still take an append.
    """
    ended = administrator.execute(
        """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE application_name = 'ccm-engine' AND (coalesce(wait_event_type, '') = 'Lock') = %s""",
        [waiting],
    )
    return len(ended.fetchall())


class TestOpening:
    """A log is opened where there is one, in the schema that the address says."""

    def test_rows_outlive_the_store(self, log: RowStore, postgresql_address: str) -> None:
        log.close()
        with closing(open_postgresql(postgresql_address, create=False)) as again:
            assert again.head() == 3
            assert again.append(rows("state:BGR", 4, 4), NOON)[0].position == 4

    def test_positions_have_no_gap_where_a_transaction_failed(
        self,
        log: RowStore,
        administrator: Connection[Any],
    ) -> None:
        administrator.execute("ALTER TABLE ccm_events ADD CHECK (topic <> '')")
        with pytest.raises(CcmError):
            log.append([row._replace(topic="") for row in rows("state:PER", 1, 3)], NOON)
        assert log.append(rows("state:PER", 1, 1), NOON)[0].position == 4

    def test_a_database_without_a_log(self, postgresql_address: str) -> None:
        with pytest.raises(NotALogError) as refusal:
            open_postgresql(postgresql_address, create=False)
        assert "ccm init" in refusal.value.remedy

    def test_a_schema_that_is_missing(self, postgresql_server: str) -> None:
        joint = "&" if "?" in postgresql_server else "?"
        address = f"{postgresql_server}{joint}options=-csearch_path%3Dno_such_schema"
        with pytest.raises(LogUnavailableError, match="no schema of its search path exists"):
            open_postgresql(address, create=True)

    def test_making_a_log_over_one_is_refused(self, log: RowStore, postgresql_address: str) -> None:
        with pytest.raises(LogUnavailableError, match="there is a log already"):
            open_postgresql(postgresql_address, create=True)
        assert log.head() == 3

    def test_a_log_of_a_later_version(
        self,
        log: RowStore,
        administrator: Connection[Any],
        postgresql_address: str,
    ) -> None:
        administrator.execute("UPDATE ccm_log SET format = 3")
        with pytest.raises(NewerLogError, match="format 3, this one reads 2"):
            open_postgresql(postgresql_address, create=False)
        assert log.head() == 3

    def test_a_table_taken_away(self, log: RowStore, administrator: Connection[Any]) -> None:
        administrator.execute("DROP TABLE ccm_events")
        with pytest.raises(DamagedLogError):
            log.head()


class TestReadOnly:
    """Reading goes on, appending is refused."""

    def test_a_read_only_connection(self, log: RowStore, postgresql_address: str) -> None:
        address = f"{postgresql_address}%20-cdefault_transaction_read_only%3Don"
        with closing(open_postgresql(address, create=False)) as reader:
            assert len(list(reader.read())) == log.head()
            with pytest.raises(ReadOnlyLogError):
                reader.append(rows("state:BGR", 4, 4), NOON)
        assert log.head() == 3

    def test_a_role_without_the_right(
        self,
        log: RowStore,
        administrator: Connection[Any],
        postgresql_address: str,
    ) -> None:
        execute: Any = administrator.execute
        (schema,) = execute("SELECT current_schema()").fetchone()
        execute(f"CREATE ROLE {schema} LOGIN")
        execute(f"GRANT USAGE ON SCHEMA {schema} TO {schema}")
        execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {schema}")
        try:
            address = f"{postgresql_address}%20-crole%3D{schema}"
            with closing(open_postgresql(address, create=False)) as reader:
                assert len(list(reader.read())) == log.head()
                with pytest.raises(ReadOnlyLogError):
                    reader.append(rows("state:BGR", 4, 4), NOON)
        finally:
            execute(f"DROP OWNED BY {schema}")
            execute(f"DROP ROLE {schema}")
        assert log.head() == 3


class TestLostConnections:
    """What is under way fails with nothing written; what comes after connects anew."""

    def test_an_idle_connection_is_replaced(
        self, log: RowStore, administrator: Connection[Any]
    ) -> None:
        assert end_connections(administrator, waiting=False) > 0
        assert log.append(rows("state:BGR", 4, 4), NOON)[0].position == 4

    def test_an_append_cut_off_writes_nothing(
        self, log: RowStore, administrator: Connection[Any]
    ) -> None:
        with administrator.transaction(), ThreadPoolExecutor(1) as threads:
            administrator.execute("LOCK TABLE ccm_events IN EXCLUSIVE MODE")
            appending = threads.submit(log.append, rows("state:BGR", 4, 3000), NOON)
            deadline = time.monotonic() + 5
            while not end_connections(administrator, waiting=True):
                assert time.monotonic() < deadline
            with pytest.raises(LogUnavailableError):
                appending.result(5)
        assert log.head() == 3
        assert log.append(rows("state:BGR", 4, 4), NOON)[0].position == 4

    def test_a_reading_goes_on_after_a_restart(
        self, log: RowStore, administrator: Connection[Any]
    ) -> None:
        log.append(rows("state:BGR", 4, 2500), NOON)
        reading = log.read()
        assert next(reading).position == 1
        end_connections(administrator, waiting=False)
        assert [row.position for row in reading] == list(range(2, 2501))

    def test_a_lock_is_waited_for_and_given_up(
        self,
        postgresql_address: str,
        administrator: Connection[Any],
    ) -> None:
        log = open_postgresql(postgresql_address, create=True, patience_seconds=0.1)
        with administrator.transaction():
            administrator.execute("LOCK TABLE ccm_events IN EXCLUSIVE MODE")
            with pytest.raises(LogUnavailableError, match="another program holds it locked"):
                log.append(rows("state:BGR", 1, 1), NOON)
            assert log.head() == 0
        assert log.append(rows("state:BGR", 1, 1), NOON)[0].position == 1
        log.close()

    def test_a_server_that_goes_away_and_comes_back(
        self,
        postgresql_address: str,
        administrator: Connection[Any],
        tmp_path_factory: pytest.TempPathFactory,
    ) -> None:
        sockets = Path(administrator.info.host)
        if not sockets.is_dir():
            pytest.skip("the server given is not reached through a socket we can take away")
        door = tmp_path_factory.mktemp("s") / f".s.PGSQL.{administrator.info.port}"
        door.symlink_to(sockets / door.name)
        address = postgresql_address.replace(str(sockets), str(door.parent))
        with closing(open_postgresql(address, create=True)) as log:
            log.append(rows("state:BGR", 1, 1), NOON)
            door.unlink()
            end_connections(administrator, waiting=False)
            for _ in range(3):
                with pytest.raises(LogUnavailableError, match="PostgreSQL reports"):
                    log.append(rows("state:BGR", 2, 2), NOON)
            with pytest.raises(LogUnavailableError):
                log.read()
            door.symlink_to(sockets / door.name)
            assert log.append(rows("state:BGR", 2, 2), NOON)[0].position == 2


class TestAddresses:
    """An address that leads nowhere fails soon, and the password is nowhere to be read."""

    @pytest.fixture(autouse=True)
    def _driver(self) -> None:
        pytest.importorskip("psycopg")

    SPECIAL = "s3cr3t/p@ss:w%rd"

    @pytest.mark.parametrize("raw", [False, True], ids=["percent-encoded", "as it is"])
    def test_nobody_listens(self, *, raw: bool) -> None:
        password = self.SPECIAL if raw else quote(self.SPECIAL, safe="")
        started = time.monotonic()
        with pytest.raises(CcmError) as refusal:
            open_postgresql(f"postgresql://ccm:{password}@127.0.0.1:1/ccm", create=False)
        assert isinstance(refusal.value, InvalidValueError if raw else LogUnavailableError)
        assert time.monotonic() - started < 3
        told = "".join(traceback.format_exception(refusal.value)) + repr(refusal.value)
        assert not any(part in told.replace(__file__, "") for part in ("s3cr3t", "p@ss", "w%rd"))

    @pytest.mark.parametrize(
        "address",
        ["postgresql://ccm:pa@ss@host/db", "postgresql://ccm:pa/ss@host/db", "postgresql://%zz"],
    )
    def test_a_misleading_address_is_not_quoted(self, address: str) -> None:
        with pytest.raises(InvalidValueError, match="its address cannot be read") as refusal:
            open_postgresql(address, create=False)
        assert "ss@host" not in str(refusal.value)
        assert refusal.value.__suppress_context__ or refusal.value.__context__ is None

    def test_a_server_that_does_not_answer(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            port = silent.getsockname()[1]
            started = time.monotonic()
            with pytest.raises(LogUnavailableError, match="timeout"):
                open_postgresql(
                    f"postgresql://127.0.0.1:{port}/ccm", create=False, patience_seconds=1
                )
            assert time.monotonic() - started < 4

    def test_the_name_has_no_password(self, postgresql_address: str) -> None:
        joined = postgresql_address + "&password=s3cr3t"
        with closing(open_postgresql(joined, create=True)) as log:
            assert log.name.startswith("postgresql://")
            assert "s3cr3t" not in log.name


def test_without_the_driver_the_remedy_is_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in list(sys.modules):
        if module.startswith(("psycopg", "eventsourcing.postgres", "ccm_engine.storage.postgr")):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LogUnavailableError) as refusal:
        open_postgresql("postgresql://host/db", create=False)
    assert refusal.value.remedy == 'install it: pip install "ccm-engine[postgresql]"'
