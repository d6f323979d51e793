"""Article 20: withdrawal, and the armed conflict that holds it up."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from ccm_engine.domain.calendar import PartialDate, add_months
from ccm_engine.domain.dossier import Dossier, day_counted
from ccm_engine.domain.events import (
    ArmedConflictBegun,
    ArmedConflictEnded,
    Entry,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.domain.obligations import Ground
from ccm_engine.domain.provisions import Provision

ART_20_3: Final = Provision.parse("20(3)")
MONTHS_OF_NOTICE: Final = 6  # 20(3)


def standing_notice(
    dossier: Dossier, since: PartialDate, reading: Interpretation, until: date = date.max
) -> Entry[WithdrawalNotified] | None:
    """Find the notice of withdrawal that stands against a deposit, by a day if any: 20(2).

    The first stands until it is revoked, and that it can be until it has effect; each day counts
    as the reading has it (INT-0012), what came first is asked of last days.
    """
    standing: Entry[WithdrawalNotified] | None = None
    for entry in dossier.timeline(WithdrawalNotified, WithdrawalRevoked):
        event = entry.event
        if not since.latest <= event.occurred_on.latest <= until:
            continue
        if isinstance(event, WithdrawalNotified):
            standing = standing or Entry(entry.id, event, entry.disputes)
        elif standing is not None:
            effect, _ = withdrawal_effect(standing, dossier, reading)
            revoked = day_counted(event.occurred_on, reading.partial_dates)
            standing = None if effect is None or revoked < effect else standing
    return standing


def withdrawal_effect(
    notice: Entry[WithdrawalNotified], dossier: Dossier, reading: Interpretation
) -> tuple[date | None, Ground]:
    """Compute the first day a withdrawal has effect, `None` while a conflict holds it up: 20(3).

    The same day six months after the depositary received the notice (INT-0011 for month ends);
    if the state is then engaged in an armed conflict, the day that conflict ends.
    """
    received = day_counted(notice.event.occurred_on, reading.partial_dates)
    day = add_months(received, MONTHS_OF_NOTICE, reading.month_end)
    held_up_by: tuple[str, ...] = ()
    effect = day
    for conflict, begun, ended, proof in _conflicts(dossier, reading):
        if begun > day or (ended is not None and ended < day):
            continue
        if ended is None:
            why = f"withdrawal held up: six months pass on {day}, and {conflict} has not ended"
            return None, Ground(ART_20_3, why, (notice.id, *proof))
        if ended >= effect:
            effect, held_up_by = ended, proof
    why = f"withdrawal takes effect on {effect}: six months after the depositary received it"
    if held_up_by:
        why = f"withdrawal takes effect on {effect}: the end of the armed conflict"
    return effect, Ground(ART_20_3, why, (notice.id, *held_up_by))


class _Stretch(NamedTuple):
    """A stretch of one armed conflict: from its first day to its last, `None` while it goes on."""

    conflict: str
    begun: date
    ended: date | None
    proof: tuple[str, ...]


def _conflicts(dossier: Dossier, reading: Interpretation) -> list[_Stretch]:
    """Return each stretch of conflict; one said to begin while it goes on begins no other."""
    found: list[_Stretch] = []
    running: dict[str, int] = {}
    for entry in dossier.timeline(ArmedConflictBegun, ArmedConflictEnded):
        event, day = entry.event, day_counted(entry.event.occurred_on, reading.partial_dates)
        if isinstance(event, ArmedConflictBegun):
            if event.conflict not in running:
                running[event.conflict] = len(found)
                found.append(_Stretch(event.conflict, day, None, (entry.id,)))
        elif isinstance(event, ArmedConflictEnded) and event.conflict in running:
            place = running.pop(event.conflict)
            proof = (*found[place].proof, entry.id)
            found[place] = found[place]._replace(ended=day, proof=proof)
    return found
