"""The page of the action plans: every action, its limit, its addressee, and what shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.action_plans import PLANS, Action, Plan
from ccm_engine.domain.action_plans.evidence import PROGRESS_ONLY, SHOWN_BY
from ccm_engine.domain.action_plans.plan import (
    EveryThirtiethOfApril,
    NextMeetingAfterCompletion,
    Numbering,
    WithInitialReport,
)
from docs.generators.markdown import document, table

PATH: Final = "reference/action-plans.md"

_INTRODUCTION: Final = """\
What the States Parties committed themselves to beside the Convention. It binds nobody: the engine
derives it as obligations of nature `political`, and shows them only to who asks for them, by
`ccm obligations --plan VAP` or `Register.commitments`. The words are our own, from the sources
named; none of the plans was read whole. `VAP 21` is the action, `AFG/VAP.21` what one state owes
by it; an action whose number is not known has a short name.

An action with a time limit is met by the first of the events named, or by `action-carried-out`
with its plan and item, which shows any action but reports. Where it says progress only, nothing but
`action-carried-out` meets it. Unmet after its day it is overdue, but
undetermined where the log says that its sources do not reach one of the provisions it carries out.
An action without one goes on as long as its plan, and its grounds give the progress on record. A
day that had passed before a state was bound is no limit for it, and a plan that had ended asks
nothing of it; what falls due after the plan's end is
[INT-0023](../interpretations/INT-0023.md).
"""

_NUMBERS: Final = {
    Numbering.KNOWN: "",
    Numbering.INFERRED: "number inferred from the order of points on a page",
    Numbering.UNKNOWN: "number not known",
}


def page() -> str:
    """Return the page in Markdown."""
    return document(
        "Action plans", _INTRODUCTION, *(p for each in PLANS.values() for p in _plan(each))
    )


def _plan(plan: Plan) -> Iterator[str]:
    yield f"## {plan.title} ({plan.code})"
    until = f"to {plan.ends_on}" if plan.ends_on else "with no known end"
    yield f"From {plan.begins_on} {until}. The sources hold it {plan.held}."
    head = ("Action", "Asks to", "By when", "Of whom", "Met or shown by", "Carries out", "Source")
    yield table(head, map(_row, plan.actions))
    if plan.gaps:
        yield "Text not found; nothing follows from these:"
        rows = ((gap.numbers, gap.known, gap.source) for gap in plan.gaps)
        yield table(("Actions", "What is known", "Source"), rows)


def _row(action: Action) -> tuple[str, ...]:
    about = [action.source, _NUMBERS[action.numbering], action.remark or ""]
    return (
        f"`{action.cited.slug}{f'/{action.part}' if action.part else ''}`",
        action.summary,
        str(action.limit),
        action.addressee.value if action.owed else f"{action.addressee.value}: nobody owes it",
        _shown_by(action),
        ", ".join(map(str, action.rests_on)),
        "; ".join(each for each in about if each),
    )


def _shown_by(action: Action) -> str:
    if not action.owed:
        return ""
    match action.limit:
        case WithInitialReport():
            return "`initial-report-submitted`, as 7(1) counts it"
        case EveryThirtiethOfApril():
            return "`annual-report-submitted`, as 7(2) counts it"
        case NextMeetingAfterCompletion():
            return "`compliance-declared` under Article 3"
        case _:
            names = [
                _named(sign.kind.TYPE, sign.only) for sign in SHOWN_BY.get(action.cited.slug, ())
            ]
            found = ", ".join(names) or "no event of its own"
            return f"{found}: progress only" if action.cited.slug in PROGRESS_ONLY else found


def _named(stored: str, only: frozenset[object]) -> str:
    name = f"`{stored.removeprefix('ccm.').rpartition('.v')[0]}`"
    allowed = sorted(str(getattr(each, "value", each)) for each in only)
    return f"{name} ({' or '.join(allowed)})" if allowed else name
