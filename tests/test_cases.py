"""Real states as readable cases: `tests/cases/*.toml`, asked of the packaged public record."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ccm_engine import Engine, Obligation
from ccm_engine.errors import UnknownObligationError

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


@cache
def public_record() -> Engine:
    return Engine.public_record()


def questions() -> list[Any]:
    return [
        pytest.param(ask, id=f"{path.stem}: {ask['obligation']} on {ask['on']}")
        for path in CASES
        for ask in tomllib.loads(path.read_text())["ask"]
    ]


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


@pytest.mark.parametrize("ask", questions())
def test_a_real_state_is_answered_as_the_sources_have_it(ask: dict[str, Any]) -> None:
    expected = dict(ask)
    register = public_record().on(date.fromisoformat(expected.pop("on")))
    name = expected.pop("obligation")
    if not expected.pop("exists", True):
        with pytest.raises(UnknownObligationError):
            register.obligation(name)
        return
    found = answered(register.obligation(name))
    assert {key: found[key] for key in expected} == expected


def test_there_are_at_least_twenty_cases() -> None:
    assert len(CASES) >= 20
