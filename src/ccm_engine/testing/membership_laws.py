"""Laws of consent: since when a state is bound, and until when. Articles 17, 18 and 20."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.events import (
    CONVENTION,
    ArmedConflictBegun,
    ArmedConflictEnded,
    Event,
    InstrumentDeposited,
    ProvisionalApplicationDeclared,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.interpretations import PRACTICE, Interpretation, PartialDates
from ccm_engine.domain.obligations import Binding, Standing
from ccm_engine.testing.answers import answers, hold
from ccm_engine.testing.histories import History
from ccm_engine.testing.reckoning import bound_from, consented_on, months_after, told
from ccm_engine.testing.under_test import MakeEngine, RegisterUnderTest, recorded_by

FIRST_DAY: Final = attrs.evolve(PRACTICE, partial_dates=PartialDates.FIRST_DAY)
_OWN_CLOCK: Final = frozenset({8, 14})
"""Articles whose clock is a request or an invoice, and not entry into force."""

UNCONDITIONAL: Final = (
    *("6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", "6.10", "6.12"),
    *("8.1", "9", "21.1", "21.2"),
)
"""What every State Party owes without a date and without a condition, beside Article 1."""


def bindings(register: RegisterUnderTest, history: History) -> dict[str, Binding]:
    """Return since when and until when each state with a life is bound."""
    return {state: register.state(state).binding for state in history.states}


def entry_into_force_is_the_sixth_month(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a state is bound from the first day of the sixth month after deposit: Article 17.

    The thirtieth deposit binds all before it; counted from the last day that days known in part
    can mean, and by the other reading from the first (INT-0012).
    """
    engine = recorded_by(make, history.events)
    for reading, first in ((PRACTICE, False), (FIRST_DAY, True)):
        register = engine.on(day, reading=reading)
        for state, binding in bindings(register, history).items():
            reckoned = bound_from(state, history.plain, day, first_day=first)
            how = reading.partial_dates.value
            said = f"{state} is bound from {reckoned} on {day}, counting from the {how}"
            hold(binding.in_force_on == reckoned, f"{said}; the engine says {binding.in_force_on}")


def nothing_is_due_before_it_binds(
    make: MakeEngine, history: History, day: date, reading: Interpretation
) -> None:
    """Hold that no duty falls due before the Convention binds the state: Article 17.

    Left out are Articles 8 and 14: what is passed on or assessed in time by one reading may come
    too early by another.
    """
    register = recorded_by(make, history.events).on(day, reading=reading)
    begins = {name: each.in_force_on for name, each in bindings(register, history).items()}
    for duty in register.obligations():
        own_clock = duty.state == CONVENTION or duty.provision.article in _OWN_CLOCK
        bound = begins.get(duty.state)
        if not own_clock and bound is not None and duty.due is not None:
            said = f"{duty.id} falls due on {duty.due}, before it binds on {bound}"
            hold(duty.due.latest >= bound, said)


def the_unconditional_duties_bind(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a State Party owes what has no date and no condition as long as it is bound.

    Articles 1(1), 6, 8(1), 9 and 21. Article 1 binds from a declaration of provisional application
    (Article 18), the others from entry into force; all cease with a withdrawal (Article 20).
    """
    register = recorded_by(make, history.events).on(day)
    found = answers(register)
    for state, binding in bindings(register, history).items():
        if binding.deposit is None:
            continue
        begins = bound_from(state, history.plain, day)
        provisional = _provisionally_from(history.plain, state, day)
        since = {"1.1": min((each for each in (provisional, begins) if each), default=None)}
        for slug in ("1.1", *UNCONDITIONAL):
            expected = Standing.CONTINUING
            if binding.ceased_on is not None:
                expected = Standing.CEASED
            first = since.get(slug, begins)
            if first is None or day < first:
                expected = Standing.NOT_YET_BINDING
            duty = found.get(f"{state}/{slug}")
            standing = "not there" if duty is None else duty.standing.value
            said = f"{state}/{slug} is {standing} on {day}, not {expected.value}"
            hold(duty is not None and duty.standing is expected, said)


def _provisionally_from(events: Sequence[Event], state: str, day: date) -> date | None:
    consented = consented_on(events, state, day)
    declared = [
        each.occurred_on.latest
        for each in told(events, state, day, ProvisionalApplicationDeclared)
        if consented is not None and each.occurred_on.latest >= consented
    ]
    return declared[0] if declared else None


def withdrawal_takes_six_months(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a withdrawal takes effect six months after its receipt: Article 20(3).

    If the state is then engaged in an armed conflict, not before that ends. States that joined
    again are left out.
    """
    register = recorded_by(make, history.events).on(day)
    for state, binding in bindings(register, history).items():
        if len([*told(history.plain, state, date.max, InstrumentDeposited)]) > 1:
            continue
        effect = _effect(history.plain, state, day)
        expected = effect if effect is not None and effect <= day else None
        said = f"on {day} {state} has ceased to be bound on {expected}"
        hold(binding.ceased_on == expected, f"{said}; the engine says {binding.ceased_on}")


def _effect(events: Sequence[Event], state: str, day: date) -> date | None:
    """Return when a withdrawal has effect, as known on a day; `None` without one, or held up."""
    standing: date | None = None
    steps: list[Event] = told(events, state, day, WithdrawalNotified, WithdrawalRevoked)
    for step in steps:
        if isinstance(step, WithdrawalNotified):
            standing = standing or step.occurred_on.latest
        elif standing is not None:
            effect = _effect_of(standing, events, state, day)
            revoked = effect is None or step.occurred_on.latest < effect
            standing = None if revoked else standing
    return None if standing is None else _effect_of(standing, events, state, day)


def _effect_of(received: date, events: Sequence[Event], state: str, day: date) -> date | None:
    effect = months_after(received, 6)
    begun = [each.occurred_on.latest for each in told(events, state, day, ArmedConflictBegun)]
    ended = [each.occurred_on.latest for each in told(events, state, day, ArmedConflictEnded)]
    if not begun or begun[0] > effect:  # a life has one conflict
        return effect
    return max(effect, ended[0]) if ended else None
