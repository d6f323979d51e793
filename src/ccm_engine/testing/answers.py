"""What a register answers, in a form that two logs with other identifiers can be compared by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from ccm_engine.domain.events import Event
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.obligations import Obligation
from ccm_engine.testing.under_test import RegisterUnderTest

Answers = Mapping[str, Obligation]


def answers(register: RegisterUnderTest, streams: Iterable[str] | None = None) -> Answers:
    """Return every obligation by its identifier, of all states or of some."""
    named = None if streams is None else set(streams)
    return {
        each.id: each for each in register.obligations() if named is None or each.state in named
    }


def with_names(events: Iterable[Event]) -> list[tuple[str, Event]]:
    """Return events, recorded in this order from the first on, with the names logs give them."""
    counts: dict[str, int] = {}
    found: list[tuple[str, Event]] = []
    for event in events:
        counts[event.stream] = counts.get(event.stream, 0) + 1
        found.append((f"{event.stream}#{counts[event.stream]}", event))
    return found


def anonymous(
    register: RegisterUnderTest, events: Iterable[Event], streams: Iterable[str] | None = None
) -> Answers:
    """Return the same with each event's words in the place of its identifier.

    `events` are what the log holds, in its order.
    """
    words = {
        name: f"{event.stream}, {event.occurred_on}: {in_words(event)}"
        for name, event in with_names(events)
    }
    found = answers(register, streams)
    return {name: _in_words(each, words) for name, each in found.items()}


def _in_words(duty: Obligation, words: Mapping[str, str]) -> Obligation:
    return attrs.evolve(
        duty,
        discharged_by=duty.discharged_by and words[duty.discharged_by],
        extensions=tuple(attrs.evolve(each, event=words[each.event]) for each in duty.extensions),
        grounds=tuple(
            attrs.evolve(each, events=tuple(sorted(words[name] for name in each.events)))
            for each in duty.grounds
        ),
    )


def slug_of(duty: Obligation) -> str:
    """Return the provision in an obligation's identifier: `7.2`."""
    return duty.id.split("/")[1]


def suffix_of(duty: Obligation) -> str:
    """Return what stands after the provision in an obligation's identifier, if anything: `2014`."""
    return duty.id.split("/", 2)[2] if duty.id.count("/") > 1 else ""


def hold(holds: object, violated: str) -> None:
    """Raise `AssertionError` if a law does not hold: a law is violated by us, never by a state."""
    if not holds:
        raise AssertionError(violated)


def same(ours: Answers, theirs: Answers, law: str) -> None:
    """Hold two sets of answers to be the same, naming the first difference."""
    missing = sorted(ours.keys() ^ theirs.keys())
    hold(not missing, f"{law}: only one side answers {', '.join(missing)}")
    for name, duty in ours.items():
        for field in attrs.fields(Obligation):
            one, other = getattr(duty, field.name), getattr(theirs[name], field.name)
            hold(one == other, f"{law}: {name} has {field.name}\n    {one}\n  and {other}")
