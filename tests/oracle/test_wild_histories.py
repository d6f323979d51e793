"""Histories that nobody thought of: whatever a log admits, on days known in part.

The strategies of the kit draw lives that could be lived. Here events of any kind are offered one by
one, for few states and with few names, so that they meet; what the log refuses is left out.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ccm_engine import Engine, Event
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    FAMILIES,
    Instrument,
    InstrumentDeposited,
    RecordEvent,
)
from ccm_engine.domain.states import StateCode
from ccm_engine.errors import CcmError
from ccm_engine.testing.single_events import A_SOURCE, events
from tests.histories import deposits_to_thirty, engine_with
from tests.oracle.asking import ALTERNATIVES, PRACTICE, disagreements, wires

LONG: Final = os.environ.get("CCM_LONG") == "1"
HISTORIES: Final = 1_000 if LONG else 10
OFFERED: Final = 25
STATES: Final = ("BGR", "ESP", "MEX")
BEGIN, END = date(2009, 1, 1).toordinal(), date(2025, 12, 31).toordinal()

days = st.integers(BEGIN, END).map(date.fromordinal)
several = st.lists(st.sampled_from(STATES), min_size=1, max_size=2, unique=True).map(tuple)
names = st.sampled_from(("a", "b"))


@st.composite
def vague_days(draw: st.DrawFn) -> PartialDate:
    """Draw a day as sources give it: a day, a month, a year, by a day, or a stretch of days."""
    day = draw(days)
    end = date.fromordinal(day.toordinal() + draw(st.sampled_from((1, 28, 90, 400))))
    forms = (str(day), str(day), f"{day:%Y-%m}", f"{day:%Y}", f"../{day}", f"{day}/{end}")
    return PartialDate.parse(draw(st.sampled_from(forms)))


FIELDS: Final[Mapping[str, st.SearchStrategy[Any]]] = {
    "state": st.sampled_from(STATES),
    "occurred_on": vague_days(),
    "citations": st.just((A_SOURCE,)),
    "conflict": st.just("war"),
    "munition_type": st.sampled_from(("A", "B")),
    "meeting": st.sampled_from(("1MSP", "2MSP", "1RC")),
    "until": vague_days(),
    "months": st.sampled_from((6, 12, 24)),
    "in_force_on": days,
    "opens_on": days,
    **dict.fromkeys(("year", "year_covered"), st.integers(2010, 2016)),
    **dict.fromkeys(("request", "dispute", "amendment", "assessment", "review"), names),
    **dict.fromkeys(("on_territory_of", "to", "between", "asked_by"), several),
    **dict.fromkeys(
        ("munitions", "areas", "confirmed_m2", "suspected_m2"), st.just(0) | st.just(6)
    ),
}
"""What makes events meet: of each field few values, where the kit would draw any."""

Kinds = Sequence[type[Event]]
ABOUT_THE_RECORD: Final = FAMILIES["record"]
FAMILY: Final = st.sampled_from(sorted(FAMILIES.keys() - {"record"}))


@st.composite
def narrowed(draw: st.DrawFn, kinds: Kinds, recorded: Sequence[str] = ()) -> Event:
    """Draw an event of one of these kinds, about few states and with few names."""
    event = draw(events(*kinds))
    given_fields = [each.name for each in attrs.fields(type(event))]
    values: dict[str, Any] = {
        name: draw(FIELDS[name])
        for name in given_fields
        if name in FIELDS and getattr(event, name) is not None
    }
    if "opens_on" in values:
        values["closes_on"] = values["opens_on"]
    if isinstance(event, RecordEvent):
        values["target"] = draw(st.sampled_from(recorded))
    for side in ("alternative", "replacement"):
        if side in given_fields:
            values[side] = draw(narrowed([each for each in kinds if each not in ABOUT_THE_RECORD]))
    return attrs.evolve(event, **values)


@st.composite
def of_few_families(draw: st.DrawFn) -> Kinds:
    """Draw the kinds of a history: some that belong together, and what is said about them."""
    chosen = draw(st.lists(FAMILY, min_size=1, max_size=2, unique=True))
    plain = [kind for name in (*chosen, "membership") for kind in FAMILIES[name]]
    return [*plain, *plain, *ABOUT_THE_RECORD]


def admitted(engine: Engine, kinds: Kinds, data: st.DataObject) -> list[Event]:
    """Offer events one by one, and return those that the log took."""
    joined_on = data.draw(vague_days())
    taken: list[Event] = [
        InstrumentDeposited(
            state=StateCode("BGR"),
            occurred_on=joined_on,
            citations=(A_SOURCE,),
            instrument=Instrument.ACCESSION,
        )
    ]
    engine.record(taken)
    recorded = ["BGR#1", "ESP#2", "MEX#2"]
    for _ in range(OFFERED):
        try:
            event = data.draw(narrowed(kinds, recorded))
            (name,) = (each.id for each in engine.record([event]).recorded)
        except CcmError:
            continue
        taken.append(event)
        recorded.append(name)
    return taken


@settings(
    max_examples=HISTORIES,
    phases=[Phase.generate, Phase.shrink] if LONG else [Phase.generate],
    database=None,
    derandomize=not LONG,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    data=st.data(),
    kinds=of_few_families(),
    as_of=days,
    reading=st.just(PRACTICE) | st.sampled_from(ALTERNATIVES),
)
def test_engine_and_oracle_agree_on_whatever_a_log_admits(
    data: st.DataObject, kinds: Kinds, as_of: date, reading: Mapping[str, str]
) -> None:
    engine = engine_with()
    taken = admitted(engine, kinds, data)
    log = wires([*deposits_to_thirty(), *taken])
    assert disagreements(engine, log, as_of, reading) == []
