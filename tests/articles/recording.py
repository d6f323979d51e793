"""Record events into a small history, and say what the log answered."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Event
from ccm_engine.errors import RefusedEventError


def refused(engine: Engine, event: Event) -> str:
    """Record an event that must be refused, and return what stands in the way."""
    with pytest.raises(RefusedEventError) as caught:
        engine.record([event])
    return caught.value.obstacle


def remarks(engine: Engine, event: Event) -> str:
    """Record an event that must be taken, and return what is remarked on it."""
    return " ".join(engine.record([event]).remarks)


def names_owed(engine: Engine, state: str, as_of: str) -> set[str]:
    """Return the identifiers of everything derived for one state on one day."""
    return {each.id for each in engine.on(date.fromisoformat(as_of)).obligations(state=state)}
