"""The contract of `ccm ledger`: a shape for the rows, and one for the totals, of each ledger."""

from __future__ import annotations

import re
from typing import Any, Final

from tests.exporters.shapes import EVENT, OBLIGATION_ID, PARTIAL, STATE, WORD, Keyed, maybe

Shape = dict[str, Any]

YES_OR_NO: Final = (type(None), re.compile("yes|no"))
YEAR: Final = re.compile(r"\d{4}")
KEY: Final = re.compile(r"[a-z]+(_[a-z0-9]+)*")
COUNTS: Final = Keyed(WORD, int)
AMOUNT: Final[Shape] = {
    "knowledge": re.compile("unknown|none|at-least|known"),
    "number": maybe(int),
    "events": [EVENT],
}
LOOK: Final[Shape] = {"certainty": YES_OR_NO, "events": [EVENT]}
QUANTITIES: Final[Shape] = {"munitions": AMOUNT, "submunitions": AMOUNT}
AREAS: Final[Shape] = {
    "confirmed_m2": AMOUNT,
    "suspected_m2": AMOUNT,
    "areas": AMOUNT,
    "said_on": maybe(PARTIAL),
}
RELEASED: Final[Shape] = {
    "cancelled_m2": AMOUNT,
    "reduced_m2": AMOUNT,
    "cleared_m2": AMOUNT,
    "items_destroyed": AMOUNT,
}
RATE: Final[Shape] = {
    "due": int,
    "submitted": int,
    "on_time": int,
    "absorbed": int,
    "undetermined": int,
    "on_time_undetermined": int,
    "per_cent": maybe(int),
    "per_cent_on_time": maybe(int),
}
TALLY: Final[Shape] = {"states": Keyed(STATE, [EVENT]), "unknown": Keyed(STATE, [EVENT])}
STATED: Final[Shape] = {"value": maybe(int), "events": [EVENT]}
_OF_A_STATE: Final[Shape] = {"state": STATE, "name": str}
_REPORT: Final[Shape] = {
    **_OF_A_STATE,
    "kind": WORD,
    "year": int,
    "due": PARTIAL,
    "passed": YES_OR_NO,
    "submitted": YES_OR_NO,
    "on_time": YES_OR_NO,
    "submitted_on": maybe(PARTIAL),
    "made_by": maybe(WORD),
    "days_late": maybe(int),
    "days_late_range": maybe([int]),
    "absorbed": bool,
    "late": YES_OR_NO,
    "owed_by": [EVENT],
    "events": [EVENT],
}
_REPORTS: Final[Shape] = {
    "all": RATE,
    "lateness": {
        "exact": int,
        "inexact": int,
        "unsure": int,
        "median": maybe(float),
        "trimmed_mean": maybe(float),
    },
    "by_year": Keyed(YEAR, RATE),
    "by_group": Keyed(WORD, RATE),
}
_LOOKS_AT_VICTIMS: Final = (
    "victims",
    "focal_point",
    "plan",
    "dedicated_plan",
    "data_collected",
    "disaggregated",
    "resources",
    "efforts_reported",
    "requested_assistance",
    "disability_convention_party",
)

ROWS: Final[dict[str, Shape]] = {
    "stockpiles": {
        **_OF_A_STATE,
        "stock": maybe(WORD),
        "sure": YES_OR_NO,
        "due": maybe(PARTIAL),
        "declared": QUANTITIES,
        "found": QUANTITIES,
        "destroyed": QUANTITIES,
        "left": QUANTITIES,
        "owed_by": [EVENT],
        "events": [EVENT],
    },
    "retained": {
        **_OF_A_STATE,
        "retains": YES_OR_NO,
        "quantities": QUANTITIES,
        "year": maybe(int),
        "said_on": maybe(PARTIAL),
        "since": [EVENT],
        "events": [EVENT],
    },
    "clearance": {
        **_OF_A_STATE,
        "obligation": OBLIGATION_ID,
        "standing": WORD,
        "due": maybe(PARTIAL),
        "completed_on": maybe(PARTIAL),
        "declared": maybe(AREAS),
        "found": [AREAS],
        "left": AREAS,
        "released": RELEASED,
        "survey": [EVENT],
        "strategy": [EVENT],
        "risk_education": [EVENT],
        "events": [EVENT],
    },
    "initial-reports": _REPORT,
    "annual-reports": _REPORT,
    "victims": {
        **_OF_A_STATE,
        **dict.fromkeys(_LOOKS_AT_VICTIMS, LOOK),
        "plans": [str],
        "casualties": [
            {
                "period": maybe(str),
                "killed": maybe(int),
                "injured": maybe(int),
                "casualties": maybe(int),
                "event": EVENT,
            }
        ],
    },
    "cooperation": {
        **_OF_A_STATE,
        "what": WORD,
        "happened": YES_OR_NO,
        "on": PARTIAL,
        "year": maybe(int),
        "period": maybe(str),
        "article": maybe(int),
        "purpose": maybe(str),
        "partners": [STATE],
        "events": [EVENT],
    },
    "measures": {
        **_OF_A_STATE,
        "specific_law": LOOK,
        "existing_law_sufficient": LOOK,
        "under_consideration": LOOK,
        "none_reported": LOOK,
        "investment_prohibition": LOOK,
        "administrative": LOOK,
        "by_others": [{"measure": WORD, "event": EVENT}],
    },
    "extensions": {
        **_OF_A_STATE,
        "what": re.compile("granted|awaiting|perhaps-awaiting"),
        "article": int,
        "conflict": maybe(str),
        "obligation": maybe(OBLIGATION_ID),
        "months": maybe(int),
        "until": maybe(PARTIAL),
        "filed_on": maybe(PARTIAL),
        "decided_on": maybe(PARTIAL),
        "meeting": maybe(str),
        "deadline": maybe(PARTIAL),
        "moved_to": maybe(PARTIAL),
        "late": YES_OR_NO,
        "days_late": maybe(int),
        "days_late_range": maybe([int]),
        "events": [EVENT],
    },
    "joined": {
        **_OF_A_STATE,
        "group": WORD,
        "instrument": WORD,
        "deposited_on": PARTIAL,
        "signed_on": maybe(PARTIAL),
        "within": YES_OR_NO,
        "event": EVENT,
        "events": [EVENT],
    },
    "amendments": {
        "name": str,
        "stage": WORD,
        "proposed_by": STATE,
        "proposed_on": PARTIAL,
        "subject": maybe(str),
        "circulated_on": maybe(PARTIAL),
        "support_until": maybe(PARTIAL),
        "asked": [STATE],
        "supported_by": [STATE],
        "supported_on": maybe(PARTIAL),
        "adopted_on": maybe(PARTIAL),
        "parties_at_adoption": [STATE],
        "accepted_by": [STATE],
        "in_force_on": maybe(PARTIAL),
        "in_force_for": Keyed(STATE, PARTIAL),
        "events": [EVENT],
        "otherwise": maybe(WORD),
    },
    "coverage": {
        **_OF_A_STATE,
        "subject": WORD,
        "years": Keyed(
            YEAR, {"extent": (type(None), re.compile("found|nothing")), "events": [EVENT]}
        ),
    },
}
"""By the name of the ledger, what each of its rows has."""

TOTALS: Final[dict[str, Any]] = {
    "stockpiles": {
        "stock": COUNTS,
        "declared": QUANTITIES,
        "destroyed": QUANTITIES,
        "left": QUANTITIES,
    },
    "retained": {"retains": COUNTS, "quantities": QUANTITIES},
    "clearance": {
        "standing": COUNTS,
        "left": {"confirmed_m2": AMOUNT, "suspected_m2": AMOUNT},
        "released": RELEASED,
    },
    "initial-reports": _REPORTS,
    "annual-reports": _REPORTS,
    "victims": dict.fromkeys(_LOOKS_AT_VICTIMS, COUNTS),
    "cooperation": {
        "named": Keyed(KEY, TALLY),
        "stated": Keyed(YEAR, {"requested": STATED, "provided": STATED, "received": STATED}),
    },
    "measures": {"states": Keyed(KEY, TALLY), "administrative_measures": STATED},
    "extensions": {
        "extensions": {"granted": int, "awaiting": int, "perhaps-awaiting": int},
        "granted_by_article": Keyed(re.compile("[34]"), int),
        "granted_by_meeting": Keyed(re.compile(r"[0-9]{1,2}(MSP|RC)|not-known"), int),
    },
    "joined": {"joined": COUNTS, "by_group": COUNTS},
    "amendments": {"stage": COUNTS},
    "coverage": Keyed(WORD, Keyed(YEAR, {"found": int, "nothing": int, "unknown": int})),
}
"""By the name of the ledger, what its totals have."""

SELECTED: Final = Keyed(KEY, (type(None), int, str))


def ledger_shape(name: str) -> Shape:
    """Return what the document of one ledger has beside the envelope."""
    return {
        "ledger": re.compile(re.escape(name)),
        "selected": SELECTED,
        "count": int,
        "rows": [ROWS[name]],
        "totals": TOTALS[name],
    }
