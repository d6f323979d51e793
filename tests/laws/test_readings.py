"""Every alternative reading is reached: lawful histories show that each choice matters."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ccm_engine.domain.events import CONVENTION
from ccm_engine.domain.interpretations import PRACTICE, Interpretation
from ccm_engine.engine import Engine
from ccm_engine.testing.histories import History, histories, telling_days

ELSEWHERE: Final = frozenset(
    {"thirtieth_deposit", "measures_heard", "coordinator_term", "after_plan"}
)
"""Choices that change no obligation of the treaty where all sources are asked: of sources, of
figures, of offices and of commitments. test_membership, test_measures, test_mandates and
test_action_plans in tests/interpretations show what they change."""


class AllReached(Exception):  # noqa: N818  # it ends a search, and is no error
    """Every alternative has changed an answer; nothing more to look for."""


def _told(engine: Engine, day: date, reading: Interpretation, states: tuple[str, ...]) -> object:
    register = engine.on(day, reading=reading)
    counts = (register.parties().consented, len(register.parties().parties))
    owed = [register.obligations(state=each) for each in (*states, CONVENTION)]
    return counts, owed


def test_every_reading_changes_some_answer() -> None:
    waiting = dict.fromkeys(
        reading for name, reading in PRACTICE.alternatives() if name not in ELSEWHERE
    )

    @settings(max_examples=9_000, database=None, phases=[Phase.generate])
    @given(history=histories(about_the_record=False), data=st.data())
    def look_for_differences(history: History, data: st.DataObject) -> None:
        if not waiting:
            raise AllReached
        day = data.draw(telling_days(history))
        engine = history.engine()
        by_practice = _told(engine, day, PRACTICE, history.states)
        for reading in list(waiting):
            if _told(engine, day, reading, history.states) != by_practice:
                del waiting[reading]

    with pytest.raises(AllReached):
        look_for_differences()
    assert not [_choice(reading) for reading in waiting]


def _choice(reading: Interpretation) -> dict[str, str]:
    practice = PRACTICE.choices()
    return {name: value for name, value in reading.choices().items() if practice[name] != value}
