"""Articles 3(3) to 3(5): more time to destroy stockpiles."""

from __future__ import annotations

from typing import Final

from conformance.real import called, granted, held, joined, requested, second_review
from conformance.sources.article_03_destruction import BULGARIA, completed, declared
from conformance.writing import History, group, happened

ASKED: Final = BULGARIA.and_then(
    called("9MSP", "2018-09-05"),
    requested("BGR", 3, "2018-11-30", months=12, meeting="9MSP"),
)
EXTENDED: Final = ASKED.and_then(
    held("9MSP"), granted("BGR", 3, "2019-09-04", months=12, meeting="9MSP", procedure="meeting")
)
ASKED_AGAIN: Final = EXTENDED.and_then(
    requested("BGR", 3, "2020-02-20", months=24, meeting="2RC"), second_review()[0]
)
EXTENDED_AGAIN: Final = ASKED_AGAIN.and_then(
    granted("BGR", 3, "2021-02-27", months=24, meeting="2RC", procedure="silence procedure")
)
EXTENDED_TO_A_DAY: Final = EXTENDED_AGAIN.and_then(
    granted(
        "BGR", 3, "2022-09-02", months=15, until="2023-12-31", meeting="10MSP", procedure="meeting"
    )
)
PERU: Final = History(
    "3(2) 3(3) 3(5)",
    (
        *joined("PER"),
        declared("PER", "2013-08-01", munitions=2012),
        requested("PER", 3, "2020-05-01", months=37, meeting="2RC"),
        granted("PER", 3, "2021-02-28", months=37, meeting="2RC", procedure="silence procedure"),
    ),
)

EXTENSIONS: Final = (
    ASKED.owes(
        "a-request-moves-nothing",
        "A request pending moves no deadline",
        "BGR/3.2 2019-08-01",
        cites="3(3) 3(5)",
        due="2019-10-01",
        standing="pending",
        request_pending=True,
    ),
    ASKED.owes(
        "a-request-stays-nothing",
        "A deadline that passes while a request is pending is overdue (INT-0004)",
        "BGR/3.2 2019-10-02",
        cites="3(5)",
        due="2019-10-01",
        standing="overdue-request-pending",
        request_pending=True,
    ),
    EXTENDED.owes(
        "extended-by-twelve-months",
        "The 9MSP gave Bulgaria twelve months, counted from the deadline and not the decision",
        "BGR/3.2 2019-09-04",
        cites="3(3) 3(5)",
        treaty_due="2019-10-01",
        due="2020-10-01",
        standing="pending",
        extended_to=["2020-10-01"],
        request_pending=False,
    ),
    EXTENDED.owes(
        "not-extended-before-the-decision",
        "The day before the decision the old deadline runs",
        "BGR/3.2 2019-09-03",
        cites="3(5)",
        due="2019-10-01",
        standing="pending",
        request_pending=True,
    ),
    EXTENDED.owes(
        "extended-and-overdue",
        "The day after the extended deadline the duty is overdue",
        "BGR/3.2 2020-10-02",
        cites="3(2) 3(5)",
        treaty_due="2019-10-01",
        due="2020-10-01",
        standing="overdue",
    ),
    ASKED_AGAIN.owes(
        "between-two-extensions",
        "From October 2020 to February 2021 no extension covered Bulgaria",
        "BGR/3.2 2020-12-01",
        cites="3(5)",
        due="2020-10-01",
        standing="overdue-request-pending",
        request_pending=True,
    ),
    EXTENDED_AGAIN.owes(
        "decided-after-the-deadline",
        "A decision by silence procedure after the deadline moves it from where it stood",
        "BGR/3.2 2021-02-27",
        cites="3(3) 3(5)",
        due="2022-10-01",
        standing="pending",
        extended_to=["2020-10-01", "2022-10-01"],
    ),
    EXTENDED_AGAIN.owes(
        "history-is-not-rewritten",
        "For a day before that decision the answer stays what it was",
        "BGR/3.2 2021-02-26",
        cites="3(5)",
        due="2020-10-01",
        standing="overdue-request-pending",
    ),
    EXTENDED_TO_A_DAY.owes(
        "a-stated-day-governs",
        "Fifteen months lead to 1 January 2024, but the decision said 31 December (INT-0008)",
        "BGR/3.2 2023-12-31",
        cites="3(5)",
        due="2023-12-31",
        standing="pending",
        extended_to=["2020-10-01", "2022-10-01", "2023-12-31"],
    ),
    EXTENDED_TO_A_DAY.owes(
        "overdue-after-the-stated-day",
        "On 1 January 2024 the stated day has passed",
        "BGR/3.2 2024-01-01",
        cites="3(5)",
        due="2023-12-31",
        standing="overdue",
    ),
    BULGARIA.and_then(
        granted("BGR", 3, "2019-09-04", until="2020-10-01"),
        granted("BGR", 3, "2019-09-04", months=12),
    ).owes(
        "a-stated-day-is-the-last-word-of-its-day",
        "Of two grants of one day, months count first and then the day that is stated governs",
        "BGR/3.2 2020-10-01",
        cites="3(5)",
        due="2020-10-01",
        standing="pending",
    ),
    EXTENDED_TO_A_DAY.and_then(granted("BGR", 3, "2023-09-14", months=12)).owes(
        "counted-from-the-stated-day",
        "A further year counts from the day that was stated",
        "BGR/3.2 2023-09-14",
        cites="3(5)",
        due="2024-12-31",
        standing="pending",
    ),
    EXTENDED_TO_A_DAY.and_then(completed("BGR", "2023-06")).owes(
        "completed-within-the-extension",
        "Bulgaria finished in June 2023, in time by its third extension",
        "BGR/3.2 2023-06-30",
        cites="3(2) 3(5)",
        due="2023-12-31",
        standing="discharged",
        discharged_on="2023-06",
        timeliness="on-time",
        days_late=0,
    ),
    PERU.owes(
        "thirty-seven-months",
        "Thirty-seven months take Peru from 1 March 2021 to 1 April 2024",
        "PER/3.2 2022-01-01",
        treaty_due="2021-03-01",
        due="2024-04-01",
        standing="pending",
    ),
    BULGARIA.and_then(
        granted("BGR", 3, "2017-09-06", months=48), granted("BGR", 3, "2022-09-02", months=48)
    ).owes(
        "four-years-and-four-more",
        "Four years are the most for one extension, not for all together",
        "BGR/3.2 2023-01-01",
        cites="3(3)",
        due="2027-10-01",
        standing="pending",
        extended_to=["2023-10-01", "2027-10-01"],
    ),
    BULGARIA.and_then(granted("BGR", 3, "2019-09-04", until="2021-04")).owes(
        "a-stated-month",
        "A month stated means the day in it that lies whole months after the deadline",
        "BGR/3.2 2020-01-01",
        cites="3(5)",
        due="2021-04-01",
        standing="pending",
    ),
    BULGARIA.and_then(granted("BGR", 3, "2019-09-04", months=12, until="2020")).owes(
        "months-into-a-stated-year",
        "Where a year is stated, months that lead into it tell which day in it",
        "BGR/3.2 2020-01-01",
        cites="3(5)",
        due="2020-10-01",
        standing="pending",
    ),
    BULGARIA.and_then(granted("BGR", 3, "2019-09-04", months=12), requested("BGR", 3, "2019")).owes(
        "asked-in-the-year-of-the-decision",
        "A request of that year that names no meeting may be what was decided on",
        "BGR/3.2 2020-01-01",
        cites="3(5)",
        due="2020-10-01",
        standing="pending",
        request_pending=False,
    ),
    BULGARIA.and_then(
        granted("BGR", 3, "2019-09-04", months=12), requested("BGR", 3, "../2020-02-01")
    ).owes(
        "asked-by-a-day-after-the-decision",
        "One known only by a later day may always be older: that alone does not make it answered",
        "BGR/3.2 2020-03-01",
        cites="3(5)",
        due="2020-10-01",
        standing="pending",
        request_pending=True,
    ),
    ASKED.and_then(
        happened("extension-refused", "2019-09-04", state="BGR", article=3, meeting="9MSP")
    ).owes(
        "refused-by-the-meeting",
        "After a refusal nothing is pending, and the deadline stands",
        "BGR/3.2 2019-10-02",
        cites="3(5)",
        due="2019-10-01",
        standing="overdue",
        request_pending=False,
    ),
    ASKED.and_then(
        happened("extension-request-withdrawn", "2019-08-15", state="BGR", article=3)
    ).owes(
        "request-taken-back",
        "A request taken back is pending no more",
        "BGR/3.2 2019-09-01",
        cites="3(5)",
        due="2019-10-01",
        standing="pending",
        request_pending=False,
    ),
    EXTENDED.and_then(
        happened(
            "benchmark-set",
            "2019-09-04",
            state="BGR",
            article=3,
            benchmark="half destroyed",
            meet_by="2020-03-01",
        )
    ).owes(
        "a-benchmark-moves-nothing",
        "A benchmark set with an extension moves no deadline",
        "BGR/3.2 2020-03-02",
        cites="3(5)",
        due="2020-10-01",
        standing="pending",
    ),
    BULGARIA.and_then(
        happened("contamination-declared", "2012-03-27", state="BGR"),
        granted("BGR", 4, "2019-09-04", months=12),
    ).owes(
        "each-article-has-its-own",
        "An extension under Article 4 does not move Article 3",
        "BGR/3.2 2019-09-05",
        cites="3(2) 3(5)",
        due="2019-10-01",
        standing="pending",
        extended_to=[],
    ),
)

GROUP: Final = group("article-03", EXTENSIONS)
