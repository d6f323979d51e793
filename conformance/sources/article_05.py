"""Article 5: assistance to victims, and a focal point for it."""

from __future__ import annotations

from typing import Final

from conformance.real import joined
from conformance.writing import History, group, happened

MOZAMBIQUE: Final = History("5(1)", joined("MOZ"))
VICTIMS: Final = MOZAMBIQUE.and_then(happened("victims-reported", "2012-06-01", state="MOZ"))
NONE: Final = VICTIMS.and_then(happened("victims-absence-declared", "2019", state="MOZ"))

GROUP: Final = group(
    "article-05",
    (
        VICTIMS.owes(
            "victims-are-assisted",
            "A state with victims assists them",
            "MOZ/5.1 2012-06-01",
            due=None,
            standing="continuing",
        ),
        MOZAMBIQUE.owes(
            "victims-unknown",
            "Where nothing is on record about victims the duty is undetermined",
            "MOZ/5.1 2012-06-01",
            due=None,
            standing="undetermined",
            says="nothing is on record about victims",
        ),
        NONE.owes(
            "no-victims",
            "Mozambique clarified in 2019 that it has none: the last word counts",
            "MOZ/5.1 2019-12-31",
            due=None,
            standing="not-engaged",
        ),
        NONE.owes(
            "no-victims-perhaps-by-now",
            "Within that year it is not certain yet, and the answer says so",
            "MOZ/5.1 2019-06-01",
            due=None,
            standing="continuing",
            otherwise={"due": None, "standing": "not-engaged", "discharged_on": None},
        ),
        NONE.and_then(happened("victims-reported", "2021-05-01", state="MOZ")).owes(
            "victims-after-all",
            "A later word that there are victims engages the duty again",
            "MOZ/5.1 2021-05-01",
            due=None,
            standing="continuing",
        ),
        VICTIMS.owes(
            "before-it-was-bound",
            "What is said before entry into force is known, and binds nobody",
            "MOZ/5.1 2011-08-31",
            due=None,
            standing="not-yet-binding",
        ),
        VICTIMS.and_then(
            happened("victim-data-collected", "2014", state="MOZ"),
            happened("victim-assistance-plan-adopted", "2015", state="MOZ", plan="disability plan"),
            happened("victim-assistance-resourced", "2016", state="MOZ"),
        ).owes(
            "assistance-on-record",
            "The last word on data, plans and resources stands in the grounds",
            "MOZ/5.1 2017-01-01",
            cites="5(1) 5(2)",
            due=None,
            standing="continuing",
            grounds="17(2) 5(1) 5(1) 5(2)(c) 5(2)(d)",
        ),
        VICTIMS.and_then(
            happened("assistance-requested", "2015-05-01", state="MOZ", article=5),
            happened("assistance-requested", "2016-05-01", state="MOZ", article=4),
        ).owes(
            "assistance-asked-for",
            "That it asked for help with victims stands there too, and not that with clearance",
            "MOZ/5.1 2017-01-01",
            cites="5(1) 5(2)",
            due=None,
            standing="continuing",
            says="asked for assistance (2015-05-01)",
        ),
        VICTIMS.owes(
            "focal-point-asked",
            "A state with victims keeps a focal point; the treaty names no day",
            "MOZ/5.2g 2013-01-01",
            cites="5(2)",
            due=None,
            standing="continuing",
        ),
        VICTIMS.and_then(happened("focal-point-designated", "2013-02-01", state="MOZ")).owes(
            "focal-point-designated",
            "That it was designated stands in the grounds, and the duty goes on",
            "MOZ/5.2g 2013-02-01",
            cites="5(2)",
            due=None,
            standing="continuing",
            says="focal point designated (2013-02-01)",
        ),
        NONE.owes(
            "focal-point-without-victims",
            "Without victims no focal point is asked for",
            "MOZ/5.2g 2020-01-01",
            cites="5(2)",
            due=None,
            standing="not-engaged",
        ),
        MOZAMBIQUE.owes(
            "focal-point-unknown",
            "Where nothing is known of victims neither is whether one is asked for",
            "MOZ/5.2g 2013-01-01",
            cites="5(2)",
            due=None,
            standing="undetermined",
        ),
    ),
)
