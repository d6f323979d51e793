"""Everything that can be recorded, by family, with its stored name.

`EVENT_TYPES` maps each stored name (`ccm.signed.v1`) to its class. A name once released stays.
"""

from collections.abc import Mapping
from typing import Final

from ccm_engine.domain.events.base import CONVENTION, Entry, Event, StateEvent
from ccm_engine.domain.events.clearance import (
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    HostilitiesEnded,
    LandReleased,
)
from ccm_engine.domain.events.compliance import (
    ClarificationAnswered,
    ClarificationReferred,
    ClarificationRequested,
)
from ccm_engine.domain.events.extensions import (
    BenchmarkMet,
    BenchmarkSet,
    ExtensionEvent,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    Procedure,
)
from ccm_engine.domain.events.meetings import (
    ActionPlanAdopted,
    DecisionTaken,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
)
from ccm_engine.domain.events.membership import (
    ArmedConflictBegun,
    ArmedConflictEnded,
    DeclarationKind,
    DeclarationMade,
    EntryIntoForceNotified,
    Instrument,
    InstrumentDeposited,
    ProvisionalApplicationDeclared,
    Signed,
    StateRenamed,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.events.record import (
    Corrected,
    Corroborated,
    CoverageStated,
    Disputed,
    DisputeResolved,
    RecordEvent,
    Retracted,
)
from ccm_engine.domain.events.reports import (
    AnnualReportSubmitted,
    InitialReportSubmitted,
    ReportForm,
    RetentionReportSubmitted,
    VoluntaryReportSubmitted,
)
from ccm_engine.domain.events.stockpiles import (
    MunitionsAcquired,
    MunitionsRetained,
    MunitionsTransferred,
    RetainedMunitionsConsumed,
    RetentionEnded,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
)
from ccm_engine.domain.events.victims import (
    FocalPointDesignated,
    VictimsAbsenceDeclared,
    VictimsReported,
)

MEMBERSHIP: Final = (
    Signed,
    InstrumentDeposited,
    ProvisionalApplicationDeclared,
    EntryIntoForceNotified,
    WithdrawalNotified,
    WithdrawalRevoked,
    ArmedConflictBegun,
    ArmedConflictEnded,
    DeclarationMade,
    StateRenamed,
)
STOCKPILES: Final = (
    StockpileDeclared,
    StockpileAbsenceDeclared,
    StockpileReportedByOthers,
    StockpileUnverified,
    StockpileDestroyed,
    StockpileFound,
    StockpileDestructionCompleted,
    MunitionsRetained,
    RetentionEnded,
    RetainedMunitionsConsumed,
    MunitionsAcquired,
    MunitionsTransferred,
)
CLEARANCE: Final = (
    ContaminationDeclared,
    ContaminationAbsenceDeclared,
    ContaminationReportedByOthers,
    ContaminationFound,
    HostilitiesEnded,
    LandReleased,
    ClearanceCompleted,
    ComplianceDeclared,
)
VICTIMS: Final = (VictimsReported, VictimsAbsenceDeclared, FocalPointDesignated)
REPORTS: Final = (
    InitialReportSubmitted,
    AnnualReportSubmitted,
    VoluntaryReportSubmitted,
    RetentionReportSubmitted,
)
EXTENSIONS: Final = (
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    ExtensionGranted,
    ExtensionRefused,
    BenchmarkSet,
    BenchmarkMet,
)
MEETINGS: Final = (MeetingCalled, MeetingMoved, MeetingHeld, DecisionTaken, ActionPlanAdopted)
COMPLIANCE: Final = (ClarificationRequested, ClarificationAnswered, ClarificationReferred)
RECORD: Final = (
    Corroborated,
    Disputed,
    DisputeResolved,
    Retracted,
    Corrected,
    CoverageStated,
)

FAMILIES: Final[Mapping[str, tuple[type[Event], ...]]] = {
    "membership": MEMBERSHIP,
    "stockpiles": STOCKPILES,
    "clearance": CLEARANCE,
    "victims": VICTIMS,
    "reports": REPORTS,
    "extensions": EXTENSIONS,
    "meetings": MEETINGS,
    "compliance": COMPLIANCE,
    "record": RECORD,
}

EVENT_TYPES: Final[Mapping[str, type[Event]]] = {
    kind.TYPE: kind for family in FAMILIES.values() for kind in family
}

__all__ = [
    "CONVENTION",
    "EVENT_TYPES",
    "FAMILIES",
    "ActionPlanAdopted",
    "AnnualReportSubmitted",
    "ArmedConflictBegun",
    "ArmedConflictEnded",
    "BenchmarkMet",
    "BenchmarkSet",
    "ClarificationAnswered",
    "ClarificationReferred",
    "ClarificationRequested",
    "ClearanceCompleted",
    "ComplianceDeclared",
    "ContaminationAbsenceDeclared",
    "ContaminationDeclared",
    "ContaminationFound",
    "ContaminationReportedByOthers",
    "Corrected",
    "Corroborated",
    "CoverageStated",
    "DecisionTaken",
    "DeclarationKind",
    "DeclarationMade",
    "DisputeResolved",
    "Disputed",
    "Entry",
    "EntryIntoForceNotified",
    "Event",
    "ExtensionEvent",
    "ExtensionGranted",
    "ExtensionRefused",
    "ExtensionRequestWithdrawn",
    "ExtensionRequested",
    "FocalPointDesignated",
    "HostilitiesEnded",
    "InitialReportSubmitted",
    "Instrument",
    "InstrumentDeposited",
    "LandReleased",
    "MeetingCalled",
    "MeetingHeld",
    "MeetingKind",
    "MeetingMoved",
    "MunitionsAcquired",
    "MunitionsRetained",
    "MunitionsTransferred",
    "Procedure",
    "ProvisionalApplicationDeclared",
    "RecordEvent",
    "ReportForm",
    "RetainedMunitionsConsumed",
    "RetentionEnded",
    "RetentionReportSubmitted",
    "Retracted",
    "Signed",
    "StateEvent",
    "StateRenamed",
    "StockpileAbsenceDeclared",
    "StockpileDeclared",
    "StockpileDestroyed",
    "StockpileDestructionCompleted",
    "StockpileFound",
    "StockpileReportedByOthers",
    "StockpileUnverified",
    "VictimsAbsenceDeclared",
    "VictimsReported",
    "VoluntaryReportSubmitted",
    "WithdrawalNotified",
    "WithdrawalRevoked",
]
