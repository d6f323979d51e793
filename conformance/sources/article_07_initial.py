"""Article 7(1): the initial report within 180 days."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import History, Json, group, happened


def initial(state: str, day: str) -> Json:
    """Submit the initial report."""
    return happened("initial-report-submitted", day, state=state)


def annual(state: str, day: str, year: int | None = None) -> Json:
    """Submit an annual report on a year, or on one it does not name."""
    covered = {} if year is None else {"year_covered": year}
    return happened("annual-report-submitted", day, state=state, **covered)


SOUTH_SUDAN: Final = History("7(1)", joined("SSD"))
NIGERIA: Final = History("7(1)", joined("NGA"))
GUINEA: Final = History("7(1)", joined("GIN"))
GUYANA: Final = History("7(1)", (*joined("GUY"), initial("GUY", "2020-01-16")))
COOK_ISLANDS: Final = History("7(1)", joined("COK"))
LITHUANIA: Final = History("7(1)", (*joined("LTU"), initial("LTU", "2011-07-01")))
GAMBIA: Final = History("7(1)", (*joined("GMB"), initial("GMB", "2019-11")))

INITIAL: Final = (
    SOUTH_SUDAN.owes(
        "initial-180-days",
        "South Sudan's initial report was due on 30 July 2024",
        "SSD/7.1 2024-07-30",
        treaty_due="2024-07-30",
        due="2024-07-30",
        standing="pending",
    ),
    SOUTH_SUDAN.owes(
        "initial-overdue",
        "The next day it was overdue",
        "SSD/7.1 2024-07-31",
        due="2024-07-30",
        standing="overdue",
    ),
    NIGERIA.owes(
        "initial-nigeria",
        "Nigeria's initial report was due on 28 January 2024",
        "NGA/7.1 2023-08-01",
        due="2024-01-28",
        standing="pending",
    ),
    COOK_ISLANDS.owes(
        "initial-leap-year",
        "With a leap day in between it is due a day earlier: Cook Islands, 30 July 2012",
        "COK/7.1 2012-07-31",
        due="2012-07-30",
        standing="overdue",
    ),
    GUINEA.owes(
        "initial-not-from-the-deposit",
        "The 180 days run from entry into force, not from the deposit: Guinea, 28 September 2015",
        "GIN/7.1 2015-04-20",
        due="2015-09-28",
        standing="pending",
    ),
    NIGERIA.owes(
        "initial-not-yet-binding",
        "Between deposit and entry into force no report is owed",
        "NGA/7.1 2023-07-31",
        due="2024-01-28",
        standing="not-yet-binding",
    ),
    NIGERIA.and_then(initial("NGA", "2024-01-28")).owes(
        "initial-on-the-last-day",
        "A report on the last day is in time",
        "NGA/7.1 2024-01-28",
        due="2024-01-28",
        standing="discharged",
        timeliness="on-time",
        days_late=0,
    ),
    NIGERIA.and_then(initial("NGA", "2024-01-29")).owes(
        "initial-a-day-late",
        "A report the day after is one day late",
        "NGA/7.1 2024-01-29",
        due="2024-01-28",
        standing="discharged",
        timeliness="late",
        days_late=1,
    ),
    GUYANA.owes(
        "initial-years-late",
        "Guyana's initial report came 1571 days late",
        "GUY/7.1 2020-01-16",
        due="2015-09-28",
        standing="discharged",
        timeliness="late",
        days_late=1571,
    ),
    History("7(1)", joined("COM")).owes(
        "initial-stays-due",
        "An initial report that never came stays due: Comoros, since 2011",
        "COM/7.1 2026-01-01",
        due="2011-06-30",
        standing="overdue",
    ),
    GAMBIA.owes(
        "initial-in-the-month-of-the-last-day",
        "The Gambia reported in the month whose 28th was the last day: in time, or not",
        "GMB/7.1 2019-12-01",
        due="2019-11-28",
        standing="discharged",
        timeliness="undetermined",
        days_late=None,
    ),
    LITHUANIA.owes(
        "initial-before-entry-into-force",
        "A report between deposit and entry into force counts (INT-0014)",
        "LTU/7.1 2011-09-01",
        due="2012-02-28",
        standing="discharged",
        timeliness="on-time",
    ),
    NIGERIA.and_then(
        happened("voluntary-report-submitted", "2022-05-01", state="NGA", year_covered=2021)
    ).owes(
        "voluntary-report-satisfies-nothing",
        "What a signatory reported of its own accord satisfies nothing later",
        "NGA/7.1 2024-02-01",
        due="2024-01-28",
        standing="overdue",
    ),
    NIGERIA.and_then(initial("NGA", "2022-05-01")).owes(
        "initial-before-the-deposit",
        "Nor does an initial report from before the deposit",
        "NGA/7.1 2024-02-01",
        due="2024-01-28",
        standing="overdue",
    ),
    NIGERIA.and_then(annual("NGA", "2024-04-20", 2023)).owes(
        "annual-is-no-initial",
        "An annual report is no initial one",
        "NGA/7.1 2024-05-01",
        due="2024-01-28",
        standing="overdue",
    ),
)

GROUP: Final = group("article-07", INITIAL)
