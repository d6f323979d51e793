"""Article 4(1)(a): areas cleared within ten years of entry into force."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import History, Json, group, happened


def declared(state: str, day: str, **more: object) -> Json:
    """Say that areas are contaminated."""
    return happened("contamination-declared", day, state=state, **more)


def none_known(state: str, day: str) -> Json:
    """Say that no area is."""
    return happened("contamination-absence-declared", day, state=state)


def found(state: str, day: str, **more: object) -> Json:
    """Find areas unknown before."""
    return happened("contamination-found", day, state=state, **more)


def completed(state: str, day: str, **more: object) -> Json:
    """Clear the last area known."""
    return happened("clearance-completed", day, state=state, **more)


def announced(state: str, day: str, **more: object) -> Json:
    """Declare to a meeting that Article 4 is fulfilled."""
    return happened("compliance-declared", day, state=state, article=4, **more)


AFGHANISTAN: Final = History(
    "4(1)(a)", (*joined("AFG"), declared("AFG", "2012-08-30", suspected_m2=6510000))
)
GERMANY_NONE: Final = History("4(1)(a)", (*joined("DEU"), none_known("DEU", "2011-01-27")))
GERMANY: Final = GERMANY_NONE.and_then(declared("DEU", "2011-06", suspected_m2=11000000))
SOMALIA: Final = History("4(1)(a)", joined("SOM"))
DONE: Final = AFGHANISTAN.and_then(completed("AFG", "2022-03-01"))

TEN_YEARS: Final = (
    AFGHANISTAN.owes(
        "ten-years",
        "Afghanistan must have cleared its areas by 1 March 2022",
        "AFG/4.1a 2013-01-01",
        treaty_due="2022-03-01",
        due="2022-03-01",
        standing="pending",
    ),
    AFGHANISTAN.owes(
        "the-last-day-is-in-time",
        "The last day itself is still in time",
        "AFG/4.1a 2022-03-01",
        due="2022-03-01",
        standing="pending",
    ),
    AFGHANISTAN.owes(
        "overdue-the-day-after",
        "The day after the last day the duty is overdue",
        "AFG/4.1a 2022-03-02",
        due="2022-03-01",
        standing="overdue",
    ),
    AFGHANISTAN.owes(
        "not-yet-binding",
        "Before its entry into force Afghanistan owes nothing",
        "AFG/4.1a 2012-02-29",
        due="2022-03-01",
        standing="not-yet-binding",
    ),
    GERMANY_NONE.owes(
        "none-declared",
        "In January 2011 Germany declared that it knew of no area",
        "DEU/4.1a 2011-05-31",
        due="2020-08-01",
        standing="not-engaged",
    ),
    GERMANY.owes(
        "known-or-not",
        "What Germany found in June 2011 was there before: ten years from entry into force",
        "DEU/4.1a 2011-06-30",
        due="2020-08-01",
        standing="pending",
    ),
    GERMANY.owes(
        "known-perhaps-by-now",
        "In the middle of that month it is not certain yet, and the answer says so",
        "DEU/4.1a 2011-06-15",
        due="2020-08-01",
        standing="not-engaged",
        otherwise={"due": "2020-08-01", "standing": "pending", "discharged_on": None},
    ),
    SOMALIA.owes(
        "unknown-is-not-none",
        "Where neither areas nor their absence were declared the duty is undetermined",
        "SOM/4.1a 2016-06-01",
        due="2026-03-01",
        standing="undetermined",
    ),
    SOMALIA.owes(
        "unknown-is-never-overdue",
        "After the last day too it is undetermined",
        "SOM/4.1a 2026-03-02",
        due="2026-03-01",
        standing="undetermined",
    ),
    SOMALIA.and_then(happened("contamination-reported-by-others", "2015-08-01", state="SOM")).owes(
        "reported-by-others",
        "What only others report leaves the duty undetermined",
        "SOM/4.1a 2016-06-01",
        due="2026-03-01",
        standing="undetermined",
        says="others report contaminated areas; the state itself has not declared any",
    ),
    SOMALIA.and_then(declared("SOM", "2017-01-01", areas=0, suspected_m2=0)).owes(
        "zero-is-none",
        "Areas all given as zero say that there are none",
        "SOM/4.1a 2017-01-01",
        due="2026-03-01",
        standing="not-engaged",
    ),
    AFGHANISTAN.and_then(declared("AFG", "2014-01-01", confirmed_m2=0)).owes(
        "zero-of-one-kind",
        "No confirmed area says nothing of those suspected",
        "AFG/4.1a 2015-01-01",
        due="2022-03-01",
        standing="pending",
    ),
    GERMANY_NONE.and_then(declared("DEU", "2011-04-30", confirmed_m2=0)).owes(
        "zero-of-one-kind-after-none",
        "Nor does it make any where none were declared",
        "DEU/4.1a 2011-05-31",
        due="2020-08-01",
        standing="not-engaged",
    ),
    SOMALIA.and_then(declared("SOM", "2017-01-01", confirmed_m2=0)).owes(
        "zero-of-one-kind-alone",
        "Alone it leaves open whether there are any",
        "SOM/4.1a 2017-01-01",
        due="2026-03-01",
        standing="undetermined",
    ),
    AFGHANISTAN.and_then(found("AFG", "2014-01-01", areas=0)).owes(
        "to-find-none-says-nothing-new",
        "To find no more areas takes nothing from those declared",
        "AFG/4.1a 2015-01-01",
        due="2022-03-01",
        standing="pending",
    ),
    SOMALIA.and_then(found("SOM", "2017-01-01", areas=0)).owes(
        "only-none-found",
        "To find none does not say that there are none",
        "SOM/4.1a 2017-01-01",
        due="2026-03-01",
        standing="undetermined",
    ),
    SOMALIA.and_then(declared("SOM", "2017-01-01")).owes(
        "no-number-is-not-zero",
        "Areas of unknown size are areas",
        "SOM/4.1a 2017-01-01",
        due="2026-03-01",
        standing="pending",
    ),
    SOMALIA.and_then(declared("SOM", "2017-01-01", conflict="later")).owes(
        "of-a-later-conflict",
        "Remnants of a conflict since entry into force say nothing about those before",
        "SOM/4.1a 2017-01-01",
        cites="4(1)(a) 4(1)(b)",
        due="2026-03-01",
        standing="undetermined",
    ),
    DONE.owes(
        "completed-on-the-last-day",
        "Cleared on the last day is cleared in time",
        "AFG/4.1a 2022-03-01",
        due="2022-03-01",
        standing="discharged",
        timeliness="on-time",
        days_late=0,
    ),
    DONE.owes(
        "not-completed-the-day-before",
        "The day before completion the duty is pending still",
        "AFG/4.1a 2022-02-28",
        due="2022-03-01",
        standing="pending",
        discharged_on=None,
    ),
    AFGHANISTAN.and_then(completed("AFG", "2022-03-11")).owes(
        "completed-ten-days-late",
        "Cleared on 11 March 2022 is cleared ten days late",
        "AFG/4.1a 2022-04-01",
        due="2022-03-01",
        standing="discharged",
        timeliness="late",
        days_late=10,
    ),
    AFGHANISTAN.and_then(completed("AFG", "2022-03")).owes(
        "completed-some-day-of-the-month",
        "Completion in March 2022 may have been in time, or not",
        "AFG/4.1a 2022-04-01",
        due="2022-03-01",
        standing="discharged",
        timeliness="undetermined",
    ),
    AFGHANISTAN.and_then(
        happened("land-released", "2021", state="AFG", period="2021", cleared_m2=6510000)
    ).owes(
        "released-is-not-completed",
        "Land released, of whatever size, is no completion",
        "AFG/4.1a 2022-03-02",
        due="2022-03-01",
        standing="overdue",
    ),
)

MAURITANIA: Final = History(
    "4(1)(a)",
    (*joined("MRT"), declared("MRT", "2011-06"), completed("MRT", "2013")),
)
MAURITANIA_AGAIN: Final = MAURITANIA.and_then(found("MRT", "2020-03-01"))

FOUND_LATER: Final = (
    MAURITANIA.and_then(declared("MRT", "2016-01-01", confirmed_m2=0)).owes(
        "zero-of-one-kind-after-completion",
        "What leaves open whether there are any opens nothing again",
        "MRT/4.1a 2016-01-01",
        due="2022-08-01",
        standing="discharged",
    ),
    MAURITANIA.owes(
        "completed-in-a-year",
        "Mauritania completed clearance in 2013",
        "MRT/4.1a 2014-01-01",
        due="2022-08-01",
        standing="discharged",
        discharged_on="2013",
        timeliness="on-time",
    ),
    MAURITANIA_AGAIN.owes(
        "found-after-completion",
        "Areas found in 2020 come under the original clock (INT-0006)",
        "MRT/4.1a 2020-03-01",
        cites="4(1)(a) 4(6)",
        due="2022-08-01",
        standing="pending",
        discharged_on=None,
    ),
    MAURITANIA_AGAIN.owes(
        "completed-until-found",
        "The day before that the duty was fulfilled",
        "MRT/4.1a 2020-02-29",
        cites="4(1)(a) 4(6)",
        due="2022-08-01",
        standing="discharged",
    ),
    MAURITANIA_AGAIN.and_then(none_known("MRT", "2020")).owes(
        "found-and-denied-in-the-year",
        "None are left, said in the year of the find: words count in the order of their last days",
        "MRT/4.1a 2021-01-01",
        due="2022-08-01",
        standing="discharged",
        discharged_on="2013",
    ),
    MAURITANIA_AGAIN.and_then(none_known("MRT", "2020")).owes(
        "found-and-perhaps-denied",
        "On a day in that year it may have been said, or not: found, but it may be none",
        "MRT/4.1a 2020-06-01",
        due="2022-08-01",
        standing="pending",
        otherwise={"due": "2022-08-01", "standing": "discharged", "discharged_on": "2013"},
    ),
    MAURITANIA.and_then(found("MRT", "2023-05-01")).owes(
        "found-after-the-last-day",
        "Areas found after the last day are overdue at once, and a new request is needed",
        "MRT/4.1a 2023-05-01",
        cites="4(1)(a) 4(6)",
        due="2022-08-01",
        standing="overdue",
        says="found after the deadline of 2022-08-01: a new request is needed (INT-0006)",
    ),
    MAURITANIA.and_then(found("MRT", "2013-12-01")).owes(
        "found-perhaps-before-completion",
        "Areas found in the year of completion were not certainly found after it",
        "MRT/4.1a 2014-01-01",
        due="2022-08-01",
        standing="discharged",
    ),
    DONE.and_then(found("AFG", "2022-03-01")).owes(
        "found-on-the-day-of-completion",
        "Nor are those found on the very day certainly found after it",
        "AFG/4.1a 2022-03-02",
        due="2022-03-01",
        standing="discharged",
    ),
    MAURITANIA_AGAIN.and_then(none_known("MRT", "2021-01-01")).owes(
        "none-after-all",
        "Where the last word is that there are none, completion stands",
        "MRT/4.1a 2021-01-01",
        due="2022-08-01",
        standing="discharged",
    ),
)

GROUP: Final = group("article-04", TEN_YEARS, FOUND_LATER)
