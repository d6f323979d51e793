"""Contaminated areas: who still has to clear, who has finished, what others report."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ccm_engine.domain.articles.article_04_clearance import reported_by_others
from ccm_engine.domain.obligations import OUTSTANDING, Obligation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.standpoint import Standpoint

_CLEARANCE = frozenset(map(Provision.parse, ("4(1)(a)", "4(1)(b)")))


@attrs.frozen
class Clearance:
    """Article 4(1) on one day; lists are states by code.

    `reported_by_others` are the undetermined whose contamination only others report.
    """

    outstanding: tuple[str, ...]
    completed: tuple[str, ...]
    undetermined: tuple[str, ...]
    reported_by_others: tuple[str, ...]


def clearance(obligations: Iterable[Obligation], point: Standpoint) -> Clearance:
    """Sort these obligations' states by where they stand with Article 4(1).

    A state with several clearance duties is outstanding while one of them is, and completed
    only when all are.
    """
    by_state: dict[str, list[Standing]] = {}
    for each in obligations:
        if each.provision in _CLEARANCE:
            by_state.setdefault(each.state, []).append(each.standing)
    outstanding = {state for state, all_of in by_state.items() if OUTSTANDING & set(all_of)}
    undetermined = tuple(
        sorted(
            state
            for state, all_of in by_state.items()
            if Standing.UNDETERMINED in all_of and state not in outstanding
        )
    )
    completed = {
        state
        for state, all_of in by_state.items()
        if Standing.DISCHARGED in all_of and state not in {*outstanding, *undetermined}
    }
    reported = tuple(
        state for state in undetermined if reported_by_others(point.dossier(state)) is not None
    )
    return Clearance(tuple(sorted(outstanding)), tuple(sorted(completed)), undetermined, reported)
