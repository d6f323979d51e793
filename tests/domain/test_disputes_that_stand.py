"""Which disputes stand against an event, whatever else is said of it."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Event
from ccm_engine.domain.events import (
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    Entry,
    InstrumentDeposited,
    Retracted,
)
from tests.histories import engine_with, happened, joined, on

DAY: Final = date(2026, 11, 20)


def said(kind: type[Event], target: str, /, **more: object) -> Event:
    return happened(kind, "2016-01-01", target=target, **more)


def deposited(day: str) -> Event:
    *_, event = joined("BGR", day)
    return event


def disputed(day: str) -> Event:
    return said(Disputed, "BGR#2", alternative=deposited(day))


def resolved(target: str, *, upheld: bool) -> Event:
    return said(DisputeResolved, target, upheld=upheld, reason="the status list")


TWO: Final = (disputed("2011-05-06"), disputed("2011-06-06"))


def deposit(*said_of_it: Event) -> Entry[Event]:
    """Return Bulgaria's instrument as it stands after what was said of it."""
    engine = engine_with(joined("BGR", "2011-04-06"), said_of_it)
    (entry,) = engine.on(DAY).point.dossier("BGR").all(InstrumentDeposited)
    return entry


@pytest.mark.parametrize(
    ("further", "day", "standing"),
    [
        ((), "2011-04-06", ("BGR#3", "BGR#4")),
        ((resolved("BGR#3", upheld=False),), "2011-04-06", ("BGR#4",)),
        ((resolved("BGR#4", upheld=False),), "2011-04-06", ("BGR#3",)),
        ((resolved("BGR#4", upheld=True),), "2011-06-06", ("BGR#3",)),
        (
            (resolved("BGR#3", upheld=False), resolved("BGR#4", upheld=True)),
            "2011-06-06",
            (),
        ),
        (
            (said(Corrected, "BGR#2", replacement=deposited("2011-07-06"), reason="misread"),),
            "2011-07-06",
            ("BGR#3", "BGR#4"),
        ),
        ((said(Corroborated, "BGR#2"),), "2011-04-06", ("BGR#3", "BGR#4")),
        ((said(Retracted, "BGR#3", reason="no such source"),), "2011-04-06", ("BGR#4",)),
    ],
)
def test_of_two_disputes_those_stand_that_were_not_resolved_or_retracted(
    further: tuple[Event, ...], day: str, standing: tuple[str, ...]
) -> None:
    entry = deposit(*TWO, *further)
    assert (entry.id, entry.event.occurred_on, entry.disputes) == ("BGR#2", on(day), standing)


def test_where_nobody_disputes_an_event_a_correction_leaves_it_undisputed() -> None:
    corrected = said(Corrected, "BGR#2", replacement=deposited("2011-07-06"), reason="misread")
    entry = deposit(corrected)
    assert (entry.event, entry.disputes) == (deposited("2011-07-06"), ())


def test_what_resolves_a_retracted_dispute_resolves_nothing() -> None:
    entry = deposit(
        *TWO,
        resolved("BGR#3", upheld=True),
        said(Retracted, "BGR#3", reason="no such source"),
    )
    assert (entry.event, entry.disputes) == (deposited("2011-04-06"), ("BGR#4",))
