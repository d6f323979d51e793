"""What the log refuses about signature, consent and withdrawal: Articles 15, 16, 18 and 20."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ccm_engine.domain.admission.docket import Docket, refused
from ccm_engine.domain.articles.article_17_entry_into_force import (
    convention_in_force_on,
    in_force_on,
)
from ccm_engine.domain.articles.article_20_withdrawal import standing_notice, withdrawal_effect
from ccm_engine.domain.articles.binding import consent
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import (
    Entry,
    EntryIntoForceNotified,
    Instrument,
    InstrumentDeposited,
    ProvisionalApplicationDeclared,
    Signed,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.interpretations import PRACTICE

OPENED_FOR_SIGNATURE: Final = date(2008, 12, 3)  # 15
RETRACT: Final = "if that event is wrong, record a retraction of it first"


def admit_signature(event: Signed, docket: Docket) -> Iterator[str]:
    """Refuse a signature outside the days it was open, or a second one: Article 15.

    Open from 3 December 2008 until the Convention's own entry into force, that day excluded.
    """
    closed = convention_in_force_on(docket.ccm, PRACTICE)
    day = event.occurred_on
    if day.latest < OPENED_FOR_SIGNATURE or (closed and day.first >= closed and day.earliest):
        until = f" until its entry into force on {closed}" if closed else ""
        obstacle = f"the Convention was open for signature from {OPENED_FOR_SIGNATURE}{until}"
        raise refused(event, obstacle, "a state joins by accession afterwards")
    if (before := docket.dossier(event.state).first(Signed)) is not None:
        raise refused(event, f"it signed on {before.event.occurred_on}, {before.id}", RETRACT)
    deposit = docket.dossier(event.state).first(InstrumentDeposited)
    if deposit is not None and deposit.event.instrument is Instrument.ACCESSION:
        raise refused(event, f"it acceded without signing, {deposit.id}", RETRACT)
    if deposit is not None and deposit.event.occurred_on.latest < event.occurred_on.first:
        obstacle = f"it deposited its instrument on {deposit.event.occurred_on}, {deposit.id}"
        raise refused(event, obstacle, "check both days")
    yield from ()


def admit_deposit(event: InstrumentDeposited, docket: Docket) -> Iterator[str]:
    """Refuse the wrong instrument, or a second one while the first binds: Article 16.

    Signatories ratify, accept or approve (16(1)); who did not sign accedes (16(2)). A state that
    withdrew joins again by either.
    """
    dossier, kind = docket.dossier(event.state), event.instrument
    signed, left = dossier.first(Signed), _withdrawn_by(docket, event)
    if kind is Instrument.ACCESSION and signed is not None and not left:
        obstacle = f"it signed on {signed.event.occurred_on}, {signed.id}, and a signatory ratifies"
        raise refused(event, obstacle, "record a ratification, acceptance or approval")
    joins_anew = (Instrument.ACCESSION, Instrument.SUCCESSION)
    if kind not in joins_anew and signed is None:
        obstacle = f"it did not sign, and a {kind.value} takes a signature"
        raise refused(event, obstacle, "record its signature first, or an accession")
    if signed is not None and event.occurred_on.latest < signed.event.occurred_on.first:
        obstacle = f"it signed only on {signed.event.occurred_on}, {signed.id}"
        raise refused(event, obstacle, "check both days")
    if event.occurred_on.latest < OPENED_FOR_SIGNATURE:
        obstacle = f"nothing could be deposited before {OPENED_FOR_SIGNATURE}"
        raise refused(event, obstacle, "check the day")
    before = docket.dossier(event.state, event.occurred_on.latest).last(InstrumentDeposited)
    other = _overlapping(dossier, event) if before is None or left else before
    if other is not None:
        obstacle = f"its instrument was deposited on {other.event.occurred_on}, {other.id}"
        raise refused(event, obstacle, RETRACT)
    yield from ()


def _overlapping(dossier: Dossier, event: InstrumentDeposited) -> Entry[InstrumentDeposited] | None:
    """Find the next deposit after this one, unless a notice of withdrawal lies between them."""
    day = event.occurred_on.latest
    later = (
        entry for entry in dossier.all(InstrumentDeposited) if entry.event.occurred_on.latest > day
    )
    if (following := next(later, None)) is None:
        return None
    end = following.event.occurred_on.latest
    notices = (entry.event.occurred_on.latest for entry in dossier.all(WithdrawalNotified))
    return None if any(day < notice < end for notice in notices) else following


def _withdrawn_by(docket: Docket, event: InstrumentDeposited) -> bool:
    binding = docket.situation(event.state, event.occurred_on.latest).binding
    return binding.ceased_on is not None


def admit_notified_entry(event: EntryIntoForceNotified, docket: Docket) -> Iterator[str]:
    """Remark where the depositary's day differs from the computed one: Article 17, INT-0009."""
    dossier = docket.dossier(event.state)
    deposit = consent(dossier, PRACTICE)
    if deposit is None:
        raise refused(event, "it has deposited no instrument", "record the deposit first")
    computed, _ = in_force_on(deposit, dossier, docket.ccm, PRACTICE)
    if computed != event.in_force_on:
        yield f"notified as in force on {event.in_force_on}, computed {computed} (INT-0009)"


def admit_provisional(event: ProvisionalApplicationDeclared, docket: Docket) -> Iterator[str]:
    """Remark on a declaration not made at the time of consent: Article 18."""
    deposit = docket.dossier(event.state).last(InstrumentDeposited)
    if deposit is None:
        yield "provisional application is declared on depositing an instrument; none is on record"
    elif event.occurred_on.first > deposit.event.occurred_on.latest:
        yield f"declared after its instrument was deposited on {deposit.event.occurred_on}"


def admit_withdrawal(event: WithdrawalNotified, docket: Docket) -> Iterator[str]:
    """Refuse a withdrawal by a state not party, or a second one: Article 20(2)."""
    day = event.occurred_on.latest
    binding = docket.situation(event.state, day).binding
    if binding.deposit is None or not binding.binds_on(day):
        obstacle = f"it is not a State Party on {day}"
        raise refused(event, obstacle, "check the state and the day; only a State Party withdraws")
    dossier = docket.dossier(event.state)
    notice = standing_notice(dossier, binding.deposit.event.occurred_on, PRACTICE)
    if notice is not None:
        obstacle = f"it gave notice on {notice.event.occurred_on}, {notice.id}"
        raise refused(event, obstacle, RETRACT)
    effect, _ = withdrawal_effect(Entry("", event), dossier, PRACTICE)
    if event.effective_on is not None and event.effective_on != effect:
        yield f"stated to take effect on {event.effective_on}, computed {effect}"


def admit_revocation(event: WithdrawalRevoked, docket: Docket) -> Iterator[str]:
    """Refuse to revoke no notice, or one that has had effect; remark if that is unsure: 20(3)."""
    dossier = docket.dossier(event.state, event.occurred_on.latest)
    deposit = consent(dossier, PRACTICE)
    since = None if deposit is None else deposit.event.occurred_on
    notice = None if since is None else standing_notice(dossier, since, PRACTICE)
    if notice is None:
        raise refused(event, "no notice of withdrawal stands", "record the notice first")
    effect, _ = withdrawal_effect(notice, dossier, PRACTICE)
    if effect is not None and event.occurred_on.first >= effect:
        obstacle = f"the withdrawal took effect on {effect}"
        raise refused(event, obstacle, "a state that withdrew joins again by accession")
    if effect is not None and event.occurred_on.latest >= effect:
        yield f"it may have come after the withdrawal took effect on {effect}, and counts so"
