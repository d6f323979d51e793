"""What stands in a log after retractions, corrections and disputes: docs/reference/events.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias, cast

from tests.oracle.dates import Choices, Span, counted, span

Wire: TypeAlias = Mapping[str, Any]
"""One event as JSON."""

NOT_CONTENT = ("type", "occurred_on", "citations")
ABOUT_THE_RECORD = ("corroborated", "disputed", "dispute-resolved", "retracted", "corrected")


@dataclass(frozen=True)
class Fact:
    """One event that stands: in whose place, of what kind, on which days, and what it says."""

    id: str
    number: int
    kind: str
    days: Span
    said: Wire

    def text(self, name: str) -> str | None:
        return cast("str | None", self.said.get(name))

    def number_of(self, name: str) -> int | None:
        return cast("int | None", self.said.get(name))

    def names(self, name: str) -> Sequence[str]:
        return cast("Sequence[str]", self.said.get(name, ()))

    def day(self, name: str) -> date:
        return date.fromisoformat(self.said[name])


def kind_of(wire: Wire) -> str:
    """Take `signed` out of `ccm.signed.v1`."""
    return str(wire["type"]).removeprefix("ccm.").rpartition(".")[0]


def stream_of(wire: Wire) -> str:
    if kind_of(wire) in ABOUT_THE_RECORD:
        return str(wire["target"]).partition("#")[0]
    return str(wire.get("state") or "CCM")


def identified(log: Iterable[Wire]) -> dict[str, Wire]:
    """Give each event its identifier: the stream and the number there."""
    counts: dict[str, int] = {}
    named: dict[str, Wire] = {}
    for wire in log:
        stream = stream_of(wire)
        counts[stream] = counts.get(stream, 0) + 1
        named[f"{stream}#{counts[stream]}"] = wire
    return named


def retracted(named: Mapping[str, Wire]) -> set[str]:
    """Find what counts as never recorded. A retraction may itself be retracted, by a later one."""
    gone: set[str] = set()
    for name, wire in reversed(list(named.items())):
        if kind_of(wire) == "retracted" and name not in gone:
            gone.add(str(wire["target"]))
    return gone


def replaced(named: Mapping[str, Wire], gone: set[str]) -> dict[str, Wire]:
    """Find what was put in the place of which event; the last word recorded counts."""
    instead: dict[str, Wire] = {}
    for name, wire in named.items():
        if name in gone:
            continue
        if kind_of(wire) == "corrected":
            instead[str(wire["target"])] = wire["replacement"]
        if kind_of(wire) == "dispute-resolved" and wire["upheld"]:
            dispute = named[str(wire["target"])]
            if str(wire["target"]) not in gone:
                instead[str(dispute["target"])] = dispute["alternative"]
    return instead


def standing_record(log: Iterable[Wire]) -> list[Fact]:
    """Settle a log: the events that stand, in the order of recording."""
    named = identified(log)
    gone = retracted(named)
    instead = replaced(named, gone)
    facts: list[Fact] = []
    for number, (name, wire) in enumerate(named.items()):
        if name in gone or kind_of(wire) in ABOUT_THE_RECORD:
            continue
        stands = instead.get(name, wire)
        facts.append(Fact(name, number, kind_of(stands), span(stands["occurred_on"]), stands))
    return facts


def happened(facts: Iterable[Fact], as_of: date, choices: Choices) -> list[Fact]:
    """Take what counts by a day, in order: by the last day each can mean, then the first.

    Of one stretch of days, by the name of the event; so the order of recording is no matter.
    """
    by_then = [fact for fact in facts if counted(fact.days, choices) <= as_of]
    return in_order(by_then)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Put events in the order in which they count."""
    given = list(facts)
    names = sorted({name for fact in given for name in fact.said})

    def place(fact: Fact) -> tuple[object, ...]:
        said = [in_content(fact.said.get(name)) for name in names if name not in NOT_CONTENT]
        return fact.days.last, fact.days.first, fact.kind, not fact.days.by, said

    return sorted(given, key=place)


def in_content(value: object) -> list[object]:
    """Put what is absent first, numbers by size, and texts as they are written."""
    if value is None:
        return []
    if isinstance(value, list):
        return [[in_content(each) for each in cast("list[object]", value)]]
    return [value]
