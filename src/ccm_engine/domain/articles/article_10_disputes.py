"""Article 10: disputes between States Parties about the Convention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.articles.standing_duties import apart
from ccm_engine.domain.events import (
    Entry,
    TreatyDisputeArose,
    TreatyDisputeReferred,
    TreatyDisputeSettled,
)
from ccm_engine.domain.obligations import Engagement, Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.states import ALL_STATES
from ccm_engine.domain.weighing import standing_duty

ART_10_1: Final = Provision.parse("10(1)")


def disputes(at: Situation) -> Iterator[Obligation]:
    """Consult with the other states in a dispute, so that it is settled: Article 10(1).

    One for each dispute the state is a party to. It goes on wherever the dispute is taken, until
    that is settled: not engaged from then on.
    """
    for arose in at.ccm.common.all(TreatyDisputeArose):
        if at.dossier.stream not in arose.event.between:
            continue
        name = arose.event.dispute
        settled = _settled(at, name)
        duty = standing_duty(
            at,
            ART_10_1,
            f"consult with the other side, so that the dispute {name} is settled",
            engagement=Engagement.NOT_ENGAGED if settled else Engagement.ENGAGED,
            grounds=(_arose(at, arose), *_referred(at, name), *settled),
        )
        yield apart(duty, name)


def _arose(at: Situation, arose: Entry[TreatyDisputeArose]) -> Ground:
    event = arose.event
    others = " and ".join(
        ALL_STATES[each].name_on(at.as_of) for each in event.between if each != at.dossier.stream
    )
    about = f" about {event.matter}" if event.matter else ""
    why = f"a dispute with {others} arose{about} ({event.occurred_on})"
    return Ground(ART_10_1, why, (arose.id,))


def _referred(at: Situation, dispute: str) -> tuple[Ground, ...]:
    return tuple(
        Ground(
            ART_10_1,
            f"taken to {entry.event.referred_to} ({entry.event.occurred_on})",
            (entry.id,),
        )
        for entry in at.ccm.common.all(TreatyDisputeReferred)
        if entry.event.dispute == dispute
    )


def _settled(at: Situation, dispute: str) -> tuple[Ground, ...]:
    """Say how a dispute was settled; nothing while it is open."""
    for entry in at.ccm.common.all(TreatyDisputeSettled):
        if entry.event.dispute == dispute:
            how = f": {entry.event.outcome}" if entry.event.outcome else ""
            why = f"settled on {entry.event.occurred_on}{how}"
            return (Ground(ART_10_1, why, (entry.id,)),)
    return ()


RULES: Final = (disputes,)
