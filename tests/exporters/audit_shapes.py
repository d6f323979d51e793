"""What the documents of an audit must look like: see `shapes`."""

from __future__ import annotations

from typing import Final

from tests.exporters.shapes import (
    DAY,
    EVENT,
    OBLIGATION_ID,
    PARTIAL,
    PROVISION,
    STATE,
    WORD,
    maybe,
)

FINDING: Final = {
    "state": maybe(STATE),
    "statement": str,
    "as_of": DAY,
    "stated": maybe(str),
    "computed": maybe(str),
    "verdict": WORD,
    "days_off": maybe(int),
    "likely_cause": maybe(str),
    "likely_cause_in_words": maybe(str),
    "why": str,
    "provision": maybe(PROVISION),
    "obligation": maybe(OBLIGATION_ID),
    "instrument": maybe({"stated": WORD, "computed": maybe(WORD)}),
    "citation": {"title": maybe(str), "url": maybe(str), "published": maybe(PARTIAL)},
}
CHECK: Final = {
    "count": int,
    "checked": int,
    "agree": int,
    "style": int,
    "precision": int,
    "disagree": int,
    "unchecked": int,
    "statements": [FINDING],
}
CITATION: Final = {
    "document": str,
    "publisher": str,
    "authority": WORD,
    "published": maybe(PARTIAL),
    "url": maybe(str),
}
VALUE: Final = (type(None), str, int, bool)
DISCREPANCIES: Final = {
    "count": int,
    "open": int,
    "discrepancies": [
        {
            "kind": WORD,
            "state": STATE,
            "event": EVENT,
            "type": str,
            "dispute": maybe(EVENT),
            "provision": maybe(PROVISION),
            "fields": [{"field": str, "stands": VALUE, "otherwise": VALUE}],
            "why": maybe(str),
            "citations": {"stands": [CITATION], "otherwise": [CITATION]},
            "resolved": maybe({"event": EVENT, "how": WORD, "on": PARTIAL, "reason": str}),
        }
    ],
}
