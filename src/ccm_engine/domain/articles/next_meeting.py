"""Article 4(1)(c): the next meeting after something was finished, and what is declared to it.

Action plans ask the same of those who destroyed their stocks.
"""

from __future__ import annotations

from datetime import date

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.events import ComplianceDeclared, Entry, Event
from ccm_engine.domain.obligations import Ground, Situation
from ccm_engine.domain.provisions import Cited


@attrs.frozen
class NextMeeting:
    """The next meeting that decides, on the day of completion or later.

    `opens` is the day of its opening, a stretch of days where completion is known in part; it and
    `meeting`, the last it can be, are `None` while none is called. `soonest` is the first it can
    be, `None` also where completion is known only "by" a day.
    """

    opens: PartialDate | None
    meeting: Meeting | None
    soonest: Meeting | None
    grounds: tuple[Ground, ...]

    def heard(self, declared: Entry[ComplianceDeclared] | None) -> bool:
        """Tell whether a declaration was made at the meeting, by its name or by its last day."""
        if self.soonest is None or declared is None:
            return False
        by_name = declared.event.meeting == self.soonest.code
        return by_name or declared.event.occurred_on.latest <= self.soonest.closes_on

    def perhaps_heard(self, declared: Entry[ComplianceDeclared] | None) -> bool:
        """Tell whether a declaration may have been made at the meeting, if it was the last."""
        if self.meeting is None or declared is None:
            return False
        by_name = declared.event.meeting == self.meeting.code
        return by_name or declared.event.occurred_on.first <= self.meeting.closes_on


def next_meeting(at: Situation, completed: Entry[Event], cited: Cited) -> NextMeeting:
    """Return the next meeting after a completion, with the ground that names it.

    A conference in parts opens with each of them. Completion known in part leaves a stretch of
    days, from the meeting after its first day to the one after its last.
    """
    when = at.anchor(completed.event.occurred_on)
    following = _next_opening(at, when.latest)
    if following is None:
        return NextMeeting(None, None, None, (Ground(cited, "no next meeting is called yet"),))
    opens_on, meeting = following
    first = None if when.earliest is None else _next_opening(at, when.earliest)
    said = f"the next meeting, the {meeting.code}, opens on {opens_on}"
    known = (first[1], meeting) if first else (meeting,)
    why = Ground(cited, said, tuple(dict.fromkeys(e for each in known for e in each.events)))
    opens = PartialDate(first and first[0], opens_on)
    return NextMeeting(opens, meeting, first and first[1], (why,))


def _next_opening(at: Situation, day: date) -> tuple[date, Meeting] | None:
    openings = (
        (opens_on, meeting)
        for meeting in at.ccm.deciding_meetings
        for opens_on in meeting.openings
        if opens_on >= day
    )
    return min(openings, key=lambda each: each[0], default=None)


def declared_after(
    at: Situation, completed: Entry[Event], article: int, conflict: str | None = None
) -> Entry[ComplianceDeclared] | None:
    """Find the first declaration under an article that was not made before completion."""
    for entry in at.dossier.all(ComplianceDeclared):
        about = (entry.event.article, entry.event.conflict) == (article, conflict)
        if about and entry.event.occurred_on.latest >= completed.event.occurred_on.first:
            return entry
    return None
