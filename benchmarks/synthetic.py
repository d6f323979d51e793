"""Logs of any size that look like the public record: its kinds in its shares, its citations.

The record comes first, as it is. Then it is told again for other states, pass after pass, each
time on other days of the same years: what recurs recurs, and what happens to a state once happens
once. Nothing is left to chance, so that every run measures the same log.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, islice
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate, add_days, days_between
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ContaminationDeclared,
    ContaminationReportedByOthers,
    CoverageStated,
    Disputed,
    Event,
    FocalPointDesignated,
    MunitionsRetained,
    StateEvent,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileReportedByOthers,
    VictimsReported,
    VoluntaryReportSubmitted,
    WithdrawalNotified,
)
from ccm_engine.domain.states import ALL_STATES, StateCode
from ccm_engine.public_record import packaged_events

_RECURRING: Final = (
    AnnualReportSubmitted,
    ContaminationDeclared,
    ContaminationReportedByOthers,
    Disputed,
    FocalPointDesignated,
    MunitionsRetained,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileReportedByOthers,
    VictimsReported,
    VoluntaryReportSubmitted,
)
_STATES_ON: Final = 61  # how far a pass moves each history; no divisor with the 197 states
_DAYS_ON: Final = 37


_CODES: Final = tuple(ALL_STATES)
_PLACES: Final = {code: place for place, code in enumerate(_CODES)}


def synthetic_events(length: int) -> list[Event]:
    """Return the first `length` events of the endless log."""
    return list(islice(_numbered(_endless()), length))


def _endless() -> Iterator[Event]:
    record = packaged_events()
    yield from record
    happened = {(event.stream, *_once(event)) for event in record}
    stories = [event for event in record if _can_be_told_again(event)]
    for told in count(1):
        for event in stories:
            state = _CODES[(_PLACES[StateCode(event.stream)] + _STATES_ON * told) % len(_CODES)]
            once = (state, *_once(event))
            if isinstance(event, _RECURRING) or once not in happened:
                happened.add(once)
                yield _told_again(event, state, told)


def _can_be_told_again(event: Event) -> bool:
    """Tell whether it is one state's, and not what hardly ever happens."""
    return event.stream in _PLACES and not isinstance(event, WithdrawalNotified)


def _once(event: Event) -> tuple[type[Event], str]:
    """Return of what a state has one, unless it recurs."""
    return type(event), event.provision if isinstance(event, CoverageStated) else ""


def _told_again(event: Event, state: StateCode, told: int) -> Event:
    """Return what happened to one state as if it had happened to another, on another day."""
    day = _moved(event.occurred_on, told)
    if isinstance(event, Disputed):
        other = _told_again(event.alternative, state, told)
        return attrs.evolve(event, target=f"{state}#1", occurred_on=day, alternative=other)
    if isinstance(event, CoverageStated):
        return attrs.evolve(event, occurred_on=day, state=state)
    assert isinstance(event, StateEvent)
    return attrs.evolve(event, occurred_on=day, state=state)


def _moved(known: PartialDate, told: int) -> PartialDate:
    """Return another day of the same year; what is known only in part stays as it is."""
    if known.exact is None:
        return known
    first, last = date(known.exact.year, 1, 1), date(known.exact.year, 12, 31)
    days = days_between(first, known.exact) + _DAYS_ON * told
    return PartialDate.on(add_days(first, days % days_between(first, last)))


def _numbered(events: Iterable[Event]) -> Iterator[Event]:
    """Yield the events, with each new dispute about the newest of its state's of that kind."""
    numbers: dict[str, int] = {}
    newest: dict[tuple[str, type[Event]], str] = {}
    for event in events:
        stream = event.stream
        numbers[stream] = numbers.get(stream, 0) + 1
        if isinstance(event, Disputed):
            target = newest.get((stream, type(event.alternative)), event.target)
            yield attrs.evolve(event, target=target)
        else:
            newest[stream, type(event)] = f"{stream}#{numbers[stream]}"
            yield event
