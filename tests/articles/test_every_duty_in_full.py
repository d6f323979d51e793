"""Every duty in full, with all its grounds, in histories that show each kind of it.

`python -m tests.articles.test_every_duty_in_full` writes them again. What grounds say in rare cases
is in `test_what_grounds_say`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Final

import attrs

from ccm_engine import Event, Interpretation, Obligation
from ccm_engine.domain.events import (
    ArmedConflictBegun,
    ArmedConflictEnded,
    AssistancePlanAdopted,
    AssistanceRequested,
    ClarificationAnswered,
    ClarificationReferred,
    ClarificationRequested,
    ClarificationWithdrawn,
    ClearanceCompleted,
    ClearanceStrategyReported,
    ComplianceDeclared,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    ContributionAssessed,
    DisabilityConventionStatusReported,
    EntryIntoForceNotified,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    FocalPointDesignated,
    HostilitiesEnded,
    InitialReportSubmitted,
    Measure,
    MunitionsRetained,
    NationalMeasureReported,
    Procedure,
    ProvisionalApplicationDeclared,
    RiskEducationReported,
    StockpileDeclared,
    SurveyReported,
    TreatyDisputeArose,
    TreatyDisputeReferred,
    TreatyDisputeSettled,
    UseReported,
    UserStateAssistanceGiven,
    VictimAssistanceReported,
    VictimAssistanceResourced,
    VictimDataCollected,
    VictimDataDisaggregated,
    VictimsAbsenceDeclared,
    VictimsReported,
    WithdrawalNotified,
)
from ccm_engine.domain.obligations import Ground
from ccm_engine.domain.sources import Authority
from tests.histories import called, engine_with, happened, held, joined, on, source

DUTIES: Final = Path(__file__).parents[1] / "golden" / "duties.txt"

_USUAL: Final = Interpretation()
_OF_AREAS: Final = {"article": 4, "meeting": "10MSP"}
_OF_OTHERS: Final = source("Landmine Monitor", Authority.MONITOR)
_CHAD: Final = joined("TCD", "2013-03-26")


@attrs.frozen
class History:
    """A history, and what to ask of it: some provisions of a state, or all, on a day."""

    title: str
    state: str
    as_of: str
    events: tuple[Event | Iterable[Event], ...]
    provisions: tuple[str, ...] = ()
    reading: Interpretation = _USUAL

    def duties(self) -> Iterator[Obligation]:
        register = engine_with(*self.events).on(
            date.fromisoformat(self.as_of), reading=self.reading
        )
        for each in register.obligations(state=self.state):
            if not self.provisions or each.provision.slug in self.provisions:
                yield each


_ONE_OF_EACH: Final = (
    _CHAD,
    happened(StockpileDeclared, "2012-03-01", "DEU", munitions=9),
    happened(MunitionsRetained, "2012-03-01", "DEU", munitions=2),
    happened(ContaminationDeclared, "2012-03-01", "DEU"),
    happened(ClearanceCompleted, "2013-03-01", "DEU"),
    happened(HostilitiesEnded, "2012-06-01", "DEU", conflict="war"),
    happened(VictimsReported, "2012-06-01", "DEU"),
    happened(ClarificationRequested, "2012-07-01", "DEU", request="first"),
    happened(
        TreatyDisputeArose,
        "2012-07-01",
        dispute="transit",
        between=("DEU", "FRA"),
        matter="overflight",
    ),
    happened(
        ContributionAssessed,
        "2012-08-01",
        "DEU",
        assessment="1MSP",
        currency="USD",
        amount_cents=123450,
        meeting="1MSP",
        due_on=date(2012, 12, 31),
    ),
    happened(UseReported, "1987", "DEU", on_territory_of=("TCD",)),
    held("1MSP"),
)

_GRANTS: Final = (
    happened(ContaminationDeclared, "2014-01-28", "TCD"),
    called("10MSP", "2021-09-21"),
    happened(ExtensionRequested, "2021-12-15", "TCD", months=13, **_OF_AREAS),
    happened(
        ExtensionGranted,
        "2022-09-02",
        "TCD",
        months=13,
        until=on("2024-10-01"),
        procedure=Procedure.MEETING,
        **_OF_AREAS,
    ),
    happened(ExtensionGranted, "2023-09-14", "TCD", article=4, months=12),
    happened(ExtensionGranted, "2024-09-13", "TCD", article=4, until=on("2026")),
)

_ASSISTANCE: Final = (
    happened(VictimsReported, "2011-01-01", "ALB"),
    happened(VictimAssistanceReported, "2012-04-30", "ALB", period="2011"),
    happened(VictimAssistanceReported, "2013-04-30", "ALB", period="2012"),
    happened(VictimDataCollected, "2013-04-30", "ALB", period="2012"),
    happened(VictimDataDisaggregated, "2013-04-30", "ALB", by="age and sex"),
    happened(AssistancePlanAdopted, "2012-02-02", "ALB", plan="the plan of action"),
    happened(AssistancePlanAdopted, "2014-02-02", "ALB", plan="the strategy"),
    happened(DisabilityConventionStatusReported, "2013-02-11", "ALB", status="State Party"),
    happened(VictimAssistanceResourced, "2013-04-30", "ALB", period="2012"),
    happened(AssistanceRequested, "2013-04-30", "ALB", article=5, purpose="prostheses"),
    happened(AssistanceRequested, "2013-04-30", "ALB", article=4, purpose="clearance"),
    happened(FocalPointDesignated, "2012-05-05", "ALB"),
    happened(FocalPointDesignated, "2013-05-05", "ALB"),
)

_MEASURES: Final = (
    happened(
        NationalMeasureReported, "2012-04-30", "ALB", measure=Measure.SPECIFIC_LAW, title="Law 1"
    ),
    happened(NationalMeasureReported, "2013-04-30", "ALB", measure=Measure.ADMINISTRATIVE),
    happened(
        NationalMeasureReported,
        "2013-08-31",
        "ALB",
        measure=Measure.INVESTMENT_PROHIBITION,
        citations=_OF_OTHERS,
    ),
    happened(
        NationalMeasureReported,
        "2014-08-31",
        "ALB",
        measure=Measure.SPECIFIC_LAW,
        citations=_OF_OTHERS,
    ),
)

_REQUESTS: Final = (
    *(
        happened(ClarificationRequested, "2018-02-01", "SMR", request=each)
        for each in ("answered", "referred", "taken-back")
    ),
    happened(ClarificationRequested, "2018-02", "SMR", request="vague"),
    happened(ClarificationAnswered, "2018-03-01", "SMR", request="answered"),
    happened(ClarificationReferred, "2018-06-01", "SMR", request="referred", meeting="8MSP"),
    happened(ClarificationReferred, "2019-06-01", "SMR", request="referred"),
    happened(ClarificationWithdrawn, "2018-02-20", "SMR", request="taken-back"),
)

_DISPUTE: Final = (
    happened(TreatyDisputeArose, "2014-05-06", dispute="transit", between=("IRL", "MLT")),
    happened(TreatyDisputeReferred, "2014-09-03", dispute="transit", referred_to="the 5MSP"),
    happened(TreatyDisputeSettled, "2015-02-03", dispute="transit", outcome="by exchange of notes"),
    happened(
        TreatyDisputeArose, "2014-05-07", dispute="debris", between=("MLT", "SMR"), matter="debris"
    ),
)

_ON_THE_GROUND: Final = (
    happened(ContaminationDeclared, "2011-01-28", "HRV"),
    happened(SurveyReported, "2012-04-30", "HRV", kind="technical"),
    happened(ClearanceStrategyReported, "2012-04-30", "HRV", period="2011"),
    happened(RiskEducationReported, "2012-04-30", "HRV", period="2011", detail="in schools"),
    happened(HostilitiesEnded, "2014-02-02", "HRV", conflict="raid"),
    happened(ContaminationDeclared, "2015-02-02", "HRV", conflict="strife"),
    happened(ClearanceCompleted, "2016-02-02", "HRV", conflict="raid"),
    happened(ContaminationFound, "2017-02-02", "HRV", conflict="raid"),
    happened(ExtensionGranted, "2017-09-06", "HRV", article=4, months=12, conflict="raid"),
    happened(ExtensionRequested, "2017-10-01", "HRV", article=4, months=6, conflict="raid"),
)

_CLEARED: Final = (
    held("4MSP", "5MSP"),
    happened(ContaminationDeclared, "2011-01-28", "HRV"),
    happened(ClearanceCompleted, "2014-06-01", "HRV"),
    happened(ComplianceDeclared, "2014-09-04", "HRV", article=4, meeting="5MSP"),
    happened(HostilitiesEnded, "2012-02-02", "HRV", conflict="raid"),
    happened(ClearanceCompleted, "2015-02-02", "HRV", conflict="raid"),
)

_STOCKS: Final = (
    happened(StockpileDeclared, "2012-03-01", "HRV", munitions=9),
    happened(ExtensionRequested, "2017-01-02", "HRV", article=3, months=12, meeting="7MSP"),
    happened(ExtensionGranted, "2017-09-06", "HRV", article=3, months=12, meeting="7MSP"),
    happened(ExtensionRequested, "2018-10-01", "HRV", article=3, months=12, meeting="9MSP"),
)

_USED: Final = (
    _CHAD,
    happened(UseReported, "1987", "FRA", on_territory_of=("TCD",), conflict="a war"),
    happened(UseReported, "../2015-08-11", "FRA", on_territory_of=("TCD", "LBY")),
    happened(UserStateAssistanceGiven, "2016", "FRA", to=("TCD",), what="training"),
)

_LATE: Final = (
    joined("GUY", "2014-10-31", None),
    happened(EntryIntoForceNotified, "2014-11-06", "GUY", in_force_on=date(2015, 4, 1)),
    happened(InitialReportSubmitted, "2018-01-16", "GUY"),
)


def _left(*more: Event) -> tuple[Event | Iterable[Event], ...]:
    return (
        joined("LTU", "2011-03-24"),
        happened(ProvisionalApplicationDeclared, "2011-03-24", "LTU"),
        happened(WithdrawalNotified, "2024-09-06", "LTU"),
        *more,
    )


_CONFLICT: Final = happened(ArmedConflictBegun, "2024-12-01", "LTU", conflict="a war")

HISTORIES: Final = (
    History("one duty of each kind", "DEU", "2014-01-01", _ONE_OF_EACH),
    History("who convenes", "CCM", "2014-01-01", (held("1MSP", "2MSP", "3MSP"),)),
    History("before anything is convened", "CCM", "2010-09-01", ()),
    History("extensions", "TCD", "2025-01-01", (_CHAD, *_GRANTS), ("4.1a",)),
    History("a request", "TCD", "2022-01-01", (_CHAD, *_GRANTS), ("4.1a",)),
    History(
        "an extension shown once the deadline has passed",
        "TCD",
        "2022-12-01",
        (_CHAD, *_GRANTS),
        ("4.1a",),
        Interpretation.choosing({"extension_effect": "from-expiry"}),
    ),
    History(
        "a late request that is not counted",
        "TCD",
        "2022-01-01",
        (_CHAD, *_GRANTS),
        ("4.1a",),
        Interpretation.choosing({"nine_months": "enforce"}),
    ),
    History(
        "a request refused, and one withdrawn",
        "TCD",
        "2024-01-01",
        (
            _CHAD,
            *_GRANTS[:3],
            happened(ExtensionRefused, "2022-09-02", "TCD", **_OF_AREAS),
            happened(ExtensionRequested, "2022-12-15", "TCD", article=4, until=on("2024-12-31")),
            happened(ExtensionRequestWithdrawn, "2023-05-05", "TCD", article=4),
        ),
        ("4.1a",),
    ),
    History("victims", "ALB", "2015-01-01", _ASSISTANCE, ("5.1", "5.2g")),
    History(
        "no victims",
        "ALB",
        "2015-01-01",
        (happened(VictimsAbsenceDeclared, "2012-04-30", "ALB"),),
        ("5.1", "5.2g"),
    ),
    History("nothing said", "ALB", "2015-01-01", (), ("3.1", "3.2", "4.1a", "5.1", "9")),
    History("measures", "ALB", "2015-01-01", _MEASURES, ("9",)),
    History("requests for clarification", "SMR", "2019-12-01", _REQUESTS, ("8.2",)),
    History("disputes", "MLT", "2016-01-01", _DISPUTE, ("10.1",)),
    History("a dispute after one of others", "SMR", "2016-01-01", _DISPUTE, ("10.1",)),
    History("measures on the ground", "HRV", "2018-01-01", _ON_THE_GROUND, ("4.1b", "4.2")),
    History("cleared", "HRV", "2016-01-01", _CLEARED, ("4.1a", "4.1b", "4.1c", "4.2")),
    History(
        "areas found too late",
        "HRV",
        "2022-01-01",
        (*_CLEARED, happened(ContaminationFound, "2021-05-05", "HRV")),
        ("4.1a", "4.2"),
    ),
    History(
        "areas that others tell of",
        "FJI",
        "2016-01-01",
        (
            joined("FJI", "2010-05-28"),
            happened(ContaminationReportedByOthers, "2015", "FJI", areas=1),
        ),
        ("4.1a",),
    ),
    History(
        "no areas",
        "ALB",
        "2016-01-01",
        (happened(ContaminationDeclared, "2012-04-30", "ALB", areas=0),),
        ("4.1a",),
    ),
    History(
        "none known",
        "ALB",
        "2016-01-01",
        (happened(ContaminationAbsenceDeclared, "2012-04-30", "ALB"),),
        ("4.1a",),
    ),
    History(
        "no confirmed areas",
        "ALB",
        "2016-01-01",
        (happened(ContaminationDeclared, "2012-04-30", "ALB", confirmed_m2=0),),
        ("4.1a",),
    ),
    History("stocks", "HRV", "2019-01-01", _STOCKS, ("3.2",)),
    History("used where another is bound", "FRA", "2017-01-01", _USED, ("4.4",)),
    History("a late initial report", "GUY", "2018-06-01", _LATE, ("7.1", "7.2")),
    History(
        "bound as was notified",
        "GUY",
        "2018-06-01",
        _LATE,
        ("7.1",),
        Interpretation.choosing({"entry_into_force_day": "notified"}),
    ),
    History("applied provisionally", "LTU", "2011-05-01", _left()[:2], ("1.1", "7.1")),
    History("on its way out", "LTU", "2025-01-01", _left(), ("1.1", "7.1")),
    History("withdrawn", "LTU", "2025-04-01", _left(), ("1.1", "3.2", "21.2")),
    History("held up", "LTU", "2025-04-01", _left(_CONFLICT), ("1.1",)),
    History(
        "withdrawn after a conflict",
        "LTU",
        "2026-01-01",
        _left(_CONFLICT, happened(ArmedConflictEnded, "2025-06-10", "LTU", conflict="a war")),
        ("1.1",),
    ),
)


def lines() -> Iterator[str]:
    """Yield every duty of every history, a line for each thing that is known of it."""
    for history in HISTORIES:
        yield f"# {history.title}: {history.state} on {history.as_of}"
        before: tuple[Ground, ...] = ()
        for duty in history.duties():
            yield from _in_full(duty, before)
            before = duty.grounds


def _in_full(duty: Obligation, before: tuple[Ground, ...]) -> Iterator[str]:
    """Yield one duty, what its deadline became, and why; counting what is as of the one before."""
    yield f"{duty.id}: {duty.duty}"
    yield f"  {duty.provision}, {duty.nature.value}, {duty.standing.value}"
    told = {
        "treaty due": duty.treaty_due,
        "due": duty.due,
        "done": duty.discharged_on,
        "by": duty.discharged_by,
        "timeliness": duty.timeliness and duty.timeliness.value,
        "days late": duty.days_late,
        "between": duty.days_late_range,
        "pending": duty.request_pending or None,
    }
    known = [f"{name} {value}" for name, value in told.items() if value is not None]
    if known:
        yield f"  {', '.join(known)}"
    for each in duty.extensions:
        yield f"  + {each.months} {each.until} {each.decided_on} {each.meeting} {each.due}"
    same = zip(before, duty.grounds, strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], same))
    if alike:
        yield f"  {alike} as before"
    for ground in duty.grounds[alike:]:
        yield f"  {ground.provision}: {ground.conclusion} {list(ground.events)}"


def test_every_duty_is_told_in_full_as_it_was() -> None:
    assert list(lines()) == DUTIES.read_text("utf-8").splitlines()


if __name__ == "__main__":
    DUTIES.write_text("\n".join((*lines(), "")), "utf-8")
