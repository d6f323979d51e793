"""The laws of standings, on lawful histories drawn by Hypothesis."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.testing import standing_laws as laws
from ccm_engine.testing.histories import History, histories, telling_days

READINGS = st.sampled_from([PRACTICE, *(reading for _, reading in PRACTICE.alternatives())])
PLAIN = histories(about_the_record=False)


@given(history=PLAIN, data=st.data())
def test_the_due_day_is_in_time_and_the_next_is_not(history: History, data: st.DataObject) -> None:
    days = laws.due_days(history, data.draw(telling_days(history), "known on"))
    if days:
        laws.the_due_day_is_in_time(history, data.draw(st.sampled_from(days), "due"))


@given(history=histories(), data=st.data())
def test_identifiers_are_unique(history: History, data: st.DataObject) -> None:
    laws.identifiers_are_unique(history, data.draw(telling_days(history), "day"))


@given(history=histories(), data=st.data())
def test_standing_and_due_agree(history: History, data: st.DataObject) -> None:
    laws.standing_and_due_agree(history, data.draw(telling_days(history), "day"))


@given(history=histories(), data=st.data())
def test_every_reading_answers(history: History, data: st.DataObject) -> None:
    laws.every_reading_answers(history, data.draw(telling_days(history), "day"))


@given(history=histories(), data=st.data())
def test_an_answer_that_would_differ_says_so(history: History, data: st.DataObject) -> None:
    laws.otherwise_is_the_other_reading(history, data.draw(telling_days(history), "day"))
