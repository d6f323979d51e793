"""Whether an action is addressed to a state, as the articles establish it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ccm_engine.domain.action_plans.plan import Action, Addressee, Plan
from ccm_engine.domain.articles.article_03_stockpiles import retention, separation
from ccm_engine.domain.articles.article_04_clearance import measures_meanwhile
from ccm_engine.domain.articles.article_05_victims import victim_assistance
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
from ccm_engine.domain.obligations import Engagement, Ground, Rule, Situation, Standing
from ccm_engine.domain.provisions import Commitment

Engaged = tuple[Engagement, tuple[Ground, ...]]
"""Whether a state is addressed, and why."""

_BY_STANDING: Final = {
    Standing.CONTINUING: Engagement.ENGAGED,
    Standing.NOT_ENGAGED: Engagement.NOT_ENGAGED,
}


def _as_under(at: Situation, rule: Rule) -> Engaged:
    """Return what the rule of a standing duty of the Convention finds about a state."""
    (duty,) = rule(at)
    grounds = duty.grounds[len(at.binding.grounds) :]
    return _BY_STANDING.get(duty.standing, Engagement.UNKNOWN), grounds


def _all(_at: Situation, _cited: Commitment) -> Engaged:
    return Engagement.ENGAGED, ()


def _stockpiles(at: Situation, _cited: Commitment) -> Engaged:
    """As Article 3(1) asks: whoever has destroyed all has nothing left to plan or begin."""
    return _as_under(at, separation)


def _contaminated(at: Situation, _cited: Commitment) -> Engaged:
    """As Article 4(2) asks."""
    return _as_under(at, measures_meanwhile)


def _victims(at: Situation, _cited: Commitment) -> Engaged:
    """As Article 5(1) asks."""
    return _as_under(at, victim_assistance)


def _retaining(at: Situation, cited: Commitment) -> Engaged:
    """As Article 3(6) asks; where nothing at all is on record, nobody can tell."""
    for duty in retention(at):
        return Engagement.ENGAGED, duty.grounds[len(at.binding.grounds) :]
    said = at.dossier.timeline(MunitionsRetained, RetentionEnded)
    if said:
        return Engagement.NOT_ENGAGED, (Ground(cited, "retains none", (said[-1].id,)),)
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
_former_users = _shown(UseReported, "used cluster munitions")


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
        if entry.event.article == 4:  # noqa: PLR2004  # Article 4
            yield entry
