"""Article 14: the costs of meetings, borne by those who take part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import ContributionAssessed, ContributionPaid, Entry, Event
from ccm_engine.domain.obligations import Engagement, Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, weigh

ART_14_1: Final = Provision.parse("14(1)")
_HUNDREDTHS: Final = 100
_Payments = list[Entry[ContributionPaid]]


def assessed_costs(at: Situation) -> Iterator[Obligation]:
    """Pay the share of the costs of a meeting that was assessed: Article 14(1).

    Due on the day the invoice gives, the treaty names none. Fulfilled by the payment with which
    all payments in the currency of the assessment reach its amount; what was paid in another one
    leaves it undetermined. Of a share of nothing there is nothing to pay. A share assessed while
    the state was bound stays due after it withdrew (INT-0007). States not party that take part owe
    their shares too, but have no obligations here, nor has a state for shares from before it was
    bound.
    """
    for entry in at.dossier.all(ContributionAssessed):
        assessed = entry.event
        if not _begun_to_bind(at, assessed):
            continue
        payments, others = _payments(at, assessed)
        completing = _completing(assessed, payments)
        yield weigh(
            at,
            Dated(
                provision=ART_14_1,
                suffix=assessed.assessment,
                duty=f"pay its share of the costs, {_written(assessed)}",
                treaty_due=None,
                due=None if assessed.due_on is None else PartialDate.on(assessed.due_on),
                engagement=_engagement(assessed, others),
                discharged=completing,
                survives_withdrawal=_bound_then(at, assessed),
                grounds=_grounds(entry, payments, others),
            ),
        )


def amount(currency: str, cents: int) -> str:
    """Write an amount of money: `USD 1,234.50`."""
    return f"{currency} {units(cents, ',')}"


def units(cents: int, grouping: str = "") -> str:
    """Write hundredths of a currency in whole units with two decimals, exactly: `52800.00`."""
    whole, rest = divmod(cents, _HUNDREDTHS)
    return f"{whole:{grouping}}.{rest:02}"


def _begun_to_bind(at: Situation, assessed: ContributionAssessed) -> bool:
    """Tell whether a share was assessed when the state was bound already: INT-0012 for its day."""
    begins = at.binding.in_force_on
    return begins is not None and begins <= at.day(assessed.occurred_on)


def _payments(at: Situation, assessed: ContributionAssessed) -> tuple[_Payments, _Payments]:
    """Return the payments of one assessment in its currency, and in others, oldest first."""
    own: _Payments = []
    others: _Payments = []
    for entry in at.dossier.all(ContributionPaid):
        if entry.event.assessment == assessed.assessment:
            (own if entry.event.currency == assessed.currency else others).append(entry)
    return own, others


def _engagement(assessed: ContributionAssessed, others: _Payments) -> Engagement:
    if assessed.amount_cents == 0:
        return Engagement.NOT_ENGAGED
    return Engagement.UNKNOWN if others else Engagement.ENGAGED


def _completing(assessed: ContributionAssessed, payments: _Payments) -> Entry[Event] | None:
    """Find the payment with which the whole amount was paid; of nothing there is none."""
    if assessed.amount_cents == 0:
        return None
    reached = accumulate(each.event.amount_cents for each in payments)
    for entry, so_far in zip(payments, reached, strict=True):
        if so_far >= assessed.amount_cents:
            return entry
    return None


def _bound_then(at: Situation, assessed: ContributionAssessed) -> bool:
    """Tell whether a share was assessed before a withdrawal took effect: INT-0012 for its day."""
    ceased_on = at.binding.ceased_on
    return ceased_on is None or at.day(assessed.occurred_on) < ceased_on


def _grounds(
    entry: Entry[ContributionAssessed], payments: _Payments, others: _Payments
) -> tuple[Ground, ...]:
    assessed = entry.event
    what_for = f" for the {assessed.meeting}" if assessed.meeting else ""
    why = f"assessed {_written(assessed)}{what_for} ({assessed.occurred_on})"
    found = [Ground(ART_14_1, why, (entry.id,))]
    paid = sum(each.event.amount_cents for each in payments)
    if payments:
        events = tuple(each.id for each in payments)
        found.append(Ground(ART_14_1, f"paid {amount(assessed.currency, paid)}", events))
    for each in others:
        other = amount(each.event.currency, each.event.amount_cents)
        why = f"paid in another currency: {other} ({each.event.occurred_on})"
        found.append(Ground(ART_14_1, why, (each.id,)))
    left = amount(assessed.currency, abs(assessed.amount_cents - paid))
    if paid < assessed.amount_cents:
        found.append(Ground(ART_14_1, f"{left} of {_written(assessed)} not paid"))
    elif paid > assessed.amount_cents:
        found.append(Ground(ART_14_1, f"{left} more than assessed"))
    return tuple(found)


def _written(assessed: ContributionAssessed) -> str:
    return amount(assessed.currency, assessed.amount_cents)


RULES: Final = (assessed_costs,)
