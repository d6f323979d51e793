"""Moments as a log stores them: RFC 3339 in UTC, always 27 characters, so text sorts as time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from ccm_engine.errors import InvalidDateError


def stored_moment(moment: datetime) -> str:
    """Write a UTC moment in RFC 3339 with microseconds, so that text sorts as time does."""
    asked = f"cannot append rows recorded at {moment!r}"
    try:
        offset = moment.utcoffset()
    except AttributeError:  # a day or a text, from a caller without a type checker
        raise InvalidDateError(asked, "it is not a datetime", "give a datetime in UTC") from None
    if offset != timedelta(0):
        raise InvalidDateError(asked, "it is not in UTC", "give it in UTC: moment.astimezone(UTC)")
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def canonical_moment(text: str) -> datetime:
    """Return the moment a row was recorded at; `InvalidDateError` unless written as we write it."""
    asked = f"read the moment {text!r}"
    remedy = "write it as 2026-11-20T12:00:00.000000Z"
    try:
        moment = datetime.fromisoformat(text)
        in_utc = moment.astimezone(UTC) if moment.utcoffset() is not None else None
    except (OverflowError, ValueError) as error:
        raise InvalidDateError(asked, str(error).lower(), remedy) from error
    if in_utc is None or stored_moment(in_utc) != text:
        raise InvalidDateError(asked, "a log does not write it so", remedy)
    return in_utc


@lru_cache(maxsize=4096)
def moment(text: str) -> datetime:
    """Return the UTC moment that a row, known to be sound, was recorded at."""
    return datetime.fromisoformat(text).astimezone(UTC)
