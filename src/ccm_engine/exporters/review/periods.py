"""The period of a yearly report: from one meeting that decides to the next."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import FIRST_DAY, add_days
from ccm_engine.domain.convention import DECIDING, Meeting
from ccm_engine.domain.events import MeetingKind
from ccm_engine.errors import InvalidValueError, UnknownMeetingError
from ccm_engine.register import Register

_KINDS: Final = {
    MeetingKind.MEETING_OF_STATES_PARTIES: "Meeting of States Parties",
    MeetingKind.REVIEW_CONFERENCE: "Review Conference",
    MeetingKind.PREPARATORY: "a preparatory meeting",
    MeetingKind.INTERSESSIONAL: "an intersessional meeting",
    MeetingKind.AMENDMENT_CONFERENCE: "a conference on amendments",
}
_ORDINALS: Final = (
    *("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"),
    *("Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth"),
    *("Seventeenth", "Eighteenth", "Nineteenth", "Twentieth"),
)


@attrs.frozen
class Period:
    """What a report covers: the days after `since`, up to `until`; and what it is called."""

    title: str
    since: date
    until: date


def review_title(since: date, until: date) -> str:
    """Name a review by the years it covers."""
    years = f"{since.year}" if since.year == until.year else f"{since.year} to {until.year}"
    return f"Review of the Convention on Cluster Munitions, {years}"


def period_of(meeting: str, register: Register) -> Period:
    """Return what a progress report to a meeting covers, as the meetings were known on the day.

    From the close of the deciding meeting before it to the eve of its opening (of its first part),
    or to the register's day where that is earlier: Articles 11 and 12. Before the first meeting
    there was none, and the period begins on the day the Convention was adopted.

    Raises `UnknownMeetingError` for a meeting that was not called by the day, or does not decide,
    and `InvalidValueError` where the period has not begun by the day.
    """
    asked = f"compile a report to {meeting!r} on {register.as_of}"
    meetings = register.point.ccm.deciding_meetings
    codes = [each.code for each in meetings]
    if meeting not in codes:
        remedy = f"name one of {', '.join(codes)}" if codes else "ask for a later day"
        raise UnknownMeetingError(asked, _obstacle(meeting, register), remedy)
    place = codes.index(meeting)
    since = meetings[place - 1].closes_on if place else FIRST_DAY
    eve = add_days(meetings[place].opens_on, -1)
    title = f"Progress report to the {_name(meetings[place])}"
    until = min(eve, register.as_of)
    if until <= since:
        obstacle = f"its period begins after {since}"
        raise InvalidValueError(asked, obstacle, "ask for a later day")
    return Period(title, since, until)


def _obstacle(meeting: str, register: Register) -> str:
    """Say why no report goes to a meeting."""
    found = register.point.ccm.meeting(meeting)
    if found is None or found.kind in DECIDING:
        return "no such meeting was called by that day"
    return f"it is {_KINDS[found.kind]}, and reports go to meetings that decide"


def _name(meeting: Meeting) -> str:
    """Write a meeting's short name out in full, where it is made of a number as they all are."""
    number = "".join(each for each in meeting.code if each.isdecimal())
    if not number or not 0 < int(number) <= len(_ORDINALS):
        return f"{_KINDS[meeting.kind]} {meeting.code}"
    return f"{_ORDINALS[int(number) - 1]} {_KINDS[meeting.kind]} ({meeting.code})"
