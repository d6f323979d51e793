"""What a log lives through: killed writers, full disks, locks, servers that drop the line."""

from __future__ import annotations

import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pytest

from ccm_engine.errors import LogUnavailableError, ReadOnlyLogError
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import EMPTY_ROOT, leaf_hash
from ccm_engine.log import EventLog, Recorded, Seal
from ccm_engine.storage import open_log
from ccm_engine.storage.opening import open_postgresql, open_sqlite
from ccm_engine.storage.stored_log import StoredLog
from tests.storage.test_sqlite_files import as_an_ordinary_user
from tests.storage.trial_events import appended

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from ccm_engine.storage.sqlite import SQLiteRowStore

KILLS: Final = 100


class Killer:
    """The process that has writers killed."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Start it."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.surviving_writer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": ":".join(paths)},
        )

    def kill(self, address: str, seed: int, since: str, seconds: float) -> tuple[int, int, int]:
        """Return what a writer acknowledged, how many appends it began, how many returned."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{seed} {since} {seconds} {address}\n")
        self.process.stdin.flush()
        acknowledged, began, returned = map(int, self.process.stdout.readline().split())
        return acknowledged, began, returned


@pytest.fixture(scope="module")
def killer(pytestconfig: pytest.Config) -> Iterator[Killer]:
    """Start the process that has writers killed."""
    killer = Killer([str(pytestconfig.rootpath), *filter(None, sys.path)])
    yield killer
    killer.process.communicate(timeout=10)


def check_batches(entries: Iterable[Recorded]) -> None:
    """Hold that events come in whole batches: 1 of 3, 2 of 3, 3 of 3."""
    place = size = 0
    for entry in entries:
        if place == size:
            place, size = 0, int((entry.event.note or "").split()[-1])
        place += 1
        assert entry.event.note == f"{place} of {size}"
    assert place == size


class TestKilledWriters:
    """What a writer was told is in the log is in it; what it was writing is there whole or not."""

    def test_a_hundred_writers_are_killed_and_the_next_goes_on(
        self, log_address: str, killer: Killer
    ) -> None:
        chance, within, between = Random(2026), 0, 0
        seals = [Seal(0, EMPTY_ROOT)]
        for seed in range(KILLS):
            since, seconds = chance.choice(("start", *["opened"] * 4)), chance.uniform(0, 0.04)
            acknowledged, began, returned = killer.kill(log_address, seed, since, seconds)
            within += began > returned
            between += began == returned > 0
            with closing(open_log(log_address)) as log:
                seals.append(log.verify())
                assert seals[-1].size >= max(acknowledged, seals[-2].size)
                check_batches(log.read(seals[-2].size))
        with closing(open_log(log_address)) as log:
            appended(log, 3)
            tree = Tree(map(leaf_hash, log.lines()))
        assert [tree.root(seal.size) for seal in seals] == [seal.root for seal in seals]
        assert within >= KILLS // 10, "hardly any writer was killed while it appended"
        assert between >= KILLS // 50, "hardly any writer was killed after an append"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SQLiteRowStore]:
    """Give a store of five events in a file."""
    with closing(open_sqlite(tmp_path / "ccm.sqlite", create=True, patience_seconds=0.1)) as store:
        appended(StoredLog(store), 2)
        appended(StoredLog(store), 3)
        yield store


def allow_pages(store: SQLiteRowStore, pages: int) -> int:
    """Have the file grow to so many pages at most; return how many it may have, or has."""
    with store.datastore.get_connection(commit=False) as connection:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        return int(cursor.fetchone()[0])


def obstacle_to(log: EventLog, size: int) -> str | None:
    """Append a batch, and return what stood in the way of it, if anything did."""
    try:
        appended(log, size)
    except LogUnavailableError as refusal:
        return refusal.obstacle
    return None


@contextmanager
def file_size_limit(limit: int) -> Generator[None]:
    """Have every file of this process end there: a disk that fails in the middle of a write."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class TestFullDisks:
    """An append that finds no room leaves the rows, the heads and the root as they were."""

    def test_wherever_in_an_append_room_ends(self, store: SQLiteRowStore) -> None:
        log = StoredLog(store)
        seal, heads, pages = log.verify(), store.heads(), allow_pages(store, 1)
        room = 0
        while obstacle := obstacle_to(log, 500):
            assert obstacle == "the disk is full"
            assert (log.verify(), store.heads()) == (seal, heads)
            room += 1
            allow_pages(store, pages + room)
        assert room > 20
        assert log.verify().size == 505

    @pytest.mark.parametrize("limit", [60_000, 100_000, 300_000])
    def test_a_disk_that_fails_in_the_middle_of_a_write(
        self, store: SQLiteRowStore, limit: int
    ) -> None:
        log = StoredLog(store)
        seal, heads = log.verify(), store.heads()
        with file_size_limit(limit), pytest.raises(LogUnavailableError):
            appended(log, 2000)
        assert (log.verify(), store.heads()) == (seal, heads)
        appended(log, 2000)
        assert log.verify().size == 2005


class TestReadOnly:
    """What cannot be written to can be verified, and says so when it is to be appended to."""

    def test_a_file(self, store: SQLiteRowStore) -> None:
        seal = StoredLog(store).verify()
        store.close()
        with TemporaryDirectory(prefix="ccm-readonly-") as folder:
            copy = Path(shutil.copy(store.name, folder))
            copy.chmod(0o444)
            Path(folder).chmod(0o555)
            with as_an_ordinary_user(), closing(open_log(copy)) as log:
                assert log.verify() == seal
                with pytest.raises(ReadOnlyLogError):
                    appended(log, 1)
                assert log.verify() == seal
            Path(folder).chmod(0o755)

    @pytest.mark.postgresql
    def test_a_connection(self, postgresql_address: str) -> None:
        with closing(open_log(postgresql_address, create=True)) as log:
            appended(log, 5)
            seal = log.verify()
        address = f"{postgresql_address}%20-cdefault_transaction_read_only%3Don"
        with closing(open_log(address)) as log:
            with pytest.raises(ReadOnlyLogError):
                appended(log, 1)
            assert log.verify() == seal


class TestLocks:
    """While another program holds a log locked it can be verified; an append gives up."""

    def test_a_file(self, store: SQLiteRowStore) -> None:
        log = StoredLog(store)
        seal = log.verify()
        with closing(sqlite3.connect(store.name, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LogUnavailableError, match="another program holds it locked"):
                appended(log, 50)
            assert log.verify() == seal
        appended(log, 50)
        assert log.verify().size == 55

    @pytest.mark.postgresql
    def test_a_table(self, postgresql_address: str) -> None:
        store = open_postgresql(postgresql_address, create=True, patience_seconds=0.1)
        connect = import_module("psycopg").connect
        with closing(StoredLog(store)) as log, connect(postgresql_address) as other:
            appended(log, 5)
            seal = log.verify()
            other.execute("LOCK TABLE ccm_events IN EXCLUSIVE MODE")
            with pytest.raises(LogUnavailableError, match="another program holds it locked"):
                appended(log, 50)
            assert log.verify() == seal
            other.rollback()
            appended(log, 50)
            assert log.verify().size == 55


MOMENTS: Final = {
    "as rows come in": "TRIGGER halt BEFORE INSERT ON ccm_events FOR EACH ROW "
    "WHEN (NEW.notification_id = 2000)",
    "before the head": "TRIGGER halt BEFORE INSERT ON ccm_heads FOR EACH ROW",
    "as it commits": "CONSTRAINT TRIGGER halt AFTER INSERT ON ccm_heads "
    "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW",
}
HALT: Final = """CREATE FUNCTION halt() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN PERFORM pg_advisory_xact_lock(19081203); RETURN NEW; END'"""
END_HALTED: Final = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'ccm-engine' AND wait_event = 'advisory'"""


@pytest.mark.postgresql
class TestDroppedConnections:
    """A server that drops the line in the middle of an append forgets all of it."""

    @pytest.mark.parametrize("trigger", MOMENTS.values(), ids=MOMENTS.keys())
    def test_in_the_middle_of_a_batch(self, postgresql_address: str, trigger: str) -> None:
        connect = import_module("psycopg").connect
        with (
            closing(open_log(postgresql_address, create=True)) as log,
            closing(connect(postgresql_address, autocommit=True)) as other,
            ThreadPoolExecutor(1) as threads,
        ):
            appended(log, 5)
            seal = log.verify()
            other.execute(HALT)
            other.execute(f"CREATE {trigger} EXECUTE FUNCTION halt()")
            other.execute("SELECT pg_advisory_lock(19081203)")
            appending = threads.submit(appended, log, 3000)
            deadline = time.monotonic() + 5
            while not other.execute(END_HALTED).fetchall():
                assert time.monotonic() < deadline
            with pytest.raises(LogUnavailableError, match="PostgreSQL reports"):
                appending.result(5)
            assert log.verify() == seal
            other.execute("SELECT pg_advisory_unlock(19081203)")
            appended(log, 3000)
            assert log.verify().size == 3005
