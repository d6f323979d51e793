"""The record about itself: retracted, corrected, disputed; what was known or had appeared."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import FOUNDERS, History, Json, founders, group, happened

DONE: Final = happened("stockpile-destruction-completed", "2019-09-01", state="BGR")
BULGARIA: Final = History(
    "3(2)", (*joined("BGR"), happened("stockpile-declared", "2012-03-27", state="BGR"), DONE)
)
SIZE: Final = len(founders()[FOUNDERS]) + len(BULGARIA.events)


def said(kind: str, target: str, **more: object) -> Json:
    """Say something about an event on record."""
    return happened(kind, "2020-01-10", target=target, **more)


RETRACTED: Final = BULGARIA.and_then(said("retracted", "BGR#4", reason="of another state"))
LATER: Final = {**DONE, "occurred_on": "2019-10-11"}
CORRECTED: Final = BULGARIA.and_then(
    said("corrected", "BGR#4", replacement=LATER, reason="the day was misread")
)
DISPUTED: Final = BULGARIA.and_then(said("disputed", "BGR#4", alternative=LATER))
WRONG_DEPOSIT: Final = History(
    "17(2)",
    (
        happened("signed", "2008-12-03", state="BGR"),
        happened("instrument-deposited", "2011-05-06", state="BGR", instrument="ratification"),
    ),
).and_then(
    said(
        "corrected",
        "BGR#2",
        replacement=joined("BGR")[1],
        reason="April, not May",
    )
)

ABOUT_EVENTS: Final = (
    RETRACTED.owes(
        "retracted",
        "A completion retracted counts as never recorded, on every day",
        "BGR/3.2 2019-10-02",
        due="2019-10-01",
        standing="overdue",
    ),
    RETRACTED.and_then(said("retracted", "BGR#5", reason="it was Bulgaria's after all")).owes(
        "retraction-retracted",
        "A retraction retracted gives it back",
        "BGR/3.2 2019-10-02",
        due="2019-10-01",
        standing="discharged",
    ),
    CORRECTED.owes(
        "corrected",
        "A correction puts another event in its place",
        "BGR/3.2 2020-02-01",
        due="2019-10-01",
        standing="discharged",
        discharged_on="2019-10-11",
        timeliness="late",
        days_late=10,
    ),
    CORRECTED.owes(
        "corrected-on-earlier-days-too",
        "And does so on days before the correction was made",
        "BGR/3.2 2019-10-02",
        due="2019-10-01",
        standing="overdue",
    ),
    DISPUTED.owes(
        "disputed-stands",
        "What another source disputes stands until that is resolved",
        "BGR/3.2 2019-10-02",
        due="2019-10-01",
        standing="discharged",
        timeliness="on-time",
    ),
    DISPUTED.and_then(
        said("dispute-resolved", "BGR#5", upheld=True, reason="the state says so")
    ).owes(
        "dispute-upheld",
        "Upheld, the other source's word stands",
        "BGR/3.2 2019-10-12",
        due="2019-10-01",
        standing="discharged",
        discharged_on="2019-10-11",
        timeliness="late",
    ),
    DISPUTED.and_then(said("dispute-resolved", "BGR#5", upheld=False, reason="a misprint")).owes(
        "dispute-not-upheld",
        "Not upheld, it changes nothing",
        "BGR/3.2 2019-10-12",
        due="2019-10-01",
        standing="discharged",
        discharged_on="2019-09-01",
    ),
    WRONG_DEPOSIT.binds(
        "deposit-corrected",
        "A deposit corrected moves the day of entry into force",
        "BGR 2012-01-01",
        in_force_on="2011-10-01",
    ),
)

KNOWN: Final = (
    RETRACTED.owes(
        "known-before-the-retraction",
        "What the log knew before the retraction stays as it was",
        "BGR/3.2 2019-10-02",
        known_at=SIZE,
        due="2019-10-01",
        standing="discharged",
    ),
    RETRACTED.owes(
        "known-with-the-retraction",
        "With it, it is not there",
        "BGR/3.2 2019-10-02",
        known_at=SIZE + 1,
        due="2019-10-01",
        standing="overdue",
    ),
    BULGARIA.owes(
        "known-before-the-completion-was-recorded",
        "Before its completion was recorded nothing was known of it",
        "BGR/3.2 2019-10-02",
        known_at=SIZE - 1,
        due="2019-10-01",
        standing="overdue",
    ),
    WRONG_DEPOSIT.binds(
        "known-before-the-correction",
        "Before the correction another day of entry into force was known",
        "BGR 2012-01-01",
        known_at=len(founders()[FOUNDERS]) + 2,
        in_force_on="2011-11-01",
    ),
)


def published(event: Json, day: str) -> Json:
    """Cite a source that appeared on a day."""
    source = {"document": "country profile", "publisher": "the Monitor", "authority": "monitor"}
    return {**event, "citations": [{**source, "published": day}]}


SOURCES: Final = History(
    "3(2)",
    (
        *(published(each, "2012-01-01") for each in joined("BGR")),
        published(happened("stockpile-declared", "2012-03-27", state="BGR"), "2012-09-01"),
        published(DONE, "2020-09-01"),
    ),
)

APPEARED: Final = (
    SOURCES.owes(
        "appeared-with-the-completion",
        "With all sources that had appeared by 1 September 2020 the duty was fulfilled",
        "BGR/3.2 2020-12-01",
        published_by="2020-09-01",
        due="2019-10-01",
        standing="discharged",
    ),
    SOURCES.owes(
        "appeared-before-the-completion",
        "With those of the day before the duty was overdue",
        "BGR/3.2 2020-12-01",
        published_by="2020-08-31",
        due="2019-10-01",
        standing="overdue",
    ),
    SOURCES.owes(
        "appeared-before-the-last-day",
        "Sources that appeared before the last day do not tell whether it was missed",
        "BGR/3.2 2020-12-01",
        published_by="2019-09-30",
        due="2019-10-01",
        standing="undetermined",
    ),
    SOURCES.owes(
        "appeared-by-the-last-day",
        "Those of that day itself do",
        "BGR/3.2 2020-12-01",
        published_by="2019-10-01",
        due="2019-10-01",
        standing="overdue",
    ),
    SOURCES.owes(
        "appeared-before-the-declaration",
        "Those that appeared before its declaration tell of no stocks",
        "BGR/3.2 2013-01-01",
        published_by="2012-08-31",
        due="2019-10-01",
        standing="undetermined",
    ),
)

REFUSED: Final = (
    BULGARIA.records(
        "nothing-to-retract",
        "What is not there cannot be retracted",
        said("retracted", "BGR#5", reason="a mistake"),
        refused="RefusedEventError",
    ),
    RETRACTED.records(
        "retracted-already",
        "Nor what was retracted already",
        said("retracted", "BGR#4", reason="a mistake"),
        refused="RefusedEventError",
    ),
    BULGARIA.records(
        "corrected-into-another-state",
        "A correction does not move an event to another state",
        said("corrected", "BGR#4", replacement={**DONE, "state": "PER"}, reason="of Peru"),
        refused="RefusedEventError",
    ),
    BULGARIA.records(
        "no-dispute-to-resolve",
        "Only a dispute is resolved",
        said("dispute-resolved", "BGR#4", upheld=True, reason="as it is"),
        refused="RefusedEventError",
    ),
    BULGARIA.records(
        "corrected-against-the-convention",
        "A correction is held to the same rules as what it corrects",
        said(
            "corrected",
            "BGR#1",
            replacement=happened("signed", "2008-12-02", state="BGR"),
            reason="a day before",
        ),
        cites="15",
        refused="RefusedEventError",
    ),
)

GROUP: Final = group("the-record", ABOUT_EVENTS, KNOWN, APPEARED, REFUSED)
