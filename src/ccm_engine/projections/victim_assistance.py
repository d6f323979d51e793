"""Who has victims to assist, and what the record tells of the assistance: Article 5.

`assisting_states` lists who owes it by standing. `victim_assistance` is a line for each of them,
and for those of whom nothing is known; what was not found is a no only as far as sources reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import attrs

from ccm_engine.domain.events import (
    AssistancePlanAdopted,
    AssistanceRequested,
    CasualtiesReported,
    DisabilityConventionStatusReported,
    Entry,
    Event,
    FocalPointDesignated,
    VictimAssistanceReported,
    VictimAssistanceResourced,
    VictimDataCollected,
    VictimDataDisaggregated,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.certainty import Certainty, begun_by, certain
from ccm_engine.projections.silence import Look, known_until, look
from ccm_engine.projections.view import View

_ASSISTANCE: Final = Provision.parse("5(1)")
_MEANS: Final = Provision.parse("5(2)")
"""Under which it is stated how far the sources tell of what is done for victims. A list of who has
victims, or a focal point, tells nothing of that."""

_FOCAL_POINT: Final = Provision.parse("5(2)(g)")
_ARTICLE: Final = 5

DEDICATED: Final = "dedicated action plan"
"""How the record names a plan that is for victims alone: CCM/CONF/2020/13, paragraph 69."""

PARTY: Final = "party"
"""How the record says that a state is bound by the convention on disability rights."""


def assisting_states(obligations: Iterable[Obligation]) -> tuple[str, ...]:
    """Return the states that owe assistance to victims on the day, by code: Article 5(1)."""
    return tuple(
        sorted(
            each.state
            for each in obligations
            if each.provision == _ASSISTANCE and each.standing is Standing.CONTINUING
        )
    )


@attrs.frozen(kw_only=True)
class AssistanceLine:
    """One State Party with victims, or of which the record cannot tell whether it has.

    Each `Look` is yes, no or unknown, with its events. `plans` are the kinds of plan it has, as
    sources name them, oldest first; `casualties` what was reported of people killed or injured.
    """

    state: str
    victims: Look
    focal_point: Look
    plan: Look
    dedicated_plan: Look
    data_collected: Look
    disaggregated: Look
    resources: Look
    efforts_reported: Look
    requested_assistance: Look
    disability_convention_party: Look
    plans: tuple[str, ...]
    casualties: tuple[Entry[CasualtiesReported], ...]


def victim_assistance(view: View) -> tuple[AssistanceLine, ...]:
    """Return a line for each State Party that has victims, or may have, by code: Article 5."""
    found = ((state, has_victims(view, state)) for state in view.parties)
    return tuple(
        _line(view, state, victims)
        for state, victims in found
        if victims.certainty is not Certainty.NO
    )


def has_victims(view: View, state: str) -> Look:
    """Tell whether a state owes assistance to victims on the day, with the last word about it.

    Nothing said is unknown, but where the record says that its sources name every state with
    victims on the day. A state that the Convention does not bind yet owes none.
    """
    standings = {
        standing
        for each in view.obligations_of(state)
        if each.provision == _ASSISTANCE
        for standing in (each.standing, each.otherwise.standing if each.otherwise else None)
        if standing is not None
    }
    said = view.point.dossier(state).timeline(VictimsReported, VictimsAbsenceDeclared)
    events = tuple(entry.id for entry in said[-1:])
    if standings == {Standing.CONTINUING}:
        return Look(Certainty.YES, events)
    begun = events or _begun(view, state)
    if not begun:
        listed = known_until(view.point, _ASSISTANCE, state)
        if listed.events and listed.reaches(view.as_of):
            return Look(Certainty.NO, listed.events)
    if standings & {Standing.CONTINUING, Standing.UNDETERMINED}:
        return Look(Certainty.UNKNOWN, begun)
    return Look(Certainty.NO, events)


def _begun(view: View, state: str) -> tuple[str, ...]:
    """Return what may have been said of victims by the day, and may not."""
    return tuple(
        entry.id
        for entry in view.point.history.chronicle(state).entries
        if isinstance(entry.event, VictimsReported | VictimsAbsenceDeclared)
        and entry.event.occurred_on.first <= view.as_of
    )


def _line(view: View, state: str, victims: Look) -> AssistanceLine:
    def told(wanted: Callable[[Event], bool], provision: Provision = _MEANS) -> Look:
        return look(view.point, state, provision, wanted)

    def of(kind: type[Event], provision: Provision = _MEANS) -> Look:
        return told(lambda event: isinstance(event, kind), provision)

    dossier = view.point.dossier(state)
    plans = (entry.event.plan for entry in dossier.all(AssistancePlanAdopted))
    return AssistanceLine(
        state=state,
        victims=victims,
        focal_point=of(FocalPointDesignated, _FOCAL_POINT),
        plan=of(AssistancePlanAdopted),
        dedicated_plan=told(_dedicated),
        data_collected=of(VictimDataCollected),
        disaggregated=of(VictimDataDisaggregated),
        resources=of(VictimAssistanceResourced),
        efforts_reported=of(VictimAssistanceReported),
        requested_assistance=told(_for_victims),
        disability_convention_party=_bound(view, state),
        plans=tuple(dict.fromkeys(plans)),
        casualties=tuple(dossier.all(CasualtiesReported)),
    )


def _dedicated(event: Event) -> bool:
    return isinstance(event, AssistancePlanAdopted) and event.plan.casefold() == DEDICATED


def _for_victims(event: Event) -> bool:
    return isinstance(event, AssistanceRequested) and event.article == _ARTICLE


def _bound(view: View, state: str) -> Look:
    """Tell whether a state is bound by the convention on disability rights; the last word counts.

    Another status than `PARTY`, as "signed, not ratified", is a no; unknown where a word that may
    be the last by the day says otherwise.
    """
    kind = DisabilityConventionStatusReported
    surely, begun = begun_by(view, state, kind)
    if not begun:
        return look(view.point, state, _MEANS, lambda event: isinstance(event, kind))
    words = (*surely[-1:], *(each for each in begun if each not in surely))
    told = certain(_is_party(each.event) for each in words) if surely else Certainty.UNKNOWN
    return Look(told, tuple(each.id for each in words))


def _is_party(event: DisabilityConventionStatusReported) -> Certainty:
    return Certainty.YES if event.status.casefold() == PARTY else Certainty.NO
