"""Several writers at once: one wins, the others are told, nothing is lost, doubled or halved."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from ccm_engine.errors import ConcurrentAppendError
from tests.storage.trial_rows import NOON, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ccm_engine.storage.rows import RowStore


class Writer:
    """A process that appends to a log when told to."""

    def __init__(self, address: str, paths: list[str]) -> None:
        """Start, and wait until the log is open."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.competing_writer", address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": ":".join(paths)},
        )

    def ask(self, stream: str, first: int, last: int) -> None:
        """Have a batch appended, without waiting."""
        assert self.process.stdin
        self.process.stdin.write(f"{stream} {first} {last}\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        """Wait for the next answer."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def stop(self) -> None:
        """End the process, however far it is."""
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def writers(log_address: str, pytestconfig: pytest.Config) -> Iterator[list[Writer]]:
    """Start two processes that have the same log open."""
    paths = [str(pytestconfig.rootpath), *filter(None, sys.path)]
    with ExitStack() as stack:
        two = [Writer(log_address, paths) for _ in range(2)]
        for writer in two:
            stack.callback(writer.stop)
        assert [writer.answer() for writer in two] == ["ready", "ready"]
        yield two


class TestTwoProcesses:
    """Optimistic: both decide on what they read, the database lets one of them be right."""

    def test_one_wins_and_the_other_can_retry(
        self, writers: list[Writer], log_address: str, opened: Callable[[str], RowStore]
    ) -> None:
        for version in range(1, 20, 2):
            for writer in writers:
                writer.ask("state:BGR", version, version)
            answers = [writer.answer() for writer in writers]
            assert sorted(answers) == ["lost", "won"]
            loser = writers[answers.index("lost")]
            loser.ask("state:BGR", version + 1, version + 1)
            assert loser.answer() == "won"
        read = list(opened(log_address).read())
        assert [(row.position, row.version) for row in read] == [(n, n) for n in range(1, 21)]

    def test_streams_apart_do_not_meet(
        self, writers: list[Writer], log_address: str, opened: Callable[[str], RowStore]
    ) -> None:
        for version in range(1, 31):
            for writer, stream in zip(writers, ("state:BGR", "state:PER"), strict=True):
                writer.ask(stream, version, version)
        assert {writer.answer() for writer in writers for _ in range(30)} == {"won"}
        read = list(opened(log_address).read())
        assert [row.position for row in read] == list(range(1, 61))
        for stream in ("state:BGR", "state:PER"):
            assert [row.version for row in read if row.stream == stream] == list(range(1, 31))

    def test_a_process_killed_while_appending_leaves_all_or_nothing(
        self, writers: list[Writer], log_address: str, opened: Callable[[str], RowStore]
    ) -> None:
        writers[0].ask("state:LAO", 1, 40_000)
        time.sleep(0.1)
        writers[0].stop()
        writers[1].ask("state:BGR", 1, 1)
        assert writers[1].answer() == "won"
        store = opened(log_address)
        assert store.head() in {1, 40_001}
        assert [row.position for row in store.read()] == list(range(1, store.head() + 1))


class TestThreads:
    """One store may be shared by all threads of a process."""

    def test_eight_writers_lose_and_double_nothing(self, store: RowStore) -> None:
        def write(stream: str) -> None:
            for version in range(1, 61, 2):
                store.append(rows(stream, version, version + 1), NOON)

        streams = [f"state:{n}" for n in range(8)]
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(write, streams))
        read = list(store.read())
        assert [row.position for row in read] == list(range(1, 481))
        for stream in streams:
            assert [row.version for row in read if row.stream == stream] == list(range(1, 61))

    def test_eight_writers_of_one_version_have_one_winner(self, store: RowStore) -> None:
        gate = threading.Barrier(8)

        def write(n: int) -> bool:
            gate.wait()
            try:
                store.append(rows(f"own:{n}", 1, 1) + rows("shared", 1, 1), NOON)
            except ConcurrentAppendError:
                return False
            return True

        with ThreadPoolExecutor(8) as threads:
            won = list(threads.map(write, range(8)))
        assert sum(won) == 1
        assert [row.stream for row in store.read()] == [f"own:{won.index(True)}", "shared"]

    def test_readers_see_a_prefix_made_of_whole_batches(self, store: RowStore) -> None:
        done = threading.Event()

        def read() -> list[int]:
            lengths: list[int] = []
            while not done.is_set():
                seen = [row.position for row in store.read()]
                assert seen == list(range(1, len(seen) + 1))
                lengths.append(len(seen))
            return lengths

        with ThreadPoolExecutor(3) as threads:
            readings = [threads.submit(read) for _ in range(3)]
            for batch in range(40):
                store.append(rows("state:BGR", batch * 7 + 1, batch * 7 + 7), NOON)
            done.set()
        for reading in readings:
            lengths = reading.result()
            assert lengths == sorted(lengths)
            assert {length % 7 for length in lengths} <= {0}
