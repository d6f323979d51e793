"""Withdrawal, with or without an armed conflict, revoked or followed by joining again."""

from __future__ import annotations

from datetime import date

from ccm_engine.domain.events import (
    ArmedConflictBegun,
    ArmedConflictEnded,
    ClarificationRequested,
    ExtensionEvent,
    Instrument,
    InstrumentDeposited,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.testing.dates import moved
from ccm_engine.testing.drafts import Draft
from ccm_engine.testing.reckoning import months_after
from ccm_engine.testing.stocks_and_areas import CONFLICT


def withdrawal(draft: Draft) -> None:
    """Article 20: a notice after all that only a State Party asks or is asked, and what follows."""
    if draft.begins is None:
        return
    of_parties = (ExtensionEvent, ClarificationRequested)
    asked = [each for each in draft.events if isinstance(each, of_parties)]
    last = max([draft.begins, *(each.occurred_on.latest for each in asked)])
    received = draft.day_perhaps_last_of_month(last)
    draft.tell(WithdrawalNotified, received)
    effect = months_after(received, 6)
    ending = draft.choice("effect", "conflict", "revoked", "rejoined", "nothing said")
    if ending == "conflict":
        _held_up(draft, received, effect)
    elif ending == "revoked":
        revoked = min(draft.day(received, 170), effect)
        draft.tell(WithdrawalRevoked, revoked)
        if revoked > received and draft.chance():
            draft.tell(WithdrawalNotified, draft.day(moved(revoked, 1)))
    elif ending == "rejoined":
        _joined_again(draft, effect)


def _held_up(draft: Draft, received: date, effect: date) -> None:
    draft.tell(ArmedConflictBegun, draft.day(received, 180), conflict=CONFLICT)
    if draft.chance():
        draft.tell(ArmedConflictEnded, draft.day(effect), conflict=CONFLICT)


def _joined_again(draft: Draft, effect: date) -> None:
    signed = draft.membership.signed_on is not None
    instrument = Instrument.RATIFICATION if signed else Instrument.ACCESSION
    draft.tell(InstrumentDeposited, draft.day(effect), instrument=instrument)
