"""What a JSON document must look like: the contract of the command line, to be compared with.

A shape is a type, a tuple of shapes one of which fits, a list of one shape for every item, a dict
of the keys an object has (no more and no fewer), `Keyed` for an object with keys of its own, or a
pattern that a text matches in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any, Final, cast


@dataclass(frozen=True)
class Keyed:
    """An object whose keys match a pattern and whose values have one shape."""

    key: re.Pattern[str]
    value: Any


def _text(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, flags=re.ASCII)


DAY: Final = _text(r"\d{4}-\d{2}-\d{2}")
PARTIAL: Final = _text(
    r"\d{4}|\d{4}-\d{2}|\d{4}-\d{2}-\d{2}|\.\./\d{4}-\d{2}-\d{2}"
    r"|\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}"
)
MOMENT: Final = _text(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z")
ROOT: Final = _text(r"[A-Za-z0-9+/]{43}=")
STATE: Final = _text(r"[A-Z]{3}")
EVENT: Final = _text(r"[A-Z]{3}#[1-9]\d*")
PROVISION: Final = _text(r"\d{1,2}(\(\d{1,2}\)(\([a-n]\))?)?")
OBLIGATION_ID: Final = re.compile(r"[A-Z]{3}/\d{1,2}(\.\d{1,2}[a-n]?)?(/.+)?")
WORD: Final = _text(r"[a-z]+(-[a-z0-9]+)*")


def maybe(shape: object) -> tuple[object, ...]:
    """Return the shape of something that may be unknown."""
    return (NoneType, shape)


ENVELOPE: Final[Mapping[str, object]] = {
    "as_of": DAY,
    "known_at": (MOMENT, int),
    "published_by": maybe(DAY),
    "log": {
        "name": str,
        "position": int,
        "recorded_at": maybe(MOMENT),
        "size": int,
        "root": ROOT,
        "left_out": int,
    },
    "rule_set": str,
    "interpretation": Keyed(_text(r"[a-z0-9_]+"), WORD),
    "coverage": {
        "themes": Keyed(
            _text(r"[a-z]+"), {"events": int, "states": int, "sources_until": maybe(DAY)}
        ),
        "limits": [
            {
                "provision": PROVISION,
                "state": maybe(STATE),
                "reaches": maybe(DAY),
                "since": maybe(DAY),
            }
        ],
    },
    "notice": str,
}

OBLIGATION: Final[Mapping[str, object]] = {
    "id": OBLIGATION_ID,
    "state": STATE,
    "provision": PROVISION,
    "duty": str,
    "nature": WORD,
    "treaty_due": maybe(DAY),
    "due": maybe(PARTIAL),
    "standing": WORD,
    "discharged_on": maybe(PARTIAL),
    "timeliness": maybe(WORD),
    "days_late": maybe(int),
    "days_late_range": maybe([int]),
    "extensions": [
        {
            "months": maybe(int),
            "until": maybe(PARTIAL),
            "decided_on": PARTIAL,
            "meeting": maybe(str),
            "due": PARTIAL,
            "event": EVENT,
        }
    ],
    "request_pending": bool,
    "grounds": [{"provision": PROVISION, "conclusion": str, "events": [EVENT]}],
    "otherwise": maybe({"due": maybe(PARTIAL), "standing": WORD, "discharged_on": maybe(PARTIAL)}),
}

ANSWER: Final[Mapping[str, object]] = {
    **{
        name: OBLIGATION[name]
        for name in (
            "treaty_due",
            "due",
            "standing",
            "discharged_on",
            "timeliness",
            "days_late",
            "days_late_range",
            "request_pending",
            "otherwise",
        )
    },
    "extended_to": [PARTIAL],
}

BRIEF: Final[Mapping[str, object]] = {
    "obligation": OBLIGATION_ID,
    "state": STATE,
    "provision": PROVISION,
    "due": maybe(PARTIAL),
    "standing": WORD,
}

WINDOW: Final[Mapping[str, object]] = {
    "obligation": OBLIGATION_ID,
    "state": STATE,
    "due": PARTIAL,
    "meeting": maybe(str),
    "meeting_opens": maybe(DAY),
    "file_by": maybe(DAY),
    "standing": WORD,
    "window": WORD,
}

MEMBERSHIP_COUNTS: Final[Mapping[str, object]] = {
    "convention_in_force_on": maybe(DAY),
    "committed": int,
    "consented": int,
    "in_force": int,
    "signatories_not_party": int,
}

_OBJECT: Final = Keyed(re.compile(r".+"), (str, int, bool, [(str, dict)], dict))
_TOLD: Final[Mapping[str, object]] = {"in_words": str, "event": _OBJECT}

SHAPES: Final[Mapping[str, Mapping[str, object]]] = {
    "parties": {
        "basis": WORD,
        "count": int,
        **MEMBERSHIP_COUNTS,
        "parties": [
            {
                "state": STATE,
                "name": str,
                "instrument": WORD,
                "consented_on": PARTIAL,
                "in_force_on": maybe(DAY),
            }
        ],
        "signatories": [{"state": STATE, "name": str, "signed_on": PARTIAL}],
        "withdrawn": [
            {"state": STATE, "name": str, "notified_on": PARTIAL, "effective_on": maybe(DAY)}
        ],
    },
    "obligations": {"count": int, "obligations": [OBLIGATION]},
    "deadlines": {"from": DAY, "until": DAY, "count": int, "deadlines": [OBLIGATION]},
    "windows": {"count": int, "windows": [WINDOW]},
    "explain": {
        "obligation": OBLIGATION,
        "headline": str,
        "standing_line": str,
        "events": Keyed(EVENT, _TOLD),
        "decided_by": [{"event": EVENT, "in_words": str, "without": maybe(ANSWER)}],
        "depends_on": [
            {
                "choice": _text(r"[a-z0-9_]+"),
                "record": _text(r"INT-\d{4}"),
                "chosen": WORD,
                "alternative": WORD,
                "would_be": maybe(ANSWER),
            }
        ],
    },
    "state": {
        "state": STATE,
        "name": str,
        "group": WORD,
        "membership": {
            "bound": bool,
            "signed_on": maybe(PARTIAL),
            "instrument": maybe(WORD),
            "consented_on": maybe(PARTIAL),
            "provisional_from": maybe(PARTIAL),
            "in_force_on": maybe(DAY),
            "withdrawal_effective_on": maybe(DAY),
            "ceased_on": maybe(DAY),
        },
        "dossier": [{"id": EVENT, "occurred_on": PARTIAL, "in_words": str, "disputes": [EVENT]}],
        "count": int,
        "obligations": [OBLIGATION],
    },
    "history": {
        "state": STATE,
        "name": str,
        "count": int,
        "events": [
            {
                "id": EVENT,
                "position": int,
                "recorded_at": MOMENT,
                "counts": bool,
                "fate": WORD,
                "became": [str],
                **_TOLD,
            }
        ],
    },
    "figures": {
        **MEMBERSHIP_COUNTS,
        "initial_reports": {
            "due": int,
            "submitted": int,
            "overdue": [STATE],
            "undetermined": [STATE],
            "not_yet_due": [STATE],
        },
        "annual_reports": Keyed(
            _text(r"\d{4}"),
            {
                "due": int,
                "submitted": int,
                "on_time": int,
                "absorbed": int,
                "overdue": [STATE],
                "undetermined": [STATE],
            },
        ),
        "stockpiles": {
            "declared": int,
            "completed": int,
            "outstanding": [STATE],
            "undetermined": [STATE],
            "declared_states": [STATE],
            "completed_states": [STATE],
            "nothing_to_destroy": [STATE],
        },
        "clearance": {
            "outstanding": [STATE],
            "completed": [STATE],
            "undetermined": [STATE],
            "reported_by_others": [STATE],
        },
        "victim_assistance": {"states": [STATE]},
        "national_measures": {
            "investment_prohibition": [STATE],
            "specific_law": [STATE],
            "existing_law_sufficient": [STATE],
            "under_consideration": [STATE],
            "legal": [STATE],
            "administrative": maybe(int),
            "reported_by_others": [STATE],
            "undetermined": [STATE],
        },
        "cooperation": Keyed(
            _text(r"\d{4}"),
            {"requested": maybe(int), "provided": maybe(int), "received": maybe(int)},
        ),
    },
    "status": {
        "parties": MEMBERSHIP_COUNTS,
        "counts": Keyed(WORD, int),
        "overdue": [BRIEF],
        "next_deadlines": [BRIEF],
        "open_requests": [WINDOW],
    },
    "record": {
        "count": int,
        "recorded": [{"id": EVENT, "position": int, "recorded_at": MOMENT, "type": str}],
        "remarks": [str],
    },
    "init": {"made": str, "from": maybe(str), "count": int, "remarks": [str]},
}
"""What each command's document has beside the envelope."""


def mismatches(value: object, shape: object, where: str = "") -> Iterator[str]:
    """Yield where a value differs from a shape, and how."""
    match shape:
        case tuple():
            alternatives = cast("tuple[object, ...]", shape)
            if all(any(mismatches(value, each, where)) for each in alternatives):
                yield f"{where} is {value!r}"
        case list():
            (of_each,) = cast("list[object]", shape)
            yield from _list(value, of_each, where)
        case Keyed():
            yield from _keyed(value, shape, where)
        case dict():
            yield from _object(value, cast("dict[str, object]", shape), where)
        case re.Pattern():
            pattern = cast("re.Pattern[str]", shape)
            if not isinstance(value, str) or not pattern.fullmatch(value):
                yield f"{where} is {value!r}"
        case _:
            exactly = cast("type", shape)  # not `isinstance`: `True` is no number here
            if type(value) is not exactly:
                yield f"{where} is {value!r}"


def _list(value: object, of_each: object, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{where} is no list"
        return
    for index, item in enumerate(cast("list[object]", value)):
        yield from mismatches(item, of_each, f"{where}[{index}]")


def _keyed(value: object, shape: Keyed, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} is no object"
        return
    for key, item in cast("dict[str, object]", value).items():
        if not shape.key.fullmatch(key):
            yield f"{where} has the key {key!r}"
        yield from mismatches(item, shape.value, f"{where}.{key}")


def _object(value: object, shape: Mapping[str, object], where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} is no object"
        return
    found = cast("dict[str, object]", value)
    for key in sorted({*found, *shape}):
        if key not in shape:
            yield f"{where}.{key} is not in the contract"
        elif key not in found:
            yield f"{where}.{key} is missing"
        else:
            yield from mismatches(found[key], shape[key], f"{where}.{key}")
