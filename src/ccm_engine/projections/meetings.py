"""Every meeting: its days, what it decided, and what it has before it."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from ccm_engine.domain.articles.meeting_cycles import close_of, is_over
from ccm_engine.domain.articles.ordered_reviews import RULES as REVIEW_RULES
from ccm_engine.domain.articles.ordered_reviews import commitment_of
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.events import (
    CONVENTION,
    ActionPlanAdopted,
    DecisionTaken,
    DocumentIssued,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
    ReviewOrdered,
)
from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.extensions_granted import RequestAwaiting, requests_awaiting
from ccm_engine.projections.mandates import Mandate, ends_at, mandates
from ccm_engine.projections.view import View


class MeetingStanding(enum.Enum):
    """Where a meeting stands; its days may have passed without a word that it was held."""

    CALLED = "called"
    NOT_KNOWN_TO_BE_HELD = "not-known-to-be-held"
    HELD_IN_PART = "held-in-part"
    HELD = "held"


@attrs.frozen
class Sitting:
    """A meeting that was held, or one part of it; `part` is `None` where it had none."""

    part: int | None
    opens_on: date
    closes_on: date
    place: str | None
    president: str | None
    event: str


@attrs.frozen
class Outcome:
    """What came of a meeting, in words; a document has its `symbol`."""

    words: str | None
    on: PartialDate
    event: str
    symbol: str | None = None


@attrs.frozen(kw_only=True)
class OpenRequest:
    """A request for extension on which no decision is on record.

    `meeting` is the one asked, over or not; where none is named, the next that decides, `None`
    while that is not called. `sure` tells whether it awaits a decision, or whether the record
    cannot tell. `events` prove the request.
    """

    obligation: str
    state: str
    meeting: str | None
    sure: Certainty
    events: tuple[str, ...]


@attrs.frozen(kw_only=True)
class MeetingSheet:
    """One meeting as it was known on the day.

    `closes_on` is `None` after a first part, while no other is called. `requests` lie before it:
    those it may decide yet; `undecided` were put to it, and it is over with no decision on record.
    `reviews` and `ending` are what lies before it, or lay: reviews that were due at it, mandates
    that end with it.
    """

    code: str
    kind: MeetingKind
    name: str | None
    standing: MeetingStanding
    opens_on: date
    closes_on: date | None
    place: str | None
    sittings: tuple[Sitting, ...]
    decisions: tuple[Outcome, ...]
    documents: tuple[Outcome, ...]
    requests: tuple[OpenRequest, ...]
    undecided: tuple[OpenRequest, ...]
    reviews: tuple[Obligation, ...]
    ending: tuple[Mandate, ...]
    events: tuple[str, ...]

    @property
    def presidents(self) -> tuple[str, ...]:
        """Who presided, each once."""
        found = [each.president for each in self.sittings if each.president is not None]
        return tuple(dict.fromkeys(found))


def meetings(view: View, kind: MeetingKind | None = None) -> tuple[MeetingSheet, ...]:
    """Return the meetings known on the day by their opening; of one kind, or of all."""
    requests, reviews, held = requests_before(view), reviews_by_meeting(view), mandates(view)
    return tuple(
        _sheet(
            view,
            meeting,
            tuple(each for each in requests if each.meeting == meeting.code),
            reviews.get(meeting.code, ()),
            tuple(each for each in held if ends_at(each) == meeting.code),
        )
        for meeting in view.point.ccm.meetings
        if kind is None or meeting.kind is kind
    )


def requests_before(view: View) -> tuple[OpenRequest, ...]:
    """Return the requests for extension without a decision, the soonest deadline first."""
    return tuple(_request(each) for each in requests_awaiting(view))


def ordered_reviews(view: View) -> tuple[Obligation, ...]:
    """Return the reviews that meetings ordered, in the order of ordering."""
    return tuple(view.point.obligations(CONVENTION, rules=REVIEW_RULES))


def outstanding_reviews(view: View) -> tuple[Obligation, ...]:
    """Return the reviews ordered that are not known to have been carried out."""
    return tuple(each for each in ordered_reviews(view) if each.standing is not Standing.DISCHARGED)


def reviews_by_meeting(view: View) -> Mapping[str, tuple[Obligation, ...]]:
    """Return the reviews ordered, by the meeting each is due at; others are left out."""
    due_at: dict[str, str] = {}
    for entry in view.of_all(ReviewOrdered):
        if entry.event.due_meeting is not None:
            due_at[commitment_of(entry.event).slug] = entry.event.due_meeting
    found: dict[str, tuple[Obligation, ...]] = {}
    for each in ordered_reviews(view):
        if (meeting := due_at.get(each.provision.slug)) is not None:
            found[meeting] = (*found.get(meeting, ()), each)
    return found


def standing_of(view: View, meeting: Meeting) -> MeetingStanding:
    """Tell where a meeting stands on the day."""
    ccm = view.point.ccm
    if is_over(ccm, meeting, view.as_of):
        return MeetingStanding.HELD
    if meeting.held:
        return MeetingStanding.HELD_IN_PART
    passed = meeting.closes_on < view.as_of
    return MeetingStanding.NOT_KNOWN_TO_BE_HELD if passed else MeetingStanding.CALLED


def _request(awaiting: RequestAwaiting) -> OpenRequest:
    """Return a request as it lies before its meeting."""
    return OpenRequest(
        obligation=awaiting.obligation,
        state=awaiting.state,
        meeting=awaiting.meeting,
        sure=awaiting.sure,
        events=awaiting.events,
    )


def _sheet(
    view: View,
    meeting: Meeting,
    requests: tuple[OpenRequest, ...],
    reviews: tuple[Obligation, ...],
    ending: tuple[Mandate, ...],
) -> MeetingSheet:
    standing = standing_of(view, meeting)
    over = standing is MeetingStanding.HELD
    return MeetingSheet(
        code=meeting.code,
        kind=meeting.kind,
        name=_name(view, meeting.code),
        standing=standing,
        opens_on=meeting.opens_on,
        closes_on=close_of(view.point.ccm, meeting),
        place=_place(view, meeting.code),
        sittings=tuple(_sittings(view, meeting.code)),
        decisions=tuple(_decisions(view, meeting.code)),
        documents=tuple(_documents(view, meeting.code)),
        requests=() if over else requests,
        undecided=requests if over else (),
        reviews=reviews,
        ending=ending,
        events=meeting.events,
    )


def _name(view: View, code: str) -> str | None:
    names = [each.event.name for each in view.of_all(MeetingCalled) if each.event.meeting == code]
    return next((each for each in reversed(names) if each is not None), None)


def _place(view: View, code: str) -> str | None:
    """Return the place last given; what was held says it better than what was called."""
    places = [
        entry.event.place
        for kind in (MeetingCalled, MeetingMoved, MeetingHeld)
        for entry in view.of_all(kind)
        if entry.event.meeting == code and entry.event.place is not None
    ]
    return places[-1] if places else None


def _sittings(view: View, code: str) -> Iterator[Sitting]:
    found = [each for each in view.of_all(MeetingHeld) if each.event.meeting == code]
    for entry in sorted(found, key=lambda each: each.event.opens_on):
        event = entry.event
        yield Sitting(
            event.part, event.opens_on, event.closes_on, event.place, event.president, entry.id
        )


def _decisions(view: View, code: str) -> Iterator[Outcome]:
    for plan in view.of_all(ActionPlanAdopted):
        if plan.event.meeting == code:
            words = f"adopted the action plan {plan.event.plan}"
            yield Outcome(words, plan.event.occurred_on, plan.id)
    for entry in view.of_all(DecisionTaken):
        if entry.event.meeting == code:
            yield Outcome(entry.event.decision, entry.event.occurred_on, entry.id)


def _documents(view: View, code: str) -> Iterator[Outcome]:
    for entry in view.of_all(DocumentIssued):
        if entry.event.meeting == code:
            event = entry.event
            yield Outcome(event.title, event.occurred_on, entry.id, event.symbol)
