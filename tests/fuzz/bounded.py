"""Knock with what is too large, in a process that dies of taking too long or too much memory.

`python -m tests.fuzz.bounded DOOR…` says before each knock what is given to which door, and after
it how many seconds of processor time were taken. The door `files` stands for every argument that
names a file, given what is no ordinary one.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Final

from tests.cli.calling import ccm
from tests.fuzz.doors import DOORS, answered
from tests.fuzz.keeping import folder, log_path, sound_lines
from tests.fuzz.large import LARGE

MOST_SECONDS: Final = 10  # of processor time, for one knock
MOST_BYTES: Final = 1024**3  # of address space, for the process
SPARSE_BYTES: Final = 1024**3

CALLS: Final = (
    "record FILE --log LOG",
    "what-if FILE --log LOG",
    "check FILE",
    "assert FILE",
    "verify --proof FILE",
    "verify --bundle FILE",
    "verify --checkpoint FILE --key FILE",
    "prove --since FILE --log LOG",
    "checkpoint --key FILE --log LOG",
    "restore FILE --log NEW",
    "status --log FILE",
    "init --log FILE",
    "key FILE --name a",
    "bundle FILE --log LOG",
    "backup FILE --log LOG",
    "review --from 2010-01-01 --output FILE --log LOG",
)

Knock = Callable[[], object]


def strange_files() -> Iterator[str]:
    """Make what is there under a name, and is no file that can be read or written as asked."""
    here = folder()
    with (here / "sparse").open("wb") as stream:
        stream.truncate(SPARSE_BYTES)
    (here / "loop").symlink_to(here / "loop")
    (here / "folder").mkdir()
    names = ("sparse", "loop", "folder", "loop/file", "sparse/file", "x" * 300, ".", "..", "\ud800")
    yield from (str(here / name) for name in names)
    yield from ("/dev/zero", "/dev/full", "/dev/null", "a\0b", "/")


def files() -> Iterator[tuple[str, Knock]]:
    """Give strange files to every argument that names one."""
    for file in strange_files():
        for call in CALLS:
            places = {"FILE": file, "LOG": log_path(), "NEW": str(folder() / "new")}
            given = [places.get(each, each) for each in call.split()]
            yield f"{call} {file[:30]!r}", partial(_called, given)


def _called(given: list[str]) -> None:
    result = ccm(*given, stdin=b"")
    assert not answered(result), given
    assert "memory" not in result.stderr, given
    assert not (folder() / "new").exists()


def knocks(door: str) -> Iterator[tuple[str, Knock]]:
    """Give what is too large to a door."""
    if door == "files":
        yield from files()
        return
    for data in LARGE[door]():
        yield f"{door} {data[:40]!r} {len(data)}", partial(DOORS[door].knock, data)


def main(doors: list[str]) -> None:
    """Knock at these doors."""
    sound_lines()
    for door in doors:
        with suppress(KeyError):
            DOORS[door].welcome()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    os.umask(0o077)
    for door in doors:
        for what, knock in knocks(door):
            sys.stdout.write(what)
            sys.stdout.flush()
            begun = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
            knock()
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            sys.stdout.write(f" {time.process_time() - begun:.2f} s\n")


if __name__ == "__main__":
    main(sys.argv[1:])
