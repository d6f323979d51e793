"""Article 4(4): help from states that used cluster munitions where another State Party is now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles.article_17_entry_into_force import in_force_on
from ccm_engine.domain.articles.standing_duties import apart
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import Entry, UseReported, UserStateAssistanceGiven
from ccm_engine.domain.obligations import Engagement, Ground, Nature, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.states import ALL_STATES, StateCode
from ccm_engine.domain.weighing import standing_duty

ART_4_4: Final = Provision.parse("4(4)")

_NOT_LOOKED_AT: Final = Ground(ART_4_4, "whether remnants are left there is not looked at")


@attrs.frozen
class FormerUse:
    """Use of cluster munitions where another State Party is now, before both were bound.

    `since` is the later entry into force of the two.
    """

    territory: str
    engagement: Engagement
    since: date
    grounds: tuple[Ground, ...]


def former_uses(at: Situation) -> Iterator[FormerUse]:
    """Yield a state's former use, one for each other state on whose territory it was: 4(4).

    Only a use before both entries into force counts: what came later was no remnant there on the
    day that the words name. Where a use is not known to lie before them it is undetermined.
    """
    used, own = at.dossier.all(UseReported), at.binding.in_force_on
    territories = {each for entry in used for each in entry.event.on_territory_of}
    for territory in sorted(territories - {at.dossier.stream}):
        theirs, entered = _entry_into_force(at, territory)
        if own is None or theirs is None:
            continue
        there = [entry for entry in used if territory in entry.event.on_territory_of]
        before = [entry for entry in there if entry.event.occurred_on.first < min(own, theirs)]
        if before:
            certain = any(each.event.occurred_on.latest < min(own, theirs) for each in before)
            engagement = Engagement.ENGAGED if certain else Engagement.UNKNOWN
            grounds = (*entered, *map(_use, before))
            yield FormerUse(territory, engagement, max(own, theirs), grounds)


def user_states(at: Situation) -> Iterator[Obligation]:
    """Assist where cluster munitions were used before entry into force: 4(4), an encouragement.

    One for each other state on whose territory it was and that joined too, from the later entry
    into force of the two. Whether remnants are left, and whether the other state has withdrawn,
    is in its history, and not looked at.
    """
    for use in former_uses(at):
        duty = standing_duty(
            at,
            ART_4_4,
            f"help {_name(at, use.territory)}, where it used cluster munitions, to clear them",
            engagement=use.engagement,
            grounds=(*use.grounds, _NOT_LOOKED_AT, *_given(at, use.territory)),
            since=use.since,
            nature=Nature.ENCOURAGED,
        )
        yield apart(duty, use.territory)


def _entry_into_force(at: Situation, territory: str) -> tuple[date | None, tuple[Ground, ...]]:
    """Return since when the Convention binds another state, computed from its last deposit.

    Nothing else of another state is shown to a rule: not what the depositary notified
    (INT-0009), nor that it withdrew.
    """
    deposits = [each for each in at.ccm.deposits if each.event.state == territory]
    if not deposits:
        return None, ()
    day, ground = in_force_on(deposits[-1], Dossier(territory, {}), at.ccm, at.reading)
    said = f"{_name(at, territory)} was bound from {day}: {ground.conclusion}"
    return day, (Ground(ground.provision, said, ground.events),)


def _name(at: Situation, state: str) -> str:
    return ALL_STATES[StateCode(state)].name_on(at.as_of)


def _use(entry: Entry[UseReported]) -> Ground:
    event = entry.event
    during = f" in {event.conflict}" if event.conflict else ""
    return Ground(ART_4_4, f"used or abandoned{during} ({event.occurred_on})", (entry.id,))


def _given(at: Situation, territory: str) -> Iterator[Ground]:
    for entry in at.dossier.all(UserStateAssistanceGiven):
        if territory in entry.event.to:
            what = entry.event.what or "assistance"
            said = f"gave {_name(at, territory)} {what} ({entry.event.occurred_on})"
            yield Ground(ART_4_4, said, (entry.id,))


RULES: Final = (user_states,)
