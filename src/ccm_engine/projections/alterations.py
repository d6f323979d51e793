"""What counts otherwise on one of two standpoints, and the later answers without some of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from ccm_engine.domain.articles.binding import TELLING
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import (
    CONVENTION,
    CoverageStated,
    Entry,
    Event,
)
from ccm_engine.domain.obligations import Obligation, Rule
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.suppositions import retold

_CODE_LENGTH: Final = len("BGR")
_SEVERAL: Final = 2

_Rules = tuple[Rule, ...]


@attrs.frozen
class Alteration:
    """An event that counts on one side only, or that the two sides tell differently."""

    before: Entry[Event] | None
    after: Entry[Event] | None

    @property
    def of_deposit(self) -> bool:
        """Whether it tells on either side which instruments count, which concerns all states."""
        sides = (each.event for each in (self.before, self.after) if each is not None)
        return any(isinstance(each, TELLING) for each in sides)


Altered = Mapping[str, Alteration]
"""By the identifiers of the events."""


def stream_of(name: str) -> str:
    """Return the stream of an event, recorded (`BGR#7`) or supposed (`BGR?1`)."""
    return name[:_CODE_LENGTH]


def altered_between(before: Standpoint, after: Standpoint) -> dict[str, Alteration]:
    """Return every event that does not count as the same on both standpoints."""
    found: dict[str, Alteration] = {}
    for stream in {**before.history.chronicles, **after.history.chronicles}:
        earlier, later = _counting(before, stream), _counting(after, stream)
        for name in {**earlier, **later}:
            one, other = earlier.get(name), later.get(name)
            if one is None or other is None or not _say_the_same(one.event, other.event):
                found[name] = Alteration(one, other)
    return found


def _counting(point: Standpoint, stream: str) -> dict[str, Entry[Event]]:
    """Return what counts of a stream on the day; how far the record reaches does on every day."""
    return {
        entry.id: entry
        for entry in point.history.chronicle(stream).entries
        if isinstance(entry.event, CoverageStated) or point.has_happened(entry.event.occurred_on)
    }


def _say_the_same(one: Event, other: Event) -> bool:
    """Tell whether two events differ in nothing but their sources."""
    if one is other:
        return True
    return type(one) is type(other) and attrs.evolve(one, citations=other.citations) == other


def time_alone(before: Standpoint, after: Standpoint, altered: Altered) -> Standpoint:
    """Return the later day with only what counted on the earlier one."""
    streams = {stream_of(name) for name in altered}
    chronicles = {
        stream: Chronicle.of(stream, _counting(before, stream).values()) for stream in streams
    }
    return Standpoint(retold(after.history, chronicles), after.as_of, after.reading)


@attrs.define
class _Trial(Standpoint):
    """A standpoint on which what concerns all states is known already."""

    known: Convention = attrs.field(kw_only=True)

    @property
    def ccm(self) -> Convention:
        """What concerns all states, on the day."""
        return self.known


@attrs.define
class Retelling:
    """One standpoint, asked again with some events as another has them.

    `entries` are those events as the other has them, `None` where it does not.
    """

    point: Standpoint
    entries: Mapping[str, Entry[Event] | None]
    _answers: dict[tuple[_Rules, str, frozenset[str]], Mapping[str, Obligation]] = attrs.field(
        factory=dict, init=False
    )

    def answer(self, known: Obligation, rules: _Rules, names: Iterable[str]) -> Obligation | None:
        """Derive one obligation, with these events as the other standpoint has them."""
        trial = (rules, known.state, frozenset(names))
        if (answers := self._answers.get(trial)) is None:
            point = self._retold(trial[2])
            found = point.derive(known.state, point.as_of, rules)
            answers = self._answers[trial] = {each.id: each for each in found}
        return answers.get(known.id)

    def _retold(self, names: frozenset[str]) -> Standpoint:
        day, reading = self.point.as_of, self.point.reading
        chronicles = {
            stream: Chronicle.of(stream, self._entries(stream, names))
            for stream in {stream_of(name) for name in names}
        }
        history = retold(self.point.history, chronicles)
        deposits_stay = all(
            len(each.deposits) < _SEVERAL
            and each.deposits == self.point.history.chronicle(stream).deposits
            for stream, each in chronicles.items()
        )
        if CONVENTION in chronicles or not deposits_stay:
            return Standpoint(history, day, reading)
        return _Trial(history, day, reading, known=self.point.ccm)

    def _entries(self, stream: str, names: frozenset[str]) -> Iterator[Entry[Event]]:
        for entry in self.point.history.chronicle(stream).entries:
            if entry.id not in names:
                yield entry
        for name in names:
            other = self.entries[name]
            if other is not None and stream_of(name) == stream:
                yield other
