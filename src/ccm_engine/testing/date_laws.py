"""Laws of dates: every day is an anchor and a period, and what is in time of days known in part."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import Final

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    CONVENTION,
    ClarificationRequested,
    HostilitiesEnded,
)
from ccm_engine.domain.obligations import Nature, Obligation, Standing, Timeliness
from ccm_engine.domain.weighing import timeliness_of
from ccm_engine.testing.answers import hold, slug_of, suffix_of
from ccm_engine.testing.histories import History
from ccm_engine.testing.reckoning import (
    bound_from,
    days_after,
    deposit_days,
    months_after,
    sixth_month,
    thirtieth,
    told,
)
from ccm_engine.testing.under_test import MakeEngine, recorded_by

_OTHER_DAYS: Final = frozenset({8, 12, 14})
"""Articles whose running day may be another than the treaty's: of 14(1) it is an invoice's."""

_HEARD: Final = frozenset({"4.1c", "11.2", "12.1"})
"""Duties fulfilled in time at a meeting, whatever the day on which it closed."""


def every_date_is_its_anchor_and_a_period(make: MakeEngine, history: History, day: date) -> None:
    """Hold that the treaty's day is the anchor plus the period, as `reckoning` has them.

    3(2): eight years; 4(1)(a) and (b): ten; 7(1): 180 days; 7(2), 3(8): 30 April; 8(2): 28 days;
    11(2), 12(1): one and five years, and each year until the first Review Conference.
    """
    register = recorded_by(make, history.events).on(day)
    for duty in register.obligations():
        if duty.nature is not Nature.DATED or duty.standing is Standing.CEASED:
            continue
        begins = _begins(history, duty.state, day)
        reckoned = _reckoned(history, duty, begins)
        said = f"{duty.id} is due on {reckoned} by the treaty; the engine says {duty.treaty_due}"
        hold(reckoned == duty.treaty_due or reckoned is None, said)
        unextended = not duty.extensions and duty.provision.article not in _OTHER_DAYS
        exact = duty.due is not None and duty.due.exact is not None
        if unextended and exact:
            hold(duty.due == PartialDate.on(duty.treaty_due or day), f"{duty.id}: due {duty.due}")


def _begins(history: History, state: str, day: date) -> date | None:
    if state != CONVENTION:
        return bound_from(state, history.plain, day)
    known = thirtieth(each for each in deposit_days(history.plain) if each <= day)
    return None if known is None else sixth_month(known)


def _reckoned(history: History, duty: Obligation, begins: date | None) -> date | None:
    """Return the treaty's day for a duty, `None` where this law has nothing to say."""
    provision, suffix = slug_of(duty), suffix_of(duty)
    if provision == "8.2":
        asked = told(history.plain, duty.state, date.max, ClarificationRequested)
        when = next(each.occurred_on.latest for each in asked if each.request == suffix)
        return days_after(when, 28)
    if provision in {"7.2", "3.8"}:
        return date(int(suffix) + 1, 4, 30)
    if provision == "11.2" and suffix != "first":
        return date(int(suffix), 12, 31)
    if provision == "4.1b":
        ended = told(history.plain, duty.state, date.max, HostilitiesEnded)
        return months_after(ended[0].occurred_on.latest, 120)  # a life has one conflict
    if begins is None:
        return None
    if provision == "7.1":
        return days_after(begins, 180)
    years = {"3.2": 8, "4.1a": 10, "11.2": 1, "12.1": 5}.get(provision)
    return None if years is None else _years_after(begins, years)


def _years_after(anchor: date, years: int) -> date:
    lacks_the_day = (anchor.month, anchor.day) == (2, 29) and not isleap(anchor.year + years)
    return anchor.replace(year=anchor.year + years, day=28 if lacks_the_day else anchor.day)


def what_is_late_is_counted_in_days(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a duty fulfilled is on time up to its due day, and late by the days after it.

    Where days are known in part, on time or late is said only where it is so whichever days were
    meant (INT-0012). Left out is what is fulfilled at a meeting: 4(1)(c), 11(2), 12(1).
    """
    register = recorded_by(make, history.events).on(day)
    for duty in register.obligations():
        if duty.due is None or duty.discharged_on is None or slug_of(duty) in _HEARD:
            continue
        expected = _timeliness(duty.due, duty.discharged_on)
        said = f"{duty.id}, due {duty.due} and fulfilled {duty.discharged_on}"
        hold(duty.timeliness is expected, f"{said}, is {duty.timeliness}")
        days = duty.discharged_on.latest.toordinal() - duty.due.latest.toordinal()
        exact = duty.due.exact is not None and duty.discharged_on.exact is not None
        if exact and expected is Timeliness.LATE:
            hold(duty.days_late == days, f"{said}, is {duty.days_late} days late, not {days}")


def _timeliness(due: PartialDate, discharged_on: PartialDate) -> Timeliness:
    if discharged_on.latest <= due.first:
        return Timeliness.ON_TIME
    if discharged_on.certainly_after(due.latest):
        return Timeliness.LATE
    return Timeliness.UNDETERMINED


def timeliness_is_of_every_day_meant(due: PartialDate, discharged_on: PartialDate) -> None:
    """Hold that on time or late is said only where it is so whichever days were meant."""
    timeliness, exact, span = timeliness_of(due, discharged_on)
    expected = _timeliness(due, discharged_on)
    hold(timeliness is expected, f"due {due}, discharged {discharged_on}: {timeliness}")
    least = discharged_on.first.toordinal() - due.latest.toordinal()
    if span is not None:
        hold(span[0] == least and span[0] <= span[1], f"{span} is not from {least} on")
        hold(exact == (least if span[0] == span[1] else None), f"{exact} is not of {span}")
