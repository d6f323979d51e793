"""The Dubrovnik Action Plan of 2015: all actions, as the review document of 2020 tells them."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.action_plans.plan import (
    NO_LIMIT,
    Action,
    Addressee,
    ByDay,
    ByMeeting,
    EveryThirtiethOfApril,
    Limit,
    NextMeetingAfterCompletion,
    NoLimit,
    Plan,
    PlanTheme,
    WithInitialReport,
)
from ccm_engine.domain.provisions import Commitment, Provision

CODE: Final = "DAP"
REVIEW: Final = "CCM/CONF/2020/13"
UNIT: Final = "clusterconvention.org"
BY_THE_CONFERENCE: Final = ByMeeting("2RC")


def _action(  # noqa: PLR0913  # a row of a table
    item: str,
    theme: PlanTheme,
    summary: str,
    addressee: Addressee,
    where: str,
    limit: Limit = NO_LIMIT,
    *,
    part: str = "",
    rests_on: tuple[str, ...] = (),
    remark: str | None = None,
) -> Action:
    """Return one action; `where` are the paragraphs of the review document, or another source."""
    action = Action(
        cited=Commitment(CODE, item),
        theme=theme,
        summary=summary,
        addressee=addressee,
        limit=limit,
        source=f"{REVIEW}, {where}" if where.startswith("paragraph") else where,
        part=part,
        remark=remark,
    )
    if not rests_on:
        return action
    return attrs.evolve(action, rests_on=tuple(map(Provision.parse, rests_on)))


def _without_limit(theme: PlanTheme, *rows: tuple[str, str, Addressee, str]) -> tuple[Action, ...]:
    """Return actions without a time limit: item, summary, addressee, where."""
    return tuple(
        _action(item, theme, summary, addressee, where) for item, summary, addressee, where in rows
    )


_UNIVERSALIZATION: Final = (
    _action(
        "1.1",
        PlanTheme.UNIVERSALIZATION,
        "raise the number of States Parties to 130",
        Addressee.TOGETHER,
        "paragraphs 7, 10",
        BY_THE_CONFERENCE,
    ),
    *_without_limit(
        PlanTheme.UNIVERSALIZATION,
        ("1.2", "promote the Convention together with partners", Addressee.ALL, "paragraph 12"),
        (
            "1.3",
            "keep to the norm, voice concern at use, condemn it where proven, invite to join",
            Addressee.ALL,
            "paragraphs 14-17",
        ),
    ),
)
_STOCKPILES: Final = (
    _action(
        "2.1",
        PlanTheme.STOCKPILES,
        "draw up a detailed destruction plan with resources",
        Addressee.STOCKPILES,
        "paragraph 32",
        NoLimit("without delay"),
    ),
    *_without_limit(
        PlanTheme.STOCKPILES,
        ("2.2", "share good methods of destruction", Addressee.STOCKPILES, "paragraph 33"),
    ),
    _action(
        "2.3",
        PlanTheme.STOCKPILES,
        "keep no more for training than strictly needed, and report every change",
        Addressee.RETAINING,
        "paragraph 34",
        NoLimit("regularly"),
    ),
    _action(
        "2.4",
        PlanTheme.STOCKPILES,
        "announce completion to the other States Parties",
        Addressee.FINISHED,
        "paragraph 35, which calls the time the practice",
        NextMeetingAfterCompletion(),
        rests_on=("3(2)", "4(1)(c)"),
    ),
    _action(
        "2.5",
        PlanTheme.STOCKPILES,
        "act on what is unexpected, such as stocks found later",
        Addressee.STOCKPILES,
        f"{UNIT}, page on stockpile destruction",
        remark="only the heading was found",
    ),
)
_CLEARANCE: Final = _without_limit(
    PlanTheme.CLEARANCE,
    (
        "3.1",
        "establish by survey where, how much and how far areas are contaminated",
        Addressee.CONTAMINATED,
        "paragraphs 43-44",
    ),
    (
        "3.2",
        "protect people from remnants, above all by risk education",
        Addressee.CONTAMINATED,
        "paragraph 45",
    ),
    (
        "3.3",
        "make a work plan for clearance that has resources behind it",
        Addressee.CONTAMINATED,
        "paragraph 46",
    ),
    (
        "3.4",
        "let communities and others affected take part in designing the response",
        Addressee.CONTAMINATED,
        "paragraph 47",
    ),
    (
        "3.5",
        "manage data so that decisions, release of land and reports rest on it",
        Addressee.CONTAMINATED,
        "paragraph 48",
    ),
    (
        "3.6",
        "help the states affected by one's own former use, with means and information",
        Addressee.FORMER_USERS,
        "paragraph 49",
    ),
    (
        "3.7",
        "survey and clear efficiently, in line with international standards",
        Addressee.CONTAMINATED,
        "paragraph 50",
    ),
    ("3.8", "promote and widen cooperation", Addressee.ALL, "paragraphs 51-52"),
)
_NORMS: Final = "victim-assistance.org, page on the Dubrovnik Action Plan"
_VICTIMS: Final = (
    _action(
        "4.1a",
        PlanTheme.VICTIMS,
        "name a focal point for victim assistance, if there is none",
        Addressee.VICTIMS,
        _NORMS,
        ByDay(date(2016, 12, 31)),
        rests_on=("5(2)(g)",),
        remark="to collect data and to find funds, asked for too, is not weighed",
    ),
    *_without_limit(
        PlanTheme.VICTIMS,
        ("4.1b", "check that services are there and good", Addressee.VICTIMS, _NORMS),
    ),
    _action(
        "4.1c",
        PlanTheme.VICTIMS,
        "have policies, a plan and laws that serve victims",
        Addressee.VICTIMS,
        _NORMS,
        ByDay(date(2018, 12, 31)),
        rests_on=("5(2)(c)", "7(1)(k)"),
    ),
    *_without_limit(
        PlanTheme.VICTIMS,
        ("4.1d", "mobilise resources", Addressee.VICTIMS, _NORMS),
        ("4.2", "involve victims in policy and practice", Addressee.VICTIMS, "paragraph 70"),
        ("4.3", "share information, also in reports", Addressee.VICTIMS, "paragraph 70"),
        (
            "4.4",
            "cooperate in assisting victims; ask for help in transparency reports",
            Addressee.VICTIMS_OR_ABLE,
            "paragraph 71",
        ),
    ),
)
_COOPERATION: Final = _without_limit(
    PlanTheme.COOPERATION,
    ("5.1", "strengthen partnerships at every level", Addressee.ALL, "paragraph 82"),
    ("5.2", "say what the problems are, and ask for help", Addressee.SEEKING, "paragraph 83"),
    (
        "5.3",
        "base requests on surveys and assessments of needs, and aim at capacity",
        Addressee.SEEKING,
        "paragraph 84",
    ),
    (
        "5.4",
        "take ownership, by national strategies, plans and own means",
        Addressee.SEEKING,
        "paragraph 85",
    ),
    ("5.5", "answer requests constructively", Addressee.ABLE, "paragraph 86"),
    (
        "5.6",
        "use existing tools, keep costs low, seek synergies",
        Addressee.ALL,
        "paragraph 87",
    ),
    (
        "5.7",
        "support the Implementation Support Unit",
        Addressee.ALL,
        f"{UNIT}, page on cooperation and assistance",
    ),
)
_REPORTS_AND_LAW: Final = (
    _action(
        "6.1",
        PlanTheme.TRANSPARENCY,
        "submit the initial transparency report",
        Addressee.ALL,
        "paragraph 97",
        WithInitialReport(),
        part="initial-report",
    ),
    _action(
        "6.1",
        PlanTheme.TRANSPARENCY,
        "submit the annual transparency report",
        Addressee.ALL,
        "paragraph 97",
        EveryThirtiethOfApril(),
    ),
    *_without_limit(
        PlanTheme.TRANSPARENCY,
        ("6.2", "use reports, also to match help with needs", Addressee.ALL, "paragraph 98"),
    ),
    _action(
        "7.1",
        PlanTheme.IMPLEMENTATION,
        "have national law that gives effect to the Convention",
        Addressee.ALL,
        "paragraphs 110-111",
        BY_THE_CONFERENCE,
    ),
    *_without_limit(
        PlanTheme.IMPLEMENTATION,
        ("7.2", "name difficulties in making law, ask for help", Addressee.ALL, "paragraph 112"),
    ),
    _action(
        "7.3",
        PlanTheme.IMPLEMENTATION,
        "make national measures known to all concerned, armed forces included",
        Addressee.ALL,
        "paragraphs 110, 113",
        BY_THE_CONFERENCE,
        rests_on=("7(1)(a)",),
    ),
)

PLAN: Final = Plan(
    code=CODE,
    title="Dubrovnik Action Plan",
    begins_on=date(2016, 1, 1),
    ends_on=date(2021, 9, 20),  # made for 2016 to 2020; the next was adopted on 2021-09-21
    held="whole, in words condensed from the review document of 2020 and not from the plan itself",
    actions=(
        *_UNIVERSALIZATION,
        *_STOCKPILES,
        *_CLEARANCE,
        *_VICTIMS,
        *_COOPERATION,
        *_REPORTS_AND_LAW,
    ),
)
