"""Streams that are closed or full, names that are none, clocks that say nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ccm_engine.evidence.signing import new_signer
from tests.cli.calling import answered, ccm, environment, refused
from tests.cli.happenings import lines, signed

SIGNER = new_signer("example.org/log", bytes(32))


def shell(command: str, *args: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of the shell with `ccm` as "$0 -m ccm_engine", and the arguments as $1, $2."""
    return subprocess.run(
        ["sh", "-c", command.replace("ccm", '"$0" -m ccm_engine'), sys.executable, *args],
        capture_output=True,
        check=False,
        env=environment(),
    )


class TestStreams:
    """Python has no stream at all where the shell closed one."""

    def test_nothing_is_done_where_nothing_can_be_answered(self, log: str, tmp_path: Path) -> None:
        more, key = tmp_path / "more.jsonl", tmp_path / "new.key"
        more.write_bytes(lines(signed("PER", "2008-12-03")))
        for command, name in (
            ("ccm record $1 --log $2 >&-", str(more)),
            ("ccm key $1 --name a >&-", str(key)),
            ("ccm status --json >&-", ""),
        ):
            done = shell(command, name, log)
            assert done.returncode == 2
            assert done.stderr == b"ccm: cannot answer: standard output is closed\n"
        assert answered("verify", "--log", log)["size"] == 2
        assert not key.exists()

    def test_a_closed_input_holds_nothing(self) -> None:
        done = shell("ccm check - <&-")
        assert done.returncode == 2
        assert b"it holds none" in done.stderr

    def test_closed_remarks_are_lost_and_the_answer_is_not(self) -> None:
        assert b"Bulgaria" in shell("ccm state BGR 2>&-").stdout

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
    def test_an_answer_nobody_hears_is_no_reason_to_record_again(
        self, log: str, tmp_path: Path
    ) -> None:
        more = tmp_path / "more.jsonl"
        more.write_bytes(lines(signed("PER", "2008-12-03")))
        done = shell("ccm record $1 --log $2 >/dev/full", str(more), log)
        assert done.returncode == 2
        assert b"the events are recorded, from position 3 to 3" in done.stderr
        assert answered("verify", "--log", log)["size"] == 3


@pytest.mark.parametrize("name", [".", "/", "", "-", "folder/"])
@pytest.mark.parametrize("command", [("key", "--name", "a"), ("bundle",), ("backup",)])
def test_what_names_no_file_is_not_written(name: str, command: tuple[str, ...]) -> None:
    first, *options = command
    assert "it names no file" in refused(first, name, *options)


@pytest.mark.parametrize(
    "asked",
    [
        ("verify", "--known-at", "1"),
        ("verify", "--published-by", "2015-01-01"),
        ("backup", "b.jsonl", "--known-at", "1"),
        ("restore", "b.jsonl", "--log", "new.sqlite", "--known-at", "1"),
        ("init", "--log", "new.sqlite", "--published-by", "2015-01-01"),
        ("prove", "1", "--published-by", "2015-01-01"),
    ],
)
def test_a_clock_that_says_nothing_to_a_command_is_refused(asked: tuple[str, ...]) -> None:
    assert "says nothing to it" in refused(*asked)


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
def test_a_moment_beyond_the_years_is_refused(moment: str) -> None:
    assert "outside the years" in refused("parties", "--known-at", moment)


def test_more_months_than_a_calendar_has_are_refused(tmp_path: Path) -> None:
    supposed = tmp_path / "supposed.jsonl"
    supposed.write_text(
        '{"type":"ccm.extension-granted.v1","occurred_on":"2020-01-01","state":"BGR","article":3,'
        '"months":999999}\n'
    )
    said = refused("what-if", str(supposed), "--as-of", "2020-02-01")
    assert "no calendar reaches so far" in said


def test_a_path_too_long_is_refused() -> None:
    assert "too long" in refused("verify", "--log", "a" * 300)


def test_a_name_without_a_key_signs_nothing(tmp_path: Path) -> None:
    assert "goes with a key" in refused("prove", "1", "--name", "a")
    assert "goes with a key" in refused("bundle", str(tmp_path / "b.zip"), "--name", "a")


@pytest.mark.parametrize("origin", ["", "a\nb", "\x1b[2J"])
def test_an_origin_that_is_no_name_is_refused(tmp_path: Path, origin: str) -> None:
    (tmp_path / "log.key").write_text(SIGNER.signer_key)
    asked = ("checkpoint", "--key", str(tmp_path / "log.key"), "--origin", origin)
    assert "no name of a log" in refused(*asked)


def test_an_unsigned_bundle_is_not_taken_for_a_signed_one(tmp_path: Path) -> None:
    path = str(tmp_path / "b.zip")
    assert ccm("bundle", path, "--known-at", "3").exit_code == 0
    said = refused("verify", "--bundle", path, "--key", SIGNER.verifier_key)
    assert "its checkpoint is not signed" in said


def test_an_empty_log_has_nothing_to_prove(tmp_path: Path) -> None:
    empty = str(tmp_path / "empty.sqlite")
    assert ccm("init", "--empty", "--log", empty).exit_code == 0
    assert "record events first" in refused("prove", "1", "--log", empty)
