"""What decides an answer, found by leaving out one event or making one other choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine import Engine, Event, Interpretation, Obligation, PartialDate, Register
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import CONVENTION
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.domain.publication import known_by
from ccm_engine.domain.settlement import settle
from ccm_engine.domain.standpoint import History as Record
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.testing.histories import History, histories, recorded, telling_days

READINGS = st.sampled_from([PRACTICE, *(reading for _, reading in PRACTICE.alternatives())])
Pairs = Sequence[tuple[str, Event]]
Answer = tuple[object, ...] | None


def told_by_all(register: Register) -> dict[str, Pairs]:
    return {
        stream: [(each.id, each.event) for each in register.history(stream)]
        for stream in (*register.point.states, CONVENTION)
    }


def record(streams: Mapping[str, Pairs], by: date | None) -> Record:
    whole = Record.of(Chronicle.of(name, settle(pairs)) for name, pairs in streams.items())
    if by is None:
        return whole
    told = [Chronicle.of(name, settle(known_by(pairs, by))) for name, pairs in streams.items()]
    return whole.as_told(told, by)


def answer(duty: Obligation | None) -> Answer:
    if duty is None:
        return None
    reasons = {"grounds": (), "discharged_by": None, "duty": ""}
    extended = tuple(each.due for each in duty.extensions)
    return (extended, *attrs.astuple(attrs.evolve(duty, extensions=(), **reasons), recurse=False))


def without_each(register: Register, state: str) -> dict[str, dict[str, Obligation]]:
    """Return what a state would owe without each event of the log, by its identifier."""
    streams = told_by_all(register)
    found: dict[str, dict[str, Obligation]] = {}
    for stream, pairs in streams.items():
        for name, _ in pairs:
            left = {**streams, stream: [each for each in pairs if each[0] != name]}
            history = record(left, register.log.published_by)
            point = Standpoint(history, register.as_of, register.reading)
            found[name] = {each.id: each for each in point.obligations(state)}
    return found


def finds_what_leaving_out_each_event_finds(register: Register, state: str, most: int) -> None:
    duties = register.obligations(state=state)
    without = without_each(register, state) if duties else {}
    for duty in duties[:: max(1, len(duties) // most)]:
        decisive = {each.id: answer(each.without) for each in register.explain(duty.id).decided_by}
        expected = {
            name: answer(others.get(duty.id))
            for name, others in without.items()
            if answer(others.get(duty.id)) != answer(duty)
        }
        assert decisive == expected, duty.id


@given(history=histories(), reading=READINGS, data=st.data())
def test_what_decides_is_what_leaving_out_each_event_finds(
    history: History, reading: Interpretation, data: st.DataObject
) -> None:
    register = history.engine().on(data.draw(telling_days(history), "day"), reading=reading)
    state = data.draw(st.sampled_from([*history.states, CONVENTION]), "state")
    finds_what_leaving_out_each_event_finds(register, state, most=12)


def as_published(event: Event, when: PartialDate | None, *, coarsely: bool) -> Event:
    """Return an event with the day its sources appeared, and with the year as all they give."""
    gives = PartialDate.parse(f"{event.occurred_on.latest.year}") if coarsely else None
    cited = tuple(attrs.evolve(each, published=when, gives=gives) for each in event.citations)
    return attrs.evolve(event, citations=cited)


@given(history=histories(), data=st.data())
def test_so_it_is_where_only_some_sources_are_asked(history: History, data: st.DataObject) -> None:
    by = data.draw(telling_days(history), "by")
    after = date.fromordinal(by.toordinal() + 1)
    when = st.sampled_from((PartialDate.on(by), PartialDate.on(after), None))
    appeared = st.tuples(when, st.booleans())
    many = len(history.events)
    drawn = data.draw(st.lists(appeared, min_size=many, max_size=many), "published")
    engine = recorded(
        as_published(event, day, coarsely=coarsely)
        for event, (day, coarsely) in zip(history.events, drawn, strict=True)
    )
    register = engine.on(data.draw(telling_days(history), "day"), published_by=by)
    state = data.draw(st.sampled_from([*history.states, CONVENTION]), "state")
    finds_what_leaving_out_each_event_finds(register, state, most=12)
