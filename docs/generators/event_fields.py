"""What each field of an event means. A field without words here makes the page fail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ccm_engine.domain import events as e

_QUANTITY: Final = "0 for none, left out where unknown"

MEANINGS: Final[Mapping[str, str]] = {
    "accepted_by": "the state whose instrument of acceptance was deposited",
    "action": "number of the action in the plan: `21`, `4.1a`",
    "against": "votes against, of States Parties present and voting",
    "alternative": "the event as the other source has it; of the same stream as `target`",
    "amendment": "short name of the proposal, in all events about it",
    "amount_cents": "amount in hundredths of the currency: 123450 for 1,234.50",
    "areas": f"number of areas; {_QUANTITY}",
    "article": "3 for the deadline of 3(2), 4 for that of 4(1)",
    "asked_by": "the States Parties that ask",
    "assessment": "short name of the assessment, one for each of the state's",
    "benchmark": "what is to be reached, in words",
    "between": "the States Parties in the dispute, two or more",
    "by": "by what the data are told apart",
    "cancelled_m2": f"square metres released without a survey on the ground; {_QUANTITY}",
    "casualties": "killed and injured together, where a source does not tell them apart",
    "cleared_m2": f"square metres cleared; {_QUANTITY}",
    "closes_on": "last day, not before `opens_on`",
    "confirmed_m2": f"square metres confirmed as hazardous; {_QUANTITY}",
    "conflict": "short name of the hostilities, always written alike",
    "count": "the number the document gives",
    "currency": "its code in ISO 4217: `CHF`, `USD`",
    "cycles": "how many meetings later the term ends, from 1",
    "decision": "what was decided, in words",
    "delegates": "number of delegates sponsored for each meeting",
    "detail": "more about it, in words",
    "dispute": "short name of the dispute, in all events about it",
    "due_meeting": "short name of the meeting by which it is to be done",
    "due_on": "day by which it is to be done; for a share of the costs, the invoice's",
    "effective_on": "first day out, as the source states it; the engine computes its own",
    "form": "which reporting form was used",
    "given_by": "the states that gave it",
    "in_favour": "votes in favour, of States Parties present and voting",
    "in_force_on": "first day in force, as the depositary names it",
    "injured": f"number of people injured; {_QUANTITY}",
    "instrument": "how the state consented: Article 16",
    "items_destroyed": f"number of items of ordnance destroyed; {_QUANTITY}",
    "killed": f"number of people killed; {_QUANTITY}",
    "kind": "what kind it is",
    "listed_on": "day whose position a status list gives; left out for other sources",
    "matter": "what the question is, in words",
    "measure": "what the state was said to have, or to have in hand",
    "meet_by": "day by which it is to be reached",
    "meeting": "short name of the meeting, always written alike: `9MSP`, `2RC`",
    "members": "the states in the group",
    "months": "calendar months of the extension, from 1; counted from the deadline it extends",
    "munition_type": "type that the quantities are of; left out where they cover all",
    "munitions": f"number of cluster munitions; {_QUANTITY}",
    "name": "the name in words",
    "of": "what is counted, in words",
    "on_territory_of": "the states on whose territory, as they are now; left out where unknown",
    "opens_on": "first day",
    "ordered_at": "short name of the meeting that ordered it",
    "outcome": "with what it ended, in words",
    "part": "which part it was, where a conference was held in parts, from 1",
    "partners": "the states that assist",
    "period": "period it is of, in words",
    "person": "who presides",
    "place": "city and state",
    "plan": "name of the plan",
    "president": "who presided",
    "procedure": "how it was decided",
    "proposed_by": "the State Party that proposed it",
    "provision": "provision it is about: `3(2)`, `7.2`",
    "purpose": "what it is for, in words",
    "reaches": "last day the sources reach; left out where nothing was gathered",
    "reason": "why, in words",
    "recipient": "who received them",
    "reduced_m2": f"square metres released after a survey on the ground; {_QUANTITY}",
    "referred_to": "where it was taken: a meeting, or the International Court of Justice",
    "replacement": "the event that stands instead; of the same stream as `target`",
    "request": "short name of the request, one for each request to the state",
    "request_of": "the state whose request is analysed; left out where it is all of a meeting's",
    "restriction": "what the state refrains from, in words",
    "review": "short name of the review, by which its completion is known",
    "since": "meeting from whose close the office is held; left out where no source says",
    "sponsor": "the state that paid",
    "state": "state it holds for; left out where it holds for all",
    "states": "number of states sponsored for each meeting",
    "status": "whether it is bound: `party`, `signatory`, in the words of the source",
    "subject": "what it is about, in words",
    "submunitions": f"number of explosive submunitions; {_QUANTITY}",
    "supported_by": "the State Party that supports considering it",
    "suspected_m2": f"square metres suspected to be hazardous; {_QUANTITY}",
    "symbol": "number of the document: `CCM/MSP/2019/12`",
    "target": "identifier of the event spoken of: `BGR#7`",
    "text": "what was declared, in words",
    "theme": "what is coordinated",
    "title": "title in words",
    "to": "the states it was given to, or addressed to",
    "until": "last day of the extended deadline; it governs where months are given too",
    "upheld": "whether the alternative of the dispute now stands",
    "users": "who used them, in words",
    "vote": "how the state voted",
    "what": "what was done or given, in words",
    "year": "calendar year of the quantities, 2008 to 2100",
    "year_covered": "calendar year reported on, 2008 to 2100; left out where not stated",
}

_CONFLICT_OF_DEADLINE: Final = (
    "hostilities of a deadline under 4(1)(b), as in `HostilitiesEnded`; left out for any other"
)

_PERIOD: Final = "time the source speaks of, as it writes it: `2015-2020`"
_PERIODS: Final = ("victims", "cooperation", "measures", "universalization", "costs")

SPECIAL: Final[Mapping[tuple[type[e.Event], str], str]] = {
    (e.ArmedConflictBegun, "conflict"): "short name of the armed conflict, always written alike",
    (e.ArmedConflictEnded, "conflict"): "the same name as in `ArmedConflictBegun`",
    (e.BenchmarkMet, "benchmark"): "the same words as in `BenchmarkSet`",
    (e.ClarificationAnswered, "request"): "the same name as in `ClarificationRequested`",
    (e.ClarificationReferred, "meeting"): "the meeting it was taken to",
    (e.ClarificationReferred, "request"): "the same name as in `ClarificationRequested`",
    (e.ClearanceCompleted, "conflict"): _CONFLICT_OF_DEADLINE,
    (e.ComplianceDeclared, "article"): "the article declared fulfilled, 3 or 4",
    (e.DisputeResolved, "target"): "identifier of the dispute, not of the event disputed",
    (e.CoverageStated, "since"): "first day the sources reach; left out where from the beginning",
    (e.ExtensionRequested, "months"): "calendar months asked for, from 1",
    (e.ExtensionRequested, "until"): "last day asked for",
    (e.ExtensionRequested, "meeting"): "the meeting asked",
    (e.StateRenamed, "name"): "the new name",
    (e.ActionCarriedOut, "plan"): "short name of the action plan: `VAP`, `DAP`, `LAP`",
    (e.AnalysisGroupFormed, "article"): "3 or 4, as in `ExtensionRequested`",
    (e.AssistancePlanAdopted, "plan"): "what kind of plan it is, in words",
    (e.ClarificationWithdrawn, "request"): "the same name as in `ClarificationRequested`",
    (e.ContributionPaid, "assessment"): "the same name as in `ContributionAssessed`",
    (e.CoordinatorAppointed, "until"): "short name of the meeting with which the term ends",
    (e.CountStated, "subject"): "short name of what is counted: `assistance-requested`",
    (e.CountStated, "year"): "calendar year the number is of; left out where there is none",
    (e.ResolutionVoteCast, "year"): "calendar year of the resolution, 2008 to 2100",
    (e.ReviewCompleted, "review"): "the same name as in `ReviewOrdered`",
    (e.UnitBudgetAdopted, "year"): "calendar year the budget is for, 2008 to 2100",
    (e.UnitContributionMade, "year"): "calendar year the contribution is for, 2008 to 2100",
    (e.UseReported, "conflict"): "the hostilities, in words",
    **{
        (kind, name): words
        for kind in (e.AssistanceRequested, e.AssistanceProvided, e.AssistanceReceived)
        for name, words in (
            ("article", "article the assistance serves, 1 to 23"),
            ("year", "calendar year the assistance belongs to, 2008 to 2100"),
        )
    },
    **{(kind, "period"): _PERIOD for kinds in _PERIODS for kind in e.FAMILIES[kinds]},
    **{(kind, "conflict"): _CONFLICT_OF_DEADLINE for kind in e.FAMILIES["extensions"]},
}
"""Where a field means something of its own in one event."""


def meaning(kind: type[e.Event], field: str) -> str:
    """Return what a field of an event means; `KeyError` if nobody wrote it down."""
    return SPECIAL.get((kind, field)) or MEANINGS[field]
