"""Article 5: assistance to victims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.events import (
    AssistancePlanAdopted,
    AssistanceRequested,
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
from ccm_engine.domain.obligations import Engagement, Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import standing_duty

ART_5_1: Final = Provision.parse("5(1)")
ART_5_2_C: Final = Provision.parse("5(2)(c)")
ART_5_2_D: Final = Provision.parse("5(2)(d)")
ART_5_2_G: Final = Provision.parse("5(2)(g)")
_ARTICLE: Final = 5

_ASSISTANCE: Final[tuple[tuple[Provision, type[Event], str], ...]] = (
    (ART_5_1, VictimAssistanceReported, "reported what it does for victims"),
    (ART_5_1, VictimDataCollected, "collects data about victims"),
    (ART_5_1, VictimDataDisaggregated, "reported data told apart"),
    (ART_5_2_C, AssistancePlanAdopted, "has a plan"),
    (ART_5_2_C, DisabilityConventionStatusReported, "convention on disability rights"),
    (ART_5_2_D, VictimAssistanceResourced, "mobilised resources"),
    (ART_5_2_D, AssistanceRequested, "asked for assistance"),
)
"""What shows how a state assists victims, in the words of a ground."""


def victims(at: Situation) -> tuple[Engagement, tuple[Ground, ...]]:
    """Establish whether a state has victims to assist; the last word counts, whoever says it."""
    said = at.dossier.timeline(VictimsReported, VictimsAbsenceDeclared)
    if not said:
        return Engagement.UNKNOWN, (Ground(ART_5_1, "nothing is on record about victims"),)
    last, when = said[-1], said[-1].event.occurred_on
    if isinstance(last.event, VictimsReported):
        return Engagement.ENGAGED, (Ground(ART_5_1, f"has victims ({when})", (last.id,)),)
    return Engagement.NOT_ENGAGED, (Ground(ART_5_1, f"has no victims ({when})", (last.id,)),)


def victim_assistance(at: Situation) -> Iterator[Obligation]:
    """Assist victims, and collect data about them: Article 5(1).

    The grounds give the last word on record about each part of it; whether that is adequate is
    for people to judge.
    """
    engagement, grounds = victims(at)
    duty = "assist cluster munition victims, and collect reliable data about them"
    found = (*grounds, *_on_record(at))
    yield standing_duty(at, ART_5_1, duty, engagement=engagement, grounds=found)


def _on_record(at: Situation) -> Iterator[Ground]:
    """Say what is on record of the assistance: the last word of each kind, and on each plan."""
    for provision, kind, words in _ASSISTANCE:
        said = at.dossier.all(kind)
        if kind is AssistanceRequested:
            said = [each for each in said if getattr(each.event, "article", None) == _ARTICLE]
        last = {getattr(each.event, "plan", None): each for each in said}
        for entry in last.values():
            yield _last_word(provision, entry, words)


def _last_word(provision: Provision, entry: Entry[Event], words: str) -> Ground:
    about = [getattr(entry.event, name, None) for name in ("plan", "by", "status", "purpose")]
    detail = "".join(f": {each}" for each in about if each)
    when = getattr(entry.event, "period", None) or entry.event.occurred_on
    return Ground(provision, f"{words}{detail} ({when})", (entry.id,))


def focal_point(at: Situation) -> Iterator[Obligation]:
    """Designate a focal point within the government: Article 5(2)(g); the treaty names no day."""
    engagement, grounds = victims(at)
    designated = at.dossier.first(FocalPointDesignated)
    if designated is not None:
        said = f"focal point designated ({designated.event.occurred_on})"
        grounds = (*grounds, Ground(ART_5_2_G, said, (designated.id,)))
    duty = "keep a focal point in the government for victim assistance"
    yield standing_duty(at, ART_5_2_G, duty, engagement=engagement, grounds=grounds)


RULES: Final = (victim_assistance, focal_point)
