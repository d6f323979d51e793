"""The options that every command shares: which log, which day, known when, read how."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ccm_engine import Engine
from ccm_engine.cli.asking import read_known_at
from ccm_engine.cli.program import COMMANDS
from ccm_engine.errors import InvalidDateError
from tests.cli.calling import REVIEW, answered, ccm, refused
from tests.cli.happenings import signed


class TestLog:
    def test_is_named_by_the_option(self, log: str) -> None:
        document = answered("parties", "--log", log)
        assert document["log"]["name"] == log
        assert document["log"]["position"] == 2

    def test_is_named_by_the_environment_and_the_option_comes_first(self, log: str) -> None:
        assert answered("parties", CCM_LOG=log)["log"]["name"] == log
        assert answered("parties", "--log", log, CCM_LOG="/nowhere")["log"]["name"] == log

    def test_an_empty_variable_names_none(self) -> None:
        assert "public record" in ccm("parties", CCM_LOG="").stderr

    def test_a_log_that_was_named_needs_no_remark(self, log: str) -> None:
        assert ccm("parties", "--log", log).stderr == ""

    def test_is_not_changed_by_a_question(self, log: str) -> None:
        for command in ("status", "parties", "figures", "windows"):
            assert ccm(command, "--log", log).exit_code == 0
        assert answered("parties", "--log", log)["log"]["position"] == 2


class TestPlace:
    def test_options_stand_before_the_command_or_after_it(self, log: str) -> None:
        after = answered("parties", "--log", log, "--as-of", REVIEW, "--known-at", "1")
        before = answered("--log", log, "--as-of", REVIEW, "--known-at", "1", "parties")
        assert after == before

    def test_the_later_one_counts(self, log: str) -> None:
        both = answered("--log", "/nowhere", "--as-of", "2010-01-01", "parties", "--log", log)
        assert both["as_of"] == "2010-01-01"
        assert both["log"]["name"] == log

    def test_json_may_come_first(self, log: str) -> None:
        assert ccm("--json", "parties", "--log", log).stdout.startswith("{")

    def test_readings_add_up(self, log: str) -> None:
        document = answered(
            "--reading", "nine_months=enforce", "parties", "--reading", "party-count=in-force",
            "--log", log,
        )  # fmt: skip
        chosen = document["interpretation"]
        assert (chosen["nine_months"], chosen["party_count"]) == ("enforce", "in-force")
        assert document["basis"] == "in-force"

    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_them(self, command: str) -> None:
        shown = ccm(command, "--help").stdout
        for option in ("--log", "--as-of", "--known-at", "--reading", "--json"):
            assert option in shown


class TestAsOf:
    def test_is_today_in_utc_by_default(self, log: str) -> None:
        before = datetime.now(UTC).date().isoformat()
        found = answered("parties", "--log", log)["as_of"]
        assert before <= found <= datetime.now(UTC).date().isoformat()

    @pytest.mark.parametrize(
        "day", ["2020-02-30", "2020-9-28", "28.9.2020", "", "2020-09-28T00:00Z"]
    )
    def test_a_day_that_is_none_is_refused(self, day: str) -> None:
        assert "--as-of" in refused("parties", "--as-of", day)

    def test_a_day_before_the_convention_is_refused(self) -> None:
        assert "2008-05-30" in refused("parties", "--as-of", "2008-05-29")


class TestKnownAt:
    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            ("7", 7),
            ("2020-09-28", datetime(2020, 9, 28, 23, 59, 59, 999_999, tzinfo=UTC)),
            ("2020-09-28T12:00:00Z", datetime(2020, 9, 28, 12, tzinfo=UTC)),
            ("2020-09-28T12:00:00+02:00", datetime(2020, 9, 28, 10, tzinfo=UTC)),
        ],
    )
    def test_is_a_position_a_moment_or_the_end_of_a_day(
        self, text: str, meant: datetime | int
    ) -> None:
        assert read_known_at(text) == meant

    @pytest.mark.parametrize("text", ["2020-09-28T12:00:00", "now", "²", "2020-13-01", "9" * 5000])
    def test_anything_else_is_refused(self, text: str) -> None:
        with pytest.raises(InvalidDateError):
            read_known_at(text)

    def test_answers_from_what_the_log_knew(self, log: str) -> None:
        with Engine.open(log) as engine:
            engine.record([signed("PER", "2008-12-03")])
        then = answered("parties", "--log", log, "--known-at", "1")
        assert (then["known_at"], then["log"]["position"], then["count"]) == (1, 1, 0)
        assert answered("parties", "--log", log)["log"]["position"] == 3

    def test_is_now_by_default(self, log: str) -> None:
        before = datetime.now(UTC)
        said = datetime.fromisoformat(answered("parties", "--log", log)["known_at"])
        assert before <= said <= datetime.now(UTC)

    def test_a_moment_before_the_log_or_a_position_beyond_it_is_refused(self, log: str) -> None:
        assert "begins at" in refused("parties", "--log", log, "--known-at", "2009-01-01")
        assert "ends at position 2" in refused("parties", "--log", log, "--known-at", "3")
        assert "position -1" in refused("parties", "--log", log, "--known-at", "-1")

    def test_is_said_on_the_page(self, log: str) -> None:
        shown = ccm("parties", "--log", log, "--known-at", "2099-01-01").stdout
        assert "as known at 2099-01-01 23:59:59Z" in shown


class TestReading:
    def test_that_is_not_practice_is_said_with_its_record(self, log: str) -> None:
        shown = ccm("parties", "--log", log, "--reading", "nine_months=enforce").stdout
        assert "read with nine_months=enforce (INT-0003)" in shown

    @pytest.mark.parametrize("choice", ["nine_months", "nine=enforce", "nine_months=perhaps", "="])
    def test_that_does_not_exist_is_refused(self, choice: str) -> None:
        refused("parties", "--reading", choice)
