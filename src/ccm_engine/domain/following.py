"""A standpoint of a growing log: what an earlier question had derived is used while it holds.

What one state owes follows from its own chronicle, from what concerns all states, from the day
and from the reading. So an event of another state changes nothing of it, and another day only
where something happens, falls due or ends between the two. A law holds every answer to the one
that is derived from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import attrs

from ccm_engine.domain.articles.article_17_entry_into_force import thirtieth_deposit
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import CONVENTION, Entry, Event
from ccm_engine.domain.holding import Held, WatchedDay
from ccm_engine.domain.interpretations import Interpretation, PartialDates
from ccm_engine.domain.obligations import Obligation, Rule
from ccm_engine.domain.standpoint import History, Standpoint, is_in_doubt

K = TypeVar("K")
T = TypeVar("T")
Owed = tuple[Obligation, ...]


def _held(known: dict[K, Held[T]], key: K, day: date, derive: Callable[[WatchedDay], T]) -> Held[T]:
    """Return what is known and still holds on a day; else derive it, and know it from now on."""
    found = known.get(key)
    if found is None or not found.holds_on(day):
        watched = WatchedDay.of(day)
        found = known[key] = watched.holding(derive(watched))
    return found


@attrs.frozen
class Kept:
    """What was derived so far from one history by one reading, and by its other end.

    Of each stream its dossier and its obligations; of all states the deposits and meetings, and
    whether the thirtieth deposit is in doubt.
    """

    history: History
    _dossiers: dict[tuple[str, PartialDates], Held[Dossier]] = attrs.field(factory=dict)
    _ccm: dict[PartialDates, Held[Convention]] = attrs.field(factory=dict)
    _doubts: dict[PartialDates, Held[bool]] = attrs.field(factory=dict)
    _owed: dict[str, Held[Owed]] = attrs.field(factory=dict)

    def carried_to(self, history: History) -> Kept:
        """Return what of it another history of the same log leaves as it was."""
        if history is self.history:
            return self
        now, before = history.chronicles, self.history.chronicles
        changed = {stream for stream in now if now[stream] is not before.get(stream)}
        # Other threads derive meanwhile, and a copy is one step to them.
        known = self._dossiers.copy().items()
        dossiers = {key: held for key, held in known if key[0] not in changed}
        again = any(len(now[stream].deposits) > 1 for stream in changed)
        if again or CONVENTION in changed or not _same(history.deposits, self.history.deposits):
            return Kept(history, dossiers)
        still = self._owed.copy().items()
        owed = {stream: held for stream, held in still if stream not in changed}
        return Kept(history, dossiers, self._ccm.copy(), self._doubts.copy(), owed)

    def dossier(self, stream: str, day: date, how: PartialDates) -> Held[Dossier]:
        """Return what had happened in one stream by a day."""
        chronicle = self.history.chronicle(stream)
        return _held(self._dossiers, (stream, how), day, lambda at: chronicle.on(at, how))

    def ccm(self, day: date, reading: Interpretation) -> Held[Convention]:
        """Return what concerns all states on a day."""
        return _held(
            self._ccm,
            reading.partial_dates,
            day,
            lambda at: Standpoint(self.history, at, reading).ccm,
        )

    def doubt(self, day: date, reading: Interpretation) -> Held[bool]:
        """Return whether an instrument of unsure day may be one of the first thirty: 17(1)."""

        def derive(at: WatchedDay) -> bool:
            thirtieth = thirtieth_deposit(at.rests_on(self.ccm(at.plain, reading)))
            return is_in_doubt(thirtieth, self.history.deposits_counted(reading), at)

        return _held(self._doubts, reading.partial_dates, day, derive)

    def owed(self, stream: str, day: date, reading: Interpretation) -> Held[Owed]:
        """Return what a stream owes on a day under the Convention."""
        if (found := self._owed.get(stream)) is not None and found.holds_on(day):
            return found
        return _held(
            self._owed,
            stream,
            day,
            lambda at: tuple(_Watching(self.history, at, reading, self, at).obligations(stream)),
        )


def _same(ours: Sequence[Entry[Event]], theirs: Sequence[Entry[Event]]) -> bool:
    """Tell whether two histories have the same deposits, on which all states depend."""
    if ours is theirs:
        return True
    return len(ours) == len(theirs) and all(map(_alike, ours, theirs))


def _alike(one: Entry[Event], other: Entry[Event]) -> bool:
    if one is other:
        return True
    return (one.id, one.event, one.disputes) == (other.id, other.event, other.disputes)


@attrs.define
class Following(Standpoint):
    """A standpoint that uses what was kept, and keeps what it derives."""

    kept: Kept = attrs.field(kw_only=True, repr=False)

    def dossier(self, stream: str) -> Dossier:
        """Return what had happened in one stream by the day."""
        return self.kept.dossier(stream, self.as_of, self.reading.partial_dates).value

    @property
    def ccm(self) -> Convention:
        """What concerns all states, on the day."""
        return self.kept.ccm(self.as_of, self.reading).value

    def obligations(
        self, stream: str, until: date | None = None, rules: Sequence[Rule] | None = None
    ) -> Sequence[Obligation]:
        """Derive what a stream owes, as `Standpoint` does; what holds already is not derived."""
        if until is not None or rules is not None:
            return super().obligations(stream, until, rules)
        return self.kept.owed(stream, self.as_of, self.reading).value


@attrs.define
class _Watching(Standpoint):
    """The standpoint of one derivation, whose day notes all that the answer rests on."""

    _kept: Kept
    _day: WatchedDay

    def dossier(self, stream: str) -> Dossier:
        how = self.reading.partial_dates
        return self._day.rests_on(self._kept.dossier(stream, self._day.plain, how))

    @property
    def ccm(self) -> Convention:
        return self._day.rests_on(self._kept.ccm(self._day.plain, self.reading))

    def thirtieth_in_doubt(self) -> bool:
        return self._day.rests_on(self._kept.doubt(self._day.plain, self.reading))

    def other_end(self) -> Standpoint:
        if self._other is None:
            other = self.reading.from_the_other_end
            self._other = _Watching(self.history, self._day, other, self._kept, self._day)
        return self._other
