"""Extensions granted, and the requests that await a meeting: Articles 3(5) and 4(7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles import obligations_of
from ccm_engine.domain.articles.article_03_stockpiles import stockpile_destruction
from ccm_engine.domain.articles.article_04_clearance import clearance, clearance_after_hostilities
from ccm_engine.domain.articles.meeting_cycles import Line
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.events import (
    CONVENTION,
    Entry,
    Event,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    MeetingCalled,
)
from ccm_engine.domain.obligations import Extension, Obligation, Situation
from ccm_engine.domain.weighing import timeliness_of
from ccm_engine.projections.certainty import (
    Certainty,
    happened_between,
    happened_by,
    situation_with,
)
from ccm_engine.projections.counting import Events
from ccm_engine.projections.party_roster import name_of
from ccm_engine.projections.view import View

_EXTENDED: Final = (stockpile_destruction, clearance, clearance_after_hostilities)
"""The duties whose deadline can be extended: Articles 3(3) and 4(5)."""
_ANSWERS: Final = (ExtensionGranted, ExtensionRefused, ExtensionRequestWithdrawn)


@attrs.frozen(kw_only=True)
class Grant:
    """One extension granted.

    `months` and `until` are as decided. `due` is the day it led to, `extended` the deadline it
    moved; both are `None` where it moved none that the reading knows. `days_late` is how many
    days after that deadline it was decided, 0 if by then; `None` where it is not known exactly,
    and then `days_late_range` bounds it if it was late. `event` is the grant.
    """

    state: str
    name: str
    article: int
    conflict: str | None
    obligation: str | None
    months: int | None
    until: PartialDate | None
    decided_on: PartialDate
    meeting: str | None
    extended: PartialDate | None
    due: PartialDate | None
    days_late: int | None
    days_late_range: tuple[int, int] | None
    event: str


@attrs.frozen(kw_only=True)
class RequestAwaiting:
    """One request on which no decision is on record; its versions are one request.

    `sure` is `YES` where it awaits a decision for certain, and else `UNKNOWN`: where it may not
    have been made by the day, or may have been decided, as also at a meeting that is over with no
    decision on record. `months` and `until` are those last asked for, `None` where no version
    says. `filed_on` is the first version's day. `meeting` is the one asked, over or not; where
    none is named, the next that decides, `None` while that is not called. `events` are the
    versions, and then what proves the meeting's days.
    """

    state: str
    name: str
    article: int
    obligation: str
    due: PartialDate | None
    filed_on: PartialDate
    months: int | None
    until: PartialDate | None
    meeting: str | None
    meeting_opens: date | None
    sure: Certainty
    events: Events


def grants(view: View) -> tuple[Grant, ...]:
    """Return every extension granted by the day, by decision, then state.

    Those of states that left are among them.
    """
    found = [_grant(view, state, entry) for state, entry in view.happened(ExtensionGranted)]
    return tuple(sorted(found, key=lambda each: (each.decided_on.latest, each.event)))


def grants_between(before: View, after: View, article: int) -> Iterator[tuple[Grant, Certainty]]:
    """Yield the grants of one article decided in a period, or maybe in it, by decision."""
    found = [
        (_grant(after, state, entry), within)
        for state, entry, within in happened_between(before, after, ExtensionGranted)
        if entry.event.article == article
    ]
    return iter(sorted(found, key=lambda each: (each[0].decided_on.latest, each[0].event)))


def by_meeting(found: Iterable[Grant]) -> Mapping[str | None, tuple[Grant, ...]]:
    """Return grants by the meeting that decided; those of no known meeting under `None`."""
    meetings: dict[str | None, list[Grant]] = {}
    for each in found:
        meetings.setdefault(each.meeting, []).append(each)
    return {meeting: tuple(several) for meeting, several in meetings.items()}


def by_article(found: Iterable[Grant]) -> Mapping[int, tuple[Grant, ...]]:
    """Return grants by the article whose deadline they moved, in order; 3 or 4."""
    articles: dict[int, list[Grant]] = {}
    for each in found:
        articles.setdefault(each.article, []).append(each)
    return {article: tuple(articles[article]) for article in sorted(articles)}


def requests_awaiting(view: View) -> tuple[RequestAwaiting, ...]:
    """Return the requests no decision answers yet, by the day they run out, then obligation.

    Those that may have been made or decided by the day are among them, `sure` being unknown.
    """
    found = [each for state in view.parties for each in _open(view, state)]
    last = date.max
    return tuple(
        sorted(found, key=lambda each: (each.due.latest if each.due else last, each.obligation))
    )


def _grant(view: View, state: str, entry: Entry[ExtensionGranted]) -> Grant:
    event = entry.event
    moved = _moved(view, state, entry.id)
    obligation, extended, step = moved or (None, None, None)
    days, span = None, None
    if extended is not None:
        _, days, span = timeliness_of(extended, event.occurred_on)
    return Grant(
        state=state,
        name=name_of(state, view.as_of),
        article=event.article,
        conflict=event.conflict,
        obligation=obligation.id if obligation else None,
        months=event.months,
        until=event.until,
        decided_on=event.occurred_on,
        meeting=event.meeting,
        extended=extended,
        due=step.due if step else None,
        days_late=days,
        days_late_range=span,
        event=entry.id,
    )


def _moved(
    view: View, state: str, event: str
) -> tuple[Obligation, PartialDate | None, Extension] | None:
    """Find the deadline that a grant moved: whose it is, from which day, and the step itself."""
    for each in view.obligations_of(state):
        running = None if each.treaty_due is None else PartialDate.on(each.treaty_due)
        for step in each.extensions:
            if step.event == event:
                return each, running, step
            running = step.due
    return None


def _open(view: View, state: str) -> Iterator[RequestAwaiting]:
    """Yield the requests of one state that await a decision, or may."""
    entries = view.point.history.chronicle(state).entries
    if not any(isinstance(each.event, ExtensionRequested) for each in entries):
        return
    found: dict[str, RequestAwaiting] = {}
    for how in (Certainty.UNKNOWN, Certainty.YES):
        at = _situation(view, state, how)
        for each in obligations_of(at, _EXTENDED):
            if each.request_pending:
                found[each.id] = _awaiting(view, at, each, how)
    yield from found.values()


def _situation(view: View, state: str, how: Certainty) -> Situation:
    """Return a situation with the requests surely made and unanswered, or maybe so."""

    def counts(event: Event) -> bool:
        by = happened_by(event.occurred_on, view.as_of)
        if isinstance(event, ExtensionRequested):
            return by is Certainty.YES or (by is how and _could_be_put(view, event))
        if isinstance(event, _ANSWERS):
            return by is Certainty.YES or (by is Certainty.UNKNOWN and how is Certainty.YES)
        return view.point.has_happened(event.occurred_on)

    return situation_with(view.point, state, counts)


def _could_be_put(view: View, request: ExtensionRequested) -> bool:
    """Tell whether the meeting asked was called by the day, as far as its call is on record.

    The named choice: before that nobody put a request to it, whatever days are known in part.
    """
    calls = [
        each.event.occurred_on
        for each in view.point.history.chronicle(CONVENTION).entries
        if isinstance(each.event, MeetingCalled) and each.event.meeting == request.meeting
    ]
    return not calls or any(map(view.point.has_happened, calls))


def _awaiting(view: View, at: Situation, obligation: Obligation, how: Certainty) -> RequestAwaiting:
    """Return the open request of one obligation."""
    versions = _versions(at, obligation)
    asked = next((each.event.meeting for each in versions if each.event.meeting), None)
    meeting = _deciding(view, asked)
    newest = list(reversed(versions))
    filed = versions[0].event.occurred_on
    running = {each.id: each.due for each in view.obligations_of(obligation.state)}
    return RequestAwaiting(
        state=obligation.state,
        name=name_of(obligation.state, view.as_of),
        article=versions[0].event.article,
        obligation=obligation.id,
        due=running[obligation.id],
        filed_on=filed,
        months=next((each.event.months for each in newest if each.event.months), None),
        until=next((each.event.until for each in newest if each.event.until), None),
        meeting=meeting.code if meeting else asked,
        meeting_opens=meeting.opens_on if meeting else None,
        sure=Certainty.UNKNOWN if _may_be_decided(view, asked, filed) else how,
        events=(*(each.id for each in versions), *(meeting.events if meeting else ())),
    )


def _versions(at: Situation, obligation: Obligation) -> list[Entry[ExtensionRequested]]:
    """Return the versions of the open request: those its last ground of any rests on."""
    known = {each.id: each for each in at.dossier.all(ExtensionRequested)}
    return next(
        filed
        for ground in reversed(obligation.grounds)
        if (filed := [known[event] for event in ground.events if event in known])
    )


def _deciding(view: View, asked: str | None) -> Meeting | None:
    """Return the meeting asked; where none is named, the next that decides."""
    if asked is not None:
        return view.point.ccm.meeting(asked)
    return next(iter(_ahead(view)), None)


def _may_be_decided(view: View, asked: str | None, filed: PartialDate) -> bool:
    """Tell whether the meeting asked is over, or may be; of one not named, any since it was filed.

    A meeting whose days have passed may have been held.
    """
    ahead = {each.code for each in _ahead(view)}
    return any(
        each.code not in ahead
        for each in view.point.ccm.deciding_meetings
        if each.code == asked or (asked is None and each.closes_on >= filed.first)
    )


def _ahead(view: View) -> tuple[Meeting, ...]:
    return Line.of(view.point.ccm, view.as_of).ahead(view.as_of)
