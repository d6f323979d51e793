"""Reconcile all claims to one log, and account for every one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from ccm_engine.domain.events import Disputed, Event
from ccm_engine.errors import CcmError, MalformedEventError
from ccm_engine.public_record import (
    clearance,
    cooperation,
    coverage,
    extensions,
    left_aside,
    machinery,
    measures,
    meetings,
    membership,
    presidencies,
    reports,
    sittings,
    stockpiles,
    universalization,
    victims,
)
from ccm_engine.public_record.accounts import Account, Outcome
from ccm_engine.public_record.claims import Claim, Details
from ccm_engine.public_record.ordering import Placed, in_order
from ccm_engine.public_record.readings import LeftAside, Reading, read
from ccm_engine.public_record.versions import Settled


@attrs.frozen(kw_only=True)
class Sources:
    """What was gathered: claims, and the rows about decisions, meetings and the machinery."""

    claims: tuple[Claim, ...]
    decisions: tuple[Details, ...]
    meetings: tuple[Details, ...]
    machinery: tuple[Details, ...] = ()


@attrs.frozen(kw_only=True)
class Reconciled:
    """The log that the claims make, and what became of each claim.

    `rows_aside` are the rows about the machinery that become no event.
    """

    placed: tuple[Placed, ...]
    accounts: tuple[Account, ...]
    rows_aside: tuple[Details, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """The events in the order of the log."""
        return tuple(placed.event for placed in self.placed)


_MISFITS: Final = (AttributeError, LookupError, RuntimeError, StopIteration, TypeError, ValueError)
"""What Python raises where a row lacks, or contradicts, what another one rests on."""


def reconcile(sources: Sources) -> Reconciled:
    """Return the one log that the sources make, whatever the order of their rows.

    Raises `MalformedEventError` where they do not fit together, or what an event's own validators
    raise.
    """
    try:
        return _reconciled(sources)
    except CcmError:
        raise
    except _MISFITS as error:
        obstacle = f"they do not fit together ({type(error).__name__}: {error})"
        remedy = "give them as the packaged ones are"
        raise MalformedEventError("reconcile the sources", obstacle, remedy) from error


def _reconciled(sources: Sources) -> Reconciled:
    readings, aside = read(sorted(sources.claims, key=lambda claim: claim.id))
    happenings = _happenings(readings, sources)
    covered = coverage.stated(sources.claims, happenings)
    placed = in_order([*happenings, *(Settled(event) for event in covered)])
    aside += _without_event(readings, sources)
    return Reconciled(
        placed=tuple(placed),
        accounts=_accounts(sources, placed, aside),
        rows_aside=tuple(machinery.without_event(sources.machinery)),
    )


def _happenings(readings: list[Reading], sources: Sources) -> list[Settled]:
    consent = membership.reconcile(_of(readings, membership.KINDS))
    reported = reports.reconcile(_of(readings, reports.KINDS), reports.consents(consent))
    initial = reports.initial_reports(reported)
    return [
        *consent,
        *stockpiles.reconcile(_of(readings, stockpiles.KINDS), initial),
        *clearance.reconcile(_of(readings, clearance.KINDS)),
        *victims.reconcile(_of(readings, victims.KINDS)),
        *cooperation.reconcile(_of(readings, cooperation.KINDS)),
        *measures.reconcile(_of(readings, measures.KINDS)),
        *universalization.reconcile(_of(readings, universalization.KINDS)),
        *reported,
        *extensions.reconcile(
            sources.decisions,
            sittings.meeting_days(sources.meetings),
            _of(readings, extensions.KINDS),
        ),
        *meetings.reconcile(sources.meetings, _of(readings, meetings.KINDS)),
        *presidencies.reconcile(
            sources.machinery,
            sources.meetings,
            _of(readings, meetings.KINDS),
        ),
        *machinery.reconcile(sources.machinery, sources.meetings),
    ]


def _of(readings: Iterable[Reading], kinds: frozenset[str]) -> list[Reading]:
    return [reading for reading in readings if reading.kind in kinds]


def _without_event(readings: list[Reading], sources: Sources) -> list[LeftAside]:
    known = (
        membership.KINDS
        | stockpiles.KINDS
        | clearance.KINDS
        | victims.KINDS
        | cooperation.KINDS
        | measures.KINDS
        | universalization.KINDS
        | reports.KINDS
        | extensions.KINDS
        | meetings.KINDS
    )
    others = meetings.other_meetings(_of(readings, meetings.KINDS), sources.meetings)
    return [
        *(
            LeftAside(each.claim.id, left_aside.REASONS[each.kind])
            for each in readings
            if each.kind not in known
        ),
        *(LeftAside(each.claim.id, left_aside.OTHER_MEETING) for each in others),
    ]


def _accounts(
    sources: Sources, placed: list[Placed], aside: list[LeftAside]
) -> tuple[Account, ...]:
    """Return what became of each claim, in the order of their identifiers."""
    proves: dict[str, list[str]] = {}
    disputes: dict[str, list[str]] = {}
    leading: set[str] = set()
    for each in placed:
        cited = [citation.claim for citation in each.event.citations if citation.claim]
        into = disputes if isinstance(each.event, Disputed) else proves
        for claim in cited:
            into.setdefault(claim, []).append(each.id)
        if cited and into is proves:
            leading.add(cited[0])
    reasons = {each.claim: each.reason for each in aside}
    return tuple(
        Account.of(
            claim,
            loaded=claim.id in leading,
            proves=tuple(proves.get(claim.id, ())),
            disputes=tuple(disputes.get(claim.id, ())),
            reason=reasons.get(claim.id),
        )
        for claim in sorted(sources.claims, key=lambda claim: claim.id)
    )


__all__ = ["Account", "Outcome", "Reconciled", "Sources", "reconcile"]
