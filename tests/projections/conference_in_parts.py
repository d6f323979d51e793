"""The Second Review Conference as it was held: in two parts, ten months from each other."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import Event
from ccm_engine.domain.events import MeetingHeld, MeetingKind
from tests.histories import happened


def part(number: int, opens: str, closes: str) -> Event:
    """Hold one part of it."""
    review = MeetingKind.REVIEW_CONFERENCE
    opens_on, closes_on = date.fromisoformat(opens), date.fromisoformat(closes)
    days = {"opens_on": opens_on, "closes_on": closes_on}
    return happened(MeetingHeld, closes, meeting="2RC", kind=review, part=number, **days)


FIRST_PART: Final = part(1, "2020-11-25", "2020-11-27")
BOTH_PARTS: Final = (FIRST_PART, part(2, "2021-09-20", "2021-09-21"))
