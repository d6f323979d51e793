"""Canonical lines read back: a backup or a bundle whose lines no log wrote is refused."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from ccm_engine import Engine, errors
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log import Seal
from ccm_engine.public_record import packaged, packaged_events
from ccm_engine.storage import open_log, restore_log
from ccm_engine.storage.backup import back_up, verify_backup
from ccm_engine.storage.lines import LinesLog
from tests.histories import engine_with, joined
from tests.storage.trial_rows import NOON


def lines() -> list[bytes]:
    engine = engine_with(joined("BGR", "2011-04-06"))
    return list(engine.tree.lines(engine.tree.seal().size))


def backup(path: Path, holding: Sequence[bytes], size: int | None = None) -> Path:
    """Write a backup that comes to its own root, whatever its lines are."""
    covered = len(holding) if size is None else size
    tree = Tree(map(leaf_hash, holding[:covered]))
    root = b64encode(tree.root()).decode()
    closing = f'{{"backup":"ccm-backup/1","size":{covered},"root":"{root}"}}'
    path.write_bytes(b"".join(each + b"\n" for each in (*holding, closing.encode())))
    return path


def test_a_log_of_lines_answers_as_the_log_they_are_of() -> None:
    with Engine(LinesLog("the lines", lines())) as engine:
        assert engine.verify() == engine.tree.seal()
        assert engine.tree.seal() == engine_with(joined("BGR", "2011-04-06")).tree.seal()
        with pytest.raises(errors.ReadOnlyLogError):
            engine.record(joined("PER", "2012-09-26"))


def _renumbered(line: bytes) -> bytes:
    return line.replace(b'#1"', b'#2"', 1)


def _spaced(line: bytes) -> bytes:
    return json.dumps(json.loads(line)).encode()


def _later(line: bytes) -> bytes:
    return line.replace(b'"recorded_at":"2026', b'"recorded_at":"2027', 1)


def _of_another(line: bytes) -> bytes:
    return line.replace(b'"id":"', b'"id":"X', 1)


def _moved(line: bytes) -> bytes:
    return line.replace(b'"position":1,', b'"position":7,')


def _to_the_second(line: bytes) -> bytes:
    return line.replace(b".000000Z", b"Z")


def _with_more(line: bytes) -> bytes:
    return line.replace(b'"event":{', b'"event":{"more":1,')


def _nested(line: bytes) -> bytes:
    return b"{" * 100_000 + line


def _no_text(line: bytes) -> bytes:
    return b"\xff" + line


def _nothing(line: bytes) -> bytes:
    return line[:0]


CHANGES: Final[tuple[Callable[[bytes], bytes], ...]] = (
    *(_renumbered, _spaced, _later, _of_another, _moved),
    *(_to_the_second, _with_more, _nested, _no_text, _nothing),
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_line_no_log_wrote_is_refused_even_if_the_root_fits(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    first, *rest = lines()
    changed = change(first)
    assert changed != first
    with pytest.raises(errors.CcmError) as refusal:
        verify_backup(backup(tmp_path / "b.jsonl", [changed, *rest]))
    assert refusal.value.line in {1, 2}  # a later first moment shows on the second line
    with pytest.raises(errors.CcmError):
        LinesLog("the lines", [changed, *rest])


@pytest.mark.parametrize("size", [1, 61])
def test_more_lines_than_the_backup_says_are_refused(tmp_path: Path, size: int) -> None:
    with pytest.raises(errors.MalformedEvidenceError, match="more follows"):
        verify_backup(backup(tmp_path / "b.jsonl", lines(), size))


def test_a_restore_that_runs_out_of_room_leaves_nothing(tmp_path: Path) -> None:
    kept, log = tmp_path / "b.jsonl", tmp_path / "log.sqlite"
    with Engine.in_memory(packaged_events()) as engine:
        engine.back_up(kept)
    restoring = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000));"
        "from ccm_engine.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", restoring, "restore", str(kept), "--log", str(log)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert not list(tmp_path.glob("log.sqlite*"))


def test_a_damaged_log_is_not_backed_up(tmp_path: Path) -> None:
    path = str(tmp_path / "log.sqlite")
    with Engine.open(path, create=True) as engine:
        engine.record(joined("BGR", "2011-04-06"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER ccm_events_refuse_update")
        connection.execute(
            "UPDATE ccm_events SET state = CAST(replace(state, '2008-12-03', '2008-12-04') AS BLOB)"
        )
    with Engine.open(path) as engine, pytest.raises(errors.DamagedLogError):
        engine.back_up(tmp_path / "b.jsonl")
    assert not (tmp_path / "b.jsonl").exists()


def test_a_packaged_record_that_was_edited_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    read = packaged.packaged_file

    def edited(name: str) -> bytes:
        content = read(name)
        return content.replace(b"2011-04-06", b"2011-03-06") if name == packaged.RECORD else content

    monkeypatch.setattr(packaged, "packaged_file", edited)
    with pytest.raises(errors.DamagedLogError, match="its root is another"):
        Engine.public_record().verify()


def test_a_backup_made_while_a_writer_writes_is_restored_with_its_root(
    log_address: str, tmp_path: Path
) -> None:
    events, kept = packaged_events(), tmp_path / "b.jsonl"
    done = threading.Event()

    def write() -> None:
        try:
            with closing(open_log(log_address)) as log:
                for first in range(10, len(events), 10):
                    lengths = Counter(event.stream for event in events[:first])
                    log.append(events[first : first + 10], expected=lengths, recorded_at=NOON)
        finally:
            done.set()

    with closing(open_log(log_address)) as log:
        log.append(events[:10], expected={}, recorded_at=NOON)
        writer = threading.Thread(target=write)
        writer.start()
        seals: list[Seal] = []
        while not done.is_set() or len(seals) < 2:
            kept.unlink(missing_ok=True)
            seals.append(back_up(log, kept))
            assert verify_backup(kept) == seals[-1]
        writer.join()
        tree = Tree(map(leaf_hash, log.lines()))
        assert [tree.root(seal.size) for seal in seals] == [seal.root for seal in seals]
        assert len({seal.size for seal in seals}) > 1
        kept.unlink()
        whole = back_up(log, kept)
        assert whole.size == len(events)
    copy = tmp_path / "copy.sqlite"
    assert restore_log(kept, copy) == whole
    with closing(open_log(copy)) as log:
        assert log.verify() == whole
