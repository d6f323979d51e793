"""Article 1: what is never allowed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ccm_engine.domain.articles.article_18_provisional_application import provisional_application
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import standing_duty

ART_1_1: Final = Provision.parse("1(1)")


def prohibitions(at: Situation) -> Iterator[Obligation]:
    """Never use, produce, acquire, stockpile or transfer cluster munitions: Article 1(1).

    Binds from entry into force, or from a declaration of provisional application (Article 18).
    """
    since: date | None = None
    grounds: tuple[Ground, ...] = ()
    if (provisional := provisional_application(at.dossier)) is not None:
        declared, ground = provisional
        grounds = (ground,)
        since = at.day(declared)
        if at.binding.in_force_on is not None:
            since = min(since, at.binding.in_force_on)
    duty = (
        "never use, produce, acquire, stockpile or transfer cluster munitions, nor help others to"
    )
    yield standing_duty(at, ART_1_1, duty, since=since, grounds=grounds)


RULES: Final = (prohibitions,)
