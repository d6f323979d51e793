"""What a log refuses of signature, consent and withdrawal: Articles 15 to 20."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import History, Json, acceded, group, happened

NOBODY: Final = History("15", (), before=())
IN_FORCE: Final = History("15", ())
BULGARIA: Final = History("16(1)", joined("BGR"))
REFUSED: Final = "RefusedEventError"
MALFORMED: Final = "MalformedEventError"


def signed(state: str, day: str) -> Json:
    """Sign the Convention."""
    return happened("signed", day, state=state)


def deposited(state: str, day: str, instrument: str) -> Json:
    """Deposit an instrument of any kind."""
    return happened("instrument-deposited", day, state=state, instrument=instrument)


SIGNATURE: Final = (
    NOBODY.records(
        "signed-on-the-first-day",
        "A signature on 3 December 2008, the first day, is recorded",
        signed("BGR", "2008-12-03"),
        recorded=1,
        remarks=0,
    ),
    NOBODY.records(
        "signed-before-the-first-day",
        "One on the day before is refused",
        signed("BGR", "2008-12-02"),
        refused=REFUSED,
        index=0,
    ),
    IN_FORCE.records(
        "signed-on-the-last-day",
        "A signature on 31 July 2010, the last day, is recorded",
        signed("DJI", "2010-07-31"),
        recorded=1,
    ),
    IN_FORCE.records(
        "signed-after-entry-into-force",
        "On the day the Convention entered into force it is closed for signature",
        signed("DJI", "2010-08-01"),
        refused=REFUSED,
    ),
    History("15", (signed("BGR", "2008-12-03"),)).records(
        "signed-twice",
        "Nobody signs twice",
        signed("BGR", "2009-01-01"),
        refused=REFUSED,
        index=1,
    ),
    History("15 16(2)", (acceded("AND", "2010-04-09"),)).records(
        "signed-after-accession",
        "Who acceded did not sign",
        signed("AND", "2010-03-01"),
        refused=REFUSED,
    ),
)

INSTRUMENT: Final = (
    History("16(1)", (signed("SOM", "2008-12-03"),)).records(
        "signatory-ratifies",
        "Somalia signed, and ratifies",
        deposited("SOM", "2015-09-30", "ratification"),
        recorded=2,
    ),
    History("16(1)", (signed("SOM", "2008-12-03"),)).records(
        "signatory-approves",
        "A signatory may approve as well",
        deposited("SOM", "2015-09-30", "approval"),
        recorded=2,
    ),
    History("16(1) 16(2)", (signed("SOM", "2008-12-03"),)).records(
        "signatory-does-not-accede",
        "Somalia did not accede, as one document has it: a signatory cannot",
        deposited("SOM", "2015-09-30", "accession"),
        refused=REFUSED,
    ),
    History("16(2)", ()).records(
        "others-accede",
        "Mauritius had not signed, and accedes",
        deposited("MUS", "2015-10-01", "accession"),
        recorded=1,
    ),
    History("16(1) 16(2)", ()).records(
        "others-do-not-ratify",
        "Mauritius did not ratify, as one document has it: who did not sign cannot",
        deposited("MUS", "2015-10-01", "ratification"),
        refused=REFUSED,
    ),
    BULGARIA.records(
        "one-instrument-is-enough",
        "A second instrument is refused while the first binds",
        deposited("BGR", "2012-01-01", "ratification"),
        refused=REFUSED,
        index=2,
    ),
    History("16(1)", (signed("CIV", "2008-12-04"),)).records(
        "not-before-signature",
        "Nobody ratifies before it has signed",
        deposited("CIV", "2008-12-03", "ratification"),
        refused=REFUSED,
    ),
    History("16(2)", (), before=()).records(
        "not-before-the-opening",
        "Nothing could be deposited before 3 December 2008",
        deposited("AND", "2008-12-02", "accession"),
        refused=REFUSED,
    ),
    History(
        "16(2) 20(3)",
        (*joined("LTU"), happened("withdrawal-notified", "2024-09-06", state="LTU")),
    ).records(
        "withdrawn-and-joined-again",
        "Who withdrew may accede, though it had signed",
        deposited("LTU", "2025-07-10", "accession"),
        recorded=4,
    ),
    History("18", joined("BLZ")).records(
        "provisional-with-the-deposit",
        "Provisional application is declared with the instrument",
        happened("provisional-application-declared", "2014-09-02", state="BLZ"),
        recorded=2,
        remarks=0,
    ),
    History("18", joined("BLZ")).records(
        "provisional-after-the-deposit",
        "Declared after it, that is remarked on",
        happened("provisional-application-declared", "2014-10-01", state="BLZ"),
        recorded=2,
        remarks=1,
    ),
    BULGARIA.records(
        "no-reservation",
        "No reservation is possible, and there is no event for one",
        happened("reservation-made", "2011-04-06", state="BGR"),
        cites="19",
        refused="UnknownEventTypeError",
    ),
    BULGARIA.records(
        "declaration-changes-nothing",
        "How a state reads the Convention may be recorded",
        happened(
            "declaration-made", "2011-04-06", state="BGR", kind="interpretive", text="as it reads"
        ),
        cites="19",
        recorded=3,
    ),
    BULGARIA.records(
        "notified-day-that-differs",
        "A notified day that is not the computed one is remarked on (INT-0009)",
        happened("entry-into-force-notified", "2011-04-06", state="BGR", in_force_on="2011-11-01"),
        cites="17(2)",
        recorded=3,
        remarks=1,
    ),
)

LITHUANIA: Final = History("20(2)", joined("LTU"))
NOTICE: Final = LITHUANIA.and_then(happened("withdrawal-notified", "2024-09-06", state="LTU"))

WITHDRAWAL: Final = (
    LITHUANIA.records(
        "party-withdraws",
        "A State Party may withdraw",
        happened("withdrawal-notified", "2024-09-06", state="LTU"),
        recorded=3,
    ),
    LITHUANIA.records(
        "not-before-it-is-bound",
        "Nobody withdraws before it is bound",
        happened("withdrawal-notified", "2011-08-31", state="LTU"),
        refused=REFUSED,
    ),
    NOTICE.records(
        "not-twice",
        "A second notice is refused while the first stands",
        happened("withdrawal-notified", "2024-10-01", state="LTU"),
        refused=REFUSED,
    ),
    NOTICE.records(
        "taken-back-on-the-eve",
        "A notice may be taken back until the day before its effect",
        happened("withdrawal-revoked", "2025-03-05", state="LTU"),
        cites="20(3)",
        recorded=4,
    ),
    NOTICE.records(
        "not-taken-back-once-it-has-effect",
        "On the day of its effect it cannot be taken back any more",
        happened("withdrawal-revoked", "2025-03-06", state="LTU"),
        cites="20(3)",
        refused=REFUSED,
    ),
    LITHUANIA.records(
        "nothing-to-take-back",
        "Without a notice there is nothing to take back",
        happened("withdrawal-revoked", "2024-09-06", state="LTU"),
        cites="20(3)",
        refused=REFUSED,
    ),
    LITHUANIA.records(
        "conflict-that-never-began",
        "The end of a conflict that never began on record is remarked on",
        happened("armed-conflict-ended", "2024-09-06", state="LTU", conflict="war"),
        cites="20(3)",
        recorded=3,
        remarks=1,
    ),
)

GROUP: Final = group("refusals", SIGNATURE, INSTRUMENT, WITHDRAWAL)
