"""A log held in a list: for measuring what is asked of a log, apart from how it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from ccm_engine.domain.events import Event
from ccm_engine.engine import Engine
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log import Recorded, Seal
from ccm_engine.storage.codec import encode
from ccm_engine.storage.moments import stored_moment
from ccm_engine.storage.seals import line

RECORDED_AT: Final = datetime(2026, 11, 20, 12, tzinfo=UTC)


class HeldLog:
    """An `EventLog` that takes what it is given."""

    name = "a log held in a list"

    def __init__(self) -> None:
        """Start empty."""
        self._recorded: list[Recorded] = []
        self._numbers: dict[str, int] = {}

    def append(
        self, events: Sequence[Event], *, expected: Mapping[str, int], recorded_at: datetime
    ) -> tuple[Recorded, ...]:
        """Append all of these."""
        del expected
        begin = len(self._recorded)
        for position, event in enumerate(events, begin + 1):
            number = self._numbers.get(event.stream, 0) + 1
            self._numbers[event.stream] = number
            self._recorded.append(Recorded(position, number, recorded_at, event))
        return tuple(self._recorded[begin:])

    def read(self, after: int = 0) -> Iterator[Recorded]:
        """Yield what stands after a position, in order."""
        yield from self._recorded[after:]

    def lines(self, after: int = 0) -> Iterator[bytes]:
        """Yield the canonical line of each event after a position."""
        moment = stored_moment(RECORDED_AT)
        for position, number, _, event in self._recorded[after:]:
            yield line(position, event.stream, number, event.TYPE, encode(event), moment)

    def verify(self) -> Seal:
        """Return what the lines come to; there is nothing stored to compare them with."""
        tree = Tree(map(leaf_hash, self.lines()))
        return Seal(tree.size, tree.root())

    def head(self) -> int:
        """Return the last position."""
        return len(self._recorded)

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""


def engine_over(events: Sequence[Event]) -> Engine:
    """Return an engine over these events, unexamined: a synthetic log need not be lawful."""
    log = HeldLog()
    log.append(events, expected={}, recorded_at=RECORDED_AT)
    return Engine(log)
