"""Articles 1 and 18: what is never allowed, and its provisional application."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import History, group, happened

BULGARIA: Final = History("1(1)", joined("BGR"))
BELIZE: Final = History(
    "1(1) 18",
    (
        *joined("BLZ"),
        happened("provisional-application-declared", "2014-09-02", state="BLZ"),
        happened("stockpile-declared", "2014-09-02", state="BLZ", munitions=1),
    ),
)
LITHUANIA: Final = History(
    "1(1) 18",
    (
        *joined("LTU"),
        happened("provisional-application-declared", "2011-03-01/2011-03-28", state="LTU"),
    ),
)

PROHIBITIONS: Final = (
    BULGARIA.owes(
        "from-entry-into-force",
        "The prohibitions bind Bulgaria from 1 October 2011",
        "BGR/1.1 2011-10-01",
        due=None,
        standing="continuing",
        nature="standing",
    ),
    BULGARIA.owes(
        "not-before-it",
        "On the day before they do not",
        "BGR/1.1 2011-09-30",
        due=None,
        standing="not-yet-binding",
    ),
    History("1(1)", ()).owes(
        "not-who-did-not-join",
        "A state not party owes nothing under the Convention",
        "USA/1.1 2020-01-01",
        exists=False,
    ),
)

PROVISIONALLY: Final = (
    BELIZE.owes(
        "provisionally-at-once",
        "Belize applies Article 1 from the day of its declaration",
        "BLZ/1.1 2014-09-02",
        due=None,
        standing="continuing",
        grounds="17(2) 18",
    ),
    BELIZE.owes(
        "provisionally-no-clock",
        "Nothing else begins with it: no report is owed",
        "BLZ/7.1 2014-09-02",
        cites="7(1) 18",
        due="2015-08-28",
        standing="not-yet-binding",
    ),
    BELIZE.owes(
        "provisionally-no-stockpile-clock",
        "Nor does the time to destroy stocks begin",
        "BLZ/3.2 2014-09-02",
        cites="3(2) 18",
        due="2023-03-01",
        standing="not-yet-binding",
    ),
    BELIZE.owes(
        "then-bound",
        "From entry into force it is bound like any other",
        "BLZ/1.1 2015-03-01",
        due=None,
        standing="continuing",
    ),
    LITHUANIA.owes(
        "provisionally-from-a-day-not-known",
        "Declared between 1 and 28 March, it counts from the last of these days (INT-0012)",
        "LTU/1.1 2011-03-27",
        due=None,
        standing="not-yet-binding",
    ),
    LITHUANIA.owes(
        "provisionally-from-the-last-of-them",
        "On 28 March it certainly applies",
        "LTU/1.1 2011-03-28",
        due=None,
        standing="continuing",
    ),
)

GROUP: Final = group("article-01", PROHIBITIONS, PROVISIONALLY)
