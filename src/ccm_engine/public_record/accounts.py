"""Account for claims: each becomes an event, joins one, disputes one, or is left aside."""

from __future__ import annotations

import enum

import attrs

from ccm_engine.errors import RefusedEventError
from ccm_engine.public_record.claims import Claim


class Outcome(enum.Enum):
    """What became of a claim."""

    LOADED = "loaded"
    MERGED = "merged"
    DISPUTED = "disputed"
    LEFT_ASIDE = "left aside"


@attrs.frozen(kw_only=True)
class Account:
    """What became of one claim.

    Loaded: it is the first citation of an event; merged: a further one; disputed: it says
    otherwise than the event that stands. `events` are the identifiers where it is cited.
    """

    claim: str
    kind: str
    outcome: Outcome
    events: tuple[str, ...] = ()
    reason: str | None = None

    @classmethod
    def of(
        cls,
        claim: Claim,
        *,
        loaded: bool,
        proves: tuple[str, ...],
        disputes: tuple[str, ...],
        reason: str | None,
    ) -> Account:
        """Return the account of a claim that ended in exactly one place.

        Raises `RefusedEventError` where it ended nowhere or in two: the claim would be lost, or
        counted twice.
        """
        places = [bool(proves), bool(disputes), reason is not None]
        if sum(places) != 1:
            raise RefusedEventError(
                f"account for claim {claim.id}",
                f"it ended in {sum(places)} places: {proves}, {disputes}, {reason}",
                "reconcile its kind in one family of events, or leave it aside with a reason",
            )
        outcome = Outcome.MERGED
        if disputes:
            outcome = Outcome.DISPUTED
        elif reason is not None:
            outcome = Outcome.LEFT_ASIDE
        elif loaded:
            outcome = Outcome.LOADED
        return cls(
            claim=claim.id,
            kind=claim.kind,
            outcome=outcome,
            events=proves + disputes,
            reason=reason,
        )
