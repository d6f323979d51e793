"""Article 7: the initial report within 180 days, and the annual one by 30 April."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ccm_engine.domain.articles.thirtieth_april import (
    annual_reports_by_year,
    due_for_year,
    falls_away,
    last_year_to_derive,
    report_for_year,
)
from ccm_engine.domain.calendar import PartialDate, add_days
from ccm_engine.domain.events import Entry, Event, InitialReportSubmitted
from ccm_engine.domain.interpretations import (
    EarlyInitialReport,
    FirstAnnualReport,
    PriorAnnualReports,
)
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.ordering import by_day
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, weigh

ART_7_1: Final = Provision.parse("7(1)")
ART_7_2: Final = Provision.parse("7(2)")
INITIAL_REPORT_DAYS: Final = 180  # 7(1)


_BY_SUBMISSION: Final = FirstAnnualReport.YEAR_AFTER_INITIAL_SUBMITTED


def initial_report_due(in_force_on: date) -> date:
    """Compute the 180th day after entry into force, that day itself not counted: Article 7(1)."""
    return add_days(in_force_on, INITIAL_REPORT_DAYS)


def initial_report_submitted(at: Situation) -> Entry[InitialReportSubmitted] | None:
    """Find the first initial report that counts; one before entry into force by INT-0014.

    One from before the state consented to be bound is a signatory's, and satisfies nothing.
    """
    begins, deposit = at.binding.in_force_on, at.binding.deposit
    for entry in at.dossier.all(InitialReportSubmitted):
        if deposit and entry.event.occurred_on.latest < deposit.event.occurred_on.first:
            continue
        early = begins is None or entry.event.occurred_on.latest < begins
        if not early or at.reading.early_initial_report is EarlyInitialReport.COUNTS:
            return entry
    return None


def initial_report(at: Situation) -> Iterator[Obligation]:
    """Report to the Secretary-General within 180 days of entry into force: Article 7(1)."""
    begins = at.binding.in_force_on
    due = None if begins is None else initial_report_due(begins)
    grounds: tuple[Ground, ...] = ()
    if due is not None:
        grounds = (Ground(ART_7_1, f"due {due}: {INITIAL_REPORT_DAYS} days later"),)
    submitted = at.once(initial_report_submitted)
    if submitted is not None:
        said = f"submitted {submitted.event.occurred_on}"
        grounds = (*grounds, Ground(ART_7_1, said, (submitted.id,)))
    yield weigh(
        at,
        Dated(
            provision=ART_7_1,
            duty="submit the initial transparency report",
            treaty_due=due,
            due=None if due is None else PartialDate.on(due),
            discharged=submitted,
            grounds=grounds,
        ),
    )


def first_year_to_report(at: Situation) -> int | None:
    """Return the calendar year the first annual report covers: Article 7(2), INT-0002.

    `None` where none is due: not bound, or (one reading) no initial report submitted yet.
    """
    begins = at.binding.in_force_on
    if begins is None:
        return None
    match at.reading.first_annual_report:
        case FirstAnnualReport.YEAR_AFTER_INITIAL_DUE:
            return initial_report_due(begins).year
        case FirstAnnualReport.FIRST_30_APRIL:
            return _first_due_while_bound(begins)
        case FirstAnnualReport.YEAR_AFTER_INITIAL_SUBMITTED:
            submitted = initial_report_submitted(at)
            if submitted is None:
                return None
            return max(at.day(submitted.event.occurred_on).year, _first_due_while_bound(begins))


def _first_due_while_bound(begins: date) -> int:
    """Return the year covered by the first 30 April after entry into force."""
    return begins.year - 1 if begins < due_for_year(begins.year - 1) else begins.year


def annual_reports(at: Situation) -> Iterator[Obligation]:
    """Report by 30 April of each year on the calendar year before: Article 7(2).

    Yields one obligation for each year covered, oldest first, up to the next one due.
    """
    first = first_year_to_report(at)
    if first is None:
        return
    initial, by_year = at.once(initial_report_submitted), at.once(annual_reports_by_year)
    told = initial if at.reading.first_annual_report is _BY_SUBMISSION else None
    proof = () if told is None else (told.id,)
    why = Ground(ART_7_2, f"the first annual report covers {first} (INT-0002)", proof)
    for year in range(first, max(first, last_year_to_derive(at)) + 1):
        submitted = by_year.get(year)
        grounds: tuple[Ground, ...] = (why,)
        absorbed = _absorbed(at, initial, year)
        if absorbed is not None and not _earlier(submitted, absorbed[0]):
            submitted, ground = absorbed
            grounds = (why, ground)
        yield report_for_year(
            at,
            provision=ART_7_2,
            duty=f"submit the annual transparency report for {year}",
            year=year,
            submitted=submitted,
            grounds=grounds,
        )
        if falls_away(at, year):
            return


def _earlier(submitted: Entry[Event] | None, other: Entry[Event]) -> bool:
    """Tell whether a report was submitted before another."""
    return submitted is not None and by_day(submitted) < by_day(other)


def absorbs(at: Situation, initial: Entry[InitialReportSubmitted], year: int) -> bool:
    """Tell whether an initial report certainly came after that on a year was due: INT-0015."""
    absorbed = at.reading.prior_annual_reports is PriorAnnualReports.ABSORBED
    return absorbed and initial.event.occurred_on.certainly_after(due_for_year(year))


def _absorbed(
    at: Situation, initial: Entry[InitialReportSubmitted] | None, year: int
) -> tuple[Entry[Event], Ground] | None:
    """Read a late initial report as covering the years due before it: INT-0015."""
    if initial is None or not absorbs(at, initial, year):
        return None
    why = f"the initial report of {initial.event.occurred_on} covers {year} too (INT-0015)"
    return initial, Ground(ART_7_2, why, (initial.id,))


RULES: Final = (initial_report, annual_reports)
