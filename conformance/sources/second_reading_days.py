"""What a second implementation could get wrong unseen: days, extensions, reports and the record.

Each case is one that a nearly right program fails, and that no other case of its kind tells apart.
"""

from __future__ import annotations

from typing import Final

from conformance.real import granted, joined, requested
from conformance.writing import History, acceded, group, happened

BOSNIA: Final = History("7(2)", joined("BIH"))
GUYANA: Final = History("7(1) 7(2)", joined("GUY"))
BULGARIA: Final = History(
    "3(5)",
    (*joined("BGR"), happened("stockpile-declared", "2012-03-27", state="BGR", munitions=6905)),
)
REPORTING: Final = History("7(2)", joined("BGR"))
DECIDED: Final = granted("BGR", 3, "2019-09-04", months=12, meeting="9MSP")
LITHUANIA: Final = History("17(2)", joined("LTU"))
AFGHANISTAN: Final = History("17(2)", joined("AFG"))
TO_THE_END: Final = {"provision": "7(2)", "reaches": "2020-12-31"}
NOTIFIED: Final = {"entry_into_force_day": "notified"}

BINDING: Final = (
    History("17(1)", (acceded("MDA", "2010-02-16"),)).binds(
        "with-the-thirtieth-by-any-reading",
        "Who deposited on the day of the thirtieth is bound with it, however months are counted",
        "MDA 2010-08-01",
        reading={"sixth_month": "day-of-deposit"},
        in_force_on="2010-08-01",
    ),
    AFGHANISTAN.and_then(
        happened("entry-into-force-notified", "2011-10-01", state="AFG", in_force_on="2012-03-12"),
        happened("entry-into-force-notified", "2011-11-01", state="AFG", in_force_on="2012-03-10"),
    ).binds(
        "the-last-day-notified",
        "Of two days notified the later word counts",
        "AFG 2012-03-10",
        reading=NOTIFIED,
        in_force_on="2012-03-10",
    ),
    LITHUANIA.and_then(
        happened("entry-into-force-notified", "2011-04-01", state="LTU", in_force_on="2011-09-05"),
        happened("withdrawal-notified", "2024-09-06", state="LTU"),
        happened("instrument-deposited", "2025-07-10", state="LTU", instrument="ratification"),
    ).binds(
        "notified-for-an-older-consent",
        "The day notified for a first consent says nothing about a second one",
        "LTU 2026-01-01",
        reading=NOTIFIED,
        in_force_on="2026-01-01",
    ),
    LITHUANIA.and_then(
        happened("stockpile-declared", "2012-01-01", state="LTU", munitions=10),
        granted("LTU", 3, "2018-09-05", months=24),
        happened("withdrawal-notified", "2020-09-06", state="LTU"),
        happened("instrument-deposited", "2025-07-10", state="LTU", instrument="ratification"),
    ).owes(
        "extended-before-it-left",
        "An extension of the first eight years does not extend those that begin anew",
        "LTU/3.2 2026-02-01",
        cites="3(2) 3(5)",
        treaty_due="2034-01-01",
        due="2034-01-01",
        standing="pending",
        extended_to=[],
    ),
)

JOINED_AGAIN: Final = LITHUANIA.and_then(
    happened("munitions-retained", "2025", state="LTU", munitions=5, year=2025),
    happened("annual-report-submitted", "2025-02-01", state="LTU", year_covered=2025),
    happened("retention-report-submitted", "2025-02-01", state="LTU", year_covered=2025),
    happened("withdrawal-notified", "2024-09-06", state="LTU"),
    happened("instrument-deposited", "2025-04-10", state="LTU", instrument="ratification"),
)
BEFORE_IT_LEFT: Final = (
    JOINED_AGAIN.owes(
        "reported-before-it-left",
        "Bound again in October, it reports on 2025 again: what it sent in February is of old",
        "LTU/7.2/2025 2026-05-01",
        cites="7(2)",
        reading={"first_annual_report": "first-30-april"},
        due="2026-04-30",
        standing="overdue",
    ),
    JOINED_AGAIN.owes(
        "retention-reported-before-it-left",
        "The same holds of what it kept",
        "LTU/3.8/2025 2026-05-01",
        cites="3(8)",
        reading={"retention_report": "separate"},
        due="2026-04-30",
        standing="overdue",
    ),
)

EXTENSIONS: Final = (
    BULGARIA.and_then(
        granted("BGR", 3, "2019-09-04", months=12),
        granted("BGR", 3, "2020-09-01", until="2021-06-01"),
        happened(
            "corrected",
            "2021-01-10",
            target="BGR#4",
            replacement=granted("BGR", 3, "2019-09-04", months=24),
            reason="twenty-four months, not twelve",
        ),
    ).owes(
        "never-brought-forward",
        "A day stated that lies before the running deadline does not bring it forward",
        "BGR/3.2 2021-07-01",
        due="2021-10-01",
        standing="pending",
    ),
    BULGARIA.and_then(DECIDED, granted("BGR", 3, "2020-09-01", until="2020")).owes(
        "not-before-the-running-deadline",
        "Extended to some day of 2020: to none before the first extension ended",
        "BGR/3.2 2020-11-01",
        due="2020-10-01/2020-12-31",
        standing="pending",
    ),
    BULGARIA.and_then(requested("BGR", 3, "2019", meeting="9MSP"), DECIDED).owes(
        "answered-though-dated-later",
        "A request of 2019 to the meeting that decided in September was answered by it",
        "BGR/3.2 2020-10-02",
        due="2020-10-01",
        standing="overdue",
        request_pending=False,
    ),
    BULGARIA.and_then(requested("BGR", 3, "2019"), DECIDED).owes(
        "answered-though-it-names-no-meeting",
        "So was one that names no meeting, and may have come before",
        "BGR/3.2 2020-10-02",
        due="2020-10-01",
        standing="overdue",
        request_pending=False,
    ),
    BULGARIA.and_then(requested("BGR", 3, "2019", meeting="2RC"), DECIDED).owes(
        "not-answered-by-another-meeting",
        "One of 2019 to the next conference was not",
        "BGR/3.2 2020-10-02",
        due="2020-10-01",
        standing="overdue-request-pending",
        request_pending=True,
    ),
    BULGARIA.and_then(requested("BGR", 3, "2019-12"), DECIDED).owes(
        "certainly-after-the-decision",
        "Nor was one that certainly came later, though it names no meeting",
        "BGR/3.2 2020-10-02",
        due="2020-10-01",
        standing="overdue-request-pending",
        request_pending=True,
    ),
)

REPORTS: Final = (
    GUYANA.and_then(happened("initial-report-submitted", "2016-04-30", state="GUY")).owes(
        "initial-on-the-thirtieth-covers-nothing",
        "An initial report on 30 April itself is not after it, and covers no earlier year",
        "GUY/7.2/2015 2016-05-01",
        due="2016-04-30",
        standing="overdue",
    ),
    GUYANA.and_then(
        happened("initial-report-submitted", "2020-01-16", state="GUY"),
        happened("annual-report-submitted", "2020-03-01", state="GUY", year_covered=2016),
    ).owes(
        "covered-by-the-initial-first",
        "A report on 2016 that came after the late initial one came second",
        "GUY/7.2/2016 2020-04-01",
        due="2017-04-30",
        standing="discharged",
        discharged_on="2020-01-16",
    ),
    BOSNIA.owes(
        "the-first-30-april-after-march",
        "Bound on 1 March 2011, by the words alone it reports by the 30 April that follows",
        "BIH/7.2/2010 2011-04-01",
        reading={"first_annual_report": "first-30-april"},
        due="2011-04-30",
        standing="pending",
    ),
    REPORTING.and_then(
        happened("annual-report-submitted", "2013-12-01/2014-02-01", state="BGR")
    ).owes(
        "of-two-years-and-none-named",
        "A report that may be of either year, and names none, covers none",
        "BGR/7.2/2012 2014-02-01",
        due="2013-04-30",
        standing="overdue",
    ),
)

SOURCES: Final = (
    REPORTING.and_then(
        happened(
            "coverage-stated", "2014-01-01", state="BGR", provision="7(2)", reaches="2013-04-30"
        )
    ).owes(
        "sources-reach-the-last-day",
        "Where the sources reach the last day silence is an answer",
        "BGR/7.2/2012 2013-05-01",
        due="2013-04-30",
        standing="overdue",
    ),
    REPORTING.and_then(
        happened("coverage-stated", "2014-01-01", state="BGR", since="2013-05-01", **TO_THE_END)
    ).owes(
        "sources-begin-after-the-last-day",
        "Where they begin only after it, silence is none",
        "BGR/7.2/2012 2013-05-01",
        due="2013-04-30",
        standing="undetermined",
    ),
    REPORTING.and_then(
        happened("coverage-stated", "2014-01-01", state="BGR", since="2013-04-30", **TO_THE_END)
    ).owes(
        "sources-begin-on-the-last-day",
        "Where they begin on it, silence is an answer",
        "BGR/7.2/2012 2013-05-01",
        due="2013-04-30",
        standing="overdue",
    ),
    REPORTING.and_then(
        happened(
            "coverage-stated", "2014-01-01", state="BGR", provision="7(2)", reaches="2013-12-31"
        ),
        happened("coverage-stated", "2015-01-01", provision="7(2)", reaches="2012-12-31"),
    ).owes(
        "said-of-the-state-goes-before",
        "How far the sources reach for one state goes before what is said of all",
        "BGR/7.2/2012 2013-05-01",
        due="2013-04-30",
        standing="overdue",
    ),
)

GROUP: Final = group("second-reading", BINDING, BEFORE_IT_LEFT, EXTENSIONS, REPORTS, SOURCES)
