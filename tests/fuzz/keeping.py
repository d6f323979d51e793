"""Files that doors are knocked on with: a sound log, and what is written beside it."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ccm_engine.evidence.signing import new_signer
from ccm_engine.storage import open_log
from tests.cli.calling import ccm
from tests.storage.trial_events import filled

DAY: Final = "2026-11-21"
SIGNER: Final = new_signer("example.org/log", bytes(32))

_KEPT: Final[list[TemporaryDirectory[str]]] = []


@cache
def folder() -> Path:
    """Return a folder of this process's own, gone with it."""
    _KEPT.append(TemporaryDirectory())
    return Path(_KEPT[0].name)


def written(name: str, content: bytes) -> str:
    """Write a file into the folder, without what SQLite may have left beside it."""
    path = folder() / name
    for ending in ("-wal", "-shm"):
        path.with_name(name + ending).unlink(missing_ok=True)
    path.write_bytes(content)
    return str(path)


@cache
def sound_log() -> bytes:
    """Return a log of real events as the bytes of its file."""
    path = folder() / "sound.sqlite"
    with closing(open_log(path, create=True)) as log:
        filled(log)
    return path.read_bytes()


def log_path() -> str:
    """Return the path of a log of real events, written anew."""
    return written("log.sqlite", sound_log())


def lines_of(path: str) -> list[bytes]:
    """Return what a log holds."""
    with closing(open_log(path)) as log:
        return list(log.lines())


@cache
def sound_lines() -> list[bytes]:
    """Return what the sound log holds."""
    return lines_of(log_path())


def untouched(path: str) -> bool:
    """Tell whether a log is still the sound one: the same file, or else the same lines."""
    alone = not Path(f"{path}-wal").exists()
    return (alone and Path(path).read_bytes() == sound_log()) or lines_of(path) == sound_lines()


def key_path() -> str:
    """Return the path of the key that signs here."""
    return written("key", SIGNER.signer_key.encode())


@cache
def printed(*asked: str) -> bytes:
    """Return what a command prints about the sound log."""
    result = ccm(*asked, "--log", log_path(), "--as-of", DAY)
    assert result.exit_code == 0, result.output
    return result.stdout_bytes
