"""Backups: the canonical lines of a log in one file, and what they come to as the last line.

Rows never change, so a backup of all up to now is whole whatever a writer does meanwhile. It is
the same for every kind of store, and makes the same log again: same positions, moments and root.
"""

from __future__ import annotations

import errno
import os
from base64 import b64decode, b64encode
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from ccm_engine.errors import (
    DamagedLogError,
    EvidenceError,
    MalformedEvidenceError,
    ReadOnlyLogError,
)
from ccm_engine.evidence.tree import Tree, root_of
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log import EventLog, Seal
from ccm_engine.storage.lines import AS_WRITTEN, read_lines
from ccm_engine.storage.moments import moment
from ccm_engine.storage.rows import NewRow, Row, RowStore
from ccm_engine.storage.seals import line
from ccm_engine.storage.whole_file import new_file

FORMAT: Final = "ccm-backup/1"
_LONGEST_LINE: Final = 16 * 1024 * 1024  # bytes
_LONGEST_CLOSING: Final = 200  # bytes
_APPENDED_AT_ONCE: Final = 10_000
_RECORDED_AT: Final = attrgetter("recorded_at")


class _Closing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    backup: str
    size: int
    root: str


def back_up(log: EventLog, path: Path) -> Seal:
    """Write all events that a log has now to a new file, and return what they come to.

    The log is verified first: a copy of damage would look sound. The file appears whole or not at
    all. Raises `DamagedLogError`, or `LogUnavailableError` if something is there already or it
    cannot be written.
    """
    verified = _verified(log)
    with new_file(path, f"back {log.name} up to {path}") as stream:
        seal = _write(log, log.head() if verified is None else verified.size, stream)
        if verified not in {None, seal}:
            obstacle = "it changed while it was read"
            raise DamagedLogError(f"back {log.name} up", obstacle, "find out more with ccm verify")
    return seal


def _verified(log: EventLog) -> Seal | None:
    """Return what a log comes to; `None` for one from before logs kept hashes."""
    try:
        return log.verify()
    except ReadOnlyLogError:
        return None


def _write(log: EventLog, size: int, stream: BinaryIO) -> Seal:
    tree = Tree()
    for text in islice(log.lines(), size):
        tree.extend([leaf_hash(text)])
        stream.write(text + b"\n")
    seal = Seal(tree.size, tree.root())
    stream.write(_closing(seal) + b"\n")
    return seal


def _closing(seal: Seal) -> bytes:
    """Return the last line, without which a backup is cut."""
    return msgspec.json.encode(_Closing(FORMAT, seal.size, b64encode(seal.root).decode()))


def verify_backup(path: Path) -> Seal:
    """Return what a backup holds, once every line is known to be sound.

    Raises `MalformedEvidenceError` for what is cut or no backup, with the line if it is one, and
    `EvidenceError` if the lines do not come to what the last one says.
    """
    tree = Tree()
    with _opened(path) as (stream, asked):
        closing = _read_closing(stream, asked)
        for row in _rows(stream, closing.size, asked):
            tree.extend([leaf_hash(line(*row))])
    found = Seal(tree.size, tree.root())
    if found != closing:
        obstacle = "its events come to another root than its last line says"
        raise EvidenceError(asked, obstacle, AS_WRITTEN)
    return found


def restore(path: Path, verified: Seal, store: RowStore) -> None:
    """Append all that a verified backup holds to an empty store, at the moments it was recorded."""
    with _opened(path) as (stream, asked):
        rows = _rows(stream, verified.size, asked)
        for recorded_at, alike in groupby(rows, key=_RECORDED_AT):
            while batch := [_new(row) for row in islice(alike, _APPENDED_AT_ONCE)]:
                store.append(batch, moment(recorded_at))
        heads = store.heads()
        if verified.size and root_of(heads[-1].peaks) != verified.root:
            raise EvidenceError(asked, "it changed while it was read", AS_WRITTEN)


def _new(row: Row) -> NewRow:
    return NewRow(row.stream, row.version, row.topic, row.payload)


@contextmanager
def _opened(path: Path) -> Generator[tuple[BinaryIO, str]]:
    asked = f"read the backup {path}"
    try:
        with _file(path) as stream:
            yield stream, asked
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise MalformedEvidenceError(asked, said, "name a file that can be read") from error


def _file(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except ValueError as error:  # no path can be called so
        raise OSError(errno.EINVAL, str(error)) from error


def _read_closing(stream: BinaryIO, asked: str) -> Seal:
    """Return what the last line of a backup says that it holds; go back to the beginning."""
    length = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, length - _LONGEST_CLOSING))
    last = stream.read(_LONGEST_CLOSING).removesuffix(b"\n").rpartition(b"\n")[2]
    stream.seek(0)
    try:
        said = msgspec.json.decode(last, type=_Closing)
        seal = Seal(said.size, b64decode(said.root, validate=True))
    except (ValueError, RecursionError) as error:
        raise MalformedEvidenceError(asked, "it is cut, or no backup", AS_WRITTEN) from error
    if not 0 <= said.size <= length:  # no event is shorter than a byte
        raise MalformedEvidenceError(asked, "it is cut, or no backup", AS_WRITTEN)
    if said.backup != FORMAT or _closing(seal) != last:
        obstacle = f"its last line is not one of {FORMAT}"
        raise MalformedEvidenceError(asked, obstacle, "upgrade ccm-engine, if a later one wrote it")
    return seal


def _rows(stream: BinaryIO, size: int, asked: str) -> Iterator[Row]:
    """Yield the rows of a backup; only its closing line may follow them."""
    yield from (row for row, _ in read_lines(islice(_lines(stream, asked), size), asked))
    rest = stream.read(_LONGEST_CLOSING + 1)
    if not rest.startswith(b'{"backup":') or rest.count(b"\n") != 1:
        raise MalformedEvidenceError(asked, f"more follows its {size:,} events", AS_WRITTEN)


def _lines(stream: BinaryIO, asked: str) -> Iterator[bytes]:
    while text := stream.readline(_LONGEST_LINE + 1):
        if len(text) > _LONGEST_LINE:
            obstacle = f"a line is longer than {_LONGEST_LINE:,} bytes"
            raise MalformedEvidenceError(asked, obstacle, AS_WRITTEN)
        yield text.removesuffix(b"\n")
