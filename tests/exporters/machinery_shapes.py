"""The contract of `ccm mandates` and `ccm meetings`."""

from __future__ import annotations

import re
from typing import Any, Final

from tests.exporters.shapes import DAY, EVENT, OBLIGATION_ID, PARTIAL, STATE, WORD, Keyed, maybe

AMOUNT: Final[dict[str, Any]] = {
    "amount": maybe(re.compile(r"\d+\.\d\d")),
    "currency": STATE,
    "events": [EVENT],
}
PLACE: Final[dict[str, Any]] = {
    "meeting": maybe(str),
    "closes_on": maybe(DAY),
    "after": maybe(str),
    "meetings_after": maybe(int),
}
MANDATE: Final[dict[str, Any]] = {
    "office": WORD,
    "theme": maybe(WORD),
    "meeting": maybe(str),
    "state": maybe(STATE),
    "person": maybe(str),
    "since": maybe(PLACE),
    "ends": maybe(PLACE),
    "known_by": WORD,
    "standing": WORD,
    "events": [EVENT],
}
MANDATES: Final[dict[str, Any]] = {
    "next_meeting": PLACE,
    "ending": maybe(PLACE),
    "count": int,
    "mandates": [MANDATE],
}
SITTING: Final[dict[str, Any]] = {
    "part": maybe(int),
    "opens_on": DAY,
    "closes_on": DAY,
    "place": maybe(str),
    "president": maybe(str),
    "event": EVENT,
}
REVIEW: Final = re.compile(r"CCM/[^/]+\.[^/]+")
MEETING: Final[dict[str, Any]] = {
    "meeting": str,
    "kind": WORD,
    "name": maybe(str),
    "standing": WORD,
    "opens_on": DAY,
    "closes_on": maybe(DAY),
    "place": maybe(str),
    "sittings": [SITTING],
    "decisions": [{"decision": str, "on": PARTIAL, "event": EVENT}],
    "documents": [{"symbol": str, "title": maybe(str), "on": PARTIAL, "event": EVENT}],
    "requests": [OBLIGATION_ID],
    "undecided": [OBLIGATION_ID],
    "reviews": [REVIEW],
    "mandates_ending": [MANDATE],
    "events": [EVENT],
}
UNIT: Final[dict[str, Any]] = {
    "reserve": maybe({**AMOUNT, "reported": PARTIAL}),
    "years": [
        {
            "year": int,
            "budget": maybe(AMOUNT),
            "contributed": [AMOUNT],
            "contributions": Keyed(STATE, [AMOUNT]),
        }
    ],
    "sponsorship": [
        {
            **AMOUNT,
            "meeting": maybe(str),
            "period": maybe(str),
            "sponsor": maybe(STATE),
            "delegates": maybe(int),
            "states": maybe(int),
        }
    ],
}
MEETINGS: Final[dict[str, Any]] = {
    "next_meeting": PLACE,
    "count": int,
    "meetings": [MEETING],
    "requests": [
        {
            "obligation": OBLIGATION_ID,
            "state": STATE,
            "meeting": maybe(str),
            "sure": maybe(WORD),
            "events": [EVENT],
        }
    ],
    "reviews": [REVIEW],
    "unit": UNIT,
}
