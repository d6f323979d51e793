"""Articles 3(8) and 7(2): reports due on 30 April for the calendar year before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import AnnualReportSubmitted, Entry, Event
from ccm_engine.domain.interpretations import AfterWithdrawal, UnstatedYear
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, weigh

_MONTH, _DAY = 4, 30  # 3(8), 7(2)
DUE: Final = "30 April"


def due_for_year(year: int) -> date:
    """Return the last day to report on a calendar year: 30 April of the next: 3(8), 7(2)."""
    return date(year + 1, _MONTH, _DAY)


def last_year_to_derive(at: Situation) -> int:
    """Return the last calendar year whose report falls due by the horizon, or next after it."""
    horizon = max(at.as_of, at.until)
    return horizon.year - 1 if horizon <= date(horizon.year, _MONTH, _DAY) else horizon.year


def report_for_year(
    at: Situation,
    *,
    provision: Provision,
    duty: str,
    year: int,
    submitted: Entry[Event] | None,
    grounds: tuple[Ground, ...],
) -> Obligation:
    """Weigh the duty to report on one calendar year by 30 April of the next: 3(8), 7(2)."""
    due, clock = _clock(provision, year)
    if submitted is not None:
        found = f"submitted {submitted.event.occurred_on}"
        grounds = (*grounds, Ground(provision, found, (submitted.id,)))
    return weigh(
        at,
        Dated(
            provision=provision,
            duty=duty,
            treaty_due=due.exact,
            due=due,
            suffix=str(year),
            discharged=submitted,
            survives_withdrawal=_begun_while_bound(at, year),
            grounds=(clock, *grounds),
        ),
    )


@lru_cache(maxsize=1024)
def _clock(provision: Provision, year: int) -> tuple[PartialDate, Ground]:
    """Return the due day for a calendar year and the ground for it: the same for all states."""
    due = due_for_year(year)
    return PartialDate.on(due), Ground(provision, f"due {due}: {DUE} of the year after {year}")


def falls_away(at: Situation, year: int) -> bool:
    """Tell whether a withdrawal took effect before the report on a year fell due: 20, INT-0007."""
    ceased = at.binding.ceased_on
    return ceased is not None and ceased <= due_for_year(year) and not _begun_while_bound(at, year)


def _begun_while_bound(at: Situation, year: int) -> bool:
    ceased = at.binding.ceased_on
    years_begun = at.reading.after_withdrawal is AfterWithdrawal.YEARS_BEGUN
    return years_begun and ceased is not None and date(year, 1, 1) < ceased


def annual_reports_by_year(at: Situation) -> Mapping[int, Entry[Event]]:
    """Return the first annual report that covers each calendar year: Article 7(2), INT-0013."""
    found: dict[int, Entry[Event]] = {}
    counts = at.reading.unstated_year is not UnstatedYear.NONE
    for entry in at.dossier.all(AnnualReportSubmitted):
        year = entry.event.year_covered
        if year is None and counts:
            year = year_not_stated(entry.event.occurred_on)
        if year is not None:
            found.setdefault(year, entry)
    return found


def year_not_stated(submitted: PartialDate) -> int | None:
    """Return the year that a report covers which does not say: INT-0013.

    It covers the year before its submission, if that is certain.
    """
    year = submitted.latest.year
    certain = submitted.earliest is not None and submitted.earliest.year == year
    return year - 1 if certain else None
