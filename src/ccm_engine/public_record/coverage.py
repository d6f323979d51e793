"""Say how far the record reaches, so that silence after it is unknown and not a breach."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import CoverageStated, Event
from ccm_engine.public_record.claims import Claim
from ccm_engine.public_record.versions import Settled


def stated(claims: Iterable[Claim], happenings: Iterable[Settled]) -> list[Event]:
    """Return how far the record reaches for each provision and state."""
    return []
