"""What each field of an event means. A field without words here makes the page fail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ccm_engine.domain import events as e

_QUANTITY: Final = "0 for none, left out where unknown"

MEANINGS: Final[Mapping[str, str]] = {
    "alternative": "the event as the other source has it; of the same stream as `target`",
    "areas": f"number of areas; {_QUANTITY}",
    "article": "3 for the deadline of 3(2), 4 for that of 4(1)",
    "asked_by": "the States Parties that ask",
    "benchmark": "what is to be reached, in words",
    "cancelled_m2": f"square metres released without a survey on the ground; {_QUANTITY}",
    "cleared_m2": f"square metres cleared; {_QUANTITY}",
    "closes_on": "last day, not before `opens_on`",
    "confirmed_m2": f"square metres confirmed as hazardous; {_QUANTITY}",
    "conflict": "short name of the hostilities, always written alike",
    "decision": "what was decided, in words",
    "effective_on": "first day out, as the source states it; the engine computes its own",
    "form": "which reporting form was used",
    "in_force_on": "first day in force, as the depositary names it",
    "instrument": "how the state consented: Article 16",
    "items_destroyed": f"number of items of ordnance destroyed; {_QUANTITY}",
    "kind": "what kind it is",
    "matter": "what the question is, in words",
    "meet_by": "day by which it is to be reached",
    "meeting": "short name of the meeting, always written alike: `9MSP`, `2RC`",
    "months": "calendar months of the extension, from 1; counted from the deadline it extends",
    "munition_type": "type that the quantities are of; left out where they cover all",
    "munitions": f"number of cluster munitions; {_QUANTITY}",
    "name": "the name in words",
    "opens_on": "first day",
    "part": "which part it was, where a conference was held in parts, from 1",
    "period": "period the quantities are of, in words",
    "place": "city and state",
    "plan": "name of the plan",
    "president": "who presided",
    "procedure": "how it was decided",
    "provision": "provision it is about: `3(2)`, `7.2`",
    "reaches": "last day the sources reach; left out where nothing was gathered",
    "reason": "why, in words",
    "recipient": "who received them",
    "reduced_m2": f"square metres released after a survey on the ground; {_QUANTITY}",
    "replacement": "the event that stands instead; of the same stream as `target`",
    "request": "short name of the request, one for each request to the state",
    "state": "state it holds for; left out where it holds for all",
    "submunitions": f"number of explosive submunitions; {_QUANTITY}",
    "suspected_m2": f"square metres suspected to be hazardous; {_QUANTITY}",
    "target": "identifier of the event spoken of: `BGR#7`",
    "text": "what was declared, in words",
    "until": "last day of the extended deadline; it governs where months are given too",
    "upheld": "whether the alternative of the dispute now stands",
    "year": "calendar year of the quantities, 2008 to 2100",
    "year_covered": "calendar year reported on, 2008 to 2100; left out where not stated",
}

_CONFLICT_OF_DEADLINE: Final = (
    "hostilities of a deadline under 4(1)(b), as in `HostilitiesEnded`; left out for any other"
)

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
    (e.ExtensionRequested, "months"): "calendar months asked for, from 1",
    (e.ExtensionRequested, "until"): "last day asked for",
    (e.ExtensionRequested, "meeting"): "the meeting asked",
    (e.StateRenamed, "name"): "the new name",
    **{(kind, "conflict"): _CONFLICT_OF_DEADLINE for kind in e.FAMILIES["extensions"]},
}
"""Where a field means something of its own in one event."""


def meaning(kind: type[e.Event], field: str) -> str:
    """Return what a field of an event means; `KeyError` if nobody wrote it down."""
    return SPECIAL.get((kind, field)) or MEANINGS[field]
