"""The order of what happened: by the last day it can mean, the first, its kind, what it says, who.

It does not depend on the order of recording. A key that is dear to make is made only for the few
that are alike in all keys before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, Final

import attrs

from ccm_engine.domain.events import Entry, Event
from ccm_engine.domain.sources import Citation

_Key = Callable[[Entry[Event]], Any]


def in_order(entries: Iterable[Entry[Event]]) -> list[Entry[Event]]:
    """Return entries in order."""
    return _by_keys(entries, _KEYS)


def put_in_place(entries: list[Entry[Event]], entry: Entry[Event]) -> None:
    """Put one more entry among others that are in order."""
    first = bisect_left(entries, by_day(entry), key=by_day)
    last = bisect_right(entries, by_day(entry), key=by_day)
    insort(entries, entry, first, last, key=lambda each: (_saying(each), _sources(each)))


def _by_keys(entries: Iterable[Entry[Event]], keys: Sequence[_Key]) -> list[Entry[Event]]:
    """Put entries in order by the first key; where several are alike in it, by those after it."""
    key, *finer = keys
    given = list(entries)
    keyed = sorted((key(entry), place) for place, entry in enumerate(given))
    found = [given[place] for _, place in keyed]
    if finer:
        alike = (place for place, (one, other) in enumerate(pairwise(keyed)) if one[0] == other[0])
        for begin, end in _stretches(alike):
            found[begin:end] = _by_keys(found[begin:end], finer)
    return found


def _stretches(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield where each run of neighbours begins and ends, of which each is like the next."""
    begin = end = 0
    for place in places:
        if place >= end:
            if end:
                yield begin, end
            begin = place
        end = place + 2
    if end:
        yield begin, end


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


def _sources(entry: Entry[Event]) -> str:
    """Return by whom it is said: a further source moves no event."""
    return _by_whom(entry.event.citations)


@lru_cache(maxsize=4096)
def _by_whom(citations: tuple[Citation, ...]) -> str:
    return repr(citations)


def by_day(entry: Entry[Event]) -> tuple[date, date, str]:
    """Return the last day an event can mean, the first, and its stored name."""
    day = entry.event.occurred_on
    return day.latest, day.earliest or day.first, entry.event.TYPE


_KEYS: Final[tuple[_Key, ...]] = (by_day, _saying, _sources)
