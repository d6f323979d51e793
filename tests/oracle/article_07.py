"""Article 7: transparency reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle.dates import Span, chosen, days_later, next_thirtieth_of_april, on
from tests.oracle.record import Fact
from tests.oracle.weighing import Duty, Situation

DAYS = 180


def initial_report(at: Situation) -> Fact | None:
    """Find the report that counts as the initial one: the first; INT-0014 for an early one.

    Early is only what is certainly from before the consent, or from before entry into force.
    """
    reports = [
        fact
        for fact in at.under_this_consent("initial-report-submitted")
        if fact.days.last >= at.member.consent.days.first
    ]
    if chosen(at.choices, "early_initial_report", "counts") == "voluntary":
        since = at.member.in_force_on
        reports = [fact for fact in reports if since and fact.days.last >= since]
    return reports[0] if reports else None


def article_7_1(at: Situation) -> Iterator[Duty]:
    """Report within 180 days of entry into force: 7(1)."""
    since, made = at.member.in_force_on, initial_report(at)
    due = days_later(since, DAYS) if since else None
    fulfilled = made.days if made else None
    yield Duty(
        f"{at.state}/7.1", "7(1)", treaty_due=due, due=on(due) if due else None, fulfilled=fulfilled
    )


def first_year(at: Situation) -> int | None:
    """Find the first calendar year to report on: INT-0002."""
    since = at.member.in_force_on
    if since is None:
        return None
    policy = chosen(at.choices, "first_annual_report", "year-after-initial-due")
    if policy == "first-30-april":
        return first_while_bound(since)
    if policy == "year-after-initial-submitted":
        made = initial_report(at)
        return max(at.counted(made).year, first_while_bound(since)) if made else None
    return days_later(since, DAYS).year


def first_while_bound(since: date) -> int:
    """Find the year covered by the first 30 April after entry into force."""
    return next_thirtieth_of_april(days_later(since, 1)).year - 1


def year_covered(fact: Fact, at: Situation) -> int | None:
    """Read which year an annual report is on: INT-0013 where it does not say."""
    stated = fact.number_of("year_covered")
    if stated is not None:
        return stated
    if chosen(at.choices, "unstated_year", "year-before") == "none":
        return None
    known = fact.days.first.year == fact.days.last.year
    return fact.days.first.year - 1 if known else None


def reports_covering(year: int, at: Situation) -> list[Fact]:
    reports = at.under_this_consent("annual-report-submitted")
    return [fact for fact in reports if year_covered(fact, at) == year]


def outlives(year: int, at: Situation) -> bool:
    """Tell whether a report on a year is owed after a withdrawal: the year had begun (INT-0007)."""
    if chosen(at.choices, "after_withdrawal", "nothing-new") == "nothing-new":
        return False
    return at.member.leaves_on is not None and date(year, 1, 1) < at.member.leaves_on


def falls_away(year: int, due: date, at: Situation) -> bool:
    """Tell whether a withdrawal had taken effect by the day a report would have been due."""
    leaves_on = at.member.leaves_on
    return leaves_on is not None and leaves_on <= min(due, at.as_of) and not outlives(year, at)


def made_for(year: int, due: date, at: Situation) -> Span | None:
    """Find what covers a year: its report, or a late initial report that absorbs it (INT-0015)."""
    made = [*absorbed_by(due, at), *reports_covering(year, at)]
    return min(made, key=lambda fact: (fact.days.last, fact.days.first)).days if made else None


def absorbed_by(due: date, at: Situation) -> list[Fact]:
    """Find the initial report, if it came certainly after a 30 April: INT-0015."""
    initial = initial_report(at)
    if chosen(at.choices, "prior_annual_reports", "absorbed") == "owed" or initial is None:
        return []
    return [initial] if initial.days.first > due else []


def article_7_2(at: Situation) -> Iterator[Duty]:
    """Report by 30 April of each year on the year before: 7(2).

    Told of are the first and all up to the 30 April that comes next; after a withdrawal, up to the
    first that falls away.
    """
    first = first_year(at)
    if first is None:
        return
    last = next_thirtieth_of_april(at.as_of).year - 1
    for year in range(first, max(first, last) + 1):
        due = date(year + 1, 4, 30)
        yield Duty(
            f"{at.state}/7.2/{year}",
            "7(2)",
            treaty_due=due,
            due=on(due),
            fulfilled=made_for(year, due, at),
            outlives_withdrawal=outlives(year, at),
        )
        if falls_away(year, due, at):
            return
