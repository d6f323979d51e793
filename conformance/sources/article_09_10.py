"""Articles 9 and 10: laws, and disputes between States Parties."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import History, Json, group, happened

IRELAND: Final = History("9", joined("IRL"))
STATE: Final = [{"document": "Article 7 report", "publisher": "Ireland", "authority": "state"}]


def measure(kind: str, day: str, **more: object) -> Json:
    """Report a measure of Ireland, by its own word."""
    told = happened("national-measure-reported", day, state="IRL", measure=kind, **more)
    return {**told, "citations": STATE}


MEASURES: Final = (
    IRELAND.owes(
        "measures-owed",
        "To take national measures is owed from entry into force; the treaty names no day",
        "IRL/9 2011-01-01",
        due=None,
        standing="continuing",
        says="nothing is on record about its measures",
    ),
    IRELAND.and_then(measure("specific-law", "2008-12-02", title="Cluster Munitions Act")).owes(
        "measures-a-law",
        "A law is said in the grounds, and the duty goes on",
        "IRL/9 2011-01-01",
        due=None,
        standing="continuing",
        says="specific law: Cluster Munitions Act (2008-12-02)",
    ),
    IRELAND.owes(
        "measures-not-yet",
        "Before entry into force none are owed",
        "IRL/9 2010-07-31",
        due=None,
        standing="not-yet-binding",
    ),
)


def dispute(kind: str, day: str, **more: object) -> Json:
    """Take a step in the dispute `d1` between Ireland and Botswana: fiction."""
    return happened(f"treaty-dispute-{kind}", day, dispute="d1", **more)


PEACE: Final = History("10(1)", (*joined("IRL"), *joined("BWA"), *joined("PER")))
DISPUTE: Final = PEACE.and_then(dispute("arose", "2016-05-01", between=["BWA", "IRL"]))

DISPUTES: Final = (
    DISPUTE.owes(
        "dispute-consult",
        "The States Parties to a dispute consult until it is settled",
        "IRL/10.1/d1 2016-05-01",
        due=None,
        standing="continuing",
    ),
    DISPUTE.and_then(
        dispute("referred", "2017-01-10", referred_to="International Court of Justice")
    ).owes(
        "dispute-taken-to-court",
        "They do so wherever the dispute is taken",
        "BWA/10.1/d1 2017-01-10",
        due=None,
        standing="continuing",
        says="taken to International Court of Justice (2017-01-10)",
    ),
    DISPUTE.and_then(dispute("settled", "2018-03-01")).owes(
        "dispute-settled",
        "Once it is settled there is nothing left to consult about",
        "IRL/10.1/d1 2018-03-01",
        due=None,
        standing="not-engaged",
    ),
    DISPUTE.and_then(dispute("settled", "2018")).owes(
        "dispute-perhaps-settled",
        "Settled on some day of 2018: before its end the answer says how it would be otherwise",
        "IRL/10.1/d1 2018-06-01",
        due=None,
        standing="continuing",
        otherwise={"due": None, "standing": "not-engaged", "discharged_on": None},
    ),
    DISPUTE.owes(
        "dispute-of-others",
        "Who is no party to it owes nothing",
        "PER/10.1/d1 2016-05-01",
        exists=False,
    ),
)

GROUP: Final = group("article-09-14", MEASURES, DISPUTES)
