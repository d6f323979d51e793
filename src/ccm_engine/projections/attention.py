"""What a derivation looks at. What it did not look at cannot have decided it.

Without that it would have looked at the same things in the same order, found the same, and
concluded the same; so nothing need be derived again to know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from ccm_engine.domain.articles import convention_obligations, obligations_of, situation_of
from ccm_engine.domain.convention import Convention, Meeting
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import (
    CONVENTION,
    EVENT_TYPES,
    Entry,
    Event,
    MeetingCalled,
    MeetingHeld,
    MeetingMoved,
)
from ccm_engine.domain.obligations import Rule
from ccm_engine.domain.standpoint import Standpoint

MeetingEvent = MeetingCalled | MeetingMoved | MeetingHeld
"""A meeting is put together from the events of these kinds that name it, and from no others."""

_OF_MEETINGS: Final = (MeetingCalled, MeetingMoved, MeetingHeld)

Kind = type[Event]


EVERY: Final = object()
"""Stands for the names of all meetings."""


@attrs.frozen
class Attention:
    """The kinds of events looked at, of the own stream and the Convention's; meetings by name."""

    own: set[Kind] = attrs.field(factory=set[Kind])
    common: set[Kind] = attrs.field(factory=set[Kind])
    meetings: set[object] = attrs.field(factory=set[object])

    def was_on_meeting(self, event: Event) -> bool:
        """Tell whether the meeting that an event is about was looked at."""
        if not isinstance(event, MeetingEvent):
            return False
        return EVERY in self.meetings or event.meeting in self.meetings

    def follow(self, point: Standpoint, stream: str, rules: Sequence[Rule]) -> None:
        """Derive by these rules from one standpoint, and note what is looked at."""
        ccm, day, reading = point.ccm, point.as_of, point.reading
        common = _watched(ccm.common, self.common)
        convention = _WatchedConvention(ccm.deposits, ccm.meetings, common, self)
        if stream == CONVENTION:
            tuple(convention_obligations(convention, day, reading, rules))
            return
        own, by = _watched(point.dossier(stream), self.own), point.history.published_by
        at = situation_of(own, convention, day, reading, day, published_by=by)
        tuple(obligations_of(at, rules))


@attrs.frozen
class _WatchedKinds(Mapping[Kind, list[Entry[Event]]]):
    """The events of a dossier by kind, noting which kinds are looked at."""

    whole: Dossier
    seen: set[Kind]

    def __getitem__(self, kind: Kind) -> list[Entry[Event]]:
        self.seen.add(kind)
        return self.whole.all(kind)

    def __iter__(self) -> Iterator[Kind]:
        return iter(EVENT_TYPES.values())

    def __len__(self) -> int:
        return len(EVENT_TYPES)


def _watched(dossier: Dossier, seen: set[Kind]) -> Dossier:
    return Dossier(dossier.stream, _WatchedKinds(dossier, seen), dossier.imprecise)


@attrs.frozen
class _WatchedConvention(Convention):
    """What concerns all states, noting which meetings are looked at."""

    attention: Attention

    @property
    def deciding_meetings(self) -> tuple[Meeting, ...]:
        """Note that every meeting is looked at, and return those that decide."""
        self.attention.meetings.add(EVERY)
        return super().deciding_meetings

    def meeting(self, code: str | None) -> Meeting | None:
        """Note that one meeting is looked at, and return it."""
        self.attention.meetings.add(code)
        return super().meeting(code)


def leaves_the_meeting(entry: Entry[Event], dossier: Dossier) -> bool:
    """Tell whether a meeting is as it was without one event: what was held needs no call.

    Which events prove its days is left aside.
    """
    meeting: str | None = getattr(entry.event, "meeting", None)
    kinds: dict[Kind, list[Entry[Event]]] = {
        kind: [
            Entry[Event](each.id, each.event)
            for each in dossier.all(kind)
            if each.event.meeting == meeting
        ]
        for kind in _OF_MEETINGS
    }
    left = {
        kind: [each for each in entries if each.id != entry.id] for kind, entries in kinds.items()
    }
    return _put_together(kinds) == _put_together(left)


def _put_together(kinds: Mapping[Kind, list[Entry[Event]]]) -> list[Meeting]:
    found = Convention.of((), Dossier(CONVENTION, kinds)).meetings
    return [attrs.evolve(each, events=()) for each in found]
