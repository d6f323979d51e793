"""The time-limited commitments of the action plans: who met them, and who did not in time.

Counted by action, of the plan in force. An action without a time limit has nothing to be counted
by, and of yearly reports only the last year due is; `transparency` has the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ccm_engine.domain.action_plans import PLANS, Action, Plan
from ccm_engine.domain.action_plans.plan import EveryThirtiethOfApril, NoLimit, WithInitialReport
from ccm_engine.domain.obligations import OVERDUE, Obligation, Standing
from ccm_engine.projections.certainty import Certainty, certain, in_period, state_count
from ccm_engine.projections.counting import Clause, Events, Figure
from ccm_engine.projections.silence import known_until
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View

_REPORTS: Final = (EveryThirtiethOfApril, WithInitialReport)

Judge = Callable[[Obligation], Certainty]
"""Tells whether a state is counted by what it owes."""


def position(view: View) -> Iterator[Figure]:
    """Yield, for each dated action of the plan in force, who met it and whose is overdue."""
    for plan in PLANS.values():
        if plan.runs_on(view.as_of):
            for action in _dated(plan):
                yield from _position(view, action)


def _position(view: View, action: Action) -> Iterator[Figure]:
    suffix = _suffix(view, action)
    if suffix is None:
        return
    yield _count(view, action, suffix, "met", "has met", "have met", _met_on(view, action))
    yield _count(
        view, action, suffix, "overdue", "is overdue with", "are overdue with", _overdue_on(view)
    )


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield, for each dated action of the plans that ran in the period, who met it in the period.

    Reports are left to `transparency`.
    """
    for plan in PLANS.values():
        if plan.begins_on > after.as_of or (plan.ends_on and plan.ends_on <= before.as_of):
            continue
        for action in _dated(plan):
            if not isinstance(action.limit, _REPORTS):
                met = _met_between(before, after)
                yield _count(after, action, "", "met_in_period", "met", "met", met)


def _dated(plan: Plan) -> Iterator[Action]:
    return (each for each in plan.actions if each.owed and not isinstance(each.limit, NoLimit))


def _suffix(view: View, action: Action) -> str | None:
    """Return what tells an action's obligations apart: of yearly ones the last year due, if any."""
    if not isinstance(action.limit, EveryThirtiethOfApril):
        return action.part
    years = [
        _part(each)
        for state in view.parties
        for each in view.commitments_of(state)
        if each.provision == action.cited and each.due and each.due.latest < view.as_of
    ]
    return max((year for year in years if year.isdigit()), default=None)


def _part(obligation: Obligation) -> str:
    """Return the last part of an identifier, as in `AFG/DAP.6.1/2018`; empty where it has none."""
    return obligation.id.partition(f"{obligation.provision.slug}")[2].removeprefix("/")


def _count(
    view: View, action: Action, suffix: str, what: str, one: str, many: str, judge: Judge
) -> Figure:
    name = ".".join(each for each in (action.cited.slug, suffix) if each).replace("-", "_")
    said = f"{action.cited}{f' for {suffix}' if suffix.isdigit() else ''}: {action.summary}"
    answers = (
        (state, judge(each), _proof(each))
        for state in view.parties
        for each in view.commitments_of(state)
        if each.provision == action.cited and _part(each) == suffix
    )
    clause = Clause(f"State Party {one} {said}", f"States Parties {many} {said}")
    return state_count(f"action_plans.{name}.{what}", clause, answers, action.cited)


def _met_on(view: View, action: Action) -> Judge:
    def end(standing: Standing, state: str) -> Certainty:
        match standing:
            case Standing.DISCHARGED:
                return Certainty.YES
            case Standing.PENDING if not _told_of(view, action, state):
                return Certainty.UNKNOWN
            case Standing.UNDETERMINED:
                return Certainty.UNKNOWN
            case _:
                return Certainty.NO

    return lambda each: certain(end(standing, each.state) for standing in _ends(each))


def _told_of(view: View, action: Action, state: str) -> bool:
    """Tell whether the sources reach the day for all that an action rests on."""
    return all(known_until(view.point, each, state).reaches(view.as_of) for each in action.rests_on)


def _overdue_on(view: View) -> Judge:
    def judge(obligation: Obligation) -> Certainty:
        if obligation.due is None or view.as_of <= obligation.due.first:
            return Certainty.NO
        ends = _ends(obligation)
        if Standing.UNDETERMINED in ends:
            return Certainty.UNKNOWN
        return certain(Certainty.YES if each in OVERDUE else Certainty.NO for each in ends)

    return judge


def _met_between(before: View, after: View) -> Judge:
    def judge(obligation: Obligation) -> Certainty:
        other = obligation.otherwise or obligation
        day = obligation.discharged_on or other.discharged_on
        if day is not None:
            return in_period(day, before.as_of, after.as_of)
        return Certainty.UNKNOWN if Standing.UNDETERMINED in _ends(obligation) else Certainty.NO

    return judge


def _ends(obligation: Obligation) -> tuple[Standing, ...]:
    """Return the standing by either end of the days known in part."""
    other = obligation.otherwise
    return (obligation.standing,) if other is None else (obligation.standing, other.standing)


def _proof(obligation: Obligation) -> Events:
    return tuple(dict.fromkeys(name for each in obligation.grounds for name in each.events))


THEME = Theme(
    key="action_plans",
    title="Action plans",
    provisions=(
        "3(2)",
        "4(1)(c)",
        "4(2)",
        "5(1)",
        "5(2)(g)",
        "6(1)",
        "7(1)(a)",
        "7(1)(f)",
        "7(1)(k)",
        "9",
    ),
    position=position,
    progress=progress,
)
