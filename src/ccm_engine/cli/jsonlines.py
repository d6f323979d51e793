"""Files of JSON Lines: one JSON object a line, in UTF-8, read without trust."""

from __future__ import annotations

import errno
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

import attrs

from ccm_engine.domain.events import Event
from ccm_engine.errors import CcmError, InvalidValueError, MalformedEventError, shown
from ccm_engine.evidence.untrusted import name_twice
from ccm_engine.storage.codec import decode_line

MIB: Final = 1024 * 1024
LONGEST_LINE_BYTES: Final = MIB
STANDARD_INPUT: Final = "-"
T = TypeVar("T")


@attrs.frozen
class Wanted:
    """What a line of a file is to be, in words, and the error where it cannot be read as one."""

    one: str
    several: str
    error: type[InvalidValueError]


EVENTS: Final = Wanted("event", "events", MalformedEventError)


@attrs.frozen
class Batch:
    """Events with the line each of them stands on."""

    events: tuple[Event, ...]
    lines: tuple[int, ...]

    def located(self, error: CcmError) -> CcmError:
        """Return an error about one of the events, knowing its line."""
        return error if error.index is None else error.at_line(self.lines[error.index])


def read_batch(name: str) -> Batch:
    """Read the events of a file, or of standard input for `-`; lines without text are skipped.

    Raises `MalformedEventError` with the line for what is too long, not UTF-8 or no event, and
    `InvalidValueError` where the file cannot be read or holds no event.
    """
    numbered = read_lines(name, decode_line, EVENTS)
    return Batch(tuple(event for _, event in numbered), tuple(number for number, _ in numbered))


def read_lines(name: str, read: Callable[[bytes, int], T], wanted: Wanted) -> list[tuple[int, T]]:
    """Read each line of a file, or of standard input for `-`; lines without text are skipped.

    `read` is given the line and its number. Raises what `read` raises, the error of `wanted` with
    the line for one that is too long or marks its byte order, and `InvalidValueError` where the
    file cannot be read or holds nothing.
    """
    from ccm_engine.cli.progress import watched

    numbered: list[tuple[int, T]] = []
    with _opened(name, wanted) as stream:
        for number, line in watched(_lines(stream, wanted), f"reading {wanted.several}", None):
            if line.strip():
                _check_names(line, wanted, number)
                numbered.append((number, read(line, number)))
    if not numbered:
        raise InvalidValueError(
            f"read {wanted.several} from {name}", "it holds none", "write one JSON object a line"
        )
    return numbered


@contextmanager
def _opened(name: str, wanted: Wanted) -> Generator[BinaryIO]:
    try:
        if name == STANDARD_INPUT:
            yield sys.stdin.buffer
        else:
            with _file(name) as stream:
                yield stream
    except OSError as error:
        reason = error.strerror or str(error)
        obstacle = reason[:1].lower() + reason[1:]
        remedy = "name a file that can be read, or - for standard input"
        raise InvalidValueError(f"read {wanted.several} from {name}", obstacle, remedy) from error


def _file(name: str) -> BinaryIO:
    try:
        return Path(name).open("rb")
    except ValueError as error:  # no path can be called so
        raise OSError(errno.EINVAL, str(error)) from error


def _lines(stream: BinaryIO, wanted: Wanted) -> Iterator[tuple[int, bytes]]:
    """Yield each line with its number, and hold no more than one of lawful length at a time."""
    number = 0
    while line := stream.readline(LONGEST_LINE_BYTES + 1):
        number += 1
        if len(line) > LONGEST_LINE_BYTES:
            obstacle = f"it is longer than {LONGEST_LINE_BYTES // MIB} MiB"
            remedy = f"write each {wanted.one} on a line of its own"
            raise _malformed(wanted, obstacle, remedy, number)
        if number == 1 and line.startswith(BOM_UTF8):
            obstacle = "it begins with a byte order mark"
            raise _malformed(wanted, obstacle, "save it as UTF-8 without one", number)
        yield number, line


def _check_names(line: bytes, wanted: Wanted, number: int) -> None:
    """Refuse a name that stands twice in one object: readers would differ in which one counts."""
    name = name_twice(line.decode(errors="replace"))
    if name is not None:
        obstacle = f"{shown(name)} stands in it twice"
        error = _malformed(wanted, obstacle, "write each name once", number)
        error.field = name
        raise error


def _malformed(wanted: Wanted, obstacle: str, remedy: str, number: int) -> InvalidValueError:
    article = "an" if wanted.one[0] in "aeiou" else "a"
    return wanted.error(f"read {article} {wanted.one}", obstacle, remedy).at_line(number)
