"""What a log refuses of extensions: Articles 3(3) to 3(5) and 4(5) to 4(8)."""

from __future__ import annotations

from typing import Final

from conformance.real import called, granted, held, joined, requested, second_review
from conformance.sources.refusals_membership import BULGARIA, MALFORMED, REFUSED
from conformance.writing import History, group, happened, ratified

STOCKS: Final = BULGARIA.and_then(happened("stockpile-declared", "2012-03-27", state="BGR"))
AREAS: Final = History(
    "4(5)", (*joined("AFG"), happened("contamination-declared", "2012-08-30", state="AFG"))
)
ASKED: Final = STOCKS.and_then(
    called("9MSP", "2018-09-05"), requested("BGR", 3, "2018-11-30", months=12, meeting="9MSP")
)

MORE_TIME: Final = (
    STOCKS.records(
        "stocks-four-years",
        "Under Article 3 up to four years are asked for",
        requested("BGR", 3, "2018-11-30", months=48),
        cites="3(3)",
        recorded=4,
        remarks=0,
    ),
    STOCKS.records(
        "stocks-more-than-four-years",
        "Not a month more",
        requested("BGR", 3, "2018-11-30", months=49),
        cites="3(3)",
        refused=REFUSED,
        index=3,
    ),
    AREAS.records(
        "areas-five-years",
        "Under Article 4 up to five years are asked for",
        requested("AFG", 4, "2020-02-01", months=60),
        recorded=4,
        remarks=0,
    ),
    AREAS.records(
        "areas-more-than-five-years",
        "Not a month more",
        requested("AFG", 4, "2020-02-01", months=61),
        refused=REFUSED,
    ),
    AREAS.records(
        "areas-more-than-five-years-to-a-day",
        "Nor to a day beyond them",
        requested("AFG", 4, "2020-02-01", until="2027-03-03"),
        refused=REFUSED,
    ),
    AREAS.records(
        "filed-in-time",
        "Filed nine months before the meeting, a request is recorded without a remark",
        requested("AFG", 4, "2020-02-25", months=60, meeting="2RC"),
        cites="4(6)",
        recorded=4,
        remarks=0,
    ),
    AREAS.and_then(*second_review()).records(
        "filed-a-day-late",
        "Filed a day after that, it is recorded with a remark (INT-0003)",
        requested("AFG", 4, "2020-02-26", months=60, meeting="2RC"),
        cites="4(6)",
        recorded=6,
        remarks=1,
    ),
    ASKED.and_then(held("9MSP")).records(
        "stocks-granted",
        "What was asked for may be granted",
        granted("BGR", 3, "2019-09-04", months=12, meeting="9MSP", procedure="meeting"),
        cites="3(5)",
        recorded=7,
        remarks=0,
    ),
    STOCKS.records(
        "stocks-granted-too-much",
        "More than four years cannot be granted",
        granted("BGR", 3, "2019-09-04", months=49),
        cites="3(3) 3(5)",
        refused=REFUSED,
    ),
    AREAS.records(
        "areas-granted-too-much",
        "Nor more than five under Article 4",
        granted("AFG", 4, "2021-09-21", months=61),
        cites="4(5) 4(7)",
        refused=REFUSED,
    ),
    STOCKS.records(
        "an-extension-never-shortens",
        "An extension to a day before the deadline is refused",
        granted("BGR", 3, "2018-09-05", until="2019-09-30"),
        cites="3(5)",
        refused=REFUSED,
    ),
    STOCKS.records(
        "nor-to-the-same-day",
        "And to the deadline itself as well",
        granted("BGR", 3, "2018-09-05", until="2019-10-01"),
        cites="3(5)",
        refused=REFUSED,
    ),
    STOCKS.records(
        "months-and-day-differ-by-style",
        "Months and a stated day may differ by one day",
        granted("BGR", 3, "2018-09-05", months=12, until="2020-09-30"),
        cites="3(5)",
        recorded=4,
    ),
    STOCKS.records(
        "months-and-day-differ",
        "But not by more",
        granted("BGR", 3, "2018-09-05", months=12, until="2020-09-29"),
        cites="3(5)",
        refused=REFUSED,
    ),
    AREAS.and_then(requested("AFG", 4, "2021-06-01", months=48)).records(
        "silence-procedure",
        "A decision by silence procedure is recorded with a remark",
        granted("AFG", 4, "2021-09-21", months=48, procedure="silence procedure"),
        cites="4(7)",
        recorded=5,
        remarks=1,
    ),
    AREAS.and_then(requested("AFG", 4, "2021-06-01", months=48)).records(
        "decided-after-the-deadline",
        "A decision after the deadline too",
        granted("AFG", 4, "2022-09-02", months=48),
        cites="4(7)",
        recorded=5,
        remarks=1,
    ),
    AREAS.records(
        "granted-without-a-request",
        "A grant nobody asked for on record is remarked on",
        granted("AFG", 4, "2021-09-21", months=48),
        cites="4(7)",
        recorded=4,
        remarks=1,
    ),
    AREAS.records(
        "refused-without-a-request",
        "And so is a refusal",
        happened("extension-refused", "2021-09-21", state="AFG", article=4),
        cites="4(7)",
        recorded=4,
        remarks=1,
    ),
    History(
        "3(3)",
        (*joined("IRQ"), happened("stockpile-absence-declared", "2014-06-01", state="IRQ")),
    ).records(
        "nothing-to-extend",
        "A state that declared none has nothing to extend",
        requested("IRQ", 3, "2020-01-01", months=12),
        refused=REFUSED,
    ),
    STOCKS.and_then(happened("stockpile-destruction-completed", "2018-01-01", state="BGR")).records(
        "nothing-left-to-extend",
        "Nor has one that has finished",
        granted("BGR", 3, "2019-09-04", months=12),
        cites="3(5)",
        refused=REFUSED,
    ),
    History("4(5)", ratified("NGA", "2023-02-28")).records(
        "not-bound-no-extension",
        "A state that is not bound yet asks for no extension",
        requested("NGA", 4, "2023-07-31", months=12),
        refused=REFUSED,
    ),
    STOCKS.records(
        "no-conflict-under-article-3",
        "Only Article 4(1)(b) knows a conflict",
        {**granted("BGR", 3, "2019-09-04", months=12), "conflict": "war"},
        cites="3(5)",
        refused=REFUSED,
    ),
    AREAS.records(
        "conflict-that-goes-on",
        "Where no end of hostilities is on record there is no deadline to extend",
        {**requested("AFG", 4, "2020-02-01", months=12), "conflict": "war"},
        cites="4(1)(b) 4(5)",
        refused=REFUSED,
    ),
    AREAS.and_then(
        happened("hostilities-ended", "2014-12-31", state="AFG", conflict="war")
    ).records(
        "hostilities-end-once",
        "The same hostilities end once",
        happened("hostilities-ended", "2015-12-31", state="AFG", conflict="war"),
        cites="4(1)(b)",
        refused=REFUSED,
    ),
    STOCKS.records(
        "article-5-has-no-extension",
        "Only Articles 3 and 4 have extensions",
        requested("BGR", 5, "2018-11-30", months=12),
        cites="3(3) 4(5)",
        refused=MALFORMED,
    ),
)

GROUP: Final = group("refusals", MORE_TIME)
