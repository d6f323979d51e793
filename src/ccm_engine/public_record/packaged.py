"""The packaged record as a log that can be read and not written."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from ccm_engine.domain.events import Event
from ccm_engine.errors import DamagedLogError, LogUnavailableError, ReadOnlyLogError
from ccm_engine.log import Recorded, Seal
from ccm_engine.public_record.closing import RECORDED_AT
from ccm_engine.storage.codec import decode_line

RECORD: Final = "record.jsonl"
MANIFEST: Final = "manifest.json"


def packaged_file(name: str) -> bytes:
    """Return the bytes of one of the packaged data files."""
    found = pkgutil.get_data("ccm_engine.public_record", f"data/{name}")
    if found is None:  # a loader that hands out no data
        remedy = "install ccm-engine as a wheel"
        raise LogUnavailableError(f"read {name}", "the package was loaded without it", remedy)
    return found


def packaged_events() -> tuple[Event, ...]:
    """Return the events of the packaged log, in its order."""
    lines = packaged_file(RECORD).splitlines()
    return tuple(decode_line(line, number) for number, line in enumerate(lines, 1))


def placed(events: Iterable[Event]) -> Iterator[Recorded]:
    """Yield the events with the places they have in the packaged log."""
    numbers: dict[str, int] = {}
    for position, event in enumerate(events, start=1):
        stream = event.stream
        numbers[stream] = number = numbers.get(stream, 0) + 1
        yield Recorded(position, number, RECORDED_AT, event)


class PackagedLog:
    """An `EventLog` over the packaged events, all recorded at one moment."""

    name = "the packaged public record"

    def __init__(self) -> None:
        """Read the packaged events."""
        self._recorded = list(placed(packaged_events()))

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

    def lines(self, after: int = 0) -> Iterator[bytes]:
        """Yield the canonical line of each event after a position."""
        from ccm_engine.public_record.sealing import lines

        payloads = packaged_file(RECORD).splitlines()
        return lines(self._recorded[after:], payloads[after:])

    def verify(self) -> Seal:
        """Recompute the tree from the packaged file; its root came with the package."""
        import json
        from base64 import b64encode

        from ccm_engine.public_record.sealing import seal

        payloads = packaged_file(RECORD).splitlines()
        found = seal(placed(packaged_events()), payloads)
        if b64encode(found.root).decode() != json.loads(packaged_file(MANIFEST))["root"]:
            obstacle = "it is not what the package was made with: its root is another"
            raise DamagedLogError(f"read {self.name}", obstacle, "install ccm-engine again")
        return found

    def head(self) -> int:
        """Return the last position."""
        return len(self._recorded)

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""
