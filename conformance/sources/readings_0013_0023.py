"""Each reading that differs from practice, on what it changes: INT-0013 to INT-0023."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import FOUNDERS, History, acceded, founders, group, happened

UNSTATED: Final = History(
    "7(2)", (*joined("BGR"), happened("annual-report-submitted", "2014-04-08", state="BGR"))
)
EARLY: Final = History(
    "7(1)", (*joined("LTU"), happened("initial-report-submitted", "2011-07-01", state="LTU"))
)
GUYANA: Final = History(
    "7(1) 7(2)", (*joined("GUY"), happened("initial-report-submitted", "2020-01-16", state="GUY"))
)

INT_0013_TO_0015: Final = (
    UNSTATED.owes(
        "0013-covers-no-year",
        "A report that names no year covers none",
        "BGR/7.2/2013 2015-01-01",
        reading={"unstated_year": "none"},
        due="2014-04-30",
        standing="overdue",
    ),
    UNSTATED.owes(
        "0013-covers-the-year-before",
        "By practice it covers the year before",
        "BGR/7.2/2013 2015-01-01",
        due="2014-04-30",
        standing="discharged",
    ),
    EARLY.owes(
        "0014-early-is-voluntary",
        "A report before entry into force fulfils nothing",
        "LTU/7.1 2012-02-29",
        reading={"early_initial_report": "voluntary"},
        due="2012-02-28",
        standing="overdue",
    ),
    EARLY.and_then(happened("initial-report-submitted", "2011-09-01", state="LTU")).owes(
        "0014-on-the-first-day",
        "One on the day of entry into force does",
        "LTU/7.1 2011-09-01",
        reading={"early_initial_report": "voluntary"},
        due="2012-02-28",
        standing="discharged",
        discharged_on="2011-09-01",
    ),
    GUYANA.owes(
        "0015-prior-years-owed",
        "A late initial report leaves the annual ones owed",
        "GUY/7.2/2016 2020-09-01",
        reading={"prior_annual_reports": "owed"},
        due="2017-04-30",
        standing="overdue",
    ),
    History(
        "7(2)",
        (
            *joined("GUY"),
            happened("annual-report-submitted", "2018-01-10", state="GUY", year_covered=2016),
            happened("initial-report-submitted", "2020-01-16", state="GUY"),
        ),
    ).owes(
        "0015-an-earlier-report-counts",
        "A year reported before the late initial report is covered by its own report",
        "GUY/7.2/2016 2020-09-01",
        due="2017-04-30",
        standing="discharged",
        discharged_on="2018-01-10",
    ),
)

RETAINED: Final = History(
    "3(8)",
    (
        *joined("BGR"),
        happened("munitions-retained", "2018", state="BGR", year=2018, munitions=8),
        happened("annual-report-submitted", "2019-05-14", state="BGR", year_covered=2018),
    ),
)
CAMEROON: Final = History(
    "3(2) 3(6)",
    (
        *joined("CMR"),
        happened("stockpile-declared", "2014-01-01", state="CMR", munitions=6),
        happened("munitions-retained", "2014", state="CMR", year=2014, munitions=6),
    ),
)

INT_0018_AND_0019: Final = (
    RETAINED.owes(
        "0018-separate-report",
        "Only a report on retention fulfils the duty to report on it",
        "BGR/3.8/2018 2019-06-01",
        reading={"retention_report": "separate"},
        due="2019-04-30",
        standing="overdue",
    ),
    RETAINED.owes(
        "0018-with-the-annual-report",
        "By practice the annual report fulfilled it, fourteen days late",
        "BGR/3.8/2018 2019-06-01",
        due="2019-04-30",
        standing="discharged",
        days_late=14,
    ),
    CAMEROON.owes(
        "0019-still-owed",
        "What Cameroon keeps is owed to destruction all the same",
        "CMR/3.2 2021-01-02",
        reading={"wholly_retained": "still-owed"},
        due="2021-01-01",
        standing="overdue",
    ),
    CAMEROON.and_then(happened("stockpile-declared", "2015-01-01", state="CMR", munitions=7)).owes(
        "0019-not-wholly-retained",
        "Where more is declared than was kept, the rest is owed by practice too",
        "CMR/3.2 2021-01-02",
        due="2021-01-01",
        standing="overdue",
    ),
)

PUBLISHED: Final = [
    {
        "document": "a status list of 2010",
        "publisher": "conformance vectors",
        "authority": "united-nations",
        "published": "2010-12-31",
    }
]
GERMANY_PUBLISHED: Final = History(
    "17(1)", tuple({**each, "citations": PUBLISHED} for each in joined("DEU"))
)
TWENTY_NINE: Final = tuple({**each, "citations": PUBLISHED} for each in founders()[FOUNDERS][1:])

INT_0020: Final = (
    GERMANY_PUBLISHED.binds(
        "0020-all-sources",
        "The thirtieth deposit is counted from all sources, though few of them had appeared",
        "DEU 2011-06-01",
        published_by="2010-12-31",
        in_force_on="2010-08-01",
    ),
    GERMANY_PUBLISHED.binds(
        "0020-sources-asked",
        "Counted from the sources asked alone there are too few",
        "DEU 2011-06-01",
        published_by="2010-12-31",
        reading={"thirtieth_deposit": "sources-asked"},
        in_force_on=None,
    ),
    GERMANY_PUBLISHED.owes(
        "0020-sources-asked-and-a-duty",
        "And what hangs on the day does not bind yet",
        "DEU/7.1 2011-06-01",
        published_by="2010-12-31",
        reading={"thirtieth_deposit": "sources-asked"},
        cites="7(1) 17(1)",
        due=None,
        standing="not-yet-binding",
    ),
    History(
        "17(1)",
        (*TWENTY_NINE, *GERMANY_PUBLISHED.events, acceded("MCO", "2010-09-21")),
        before=(),
    ).binds(
        "0020-enough-sources-asked",
        "With thirty among the sources asked the readings agree",
        "DEU 2011-06-01",
        published_by="2010-12-31",
        reading={"thirtieth_deposit": "sources-asked"},
        in_force_on="2010-08-01",
    ),
)

MONITOR: Final = [
    {"document": "country profile", "publisher": "the Monitor", "authority": "monitor"}
]
TOGO: Final = History(
    "9",
    (
        *joined("TGO"),
        {
            **happened("national-measure-reported", "2015-11", state="TGO", measure="specific-law"),
            "citations": MONITOR,
        },
    ),
)

INT_0021: Final = (
    TOGO.owes(
        "0021-by-others-alone",
        "What only the Monitor tells of Togo's law is said as such",
        "TGO/9 2016-01-01",
        due=None,
        standing="continuing",
        says="by the word of others alone, specific law (2015-11)",
    ),
    TOGO.owes(
        "0021-any-source",
        "By the reading that hears any source it is its position",
        "TGO/9 2016-01-01",
        reading={"measures_heard": "any-source"},
        due=None,
        standing="continuing",
        says="specific law (2015-11)",
    ),
)

CANADA: Final = History("VAP", joined("CAN"))

INT_0023: Final = (
    CANADA.owes(
        "0023-still-due",
        "A limit of the Vientiane plan stands, though it falls after the plan's end",
        "CAN/VAP.initial-report 2015-09-12",
        due="2016-02-28",
        standing="pending",
        nature="political",
    ),
    CANADA.owes(
        "0023-lapsed",
        "By the other reading it lapsed with the plan",
        "CAN/VAP.initial-report 2015-09-12",
        reading={"after_plan": "lapsed"},
        exists=False,
    ),
)

GROUP: Final = group("readings", INT_0013_TO_0015, INT_0018_AND_0019, INT_0020, INT_0021, INT_0023)
