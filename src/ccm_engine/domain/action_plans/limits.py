"""By when an action asks for something of one state: its limit, and the day that follows."""

from __future__ import annotations

from datetime import date

import attrs

from ccm_engine.domain.action_plans.plan import (
    Action,
    ByDay,
    ByMeeting,
    MonthsAfterEntryIntoForce,
    NextMeetingAfterCompletion,
)
from ccm_engine.domain.calendar import PartialDate, add_months
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.events import ComplianceDeclared, Entry, Event
from ccm_engine.domain.obligations import Ground, Situation

DatedLimit = MonthsAfterEntryIntoForce | ByMeeting | ByDay
"""The limits that name a day without any further event in the history of the state."""

_ARTICLE: int = 3


@attrs.frozen
class Clock:
    """When something is due, `None` while that is unknown, and why."""

    due: PartialDate | None
    grounds: tuple[Ground, ...]
    meeting: Meeting | None = None


def clock(at: Situation, action: Action, limit: DatedLimit, begins: date) -> Clock:
    """Return when an action is due of a state bound from a day."""
    cited = action.cited
    match limit:
        case MonthsAfterEntryIntoForce(months=months):
            due = at.anniversary(add_months(begins, months, at.reading.month_end))
            return Clock(PartialDate.on(due), (Ground(cited, f"due {due}: {limit}"),))
        case ByDay(day=day):
            return Clock(PartialDate.on(day), (Ground(cited, f"due {limit}"),))
        case ByMeeting(meeting=code):
            if (meeting := at.ccm.meeting(code)) is None:
                return Clock(None, (Ground(cited, f"due {limit}, which is not called yet"),))
            why = f"due {limit}, which opens on {meeting.opens_on}"
            return Clock(PartialDate.on(meeting.opens_on), (Ground(cited, why, meeting.events),))


def after_completion(at: Situation, action: Action, completed: Entry[Event]) -> Clock:
    """Return when completion is to be announced: the opening of the next meeting that decides.

    Completion known in part leaves a stretch of days, from the meeting after its first day.
    """
    when = completed.event.occurred_on
    done = Ground(action.cited, f"destruction completed {when}", (completed.id,))
    following = _next_opening(at, when.latest)
    if following is None:
        why = Ground(action.cited, f"due at {NextMeetingAfterCompletion()}: none is called yet")
        return Clock(None, (done, why))
    opens_on, meeting = following
    soonest = None if when.earliest is None else _next_opening(at, when.earliest)
    due = PartialDate(soonest and soonest[0], opens_on)
    opens = f"the next meeting, the {meeting.code}, opens on {opens_on}"
    return Clock(due, (done, Ground(action.cited, opens, meeting.events)), meeting)


def _next_opening(at: Situation, day: date) -> tuple[date, Meeting] | None:
    openings = (
        (opens_on, meeting)
        for meeting in at.ccm.deciding_meetings
        for opens_on in meeting.openings
        if opens_on >= day
    )
    return min(openings, key=lambda each: each[0], default=None)


def declared_finished(at: Situation, completed: Entry[Event]) -> Entry[ComplianceDeclared] | None:
    """Find the first declaration under Article 3 that was not made before completion."""
    return next(
        (
            entry
            for entry in at.dossier.all(ComplianceDeclared)
            if entry.event.article == _ARTICLE
            and entry.event.occurred_on.latest >= completed.event.occurred_on.first
        ),
        None,
    )


def made_at(meeting: Meeting | None, declared: Entry[ComplianceDeclared] | None) -> bool:
    """Tell whether a declaration was made at a meeting, by its name or by its days."""
    if meeting is None or declared is None:
        return False
    day = declared.event.occurred_on
    return declared.event.meeting == meeting.code or day.latest <= meeting.closes_on
