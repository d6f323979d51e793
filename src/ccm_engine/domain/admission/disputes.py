"""What the log refuses about disputes between States Parties: Article 10."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.admission.docket import NOT_A_PARTY, Docket, is_party, refused
from ccm_engine.domain.events import (
    CONVENTION,
    TreatyDisputeArose,
    TreatyDisputeReferred,
    TreatyDisputeSettled,
)

_LEAST: Final = 2


def admit_treaty_dispute(event: TreatyDisputeArose, docket: Docket) -> Iterator[str]:
    """Refuse a dispute of fewer than two States Parties, or of a name taken: Article 10(1)."""
    if len(set(event.between)) < _LEAST:
        obstacle = f"it is between {', '.join(event.between) or 'nobody'}"
        raise refused(event, obstacle, "name two States Parties or more")
    day = event.occurred_on.latest
    for state in event.between:
        if not is_party(docket, state, day):
            obstacle = f"{state} is not a State Party on {day}"
            remedy = f"only States Parties have a dispute under Article 10; {NOT_A_PARTY}"
            raise refused(event, obstacle, remedy)
    for entry in docket.dossier(CONVENTION).all(TreatyDisputeArose):
        if entry.event.dispute == event.dispute:
            obstacle = f"a dispute of that name is on record, {entry.id}"
            raise refused(event, obstacle, "give this one another name, or correct that event")
    yield from ()


def admit_step_in_dispute(
    event: TreatyDisputeReferred | TreatyDisputeSettled, docket: Docket
) -> Iterator[str]:
    """Refuse to settle or refer a dispute that never arose: Article 10(1).

    What follows its settlement is remarked on: it stays settled as it was first.
    """
    disputes = docket.dossier(CONVENTION).all(TreatyDisputeArose)
    arisen = [
        entry.event.dispute
        for entry in disputes
        if entry.event.occurred_on.first <= event.occurred_on.latest
    ]
    if event.dispute not in arisen:
        known = ", ".join(entry.event.dispute for entry in disputes) or "none"
        obstacle = f"no dispute {event.dispute!r} is on record by that day (known: {known})"
        raise refused(event, obstacle, "record that it arose first, or correct its name")
    for entry in docket.dossier(CONVENTION).all(TreatyDisputeSettled):
        settled = entry.event.occurred_on
        after = isinstance(event, TreatyDisputeSettled) or event.occurred_on.first > settled.latest
        if entry.event.dispute == event.dispute and after:
            yield f"{event.dispute} was settled on {settled}, {entry.id}; that stands"
