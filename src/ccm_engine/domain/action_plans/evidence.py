"""What shows that a state does what an action asks: one table.

An action with a time limit is met by the first of these events, but for those of `PROGRESS_ONLY`;
of an action without one they are the progress on record. `ActionCarriedOut` meets any action; it
is not in the table. Reports are weighed as Article 7 weighs them, and completion as in
`commitments`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from ccm_engine.domain.action_plans.plan import Action, Plan
from ccm_engine.domain.articles.article_09_measures import NATIONAL_LAW, national_law
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
from ccm_engine.domain.ordering import by_day
from ccm_engine.domain.provisions import Commitment


class Lasting(enum.Enum):
    """Whether what an event tells of is there as long as nothing else is said."""

    LASTS = "lasts"
    WORK_DONE = "work done"


@attrs.frozen
class Sign:
    """One kind of event that shows an action; `only` are the measures or the article it needs.

    What lasts shows it whenever it came; work done, if it may have been done since the plan began.
    """

    kind: type[Event]
    words: str
    lasting: Lasting = Lasting.WORK_DONE
    only: frozenset[object] = frozenset()

    def on_record(self, at: Situation, plan: Plan) -> Iterator[Entry[Event]]:
        """Yield the events that show an action of a plan; of law, those that count: INT-0021."""
        said: Sequence[Entry[Event]] = at.dossier.all(self.kind)
        if self.kind is NationalMeasureReported:
            said = national_law(at)
        for entry in said:
            since = entry.event.occurred_on.latest >= plan.begins_on
            named = getattr(entry.event, "measure", None) or getattr(entry.event, "article", None)
            about = not self.only or named in self.only
            if about and (since or self.lasting is Lasting.LASTS):
                yield entry


_FOCAL_POINT: Final = Sign(FocalPointDesignated, "focal point designated", Lasting.LASTS)
_DATA: Final = Sign(VictimDataCollected, "data on victims collected")
_DISAGGREGATED: Final = Sign(VictimDataDisaggregated, "data on victims told apart")
_PLAN: Final = Sign(AssistancePlanAdopted, "plan for victims adopted", Lasting.LASTS)
_RESOURCES: Final = Sign(VictimAssistanceResourced, "resources for victims mobilised")
_ASSISTED: Final = Sign(VictimAssistanceReported, "assistance to victims reported")
_SURVEY: Final = Sign(SurveyReported, "survey reported")
_SURVEYED: Final = Sign(SurveyReported, "survey reported", Lasting.LASTS)
_STRATEGY: Final = Sign(
    ClearanceStrategyReported, "clearance strategy or plan reported", Lasting.LASTS
)
_EDUCATION: Final = Sign(RiskEducationReported, "risk education reported")
_RELEASED: Final = Sign(LandReleased, "land released")
_DESTROYED: Final = Sign(StockpileDestroyed, "stocks destroyed")
_ASKED: Final = Sign(AssistanceRequested, "assistance requested")
_GAVE: Final = Sign(AssistanceProvided, "assistance given")
_COALITION: Final = Sign(CountryCoalitionFormed, "country coalition formed", Lasting.LASTS)
_OUTREACH: Final = Sign(OutreachMade, "states not party encouraged to join")
_AS_FORMER_USER: Final = Sign(UserStateAssistanceGiven, "helped where it used cluster munitions")
_LAW: Final = Sign(
    NationalMeasureReported,
    "national law reported",
    Lasting.LASTS,
    frozenset[object](NATIONAL_LAW),
)
_ASKED_ON_LAW: Final = Sign(
    AssistanceRequested, "assistance requested under Article 9", only=frozenset[object]({9})
)

SHOWN_BY: Final[Mapping[str, tuple[Sign, ...]]] = {
    "VAP.begin-destruction": (_DESTROYED,),
    "VAP.raise-capacity": (_EDUCATION,),
    "VAP.identify-areas": (_SURVEYED,),
    "VAP.clearance-plan": (_STRATEGY,),
    "VAP.20": (_ASSISTED, _RESOURCES),
    "VAP.21": (_FOCAL_POINT,),
    "VAP.22": (_DATA, _DISAGGREGATED),
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
"""By commitment. A declaration that areas are contaminated is no survey of them, an administrative
measure does not say that the armed forces know of the law, and a plan for victims is no check of
one (Vientiane 24): none of them is here."""

PROGRESS_ONLY: Final = frozenset({"VAP.22", "VAP.identify-needs", "LAP.baseline-survey"})
"""The actions with a time limit that these events do not meet: data on victims are not all that
Vientiane 22 asks for, who asked for help may not have identified all needs, and a survey is not a
finished baseline of all areas."""

Shown = list[tuple[Entry[Event], str]]
"""Events that show an action, oldest first, each in words."""


def shows(at: Situation, action: Action, plan: Plan) -> Shown:
    """Return what is on record that shows an action, oldest first."""
    signs = SHOWN_BY.get(action.cited.slug, ())
    found = [(entry, sign.words) for sign in signs for entry in sign.on_record(at, plan)]
    return _in_order([*found, *_carried_out(at, action)])


def meets(at: Situation, action: Action, plan: Plan) -> Shown:
    """Return what is on record that meets an action with a time limit, oldest first."""
    if action.cited.slug in PROGRESS_ONLY:
        return _in_order(_carried_out(at, action))
    return shows(at, action, plan)


def _carried_out(at: Situation, action: Action) -> Shown:
    return [
        (entry, f"{action.cited} reported as carried out")
        for entry in at.dossier.all(ActionCarriedOut)
        if Commitment(entry.event.plan, entry.event.action) == action.cited
    ]


def _in_order(found: Shown) -> Shown:
    return sorted(found, key=lambda each: by_day(each[0]))


def progress(cited: Commitment, found: Shown) -> tuple[Ground, ...]:
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
