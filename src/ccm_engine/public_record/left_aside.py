"""Name the kinds of claims that become no event yet, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_MEASURES: Final = "national measures (Article 9) have no event yet"
_PAST: Final = "use and production before the Convention bear on no duty that is derived"
_OTHERS: Final = "the conduct of states not party; no duty of theirs is derived"
_ASSISTANCE: Final = "cooperation and assistance (Article 6) have no event yet"
_VICTIMS: Final = "of Article 5 only victims and focal points have events yet"
_CLEARANCE: Final = "survey, risk education and strategies (Article 4) have no event yet"

REASONS: Final[Mapping[str, str]] = {
    "national-measure-reported": _MEASURES,
    "investment-prohibition-reported": _MEASURES,
    "legislation-process-completed": _MEASURES,
    "past-production-reported": _PAST,
    "past-use-reported": _PAST,
    "unga-resolution-vote": "votes in the General Assembly (Article 21) have no event yet",
    "meeting-attended-as-observer": "attendance of states not party (Article 21) has no event yet",
    "use-restricted": _OTHERS,
    "assistance-requested": _ASSISTANCE,
    "assistance-counts": f"{_ASSISTANCE}; a count without names",
    "country-coalition": _ASSISTANCE,
    "victim-assistance-plan-adopted": _VICTIMS,
    "victim-assistance-reported": _VICTIMS,
    "victim-assistance-resources-mobilised": _VICTIMS,
    "victim-data-collection-reported": _VICTIMS,
    "victim-data-disaggregated": _VICTIMS,
    "disability-convention-status": _VICTIMS,
    "risk-education-reported": _CLEARANCE,
    "survey-reported": _CLEARANCE,
    "national-strategy-reported": _CLEARANCE,
    "action-plan-planned": "a plan for later; nothing that happened",
}
"""By kind of claim."""

OTHER_MEETING: Final = "a meeting that Articles 11 and 12 do not know"
"""The reason for a claim about another meeting."""
