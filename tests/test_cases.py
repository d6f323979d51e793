"""Real states as readable cases: `tests/cases/*.toml`, asked of the packaged public record.

A case may suppose events beside it, in their wire form without sources.
"""

from __future__ import annotations

import json
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ccm_engine import Engine, Obligation, Register
from ccm_engine.errors import UnknownObligationError
from ccm_engine.projections.amendments import amendments
from ccm_engine.public_record import packaged_events
from ccm_engine.storage.codec import decode

CASES = {
    path.stem: tomllib.loads(path.read_text()) for path in Path(__file__).parent.glob("cases/*")
}
SUPPOSED = [{"document": "a case", "publisher": "tests", "authority": "press"}]


@cache
def engine_of(case: str) -> Engine:
    supposed = CASES[case].get("event", ())
    if not supposed:
        return public_record()
    lines = (json.dumps({**each, "citations": SUPPOSED}).encode() for each in supposed)
    return Engine.in_memory((*packaged_events(), *map(decode, lines)))


@cache
def public_record() -> Engine:
    return Engine.public_record()


def questions() -> list[Any]:
    return [
        pytest.param(case, ask, id=f"{case}: {about(ask)} on {ask['on']}", marks=provision(ask))
        for case in sorted(CASES)
        for ask in CASES[case]["ask"]
    ]


def provision(ask: dict[str, Any]) -> tuple[pytest.MarkDecorator, ...]:
    if "obligation" not in ask:
        return ()
    return (pytest.mark.provision(ask["obligation"].split("/")[1]),)


def about(ask: dict[str, Any]) -> str:
    kind = next(each for each in ("obligation", "window", "amendment") if each in ask)
    return str(ask[kind]) if kind == "obligation" else f"the {kind} of {ask[kind]}"


def answered(found: Obligation) -> dict[str, object]:
    """Return an obligation in the words of a case; no day is an empty text."""
    timeliness = found.timeliness
    return {
        "treaty_due": str(found.treaty_due or ""),
        "due": str(found.due or ""),
        "standing": found.standing.value,
        "discharged_on": str(found.discharged_on or ""),
        "timeliness": timeliness.value if timeliness else "",
        "days_late": found.days_late,
        "extensions": len(found.extensions),
    }


def answer(register: Register, ask: dict[str, Any]) -> dict[str, object]:
    """Answer about an obligation, about a running deadline's window, or about an amendment."""
    if (name := ask.pop("amendment", None)) is not None:
        found = next(each for each in amendments(register.point) if each.name == name)
        return {"support_until": str(found.support_until)}
    if (name := ask.pop("window", None)) is not None:
        window = next(each for each in register.windows() if each.obligation == name)
        return {"file_by": str(window.file_by), "window": window.window.value}
    return answered(register.obligation(ask.pop("obligation")))


@pytest.mark.parametrize(("case", "ask"), questions())
def test_a_real_state_is_answered_as_the_sources_have_it(case: str, ask: dict[str, Any]) -> None:
    expected = dict(ask)
    register = engine_of(case).on(date.fromisoformat(expected.pop("on")))
    if not expected.pop("exists", True):
        with pytest.raises(UnknownObligationError):
            register.obligation(expected["obligation"])
        return
    found = answer(register, expected)
    assert {key: found[key] for key in expected} == expected


def test_there_are_at_least_thirty_cases() -> None:
    assert len(CASES) >= 30
