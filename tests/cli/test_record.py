"""`ccm record` appends all the events of a file or none; `ccm init` makes a log to append to."""

from __future__ import annotations

import json
import stat
import tracemalloc
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest

from ccm_engine.cli.jsonlines import LONGEST_LINE_BYTES, read_batch
from ccm_engine.errors import MalformedEventError
from ccm_engine.public_record import packaged_events
from tests.cli.calling import answered, ccm, refused
from tests.cli.happenings import bulgaria, lines, ratified, signed
from tests.exporters.shapes import ENVELOPE, SHAPES, mismatches

PERU: Final = lines(signed("PER", "2008-12-03"), ratified("PER", "2012-09-26"))
CHAD: Final = lines(signed("TCD", "2008-12-03"))


@pytest.fixture
def events(tmp_path: Path) -> Path:
    path = tmp_path / "events.jsonl"
    path.write_bytes(PERU)
    return path


def position(log: str) -> int:
    found: int = answered("parties", "--log", log)["log"]["position"]
    return found


class TestRecord:
    def test_appends_and_says_where(self, log: str, events: Path) -> None:
        document = answered("record", str(events), "--log", log)
        assert list(mismatches(document, {**ENVELOPE, **SHAPES["record"]})) == []
        assert [each["id"] for each in document["recorded"]] == ["PER#1", "PER#2"]
        assert [each["position"] for each in document["recorded"]] == [3, 4]
        assert document["log"]["position"] == position(log) == 4

    def test_says_so_to_people_too(self, log: str, events: Path) -> None:
        shown = ccm("record", str(events), "--log", log).stdout.splitlines()
        assert shown[0] == "2 events recorded"
        assert shown[2].split() == ["3", "PER#1", "ccm.signed.v1"]

    def test_reads_standard_input(self, log: str) -> None:
        assert ccm("record", "-", "--log", log, stdin=CHAD).exit_code == 0
        assert position(log) == 3

    def test_takes_the_log_from_the_environment(self, log: str) -> None:
        assert ccm("record", "-", stdin=CHAD, CCM_LOG=log).exit_code == 0
        assert position(log) == 3

    def test_answers_from_the_log_as_it_is_then(self, log: str, events: Path) -> None:
        document = answered("record", str(events), "--log", log, "--known-at", "2009-01-01")
        assert document["log"]["position"] == 4

    @pytest.mark.parametrize(
        "wrong", [("--as-of", "2007-01-01"), ("--known-at", "then"), ("--reading", "no")]
    )
    def test_writes_nothing_where_an_option_is_wrong(
        self, wrong: tuple[str, str], log: str, events: Path, tmp_path: Path
    ) -> None:
        refused("record", str(events), "--log", log, *wrong)
        assert position(log) == 2
        new = tmp_path / "new.sqlite"
        refused("init", "--empty", "--log", str(new), *wrong)
        assert not new.exists()

    def test_skips_empty_lines_and_needs_no_last_line_break(self, log: str) -> None:
        assert ccm("record", "-", "--log", log, stdin=b"\n\r\n" + PERU[:-1]).exit_code == 0

    def test_the_public_record_takes_nothing(self, events: Path) -> None:
        assert "takes no event" in refused("record", str(events))

    def test_takes_back_what_history_prints(self, log: str, tmp_path: Path) -> None:
        other = str(tmp_path / "other.sqlite")
        assert ccm("init", "--empty", "--log", other).exit_code == 0
        document = answered("history", "BGR", "--log", log)
        said = "\n".join(json.dumps(each["event"]) for each in document["events"])
        assert ccm("record", "-", "--log", other, stdin=said.encode()).exit_code == 0
        again = answered("history", "BGR", "--log", other)
        assert [each["event"] for each in again["events"]] == [
            each["event"] for each in document["events"]
        ]


BAD: Final[dict[str, tuple[bytes, str]]] = {
    "truncated": (PERU + CHAD[:-20], "line 3: "),
    "no JSON": (b"hello\n", "line 1: "),
    "a list": (b"[]\n", "line 1: "),
    "a number": (PERU + b"7\n", "line 3: "),
    "no type": (b'{"state":"PER"}\n', "line 1: "),
    "unknown type": (PERU + b'{"type":"ccm.exploded.v1"}\n', "line 3: "),
    "unknown field": (CHAD.replace(b'"state"', b'"colour":"red","state"'), "line 1: "),
    "unknown state": (CHAD.replace(b"TCD", b"XYZ"), "line 1: "),
    "no such day": (CHAD.replace(b"2008-12-03", b"2008-02-30"), "line 1: "),
    "huge line": (PERU + b'{"type":"' + b"x" * LONGEST_LINE_BYTES + b'"}\n', "line 3: "),
    "huge name": (b'{"type":"' + b"x" * 100_000 + b'"}\n', "line 1: "),
    "nested": (PERU + b'{"type":' + b"[" * 200_000 + b"\n", "line 3: "),
    "UTF-16": (CHAD.decode().encode("utf-16"), "line 1: "),
    "Latin-1": (CHAD.replace(b"treaties", b"trait\xe9s"), "line 1: "),
    "byte order mark": (b"\xef\xbb\xbf" + CHAD, "byte order mark"),
    "NUL": (PERU + b"\0" * 100 + b"\n", "line 3: "),
    "NUL within": (CHAD.replace(b"treaties", b"trea\0ties"), "line 1: "),
    "empty": (b"", "holds none"),
    "blank": (b"\n \n\r\n", "holds none"),
    "refused by the Convention": (PERU + lines(ratified("TCD", "2013-03-26")), "line 3: "),
    "after an empty line": (b"\n" + PERU + b"\n\n{}\n", "line 6: "),
    "newer version": (CHAD.replace(b".v1", b".v99"), "line 1: "),
}


class TestBadFiles:
    @pytest.mark.parametrize("kind", BAD)
    def test_leave_the_log_as_it_was(self, kind: str, log: str, tmp_path: Path) -> None:
        given, said = BAD[kind]
        before = position(log)
        path = tmp_path / "bad.jsonl"
        path.write_bytes(given)
        for how, stdin in ((str(path), None), ("-", given)):
            assert said in refused("record", how, "--log", log, stdin=stdin, status=2)
        refused("record", str(path), "--log", log, "--json", status=2)
        assert position(log) == before

    @pytest.mark.parametrize("name", ["", "missing.jsonl", "nul\0byte", "."])
    def test_that_cannot_be_opened_are_refused(self, name: str, log: str) -> None:
        assert "read events from" in refused("record", name, "--log", log)

    def test_a_huge_line_is_never_held_whole(self, monkeypatch: pytest.MonkeyPatch) -> None:
        size = 64 * LONGEST_LINE_BYTES

        class Standing:
            buffer = BytesIO(b"x" * size)

        monkeypatch.setattr("sys.stdin", Standing)
        tracemalloc.start()
        with pytest.raises(MalformedEventError, match="longer than 1 MiB"):
            read_batch("-")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < size / 4

    def test_a_read_only_log_takes_nothing(self, log: str, events: Path) -> None:
        path = Path(log)
        path.chmod(stat.S_IRUSR)
        try:
            result = ccm("record", str(events), "--log", log)
        finally:
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
        assert result.exit_code in {0, 2}  # who may write anywhere may write here
        assert position(log) == (4 if result.exit_code == 0 else 2)


class TestInit:
    def test_makes_a_log_from_the_public_record(self, tmp_path: Path) -> None:
        path = str(tmp_path / "own.sqlite")
        document = answered("init", "--log", path)
        assert list(mismatches(document, {**ENVELOPE, **SHAPES["init"]})) == []
        assert document["count"] == document["log"]["position"] == len(packaged_events())
        own = answered("parties", "--log", path, "--as-of", "2020-09-28")
        assert own["parties"] == answered("parties", "--as-of", "2020-09-28")["parties"]

    def test_makes_an_empty_one(self, tmp_path: Path) -> None:
        path = str(tmp_path / "own.sqlite")
        shown = ccm("init", "--empty", "--log", path)
        assert shown.stdout.splitlines()[0] == f"made {path}, empty"
        assert ccm("status", "--log", path).exit_code == 0
        assert position(path) == 0
        assert ccm("record", "-", "--log", path, stdin=lines(*bulgaria())).exit_code == 0

    def test_leaves_a_log_that_is_there(self, log: str) -> None:
        refused("init", "--log", log)
        assert position(log) == 2

    def test_asks_where(self) -> None:
        assert "CCM_LOG" in refused("init")

    def test_cannot_make_one_in_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        refused("init", "--empty", "--log", str(tmp_path / "no" / "log.sqlite"))
