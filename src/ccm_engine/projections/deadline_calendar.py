"""What falls due in a stretch of days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from ccm_engine.domain.obligations import Obligation, Standing

_NOTHING_DUE: Final = frozenset({Standing.NOT_ENGAGED, Standing.CEASED})


def falling_due(
    obligations: Iterable[Obligation], first: date, last: date
) -> tuple[Obligation, ...]:
    """Return the dated duties whose last day lies in the stretch, soonest first.

    Duties that do not apply are left out; those of unknown application are not, they say so.
    """
    found = [
        each
        for each in obligations
        if each.due is not None
        and first <= each.due.latest <= last
        and each.standing not in _NOTHING_DUE
    ]
    return tuple(sorted(found, key=_soonest))


def _soonest(obligation: Obligation) -> tuple[date, str]:
    due = obligation.due
    return (due.latest if due else date.max), obligation.id
