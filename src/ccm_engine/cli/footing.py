"""The last lines of every page: what the answer was computed from, and how far that reaches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from ccm_engine.cli.page import BLANK, Line, Page, Tone
from ccm_engine.domain.interpretations import INT_RECORDS, PRACTICE, Interpretation
from ccm_engine.domain.provisions import Provision, legal_form
from ccm_engine.projections.coverage import Coverage, Limit
from ccm_engine.register import NOTICE, Register


def footing(register: Register, known_at: datetime | int | None) -> Page:
    """Return the closing lines of a page."""
    said = [
        f"on {register.as_of}, from {_log(register, known_at)}; {_rules(register)}",
        *_reach(register.coverage()),
        NOTICE,
    ]
    return [BLANK, *(Line(each, Tone.QUIET) for each in said)]


def moment(value: datetime) -> str:
    """Write a moment in UTC to the second."""
    return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%SZ")


def _log(register: Register, known_at: datetime | int | None) -> str:
    log = register.log
    place = f"{log.name} up to position {log.position:,}"
    if log.recorded_at is not None:
        place += f" ({moment(log.recorded_at)})"
    if isinstance(known_at, datetime):
        place += f", as known at {moment(known_at)}"
    if log.published_by is not None:
        place += f", by sources published by {log.published_by} ({log.left_out:,} events left out)"
    return place


def _rules(register: Register) -> str:
    return f"{register.rule_set}, {_reading(register.reading)}"


def _reading(reading: Interpretation) -> str:
    practice = PRACTICE.choices()
    chosen = [
        f"{name}={value} ({INT_RECORDS[name]})"
        for name, value in reading.choices().items()
        if practice[name] != value
    ]
    return f"read with {', '.join(chosen)}" if chosen else "read as practice does"


def _reach(coverage: Coverage) -> Iterator[str]:
    until = [
        f"{theme} {reach.sources_until}"
        for theme, reach in coverage.themes.items()
        if reach.sources_until is not None
    ]
    if until:
        yield f"sources reach, at the latest: {', '.join(until)}"
    by_reach: dict[str, list[str]] = {}
    for limit in sorted(coverage.limits, key=_in_treaty_order):
        by_reach.setdefault(_limit(limit), []).append(legal_form(limit.provision))
    if by_reach:
        said = (f"{reach}: {', '.join(provisions)}" for reach, provisions in by_reach.items())
        yield f"silence is not proof beyond what was gathered, {'; '.join(said)}"


def _in_treaty_order(limit: Limit) -> tuple[int, int, str]:
    return Provision.parse(limit.provision).place


def _limit(limit: Limit) -> str:
    if limit.reaches is None:
        return "in part"
    if limit.since is None:
        return f"to {limit.reaches}"
    return (
        f"on {limit.since}"
        if limit.since == limit.reaches
        else (f"from {limit.since} to {limit.reaches}")
    )
