"""What the log refuses about extensions: Articles 3(3)-(5) and 4(5)-(8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ccm_engine.domain.admission.docket import Docket, refused
from ccm_engine.domain.articles.article_03_holdings import holdings
from ccm_engine.domain.articles.article_03_stockpiles import DESTRUCTION_YEARS
from ccm_engine.domain.articles.article_04_clearance import CLEARANCE_YEARS
from ccm_engine.domain.articles.article_04_contamination import contamination, remnants_of
from ccm_engine.domain.articles.extension_chain import (
    LONGEST_MONTHS,
    Chain,
    extend,
    last_day_to_file,
)
from ccm_engine.domain.calendar import PartialDate, add_days, add_months, days_between
from ccm_engine.domain.events import (
    BenchmarkMet,
    BenchmarkSet,
    Entry,
    Event,
    ExtensionEvent,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    HostilitiesEnded,
    Procedure,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.domain.obligations import Engagement, Situation

_STYLE_DAYS: Final = 1
"""A stated day one day before the anniversary is the same deadline, in another style (INT-0001)."""


def admit_request(event: ExtensionRequested, docket: Docket) -> Iterator[str]:
    """Refuse a request for a duty that does not exist, or for too long: 3(3), 4(5).

    A request filed less than nine months before the meeting is taken with a remark (INT-0003).
    """
    running = _running(event, docket)
    yield from _within_limit(event, docket, running)
    _lengthening(event, event.until, running)
    if event.occurred_on.first > running.due.latest:
        yield f"filed {event.occurred_on}, after the deadline of {running.due} had passed (4(6))"
    meeting = docket.ccm.meeting(event.meeting)
    if meeting is None:
        return
    last = last_day_to_file(meeting, PRACTICE)
    if _first_filed(event, docket) > last:
        yield (
            f"filed {event.occurred_on}, after the last day for the {meeting.code}, {last}: "
            "late, and taken all the same (INT-0003)"
        )


def _first_filed(event: ExtensionRequested, docket: Docket) -> date:
    """Return the first possible day of the first version of a request to the same meeting."""
    versions = [
        entry.event.occurred_on.first
        for entry in docket.dossier(event.state).all(ExtensionRequested)
        if (entry.event.article, entry.event.conflict) == (event.article, event.conflict)
        and entry.event.meeting == event.meeting
    ]
    return min([event.occurred_on.first, *versions])


def _lengthening(event: ExtensionEvent, until: PartialDate | None, running: Chain) -> None:
    """Refuse a day that is not later than the running deadline."""
    if until is not None and until.latest <= running.due.latest:
        obstacle = f"the deadline already runs to {running.due}, and {until} is no later"
        raise refused(event, obstacle, "check the day; an extension never shortens")


def admit_benchmark(event: BenchmarkSet | BenchmarkMet, docket: Docket) -> Iterator[str]:
    """Refuse a benchmark for a duty that does not exist: 3(5), 4(7)."""
    _running(event, docket)
    yield from ()


def admit_grant(event: ExtensionGranted, docket: Docket) -> Iterator[str]:
    """Refuse a grant for a duty that does not exist, too long, or to an earlier day: 3(5), 4(7).

    Lateness of the request, and a decision without a meeting, are remarked on, never refused.
    """
    running = _running(event, docket)
    yield from _within_limit(event, docket, running)
    _agreeing(event, running)
    _lengthening(event, event.until, running)
    if not running.request_pending:
        yield "no request for it is on record"
    if event.procedure is Procedure.SILENCE:
        yield "decided by silence procedure, without a vote of those present: taken as practice is"
    if event.occurred_on.first > running.due.latest:
        days = days_between(running.due.latest, event.occurred_on.first)
        yield f"decided {days} days or more after the deadline of {running.due} had passed"


def admit_end_of_request(
    event: ExtensionRefused | ExtensionRequestWithdrawn, docket: Docket
) -> Iterator[str]:
    """Remark on the end of a request that is not on record: 3(5), 4(7)."""
    if not _running(event, docket).request_pending:
        yield "no request for it is on record"


def _running(event: ExtensionEvent, docket: Docket) -> Chain:
    """Return the deadline as it ran before the event, or refuse where there is none."""
    at = docket.situation(event.state, event.occurred_on.latest)
    begins, day = at.binding.in_force_on, event.occurred_on.latest
    if begins is None or not at.binding.binds_on(day):
        obstacle = "it is not bound by the Convention on that day"
        raise refused(event, obstacle, "record its instrument first, or check the state")
    if event.conflict is not None and event.article != 4:  # noqa: PLR2004  # the article itself
        raise refused(event, "only Article 4(1)(b) speaks of a conflict", "leave conflict out")
    if event.conflict is not None:
        since = _after(event, at)
        _not_completed(event, remnants_of(at, event.conflict, since).completed)
        return extend(at, event.article, since, CLEARANCE_YEARS, event.conflict)
    held, cleared = holdings(at), contamination(at)
    engagement, completed, years = (
        (held.engagement, held.completed, DESTRUCTION_YEARS)
        if event.article == 3  # noqa: PLR2004  # the article itself
        else (cleared.engagement, cleared.completed, CLEARANCE_YEARS)
    )
    if engagement is Engagement.NOT_ENGAGED:
        obstacle = f"it declared that it has nothing Article {event.article} applies to"
        raise refused(event, obstacle, "record what it declared or found since, first")
    _not_completed(event, completed)
    return extend(at, event.article, PartialDate.on(begins), years)


def _not_completed(event: ExtensionEvent, completed: Entry[Event] | None) -> None:
    if completed is not None and completed.event.occurred_on.latest < event.occurred_on.first:
        obstacle = f"it completed {completed.event.occurred_on}, {completed.id}"
        raise refused(event, obstacle, "record what was found since, first")


def _after(event: ExtensionEvent, at: Situation) -> PartialDate:
    begins = at.binding.in_force_on
    for entry in at.dossier.all(HostilitiesEnded):
        ended = entry.event.occurred_on
        if entry.event.conflict == event.conflict and begins and ended.latest >= begins:
            return ended
    obstacle = f"no end of hostilities in {event.conflict!r} since it is bound is on record"
    raise refused(event, obstacle, "record that they ended first, or leave conflict out")


def _within_limit(
    event: ExtensionRequested | ExtensionGranted, docket: Docket, running: Chain
) -> Iterator[str]:
    """Refuse more than four years (3(3)) or five (4(5)) at a time; if supposed, remark on it."""
    months, until, longest = event.months, event.until, LONGEST_MONTHS[event.article]
    too_far = add_months(running.due.latest, longest)
    if (months is not None and months > longest) or (
        until is not None and (until.earliest or until.latest) > add_days(too_far, _STYLE_DAYS)
    ):
        asked = f"{months} months" if months is not None else f"until {until}"
        obstacle = f"{asked} is more than the {longest} months Article {event.article} allows"
        yield docket.not_allowed(event, obstacle, f"at most to {too_far}, from {running.due}")


def _agreeing(event: ExtensionGranted, running: Chain) -> None:
    """Refuse months and a stated day that differ by more than the style of writing it."""
    if event.months is None or event.until is None or running.due.exact is None:
        return
    computed = add_months(running.due.exact, event.months)
    early, late = add_days(computed, -_STYLE_DAYS), add_days(computed, _STYLE_DAYS)
    if not event.until.meets(PartialDate.between(early, late)):
        obstacle = f"{event.months} months from {running.due} is {computed}, not {event.until}"
        raise refused(event, obstacle, "check both; give only the one that is certain")
