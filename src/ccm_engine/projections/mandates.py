"""Who holds which office of the Convention's machinery, and at which meeting each mandate ends."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from ccm_engine.domain.articles.mandate_terms import (
    Term,
    TermStanding,
    coordinator_terms,
    presidency_term,
)
from ccm_engine.domain.articles.meeting_cycles import Line, Place
from ccm_engine.domain.convention import DECIDING
from ccm_engine.domain.events import (
    CoordinatorAppointed,
    Entry,
    MeetingHeld,
    PresidentDesignated,
    Theme,
)
from ccm_engine.errors import UnknownMeetingError
from ccm_engine.projections.view import View


class Office(enum.Enum):
    """What is held; a presidency is named by where it stands on the day."""

    OUTGOING_PRESIDENT = "outgoing-president"
    PRESIDENT = "president"
    PRESIDENT_DESIGNATE = "president-designate"
    COORDINATOR = "coordinator"


CURRENT: Final = frozenset(
    {TermStanding.RUNNING, TermStanding.ENDS_NEXT, TermStanding.UNDETERMINED}
)
"""The standings of a mandate that is held, as far as the record can tell."""


@attrs.frozen(kw_only=True)
class Mandate:
    """An office held by a state, or by a person whose state the record does not name.

    `theme` is what a coordinator looks after, `meeting` what a president presides over. `events`
    prove it.
    """

    office: Office
    state: str | None
    theme: Theme | None = None
    meeting: str | None = None
    person: str | None = None
    term: Term
    standing: TermStanding
    events: tuple[str, ...]

    @property
    def is_current(self) -> bool:
        """Whether it belongs to those who share the work on the day: the committee."""
        return self.standing in CURRENT or self.office in (
            Office.OUTGOING_PRESIDENT,
            Office.PRESIDENT_DESIGNATE,
        )


def mandates(view: View) -> tuple[Mandate, ...]:
    """Return every mandate on record: presidencies by meeting, then coordinators by theme."""
    line = line_of(view)
    found = [*_presidencies(view, line), *_coordinators(view, line)]
    return tuple(found)


def line_of(view: View) -> Line:
    """Return the deciding meetings as they were known on the day."""
    return Line.of(view.point.ccm, view.as_of)


def mandates_ending_at(view: View, meeting: str) -> tuple[Mandate, ...]:
    """Return the mandates that ended at a meeting, or will.

    Raises `UnknownMeetingError` for a meeting that was not called by the day, naming those that
    were.
    """
    line = line_of(view)
    if line.find(meeting).number is None:
        known = ", ".join(each.code for each in line.meetings)
        asked = f"list the mandates that end at the meeting {meeting!r}"
        obstacle = f"no meeting of that name that decides was called by {view.as_of}"
        remedy = f"give one of {known}" if known else "ask for a later day"
        raise UnknownMeetingError(asked, obstacle, remedy)
    return tuple(each for each in mandates(view) if ends_at(each) == meeting)


def ends_at(mandate: Mandate) -> str | None:
    """Return the meeting at which a mandate ends, `None` while it is unknown or not called."""
    return None if mandate.term.ends is None else mandate.term.ends.meeting


def may_end_next(mandate: Mandate, line: Line) -> bool:
    """Tell whether the record leaves open that a mandate ends at the next meeting."""
    if mandate.standing is TermStanding.UNDETERMINED:
        return True
    ends = mandate.term.ends
    open_end = ends is None or ends.number is None
    return mandate.standing is TermStanding.RUNNING and open_end and line.next.meeting is None


def _coordinators(view: View, line: Line) -> Iterator[Mandate]:
    appointed: dict[tuple[Theme, str], list[Entry[CoordinatorAppointed]]] = {}
    for state, entry in view.happened(CoordinatorAppointed):
        appointed.setdefault((entry.event.theme, state), []).append(entry)
    found = [
        Mandate(
            office=Office.COORDINATOR,
            state=state,
            theme=theme,
            term=term,
            standing=term.standing(line, view.as_of),
            events=term.events,
        )
        for (theme, state), entries in appointed.items()
        for term in coordinator_terms(entries, line, view.point.reading)
    ]
    order = list(Theme)
    found.sort(key=lambda each: (order.index(each.theme or order[0]), _begins(each), each.state))
    yield from found


def _begins(mandate: Mandate) -> int:
    since = mandate.term.since
    return -1 if since is None or since.number is None else since.number


def _presidencies(view: View, line: Line) -> Iterator[Mandate]:
    designated: dict[str, dict[str, list[Entry[PresidentDesignated]]]] = {}
    for state, entry in view.happened(PresidentDesignated):
        of_meeting = designated.setdefault(entry.event.meeting, {})
        of_meeting.setdefault(state, []).append(entry)
    presided = _presided(view)
    known = [each.code for each in line.meetings]
    later = [code for code in designated if view.point.ccm.meeting(code) is None]
    for meeting in (*known, *sorted(later)):
        held = presided.get(meeting, [])
        by_state = sorted(designated.get(meeting, {}).items())
        for state, entries in by_state:
            alone = held if len(by_state) == 1 else []
            yield _presidency(view, line, meeting, state, entries, alone)
        if not by_state and held:
            yield _presidency(view, line, meeting, None, (), held)


def _presidency(
    view: View,
    line: Line,
    meeting: str,
    state: str | None,
    designated: Iterable[Entry[PresidentDesignated]],
    presided: Iterable[Entry[MeetingHeld]],
) -> Mandate:
    """Return one presidency; who presided is named before who was designated to."""
    persons = [
        *(each.event.person for each in designated),
        *(each.event.president for each in presided),
    ]
    events = (*(each.id for each in designated), *(each.id for each in presided))
    term = presidency_term(meeting, events, line)
    standing = term.standing(line, view.as_of)
    office = Office.PRESIDENT
    if term.since is not None and not line.is_closed(term.since):
        office = Office.PRESIDENT_DESIGNATE
    elif term.ends is not None and term.ends.number == line.closed - 1:
        office = Office.OUTGOING_PRESIDENT
    return Mandate(
        office=office,
        state=state,
        meeting=meeting,
        person=next((each for each in reversed(persons) if each is not None), None),
        term=term,
        standing=standing,
        events=events,
    )


def _presided(view: View) -> dict[str, list[Entry[MeetingHeld]]]:
    """Return the meetings that decide whose president is named, with what says so."""
    found: dict[str, list[Entry[MeetingHeld]]] = {}
    for entry in view.of_all(MeetingHeld):
        if entry.event.kind in DECIDING and entry.event.president is not None:
            found.setdefault(entry.event.meeting, []).append(entry)
    return found


@attrs.frozen
class MandateRoster:
    """Who holds what on the day; or, where a meeting was asked about, whose mandate ends at it.

    `next` is the next meeting that decides, called or not. `ending` is the meeting asked about.
    """

    next: Place
    ending: Place | None
    mandates: tuple[Mandate, ...]


def mandate_roster(
    view: View, ending: str | None = None, theme: Theme | None = None
) -> MandateRoster:
    """List the mandates held on the day, or those that end at one meeting; of one theme, or all.

    Raises `UnknownMeetingError` for a meeting that was not called by the day.
    """
    line = line_of(view)
    if ending is None:
        found = tuple(each for each in mandates(view) if each.is_current)
    else:
        found = mandates_ending_at(view, ending)
    kept = tuple(each for each in found if theme is None or each.theme is theme)
    return MandateRoster(line.next, None if ending is None else line.find(ending), kept)
