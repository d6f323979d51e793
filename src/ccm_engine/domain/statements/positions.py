"""Stated positions against the register: who signed only, what is outstanding, what is late."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from ccm_engine.domain.articles.article_03_holdings import ART_3_2
from ccm_engine.domain.articles.article_04_contamination import ART_4_1_A
from ccm_engine.domain.articles.article_05_victims import ART_5_1
from ccm_engine.domain.articles.article_07_reports import ART_7_1
from ccm_engine.domain.articles.article_17_entry_into_force import ART_17_2
from ccm_engine.domain.calendar import FIRST_DAY, add_days
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.statements.dated import IN_PART
from ccm_engine.domain.statements.deposits import ART_16
from ccm_engine.domain.statements.findings import Finding, Verdict
from ccm_engine.domain.statements.judges import (
    Judge,
    because,
    completed_in_time,
    duties_under,
    first_deadline_missed,
    initial_report,
    is_owed,
    membership,
    not_yet_due,
    not_yet_submitted,
    on_track,
    overdue,
    standing_is,
    stockpiles,
)
from ccm_engine.domain.statements.kinds import Kind
from ccm_engine.domain.statements.statement import Statement
from ccm_engine.domain.statements.viewpoints import Day, Days, Membership
from ccm_engine.domain.states import StateCode


@attrs.frozen
class _Rule:
    stated: str
    provision: Provision
    judge: Judge


POSITIONS: Final[Mapping[Kind, _Rule]] = {
    Kind.SIGNATORY_NOT_RATIFIED: _Rule(
        Membership.SIGNATORY.value, ART_16, membership(Membership.SIGNATORY)
    ),
    Kind.ENTRY_INTO_FORCE_PENDING: _Rule(
        Membership.CONSENTED.value, ART_17_2, membership(Membership.CONSENTED)
    ),
    Kind.ARTICLE_3_OUTSTANDING: _Rule("outstanding", ART_3_2, standing_is(ART_3_2, owed=True)),
    Kind.ARTICLE_3_COMPLETED_IN_TIME: _Rule(
        "discharged in time", ART_3_2, stockpiles(completed_in_time)
    ),
    Kind.ARTICLE_3_FIRST_DEADLINE_MISSED: _Rule(
        "first deadline missed", ART_3_2, stockpiles(first_deadline_missed)
    ),
    Kind.ARTICLE_3_ON_TRACK: _Rule("on track", ART_3_2, stockpiles(on_track)),
    Kind.ARTICLE_4_OUTSTANDING: _Rule("outstanding", ART_4_1_A, standing_is(ART_4_1_A, owed=True)),
    Kind.ARTICLE_4_ADDED: _Rule("newly outstanding", ART_4_1_A, standing_is(ART_4_1_A, owed=True)),
    Kind.ARTICLE_4_REMOVED: _Rule(
        "no longer outstanding", ART_4_1_A, standing_is(ART_4_1_A, owed=False)
    ),
    Kind.ARTICLE_5_REPORTED: _Rule("continuing", ART_5_1, standing_is(ART_5_1, owed=True)),
    Kind.ARTICLE_5_ADDED: _Rule("newly continuing", ART_5_1, standing_is(ART_5_1, owed=True)),
    Kind.ARTICLE_5_REMOVED: _Rule(
        "no longer continuing", ART_5_1, standing_is(ART_5_1, owed=False)
    ),
    Kind.INITIAL_REPORT_NOT_YET_DUE: _Rule("not yet due", ART_7_1, initial_report(not_yet_due)),
    Kind.INITIAL_REPORT_NOT_YET_SUBMITTED: _Rule(
        "not yet submitted", ART_7_1, initial_report(not_yet_submitted)
    ),
    Kind.INITIAL_REPORT_OVERDUE: _Rule("overdue", ART_7_1, initial_report(overdue)),
}
"""How each position is judged, in the order in which statements name them."""

_CHANGES: Final[Mapping[Kind, bool]] = {
    Kind.ARTICLE_4_ADDED: True,
    Kind.ARTICLE_4_REMOVED: False,
    Kind.ARTICLE_5_ADDED: True,
    Kind.ARTICLE_5_REMOVED: False,
}
"""The positions that say that something changed, and whether the duty is owed since."""


def check_position(
    statement: Statement, state: StateCode, kind: Kind, days: Days, day: Day
) -> Finding:
    """Compare a stated position with where the state stands on the day."""
    rule = POSITIONS[kind]
    ours, other = (rule.judge(statement, state, each) for each in (day.asked, day.other_end))
    holds, why = ours.holds, ours.why
    if ours.holds is not other.holds:
        holds, why = None, f"{ours.why}; {IN_PART}"
    elif holds and (already := _already(statement, state, kind, days, day)):
        holds, why = False, already
    verdicts = {True: Verdict.AGREE, False: Verdict.DISAGREE, None: Verdict.UNCHECKED}
    return Finding(
        statement=statement,
        as_of=day.as_of,
        verdict=verdicts[holds],
        stated=rule.stated,
        computed=ours.computed,
        why=why,
        provision=rule.provision,
        obligation=f"{state}/{rule.provision.slug}" if day.asked.owed(state) else None,
    )


def _already(
    statement: Statement, state: StateCode, kind: Kind, days: Days, day: Day
) -> str | None:
    """Say since when it was certainly so before, which refutes that it changed in the period.

    The period begins with its first day, or with the first the stated day can mean. A state not
    bound then refutes nothing: others may have counted it already.
    """
    period = statement.period or statement.on
    if kind not in _CHANGES or period is None or period.earliest is None:
        return None
    if not FIRST_DAY < period.earliest <= day.as_of:
        return None
    earlier, provision = days.on(add_days(period.earliest, -1)), POSITIONS[kind].provision
    for view in (earlier.asked, earlier.other_end):
        bound = view.membership(state) is Membership.IN_FORCE
        if not bound or is_owed(duties_under(view, state, provision)) is not _CHANGES[kind]:
            return None
    return f"it was so before: {because(duties_under(earlier.asked, state, provision))}"
