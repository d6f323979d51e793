"""What the document of `ccm assert` must look like: see `shapes`."""

from __future__ import annotations

from typing import Final

from tests.exporters.review_shapes import FIGURE, KEY
from tests.exporters.shapes import DAY, PARTIAL, STATE, WORD, maybe

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
