"""A log held in a list: for measuring what is asked of a log, apart from how it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from ccm_engine.domain.events import Event
from ccm_engine.engine import Engine
from ccm_engine.log import Recorded

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
