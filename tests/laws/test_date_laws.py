"""The laws of dates, on lawful histories drawn by Hypothesis."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.interpretations import PRACTICE, Interpretation
from ccm_engine.testing import date_laws as laws
from ccm_engine.testing.dates import partial_dates
from ccm_engine.testing.histories import History, histories, telling_days

READINGS = st.sampled_from([PRACTICE, *(reading for _, reading in PRACTICE.alternatives())])
PLAIN = histories(about_the_record=False)


@given(history=PLAIN, data=st.data())
def test_entry_into_force_is_the_sixth_month(history: History, data: st.DataObject) -> None:
    laws.entry_into_force_is_the_sixth_month(history, data.draw(telling_days(history), "day"))


@given(history=PLAIN, data=st.data())
def test_every_dated_duty_is_the_anchor_plus_its_period(
    history: History, data: st.DataObject
) -> None:
    laws.every_date_is_its_anchor_and_a_period(history, data.draw(telling_days(history), "day"))


@given(history=PLAIN, data=st.data())
def test_every_extension_is_its_anchor_and_months(history: History, data: st.DataObject) -> None:
    laws.every_extension_is_its_anchor_and_months(history, data.draw(telling_days(history), "day"))


@given(history=PLAIN, reading=READINGS, data=st.data())
def test_an_extension_never_shortens(
    history: History, reading: Interpretation, data: st.DataObject
) -> None:
    laws.an_extension_never_shortens(history, reading, data.draw(telling_days(history), "day"))


@given(history=histories(), reading=READINGS, data=st.data())
def test_nothing_is_due_before_it_binds(
    history: History, reading: Interpretation, data: st.DataObject
) -> None:
    laws.nothing_is_due_before_it_binds(history, reading, data.draw(telling_days(history), "day"))


@given(history=PLAIN, data=st.data())
def test_withdrawal_takes_six_months(history: History, data: st.DataObject) -> None:
    laws.withdrawal_takes_six_months(history, data.draw(telling_days(history), "day"))


@given(due=partial_dates(), discharged_on=partial_dates())
def test_timeliness_is_of_every_day_meant(due: PartialDate, discharged_on: PartialDate) -> None:
    laws.timeliness_is_of_every_day_meant(due, discharged_on)
