"""Read the gathered rows about the machinery: each is told by one source, as a claim is.

Rows of one thing are settled as claims are: those that can all be true make one event with several
citations, whose days narrow each other; what contradicts it becomes a dispute.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final, cast

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Event
from ccm_engine.domain.sources import Citation
from ccm_engine.public_record.claims import Claim, Details, day_of, text_of
from ccm_engine.public_record.sittings import NOT_HELD, Sitting
from ccm_engine.public_record.versions import Settled, open_days

WORDS: Final = frozenset({"title", "subject", "person"})
"""Fields that never contradict each other: the weightiest source's words are kept."""


@attrs.frozen(kw_only=True)
class Fact:
    """One row as an event would have it; `fields` are those it knows.

    `key` tells one thing of its kind from another.
    """

    kind: type[Event]
    key: Hashable
    when: PartialDate
    fields: Mapping[str, object]
    citation: Citation


def in_one_order(rows: Iterable[Details]) -> list[Details]:
    """Return rows in an order that does not depend on the order of their file."""
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))


def told(row: Details) -> Claim:
    """Return a row as a claim without an identifier: who says it, and by when it had happened."""
    source = cast("Details", row["source"])
    return Claim(
        id="",
        kind=str(row["row"]),
        state=None,
        on=day_of(row, "on"),
        details=row,
        title=str(source["title"]),
        url=text_of(source, "url"),
        published=day_of(source, "published"),
        note=text_of(row, "note"),
    )


def source_of(row: Details) -> Citation:
    """Return the source of a row; it has no place among the claims."""
    return attrs.evolve(told(row).citation, claim=None)


def fact(
    row: Details, kind: type[Event], key: Hashable, *, when: PartialDate, **known: object
) -> Fact:
    """Return a row as an event would have it; what is `None` is unknown."""
    fields = {name: value for name, value in known.items() if value is not None}
    return Fact(kind=kind, key=key, when=when, fields=fields, citation=source_of(row))


@attrs.frozen
class Calendar:
    """When the meetings sat, by their short names and by those of their parts.

    One that is only called has no days: nobody knows that it sat.
    """

    days: Mapping[str, PartialDate]
    names: Mapping[str, str]

    @classmethod
    def of(cls, known: Iterable[Sitting]) -> Calendar:
        """Return the calendar of the meetings; for one in parts, the last part's days."""
        days: dict[str, PartialDate] = {}
        names: dict[str, str] = {}
        for each in known:
            sat = PartialDate.between(each.opens_on, each.closes_on)
            names[each.row] = each.meeting
            if each.meeting != NOT_HELD:
                days[each.row] = days[each.meeting] = sat
        return cls(days, names)

    def meeting(self, row: Details, key: str = "meeting") -> str | None:
        """Return the short name of the meeting that a row names, without its part."""
        name = text_of(row, key)
        return None if name is None else self.names.get(name, name)

    def during(self, row: Details, key: str = "meeting") -> PartialDate:
        """Return the days of a row, within those of the meeting it names."""
        when = told(row).when
        sat = self.days.get(text_of(row, key) or "")
        return when.narrowed_by(sat) if sat is not None and sat.meets(when) else when

    def at_close(self, row: Details, key: str) -> PartialDate:
        """Return the last day of the meeting that a row names; its own days where none is known."""
        sat = self.days.get(text_of(row, key) or "")
        return told(row).when if sat is None else PartialDate.on(sat.latest)


def settled(facts: Iterable[Fact]) -> list[Settled]:
    """Return one event for each thing told, with what other sources say instead."""
    groups: dict[Hashable, list[Fact]] = defaultdict(list)
    for each in facts:
        groups[each.kind, each.key].append(each)
    return [_settle(group) for group in groups.values()]


@attrs.define
class _Version:
    kind: type[Event]
    when: PartialDate
    fields: dict[str, object]
    facts: list[Fact]

    def agrees(self, other: Fact) -> bool:
        return self.when.meets(other.when) and all(
            name in WORDS or isinstance(value, tuple) or self.fields.get(name, value) == value
            for name, value in other.fields.items()
        )

    def join(self, other: Fact) -> None:
        self.facts.append(other)
        self.when = self.when.narrowed_by(other.when)
        for name, value in other.fields.items():
            self.fields[name] = _united(self.fields.get(name, value), value)

    def event(self) -> Event:
        fields: dict[str, Any] = self.fields
        citations = {
            attrs.evolve(each.citation, gives=None if each.when == self.when else each.when): None
            for each in sorted(self.facts, key=_weightiest_first)
        }
        return self.kind(occurred_on=self.when, citations=tuple(citations), **fields)


def _settle(group: list[Fact]) -> Settled:
    found: list[_Version] = []
    for each in sorted(group, key=_weightiest_first):
        version = next((version for version in found if version.agrees(each)), None)
        if version is None:
            found.append(_Version(each.kind, each.when, dict(each.fields), [each]))
        else:
            version.join(each)
    first, *others = found
    return Settled(first.event(), tuple(other.event() for other in others))


def _united(one: object, other: object) -> object:
    """Return two lists of states as one; of two other values the first."""
    some, more = _listed(one), _listed(other)
    return one if some is None or more is None else tuple(sorted({*some, *more}))


def _listed(value: object) -> tuple[str, ...] | None:
    return cast("tuple[str, ...]", value) if isinstance(value, tuple) else None


def _weightiest_first(each: Fact) -> tuple[object, ...]:
    citation = each.citation
    return (
        citation.authority.rank,
        -len(each.fields),
        open_days(each.when),
        citation.document,
        citation.url or "",
        citation.note or "",
        str(sorted(each.fields.items(), key=lambda field: field[0])),
    )
