"""Files that are no log, or cannot be read or written: a typed error each, and nothing changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ccm_engine.errors import (
    DamagedLogError,
    LogUnavailableError,
    NewerLogError,
    NotALogError,
    ReadOnlyLogError,
)
from ccm_engine.storage.sqlite import open_sqlite
from tests.storage.trial_rows import NOON, rows

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a log of three rows that nobody has open."""
    path = tmp_path / "ccm.sqlite"
    with closing(open_sqlite(path, create=True)) as store:
        store.append(rows("state:BGR", 1, 3), NOON)
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that any user can reach, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="ccm-readonly-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@contextmanager
def as_an_ordinary_user() -> Generator[None]:
    """Give up root's right to write everywhere, where we have it."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def execute(path: Path, *statements: str) -> None:
    """Do something to a file behind the library's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


class TestOpening:
    """A log is opened where there is one, and nothing is made by accident."""

    def test_rows_outlive_the_store(self, path: Path) -> None:
        with closing(open_sqlite(path, create=False)) as store:
            assert store.head() == 3
            assert store.name == str(path)
            assert store.append(rows("state:BGR", 4, 4), NOON)[0].position == 4

    def test_wal_and_full_sync(self, path: Path) -> None:
        with (
            closing(open_sqlite(path, create=False)) as store,
            store.datastore.transaction(commit=False) as cursor,
        ):
            cursor.execute("PRAGMA journal_mode")
            assert cursor.fetchone()[0] == "wal"
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone()[0] == 2

    @pytest.mark.parametrize(
        "name", ["a?b#c %41&mode=memory.sqlite", "Côte d’Ivoire.db", ":memory:"]
    )
    def test_a_path_is_taken_as_it_is(self, tmp_path: Path, name: str) -> None:
        with closing(open_sqlite(tmp_path / name, create=True)) as store:
            store.append(rows("state:CIV", 1, 1), NOON)
        assert [found.name for found in tmp_path.iterdir()] == [name]
        with closing(open_sqlite(tmp_path / name, create=False)) as store:
            assert store.head() == 1

    def test_a_missing_file_is_not_made(self, tmp_path: Path) -> None:
        missing = tmp_path / "missing.sqlite"
        with pytest.raises(LogUnavailableError) as refusal:
            open_sqlite(missing, create=False)
        assert refusal.value.remedy == f"make a log with: ccm init --log {missing}"
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("create", [False, True])
    def test_a_missing_folder_is_not_made(self, tmp_path: Path, *, create: bool) -> None:
        with pytest.raises(LogUnavailableError, match="no such file"):
            open_sqlite(tmp_path / "missing" / "ccm.sqlite", create=create)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("create", [False, True])
    def test_a_folder_is_no_log(self, tmp_path: Path, *, create: bool) -> None:
        with pytest.raises(LogUnavailableError):
            open_sqlite(tmp_path, create=create)

    def test_making_a_log_over_one_is_refused(self, path: Path) -> None:
        before = path.read_bytes()
        with pytest.raises(LogUnavailableError, match="there is something already"):
            open_sqlite(path, create=True)
        assert path.read_bytes() == before

    def test_a_log_that_cannot_be_laid_out_leaves_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("ccm_engine.storage.sqlite_file._SCHEMA", ("CREATE NONSENSE",))
        with pytest.raises(DamagedLogError):
            open_sqlite(tmp_path / "ccm.sqlite", create=True)
        assert list(tmp_path.iterdir()) == []


class TestFilesThatAreNoLog:
    """A stranger's file is recognised and left as it is."""

    @pytest.mark.parametrize(
        "content",
        [b"", b"state,deposited_on\nBGR,2011-04-06\n" * 100, b"SQLite format 3\0" + b"\xff" * 4096],
        ids=["empty", "text", "a false header"],
    )
    def test_no_database(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "stranger"
        path.write_bytes(content)
        with pytest.raises(NotALogError) as refusal:
            open_sqlite(path, create=False)
        assert refusal.value.exit_status == 3
        assert path.read_bytes() == content
        assert list(tmp_path.iterdir()) == [path]

    def test_a_database_of_something_else(self, tmp_path: Path) -> None:
        path = tmp_path / "stranger.sqlite"
        execute(path, "CREATE TABLE stored_events (a)")
        before = path.read_bytes()
        with pytest.raises(NotALogError, match="no log of this library"):
            open_sqlite(path, create=False)
        assert path.read_bytes() == before

    def test_a_log_of_a_later_version(self, path: Path) -> None:
        execute(path, "PRAGMA user_version = 3", "UPDATE ccm_log SET format = 3")
        with pytest.raises(NewerLogError, match="format 3, this one reads 2") as refusal:
            open_sqlite(path, create=False)
        assert refusal.value.remedy == "upgrade ccm-engine"

    @pytest.mark.parametrize(
        "damage", ["DROP TABLE ccm_events", "DROP TABLE ccm_log", "DELETE FROM ccm_log"]
    )
    def test_a_log_without_its_tables(self, path: Path, damage: str) -> None:
        execute(path, damage)
        with pytest.raises(DamagedLogError):
            open_sqlite(path, create=False)

    def test_a_log_cut_short(self, path: Path) -> None:
        with closing(open_sqlite(path, create=False)) as store:
            store.append(rows("state:PER", 1, 2000), NOON)
        os.truncate(path, path.stat().st_size // 2)
        with pytest.raises(DamagedLogError) as refusal:
            list(open_sqlite(path, create=False).read())
        assert refusal.value.exit_status == 3


class TestFilesThatCannotBeWritten:
    """Reading goes on as far as it can; appending says what stands in the way."""

    @pytest.mark.parametrize("folder_mode", [0o777, 0o555], ids=["folder", "read-only folder"])
    def test_a_read_only_file_can_be_read(
        self, path: Path, open_folder: Path, folder_mode: int
    ) -> None:
        copy = Path(shutil.copy(path, open_folder))
        copy.chmod(0o444)
        open_folder.chmod(folder_mode)
        with as_an_ordinary_user(), closing(open_sqlite(copy, create=False)) as store:
            assert [row.version for row in store.read()] == [1, 2, 3]
            with pytest.raises(ReadOnlyLogError, match="it can only be read"):
                store.append(rows("state:BGR", 4, 4), NOON)
            assert store.head() == 3

    def test_a_log_others_write_can_be_read(self, path: Path, open_folder: Path) -> None:
        copy = Path(shutil.copy(path, open_folder))
        with closing(open_sqlite(copy, create=False)) as writer:
            writer.append(rows("state:BGR", 4, 4), NOON)
            for found in open_folder.iterdir():
                found.chmod(0o444)
            open_folder.chmod(0o555)
            with as_an_ordinary_user(), closing(open_sqlite(copy, create=False)) as reader:
                assert reader.head() == 4
                with pytest.raises(ReadOnlyLogError):
                    reader.append(rows("state:BGR", 5, 5), NOON)

    def test_a_log_left_unfinished_is_not_read_in_part(self, path: Path, open_folder: Path) -> None:
        with closing(open_sqlite(path, create=False)) as writer:
            writer.append(rows("state:BGR", 4, 4), NOON)
            for suffix in ("", "-wal"):
                shutil.copy(f"{path}{suffix}", open_folder)
        for found in open_folder.iterdir():
            found.chmod(0o444)
        open_folder.chmod(0o555)
        with as_an_ordinary_user(), pytest.raises(LogUnavailableError):
            open_sqlite(open_folder / path.name, create=False)
        open_folder.chmod(0o755)
        for found in open_folder.iterdir():
            found.chmod(0o644)
        with closing(open_sqlite(open_folder / path.name, create=False)) as recovered:
            assert recovered.head() == 4

    def test_a_file_that_may_not_be_read(self, path: Path, open_folder: Path) -> None:
        copy = Path(shutil.copy(path, open_folder))
        copy.chmod(0)
        with as_an_ordinary_user(), pytest.raises(LogUnavailableError, match="cannot be opened"):
            open_sqlite(copy, create=False)

    def test_a_locked_file_is_waited_for_and_given_up(self, path: Path) -> None:
        with (
            closing(open_sqlite(path, create=False, patience_seconds=0.1)) as store,
            closing(sqlite3.connect(path, isolation_level=None)) as other,
        ):
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LogUnavailableError, match="another program holds it locked"):
                store.append(rows("state:BGR", 4, 4), NOON)
            assert len(list(store.read())) == 3
            other.execute("ROLLBACK")
            assert store.append(rows("state:BGR", 4, 4), NOON)[0].position == 4

    def test_a_file_locked_for_reading_too(self, path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("PRAGMA locking_mode = EXCLUSIVE")
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(LogUnavailableError, match="another program holds it locked"):
                open_sqlite(path, create=False, patience_seconds=0.1)

    def test_a_full_disk_takes_nothing(self, path: Path) -> None:
        with closing(open_sqlite(path, create=False)) as store:
            with store.datastore.get_connection(commit=False) as connection:
                connection.cursor().execute("PRAGMA max_page_count = 12")
            with pytest.raises(LogUnavailableError, match="the disk is full"):
                store.append(rows("state:PER", 1, 5000), NOON)
            assert [row.stream for row in store.read()] == ["state:BGR"] * 3
            with store.datastore.get_connection(commit=False) as connection:
                connection.cursor().execute("PRAGMA max_page_count = 1000000")
            assert store.append(rows("state:PER", 1, 5000), NOON)[0].position == 4

    @pytest.mark.parametrize("replaced", [False, True])
    def test_nothing_goes_to_a_file_that_is_gone(self, path: Path, *, replaced: bool) -> None:
        with closing(open_sqlite(path, create=False)) as store:
            copy = shutil.copy(path, path.with_name("copy"))
            path.unlink()
            if replaced:
                shutil.move(copy, path)
            with pytest.raises(LogUnavailableError, match="moved or removed"):
                store.append(rows("state:BGR", 4, 4), NOON)
