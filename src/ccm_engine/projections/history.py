"""Every event of one stream, with its sources and what became of it: nothing is ever lost."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

import attrs

from ccm_engine.domain.events import (
    Corrected,
    Disputed,
    DisputeResolved,
    Event,
    RecordEvent,
    Retracted,
)
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.settlement import voided

Pairs = Sequence[tuple[str, Event]]


class Fate(enum.Enum):
    """What became of a recorded event."""

    STANDS = "stands"
    DISPUTED = "disputed"
    """It stands, and another source says otherwise."""
    CORRECTED = "corrected"
    """A correction stands in its place."""
    REPLACED = "replaced"
    """The other side of a dispute, which was upheld, stands in its place."""
    RETRACTED = "retracted"
    """It counts as never recorded."""
    OPEN = "open"
    """A dispute that nobody has decided."""
    UPHELD = "upheld"
    """A dispute whose other side was put in the place of what it is about."""
    DISMISSED = "dismissed"
    """A dispute that was decided against."""
    OVERTAKEN = "overtaken"
    """A correction after which something else was put in the same place."""
    WITHOUT_EFFECT = "without-effect"
    """What it speaks of does not stand, or cannot be changed so."""
    STANDS_ALONE = "stands-alone"
    """The other side, of which alone the sources asked tell."""
    UNTOLD = "untold"
    """No source asked tells of it."""


@attrs.frozen
class Happening:
    """One recorded event: its `fate`, and what `became` of it, in words, in the order of the log.

    `counts` tells whether it stands, and had happened by the legal day asked about.
    """

    id: str
    position: int
    recorded_at: datetime
    event: Event
    fate: Fate
    became: tuple[str, ...]
    counts: bool


@attrs.frozen
class Placed:
    """An event with its identifier and its place in the log."""

    id: str
    position: int
    recorded_at: datetime
    event: Event


def history(
    placed: Iterable[Placed], told: Pairs, counting: frozenset[str]
) -> tuple[Happening, ...]:
    """Return the events of one stream in the order of the log.

    `told` are these events as the sources asked tell them; `counting` the identifiers of those
    that count on the day asked about.
    """
    said = _Said.of(told)
    return tuple(
        Happening(
            each.id,
            each.position,
            each.recorded_at,
            each.event,
            said.fate(each.id, each.event),
            tuple(said.became(each.id, each.event)),
            each.id in counting,
        )
        for each in placed
    )


@attrs.frozen
class _Said:
    """What is said of each event of a stream, as settling it takes it.

    `about` are the words about each event, in the order of the log.
    """

    told: Mapping[str, Event]
    about: Mapping[str, Sequence[tuple[str, RecordEvent]]]
    void: Collection[str]

    @classmethod
    def of(cls, told: Pairs) -> _Said:
        """Gather what is said of each event."""
        about: dict[str, list[tuple[str, RecordEvent]]] = {}
        for name, event in told:
            if isinstance(event, RecordEvent):
                about.setdefault(event.target, []).append((name, event))
        return cls(dict(told), about, voided(told))

    def fate(self, name: str, recorded: Event) -> Fate:
        """Return what became of one event."""
        if (event := self.told.get(name)) is None:
            return Fate.UNTOLD
        if name in self.void:
            return Fate.RETRACTED
        if not isinstance(event, RecordEvent):
            return self._fate_of_a_happening(name, alone=isinstance(recorded, RecordEvent))
        if not self._has_effect(event):
            return Fate.WITHOUT_EFFECT
        if isinstance(event, Disputed):
            return self._fate_of_a_dispute(name)
        if isinstance(event, Corrected) and self._placed(event.target)[-1][0] != name:
            return Fate.OVERTAKEN
        return Fate.STANDS

    def _fate_of_a_happening(self, name: str, *, alone: bool) -> Fate:
        if placed := self._placed(name):
            return placed[-1][1]
        if any(self._open(dispute, event) for dispute, event in self.about.get(name, ())):
            return Fate.DISPUTED
        return Fate.STANDS_ALONE if alone else Fate.STANDS

    def _fate_of_a_dispute(self, name: str) -> Fate:
        if (decided := self._decision(name)) is None:
            return Fate.OPEN
        return Fate.UPHELD if decided[1].upheld else Fate.DISMISSED

    def _placed(self, name: str) -> list[tuple[str, Fate]]:
        """Return what was put in the place of an event, and how, in the order of the log."""
        found: list[tuple[str, Fate]] = []
        for each, event in self.told.items():
            if each in self.void or not isinstance(event, RecordEvent):
                continue
            if isinstance(event, Corrected) and event.target == name:
                found.append((each, Fate.CORRECTED))
            elif (
                isinstance(event, DisputeResolved)
                and event.upheld
                and event.target not in self.void
            ):
                dispute = self.told.get(event.target)
                if isinstance(dispute, Disputed) and dispute.target == name:
                    found.append((each, Fate.REPLACED))
        return found

    def _open(self, name: str, event: Event) -> bool:
        return (
            isinstance(event, Disputed) and name not in self.void and self._decision(name) is None
        )

    def _decision(self, dispute: str) -> tuple[str, DisputeResolved] | None:
        """Return what decided a dispute, `None` while nothing has; no log takes two."""
        for name, event in self.about.get(dispute, ()):
            if isinstance(event, DisputeResolved) and name not in self.void:
                return name, event
        return None

    def _has_effect(self, event: RecordEvent) -> bool:
        """Tell whether what an event speaks of is there to be changed so."""
        target = self.told.get(event.target)
        if isinstance(event, Retracted) or target is None or event.target in self.void:
            return isinstance(event, Retracted) and target is not None
        if isinstance(event, DisputeResolved):
            return isinstance(target, Disputed) and self._has_effect(target)
        return not isinstance(target, RecordEvent)

    def became(self, name: str, recorded: Event) -> Iterator[str]:
        """Yield in words what was said of one event, and what that did."""
        if (event := self.told.get(name)) is None:
            yield "no source asked tells of it"
        elif isinstance(recorded, RecordEvent) and not isinstance(event, RecordEvent):
            yield f"stands alone, for no source asked tells of {recorded.target}"
        elif not isinstance(event, RecordEvent) and not _says_the_same(event, recorded):
            yield f"as the sources asked tell it: {_said(event)}"
        for each, word in self.about.get(name, ()):
            yield self._words(each, word)
        if isinstance(event, RecordEvent) and name not in self.void:
            yield from self._effect(name, event)

    def _words(self, name: str, event: RecordEvent) -> str:
        match event:
            case Retracted(reason=reason):
                words = f"retracted by {name}: {reason}"
            case Corrected(replacement=replacement, reason=reason):
                words = f"corrected by {name}: {reason}; in its place {_said(replacement)}"
            case Disputed(alternative=alternative):
                words = f"disputed by {name}: {_said(alternative)}; {self._how_decided(name)}"
            case DisputeResolved(upheld=upheld, reason=reason):
                words = f"{_DECIDED[upheld]} by {name}: {reason}"
            case _:
                words = f"corroborated by {name}"
        if name in self.void:
            words += f"; {name} was itself {self._retraction(name)}, and has no effect"
        return words

    def _how_decided(self, dispute: str) -> str:
        if (decided := self._decision(dispute)) is None:
            return "open"
        name, event = decided
        return f"{_DECIDED[event.upheld]} by {name}: {event.reason}"

    def _retraction(self, name: str) -> str:
        return next(
            f"retracted by {each}"
            for each, event in self.about.get(name, ())
            if isinstance(event, Retracted) and each not in self.void
        )

    def _effect(self, name: str, event: RecordEvent) -> Iterator[str]:
        """Say why a word about the record has no effect, or has it no more."""
        if not self._has_effect(event):
            target = self.told.get(event.target)
            if target is None:
                why = f"no source asked tells of {event.target}"
            elif event.target in self.void:
                why = f"{event.target} was {self._retraction(event.target)}"
            elif isinstance(event, DisputeResolved) and isinstance(target, Disputed):
                why = f"{event.target} has no effect itself"
            else:
                why = f"{event.target} is itself about the record"
            yield f"without effect, for {why}"
        elif isinstance(event, Corrected) and (last := self._placed(event.target)[-1][0]) != name:
            yield f"overtaken by {last}"


_DECIDED: Final = {True: "upheld", False: "dismissed"}


def _said(event: Event) -> str:
    return f"{in_words(event)} ({event.occurred_on})"


def _says_the_same(one: Event, other: Event) -> bool:
    """Tell whether two events differ in their sources at most."""
    return _said(one) == _said(other)
