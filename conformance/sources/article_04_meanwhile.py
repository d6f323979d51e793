"""Articles 4(2) and 4(4): measures while areas are contaminated, and help of former users."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.sources.article_04_clearance import AFGHANISTAN, DONE, SOMALIA, completed
from conformance.sources.article_04_hostilities import GOING_ON, LEBANON, WAR
from conformance.writing import History, group, happened

MEANWHILE: Final = (
    AFGHANISTAN.owes(
        "measures-while-contaminated",
        "As long as areas are contaminated they are surveyed, marked, and risks taught",
        "AFG/4.2 2013-01-01",
        cites="4(2)",
        due=None,
        standing="continuing",
    ),
    AFGHANISTAN.and_then(
        happened("survey-reported", "2015", state="AFG", kind="technical survey"),
        happened("risk-education-reported", "2016", state="AFG"),
    ).owes(
        "measures-on-record",
        "The last word on survey and on risk education stands in the grounds",
        "AFG/4.2 2017-01-01",
        cites="4(2)",
        due=None,
        standing="continuing",
        grounds="17(2) 4(1)(a) 4(2)(a) 4(2)(e)",
    ),
    DONE.owes(
        "no-measures-when-cleared",
        "After completion nothing is left to survey or mark",
        "AFG/4.2 2022-03-01",
        cites="4(2)",
        due=None,
        standing="not-engaged",
    ),
    SOMALIA.owes(
        "measures-unknown",
        "Whether there is anything to mark is unknown",
        "SOM/4.2 2016-06-01",
        cites="4(2)",
        due=None,
        standing="undetermined",
    ),
    WAR.and_then(
        completed("LBN", "2020-06-30"), completed("LBN", "2020-06-30", conflict="war")
    ).owes(
        "no-measures-when-both-are-cleared",
        "With the old areas and those of the conflict cleared nothing is left to mark",
        "LBN/4.2 2020-06-30",
        cites="4(2)",
        due=None,
        standing="not-engaged",
    ),
    LEBANON.and_then(
        happened("hostilities-ended", "2011-05-01", state="LBN", conflict="war"),
        completed("LBN", "2012-06-30"),
    ).owes(
        "measures-for-remnants-of-the-first-day",
        "Remnants of hostilities to the first day in force are among them",
        "LBN/4.2 2012-06-30",
        cites="4(2)",
        due=None,
        standing="continuing",
    ),
    LEBANON.and_then(
        happened("hostilities-ended", "2006-08-14", state="LBN", conflict="war"),
        completed("LBN", "2012-06-30"),
    ).owes(
        "no-measures-for-an-old-conflict",
        "Remnants of a conflict before were among the old areas, and are cleared with them",
        "LBN/4.2 2012-06-30",
        cites="4(2)",
        due=None,
        standing="not-engaged",
    ),
    GOING_ON.owes(
        "measures-while-hostilities-go-on",
        "What hostilities leave is marked while they go on, though no clock runs for it",
        "LBN/4.2 2014-08-25",
        cites="4(2)",
        due=None,
        standing="continuing",
    ),
    GOING_ON.and_then(completed("LBN", "2014-06-30", conflict="war")).owes(
        "no-measures-where-they-left-nothing-more",
        "Cleared while they go on, nothing is left to mark for the time",
        "LBN/4.2 2014-08-25",
        cites="4(2)",
        due=None,
        standing="not-engaged",
    ),
    WAR.and_then(completed("LBN", "2020-06-30")).owes(
        "measures-for-new-remnants",
        "With the old areas cleared, those of the conflict are left to mark",
        "LBN/4.2 2020-06-30",
        cites="4(2)",
        due=None,
        standing="continuing",
    ),
)

FRANCE: Final = History(
    "4(4)",
    (
        *joined("FRA"),
        *joined("TCD"),
        happened(
            "use-reported",
            "1986-01-01/1987-12-31",
            state="FRA",
            on_territory_of=["TCD"],
            conflict="Chad",
        ),
    ),
)

USER_STATES: Final = (
    FRANCE.owes(
        "former-use",
        "France is encouraged to help Chad, where it used cluster munitions in the 1980s",
        "FRA/4.4/TCD 2013-09-01",
        due=None,
        standing="continuing",
        nature="encouraged",
    ),
    FRANCE.and_then(
        happened(
            "user-state-assistance-given", "2014-03", state="FRA", to=["TCD"], what="strike data"
        ),
        happened("user-state-assistance-given", "2015-03", state="FRA", to=["LAO"]),
    ).owes(
        "former-use-help-given",
        "The help it gave Chad stands in the grounds, and not what it gave others",
        "FRA/4.4/TCD 2016-01-01",
        due=None,
        standing="continuing",
        says="gave Chad strike data (2014-03)",
    ),
    FRANCE.owes(
        "former-use-not-yet",
        "Not before Chad too was bound, on 1 September 2013",
        "FRA/4.4/TCD 2013-08-31",
        due=None,
        standing="not-yet-binding",
    ),
    FRANCE.owes(
        "former-use-where-nobody-joined",
        "Not before Chad had deposited its instrument is there anybody to help",
        "FRA/4.4/TCD 2013-03-25",
        exists=False,
    ),
    History("4(4)", (*joined("FRA"), *joined("TCD"))).owes(
        "no-former-use",
        "Without a former use there is nothing encouraged",
        "FRA/4.4/TCD 2014-01-01",
        exists=False,
    ),
    History(
        "4(4)",
        (
            *joined("FRA"),
            *joined("TCD"),
            happened("use-reported", "2014-05-01", state="FRA", on_territory_of=["TCD"]),
        ),
    ).owes(
        "later-use-is-no-former-use",
        "A use since entry into force left no remnants on that day",
        "FRA/4.4/TCD 2014-06-01",
        exists=False,
    ),
    History(
        "4(4)",
        (
            *joined("FRA"),
            *joined("TCD"),
            happened("use-reported", "../2014-05-01", state="FRA", on_territory_of=["TCD"]),
        ),
    ).owes(
        "use-of-an-unknown-day",
        "A use of unknown day may have been before, or not",
        "FRA/4.4/TCD 2014-06-01",
        due=None,
        standing="undetermined",
    ),
)

GROUP: Final = group("article-04", MEANWHILE, USER_STATES)
