"""Every document has the keys of the contract, and its values the forms the contract gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import cast

import pytest

from ccm_engine import Engine, Interpretation, Register
from ccm_engine.exporters.envelope import ENVELOPE as KEYS
from ccm_engine.exporters.envelope import Document, enveloped
from ccm_engine.exporters.figures import figures_document
from ccm_engine.exporters.happenings import event_object, history_document
from ccm_engine.exporters.obligations import (
    deadlines_document,
    explanation_document,
    obligation_object,
    register_document,
)
from ccm_engine.exporters.roster import parties_document
from ccm_engine.exporters.states import state_document
from ccm_engine.exporters.status import status_document
from ccm_engine.exporters.windows import windows_document
from ccm_engine.storage.codec import decode
from tests.exporters.shapes import ENVELOPE, OBLIGATION, SHAPES, mismatches

MOMENT = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAYS = (date(2010, 7, 31), date(2019, 9, 30), date(2020, 9, 28), date(2025, 3, 6))


@cache
def register(day: date) -> Register:
    return _engine().on(day)


@cache
def _engine() -> Engine:
    return Engine.public_record()


ANSWERS: dict[str, Callable[[Register], Document]] = {
    "parties": lambda r: parties_document(r.parties()),
    "obligations": lambda r: register_document(r.obligations()),
    "deadlines": lambda r: deadlines_document(
        r.deadlines(date(2020, 1, 1), date(2021, 1, 1)), date(2020, 1, 1), date(2021, 1, 1)
    ),
    "windows": lambda r: windows_document(r.windows()),
    "state": lambda r: state_document(r.state("LTU"), r),
    "history": lambda r: history_document("BGR", "Bulgaria", r.history("BGR")),
    "figures": lambda r: figures_document(r.figures()),
    "status": lambda r: status_document(r.status()),
}


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_document_has_the_shape_of_the_contract(answer: str, day: date) -> None:
    asked = register(day)
    document = enveloped(ANSWERS[answer](asked), asked, MOMENT)
    read: object = json.loads(json.dumps(document, allow_nan=False))
    assert list(mismatches(read, {**ENVELOPE, **SHAPES[answer]})) == []


@pytest.mark.parametrize("name", ["BGR/3.2", "PER/3.2", "LBN/4.1a", "GIN/7.1", "BGR/7.2/2014"])
def test_an_explanation_has_the_shape_of_the_contract(name: str) -> None:
    asked = register(date(2020, 11, 2))
    document = enveloped(explanation_document(asked.explain(name), asked.as_of), asked, 3)
    assert list(mismatches(document, {**ENVELOPE, **SHAPES["explain"]})) == []


def test_an_explanation_holds_every_event_its_grounds_name() -> None:
    asked = register(date(2020, 11, 2))
    document = explanation_document(asked.explain("BGR/3.2"), asked.as_of)
    obligation = asked.obligation("BGR/3.2")
    assert document["obligation"] == obligation_object(obligation)
    events = cast("dict[str, object]", document["events"])
    assert set(events) == {event for ground in obligation.grounds for event in ground.events}


def test_every_document_says_what_it_was_computed_from() -> None:
    reading = Interpretation.choosing({"nine_months": "enforce"})
    asked = _engine().on(date(2020, 9, 28), reading=reading)
    document = enveloped({}, asked, MOMENT)
    assert tuple(document) == ("as_of", "known_at", *KEYS[2:])
    assert document["known_at"] == "2026-11-21T12:00:00Z"
    assert document["interpretation"] == reading.choices()
    assert "depositary" in str(document["notice"])


def test_a_position_is_said_as_a_number() -> None:
    assert enveloped({}, _engine().on(date(2020, 9, 28), known_at=0), 0)["known_at"] == 0


def test_an_empty_log_has_no_moment() -> None:
    asked = Engine.in_memory().on(date(2020, 9, 28))
    log = enveloped({}, asked, MOMENT)["log"]
    assert log == {
        "name": asked.log.name,
        "position": 0,
        "recorded_at": None,
        "size": 0,
        "root": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",  # of nothing: RFC 9162, 2.1.1
        "left_out": 0,
    }
    assert parties_document(asked.parties())["count"] == 0


def test_unknown_none_and_zero_are_three_answers() -> None:
    found = {each.id: obligation_object(each) for each in register(date(2020, 11, 2)).obligations()}
    assert found["BGR/1.1"]["due"] is None
    assert found["BGR/3.2"]["days_late"] is None
    on_time = next(each for each in found.values() if each["timeliness"] == "on-time")
    assert on_time["days_late"] == 0


def test_an_event_comes_back_from_a_document() -> None:
    for happening in register(date(2020, 9, 28)).history("BGR"):
        written = json.dumps(event_object(happening.event)).encode()
        assert decode(written) == happening.event


def test_a_shape_notices_what_differs() -> None:
    good = obligation_object(register(date(2020, 11, 2)).obligation("BGR/3.2"))
    wrong = {**good, "due": "soon", "days_late": "0", "more": 1}
    del wrong["standing"]
    assert list(mismatches(good, OBLIGATION)) == []
    assert len(list(mismatches(wrong, OBLIGATION))) == 4
