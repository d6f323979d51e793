"""The rows of a log, and what every store of them promises.

A row is one event as the log keeps it: where it stands, which stream it continues, its stored name
and its bytes. Nothing here knows what the bytes mean.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import UTC, datetime
from itertools import repeat
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from eventsourcing.persistence import ApplicationRecorder, IntegrityError, StoredEvent

from ccm_engine.errors import (
    ConcurrentAppendError,
    DamagedLogError,
    InvalidDateError,
    InvalidValueError,
    NewerLogError,
    ReadOnlyLogError,
)
from ccm_engine.storage.moments import canonical_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ccm_engine.storage.seals import Head, SealedRow

EVENTS_TABLE: Final = "ccm_events"
APPLICATION: Final = "ccm-engine"
FORMAT: Final = 2  # of the tables; a log with a higher one was written by a later version
UNSEALED: Final = 1  # the format of logs without hashes, which can be read and not continued
PAGE_ROWS: Final = 1000  # read at once; 256 to 4,000 measure alike
PATIENCE_SECONDS: Final = 5.0  # how long to wait for a lock or a server


class NewRow(NamedTuple):
    """What a writer wants appended; `version` is one more than the stream's last, from 1."""

    stream: str
    version: int
    topic: str
    payload: bytes


class Row(NamedTuple):
    """What the log holds; `recorded_at` is UTC in RFC 3339, always 27 characters."""

    position: int
    stream: str
    version: int
    topic: str
    payload: bytes
    recorded_at: str


class RowStore(Protocol):
    """An append-only sequence of rows, positions 1, 2, 3 and so on, safe to share by threads."""

    @property
    def name(self) -> str:
        """Name the log as messages should; never with a password in it."""
        ...

    def append(self, rows: Sequence[NewRow], recorded_at: datetime) -> list[Row]:
        """Append all the rows in order, or none of them.

        The moment stored is the later of `recorded_at` and the last one in the log.
        Raises `ConcurrentAppendError` where another writer continued one of the streams first,
        `InvalidValueError` for a version beyond the next (no log can have led to it),
        `InvalidDateError` for a moment that is not in UTC, `LogError` where nothing can be written.
        """
        ...

    def read(self, after: int = 0, until: int | None = None) -> Iterator[Row]:
        """Read the rows with `after < position <= until` in order.

        What is appended after the call is not seen, and a reading left open holds nobody up.
        """
        ...

    def sealed(self, after: int | None = None) -> Iterator[SealedRow]:
        """Read the rows after a position with their stored hashes; `None` is all, from any one on.

        A row that the database itself cannot read is a `DamagedLogError` with its position.
        """
        ...

    def heads(self) -> list[Head]:
        """Read what was stored of the tree at each append, by size."""
        ...

    def head(self) -> int:
        """Return the last position, 0 in an empty log."""
        ...

    def close(self) -> None:
        """Let go of files and connections. The store answers nothing more."""
        ...


class RowRecorder(ApplicationRecorder):
    """Lets a stock `eventsourcing` application save through `append`, under the same checks."""

    @abstractmethod
    def append(self, rows: Sequence[NewRow], recorded_at: datetime) -> list[Row]:
        """Append all the rows in order, or none of them."""

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **_: object
    ) -> Sequence[int] | None:
        """Append stored events, recorded now; a conflict is the library's `IntegrityError`."""
        rows = [
            NewRow(str(event.originator_id), event.originator_version, event.topic, event.state)
            for event in stored_events
        ]
        try:
            return [row.position for row in self.append(rows, datetime.now(UTC))]
        except (ConcurrentAppendError, InvalidValueError) as error:
            raise IntegrityError(str(error)) from error


def later(name: str, position: int, last: object, given: str) -> str:
    """Return the moment to append at: the one given, or the last one in the log if that is later.

    Raises `DamagedLogError` if the last row of the log `name` has no moment.
    """
    try:
        canonical_moment(last if isinstance(last, str) else repr(last))
    except InvalidDateError as error:
        obstacle = f"position {position} has no moment"
        refusal = DamagedLogError(f"append to {name}", obstacle, "restore the log from a copy")
        raise refusal.at_position(position) from error
    return max(given, str(last))


def placed(rows: Sequence[NewRow], head: int, moment: str) -> list[Row]:
    """Give new rows the positions that follow `head`, all with one moment."""
    return list(as_rows((position, *row, moment) for position, row in enumerate(rows, head + 1)))


# What `Row._make` does, without its Python frame: reading is measurably faster for it.
_new_row: Final[Callable[[type[Row], tuple[object, ...]], Row]] = vars(tuple)["__new__"]


def as_rows(columns: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    """Name the columns a cursor gives in the order of `Row`."""
    return map(_new_row, repeat(Row), columns)


def streams_of(rows: Sequence[NewRow]) -> list[str]:
    """Return the streams that rows continue, each once, in order of first appearance."""
    return list(dict.fromkeys(row.stream for row in rows))


def check_versions(name: str, rows: Sequence[NewRow], last_versions: Mapping[str, int]) -> None:
    """Refuse rows that do not continue their streams without a gap.

    `last_versions` is what the log `name` holds of each stream; one it lacks is empty.
    """
    expected: dict[str, int] = {}
    for row in rows:
        last = last_versions.get(row.stream, 0)
        if row.stream not in expected and row.version <= last:
            raise moved_on(name, row.stream, row.version, f"it is at version {last} already")
        version = expected.get(row.stream, last + 1)
        if row.version != version:
            asked = f"cannot append version {row.version} of {row.stream} to {name}"
            remedy = "number the versions of a stream from its last one without gaps"
            raise InvalidValueError(asked, f"the next version is {version}", remedy)
        expected[row.stream] = version + 1


def check_format(written: int, asked: str) -> None:
    """Refuse a log whose tables a later version of this library laid out."""
    if written > FORMAT:
        obstacle = f"a later version wrote it (format {written}, this one reads {FORMAT})"
        raise NewerLogError(asked, obstacle, "upgrade ccm-engine")


def check_sealed(written: int, asked: str) -> None:
    """Refuse to continue, or to verify, a log from before logs kept hashes."""
    if written == UNSEALED:
        obstacle = "an earlier version made it, without hashes"
        remedy = "make it anew from itself: ccm backup, then ccm restore"
        raise ReadOnlyLogError(asked, obstacle, remedy)


def moved_on(name: str, stream: str, version: int, obstacle: str) -> ConcurrentAppendError:
    """Say that another writer continued the stream first."""
    return ConcurrentAppendError(
        f"cannot append version {version} of {stream} to {name}",
        obstacle,
        "read it again, decide again, and retry",
    )
