"""What pays for the Implementation Support Unit, and for delegates who are sponsored.

Amounts are in hundredths of a currency, and are never added across currencies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from ccm_engine.domain.articles.article_14_costs import units
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    SponsorshipGiven,
    UnitBudgetAdopted,
    UnitContributionMade,
    UnitReserveReported,
)
from ccm_engine.projections.view import View


@attrs.frozen
class Amount:
    """An amount in hundredths of a currency (its code in ISO 4217), `None` where not known."""

    cents: int | None
    currency: str
    events: tuple[str, ...]

    @property
    def units(self) -> str | None:
        """The amount in whole units with two decimals, exactly: `52800.00`."""
        return None if self.cents is None else units(self.cents)


@attrs.frozen
class UnitYear:
    """A year of the unit: its budget, `None` where none is on record, and who contributed.

    `contributed` adds what is known, a total for each currency; it is a lower bound unless
    `complete`.
    """

    year: int
    budget: Amount | None
    contributions: Mapping[str, tuple[Amount, ...]]
    contributed: tuple[Amount, ...]

    @property
    def complete(self) -> bool:
        """Whether the amount of every contribution on record is known."""
        every = (each for amounts in self.contributions.values() for each in amounts)
        return all(each.cents is not None for each in every)


@attrs.frozen(kw_only=True)
class Sponsorship:
    """Delegates sponsored to attend a meeting, or the meetings of a period."""

    meeting: str | None
    period: str | None
    sponsor: str | None
    amount: Amount
    delegates: int | None
    states: int | None
    event: str


@attrs.frozen
class UnitFinances:
    """Years in their order, the reserve last reported, sponsorship in the order it was given."""

    years: tuple[UnitYear, ...]
    reserve: Amount | None
    reserve_reported_on: PartialDate | None
    sponsorship: tuple[Sponsorship, ...]


def unit_finances(view: View) -> UnitFinances:
    """Return what is on record of the unit's money on the day; the last budget adopted counts."""
    budgets = {entry.event.year: entry for entry in view.of_all(UnitBudgetAdopted)}
    made: dict[int, dict[str, list[Amount]]] = {}
    for state, entry in view.happened(UnitContributionMade):
        amount = Amount(entry.event.amount_cents, entry.event.currency, (entry.id,))
        made.setdefault(entry.event.year, {}).setdefault(state, []).append(amount)
    years: list[UnitYear] = []
    for year in sorted({*budgets, *made}):
        budget = budgets.get(year)
        given = {state: tuple(amounts) for state, amounts in made.get(year, {}).items()}
        adopted = None
        if budget is not None:
            adopted = Amount(budget.event.amount_cents, budget.event.currency, (budget.id,))
        every = [each for amounts in given.values() for each in amounts]
        years.append(UnitYear(year, adopted, given, _totals(every)))
    reserves = view.of_all(UnitReserveReported)
    last = reserves[-1] if reserves else None
    return UnitFinances(
        tuple(years),
        None if last is None else Amount(last.event.amount_cents, last.event.currency, (last.id,)),
        None if last is None else last.event.occurred_on,
        sponsorships(view),
    )


def sponsorships(view: View) -> tuple[Sponsorship, ...]:
    """Return what was given to sponsor delegates, oldest first."""
    return tuple(
        Sponsorship(
            meeting=entry.event.meeting,
            period=entry.event.period,
            sponsor=entry.event.sponsor,
            amount=Amount(entry.event.amount_cents, entry.event.currency, (entry.id,)),
            delegates=entry.event.delegates,
            states=entry.event.states,
            event=entry.id,
        )
        for entry in view.of_all(SponsorshipGiven)
    )


def _totals(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """Add what is known, currency by currency."""
    known: dict[str, tuple[int, tuple[str, ...]]] = {}
    for each in amounts:
        if each.cents is not None:
            cents, events = known.get(each.currency, (0, ()))
            known[each.currency] = (cents + each.cents, (*events, *each.events))
    return tuple(Amount(cents, code, events) for code, (cents, events) in sorted(known.items()))
