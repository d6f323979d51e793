"""Stockpiles: whose are destroyed, whose are not, whose are unknown; how much, as far as known."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles.article_03_holdings import holdings
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Entry,
    Event,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileUnverified,
)
from ccm_engine.domain.obligations import (
    OUTSTANDING,
    Engagement,
    Obligation,
    Situation,
    Standing,
)
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.amounts import Amount, Knowledge, Quantities, Told, together
from ccm_engine.projections.certainty import Certainty, certain, one_of, situations
from ccm_engine.projections.counting import Events
from ccm_engine.projections.party_roster import name_of
from ccm_engine.projections.view import View

_DESTRUCTION = Provision.parse("3(2)")
_WITH_STOCKS = OUTSTANDING | {Standing.DISCHARGED}
_SAID_AFTERWARDS: Final = (
    StockpileDestructionCompleted,
    StockpileAbsenceDeclared,
    StockpileUnverified,
    StockpileFound,
)


@attrs.frozen
class Stockpiles:
    """Article 3(2) on one day; lists are states by code.

    `declared` have or had stocks to destroy; `completed` of them have destroyed all known then.
    """

    declared: tuple[str, ...]
    completed: tuple[str, ...]
    outstanding: tuple[str, ...]
    undetermined: tuple[str, ...]
    nothing_to_destroy: tuple[str, ...]


def stockpiles(obligations: Iterable[Obligation]) -> Stockpiles:
    """Sort these obligations' states by where they stand with Article 3(2)."""
    owed = {each.state: each for each in obligations if each.provision == _DESTRUCTION}

    def states(*standings: Standing) -> tuple[str, ...]:
        return tuple(sorted(state for state, each in owed.items() if each.standing in standings))

    return Stockpiles(
        declared=states(*_WITH_STOCKS),
        completed=states(Standing.DISCHARGED),
        outstanding=states(*OUTSTANDING),
        undetermined=states(Standing.UNDETERMINED),
        nothing_to_destroy=states(Standing.NOT_ENGAGED),
    )


class Stock(enum.Enum):
    """What a state's own word makes of its stocks, bound or not."""

    HELD = "held"
    DESTROYED = "destroyed"
    NONE = "none"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class StockpileRow:
    """One State Party's stocks on a day.

    `sure` tells whether both ends of days known in part give the same `stock`. `declared` is the
    last word of each type; `found` what came to light later. `destroyed` is a lower bound (see
    `amounts`), unless it is as much as was declared, the last of it is gone and none was found.
    `left` is zero after completion, and otherwise unknown: no difference is computed. What is
    retained is in `retained_munitions`. `due` is the running deadline; `events` prove `stock`.
    """

    state: str
    name: str
    stock: Stock
    sure: Certainty
    due: PartialDate | None
    declared: Quantities
    found: Quantities
    destroyed: Quantities
    left: Quantities
    events: Events


def stockpile_ledger(view: View) -> tuple[StockpileRow, ...]:
    """Return a row for each State Party counted by consent, by code."""
    points = (view.point, view.point.other_end())
    return tuple(_row(view, state, list(situations(points, state))) for state in view.parties)


def stock_of(at: Situation) -> Stock:
    """Return what a state's own word makes of its stocks."""
    held = holdings(at)
    if held.completed is not None:
        return Stock.DESTROYED
    return {
        Engagement.ENGAGED: Stock.HELD,
        Engagement.NOT_ENGAGED: Stock.NONE,
        Engagement.UNKNOWN: Stock.UNKNOWN,
    }[held.engagement]


def proof_of(at: Situation) -> Events:
    """Return the events of the words that count for a state's holdings."""
    return tuple(dict.fromkeys(event for each in holdings(at).grounds for event in each.events))


def _row(view: View, state: str, ends: list[Situation]) -> StockpileRow:
    at = ends[0]
    stock = stock_of(at)
    owed = (each for each in view.obligations_of(state) if each.provision == _DESTRUCTION)
    declared = _declared(at, stock)
    return StockpileRow(
        state=state,
        name=name_of(state, view.as_of),
        stock=stock,
        sure=certain(one_of(stock_of(each), {stock}) for each in ends),
        due=next(each.due for each in owed),
        declared=declared,
        found=_told(at, stock, StockpileFound),
        destroyed=_destroyed(at, stock, declared),
        left=_left(stock, proof_of(at)),
        events=proof_of(at),
    )


def _declared(at: Situation, stock: Stock) -> Quantities:
    """Return what was declared, by the words that would count were nothing said after them.

    Article 3 knows which words those are; it is asked without what followed.
    """
    alone = attrs.evolve(at, dossier=at.dossier.since(date.max, *_SAID_AFTERWARDS))
    words = {event for each in holdings(alone).grounds for event in each.events}
    entries = [each for each in alone.dossier.all(StockpileDeclared) if each.id in words]
    if not entries:
        return _nothing_told(stock, proof_of(at))
    events = tuple(each.id for each in entries)
    munitions = [each.event.munitions for each in entries]
    submunitions = [each.event.submunitions for each in entries]
    return Quantities(_sum(munitions, events), _sum(submunitions, events))


def _sum(given: list[int | None], events: Events) -> Amount:
    """Add the amounts of several types; at least the rest if one of them does not say."""
    known = [each for each in given if each is not None]
    if len(known) == len(given):
        return Amount.known(sum(known), events)
    return Amount.at_least(sum(known), events) if any(known) else Amount.unknown(events)


def _nothing_told(stock: Stock, events: Events) -> Quantities:
    """Return what silence means: none for a state that holds none, else unknown."""
    return Quantities.of(Amount.none(events) if stock is Stock.NONE else Amount.unknown())


def _told(at: Situation, stock: Stock, *kinds: type[Event]) -> Quantities:
    """Return what events of some kinds prove together; silence as it is meant."""
    entries = at.dossier.timeline(*kinds)
    if not entries:
        return _nothing_told(stock, proof_of(at))
    return Quantities(_together(entries, "munitions"), _together(entries, "submunitions"))


def _together(entries: list[Entry[Event]], name: str) -> Amount:
    told = [
        Told(getattr(each.event, name), getattr(each.event, "period", None), each.id)
        for each in entries
    ]
    return together(told)


def _destroyed(at: Situation, stock: Stock, declared: Quantities) -> Quantities:
    """Return what was destroyed; the amount a completion names is a total like any other."""
    told = _told(at, stock, StockpileDestroyed, StockpileDestructionCompleted)
    if stock is not Stock.DESTROYED or at.dossier.last(StockpileFound) is not None:
        return told
    return Quantities(
        _all_of(told.munitions, declared.munitions),
        _all_of(told.submunitions, declared.submunitions),
    )


def _all_of(destroyed: Amount, declared: Amount) -> Amount:
    """Return an exact amount where as much as declared was destroyed, and the last of it too."""
    whole = declared.knowledge is Knowledge.KNOWN and destroyed.number == declared.number
    if not whole or destroyed.number is None:
        return destroyed
    return Amount.known(destroyed.number, (*destroyed.events, *declared.events))


def _left(stock: Stock, events: Events) -> Quantities:
    """Return what is left to destroy, where it follows: nothing after completion."""
    if stock is Stock.DESTROYED:
        return Quantities.of(Amount.known(0, events))
    return _nothing_told(stock, events)
