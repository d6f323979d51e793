"""What the log refuses about amendments: Article 13."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from ccm_engine.domain.admission.docket import Docket, is_party, refused
from ccm_engine.domain.articles.article_13_amendments import last_day_to_support, two_thirds
from ccm_engine.domain.events import (
    CONVENTION,
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    Entry,
)

_Step = TypeVar("_Step", AmendmentProposed, AmendmentCirculated, AmendmentAdopted)
_Later = AmendmentCirculated | AmendmentSupported | AmendmentAdopted | AmendmentAccepted


def admit_proposal(event: AmendmentProposed, docket: Docket) -> Iterator[str]:
    """Refuse a proposal by a state not party, or of a name taken: Article 13(1)."""
    day = event.occurred_on.latest
    if not is_party(docket, event.proposed_by, day):
        obstacle = f"{event.proposed_by} is not a State Party on {day}"
        raise refused(event, obstacle, "only a State Party proposes an amendment")
    _first_of_its_name(event, docket, AmendmentProposed)
    yield from ()


def admit_circulation(event: AmendmentCirculated, docket: Docket) -> Iterator[str]:
    """Refuse to circulate what was never proposed, or a second time: Article 13(1)."""
    _preceded(event, docket, AmendmentProposed, "proposed")
    _first_of_its_name(event, docket, AmendmentCirculated)
    yield from ()


def admit_support(event: AmendmentSupported, docket: Docket) -> Iterator[str]:
    """Refuse support of what was never circulated, or by a state not party: Article 13(1).

    Support after the 90 days is taken with a remark; it does not count.
    """
    circulated = _preceded(event, docket, AmendmentCirculated, "circulated")
    day = event.occurred_on.latest
    if not is_party(docket, event.supported_by, day):
        obstacle = f"{event.supported_by} is not a State Party on {day}"
        raise refused(event, obstacle, "only a State Party is asked")
    last = last_day_to_support(circulated.event.occurred_on)
    if event.occurred_on.first > last.latest:
        yield f"later than the last day to support it, {last}: it does not count"


def admit_adoption(event: AmendmentAdopted, docket: Docket) -> Iterator[str]:
    """Refuse to adopt what was never proposed, or twice: Article 13(4).

    Votes below two thirds are remarked on: a source says that it was adopted all the same.
    """
    _preceded(event, docket, AmendmentProposed, "proposed")
    _first_of_its_name(event, docket, AmendmentAdopted)
    if two_thirds(event) is False:
        yield f"{event.in_favour} in favour and {event.against} against are not two thirds"


def admit_acceptance(event: AmendmentAccepted, docket: Docket) -> Iterator[str]:
    """Refuse to accept what was never adopted: Article 13(5)."""
    _preceded(event, docket, AmendmentAdopted, "adopted")
    yield from ()


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
