"""How a duty comes by its standing and its timeliness: the one place where both are decided."""

from __future__ import annotations

from datetime import date

import attrs

from ccm_engine.domain.calendar import PartialDate, days_between
from ccm_engine.domain.events import CoverageStated, Entry, Event
from ccm_engine.domain.interpretations import PendingRequest
from ccm_engine.domain.obligations import (
    Engagement,
    Extension,
    Ground,
    Nature,
    Obligation,
    Situation,
    Standing,
    Timeliness,
)
from ccm_engine.domain.provisions import Cited, Provision


@attrs.frozen(kw_only=True, slots=False)  # made in great numbers, and so sooner
class Dated:
    """A dated duty before it is weighed.

    `survives_withdrawal` keeps it due after a withdrawal (INT-0007); `done_in_time` says that
    the rule itself finds its fulfilment in time, whatever the days say, and `perhaps_in_time` that
    it cannot tell. Silence is no proof where
    the record does not reach its provision, or any of those it `rests_on`; then the first on
    record that fulfils what rests on them is not late for certain: another may have come before.
    """

    provision: Cited
    duty: str
    treaty_due: date | None
    due: PartialDate | None
    suffix: str = ""
    nature: Nature = Nature.DATED
    rests_on: tuple[Provision, ...] = ()
    engagement: Engagement = Engagement.ENGAGED
    discharged: Entry[Event] | None = None
    extensions: tuple[Extension, ...] = ()
    request_pending: bool = False
    survives_withdrawal: bool = False
    done_in_time: bool = False
    perhaps_in_time: bool = False
    grounds: tuple[Ground, ...] = ()


def identifier(stream: str, provision: Cited, suffix: str = "") -> str:
    """Return an obligation's identifier: `BGR/3.2`, `BGR/7.2/2014`."""
    return f"{stream}/{provision.slug}" + (f"/{suffix}" if suffix else "")


def weigh(at: Situation, dated: Dated) -> Obligation:
    """Return a dated duty with its standing and timeliness."""
    standing, ground = _standing(at, dated)
    ceased = standing is Standing.CEASED
    discharged_on = dated.discharged.event.occurred_on if dated.discharged else None
    due = None if ceased else dated.due
    timeliness, exact, span = timeliness_of(due, discharged_on)
    if dated.done_in_time and timeliness is not None:
        timeliness, exact, span = Timeliness.ON_TIME, 0, None
    elif dated.perhaps_in_time and timeliness is Timeliness.LATE:
        timeliness, exact, span = Timeliness.UNDETERMINED, None, None
    if timeliness is Timeliness.LATE and (doubt := _perhaps_before(at, dated)):
        timeliness, exact, span, ground = Timeliness.UNDETERMINED, None, None, (doubt,)
    return Obligation(
        id=identifier(at.dossier.stream, dated.provision, dated.suffix),
        state=at.dossier.stream,
        provision=dated.provision,
        duty=dated.duty,
        nature=dated.nature,
        standing=standing,
        treaty_due=None if ceased else dated.treaty_due,
        due=due,
        discharged_on=discharged_on,
        discharged_by=dated.discharged.id if dated.discharged else None,
        timeliness=timeliness,
        days_late=exact,
        days_late_range=span,
        extensions=dated.extensions,
        request_pending=dated.request_pending,
        grounds=(*at.binding.grounds, *dated.grounds, *ground),
    )


def _standing(at: Situation, dated: Dated) -> tuple[Standing, tuple[Ground, ...]]:
    """Decide where a dated duty stands; the first that applies, in this order.

    A pending request stays nothing, by practice: INT-0004.
    """
    binding, due = at.binding, dated.due
    last = None if due is None else at.day(due)
    if not at.begun:
        return Standing.NOT_YET_BINDING, ()
    if dated.discharged is not None:
        return Standing.DISCHARGED, ()
    after = binding.ceased_on and (last is None or last >= binding.ceased_on)
    if after and not dated.survives_withdrawal:
        return Standing.CEASED, ()
    if dated.engagement is Engagement.NOT_ENGAGED:
        return Standing.NOT_ENGAGED, ()
    if dated.engagement is Engagement.UNKNOWN:
        return Standing.UNDETERMINED, ()
    stayed = dated.request_pending and at.reading.pending_request is PendingRequest.STAYED
    if last is None or at.as_of <= last or stayed:
        return Standing.PENDING, ()
    if (silence := _silence(at, dated, last)) is not None:
        return Standing.UNDETERMINED, (silence,)
    if dated.request_pending:
        return Standing.OVERDUE_REQUEST_PENDING, ()
    return Standing.OVERDUE, ()


def _perhaps_before(at: Situation, dated: Dated) -> Ground | None:
    """Say why the first on record may not have been the first, where sources do not reach it."""
    if dated.due is None or not dated.rests_on:
        return None
    return _silence(at, dated, at.day(dated.due), "nothing found by the due day, but")


def _silence(
    at: Situation, dated: Dated, last: date, nothing: str = "nothing found that settles it, but"
) -> Ground | None:
    """Say why nothing on record by a due day is no proof, where the sources cannot reach it."""
    if at.published_by is not None and at.published_by < last:
        why = f"{nothing} only sources that had appeared by {at.published_by} were asked"
        return Ground(dated.provision, why)
    for provision in (dated.provision, *dated.rests_on):
        if (limit := at.unreached(provision, last)) is not None:
            how_far = _how_far(limit.event, last)
            return Ground(provision, f"{nothing} the record's sources {how_far}", (limit.id,))
    return None


def _how_far(stated: CoverageStated, day: date) -> str:
    """Say why the sources do not tell of a day: nothing gathered, or not of that time."""
    if stated.reaches is None:
        return "were not gathered for it"
    if stated.since is not None and day < stated.since:
        return f"tell of it only from {stated.since} on"
    return f"reach only to {stated.reaches}"


def timeliness_of(
    due: PartialDate | None, discharged_on: PartialDate | None
) -> tuple[Timeliness | None, int | None, tuple[int, int] | None]:
    """Return whether a fulfilled duty was in time, the days it was late, and their bounds.

    Days known in part are late, in time or undetermined; the bounds are given where the first
    day it can mean is known and the duty is late.
    """
    if due is None or discharged_on is None:
        return None, None, None
    if discharged_on.latest <= due.first:
        return Timeliness.ON_TIME, 0, None
    if not discharged_on.certainly_after(due.latest):
        return Timeliness.UNDETERMINED, None, None
    least = days_between(due.latest, discharged_on.first)
    most = days_between(due.first, discharged_on.latest)
    return Timeliness.LATE, (least if least == most else None), (least, most)


def standing_duty(
    at: Situation,
    provision: Cited,
    duty: str,
    *,
    engagement: Engagement = Engagement.ENGAGED,
    grounds: tuple[Ground, ...] = (),
    since: date | None = None,
    nature: Nature = Nature.STANDING,
) -> Obligation:
    """Return a duty without a date, owed from entry into force (or `since`) as long as bound."""
    if not (at.begun if since is None else at.as_of >= since):
        standing = Standing.NOT_YET_BINDING
    elif at.binding.ceased_on is not None:
        standing = Standing.CEASED
    elif engagement is Engagement.ENGAGED:
        standing = Standing.CONTINUING
    else:
        unknown = engagement is Engagement.UNKNOWN
        standing = Standing.UNDETERMINED if unknown else Standing.NOT_ENGAGED
    return Obligation(
        id=identifier(at.dossier.stream, provision),
        state=at.dossier.stream,
        provision=provision,
        duty=duty,
        nature=nature,
        standing=standing,
        grounds=(*at.binding.grounds, *grounds),
    )
