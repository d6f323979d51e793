"""What States Parties owe politically: one obligation for each action that applies to a state.

Nothing here binds. An action with a time limit is weighed as a dated duty is, but never called
overdue where the log says that its sources do not reach what the action carries out; one without
is a standing duty whose grounds say what the record shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Final

import attrs

from ccm_engine.domain.action_plans import dubrovnik, lausanne, vientiane
from ccm_engine.domain.action_plans.engagement import engagement
from ccm_engine.domain.action_plans.evidence import meets, progress, shows
from ccm_engine.domain.action_plans.limits import DatedLimit, clock
from ccm_engine.domain.action_plans.plan import (
    Action,
    ByDay,
    ByMeeting,
    EveryThirtiethOfApril,
    MonthsAfterEntryIntoForce,
    NextMeetingAfterCompletion,
    NoLimit,
    Plan,
    WithInitialReport,
)
from ccm_engine.domain.articles.article_03_holdings import holdings
from ccm_engine.domain.articles.article_07_reports import annual_reports, initial_report
from ccm_engine.domain.articles.next_meeting import NextMeeting, declared_after, next_meeting
from ccm_engine.domain.events import Entry, Event
from ccm_engine.domain.interpretations import AfterPlan
from ccm_engine.domain.obligations import Engagement, Ground, Nature, Obligation, Rule, Situation
from ccm_engine.domain.provisions import Cited
from ccm_engine.domain.weighing import Dated, identifier, standing_duty, weigh

PLANS: Final = {plan.code: plan for plan in (vientiane.PLAN, dubrovnik.PLAN, lausanne.PLAN)}
"""The action plans by their code, in the order of their adoption."""

_STOCKPILES: Final = 3
"""The Article whose fulfilment is announced."""

_PLACES: Final[Mapping[Cited, int]] = {
    action.cited: place
    for place, action in enumerate(each for plan in PLANS.values() for each in plan.actions)
}


def commitment(action: Action, at: Situation) -> Iterator[Obligation]:
    """Yield what one action asks of a state: of whoever was bound before its plan ended.

    A state bound before the plan began counts from its own entry into force all the same.
    """
    plan, begins = PLANS[action.cited.instrument], at.binding.in_force_on
    if begins is None or plan.over_on(begins) or at.as_of < plan.begins_on:
        return
    if at.binding.ceased_on is not None and at.binding.ceased_on <= plan.begins_on:
        return
    match action.limit:
        case EveryThirtiethOfApril() | WithInitialReport():
            yield from _reports(at, action, plan)
        case NextMeetingAfterCompletion():
            yield from _announcement(at, action, plan, begins)
        case MonthsAfterEntryIntoForce() | ByMeeting() | ByDay() as limit:
            yield from _dated(at, action, plan, limit)
        case NoLimit():
            yield from _undated(at, action, plan)


def _dated(at: Situation, action: Action, plan: Plan, limit: DatedLimit) -> Iterator[Obligation]:
    """Weigh an action due on a day; a day that passed before the state was bound is no limit."""
    begins = at.binding.in_force_on
    if begins is None or (addressed := engagement(at, action, plan)) is None:
        return
    when = clock(at, action, limit, begins)
    if when.due is not None and when.due.latest < begins:
        why = f"its time limit, {limit}, had passed before the Convention bound the state"
        yield from _undated(at, action, plan, (Ground(action.cited, why),))
        return
    first = meets(at, action, plan)[:1]
    shown = first or shows(at, action, plan)
    yield from _standing_after(
        at,
        plan,
        Dated(
            provision=action.cited,
            duty=action.summary,
            treaty_due=None,
            due=when.due,
            suffix=action.part,
            nature=Nature.POLITICAL,
            rests_on=action.rests_on,
            engagement=addressed[0],
            discharged=first[0][0] if first else None,
            grounds=(*when.grounds, *addressed[1], *progress(action.cited, shown)),
        ),
    )


def _standing_after(at: Situation, plan: Plan, dated: Dated) -> Iterator[Obligation]:
    """Weigh what is due, unless it lapsed with its plan: INT-0023."""
    due = dated.due
    after = plan.ends_on is not None and (due is None or plan.ends_on < at.day(due))
    if not (after and plan.over_on(at.as_of)):
        yield weigh(at, dated)
    elif at.reading.after_plan is AfterPlan.STILL_DUE:
        why = f"the plan ended on {plan.ends_on}; a limit that arose before stands (INT-0023)"
        ended = Ground(dated.provision, why)
        yield weigh(at, attrs.evolve(dated, grounds=(*dated.grounds, ended)))


def _undated(
    at: Situation, action: Action, plan: Plan, why: tuple[Ground, ...] = ()
) -> Iterator[Obligation]:
    """Ask for something without a day, as long as the plan runs; say what the record shows."""
    addressed = engagement(at, action, plan)
    if plan.over_on(at.as_of) or addressed is None:
        return
    shown = progress(action.cited, shows(at, action, plan))
    if not shown and addressed[0] is Engagement.ENGAGED:
        shown = (Ground(action.cited, "nothing is on record that shows it"),)
    yield standing_duty(
        at,
        action.cited,
        action.summary,
        engagement=addressed[0],
        grounds=(*why, *addressed[1], *shown),
        nature=Nature.POLITICAL,
    )


def _announcement(at: Situation, action: Action, plan: Plan, begins: date) -> Iterator[Obligation]:
    """Announce completion at the next meeting: arises with completion while bound.

    The plan that ran on the day of completion asks for it. Where none with such an action did, the
    one that runs when the next meeting opens does.
    """
    completed = holdings(at).completed
    if completed is None or completed.event.occurred_on.latest < begins:
        return
    following = next_meeting(at, completed, action.cited)
    # A meeting that is not called yet can open on the day asked about at the earliest.
    opens = at.as_of if following.opens is None else at.day(following.opens)
    if _asks_to_announce(plan, at.day(completed.event.occurred_on), opens):
        yield from _standing_after(at, plan, _announced(at, action, following, completed))


def _asks_to_announce(plan: Plan, completed_on: date, opens_on: date) -> bool:
    """Tell whether a plan asks to announce a completion; one completion is asked about once."""
    for each in PLANS.values():
        if each.runs_on(completed_on) and any(map(_announces, each.actions)):
            return each is plan
    return completed_on < plan.begins_on and plan.runs_on(opens_on)


def _announces(action: Action) -> bool:
    return isinstance(action.limit, NextMeetingAfterCompletion)


def _announced(
    at: Situation, action: Action, following: NextMeeting, completed: Entry[Event]
) -> Dated:
    declared = declared_after(at, completed, _STOCKPILES)
    carried_out = [each for each, _ in meets(at, action, PLANS[action.cited.instrument])]
    discharged = declared or next(iter(carried_out), None)
    said: tuple[Ground, ...] = ()
    if discharged is not None:
        words = f"announced {discharged.event.occurred_on}"
        said = (Ground(action.cited, words, (discharged.id,)),)
    when = f"destruction completed {completed.event.occurred_on}"
    done = Ground(action.cited, when, (completed.id,))
    return Dated(
        provision=action.cited,
        duty=action.summary,
        treaty_due=None,
        due=following.opens,
        nature=Nature.POLITICAL,
        rests_on=action.rests_on,
        discharged=discharged,
        done_in_time=following.heard(declared),
        perhaps_in_time=following.perhaps_heard(declared),
        grounds=(done, *following.grounds, *said),
    )


def _reports(at: Situation, action: Action, plan: Plan) -> Iterator[Obligation]:
    """Ask for the reports of Article 7 that fall due while the plan runs, as Article 7 weighs them.

    An initial report due after the plan's end arose with entry into force: INT-0023.
    """
    yearly = isinstance(action.limit, EveryThirtiethOfApril)
    for duty in annual_reports(at) if yearly else initial_report(at):
        if duty.due is None or duty.due.latest < plan.begins_on:
            continue
        after = plan.over_on(duty.due.latest)
        lapsed = plan.over_on(at.as_of) and at.reading.after_plan is AfterPlan.LAPSED
        if after and (yearly or lapsed):
            continue
        suffix = duty.id.rpartition("/")[2] if yearly else action.part
        yield attrs.evolve(
            duty,
            id=identifier(at.dossier.stream, action.cited, suffix),
            provision=action.cited,
            nature=Nature.POLITICAL,
            treaty_due=None,
            grounds=(*duty.grounds, Ground(action.cited, f"asked for again: {action.limit}")),
        )


COMMITMENT_RULES: Final[tuple[Rule, ...]] = tuple(
    partial(commitment, action) for plan in PLANS.values() for action in plan.actions if action.owed
)
"""What each State Party owes politically, plan by plan, in the order of its actions."""


def in_order(obligations: Iterable[Obligation]) -> list[Obligation]:
    """Return political obligations in the order of the plans and of their actions."""
    return sorted(obligations, key=lambda each: _PLACES[each.provision])
