"""What is said later about the record itself: corroborations, disputes, corrections, retractions.

They come last in a history, so that nothing recorded after them depends on what they change.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs
from hypothesis import strategies as st

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    CLEARANCE,
    REPORTS,
    STOCKPILES,
    VICTIMS,
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    Event,
    InstrumentDeposited,
    Retracted,
)
from ccm_engine.testing.dates import LAST_EVENT, moved
from ccm_engine.testing.drafts import happened

_CORRIGIBLE: Final = (*STOCKPILES, *CLEARANCE, *REPORTS, *VICTIMS)
"""What can be told some days later without contradicting anything else of its history."""

_SAID_ON: Final = date(2046, 1, 1)


def _numbered(events: Sequence[Event]) -> list[tuple[str, Event]]:
    """Return each event with the identifier the log gives it."""
    counts: dict[str, int] = {}
    found: list[tuple[str, Event]] = []
    for event in events:
        counts[event.stream] = counts.get(event.stream, 0) + 1
        found.append((f"{event.stream}#{counts[event.stream]}", event))
    return found


def _otherwise(draw: st.DrawFn, event: Event) -> Event:
    """Return the same event some days later."""
    known, days = event.occurred_on, draw(st.integers(0, 40))
    earliest = None if known.earliest is None else moved(known.earliest, days)
    latest = moved(known.latest, days)
    return attrs.evolve(event, occurred_on=PartialDate(earliest, min(latest, LAST_EVENT)))


@st.composite
def afterthoughts(draw: st.DrawFn, events: Sequence[Event]) -> list[Event]:
    """Draw what is said about some of these events, each target spoken of at most once."""
    numbered = _numbered(events)
    numbers = {name.partition("#")[0]: 0 for name, _ in numbered}
    for name, _ in numbered:
        numbers[name.partition("#")[0]] += 1
    chosen = draw(st.lists(st.sampled_from(numbered), max_size=3, unique_by=lambda pair: pair[0]))
    found: list[Event] = []

    def say(kind: type[Event], target: str, /, **fields: object) -> str:
        stream = target.partition("#")[0]
        numbers[stream] += 1
        found.append(happened(kind, _SAID_ON, target=target, **fields))
        return f"{stream}#{numbers[stream]}"

    for name, event in sorted(chosen, key=lambda pair: isinstance(pair[1], InstrumentDeposited)):
        match draw(st.sampled_from(("retracted", "corroborated", "disputed", "corrected"))):
            case "corroborated":
                say(Corroborated, name)
            case "disputed":
                dispute = say(Disputed, name, alternative=_otherwise(draw, event))
                if draw(st.booleans()):
                    upheld = isinstance(event, _CORRIGIBLE) and draw(st.booleans())
                    say(DisputeResolved, dispute, upheld=upheld, reason="weighed")
            case "corrected" if isinstance(event, _CORRIGIBLE):
                say(Corrected, name, replacement=_otherwise(draw, event), reason="misread")
            case _:
                retraction = say(Retracted, name, reason="never happened")
                if draw(st.booleans()):
                    say(Retracted, retraction, reason="it did happen")
    return found
