"""Canonical lines, read back: a log that is a list of them, as a bundle or a backup holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

import msgspec

from ccm_engine.domain.events import Event
from ccm_engine.errors import CcmError, MalformedEvidenceError, ReadOnlyLogError
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log import Recorded, Seal
from ccm_engine.storage.codec import decode
from ccm_engine.storage.moments import canonical_moment, moment
from ccm_engine.storage.rows import Row
from ccm_engine.storage.seals import line

AS_WRITTEN: Final = "take it again from where it was made"


_NUMBER: Final = re.compile(r"[0-9]{1,18}")


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    position: int
    recorded_at: str
    event: msgspec.Raw


_DECODE: Final = msgspec.json.Decoder(_Line).decode


def read_lines(lines: Iterable[bytes], asked: str) -> Iterator[tuple[Row, Recorded]]:
    """Yield what canonical lines hold, each line as this library writes it and in its place.

    Raises `MalformedEvidenceError` with the line's number, or whatever the event's own validators
    raise.
    """
    numbers: dict[str, int] = {}
    before = ""
    for position, text in enumerate(lines, start=1):
        try:
            row, event = _read(text, position)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise _malformed(asked, f"it is no line of a log ({error})", position) from error
        except CcmError as error:
            raise error.at_line(position) from None
        numbers[row.stream] = numbers.get(row.stream, 0) + 1
        if row.version != numbers[row.stream] or row.recorded_at < before or line(*row) != text:
            raise _malformed(asked, "it is not what a log has in that place", position)
        before = row.recorded_at
        yield row, Recorded(position, row.version, moment(row.recorded_at), event)


def _read(text: bytes, position: int) -> tuple[Row, Event]:
    found = _DECODE(text)
    payload = bytes(found.event)
    event = decode(payload)
    canonical_moment(found.recorded_at)
    stream, _, number = found.id.partition("#")
    version = int(number) if _NUMBER.fullmatch(number) else 0
    if stream != event.stream or found.position != position:
        stream = ""  # no line reads so
    return Row(position, stream, version, event.TYPE, payload, found.recorded_at), event


def _malformed(asked: str, obstacle: str, number: int) -> MalformedEvidenceError:
    return MalformedEvidenceError(asked, obstacle, AS_WRITTEN).at_line(number)


class LinesLog:
    """An `EventLog` over canonical lines, which cannot be written to."""

    def __init__(self, name: str, lines: Sequence[bytes]) -> None:
        """Read the lines; see `read_lines` for what is refused."""
        self.name = name
        self._lines = tuple(lines)
        asked = f"read {name}"
        self._recorded = tuple(recorded for _, recorded in read_lines(self._lines, asked))

    def append(
        self, events: Sequence[Event], *, expected: Mapping[str, int], recorded_at: datetime
    ) -> tuple[Recorded, ...]:
        """Refuse: these lines are evidence."""
        del events, expected, recorded_at
        remedy = "make a log of it with `ccm restore`, and record there"
        raise ReadOnlyLogError(f"record events in {self.name}", "it is read-only", remedy)

    def read(self, after: int = 0) -> Iterator[Recorded]:
        """Yield what stands after a position, in order."""
        return iter(self._recorded[after:])

    def lines(self, after: int = 0) -> Iterator[bytes]:
        """Yield the canonical line of each event after a position."""
        return iter(self._lines[after:])

    def verify(self) -> Seal:
        """Return what the lines come to; each was found canonical and in its place when read."""
        tree = Tree(map(leaf_hash, self._lines))
        return Seal(tree.size, tree.root())

    def head(self) -> int:
        """Return the last position."""
        return len(self._lines)

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""
