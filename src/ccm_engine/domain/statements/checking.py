"""The check itself: each statement judged on its own day, with the reason and the mistake."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from ccm_engine.domain.calendar import FIRST_DAY, LAST_DAY
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.statements.dated import check_dated
from ccm_engine.domain.statements.deposits import check_deposit, with_swapped
from ccm_engine.domain.statements.findings import Checked, Finding, Verdict
from ccm_engine.domain.statements.kinds import DATED, UNDECIDABLE, Kind
from ccm_engine.domain.statements.positions import check_position
from ccm_engine.domain.statements.statement import Statement
from ccm_engine.domain.statements.viewpoints import Days


def check(statements: Iterable[Statement], point: Standpoint) -> Checked:
    """Compare statements with what the register computes, by the reading of the standpoint.

    Each is judged on the day it speaks of; where it names none, on the day its source was
    published (the last it can mean, never after the standpoint's); else on the standpoint's.
    """
    days = Days(point)
    return Checked(tuple(with_swapped([_finding(each, days) for each in statements])))


def judged_on(statement: Statement, asked: date) -> date:
    """Return the day on which a statement is judged."""
    if statement.as_of is not None:
        return statement.as_of.latest
    if statement.source.published is not None:
        return min(statement.source.published.latest, asked)
    return asked


def _finding(statement: Statement, days: Days) -> Finding:
    as_of, state, kind = judged_on(statement, days.point.as_of), statement.state, statement.kind
    if kind is None:
        return _unchecked(statement, as_of, _no_such_kind(statement.name))
    if state is None or kind in UNDECIDABLE:
        return _unchecked(statement, as_of, UNDECIDABLE[kind])
    if not FIRST_DAY <= as_of <= LAST_DAY:
        why = f"{as_of} lies outside the days that can be asked, {FIRST_DAY} to {LAST_DAY}"
        return _unchecked(statement, as_of, why)
    day = days.on(as_of)
    if kind is Kind.DEPOSIT_STATED:
        return check_deposit(statement, state, day)
    if kind in DATED:
        return check_dated(statement, state, DATED[kind], day)
    return check_position(statement, state, kind, days, day)


def _no_such_kind(name: str) -> str:
    near = get_close_matches(name, [each.value for each in Kind], n=1, cutoff=0)
    return f"no such statement is known; the nearest is {near[0]}"


def _unchecked(statement: Statement, as_of: date, why: str) -> Finding:
    return Finding(
        statement=statement,
        as_of=as_of,
        verdict=Verdict.UNCHECKED,
        stated=None if statement.on is None else str(statement.on),
        computed=None,
        why=why,
    )
