"""Ask a figure by both ends of days known in part: INT-0012."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Interpretation
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Events, StateCount
from ccm_engine.projections.review import figure
from ccm_engine.projections.view import View

YES, NO, UNKNOWN = Certainty.YES, Certainty.NO, Certainty.UNKNOWN
OTHER_END: Final = PRACTICE.from_the_other_end
READINGS: Final = pytest.mark.parametrize("reading", [PRACTICE, OTHER_END], ids=["last", "first"])
BEGAN: Final = "2015-09-11"
DAY: Final = "2017-01-01"


def seen(engine: Engine, day: str, reading: Interpretation = PRACTICE) -> View:
    return engine.on(date.fromisoformat(day), reading=reading).view()


def of(
    state: str, key: str, until: View, since: View | None = None
) -> tuple[Certainty, Events | None]:
    """Return whether a figure counts a state, with the events that say so."""
    found = figure(key, until, since)
    assert isinstance(found, StateCount)
    if state in found.states:
        return YES, found.states[state]
    return (UNKNOWN, found.unknown[state]) if state in found.unknown else (NO, None)
