"""The engine's date rules, each asked for one day, with nothing else on record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final, TypeVar

from ccm_engine import Event, Interpretation, Obligation
from ccm_engine.domain.articles import article_17_entry_into_force as article_17
from ccm_engine.domain.articles.article_13_amendments import last_day_to_support
from ccm_engine.domain.articles.article_20_withdrawal import withdrawal_effect
from ccm_engine.domain.articles.extension_chain import last_day_to_file
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.convention import Convention, Meeting
from ccm_engine.domain.dossier import Chronicle, Dossier
from ccm_engine.domain.events import (
    Entry,
    Instrument,
    InstrumentDeposited,
    MeetingKind,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import PartialDates
from ccm_engine.domain.obligations import Binding, Situation
from tests.histories import happened
from tests.oracle.dates import Choices

FIRST: Final = date(2008, 1, 1)
LAST: Final = date(2060, 12, 31)
EVERY_DAY: Final = tuple(FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
EVERY_FIRST: Final = tuple(day for day in EVERY_DAY if day.day == 1)
"""The days on which a computed entry into force can fall."""

STATE: Final = "BGR"
ASKED: Final = date(2100, 12, 31)
NOBODY: Final = Dossier("CCM", {})
ALONE: Final = Convention((), (), NOBODY)

E = TypeVar("E", bound=Event)
Rule = Callable[[Situation], Iterator[Obligation]]


@cache
def _reading(choices: tuple[tuple[str, str], ...]) -> Interpretation:
    return Interpretation.choosing(dict(choices))


def reading(choices: Choices) -> Interpretation:
    return _reading(tuple(choices.items()))


def told(event: E) -> Entry[E]:
    return Entry(f"{STATE}#1", event)


def owed(rule: Rule, choices: Choices, since: date, *events: Event) -> Obligation:
    """Ask one rule about a state bound since a day, of which only these events are known."""
    dossier = Dossier(STATE, {})
    if events:
        entries = [told(event) for event in events]
        dossier = Chronicle.of(STATE, entries).on(ASKED, PartialDates.LAST_DAY)
    binding = Binding(None, since)
    return next(rule(Situation(dossier, ALONE, ASKED, reading(choices), ASKED, binding)))


def due(rule: Rule, choices: Choices, since: date, *events: Event) -> date | None:
    """Return the last day of a duty."""
    found = owed(rule, choices, since, *events).due
    return None if found is None else found.latest


def deposited(day: date) -> Entry[InstrumentDeposited]:
    kind = Instrument.RATIFICATION
    return told(happened(InstrumentDeposited, day.isoformat(), STATE, instrument=kind))


def convention_in_force(day: date, choices: Choices) -> date | None:
    """Ask when the Convention is in force if the thirtieth instrument came on a day."""
    thirty = Convention((deposited(day),) * 30, (), NOBODY)
    return article_17.convention_in_force_on(thirty, reading(choices))


THIRTY_BEFORE: Final = Convention((deposited(date(2007, 12, 31)),) * 30, (), NOBODY)


def in_force(day: date, choices: Choices) -> date | None:
    """Ask since when a later state is bound that deposits on a day."""
    own = deposited(day)
    return article_17.in_force_on(own, Dossier(STATE, {}), THIRTY_BEFORE, reading(choices))[0]


def out_of_force(day: date, choices: Choices) -> date | None:
    """Ask when a withdrawal takes effect that is notified on a day."""
    notice = told(happened(WithdrawalNotified, day.isoformat(), STATE))
    return withdrawal_effect(notice, Dossier(STATE, {}), reading(choices))[0]


def to_file_by(day: date, choices: Choices) -> date:
    """Ask for the last day to file a request to a meeting that opens on a day."""
    kind = MeetingKind.MEETING_OF_STATES_PARTIES
    meeting = Meeting("9MSP", kind, day, day, held=False, events=(), openings=(day,))
    return last_day_to_file(meeting, reading(choices))


def to_support_by(day: date) -> date:
    """Ask for the last day to support an amendment that is circulated on a day."""
    return last_day_to_support(PartialDate.on(day)).latest
