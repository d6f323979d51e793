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


def assessed_costs(at: Situation) -> Iterator[Obligation]:
    """Pay the share of the costs of a meeting that was assessed: Article 14(1).

    Due on the day the invoice gives, the treaty names none. Fulfilled by the payment with which
    all payments in the currency of the assessment reach its amount; of a share of nothing there
    is nothing to pay. A share assessed while the state was bound stays due after it withdrew.
    States not party that take part owe their shares too, but have no obligations here.
    """
    for entry in at.dossier.all(ContributionAssessed):
        assessed = entry.event
        payments = _payments(at, assessed)
        due = None if assessed.due_on is None else PartialDate.on(assessed.due_on)
        nothing = assessed.amount_cents == 0
        yield weigh(
            at,
            Dated(
                provision=ART_14_1,
                suffix=assessed.assessment,
                duty=f"pay its share of the costs, {_amount(assessed, assessed.amount_cents)}",
                treaty_due=None,
                due=due,
                engagement=Engagement.NOT_ENGAGED if nothing else Engagement.ENGAGED,
                discharged=None if nothing else _completing(assessed, payments),
                survives_withdrawal=_bound_then(at, assessed),
                grounds=_grounds(entry, payments),
            ),
        )


def _payments(at: Situation, assessed: ContributionAssessed) -> list[Entry[ContributionPaid]]:
    """Return the payments of one assessment in its currency, oldest first."""
    return [
        entry
        for entry in at.dossier.all(ContributionPaid)
        if entry.event.assessment == assessed.assessment
        and entry.event.currency == assessed.currency
    ]


def _completing(
    assessed: ContributionAssessed, payments: list[Entry[ContributionPaid]]
) -> Entry[Event] | None:
    """Find the payment with which the whole amount was paid."""
    reached = accumulate(each.event.amount_cents for each in payments)
    for entry, so_far in zip(payments, reached, strict=True):
        if so_far >= assessed.amount_cents:
            return Entry(entry.id, entry.event)
    return None


def _bound_then(at: Situation, assessed: ContributionAssessed) -> bool:
    """Tell whether a share was assessed before a withdrawal took effect: INT-0012 for its day."""
    ceased_on = at.binding.ceased_on
    return ceased_on is None or at.day(assessed.occurred_on) < ceased_on


def _grounds(
    entry: Entry[ContributionAssessed], payments: list[Entry[ContributionPaid]]
) -> tuple[Ground, ...]:
    assessed = entry.event
    what_for = f" for the {assessed.meeting}" if assessed.meeting else ""
    whole = _amount(assessed, assessed.amount_cents)
    why = f"assessed {whole}{what_for} ({assessed.occurred_on})"
    found = [Ground(ART_14_1, why, (entry.id,))]
    paid = sum(each.event.amount_cents for each in payments)
    if payments:
        events = tuple(each.id for each in payments)
        found.append(Ground(ART_14_1, f"paid {_amount(assessed, paid)}", events))
    if paid < assessed.amount_cents:
        left = _amount(assessed, assessed.amount_cents - paid)
        found.append(Ground(ART_14_1, f"{left} of {whole} not paid"))
    return tuple(found)


def _amount(assessed: ContributionAssessed, cents: int) -> str:
    """Write an amount of money: `USD 1,234.50`."""
    whole, rest = divmod(cents, _HUNDREDTHS)
    return f"{assessed.currency} {whole:,}.{rest:02}"


RULES: Final = (assessed_costs,)
