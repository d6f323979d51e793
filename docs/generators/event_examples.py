"""One example of every event. Most are from the public record, with one citation each.

What nobody is known to have done is told of San Marino, and cites `INVENTED`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ccm_engine.domain import events as e
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.sources import Authority, Citation
from ccm_engine.domain.states import StateCode

_BGR, _BIH, _CZE, _DEU = StateCode("BGR"), StateCode("BIH"), StateCode("CZE"), StateCode("DEU")
_GNB, _LAO, _LTU, _MOZ = StateCode("GNB"), StateCode("LAO"), StateCode("LTU"), StateCode("MOZ")
_MRT, _NLD, _SMR, _SWZ = StateCode("MRT"), StateCode("NLD"), StateCode("SMR"), StateCode("SWZ")
_CAN, _TCD = StateCode("CAN"), StateCode("TCD")

INVENTED: Final = (
    Citation(document="an example, not a fact", publisher="this page", authority=Authority.PRESS),
)


def _cite(
    document: str, publisher: str, authority: Authority, published: str
) -> tuple[Citation, ...]:
    day = PartialDate.parse(published)
    cited = Citation(document=document, publisher=publisher, authority=authority, published=day)
    return (cited,)


_TABLE: Final = _cite("status list XXVI-6", "UN Treaty Collection", Authority.DEPOSITARY, "2023")
_REVIEW: Final = _cite("CCM/CONF/2020/13", "United Nations", Authority.UNITED_NATIONS, "2020")
_ISU: Final = _cite("9MSP", "CCM Implementation Support Unit", Authority.ISU, "2019")
_REPORT: Final = _cite("Article 7 report", "Bulgaria", Authority.STATE, "2012-03-27")
_STATEMENT: Final = _cite("statement at the 2RC", "Netherlands", Authority.STATE, "2020-11-26")


def _monitor(published: str) -> tuple[Citation, ...]:
    return _cite("country profile", "Cluster Munition Monitor", Authority.MONITOR, published)


_day = PartialDate.parse


def every_example() -> Iterator[e.Event]:
    """Yield one event of each type, in no particular order."""
    yield from _membership()
    yield from _stockpiles()
    yield from _clearance()
    yield from _victims_and_reports()
    yield from _extensions()
    yield from _meetings()
    yield from _compliance()
    yield from _record()


def _membership() -> Iterator[e.Event]:
    then = _day("2010-03-10")
    yield e.Signed(state=_BGR, occurred_on=_day("2008-12-03"), citations=_TABLE)
    yield e.InstrumentDeposited(
        state=_BGR,
        occurred_on=_day("2011-04-06"),
        citations=_TABLE,
        instrument=e.Instrument.RATIFICATION,
    )
    yield e.ProvisionalApplicationDeclared(
        state=_LTU, occurred_on=_day("2011-03-01/2011-03-28"), citations=_monitor("2011-03-28")
    )
    yield e.EntryIntoForceNotified(
        state=_SMR, occurred_on=then, citations=INVENTED, in_force_on=date(2010, 8, 1)
    )
    yield e.WithdrawalNotified(
        state=_LTU,
        occurred_on=_day("2024-09-06"),
        citations=_cite("12MSP: statement", "CCM ISU", Authority.ISU, "2024-09"),
        effective_on=date(2025, 3, 6),
    )
    yield e.WithdrawalRevoked(state=_SMR, occurred_on=then, citations=INVENTED)
    yield e.ArmedConflictBegun(
        state=_SMR, occurred_on=then, citations=INVENTED, conflict="the border conflict"
    )
    yield e.ArmedConflictEnded(
        state=_SMR, occurred_on=then, citations=INVENTED, conflict="the border conflict"
    )
    yield e.DeclarationMade(
        state=_SMR,
        occurred_on=then,
        citations=INVENTED,
        kind=e.DeclarationKind.TERRITORIAL_SCOPE,
        text="applies to the whole of its territory",
    )
    yield e.StateRenamed(
        state=_SWZ,
        occurred_on=_day("2018"),
        citations=_cite("list of member states", "UN", Authority.UNITED_NATIONS, "2018"),
        name="Eswatini",
    )


def _stockpiles() -> Iterator[e.Event]:
    yield e.StockpileDeclared(
        state=_BGR, occurred_on=_day("2012-03-27"), citations=_REPORT, munition_type="RBK-250"
    )
    yield e.StockpileAbsenceDeclared(
        state=_LTU, occurred_on=_day("../2015-07-29"), citations=_monitor("2015-07-29")
    )
    yield e.StockpileReportedByOthers(
        state=_LAO, occurred_on=_day("2009"), citations=_monitor("2009"), munitions=0
    )
    yield e.StockpileUnverified(state=_GNB, occurred_on=_day("../2020-09-28"), citations=_REVIEW)
    yield e.StockpileDestroyed(
        state=_BGR,
        occurred_on=_day("../2020-11-17"),
        citations=_monitor("2020-11-17"),
        munitions=35,
        submunitions=4_170,
        period="2019",
    )
    yield e.StockpileFound(
        state=_BIH,
        occurred_on=_day("2012-01-01/2012-08-20"),
        citations=_monitor("2012-08-20"),
        munitions=4,
    )
    yield e.StockpileDestructionCompleted(
        state=_BGR, occurred_on=_day("2023-06"), citations=_monitor("2023-09-05")
    )
    yield e.MunitionsRetained(
        state=_BGR, occurred_on=_day("2018"), citations=_monitor("2018-08-07"), year=2018
    )
    yield e.RetentionEnded(state=_CZE, occurred_on=_day("2020"), citations=_monitor("2021-09"))
    yield e.RetainedMunitionsConsumed(
        state=_NLD, occurred_on=_day("2019"), citations=_STATEMENT, year=2019
    )
    yield e.MunitionsAcquired(
        state=_SMR, occurred_on=_day("2015-05"), citations=INVENTED, munitions=2, year=2015
    )
    yield e.MunitionsTransferred(
        state=_NLD,
        occurred_on=_day("2020-03"),
        citations=_STATEMENT,
        munitions=16,
        submunitions=175,
        year=2020,
    )


def _clearance() -> Iterator[e.Event]:
    yield e.ContaminationDeclared(
        state=_MRT,
        occurred_on=_day("2010-01-01/2010-04-20"),
        citations=_monitor("2010-04-20"),
        suspected_m2=6_000_000,
    )
    yield e.ContaminationAbsenceDeclared(
        state=_DEU, occurred_on=_day("2011-01"), citations=_monitor("2017-07-16")
    )
    yield e.ContaminationReportedByOthers(
        state=_BIH, occurred_on=_day("../2010-09-13"), citations=_monitor("2010-09-13")
    )
    yield e.ContaminationFound(
        state=_MRT, occurred_on=_day("2015-01-01/2020-09-28"), citations=_REVIEW
    )
    yield e.HostilitiesEnded(
        state=_SMR,
        occurred_on=_day("2014-03-31"),
        citations=INVENTED,
        conflict="the border conflict",
    )
    yield e.LandReleased(
        state=_SMR,
        occurred_on=_day("2015"),
        citations=INVENTED,
        period="2015",
        cancelled_m2=120_000,
        cleared_m2=30_500,
        items_destroyed=17,
    )
    yield e.ClearanceCompleted(state=_MRT, occurred_on=_day("2013"), citations=_REVIEW)
    yield e.ComplianceDeclared(
        state=_BGR,
        occurred_on=_day("2023-09-12"),
        citations=_cite("photo caption", "Human Rights Watch", Authority.MONITOR, "2023"),
        article=3,
        meeting="11MSP",
    )


def _victims_and_reports() -> Iterator[e.Event]:
    yield e.VictimsReported(state=_TCD, occurred_on=_day("../2020-09-28"), citations=_REVIEW)
    yield e.VictimsAbsenceDeclared(state=_MOZ, occurred_on=_day("2019"), citations=_REVIEW)
    yield e.FocalPointDesignated(state=_TCD, occurred_on=_day("../2020-09-28"), citations=_REVIEW)
    yield e.InitialReportSubmitted(state=_BGR, occurred_on=_day("2012-03-27"), citations=_REPORT)
    yield e.AnnualReportSubmitted(
        state=_SMR,
        occurred_on=_day("2014-04-30"),
        citations=INVENTED,
        year_covered=2013,
        form=e.ReportForm.SHORT,
    )
    yield e.VoluntaryReportSubmitted(
        state=_CAN, occurred_on=_day("2011-01"), citations=_monitor("2015-07-31")
    )
    yield e.RetentionReportSubmitted(
        state=_SMR, occurred_on=_day("2016-04-12"), citations=INVENTED, year_covered=2015
    )


def _extensions() -> Iterator[e.Event]:
    yield e.ExtensionRequested(
        state=_BGR,
        occurred_on=_day("2019-01-01/2019-07-27"),
        citations=_ISU,
        article=3,
        until=_day("2021-04"),
        meeting="9MSP",
    )
    yield e.ExtensionRequestWithdrawn(
        state=_SMR, occurred_on=_day("2019-08"), citations=INVENTED, article=3
    )
    yield e.ExtensionGranted(
        state=_BGR,
        occurred_on=_day("2019-09-02/2019-09-04"),
        citations=_REVIEW,
        article=3,
        months=12,
        meeting="9MSP",
        procedure=e.Procedure.MEETING,
    )
    yield e.ExtensionRefused(
        state=_SMR,
        occurred_on=_day("2019-09-04"),
        citations=INVENTED,
        article=4,
        conflict="the border conflict",
        meeting="9MSP",
    )
    yield e.BenchmarkSet(
        state=_SMR,
        occurred_on=_day("2019-09-04"),
        citations=INVENTED,
        article=4,
        benchmark="survey of the northern valley finished",
        meet_by=_day("2020-12"),
    )
    yield e.BenchmarkMet(
        state=_SMR,
        occurred_on=_day("2020-11"),
        citations=INVENTED,
        article=4,
        benchmark="survey of the northern valley finished",
    )


def _meetings() -> Iterator[e.Event]:
    opens_on, closes_on = date(2010, 11, 9), date(2010, 11, 12)
    msp = e.MeetingKind.MEETING_OF_STATES_PARTIES
    cited = _cite("1MSP", "haguejusticeportal.net", Authority.PRESS, "2010")
    yield e.MeetingCalled(
        occurred_on=_day("../2010-11-09"),
        citations=cited,
        meeting="1MSP",
        kind=msp,
        name="First Meeting of States Parties",
        opens_on=opens_on,
        closes_on=closes_on,
        place="Vientiane, Lao PDR",
    )
    yield e.MeetingMoved(
        occurred_on=_day("../2015-06-02"),
        citations=_cite("CCM/CONF/2015/PM.1/2", "UN", Authority.UNITED_NATIONS, "2015"),
        meeting="1RC-PM2",
        opens_on=date(2015, 6, 24),
        closes_on=date(2015, 6, 24),
    )
    yield e.MeetingHeld(
        occurred_on=_day("2010-11-12"),
        citations=cited,
        meeting="1MSP",
        kind=msp,
        opens_on=opens_on,
        closes_on=closes_on,
    )
    yield e.DecisionTaken(
        occurred_on=_day("2016-09-07"),
        citations=_cite("news, 8 September 2016", "Daily Star", Authority.PRESS, "2016-09-08"),
        decision="declared the aim to clear contaminated areas before 2030",
        meeting="6MSP",
    )
    yield e.ActionPlanAdopted(
        occurred_on=_day("2010-11-12"), citations=cited, plan="Vientiane", meeting="1MSP"
    )


def _compliance() -> Iterator[e.Event]:
    yield e.ClarificationRequested(
        state=_SMR,
        occurred_on=_day("2012-05-02"),
        citations=INVENTED,
        request="2012-a",
        asked_by=(_BGR, _LTU),
        matter="the quantities in two reports differ",
    )
    yield e.ClarificationAnswered(
        state=_SMR, occurred_on=_day("2012-05-30"), citations=INVENTED, request="2012-a"
    )
    yield e.ClarificationReferred(
        state=_SMR,
        occurred_on=_day("2012-06-15"),
        citations=INVENTED,
        request="2012-a",
        meeting="3MSP",
    )


def _record() -> Iterator[e.Event]:
    on = _day("2008-12-03")
    otherwise = e.Signed(state=_SMR, occurred_on=_day("2008-12-04"), citations=INVENTED)
    yield e.Corroborated(target="SMR#1", occurred_on=on, citations=INVENTED)
    yield e.Disputed(target="SMR#1", occurred_on=on, citations=INVENTED, alternative=otherwise)
    yield e.DisputeResolved(
        target="SMR#2",
        occurred_on=on,
        citations=INVENTED,
        upheld=False,
        reason="the depositary prevails",
    )
    yield e.Retracted(
        target="SMR#1", occurred_on=on, citations=INVENTED, reason="it is of another state"
    )
    yield e.Corrected(
        target="SMR#1",
        occurred_on=on,
        citations=INVENTED,
        replacement=otherwise,
        reason="the day was misread",
    )
    yield e.CoverageStated(
        occurred_on=_day("2023-09-05"),
        citations=_monitor("2023-09-05"),
        provision="3(8)",
        state=_BGR,
        reaches=date(2016, 4, 29),
    )
