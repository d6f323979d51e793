"""Who has victims to assist: Article 5."""

from __future__ import annotations

from collections.abc import Iterable

from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.domain.provisions import Provision

_ASSISTANCE = Provision.parse("5(1)")


def assisting_states(obligations: Iterable[Obligation]) -> tuple[str, ...]:
    """Return the states that owe assistance to victims on the day, by code: Article 5(1)."""
    return tuple(
        sorted(
            each.state
            for each in obligations
            if each.provision == _ASSISTANCE and each.standing is Standing.CONTINUING
        )
    )
