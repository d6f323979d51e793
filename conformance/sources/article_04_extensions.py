"""Articles 4(5) to 4(8): more time to clear."""

from __future__ import annotations

from typing import Final

from conformance.real import called, granted, held, joined, requested, second_review
from conformance.sources.article_04_clearance import (
    AFGHANISTAN,
    GERMANY,
    MAURITANIA_AGAIN,
    completed,
    declared,
)
from conformance.sources.article_04_hostilities import BOSNIA
from conformance.writing import History, group, happened

GERMANY_ASKED: Final = GERMANY.and_then(
    called("9MSP", "2018-09-05"), requested("DEU", 4, "2018-10-31", months=60, meeting="9MSP")
)
GERMANY_GRANTED: Final = GERMANY_ASKED.and_then(
    held("9MSP"), granted("DEU", 4, "2019-09-04", months=60, meeting="9MSP", procedure="meeting")
)
GERMANY_ASKED_AGAIN: Final = GERMANY_GRANTED.and_then(
    requested("DEU", 4, "2024-01-15", months=60, until="2030-08-01", meeting="12MSP")
)
BOSNIA_EXTENDED: Final = BOSNIA.and_then(
    requested("BIH", 4, "2020-09-01", months=18, meeting="2RC"),
    granted("BIH", 4, "2021-02-28", months=18, meeting="2RC", procedure="silence procedure"),
    granted("BIH", 4, "2022-09-02", months=12, meeting="10MSP", procedure="meeting"),
)
CHAD: Final = History(
    "4(5) 4(7)",
    (
        *joined("TCD"),
        declared("TCD", "2014-05-24"),
        granted("TCD", 4, "2022-09-02", months=13, meeting="10MSP", procedure="meeting"),
        granted("TCD", 4, "2024-09-13", months=24, meeting="12MSP", procedure="meeting"),
    ),
)
CHILE: Final = History(
    "4(5) 4(7) 4(8)",
    (
        *joined("CHL"),
        declared("CHL", "2012-09-01"),
        granted("CHL", 4, "2020-11-27", months=12, meeting="2RC"),
        granted("CHL", 4, "2021-09-21", months=12, meeting="2RC", procedure="meeting"),
        granted("CHL", 4, "2022-09-02", months=36, meeting="10MSP", procedure="meeting"),
    ),
)

EXTENSIONS: Final = (
    GERMANY_ASKED.owes(
        "a-request-moves-nothing",
        "Germany's request to the 9MSP, filed in time, moved no deadline",
        "DEU/4.1a 2019-03-01",
        cites="4(5) 4(6)",
        due="2020-08-01",
        standing="pending",
        request_pending=True,
        grounds="17(1) 4(1)(a) 4(6) 4(1)(a)",
    ),
    GERMANY_ASKED.owes(
        "a-request-stays-nothing",
        "Undecided when the deadline passed, it had left the duty overdue (INT-0004)",
        "DEU/4.1a 2020-08-02",
        cites="4(5) 4(6)",
        due="2020-08-01",
        standing="overdue-request-pending",
    ),
    GERMANY_GRANTED.owes(
        "five-years-more",
        "The 9MSP gave Germany sixty months",
        "DEU/4.1a 2019-09-04",
        cites="4(5) 4(7)",
        treaty_due="2020-08-01",
        due="2025-08-01",
        standing="pending",
        request_pending=False,
    ),
    GERMANY_ASKED_AGAIN.owes(
        "asked-again",
        "A second request awaits its decision while the first extension runs",
        "DEU/4.1a 2024-06-01",
        cites="4(8)",
        due="2025-08-01",
        standing="pending",
        request_pending=True,
    ),
    GERMANY_ASKED_AGAIN.and_then(
        granted("DEU", 4, "2024-09-13", months=60, meeting="12MSP", procedure="meeting")
    ).owes(
        "five-years-and-five-more",
        "Had the 12MSP granted it: 1 August 2030, five years from the running deadline",
        "DEU/4.1a 2024-09-13",
        cites="4(5) 4(8)",
        treaty_due="2020-08-01",
        due="2030-08-01",
        standing="pending",
        extended_to=["2025-08-01", "2030-08-01"],
    ),
    BOSNIA_EXTENDED.owes(
        "eighteen-months-by-silence",
        "Eighteen months by silence procedure took Bosnia and Herzegovina to 1 September 2022",
        "BIH/4.1a 2021-02-28",
        cites="4(7)",
        due="2022-09-01",
        standing="pending",
    ),
    BOSNIA_EXTENDED.owes(
        "a-day-between-two-extensions",
        "On 2 September 2022, with the second grant, the day of overdue standing is over",
        "BIH/4.1a 2022-09-02",
        cites="4(7) 4(8)",
        due="2023-09-01",
        standing="pending",
        extended_to=["2022-09-01", "2023-09-01"],
    ),
    BOSNIA_EXTENDED.and_then(completed("BIH", "2023-08")).owes(
        "completed-within-the-extension",
        "It finished in August 2023, in time",
        "BIH/4.1a 2023-08-31",
        cites="4(1)(a) 4(7)",
        treaty_due="2021-03-01",
        due="2023-09-01",
        standing="discharged",
        timeliness="on-time",
    ),
    CHAD.owes(
        "thirteen-months",
        "Thirteen months take Chad from 1 September 2023 to 1 October 2024",
        "TCD/4.1a 2023-01-01",
        treaty_due="2023-09-01",
        due="2024-10-01",
        standing="pending",
    ),
    CHAD.owes(
        "thirteen-months-and-twenty-four",
        "Twenty-four more count from 1 October 2024",
        "TCD/4.1a 2025-01-01",
        due="2026-10-01",
        standing="pending",
        extended_to=["2024-10-01", "2026-10-01"],
    ),
    CHILE.owes(
        "three-steps",
        "Chile's three extensions count each from the one before",
        "CHL/4.1a 2024-01-01",
        treaty_due="2021-06-01",
        due="2026-06-01",
        standing="pending",
        extended_to=["2022-06-01", "2023-06-01", "2026-06-01"],
    ),
    CHILE.owes(
        "overdue-after-three-steps",
        "On 2 June 2026, with no further decision on record, it is overdue",
        "CHL/4.1a 2026-06-02",
        due="2026-06-01",
        standing="overdue",
    ),
    MAURITANIA_AGAIN.and_then(granted("MRT", 4, "2021-09-21", until="2024-08")).owes(
        "extended-after-a-discovery",
        "Mauritania's deadline, alive again, was extended to August 2024: to its first",
        "MRT/4.1a 2021-09-21",
        cites="4(6) 4(7)",
        treaty_due="2022-08-01",
        due="2024-08-01",
        standing="pending",
    ),
    AFGHANISTAN.and_then(
        requested("AFG", 4, "2021-08-01", months=48, meeting="2RC"), *second_review()
    ).owes(
        "filed-late-and-considered",
        "Filed a month before the meeting, the request is pending all the same (INT-0003)",
        "AFG/4.1a 2021-09-01",
        cites="4(6)",
        due="2022-03-01",
        standing="pending",
        request_pending=True,
    ),
    AFGHANISTAN.and_then(
        requested("AFG", 4, "2021", months=48), granted("AFG", 4, "2021-09-21", months=48)
    ).owes(
        "asked-on-some-day-of-the-year",
        "A decision answers a request of unknown day that may have come before it",
        "AFG/4.1a 2022-01-01",
        cites="4(7)",
        due="2026-03-01",
        standing="pending",
        request_pending=False,
    ),
    AFGHANISTAN.and_then(
        requested("AFG", 4, "2022", months=48, meeting="11MSP"),
        granted("AFG", 4, "2022-02-01", months=12, meeting="2RC"),
    ).owes(
        "asked-of-another-meeting",
        "But not one that names another meeting",
        "AFG/4.1a 2023-01-01",
        cites="4(7) 4(8)",
        due="2023-03-01",
        standing="pending",
        request_pending=True,
    ),
    AFGHANISTAN.and_then(
        requested("AFG", 4, "2022-03-01", months=48),
        granted("AFG", 4, "2022-02-01", months=12),
    ).owes(
        "asked-after-the-decision",
        "Nor one that certainly came later",
        "AFG/4.1a 2022-03-01",
        cites="4(7) 4(8)",
        due="2023-03-01",
        standing="pending",
        request_pending=True,
    ),
    AFGHANISTAN.and_then(
        requested("AFG", 4, "2021-08-01", months=48),
        happened("extension-refused", "2021-09-21", state="AFG", article=4),
    ).owes(
        "refused-by-the-meeting",
        "After a refusal nothing is pending, and the deadline stands",
        "AFG/4.1a 2022-03-02",
        cites="4(7)",
        due="2022-03-01",
        standing="overdue",
        request_pending=False,
    ),
)

GROUP: Final = group("article-04", EXTENSIONS)
