"""Hold the public record: claims from public sources, reconciled to a log that ships as data.

`python -m ccm_engine.public_record` rebuilds the log from the claims. Reading it needs neither
the claims nor the reconciliation, so neither is imported here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ccm_engine.public_record.closing import CLOSED_ON, RECORDED_AT
from ccm_engine.public_record.packaged import packaged_events

if TYPE_CHECKING:
    from ccm_engine.log import EventLog


def packaged_log() -> EventLog:
    """Return the packaged events as a log, which cannot be written to."""
    from ccm_engine.public_record.packaged import PackagedLog

    return PackagedLog()


__all__ = ["CLOSED_ON", "RECORDED_AT", "packaged_events", "packaged_log"]
