"""Events from a file of JSON Lines: one JSON object a line, in UTF-8, read without trust."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import attrs

from ccm_engine.domain.events import Event
from ccm_engine.errors import CcmError, InvalidValueError, MalformedEventError
from ccm_engine.storage.codec import decode_line

MIB: Final = 1024 * 1024
LONGEST_LINE_BYTES: Final = MIB
STANDARD_INPUT: Final = "-"


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
    from ccm_engine.cli.progress import watched

    numbered: list[tuple[int, Event]] = []
    with _opened(name) as stream:
        for number, line in watched(_lines(stream), "reading events", None):
            if line.strip():
                numbered.append((number, decode_line(line, number)))
    if not numbered:
        raise InvalidValueError(
            f"read events from {name}", "it holds none", "write one JSON object a line"
        )
    return Batch(tuple(event for _, event in numbered), tuple(number for number, _ in numbered))


@contextmanager
def _opened(name: str) -> Generator[BinaryIO]:
    try:
        if name == STANDARD_INPUT:
            yield sys.stdin.buffer
        else:
            with Path(name).open("rb") as stream:
                yield stream
    except (OSError, ValueError) as error:
        if isinstance(error, CcmError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        obstacle = reason[:1].lower() + reason[1:]
        remedy = "name a file that can be read, or - for standard input"
        raise InvalidValueError(f"read events from {name}", obstacle, remedy) from error


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield each line with its number, and hold no more than one of lawful length at a time."""
    number = 0
    while line := stream.readline(LONGEST_LINE_BYTES + 1):
        number += 1
        if len(line) > LONGEST_LINE_BYTES:
            obstacle = f"it is longer than {LONGEST_LINE_BYTES // MIB} MiB"
            raise _malformed(obstacle, "write each event on a line of its own", number)
        if number == 1 and line.startswith(BOM_UTF8):
            obstacle = "it begins with a byte order mark"
            raise _malformed(obstacle, "save it as UTF-8 without one", number)
        yield number, line


def _malformed(obstacle: str, remedy: str, number: int) -> MalformedEventError:
    return MalformedEventError("read an event", obstacle, remedy).at_line(number)
