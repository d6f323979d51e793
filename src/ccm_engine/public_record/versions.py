"""Settle what several sources say of one happening: versions, the one that stands, the others.

Readings that can mean the same make one version, whose days narrow each other. The version that
stands is the most authoritative, then the most precise, then the most frequent (counted by
source), then the latest published. Each other version becomes a dispute.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from ccm_engine.domain.calendar import PartialDate, days_between
from ccm_engine.domain.events import Event
from ccm_engine.domain.sources import Authority, Citation
from ccm_engine.public_record.readings import Reading

ROUND_FROM: Final = 10_000
"""A smaller number is not taken for a rounded one."""

ROUND_TO: Final = 3
"""A rounded number ends in at least so many zeros."""

UNBOUNDED: Final = 1_000_000
"""The days a reading leaves open that says only by when."""

Fields = Mapping[str, object]


@attrs.frozen(kw_only=True)
class Statement:
    """One reading as an event would have it: `fields` are those it knows; the rest is unknown.

    `admissible` is false where the Convention does not admit what the source says.
    """

    reading: Reading
    kind: type[Event]
    fields: Fields
    admissible: bool = True

    @property
    def when(self) -> PartialDate:
        """The days it can mean."""
        return self.reading.when


@attrs.frozen
class Settled:
    """One happening as an event, and what other sources say of it instead."""

    event: Event
    disputes: tuple[Event, ...] = ()


def cited(readings: Iterable[Reading]) -> tuple[Citation, ...]:
    """Return the citations of readings, the weightiest first, then the earliest published."""
    by_claim = {reading.claim.id: reading for reading in readings}
    return tuple(reading.citation for reading in sorted(by_claim.values(), key=_weightiest_first))


def statement(reading: Reading, kind: type[Event], /, **known: object) -> Statement:
    """Return a reading as an event of a state would have it; what is `None` is unknown."""
    fields = {name: value for name, value in known.items() if value is not None}
    return Statement(reading=reading, kind=kind, fields={"state": reading.state, **fields})


def open_days(when: PartialDate) -> int:
    """Return how many further days a partial date leaves open: 0 for a day known exactly."""
    return UNBOUNDED if when.earliest is None else days_between(when.earliest, when.latest)


def precision(when: PartialDate) -> int:
    """Return how precisely a day is given: 0 to the day, 1 the month, 2 the year, 3 by a day.

    So the month an early source cuts short is no more precise than the whole month.
    """
    return sum(open_days(when) > days for days in (0, 31, 366))


@attrs.define
class Version:
    """Readings of one happening that can all be true."""

    statements: list[Statement]
    when: PartialDate
    fields: dict[str, object]

    @classmethod
    def of(cls, statement: Statement) -> Version:
        """Return a version that one reading begins."""
        return cls([statement], statement.when, dict(statement.fields))

    def agrees(self, other: Statement) -> bool:
        """Tell whether a reading can mean the same."""
        return self.when.meets(other.when) and self.allows(other.fields)

    def allows(self, fields: Fields) -> bool:
        """Tell whether no field contradicts; what one does not say contradicts nothing."""
        return all(
            name not in self.fields or _same(self.fields[name], value)
            for name, value in fields.items()
        )

    def join(self, other: Statement) -> None:
        """Take a reading that agrees into the version; the finer of two days and numbers stands."""
        self.statements.append(other)
        self.when = self.when.narrowed_by(other.when)
        for name, value in other.fields.items():
            self.fields[name] = _finer(self.fields[name], value) if name in self.fields else value

    @property
    def rank(self) -> tuple[object, ...]:
        """What decides which version stands: the smallest."""
        readings = [statement.reading for statement in self.statements]
        published = (each.claim.published for each in readings)
        return (
            not any(statement.admissible for statement in self.statements),
            all(each.weighs_last for each in readings),
            min(_weight(each) for each in readings),
            precision(self.when),
            -len({each.claim.source for each in readings}),
            -max((day.latest.toordinal() for day in published if day is not None), default=0),
            min(each.claim.id for each in readings),
        )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every source that says so, with the day it gives where the version knows it better.

        The weightiest first, then the earliest published.
        """
        coarser = {
            each.reading.claim.id: each.when for each in self.statements if each.when != self.when
        }
        return tuple(
            attrs.evolve(each, gives=coarser.get(each.claim or ""))
            for each in cited(each.reading for each in self.statements)
        )

    def event(self, completed_by: Fields | None = None) -> Event:
        """Return the version as an event; `completed_by` fills what the type cannot leave open."""
        fields: dict[str, Any] = {**(completed_by or {}), **self.fields}
        kind = self.statements[0].kind
        return kind(occurred_on=self.when, citations=self.citations, **fields)


def versions(statements: Iterable[Statement]) -> list[Version]:
    """Return the versions that readings of one happening fall into, the one that stands first.

    The finest reading begins a version; a coarser one joins the best of those it agrees with.
    """
    found: list[Version] = []
    for statement in sorted(statements, key=_finest_first):
        candidates = [version for version in found if version.agrees(statement)]
        if candidates:
            min(candidates, key=lambda version: version.rank).join(statement)
        else:
            found.append(Version.of(statement))
    return sorted(found, key=lambda version: version.rank)


def settle(statements: Iterable[Statement], required: tuple[str, ...] = ()) -> Settled:
    """Return one happening as an event with its disputes.

    Versions that differ in a number but not in the day narrow the day together: whatever the
    number was, each source knew of the happening when it wrote.
    """
    first, *others = versions(statements)
    for other in others:
        if first.when.meets(other.when):
            first.when = first.when.narrowed_by(other.when)
    lent = {name: first.fields[name] for name in required if name in first.fields}
    return Settled(first.event(), tuple(other.event(lent) for other in others))


def _finest_first(statement: Statement) -> tuple[object, ...]:
    claim = statement.reading.claim
    return (
        open_days(statement.when),
        -len(statement.fields),
        statement.reading.weighs_last,
        -sum(_digits(value) for value in statement.fields.values()),
        _weight(statement.reading),
        claim.id,
    )


def _weightiest_first(reading: Reading) -> tuple[int, int, str]:
    published = reading.claim.published
    day = published.latest.toordinal() if published is not None else 0
    return reading.claim.authority.rank, day, reading.claim.id


def _weight(reading: Reading) -> int:
    return Authority.PRESS.rank if reading.weighs_last else reading.claim.authority.rank


def _digits(value: object) -> int:
    """Return how many digits a number shows before its closing zeros; 0 for anything else."""
    return len(str(value).rstrip("0")) if type(value) is int else 0


def _same(one: object, other: object) -> bool:
    """Tell whether two values can mean the same; words never contradict each other."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.meets(other)
    if type(one) is int and type(other) is int:
        return one == other or _rounds(one, other) or _rounds(other, one)
    return one == other or (isinstance(one, str) and isinstance(other, str))


def _rounds(number: int, rounded: int) -> bool:
    """Tell whether one number is the other rounded or cut off, to thousands or more."""
    zeros = len(str(rounded)) - len(str(rounded).rstrip("0"))
    if rounded < ROUND_FROM or zeros < ROUND_TO:
        return False
    unit = 10**zeros
    return rounded in {number // unit * unit, (number + unit // 2) // unit * unit}


def _finer(one: object, other: object) -> object:
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.narrowed_by(other)
    return other if _digits(other) > _digits(one) else one
