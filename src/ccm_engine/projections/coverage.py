"""How far the record's sources reach: what an answer rests on, and where it stops."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.events import CONVENTION, FAMILIES, CoverageStated, Entry, Event
from ccm_engine.domain.standpoint import Standpoint

_ABOUT_THE_RECORD: Final = "record"
"""The family of events that speak of the record itself: no theme."""

THEMES: Final = tuple(family for family in FAMILIES if family != _ABOUT_THE_RECORD)
"""The families of events, each a theme of what the record tells."""

_THEME_OF: Final = {kind: theme for theme in THEMES for kind in FAMILIES[theme]}


@attrs.frozen
class Reach:
    """One theme: how many events and states it rests on, and the latest source that speaks of it.

    Events that concern all states are among the `events`, and of no state. `sources_until` is
    `None` where no source shows its day.
    """

    events: int
    states: int
    sources_until: date | None


@attrs.frozen
class Limit:
    """A provision of which the record says from when and how far its sources tell."""

    provision: str
    state: str | None
    reaches: date | None
    since: date | None = None


@attrs.frozen
class Coverage:
    """How far the record reaches, by theme, and the limits it states for all states."""

    themes: Mapping[str, Reach]
    limits: tuple[Limit, ...]


def coverage(point: Standpoint) -> Coverage:
    """Measure how far the sources of the events that count on the day reach."""
    told: dict[str, list[Entry[Event]]] = {theme: [] for theme in THEMES}
    for dossier in map(point.dossier, (CONVENTION, *point.states)):
        for kind in dossier.kinds:
            if theme := _THEME_OF.get(kind):
                told[theme] += dossier.all(kind)
    themes = {theme: _reach(entries) for theme, entries in told.items()}
    stated = point.history.chronicle(CONVENTION).entries
    return Coverage(themes, tuple(_limits(stated)))


def _reach(entries: list[Entry[Event]]) -> Reach:
    published = [
        citation.published.latest
        for entry in entries
        for citation in entry.event.citations
        if citation.published is not None
    ]
    states = {entry.event.stream for entry in entries} - {CONVENTION}
    return Reach(len(entries), len(states), max(published, default=None))


def _limits(entries: Iterable[Entry[Event]]) -> list[Limit]:
    return [
        Limit(event.provision, event.state, event.reaches, event.since)
        for event in (entry.event for entry in entries)
        if isinstance(event, CoverageStated)
    ]
