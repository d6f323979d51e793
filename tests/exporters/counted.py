"""Figures of every kind in few words, for what is written of them."""

from __future__ import annotations

from datetime import date

from ccm_engine.projections.counting import (
    Clause,
    Part,
    Quantity,
    Share,
    StateCount,
    StatedNumber,
)

SINCE, UNTIL = date(2015, 9, 11), date(2020, 9, 28)
STOCKS = Clause("State Party has declared stocks", "States Parties have declared stocks")
DESTROYED = Clause("cluster munition was destroyed", "cluster munitions were destroyed")
SUBMITTED = Clause(
    "of the initial reports due was submitted", "of the initial reports due were submitted"
)


def count(states: str = "", unknown: str = "", key: str = "stockpiles.declared") -> StateCount:
    return StateCount(
        key=key,
        clause=STOCKS,
        states={each: (f"{each}#1",) for each in sorted(states.split())},
        unknown=dict.fromkeys(sorted(unknown.split()), ()),
    )


def total(**amounts: int | None) -> Quantity:
    parts = {state: Part(amount, (f"{state}#1",)) for state, amount in amounts.items()}
    return Quantity(
        key="stockpiles.destroyed_munitions", clause=DESTROYED, unit="munitions", parts=parts
    )


def share(part: StateCount, whole: StateCount, clause: Clause = SUBMITTED) -> Share:
    return Share(key="transparency.initial_rate", clause=clause, part=part, whole=whole)


def stated(value: int | None) -> StatedNumber:
    return StatedNumber(key="cooperation.requested", clause=DESTROYED, value=value, events=())
