"""Assistance requested, provided and received, by year: Article 6.

Documents count more than they name. What is named is counted by state; the numbers that documents
give without names stand beside it, and neither is derived from the other.
"""

from __future__ import annotations

import enum
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ccm_engine.domain.events import (
    AssistanceProvided,
    AssistanceReceived,
    AssistanceRequested,
    CountryCoalitionConcluded,
    CountryCoalitionFormed,
    CountStated,
    Entry,
    Event,
)
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.certainty import Answer, Certainty, begun_by, in_year
from ccm_engine.projections.counting import Events
from ccm_engine.projections.silence import known_until, silence_tells
from ccm_engine.projections.view import View


class Assistance(enum.Enum):
    """What is done with assistance; the values end the subjects of `CountStated`."""

    REQUESTED = "requested"
    PROVIDED = "provided"
    RECEIVED = "received"


AssistanceEvent = AssistanceRequested | AssistanceProvided | AssistanceReceived

_KINDS: Final[dict[Assistance, type[AssistanceEvent]]] = {
    Assistance.REQUESTED: AssistanceRequested,
    Assistance.PROVIDED: AssistanceProvided,
    Assistance.RECEIVED: AssistanceReceived,
}


@attrs.frozen
class Stated:
    """A number that documents give without names, with the events; `None` where none does."""

    value: int | None
    events: Events = ()


@attrs.frozen
class Coalition:
    """A country coalition of one state; `concluded` is `None` while it goes on."""

    state: str
    formed: Entry[CountryCoalitionFormed] | None
    concluded: Entry[CountryCoalitionConcluded] | None

    @property
    def going_on(self) -> Entry[CountryCoalitionFormed] | None:
        """What formed it, if it is not known to be concluded."""
        return self.formed if self.concluded is None else None

    @property
    def events(self) -> Events:
        """What tells of it."""
        return tuple(each.id for each in (self.formed, self.concluded) if each is not None)


def stated(view: View, assistance: Assistance, year: int) -> Stated:
    """Return how many states a document counts in a year, by the last one that does.

    Of several documents the one of the latest day is followed; its events are those that give the
    same number.
    """
    subject = f"assistance-{assistance.value}"
    said = [
        entry
        for entry in view.of_all(CountStated)
        if entry.event.subject == subject and entry.event.year == year
    ]
    if not said:
        return Stated(None)
    value = said[-1].event.count
    return Stated(value, tuple(each.id for each in said if each.event.count == value))


def stated_by_year(view: View) -> Mapping[int, Mapping[Assistance, Stated]]:
    """Return the numbers that documents give, by year; none of a year that no document counts."""
    subjects = {f"assistance-{each.value}" for each in Assistance}
    years = {
        entry.event.year
        for entry in view.of_all(CountStated)
        if entry.event.subject in subjects and entry.event.year is not None
    }
    return {year: {each: stated(view, each, year) for each in Assistance} for year in sorted(years)}


def named(view: View, assistance: Assistance, year: int | None = None) -> Iterator[Answer]:
    """Yield who is named, and may be, for assistance by the day: in one year, or at any time.

    An event that names no year counts for certain only in the year its own day lies in.
    """
    kind = _KINDS[assistance]
    for state in view.point.states:
        for entry in view.point.history.chronicle(state).entries:
            event = entry.event
            if isinstance(event, kind) and event.occurred_on.first <= view.as_of:
                happened = view.point.has_happened(event.occurred_on)
                within = Certainty.YES if year is None else _of_year(event, year)
                yield state, within if happened else _at_most_perhaps(within), (entry.id,)


def not_named(view: View, provision: Provision, named: Container[str]) -> Iterator[Answer]:
    """Yield the parties that no event names, where silence on a provision tells nothing."""
    for state in view.parties:
        if state not in named and not silence_tells(view.point, provision, state, view.as_of):
            known = known_until(view.point, provision, state)
            yield state, Certainty.UNKNOWN, known.events


def _of_year(event: AssistanceEvent, year: int) -> Certainty:
    if event.year is not None:
        return Certainty.YES if event.year == year else Certainty.NO
    return in_year(event.occurred_on, year)


def _at_most_perhaps(within: Certainty) -> Certainty:
    return Certainty.NO if within is Certainty.NO else Certainty.UNKNOWN


def coalitions(view: View) -> tuple[Coalition, ...]:
    """Return the country coalitions on record by the day, by code of the affected state."""
    dossiers = (view.point.dossier(state) for state in view.point.states)
    found = (
        _coalition(
            each.stream, each.all(CountryCoalitionFormed), each.all(CountryCoalitionConcluded)
        )
        for each in dossiers
    )
    return tuple(each for each in found if each.events)


def coalitions_perhaps(view: View) -> Iterator[tuple[Coalition, ...]]:
    """Yield for each state what its coalition may be, as days known in part may have passed.

    One way where they decide nothing, and no state of which nothing is told by the day.
    """
    for state in view.point.states:
        ways = dict.fromkeys(
            _coalition(state, formed, concluded)
            for formed in begun_by(view, state, CountryCoalitionFormed)
            for concluded in begun_by(view, state, CountryCoalitionConcluded)
        )
        if any(each.events for each in ways):
            yield tuple(ways)


def _coalition(
    state: str,
    formed: Sequence[Entry[CountryCoalitionFormed]],
    concluded: Sequence[Entry[CountryCoalitionConcluded]],
) -> Coalition:
    """Return the last coalition of a state; the end of one before it is not its own."""
    begun, ended = formed[-1] if formed else None, concluded[-1] if concluded else None
    if begun is not None and ended is not None and _anew(begun, ended):
        ended = None
    return Coalition(state, begun, ended)


def _anew(formed: Entry[CountryCoalitionFormed], concluded: Entry[Event]) -> bool:
    """Tell whether a coalition was formed again after another had come to its end."""
    return formed.event.occurred_on.first > concluded.event.occurred_on.latest
