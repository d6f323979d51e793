"""Where a state stands with what a statement says of it, by its membership and its obligations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles.article_03_holdings import ART_3_2
from ccm_engine.domain.articles.article_04_contamination import ART_4_1_A
from ccm_engine.domain.articles.article_07_reports import ART_7_1
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.obligations import (
    OUTSTANDING,
    OVERDUE,
    Obligation,
    Standing,
    Timeliness,
)
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.statements.statement import Statement
from ccm_engine.domain.statements.viewpoints import Membership, View
from ccm_engine.domain.states import StateCode
from ccm_engine.domain.weighing import timeliness_of

_OWED: Final = OUTSTANDING | {Standing.CONTINUING}


@attrs.frozen
class Position:
    """Where a state stands, in a word, with the reason; `holds` tells whether it is as stated.

    `holds` is `None` where that is undetermined.
    """

    holds: bool | None
    computed: str
    why: str


Judge = Callable[[Statement, StateCode, View], Position]


def asked_until(view: View) -> date | None:
    """Return the day by which the sources asked had appeared, where silence of them is no proof."""
    published_by = view.point.history.published_by
    silent = published_by is not None and published_by < view.point.as_of
    return published_by if silent else None


def membership(wanted: Membership) -> Judge:
    """Judge what a state is to the Convention: Articles 15 to 17."""

    def judge(_: Statement, state: StateCode, view: View) -> Position:
        found, binding = view.membership(state), view.binding(state)
        deposit = binding.deposit
        if deposit is None:
            nothing = _not_bound(view, state)
            holds = None if nothing.holds is None else found is wanted
            return attrs.evolve(nothing, holds=holds)
        why = f"deposited {deposit.event.occurred_on} [{deposit.id}]"
        if binding.in_force_on is not None:
            why += f", in force on {binding.in_force_on}"
        return Position(found is wanted, found.value, why)

    return judge


def duties_under(view: View, state: StateCode, provision: Provision) -> list[Obligation]:
    """Return what a state owes under a provision; for Article 4 of each conflict too."""
    slugs = ("4.1a", "4.1b") if provision == ART_4_1_A else (provision.slug,)
    return [each for name, each in view.owed(state).items() if name.partition("/")[0] in slugs]


def is_owed(duties: Iterable[Obligation]) -> bool | None:
    """Tell whether something is still to be done; `None` where that is undetermined."""
    standings = {each.standing for each in duties}
    if standings & _OWED:
        return True
    return None if Standing.UNDETERMINED in standings else False


def _not_bound(view: View, state: StateCode) -> Position:
    """Say of a state without a deposit that it owes nothing; it never did, as far as is known.

    Where only some sources are asked, that they tell of no deposit says nothing.
    """
    told = view.point.history.published_by
    why = f"no instrument is on record by {told or view.point.as_of}"
    return Position(False if told is None else None, view.membership(state).value, why)


def _standing(duties: list[Obligation]) -> str:
    return ", ".join(dict.fromkeys(each.standing.value for each in duties))


def because(duties: Iterable[Obligation]) -> str:
    """Say the last ground of each duty, which is what settled it or what is missing."""
    return "; ".join(each.grounds[-1].conclusion for each in duties if each.grounds)


def standing_is(provision: Provision, *, owed: bool) -> Judge:
    """Judge whether a duty is still to be done, or is not any more."""

    def judge(_: Statement, state: StateCode, view: View) -> Position:
        duties = duties_under(view, state, provision)
        if not duties:
            return _not_bound(view, state)
        found = is_owed(duties)
        holds = None if found is None else found is owed
        return Position(holds, _standing(duties), because(duties))

    return judge


def stockpiles(weighed: Callable[[Statement, Obligation, View], bool | None]) -> Judge:
    """Judge how a state stands with Article 3(2)."""

    def judge(statement: Statement, state: StateCode, view: View) -> Position:
        duties = duties_under(view, state, ART_3_2)
        if not duties:
            return _not_bound(view, state)
        (duty,) = duties
        if duty.standing is Standing.UNDETERMINED:
            return Position(None, duty.standing.value, because(duties))
        return Position(weighed(statement, duty, view), duty.standing.value, _days(duty))

    return judge


def _days(duty: Obligation) -> str:
    done = "" if duty.discharged_on is None else f", completed {duty.discharged_on}"
    asked = ", more time asked for" if duty.request_pending else ""
    running = "" if duty.due is None else f", due {duty.due}"
    return f"the treaty's day is {duty.treaty_due}{running}{done}{asked}"


def completed_in_time(_: Statement, duty: Obligation, _view: View) -> bool | None:
    """Tell whether all was destroyed by the deadline as it then ran."""
    if duty.timeliness is Timeliness.UNDETERMINED:
        return None
    return duty.standing is Standing.DISCHARGED and duty.timeliness is Timeliness.ON_TIME


def first_deadline_missed(statement: Statement, duty: Obligation, view: View) -> bool | None:
    """Tell whether the treaty's own day passed before all was destroyed, on the day stated."""
    if duty.treaty_due is None or duty.standing not in OUTSTANDING | {Standing.DISCHARGED}:
        return False
    first = PartialDate.on(duty.treaty_due)
    if statement.on is not None and not statement.on.meets(first):
        return False
    if duty.discharged_on is None:
        return view.point.as_of > duty.treaty_due
    timeliness, _, _ = timeliness_of(first, duty.discharged_on)
    return None if timeliness is Timeliness.UNDETERMINED else timeliness is Timeliness.LATE


def on_track(_: Statement, duty: Obligation, _view: View) -> bool:
    """Tell whether the deadline is ahead, and no more time was asked for to meet it."""
    return duty.standing is Standing.PENDING and not duty.request_pending


def initial_report(weighed: Callable[[Statement, Obligation, View], bool | None]) -> Judge:
    """Judge how a state stands with its initial report: Article 7(1)."""

    def judge(statement: Statement, state: StateCode, view: View) -> Position:
        duty = view.owed(state).get(ART_7_1.slug)
        if duty is None:
            return _not_bound(view, state)
        why = "no day runs" if duty.due is None else f"due {duty.due}"
        if duty.discharged_on is not None:
            why += f", submitted {duty.discharged_on} [{duty.discharged_by}]"
        holds = weighed(statement, duty, view)
        if holds is None:
            why += f"; whether it was submitted by {view.point.as_of} the sources do not tell"
        return Position(holds, duty.standing.value, why)

    return judge


def not_yet_due(_: Statement, duty: Obligation, view: View) -> bool:
    """Tell whether the 180 days are not over; the last day itself is in time."""
    ahead = duty.due is None or view.point.as_of <= duty.due.latest
    return ahead and duty.standing is not Standing.CEASED


def not_yet_submitted(statement: Statement, duty: Obligation, view: View) -> bool | None:
    """Tell whether no report is in; silence proves it only where the sources reach the day."""
    if duty.standing is Standing.DISCHARGED:
        return False
    if statement.overdue is not None and statement.overdue is not (duty.standing in OVERDUE):
        return None if duty.standing is Standing.UNDETERMINED else False
    return True if _reached(duty, view) else None


def _reached(duty: Obligation, view: View) -> bool:
    """Tell whether a report submitted by the day would be on record."""
    point = view.point
    if duty.standing is Standing.UNDETERMINED or asked_until(view) is not None:
        return False
    at = point.situation(point.dossier(duty.state))
    return at.unreached(ART_7_1, point.as_of) is None


def overdue(_: Statement, duty: Obligation, _view: View) -> bool | None:
    """Tell whether the 180 days are over and no report is in."""
    return None if duty.standing is Standing.UNDETERMINED else duty.standing in OVERDUE
