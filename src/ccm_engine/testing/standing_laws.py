"""Laws of standings: where a state stands with a duty, on the due day and by every reading."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine.domain.events import (
    CONVENTION,
    CoverageStated,
    InstrumentDeposited,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.domain.obligations import (
    OUTSTANDING,
    Binding,
    Nature,
    Obligation,
    Otherwise,
    Standing,
)
from ccm_engine.testing.answers import answers, hold, slug_of
from ccm_engine.testing.dates import moved
from ccm_engine.testing.histories import History
from ccm_engine.testing.membership_laws import FIRST_DAY, bindings
from ccm_engine.testing.reckoning import months_after
from ccm_engine.testing.under_test import MakeEngine, recorded_by

_OVERDUE: Final = frozenset({Standing.OVERDUE, Standing.OVERDUE_REQUEST_PENDING})
_BEYOND: Final = date(2059, 1, 1)
_NO_TREATY_DAY: Final = frozenset({"4.1c", "14.1"})
"""Duties to whose day the treaty gives no number: the next meeting's, or an invoice's."""


def the_due_day_is_in_time(make: MakeEngine, history: History, day: date, pick: int) -> None:
    """Hold that an unfulfilled duty is pending on its due day and overdue on the next.

    With a request pending it is overdue with a request pending; where the record's sources do
    not reach that day, undetermined. Days on which something happens are left out. Of all that
    is due as known on the day, the law looks at one day, by its number.
    """
    engine = recorded_by(make, history.events)
    days = sorted({each.due.latest for each in engine.on(day).obligations() if each.due})
    possible = [each for each in days if each < _BEYOND]
    if not possible:
        return
    due = possible[pick % len(possible)]
    the_day, before, after = (answers(engine.on(moved(due, step))) for step in (0, -1, 1))
    for name, duty in the_day.items():
        if duty.due is None or duty.due.latest != due or duty.nature is not Nature.DATED:
            continue
        hold(duty.standing not in _OVERDUE, f"{name} is {duty.standing.value} on its due day")
        if duty.standing is not Standing.PENDING:
            continue
        if _quiet(history, duty.state, moved(due, 1)) and name in after:
            _turned(history, after[name])
        if _quiet(history, duty.state, due) and name in before:
            yesterday = before[name].standing
            waiting = {Standing.PENDING, Standing.NOT_YET_BINDING}
            hold(yesterday in waiting, f"{name} is {yesterday.value} the day before it is due")


def _turned(history: History, duty: Obligation) -> None:
    expected = {Standing.OVERDUE}
    if duty.request_pending:
        expected = {Standing.OVERDUE_REQUEST_PENDING}
    if any(isinstance(each, CoverageStated) for each in history.plain):
        expected |= {Standing.UNDETERMINED}
    said = f"{duty.id} is {duty.standing.value} on the day after it was due"
    hold(duty.standing in expected, said)


def _quiet(history: History, state: str, day: date) -> bool:
    """Tell whether nothing happens to a state on a day, a withdrawal's effect included."""
    for each in history.events:
        concerns = each.stream in {state, CONVENTION} or isinstance(each, InstrumentDeposited)
        if concerns and day in {each.occurred_on.latest, each.occurred_on.first}:
            return False
        leaving = isinstance(each, WithdrawalNotified) and each.stream == state
        if leaving and day == months_after(each.occurred_on.latest, 6):
            return False
    return True


def identifiers_are_unique(
    make: MakeEngine, history: History, day: date, reading: Interpretation
) -> None:
    """Hold that no two obligations have one identifier, by whatever reading."""
    register = recorded_by(make, history.events).on(day, reading=reading)
    named = [each.id for each in register.obligations()]
    twice = sorted({name for name in named if named.count(name) > 1})
    hold(not twice, f"{', '.join(twice)} on {day} more than once")


def standing_and_due_agree(make: MakeEngine, history: History, day: date) -> None:
    """Hold overdue to be past its day, discharged to name one, ceased to follow a withdrawal."""
    register = recorded_by(make, history.events).on(day)
    bound = bindings(register, history)
    for duty in register.obligations():
        last = duty.due.latest if duty.due else None
        if duty.standing in _OVERDUE:
            hold(last is not None and last < day, f"{duty.id} is overdue on {day}, due {last}")
        if duty.standing is Standing.PENDING and last is not None:
            hold(day <= last, f"{duty.id} is pending on {day}, due {last}")
        if duty.standing is Standing.OVERDUE_REQUEST_PENDING:
            hold(duty.request_pending, f"{duty.id} has no request pending")
        if duty.standing is Standing.DISCHARGED:
            known = duty.discharged_on is not None and duty.discharged_by is not None
            hold(known, f"{duty.id} is discharged, nobody knows by what")
        if duty.standing in OUTSTANDING:
            hold(duty.discharged_on is None, f"{duty.id} is fulfilled and outstanding")
        if duty.state in bound:
            _bounds_agree(bound[duty.state], duty, day)


def _bounds_agree(binding: Binding, duty: Obligation, day: date) -> None:
    """Hold what a duty says about dates to agree with since when the state is bound."""
    if duty.standing is Standing.CEASED:
        ceased = binding.ceased_on
        hold(ceased is not None and ceased <= day, f"{duty.id} ceased without a withdrawal")
    if duty.standing is Standing.NOT_YET_BINDING:
        waits = slug_of(duty) == "4.4"  # for the other state's entry into force
        hold(waits or not binding.binds_on(day), f"{duty.id} is not yet binding on a state bound")
    bound = binding.in_force_on is not None and duty.standing is not Standing.CEASED
    if duty.nature is Nature.DATED and bound and slug_of(duty) not in _NO_TREATY_DAY:
        hold(duty.treaty_due is not None, f"{duty.id} has no treaty day on a state bound")


def otherwise_is_the_other_reading(make: MakeEngine, history: History, day: date) -> None:
    """Hold that an answer says so where it would differ counted from the first day: INT-0012."""
    engine = recorded_by(make, history.events)
    other = answers(engine.on(day, reading=FIRST_DAY))
    for name, duty in answers(engine.on(day)).items():
        counted = other.get(name)
        outcome = NOT_THERE if counted is None else _outcome(counted)
        expected = None if _outcome(duty) == outcome else outcome
        said = f"{name} on {day}: otherwise is {duty.otherwise}, the other reading {expected}"
        hold(duty.otherwise == expected, said)


NOT_THERE: Final = Otherwise(None, Standing.NOT_ENGAGED, None)
"""How an answer says that by the other end there would be no such obligation."""


def _outcome(duty: Obligation) -> Otherwise:
    return Otherwise(duty.due, duty.standing, duty.discharged_on)
