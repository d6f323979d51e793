"""Statements as documents make them, and what the packaged public record answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Final

from ccm_engine import Engine
from ccm_engine.domain.interpretations import PRACTICE, Interpretation
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.statements import Finding, Statement, check

ASKED: Final = "2026-11-20"
"""The day on which these statements are checked; each is judged on the day it speaks of."""


def stated(
    kind: str, state: str | None, on: str | None, *, as_of: str | None = None, **details: object
) -> Statement:
    """Make a statement; `as_of` is the day it speaks of."""
    given = {
        "statement": kind,
        "state": state,
        "on": on,
        "details": {**details, "as_of": as_of},
        "source": {"title": "a document", "url": None, "published": None},
    }
    return Statement.read(given)


@cache
def record() -> Engine:
    """Open the packaged public record once."""
    return Engine.public_record()


def seen_on(day: str = ASKED, reading: Interpretation = PRACTICE) -> Standpoint:
    """Return the packaged public record on a day."""
    return record().on(date.fromisoformat(day), reading=reading).point


def found(
    *statements: Statement, day: str = ASKED, reading: Interpretation = PRACTICE
) -> Sequence[Finding]:
    """Check statements against the packaged public record."""
    return check(statements, seen_on(day, reading)).findings


def verdict(statement: Statement, reading: Interpretation = PRACTICE) -> str:
    """Return the verdict on one statement in a word."""
    (finding,) = found(statement, reading=reading)
    return finding.verdict.value


def mistake(statement: Statement, reading: Interpretation = PRACTICE) -> str | None:
    """Return the likely mistake of one statement that disagrees; `None` where none fits."""
    (finding,) = found(statement, reading=reading)
    assert finding.verdict.value == "disagree", finding
    return None if finding.mistake is None else finding.mistake.value
