"""What is said later about the record itself: corroborations, disputes, corrections, retractions.

They come last in a history, so that nothing recorded after them depends on what they change.
"""

from __future__ import annotations

from collections import Counter
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
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.testing.answers import with_names
from ccm_engine.testing.dates import LAST_EVENT, moved
from ccm_engine.testing.drafts import happened

_CORRIGIBLE: Final = (*STOCKPILES, *CLEARANCE, *REPORTS, *VICTIMS)
"""What can be told some days later without contradicting anything else of its history."""

_SAID_ON: Final = date(2046, 1, 1)


def _otherwise(draw: st.DrawFn, event: Event) -> Event:
    """Return the same event some days later."""
    known, days = event.occurred_on, draw(st.integers(0, 40))
    earliest = None if known.earliest is None else moved(known.earliest, days)
    latest = moved(known.latest, days)
    return attrs.evolve(event, occurred_on=PartialDate(earliest, min(latest, LAST_EVENT)))


@st.composite
def afterthoughts(draw: st.DrawFn, events: Sequence[Event], marked: Sequence[Event]) -> list[Event]:
    """Draw what is said about the events marked, three at most, or about one of all."""
    numbered = with_names(events)
    numbers = Counter(event.stream for event in events)
    places = {id(event) for event in marked}
    chosen = [pair for pair in numbered if id(pair[1]) in places][:3]
    if not chosen and draw(st.integers(0, 3)) == 1:
        chosen = [draw(st.sampled_from(numbered))]
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


@st.composite
def disagreements(
    draw: st.DrawFn, events: Sequence[Event], state: str
) -> tuple[list[Event], list[Event]]:
    """Draw what sources say otherwise of one state: its deposit's day, and what it declared.

    Returns the events, with a declaration if there was none, and what is said about them.
    """
    plain = list(events)
    deposit = next(
        each for each in plain if isinstance(each, InstrumentDeposited) and each.stream == state
    )
    declared = happened(VictimsReported, deposit.occurred_on.latest, state=state)
    plain.insert(plain.index(deposit) + 1, declared)
    names = {id(event): name for name, event in with_names(plain)}
    number = sum(each.stream == state for each in plain)
    later = moved(declared.occurred_on.latest, draw(st.integers(1, 40)))
    upheld, resolved = draw(st.booleans()), draw(st.booleans())
    said = [
        happened(
            Disputed,
            _SAID_ON,
            target=names[id(deposit)],
            alternative=attrs.evolve(deposit, occurred_on=PartialDate.on(later)),
        ),
        happened(
            Disputed,
            _SAID_ON,
            target=names[id(declared)],
            alternative=happened(VictimsAbsenceDeclared, later, state=state),
        ),
    ]
    target = f"{state}#{number + 2}"
    resolution = happened(DisputeResolved, _SAID_ON, target=target, upheld=upheld, reason="weighed")
    return plain, [*said, resolution] if resolved else said
