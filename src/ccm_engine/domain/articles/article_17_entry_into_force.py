"""Article 17: when the Convention enters into force, for itself and for each state."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine.domain.calendar import add_months, first_of_month
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Dossier, day_counted
from ccm_engine.domain.events import Entry, EntryIntoForceNotified, InstrumentDeposited
from ccm_engine.domain.interpretations import EntryIntoForceDay, Interpretation, SixthMonth
from ccm_engine.domain.obligations import Ground
from ccm_engine.domain.provisions import Provision

ART_17_1: Final = Provision.parse("17(1)")
ART_17_2: Final = Provision.parse("17(2)")
INSTRUMENTS_NEEDED: Final = 30  # 17(1)
MONTHS_TO_FORCE: Final = 6  # 17(1), 17(2)


def thirtieth_deposit(ccm: Convention) -> Entry[InstrumentDeposited] | None:
    """Find the thirtieth instrument, `None` while there are fewer: Article 17(1).

    Of several on one day any may be called the thirtieth; only the day matters.
    """
    if len(ccm.deposits) < INSTRUMENTS_NEEDED:
        return None
    return ccm.deposits[INSTRUMENTS_NEEDED - 1]


def convention_in_force_on(ccm: Convention, reading: Interpretation) -> date | None:
    """Compute the first day of the sixth month after the month of the thirtieth deposit: 17(1)."""
    thirtieth = thirtieth_deposit(ccm)
    if thirtieth is None:
        return None
    day = day_counted(thirtieth.event.occurred_on, reading.partial_dates)
    return first_of_month(day, MONTHS_TO_FORCE)


def in_force_on(
    deposit: Entry[InstrumentDeposited], dossier: Dossier, ccm: Convention, reading: Interpretation
) -> tuple[date | None, Ground]:
    """Compute the day from which a state is bound, and why: Article 17.

    A state that deposited up to the day of the thirtieth instrument is bound with the
    Convention itself (17(1)); a later one on the first day of the sixth month after its own
    deposit (17(2), read by INT-0016). A notified day is kept beside it (INT-0009).
    """
    day = day_counted(deposit.event.occurred_on, reading.partial_dates)
    counts = reading.entry_into_force_day is EntryIntoForceDay.NOTIFIED
    if counts and (notified := _notified(dossier, deposit)):
        told = notified.event.in_force_on
        return told, Ground(
            ART_17_2, f"in force on {told}, as the depositary notified", (notified.id,)
        )
    thirtieth = thirtieth_deposit(ccm)
    general = convention_in_force_on(ccm, reading)
    if thirtieth is None or general is None:
        short = f"not in force: {len(ccm.deposits)} of {INSTRUMENTS_NEEDED} instruments"
        return None, Ground(ART_17_1, f"{short} are deposited", (deposit.id,))
    if day <= day_counted(thirtieth.event.occurred_on, reading.partial_dates):
        why = "first day of the sixth month after the month of the thirtieth deposit"
        proof = tuple(dict.fromkeys((deposit.id, thirtieth.id)))
        return general, Ground(ART_17_1, f"in force on {general}: {why}", proof)
    own = _sixth_month(day, reading.sixth_month)
    why = "first day of the sixth month after the deposit"
    return own, Ground(ART_17_2, f"in force on {own}: {why}", (deposit.id,))


def _sixth_month(deposited_on: date, choice: SixthMonth) -> date:
    """Return the day of Article 17(2) as INT-0016 reads it."""
    if choice is SixthMonth.MONTH_OF_DEPOSIT:
        return first_of_month(deposited_on, MONTHS_TO_FORCE)
    day = add_months(deposited_on, MONTHS_TO_FORCE)
    return day if day.day == 1 else first_of_month(day, 1)


def _notified(
    dossier: Dossier, deposit: Entry[InstrumentDeposited]
) -> Entry[EntryIntoForceNotified] | None:
    """Find the last notification about a deposit: one of a day before it is of another."""
    given = deposit.event.occurred_on.first
    told = reversed(dossier.all(EntryIntoForceNotified))
    return next((each for each in told if each.event.in_force_on >= given), None)
