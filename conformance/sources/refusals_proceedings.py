"""What a log refuses of reports and proceedings, and of what is no event."""

from __future__ import annotations

from typing import Final

from conformance.real import called, held, joined
from conformance.sources.refusals_membership import (
    BULGARIA,
    IN_FORCE,
    MALFORMED,
    NOBODY,
    REFUSED,
    signed,
)
from conformance.writing import CITED, History, Json, group, happened

ALL: Final = History("8(2)", (*joined("BWA"), *joined("IRL")))


def clarification(kind: str, day: str, **more: object) -> Json:
    """Take a step in the request `r1`."""
    return happened(f"clarification-{kind}", day, state="BWA", request="r1", **more)


def dispute(kind: str, day: str, **more: object) -> Json:
    """Take a step in the dispute `d1`."""
    return happened(f"treaty-dispute-{kind}", day, dispute="d1", **more)


PROCEEDINGS: Final = (
    BULGARIA.records(
        "report-on-a-year-not-begun",
        "No report covers a year that has not begun",
        happened("annual-report-submitted", "2013-04-30", state="BGR", year_covered=2014),
        cites="7(2)",
        refused=REFUSED,
    ),
    BULGARIA.records(
        "report-on-a-year-not-over",
        "One on a year that is not over is remarked on",
        happened("annual-report-submitted", "2013-04-30", state="BGR", year_covered=2013),
        cites="7(2)",
        recorded=3,
        remarks=1,
    ),
    BULGARIA.records(
        "retention-report-on-a-year-not-begun",
        "The same holds for what was retained",
        happened("retention-report-submitted", "2013-04-30", state="BGR", year_covered=2014),
        cites="3(8)",
        refused=REFUSED,
    ),
    History("7(1)", (signed("COD", "2009-03-18"),)).records(
        "initial-report-of-a-signatory",
        "An initial report of a state that has not joined is remarked on: nobody owes it",
        happened("initial-report-submitted", "2011-06-01", state="COD"),
        recorded=2,
        remarks=1,
    ),
    ALL.records(
        "clarification-of-a-party",
        "A State Party asks another",
        clarification("requested", "2016-02-01", asked_by=["IRL"]),
        recorded=5,
    ),
    ALL.records(
        "clarification-of-oneself",
        "Nobody asks itself",
        clarification("requested", "2016-02-01", asked_by=["BWA"]),
        refused=REFUSED,
    ),
    ALL.records(
        "clarification-by-a-state-not-party",
        "Nor does a state not party ask",
        clarification("requested", "2016-02-01", asked_by=["USA"]),
        refused=REFUSED,
    ),
    ALL.records(
        "clarification-never-asked",
        "No answer comes to what was never asked",
        clarification("answered", "2016-02-01"),
        refused=REFUSED,
    ),
    ALL.records(
        "dispute-with-oneself",
        "A dispute takes two",
        dispute("arose", "2016-05-01", between=["IRL"]),
        cites="10(1)",
        refused=REFUSED,
    ),
    ALL.records(
        "dispute-with-a-state-not-party",
        "And both are States Parties",
        dispute("arose", "2016-05-01", between=["IRL", "USA"]),
        cites="10(1)",
        refused=REFUSED,
    ),
    ALL.records(
        "dispute-that-never-arose",
        "What never arose is not settled",
        dispute("settled", "2016-05-01"),
        cites="10(1)",
        refused=REFUSED,
    ),
    IN_FORCE.and_then(called("9MSP", "2018-09-05")).records(
        "meeting-called-twice",
        "A meeting is called once, and then moved",
        called("9MSP", "2018-10-01"),
        cites="11(2)",
        refused=REFUSED,
    ),
    IN_FORCE.records(
        "meeting-never-called",
        "What was never called is not moved",
        happened(
            "meeting-moved",
            "2018-10-01",
            meeting="9MSP",
            opens_on="2019-09-09",
            closes_on="2019-09-11",
        ),
        cites="11(2)",
        refused=REFUSED,
    ),
    IN_FORCE.and_then(held("1RC")).records(
        "review-conference-too-soon",
        "Another Review Conference within five years is remarked on",
        happened(
            "meeting-called",
            "2019-09-04",
            meeting="2RC",
            kind="review-conference",
            opens_on="2020-09-06",
            closes_on="2020-09-09",
        ),
        cites="12(1)",
        recorded=2,
        remarks=1,
    ),
    IN_FORCE.and_then(held("1RC")).records(
        "review-conference-after-five-years",
        "Five years after the opening of the one before it is not",
        happened(
            "meeting-called",
            "2019-09-04",
            meeting="2RC",
            kind="review-conference",
            opens_on="2020-09-07",
            closes_on="2020-09-10",
        ),
        cites="12(1)",
        recorded=2,
        remarks=0,
    ),
    IN_FORCE.records(
        "amendment-by-a-state-not-party",
        "Only a State Party proposes an amendment",
        happened("amendment-proposed", "2018-01-01", amendment="a1", proposed_by="USA"),
        cites="13(1)",
        refused=REFUSED,
    ),
    IN_FORCE.records(
        "amendment-never-proposed",
        "What was not proposed is not circulated",
        happened("amendment-circulated", "2018-01-10", amendment="a1"),
        cites="13(1)",
        refused=REFUSED,
    ),
    IN_FORCE.records(
        "amendment-never-adopted",
        "Nor is accepted what was not adopted",
        happened("amendment-accepted", "2018-01-10", amendment="a1", accepted_by="BHR"),
        cites="13(5)",
        refused=REFUSED,
    ),
    ALL.records(
        "share-never-assessed",
        "A payment needs an assessment",
        happened(
            "contribution-paid",
            "2019-06-01",
            state="IRL",
            assessment="9MSP",
            amount_cents=100,
            currency="USD",
        ),
        cites="14(1)",
        refused=REFUSED,
    ),
)

WELL_FORMED: Final = signed("BGR", "2008-12-03")

FORM: Final = (
    NOBODY.records(
        "form-without-a-source",
        "An event without a source is none",
        {**WELL_FORMED, "citations": []},
        refused=MALFORMED,
    ),
    NOBODY.records(
        "form-unknown-field",
        "An event with a field it does not have is none",
        {**WELL_FORMED, "signed_by": "the President"},
        refused=MALFORMED,
    ),
    NOBODY.records(
        "form-no-such-day",
        "29 February 2009 did not exist",
        {**WELL_FORMED, "occurred_on": "2009-02-29"},
        refused="InvalidDateError",
    ),
    NOBODY.records(
        "form-time-of-day",
        "A day has no time of day",
        {**WELL_FORMED, "occurred_on": "2008-12-03T00:00:00Z"},
        refused="InvalidDateError",
    ),
    NOBODY.records(
        "form-no-such-state",
        "No state has the code XXX",
        {**WELL_FORMED, "state": "XXX"},
        refused="UnknownStateError",
    ),
    NOBODY.records(
        "form-later-version",
        "A later version of an event is not guessed at",
        {**WELL_FORMED, "type": "ccm.signed.v2"},
        refused="NewerEventTypeError",
    ),
    BULGARIA.records(
        "form-number-in-quotes",
        "A number in quotes is no number",
        happened("stockpile-declared", "2012-03-27", state="BGR", munitions="6905"),
        cites="3(2)",
        refused=MALFORMED,
    ),
    BULGARIA.records(
        "form-less-than-none",
        "Fewer than none are no number of munitions",
        happened("stockpile-declared", "2012-03-27", state="BGR", munitions=-1),
        cites="3(2)",
        refused=MALFORMED,
    ),
    BULGARIA.records(
        "form-not-happened-yet",
        "What has not happened is not recorded: these events are recorded on 20 November 2026",
        happened("stockpile-destruction-completed", "2026-11-22", state="BGR"),
        cites="3(2)",
        refused=REFUSED,
    ),
    BULGARIA.records(
        "form-tomorrow-somewhere",
        "What happened tomorrow is: it may be tomorrow there already",
        happened("stockpile-destruction-completed", "2026-11-21", state="BGR"),
        cites="3(2)",
        recorded=3,
    ),
    NOBODY.records(
        "form-a-source-that-gives-another-day",
        "A source that gives another day tells of another claim",
        {**WELL_FORMED, "citations": [{**CITED[0], "gives": "2008-12-04"}]},
        refused=REFUSED,
    ),
    NOBODY.records(
        "form-a-source-that-gives-a-month",
        "One that gives the month tells the same, less exactly",
        {**WELL_FORMED, "citations": [{**CITED[0], "gives": "2008-12"}]},
        recorded=1,
    ),
)

GROUP: Final = group("refusals", PROCEEDINGS, FORM)
