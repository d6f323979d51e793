"""Every ledger by its name, read on a day, and as a document."""

from __future__ import annotations

from typing import Final

import attrs

from ccm_engine.domain.states import state as find_state
from ccm_engine.errors import InvalidValueError
from ccm_engine.exporters.envelope import Document
from ccm_engine.exporters.ledgers import decisions, efforts, reach, reports, weapons
from ccm_engine.exporters.ledgers.sheets import ALL, Selection, Sheet
from ccm_engine.exporters.ledgers.values import as_json
from ccm_engine.register import Register

LEDGERS: Final = {
    "stockpiles": weapons.STOCKPILES,
    "retained": weapons.RETAINED,
    "clearance": weapons.CLEARANCE,
    "initial-reports": reports.INITIAL_REPORTS,
    "annual-reports": reports.ANNUAL_REPORTS,
    "victims": efforts.VICTIMS,
    "cooperation": efforts.COOPERATION,
    "measures": efforts.MEASURES,
    "extensions": decisions.EXTENSIONS,
    "joined": decisions.JOINED,
    "amendments": decisions.AMENDMENTS,
    "coverage": reach.COVERAGE,
}


def read_ledger(register: Register, name: str, chosen: Selection = ALL) -> Sheet:
    """Return one ledger on the register's day, as far as it is asked for.

    Raises `InvalidValueError` for a ledger there is not, and for a choice that says nothing to it;
    `UnknownStateError` for no state.
    """
    ledger = LEDGERS.get(name)
    if ledger is None:
        remedy = f"give {', '.join(LEDGERS)}"
        raise InvalidValueError(f"show the ledger {name!r}", "there is none of that name", remedy)
    for given in attrs.fields(Selection):
        told = getattr(chosen, given.name) != getattr(ALL, given.name)
        if told and given.name not in ledger.takes:
            obstacle = f"{given.name} says nothing to it"
            raise InvalidValueError(f"show the ledger {name}", obstacle, f"leave {given.name} out")
    if chosen.state is not None:
        chosen = attrs.evolve(chosen, state=find_state(chosen.state).code)
    found = ledger.read(register, chosen)
    selected = {given: getattr(chosen, given) for given in ledger.takes}
    return Sheet(name, selected, found.rows, found.totals)


def ledger_document(sheet: Sheet) -> Document:
    """Return `ledger`, `selected`, `count`, `rows` and `totals` of these rows."""
    return {
        "ledger": sheet.ledger,
        "selected": as_json(sheet.selected),
        "count": len(sheet.rows),
        "rows": as_json(sheet.rows),
        "totals": as_json(sheet.totals),
    }
