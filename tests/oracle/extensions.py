"""Extensions of a deadline: Articles 3(3) to 3(5) and 4(5) to 4(8), one chain for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tests.oracle.dates import Choices, Span, chosen, counted, months_later, on, period, span, style
from tests.oracle.meetings import opening_of
from tests.oracle.record import Fact
from tests.oracle.weighing import Answer, Situation

DECISIONS = ("extension-granted", "extension-refused")
EVENTS = ("extension-requested", "extension-request-withdrawn", *DECISIONS)


@dataclass(frozen=True)
class Chain:
    """Where a deadline runs to by the day, by which steps, and whether a request waits."""

    treaty_due: Span
    due: Span
    steps: Sequence[Answer]
    request_pending: bool


@dataclass(frozen=True)
class Deadline:
    """A running deadline: months are always added to its anchor, never to a clamped day (G6)."""

    anchor: Span
    months: int
    stated: bool
    due: Span


def about(at: Situation, article: int, conflict: str | None) -> list[Fact]:
    """Take the events about one deadline; who asks on a day asks before that day decides.

    Of grants of one day, a stated day comes after months alone, and the latest last.
    """
    events = [
        fact
        for fact in at.under_this_consent(*EVENTS)
        if fact.number_of("article") == article and fact.text("conflict") == conflict
    ]
    return sorted(events, key=place)


def place(fact: Fact) -> tuple[date, bool, date, str, date]:
    until = fact.text("until") if fact.kind == "extension-granted" else None
    stated = date.min if until is None else span(until).last
    return fact.days.last, fact.kind != "extension-requested", fact.days.first, fact.kind, stated


def moved_by_months(old: Deadline, months: int, at: Situation) -> Deadline:
    """Add months to the running deadline, not to the day of the decision: G3."""
    total = old.months + months

    def end_of(day: date) -> date:
        later = months_later(day, total, at.choices)
        return later if old.stated else style(later, at.choices)

    return Deadline(old.anchor, total, old.stated, period(old.anchor, end_of, at.choices))


def stated_day(until: Span, months: int | None, old: Deadline, at: Situation) -> Span:
    """Read the day stated; the months tell it, where they lead into a stretch that was stated.

    A month means the one day in it whole months after the deadline.

    That is the anniversary in either style: what a decision states is left as it was stated.
    """
    if months is not None and not until.exact:
        total = old.months + months
        day = period(old.anchor, lambda each: months_later(each, total, at.choices), at.choices)
        if until.first <= day.first and day.last <= until.last:
            return day
    one_month = (until.first.year, until.first.month) == (until.last.year, until.last.month)
    if until.exact or not one_month or not old.due.exact:
        return until
    reached = {
        months_later(old.anchor.last, months, at.choices) for months in range(old.months, 1200)
    }
    in_it = [day for day in reached if until.first <= day <= until.last]
    return on(in_it[0]) if len(in_it) == 1 else until


def not_before(old: Deadline, stated: Span) -> Span:
    """Leave out the days at which an extension would bring the deadline forward: 3(3), 4(5)."""
    if stated.last <= old.due.last:
        return stated
    return Span(max(stated.first, old.due.first), stated.last)


def granted(old: Deadline, grant: Fact, at: Situation) -> Deadline:
    """Move a deadline by one decision: `until` governs the months (INT-0008)."""
    months, until = grant.number_of("months"), grant.text("until")
    computed = chosen(at.choices, "extension_date", "stated") == "computed"
    if until is None or (computed and months is not None):
        new = moved_by_months(old, months or 0, at)
    else:
        day = not_before(old, stated_day(span(until), months, old, at))
        new = Deadline(day, 0, stated=True, due=day)
    return new if new.due.last > old.due.last else old


def last_day_to_file(opens_on: date, choices: Choices) -> date:
    """Count nine months back from the day a meeting opens: Articles 3(5) and 4(6)."""
    return months_later(opens_on, -9, choices)


def answered_too(version: Fact, decision: Fact) -> bool:
    """Tell of a version dated after a decision only because its day is known in part.

    "By that day" reaches back to the beginning, and alone is no reason to think so.
    """
    if version.days.exact or version.days.first > decision.days.last:
        return False
    asked, decided_at = version.text("meeting"), decision.text("meeting")
    if asked is None or decided_at is None:
        return not str(version.said["occurred_on"]).startswith("../")
    return asked == decided_at


def waiting(events: Sequence[Fact]) -> list[Fact]:
    """List the versions that await a decision: all between two decisions are one request."""
    versions: list[Fact] = []
    ends_of_requests: list[Fact] = []
    for fact in events:
        if fact.kind != "extension-requested":
            versions = []
            ends_of_requests.append(fact)
        elif not any(answered_too(fact, end) for end in ends_of_requests):
            versions.append(fact)
    return versions


def pending(versions: Sequence[Fact], at: Situation) -> bool:
    """Tell whether a request is pending: one filed too late is not, if INT-0003 enforces it."""
    if not versions or chosen(at.choices, "nine_months", "warn") == "warn":
        return bool(versions)
    named = [name for name in (version.text("meeting") for version in versions) if name]
    opens_on = opening_of(named[0], at.meetings) if named else None
    if opens_on is None:
        return True
    return at.counted(versions[0]) <= last_day_to_file(opens_on, at.choices)


def chain(at: Situation, article: int, conflict: str | None, since: Span, years: int) -> Chain:
    """Follow a deadline so many years after a day through every decision by the day asked about."""
    events = about(at, article, conflict)
    now = moved_by_months(Deadline(since, 0, stated=False, due=since), 12 * years, at)
    first_due = now.due
    steps: list[Answer] = []
    for grant in events:
        if grant.kind != "extension-granted":
            continue
        from_expiry = chosen(at.choices, "extension_effect", "from-decision") == "from-expiry"
        if from_expiry and at.as_of <= counted(now.due, at.choices):
            break
        now = granted(now, grant, at)
        steps.append(
            {
                "months": grant.number_of("months"),
                "until": grant.text("until"),
                "decided_on": grant.days,
                "due": now.due,
                "event": grant.id,
            }
        )
    return Chain(first_due, now.due, steps, pending(waiting(events), at))


def spent(found: Fact | None, extended: Chain, at: Situation) -> bool:
    """Tell whether what was found has no day until more time is granted: INT-0006."""
    if found is None or chosen(at.choices, "late_found", "original-clock") == "original-clock":
        return False
    return all(step["decided_on"].last < found.days.last for step in extended.steps)
