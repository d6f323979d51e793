"""Article 3(2): stockpiles destroyed within eight years."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import History, Json, group, happened


def declared(state: str, day: str, **quantities: object) -> Json:
    """Say what a state holds."""
    return happened("stockpile-declared", day, state=state, **quantities)


def found(state: str, day: str, **quantities: object) -> Json:
    """Find stocks."""
    return happened("stockpile-found", day, state=state, **quantities)


def completed(state: str, day: str) -> Json:
    """Destroy the last of them."""
    return happened("stockpile-destruction-completed", day, state=state)


BULGARIA: Final = History("3(2)", (*joined("BGR"), declared("BGR", "2012-03-27", munitions=6905)))
DONE: Final = BULGARIA.and_then(completed("BGR", "2019-10-01"))
DONE_LATE: Final = BULGARIA.and_then(completed("BGR", "2019-10-02"))
DONE_IN_A_MONTH: Final = BULGARIA.and_then(completed("BGR", "2019-10"))

EIGHT_YEARS: Final = (
    BULGARIA.owes(
        "eight-years",
        "Bulgaria must have destroyed its stocks by 1 October 2019",
        "BGR/3.2 2012-04-01",
        treaty_due="2019-10-01",
        due="2019-10-01",
        standing="pending",
    ),
    BULGARIA.owes(
        "the-last-day-is-in-time",
        "The last day itself is still in time",
        "BGR/3.2 2019-10-01",
        due="2019-10-01",
        standing="pending",
    ),
    BULGARIA.owes(
        "overdue-the-day-after",
        "The day after the last day the duty is overdue",
        "BGR/3.2 2019-10-02",
        due="2019-10-01",
        standing="overdue",
    ),
    BULGARIA.owes(
        "not-yet-binding",
        "Before its entry into force Bulgaria owes nothing, though the day is known",
        "BGR/3.2 2011-09-30",
        due="2019-10-01",
        standing="not-yet-binding",
    ),
    History("3(2)", (*joined("BWA"), declared("BWA", "2012-06-01", munitions=510))).owes(
        "no-sunday-moves-it",
        "Botswana's last day was a Sunday; on the Monday the duty is overdue",
        "BWA/3.2 2019-12-02",
        due="2019-12-01",
        standing="overdue",
    ),
    DONE.owes(
        "completed-on-the-last-day",
        "Destroyed on the last day is destroyed in time",
        "BGR/3.2 2019-10-01",
        due="2019-10-01",
        standing="discharged",
        discharged_on="2019-10-01",
        timeliness="on-time",
        days_late=0,
    ),
    DONE.owes(
        "not-completed-the-day-before",
        "The day before completion the duty is pending still",
        "BGR/3.2 2019-09-30",
        due="2019-10-01",
        standing="pending",
        discharged_on=None,
    ),
    DONE_LATE.owes(
        "completed-a-day-late",
        "Destroyed the day after is destroyed one day late",
        "BGR/3.2 2019-12-31",
        due="2019-10-01",
        standing="discharged",
        timeliness="late",
        days_late=1,
    ),
    DONE_IN_A_MONTH.owes(
        "completed-some-day-of-the-month",
        "Completion in October 2019 may have been in time, or not",
        "BGR/3.2 2019-12-31",
        due="2019-10-01",
        standing="discharged",
        discharged_on="2019-10",
        timeliness="undetermined",
        days_late=None,
    ),
    DONE_IN_A_MONTH.owes(
        "completed-perhaps-by-now",
        "In the middle of that month completion is not certain yet, and the answer says so",
        "BGR/3.2 2019-10-15",
        due="2019-10-01",
        standing="overdue",
        otherwise={"due": "2019-10-01", "standing": "discharged", "discharged_on": "2019-10"},
    ),
    BULGARIA.and_then(completed("BGR", "2019-11")).owes(
        "completed-late-by-a-range-of-days",
        "Completion in November was late by 31 to 60 days",
        "BGR/3.2 2019-12-31",
        due="2019-10-01",
        standing="discharged",
        timeliness="late",
        days_late=None,
        days_late_range=[31, 60],
    ),
)

GUINEA_BISSAU: Final = History(
    "3(2)", (*joined("GNB"), happened("stockpile-unverified", "2011-07-01", state="GNB"))
)
LAOS: Final = History("3(2)", joined("LAO"))
IRAQ: Final = History(
    "3(2)", (*joined("IRQ"), happened("stockpile-absence-declared", "2014-06", state="IRQ"))
)

HOLDINGS: Final = (
    LAOS.owes(
        "unknown-is-not-none",
        "Where nothing is on record of its holdings the duty is undetermined",
        "LAO/3.2 2012-01-01",
        due="2018-08-01",
        standing="undetermined",
    ),
    LAOS.owes(
        "unknown-is-never-overdue",
        "After the last day too, what nobody declared is undetermined",
        "LAO/3.2 2018-08-02",
        due="2018-08-01",
        standing="undetermined",
    ),
    GUINEA_BISSAU.owes(
        "still-verifying",
        "Guinea-Bissau was verifying still whether it holds any",
        "GNB/3.2 2020-09-28",
        due="2019-05-01",
        standing="undetermined",
        says="still verifying whether it holds any (2011-07-01)",
    ),
    GUINEA_BISSAU.and_then(declared("GNB", "2021-03-01", munitions=4)).owes(
        "verified-and-declared",
        "What is declared after the last day is overdue at once",
        "GNB/3.2 2021-03-01",
        due="2019-05-01",
        standing="overdue",
    ),
    IRAQ.owes(
        "none-declared",
        "Iraq declared that it holds none",
        "IRQ/3.2 2014-07-01",
        due="2021-11-01",
        standing="not-engaged",
    ),
    IRAQ.and_then(found("IRQ", "2015-06-01", munitions=12)).owes(
        "none-declared-then-found",
        "A discovery engages the duty of a state that declared none",
        "IRQ/3.2 2015-06-01",
        due="2021-11-01",
        standing="pending",
    ),
    History("3(2)", (*joined("IRQ"), declared("IRQ", "2014-06-01", munitions=0))).owes(
        "zero-is-none",
        "A declaration of zero munitions says that there are none",
        "IRQ/3.2 2014-07-01",
        due="2021-11-01",
        standing="not-engaged",
    ),
    History("3(2)", (*joined("IRQ"), declared("IRQ", "2014-06-01"))).owes(
        "no-number-is-not-zero",
        "A declaration without a number says that there are some",
        "IRQ/3.2 2014-07-01",
        due="2021-11-01",
        standing="pending",
    ),
    History(
        "3(2)", (*joined("CIV"), happened("stockpile-reported-by-others", "2012", state="CIV"))
    ).owes(
        "reported-by-others",
        "What only others report leaves the duty undetermined",
        "CIV/3.2 2013-06-01",
        due="2020-09-01",
        standing="undetermined",
    ),
    LAOS.and_then(happened("stockpile-reported-by-others", "2011", state="LAO", munitions=0)).owes(
        "none-by-the-word-of-others",
        "That others report none does not settle it either",
        "LAO/3.2 2012-01-01",
        due="2018-08-01",
        standing="undetermined",
    ),
    BULGARIA.and_then(
        declared("BGR", "2013-04-01", munitions=100, munition_type="RBK-250"),
        declared("BGR", "2013-04-01", munitions=0, munition_type="RBK-500"),
    ).owes(
        "each-type-has-its-own-word",
        "None left of one type, while another is held: the duty is engaged",
        "BGR/3.2 2013-05-01",
        due="2019-10-01",
        standing="pending",
    ),
    BULGARIA.and_then(
        found("BGR", "2013-06-01", munitions=6),
        happened("munitions-retained", "2014", state="BGR", year=2014, munitions=6),
    ).owes(
        "what-is-found-is-added",
        "What is found is added to what was declared: to keep the six is not to keep all",
        "BGR/3.2 2015-01-01",
        due="2019-10-01",
        standing="pending",
    ),
    BULGARIA.and_then(found("BGR", "2013-06-01", munitions=0)).owes(
        "to-find-none-says-nothing-new",
        "To find none takes nothing from what was declared",
        "BGR/3.2 2014-01-01",
        due="2019-10-01",
        standing="pending",
    ),
    LAOS.and_then(found("LAO", "2011-06-01", munitions=0)).owes(
        "only-none-found",
        "To find none does not say that none are held",
        "LAO/3.2 2012-01-01",
        due="2018-08-01",
        standing="undetermined",
    ),
    History(
        "3(2)",
        (*joined("IRQ"), declared("IRQ", "2014-06-01", munitions=0, munition_type="RBK-500")),
    ).owes(
        "none-of-one-type",
        "None of one type says nothing of the others",
        "IRQ/3.2 2014-07-01",
        due="2021-11-01",
        standing="undetermined",
    ),
    BULGARIA.and_then(happened("stockpile-destroyed", "2015", state="BGR", munitions=6905)).owes(
        "destroyed-is-not-completed",
        "A part destroyed, of whatever number, is no completion",
        "BGR/3.2 2019-10-02",
        due="2019-10-01",
        standing="overdue",
    ),
)

SPAIN: Final = History(
    "3(2)",
    (*joined("ESP"), declared("ESP", "2009-03-01", munitions=4762), completed("ESP", "2009-03-31")),
)
SPAIN_AGAIN: Final = SPAIN.and_then(found("ESP", "2012", munitions=3574))
UNITED_KINGDOM: Final = History(
    "3(2)",
    (
        *joined("GBR"),
        declared("GBR", "2011-04-28", munitions=38000),
        completed("GBR", "2013-12-17"),
        found("GBR", "2020-03-01"),
    ),
)

FOUND_LATER: Final = (
    SPAIN.owes(
        "completed-before-entry-into-force",
        "Spain destroyed its stocks before it was bound: fulfilled, and in time",
        "ESP/3.2 2010-08-01",
        due="2018-08-01",
        standing="discharged",
        timeliness="on-time",
    ),
    SPAIN_AGAIN.owes(
        "found-after-completion",
        "What Spain found after completion comes under the same eight years",
        "ESP/3.2 2013-01-01",
        cites="3(2) 7(1)",
        due="2018-08-01",
        standing="pending",
        discharged_on=None,
    ),
    SPAIN_AGAIN.and_then(completed("ESP", "2018-07-25")).owes(
        "completed-twice",
        "Spain destroyed what it found a week before the last day",
        "ESP/3.2 2018-08-02",
        due="2018-08-01",
        standing="discharged",
        discharged_on="2018-07-25",
        timeliness="on-time",
    ),
    SPAIN_AGAIN.and_then(happened("stockpile-unverified", "2014-02-01", state="ESP")).owes(
        "found-and-still-verifying",
        "Who verifies still after such a find may hold some or none: not fulfilled any more",
        "ESP/3.2 2014-03-01",
        cites="3(2) 7(1)",
        due="2018-08-01",
        standing="undetermined",
        discharged_on=None,
    ),
    SPAIN_AGAIN.and_then(happened("stockpile-absence-declared", "../2014-02-01", state="ESP")).owes(
        "found-and-denied-by-a-day",
        "None are left, said by some day: words count in the order of their last days",
        "ESP/3.2 2014-03-01",
        due="2018-08-01",
        standing="discharged",
        discharged_on="2009-03-31",
    ),
    SPAIN.and_then(happened("stockpile-unverified", "2014-02-01", state="ESP")).owes(
        "verifying-after-completion",
        "Where nothing was found, to verify once more leaves the completion as it is",
        "ESP/3.2 2014-03-01",
        due="2018-08-01",
        standing="discharged",
        discharged_on="2009-03-31",
    ),
    UNITED_KINGDOM.owes(
        "found-after-the-last-day",
        "What the United Kingdom found in 2020 was overdue at once",
        "GBR/3.2 2020-03-01",
        due="2018-11-01",
        standing="overdue",
    ),
    UNITED_KINGDOM.owes(
        "completed-until-found",
        "The day before that discovery its duty was fulfilled",
        "GBR/3.2 2020-02-29",
        due="2018-11-01",
        standing="discharged",
        timeliness="on-time",
    ),
    BULGARIA.and_then(completed("BGR", "2015"), found("BGR", "2015-06-01", munitions=2)).owes(
        "found-in-the-year-of-completion",
        "Nor is what was found in June of the year in which destruction was completed",
        "BGR/3.2 2016-01-01",
        due="2019-10-01",
        standing="discharged",
    ),
    SPAIN.and_then(found("ESP", "2009")).owes(
        "found-perhaps-before-completion",
        "What was found in the year of completion is not certainly found after it",
        "ESP/3.2 2011-01-01",
        due="2018-08-01",
        standing="discharged",
    ),
)

GROUP: Final = group("article-03", EIGHT_YEARS, HOLDINGS, FOUND_LATER)
