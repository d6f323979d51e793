"""Articles 11 and 12: the line of meetings that decide, and the cycles between their closes.

A cycle runs from the close of one Meeting of States Parties or Review Conference to the close of
the next. A conference in parts is one meeting and closes with its last part, so the conference of
2020 and 2021 made one long cycle.
"""

from __future__ import annotations

from datetime import date

import attrs

from ccm_engine.domain.convention import Convention, Meeting
from ccm_engine.domain.events import MeetingHeld


@attrs.frozen
class Place:
    """A place in the line: a meeting, or so many after the last one called.

    `number` is how many meetings come before it, `None` where the record does not tell. `meeting`
    is its short name, `None` where it has none yet. What is not called comes `ahead` meetings
    after `after` (the beginning of the line, where that is `None`). `closes_on` is its last day,
    held or called for; `None` where that is not known.
    """

    number: int | None
    meeting: str | None
    closes_on: date | None = None
    after: str | None = None
    ahead: int = 0


@attrs.frozen
class Line:
    """The meetings that decide, called or held by a day, in the order of their opening.

    `closed` of them are over, as far as the record knows.
    """

    meetings: tuple[Meeting, ...]
    closes: tuple[date | None, ...]
    closed: int

    @classmethod
    def of(cls, ccm: Convention, as_of: date) -> Line:
        """Return the line as it was known on a day."""
        meetings = ccm.deciding_meetings
        over = [number for number, each in enumerate(meetings) if is_over(ccm, each, as_of)]
        closes = tuple(close_of(ccm, each) for each in meetings)
        return cls(meetings, closes, over[-1] + 1 if over else 0)

    def ahead(self, as_of: date) -> tuple[Meeting, ...]:
        """Return the meetings that are not over, those under way among them.

        Not one whose last day has passed without a word that it was held: none can say that it
        still comes.
        """
        open_still = zip(self.meetings[self.closed :], self.closes[self.closed :], strict=True)
        return tuple(each for each, close in open_still if close is None or as_of <= close)

    @property
    def next(self) -> Place:
        """The first meeting that is not over, called or not."""
        return self.at(self.closed)

    def at(self, number: int) -> Place:
        """Return the place that so many meetings come before."""
        if number < len(self.meetings):
            return Place(number, self.meetings[number].code, self.closes[number])
        after = self.meetings[-1].code if self.meetings else None
        return Place(number, None, after=after, ahead=number - len(self.meetings) + 1)

    def find(self, code: str) -> Place:
        """Return a meeting's place; one without a number, where it was not called by the day."""
        codes = [each.code for each in self.meetings]
        return self.at(codes.index(code)) if code in codes else Place(None, code)

    def is_closed(self, place: Place) -> bool:
        """Tell whether a meeting is over, for all the record knows."""
        return place.number is not None and place.number < self.closed


def close_of(ccm: Convention, meeting: Meeting) -> date | None:
    """Return the last day of a meeting; `None` after a first part, while no other is called."""
    return None if _parts_are_missing(ccm, meeting) else meeting.closes_on


def is_over(ccm: Convention, meeting: Meeting, as_of: date) -> bool:
    """Tell whether a meeting was held to its end by a day."""
    close = close_of(ccm, meeting)
    return meeting.held and close is not None and close <= as_of


def _parts_are_missing(ccm: Convention, meeting: Meeting) -> bool:
    """Tell whether only the first of several parts was held, and no day is known for the rest."""
    held = [
        each.event for each in ccm.common.all(MeetingHeld) if each.event.meeting == meeting.code
    ]
    first_alone = bool(held) and all(each.part == 1 for each in held)
    return first_alone and all(each.closes_on >= meeting.closes_on for each in held)
