"""Single dates: periods of years, months and days, and the thirtieth of April."""

from __future__ import annotations

from typing import Final

from conformance.writing import dated, group

EIGHT_YEARS: Final = dated(
    "stockpile-deadline",
    [
        (
            "eight-years-bulgaria",
            "Eight years for Bulgaria",
            {"in_force_on": "2011-10-01"},
            "2019-10-01",
        ),
        (
            "eight-years-first-wave",
            "Eight years for Spain",
            {"in_force_on": "2010-08-01"},
            "2018-08-01",
        ),
        ("eight-years-peru", "Eight years for Peru", {"in_force_on": "2013-03-01"}, "2021-03-01"),
    ],
    cites="3(2)",
)

EIGHT_YEARS_DAY_BEFORE: Final = dated(
    "stockpile-deadline",
    [
        (
            "eight-years-day-before-switzerland",
            "In the style of the day before Switzerland's last day is the end of 2020",
            {"in_force_on": "2013-01-01"},
            "2020-12-31",
        ),
        (
            "eight-years-day-before-march",
            "The day before 1 March 2024 is a leap day",
            {"in_force_on": "2016-03-01"},
            "2024-02-29",
        ),
    ],
    cites="3(2)",
    reading={"deadline_style": "day-before"},
)

TEN_YEARS: Final = dated(
    "clearance-deadline",
    [
        ("ten-years-germany", "Ten years for Germany", {"in_force_on": "2010-08-01"}, "2020-08-01"),
        (
            "ten-years-afghanistan",
            "Ten years for Afghanistan",
            {"in_force_on": "2012-03-01"},
            "2022-03-01",
        ),
        (
            "ten-years-hostilities",
            "Ten years from the end of hostilities on a day in the month",
            {"hostilities_ended_on": "2014-08-26"},
            "2024-08-26",
        ),
        (
            "ten-years-hostilities-leap-day",
            "Hostilities ended on a leap day: the last day of February ten years later",
            {"hostilities_ended_on": "2012-02-29"},
            "2022-02-28",
        ),
    ],
    cites="4(1)(a) 4(1)(b)",
)

TEN_YEARS_ROLLED: Final = dated(
    "clearance-deadline",
    [
        (
            "ten-years-hostilities-leap-day-rolled",
            "Hostilities ended on a leap day: rolled over to 1 March",
            {"hostilities_ended_on": "2012-02-29"},
            "2022-03-01",
        ),
    ],
    cites="4(1)(b)",
    reading={"month_end": "roll-over"},
)

TEN_YEARS_DAY_BEFORE: Final = dated(
    "clearance-deadline",
    [
        (
            "ten-years-day-before",
            "In the style of the day before Germany's last day is 31 July 2020",
            {"in_force_on": "2010-08-01"},
            "2020-07-31",
        ),
    ],
    cites="4(1)(a)",
    reading={"deadline_style": "day-before"},
)

EXTENDED: Final = dated(
    "extended",
    [
        (f"extended-{name}", title, {"due": due, "months": months}, day)
        for name, title, due, months, day in (
            ("bulgaria", "Bulgaria: 12 months", "2019-10-01", 12, "2020-10-01"),
            ("peru", "Peru: 37 months", "2021-03-01", 37, "2024-04-01"),
            ("chad", "Chad: 13 months", "2023-09-01", 13, "2024-10-01"),
            ("bosnia", "Bosnia and Herzegovina: 18 months", "2021-03-01", 18, "2022-09-01"),
            ("germany", "Germany: 60 months, the longest", "2020-08-01", 60, "2025-08-01"),
            ("one-month", "One month over the end of a year", "2020-12-01", 1, "2021-01-01"),
            ("end-of-january", "One month from 31 January", "2023-01-31", 1, "2023-02-28"),
            ("into-a-leap-year", "Six months from 31 August 2023", "2023-08-31", 6, "2024-02-29"),
            ("from-a-leap-day", "A year from a leap day", "2024-02-29", 12, "2025-02-28"),
            ("leap-day-to-leap-day", "48 months from a leap day", "2024-02-29", 48, "2028-02-29"),
        )
    ],
    cites="3(5) 4(7)",
)

EXTENDED_ROLLED: Final = dated(
    "extended",
    [
        (
            "extended-end-of-january-rolled",
            "One month from 31 January, rolled over",
            {"due": "2023-01-31", "months": 1},
            "2023-03-01",
        ),
        (
            "extended-into-a-leap-year-rolled",
            "Six months from 31 August 2023, rolled over",
            {"due": "2023-08-31", "months": 6},
            "2024-03-01",
        ),
        (
            "extended-day-exists-rolled",
            "Where the day exists nothing is rolled over",
            {"due": "2023-08-29", "months": 6},
            "2024-02-29",
        ),
    ],
    cites="3(5) 4(7)",
    reading={"month_end": "roll-over"},
)

NINE_MONTHS: Final = dated(
    "nine-months-before",
    [
        (f"nine-months-{name}", f"The last day to file for {what}", {"opens_on": opens_on}, day)
        for name, what, opens_on, day in (
            ("9msp", "the 9MSP", "2019-09-02", "2018-12-02"),
            ("2rc", "the 2RC", "2020-11-25", "2020-02-25"),
            ("10msp", "the 10MSP", "2022-08-30", "2021-11-30"),
            ("11msp", "the 11MSP", "2023-09-11", "2022-12-11"),
            ("13msp", "the 13MSP", "2025-09-16", "2024-12-16"),
            ("end-of-november", "a meeting of 30 November", "2021-11-30", "2021-02-28"),
        )
    ],
    cites="3(5) 4(6)",
)

NINE_MONTHS_ROLLED: Final = dated(
    "nine-months-before",
    [
        (
            "nine-months-end-of-november-rolled",
            "The last day to file for a meeting of 30 November, rolled over",
            {"opens_on": "2021-11-30"},
            "2021-03-01",
        ),
    ],
    cites="3(5) 4(6)",
    reading={"month_end": "roll-over"},
)

WITHDRAWAL: Final = dated(
    "withdrawal",
    [
        (f"withdrawal-{name}", title, {"notified_on": notified_on}, day)
        for name, title, notified_on, day in (
            ("lithuania", "Lithuania's notice of 6 September", "2024-09-06", "2025-03-06"),
            ("end-of-august", "A notice of 31 August", "2024-08-31", "2025-02-28"),
            (
                "end-of-august-leap",
                "A notice of 31 August before a leap day",
                "2023-08-31",
                "2024-02-29",
            ),
            ("first-of-month", "A notice of the first of a month", "2024-01-01", "2024-07-01"),
        )
    ],
    cites="20(3)",
)

WITHDRAWAL_ROLLED: Final = dated(
    "withdrawal",
    [
        (
            "withdrawal-end-of-august-rolled",
            "A notice of 31 August, rolled over",
            {"notified_on": "2024-08-31"},
            "2025-03-01",
        ),
    ],
    cites="20(3)",
    reading={"month_end": "roll-over"},
)

DAYS: Final = (
    *dated(
        "clarification",
        [
            (
                "clarification-28-days",
                "28 days, the day of passing on not counted",
                {"passed_on": "2016-02-01"},
                "2016-02-29",
            ),
            (
                "clarification-over-the-year",
                "28 days over the end of a year",
                {"passed_on": "2015-12-10"},
                "2016-01-07",
            ),
        ],
        cites="8(2)",
    ),
    *dated(
        "proposal-notice",
        [
            (
                "proposal-90-days",
                "90 days, the day of circulation not counted",
                {"circulated_on": "2018-01-01"},
                "2018-04-01",
            ),
            (
                "proposal-90-days-leap",
                "90 days with a leap day",
                {"circulated_on": "2020-01-01"},
                "2020-03-31",
            ),
        ],
        cites="13(1)",
    ),
)

THIRTIETH_APRIL: Final = dated(
    "thirtieth-april",
    [
        ("april-2011", "The report on 2011", {"year_covered": 2011}, "2012-04-30"),
        ("april-2019", "The report on 2019", {"year_covered": 2019}, "2020-04-30"),
    ],
    cites="3(8) 7(2)",
)

GROUP: Final = group(
    "dates",
    EIGHT_YEARS,
    EIGHT_YEARS_DAY_BEFORE,
    TEN_YEARS,
    TEN_YEARS_DAY_BEFORE,
    TEN_YEARS_ROLLED,
    EXTENDED,
    EXTENDED_ROLLED,
    NINE_MONTHS,
    NINE_MONTHS_ROLLED,
    WITHDRAWAL,
    WITHDRAWAL_ROLLED,
    DAYS,
    THIRTIETH_APRIL,
)
