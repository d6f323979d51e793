"""Article 11: Meetings of States Parties, convened by the Secretary-General."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Final

from ccm_engine.domain.calendar import PartialDate, add_years
from ccm_engine.domain.events import Entry, MeetingHeld, MeetingKind
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, weigh

ART_11_2: Final = Provision.parse("11(2)")
FIRST_MEETING_YEARS: Final = 1  # 11(2)


def held(at: Situation, kind: MeetingKind) -> list[Entry[MeetingHeld]]:
    """Return every meeting of a kind that was held, or part of one, in the order of opening."""
    found = [entry for entry in at.dossier.all(MeetingHeld) if entry.event.kind is kind]
    return sorted(found, key=attrgetter("event.opens_on"))


def first_meeting(at: Situation) -> Iterator[Obligation]:
    """Convene the first meeting within one year of the Convention's entry into force: 11(2)."""
    begins = at.binding.in_force_on
    if begins is None:
        return
    meetings = held(at, MeetingKind.MEETING_OF_STATES_PARTIES)
    due = at.anniversary(add_years(begins, FIRST_MEETING_YEARS))
    yield weigh(
        at,
        Dated(
            provision=ART_11_2,
            suffix="first",
            duty="convene the first Meeting of States Parties (the Secretary-General)",
            treaty_due=due,
            due=PartialDate.on(due),
            discharged=meetings[0] if meetings else None,
            done_in_time=opened_by(meetings, due),
            grounds=(Ground(ART_11_2, f"due {due}: one year later"),),
        ),
    )


def yearly_meetings(at: Situation) -> Iterator[Obligation]:
    """Convene a meeting each calendar year until the first Review Conference: Article 11(2).

    Afterwards meetings are held as the Review Conferences decide (12(2)(b)).
    """
    meetings = held(at, MeetingKind.MEETING_OF_STATES_PARTIES)
    if at.binding.in_force_on is None or not meetings:
        return
    reviews = held(at, MeetingKind.REVIEW_CONFERENCE)
    end = reviews[0].event.opens_on.year if reviews else at.as_of.year + 1
    for year in range(meetings[0].event.opens_on.year + 1, end):
        due = date(year, 12, 31)
        of_year = [each for each in meetings if each.event.opens_on.year == year]
        yield weigh(
            at,
            Dated(
                provision=ART_11_2,
                suffix=str(year),
                duty=f"convene a Meeting of States Parties in {year} (the Secretary-General)",
                treaty_due=due,
                due=PartialDate.on(due),
                discharged=of_year[0] if of_year else None,
                done_in_time=opened_by(of_year, due),
                grounds=(Ground(ART_11_2, f"annually until the first Review Conference: {year}"),),
            ),
        )


def opened_by(meetings: list[Entry[MeetingHeld]], due: date) -> bool:
    """Tell whether the first of these meetings opened in time: that is when it is convened."""
    return bool(meetings) and meetings[0].event.opens_on <= due


RULES: Final = (first_meeting, yearly_meetings)
