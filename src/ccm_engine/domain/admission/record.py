"""What the log refuses of what is said about the record itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.admission.docket import Docket, check_days_given, refused
from ccm_engine.domain.events import (
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    ClarificationRequested,
    ContributionAssessed,
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    Event,
    HostilitiesEnded,
    RecordEvent,
    Retracted,
    ReviewOrdered,
    TreatyDisputeArose,
)
from ccm_engine.domain.settlement import settle, voided

_NAMED: Final = (
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    ClarificationRequested,
    ContributionAssessed,
    HostilitiesEnded,
    ReviewOrdered,
    TreatyDisputeArose,
)
"""What is told apart by its name: of two of one name, an obligation would have two answers."""


def _target(event: RecordEvent, docket: Docket) -> Event:
    """Return the event spoken of; refuse one that is not there or was retracted."""
    pairs = docket.pairs(event.stream)
    found = dict(pairs).get(event.target)
    if found is None:
        obstacle = f"the log has no event {event.target}"
        raise refused(event, obstacle, f"`ccm history {event.stream}` lists what there is")
    if event.target in voided(pairs):
        obstacle = f"{event.target} was retracted already"
        raise refused(event, obstacle, "retract the retraction first, if that was wrong")
    return found


def admit_about_record(event: RecordEvent, docket: Docket) -> Iterator[str]:
    """Refuse to speak of an event that is not there."""
    _target(event, docket)
    yield from ()


def comes_to_stand(event: RecordEvent, docket: Docket) -> Iterator[tuple[str, Event]]:
    """Yield what stands by a word about the record and did not before, and in whose place.

    The other side of a correction or of a dispute upheld; or, once such a word or a retraction is
    retracted, what it had put aside, if that has a name that another may have taken meanwhile.
    """
    pairs = docket.pairs(event.stream)
    about = dict(pairs).get(event.target)
    if isinstance(event, Corrected):
        yield event.target, event.replacement
    elif isinstance(event, DisputeResolved) and event.upheld and isinstance(about, Disputed):
        yield about.target, about.alternative
    elif isinstance(event, Retracted):
        before = {each.id: each.event for each in settle(pairs)}
        for entry in settle([*pairs, ("", event)]):
            if isinstance(entry.event, _NAMED) and entry.event != before.get(entry.id):
                yield entry.id, entry.event


def admit_corroboration(event: Corroborated, docket: Docket) -> Iterator[str]:
    """Refuse a further source that gives another day than the event it speaks of."""
    target = _target(event, docket)
    if not isinstance(target, RecordEvent):
        check_days_given(event, target.occurred_on)
    yield from ()


def _same_stream(event: Corrected | Disputed, other: Event) -> None:
    if other.stream != event.stream or isinstance(other, RecordEvent):
        obstacle = f"what it says instead belongs to {other.stream}, or is about the record itself"
        raise refused(event, obstacle, "retract the event, and record the right one by itself")


def admit_correction(event: Corrected, docket: Docket) -> Iterator[str]:
    """Refuse a correction that moves an event to another stream, or of no ordinary event."""
    if isinstance(_target(event, docket), RecordEvent):
        obstacle = f"{event.target} is itself about the record"
        raise refused(event, obstacle, "retract it, and record it anew")
    _same_stream(event, event.replacement)
    yield from ()


def admit_dispute(event: Disputed, docket: Docket) -> Iterator[str]:
    """Refuse a dispute whose alternative belongs elsewhere."""
    _target(event, docket)
    _same_stream(event, event.alternative)
    yield from ()


def admit_resolution(event: DisputeResolved, docket: Docket) -> Iterator[str]:
    """Refuse to resolve what is no dispute."""
    if not isinstance(_target(event, docket), Disputed):
        obstacle = f"{event.target} is not a dispute"
        raise refused(event, obstacle, "name the dispute, not the event it is about")
    pairs = docket.pairs(event.stream)
    void = voided(pairs)
    for name, each in pairs:
        same = isinstance(each, DisputeResolved) and each.target == event.target
        if same and name not in void:
            raise refused(event, f"{name} resolved it already", f"retract {name} first")
    yield from ()
