"""Article 12: Review Conferences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ccm_engine.domain.articles.article_11_meetings import held, opened_by
from ccm_engine.domain.calendar import PartialDate, add_years
from ccm_engine.domain.events import Entry, MeetingKind
from ccm_engine.domain.interpretations import FiveYears
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, weigh

ART_12_1: Final = Provision.parse("12(1)")
INTERVAL_YEARS: Final = 5  # 12(1)


def first_review_conference(at: Situation) -> Iterator[Obligation]:
    """Convene the first Review Conference five years after entry into force: Article 12(1).

    In time if it is held in the calendar year of that day (INT-0017). Later ones are convened
    only on request, so no duty arises without one.
    """
    begins = at.binding.in_force_on
    if begins is None:
        return
    conferences = held(at, MeetingKind.REVIEW_CONFERENCE)
    anniversary = add_years(begins, INTERVAL_YEARS)
    to_the_day = at.reading.five_years is FiveYears.TO_THE_DAY
    due = at.anniversary(anniversary) if to_the_day else date(anniversary.year, 12, 31)
    why = f"{INTERVAL_YEARS} years later, {anniversary}: due {due} (INT-0017)"
    yield weigh(
        at,
        Dated(
            provision=ART_12_1,
            suffix="first",
            duty="convene the first Review Conference (the Secretary-General)",
            treaty_due=at.anniversary(anniversary),
            due=PartialDate.on(due),
            discharged=Entry(conferences[0].id, conferences[0].event) if conferences else None,
            done_in_time=opened_by(conferences, due),
            grounds=(Ground(ART_12_1, why),),
        ),
    )


def earliest_next_review(opened_on: date) -> date:
    """Compute the first day another Review Conference may open: five years on: 12(1)."""
    return add_years(opened_on, INTERVAL_YEARS)


RULES: Final = (first_review_conference,)
