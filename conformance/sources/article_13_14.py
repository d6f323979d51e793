"""Articles 13 and 14: amendments and costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from conformance.real import joined
from conformance.writing import FOUNDERS, History, Json, founders, group, happened, meeting

PARTIES: Final = tuple(each["state"] for each in founders()[FOUNDERS])


def amendment(kind: str, day: str, **more: object) -> Json:
    """Take a step with the amendment `a1`: fiction, none was ever proposed."""
    return happened(f"amendment-{kind}", day, amendment="a1", **more)


def supported(*days: tuple[int, str]) -> tuple[Json, ...]:
    """Let so many of the thirty States Parties support it on each day."""
    return tuple(amendment("supported", day, supported_by=state) for state, day in _by(days))


def accepted(*days: tuple[int, str]) -> tuple[Json, ...]:
    """Let so many of them accept it on each day."""
    return tuple(amendment("accepted", day, accepted_by=state) for state, day in _by(days))


def _by(days: tuple[tuple[int, str], ...]) -> Iterator[tuple[str, str]]:
    """Give each State Party in turn a day, as long as there are days."""
    return zip(PARTIES, (day for count, day in days for _ in range(count)), strict=False)


PROPOSED: Final = History("13(1)", (amendment("proposed", "2018-01-01", proposed_by="BHR"),))
SENT: Final = PROPOSED.and_then(amendment("circulated", "2018-01-10"))
ADOPTED: Final = SENT.and_then(
    *supported((16, "2018-03-01")),
    meeting("AC", "2018-09-06", "2018-09-07"),
    amendment("adopted", "2018-09-07", in_favour=20, against=10),
)

AMENDMENTS: Final = (
    PROPOSED.amends(
        "amendment-proposed",
        "A proposal that was not circulated asks nobody yet",
        "a1 2018-01-05",
        stage="proposed",
        support_until=None,
    ),
    SENT.amends(
        "amendment-ninety-days",
        "Circulated on 10 January 2018, it can be supported until 10 April",
        "a1 2018-04-10",
        stage="open-for-support",
        support_until="2018-04-10",
    ),
    SENT.and_then(*supported((15, "2018-03-01"))).amends(
        "amendment-half-is-no-majority",
        "Fifteen of thirty States Parties are no majority: it lapses",
        "a1 2018-04-11",
        stage="lapsed",
        supported_on=None,
    ),
    SENT.and_then(*supported((15, "2018-03-01"), (1, "2018-04-10"))).amends(
        "amendment-majority-on-the-last-day",
        "The sixteenth, on the last day, makes a majority",
        "a1 2018-04-11",
        stage="supported",
        supported_on="2018-04-10",
    ),
    SENT.and_then(*supported((15, "2018-03-01"), (1, "2018-04-11"))).amends(
        "amendment-majority-a-day-too-late",
        "On the day after it comes too late",
        "a1 2018-04-11",
        stage="lapsed",
        supported_on=None,
    ),
    ADOPTED.amends(
        "amendment-adopted",
        "An adopted amendment binds nobody before a majority has accepted it",
        "a1 2018-09-07",
        cites="13(4) 13(5)",
        stage="adopted",
        adopted_on="2018-09-07",
        in_force_on=None,
        in_force_for={},
    ),
    ADOPTED.and_then(*accepted((15, "2019-01-15"))).amends(
        "amendment-half-is-not-in-force",
        "Fifteen acceptances of thirty bring it into force for nobody",
        "a1 2019-02-01",
        cites="13(5)",
        stage="adopted",
        in_force_on=None,
        in_force_for={},
    ),
    ADOPTED.and_then(*accepted((15, "2019-01-15"), (1, "2019-03-01"), (1, "2019-06-01"))).amends(
        "amendment-in-force",
        "The sixteenth brings it into force for sixteen, and the next joins on its own day",
        "a1 2019-06-01",
        cites="13(5)",
        stage="in-force",
        in_force_on="2019-03-01",
        in_force_for={
            **dict.fromkeys(PARTIES[:16], "2019-03-01"),
            PARTIES[16]: "2019-06-01",
        },
    ),
    SENT.and_then(amendment("supported", "2018-04-10", supported_by="BHR")).records(
        "amendment-two-thirds",
        "Twenty votes to ten are two thirds; that too few supported it is remarked on",
        amendment("adopted", "2018-09-07", in_favour=20, against=10),
        cites="13(4)",
        recorded=4,
        remarks=1,
    ),
    SENT.and_then(*supported((16, "2018-03-01"))).records(
        "amendment-votes-not-known",
        "Where the votes against are not known nothing is said of two thirds",
        amendment("adopted", "2018-09-07", in_favour=19),
        cites="13(4)",
        recorded=19,
        remarks=0,
    ),
    SENT.and_then(*supported((16, "2018-03-01"))).records(
        "amendment-less-than-two-thirds",
        "Nineteen to eleven are not: what a source says is recorded, with a remark",
        amendment("adopted", "2018-09-07", in_favour=19, against=11),
        cites="13(4)",
        recorded=19,
        remarks=1,
    ),
    SENT.and_then(*supported((16, "2018-03-01"))).records(
        "amendment-just-two-thirds",
        "Twenty to ten, with a majority behind it, leave nothing to remark on",
        amendment("adopted", "2018-09-07", in_favour=20, against=10),
        cites="13(4)",
        recorded=19,
        remarks=0,
    ),
)


def assessed(day: str, **more: object) -> Json:
    """Assess Peru's share of the costs of a meeting, due by the invoice."""
    what = {"assessment": "9MSP", "amount_cents": 100000, "currency": "USD", **more}
    return happened("contribution-assessed", day, state="PER", **what)


def paid(day: str, cents: int) -> Json:
    """Pay some of it."""
    what = {"assessment": "9MSP", "amount_cents": cents, "currency": "USD"}
    return happened("contribution-paid", day, state="PER", **what)


PERU: Final = History("14(1)", joined("PER"))
SHARE: Final = PERU.and_then(assessed("2019-05-01", due_on="2019-06-30"))

COSTS: Final = (
    SHARE.owes(
        "share-pending",
        "A share assessed is due on the day the invoice gives",
        "PER/14.1/9MSP 2019-06-30",
        due="2019-06-30",
        standing="pending",
    ),
    SHARE.owes(
        "share-overdue",
        "The day after it is overdue",
        "PER/14.1/9MSP 2019-07-01",
        due="2019-06-30",
        standing="overdue",
    ),
    SHARE.and_then(paid("2019-06-01", 60000), paid("2019-06-30", 40000)).owes(
        "share-paid-in-parts",
        "Fulfilled by the payment with which the whole is reached",
        "PER/14.1/9MSP 2019-06-30",
        due="2019-06-30",
        standing="discharged",
        discharged_on="2019-06-30",
        timeliness="on-time",
    ),
    SHARE.and_then(paid("2019-06-01", 60000)).owes(
        "share-paid-in-part",
        "A part is not the whole",
        "PER/14.1/9MSP 2019-07-01",
        due="2019-06-30",
        standing="overdue",
        says="USD 400.00 of USD 1,000.00 not paid",
    ),
    PERU.and_then(assessed("2013-02-01", due_on="2013-06-30")).owes(
        "share-from-before-it-was-bound",
        "For a share assessed before it was bound a state has no obligation here",
        "PER/14.1/9MSP 2013-07-01",
        exists=False,
    ),
    PERU.and_then(assessed("2013-03-01", due_on="2013-06-30")).owes(
        "share-from-its-first-day",
        "For one assessed on its first day it has",
        "PER/14.1/9MSP 2013-07-01",
        due="2013-06-30",
        standing="overdue",
    ),
    PERU.and_then(assessed("2019-05-01")).owes(
        "share-without-a-day",
        "Without an invoice's day a share has none, and is never overdue",
        "PER/14.1/9MSP 2025-01-01",
        due=None,
        standing="pending",
    ),
    PERU.and_then(assessed("2019-05-01", due_on="2019-06-30", amount_cents=0)).owes(
        "share-of-nothing",
        "Of a share of nothing there is nothing to pay",
        "PER/14.1/9MSP 2019-07-01",
        due="2019-06-30",
        standing="not-engaged",
    ),
    SHARE.and_then(happened("withdrawal-notified", "2019-05-15", state="PER")).owes(
        "share-after-withdrawal",
        "A share assessed while bound stays due after a withdrawal (INT-0007)",
        "PER/14.1/9MSP 2020-01-01",
        cites="14(1) 20(3)",
        due="2019-06-30",
        standing="overdue",
    ),
    PERU.and_then(
        happened("withdrawal-notified", "2019-05-15", state="PER"),
        assessed("2019-11-15", due_on="2019-12-31"),
    ).owes(
        "share-from-the-day-of-the-effect",
        "One assessed on the day on which the withdrawal has effect ceased with it",
        "PER/14.1/9MSP 2020-01-01",
        cites="14(1) 20(3)",
        due=None,
        standing="ceased",
    ),
)

GROUP: Final = group("article-09-14", AMENDMENTS, COSTS)
