"""What the document of `ccm assert` must look like: see `shapes`."""

from __future__ import annotations

import re
from typing import Final

from tests.exporters.shapes import DAY, EVENT, PARTIAL, STATE, WORD, Keyed, maybe

KEY: Final = re.compile(r"[a-z_]+(\.[A-Za-z0-9_]+)+", flags=re.ASCII)
_HEAD: Final = {
    "key": KEY,
    "sentence": str,
    "provision": maybe(str),
    "value": maybe(int),
    "exact": bool,
}
_STATES: Final = {"states": Keyed(STATE, [EVENT]), "unknown": Keyed(STATE, [EVENT])}
FIGURE: Final = (
    {**_HEAD, **_STATES},
    {**_HEAD, **_STATES, "unit": str, "of": [STATE]},
    {**_HEAD, "unit": str, "parts": Keyed(STATE, {"amount": maybe(int), "events": [EVENT]})},
    {**_HEAD, "events": [EVENT]},
)
ASSERT: Final = {
    "document": {
        "title": str,
        "publisher": maybe(str),
        "published": maybe(PARTIAL),
        "url": maybe(str),
    },
    "count": int,
    "reproduced": int,
    "other_basis": int,
    "contradicted": int,
    "beyond_the_record": int,
    "unexpected": int,
    "figures": [
        {
            "paragraph": str,
            "on": DAY,
            "since": maybe(DAY),
            "key": KEY,
            "words": maybe(str),
            "stated": int,
            "names": maybe([STATE]),
            "verdict": WORD,
            "why": str,
            "missing": [STATE],
            "extra": [STATE],
            "unlike": [str],
            "expected": maybe(WORD),
            "expected_because": maybe(str),
            "figure": FIGURE,
            "basis": maybe(FIGURE),
        }
    ],
}
