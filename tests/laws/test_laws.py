"""The library's own engine keeps every law, on lawful histories drawn by Hypothesis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Event
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.engine import Engine
from ccm_engine.storage import memory_log
from ccm_engine.testing import date_laws, record_laws
from ccm_engine.testing.answers import answers, same
from ccm_engine.testing.dates import partial_dates
from ccm_engine.testing.drawn_with import READINGS
from ccm_engine.testing.histories import History, histories, telling_days
from ccm_engine.testing.laws import LAWS, Law
from ccm_engine.testing.single_events import events
from ccm_engine.testing.under_test import NOW, Clock, in_memory, the_clock


def _marked(law: Law) -> object:
    marks = [pytest.mark.provision(*law.provisions)] if law.provisions else []
    return pytest.param(law, id=law.name, marks=marks)


@pytest.mark.parametrize("law", [_marked(law) for law in LAWS])
def test_the_engine_keeps_the_law(law: Law) -> None:
    """Half of the usual examples: each law has its own, and most laws look at every duty."""
    law.check(in_memory, settings(max_examples=settings().max_examples // 2))


class Unchecking(Engine):
    """An engine whose log takes events without asking whether it may."""

    def record(self, events: Iterable[Event]) -> None:  # type: ignore[override]  # no receipt
        batch, held = tuple(events), Counter(each.event.stream for each in self._log.read())
        expected = {each.stream: held[each.stream] for each in batch}
        self._log.append(batch, expected=expected, recorded_at=NOW)


def unchecking(clock: Clock) -> Unchecking:
    return Unchecking(memory_log(), clock=clock)


@settings(max_examples=30)
@given(history=histories(about_the_record=False), data=st.data())
def test_a_retraction_is_all_that_is_taken_away(history: History, data: st.DataObject) -> None:
    """What rested on an event retracted stays, though no log would take it now."""
    index = data.draw(st.integers(0, len(history.plain) - 1), "index")
    day = data.draw(telling_days(history), "day")
    record_laws.retraction_is_never_having_recorded(unchecking, history, day, [index])


@settings(max_examples=30)
@given(history=histories(), data=st.data())
def test_a_second_engine_goes_on_where_the_first_ended(
    history: History, data: st.DataObject
) -> None:
    cut, day = data.draw(st.integers(0, len(history.events))), data.draw(telling_days(history))
    log = memory_log()
    first, second = Engine(log, clock=the_clock), Engine(log, clock=the_clock)
    first.record(history.events[:cut])
    second.on(day).obligations()
    second.record(history.events[cut:])
    at_once = answers(history.engine().on(day))
    same(at_once, answers(first.on(day)), "the first engine reads what the second wrote")
    same(at_once, answers(Engine(log).on(day)), "an engine that only reads equals both")


@given(
    history=histories(),
    reading=st.sampled_from(READINGS),
    day=st.dates(date(2009, 1, 1), date(2046, 1, 1)),
)
@settings(max_examples=30)
def test_every_reading_answers_every_question(
    history: History, reading: Interpretation, day: date
) -> None:
    register = history.engine().on(day, reading=reading)
    register.status()
    register.figures()


@given(due=partial_dates(), discharged_on=partial_dates())
def test_timeliness_is_of_every_day_meant(due: PartialDate, discharged_on: PartialDate) -> None:
    date_laws.timeliness_is_of_every_day_meant(due, discharged_on)


@given(event=events())
def test_what_is_written_and_read_is_the_same(event: Event) -> None:
    record_laws.written_and_read_is_the_same(event)
