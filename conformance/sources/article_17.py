"""Article 17: entry into force, for the Convention and for each state."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import FOUNDERS, History, acceded, founders, group, happened, ratified

BULGARIA: Final = History("17(2)", joined("BGR"))
GERMANY: Final = History("17(1)", joined("DEU"))
THIRTY: Final = founders()[FOUNDERS]

ONE_STATE: Final = (
    BULGARIA.binds(
        "bulgaria-sixth-month",
        "Bulgaria deposited on 6 April 2011 and is bound from 1 October 2011",
        "BGR 2011-10-01",
        in_force_on="2011-10-01",
        ceased_on=None,
        withdrawal_effective_on=None,
    ),
    BULGARIA.binds(
        "known-from-the-deposit-on",
        "On which day Bulgaria will be bound is known on the day of its deposit",
        "BGR 2011-04-06",
        in_force_on="2011-10-01",
    ),
    BULGARIA.binds(
        "unknown-before-the-deposit",
        "The day before its deposit Bulgaria is bound from no day",
        "BGR 2011-04-05",
        in_force_on=None,
        grounds="",
    ),
    BULGARIA.owes(
        "not-yet-binding-on-the-eve",
        "On 30 September 2011 Bulgaria does not owe its initial report yet",
        "BGR/7.1 2011-09-30",
        due="2012-03-29",
        standing="not-yet-binding",
    ),
    BULGARIA.owes(
        "binding-on-the-first-day",
        "On 1 October 2011 Bulgaria owes its initial report",
        "BGR/7.1 2011-10-01",
        due="2012-03-29",
        standing="pending",
    ),
    History("17(2)", joined("NGA")).binds(
        "nigeria-end-of-february",
        "Nigeria deposited on 28 February 2023 and is bound from 1 August 2023",
        "NGA 2023-08-01",
        in_force_on="2023-08-01",
    ),
    History("17(2)", joined("GUY")).binds(
        "guyana-thirty-first",
        "Guyana deposited on the last day of October 2014 and is bound from 1 April 2015",
        "GUY 2015-04-01",
        in_force_on="2015-04-01",
    ),
    History("17(2)", joined("MRT")).binds(
        "mauritania-first-of-month",
        "Mauritania deposited on 1 February 2012, and the month of deposit is not counted",
        "MRT 2012-08-01",
        in_force_on="2012-08-01",
    ),
    History("17(2)", joined("SSD")).binds(
        "south-sudan-accession",
        "South Sudan acceded on 3 August 2023 and is bound from 1 February 2024",
        "SSD 2024-02-01",
        in_force_on="2024-02-01",
    ),
    History("17(2)", ()).binds(
        "no-instrument",
        "The United States deposited no instrument and is not bound",
        "USA 2020-01-01",
        in_force_on=None,
    ),
    History("17(2)", ()).owes(
        "no-instrument-no-duty",
        "A state not party owes nothing",
        "USA/3.2 2020-01-01",
        exists=False,
    ),
    History("17(2)", ratified("NGA", "2023-02-28", signed_on="2009-06-12")[:1]).binds(
        "signature-does-not-bind",
        "A signatory that has not ratified is not bound",
        "NGA 2020-01-01",
        in_force_on=None,
    ),
)

THE_CONVENTION: Final = (
    GERMANY.binds(
        "germany-with-the-convention",
        "Germany deposited before the thirtieth and is bound with the Convention itself",
        "DEU 2010-08-01",
        in_force_on="2010-08-01",
        grounds="17(1)",
    ),
    History("17(1)", ratified("MDA", "2010-02-16")).binds(
        "moldova-on-the-day-of-the-thirtieth",
        "Moldova deposited on the day of the thirtieth, and is of the first group: 17(1)",
        "MDA 2010-08-01",
        in_force_on="2010-08-01",
        grounds="17(1)",
    ),
    History("17(2)", ratified("CMR", "2010-02-17", signed_on="2009-12-15")).binds(
        "a-day-after-the-thirtieth",
        "A deposit on the day after, which none was, had come under 17(2), to the same day",
        "CMR 2010-08-01",
        in_force_on="2010-08-01",
        grounds="17(2)",
    ),
    GERMANY.binds(
        "no-day-before-the-thirtieth",
        "The day before the thirtieth deposit Germany has no day of entry into force",
        "DEU 2010-02-15",
        in_force_on=None,
    ),
    GERMANY.binds(
        "day-known-with-the-thirtieth",
        "On the day of the thirtieth deposit Germany's day is known",
        "DEU 2010-02-16",
        in_force_on="2010-08-01",
    ),
    History("17(1)", (*THIRTY[1:], *joined("DEU")), before=()).binds(
        "thirty-with-its-own",
        "A state's own instrument counts to the thirty",
        "DEU 2010-02-16",
        in_force_on="2010-08-01",
    ),
    History("17(1)", THIRTY, before=()).binds(
        "the-thirtieth-itself",
        "Who deposits the thirtieth instrument is bound by it alone, and it is cited once",
        "TON 2010-08-01",
        in_force_on="2010-08-01",
        grounds="17(1)",
    ),
    History("17(1)", (*THIRTY[2:], *joined("DEU")), before=()).binds(
        "twenty-nine-are-too-few",
        "Twenty-nine instruments bind nobody",
        "DEU 2012-01-01",
        in_force_on=None,
    ),
    History("17(1)", (*THIRTY[2:], *joined("DEU")), before=()).owes(
        "twenty-nine-and-a-duty",
        "Where the Convention is not in force its duties do not bind yet, and have no day",
        "DEU/3.2 2012-01-01",
        due=None,
        standing="not-yet-binding",
    ),
    History(
        "17(1) 17(2)", (*THIRTY[2:], *joined("DEU"), acceded("MCO", "2010-09-21")), before=()
    ).binds(
        "the-last-of-the-thirty",
        "A thirtieth instrument of 21 September 2010 had brought all into force on 1 March 2011",
        "DEU 2011-03-01",
        in_force_on="2011-03-01",
    ),
)

NOTIFIED: Final = History(
    "17(2)",
    (
        *joined("AFG"),
        happened("entry-into-force-notified", "2011-09-08", state="AFG", in_force_on="2012-03-12"),
    ),
)
VAGUE: Final = History(
    "17(2)", (happened("instrument-deposited", "2013-05", state="AND", instrument="accession"),)
)
OVER_A_MONTH_END: Final = History(
    "17(2)",
    (
        happened(
            "instrument-deposited", "2013-04-28/2013-05-02", state="AND", instrument="accession"
        ),
    ),
)

READINGS: Final = (
    NOTIFIED.binds(
        "computed-day-governs",
        "A notified day with a typing error does not move the computed one (INT-0009)",
        "AFG 2012-03-01",
        in_force_on="2012-03-01",
    ),
    NOTIFIED.binds(
        "notified-day-governs",
        "By the other reading of INT-0009 the day the depositary notified governs",
        "AFG 2012-03-01",
        reading={"entry_into_force_day": "notified"},
        in_force_on="2012-03-12",
    ),
    NOTIFIED.and_then(
        happened("entry-into-force-notified", "2012-02-01", state="AFG", in_force_on="2011-03-12")
    ).binds(
        "notified-day-before-the-deposit",
        "A notified day before the deposit is not of that deposit, and does not govern (INT-0009)",
        "AFG 2012-03-01",
        reading={"entry_into_force_day": "notified"},
        in_force_on="2012-03-12",
    ),
    NOTIFIED.owes(
        "notified-day-moves-what-hangs-on-it",
        "The notified day moves the initial report too (INT-0009)",
        "AFG/7.1 2012-06-01",
        reading={"entry_into_force_day": "notified"},
        cites="7(1) 17(2)",
        due="2012-09-08",
        standing="pending",
    ),
    BULGARIA.binds(
        "from-the-day-of-deposit",
        "Counted from the day of deposit Bulgaria is bound from 1 November 2011 (INT-0016)",
        "BGR 2011-10-01",
        reading={"sixth_month": "day-of-deposit"},
        in_force_on="2011-11-01",
    ),
    BULGARIA.owes(
        "from-the-day-of-deposit-eight-years",
        "Counted from the day of deposit the eight years end a month later (INT-0016)",
        "BGR/3.2 2011-12-01",
        reading={"sixth_month": "day-of-deposit"},
        cites="3(2) 17(2)",
        due="2019-11-01",
        standing="undetermined",
    ),
    VAGUE.binds(
        "a-month-is-enough",
        "A deposit known to the month gives an exact day of entry into force",
        "AND 2013-11-01",
        in_force_on="2013-11-01",
    ),
    OVER_A_MONTH_END.binds(
        "a-vague-day-counts-from-its-last",
        "A deposit between 28 April and 2 May counts from its last day (INT-0012)",
        "AND 2013-11-01",
        in_force_on="2013-11-01",
    ),
    OVER_A_MONTH_END.binds(
        "a-vague-day-counts-from-its-first",
        "By the other reading of INT-0012 it counts from its first day",
        "AND 2013-11-01",
        reading={"partial_dates": "first-day"},
        in_force_on="2013-10-01",
    ),
    OVER_A_MONTH_END.owes(
        "a-vague-day-is-said-otherwise",
        "What hangs on a deposit of unsure month says how it would be otherwise",
        "AND/7.1 2013-10-15",
        cites="7(1) 17(2)",
        due="2014-04-30",
        standing="not-yet-binding",
        otherwise={"due": "2014-03-30", "standing": "pending", "discharged_on": None},
    ),
)

AGAIN: Final = History(
    "17(2) 20(3)",
    (
        *joined("LTU"),
        happened("initial-report-submitted", "2011-08-01", state="LTU"),
        happened("withdrawal-notified", "2024-09-06", state="LTU"),
        acceded("LTU", "2025-07-10"),
    ),
)

NEVER_LEFT: Final = AGAIN.and_then(
    happened("retracted", "2026-02-01", target="LTU#4", reason="no notice was received")
)

JOINED_AGAIN: Final = (
    AGAIN.binds(
        "joined-again",
        "A state that withdrew and accedes again is bound from a new day",
        "LTU 2026-01-01",
        in_force_on="2026-01-01",
        ceased_on=None,
    ),
    AGAIN.owes(
        "joined-again-all-clocks-start-again",
        "The report made under the first consent does not fulfil the duty of the second",
        "LTU/7.1 2026-01-01",
        cites="7(1) 17(2)",
        due="2026-06-30",
        standing="pending",
    ),
    AGAIN.owes(
        "joined-again-eight-years",
        "The eight years of a state that joined again run from its new entry into force",
        "LTU/3.2 2026-02-01",
        cites="3(2) 17(2)",
        due="2034-01-01",
        standing="undetermined",
    ),
    NEVER_LEFT.binds(
        "never-left",
        "A further instrument changes nothing where the notice before it is retracted",
        "LTU 2026-03-01",
        in_force_on="2011-09-01",
        withdrawal_effective_on=None,
        ceased_on=None,
    ),
    NEVER_LEFT.owes(
        "never-left-old-clocks-run-on",
        "The initial report of a state that never left fulfils its duty still",
        "LTU/7.1 2026-03-01",
        cites="7(1) 17(2)",
        due="2012-02-28",
        standing="discharged",
    ),
)

GROUP: Final = group("article-17", ONE_STATE, THE_CONVENTION, READINGS, JOINED_AGAIN)
