"""Reconcile the conduct of states, party or not, that bears on the norm: Articles 4(4) and 21.

Who voted, who came to meetings, who restricted what it does; who once produced or used. Use is told
apart by the conflict: a source that names none is a happening of its own, for nobody can tell which
it means. Whether a source speaks of a state's own use, or of use on its territory by others, is
read claim by claim in `past_use`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Final, cast

from ccm_engine.domain.events import (
    MeetingAttendedAsObserver,
    ProductionReported,
    ResolutionVoteCast,
    UseOnTerritoryReported,
    UseReported,
    UseRestricted,
    Vote,
)
from ccm_engine.public_record.claims import Details, text_of
from ccm_engine.public_record.happenings import again, by_state
from ccm_engine.public_record.past_use import ON_TERRITORY
from ccm_engine.public_record.readings import Reading, within_period
from ccm_engine.public_record.versions import Settled, Statement, statement

KINDS: Final = frozenset(
    {
        "unga-resolution-vote",
        "meeting-attended-as-observer",
        "use-restricted",
        "past-production-reported",
        "past-use-reported",
        ON_TERRITORY,
    }
)


def reconcile(readings: Iterable[Reading]) -> list[Settled]:
    """Return what states did that bears on the norm."""
    return again((_statement(within_period(reading)) for reading in readings), _key)


def _statement(reading: Reading) -> Statement:
    details = reading.details
    match reading.kind:
        case "unga-resolution-vote":
            vote = Vote(str(details["vote"]))
            return statement(reading, ResolutionVoteCast, vote=vote, year=reading.when.latest.year)
        case "meeting-attended-as-observer":
            period = text_of(details, "period")
            return statement(reading, MeetingAttendedAsObserver, period=period)
        case "use-restricted":
            return statement(reading, UseRestricted, restriction=text_of(details, "restriction"))
        case "past-production-reported":
            return statement(reading, ProductionReported)
        case kind if kind == ON_TERRITORY:
            return statement(reading, UseOnTerritoryReported, users=text_of(details, "users"))
        case _:
            return statement(
                reading,
                UseReported,
                conflict=text_of(details, "conflict"),
                on_territory_of=_territories(details),
            )


def _territories(details: Details) -> tuple[str, ...] | None:
    named = details.get("territories")
    return cast("tuple[str, ...]", named) if isinstance(named, tuple) else None


def _key(each: Statement) -> Hashable:
    fields = each.fields
    return by_state(each), fields.get("conflict"), fields.get("restriction"), fields.get("year")
