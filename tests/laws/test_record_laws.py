"""The laws of the record, on lawful histories drawn by Hypothesis."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from ccm_engine.domain.events import Event
from ccm_engine.testing import record_laws as laws
from ccm_engine.testing.histories import History, histories, telling_days
from ccm_engine.testing.single_events import events
from ccm_engine.testing.unlawful import WELCOME, intruders


@given(history=histories(), data=st.data())
def test_replay_in_two_parts_equals_replay_at_once(history: History, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(history.events)), "cut")
    laws.two_parts_equal_one(history, cut, data.draw(telling_days(history), "day"))


@given(history=histories(about_the_record=False), data=st.data())
def test_the_order_of_recording_is_no_matter(history: History, data: st.DataObject) -> None:
    moved = list(history.plain)
    places = st.integers(0, len(moved) - 1)
    for start, end in data.draw(st.lists(st.tuples(places, places), max_size=4), "moves"):
        moved.insert(end, moved.pop(start))
    reordered = laws.admitted_otherwise(moved)
    assume(reordered is not None)
    assert reordered is not None
    day = data.draw(telling_days(history), "day")
    laws.order_of_recording_is_no_matter(history, reordered, day)


@given(history=histories(), data=st.data())
def test_what_is_learnt_later_never_changes_what_was_known(
    history: History, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(history.events)), "cut")
    day = data.draw(telling_days(history), "day")
    laws.later_knowledge_changes_nothing_known(history, cut, day)


@given(history=histories(about_the_record=False, least_states=2), data=st.data())
def test_states_are_independent(history: History, data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(history.states), "state")
    laws.states_are_independent(history, state, data.draw(telling_days(history), "day"))


@given(history=histories(about_the_record=False), data=st.data())
def test_a_retraction_equals_never_having_recorded(history: History, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(history.plain) - 1), "index")
    day = data.draw(telling_days(history), "day")
    laws.retraction_is_never_having_recorded(history, index, day)


@given(history=histories(about_the_record=False), data=st.data())
def test_a_refusal_leaves_no_trace(history: History, data: st.DataObject) -> None:
    intruder = data.draw(intruders(history), "intruder")
    day = data.draw(telling_days(history), "day")
    laws.refusal_leaves_no_trace(history, WELCOME, intruder, day)


@given(event=events())
def test_what_is_written_and_read_is_the_same(event: Event) -> None:
    laws.written_and_read_is_the_same(event)
