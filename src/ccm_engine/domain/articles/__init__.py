"""The rules, one module per article, in the order of the treaty.

`obligations_of` derives what one state owes on one day; `convention_obligations` what the
Secretary-General owes as convener. An article without a module is explained in
`docs/reference/articles.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Final

from ccm_engine.domain.articles import (
    article_01_prohibitions,
    article_03_stockpiles,
    article_04_clearance,
    article_04_user_states,
    article_05_victims,
    article_07_reports,
    article_08_clarification,
    article_09_measures,
    article_10_disputes,
    article_11_meetings,
    article_12_review_conferences,
    article_14_costs,
)
from ccm_engine.domain.articles.binding import as_now_bound, bind, convention_binding
from ccm_engine.domain.articles.standing_duties import unconditional_duties
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import CONVENTION
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.domain.obligations import Obligation, Rule, Situation

STATE_RULES: Final[tuple[Rule, ...]] = (
    *article_01_prohibitions.RULES,
    *article_03_stockpiles.RULES,
    *article_04_clearance.RULES,
    *article_04_user_states.RULES,
    *article_05_victims.RULES,
    *article_07_reports.RULES,
    *article_08_clarification.RULES,
    *article_09_measures.RULES,
    *article_10_disputes.RULES,
    *article_14_costs.RULES,
    unconditional_duties,
)
"""What each State Party owes."""

CONVENTION_RULES: Final[tuple[Rule, ...]] = (
    *article_11_meetings.RULES,
    *article_12_review_conferences.RULES,
)
"""What the Secretary-General owes as convener of meetings."""

RULE_SET: Final = "ccm-rules 2026.6"
"""Names the rules an answer was derived with; changes whenever a derivation does."""


def situation_of(
    dossier: Dossier,
    ccm: Convention,
    as_of: date,
    reading: Interpretation,
    until: date,
    *,
    published_by: date | None = None,
) -> Situation:
    """Return what the rules are given about one state on one day."""
    dossier = as_now_bound(dossier, reading)
    binding = bind(dossier, ccm, as_of, reading)
    return Situation(dossier, ccm, as_of, reading, until, binding, published_by)


def rules_for(stream: str) -> tuple[Rule, ...]:
    """Return the rules about a state, or about the Secretary-General as convener (`CCM`)."""
    return CONVENTION_RULES if stream == CONVENTION else STATE_RULES


_PLACE: Final = attrgetter("provision.place")


def obligations_of(at: Situation, rules: Iterable[Rule] = STATE_RULES) -> Iterator[Obligation]:
    """Derive what one state owes, in the order of the treaty; nothing if it never consented."""
    if at.binding.deposit is None:
        return
    found = [duty for rule in rules for duty in rule(at)]
    found.sort(key=_PLACE)
    yield from found


def convention_obligations(
    ccm: Convention,
    as_of: date,
    reading: Interpretation,
    rules: Iterable[Rule] = CONVENTION_RULES,
    *,
    published_by: date | None = None,
) -> Iterator[Obligation]:
    """Derive what the Secretary-General owes as convener: Articles 11 and 12."""
    binding = convention_binding(ccm, reading)
    at = Situation(ccm.common, ccm, as_of, reading, as_of, binding, published_by)
    for rule in rules:
        yield from rule(at)
