"""Strategies for what no log takes: events that contradict the Convention or the log."""

from __future__ import annotations

from datetime import date
from typing import Final

from hypothesis import strategies as st

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    AmendmentSupported,
    AnnualReportSubmitted,
    ClarificationAnswered,
    ClarificationWithdrawn,
    ContributionPaid,
    CoordinatorAppointed,
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    Event,
    ExtensionGranted,
    ExtensionRequested,
    Instrument,
    InstrumentDeposited,
    MeetingCalled,
    MeetingKind,
    MeetingMoved,
    Retracted,
    Signed,
    Theme,
    TreatyDisputeArose,
    TreatyDisputeSettled,
    VictimsReported,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.histories import FOUNDERS, History
from ccm_engine.testing.reckoning import deposit_days, thirtieth

STRANGER: Final = FOUNDERS[-1]
"""A state that no history says anything of."""

WELCOME: Final = happened(VictimsReported, date(2046, 1, 1), state=STRANGER)
"""An event that any log takes."""

_DAY: Final = date(2046, 1, 1)
_TOO_EARLY: Final = date(2008, 12, 2)
_NOT_YET: Final = date(2061, 1, 1)


def _by_anyone() -> list[Event]:
    """Return what is refused whatever the history."""
    ratified = Instrument.RATIFICATION
    meeting = {"meeting": "99MSP", "opens_on": _DAY, "closes_on": _DAY}
    nowhere = f"{STRANGER}#99"
    return [
        happened(InstrumentDeposited, _DAY, state=STRANGER, instrument=ratified),
        happened(InstrumentDeposited, _TOO_EARLY, state=STRANGER, instrument=Instrument.ACCESSION),
        happened(Signed, _TOO_EARLY, state=STRANGER),
        happened(VictimsReported, _NOT_YET, state=STRANGER),
        happened(AnnualReportSubmitted, _DAY, state=STRANGER, year_covered=2047),
        happened(AnnualReportSubmitted, PartialDate.by(_DAY), state=STRANGER, year_covered=2047),
        happened(WithdrawalNotified, _DAY, state=STRANGER),
        happened(WithdrawalRevoked, _DAY, state=STRANGER),
        happened(ExtensionRequested, _DAY, state=STRANGER, article=3),
        happened(ExtensionGranted, _DAY, state=STRANGER, article=4, months=12),
        happened(ClarificationAnswered, _DAY, state=STRANGER, request="never-made"),
        happened(ClarificationWithdrawn, _DAY, state=STRANGER, request="never-made"),
        happened(
            ContributionPaid,
            _DAY,
            state=STRANGER,
            assessment="never-made",
            amount_cents=1,
            currency="CHF",
        ),
        happened(CoordinatorAppointed, _DAY, state=STRANGER, theme=Theme.CLEARANCE, since="99MSP"),
        happened(AmendmentSupported, _DAY, amendment="never-circulated", supported_by=STRANGER),
        happened(TreatyDisputeArose, _DAY, dispute="alone", between=(STRANGER,)),
        happened(TreatyDisputeSettled, _DAY, dispute="never-arisen"),
        happened(MeetingMoved, _DAY, **meeting),
        happened(Corroborated, _DAY, target=nowhere),
        happened(Retracted, _DAY, target=nowhere, reason="none"),
        happened(Corrected, _DAY, target=nowhere, replacement=WELCOME, reason="none"),
        happened(Disputed, _DAY, target=nowhere, alternative=WELCOME),
        happened(DisputeResolved, _DAY, target=nowhere, upheld=True, reason="none"),
    ]


def _by(history: History) -> list[Event]:
    """Return what is refused because of what this history has."""
    found: list[Event] = []
    acceded = [each for each in history.plain if each.stream in FOUNDERS]
    for each in acceded[:1]:
        state = each.stream
        found += [
            happened(InstrumentDeposited, _DAY, state=state, instrument=Instrument.ACCESSION),
            happened(Corrected, _DAY, target=f"{state}#1", replacement=WELCOME, reason="none"),
        ]
        if thirtieth(deposit_days(history.plain)) is not None:
            found += [
                happened(Signed, _DAY, state=STRANGER),
                happened(ExtensionGranted, _DAY, state=state, article=3, months=49),
                happened(ExtensionRequested, _DAY, state=state, article=4, months=61),
                happened(
                    ExtensionGranted,
                    _DAY,
                    state=state,
                    article=3,
                    until=PartialDate.on(date(2012, 1, 1)),
                ),
            ]
    called = [each for each in history.plain if isinstance(each, MeetingCalled)]
    found += [
        happened(
            MeetingCalled,
            _DAY,
            meeting=each.meeting,
            kind=MeetingKind.MEETING_OF_STATES_PARTIES,
            opens_on=_DAY,
            closes_on=_DAY,
        )
        for each in called[:1]
    ]
    return found


@st.composite
def intruders(draw: st.DrawFn, history: History) -> Event:
    """Draw an event that a log with this history refuses."""
    return draw(st.sampled_from([*_by_anyone(), *_by(history)]))
