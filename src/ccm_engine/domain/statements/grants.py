"""Extensions whose stated day is not their months by arithmetic: INT-0008."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ccm_engine.domain.calendar import MonthEnd, PartialDate
from ccm_engine.domain.interpretations import DeadlineStyle, ExtensionDate, ExtensionEffect
from ccm_engine.domain.obligations import Extension, Obligation
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.statements.viewpoints import standpoint_on


@attrs.frozen
class GrantInDoubt:
    """One extension of one obligation, and the day to which its months lead."""

    obligation: Obligation
    extension: Extension
    by_months: PartialDate


def grants_in_doubt(point: Standpoint, state: str) -> Iterator[GrantInDoubt]:
    """Yield each grant of a state that says months and a day which do not agree.

    The months are added to the deadline as it ran when they were granted: Articles 3(5), 4(7).
    """
    reading = attrs.evolve(
        point.reading,
        deadline_style=DeadlineStyle.ANNIVERSARY,
        extension_date=ExtensionDate.STATED,
        extension_effect=ExtensionEffect.FROM_DECISION,
    )
    plain = standpoint_on(point, point.as_of, reading)
    for obligation in plain.derive(state, point.as_of):
        if obligation.extensions:
            yield from _of_chain(obligation, reading.month_end)


def _of_chain(obligation: Obligation, month_end: MonthEnd) -> Iterator[GrantInDoubt]:
    if obligation.treaty_due is None:
        return
    running = PartialDate.on(obligation.treaty_due)
    for each in obligation.extensions:
        if each.months is not None and each.until is not None:
            by_months = running.shifted(each.months, month_end)
            if not by_months.meets(each.until):
                yield GrantInDoubt(obligation, each, by_months)
        running = each.due
