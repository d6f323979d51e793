"""Whether an action is addressed to a state, as the articles establish it.

Facts decide, not the standing of a duty: a withdrawal ends duties, and changes no facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ccm_engine.domain.action_plans.plan import Action, Addressee, Plan
from ccm_engine.domain.articles.article_03_holdings import holdings, retained
from ccm_engine.domain.articles.article_04_contamination import areas_to_clear
from ccm_engine.domain.articles.article_04_user_states import former_uses
from ccm_engine.domain.articles.article_05_victims import victims
from ccm_engine.domain.events import (
    AssistanceProvided,
    AssistanceRequested,
    Entry,
    Event,
    ExtensionRequested,
    MunitionsRetained,
    RetentionEnded,
    UseReported,
)
from ccm_engine.domain.obligations import Engagement, Ground, Situation
from ccm_engine.domain.provisions import Commitment

Engaged = tuple[Engagement, tuple[Ground, ...]]
"""Whether a state is addressed, and why."""

_CLEARANCE: Final = 4
"""The Article under which extensions for clearance are asked for."""


def _all(_at: Situation, _cited: Commitment) -> Engaged:
    return Engagement.ENGAGED, ()


def _stockpiles(at: Situation, _cited: Commitment) -> Engaged:
    """As Article 3(1) asks: whoever has destroyed all has nothing left to plan or begin."""
    held = holdings(at)
    return held.left, held.grounds


def _contaminated(at: Situation, _cited: Commitment) -> Engaged:
    """As Article 4(2) asks."""
    return areas_to_clear(at)


def _victims(at: Situation, _cited: Commitment) -> Engaged:
    """As Article 5(1) asks."""
    return victims(at)


def _retaining(at: Situation, cited: Commitment) -> Engaged:
    """As Article 3(6) asks; where nothing at all is on record, nobody can tell."""
    if kept := at.once(retained):
        said = f"retains munitions ({kept[-1].event.occurred_on})"
        return Engagement.ENGAGED, (Ground(cited, said, tuple(each.id for each in kept)),)
    said_of_it = at.dossier.timeline(MunitionsRetained, RetentionEnded)
    if said_of_it:
        return Engagement.NOT_ENGAGED, (Ground(cited, "retains none", (said_of_it[-1].id,)),)
    return Engagement.UNKNOWN, (Ground(cited, "nothing is on record about retention"),)


def _reporting_work(at: Situation, cited: Commitment) -> Engaged:
    found = [each(at, cited) for each in (_stockpiles, _contaminated, _retaining)]
    for wanted in (Engagement.ENGAGED, Engagement.UNKNOWN):
        for engagement, grounds in found:
            if engagement is wanted:
                return engagement, grounds
    return Engagement.NOT_ENGAGED, tuple(each for _, grounds in found for each in grounds)


def _shown(kind: type[Event], words: str) -> Callable[[Situation, Commitment], Engaged]:
    """Return a test that one event answers with yes, and silence not at all."""

    def test(at: Situation, cited: Commitment) -> Engaged:
        entry = at.dossier.first(kind)
        if entry is None:
            return Engagement.UNKNOWN, (
                Ground(cited, f"nothing on record tells whether it {words}"),
            )
        said = f"{words} ({entry.event.occurred_on})"
        return Engagement.ENGAGED, (Ground(cited, said, (entry.id,)),)

    return test


_seeking = _shown(AssistanceRequested, "asked for assistance")
_able = _shown(AssistanceProvided, "gave assistance")


def _needing(_at: Situation, cited: Commitment) -> Engaged:
    """Leave open who needs help: who asked for it would be addressed by what it did."""
    why = "neither a request nor silence tells whether it had needs to identify"
    return Engagement.UNKNOWN, (Ground(cited, why),)


def _former_users(at: Situation, cited: Commitment) -> Engaged:
    """As Article 4(4) asks: where another State Party is now, before both were bound."""
    uses = [each for each in former_uses(at) if each.since <= at.as_of]
    used = at.dossier.all(UseReported)
    for each in uses:
        if each.engagement is Engagement.ENGAGED:
            return each.engagement, each.grounds
    nowhere = [entry for entry in used if not entry.event.on_territory_of]
    if nowhere:
        said = f"used cluster munitions, it is not known where ({nowhere[0].event.occurred_on})"
        uncertain = (Ground(cited, said, tuple(entry.id for entry in nowhere)),)
        return Engagement.UNKNOWN, uncertain
    if uses:
        return Engagement.UNKNOWN, uses[0].grounds
    if not used:
        why = "nothing on record tells whether it used cluster munitions"
        return Engagement.UNKNOWN, (Ground(cited, why),)
    none = "no use on record was where another State Party is now, before both were bound"
    return Engagement.NOT_ENGAGED, (Ground(cited, none, tuple(entry.id for entry in used)),)


def _victims_or_able(at: Situation, cited: Commitment) -> Engaged:
    own, other = _victims(at, cited), _able(at, cited)
    return (
        other
        if other[0] is Engagement.ENGAGED
        else (own if own[0] is Engagement.ENGAGED else (Engagement.UNKNOWN, (*own[1], *other[1])))
    )


TESTS: Final[Mapping[Addressee, Callable[[Situation, Commitment], Engaged]]] = {
    Addressee.ALL: _all,
    Addressee.STOCKPILES: _stockpiles,
    Addressee.RETAINING: _retaining,
    Addressee.CONTAMINATED: _contaminated,
    Addressee.REPORTING_WORK: _reporting_work,
    Addressee.FORMER_USERS: _former_users,
    Addressee.VICTIMS: _victims,
    Addressee.VICTIMS_OR_ABLE: _victims_or_able,
    Addressee.SEEKING: _seeking,
    Addressee.NEEDING: _needing,
    Addressee.ABLE: _able,
}
"""How it is established who is addressed, but for those that `engagement` names."""


def engagement(at: Situation, action: Action, plan: Plan) -> Engaged | None:
    """Return whether an action is addressed to a state, and why; `None` where it cannot be yet.

    What is asked with a request for extension arises with a request made while the plan runs; what
    is asked of those who finished destruction, with completion: `commitments` sees to it.
    """
    if action.addressee is Addressee.ASKING_EXTENSION:
        return _asking_extension(at, action.cited, plan)
    return TESTS[action.addressee](at, action.cited)


def _asking_extension(at: Situation, cited: Commitment, plan: Plan) -> Engaged | None:
    requests = [each for each in _requests(at) if plan.runs_on(at.day(each.event.occurred_on))]
    if not requests:
        return None
    last = requests[-1]
    said = f"asked for an extension ({last.event.occurred_on})"
    return Engagement.ENGAGED, (Ground(cited, said, (last.id,)),)


def _requests(at: Situation) -> Iterator[Entry[ExtensionRequested]]:
    for entry in at.dossier.all(ExtensionRequested):
        if entry.event.article == _CLEARANCE:
            yield entry
