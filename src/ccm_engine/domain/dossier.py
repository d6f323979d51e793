"""What the events of one state establish, in the order in which they happened. No rule here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Final, TypeVar, cast

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    ArmedConflictBegun,
    ArmedConflictEnded,
    ClarificationAnswered,
    ClarificationRequested,
    ClarificationWithdrawn,
    ClearanceCompleted,
    ContributionAssessed,
    CoverageStated,
    Entry,
    Event,
    ExtensionGranted,
    ExtensionRequested,
    HostilitiesEnded,
    InitialReportSubmitted,
    InstrumentDeposited,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.interpretations import PartialDates
from ccm_engine.domain.ordering import by_day, in_order, put_in_place
from ccm_engine.domain.provisions import Cited, Provision

E = TypeVar("E", bound=Event)

_ANCHORS: Final[frozenset[type[Event]]] = frozenset(
    {
        InstrumentDeposited,
        WithdrawalNotified,
        WithdrawalRevoked,
        ArmedConflictBegun,
        ArmedConflictEnded,
        HostilitiesEnded,
        ClearanceCompleted,
        ClarificationRequested,
        ClarificationAnswered,
        ClarificationWithdrawn,
        ContributionAssessed,
        ExtensionRequested,
        ExtensionGranted,
        InitialReportSubmitted,
    }
)
"""Events of which the Convention asks the day: a period is counted from it, or a limit kept by it.

Action plans ask it of more kinds: see `Dossier.inexact`.
"""


def day_counted(known: PartialDate, partial_dates: PartialDates) -> date:
    """Return the day from which something known only in part counts: INT-0012."""
    return known.latest if partial_dates is PartialDates.LAST_DAY else known.first


@attrs.frozen
class _Shelf:
    """The entries of one kind in order, each with the last day it can mean."""

    days: list[date] = attrs.field(factory=list[date])
    entries: list[Entry[Event]] = attrs.field(factory=list[Entry[Event]])

    def until(self, day: date) -> list[Entry[Event]]:
        """Return those that had happened by the end of a day."""
        return self.entries[: bisect_right(self.days, day)]


@attrs.frozen
class _Unsure:
    """The entries known only in part, by the first day they can mean.

    Beside each: the last day that any up to it can mean, and whether any is one of the anchors.
    """

    days: list[date] = attrs.field(factory=list[date])
    entries: list[Entry[Event]] = attrs.field(factory=list[Entry[Event]])
    furthest: list[date] = attrs.field(factory=list[date])
    anchored: list[bool] = attrs.field(factory=list[bool])

    @classmethod
    def of(cls, entries: Iterable[Entry[Event]]) -> _Unsure:
        """Put entries in order by the first day they can mean."""
        furthest, anchored, found = date.min, False, cls()
        for entry in sorted(entries, key=attrgetter("event.occurred_on.first")):
            day = entry.event.occurred_on
            furthest = max(furthest, day.latest)
            anchored = anchored or entry.event.__class__ in _ANCHORS
            found.days.append(day.first)
            found.entries.append(entry)
            found.furthest.append(furthest)
            found.anchored.append(anchored)
        return found

    def begun_by(self, as_of: date) -> int:
        """Return how many of them may have happened by the end of a day."""
        return bisect_right(self.days, as_of)

    def decide(self, begun: int, as_of: date) -> bool:
        """Tell whether a day known in part can change an answer.

        It can where it may lie after the day asked about, or where a day is counted or kept by it.
        """
        return begun > 0 and (self.anchored[begun - 1] or self.furthest[begun - 1] > as_of)

    def open_on(self, begun: int, as_of: date) -> list[Entry[Event]]:
        """Return those that may have happened by a day, or may not, in order."""
        if not begun or self.furthest[begun - 1] <= as_of:
            return []
        found = (each for each in self.entries[:begun] if each.event.occurred_on.latest > as_of)
        return sorted(found, key=by_day)


@attrs.frozen
class Chronicle:
    """The standing entries of one stream, sorted once, from which each day's dossier is cut.

    `deposits` are its instruments, which concern all states.
    """

    stream: str
    entries: tuple[Entry[Event], ...] = ()
    deposits: tuple[Entry[InstrumentDeposited], ...] = ()
    _shelves: Mapping[type[Event], _Shelf] = attrs.field(factory=dict[type[Event], _Shelf])
    _unsure: _Unsure = attrs.field(factory=_Unsure)

    @classmethod
    def of(cls, stream: str, entries: Iterable[Entry[Event]]) -> Chronicle:
        """Return the chronicle of a stream."""
        settled = tuple(in_order(entries))
        shelves: dict[type[Event], _Shelf] = {}
        in_part: list[Entry[Event]] = []
        for entry in settled:
            event = entry.event
            if (shelf := shelves.get(event.__class__)) is None:
                shelf = shelves[event.__class__] = _Shelf()
            shelf.days.append(event.occurred_on.latest)
            shelf.entries.append(entry)
            if _known_in_part(event):
                in_part.append(entry)
        deposits = shelves.get(InstrumentDeposited, _Shelf()).entries
        instruments = tuple(cast("list[Entry[InstrumentDeposited]]", deposits))
        return cls(stream, settled, instruments, shelves, _Unsure.of(in_part))

    def with_one_more(self, entry: Entry[Event]) -> Chronicle:
        """Return the chronicle after one more entry; as if it were made anew, and sooner."""
        kind, entries = entry.event.__class__, list(self.entries)
        put_in_place(entries, entry)
        shelf = self._shelves.get(kind, _Shelf())
        alike = list(shelf.entries)
        put_in_place(alike, entry)
        days = [each.event.occurred_on.latest for each in alike]
        unsure = self._unsure
        if _known_in_part(entry.event):
            unsure = _Unsure.of(each for each in entries if _known_in_part(each.event))
        deposits = self.deposits
        if kind is InstrumentDeposited:
            deposits = tuple(cast("list[Entry[InstrumentDeposited]]", alike))
        shelves = {**self._shelves, kind: _Shelf(days, alike)}
        return Chronicle(self.stream, tuple(entries), deposits, shelves, unsure)

    def on(self, as_of: date, partial_dates: PartialDates) -> Dossier:
        """Return what had happened by the end of a day.

        How far the record reaches is not a happening, and holds whatever the day.
        """
        kinds = {
            kind: shelf.until(date.max if kind is CoverageStated else as_of)
            for kind, shelf in self._shelves.items()
        }
        begun = self._unsure.begun_by(as_of)
        if partial_dates is PartialDates.FIRST_DAY:
            for entry in self._unsure.open_on(begun, as_of):
                kinds[entry.event.__class__].append(entry)
        return Dossier(self.stream, kinds, self._unsure.decide(begun, as_of), begun > 0)


def _known_in_part(event: Event) -> bool:
    """Tell whether a happening, or the day it states, is not known to the day.

    How far the record reaches is no happening.
    """
    if event.occurred_on.exact is None:
        return event.__class__ is not CoverageStated
    until = event.until if isinstance(event, ExtensionGranted) else None
    return until is not None and until.exact is None


@attrs.frozen(slots=False)  # keeps what it finds once
class Dossier:
    """What had happened to one state by a day.

    `imprecise` tells that something known only in part could change an answer, which then has
    to say so: INT-0012. `inexact` tells that any day in it is known only in part: what action
    plans ask may hang on each.
    """

    stream: str
    _kinds: Mapping[type[Event], list[Entry[Event]]]
    imprecise: bool = False
    inexact: bool = False

    @property
    def kinds(self) -> Iterable[type[Event]]:
        """The kinds of events on record; of some nothing may have happened by the day."""
        return self._kinds.keys()

    def all(self, kind: type[E]) -> list[Entry[E]]:
        """Return every event of a kind, oldest first; empty if there is none."""
        return cast("list[Entry[E]]", self._kinds.get(kind, []))

    def first(self, kind: type[E]) -> Entry[E] | None:
        """Return the oldest event of a kind, if there is one."""
        found = self._kinds.get(kind)
        return cast("Entry[E]", found[0]) if found else None

    def last(self, kind: type[E]) -> Entry[E] | None:
        """Return the newest event of a kind, if there is one."""
        found = self._kinds.get(kind)
        return cast("Entry[E]", found[-1]) if found else None

    @cached_property
    def coverage(self) -> Mapping[Cited, Entry[CoverageStated]]:
        """The last word on how far the record's sources reach, by provision."""
        said = self.all(CoverageStated)
        return {Provision.parse(each.event.provision): each for each in said}

    def timeline(self, *kinds: type[Event]) -> list[Entry[Event]]:
        """Return every event of several kinds, oldest first."""
        shelves = [shelf for kind in kinds if (shelf := self._kinds.get(kind))]
        if len(shelves) == 1:
            return shelves[0][:]
        return sorted((entry for shelf in shelves for entry in shelf), key=by_day)

    def since(self, day: date, *kinds: type[Event]) -> Dossier:
        """Return the same dossier without the events of these kinds that lie before a day."""
        kept = {
            kind: [
                entry
                for entry in entries
                if kind not in kinds or entry.event.occurred_on.latest >= day
            ]
            for kind, entries in self._kinds.items()
        }
        return Dossier(self.stream, kept, self.imprecise, self.inexact)
