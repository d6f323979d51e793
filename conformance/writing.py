"""How cases are written: events in their wire form, a question, and what must come out.

A case says what the rules say must come out; `answering` computes the whole answer, and refuses to
freeze one that says otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

import attrs

from ccm_engine import Event
from ccm_engine.storage.codec import decode

Json = dict[str, Any]
"""An object as JSON has it."""

Given = dict[str, object]
"""What a case is given by name: `cites`, `reading`, a clock, and what it expects."""

CITED: Final = [
    {"document": "a case", "publisher": "conformance vectors", "authority": "united-nations"}
]
"""What every event of a case cites, where nothing hangs on the source."""

PRACTICE: Final[Mapping[str, str]] = {}
"""The reading that makes no choice of its own."""

FOUNDERS: Final = "thirty-founders"
"""Thirty accessions on 16 February 2010: the Convention is in force on 1 August 2010."""

_FOUNDING_STATES: Final = (
    "BHR BGD BRB BRN BTN DMA ERI EST FSM GAB GEO GNQ JOR KGZ KIR KWT MHL MNG MYS NPL OMN PNG QAT "
    "SLB SGP SUR TJK TLS TON TUV"
)
"""States that never joined, so that no case speaks of one; that they accede is fiction."""


@attrs.frozen(kw_only=True)
class Case:
    """One case: what was recorded, what is asked, and what the rules say must come out."""

    id: str
    title: str
    provisions: tuple[str, ...]
    reading: Mapping[str, str]
    before: tuple[str, ...]
    events: tuple[Json, ...]
    question: Json
    expected: Mapping[str, object]


@attrs.frozen
class Group:
    """The cases of one file, and the histories that several of them begin with."""

    name: str
    cases: tuple[Case, ...]
    common: Mapping[str, tuple[Json, ...]]


def happened(kind: str, occurred_on: str, /, **fields: object) -> Json:
    """Write an event of any kind, by its stored name without `ccm.` and `.v1`."""
    event = {"type": f"ccm.{kind}.v1", "occurred_on": occurred_on, "citations": CITED}
    return {**event, **fields}


def read(event: Json) -> Event:
    """Return what a wire form says; whatever reading it raises, is raised."""
    return decode(json.dumps(event).encode())


def acceded(state: str, day: str) -> Json:
    """Deposit an instrument of accession."""
    return happened("instrument-deposited", day, state=state, instrument="accession")


def ratified(state: str, day: str, *, signed_on: str = "2008-12-03") -> tuple[Json, ...]:
    """Sign, and deposit an instrument of ratification."""
    return (
        happened("signed", signed_on, state=state),
        happened("instrument-deposited", day, state=state, instrument="ratification"),
    )


def founders() -> Mapping[str, tuple[Json, ...]]:
    """Return the common history that brings the Convention into force, by its name."""
    states = _FOUNDING_STATES.split()
    return {FOUNDERS: tuple(acceded(state, "2010-02-16") for state in states)}


def meeting(name: str, opens_on: str, closes_on: str, *, called_on: str | None = None) -> Json:
    """Hold a meeting, or call it on a day; a name that ends in `RC` is a Review Conference's."""
    review = name.endswith("RC")
    fields = {
        "meeting": name,
        "kind": "review-conference" if review else "meeting-of-states-parties",
        "opens_on": opens_on,
        "closes_on": closes_on,
    }
    if called_on is None:
        return happened("meeting-held", closes_on, **fields)
    return happened("meeting-called", called_on, **fields)


def group(name: str, *parts: Iterable[Case]) -> Group:
    """Gather cases in one file; each identifier gets the name of the group before it."""
    cases = [attrs.evolve(each, id=f"{name}/{each.id}") for part in parts for each in part]
    none: Mapping[str, tuple[Json, ...]] = {}
    common = founders() if any(each.before for each in cases) else none
    return Group(name, tuple(cases), common)


def dated(
    rule: str,
    table: Iterable[tuple[str, str, Json, str | None]],
    *,
    cites: str,
    reading: Mapping[str, str] = PRACTICE,
) -> list[Case]:
    """Ask one date rule for several days: rows of name, title, arguments and the day expected."""
    return [
        Case(
            id=name,
            title=title,
            provisions=tuple(cites.split()),
            reading=reading,
            before=(),
            events=(),
            question={"ask": "date", "rule": rule, **arguments},
            expected={"date": day},
        )
        for name, title, arguments, day in table
    ]


@attrs.frozen
class History:
    """Events that several questions are asked about, and the provision most of them are on."""

    cites: str
    events: tuple[Json, ...]
    before: tuple[str, ...] = (FOUNDERS,)

    def and_then(self, *events: Json) -> History:
        """Return this history with more events after it."""
        return attrs.evolve(self, events=(*self.events, *events))

    def owes(self, name: str, title: str, asked: str, /, **more: object) -> Case:
        """Ask for one obligation: `asked` is its identifier and the day, with a blank between."""
        obligation, as_of = asked.split()
        return self._asked(name, title, {"ask": "obligation", "id": obligation}, as_of, more)

    def binds(self, name: str, title: str, asked: str, /, **more: object) -> Case:
        """Ask since when a state is bound: `asked` is its code and the day."""
        state, as_of = asked.split()
        return self._asked(name, title, {"ask": "binding", "state": state}, as_of, more)

    def amends(self, name: str, title: str, asked: str, /, **more: object) -> Case:
        """Ask what became of an amendment: `asked` is its short name and the day."""
        amendment, as_of = asked.split()
        question = {"ask": "amendment", "amendment": amendment}
        return self._asked(name, title, question, as_of, more)

    def records(self, name: str, title: str, event: Json, /, **more: object) -> Case:
        """Ask whether one more event is recorded, or which error refuses it."""
        whole = self.and_then(event)
        return whole._case(name, title, {"ask": "record"}, more)  # noqa: SLF001  # its own kind

    def _asked(self, name: str, title: str, question: Json, as_of: str, more: Given) -> Case:
        clocks: Given = {key: more.pop(key) for key in ("known_at", "published_by") if key in more}
        return self._case(name, title, question | {"as_of": as_of} | clocks, more)

    def _case(self, name: str, title: str, question: Json, more: Given) -> Case:
        """Take what is given beside the question apart: what is cited, how read, and expected."""
        return Case(
            id=name,
            title=title,
            provisions=tuple(str(more.pop("cites", self.cites)).split()),
            reading=cast("Mapping[str, str]", more.pop("reading", PRACTICE)),
            before=self.before,
            events=self.events,
            question=question,
            expected=more,
        )
