"""The three logs compared in lock-step with a plain list, over lawful histories made up."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from ccm_engine.domain.events import Event
from ccm_engine.engine import Engine
from ccm_engine.errors import ConcurrentAppendError, RefusedEventError
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log import EventLog, Recorded, Seal
from ccm_engine.storage import memory_log, open_log
from ccm_engine.storage.codec import encode
from ccm_engine.storage.moments import stored_moment
from ccm_engine.testing.answers import answers, same
from ccm_engine.testing.histories import NOW, History, histories, the_clock
from ccm_engine.testing.unlawful import STRANGER, WELCOME, intruders

_schemas = count(1)
AT = stored_moment(NOW).encode()
DAYS = st.dates(date(2009, 1, 1), date(2040, 1, 1))


class Agreement(RuleBasedStateMachine):
    """Logs hold what a list holds, and take nothing else than the list takes."""

    postgresql: str | None = None

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Event] = []
        self.waiting: list[Event] = []
        self.cleanup = ExitStack()
        path = Path(self.cleanup.enter_context(TemporaryDirectory())) / "ccm.sqlite"
        self.addresses: list[str] = [str(path)]
        if self.postgresql:
            self.addresses.append(self.new_postgresql_address(self.postgresql))
        self.logs: list[EventLog] = [memory_log()]
        self.logs += [open_log(address, create=True) for address in self.addresses]
        self.engines = [Engine(log, clock=the_clock) for log in self.logs]

    def new_postgresql_address(self, server: str) -> str:
        """Give the address of a schema of its own."""
        psycopg = pytest.importorskip("psycopg")
        schema = f"ccm_logs_agree_{next(_schemas)}"
        administrator = self.cleanup.enter_context(psycopg.connect(server, autocommit=True))
        administrator.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}")
        self.cleanup.callback(administrator.execute, f"DROP SCHEMA {schema} CASCADE")
        joint = "&" if "?" in server else "?"
        return f"{server}{joint}options=-csearch_path%3D{schema}"

    def teardown(self) -> None:
        for log in self.logs:
            log.close()
        self.cleanup.close()

    @initialize(history=histories())
    def begin(self, history: History) -> None:
        self.history = history
        self.waiting = list(history.events)

    def held(self, stream: str) -> int:
        """Count what the list holds of a stream."""
        return sum(each.stream == stream for each in self.taken)

    def places(self) -> list[Recorded]:
        """Say where each event of the list stands."""
        numbers: dict[str, int] = {}
        found: list[Recorded] = []
        for position, event in enumerate(self.taken, start=1):
            numbers[event.stream] = number = numbers.get(event.stream, 0) + 1
            found.append(Recorded(position, number, NOW, event))
        return found

    @rule(size=st.integers(1, 40))
    def record_a_lawful_batch(self, size: int) -> None:
        batch, self.waiting = self.waiting[:size], self.waiting[size:]
        self.taken += batch
        expected = tuple(self.places()[len(self.taken) - len(batch) :])
        receipts = [engine.record(batch) for engine in self.engines]
        assert [each.recorded for each in receipts] == [expected] * len(receipts)
        assert len({each.remarks for each in receipts}) == 1

    @rule(data=st.data())
    def record_a_batch_that_is_refused(self, data: st.DataObject) -> None:
        known = History(tuple(self.taken), (), min(len(self.taken), self.history.settled))
        intruder = data.draw(intruders(known))
        for engine in self.engines:
            with pytest.raises(RefusedEventError) as refusal:
                engine.record([WELCOME, intruder, WELCOME])
            assert refusal.value.index == 1

    @rule(data=st.data())
    def append_too_late(self, data: st.DataObject) -> None:
        behind = [each for each in {event.stream for event in self.taken} if self.held(each)]
        if not behind:
            return
        stream = data.draw(st.sampled_from(sorted(behind)))
        late = next(each for each in self.taken if each.stream == stream)
        stale = data.draw(st.integers(0, self.held(stream) - 1))
        expected = {stream: stale, STRANGER: 0}
        for log in self.logs:
            with pytest.raises(ConcurrentAppendError):
                log.append([WELCOME, late], expected=expected, recorded_at=NOW)

    @rule(after=st.integers(0, 90))
    def read_from_a_position(self, after: int) -> None:
        expected = self.places()[after:]
        for log in self.logs:
            assert list(log.read(after)) == expected

    @rule()
    def verify(self) -> None:
        lines = [
            b'{"id":"%b","position":%d,"recorded_at":"%b","event":%b}'
            % (each.id.encode(), each.position, AT, encode(each.event))
            for each in self.places()
        ]
        seal = Seal(len(lines), Tree(map(leaf_hash, lines)).root())
        for log, engine in zip(self.logs, self.engines, strict=True):
            assert list(log.lines()) == lines
            assert log.verify() == engine.tree.seal() == seal

    @rule(day=DAYS)
    def ask(self, day: date) -> None:
        first, *others = (answers(engine.on(day)) for engine in self.engines)
        for other in others:
            same(first, other, "every log answers the same")

    @rule()
    def reopen(self) -> None:
        for index, address in enumerate(self.addresses, start=1):
            self.logs[index].close()
            self.logs[index] = open_log(address)
            self.engines[index] = Engine(self.logs[index], clock=the_clock)

    @invariant()
    def every_log_ends_where_the_list_does(self) -> None:
        assert {log.head() for log in self.logs} == {len(self.taken)}


def agree(machine: type[Agreement], examples: int) -> None:
    """Run histories of one machine."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=checks,
        ),
    )


def test_memory_and_sqlite_agree_with_a_list() -> None:
    agree(Agreement, 60)


@pytest.mark.postgresql
def test_all_three_agree_with_a_list(postgresql_server: str) -> None:
    agree(type("Agreement", (Agreement,), {"postgresql": postgresql_server}), 30)
