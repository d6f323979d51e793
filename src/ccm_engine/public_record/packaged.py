"""The packaged record as a log that can be read and not written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from ccm_engine.domain.events import Event
from ccm_engine.errors import ReadOnlyLogError
from ccm_engine.log import Recorded
from ccm_engine.public_record import RECORDED_AT, packaged_events


class PackagedLog:
    """An `EventLog` over the packaged events, all recorded at one moment."""

    name = "the packaged public record"

    def __init__(self) -> None:
        """Read the packaged events."""
        numbers: dict[str, int] = {}
        self._recorded: list[Recorded] = []
        for position, event in enumerate(packaged_events(), start=1):
            stream = event.stream
            numbers[stream] = number = numbers.get(stream, 0) + 1
            self._recorded.append(Recorded(position, number, RECORDED_AT, event))

    def append(
        self, events: Sequence[Event], *, expected: Mapping[str, int], recorded_at: datetime
    ) -> tuple[Recorded, ...]:
        """Refuse: a package is not a place to write to."""
        del expected, recorded_at
        asked = f"record events in {self.name}: {len(events)}"
        remedy = "make a log of your own with `ccm init --log PATH`, and record there"
        raise ReadOnlyLogError(asked, "it is read-only", remedy)

    def read(self, after: int = 0) -> Iterator[Recorded]:
        """Yield what stands after a position, in order."""
        yield from self._recorded[after:]

    def head(self) -> int:
        """Return the last position."""
        return len(self._recorded)

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""
