"""What the documents of `ccm review` and `ccm report` must look like: see `shapes`."""

from __future__ import annotations

import re
from typing import Final

from tests.exporters.shapes import DAY, EVENT, STATE, Keyed, maybe

KEY: Final = re.compile(r"[a-z_]+(\.[A-Za-z0-9_]+)+", flags=re.ASCII)
_HEAD: Final = {
    "key": KEY,
    "sentence": re.compile(r"\S.*\."),
    "provision": maybe(str),
    "value": maybe(int),
    "exact": bool,
}
_LISTED: Final = Keyed(STATE, [EVENT])
FIGURE: Final = (
    {**_HEAD, "states": _LISTED, "unknown": _LISTED},
    {
        **_HEAD,
        "unit": str,
        "states": _LISTED,
        "unknown": _LISTED,
        "of": _LISTED,
        "of_unknown": _LISTED,
    },
    {
        **_HEAD,
        "unit": str,
        "parts": Keyed(STATE, {"amount": maybe(int), "exact": bool, "events": [EVENT]}),
    },
    {**_HEAD, "events": [EVENT]},
)
REVIEW: Final = {
    "title": str,
    "from": DAY,
    "to": DAY,
    "missing": [
        {"provision": str, "state": maybe(STATE), "reaches": maybe(DAY), "event": maybe(EVENT)}
    ],
    "themes": [
        {
            "theme": re.compile(r"[a-z_]+"),
            "title": str,
            "progress": [FIGURE],
            "position": [FIGURE],
        }
    ],
    "states": Keyed(STATE, str),
    "events": Keyed(
        EVENT,
        {"in_words": str, "event": Keyed(re.compile(r".+"), (str, int, bool, [(str, dict)], dict))},
    ),
}
