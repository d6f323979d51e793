"""What follows for one state on one day: obligations, their standing and the reasons.

`Situation` is what a rule is given; `Obligation` what it yields; `weigh` the one place where the
standing of a dated duty is decided.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate, add_days, days_between
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Dossier, day_counted
from ccm_engine.domain.events import (
    CoverageStated,
    Entry,
    Event,
    InstrumentDeposited,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import DeadlineStyle, Interpretation, PendingRequest
from ccm_engine.domain.provisions import Provision


class Nature(enum.Enum):
    """What kind of duty it is."""

    DATED = "dated"
    STANDING = "standing"
    ENCOURAGED = "encouraged"
    POLITICAL = "political"


class Standing(enum.Enum):
    """Where a state stands with a duty on a day."""

    NOT_YET_BINDING = "not-yet-binding"
    NOT_ENGAGED = "not-engaged"
    UNDETERMINED = "undetermined"
    CONTINUING = "continuing"
    PENDING = "pending"
    OVERDUE = "overdue"
    OVERDUE_REQUEST_PENDING = "overdue-request-pending"
    DISCHARGED = "discharged"
    CEASED = "ceased"


OUTSTANDING: Final = frozenset(
    {Standing.PENDING, Standing.OVERDUE, Standing.OVERDUE_REQUEST_PENDING}
)
"""The standings of a dated duty that is engaged and not yet fulfilled."""


class Timeliness(enum.Enum):
    """Whether a duty was fulfilled in time; the due day itself is."""

    ON_TIME = "on-time"
    LATE = "late"
    UNDETERMINED = "undetermined"


class Engagement(enum.Enum):
    """Whether there is anything the duty applies to."""

    ENGAGED = "engaged"
    NOT_ENGAGED = "not-engaged"
    UNKNOWN = "unknown"


@attrs.frozen
class Ground:
    """One step of reasoning: a provision, what follows from it, and the events that prove it."""

    provision: Provision
    conclusion: str
    events: tuple[str, ...] = ()


@attrs.frozen
class Extension:
    """One extension of a deadline, in the chain of them; `due` is the day it led to."""

    months: int | None
    until: PartialDate | None
    decided_on: PartialDate
    meeting: str | None
    due: PartialDate
    event: str


@attrs.frozen
class Otherwise:
    """What an obligation would be if days known only in part counted from their other end.

    That is their first day by the practice reading, which counts from the last: INT-0012.
    """

    due: PartialDate | None
    standing: Standing
    discharged_on: PartialDate | None


@attrs.frozen(kw_only=True)
class Obligation:
    """One duty of one state, as it stands on the day asked about.

    `treaty_due` is the Convention's own day, before any extension; `due` the running one, `None`
    where the duty has no day. `discharged_by` is the event that fulfilled it; `request_pending`
    whether a request to extend it awaits a decision. `days_late` is exact, or `None` where the
    days are not; then `days_late_range` bounds it, if both ends are known. `otherwise` says how
    the answer would differ by days known only in part (INT-0012), `None` if it would not.
    """

    id: str
    state: str
    provision: Provision
    duty: str
    nature: Nature
    standing: Standing
    treaty_due: date | None = None
    due: PartialDate | None = None
    discharged_on: PartialDate | None = None
    discharged_by: str | None = None
    timeliness: Timeliness | None = None
    days_late: int | None = None
    days_late_range: tuple[int, int] | None = None
    extensions: tuple[Extension, ...] = ()
    request_pending: bool = False
    grounds: tuple[Ground, ...] = ()
    otherwise: Otherwise | None = None


@attrs.frozen
class Binding:
    """Since when the Convention binds a state, and until when: Articles 17, 18 and 20.

    `in_force_on` is the first day it binds, `ceased_on` the first day it no longer does. `notice`
    is the notice of withdrawal that stands; `withdrawal_effective_on` is `None` without one, and
    while an armed conflict holds it up.
    """

    deposit: Entry[InstrumentDeposited] | None
    in_force_on: date | None
    grounds: tuple[Ground, ...] = ()
    provisional_from: PartialDate | None = None
    notice: Entry[WithdrawalNotified] | None = None
    withdrawal_effective_on: date | None = None
    ceased_on: date | None = None

    def binds_on(self, day: date) -> bool:
        """Tell whether the Convention is in force for the state on a day."""
        begun = self.in_force_on is not None and self.in_force_on <= day
        return begun and (self.ceased_on is None or day < self.ceased_on)


@attrs.frozen
class Situation:
    """One state on one day, as one reading sees it.

    Duties that recur are derived as far as they fall due by `until`, at least the next one.
    """

    dossier: Dossier
    ccm: Convention
    as_of: date
    reading: Interpretation
    until: date
    binding: Binding

    def day(self, known: PartialDate) -> date:
        """Return the day from which something known only in part counts: INT-0012."""
        return day_counted(known, self.reading.partial_dates)

    def anniversary(self, day: date) -> date:
        """Return the last day of a period of years that ends on an anniversary: INT-0001."""
        before = self.reading.deadline_style is DeadlineStyle.DAY_BEFORE
        return add_days(day, -1) if before else day

    def in_style(self, known: PartialDate) -> PartialDate:
        """Return both ends of a deadline known in part as the last days of a period: INT-0001."""
        earliest = None if known.earliest is None else self.anniversary(known.earliest)
        return PartialDate(earliest, self.anniversary(known.latest))

    def unreached(self, provision: Provision, due: date) -> Entry[CoverageStated] | None:
        """Return the statement by which the record's sources do not reach a due day, if any."""
        own = self.dossier.all(CoverageStated)
        for entry in (*reversed(own), *reversed(self.ccm.common.all(CoverageStated))):
            if Provision.parse(entry.event.provision) == provision:
                reaches = entry.event.reaches
                return entry if reaches is None or reaches < due else None
        return None


Rule = Callable[[Situation], Iterator[Obligation]]
"""A rule yields what one provision makes a state owe; nothing, where it does not apply."""


@attrs.frozen(kw_only=True)
class Dated:
    """A dated duty before it is weighed.

    `survives_withdrawal` keeps it due after a withdrawal (INT-0007); `done_in_time` says that
    the rule itself finds its fulfilment in time, whatever the days say.
    """

    provision: Provision
    duty: str
    treaty_due: date | None
    due: PartialDate | None
    suffix: str = ""
    engagement: Engagement = Engagement.ENGAGED
    discharged: Entry[Event] | None = None
    extensions: tuple[Extension, ...] = ()
    request_pending: bool = False
    survives_withdrawal: bool = False
    done_in_time: bool = False
    grounds: tuple[Ground, ...] = ()


def identifier(stream: str, provision: Provision, suffix: str = "") -> str:
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
    return Obligation(
        id=identifier(at.dossier.stream, dated.provision, dated.suffix),
        state=at.dossier.stream,
        provision=dated.provision,
        duty=dated.duty,
        nature=Nature.DATED,
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
    if binding.in_force_on is None or at.as_of < binding.in_force_on:
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
    if last is None or at.as_of <= last:
        return Standing.PENDING, ()
    if (limit := at.unreached(dated.provision, last)) is not None:
        return Standing.UNDETERMINED, (_unreached(dated.provision, limit),)
    if dated.request_pending:
        stayed = at.reading.pending_request is PendingRequest.STAYED
        return (Standing.PENDING if stayed else Standing.OVERDUE_REQUEST_PENDING), ()
    return Standing.OVERDUE, ()


def _unreached(provision: Provision, limit: Entry[CoverageStated]) -> Ground:
    reaches = limit.event.reaches
    how_far = f"reach only to {reaches}" if reaches else "were not gathered for it"
    why = f"nothing found that settles it, but the record's sources {how_far}"
    return Ground(provision, why, (limit.id,))


def timeliness_of(
    due: PartialDate | None, discharged_on: PartialDate | None
) -> tuple[Timeliness | None, int | None, tuple[int, int] | None]:
    """Return whether a fulfilled duty was in time, the days it was late, and their bounds.

    Days known in part are late, in time or undetermined; the bounds are given where the first
    day it can mean is known and the duty is late.
    """
    if due is None or discharged_on is None:
        return None, None, None
    if discharged_on.latest <= (due.earliest or due.latest):
        return Timeliness.ON_TIME, 0, None
    if discharged_on.earliest is None or discharged_on.earliest <= due.latest:
        return Timeliness.UNDETERMINED, None, None
    least = days_between(due.latest, discharged_on.earliest)
    most = days_between(due.earliest or due.latest, discharged_on.latest)
    return Timeliness.LATE, (least if least == most else None), (least, most)


def standing_duty(
    at: Situation,
    provision: Provision,
    duty: str,
    *,
    engagement: Engagement = Engagement.ENGAGED,
    grounds: tuple[Ground, ...] = (),
    since: date | None = None,
    nature: Nature = Nature.STANDING,
) -> Obligation:
    """Return a duty without a date, owed from entry into force (or `since`) as long as bound."""
    begins = since or at.binding.in_force_on
    if begins is None or at.as_of < begins:
        standing = Standing.NOT_YET_BINDING
    elif at.binding.ceased_on is not None:
        standing = Standing.CEASED
    else:
        standing = {
            Engagement.ENGAGED: Standing.CONTINUING,
            Engagement.NOT_ENGAGED: Standing.NOT_ENGAGED,
            Engagement.UNKNOWN: Standing.UNDETERMINED,
        }[engagement]
    return Obligation(
        id=identifier(at.dossier.stream, provision),
        state=at.dossier.stream,
        provision=provision,
        duty=duty,
        nature=nature,
        standing=standing,
        grounds=(*at.binding.grounds, *grounds),
    )
