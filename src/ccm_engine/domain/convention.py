"""What concerns all states on a day: the deposits in their order, the meetings. No rule here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.dossier import Dossier, day_counted
from ccm_engine.domain.events import (
    Entry,
    InstrumentDeposited,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
)
from ccm_engine.domain.interpretations import PartialDates

DECIDING: Final = (MeetingKind.MEETING_OF_STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE)
"""The meetings that decide on requests and to which declarations are made."""


@attrs.frozen
class Meeting:
    """A meeting as far as it was known on a day; a conference in parts is one meeting.

    `held` tells whether at least a part of it was held by then; `events` prove its days;
    `openings` are the days on which its parts open, one where it has no parts.
    """

    code: str
    kind: MeetingKind
    opens_on: date
    closes_on: date
    held: bool
    events: tuple[str, ...]
    openings: tuple[date, ...]


@attrs.frozen
class Convention:
    """What had happened by a day that concerns all states.

    `deposits` are in the order of deposit. `meetings` are in the order of their opening.
    """

    deposits: tuple[Entry[InstrumentDeposited], ...]
    meetings: tuple[Meeting, ...]
    common: Dossier

    @classmethod
    def of(
        cls,
        deposits: Iterable[Entry[InstrumentDeposited]],
        common: Dossier,
        partial_dates: PartialDates = PartialDates.LAST_DAY,
    ) -> Convention:
        """Return what the deposits of all states and the common events establish together.

        Deposits of days known in part are put in order by the end that counts: INT-0012.
        """
        in_order = sorted(
            deposits,
            key=lambda entry: (
                day_counted(entry.event.occurred_on, partial_dates),
                entry.event.state,
            ),
        )
        return cls(tuple(in_order), _meetings(common), common)

    @property
    def deciding_meetings(self) -> tuple[Meeting, ...]:
        """The Meetings of States Parties and Review Conferences, by their opening."""
        return tuple(each for each in self.meetings if each.kind in DECIDING)

    def meeting(self, code: str | None) -> Meeting | None:
        """Return a meeting by its short name, if it was known."""
        return next((each for each in self.meetings if each.code == code), None)


def _meetings(common: Dossier) -> tuple[Meeting, ...]:
    known: dict[str, Meeting] = {}
    for entry in common.timeline(MeetingCalled, MeetingMoved, MeetingHeld):
        event = entry.event
        if isinstance(event, MeetingMoved) and (before := known.get(event.meeting)):
            known[event.meeting] = attrs.evolve(
                before,
                opens_on=before.opens_on if before.held else event.opens_on,
                closes_on=event.closes_on,
                events=(*before.events, entry.id),
                openings=_openings(before, event.opens_on),
            )
        elif isinstance(event, MeetingCalled) and event.meeting not in known:
            known[event.meeting] = Meeting(
                event.meeting,
                event.kind,
                event.opens_on,
                event.closes_on,
                held=False,
                events=(entry.id,),
                openings=(event.opens_on,),
            )
        elif isinstance(event, MeetingHeld):
            known[event.meeting] = _held(known.get(event.meeting), event, entry.id)
    return tuple(sorted(known.values(), key=lambda each: (each.opens_on, each.code)))


def _held(before: Meeting | None, event: MeetingHeld, name: str) -> Meeting:
    """Return a meeting after one more of its parts was held; what was held governs its days."""
    if before is None or not before.held:
        earlier = before.events if before else ()
        closes_on = max(event.closes_on, before.closes_on) if before else event.closes_on
        closes_on = event.closes_on if event.part is None else closes_on
        return Meeting(
            event.meeting,
            event.kind,
            event.opens_on,
            closes_on,
            held=True,
            events=(*earlier, name),
            openings=(event.opens_on,),
        )
    return attrs.evolve(
        before,
        opens_on=min(before.opens_on, event.opens_on),
        closes_on=max(before.closes_on, event.closes_on),
        events=(*before.events, name),
        openings=_openings(before, event.opens_on),
    )


def _openings(before: Meeting, opens_on: date) -> tuple[date, ...]:
    """Return the openings of a meeting that was moved, or of which a further part was held."""
    return tuple(sorted({*before.openings, opens_on})) if before.held else (opens_on,)
