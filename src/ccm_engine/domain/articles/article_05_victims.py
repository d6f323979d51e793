"""Article 5: assistance to victims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.events import (
    FocalPointDesignated,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.domain.obligations import Engagement, Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import standing_duty

ART_5_1: Final = Provision.parse("5(1)")
ART_5_2_G: Final = Provision.parse("5(2)(g)")


def _victims(at: Situation) -> tuple[Engagement, tuple[Ground, ...]]:
    """Establish whether a state has victims to assist; the last word counts."""
    said = at.dossier.timeline(VictimsReported, VictimsAbsenceDeclared)
    if not said:
        return Engagement.UNKNOWN, (Ground(ART_5_1, "nothing is on record about victims"),)
    last, when = said[-1], said[-1].event.occurred_on
    if isinstance(last.event, VictimsReported):
        return Engagement.ENGAGED, (Ground(ART_5_1, f"has victims ({when})", (last.id,)),)
    return Engagement.NOT_ENGAGED, (Ground(ART_5_1, f"has no victims ({when})", (last.id,)),)


def victim_assistance(at: Situation) -> Iterator[Obligation]:
    """Assist victims, and collect data about them: Article 5(1)."""
    engagement, grounds = _victims(at)
    duty = "assist cluster munition victims, and collect reliable data about them"
    yield standing_duty(at, ART_5_1, duty, engagement=engagement, grounds=grounds)


def focal_point(at: Situation) -> Iterator[Obligation]:
    """Designate a focal point within the government: Article 5(2)(g); the treaty names no day."""
    engagement, grounds = _victims(at)
    designated = at.dossier.first(FocalPointDesignated)
    if designated is not None:
        said = f"focal point designated ({designated.event.occurred_on})"
        grounds = (*grounds, Ground(ART_5_2_G, said, (designated.id,)))
    duty = "keep a focal point in the government for victim assistance"
    yield standing_duty(at, ART_5_2_G, duty, engagement=engagement, grounds=grounds)


RULES: Final = (victim_assistance, focal_point)
