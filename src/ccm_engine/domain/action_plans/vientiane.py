"""The Vientiane Action Plan of 2010: sixty-six actions, of which the sources hold a part."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine.domain.action_plans.plan import (
    NO_LIMIT,
    Action,
    Addressee,
    EveryThirtiethOfApril,
    Gap,
    Limit,
    MonthsAfterEntryIntoForce,
    NoLimit,
    Numbering,
    Plan,
    PlanTheme,
    WithInitialReport,
)
from ccm_engine.domain.provisions import Commitment, Provision

CODE: Final = "VAP"
MEMO: Final = "memo on the intersessional meeting of April 2014"
NORMS: Final = "victim-assistance.org, page on the Vientiane Action Plan"
WITHIN_A_YEAR: Final = MonthsAfterEntryIntoForce(12)
WITHIN_SIX_MONTHS: Final = MonthsAfterEntryIntoForce(6)


def _numbered(
    item: str,
    theme: PlanTheme,
    summary: str,
    addressee: Addressee,
    limit: Limit,
    source: str = NORMS,
) -> Action:
    return Action(
        cited=Commitment(CODE, item),
        theme=theme,
        summary=summary,
        addressee=addressee,
        limit=limit,
        source=source,
    )


def _named(
    item: str,
    theme: PlanTheme,
    summary: str,
    addressee: Addressee = Addressee.ALL,
    limit: Limit = NO_LIMIT,
) -> Action:
    """Return an action known from the memo, which gives no numbers."""
    return Action(
        cited=Commitment(CODE, item),
        theme=theme,
        summary=summary,
        addressee=addressee,
        limit=limit,
        source=MEMO,
        numbering=Numbering.UNKNOWN,
    )


_STOCKPILES: Final = (
    _numbered(
        "8",
        PlanTheme.STOCKPILES,
        "have a concrete plan for destroying the stock, with a timeline and a budget",
        Addressee.STOCKPILES,
        WITHIN_A_YEAR,
        f"clusterconvention.org, page on stockpiles of 2013; the limit: {MEMO}",
    ),
    _named(
        "begin-destruction",
        PlanTheme.STOCKPILES,
        "begin destruction as early as possible",
        Addressee.STOCKPILES,
        NoLimit("as soon as possible"),
    ),
)
_CLEARANCE: Final = (
    _named(
        "raise-capacity",
        PlanTheme.CLEARANCE,
        "raise the capacity for clearance and risk education",
        Addressee.CONTAMINATED,
    ),
    _named(
        "identify-areas",
        PlanTheme.CLEARANCE,
        "identify the contaminated areas",
        Addressee.CONTAMINATED,
        WITHIN_A_YEAR,
    ),
    _named(
        "clearance-plan",
        PlanTheme.CLEARANCE,
        "draw up a national clearance plan, and begin it",
        Addressee.CONTAMINATED,
        WITHIN_A_YEAR,
    ),
)
_VICTIMS: Final = (
    _numbered(
        "20",
        PlanTheme.VICTIMS,
        "raise the capacity to help victims along the plans shown at the 1MSP and after",
        Addressee.VICTIMS,
        NoLimit("in 2011, as money becomes available"),
    ),
    Action(
        cited=Commitment(CODE, "21"),
        theme=PlanTheme.VICTIMS,
        summary="name a focal point for victim assistance in the government",
        addressee=Addressee.VICTIMS,
        limit=WITHIN_SIX_MONTHS,
        source=f"{NORMS}; {MEMO}",
        rests_on=(Provision.parse("5(2)(g)"),),
    ),
    _numbered(
        "22",
        PlanTheme.VICTIMS,
        "collect the data needed by sex and age, assess needs, and open the data",
        Addressee.VICTIMS,
        WITHIN_A_YEAR,
    ),
    _numbered(
        "23",
        PlanTheme.VICTIMS,
        "place victim assistance within existing coordination, or set it up with victims",
        Addressee.VICTIMS,
        WITHIN_A_YEAR,
    ),
    Action(
        cited=Commitment(CODE, "24"),
        theme=PlanTheme.VICTIMS,
        summary="check that plans for victims or on disability meet the obligations, or mend them",
        addressee=Addressee.VICTIMS,
        source=NORMS,
        remark="the text is cut off after its opening; a time limit may follow",
    ),
    _named(
        "review-laws",
        PlanTheme.VICTIMS,
        "review the laws and policies that concern victims",
        Addressee.VICTIMS,
        WITHIN_A_YEAR,
    ),
)
_TOGETHER: Final = (
    _named(
        "identify-needs",
        PlanTheme.COOPERATION,
        "identify the needs for help",
        Addressee.NEEDING,
        WITHIN_A_YEAR,
    ),
    _named(
        "help-promptly",
        PlanTheme.COOPERATION,
        "help promptly those who asked",
        Addressee.ABLE,
        NoLimit("promptly"),
    ),
    _named(
        "initial-report",
        PlanTheme.TRANSPARENCY,
        "submit the initial transparency report",
        limit=WithInitialReport(),
    ),
    _named(
        "annual-report",
        PlanTheme.TRANSPARENCY,
        "submit the annual transparency report",
        limit=EveryThirtiethOfApril(),
    ),
    _named(
        "voluntary-reports",
        PlanTheme.TRANSPARENCY,
        "submit reports of one's own accord",
        Addressee.OUTSIDE,
    ),
    _named(
        "national-measures",
        PlanTheme.IMPLEMENTATION,
        "adopt national measures, such as laws, urgently",
        limit=NoLimit("urgently"),
    ),
    _named(
        "react-to-breaches",
        PlanTheme.COMPLIANCE,
        "react firmly to cases of non-compliance",
    ),
)

PLAN: Final = Plan(
    code=CODE,
    title="Vientiane Action Plan",
    begins_on=date(2010, 11, 12),  # adopted on the last day of the 1MSP
    ends_on=date(2015, 9, 11),  # the close of the First Review Conference
    held="in part: five actions by number, the rest by a memo that gives none",
    actions=(*_STOCKPILES, *_CLEARANCE, *_VICTIMS, *_TOGETHER),
    gaps=(
        Gap(
            "1-7, 9-19, 25-66",
            "of these, what the memo tells is listed above without a number",
            "clusterconvention.org, page on the Vientiane Action Plan, its beginning only",
        ),
    ),
)
