"""Stockpiles: whose are destroyed, whose are not, whose are unknown."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ccm_engine.domain.obligations import OUTSTANDING, Obligation, Standing
from ccm_engine.domain.provisions import Provision

_DESTRUCTION = Provision.parse("3(2)")
_WITH_STOCKS = OUTSTANDING | {Standing.DISCHARGED}


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
