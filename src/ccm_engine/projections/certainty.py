"""Tell what the record says for certain from what it leaves open, on a day and in a period.

Days known in part count from their last day (INT-0012), or from the other end by another reading:
what differs between the two ends is not certain.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar, cast

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import CoverageStated, Entry, Event
from ccm_engine.domain.interpretations import PartialDates
from ccm_engine.domain.obligations import Situation
from ccm_engine.domain.provisions import Cited
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.projections.counting import Clause, Events, StateCount, by_state
from ccm_engine.projections.party_roster import consenting_states
from ccm_engine.projections.view import View

E = TypeVar("E", bound=Event)
T = TypeVar("T")


class Certainty(enum.Enum):
    """Whether something is so: the record proves it, rules it out, or cannot tell."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


Answer = tuple[str, Certainty, Events]
"""Whether a state is counted, with the events that say so."""


def certain(ends: Iterable[Certainty]) -> Certainty:
    """Return what both ends of days known in part agree on; else the record cannot tell."""
    found = set(ends)
    return found.pop() if len(found) == 1 else Certainty.UNKNOWN


def one_of(value: T, yes: Iterable[T], unknown: Iterable[T] = ()) -> Certainty:
    """Tell whether a value is one of some, certainly not, or one that leaves it open."""
    if value in yes:
        return Certainty.YES
    return Certainty.UNKNOWN if value in unknown else Certainty.NO


def state_count(
    key: str, clause: Clause, answers: Iterable[Answer], provision: Cited | None = None
) -> StateCount:
    """Count states; one with several answers is counted if one of them says so for certain."""
    found = list(answers)
    counted = by_state((state, events) for state, how, events in found if how is Certainty.YES)
    left_open = by_state(
        (state, events)
        for state, how, events in found
        if how is Certainty.UNKNOWN and state not in counted
    )
    return StateCount(
        key=key, clause=clause, states=counted, unknown=left_open, provision=provision
    )


def situations(points: Iterable[Standpoint], state: str) -> Iterator[Situation]:
    """Yield a state's situation from each of several standpoints on one day."""
    return (point.situation(point.dossier(state)) for point in points)


def situation_with(point: Standpoint, state: str, counts: Callable[[Event], bool]) -> Situation:
    """Return a state's situation on a day, made of the events that are to count on it.

    Of several days known in part one may be counted from its first day and another from its last,
    which neither end alone does. Only what may have happened by the day can count.
    """
    entries = (
        each
        for each in point.history.chronicle(state).entries
        if isinstance(each.event, CoverageStated) or counts(each.event)
    )
    dossier = Chronicle.of(state, entries).on(point.as_of, PartialDates.FIRST_DAY)
    return point.situation(dossier)


def happened_by(day: PartialDate, as_of: date) -> Certainty:
    """Tell whether something had happened by the end of a day, as far as its own is known."""
    if day.latest <= as_of:
        return Certainty.YES
    return Certainty.UNKNOWN if day.first <= as_of else Certainty.NO


def in_period(day: PartialDate, before: date, until: date) -> Certainty:
    """Tell whether a day lies after `before`, and not after `until`."""
    if day.latest <= before or day.first > until:
        return Certainty.NO
    surely = day.certainly_after(before) and day.latest <= until
    return Certainty.YES if surely else Certainty.UNKNOWN


def in_year(day: PartialDate, year: int) -> Certainty:
    """Tell whether a day lies in a calendar year."""
    if not day.first.year <= year <= day.latest.year:
        return Certainty.NO
    surely = day.earliest is not None and day.earliest.year == day.latest.year
    return Certainty.YES if surely else Certainty.UNKNOWN


def happened_between(
    before: View, after: View, kind: type[E]
) -> Iterator[tuple[str, Entry[E], Certainty]]:
    """Yield what happened after one day and by another, or may have, by code, oldest first."""
    for state in after.point.states:
        for entry in after.point.history.chronicle(state).entries:
            if not isinstance(entry.event, kind):
                continue
            when = in_period(entry.event.occurred_on, before.as_of, after.as_of)
            if when is not Certainty.NO:
                yield state, cast("Entry[E]", entry), when


def begun_by(view: View, state: str, kind: type[E]) -> tuple[list[Entry[E]], list[Entry[E]]]:
    """Return what of a kind had surely happened by the day, and all that had or may have."""
    begun = [
        cast("Entry[E]", each)
        for each in view.point.history.chronicle(state).entries
        if isinstance(each.event, kind) and each.event.occurred_on.first <= view.as_of
    ]
    return [each for each in begun if each.event.occurred_on.latest <= view.as_of], begun


def at_both_ends(
    view: View, judge: Callable[[Situation], Certainty], proof: Callable[[Situation], Events]
) -> Iterator[Answer]:
    """Yield, for each State Party counted by consent, what both ends of unsure days agree on.

    Who is one by either end alone is not counted by the other.
    """
    points = (view.point, view.point.other_end())
    parties = [{*consenting_states(each)} for each in points]
    for state in sorted({*parties[0], *parties[1]}):
        found = list(situations(points, state))
        events = dict.fromkeys(event for each in found for event in proof(each))
        ends = zip(found, parties, strict=True)
        how = certain(judge(at) if state in of_end else Certainty.NO for at, of_end in ends)
        yield state, how, tuple(events)
