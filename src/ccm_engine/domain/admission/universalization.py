"""What the log remarks on about votes and observers."""

from __future__ import annotations

from collections.abc import Iterator

from ccm_engine.domain.admission.docket import Docket, is_party
from ccm_engine.domain.events import MeetingAttendedAsObserver, ResolutionVoteCast


def admit_vote(event: ResolutionVoteCast, docket: Docket) -> Iterator[str]:
    """Remark on a second vote of one year that is another one."""
    for entry in docket.dossier(event.state).all(ResolutionVoteCast):
        same_year = event.year is not None and entry.event.year == event.year
        if same_year and entry.event.vote is not event.vote:
            on_record = f"{entry.id} has {entry.event.vote.value!r} for {event.year}"
            yield f"{on_record}; if sources contradict each other, record a dispute"


def admit_observer(event: MeetingAttendedAsObserver, docket: Docket) -> Iterator[str]:
    """Remark on a State Party as an observer: it takes part in its own right."""
    day = event.occurred_on.first
    if is_party(docket, event.state, day):
        yield f"it is a State Party on {day}, and no observer"
    if event.meeting is not None and docket.ccm.meeting(event.meeting) is None:
        yield f"no {event.meeting} is on record"
