"""Articles 6, 8 and 21: duties without a date, and requests for clarification."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import History, Json, group, happened

LITHUANIA: Final = History("", joined("LTU"))
LEFT: Final = LITHUANIA.and_then(happened("withdrawal-notified", "2024-09-06", state="LTU"))

ALWAYS: Final = (
    ("6(2)", "assist", "To assist affected States Parties is owed as long as a state is bound"),
    ("6(3)", "exchange", "So is the exchange of equipment and information"),
    ("6(4)", "clearance", "So is assistance to clearance"),
    ("6(5)", "stockpiles", "So is assistance to the destruction of stocks"),
    ("6(6)", "emergency", "So is emergency assistance"),
    ("6(7)", "victims", "So is assistance to victims"),
    ("6(8)", "recovery", "So is a contribution to economic and social recovery"),
    ("6(10)", "let-in", "So is to let in the assistance received"),
    ("6(12)", "cooperate", "So is cooperation in carrying out what was agreed"),
    ("8(1)", "consult", "So is consultation about compliance"),
    ("21(1)", "encourage", "So is the encouragement of others to join"),
    ("21(2)", "discourage", "So is discouragement of use"),
)

STANDING: Final = tuple(
    LITHUANIA.owes(
        f"always-{name}",
        title,
        f"LTU/{cited.replace('(', '.').replace(')', '')} 2020-01-01",
        cites=cited,
        due=None,
        standing="continuing",
        nature="standing",
    )
    for cited, name, title in ALWAYS
)

BEGINNING_AND_END: Final = (
    LITHUANIA.owes(
        "not-before-entry-into-force",
        "Before entry into force no assistance is owed",
        "LTU/6.2 2011-08-31",
        cites="6(2)",
        due=None,
        standing="not-yet-binding",
    ),
    LEFT.owes(
        "not-after-withdrawal",
        "Nor after a withdrawal had effect",
        "LTU/6.2 2025-03-06",
        cites="6(2) 20(3)",
        due=None,
        standing="ceased",
    ),
    LEFT.owes(
        "consult-to-the-eve",
        "To consult is owed to the last day",
        "LTU/8.1 2025-03-05",
        cites="8(1) 20(3)",
        due=None,
        standing="continuing",
    ),
    LEFT.owes(
        "encourage-no-more",
        "And a state that left encourages nobody by duty",
        "LTU/21.1 2025-03-06",
        cites="21(1) 20(3)",
        due=None,
        standing="ceased",
    ),
)


def clarification(kind: str, day: str, request: str = "r1", **more: object) -> Json:
    """Take a step in a request to Botswana: fiction, none was ever made."""
    return happened(f"clarification-{kind}", day, state="BWA", request=request, **more)


BOTSWANA: Final = History("8(2)", (*joined("BWA"), *joined("IRL")))
ASKED: Final = BOTSWANA.and_then(clarification("requested", "2016-02-01", asked_by=["IRL"]))
VAGUELY: Final = BOTSWANA.and_then(clarification("requested", "2016-02", asked_by=["IRL"]))

CLARIFICATION: Final = (
    ASKED.owes(
        "clarification-28-days",
        "A request passed on on 1 February 2016 is answered by 29 February",
        "BWA/8.2/r1 2016-02-29",
        treaty_due="2016-02-29",
        due="2016-02-29",
        standing="pending",
    ),
    ASKED.owes(
        "clarification-overdue",
        "On 1 March the answer is overdue",
        "BWA/8.2/r1 2016-03-01",
        due="2016-02-29",
        standing="overdue",
    ),
    ASKED.owes(
        "clarification-not-asked-yet",
        "The day before nothing is asked",
        "BWA/8.2/r1 2016-01-31",
        exists=False,
    ),
    ASKED.and_then(clarification("answered", "2016-02-29")).owes(
        "clarification-answered-on-the-last-day",
        "An answer on the last day is in time",
        "BWA/8.2/r1 2016-02-29",
        due="2016-02-29",
        standing="discharged",
        timeliness="on-time",
    ),
    ASKED.and_then(clarification("answered", "2016-02-01")).owes(
        "clarification-answered-at-once",
        "An answer may come on the day of the request",
        "BWA/8.2/r1 2016-02-01",
        due="2016-02-29",
        standing="discharged",
        timeliness="on-time",
    ),
    ASKED.and_then(
        clarification("requested", "2016-02-10", request="r2", asked_by=["IRL"]),
        clarification("answered", "2016-02-20", request="r2"),
    ).owes(
        "clarification-another-answer",
        "The answer to another request answers nothing",
        "BWA/8.2/r1 2016-03-01",
        due="2016-02-29",
        standing="overdue",
    ),
    ASKED.and_then(clarification("answered", "2016-03-02")).owes(
        "clarification-answered-late",
        "An answer on 2 March is two days late",
        "BWA/8.2/r1 2016-03-02",
        due="2016-02-29",
        standing="discharged",
        timeliness="late",
        days_late=2,
    ),
    ASKED.and_then(clarification("withdrawn", "2016-02-29")).owes(
        "clarification-taken-back",
        "A request taken back by its last day need not be answered",
        "BWA/8.2/r1 2016-03-01",
        due="2016-02-29",
        standing="not-engaged",
    ),
    ASKED.and_then(
        clarification("answered", "2016-02-20"), clarification("withdrawn", "2016-02-20")
    ).owes(
        "clarification-answered-as-it-is-taken-back",
        "Answered on the day on which it is taken back, it is answered",
        "BWA/8.2/r1 2016-03-01",
        due="2016-02-29",
        standing="discharged",
        timeliness="on-time",
    ),
    ASKED.and_then(clarification("withdrawn", "2016-03-01")).owes(
        "clarification-taken-back-too-late",
        "Taken back later it changes nothing: the day was missed",
        "BWA/8.2/r1 2016-03-01",
        due="2016-02-29",
        standing="overdue",
    ),
    ASKED.and_then(clarification("referred", "2016-04-01", meeting="6MSP")).owes(
        "clarification-taken-to-a-meeting",
        "Unanswered, it may be taken to the next meeting, and the answer is owed still",
        "BWA/8.2/r1 2016-04-01",
        cites="8(2) 8(3)",
        due="2016-02-29",
        standing="overdue",
        says="taken to the 6MSP (2016-04-01)",
    ),
    VAGUELY.owes(
        "clarification-of-an-unknown-day",
        "Passed on on some day of February, it is answered by a day in March; its last counts",
        "BWA/8.2/r1 2016-03-10",
        due="2016-02-29/2016-03-28",
        treaty_due="2016-03-28",
        standing="pending",
        otherwise={
            "due": "2016-02-29/2016-03-28",
            "standing": "overdue",
            "discharged_on": None,
        },
    ),
)

GROUP: Final = group("article-06-08", STANDING, BEGINNING_AND_END, CLARIFICATION)
