"""The command as a process: what goes to which stream, in pipes, on terminals, interrupted."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.cli.calling import CCM, REVIEW, environment, process

COLOUR: Final = re.compile(rb"\x1b\[[0-9;]*3[0-7]m")
ASKED: Final = ("figures", "--as-of", REVIEW)


def on_terminal(*args: str, columns: int = 80, **env: str) -> bytes:
    """Return what a command prints where standard output is a terminal of some width."""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [*CCM, *args],
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=subprocess.DEVNULL,
        env=environment(TERM="xterm-256color", COLUMNS=str(columns), **env),
    ):
        os.close(follower)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end was closed
            while piece := os.read(leader, 65_536):
                shown += piece
    os.close(leader)
    return shown


class TestPipes:
    def test_an_answer_in_a_pipe_is_plain_and_whole(self) -> None:
        done = process(*ASKED)
        assert done.returncode == 0
        assert b"\x1b" not in done.stdout
        assert b"\xe2\x80\xa6" not in done.stdout  # no ellipsis
        longest = max(done.stdout.decode().splitlines(), key=len)
        assert len(longest) > 200
        assert longest.rstrip().endswith(")")

    def test_json_is_alone_on_standard_output(self) -> None:
        done = process(*ASKED, "--json")
        assert done.returncode == 0
        assert json.loads(done.stdout)["committed"] == 123
        assert done.stderr.count(b"\n") == 1

    def test_json_is_utf_8_whatever_the_locale(self) -> None:
        done = process("parties", "--json", PYTHONIOENCODING="ascii")
        assert "Côte d'Ivoire" in done.stdout.decode("utf-8")

    def test_tables_are_escaped_where_the_encoding_lacks_a_letter(self) -> None:
        done = process("parties", PYTHONIOENCODING="iso-8859-7")
        assert done.returncode == 0
        assert b"C\\xf4te d'Ivoire" in done.stdout

    @pytest.mark.parametrize("options", [(), ("--json",)])
    def test_a_reader_that_leaves_is_no_error(self, options: tuple[str, ...]) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        with subprocess.Popen(
            [*CCM, "obligations", *options],
            stdout=writing,
            stderr=subprocess.PIPE,
            env=environment(CCM_LOG=""),
        ) as command:
            os.close(writing)
            _, said = command.communicate()
        assert command.returncode == 0
        assert [line for line in said.splitlines() if b"public record" not in line] == []

    def test_a_closed_standard_error_is_no_error(self) -> None:
        shell = subprocess.run(
            ["bash", "-c", '"$@" 2>&-', "bash", *CCM, "parties", "--json"],
            capture_output=True,
            check=False,
            env=environment(),
        )
        assert shell.returncode == 0
        assert json.loads(shell.stdout)["count"] > 100

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
    def test_a_full_disk_is_one_line(self) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*CCM, "parties"],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                env=environment(),
            )
        assert done.returncode == 2
        assert done.stderr.splitlines()[-1].startswith(b"ccm: cannot write the answer: ")


class TestTerminals:
    def test_colour_where_there_is_a_terminal(self) -> None:
        assert COLOUR.search(on_terminal("status", "--as-of", REVIEW))

    def test_no_colour_where_none_is_wanted(self) -> None:
        assert not COLOUR.search(on_terminal("status", "--as-of", REVIEW, NO_COLOR="1"))
        assert b"\x1b" not in process("status", "--as-of", REVIEW, NO_COLOR="1").stdout

    def test_colour_in_a_pipe_where_it_is_forced(self) -> None:
        assert COLOUR.search(process("status", "--as-of", REVIEW, FORCE_COLOR="1").stdout)

    @pytest.mark.parametrize(
        "args", [ASKED, ("parties",), ("explain", "BGR/3.2"), ("state", "LBN")]
    )
    def test_a_narrow_terminal_folds_and_loses_nothing(self, args: tuple[str, ...]) -> None:
        asked = (*args, "--as-of", REVIEW)
        escapes = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
        shown = escapes.sub(b"", on_terminal(*asked, columns=60)).decode()
        assert max(map(len, shown.splitlines())) <= 60
        assert "…" not in shown
        plain = process(*asked).stdout.decode()
        assert set(re.findall(r"\([A-Z]{3}\)|[A-Z]{3}#\d+", plain)) <= set(
            re.findall(r"\([A-Z]{3}\)|[A-Z]{3}#\d+", shown)
        )

    def test_json_has_no_escape_codes_on_a_terminal(self) -> None:
        shown = on_terminal("parties", "--json")
        assert b"\x1b" not in shown
        assert json.loads(shown)["count"] > 100

    def test_what_a_log_says_cannot_steer_the_terminal(self, tmp_path: Path) -> None:
        event = (
            '{"type":"ccm.signed.v1","occurred_on":"2008-12-03","citations":[{"document":'
            '"red \\u001b[31m\\u001b]0;title\\u0007","publisher":"x","authority":"press"}],'
            '"state":"BGR"}'
        )
        log = str(tmp_path / "log.sqlite")
        assert process("init", "--empty", "--log", log).returncode == 0
        assert process("record", "-", "--log", log, stdin=event.encode()).returncode == 0
        assert b"\x1b" not in process("history", "BGR", "--log", log).stdout
        assert b"\x1b]0;" not in on_terminal("history", "BGR", "--log", log)


class TestProcess:
    def test_an_error_has_no_traceback(self) -> None:
        done = process("state", "Bulgria", "--json")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"ccm: find the state")
        assert done.stderr.count(b"\n") == 1

    def test_an_interrupt_is_silent(self, tmp_path: Path) -> None:
        log = str(tmp_path / "log.sqlite")
        assert process("init", "--empty", "--log", log).returncode == 0
        # A shell starts background jobs with the signal ignored, which its children inherit.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        with subprocess.Popen(
            [*CCM, "record", "-", "--log", log],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        ) as command:
            signal.signal(signal.SIGINT, before)
            assert command.stdin is not None
            # More than a pipe holds: once it is written, the command is reading.
            command.stdin.write(b"\n" * 1_000_000)
            command.stdin.flush()
            command.send_signal(signal.SIGINT)
            out, err = command.communicate()
        assert (command.returncode, out, err.strip()) == (130, b"", b"")

    def test_says_its_version(self) -> None:
        assert process("--version").stdout.startswith(b"ccm 0.")

    def test_shows_help_where_nothing_is_asked(self) -> None:
        done = process()
        assert done.returncode == 0
        assert done.stdout.startswith(b"Usage: ccm ")

    @pytest.mark.parametrize("options", [(), ("--json",)])
    def test_a_question_in_a_pipe_loads_neither_rich_nor_a_database(
        self, options: tuple[str, ...]
    ) -> None:
        code = (
            "import atexit, sys\n"
            "heavy = {'rich', 'eventsourcing', 'sqlite3', 'psycopg', 'hypothesis'}\n"
            "atexit.register(lambda: print(sorted(heavy & set(sys.modules)), file=sys.stderr))\n"
            "from ccm_engine.cli import main; main()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, "parties", *options],
            capture_output=True,
            check=True,
            env=environment(),
        )
        assert done.stderr.splitlines()[-1] == b"[]"
