"""What the documents of `ccm diff` and `ccm what-if` must look like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, cast

from tests.exporters.shapes import (
    DAY,
    MOMENT,
    OBLIGATION,
    OBLIGATION_ID,
    PARTIAL,
    PROVISION,
    STATE,
    WORD,
    Keyed,
    maybe,
)

NAME: Final = re.compile(r"[A-Z]{3}[#?][1-9]\d*", flags=re.ASCII)
"""An event of the log (`BGR#7`), or one that is only supposed (`BGR?1`)."""

_EVENT: Final = Keyed(re.compile(r".+"), (str, int, bool, [dict], dict))
_TOLD: Final[Mapping[str, object]] = {"in_words": str, "event": _EVENT}


def _naming(of_each: object, field: str, shape: object) -> list[object]:
    """Return the shape of a list whose items name events, supposed ones too."""
    (item,) = cast("list[Any]", of_each)
    return [{**item, field: shape}]


_OBLIGATION: Final[Mapping[str, object]] = {
    **OBLIGATION,
    "extensions": _naming(OBLIGATION["extensions"], "event", NAME),
    "grounds": _naming(OBLIGATION["grounds"], "events", [NAME]),
}
_SIDE: Final[Mapping[str, object]] = {
    "as_of": DAY,
    "known_at": (MOMENT, int),
    "position": int,
    "recorded_at": maybe(MOMENT),
    "root": str,
}
_VALUE: Final = (type(None), str, int, bool, _OBLIGATION["extensions"])

DIFFERENCES: Final[Mapping[str, object]] = {
    "from": _SIDE,
    "to": _SIDE,
    "count": int,
    "changes": [
        {
            "obligation": OBLIGATION_ID,
            "state": STATE,
            "provision": PROVISION,
            "duty": str,
            "kind": WORD,
            "before": maybe(_OBLIGATION),
            "after": maybe(_OBLIGATION),
            "changed": [{"field": str, "before": _VALUE, "after": _VALUE}],
            "because": [NAME],
            "passed": maybe(str),
        }
    ],
    "events": Keyed(NAME, _TOLD),
    "counts": {
        "kinds": {"began": int, "ended": int, "changed": int},
        "moves": Keyed(re.compile(r"[a-z-]+ -> [a-z-]+"), int),
        "before": Keyed(WORD, int),
        "after": Keyed(WORD, int),
    },
}

SUPPOSITION: Final[Mapping[str, object]] = {
    **DIFFERENCES,
    "supposed": [{"id": NAME, "occurred_on": PARTIAL, **_TOLD}],
    "remarks": [str],
}
