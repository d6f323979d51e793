"""Hashes and trees beside the rows: stored with them, proven by them, missing in older logs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from hashlib import sha256
from importlib import import_module
from itertools import accumulate
from random import Random
from threading import Event
from typing import TYPE_CHECKING, Final

import pytest

from ccm_engine.engine import Engine
from ccm_engine.errors import (
    ConcurrentAppendError,
    DamagedLogError,
    InvalidValueError,
    ReadOnlyLogError,
)
from ccm_engine.evidence.tree import Tree, root_of
from ccm_engine.evidence.verifier import EMPTY_ROOT, leaf_hash
from ccm_engine.log import EventLog, Seal
from ccm_engine.storage import memory_log, open_log, restore_log
from ccm_engine.storage.backup import back_up
from ccm_engine.storage.memory import MemoryRowStore
from ccm_engine.storage.seals import Head
from ccm_engine.storage.stored_log import StoredLog
from ccm_engine.testing.answers import answers
from tests.storage.strangers import Contents, stranger_of
from tests.storage.trial_events import SIZES, appended, filled, trial_events
from tests.storage.trial_rows import NOON, rows

if TYPE_CHECKING:
    from pathlib import Path

    from ccm_engine.storage.rows import NewRow, RowStore

DAY: Final = date(2026, 11, 21)
LAST: Final = sum(SIZES)
CONCURRENT_APPENDS: Final = 150


def tree_over(store: RowStore) -> Tree:
    """Return the tree over the lines of a store, each hashed anew."""
    return Tree(map(leaf_hash, StoredLog(store).lines()))


class TestSealing:
    """Each row is stored with its hash, each append with the tree that it led to."""

    def test_an_empty_log_has_no_rows_and_no_heads(self, store: RowStore) -> None:
        assert (list(store.sealed()), store.heads()) == ([], [])
        assert StoredLog(store).verify() == Seal(0, EMPTY_ROOT)

    def test_sealed_rows_are_the_rows_and_the_hashes_of_their_lines(self, store: RowStore) -> None:
        store.append(rows('state:"CIV" é\n', 1, 3) + rows("state:BGR", 1, 2), NOON)
        store.append(rows("state:BGR", 3, 1200), NOON)
        both = zip(store.read(), StoredLog(store).lines(), strict=True)
        expected = [(*row, sha256(b"\0" + line).digest()) for row, line in both]
        assert list(store.sealed()) == expected
        kinds = [type(part) for part in next(store.sealed())]
        assert kinds == [int, str, int, str, bytes, str, bytes]
        assert [type(part) for part in store.heads()[0]] == [int, bytes]

    def test_each_append_stores_the_tree_over_all_rows_so_far(self, store: RowStore) -> None:
        last = 0
        for size in (1, 1, 2, 3, 7, 16, 33):
            store.append(rows("state:BGR", last + 1, last + size), NOON)
            last += size
            sizes = [head.size for head in store.heads()]
            assert sizes[-1] == last == store.head()
            assert sizes == sorted(set(sizes))
            peaks = store.heads()[-1].peaks
            assert len(peaks) == 32 * last.bit_count()
        for head in store.heads():
            assert root_of(head.peaks) == tree_over(store).root(head.size)

    def test_many_thousands_at_once_store_one_head(self, store: RowStore) -> None:
        store.append(rows("state:LAO", 1, 3), NOON)
        store.append(rows("state:LAO", 4, 9000), NOON)
        assert [head.size for head in store.heads()] == [3, 9000]
        assert root_of(store.heads()[-1].peaks) == tree_over(store).root()

    def test_an_empty_batch_stores_no_head(self, store: RowStore) -> None:
        store.append([], NOON)
        store.append(rows("a", 1, 1), NOON)
        heads = store.heads()
        store.append([], NOON)
        assert len(heads) == 1
        assert store.heads() == heads

    @pytest.mark.parametrize("last", [rows("b", 1, 1), rows("b", 3, 3)], ids=["late", "beyond"])
    def test_a_refused_batch_leaves_no_head(self, store: RowStore, last: list[NewRow]) -> None:
        store.append(rows("b", 1, 1), NOON)
        heads, sealed = store.heads(), list(store.sealed())
        with pytest.raises((ConcurrentAppendError, InvalidValueError)):
            store.append(rows("a", 1, 2000) + last, NOON)
        assert (store.heads(), list(store.sealed())) == (heads, sealed)
        store.append(rows("a", 1, 1), NOON)
        assert [head.size for head in store.heads()] == [1, 2]

    def test_real_events_come_to_one_root_in_every_store(self, store: RowStore) -> None:
        log, reference = StoredLog(store), memory_log()
        filled(log)
        filled(reference)
        seal = log.verify()
        assert seal == reference.verify() == Engine(log).tree.seal()
        assert seal == Seal(LAST, tree_over(store).root())
        assert [head.size for head in store.heads()] == list(accumulate(SIZES))


class TestVerifyingWhileOthersAppend:
    """What is verified is the log as it stood at some moment, whole appends and all."""

    def test_one_thread_verifies_and_others_append(self, store: RowStore) -> None:
        log, done = StoredLog(store), Event()

        def write() -> None:
            chance = Random(7)
            for _ in range(CONCURRENT_APPENDS):
                appended(log, chance.choice((1, 2, 3, 40)))

        def verify() -> list[Seal]:
            seals = [log.verify()]
            while not done.is_set():
                seals.append(log.verify())
            return seals

        with ThreadPoolExecutor(3) as threads:
            verifying = [threads.submit(verify) for _ in range(2)]
            try:
                threads.submit(write).result()
            finally:
                done.set()
        tree = tree_over(store)
        ends = {0, *(head.size for head in store.heads())}
        for seals in (each.result() for each in verifying):
            assert len(seals) > 2
            assert [tree.root(seal.size) for seal in seals] == [seal.root for seal in seals]
            assert {seal.size for seal in seals} <= ends

    @pytest.mark.parametrize("what", ["heads", "sealed"])
    def test_another_append_falls_between_any_two_looks(
        self, store: RowStore, what: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        log, look = StoredLog(store), getattr(store, what)
        appended(log, 3)

        def after_an_append(**asked: int | None) -> object:
            if store.head() < 50:
                appended(log, 5)
            return look(**asked)

        monkeypatch.setattr(store, what, after_an_append)
        seal = log.verify()
        assert seal.root == tree_over(store).root(seal.size)


COVERING_NO_MORE: Final[dict[str, tuple[Callable[[Contents], Contents], int]]] = {
    "the last head lost": (lambda it: it._replace(heads=it.heads[:-1]), sum(SIZES[:-1]) + 1),
    "all heads lost": (lambda it: it._replace(heads=()), 1),
    "the last row lost": (lambda it: it._replace(rows=it.rows[:-1]), sum(SIZES)),
    "all rows lost": (lambda it: it._replace(rows=()), 1),
    "a row added": (
        lambda it: it._replace(
            rows=(*it.rows, it.rows[-1]._replace(position=LAST + 1, stream=b"PER"))
        ),
        LAST + 1,
    ),
    "a head too far": (
        lambda it: it._replace(heads=(*it.heads, Head(LAST + 1, bytes(160)))),
        LAST + 1,
    ),
}


class TestContinuing:
    """A log whose tree does not cover its rows is not continued: that would cover it up."""

    @pytest.mark.parametrize(
        ("change", "position"), COVERING_NO_MORE.values(), ids=COVERING_NO_MORE
    )
    def test_a_tree_that_does_not_cover_the_rows(
        self, log_address: str, change: Callable[[Contents], Contents], position: int
    ) -> None:
        with closing(open_log(log_address)) as log, closing(stranger_of(log_address)) as stranger:
            filled(log)
            damaged = change(stranger.read())
            stranger.write(damaged)
            event = trial_events()[0]
            number = sum(row.stream == event.stream.encode() for row in damaged.rows)
            with pytest.raises(DamagedLogError, match="ccm verify") as refusal:
                log.append([event], expected={event.stream: number}, recorded_at=NOON)
            assert refusal.value.position == position
            assert stranger.read() == damaged
            with pytest.raises(DamagedLogError) as finding:
                log.verify()
            assert finding.value.position == position


OLD_TABLES: Final = """
CREATE TABLE ccm_events ({position} PRIMARY KEY, originator_id {text} NOT NULL,
    originator_version bigint NOT NULL, topic {text} NOT NULL, state {bytes} NOT NULL,
    recorded_at {text} NOT NULL, UNIQUE (originator_id, originator_version));
CREATE TABLE ccm_log (application {text} NOT NULL, format integer NOT NULL);
INSERT INTO ccm_log VALUES ('ccm-engine', 1);
"""


class TestLogsWithoutHashes:
    """Format 1, of an earlier version: it is read as ever, and made anew to be continued."""

    @pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
    def address(self, request: pytest.FixtureRequest, tmp_path: Path) -> str:
        """Give the address of such a log, with the trial events in it."""
        reference = MemoryRowStore()
        filled(StoredLog(reference))
        if request.param == "sqlite":
            path = str(tmp_path / "old.sqlite")
            with closing(sqlite3.connect(path, isolation_level=None)) as file:
                file.execute("PRAGMA journal_mode = WAL")
                file.execute("PRAGMA application_id = 0x43434D4C")
                file.execute("PRAGMA user_version = 1")
                position = "rowid INTEGER"
                file.executescript(OLD_TABLES.format(position=position, text="TEXT", bytes="BLOB"))
                file.executemany(
                    "INSERT INTO ccm_events VALUES (?, ?, ?, ?, ?, ?)", reference.read()
                )
            return path
        address: str = request.getfixturevalue("postgresql_address")
        with import_module("psycopg").connect(address) as connection, connection.cursor() as cursor:
            position = "notification_id bigint"
            cursor.execute(OLD_TABLES.format(position=position, text="text", bytes="bytea"))
            with cursor.copy("COPY ccm_events FROM STDIN") as copy:
                for row in reference.read():
                    copy.write_row(row)
        return address

    @pytest.fixture
    def sound(self) -> EventLog:
        """Give a log of the same events with hashes."""
        sound = memory_log()
        filled(sound)
        return sound

    def test_it_is_read_and_answers(self, address: str, sound: EventLog) -> None:
        with closing(open_log(address)) as old:
            assert list(old.read()) == list(sound.read())
            assert list(old.lines()) == list(sound.lines())
            assert answers(Engine(old).on(DAY)) == answers(Engine(sound).on(DAY))
            assert Engine(old).tree.seal() == sound.verify()

    def test_it_is_neither_verified_nor_continued(self, address: str, sound: EventLog) -> None:
        with closing(open_log(address)) as old:
            refused: list[Callable[[], object]] = [
                old.verify,
                lambda: old.append(trial_events()[:1], expected={"BGR": 32}, recorded_at=NOON),
            ]
            for attempt in refused:
                with pytest.raises(ReadOnlyLogError) as refusal:
                    attempt()
                assert refusal.value.obstacle == "an earlier version made it, without hashes"
                assert "ccm backup" in refusal.value.remedy
                assert "ccm restore" in refusal.value.remedy
            assert list(old.read()) == list(sound.read())

    def test_it_is_made_anew_from_itself(
        self, address: str, sound: EventLog, tmp_path: Path
    ) -> None:
        with closing(open_log(address)) as old:
            back_up(old, tmp_path / "backup")
        restore_log(tmp_path / "backup", tmp_path / "new.sqlite")
        with closing(open_log(tmp_path / "new.sqlite")) as new:
            assert new.verify() == sound.verify()
            assert list(new.read()) == list(sound.read())
