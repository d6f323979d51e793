"""Article 7(2): the annual report by 30 April."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.sources.article_07_initial import GUYANA, annual, initial
from conformance.writing import History, group, happened

BULGARIA: Final = History("7(2)", (*joined("BGR"), initial("BGR", "2012-03-27")))
BULGARIA_2012: Final = BULGARIA.and_then(annual("BGR", "2013-04-30", 2012))
GERMANY: Final = History("7(2)", (*joined("DEU"), initial("DEU", "2011-01-27")))
CHILE: Final = History("7(2)", (*joined("CHL"), initial("CHL", "2011-11-01")))
SOUTH_AFRICA: Final = History(
    "7(2)",
    (
        *joined("ZAF"),
        initial("ZAF", "2016-09-05"),
        annual("ZAF", "2023-06-23", 2019),
        annual("ZAF", "2023-06-23", 2020),
        annual("ZAF", "2023-06-23", 2021),
        annual("ZAF", "2023-06-23", 2022),
    ),
)

ANNUAL: Final = (
    BULGARIA.owes(
        "annual-first",
        "Bulgaria's initial report was due in 2012: its first annual one by 30 April 2013",
        "BGR/7.2/2012 2012-12-31",
        treaty_due="2013-04-30",
        due="2013-04-30",
        standing="pending",
    ),
    BULGARIA.owes(
        "annual-none-before-the-first",
        "On 2011 it owes no annual report",
        "BGR/7.2/2011 2012-12-31",
        exists=False,
    ),
    GERMANY.owes(
        "annual-first-of-the-first-states",
        "Germany, bound from August 2010, first reports on 2011",
        "DEU/7.2/2011 2012-05-01",
        due="2012-04-30",
        standing="overdue",
    ),
    GERMANY.owes(
        "annual-none-on-2010",
        "On 2010 Germany owes no annual report",
        "DEU/7.2/2010 2011-05-01",
        exists=False,
    ),
    CHILE.owes(
        "annual-bound-in-the-first-half",
        "Chile, bound from 1 June 2011, first reports on that year",
        "CHL/7.2/2011 2012-04-30",
        due="2012-04-30",
        standing="pending",
    ),
    BULGARIA.owes(
        "annual-only-up-to-the-next",
        "Only the next annual report is owed ahead",
        "BGR/7.2/2013 2013-04-30",
        exists=False,
    ),
    BULGARIA.owes(
        "annual-next-from-the-first-of-may",
        "From 1 May on the next one is",
        "BGR/7.2/2013 2013-05-01",
        due="2014-04-30",
        standing="pending",
    ),
    BULGARIA_2012.owes(
        "annual-on-the-thirtieth",
        "A report on 30 April is in time",
        "BGR/7.2/2012 2013-04-30",
        due="2013-04-30",
        standing="discharged",
        timeliness="on-time",
        days_late=0,
    ),
    BULGARIA.and_then(annual("BGR", "2013-05-01", 2012)).owes(
        "annual-on-the-first-of-may",
        "A report on 1 May is a day late",
        "BGR/7.2/2012 2013-05-01",
        due="2013-04-30",
        standing="discharged",
        timeliness="late",
        days_late=1,
    ),
    BULGARIA_2012.owes(
        "annual-each-year-again",
        "A report on 2012 says nothing of 2013",
        "BGR/7.2/2013 2014-05-01",
        due="2014-04-30",
        standing="overdue",
    ),
    BULGARIA.and_then(annual("BGR", "2013-04-10")).owes(
        "annual-without-a-year",
        "A report that names no year covers the year before (INT-0013)",
        "BGR/7.2/2012 2013-05-01",
        due="2013-04-30",
        standing="discharged",
        timeliness="on-time",
    ),
    BULGARIA.and_then(annual("BGR", "../2013-04-10")).owes(
        "annual-without-a-year-or-a-day",
        "Where neither year nor day is known it covers no year for certain",
        "BGR/7.2/2012 2013-05-01",
        due="2013-04-30",
        standing="overdue",
    ),
    BULGARIA.and_then(annual("BGR", "2013", 2012)).owes(
        "annual-in-an-unknown-month",
        "A report of some day in 2013 may have been in time, or not",
        "BGR/7.2/2012 2014-01-01",
        due="2013-04-30",
        standing="discharged",
        timeliness="undetermined",
    ),
    BULGARIA.and_then(annual("BGR", "2013", 2012)).owes(
        "annual-perhaps-by-now",
        "During that year it is not certain yet that it came, and the answer says so",
        "BGR/7.2/2012 2013-06-01",
        due="2013-04-30",
        standing="overdue",
        otherwise={"due": "2013-04-30", "standing": "discharged", "discharged_on": "2013"},
    ),
    BULGARIA_2012.and_then(annual("BGR", "2013-06-01", 2012)).owes(
        "annual-the-first-counts",
        "Of two reports on a year the first counts",
        "BGR/7.2/2012 2013-12-31",
        due="2013-04-30",
        standing="discharged",
        discharged_on="2013-04-30",
    ),
    *(
        SOUTH_AFRICA.owes(
            f"annual-four-on-one-day-{year}",
            f"South Africa's report on {year}, one of four on one day, was {late} days late",
            f"ZAF/7.2/{year} 2023-06-23",
            due=f"{year + 1}-04-30",
            standing="discharged",
            timeliness="late",
            days_late=late,
        )
        for year, late in ((2019, 1149), (2022, 54))
    ),
    SOUTH_AFRICA.owes(
        "annual-overdue-until-submitted",
        "The day before, the report on 2019 was overdue",
        "ZAF/7.2/2019 2023-06-22",
        due="2020-04-30",
        standing="overdue",
    ),
    GUYANA.owes(
        "annual-covered-by-a-late-initial",
        "Guyana's initial report of 2020 covers the years due before it (INT-0015)",
        "GUY/7.2/2016 2020-09-01",
        cites="7(1) 7(2)",
        due="2017-04-30",
        standing="discharged",
        discharged_on="2020-01-16",
        timeliness="late",
    ),
    GUYANA.owes(
        "annual-owed-before-that",
        "The day before it came they were overdue",
        "GUY/7.2/2016 2020-01-15",
        cites="7(1) 7(2)",
        due="2017-04-30",
        standing="overdue",
    ),
    GUYANA.owes(
        "annual-after-a-late-initial",
        "The next annual report is owed again",
        "GUY/7.2/2019 2020-05-01",
        cites="7(1) 7(2)",
        due="2020-04-30",
        standing="overdue",
    ),
    History("7(2)", joined("NGA")).owes(
        "annual-owed-without-an-initial",
        "Who never filed an initial report owes the annual ones too",
        "NGA/7.2/2024 2025-05-01",
        due="2025-04-30",
        standing="overdue",
    ),
    BULGARIA.and_then(
        happened("voluntary-report-submitted", "2013-04-01", state="BGR", year_covered=2012)
    ).owes(
        "annual-not-by-a-voluntary-report",
        "A voluntary report is no annual one",
        "BGR/7.2/2012 2013-05-01",
        due="2013-04-30",
        standing="overdue",
    ),
)

COVERAGE: Final = BULGARIA.and_then(
    happened("coverage-stated", "2014-06-01", provision="7(2)", reaches="2013-12-31")
)

SILENCE: Final = (
    COVERAGE.owes(
        "annual-silence-beyond-the-sources",
        "Where the record's sources end before the last day, silence proves nothing",
        "BGR/7.2/2013 2014-06-01",
        due="2014-04-30",
        standing="undetermined",
    ),
    COVERAGE.owes(
        "annual-silence-within-the-sources",
        "Where they reach it, it does",
        "BGR/7.2/2012 2014-06-01",
        due="2013-04-30",
        standing="overdue",
    ),
    BULGARIA.and_then(happened("coverage-stated", "2014-06-01", provision="7(2)")).owes(
        "annual-not-gathered",
        "Where nothing was gathered about annual reports, silence proves nothing at all",
        "BGR/7.2/2012 2014-06-01",
        due="2013-04-30",
        standing="undetermined",
    ),
    COVERAGE.and_then(
        happened(
            "coverage-stated", "2014-06-01", provision="7(2)", state="BGR", reaches="2014-05-31"
        )
    ).owes(
        "annual-sources-of-one-state",
        "What is said of one state's sources goes before what is said of all",
        "BGR/7.2/2013 2014-06-01",
        due="2014-04-30",
        standing="overdue",
    ),
)

GROUP: Final = group("article-07", ANNUAL, SILENCE)
