"""Engine and oracle agree where things happen on the very day that decides.

Drawn histories meet these days too seldom.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ArmedConflictBegun,
    ArmedConflictEnded,
    ClarificationAnswered,
    ClarificationRequested,
    ClarificationWithdrawn,
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContributionAssessed,
    ContributionPaid,
    Corrected,
    ExtensionGranted,
    ExtensionRequested,
    HostilitiesEnded,
    InitialReportSubmitted,
    MunitionsRetained,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
    TreatyDisputeArose,
    TreatyDisputeSettled,
    UseReported,
    VictimsAbsenceDeclared,
    VictimsReported,
    WithdrawalNotified,
)
from tests.histories import called, deposits_to_thirty, happened, held, joined
from tests.oracle.asking import ALTERNATIVES, PRACTICE, disagreements, wires
from tests.oracle.dates import Choices

SHARE: Final = {"assessment": "9MSP", "amount_cents": 100, "currency": "USD"}
ASKED: Final = {"article": 4, "meeting": "9MSP", "months": 60}

LOG: Final[tuple[Event, ...]] = (
    *deposits_to_thirty(),
    *held("1MSP", "2MSP", "3MSP", "4MSP", "5MSP", "1RC", "6MSP", "7MSP", "8MSP"),
    called("9MSP", "2018-09-05"),
    # a stock wholly retained
    *joined("CMR", "2012-07-12"),
    happened(StockpileDeclared, "2013-01-01", "CMR", munitions=6),
    happened(MunitionsRetained, "2017", "CMR", munitions=6, year=2017),
    # cleared and declared on the day a meeting opens, and found again
    *joined("MRT", "2012-02-01"),
    happened(ContaminationDeclared, "2013-01-01", "MRT"),
    happened(ClearanceCompleted, "2013-09-09", "MRT"),
    happened(ComplianceDeclared, "2013-09-09", "MRT", article=4),
    happened(ContaminationFound, "2020-09-28", "MRT"),
    # destroyed on the last day, found on the next
    happened(StockpileDeclared, "2011-01-01", "ESP", munitions=100),
    happened(StockpileDestructionCompleted, "2018-08-01", "ESP"),
    happened(StockpileFound, "2018-08-02", "ESP", munitions=1),
    # a conflict that ends on the day the six months do
    *joined("LTU", "2011-03-24"),
    happened(ArmedConflictBegun, "2024-01-01", "LTU", conflict="the-war"),
    happened(WithdrawalNotified, "2024-08-31", "LTU"),
    happened(ArmedConflictEnded, "2025-03-01", "LTU", conflict="the-war"),
    # hostilities that ended on the day of entry into force, and clearance on the due day
    happened(HostilitiesEnded, "2010-08-01", "HRV", conflict="the-war"),
    happened(ClearanceCompleted, "2020-08-01", "HRV", conflict="the-war"),
    # requests on the last day to file, and on the day after
    happened(ContaminationDeclared, "2012-01-01", "DEU"),
    happened(ExtensionRequested, "2018-12-02", "DEU", **ASKED),
    happened(ExtensionGranted, "2020-08-01", "DEU", article=4, months=60),
    happened(ContaminationDeclared, "2012-01-01", "LAO"),
    happened(ExtensionRequested, "2018-12-03", "LAO", **ASKED),
    # answered, and taken back, on the 28th day
    happened(ClarificationRequested, "2012-05-02", "SMR", request="a"),
    happened(ClarificationAnswered, "2012-05-30", "SMR", request="a"),
    happened(ClarificationRequested, "2012-05-02", "MLT", request="b"),
    happened(ClarificationWithdrawn, "2012-05-30", "MLT", request="b"),
    happened(ClarificationRequested, "2012-05-02", "MLT", request="c"),
    happened(ClarificationWithdrawn, "2012-05-31", "MLT", request="c"),
    # use on the last day before entry into force, and on that day
    happened(UseReported, "2010-07-31", "FRA", on_territory_of=("LAO",)),
    happened(UseReported, "2010-08-01", "FRA", on_territory_of=("ALB",)),
    # use before one entry into force and after the other, for certain or not
    *joined("BGR", "2011-04-06"),
    happened(UseReported, "2010-07-01/2010-09-01", "BGR", on_territory_of=("ALB",)),
    happened(UseReported, "2010-09-01", "BGR", on_territory_of=("LAO",)),
    # use before both, where the user was bound more than a year before the other
    happened(UseReported, "2006-08-01", "FRA", on_territory_of=("BGR",)),
    # paid to the last cent on the due day
    happened(ContributionAssessed, "2019-05-02", "AUT", **SHARE, due_on=date(2019, 8, 1)),
    happened(ContributionPaid, "2019-07-31", "AUT", **{**SHARE, "amount_cents": 99}),
    happened(ContributionPaid, "2019-08-01", "AUT", **{**SHARE, "amount_cents": 1}),
    # reports on their due days, and on the day after
    happened(InitialReportSubmitted, "2011-01-28", "IRL"),
    happened(AnnualReportSubmitted, "2012-04-30", "IRL"),
    happened(
        Corrected,
        "2013-01-01",
        target="IRL#3",
        replacement=happened(InitialReportSubmitted, "2011-01-29", "IRL"),
        reason="the day was misread",
    ),
    happened(InitialReportSubmitted, "2016-04-30", "BEL"),
    happened(InitialReportSubmitted, "2016-05-01", "NZL"),
    happened(MunitionsRetained, "2015-12-31", "NZL", munitions=1),
    # a dispute settled, and the last word on victims
    happened(TreatyDisputeArose, "2014-05-06", dispute="transit", between=("SMR", "MLT")),
    happened(TreatyDisputeSettled, "2015-02-03", dispute="transit"),
    happened(VictimsReported, "2012-01-01", "ALB"),
    happened(VictimsAbsenceDeclared, "2019-01-01", "ALB"),
    # months from the last day of a month, and a month stated
    happened(HostilitiesEnded, "2012-02-29", "MKD", conflict="the-war"),
    happened(ExtensionGranted, "2021-09-21", "MKD", article=4, conflict="the-war", months=24),
    happened(HostilitiesEnded, "2012-08-31", "MWI", conflict="the-war"),
    happened(
        ExtensionGranted,
        "2021-09-21",
        "MWI",
        article=4,
        conflict="the-war",
        until=PartialDate.parse("2023-02"),
    ),
)

DAYS: Final = tuple(
    date.fromisoformat(day)
    for day in (
        "2010-07-31",
        "2010-08-01",
        "2011-01-28",
        "2011-01-29",
        "2011-09-30",
        "2011-10-01",
        "2012-04-30",
        "2012-05-01",
        "2012-05-30",
        "2012-05-31",
        "2013-09-09",
        "2015-02-03",
        "2016-04-30",
        "2018-08-01",
        "2018-08-02",
        "2019-08-01",
        "2020-08-01",
        "2020-08-02",
        "2022-02-28",
        "2022-03-01",
        "2024-02-29",
        "2025-02-28",
        "2025-03-01",
        "2026-11-01",
    )
)

ALSO_BY_OTHER_READINGS: Final = (date(2015, 2, 3), date(2020, 8, 2), date(2026, 11, 1))


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.in_memory(LOG)


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_by_practice_on_each_of_them(engine: Engine, as_of: date) -> None:
    assert disagreements(engine, wires(LOG), as_of, PRACTICE) == []


@pytest.mark.parametrize("reading", ALTERNATIVES, ids=lambda each: "=".join(*each.items()))
def test_by_every_other_reading(engine: Engine, reading: Choices) -> None:
    for as_of in ALSO_BY_OTHER_READINGS:
        assert disagreements(engine, wires(LOG), as_of, reading) == []
