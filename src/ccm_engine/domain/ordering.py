"""The order of what happened: by the last day it can mean, the first, its kind, what it says, who.

It does not depend on the order of recording. What events say, which is dear to compare, is
compared only of the few that are alike by their days and kind.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Final

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


def _in_full(entry: Entry[Event]) -> tuple[tuple[bool, bool, str], str]:
    """Return what puts entries in order that are alike by their days: what they say, and who."""
    return _saying(entry), _by_whom(entry.event.citations)


def _saying(entry: Entry[Event]) -> tuple[bool, bool, str]:
    """Return what an event says; of its day, what the order leaves open.

    What is said of all types of munitions comes before what is said of one.
    """
    event, kind = entry.event, entry.event.__class__
    if (taken := _TAKEN.get(kind)) is None:
        names = (each.name for each in attrs.fields(kind))
        own = (each for each in names if each not in {"occurred_on", "citations"})
        taken = _TAKEN[kind] = attrgetter(*own)
    of_one_type = getattr(event, "munition_type", None) is not None
    return event.occurred_on.earliest is not None, of_one_type, repr(taken(event))


_TAKEN: Final[dict[type[Event], Callable[[Event], object]]] = {}
"""What takes an event of a class apart, made when it is first needed."""


@lru_cache(maxsize=4096)
def _by_whom(citations: tuple[Citation, ...]) -> str:
    """Return by whom it is said: a further source moves no event."""
    return repr(citations)


def by_day(entry: Entry[Event]) -> tuple[date, date, str]:
    """Return the last day an event can mean, the first, and its stored name: the order of kinds."""
    day = entry.event.occurred_on
    return day.latest, day.earliest or day.first, entry.event.TYPE
