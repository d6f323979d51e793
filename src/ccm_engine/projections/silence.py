"""What silence proves: whether nothing on record means that nothing happened.

Here, and nowhere else, a projection asks how far sources reach on a day: `known_until`, and for
what no obligation weighs, `silence_tells` and `look`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs

from ccm_engine.domain.calendar import LAST_DAY
from ccm_engine.domain.events import CONVENTION, CoverageStated, Entry, Event
from ccm_engine.domain.provisions import Cited
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Events


@attrs.frozen
class Known:
    """On which days silence on a provision means that nothing had happened.

    Up to `until`, which is `LAST_DAY` where nothing limits it and `None` where the record was not
    gathered for the provision at all, and from `since`, `None` for the beginning; `events` are
    the statements that say so.
    """

    until: date | None
    events: Events = ()
    since: date | None = None

    def reaches(self, day: date) -> bool:
        """Tell whether the sources tell of all that had happened by a day."""
        return self.until is not None and (self.since or day) <= day <= self.until


def known_until(point: Standpoint, provision: Cited, state: str) -> Known:
    """Return how far the sources reach for a provision and a state.

    What is stated of the state goes before what is stated of all; the last statement counts. Where
    only sources that had appeared by a day were asked, they reach no further.
    """
    known = Known(LAST_DAY)
    for stream in (state, CONVENTION):
        if last := point.dossier(stream).coverage.get(provision):
            known = Known(last.event.reaches, (last.id,), last.event.since)
            break
    asked = point.history.published_by
    if asked is not None and known.reaches(asked):
        return attrs.evolve(known, until=asked)
    return known


def silence_tells(point: Standpoint, provision: Cited, state: str, day: date) -> bool:
    """Tell whether silence on a provision by a day means that nothing happened.

    A log that states no limit is complete. One that states limits, but none for the provision,
    does not say how far it reaches there; then silence tells nothing. Obligations read that
    otherwise (a duty with no limit stated falls overdue); this is for what none of them weighs.
    """
    known = known_until(point, provision, state)
    says = bool(known.events) or not _states_limits(point)
    return says and known.reaches(day)


def _states_limits(point: Standpoint) -> bool:
    streams = (CONVENTION, *point.states)
    return any(point.dossier(each).first(CoverageStated) for each in streams)


@attrs.frozen
class Look:
    """Whether something happened, and the events that tell so or leave it open."""

    certainty: Certainty
    events: Events = ()


def look(point: Standpoint, state: str, provision: Cited, wanted: Callable[[Event], bool]) -> Look:
    """Look for events of one state that had happened by the day: found, nothing, or unknown.

    Unknown where an event of a day known only in part may have happened by then, and where
    silence tells nothing.
    """
    begun = [each for each in point.history.chronicle(state).entries if _begun(each, point.as_of)]
    events = [each for each in begun if wanted(each.event)]
    found = tuple(each.id for each in events if point.has_happened(each.event.occurred_on))
    if found:
        return Look(Certainty.YES, found)
    if events:
        return Look(Certainty.UNKNOWN, tuple(each.id for each in events))
    if silence_tells(point, provision, state, point.as_of):
        return Look(Certainty.NO)
    return Look(Certainty.UNKNOWN, known_until(point, provision, state).events)


def _begun(entry: Entry[Event], day: date) -> bool:
    """Tell whether something may have happened by a day, as far as its own day is known."""
    return entry.event.occurred_on.first <= day
