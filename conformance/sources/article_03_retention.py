"""Articles 3(1) and 3(6) to 3(8): stocks kept apart, and munitions kept for training."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.sources.article_03_destruction import BULGARIA, DONE, LAOS, declared
from conformance.writing import History, Json, group, happened

SEPARATION: Final = (
    BULGARIA.owes(
        "separated-while-held",
        "Stocks are kept apart and marked as long as they are held",
        "BGR/3.1 2012-04-01",
        cites="3(1)",
        due=None,
        standing="continuing",
    ),
    DONE.owes(
        "nothing-left-to-separate",
        "After completion there is nothing to keep apart",
        "BGR/3.1 2019-10-01",
        cites="3(1)",
        due=None,
        standing="not-engaged",
    ),
    LAOS.owes(
        "separation-unknown",
        "Whether there is anything to keep apart is unknown",
        "LAO/3.1 2012-01-01",
        cites="3(1)",
        due=None,
        standing="undetermined",
    ),
)


def kept(state: str, year: int, **more: object) -> Json:
    """Keep munitions in a year."""
    return happened("munitions-retained", f"{year}", state=state, year=year, **more)


BOLIVIA: Final = History("3(8)", (*joined("BOL"), kept("BOL", 2013, munitions=10)))
NETHERLANDS: Final = History("3(8)", (*joined("NLD"), kept("NLD", 2012, munitions=272)))
CAMEROON: Final = History(
    "3(2) 3(6)",
    (*joined("CMR"), declared("CMR", "2014-01-01", munitions=6), kept("CMR", 2014, munitions=6)),
)

RETENTION: Final = (
    NETHERLANDS.owes(
        "kept-for-training",
        "What is kept for training is kept to the least number necessary",
        "NLD/3.6 2013-01-01",
        cites="3(6)",
        due=None,
        standing="continuing",
        says="retains 272 munitions (2012)",
    ),
    NETHERLANDS.and_then(happened("retention-ended", "2020", state="NLD")).owes(
        "kept-no-longer",
        "When nothing is kept any more the duty is gone",
        "NLD/3.6 2021-01-01",
        cites="3(6)",
        exists=False,
    ),
    NETHERLANDS.and_then(
        kept("NLD", 2020, munitions=16), happened("retention-ended", "2020", state="NLD")
    ).owes(
        "kept-until-some-day-of-the-year",
        "Kept in 2020, and kept no longer since some day of it: at its end none are kept",
        "NLD/3.6 2021-01-01",
        cites="3(6)",
        exists=False,
    ),
    NETHERLANDS.and_then(kept("NLD", 2013, munitions=0)).owes(
        "none-kept",
        "To keep none is not to keep an unknown number",
        "NLD/3.6 2014-01-01",
        cites="3(6)",
        exists=False,
    ),
    NETHERLANDS.and_then(kept("NLD", 2013)).owes(
        "an-unknown-number-kept",
        "To keep an unknown number is to keep some",
        "NLD/3.6 2014-01-01",
        cites="3(6)",
        due=None,
        standing="continuing",
        says="retains an unknown number of munitions (2013)",
    ),
    CAMEROON.owes(
        "all-is-kept",
        "Cameroon keeps all it has for training, and has nothing left to destroy (INT-0019)",
        "CMR/3.2 2015-01-01",
        due="2021-01-01",
        standing="not-engaged",
    ),
    History(
        "3(2) 3(6)",
        (
            *joined("CMR"),
            declared("CMR", "2014-01-01", munitions=6, munition_type="RBK-250"),
            kept("CMR", 2014, munitions=6, munition_type="RBK-500"),
        ),
    ).owes(
        "those-kept-are-of-another-type",
        "To keep six of one type is not to keep the six of another",
        "CMR/3.2 2015-01-01",
        due="2021-01-01",
        standing="pending",
    ),
    NETHERLANDS.owes(
        "report-on-what-was-kept",
        "On what was kept in 2012 a report is due by 30 April 2013",
        "NLD/3.8/2012 2013-01-01",
        due="2013-04-30",
        standing="pending",
    ),
    NETHERLANDS.owes(
        "report-on-what-was-kept-overdue",
        "On 1 May it is overdue",
        "NLD/3.8/2012 2013-05-01",
        due="2013-04-30",
        standing="overdue",
    ),
    NETHERLANDS.and_then(
        happened("retention-report-submitted", "2013-04-30", state="NLD", year_covered=2012)
    ).owes(
        "report-of-its-own",
        "A report on 30 April is in time",
        "NLD/3.8/2012 2013-04-30",
        due="2013-04-30",
        standing="discharged",
        timeliness="on-time",
    ),
    NETHERLANDS.and_then(
        happened("annual-report-submitted", "2013-05-10", state="NLD", year_covered=2012)
    ).owes(
        "report-with-the-annual-one",
        "The annual report serves too, ten days late (INT-0018)",
        "NLD/3.8/2012 2013-05-10",
        cites="3(8) 7(2)",
        due="2013-04-30",
        standing="discharged",
        timeliness="late",
        days_late=10,
    ),
    BOLIVIA.and_then(
        happened("munitions-retained", "2015-02-10", state="BOL", year=2014, munitions=9)
    ).owes(
        "report-on-the-year-that-is-meant",
        "The year that a statement is about counts, not the one in which it was made",
        "BOL/3.8/2014 2015-02-10",
        due="2015-04-30",
        standing="pending",
    ),
    BOLIVIA.and_then(
        happened("munitions-retained", "2015-02-10", state="BOL", year=2014, munitions=9)
    ).owes(
        "no-report-on-the-year-of-the-statement",
        "On that one no report is owed",
        "BOL/3.8/2015 2016-02-10",
        exists=False,
    ),
    NETHERLANDS.owes(
        "no-report-on-a-year-without",
        "On a year in which nothing was kept or moved there is nothing to report",
        "NLD/3.8/2013 2014-06-01",
        exists=False,
    ),
    NETHERLANDS.and_then(kept("NLD", 2010, munitions=300)).owes(
        "no-report-on-a-year-before",
        "On a year that was over before it was bound nothing is reported",
        "NLD/3.8/2010 2011-08-01",
        exists=False,
    ),
    NETHERLANDS.and_then(
        happened("munitions-retained", "2016-10-04/2017-09-23", state="NLD", munitions=9)
    ).owes(
        "no-report-on-a-year-not-known",
        "On what was kept in one of two years, and nobody says which, no report is asked for",
        "NLD/3.8/2016 2018-01-01",
        exists=False,
    ),
    NETHERLANDS.and_then(
        happened("munitions-retained", "2016-02-01/2016-09-30", state="NLD", munitions=9)
    ).owes(
        "report-on-the-year-of-all-its-days",
        "It is where every day it can mean lies in one year",
        "NLD/3.8/2016 2017-01-01",
        due="2017-04-30",
        standing="pending",
    ),
    BOLIVIA.owes(
        "report-on-the-first-months",
        "Bound from 1 October 2013, Bolivia reports by 30 April 2014 on what it kept in 2013",
        "BOL/3.8/2013 2014-01-01",
        due="2014-04-30",
        standing="pending",
    ),
    BOLIVIA.and_then(happened("initial-report-submitted", "2014-03-30", state="BOL")).owes(
        "report-with-the-initial-one",
        "For a year before the first annual report the initial one serves",
        "BOL/3.8/2013 2014-04-01",
        cites="3(8) 7(1)",
        due="2014-04-30",
        standing="discharged",
        timeliness="on-time",
    ),
    NETHERLANDS.and_then(
        happened("munitions-transferred", "2014-03", state="NLD", munitions=16)
    ).owes(
        "report-on-what-was-transferred",
        "On a transfer a report is due as on what is kept",
        "NLD/3.8/2014 2015-01-01",
        cites="3(7) 3(8)",
        due="2015-04-30",
        standing="pending",
    ),
    NETHERLANDS.and_then(happened("munitions-acquired", "2011-03", state="NLD", munitions=2)).owes(
        "no-report-on-what-moved-before",
        "What was acquired before it was bound is not reported",
        "NLD/3.8/2011 2012-02-01",
        exists=False,
    ),
    NETHERLANDS.and_then(
        happened("munitions-acquired", "2011-08-01", state="NLD", munitions=2)
    ).owes(
        "report-on-what-moved-on-the-first-day",
        "What was acquired on its first day is",
        "NLD/3.8/2011 2012-02-01",
        due="2012-04-30",
        standing="pending",
    ),
    NETHERLANDS.and_then(kept("NLD", 2013, munitions=0)).owes(
        "no-report-on-none",
        "On none kept in a year there is nothing to report",
        "NLD/3.8/2013 2014-06-01",
        exists=False,
    ),
)

GROUP: Final = group("article-03", SEPARATION, RETENTION)
