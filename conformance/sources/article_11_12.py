"""Articles 11 and 12: meetings, and what they order."""

from __future__ import annotations

from typing import Final

from conformance.real import held
from conformance.writing import History, group, happened, meeting

CONVENED: Final = History("11(2)", ())
FIRST: Final = CONVENED.and_then(held("1MSP"))
YEARLY: Final = FIRST.and_then(held("2MSP"), held("3MSP"), held("4MSP"), held("5MSP"), held("1RC"))

MEETINGS: Final = (
    CONVENED.owes(
        "first-meeting-within-a-year",
        "The first meeting is convened within a year of the Convention's entry into force",
        "CCM/11.2/first 2010-08-01",
        due="2011-08-01",
        standing="pending",
    ),
    CONVENED.owes(
        "first-meeting-missed",
        "The day after that year it is overdue",
        "CCM/11.2/first 2011-08-02",
        due="2011-08-01",
        standing="overdue",
    ),
    FIRST.owes(
        "first-meeting-held",
        "It was held in November 2010",
        "CCM/11.2/first 2010-11-12",
        due="2011-08-01",
        standing="discharged",
        timeliness="on-time",
    ),
    CONVENED.and_then(meeting("1MSP", "2011-07-30", "2011-08-03")).owes(
        "first-meeting-opened-in-time",
        "A meeting that opens in time is in time, though it closes later",
        "CCM/11.2/first 2011-08-03",
        due="2011-08-01",
        standing="discharged",
        timeliness="on-time",
        days_late=0,
    ),
    FIRST.owes(
        "yearly-meeting-pending",
        "A meeting in each calendar year after the first",
        "CCM/11.2/2011 2011-12-31",
        due="2011-12-31",
        standing="pending",
    ),
    FIRST.owes(
        "yearly-meeting-missed",
        "A year without one leaves it overdue",
        "CCM/11.2/2011 2012-01-01",
        due="2011-12-31",
        standing="overdue",
    ),
    YEARLY.owes(
        "yearly-meeting-held",
        "The 5MSP was that of 2014",
        "CCM/11.2/2014 2016-01-01",
        due="2014-12-31",
        standing="discharged",
        timeliness="on-time",
    ),
    YEARLY.owes(
        "no-yearly-meeting-from-the-review-on",
        "From the year of the first Review Conference on meetings are held as it decides",
        "CCM/11.2/2015 2016-01-01",
        exists=False,
    ),
    History("11(2) 12(1)", (), before=()).owes(
        "no-meeting-before-entry-into-force",
        "Before the Convention is in force nobody convenes anything",
        "CCM/11.2/first 2010-08-01",
        exists=False,
    ),
    CONVENED.owes(
        "first-review-in-its-year",
        "The first Review Conference is due in the calendar year five years on (INT-0017)",
        "CCM/12.1/first 2015-08-02",
        cites="12(1)",
        treaty_due="2015-08-01",
        due="2015-12-31",
        standing="pending",
    ),
    YEARLY.owes(
        "first-review-held",
        "It was held in September 2015, in time",
        "CCM/12.1/first 2015-09-11",
        cites="12(1)",
        due="2015-12-31",
        standing="discharged",
        timeliness="on-time",
    ),
    YEARLY.owes(
        "first-review-to-the-day",
        "Read to the day it was due on 1 August 2015, and held late (INT-0017)",
        "CCM/12.1/first 2015-09-11",
        cites="12(1)",
        reading={"five_years": "to-the-day"},
        due="2015-08-01",
        standing="discharged",
        timeliness="late",
        days_late=41,
    ),
    CONVENED.owes(
        "first-review-to-the-day-before",
        "By that reading and the style of the day before it was due on 31 July",
        "CCM/12.1/first 2015-08-01",
        cites="12(1)",
        reading={"five_years": "to-the-day", "deadline_style": "day-before"},
        due="2015-07-31",
        standing="overdue",
    ),
    CONVENED.owes(
        "first-meeting-day-before",
        "In the style of the day before the first year ends on 31 July 2011",
        "CCM/11.2/first 2011-08-01",
        reading={"deadline_style": "day-before"},
        due="2011-07-31",
        standing="overdue",
    ),
)

ORDERED: Final = CONVENED.and_then(
    held("1RC"),
    happened(
        "review-ordered",
        "2015-09-11",
        review="financial-procedures",
        subject="financial procedures",
        ordered_at="1RC",
        due_meeting="7MSP",
    ),
)

REVIEWS: Final = (
    ORDERED.owes(
        "review-without-a-day",
        "A review by a meeting that is not called yet has no day",
        "CCM/1RC.financial-procedures 2015-10-01",
        cites="11(1)",
        due=None,
        standing="pending",
        nature="political",
    ),
    ORDERED.and_then(held("7MSP")).owes(
        "review-by-the-close-of-a-meeting",
        "It is due by the last day of that meeting",
        "CCM/1RC.financial-procedures 2017-09-07",
        cites="11(1)",
        due="2017-09-06",
        standing="overdue",
    ),
    ORDERED.and_then(
        happened("review-completed", "2015-09-11", review="financial-procedures", meeting="1RC")
    ).owes(
        "review-at-the-meeting-that-ordered-it",
        "What was done at the meeting that gave the order is another review",
        "CCM/1RC.financial-procedures 2015-10-01",
        cites="11(1)",
        due=None,
        standing="pending",
    ),
    ORDERED.and_then(
        held("7MSP"),
        happened("review-completed", "2017-09-06", review="financial-procedures", meeting="7MSP"),
    ).owes(
        "review-carried-out",
        "Carried out at that meeting it is in time",
        "CCM/1RC.financial-procedures 2017-09-07",
        cites="11(1)",
        due="2017-09-06",
        standing="discharged",
        timeliness="on-time",
    ),
)

GROUP: Final = group("article-09-14", MEETINGS, REVIEWS)
