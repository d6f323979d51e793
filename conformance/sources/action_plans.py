"""Action plans: what States Parties committed themselves to; it binds politically."""

from __future__ import annotations

from typing import Final

from conformance.real import called, joined, second_review
from conformance.writing import History, Json, group, happened

AFGHANISTAN: Final = History(
    "VAP", (*joined("AFG"), happened("victims-reported", "2011-09-08", state="AFG"))
)
SOMALIA: Final = History(
    "DAP", (*joined("SOM"), happened("victims-reported", "2015-09-30", state="SOM"))
)
CUBA: Final = History(
    "DAP",
    (
        *joined("CUB"),
        called("7MSP", "2016-09-07"),
        happened("stockpile-destruction-completed", "2017-07-24", state="CUB"),
    ),
)
CHAD: Final = History(
    "LAP", (*joined("TCD"), happened("contamination-declared", "2014-05-24", state="TCD"))
)

IRELAND: Final = History("DAP", (*joined("IRL"), *second_review()))


def law(measure: str, day: str) -> Json:
    """Report a position of Ireland on national law."""
    return happened("national-measure-reported", day, state="IRL", measure=measure)


GROUP: Final = group(
    "action-plans",
    (
        AFGHANISTAN.owes(
            "vientiane-six-months",
            "By the Vientiane plan a focal point was to be named within six months",
            "AFG/VAP.21 2012-09-01",
            due="2012-09-01",
            standing="pending",
            nature="political",
        ),
        AFGHANISTAN.owes(
            "vientiane-overdue",
            "The day after it was overdue",
            "AFG/VAP.21 2012-09-02",
            due="2012-09-01",
            standing="overdue",
        ),
        AFGHANISTAN.and_then(happened("focal-point-designated", "2012-09-11", state="AFG")).owes(
            "vientiane-late",
            "Named on 11 September it was named ten days late",
            "AFG/VAP.21 2013-01-01",
            due="2012-09-01",
            standing="discharged",
            timeliness="late",
            days_late=10,
        ),
        AFGHANISTAN.owes(
            "vientiane-a-year",
            "Data about its victims were to be collected within a year",
            "AFG/VAP.22 2012-06-01",
            due="2013-03-01",
            standing="pending",
        ),
        SOMALIA.owes(
            "vientiane-not-after-its-end",
            "A state bound after that plan owes nothing under it",
            "SOM/VAP.21 2016-04-01",
            cites="VAP",
            exists=False,
        ),
        SOMALIA.owes(
            "dubrovnik-end-of-2016",
            "By the Dubrovnik plan the focal point was to be named by the end of 2016",
            "SOM/DAP.4.1a 2016-12-31",
            due="2016-12-31",
            standing="pending",
        ),
        SOMALIA.owes(
            "dubrovnik-overdue",
            "On 1 January 2017 it was overdue",
            "SOM/DAP.4.1a 2017-01-01",
            due="2016-12-31",
            standing="overdue",
        ),
        CUBA.owes(
            "dubrovnik-next-meeting",
            "Cuba announces its completion to the next meeting",
            "CUB/DAP.2.4 2017-07-24",
            due="2017-09-04",
            standing="pending",
        ),
        IRELAND.owes(
            "dubrovnik-no-law",
            "National law was to be there by the Second Review Conference",
            "IRL/DAP.7.1 2020-11-28",
            due="2020-11-25",
            standing="overdue",
        ),
        IRELAND.and_then(law("specific-law", "2008-12-02")).owes(
            "dubrovnik-a-law",
            "A law of 2008 is there in time",
            "IRL/DAP.7.1 2020-11-28",
            due="2020-11-25",
            standing="discharged",
            timeliness="on-time",
        ),
        IRELAND.and_then(
            law("existing-law-sufficient", "2012"), law("under-consideration", "2018")
        ).owes(
            "dubrovnik-a-law-in-doubt",
            "A later word that one is under consideration takes the earlier one's place",
            "IRL/DAP.7.1 2020-11-28",
            due="2020-11-25",
            standing="overdue",
        ),
        CHAD.owes(
            "lausanne-no-meeting-called",
            "A survey by the 11MSP has no day before that is called",
            "TCD/LAP.baseline-survey 2022-01-01",
            due=None,
            standing="pending",
        ),
        CHAD.and_then(called("11MSP", "2022-09-02")).owes(
            "lausanne-by-the-eleventh-meeting",
            "Called, it gives the survey its day",
            "TCD/LAP.baseline-survey 2023-01-01",
            due="2023-09-11",
            standing="pending",
        ),
    ),
)
