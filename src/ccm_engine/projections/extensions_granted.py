"""Extensions granted, and the requests that await a meeting: Articles 3(5) and 4(7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from ccm_engine.domain.articles.extension_chain import FILED_UNDER
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.events import Entry, ExtensionGranted, ExtensionRequested
from ccm_engine.domain.obligations import Extension, Obligation
from ccm_engine.domain.weighing import timeliness_of
from ccm_engine.projections.certainty import Certainty, happened_between
from ccm_engine.projections.counting import Events
from ccm_engine.projections.party_roster import name_of
from ccm_engine.projections.view import View


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

    `months` and `until` are those last asked for, `None` where no version says. `filed_on` is the
    first version's day. `meeting` is the one asked, or else the next that decides; `None` where
    none is called. `events` are the versions, and then what proves the meeting's days.
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
    events: Events


def grants(view: View) -> tuple[Grant, ...]:
    """Return every extension granted by the day, by decision, then state.

    Those of states that left are among them.
    """
    found = [_grant(view, state, entry) for state, entry in view.happened(ExtensionGranted)]
    return tuple(sorted(found, key=lambda each: (each.decided_on.latest, each.event)))


def grants_between(before: View, after: View, article: int) -> Iterator[tuple[Grant, Certainty]]:
    """Yield the grants of one article decided in a period, or maybe in it, by decision."""
    placed = {
        entry.id: within
        for _, entry, within in happened_between(before, after, ExtensionGranted)
        if entry.event.article == article
    }
    return ((each, placed[each.event]) for each in grants(after) if each.event in placed)


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
    """Return the requests no decision answers yet, by the day they run out, then obligation."""
    found = [
        awaiting
        for state in view.point.states
        for each in view.obligations_of(state)
        if each.request_pending
        for awaiting in _awaiting(view, each)
    ]
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


def _awaiting(view: View, obligation: Obligation) -> Iterator[RequestAwaiting]:
    """Yield the open request of one obligation, if its versions are on record."""
    versions = _versions(view, obligation)
    if not versions:
        return
    asked = next((each.event.meeting for each in versions if each.event.meeting), None)
    meeting = _deciding(view, asked)
    newest = list(reversed(versions))
    yield RequestAwaiting(
        state=obligation.state,
        name=name_of(obligation.state, view.as_of),
        article=versions[0].event.article,
        obligation=obligation.id,
        due=obligation.due,
        filed_on=versions[0].event.occurred_on,
        months=next((each.event.months for each in newest if each.event.months), None),
        until=next((each.event.until for each in newest if each.event.until), None),
        meeting=meeting.code if meeting else asked,
        meeting_opens=meeting.opens_on if meeting else None,
        events=(*(each.id for each in versions), *(meeting.events if meeting else ())),
    )


def _versions(view: View, obligation: Obligation) -> list[Entry[ExtensionRequested]]:
    """Return the versions of the open request: those its last ground of filing rests on."""
    known = {each.id: each for each in view.point.dossier(obligation.state).all(ExtensionRequested)}
    for ground in reversed(obligation.grounds):
        filed = [known[event] for event in ground.events if event in known]
        if filed and ground.provision in FILED_UNDER.values():
            return filed
    return []


def _deciding(view: View, asked: str | None) -> Meeting | None:
    """Return the meeting asked unless it is over, or else the next that decides."""
    ahead = [each for each in view.point.ccm.deciding_meetings if view.as_of <= each.closes_on]
    named = [each for each in ahead if each.code == asked]
    return next(iter((*named, *ahead)), None)
