"""What shows that a state does what an action asks: one table.

An action with a time limit is met by the first of these events; of an action without one they are
the progress on record. `ActionCarriedOut` shows any action; it is not in the table. Reports are
weighed as Article 7 weighs them, and completion as in `commitments`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from ccm_engine.domain.action_plans.plan import Action
from ccm_engine.domain.events import (
    ActionCarriedOut,
    AssistancePlanAdopted,
    AssistanceProvided,
    AssistanceRequested,
    ClearanceStrategyReported,
    CountryCoalitionFormed,
    Entry,
    Event,
    FocalPointDesignated,
    LandReleased,
    Measure,
    NationalMeasureReported,
    OutreachMade,
    RiskEducationReported,
    StockpileDestroyed,
    SurveyReported,
    UserStateAssistanceGiven,
    VictimAssistanceReported,
    VictimAssistanceResourced,
    VictimDataCollected,
    VictimDataDisaggregated,
)
from ccm_engine.domain.obligations import Ground, Situation
from ccm_engine.domain.provisions import Commitment

LAW: Final = frozenset[object]({Measure.SPECIFIC_LAW, Measure.EXISTING_LAW_SUFFICIENT})
"""The measures by which a state has national law: Article 9."""


@attrs.frozen
class Sign:
    """One kind of event that shows an action; `only` are the measures or the article it needs."""

    kind: type[Event]
    words: str
    only: frozenset[object] = frozenset()

    def shown_by(self, event: Event) -> bool:
        """Tell whether an event of the kind shows it."""
        said = getattr(event, "measure", None) or getattr(event, "article", None)
        return not self.only or said in self.only


_FOCAL_POINT: Final = Sign(FocalPointDesignated, "focal point designated")
_DATA: Final = Sign(VictimDataCollected, "data on victims collected")
_DISAGGREGATED: Final = Sign(VictimDataDisaggregated, "data on victims told apart")
_PLAN: Final = Sign(AssistancePlanAdopted, "plan for victims adopted")
_RESOURCES: Final = Sign(VictimAssistanceResourced, "resources for victims mobilised")
_ASSISTED: Final = Sign(VictimAssistanceReported, "assistance to victims reported")
_SURVEY: Final = Sign(SurveyReported, "survey reported")
_STRATEGY: Final = Sign(ClearanceStrategyReported, "clearance strategy or plan reported")
_EDUCATION: Final = Sign(RiskEducationReported, "risk education reported")
_RELEASED: Final = Sign(LandReleased, "land released")
_DESTROYED: Final = Sign(StockpileDestroyed, "stocks destroyed")
_ASKED: Final = Sign(AssistanceRequested, "assistance requested")
_GAVE: Final = Sign(AssistanceProvided, "assistance given")
_COALITION: Final = Sign(CountryCoalitionFormed, "country coalition formed")
_OUTREACH: Final = Sign(OutreachMade, "states not party encouraged to join")
_AS_FORMER_USER: Final = Sign(UserStateAssistanceGiven, "helped where it used cluster munitions")
_LAW: Final = Sign(NationalMeasureReported, "national law reported", LAW)
_ASKED_ON_LAW: Final = Sign(
    AssistanceRequested, "assistance requested under Article 9", frozenset[object]({9})
)

SHOWN_BY: Final[Mapping[str, tuple[Sign, ...]]] = {
    "VAP.begin-destruction": (_DESTROYED,),
    "VAP.raise-capacity": (_EDUCATION,),
    "VAP.identify-areas": (_SURVEY,),
    "VAP.clearance-plan": (_STRATEGY,),
    "VAP.20": (_ASSISTED, _RESOURCES),
    "VAP.21": (_FOCAL_POINT,),
    "VAP.22": (_DATA, _DISAGGREGATED),
    "VAP.24": (_PLAN,),
    "VAP.identify-needs": (_ASKED,),
    "VAP.help-promptly": (_GAVE,),
    "VAP.national-measures": (_LAW,),
    "DAP.1.2": (_OUTREACH,),
    "DAP.1.3": (_OUTREACH,),
    "DAP.3.1": (_SURVEY,),
    "DAP.3.2": (_EDUCATION,),
    "DAP.3.3": (_STRATEGY,),
    "DAP.3.6": (_AS_FORMER_USER,),
    "DAP.3.7": (_RELEASED,),
    "DAP.4.1a": (_FOCAL_POINT,),
    "DAP.4.1c": (_PLAN,),
    "DAP.4.1d": (_RESOURCES,),
    "DAP.4.3": (_ASSISTED,),
    "DAP.5.1": (_COALITION,),
    "DAP.5.2": (_ASKED,),
    "DAP.5.5": (_GAVE,),
    "DAP.7.1": (_LAW,),
    "DAP.7.2": (_ASKED_ON_LAW,),
    "LAP.baseline-survey": (_SURVEY,),
    "LAP.national-strategies": (_STRATEGY,),
    "LAP.effective-methods": (_RELEASED,),
    "LAP.risk-education": (_EDUCATION,),
}
"""By commitment. A declaration that areas are contaminated is no survey of them, and an
administrative measure does not say that the armed forces know of the law: neither is here."""


def shows(at: Situation, action: Action) -> list[tuple[Entry[Event], str]]:
    """Return what is on record that shows an action, oldest first, each in words."""
    cited = action.cited
    found = [
        (entry, sign.words)
        for sign in SHOWN_BY.get(cited.slug, ())
        for entry in at.dossier.all(sign.kind)
        if sign.shown_by(entry.event)
    ]
    found += [
        (Entry[Event](entry.id, entry.event), f"{cited} reported as carried out")
        for entry in at.dossier.all(ActionCarriedOut)
        if Commitment(entry.event.plan, entry.event.action) == cited
    ]
    return sorted(found, key=lambda each: _when(each[0]))


def _when(entry: Entry[Event]) -> tuple[object, object]:
    return entry.event.occurred_on.latest, entry.event.occurred_on.first


def progress(cited: Commitment, found: list[tuple[Entry[Event], str]]) -> tuple[Ground, ...]:
    """Return the grounds that say what the record shows, one for each kind of event."""
    by_words: dict[str, list[Entry[Event]]] = {}
    for entry, words in found:
        by_words.setdefault(words, []).append(entry)
    return tuple(
        Ground(
            cited,
            f"{words} ({entries[-1].event.occurred_on})",
            tuple(each.id for each in entries),
        )
        for words, entries in by_words.items()
    )
