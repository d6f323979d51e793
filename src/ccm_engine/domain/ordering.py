"""The order of what happened: by the last day it can mean, the first, its kind, what it says, who.

It does not depend on the order of recording. What events say, which is dear to compare, is
compared only of the few that are alike by their days and kind.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import Final, cast

import attrs

from ccm_engine.domain.events import Entry, Event
from ccm_engine.domain.sources import Citation


def in_order(entries: Iterable[Entry[Event]]) -> list[Entry[Event]]:
    """Return entries in order."""
    given = list(entries)
    keys = list(map(by_day, given))
    found: list[Entry[Event]] = []
    for _, places in groupby(sorted(range(len(given)), key=keys.__getitem__), keys.__getitem__):
        alike = [given[place] for place in places]
        found += alike if len(alike) == 1 else sorted(alike, key=_in_full)
    return found


def put_in_place(entries: list[Entry[Event]], entry: Entry[Event]) -> None:
    """Put one more entry among others that are in order."""
    first = bisect_left(entries, by_day(entry), key=by_day)
    last = bisect_right(entries, by_day(entry), key=by_day)
    insort(entries, entry, first, last, key=_in_full)


def _in_full(entry: Entry[Event]) -> tuple[_Saying, str]:
    """Return what puts entries in order that are alike by their days: what they say, and who."""
    return _saying(entry), _by_whom(entry.event.citations)


def _saying(entry: Entry[Event]) -> _Saying:
    """Return what an event says; of its day, what the order leaves open.

    Each field counts, in the order of their names; so what is said of all types of munitions comes
    before what is said of one.
    """
    event, kind = entry.event, entry.event.__class__
    if (names := _NAMES.get(kind)) is None:
        own = {each.name for each in attrs.fields(kind)} - {"occurred_on", "citations"}
        names = _NAMES[kind] = tuple(sorted(own))
    said = tuple(_comparable(getattr(event, name)) for name in names)
    return event.occurred_on.earliest is not None, said


_Saying = tuple[bool, tuple[object, ...]]
_NAMES: Final[dict[type[Event], tuple[str, ...]]] = {}
"""The fields of a class that say something, by their names."""


def _comparable(value: object) -> tuple[object, ...]:
    """Return what puts a value in order: none before any, numbers by size, others as written."""
    if value is None:
        return ()
    if isinstance(value, int):
        return (value,)
    if isinstance(value, tuple):
        several = cast("tuple[object, ...]", value)
        return (tuple(map(_comparable, several)),)
    return (str(value.value if isinstance(value, Enum) else value),)


@lru_cache(maxsize=4096)
def _by_whom(citations: tuple[Citation, ...]) -> str:
    """Return by whom it is said: a further source moves no event."""
    return repr(citations)


def by_day(entry: Entry[Event]) -> tuple[date, date, str]:
    """Return the last day an event can mean, the first, and its stored name: the order of kinds."""
    day = entry.event.occurred_on
    return day.latest, day.earliest or day.first, entry.event.TYPE
