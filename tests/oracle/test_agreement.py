"""The engine and the oracle agree on every obligation: on drawn histories and the public record."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccm_engine import Engine
from ccm_engine.public_record import packaged_events
from ccm_engine.testing.histories import History, histories, telling_days
from tests.oracle.asking import ALTERNATIVES, PRACTICE, disagreements, wires
from tests.oracle.dates import Choices
from tests.oracle.record import Wire

LONG: Final = os.environ.get("CCM_LONG") == "1"
HISTORIES: Final = 20_000 if LONG else 500

TELLING_DAYS: Final = tuple(
    date.fromisoformat(day)
    for day in (
        "2009-06-01",  # too few instruments yet
        "2010-08-01",  # the first day in force
        "2011-03-31",
        "2012-04-30",  # a due day itself
        "2014-05-01",
        "2016-01-01",
        "2018-08-02",  # the day after the first deadlines of Article 3
        "2020-12-01",  # two parts of a conference, requests pending
        "2021-03-02",
        "2023-09-12",  # a meeting sits
        "2025-03-06",  # the first withdrawal takes effect
        "2026-11-01",
    )
)

readings: Final = st.one_of(st.just(PRACTICE), st.sampled_from(ALTERNATIVES))


@settings(max_examples=HISTORIES)
@given(history=histories(), reading=readings, data=st.data())
def test_every_obligation_of_a_drawn_history(
    history: History, reading: Choices, data: st.DataObject
) -> None:
    as_of = data.draw(telling_days(history), "as of")
    assert disagreements(history.engine(), wires(history.events), as_of, reading) == []


@cache
def _public_record() -> tuple[Engine, tuple[Wire, ...]]:
    return Engine.public_record(), tuple(wires(packaged_events()))


@pytest.mark.parametrize("as_of", TELLING_DAYS, ids=str)
def test_every_obligation_of_the_public_record(as_of: date) -> None:
    engine, log = _public_record()
    assert disagreements(engine, log, as_of, PRACTICE) == []


@pytest.mark.parametrize("reading", ALTERNATIVES, ids=lambda each: "=".join(*each.items()))
def test_every_obligation_of_the_public_record_by_another_reading(reading: Choices) -> None:
    engine, log = _public_record()
    one = TELLING_DAYS[-1 - ALTERNATIVES.index(reading) % 6]
    for as_of in TELLING_DAYS if LONG else (one,):
        assert disagreements(engine, log, as_of, reading) == [], f"{reading} on {as_of}"
