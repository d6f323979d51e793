"""Why an answer differs between two standpoints: by which events, or because time passed.

Between the two lies what time alone makes of it: the earlier record, seen on the later day. Where
that is the earlier answer, no time mattered; where it is the later one, no event did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles import rules_for
from ccm_engine.domain.events import (
    CONVENTION,
    Corrected,
    DisputeResolved,
    Event,
    RecordEvent,
    Retracted,
)
from ccm_engine.domain.obligations import Obligation, Rule
from ccm_engine.domain.provisions import Cited
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.suppositions import Told
from ccm_engine.projections.alterations import (
    Altered,
    Retelling,
    altered_between,
    stream_of,
    time_alone,
)
from ccm_engine.projections.passing import Passing

FIELDS: Final = (
    "standing",
    "treaty_due",
    "due",
    "discharged_on",
    "timeliness",
    "days_late",
    "extensions",
    "request_pending",
)
"""What of an obligation is compared: the answer, not the reasons for it."""

Owed = Mapping[str, Obligation]
"""Obligations by their identifiers."""

_Sides = tuple[Obligation | None, Obligation | None]
"""One obligation before and after; `None` on the side that does not have it, never on both."""


def alike(one: Obligation | None, other: Obligation | None) -> bool:
    """Tell whether two answers are the same, whatever the reasons for them."""
    if one is None or other is None:
        return one is other
    return all(getattr(one, name) == getattr(other, name) for name in FIELDS)


@attrs.frozen
class Side:
    """One of two answers that are compared: from where, and what is `owed`.

    `told` gives the events of each stream as the sources asked tell them, and `position` is how
    much of the log they are.
    """

    point: Standpoint
    told: Told
    position: int
    owed: tuple[Obligation, ...]


@attrs.frozen
class Reason:
    """Why one answer changed; one of the two is always given.

    `because` are the events by which it did, oldest first; there is none where only time passed.
    `passed` says what passed, and is given beside events too where the answer hangs on both.
    """

    because: tuple[str, ...]
    passed: str | None


@attrs.define
class Reasons:
    """What differs between two standpoints on one record, and which answers that changed."""

    before: Side
    after: Side
    _altered: Altered
    _undoing: Retelling
    _adding: Retelling
    _rules: dict[tuple[bool, Cited], tuple[Rule, ...]] = attrs.field(factory=dict, init=False)
    _passings: dict[str, Passing] = attrs.field(factory=dict, init=False)
    _sayings: dict[str, dict[str, list[str]]] = attrs.field(factory=dict, init=False)
    _told: dict[str, dict[str, Event]] = attrs.field(factory=dict, init=False)

    @classmethod
    def between(cls, before: Side, after: Side) -> Reasons:
        """Compare what counts on the one side with what counts on the other."""
        altered = altered_between(before.point, after.point)
        by_time = time_alone(before.point, after.point, altered)
        undoing = {name: each.before for name, each in altered.items()}
        adding = {name: each.after for name, each in altered.items()}
        return cls(
            before,
            after,
            altered,
            Retelling(after.point, undoing),
            Retelling(by_time, adding),
        )

    def why(self, before: Obligation | None, after: Obligation | None) -> Reason:
        """Return why one obligation changed; `None` is the side that does not have it."""
        known = obligation_of(before, after)
        passing = self._passing(known.state)
        meanwhile = passing.by_time.get(known.id)
        because: tuple[str, ...] = ()
        if not alike(meanwhile, after):
            because = self._because((before, after), meanwhile)
        passed = passing.in_words(before, after)
        return Reason(because, passed if because else passed or passing.whole())

    def events(self, names: Iterable[str]) -> dict[str, Event]:
        """Return events by their identifiers; with one about the record, what it speaks of."""
        found: dict[str, Event] = {}
        for name in names:
            pairs = self._pairs(stream_of(name))
            found |= {each: pairs[each] for each in (name, *_targets(name, pairs))}
        return found

    def _passing(self, stream: str) -> Passing:
        if (known := self._passings.get(stream)) is None:
            owed = _owed(self._adding.point, stream)
            known = Passing(self.before.point, self.after.point, owed)
            self._passings[stream] = known
        return known

    def _because(self, change: _Sides, meanwhile: Obligation | None) -> tuple[str, ...]:
        """Return the events by which what time alone makes of an answer became the later one.

        The grounds show them, as a rule: without those the change would not be, or with no others
        it would. Where neither is so, they are found by leaving out.
        """
        rests = {name for each in change if each is not None for name in _rests_on(each)}
        shown = rests & self._altered.keys()
        undone = alike(self._without(change, shown), meanwhile)
        if not (undone or self._suffices(change, shown)):
            shown = self._found(change, shown)
        return tuple(sorted(self._named(shown), key=self._oldest_first))

    def _found(self, change: _Sides, shown: set[str]) -> set[str]:
        """Return as few events as make the change, of the state's own and of the Convention's.

        Where these cannot, other states' deposits did: Article 17(1).
        """
        owner = obligation_of(*change).state
        own = {name for name in self._altered if stream_of(name) == owner}
        common = {name for name in self._altered if stream_of(name) == CONVENTION}
        for scope in (own, own | common):
            if self._suffices(change, shown | scope):
                return self._fewest(change, shown | scope)
        deposits = {name for name, each in self._altered.items() if each.of_deposit}
        alone = {each for each in deposits if not alike(self._without(change, {each}), change[1])}
        return shown | (alone or deposits)

    def _fewest(self, change: _Sides, enough: set[str]) -> set[str]:
        """Leave out in turn, the newest first, what is not needed; so who was first stays."""
        for name in sorted(enough, key=self._oldest_first, reverse=True):
            if self._suffices(change, enough - {name}):
                enough = enough - {name}  # the caller's set stays as it is
        return enough

    def _suffices(self, change: _Sides, names: set[str]) -> bool:
        """Tell whether these events by themselves make of time's answer the later one."""
        rules = self._rules_for(change)
        return alike(self._adding.answer(obligation_of(*change), rules, names), change[1])

    def _without(self, change: _Sides, names: set[str]) -> Obligation | None:
        return self._undoing.answer(obligation_of(*change), self._rules_for(change), names)

    def _rules_for(self, change: _Sides) -> tuple[Rule, ...]:
        """Return the rules that yield what one provision makes due, so that no others are tried."""
        known = obligation_of(*change)
        ended = change[1] is None
        kind = (ended, known.provision)
        if (found := self._rules.get(kind)) is None:
            point = self.before.point if ended else self.after.point
            found = tuple(
                rule
                for rule in rules_for(known.state)
                if known.provision
                in {each.provision for each in point.derive(known.state, point.as_of, (rule,))}
            )
            self._rules[kind] = found
        return found

    def _named(self, decisive: Iterable[str]) -> set[str]:
        """Name what was altered: by the event itself, or by those that say so of it."""
        found: set[str] = set()
        for name in decisive:
            said = self._said(stream_of(name)).get(name, [])
            found.update(said)
            if not said or self._by_itself(name):
                found.add(name)
        return found

    def _by_itself(self, name: str) -> bool:
        """Tell whether an event changed something itself, not only what was said of it since.

        It did if it stands on one side only, or if it happened between the two days.
        """
        if self._altered[name].after is None:
            return _standing(self.after.point, name) is None
        earlier, later = _standing(self.before.point, name), self.after.point
        happened_since = self._altered[name].before is None
        return earlier is None or (happened_since and later.has_happened(earlier.occurred_on))

    def _said(self, stream: str) -> Mapping[str, list[str]]:
        """Return the new events that change what the record holds, by what they speak of."""
        if (known := self._sayings.get(stream)) is None:
            known = self._sayings[stream] = {}
            earlier = {name for name, _ in self.before.told(stream)}
            pairs = self._pairs(stream)
            for name, event in pairs.items():
                if name not in earlier and _amends(event):
                    for target in _targets(name, pairs):
                        known.setdefault(target, []).append(name)
        return known

    def _pairs(self, stream: str) -> Mapping[str, Event]:
        """Return the events of a stream, as the later side is told them if it is."""
        if (known := self._told.get(stream)) is None:
            known = {**dict(self.before.told(stream)), **dict(self.after.told(stream))}
            self._told[stream] = known
        return known

    def _oldest_first(self, name: str) -> tuple[date, date, int, str]:
        day = self._pairs(stream_of(name))[name].occurred_on
        return day.latest, day.first, len(name), name


def obligation_of(before: Obligation | None, after: Obligation | None) -> Obligation:
    """Return the obligation that changed, as the later answer has it if it does."""
    known = after or before
    assert known is not None  # noqa: S101  # there is no change without a side
    return known


def _owed(point: Standpoint, stream: str) -> Owed:
    return {each.id: each for each in point.derive(stream, point.as_of)}


def _standing(point: Standpoint, name: str) -> Event | None:
    """Return an event as it stands in the record, whether or not it had happened by the day."""
    entries = point.history.chronicle(stream_of(name)).entries
    return next((each.event for each in entries if each.id == name), None)


def _rests_on(obligation: Obligation) -> Iterator[str]:
    """Yield the events that prove an answer; what fulfilled a duty may not be in its grounds."""
    for ground in obligation.grounds:
        yield from ground.events
    if obligation.discharged_by is not None:
        yield obligation.discharged_by


def _amends(event: Event) -> bool:
    """Tell whether an event changes what the record holds; a mere dispute or source does not."""
    upheld = isinstance(event, DisputeResolved) and event.upheld
    return upheld or isinstance(event, Retracted | Corrected)


def _targets(name: str, pairs: Mapping[str, Event]) -> Iterator[str]:
    """Yield what an event about the record speaks of, and what that speaks of in turn."""
    event = pairs.get(name)
    while isinstance(event, RecordEvent) and event.target in pairs:
        yield event.target
        event = pairs[event.target]
