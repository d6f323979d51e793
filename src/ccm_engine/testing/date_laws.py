"""Laws of dates: every day is an anchor and a period, and no extension takes any away."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    CONVENTION,
    ArmedConflictBegun,
    ClarificationRequested,
    HostilitiesEnded,
    InstrumentDeposited,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.interpretations import PRACTICE, Interpretation, PartialDates
from ccm_engine.domain.obligations import Nature, Obligation, Standing, Timeliness
from ccm_engine.domain.weighing import timeliness_of
from ccm_engine.testing.answers import hold, slug_of, suffix_of
from ccm_engine.testing.histories import History
from ccm_engine.testing.reckoning import bound_from, days_after, months_after

FIRST_DAY: Final = attrs.evolve(PRACTICE, partial_dates=PartialDates.FIRST_DAY)
_OVERDUE: Final = frozenset({Standing.OVERDUE, Standing.OVERDUE_REQUEST_PENDING})


def entry_into_force_is_the_sixth_month(history: History, day: date) -> None:
    """Hold that a state is bound from the first day of the sixth month after deposit: Article 17.

    The thirtieth deposit binds all before it; counted from the last day that days known in part
    can mean, and by the other reading from the first (INT-0012).
    """
    for reading, first in ((PRACTICE, False), (FIRST_DAY, True)):
        register = history.engine().on(day, reading=reading)
        for state in history.states:
            binding = register.point.binding(state)
            reckoned = bound_from(state, history.plain, day, first_day=first)
            how = reading.partial_dates.value
            said = f"{state} is bound from {reckoned} on {day}, counting from the {how}"
            hold(binding.in_force_on == reckoned, f"{said}; the engine says {binding.in_force_on}")


def every_date_is_its_anchor_and_a_period(history: History, day: date) -> None:
    """Hold that the treaty's day is the anchor plus the period, as `reckoning` has them.

    3(2): eight years; 4(1)(a) and (b): ten; 7(1): 180 days; 7(2), 3(8): 30 April; 8(2): 28 days;
    11(2), 12(1): one and five years.
    """
    register = history.engine().on(day)
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


_OTHER_DAYS: Final = frozenset({8, 12, 14})
"""Articles whose running day may be another than the treaty's: of 14(1) it is an invoice's."""


def _begins(history: History, state: str, day: date) -> date | None:
    founders = [each.occurred_on.latest for each in _deposits(history)]
    if state == CONVENTION:
        known = sorted(each for each in founders if each <= day)
        return months_after(known[29].replace(day=1), 6) if len(known) >= 30 else None  # noqa: PLR2004  # 17(1)
    return bound_from(state, history.plain, day)


def _deposits(history: History) -> list[InstrumentDeposited]:
    return [each for each in history.plain if isinstance(each, InstrumentDeposited)]


def _reckoned(history: History, duty: Obligation, begins: date | None) -> date | None:
    """Return the treaty's day for a duty, `None` where this law has nothing to say."""
    provision = slug_of(duty)
    if provision == "8.2":
        asked = [
            each
            for each in history.plain
            if isinstance(each, ClarificationRequested) and each.stream == duty.state
            if each.request == suffix_of(duty)
        ]
        return days_after(asked[0].occurred_on.latest, 28)
    if provision in {"7.2", "3.8"}:
        return date(int(suffix_of(duty)) + 1, 4, 30)
    if provision == "4.1b":
        ended = _hostilities_ended(history, duty)
        return None if ended is None else months_after(ended.occurred_on.latest, 120)
    if begins is None:
        return None
    if duty.id == f"{CONVENTION}/11.2/first":
        return months_after(begins, 12)
    if duty.id == f"{CONVENTION}/12.1/first":
        return months_after(begins, 60)
    if provision == "7.1":
        return days_after(begins, 180)
    years = {"3.2": 8, "4.1a": 10}.get(provision)
    return None if years is None else _years_after(begins, years)


def _years_after(anchor: date, years: int) -> date:
    lacks_the_day = (anchor.month, anchor.day) == (2, 29) and not isleap(anchor.year + years)
    return anchor.replace(year=anchor.year + years, day=28 if lacks_the_day else anchor.day)


def every_extension_is_its_anchor_and_months(history: History, day: date) -> None:
    """Hold that an extension runs from the deadline before it, or to the day stated: 3(5), 4(7)."""
    for duty in history.engine().on(day).obligations():
        anchor, added = duty.treaty_due, 0
        for each in duty.extensions:
            if anchor is None or each.due.exact is None:
                break
            if each.until is not None:
                hold(each.until.meets(each.due), f"{duty.id}: {each.due} is not {each.until}")
                anchor, added = each.due.exact, 0
            else:
                added += each.months or 0
                reckoned = months_after(anchor, added)
                hold(each.due.exact == reckoned, f"{duty.id}: {each.due} is not {reckoned}")


def an_extension_never_shortens(history: History, reading: Interpretation, day: date) -> None:
    """Hold that no extension ends before the deadline it extends, by any reading: 3(3), 4(5)."""
    register = history.engine().on(day, reading=reading)
    for duty in register.obligations():
        if not duty.extensions or duty.treaty_due is None:
            continue
        before = _before_any_extension(history, duty, duty.treaty_due)
        for each in duty.extensions:
            said = f"{duty.id}: an extension decided {each.decided_on} moves {before} to {each.due}"
            hold(each.due.latest >= before.latest, said)
            hold(each.due.first >= before.first, said)
            before = each.due


def _before_any_extension(history: History, duty: Obligation, treaty_due: date) -> PartialDate:
    """Return the deadline first extended; not exact where hostilities ended on an unknown day."""
    ended = _hostilities_ended(history, duty)
    exact = ended is None or slug_of(duty) != "4.1b" or ended.occurred_on.exact is not None
    return PartialDate.on(treaty_due) if exact else PartialDate.by(treaty_due)


def _hostilities_ended(history: History, duty: Obligation) -> HostilitiesEnded | None:
    return next(
        (
            each
            for each in history.plain
            if isinstance(each, HostilitiesEnded) and each.stream == duty.state
        ),
        None,
    )


def nothing_is_due_before_it_binds(history: History, reading: Interpretation, day: date) -> None:
    """Hold that no duty falls due before the Convention binds the state: Article 17.

    Left out are Articles 8 and 14: what is passed on or assessed in time by one reading may come
    too early by another.
    """
    register = history.engine().on(day, reading=reading)
    for duty in register.obligations():
        begins = register.point.binding(duty.state).in_force_on
        own_clock = duty.state == CONVENTION or duty.provision.article in {8, 14}
        if not own_clock and begins is not None and duty.due is not None:
            said = f"{duty.id} falls due on {duty.due}, before it binds on {begins}"
            hold(duty.due.latest >= begins, said)


def withdrawal_takes_six_months(history: History, day: date) -> None:
    """Hold that a withdrawal takes effect six months after its receipt: Article 20(3).

    Notices revoked, held up by a conflict or followed by joining again are left out.
    """
    register = history.engine().on(day)
    for state in history.states:
        own = [each for each in history.plain if each.stream == state]
        complicated = (ArmedConflictBegun, WithdrawalRevoked)
        if any(isinstance(each, complicated) for each in own) or _joined_twice(history, state):
            continue
        notices = [each for each in own if isinstance(each, WithdrawalNotified)]
        for notice in notices:
            effect = months_after(notice.occurred_on.latest, 6)
            expected = effect if effect <= day else None
            ceased = register.point.binding(state).ceased_on
            hold(ceased == expected, f"{state} ceased on {ceased}, not on {expected}")
        if not notices:
            hold(register.point.binding(state).ceased_on is None, f"{state} left without a notice")


def _joined_twice(history: History, state: str) -> bool:
    return sum(each.state == state for each in _deposits(history)) > 1


def timeliness_is_of_every_day_meant(due: PartialDate, discharged_on: PartialDate) -> None:
    """Hold that on time or late is said only where it is so whichever days were meant."""
    timeliness, exact, span = timeliness_of(due, discharged_on)
    surely_on_time = discharged_on.latest <= due.first
    surely_late = discharged_on.first > due.latest and discharged_on.earliest is not None
    expected = Timeliness.UNDETERMINED
    if discharged_on.latest <= (due.earliest or due.first):
        expected = Timeliness.ON_TIME
    elif surely_late:
        expected = Timeliness.LATE
    hold(timeliness is expected, f"due {due}, discharged {discharged_on}: {timeliness}")
    hold(not (surely_on_time and surely_late), "on time and late at once")
    least = discharged_on.first.toordinal() - due.latest.toordinal()
    if span is not None:
        hold(span[0] == least and span[0] <= span[1], f"{span} is not from {least} on")
        hold(exact == (least if span[0] == span[1] else None), f"{exact} is not of {span}")
