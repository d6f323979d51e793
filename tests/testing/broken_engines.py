"""Engines that are wrong on purpose, each around the library's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

import attrs

from ccm_engine.answers import StateView
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import ArmedConflictBegun, Event, Retracted
from ccm_engine.domain.interpretations import PRACTICE, Interpretation
from ccm_engine.domain.obligations import Obligation
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.engine import Engine
from ccm_engine.errors import RefusedEventError
from ccm_engine.testing.dates import moved
from ccm_engine.testing.membership_laws import FIRST_DAY
from ccm_engine.testing.under_test import Clock, MakeEngine, RegisterUnderTest


@attrs.frozen
class Altered:
    """A register whose obligations are altered, each by itself; `None` leaves one out."""

    register: RegisterUnderTest
    alter: Callable[[Obligation], Obligation | None]

    @property
    def point(self) -> Standpoint:
        return self.register.point

    def obligations(self) -> Sequence[Obligation]:
        altered = (self.alter(each) for each in self.register.obligations())
        return [each for each in altered if each is not None]

    def state(self, code_or_name: str) -> StateView:
        return self.register.state(code_or_name)


KnownAt = datetime | int | None


class Wrapped:
    """An engine around the library's own; what is wrong is in the classes below."""

    def __init__(self, clock: Clock) -> None:
        self.engine = Engine.in_memory(clock=clock)

    def record(self, events: Iterable[Event]) -> object:
        return self.engine.record(events)

    def on(
        self,
        as_of: date,
        *,
        known_at: datetime | int | None = None,
        reading: Interpretation = PRACTICE,
    ) -> RegisterUnderTest:
        return self.asked(as_of, known_at, reading)

    def asked(self, as_of: date, known_at: KnownAt, reading: Interpretation) -> RegisterUnderTest:
        """Answer as the engine does; what is broken in asking is broken here."""
        return self.engine.on(as_of, known_at=known_at, reading=reading)

    def close(self) -> None:
        self.engine.close()


def answering(alter: Callable[[Obligation], Obligation | None]) -> MakeEngine:
    """Make engines that alter each obligation."""

    class Altering(Wrapped):
        def asked(
            self, as_of: date, known_at: KnownAt, reading: Interpretation
        ) -> RegisterUnderTest:
            return Altered(super().asked(as_of, known_at, reading), alter)

    return Altering


def a_day_late(duty: Obligation) -> Obligation:
    """Let the initial report be due on the 181st day."""
    if duty.due is None or not duty.id.endswith("/7.1"):
        return duty
    due = moved(duty.due.latest, 1)
    return attrs.evolve(duty, treaty_due=due, due=PartialDate.on(due))


def without_the_last_extension(duty: Obligation) -> Obligation:
    """Lose the last extension of a deadline."""
    if not duty.extensions:
        return duty
    left = duty.extensions[:-1]
    first = None if duty.treaty_due is None else PartialDate.on(duty.treaty_due)
    return attrs.evolve(duty, extensions=left, due=left[-1].due if left else first)


def without_cooperation(duty: Obligation) -> Obligation | None:
    """Know nothing of Article 6."""
    return None if duty.provision.article == 6 else duty  # the article itself


class IgnoresKnownAt(Wrapped):
    """Answers from all it knows, whatever it is asked."""

    def asked(self, as_of: date, known_at: KnownAt, reading: Interpretation) -> RegisterUnderTest:
        self.engine.on(as_of, known_at=known_at)  # what cannot be asked is refused all the same
        return self.engine.on(as_of, reading=reading)


class AnswersByFirstDay(Wrapped):
    """Counts days known in part from their first day, also where practice is asked."""

    def asked(self, as_of: date, known_at: KnownAt, reading: Interpretation) -> RegisterUnderTest:
        by = FIRST_DAY if reading == PRACTICE else reading
        return self.engine.on(as_of, known_at=known_at, reading=by)


class ForgetsRetractions(Wrapped):
    """Takes a retraction, and goes on as before."""

    def record(self, events: Iterable[Event]) -> object:
        return self.engine.record(each for each in events if not isinstance(each, Retracted))


class ForgetsWars(Wrapped):
    """Knows nothing of armed conflicts: Article 20(3)."""

    def record(self, events: Iterable[Event]) -> object:
        return self.engine.record(e for e in events if not isinstance(e, ArmedConflictBegun))


class RecordsOneByOne(Wrapped):
    """Keeps what stands before a refused event of a batch."""

    def record(self, events: Iterable[Event]) -> object:
        for index, event in enumerate(events):
            try:
                self.engine.record([event])
            except RefusedEventError as error:
                error.index = index
                raise
        return None


class AnswersFromMemory(Wrapped):
    """Remembers what it answered for a day, and never looks again."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.remembered: dict[object, RegisterUnderTest] = {}

    def asked(self, as_of: date, known_at: KnownAt, reading: Interpretation) -> RegisterUnderTest:
        asked = (as_of, known_at, reading)
        if asked not in self.remembered:
            self.remembered[asked] = self.engine.on(as_of, known_at=known_at, reading=reading)
        return self.remembered[asked]


class Fails(Wrapped):
    """Has a fault of its own."""

    def asked(self, as_of: date, known_at: KnownAt, reading: Interpretation) -> RegisterUnderTest:
        raise KeyError(as_of, known_at, reading)
