"""Ledger values as JSON. Unknown is `null`; why an amount has no number, its `knowledge` says."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final, cast

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.projections.amounts import Amount

Row = Mapping[str, object]
"""Names and values of one row, or of totals, as projections give them."""

UNKNOWN: Final = "unknown"
"""How every enumeration of three values names what the record cannot tell."""


def row_of(instance: attrs.AttrsInstance, **more: object) -> Row:
    """Return what a projection tells of one thing, by the names it has there, and more."""
    return {**_fields(instance), **more}


def as_json(value: object) -> object:
    """Write a value of a row, and all that is in it.

    What is unknown is `None`; an amount keeps its word beside the number, for it may also be none.
    Fractions are rounded to one decimal. Raises `TypeError` for a value that has no form.
    """
    match value:
        case None | bool() | int() | str():
            return value
        case enum.Enum():
            return None if value.value == UNKNOWN else value.value
        case Amount(knowledge, number, events):
            return {"knowledge": knowledge.value, "number": number, "events": list(events)}
        case date() | PartialDate():
            return str(value)
        case Fraction():
            return round(float(value), 1)
        case _:
            return _put_together(value)


def _put_together(value: object) -> object:
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return {_key(key): as_json(item) for key, item in items}
    if isinstance(value, tuple):
        return [as_json(each) for each in cast("tuple[object, ...]", value)]
    if attrs.has(type(value)):
        return as_json(_fields(cast("attrs.AttrsInstance", value)))
    raise TypeError(value)


def _key(key: object) -> str:
    return str(key.value if isinstance(key, enum.Enum) else key)


def _fields(instance: attrs.AttrsInstance) -> dict[str, Any]:
    return {each.name: getattr(instance, each.name) for each in attrs.fields(type(instance))}
