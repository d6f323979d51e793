"""The stores compared with a plain list, step by step, over histories that Hypothesis makes up."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from ccm_engine.errors import ConcurrentAppendError, InvalidValueError
from ccm_engine.evidence.tree import Tree, root_of
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.storage.memory import MemoryRowStore
from ccm_engine.storage.moments import stored_moment
from ccm_engine.storage.opening import open_postgresql, open_sqlite
from ccm_engine.storage.rows import NewRow, Row, RowStore
from ccm_engine.storage.seals import line
from tests.storage.trial_rows import NOON

_logs = count(1)
STREAMS = st.sampled_from(["state:BGR", "state:CIV é", "convention"])
PAYLOADS = st.binary(max_size=40)
BATCHES = st.lists(st.tuples(STREAMS, PAYLOADS), max_size=8)


class Agreement(RuleBasedStateMachine):
    """Stores do what a list does, and refuse what cannot follow what the list holds."""

    postgresql: str | None = None

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.sizes: list[int] = []
        self.cleanup = ExitStack()
        folder = Path(self.cleanup.enter_context(TemporaryDirectory()))
        self.path = folder / "ccm.sqlite"
        self.stores: list[RowStore] = [MemoryRowStore(), open_sqlite(self.path, create=True)]
        if self.postgresql:
            self.stores.append(self.new_postgresql_log(self.postgresql))

    def new_postgresql_log(self, server: str) -> RowStore:
        """Make a log in a schema of its own."""
        psycopg = pytest.importorskip("psycopg")
        schema = f"ccm_agree_{next(_logs)}"
        administrator = self.cleanup.enter_context(psycopg.connect(server, autocommit=True))
        administrator.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}")
        self.cleanup.callback(administrator.execute, f"DROP SCHEMA {schema} CASCADE")
        joint = "&" if "?" in server else "?"
        return open_postgresql(f"{server}{joint}options=-csearch_path%3D{schema}", create=True)

    def teardown(self) -> None:
        for store in self.stores:
            store.close()
        self.cleanup.close()

    def last_version(self, stream: str) -> int:
        """Count what the list holds of a stream."""
        return sum(row.stream == stream for row in self.rows)

    @rule(batch=BATCHES, seconds=st.integers(-5, 5))
    def append(self, batch: list[tuple[str, bytes]], seconds: int) -> None:
        moment = NOON + timedelta(seconds=seconds)
        text = max([stored_moment(moment), *(row.recorded_at for row in self.rows[-1:])])
        new: list[NewRow] = []
        for stream, payload in batch:
            version = self.last_version(stream) + 1
            new.append(NewRow(stream, version, "ccm.trial.v1", payload))
            self.rows.append(Row(len(self.rows) + 1, *new[-1], text))
        self.sizes += [len(self.rows)] if new else []
        expected = self.rows[len(self.rows) - len(new) :]
        assert [store.append(new, moment) for store in self.stores] == [expected] * len(self.stores)

    @rule(stream=STREAMS, behind=st.integers(0, 3), batch=BATCHES)
    def append_too_late(self, stream: str, behind: int, batch: list[tuple[str, bytes]]) -> None:
        stale = NewRow(stream, self.last_version(stream) - behind, "ccm.trial.v1", b"")
        others = {other: self.last_version(other) + 1 for other, _ in batch if other != stream}
        new = [NewRow(other, version, "t", b"") for other, version in others.items()]
        for store in self.stores:
            with pytest.raises(ConcurrentAppendError):
                store.append([*new, stale], NOON)

    @rule(stream=STREAMS, beyond=st.integers(2, 4))
    def append_beyond_the_next(self, stream: str, beyond: int) -> None:
        gap = NewRow(stream, self.last_version(stream) + beyond, "ccm.trial.v1", b"")
        for store in self.stores:
            with pytest.raises(InvalidValueError):
                store.append([gap], NOON)

    @rule(after=st.integers(-2, 30), until=st.none() | st.integers(-2, 30))
    def read(self, after: int, until: int | None) -> None:
        expected = [
            row
            for row in self.rows
            if after < row.position <= (len(self.rows) if until is None else until)
        ]
        for store in self.stores:
            assert store.head() == len(self.rows)
            assert list(store.read(after, until)) == expected

    @rule()
    def look_at_hashes_and_trees(self) -> None:
        tree = Tree(leaf_hash(line(*row)) for row in self.rows)
        expected = [(*row, leaf_hash(line(*row))) for row in self.rows]
        for store in self.stores:
            assert list(store.sealed()) == expected
            assert [head.size for head in store.heads()] == self.sizes
            assert store.heads() == self.stores[0].heads()
        for head in self.stores[0].heads():
            assert root_of(head.peaks) == tree.root(head.size)

    @rule()
    def reopen_the_file(self) -> None:
        self.stores[1].close()
        self.stores[1] = open_sqlite(self.path, create=False)


def agree(machine: type[Agreement], examples: int) -> None:
    """Run histories of one machine."""
    checks = [HealthCheck.too_slow]
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=checks,
        ),
    )


def test_memory_and_sqlite_agree_with_a_list() -> None:
    agree(Agreement, 40)


@pytest.mark.postgresql
def test_all_three_agree_with_a_list(postgresql_server: str) -> None:
    agree(type("Agreement", (Agreement,), {"postgresql": postgresql_server}), 15)
