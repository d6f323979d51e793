"""Bad input gets one line and an exit status; nothing is answered, and nothing is written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ccm_engine.cli.output import complain, one_line
from tests.cli.calling import ccm, refused
from tests.cli.happenings import lines, signed


class TestBadInput:
    """Exit status 2."""

    def test_an_unknown_state_gets_the_nearest_names(self) -> None:
        for asked in (["state", "Bulgria"], ["history", "Bulgria"], ["explain", "Bulgria/3.2"]):
            assert "did you mean Bulgaria (BGR)" in refused(*asked)

    def test_an_unknown_obligation_gets_the_nearest_ones(self) -> None:
        assert "BGR/3.2" in refused("explain", "BGR/3.3", "--as-of", "2020-09-28")
        refused("explain", "BGR")
        refused("explain", "BGR/")
        refused("explain", "")

    def test_a_state_that_owes_nothing_yet_is_said_to_owe_nothing(self) -> None:
        assert "not bound" in refused("explain", "FIN/3.2")

    def test_an_unknown_command_gets_the_nearest_one(self) -> None:
        assert "did you mean parties or report?" in refused("partys")
        assert "lists them" in refused("qwxzy")

    @pytest.mark.parametrize(
        "asked",
        [
            ("parties", "--basis", "votes"),
            ("obligations", "--standing", "late"),
            ("obligations", "--article", "24"),
            ("obligations", "--article", "three"),
            ("deadlines", "--from", "2020-01-01"),
            ("deadlines", "--from", "2020-01-02", "--until", "2020-01-01"),
            ("deadlines", "--from", "soon", "--until", "later"),
            ("state",),
            ("state", "BGR", "PER"),
            ("--nothing", "parties"),
            ("parties", "--nothing"),
        ],
    )
    def test_what_no_command_takes_is_refused(self, asked: tuple[str, ...]) -> None:
        refused(*asked)
        refused(*asked, "--json")

    def test_a_log_that_is_not_there_is_refused_and_not_made(self, tmp_path: Path) -> None:
        missing = tmp_path / "missing.sqlite"
        assert "no such file" in refused("parties", "--log", str(missing))
        assert not missing.exists()

    def test_a_message_is_one_line_without_what_steers_a_terminal(self) -> None:
        line = refused("state", "Bul\ngaria\x1b[31m" * 200)
        assert "\x1b" not in line
        assert len(line) < 700


class TestDamagedLog:
    """Exit status 3."""

    def test_a_file_that_is_no_log(self, tmp_path: Path) -> None:
        text = tmp_path / "notes.txt"
        text.write_text("notes " * 1000)
        refused("parties", "--log", str(text), status=3)

    def test_an_event_that_cannot_be_read(self, log: str) -> None:
        with sqlite3.connect(log) as connection:
            triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in triggers.fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            (table,) = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'ccm%events'"
            ).fetchone()
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            payload = next(each for each in columns if each in {"payload", "state"})
            connection.execute(f"UPDATE {table} SET {payload} = ?", (b"{}",))  # noqa: S608
        connection.close()
        for asked in (["parties"], ["parties", "--json"], ["status"]):
            refused(*asked, "--log", log, status=3)


class TestMessages:
    def test_text_for_a_terminal_keeps_its_spaces_and_loses_its_controls(self) -> None:
        assert one_line("17(2)  in force") == "17(2)  in force"
        assert one_line("a\nb\x1b[0m") == "a b\N{REPLACEMENT CHARACTER}[0m"

    def test_a_long_complaint_keeps_both_ends(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert complain("begin " + "x" * 5000 + " end", 2) == 2
        said = capsys.readouterr().err
        assert said.startswith("ccm: begin ")
        assert said.endswith(" end\n")
        assert len(said) < 700


def test_a_refused_event_is_bad_input(log: str, tmp_path: Path) -> None:
    twice = tmp_path / "twice.jsonl"
    twice.write_bytes(lines(signed("BGR", "2008-12-03")))
    assert refused("record", str(twice), "--log", log).startswith("ccm: line 1: cannot record")
    assert ccm("parties", "--log", log).exit_code == 0
