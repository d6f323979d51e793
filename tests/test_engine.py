"""The engine: two clocks, several readers and writers, and a log that is not what it was."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import create_autospec

import pytest

import ccm_engine
from ccm_engine import Engine, Event
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    Entry,
    InitialReportSubmitted,
    Retracted,
    Signed,
    StockpileDeclared,
    StockpileFound,
)
from ccm_engine.errors import (
    CcmError,
    DamagedLogError,
    MalformedEventError,
    OutsideModelError,
    ReadOnlyLogError,
    UnknownObligationError,
    UnknownStateError,
)
from ccm_engine.log import EventLog, Recorded
from ccm_engine.log_read import LogRead
from tests.histories import (
    RECORDED_AT,
    deposits_to_thirty,
    engine_with,
    happened,
    joined,
    on,
    source,
)

DAY = date(2020, 10, 2)


class Clock:
    """A clock that is told what time it is."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Make a log on disk with the first thirty states and Bulgaria."""
    target = str(tmp_path / "log.sqlite")
    with Engine.open(target, create=True) as engine:
        engine.record([*deposits_to_thirty(), *joined("BGR", "2011-04-06")])
    return target


class TestKnownAt:
    """What is learnt later never changes what was known."""

    def test_a_moment_answers_from_what_was_recorded_by_then(self) -> None:
        clock = Clock(RECORDED_AT)
        engine = Engine.in_memory(
            [*deposits_to_thirty(), *joined("BGR", "2011-04-06")], clock=clock
        )
        clock.moment = RECORDED_AT + timedelta(days=1)
        engine.record([happened(InitialReportSubmitted, "2012-03-27", "BGR")])
        now = engine.on(DAY).obligation("BGR/7.1")
        then = engine.on(DAY, known_at=RECORDED_AT).obligation("BGR/7.1")
        assert (now.standing.value, then.standing.value) == ("discharged", "overdue")

    def test_a_retraction_counts_from_its_own_moment(self) -> None:
        engine = Engine.in_memory(
            [
                *deposits_to_thirty(),
                *joined("BGR", "2011-04-06"),
                happened(StockpileDeclared, "2012-03-27", "BGR"),
            ],
            clock=Clock(RECORDED_AT),
        )
        position = engine.on(DAY).log.position
        engine.record(
            [
                Retracted(
                    occurred_on=on("2013-01-01"), citations=source(), target="BGR#3", reason="trial"
                )
            ]
        )
        before = engine.on(DAY, known_at=position).obligation("BGR/3.2")
        assert before.standing.value == "overdue"
        assert engine.on(DAY).obligation("BGR/3.2").standing.value == "undetermined"
        became = [each.became for each in engine.on(DAY).history("BGR")]
        assert became[2] == ("retracted by BGR#4: trial",)

    def test_a_moment_before_the_log_began_is_refused(self) -> None:
        engine = Engine.in_memory(joined("BGR", "2011-04-06"), clock=Clock(RECORDED_AT))
        with pytest.raises(OutsideModelError, match="the log begins at"):
            engine.on(DAY, known_at=datetime(2020, 1, 1, tzinfo=UTC))

    def test_position_zero_is_the_empty_log(self) -> None:
        engine = Engine.in_memory(joined("BGR", "2011-04-06"), clock=Clock(RECORDED_AT))
        assert engine.on(DAY, known_at=0).parties().parties == ()


class TestSeveralAtOnce:
    """Engines and threads share a log."""

    def test_an_engine_sees_what_another_recorded(self, path: str) -> None:
        with Engine.open(path) as one, Engine.open(path) as other:
            assert other.on(DAY).obligation("BGR/7.1").standing.value == "overdue"
            one.record([happened(InitialReportSubmitted, "2012-03-27", "BGR")])
            assert other.on(DAY).obligation("BGR/7.1").standing.value == "discharged"

    def test_threads_ask_and_record_at_once(self, path: str) -> None:
        def report(year: int) -> int:
            day = f"{year + 1}-04-30"
            event = happened(AnnualReportSubmitted, day, "BGR", year_covered=year)
            return engine.record([event]).recorded[0].position

        def ask(_: int) -> int:
            return len(engine.on(DAY).obligations(state="BGR"))

        with Engine.open(path) as engine, ThreadPoolExecutor(8) as pool:
            positions = list(pool.map(report, range(2012, 2020)))
            assert all(pool.map(ask, range(16)))
            last = engine.on(DAY).log.position
            assert sorted(positions) == list(range(last - 7, last + 1))


class TestAnInterruptedQuestion:
    """Whoever stops a question, or whatever does, loses nothing that was recorded."""

    def test_the_next_question_is_answered_by_all_there_is(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = [happened(StockpileFound, "2012-06-01", state) for state in ("SVN", "ESP", "HRV")]
        engine = engine_with()
        engine.on(DAY)
        engine.record(found)
        calls = iter(range(len(found)))
        usual = Chronicle.with_one_more

        def interrupted(chronicle: Chronicle, entry: Entry[Event]) -> Chronicle:
            if next(calls) == 1:
                raise KeyboardInterrupt
            return usual(chronicle, entry)

        with monkeypatch.context() as patched:
            patched.setattr(Chronicle, "with_one_more", interrupted)
            with pytest.raises(KeyboardInterrupt):
                engine.on(DAY)
        anew = engine_with(found)
        assert engine.on(DAY).obligations() == anew.on(DAY).obligations()

    def test_what_was_refused_as_misplaced_leaves_no_trace(self) -> None:
        def row(number: int, state: str) -> Recorded:
            return Recorded(1, number, RECORDED_AT, happened(Signed, "2008-12-03", state))

        answers = [row(2, "UGA")], [row(1, "ZAF")]
        log = create_autospec(EventLog, instance=True)
        log.read.side_effect = map(iter, answers)
        reading = LogRead(log)
        with pytest.raises(DamagedLogError):
            reading.read_on()
        reading.read_on()
        assert reading.history(1).states == ("ZAF",)


class TestADamagedLog:
    """Whatever the library cannot have written is found when the log is read."""

    @pytest.mark.parametrize(
        "damage",
        [
            "UPDATE ccm_events SET state = CAST(replace(state, 'BGR', 'BGX') AS BLOB)",
            "UPDATE ccm_events SET topic = 'ccm.signed.v9' WHERE rowid = 5",
            "UPDATE ccm_events SET state = X'7B7D' WHERE rowid = 7",
            "UPDATE ccm_events SET originator_id = 'ROU' WHERE originator_id = 'BGR'",
            "DELETE FROM ccm_events WHERE rowid = 3",
            "UPDATE ccm_events SET recorded_at = '2001-01-01T00:00:00.000000Z' WHERE rowid = 9",
        ],
    )
    def test_damage_behind_the_librarys_back_is_found(self, path: str, damage: str) -> None:
        raw = sqlite3.connect(path)
        for (trigger,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            raw.execute(f"DROP TRIGGER {trigger}")
        raw.execute(damage)
        raw.commit()
        raw.close()
        with pytest.raises(DamagedLogError) as caught, Engine.open(path) as engine:
            engine.on(DAY)
        assert caught.value.exit_status == 3


class TestTheFace:
    """What a developer meets first."""

    def test_every_public_name_is_there_and_documented(self) -> None:
        assert 20 <= len(ccm_engine.__all__) <= 30
        for name in ccm_engine.__all__:
            assert getattr(ccm_engine, name) is not None
        with pytest.raises(AttributeError):
            getattr(ccm_engine, "Treaty")  # noqa: B009  # the checkers know that it is not there

    def test_the_packaged_record_cannot_be_written_to(self) -> None:
        engine = Engine.public_record()
        with pytest.raises(ReadOnlyLogError, match="ccm init"):
            engine.record([happened(InitialReportSubmitted, "2020-12-01", "RWA")])

    def test_what_is_no_event_is_refused(self) -> None:
        nonsense: list[Event] = ["an event"]  # type: ignore[list-item]  # the mistake itself
        with pytest.raises(MalformedEventError):
            Engine.in_memory().record(nonsense)

    @pytest.mark.parametrize(
        ("name", "kind", "says"),
        [
            ("BGR/3.9", UnknownObligationError, "BGR/3."),
            ("CUB/3.2", UnknownObligationError, "not bound on that day"),
            ("BGX/3.2", UnknownStateError, "Bulgaria"),
        ],
    )
    def test_a_wrong_name_gets_the_nearest(
        self, name: str, kind: type[CcmError], says: str
    ) -> None:
        register = Engine.public_record().on(date(2012, 1, 1))
        with pytest.raises(kind, match=says):
            register.obligation(name)

    def test_a_state_is_found_by_an_old_name(self) -> None:
        register = Engine.public_record().on(DAY)
        assert register.state("Swaziland").state.code == "SWZ"
