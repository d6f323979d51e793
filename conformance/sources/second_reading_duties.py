"""What a second implementation could get wrong unseen: whether a duty is there, and is fulfilled.

Each case is one that a nearly right program fails, and that no other case of its kind tells apart.
"""

from __future__ import annotations

from typing import Final

from conformance.real import called, joined, second_review
from conformance.sources.article_04_clearance import completed, declared
from conformance.writing import History, acceded, group, happened

BULGARIA: Final = History("3(2)", joined("BGR"))
CAMEROON: Final = History("3(2)", joined("CMR"))
CROATIA: Final = History("4(1)(c)", joined("HRV"))
BOSNIA: Final = History("4(1)(c)", (*joined("BIH"), declared("BIH", "2011-08-20")))
GRENADA: Final = History("4(1)(c)", (acceded("GRD", "2011-06-29"),))
LEBANON: Final = History("4(1)(b)", joined("LBN"))
LITHUANIA: Final = History("3(2)", joined("LTU"))
MAURITANIA: Final = History("4(1)(a)", (*joined("MRT"), declared("MRT", "2011-06")))
NETHERLANDS: Final = History("3(8)", joined("NLD"))
SLOVENIA: Final = History("3(2)", joined("SVN"))

WAR_ENDED: Final = LEBANON.and_then(
    happened("hostilities-ended", "2014-08-26", state="LBN", conflict="war")
)
CLEARED: Final = BOSNIA.and_then(completed("BIH", "2023-08-31"), called("11MSP", "2022-09-02"))
DECLARED: Final = "compliance-declared"

STOCKS: Final = (
    BULGARIA.and_then(
        happened("stockpile-declared", "2012-06-01", state="BGR", munitions=6905),
        happened("stockpile-absence-declared", "2012", state="BGR"),
    ).owes(
        "the-last-word-by-its-last-day",
        "A word of 2012 may be the last of that year, and counts as later than one of June",
        "BGR/3.2 2013-01-01",
        due="2019-10-01",
        standing="not-engaged",
    ),
    BULGARIA.and_then(
        happened("stockpile-declared", "2012-06-01", state="BGR", munitions=6905),
        happened("stockpile-unverified", "2013-06-01", state="BGR"),
    ).owes(
        "verifying-after-a-declaration",
        "Who is verifying again no longer says that it holds any",
        "BGR/3.2 2014-01-01",
        due="2019-10-01",
        standing="undetermined",
    ),
    CAMEROON.and_then(
        happened("stockpile-declared", "2014-08-01", state="CMR", munitions=6),
        happened("munitions-retained", "2015-01-01", state="CMR", munitions=6),
        happened("retained-munitions-consumed", "2016-01-01", state="CMR", munitions=2),
        happened("munitions-retained", "2017-01-01", state="CMR", munitions=4),
    ).owes(
        "kept-and-used-up",
        "Of six that were kept two were used up in training: nothing is left to destroy",
        "CMR/3.2 2021-02-01",
        cites="3(2) 3(6)",
        due="2021-01-01",
        standing="not-engaged",
    ),
    CAMEROON.and_then(
        happened("stockpile-declared", "2014-08-01", state="CMR", munitions=6, munition_type="A"),
        happened("munitions-retained", "2015-01-01", state="CMR", munitions=6, munition_type="A"),
        happened("munitions-retained", "2016-01-01", state="CMR", munitions=0, munition_type="B"),
    ).owes(
        "none-kept-of-another-type",
        "To keep none of one type says nothing of another: all six of A are kept still",
        "CMR/3.2 2021-02-01",
        cites="3(2) 3(6)",
        due="2021-01-01",
        standing="not-engaged",
    ),
    CAMEROON.and_then(
        happened("munitions-retained", "2012-06-01", state="CMR", munitions=7, munition_type="C"),
        happened("retention-ended", "2014-12-31", state="CMR"),
        happened("munitions-retained", "2015-01-01", state="CMR", munitions=6, munition_type="A"),
        happened("munitions-retained", "2016-01-01", state="CMR", munitions=2, munition_type="B"),
    ).owes(
        "kept-of-two-types",
        "What is kept of each type proves the duty, but not what was kept before that ended",
        "CMR/3.6 2017-01-01",
        cites="3(6)",
        due=None,
        standing="continuing",
    ),
    CAMEROON.and_then(
        happened("stockpile-declared", "2014-08-01", state="CMR", munitions=6),
        happened("munitions-retained", "2015-01-01", state="CMR", munitions=6),
        happened("munitions-retained", "2016-01-01", state="CMR", munitions=0),
        happened("munitions-retained", "2017-01-01", state="CMR", munitions=6, munition_type="A"),
    ).owes(
        "kept-again-after-none",
        "That all six are kept is proved by the last time that they were, not by a word of none",
        "CMR/3.2 2021-02-01",
        cites="3(2) 3(6)",
        due="2021-01-01",
        standing="not-engaged",
    ),
    CAMEROON.and_then(
        happened("stockpile-declared", "2014-08-01", state="CMR", munitions=6),
        happened("munitions-retained", "2015-01-01", state="CMR", munitions=6),
        happened("retention-ended", "2016-01-01", state="CMR"),
        happened("munitions-retained", "2017-01-01", state="CMR", munitions=4),
    ).owes(
        "fewer-kept-after-the-end",
        "Who ended keeping six and keeps four has not what is left of the six: destroy them",
        "CMR/3.2 2020-02-01",
        due="2021-01-01",
        standing="pending",
    ),
    CAMEROON.and_then(
        happened("stockpile-declared", "2014-08-01", state="CMR", munitions=6),
        happened("munitions-retained", "2015-01-01", state="CMR", munitions=6),
        happened("munitions-retained", "2016-01-01", state="CMR", munitions=0),
        happened("munitions-retained", "2017-01-01", state="CMR", munitions=4),
    ).owes(
        "fewer-kept-after-none",
        "Nor has who kept none for a time",
        "CMR/3.2 2020-02-01",
        due="2021-01-01",
        standing="pending",
    ),
    CAMEROON.and_then(
        happened("stockpile-absence-declared", "2014-08-01", state="CMR"),
        happened("stockpile-declared", "2015-01-01", state="CMR", munitions=0, munition_type="A"),
    ).owes(
        "none-of-all-and-none-of-one",
        "That none of one type are held, where none are, rests on both words",
        "CMR/3.2 2021-02-01",
        due="2021-01-01",
        standing="not-engaged",
    ),
    SLOVENIA.and_then(
        happened("stockpile-declared", "2011-01-28", state="SVN", munitions=1080),
        happened("stockpile-destruction-completed", "2011-11-25", state="SVN"),
        happened("stockpile-found", "2012-06-01", state="SVN"),
        happened("stockpile-absence-declared", "2013-01-01", state="SVN"),
    ).owes(
        "found-and-none-after-all",
        "What was found turned out to be none: the completion before stands",
        "SVN/3.2 2013-06-01",
        due="2018-08-01",
        standing="discharged",
        discharged_on="2011-11-25",
    ),
    SLOVENIA.and_then(
        happened("stockpile-destruction-completed", "2011-11-25", state="SVN"),
        happened("stockpile-found", "2012-06-01", state="SVN", munitions=1),
        happened("stockpile-absence-declared", "2013-01-01", state="SVN"),
        happened("stockpile-found", "2018-08-02", state="SVN", munitions=1),
    ).owes(
        "found-again-too-late",
        "What turned out to be none opens nothing: only what is found later than the deadline",
        "SVN/3.2 2018-09-01",
        reading={"late_found": "new-request"},
        due=None,
        standing="pending",
    ),
    SLOVENIA.and_then(
        happened("stockpile-destruction-completed", "2011-11-25", state="SVN"),
        happened("stockpile-found", "2012-06-01", state="SVN", munition_type="A"),
        happened("stockpile-found", "2018-08-02", state="SVN", munition_type="B"),
        happened("stockpile-declared", "2018-08-03", state="SVN", munition_type="A", munitions=0),
    ).owes(
        "denied-of-one-type",
        "None of A were left after all: only B was found, and later than the deadline",
        "SVN/3.2 2018-09-01",
        reading={"late_found": "new-request"},
        due=None,
        standing="pending",
    ),
    LITHUANIA.and_then(
        happened("stockpile-declared", "2012-01-01", state="LTU", munitions=10),
        happened("stockpile-destruction-completed", "2018-06-01", state="LTU"),
        happened("withdrawal-notified", "2018-09-06", state="LTU"),
    ).owes(
        "fulfilled-before-it-left",
        "What was fulfilled before the state left is discharged, and does not cease",
        "LTU/3.2 2019-06-01",
        cites="3(2) 20(3)",
        due="2019-09-01",
        standing="discharged",
    ),
    LITHUANIA.and_then(
        happened("stockpile-declared", "2012-01-01", state="LTU", munitions=10),
        happened("withdrawal-notified", "2019-03-01", state="LTU"),
    ).owes(
        "due-on-the-day-it-left",
        "What would fall due on the very day the withdrawal takes effect is not owed",
        "LTU/3.2 2019-09-02",
        cites="3(2) 20(3)",
        due=None,
        standing="ceased",
    ),
    NETHERLANDS.and_then(
        happened("munitions-retained", "2012", state="NLD", munitions=272, year=2012),
        happened("retention-report-submitted", "2013-04-01", state="NLD", year_covered=2011),
    ).owes(
        "reported-on-another-year",
        "A report on what was kept in 2011 is none on 2012",
        "NLD/3.8/2012 2013-05-01",
        due="2013-04-30",
        standing="overdue",
    ),
)

AREAS: Final = (
    MAURITANIA.and_then(
        completed("MRT", "2013-06-30"), happened("contamination-found", "2013", state="MRT")
    ).owes(
        "found-perhaps-before-completion",
        "What was found some day of 2013 may be what was cleared by June",
        "MRT/4.1a 2014-01-01",
        due="2022-08-01",
        standing="discharged",
    ),
    MAURITANIA.and_then(
        completed("MRT", "2013-06-30"),
        happened("contamination-found", "2014-03-01", state="MRT"),
        happened("contamination-absence-declared", "2015-01-01", state="MRT"),
        happened("contamination-found", "2022-08-02", state="MRT"),
    ).owes(
        "areas-found-again-too-late",
        "Areas that turned out to be none open nothing: only what is found after the deadline",
        "MRT/4.1a 2022-09-01",
        reading={"late_found": "new-request"},
        due=None,
        standing="pending",
    ),
    History("4(1)(a)", joined("MRT"))
    .and_then(
        happened(
            "contamination-declared", "2013-01-01", state="MRT", confirmed_m2=0, suspected_m2=0
        )
    )
    .owes(
        "neither-confirmed-nor-suspected",
        "No square metre confirmed and none suspected: there is nothing to clear",
        "MRT/4.1a 2014-01-01",
        due="2022-08-01",
        standing="not-engaged",
    ),
    WAR_ENDED.and_then(completed("LBN", "2014-01-01", conflict="war")).owes(
        "cleared-before-the-war-ended",
        "A clearance finished before the hostilities ended does not fulfil the duty they leave",
        "LBN/4.1b/war 2015-01-01",
        due="2024-08-26",
        standing="pending",
    ),
    WAR_ENDED.and_then(
        completed("LBN", "2020-06-30", conflict="war"),
        happened("contamination-found", "2021-03-01", state="LBN", conflict="war"),
    ).owes(
        "found-after-the-clearance-of-a-war",
        "What the same war left, and was found later, is still to be cleared by the same day",
        "LBN/4.1b/war 2021-04-01",
        due="2024-08-26",
        standing="pending",
    ),
    WAR_ENDED.owes(
        "measures-for-what-is-known",
        "Where new remnants are known measures are due, whatever is unknown about older ones",
        "LBN/4.2 2015-01-01",
        cites="4(2)",
        due=None,
        standing="continuing",
    ),
)

DECLARATIONS: Final = (
    CLEARED.and_then(happened(DECLARED, "2023-09-12", state="BIH", article=3)).owes(
        "declared-for-another-article",
        "To declare Article 3 fulfilled declares nothing about clearance",
        "BIH/4.1c 2023-09-13",
        due="2023-09-11",
        standing="overdue",
    ),
    CLEARED.and_then(happened(DECLARED, "2023-09-12", state="BIH", article=4)).owes(
        "declared-while-it-sat",
        "A declaration on the second day of the meeting is made there, and in time",
        "BIH/4.1c 2023-09-20",
        due="2023-09-11",
        standing="discharged",
        timeliness="on-time",
        days_late=0,
    ),
    CLEARED.and_then(happened(DECLARED, "2023", state="BIH", article=4, meeting="11MSP")).owes(
        "declared-there-some-day",
        "Where the source names the meeting the day need not be known",
        "BIH/4.1c 2023-12-31",
        due="2023-09-11",
        standing="discharged",
        timeliness="on-time",
    ),
    CROATIA.and_then(
        completed("HRV", "2020-07-10"),
        *second_review(),
        happened(DECLARED, "2021-03-01", state="HRV", article=4),
    ).owes(
        "declared-between-two-parts",
        "What is declared between the two parts of a conference is declared to it",
        "HRV/4.1c 2021-10-01",
        due="2020-11-25",
        standing="discharged",
        timeliness="on-time",
    ),
    GRENADA.and_then(
        completed("GRD", "2012-09"), called("3MSP", "2011-09-16"), called("4MSP", "2012-09-14")
    ).owes(
        "the-next-meeting-of-an-unknown-day",
        "Cleared some day of September: the meeting that opened on the 11th, or the one after",
        "GRD/4.1c 2013-09-09",
        treaty_due="2013-09-09",
        due="2012-09-11/2013-09-09",
        standing="pending",
    ),
    CROATIA.and_then(
        completed("HRV", "2020-07-10"),
        happened(
            "meeting-called",
            "2020-01-01",
            meeting="2RC-PM2",
            kind="preparatory",
            opens_on="2020-09-04",
            closes_on="2020-09-04",
        ),
        *second_review(),
    ).owes(
        "a-preparatory-meeting-decides-nothing",
        "A preparatory meeting is not the next meeting to declare to",
        "HRV/4.1c 2020-11-27",
        due="2020-11-25",
        standing="overdue",
    ),
    CROATIA.and_then(
        completed("HRV", "2020-07-10"),
        happened(
            "meeting-called",
            "2019-09-04",
            meeting="2RC",
            kind="review-conference",
            opens_on="2020-11-23",
            closes_on="2020-11-27",
        ),
        *second_review(),
    ).owes(
        "held-on-other-days-than-called",
        "Once a meeting is held, the days it was called for say nothing any more",
        "HRV/4.1c 2020-11-28",
        due="2020-11-25",
        standing="overdue",
    ),
    MAURITANIA.and_then(
        completed("MRT", "2013"),
        happened("contamination-found", "2015-01-01/2020-09-28", state="MRT"),
    ).owes(
        "otherwise-no-such-duty",
        "Had the areas been found on the first day they can, there were nothing to declare",
        "MRT/4.1c 2016-01-01",
        due=None,
        standing="pending",
        otherwise={"due": None, "standing": "not-engaged", "discharged_on": None},
    ),
)

GROUP: Final = group("second-reading", STOCKS, AREAS, DECLARATIONS)
