"""What is held, destroyed, left and retained: Article 3.

Stocks are a fact, counted over all who consented; the duty to destroy them by a day is owed by
those for whom the Convention is in force. A state whose holdings are undetermined may have
declared, destroyed or hold stocks, and is unknown in each of those counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.events import StockpileDestructionCompleted
from ccm_engine.domain.obligations import OUTSTANDING, Obligation, Situation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.amounts import Amount, last_words, quantity
from ccm_engine.projections.certainty import (
    Answer,
    Certainty,
    at_both_ends,
    certain,
    happened_between,
    one_of,
    state_count,
)
from ccm_engine.projections.counting import Clause, Events, Figure, StateCount
from ccm_engine.projections.extensions_granted import grants_between, requests_awaiting
from ccm_engine.projections.retained_munitions import RetainedRow, retained_munitions
from ccm_engine.projections.stockpile_ledger import Stock, proof_of, stock_of, stockpile_ledger
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View

_KEY: Final = "stockpiles"
_ART_3_2: Final = Provision.parse("3(2)")
_ART_3_3: Final = Provision.parse("3(3)")
_ART_3_6: Final = Provision.parse("3(6)")
_FREE: Final = Clause(
    "State Party is free of stocks to destroy", "States Parties are free of stocks to destroy"
)
_UNDETERMINED: Final = Clause(
    "State Party remains undetermined as to whether it holds stocks",
    "States Parties remain undetermined as to whether they hold stocks",
)
_RETAINING: Final = Clause(
    "State Party retains munitions, by its last word",
    "States Parties retain munitions, by the last word of each",
)
_BY_LAST_WORD: Final = "retained, by the last word of each State Party"
_KEPT: Final = Clause(
    f"cluster munition is {_BY_LAST_WORD}", f"cluster munitions are {_BY_LAST_WORD}"
)
_SUBMUNITIONS_KEPT: Final = Clause(
    f"explosive submunition is {_BY_LAST_WORD}", f"explosive submunitions are {_BY_LAST_WORD}"
)


def position(view: View) -> Iterator[Figure]:
    """Yield the figures of a day."""
    yield _stocks(view, "declared", {Stock.HELD, Stock.DESTROYED}, "declared stocks")
    yield _stocks(view, "completed", {Stock.DESTROYED}, "destroyed the last of its stocks known")
    yield _stocks(view, "with_duty", {Stock.HELD}, "stocks to destroy")
    yield _standing(view, "outstanding", OUTSTANDING, _clause("to destroy stocks by a day"))
    yield _undetermined(view)
    yield _standing(view, "nothing_to_destroy", {Standing.NOT_ENGAGED}, _FREE)
    yield from _destroyed(view)
    yield from _retained(view)
    yield _requested(view)


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield the figures of a period."""
    done = happened_between(before, after, StockpileDestructionCompleted)
    yield state_count(
        f"{_KEY}.completed_in_period",
        _clause("completed the destruction of its stocks", "completed the destruction of stocks"),
        ((state, within, (entry.id,)) for state, entry, within in done if state in after.parties),
        _ART_3_2,
    )
    yield state_count(
        f"{_KEY}.extensions_granted",
        Clause("State Party was granted more time", "States Parties were granted more time"),
        ((each.state, within, (each.event,)) for each, within in grants_between(before, after, 3)),
        _ART_3_3,
    )


def _clause(one: str, many: str = "") -> Clause:
    return Clause(f"State Party has {one}", f"States Parties have {many or one}")


def _stocks(view: View, name: str, wanted: set[Stock], rest: str) -> StateCount:
    def judge(at: Situation) -> Certainty:
        return one_of(stock_of(at), wanted, {Stock.UNKNOWN})

    many = rest.replace(" its ", " their ")
    answers = at_both_ends(view, judge, proof_of)
    return state_count(f"{_KEY}.{name}", _clause(rest, many), answers, _ART_3_2)


def _owed(view: View) -> Iterator[tuple[Obligation, list[Standing], Events]]:
    """Yield each duty of 3(2) with its standing at both ends of days known in part."""
    for state, (duty,) in view.owed(_ART_3_2).items():
        ends = [duty.standing]
        if duty.otherwise is not None:
            ends.append(duty.otherwise.standing)
        own = [
            event
            for ground in duty.grounds
            for event in ground.events
            if event.partition("#")[0] == state
        ]
        yield duty, ends, tuple(dict.fromkeys(own))


def _standing(
    view: View, name: str, wanted: set[Standing] | frozenset[Standing], clause: Clause
) -> StateCount:
    answers = (
        (
            duty.state,
            certain(one_of(each, wanted, {Standing.UNDETERMINED}) for each in ends),
            events,
        )
        for duty, ends, events in _owed(view)
    )
    return state_count(f"{_KEY}.{name}", clause, answers, _ART_3_2)


def _undetermined(view: View) -> StateCount:
    """Count those for whom the record cannot tell; of that, it is sure."""
    answers: list[Answer] = [
        (duty.state, Certainty.YES, events)
        for duty, ends, events in _owed(view)
        if Standing.UNDETERMINED in ends
    ]
    return state_count(f"{_KEY}.undetermined", _UNDETERMINED, answers, _ART_3_2)


def _destroyed(view: View) -> Iterator[Figure]:
    """Yield what was destroyed by those that declared stocks, or may have."""
    rows = stockpile_ledger(view)
    munitions: list[tuple[str, Amount]] = [(row.state, row.destroyed.munitions) for row in rows]
    yield quantity(
        f"{_KEY}.destroyed_munitions",
        Clause("cluster munition was destroyed", "cluster munitions were destroyed"),
        "munitions",
        munitions,
        _ART_3_2,
    )
    yield quantity(
        f"{_KEY}.destroyed_submunitions",
        Clause("explosive submunition was destroyed", "explosive submunitions were destroyed"),
        "submunitions",
        [(row.state, row.destroyed.submunitions) for row in rows],
        _ART_3_2,
    )


def _retained(view: View) -> Iterator[Figure]:
    rows: tuple[RetainedRow, ...] = retained_munitions(view)
    yield state_count(
        f"{_KEY}.retaining",
        _RETAINING,
        ((row.state, row.retains, row.events) for row in rows),
        _ART_3_6,
    )
    yield last_words(
        f"{_KEY}.retained_munitions",
        _KEPT,
        "munitions",
        [(row.state, _still(row, row.quantities.munitions)) for row in rows],
        _ART_3_6,
    )
    yield last_words(
        f"{_KEY}.retained_submunitions",
        _SUBMUNITIONS_KEPT,
        "submunitions",
        [(row.state, _still(row, row.quantities.submunitions)) for row in rows],
        _ART_3_6,
    )


def _still(row: RetainedRow, amount: Amount) -> Amount:
    """Return the last word's amount, unknown where the state may no longer retain any."""
    return Amount.unknown(row.events) if row.retains is Certainty.UNKNOWN else amount


def _requested(view: View) -> StateCount:
    answers = (
        (each.state, each.sure, each.events)
        for each in requests_awaiting(view)
        if each.article == _ART_3_2.article
    )
    clause = Clause(
        "State Party awaits a decision on its request for more time",
        "States Parties await a decision on their requests for more time",
    )
    return state_count(f"{_KEY}.extensions_requested", clause, answers, _ART_3_3)


THEME = Theme(
    key=_KEY,
    title="Stockpile destruction and retention",
    provisions=("3(2)", "3(8)"),
    position=position,
    progress=progress,
)
