"""Single dates: entry into force, and the initial report."""

from __future__ import annotations

from typing import Final

from conformance.writing import dated, group

MONTH_OF_DEPOSIT: Final = dated(
    "entry-into-force",
    [
        (
            f"entry-{name}",
            f"{title}: deposited on {deposited}, in force on {day}",
            {"deposited_on": deposited, "thirtieth_on": "2010-02-16"},
            day,
        )
        for name, title, deposited, day in (
            ("day-after-the-thirtieth", "The day after the thirtieth", "2010-02-17", "2010-08-01"),
            ("samoa", "Samoa, the thirty-first", "2010-04-28", "2010-10-01"),
            ("bosnia", "Bosnia and Herzegovina", "2010-09-07", "2011-03-01"),
            ("chile", "Chile, over the end of a year", "2010-12-16", "2011-06-01"),
            ("bulgaria", "Bulgaria", "2011-04-06", "2011-10-01"),
            ("mauritania-first-of-month", "Mauritania, on the first", "2012-02-01", "2012-08-01"),
            ("switzerland", "Switzerland", "2012-07-17", "2013-01-01"),
            ("guyana-thirty-first", "Guyana, on the thirty-first", "2014-10-31", "2015-04-01"),
            ("sri-lanka-first-of-month", "Sri Lanka, on the first", "2018-03-01", "2018-09-01"),
            ("namibia-thirty-first", "Namibia, on the thirty-first", "2018-08-31", "2019-02-01"),
            ("leap-day", "A leap day", "2020-02-29", "2020-08-01"),
            ("nigeria-end-of-february", "Nigeria", "2023-02-28", "2023-08-01"),
            ("south-sudan", "South Sudan", "2023-08-03", "2024-02-01"),
            ("vanuatu", "Vanuatu", "2025-09-05", "2026-03-01"),
        )
    ],
    cites="17(2)",
)

THIRTIETH: Final = dated(
    "entry-into-force",
    [
        (
            "entry-norway",
            "Norway, among the first, is bound with the Convention itself",
            {"deposited_on": "2008-12-03", "thirtieth_on": "2010-02-16"},
            "2010-08-01",
        ),
        (
            "entry-moldova",
            "Moldova, on the day of the thirtieth, is bound with the Convention itself",
            {"deposited_on": "2010-02-16", "thirtieth_on": "2010-02-16"},
            "2010-08-01",
        ),
        (
            "entry-waits-for-the-thirtieth",
            "Without a thirtieth instrument nobody is bound",
            {"deposited_on": "2009-07-08", "thirtieth_on": None},
            None,
        ),
        (
            "entry-general-follows-the-thirtieth",
            "Had the thirtieth come on 31 March 2010: all thirty in force on 1 September",
            {"deposited_on": "2009-07-08", "thirtieth_on": "2010-03-31"},
            "2010-09-01",
        ),
        (
            "entry-general-in-the-month-of-the-thirtieth",
            "Had the thirtieth come on 1 March 2010: in force on 1 September too",
            {"deposited_on": "2010-03-01", "thirtieth_on": "2010-03-01"},
            "2010-09-01",
        ),
    ],
    cites="17(1)",
)

DAY_OF_DEPOSIT: Final = dated(
    "entry-into-force",
    [
        (
            "entry-by-day-bulgaria",
            "Counted from the day of deposit Bulgaria is in force on 1 November 2011",
            {"deposited_on": "2011-04-06", "thirtieth_on": "2010-02-16"},
            "2011-11-01",
        ),
        (
            "entry-by-day-first-of-month",
            "Counted from the first of a month the day is the same by either reading",
            {"deposited_on": "2012-02-01", "thirtieth_on": "2010-02-16"},
            "2012-08-01",
        ),
        (
            "entry-by-day-thirty-first",
            "Counted from 31 August: six months end on 28 February, then the next first",
            {"deposited_on": "2018-08-31", "thirtieth_on": "2010-02-16"},
            "2019-03-01",
        ),
    ],
    cites="17(2)",
    reading={"sixth_month": "day-of-deposit"},
)

INITIAL_REPORT: Final = dated(
    "initial-report",
    [
        (
            f"initial-{name}",
            f"{title}: in force on {begins}, initial report by {day}",
            {"in_force_on": begins},
            day,
        )
        for name, title, begins, day in (
            ("january", "A common year, January", "2013-01-01", "2013-06-30"),
            ("january-leap", "A leap year, January", "2016-01-01", "2016-06-29"),
            ("february", "A common year, February", "2011-02-01", "2011-07-31"),
            ("south-sudan-leap", "South Sudan, with a leap day", "2024-02-01", "2024-07-30"),
            ("cook-islands-leap", "Cook Islands, with a leap day", "2012-02-01", "2012-07-30"),
            ("march", "Afghanistan, after the leap day", "2012-03-01", "2012-08-28"),
            ("guyana", "Guyana", "2015-04-01", "2015-09-28"),
            ("chile", "Chile", "2011-06-01", "2011-11-28"),
            ("nigeria", "Nigeria, over the end of the year", "2023-08-01", "2024-01-28"),
            ("chad", "Chad", "2013-09-01", "2014-02-28"),
            ("bolivia", "Bolivia", "2013-10-01", "2014-03-30"),
            ("bulgaria-leap", "Bulgaria, with a leap day", "2011-10-01", "2012-03-29"),
            ("fiji", "Fiji", "2010-11-01", "2011-04-30"),
            ("november-leap", "In November before a leap year", "2011-11-01", "2012-04-29"),
            ("mali", "Mali", "2010-12-01", "2011-05-30"),
            ("december-leap", "In December before a leap year", "2015-12-01", "2016-05-29"),
        )
    ],
    cites="7(1)",
)

GROUP: Final = group("dates", MONTH_OF_DEPOSIT, THIRTIETH, DAY_OF_DEPOSIT, INITIAL_REPORT)
