"""The Lausanne Action Plan of 2021: fifty actions, of which the sources hold a part."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from ccm_engine.domain.action_plans.plan import (
    Action,
    Addressee,
    ByMeeting,
    EveryThirtiethOfApril,
    Gap,
    NextMeetingAfterCompletion,
    NoLimit,
    Numbering,
    Plan,
    PlanTheme,
    WithInitialReport,
)
from ccm_engine.domain.provisions import Commitment, Provision

CODE: Final = "LAP"
UNIT: Final = "clusterconvention.org"

_clearance = partial(
    Action,
    theme=PlanTheme.CLEARANCE,
    addressee=Addressee.CONTAMINATED,
    source=f"{UNIT}, page on clearance and risk reduction; one of 18 to 30",
    numbering=Numbering.UNKNOWN,
)
_reports = partial(
    Action,
    theme=PlanTheme.TRANSPARENCY,
    addressee=Addressee.ALL,
    source=f"{UNIT}, page on transparency measures",
    numbering=Numbering.INFERRED,
)

_STOCKPILES: Final = (
    Action(
        cited=Commitment(CODE, "13"),
        theme=PlanTheme.STOCKPILES,
        summary="declare compliance officially after finishing, on the agreed form where possible",
        addressee=Addressee.FINISHED,
        limit=NextMeetingAfterCompletion(),
        source=f"{UNIT}, page on stockpile destruction",
        rests_on=(Provision.parse("3(2)"), Provision.parse("4(1)(c)")),
    ),
    Action(
        cited=Commitment(CODE, "destruction-plans"),
        theme=PlanTheme.STOCKPILES,
        summary="make plans for destroying what is left",
        addressee=Addressee.STOCKPILES,
        source=f"{UNIT}, page on stockpile destruction; one of 12 to 17",
        numbering=Numbering.UNKNOWN,
        remark="the sentence is cut off; a time limit may follow",
    ),
)
_CLEARANCE: Final = (
    _clearance(
        cited=Commitment(CODE, "baseline-survey"),
        summary="finish a baseline survey on evidence, including all, and mark hazardous areas",
        limit=ByMeeting("11MSP"),
    ),
    _clearance(
        cited=Commitment(CODE, "national-strategies"),
        summary="have strategies and work plans on evidence, and report their progress each year",
        limit=NoLimit("yearly, with the annual report"),
    ),
    _clearance(
        cited=Commitment(CODE, "extension-work-plans"),
        summary="put detailed work plans for several years, with costs, into extension requests",
        addressee=Addressee.ASKING_EXTENSION,
        limit=NoLimit("with the request"),
    ),
    _clearance(
        cited=Commitment(CODE, "effective-methods"),
        summary="take steps to make survey and clearance more effective",
    ),
    _clearance(
        cited=Commitment(CODE, "risk-education"),
        summary="teach of risks as the place needs it, from data on areas and casualties",
        source=f"{UNIT}, article on risk education, about the draft of the plan; four of 18 to 30",
        remark="the four actions one by one",
    ),
)
_REPORTS: Final = (
    _reports(
        cited=Commitment(CODE, "43"),
        part="initial-report",
        summary="submit the initial transparency report",
        limit=WithInitialReport(),
    ),
    _reports(
        cited=Commitment(CODE, "43"),
        summary="submit the annual transparency report",
        limit=EveryThirtiethOfApril(),
    ),
    _reports(
        cited=Commitment(CODE, "44"),
        summary="report each year while carrying out Article 3 or 4, or retaining or transferring",
        addressee=Addressee.REPORTING_WORK,
        limit=NoLimit("yearly; the day is that of action 43"),
    ),
    _reports(
        cited=Commitment(CODE, "45"),
        summary="use the adapted form of report once it is adopted",
        limit=NoLimit("after the 10MSP"),
    ),
    _reports(
        cited=Commitment(CODE, "46"),
        summary="seek help from partners in preparing reports",
    ),
)

PLAN: Final = Plan(
    code=CODE,
    title="Lausanne Action Plan",
    begins_on=date(2021, 9, 21),  # adopted on the last day of the 2RC
    ends_on=None,  # sources differ on whether it runs for five years or six
    held="in part, from pages that tell of single actions",
    actions=(*_STOCKPILES, *_CLEARANCE, *_REPORTS),
    gaps=(
        Gap("1-9, 38-42, 47-50", "neither the themes nor the text", f"{UNIT}, page on the plan"),
        Gap("10-11", "universalization", f"{UNIT}, page on universalization"),
        Gap("12-17, but for 13", "stockpile destruction and retention", f"{UNIT}, work plan"),
        Gap("18-30", "clearance and risk education; what is known is above", f"{UNIT}, work plan"),
        Gap("31-37", "victim assistance", f"{UNIT}, page on victim assistance"),
        Gap("43-46", "transparency; four points of a page, taken in order", f"{UNIT}, that page"),
    ),
)
