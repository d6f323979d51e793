"""By when an action asks for something of one state: its limit, and the day that follows."""

from __future__ import annotations

from datetime import date

import attrs

from ccm_engine.domain.action_plans.plan import (
    Action,
    ByDay,
    ByMeeting,
    MonthsAfterEntryIntoForce,
)
from ccm_engine.domain.calendar import PartialDate, add_months
from ccm_engine.domain.obligations import Ground, Situation

DatedLimit = MonthsAfterEntryIntoForce | ByMeeting | ByDay
"""The limits that name a day without any further event in the history of the state."""


@attrs.frozen
class Clock:
    """When something is due, `None` while that is unknown, and why."""

    due: PartialDate | None
    grounds: tuple[Ground, ...]


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
