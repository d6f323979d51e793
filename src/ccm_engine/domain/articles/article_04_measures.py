"""Article 4(2): what is on record of the measures taken while areas are contaminated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.events import (
    ClearanceStrategyReported,
    Event,
    RiskEducationReported,
    SurveyReported,
)
from ccm_engine.domain.obligations import Ground, Situation
from ccm_engine.domain.provisions import Provision

_MEASURES: Final[tuple[tuple[Provision, type[Event], str], ...]] = (
    (Provision.parse("4(2)(a)"), SurveyReported, "reported survey"),
    (Provision.parse("4(2)(b)"), ClearanceStrategyReported, "reported a strategy or plan"),
    (Provision.parse("4(2)(e)"), RiskEducationReported, "reported risk reduction education"),
)


def measures_on_record(at: Situation) -> Iterator[Ground]:
    """Say when a state last reported each measure: Article 4(2); nothing of what is not on record.

    Of marking and fencing (c) no event tells, and clearance itself (d) is 4(1).
    """
    for provision, kind, words in _MEASURES:
        entry = at.dossier.last(kind)
        if entry is not None:
            about = [getattr(entry.event, name, None) for name in ("kind", "detail")]
            detail = "".join(f": {each}" for each in about if each)
            when = getattr(entry.event, "period", None) or entry.event.occurred_on
            yield Ground(provision, f"{words}{detail} ({when})", (entry.id,))
