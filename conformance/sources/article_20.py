"""Article 20: withdrawal, and the armed conflict that holds it up."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import History, Json, group, happened


def conflict(kind: str, day: str, name: str = "war") -> Json:
    """Begin or end an armed conflict of Lithuania: fiction, here and below."""
    return happened(f"armed-conflict-{kind}", day, state="LTU", conflict=name)


BOUND: Final = History(
    "20(2) 20(3)",
    (*joined("LTU"), happened("initial-report-submitted", "2011-08-01", state="LTU")),
)
NOTICE: Final = BOUND.and_then(happened("withdrawal-notified", "2024-09-06", state="LTU"))
AT_WAR: Final = BOUND.and_then(
    conflict("begun", "2024-12-01"), happened("withdrawal-notified", "2024-09-06", state="LTU")
)
END_OF_AUGUST: Final = BOUND.and_then(happened("withdrawal-notified", "2024-08-31", state="LTU"))

EFFECT: Final = (
    NOTICE.binds(
        "six-months",
        "Lithuania's notice of 6 September 2024 has effect on 6 March 2025",
        "LTU 2024-09-06",
        in_force_on="2011-09-01",
        withdrawal_effective_on="2025-03-06",
        ceased_on=None,
    ),
    NOTICE.binds(
        "no-notice-before-it",
        "The day before the notice nothing is known of a withdrawal",
        "LTU 2024-09-05",
        in_force_on="2011-09-01",
        withdrawal_effective_on=None,
    ),
    NOTICE.binds(
        "bound-on-the-eve",
        "On 5 March 2025 Lithuania is bound still",
        "LTU 2025-03-05",
        withdrawal_effective_on="2025-03-06",
        ceased_on=None,
    ),
    NOTICE.binds(
        "bound-no-more",
        "On 6 March 2025 it is bound no more",
        "LTU 2025-03-06",
        withdrawal_effective_on="2025-03-06",
        ceased_on="2025-03-06",
    ),
    END_OF_AUGUST.binds(
        "month-without-the-day",
        "A notice of 31 August has effect on the last day of February (INT-0011)",
        "LTU 2025-01-01",
        withdrawal_effective_on="2025-02-28",
    ),
    BOUND.and_then(happened("withdrawal-notified", "2024-09", state="LTU")).binds(
        "notice-of-an-unknown-day",
        "A notice of some day in September counts from its last (INT-0012)",
        "LTU 2024-10-01",
        withdrawal_effective_on="2025-03-30",
    ),
    BOUND.and_then(
        happened("withdrawal-notified", "2024-09-06", state="LTU", effective_on="2025-03-01")
    ).binds(
        "a-stated-effect-does-not-govern",
        "The day a source states for the effect does not move the computed one",
        "LTU 2025-03-05",
        withdrawal_effective_on="2025-03-06",
        ceased_on=None,
    ),
    NOTICE.and_then(happened("withdrawal-revoked", "2025-03-05", state="LTU")).binds(
        "taken-back-in-time",
        "A notice taken back before it has effect has none",
        "LTU 2025-03-06",
        withdrawal_effective_on=None,
        ceased_on=None,
    ),
    NOTICE.and_then(happened("withdrawal-revoked", "../2025-12-31", state="LTU")).owes(
        "taken-back-in-time-or-not",
        "Taken back by the end of 2025: it had effect before that, or never (INT-0012)",
        "LTU/1.1 2026-01-01",
        due=None,
        standing="ceased",
        otherwise={"due": None, "standing": "continuing", "discharged_on": None},
    ),
    NOTICE.and_then(happened("withdrawal-revoked", "../2025-12-31", state="LTU")).binds(
        "taken-back-by-the-first-day",
        "Counted from the first day it can mean, it was taken back in time (INT-0012)",
        "LTU 2026-01-01",
        reading={"partial_dates": "first-day"},
        withdrawal_effective_on=None,
        ceased_on=None,
    ),
)

CONFLICT: Final = (
    AT_WAR.binds(
        "held-up-by-a-conflict",
        "Engaged in an armed conflict when six months pass, a state stays bound until its end",
        "LTU 2025-06-01",
        withdrawal_effective_on=None,
        ceased_on=None,
    ),
    AT_WAR.and_then(conflict("ended", "2025-06-10")).binds(
        "bound-to-the-end-of-the-conflict",
        "The withdrawal has effect on the day that conflict ends",
        "LTU 2025-06-10",
        withdrawal_effective_on="2025-06-10",
        ceased_on="2025-06-10",
    ),
    AT_WAR.and_then(conflict("ended", "2025-03-01")).binds(
        "conflict-over-before",
        "A conflict that ended before the six months passed holds nothing up",
        "LTU 2025-03-06",
        withdrawal_effective_on="2025-03-06",
        ceased_on="2025-03-06",
    ),
    NOTICE.and_then(conflict("begun", "2025-03-07")).binds(
        "conflict-begun-after",
        "A conflict that begins the day after the effect comes too late",
        "LTU 2025-03-07",
        withdrawal_effective_on="2025-03-06",
        ceased_on="2025-03-06",
    ),
    NOTICE.and_then(conflict("begun", "2025-03-07"), conflict("begun", "../2025-06-30")).binds(
        "conflict-begun-while-it-goes-on",
        "One that goes on begins not again, where first days count either",
        "LTU 2025-07-01",
        reading={"partial_dates": "first-day"},
        withdrawal_effective_on="2025-03-06",
        ceased_on="2025-03-06",
    ),
    NOTICE.and_then(conflict("begun", "2025-03-06")).binds(
        "conflict-begun-on-the-day",
        "One that begins on the very day holds it up",
        "LTU 2025-03-06",
        withdrawal_effective_on=None,
        ceased_on=None,
    ),
    AT_WAR.and_then(
        conflict("begun", "2025-01-01", "other"), conflict("ended", "2025-06-10")
    ).binds(
        "one-of-two-conflicts-goes-on",
        "Of two conflicts the one that goes on holds it up",
        "LTU 2025-07-01",
        withdrawal_effective_on=None,
        ceased_on=None,
    ),
    AT_WAR.and_then(
        conflict("begun", "2025-01-01", "other"),
        conflict("ended", "2025-06-10"),
        conflict("ended", "2025-05-10", "other"),
    ).binds(
        "the-last-of-two-conflicts-to-end",
        "Of two conflicts that ended the last holds it up, and proves the day",
        "LTU 2025-07-01",
        grounds="17(2) 20(3)",
        withdrawal_effective_on="2025-06-10",
        ceased_on="2025-06-10",
    ),
    AT_WAR.owes(
        "held-up-duties-run-on",
        "While it is held up every duty runs on",
        "LTU/7.2/2024 2025-05-01",
        cites="20(3) 7(2)",
        due="2025-04-30",
        standing="overdue",
    ),
)

DUTIES: Final = (
    NOTICE.owes(
        "prohibitions-to-the-eve",
        "The prohibitions bind to the last day",
        "LTU/1.1 2025-03-05",
        cites="1(1) 20(3)",
        due=None,
        standing="continuing",
    ),
    NOTICE.owes(
        "prohibitions-ceased",
        "And cease with the effect of the withdrawal",
        "LTU/1.1 2025-03-06",
        cites="1(1) 20(3)",
        due=None,
        standing="ceased",
    ),
    NOTICE.owes(
        "due-before-stays-due",
        "A report that fell due before the effect stays overdue",
        "LTU/7.2/2023 2025-06-01",
        cites="7(2) 20(3)",
        due="2024-04-30",
        standing="overdue",
    ),
    NOTICE.owes(
        "due-after-is-pending-on-the-eve",
        "The report on 2024 is pending as long as the state is bound",
        "LTU/7.2/2024 2025-03-05",
        cites="7(2) 20(3)",
        due="2025-04-30",
        standing="pending",
    ),
    NOTICE.owes(
        "due-after-falls-away",
        "What would fall due after the effect ceases, and has no day (INT-0007)",
        "LTU/7.2/2024 2025-06-01",
        cites="7(2) 20(3)",
        treaty_due=None,
        due=None,
        standing="ceased",
    ),
    BOUND.and_then(happened("withdrawal-notified", "2024-10-30", state="LTU")).owes(
        "due-on-the-day-of-the-effect",
        "What falls due on the very day of the effect falls away too",
        "LTU/7.2/2024 2025-05-01",
        cites="7(2) 20(3)",
        due=None,
        standing="ceased",
    ),
    BOUND.and_then(happened("withdrawal-notified", "2024-10-30", state="LTU")).owes(
        "nothing-after-the-day-of-the-effect",
        "And with it everything that would come later",
        "LTU/7.2/2025 2025-05-01",
        cites="7(2) 20(3)",
        exists=False,
    ),
    BOUND.and_then(happened("withdrawal-notified", "2024-11-01", state="LTU")).owes(
        "due-on-the-eve-of-the-effect",
        "What fell due on the day before stays",
        "LTU/7.2/2024 2025-05-01",
        cites="7(2) 20(3)",
        due="2025-04-30",
        standing="overdue",
    ),
    NOTICE.owes(
        "nothing-new-arises",
        "On the year of the effect no report is owed",
        "LTU/7.2/2025 2026-06-01",
        cites="7(2) 20(3)",
        exists=False,
    ),
    BOUND.and_then(
        happened("stockpile-declared", "2012-01-01", state="LTU"),
        happened("withdrawal-notified", "2018-09-06", state="LTU"),
    ).owes(
        "stockpile-duty-ceases",
        "A stockpile deadline that had not passed ceases with the withdrawal",
        "LTU/3.2 2019-09-02",
        cites="3(2) 20(3)",
        due=None,
        standing="ceased",
    ),
    BOUND.and_then(
        happened("stockpile-declared", "2012-01-01", state="LTU"),
        happened("withdrawal-notified", "2019-09-06", state="LTU"),
    ).owes(
        "stockpile-missed-before",
        "One that had passed stays overdue",
        "LTU/3.2 2020-06-01",
        cites="3(2) 20(3)",
        due="2019-09-01",
        standing="overdue",
    ),
    BOUND.and_then(
        happened("stockpile-declared", "2012-01-01", state="LTU"),
        happened("extension-granted", "2018-09-05", state="LTU", article=3, months=24),
        happened("withdrawal-notified", "2019-09-06", state="LTU"),
    ).owes(
        "withdrawn-during-an-extension",
        "One that an extension had moved beyond the effect ceases too",
        "LTU/3.2 2020-06-01",
        cites="3(2) 3(5) 20(3)",
        due=None,
        standing="ceased",
    ),
    BOUND.and_then(happened("withdrawal-notified", "2024-09", state="LTU")).owes(
        "perhaps-ceased-by-now",
        "With a notice of some day in September nobody can say on 10 March whether it is bound",
        "LTU/1.1 2025-03-10",
        cites="1(1) 20(3)",
        due=None,
        standing="continuing",
        otherwise={"due": None, "standing": "ceased", "discharged_on": None},
    ),
    NOTICE.and_then(happened("annual-report-submitted", "2025-04-10", state="LTU")).owes(
        "fulfilled-after-it-left",
        "What a state fulfils after it left is fulfilled, in time or not is no question any more",
        "LTU/7.2/2024 2025-06-01",
        cites="7(2) 20(3)",
        due="2025-04-30",
        standing="discharged",
    ),
)

GROUP: Final = group("article-20", EFFECT, CONFLICT, DUTIES)
