"""Articles 4(1)(b) and (c): areas of later hostilities, and the declaration of compliance."""

from __future__ import annotations

from typing import Final

from conformance.real import called, granted, held, joined, second_review
from conformance.sources.article_04_clearance import announced, completed, declared
from conformance.writing import History, group, happened

LEBANON: Final = History("4(1)(b)", (*joined("LBN"), declared("LBN", "2012-01-01")))
WAR: Final = LEBANON.and_then(
    declared("LBN", "2015-01-01", conflict="war"),
    happened("hostilities-ended", "2014-08-26", state="LBN", conflict="war"),
)
GOING_ON: Final = LEBANON.and_then(
    completed("LBN", "2012-06-30"), declared("LBN", "2014-01-01", conflict="war")
)
OLD_WAR: Final = LEBANON.and_then(
    happened("hostilities-ended", "2006-08-14", state="LBN", conflict="war")
)
END_OF_AUGUST: Final = LEBANON.and_then(
    happened("hostilities-ended", "2012-08-31", state="LBN", conflict="war"),
    granted("LBN", 4, "2022-05-01", months=6, conflict="war"),
    granted("LBN", 4, "2023-02-01", months=6, conflict="war"),
)

HOSTILITIES: Final = (
    WAR.owes(
        "ten-years-after-hostilities",
        "New remnants are cleared within ten years of the end of the hostilities",
        "LBN/4.1b/war 2015-01-01",
        treaty_due="2024-08-26",
        due="2024-08-26",
        standing="pending",
    ),
    WAR.owes(
        "after-hostilities-overdue",
        "The day after the ten years the duty is overdue",
        "LBN/4.1b/war 2024-08-27",
        due="2024-08-26",
        standing="overdue",
    ),
    GOING_ON.owes(
        "while-hostilities-go-on",
        "While the hostilities go on no clock runs",
        "LBN/4.1b/war 2014-08-25",
        exists=False,
    ),
    WAR.owes(
        "side-by-side",
        "What was there at entry into force keeps its own ten years beside it",
        "LBN/4.1a 2015-01-01",
        cites="4(1)(a)",
        due="2021-05-01",
        standing="pending",
    ),
    OLD_WAR.owes(
        "hostilities-before-entry-into-force",
        "Hostilities that ended before entry into force start no clock of their own",
        "LBN/4.1b/war 2012-01-01",
        exists=False,
    ),
    WAR.and_then(completed("LBN", "2020-06-30", conflict="war")).owes(
        "cleared-after-hostilities",
        "Cleared in 2020, well in time",
        "LBN/4.1b/war 2020-06-30",
        due="2024-08-26",
        standing="discharged",
        timeliness="on-time",
    ),
    WAR.and_then(completed("LBN", "2014-08-26", conflict="war")).owes(
        "cleared-on-the-day-they-ended",
        "A completion on the very day on which they ended counts",
        "LBN/4.1b/war 2014-08-26",
        due="2024-08-26",
        standing="discharged",
    ),
    LEBANON.and_then(happened("hostilities-ended", "2011-05-01", state="LBN", conflict="war")).owes(
        "hostilities-to-the-day-of-entry-into-force",
        "Hostilities that ended on the first day in force start a clock of their own",
        "LBN/4.1b/war 2012-01-01",
        due="2021-05-01",
        standing="pending",
    ),
    WAR.and_then(completed("LBN", "2020-06-30")).owes(
        "other-clearance-does-not-count",
        "A completion that names no conflict is of what was there at entry into force",
        "LBN/4.1b/war 2020-06-30",
        due="2024-08-26",
        standing="pending",
    ),
    LEBANON.and_then(happened("hostilities-ended", "2014", state="LBN", conflict="war")).owes(
        "hostilities-ended-in-a-year",
        "An end known to the year gives a deadline known to the year; its last day counts",
        "LBN/4.1b/war 2024-06-01",
        treaty_due="2024-12-31",
        due="2024",
        standing="pending",
        otherwise={"due": "2024", "standing": "overdue", "discharged_on": None},
    ),
    LEBANON.and_then(
        happened("hostilities-ended", "2015-02-12/2015-03-16", state="LBN", conflict="war"),
        granted("LBN", 4, "2024-11-20", until="2025", conflict="war"),
    ).owes(
        "a-year-granted-after-some-days",
        "Extended into 2025 from a deadline of some day before 17 March: not before that day",
        "LBN/4.1b/war 2025-06-01",
        cites="4(1)(b) 4(5) 4(7)",
        due="2025-02-12/2025-12-31",
        standing="pending",
    ),
    WAR.and_then(granted("LBN", 4, "2023-09-14", months=24, conflict="war")).owes(
        "extended-after-hostilities",
        "The deadline of a conflict is extended by its name",
        "LBN/4.1b/war 2023-09-14",
        cites="4(1)(b) 4(5) 4(7)",
        due="2026-08-26",
        standing="pending",
    ),
    WAR.and_then(granted("LBN", 4, "2020-11-27", months=24)).owes(
        "other-extension-does-not-count",
        "An extension that names no conflict moves the other deadline",
        "LBN/4.1b/war 2020-11-27",
        cites="4(1)(b) 4(7)",
        due="2024-08-26",
        standing="pending",
        extended_to=[],
    ),
    END_OF_AUGUST.owes(
        "counted-from-its-own-anchor",
        "Six months and six from 31 August end on 31 August, not on a day cut short between",
        "LBN/4.1b/war 2023-02-01",
        cites="4(1)(b) 4(7) 4(8)",
        due="2023-08-31",
        standing="pending",
        extended_to=["2023-02-28", "2023-08-31"],
    ),
)

BOSNIA: Final = History("4(1)(c)", (*joined("BIH"), declared("BIH", "2011-08-20")))
BOSNIA_DONE: Final = BOSNIA.and_then(
    completed("BIH", "2023-08-31"), called("11MSP", "2022-09-02"), held("11MSP")
)
CROATIA: Final = History(
    "4(1)(c)",
    (
        *joined("HRV"),
        declared("HRV", "2011-01-01"),
        held("9MSP"),
        *second_review(),
    ),
)

DECLARATION: Final = (
    BOSNIA_DONE.owes(
        "declared-to-the-next-meeting",
        "Bosnia and Herzegovina finished in August 2023: to be declared to the 11MSP",
        "BIH/4.1c 2023-08-31",
        due="2023-09-11",
        standing="pending",
    ),
    BOSNIA_DONE.and_then(announced("BIH", "2023-09-12", meeting="11MSP")).owes(
        "declared-at-the-meeting",
        "Declared on the second day of that meeting is declared in time",
        "BIH/4.1c 2023-09-12",
        due="2023-09-11",
        standing="discharged",
        timeliness="on-time",
        days_late=0,
    ),
    BOSNIA_DONE.and_then(announced("BIH", "2023-09-20")).owes(
        "declared-after-the-meeting",
        "Declared after the meeting has closed is declared late",
        "BIH/4.1c 2023-09-20",
        due="2023-09-11",
        standing="discharged",
        timeliness="late",
        days_late=9,
    ),
    BOSNIA.and_then(completed("BIH", "2023-09-11"), called("11MSP", "2022-09-02")).owes(
        "completed-on-the-opening-day",
        "Who finishes on the day a meeting opens declares it to that meeting",
        "BIH/4.1c 2023-09-11",
        due="2023-09-11",
        standing="pending",
    ),
    BOSNIA_DONE.and_then(announced("BIH", "2023-09-14")).owes(
        "declared-while-the-meeting-sits",
        "A declaration of its last day that names no meeting was made at it",
        "BIH/4.1c 2023-09-14",
        due="2023-09-11",
        standing="discharged",
        timeliness="on-time",
    ),
    BOSNIA_DONE.and_then(announced("BIH", "2023-09-01/2023-12-31", meeting="11MSP")).owes(
        "declared-at-the-meeting-by-its-name",
        "One that names it was made at it, whatever is known of the day",
        "BIH/4.1c 2024-01-01",
        due="2023-09-11",
        standing="discharged",
        timeliness="on-time",
    ),
    BOSNIA_DONE.owes(
        "not-declared",
        "Not declared when the meeting opens, it is overdue the day after",
        "BIH/4.1c 2023-09-12",
        due="2023-09-11",
        standing="overdue",
    ),
    BOSNIA_DONE.owes(
        "nothing-to-declare-yet",
        "Before completion there is nothing to declare",
        "BIH/4.1c 2023-08-30",
        exists=False,
    ),
    BOSNIA.and_then(completed("BIH", "2023-08-31")).owes(
        "no-meeting-called",
        "While no meeting is called the declaration has no day",
        "BIH/4.1c 2023-08-31",
        due=None,
        standing="pending",
    ),
    BOSNIA_DONE.and_then(announced("BIH", "2023-08-31")).owes(
        "declared-on-the-day-of-completion",
        "What is declared on the day of completion itself is declared",
        "BIH/4.1c 2023-08-31",
        due="2023-09-11",
        standing="discharged",
        timeliness="on-time",
    ),
    BOSNIA.and_then(completed("BIH", "2011-03-01")).owes(
        "cleared-on-the-first-day",
        "Who finishes on its first day in force has that to declare",
        "BIH/4.1c 2011-03-01",
        due=None,
        standing="pending",
    ),
    BOSNIA_DONE.and_then(announced("BIH", "2022-09-01", meeting="10MSP")).owes(
        "declared-too-early",
        "What was declared before completion declares nothing",
        "BIH/4.1c 2023-09-12",
        due="2023-09-11",
        standing="overdue",
    ),
    CROATIA.and_then(completed("HRV", "2020-07-31"), announced("HRV", "2020-11-25")).owes(
        "declared-to-a-review-conference",
        "After July 2020 the next meeting is the Review Conference, which serves as well",
        "HRV/4.1c 2020-12-01",
        due="2020-11-25",
        standing="discharged",
        timeliness="on-time",
    ),
    CROATIA.and_then(completed("HRV", "2021-02-01")).owes(
        "declared-to-its-second-part",
        "Completed between its two parts: the second opens on 20 September 2021",
        "HRV/4.1c 2021-09-30",
        due="2021-09-20",
        standing="overdue",
    ),
    History(
        "4(1)(c)", (*joined("HRV"), declared("HRV", "2009-09-01"), completed("HRV", "2010-07-01"))
    ).owes(
        "cleared-before-entry-into-force",
        "Who had cleared before it was bound has nothing to declare",
        "HRV/4.1c 2011-01-01",
        exists=False,
    ),
)

OF_AN_OLD_WAR: Final = (
    OLD_WAR.and_then(completed("LBN", "2018-06-30", conflict="war")).owes(
        "nothing-to-declare-of-an-old-conflict",
        "Of a conflict before there is no duty to clear, and none to declare it fulfilled",
        "LBN/4.1c/war 2018-07-01",
        cites="4(1)(c)",
        exists=False,
    ),
)

GROUP: Final = group("article-04", HOSTILITIES, DECLARATION, OF_AN_OLD_WAR)
