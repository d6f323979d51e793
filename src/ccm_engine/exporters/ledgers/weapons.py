"""Stockpiles, what is retained of them, and contaminated areas: Articles 3 and 4."""

from __future__ import annotations

from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.exporters.ledgers.sheets import Selection, counted, ledger, total
from ccm_engine.exporters.ledgers.values import Row, row_of
from ccm_engine.projections.amounts import Amount, Quantities
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.clearance_ledger import Area, ClearanceRow, Released, clearance_ledger
from ccm_engine.projections.counting import Events
from ccm_engine.projections.retained_munitions import RetainedRow, retained_munitions
from ccm_engine.projections.stockpile_ledger import Stock, StockpileRow, stockpile_ledger
from ccm_engine.register import Register

_DESTRUCTION: Final = Provision.parse("3(2)")


def proof_of(duty: Obligation) -> Events:
    """Return the events that an obligation rests on, each once, as its grounds name them."""
    return tuple(dict.fromkeys(event for each in duty.grounds for event in each.events))


def _stockpile(each: StockpileRow, register: Register) -> Row:
    duties = (
        duty for duty in register.obligations(state=each.state) if duty.provision == _DESTRUCTION
    )
    owed = next(duties, None)
    return row_of(each, owed_by=proof_of(owed) if owed else ())


def _stockpiles(rows: tuple[StockpileRow, ...], _: Register, __: Selection) -> Row:
    return {
        "stock": counted((each.stock for each in rows), Stock),
        "declared": _together(tuple(each.declared for each in rows)),
        "destroyed": _together(tuple(each.destroyed for each in rows)),
        "left": _together(tuple(each.left for each in rows)),
    }


def _retained(rows: tuple[RetainedRow, ...], _: Register, __: Selection) -> Row:
    return {
        "retains": counted((each.retains for each in rows), Certainty),
        "quantities": _together(tuple(each.quantities for each in rows)),
    }


def _together(found: tuple[Quantities, ...]) -> Quantities:
    return Quantities(
        total(each.munitions for each in found), total(each.submunitions for each in found)
    )


def _clearance(each: ClearanceRow, register: Register) -> Row:
    duty = register.obligation(each.obligation)
    return row_of(
        each,
        declared=_told(each.declared) if each.declared else None,
        found=tuple(_told(area) for area in each.found),
        left=_left(each, duty),
        events=proof_of(duty),
    )


@attrs.frozen
class Areas:
    """What is known of areas; `said_on` is `None` where it is no word of its own day."""

    confirmed_m2: Amount
    suspected_m2: Amount
    areas: Amount
    said_on: PartialDate | None = None


def _told(area: Area) -> Areas:
    """Return one word about areas; what it does not say is unknown."""
    confirmed, suspected, areas = (
        Amount.said(each, (area.event,))
        for each in (area.confirmed_m2, area.suspected_m2, area.areas)
    )
    return Areas(confirmed, suspected, areas, area.said_on)


def _left(each: ClearanceRow, duty: Obligation) -> Areas:
    """Return what is left by the last word: zero once completed, unknown where nothing is said."""
    if each.left is not None:
        return _told(each.left)
    amount = Amount.unknown()
    if duty.standing is Standing.DISCHARGED:
        amount = Amount.known(0, (duty.discharged_by,) if duty.discharged_by else proof_of(duty))
    return Areas(amount, amount, amount)


def _areas(rows: tuple[ClearanceRow, ...], register: Register, __: Selection) -> Row:
    of_states = tuple({each.state: each.released for each in rows}.values())
    left = [_left(each, register.obligation(each.obligation)) for each in rows]
    return {
        "standing": {
            standing: number
            for standing, number in counted((each.standing for each in rows), Standing).items()
            if number
        },
        "left": {
            "confirmed_m2": total(each.confirmed_m2 for each in left),
            "suspected_m2": total(each.suspected_m2 for each in left),
        },
        "released": Released(
            total(each.cancelled_m2 for each in of_states),
            total(each.reduced_m2 for each in of_states),
            total(each.cleared_m2 for each in of_states),
            total(each.items_destroyed for each in of_states),
        ),
    }


STOCKPILES: Final = ledger(
    lambda register, _: stockpile_ledger(register.view()), _stockpiles, "state", row=_stockpile
)
RETAINED: Final = ledger(
    lambda register, _: retained_munitions(register.view()), _retained, "state"
)
CLEARANCE: Final = ledger(
    lambda register, _: clearance_ledger(register.view()), _areas, "state", row=_clearance
)
