"""Articles 3(3)-(5) and 4(5)-(8): extensions of a deadline, and the requests for them.

A period is added to the running deadline, not to the day of the decision, and computed from its
own anchor: the treaty's day, or the last day a decision stated. A stated day governs (INT-0008).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate, add_months, days_between
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.events import (
    Entry,
    Event,
    ExtensionEvent,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
)
from ccm_engine.domain.interpretations import (
    ExtensionDate,
    ExtensionEffect,
    Interpretation,
    LateFound,
    NineMonths,
)
from ccm_engine.domain.obligations import Extension, Ground, Situation
from ccm_engine.domain.provisions import Provision

LONGEST_MONTHS: Final[Mapping[int, int]] = {3: 48, 4: 60}  # 3(3): four years; 4(5): five
GRANTED_UNDER: Final = {3: Provision.parse("3(5)"), 4: Provision.parse("4(7)")}
FILED_UNDER: Final = {3: Provision.parse("3(5)"), 4: Provision.parse("4(6)")}
MONTHS_BEFORE_MEETING: Final = 9  # 3(5), 4(6)


def last_day_to_file(meeting: Meeting, reading: Interpretation) -> date:
    """Compute the last day for a request to a meeting: nine months before it opens: 3(5), 4(6)."""
    return add_months(meeting.opens_on, -MONTHS_BEFORE_MEETING, reading.month_end)


@attrs.frozen
class Chain:
    """A deadline with everything that was asked and decided about it.

    `treaty_due` is the Convention's own day, `due` the running deadline; `request_pending` tells
    whether a request awaits a decision.
    """

    treaty_due: date
    due: PartialDate
    extensions: tuple[Extension, ...]
    request_pending: bool
    grounds: tuple[Ground, ...]


@attrs.define
class _Running:
    """The deadline while the decisions on it are gone through in order.

    `due` is `months` after `anchor`: the treaty's own, or the day a decision `stated`.
    """

    anchor: PartialDate
    months: int
    due: PartialDate
    stated: bool = False
    extensions: tuple[Extension, ...] = ()
    requests: list[Entry[ExtensionRequested]] = attrs.field(factory=list[Entry[ExtensionRequested]])
    closings: list[tuple[str | None, date]] = attrs.field(factory=list[tuple[str | None, date]])
    grounds: list[Ground] = attrs.field(factory=list[Ground])

    def shown(self, at: Situation) -> PartialDate:
        """Return the deadline in the style of the reading.

        A stated day is as it was stated, and so is what is counted from it: it is a last day
        already (INT-0001).
        """
        return self.due if self.stated else at.in_style(self.due)


def extend(
    at: Situation, article: int, anchor: PartialDate, years: int, conflict: str | None = None
) -> Chain:
    """Follow every request and decision about one deadline, up to the day asked about.

    The deadline first runs `years` from its anchor: entry into force, or the end of hostilities.
    """
    months, anchor = 12 * years, at.anchor(anchor)
    running = _Running(anchor, months, anchor.shifted(months, at.reading.month_end))
    treaty_due = at.day(running.shown(at))
    for entry in _about(at, article, conflict):
        match entry.event:
            case ExtensionRequested() as request:
                if not _answered(running, request):
                    running.requests.append(Entry(entry.id, request))
            case ExtensionRequestWithdrawn() as withdrawn:
                _close(running, None, withdrawn.occurred_on)
            case ExtensionGranted() as granted:
                _grant(at, running, entry.id, granted)
                _close(running, granted.meeting, granted.occurred_on)
            case ExtensionRefused() as denied:
                why = "the request was refused"
                running.grounds.append(Ground(GRANTED_UNDER[article], why, (entry.id,)))
                _close(running, denied.meeting, denied.occurred_on)
            case _:
                pass  # benchmarks move no deadline
    pending = _pending(at, article, running.requests, running.grounds)
    due, grounds = running.shown(at), tuple(running.grounds)
    return Chain(treaty_due, due, running.extensions, pending, grounds)


def awaits_new_request(at: Situation, found: Entry[Event] | None, chain: Chain) -> bool:
    """Tell whether what was found after completion has no day before a new extension: INT-0006."""
    if found is None or at.reading.late_found is not LateFound.NEW_REQUEST:
        return False
    since = found.event.occurred_on.latest
    return all(each.decided_on.latest < since for each in chain.extensions)


def found_too_late(
    found: Entry[Event] | None, chain: Chain, provision: Provision
) -> tuple[Ground, ...]:
    """Say that something was found only after the deadline: a new request is needed: INT-0006."""
    if found is None or found.event.occurred_on.first <= chain.due.latest:
        return ()
    why = f"found after the deadline of {chain.due}: a new request is needed (INT-0006)"
    return (Ground(provision, why, (found.id,)),)


def _about(at: Situation, article: int, conflict: str | None) -> list[Entry[Event]]:
    kinds = (
        ExtensionRequested,
        ExtensionRequestWithdrawn,
        ExtensionGranted,
        ExtensionRefused,
    )
    found = [
        entry
        for entry in at.dossier.timeline(*kinds)
        if isinstance(entry.event, ExtensionEvent)
        and entry.event.article == article
        and entry.event.conflict == conflict
    ]
    return sorted(found, key=_place)


def _place(entry: Entry[Event]) -> tuple[date, bool, date, str, date]:
    """Put a request before what is decided on its own last day, and months before a stated day.

    So of what is granted on one day the longest day that is stated governs: INT-0008.
    """
    event, day = entry.event, entry.event.occurred_on
    stated = event.until if isinstance(event, ExtensionGranted) else None
    decides = not isinstance(event, ExtensionRequested)
    return day.latest, decides, day.first, event.TYPE, stated.latest if stated else date.min


def _close(running: _Running, meeting: str | None, decided: PartialDate) -> None:
    """Count every request made so far as answered."""
    running.requests.clear()
    running.closings.append((meeting, decided.latest))


def _answered(running: _Running, request: ExtensionRequested) -> bool:
    """Tell whether a request may have been made before an earlier decision, which answered it.

    One that names the same meeting does; where either names none, a vague day is enough.
    """
    day = request.occurred_on
    for meeting, closed in running.closings:
        same = meeting is not None and meeting == request.meeting
        unnamed = None in (meeting, request.meeting) and day.exact is None
        if day.first <= closed and (same or (unnamed and day.earliest is not None)):
            return True
    return False


def _grant(at: Situation, running: _Running, name: str, granted: ExtensionGranted) -> None:
    """Move the deadline by one grant, unless it would come earlier.

    One reading shows it only once the deadline it extends has passed (INT-0010).
    """
    article = granted.article
    running.grounds.extend(_filing(at, article, running.requests, granted.meeting))
    shown = running.shown(at)
    if at.reading.extension_effect is ExtensionEffect.FROM_EXPIRY and at.as_of <= at.day(shown):
        why = f"an extension is granted, to show after {shown} (INT-0010)"
        running.grounds.append(Ground(GRANTED_UNDER[article], why, (name,)))
        return
    stated = _not_before(shown, _stated_day(at, running, granted))
    computed = at.reading.extension_date is ExtensionDate.COMPUTED
    if granted.months is not None and (stated is None or computed):
        running.months += granted.months
        due = running.anchor.shifted(running.months, at.reading.month_end)
        if due.latest > running.due.latest:
            running.due = due
        _tell(at, running, name, granted)
    elif stated is not None:
        if stated.latest > shown.latest:
            running.anchor, running.months = stated, 0
            running.due, running.stated = stated, True
        _tell(at, running, name, granted)


def _tell(at: Situation, running: _Running, name: str, granted: ExtensionGranted) -> None:
    """Put one grant into the chain, with the day it led to."""
    shown = running.shown(at)
    by = f"by {granted.months} months " if granted.months else ""
    where = f", {granted.meeting}" if granted.meeting else ""
    how = f" ({granted.procedure.value})" if granted.procedure else ""
    why = f"extended {by}to {shown}{where}{how}, decided {granted.occurred_on}"
    running.grounds.append(Ground(GRANTED_UNDER[granted.article], why, (name,)))
    running.extensions += (
        Extension(
            granted.months,
            granted.until,
            granted.occurred_on,
            granted.meeting,
            shown,
            name,
        ),
    )


def _stated_day(at: Situation, running: _Running, granted: ExtensionGranted) -> PartialDate | None:
    """Return the day a decision stated: INT-0008.

    Where it stated none but a stretch of days, months granted that lead into it tell which. A month
    stated means the one day in it that lies whole months after the running deadline,
    counted like any from its anchor.
    """
    until, anchor = granted.until, running.anchor.exact
    if until is not None and until.exact is None and granted.months is not None:
        months = running.months + granted.months
        counted = running.anchor.shifted(months, at.reading.month_end)
        if until.first <= counted.first and counted.latest <= until.latest:
            return counted
    if until is None or until.exact or anchor is None or until.earliest is None:
        return until
    if (until.earliest.year, until.earliest.month) != (until.latest.year, until.latest.month):
        return until
    months = 12 * (until.latest.year - anchor.year) + until.latest.month - anchor.month
    near = (add_months(anchor, each, at.reading.month_end) for each in (months - 1, months))
    days = {day for day in near if until.earliest <= day <= until.latest}
    return PartialDate.on(days.pop()) if len(days) == 1 else until


def _not_before(running: PartialDate, stated: PartialDate | None) -> PartialDate | None:
    """Return a stated day without the days at which it would shorten the running deadline."""
    if stated is None or stated.latest <= running.latest:
        return stated
    return stated.narrowed_by(PartialDate(running.earliest, stated.latest))


def _filing(
    at: Situation,
    article: int,
    requests: list[Entry[ExtensionRequested]],
    meeting_code: str | None,
) -> list[Ground]:
    """Say when a request was first filed, and whether that was nine months before the meeting."""
    if not requests:
        return []
    first = requests[0]
    filed, meeting = first.event.occurred_on, at.ccm.meeting(meeting_code)
    why = f"requested {filed}"
    if meeting is not None:
        last = last_day_to_file(meeting, at.reading)
        if filed.certainly_after(last):
            late = days_between(last, filed.first)
            least = "" if filed.exact else "at least "
            why += f", {least}{late} days after the last day to file for the {meeting.code}"
            enforced = at.reading.nine_months is NineMonths.ENFORCE
            then = "not counted" if enforced else "considered all the same"
            why += f", {last}: late, and {then} (INT-0003)"
        elif filed.latest <= last:
            why += f", in time for the {meeting.code} (last day {last})"
        else:
            why += f"; whether by {last}, the last day to file for the {meeting.code}, is not known"
    return [Ground(FILED_UNDER[article], why, tuple(each.id for each in requests))]


def _pending(
    at: Situation,
    article: int,
    requests: list[Entry[ExtensionRequested]],
    grounds: list[Ground],
) -> bool:
    """Tell whether a request awaits a decision; a late one does too, unless INT-0003 enforces."""
    if not requests:
        return False
    code = next((each.event.meeting for each in requests if each.event.meeting), None)
    grounds.extend(_filing(at, article, requests, code))
    meeting, filed = at.ccm.meeting(code), requests[0].event.occurred_on
    if at.reading.nine_months is NineMonths.ENFORCE and meeting is not None:
        return at.day(filed) <= last_day_to_file(meeting, at.reading)
    return True
