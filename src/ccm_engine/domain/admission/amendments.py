"""What the log refuses about amendments: Article 13."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from ccm_engine.domain.admission.docket import NOT_A_PARTY, Docket, is_party, refused
from ccm_engine.domain.articles.article_13_amendments import (
    is_majority,
    last_day_to_support,
    two_thirds,
)
from ccm_engine.domain.events import (
    CONVENTION,
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    Entry,
    MeetingKind,
)

_Step = TypeVar("_Step", AmendmentProposed, AmendmentCirculated, AmendmentAdopted)
_Later = AmendmentCirculated | AmendmentSupported | AmendmentAdopted | AmendmentAccepted


def admit_proposal(event: AmendmentProposed, docket: Docket) -> Iterator[str]:
    """Refuse a proposal by a state not party, or of a name taken: Article 13(1)."""
    day = event.occurred_on.latest
    if not is_party(docket, event.proposed_by, day):
        obstacle = f"{event.proposed_by} is not a State Party on {day}"
        raise refused(event, obstacle, f"only a State Party proposes; {NOT_A_PARTY}")
    _first_of_its_name(event, docket, AmendmentProposed)
    yield from ()


def admit_circulation(event: AmendmentCirculated, docket: Docket) -> Iterator[str]:
    """Refuse to circulate what was never proposed, or a second time: Article 13(1)."""
    _preceded(event, docket, AmendmentProposed, "proposed")
    _first_of_its_name(event, docket, AmendmentCirculated)
    yield from ()


def admit_support(event: AmendmentSupported, docket: Docket) -> Iterator[str]:
    """Refuse support of what was never circulated, or by a state not party: Article 13(1).

    Support after the 90 days, or by a state bound only after the circulation, is taken with a
    remark; it does not count.
    """
    circulated = _preceded(event, docket, AmendmentCirculated, "circulated")
    day = event.occurred_on.latest
    if not is_party(docket, event.supported_by, day):
        obstacle = f"{event.supported_by} is not a State Party on {day}"
        raise refused(event, obstacle, f"only a State Party is asked; {NOT_A_PARTY}")
    sent_on = circulated.event.occurred_on.latest
    if not is_party(docket, event.supported_by, sent_on):
        yield f"not bound on {sent_on}, when it was circulated: it does not count"
    last = last_day_to_support(circulated.event.occurred_on)
    if event.occurred_on.first > last.latest:
        yield f"later than the last day to support it, {last}: it does not count"


def admit_adoption(event: AmendmentAdopted, docket: Docket) -> Iterator[str]:
    """Refuse to adopt what was never proposed, or twice: Article 13(4).

    Votes below two thirds, no majority for it on record and another meeting than an Amendment
    Conference are remarked on: a source says that it was adopted all the same.
    """
    _preceded(event, docket, AmendmentProposed, "proposed")
    _first_of_its_name(event, docket, AmendmentAdopted)
    if two_thirds(event) is False:
        yield f"{event.in_favour} in favour and {event.against} against are not two thirds"
    yield from _if_not_supported(event, docket)
    if event.meeting is None:
        return
    meeting = docket.ccm.meeting(event.meeting)
    if meeting is None:
        yield f"no {event.meeting} is on record"
    elif meeting.kind is not MeetingKind.AMENDMENT_CONFERENCE:
        yield f"the {event.meeting} is no Amendment Conference (13(4))"


def _if_not_supported(event: AmendmentAdopted, docket: Docket) -> Iterator[str]:
    """Remark on an adoption without the majority that has a conference convened: 13(1)."""
    common = docket.dossier(CONVENTION)
    sent = (each.event for each in common.all(AmendmentCirculated))
    circulated = next((each for each in sent if each.amendment == event.amendment), None)
    if circulated is None:
        yield "that it was circulated is not on record"
        return
    until = last_day_to_support(circulated.occurred_on)
    consented = {each.event.state for each in docket.ccm.deposits}
    sent_on = circulated.occurred_on.latest
    asked = {each for each in consented if is_party(docket, each, sent_on)}
    supported = {
        each.supported_by
        for each in (entry.event for entry in common.all(AmendmentSupported))
        if each.amendment == event.amendment and each.occurred_on.first <= until.latest
    }
    count = len(supported & asked)
    if not is_majority(count, len(asked)):
        yield f"{count} of {len(asked)} States Parties are on record as supporting it by {until}"


def admit_acceptance(event: AmendmentAccepted, docket: Docket) -> Iterator[str]:
    """Refuse to accept what was never adopted, or without consent to be bound: Article 13(5).

    Who deposited its instrument accepts before it is bound. A second acceptance under one consent
    is remarked on: the first counts.
    """
    _preceded(event, docket, AmendmentAdopted, "adopted")
    state, day = event.accepted_by, event.occurred_on.latest
    binding = docket.situation(state, day).binding
    if binding.deposit is None or binding.ceased_on is not None:
        obstacle = f"{state} has not consented to be bound, or has left, on {day}"
        raise refused(event, obstacle, f"only a State Party accepts; {NOT_A_PARTY}")
    consented = binding.deposit.event.occurred_on.first
    for entry in docket.dossier(CONVENTION).all(AmendmentAccepted):
        same = (entry.event.amendment, entry.event.accepted_by) == (event.amendment, state)
        if same and entry.event.occurred_on.latest >= consented:
            yield f"{state} accepted it already on {entry.event.occurred_on}, {entry.id}"


def _first_of_its_name(
    event: AmendmentProposed | AmendmentCirculated | AmendmentAdopted,
    docket: Docket,
    kind: type[_Step],
) -> None:
    for entry in docket.dossier(CONVENTION).all(kind):
        if entry.event.amendment == event.amendment:
            obstacle = f"{event.amendment} is on record, {entry.id} of {entry.event.occurred_on}"
            raise refused(event, obstacle, "name another one otherwise, or correct that event")


def _preceded(event: _Later, docket: Docket, kind: type[_Step], done: str) -> Entry[_Step]:
    """Return the step that makes this one possible; refuse it where there is none by its day."""
    for entry in docket.dossier(CONVENTION).all(kind):
        by_then = entry.event.occurred_on.first <= event.occurred_on.latest
        if entry.event.amendment == event.amendment and by_then:
            return entry
    obstacle = f"no amendment {event.amendment!r} was {done} by that day"
    raise refused(event, obstacle, f"record that it was {done} first, or correct its name")
