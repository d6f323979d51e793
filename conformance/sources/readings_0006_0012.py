"""Each reading that differs from practice, on what it changes: INT-0006 to INT-0012."""

from __future__ import annotations

from typing import Final

from conformance.real import granted, joined
from conformance.sources.readings_0001_0004 import GERMANY, GERMANY_EXTENDED
from conformance.writing import History, group, happened

MAURITANIA: Final = History(
    "4(1)(a) 4(6)",
    (
        *joined("MRT"),
        happened("contamination-declared", "2011-06", state="MRT"),
        happened("clearance-completed", "2013", state="MRT"),
        happened("contamination-found", "2020-03-01", state="MRT"),
    ),
)
UNITED_KINGDOM: Final = History(
    "3(2) 7(1)",
    (
        *joined("GBR"),
        happened("stockpile-destruction-completed", "2013-12-17", state="GBR"),
        happened("stockpile-found", "2020-03-01", state="GBR"),
    ),
)
NEW_REQUEST: Final = {"late_found": "new-request"}

INT_0006: Final = (
    MAURITANIA.owes(
        "0006-areas-without-a-day",
        "With the old clock spent, what Mauritania found in 2020 has no day yet",
        "MRT/4.1a 2020-12-01",
        reading=NEW_REQUEST,
        treaty_due="2022-08-01",
        due=None,
        standing="pending",
    ),
    MAURITANIA.and_then(granted("MRT", 4, "2021-09-21", until="2024-08-01")).owes(
        "0006-areas-with-a-new-day",
        "The next decision gives it one",
        "MRT/4.1a 2021-09-21",
        reading=NEW_REQUEST,
        cites="4(6) 4(7)",
        due="2024-08-01",
        standing="pending",
    ),
    UNITED_KINGDOM.owes(
        "0006-stocks-without-a-day",
        "The same for stocks that the United Kingdom found",
        "GBR/3.2 2020-03-01",
        reading=NEW_REQUEST,
        due=None,
        standing="pending",
    ),
    UNITED_KINGDOM.owes(
        "0006-stocks-overdue",
        "By practice they were overdue at once",
        "GBR/3.2 2020-03-01",
        due="2018-11-01",
        standing="overdue",
    ),
)

WITHDRAWN: Final = History(
    "7(2) 20(3)",
    (
        *joined("LTU"),
        happened("initial-report-submitted", "2011-09-10", state="LTU"),
        happened("withdrawal-notified", "2024-09-06", state="LTU"),
    ),
)
YEARS_BEGUN: Final = {"after_withdrawal": "years-begun"}

INT_0007: Final = (
    WITHDRAWN.owes(
        "0007-year-ended-while-bound",
        "The report on 2024, a year in which it was bound, outlives the withdrawal",
        "LTU/7.2/2024 2025-05-01",
        reading=YEARS_BEGUN,
        due="2025-04-30",
        standing="overdue",
    ),
    WITHDRAWN.owes(
        "0007-year-begun-while-bound",
        "So does the report on 2025, a year that had begun",
        "LTU/7.2/2025 2026-01-01",
        reading=YEARS_BEGUN,
        due="2026-04-30",
        standing="pending",
    ),
    WITHDRAWN.owes(
        "0007-year-not-begun",
        "But the report on 2026 ceased with the withdrawal",
        "LTU/7.2/2026 2026-11-01",
        reading=YEARS_BEGUN,
        due=None,
        standing="ceased",
    ),
)

BULGARIA_DAY: Final = History(
    "3(5)",
    (
        *joined("BGR"),
        happened("stockpile-declared", "2012-03-27", state="BGR"),
        granted("BGR", 3, "2019-09-04", months=12),
        granted("BGR", 3, "2021-02-27", months=24),
        granted("BGR", 3, "2022-09-02", months=15, until="2023-12-31"),
    ),
)
COMPUTED: Final = {"extension_date": "computed"}

INT_0008: Final = (
    BULGARIA_DAY.owes(
        "0008-computed",
        "Where months govern, Bulgaria's last extension ran to 1 January 2024",
        "BGR/3.2 2024-01-01",
        reading=COMPUTED,
        due="2024-01-01",
        standing="pending",
    ),
    GERMANY.and_then(granted("DEU", 4, "2019-09-04", until="2025-07-31")).owes(
        "0008-stated-alone",
        "A day stated alone governs by either reading",
        "DEU/4.1a 2020-01-01",
        reading=COMPUTED,
        cites="4(7)",
        due="2025-07-31",
        standing="pending",
    ),
)

FROM_EXPIRY: Final = {"extension_effect": "from-expiry"}

INT_0010: Final = (
    GERMANY_EXTENDED.owes(
        "0010-not-shown-yet",
        "By the reading that shows an extension only when it begins, the old deadline shows",
        "DEU/4.1a 2020-08-01",
        reading=FROM_EXPIRY,
        cites="4(7)",
        due="2020-08-01",
        standing="pending",
        extended_to=[],
    ),
    GERMANY_EXTENDED.owes(
        "0010-shown-the-day-after",
        "The day after, the new one shows",
        "DEU/4.1a 2020-08-02",
        reading=FROM_EXPIRY,
        cites="4(7)",
        due="2025-08-01",
        standing="pending",
    ),
)

AUGUST: Final = History(
    "20(3)",
    (*joined("LTU"), happened("withdrawal-notified", "2024-08-31", state="LTU")),
)
LEAP_DAY: Final = History(
    "4(1)(b)",
    (
        *joined("LBN"),
        happened("hostilities-ended", "2012-02-29", state="LBN", conflict="war"),
    ),
)
ROLL_OVER: Final = {"month_end": "roll-over"}

INT_0011: Final = (
    AUGUST.binds(
        "0011-rolled-over-withdrawal",
        "A notice of 31 August, rolled over, has effect on 1 March and not on 28 February",
        "LTU 2025-02-28",
        reading=ROLL_OVER,
        withdrawal_effective_on="2025-03-01",
        ceased_on=None,
    ),
    AUGUST.binds(
        "0011-clamped-withdrawal",
        "By practice it had effect on the day before",
        "LTU 2025-02-28",
        withdrawal_effective_on="2025-02-28",
        ceased_on="2025-02-28",
    ),
    LEAP_DAY.owes(
        "0011-rolled-over-clearance",
        "Ten years from a leap day, rolled over, end on 1 March",
        "LBN/4.1b/war 2022-03-01",
        reading=ROLL_OVER,
        due="2022-03-01",
        standing="pending",
    ),
    LEAP_DAY.owes(
        "0011-clamped-clearance",
        "By practice they ended on 28 February",
        "LBN/4.1b/war 2022-03-01",
        due="2022-02-28",
        standing="overdue",
    ),
    LEAP_DAY.and_then(granted("LBN", 4, "2021-09-21", months=24, conflict="war")).owes(
        "0011-rolled-over-extension",
        "And extended by two years they end on the leap day itself",
        "LBN/4.1b/war 2021-09-21",
        reading=ROLL_OVER,
        cites="4(1)(b) 4(7)",
        due="2024-02-29",
        standing="pending",
    ),
)

PERU_DONE: Final = History(
    "3(2)",
    (
        *joined("PER"),
        happened("stockpile-declared", "2013-08-01", state="PER"),
        happened("stockpile-destruction-completed", "2020-06", state="PER"),
    ),
)
FIRST_DAY: Final = {"partial_dates": "first-day"}

INT_0012: Final = (
    PERU_DONE.owes(
        "0012-from-the-first-day",
        "Counted from its first day, a completion of June 2020 is there on 1 June",
        "PER/3.2 2020-06-01",
        reading=FIRST_DAY,
        due="2021-03-01",
        standing="discharged",
        otherwise={"due": "2021-03-01", "standing": "pending", "discharged_on": None},
    ),
    PERU_DONE.owes(
        "0012-from-the-last-day",
        "By practice only on 30 June is it certain",
        "PER/3.2 2020-06-30",
        due="2021-03-01",
        standing="discharged",
        otherwise=None,
    ),
    History(
        "4(1)(b)",
        (*joined("LBN"), happened("hostilities-ended", "2014", state="LBN", conflict="war")),
    ).owes(
        "0012-deadline-from-the-first-day",
        "A deadline known to the year passes on its first day by that reading",
        "LBN/4.1b/war 2024-01-02",
        reading=FIRST_DAY,
        treaty_due="2024-01-01",
        due="2024",
        standing="overdue",
    ),
)

GROUP: Final = group("readings", INT_0006, INT_0007, INT_0008, INT_0010, INT_0011, INT_0012)
