"""Hold the public record: claims from public sources, reconciled to a log that ships as data.

`python -m ccm_engine.public_record` rebuilds the log from the claims. Reading it needs neither
the claims nor the reconciliation, so neither is imported here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ccm_engine.public_record.closing import CLOSED_ON, RECORDED_AT

if TYPE_CHECKING:
    from ccm_engine.domain.events import Event


def packaged_events() -> tuple[Event, ...]:
    """Return the events of the packaged log, in its order."""
    from importlib.resources import files  # noqa: PLC0415  # costs time that not every caller owes

    from ccm_engine.storage.codec import decode_line  # noqa: PLC0415  # as above

    lines = files(__name__).joinpath("data", "record.jsonl").read_bytes().splitlines()
    return tuple(decode_line(line, number) for number, line in enumerate(lines, 1))


__all__ = ["CLOSED_ON", "RECORDED_AT", "packaged_events"]
