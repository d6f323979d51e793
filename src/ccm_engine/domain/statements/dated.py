"""Stated days against computed ones: entry into force, the initial report, Articles 3 and 4."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles.article_03_holdings import ART_3_2
from ccm_engine.domain.articles.article_03_stockpiles import DESTRUCTION_YEARS
from ccm_engine.domain.articles.article_04_clearance import CLEARANCE_YEARS
from ccm_engine.domain.articles.article_04_contamination import ART_4_1_A
from ccm_engine.domain.articles.article_07_reports import ART_7_1, INITIAL_REPORT_DAYS
from ccm_engine.domain.articles.article_17_entry_into_force import (
    ART_17_2,
    convention_in_force_on,
)
from ccm_engine.domain.calendar import PartialDate, add_days, days_between
from ccm_engine.domain.events import Signed
from ccm_engine.domain.obligations import Extension, Obligation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.statements.findings import Finding, Verdict
from ccm_engine.domain.statements.kinds import EXTENDABLE, Duty
from ccm_engine.domain.statements.miscounts import Case
from ccm_engine.domain.statements.mistakes import likely_mistake
from ccm_engine.domain.statements.statement import Statement
from ccm_engine.domain.statements.viewpoints import Day, View
from ccm_engine.domain.states import StateCode

PROVISIONS: Final[Mapping[Duty, Provision]] = {
    Duty.ENTRY_INTO_FORCE: ART_17_2,
    Duty.INITIAL_REPORT: ART_7_1,
    Duty.STOCKPILES: ART_3_2,
    Duty.CLEARANCE: ART_4_1_A,
}
_PERIODS: Final = {
    Duty.INITIAL_REPORT: f"{INITIAL_REPORT_DAYS} days",
    Duty.STOCKPILES: f"{DESTRUCTION_YEARS} years",
    Duty.CLEARANCE: f"{CLEARANCE_YEARS} years",
}
IN_PART: Final = "that depends on days known only in part"


@attrs.frozen
class Computed:
    """The day that the register computes, and why; `day` is `None` where it computes none."""

    day: PartialDate | None
    why: str
    extensions: tuple[Extension, ...] = ()


def check_dated(statement: Statement, state: StateCode, duty: Duty, day: Day) -> Finding:
    """Compare a stated day with the computed one, and name the likely mistake."""
    finding = Finding(
        statement=statement,
        as_of=day.as_of,
        verdict=Verdict.UNCHECKED,
        stated=None if statement.on is None else str(statement.on),
        computed=None,
        why="it states no day",
        provision=PROVISIONS[duty],
        obligation=_obligation(state, duty),
    )
    if statement.on is None:
        return finding
    ours, other = (compute(statement, state, duty, each) for each in (day.asked, day.other_end))
    if ours.day is None or other.day is None:
        return attrs.evolve(finding, why=ours.why if ours.day is None else IN_PART)
    if ours.day != other.day:
        return _in_doubt(finding, statement.on, ours.day, other.day)
    verdict = _verdict(statement, state, duty, day, ours.day)
    found = attrs.evolve(finding, verdict=verdict, computed=str(ours.day), why=ours.why)
    if verdict is Verdict.DISAGREE and (exact := ours.day.exact) is not None:
        case = _case(statement.on, state, duty, day, exact, ours.extensions)
        found = attrs.evolve(found, mistake=likely_mistake(case))
    return attrs.evolve(found, days_off=days_off(statement.on, ours.day))


def days_off(stated: PartialDate, computed: PartialDate) -> int | None:
    """Return how many days after the computed day the stated one lies, if both are exact."""
    if stated.exact is None or computed.exact is None:
        return None
    return days_between(computed.exact, stated.exact)


def _obligation(state: StateCode, duty: Duty) -> str | None:
    if duty is Duty.ENTRY_INTO_FORCE:
        return None
    return f"{state}/{PROVISIONS[duty].slug}"


def _in_doubt(
    finding: Finding, stated: PartialDate, one: PartialDate, other: PartialDate
) -> Finding:
    """Leave undecided what days known only in part could make right: INT-0012."""
    earliest = min(one.first, other.first)
    span = PartialDate(earliest, max(one.latest, other.latest))
    verdict = Verdict.UNCHECKED if span.meets(stated) else Verdict.DISAGREE
    return attrs.evolve(finding, verdict=verdict, computed=str(span), why=IN_PART)


def compute(statement: Statement, state: StateCode, duty: Duty, view: View) -> Computed:
    """Compute the day that a statement is about, as one reading has it."""
    binding = view.binding(state)
    if binding.deposit is None:
        return Computed(None, f"no instrument is on record by {view.point.as_of}")
    if binding.in_force_on is None:
        return Computed(None, binding.grounds[0].conclusion)
    if duty is Duty.ENTRY_INTO_FORCE:
        return Computed(PartialDate.on(binding.in_force_on), binding.grounds[0].conclusion)
    obligation = view.owed(state)[PROVISIONS[duty].slug]
    why = f"{_PERIODS[duty]} from entry into force on {binding.in_force_on}"
    if obligation.treaty_due is None:
        return Computed(None, f"nothing is due: {obligation.standing.value}")
    if duty is Duty.INITIAL_REPORT or statement.after_extension is False:
        return Computed(PartialDate.on(obligation.treaty_due), why)
    if obligation.due is None:
        return Computed(None, "no day runs before a new extension is granted (INT-0006)")
    why += _extended(obligation.extensions) + _not_engaged(obligation)
    return Computed(obligation.due, why, obligation.extensions)


def _extended(extensions: tuple[Extension, ...]) -> str:
    return "".join(f", extended to {each.due} ({each.event})" for each in extensions)


def _not_engaged(obligation: Obligation) -> str:
    """Say so where it is not known, or not so, that the duty applies; its day is certain."""
    if obligation.standing in {Standing.UNDETERMINED, Standing.NOT_ENGAGED}:
        return f"; the duty itself is {obligation.standing.value}"
    return ""


def _verdict(
    statement: Statement, state: StateCode, duty: Duty, day: Day, computed: PartialDate
) -> Verdict:
    stated = statement.on
    if stated is None:
        return Verdict.UNCHECKED
    if stated == computed:
        return Verdict.AGREE
    if computed.meets(stated):
        return Verdict.PRECISION
    if duty in EXTENDABLE and computed.exact is not None:
        plain = compute(statement, state, duty, day.by_arithmetic).day
        if _differ_in_style(stated, computed.exact, plain):
            return Verdict.STYLE
    return Verdict.DISAGREE


def _differ_in_style(stated: PartialDate, computed: date, plain: PartialDate | None) -> bool:
    """Tell whether two days are one period's last day, in its two styles: INT-0001.

    `plain` is the anniversary by arithmetic. A decision may itself have stated the day before,
    which then is what is computed (INT-0008); the anniversary is the other style.
    """
    before = add_days(computed, -1)
    if PartialDate.on(before).meets(stated):
        return True
    if plain is None or plain.exact is None or add_days(plain.exact, -1) != computed:
        return False
    return plain.meets(stated)


def _case(
    stated: PartialDate,
    state: StateCode,
    duty: Duty,
    day: Day,
    computed: date,
    extensions: tuple[Extension, ...],
) -> Case:
    point, binding = day.asked.point, day.asked.binding(state)
    signed = point.dossier(state).first(Signed)
    obligation = day.asked.owed(state).get(PROVISIONS[duty].slug)
    return Case(
        duty=duty,
        stated=stated,
        computed=computed,
        signed_on=signed.event.occurred_on.exact if signed else None,
        deposited_on=binding.deposit.event.occurred_on.exact if binding.deposit else None,
        in_force_on=binding.in_force_on,
        convention_in_force_on=convention_in_force_on(point.ccm, point.reading),
        sixth_month_from_day=day.by_day_of_deposit.binding(state).in_force_on,
        treaty_due=obligation.treaty_due if obligation else None,
        extensions=extensions,
    )
