"""Each reading that differs from practice, on what it changes: INT-0001 to INT-0004."""

from __future__ import annotations

from typing import Final

from conformance.real import called, granted, held, joined, requested, second_review
from conformance.writing import History, group, happened

SWITZERLAND: Final = History(
    "3(2)",
    (*joined("CHE"), happened("stockpile-declared", "2013-06-28", state="CHE", munitions=1000)),
)
GERMANY: Final = History(
    "4(1)(a)", (*joined("DEU"), happened("contamination-declared", "2011-06-01", state="DEU"))
)
GERMANY_EXTENDED: Final = GERMANY.and_then(granted("DEU", 4, "2019-09-04", months=60))
DAY_BEFORE: Final = {"deadline_style": "day-before"}

INT_0001: Final = (
    SWITZERLAND.owes(
        "0001-day-before-stockpile",
        "In the style of the day before Switzerland has to the end of 2020",
        "CHE/3.2 2020-12-31",
        reading=DAY_BEFORE,
        treaty_due="2020-12-31",
        due="2020-12-31",
        standing="pending",
    ),
    SWITZERLAND.owes(
        "0001-day-before-overdue",
        "On the anniversary it is overdue",
        "CHE/3.2 2021-01-01",
        reading=DAY_BEFORE,
        due="2020-12-31",
        standing="overdue",
    ),
    SWITZERLAND.owes(
        "0001-anniversary",
        "By practice it is not",
        "CHE/3.2 2021-01-01",
        due="2021-01-01",
        standing="pending",
    ),
    GERMANY_EXTENDED.owes(
        "0001-day-before-extended",
        "An extension in months keeps the style",
        "DEU/4.1a 2020-01-01",
        reading=DAY_BEFORE,
        cites="4(1)(a) 4(7)",
        treaty_due="2020-07-31",
        due="2025-07-31",
        standing="pending",
    ),
    GERMANY.and_then(granted("DEU", 4, "2019-09-04", until="2025-08-01")).owes(
        "0001-day-before-stated",
        "A day that a decision states is left as it was stated",
        "DEU/4.1a 2020-01-01",
        reading=DAY_BEFORE,
        cites="4(1)(a) 4(7)",
        treaty_due="2020-07-31",
        due="2025-08-01",
        standing="pending",
    ),
    History("7(1)", joined("CHE")).owes(
        "0001-day-before-no-days",
        "A period of days does not move",
        "CHE/7.1 2013-06-30",
        reading=DAY_BEFORE,
        due="2013-06-30",
        standing="pending",
    ),
)

BULGARIA: Final = History("7(2)", joined("BGR"))
FIJI: Final = History("7(2)", joined("FJI"))
FIRST_APRIL: Final = {"first_annual_report": "first-30-april"}
SUBMITTED: Final = {"first_annual_report": "year-after-initial-submitted"}
LITHUANIA: Final = History(
    "7(2)",
    (*joined("LTU"), happened("initial-report-submitted", "2011-07-01", state="LTU")),
)

INT_0002: Final = (
    BULGARIA.owes(
        "0002-first-april-bulgaria",
        "By the words alone Bulgaria's first annual report was due on 30 April 2012, on 2011",
        "BGR/7.2/2011 2012-05-01",
        reading=FIRST_APRIL,
        due="2012-04-30",
        standing="overdue",
    ),
    FIJI.owes(
        "0002-first-april-fiji",
        "And Fiji's on the very day of its initial report",
        "FJI/7.2/2010 2011-04-30",
        reading=FIRST_APRIL,
        due="2011-04-30",
        standing="pending",
    ),
    FIJI.owes(
        "0002-practice-fiji",
        "By practice Fiji owes none on 2010",
        "FJI/7.2/2010 2011-04-30",
        exists=False,
    ),
    BULGARIA.owes(
        "0002-submitted-nothing-owed",
        "Counted from the initial report in fact submitted, who submits none owes none",
        "BGR/7.2/2012 2013-05-01",
        reading=SUBMITTED,
        exists=False,
    ),
    LITHUANIA.owes(
        "0002-submitted-early",
        "Lithuania reported in 2011: by that reading the first one was due on 30 April 2012",
        "LTU/7.2/2011 2012-05-01",
        reading=SUBMITTED,
        due="2012-04-30",
        standing="overdue",
    ),
    LITHUANIA.owes(
        "0002-practice-lithuania",
        "By practice on 30 April 2013, its initial report having been due in 2012",
        "LTU/7.2/2011 2012-05-01",
        exists=False,
    ),
)

LATE_FILED: Final = GERMANY.and_then(
    called("9MSP", "2018-09-05"), requested("DEU", 4, "2018-12-03", months=60, meeting="9MSP")
)
FILED: Final = GERMANY.and_then(
    called("9MSP", "2018-09-05"), requested("DEU", 4, "2018-12-02", months=60, meeting="9MSP")
)
REVISED: Final = FILED.and_then(requested("DEU", 4, "2019-01-15", months=60, meeting="9MSP"))
ENFORCED: Final = {"nine_months": "enforce"}

INT_0003: Final = (
    LATE_FILED.owes(
        "0003-late-and-not-pending",
        "Enforced, a request filed a day late is not pending",
        "DEU/4.1a 2019-01-01",
        reading=ENFORCED,
        cites="4(6)",
        due="2020-08-01",
        standing="pending",
        request_pending=False,
    ),
    LATE_FILED.owes(
        "0003-late-and-pending",
        "By practice it is",
        "DEU/4.1a 2019-01-01",
        cites="4(6)",
        due="2020-08-01",
        standing="pending",
        request_pending=True,
    ),
    LATE_FILED.owes(
        "0003-late-and-simply-overdue",
        "A deadline that passes meanwhile is then simply overdue",
        "DEU/4.1a 2020-08-02",
        reading=ENFORCED,
        cites="4(6)",
        due="2020-08-01",
        standing="overdue",
    ),
    FILED.owes(
        "0003-on-the-last-day",
        "Filed on 2 December 2018, the last day for the 9MSP, it is pending by either reading",
        "DEU/4.1a 2019-01-01",
        reading=ENFORCED,
        cites="4(6)",
        due="2020-08-01",
        standing="pending",
        request_pending=True,
    ),
    REVISED.owes(
        "0003-the-first-version-counts",
        "A revision after the last day makes no request late",
        "DEU/4.1a 2019-02-01",
        reading=ENFORCED,
        cites="4(6)",
        due="2020-08-01",
        standing="pending",
        request_pending=True,
    ),
    LATE_FILED.and_then(
        held("9MSP"), granted("DEU", 4, "2019-09-04", months=60, meeting="9MSP")
    ).owes(
        "0003-granted-stays-granted",
        "What was granted stays granted, however late it was asked for",
        "DEU/4.1a 2019-09-04",
        reading=ENFORCED,
        cites="4(6) 4(7)",
        due="2025-08-01",
        standing="pending",
    ),
)

BULGARIA_STOCKS: Final = History(
    "3(5)",
    (
        *joined("BGR"),
        happened("stockpile-declared", "2012-03-27", state="BGR"),
        granted("BGR", 3, "2019-09-04", months=12, meeting="9MSP"),
        requested("BGR", 3, "2020-02-20", months=24, meeting="2RC"),
        second_review()[0],
    ),
)
STAYED: Final = {"pending_request": "stayed"}

INT_0004: Final = (
    BULGARIA_STOCKS.owes(
        "0004-stayed",
        "Stayed by its request, Bulgaria's duty is pending two months after the deadline",
        "BGR/3.2 2020-12-01",
        reading=STAYED,
        due="2020-10-01",
        standing="pending",
        request_pending=True,
    ),
    BULGARIA_STOCKS.owes(
        "0004-not-stayed",
        "By practice it is overdue",
        "BGR/3.2 2020-12-01",
        due="2020-10-01",
        standing="overdue-request-pending",
    ),
    BULGARIA_STOCKS.and_then(
        happened("extension-refused", "2021-02-27", state="BGR", article=3, meeting="2RC")
    ).owes(
        "0004-stayed-until-refused",
        "A refusal ends the stay",
        "BGR/3.2 2021-02-27",
        reading=STAYED,
        due="2020-10-01",
        standing="overdue",
    ),
)

GROUP: Final = group("readings", INT_0001, INT_0002, INT_0003, INT_0004)
