"""The oddities of the record, one sentence each, on the states that show them."""

from __future__ import annotations

import pytest

from ccm_engine.domain.events import (
    CONVENTION,
    AnnualReportSubmitted,
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    CoverageStated,
    ExtensionGranted,
    ExtensionRequested,
    InitialReportSubmitted,
    Instrument,
    InstrumentDeposited,
    MeetingCalled,
    MeetingHeld,
    MeetingMoved,
    MunitionsRetained,
    MunitionsTransferred,
    ProvisionalApplicationDeclared,
    RetainedMunitionsConsumed,
    RetentionEnded,
    Signed,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
    VictimsAbsenceDeclared,
    VictimsReported,
    VoluntaryReportSubmitted,
    WithdrawalNotified,
)
from tests.public_record.conftest import Record


def days(events: list[object]) -> list[str]:
    return [str(getattr(event, "occurred_on")) for event in events]
