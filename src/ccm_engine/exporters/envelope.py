"""What every document says about itself: the day, the log, the rules, the reading, the reach."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from ccm_engine.answers import LogState
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.provisions import legal_form
from ccm_engine.projections.coverage import Coverage
from ccm_engine.register import NOTICE, Register

Document = dict[str, object]
"""A JSON object: keys to texts, numbers, truth values, `None`, lists and objects."""

ENVELOPE: Final = (
    "as_of",
    "known_at",
    "published_by",
    "log",
    "rule_set",
    "interpretation",
    "coverage",
    "notice",
)
"""The keys that every document has."""


def enveloped(
    answer: Mapping[str, object], register: Register, known_at: datetime | int
) -> Document:
    """Return an answer as a document that says what it was computed from.

    `known_at` is the moment or the position of the log that was asked for.
    """
    return {
        "as_of": register.as_of.isoformat(),
        "known_at": known_at if isinstance(known_at, int) else utc(known_at),
        "published_by": written(register.log.published_by),
        **answer,
        "log": _log(register.log),
        "rule_set": register.rule_set,
        "interpretation": register.reading.choices(),
        "coverage": _coverage(register.coverage()),
        "notice": NOTICE,
    }


def utc(moment: datetime) -> str:
    """Write a moment in UTC, with a Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def written(day: date | PartialDate | None) -> str | None:
    """Write a day as far as it is known; `None` where it is unknown."""
    return None if day is None else str(day)


def _log(log: LogState) -> Document:
    moment = None if log.recorded_at is None else utc(log.recorded_at)
    return {
        "name": log.name,
        "position": log.position,
        "recorded_at": moment,
        "size": log.position,
        "root": log.root,
        "left_out": log.left_out,
    }


def _coverage(coverage: Coverage) -> Document:
    return {
        "themes": {
            theme: {
                "events": reach.events,
                "states": reach.states,
                "sources_until": written(reach.sources_until),
            }
            for theme, reach in coverage.themes.items()
        },
        "limits": [
            {
                "provision": legal_form(limit.provision),
                "state": limit.state,
                "reaches": written(limit.reaches),
                "since": written(limit.since),
            }
            for limit in coverage.limits
        ],
    }
