"""One example of every event. Most are from the public record, their citations shortened.

What nobody is known to have done is told of San Marino, and cites `INVENTED`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ccm_engine.domain import events as e
from ccm_engine.domain.sources import Authority
from ccm_engine.domain.states import StateCode
from docs.generators import machinery_examples as machinery
from docs.generators import theme_examples as themes
from docs.generators.example_sources import (
    INVENTED,
    REPORT,
    REVIEW,
    STATEMENT,
    TABLE,
    cite,
    coalition,
    day,
    monitor,
)
from docs.generators.procedure_examples import compliance, extensions, meetings, record


def every_example() -> Iterator[e.Event]:
    """Yield one event of each type, in no particular order."""
    yield from _membership()
    yield from _stockpiles()
    yield from _clearance()
    yield from _victims_and_reports()
    yield from extensions()
    yield from meetings()
    yield from compliance()
    yield from record()
    yield from themes.clearance()
    yield from themes.victims()
    yield from themes.cooperation()
    yield from themes.measures()
    yield from themes.universalization()
    yield from machinery.machinery()
    yield from machinery.amendments()
    yield from machinery.disputes()
    yield from machinery.costs()


def _membership() -> Iterator[e.Event]:
    then = day("2010-03-10")
    yield e.Signed(state=StateCode("BGR"), occurred_on=day("2008-12-03"), citations=TABLE)
    yield e.InstrumentDeposited(
        state=StateCode("BGR"),
        occurred_on=day("2011-04-06"),
        citations=TABLE,
        instrument=e.Instrument.RATIFICATION,
    )
    yield e.ProvisionalApplicationDeclared(
        state=StateCode("LTU"),
        occurred_on=day("2011-03-01/2011-03-28"),
        citations=coalition("2011-03-28"),
    )
    yield e.EntryIntoForceNotified(
        state=StateCode("SMR"), occurred_on=then, citations=INVENTED, in_force_on=date(2010, 8, 1)
    )
    yield e.WithdrawalNotified(
        state=StateCode("LTU"),
        occurred_on=day("2024-09-06"),
        citations=cite("12MSP: statement", "CCM ISU", Authority.ISU, "2024-09"),
        effective_on=date(2025, 3, 6),
    )
    yield e.WithdrawalRevoked(state=StateCode("SMR"), occurred_on=then, citations=INVENTED)
    yield e.ArmedConflictBegun(
        state=StateCode("SMR"), occurred_on=then, citations=INVENTED, conflict="border-2019"
    )
    yield e.ArmedConflictEnded(
        state=StateCode("SMR"), occurred_on=then, citations=INVENTED, conflict="border-2019"
    )
    yield e.DeclarationMade(
        state=StateCode("SMR"),
        occurred_on=then,
        citations=INVENTED,
        kind=e.DeclarationKind.TERRITORIAL_SCOPE,
        text="applies to the whole of its territory",
    )
    yield e.StateRenamed(
        state=StateCode("SWZ"),
        occurred_on=day("2018"),
        citations=cite("list of member states", "UN", Authority.UNITED_NATIONS, "2018"),
        name="Eswatini",
    )


def _stockpiles() -> Iterator[e.Event]:
    yield e.StockpileDeclared(
        state=StateCode("BGR"),
        occurred_on=day("2012-03-27"),
        citations=REPORT,
        munition_type="RBK-250",
    )
    yield e.StockpileAbsenceDeclared(
        state=StateCode("LTU"), occurred_on=day("../2015-07-29"), citations=monitor("2015-07-29")
    )
    yield e.StockpileReportedByOthers(
        state=StateCode("LAO"), occurred_on=day("2009"), citations=monitor("2009"), munitions=0
    )
    yield e.StockpileUnverified(
        state=StateCode("GNB"), occurred_on=day("../2020-09-28"), citations=REVIEW
    )
    yield e.StockpileDestroyed(
        state=StateCode("BGR"),
        occurred_on=day("../2020-11-17"),
        citations=monitor("2020-11-17"),
        munitions=35,
        submunitions=4_170,
        period="2019",
    )
    yield e.StockpileFound(
        state=StateCode("BIH"),
        occurred_on=day("2012-01-01/2012-08-20"),
        citations=monitor("2012-08-20"),
        munitions=4,
    )
    yield e.StockpileDestructionCompleted(
        state=StateCode("BGR"), occurred_on=day("2023-06"), citations=monitor("2023-09-05")
    )
    yield e.MunitionsRetained(
        state=StateCode("BGR"), occurred_on=day("2018"), citations=monitor("2018-08-07"), year=2018
    )
    yield e.RetentionEnded(
        state=StateCode("CZE"), occurred_on=day("2020"), citations=monitor("2021-09")
    )
    yield e.RetainedMunitionsConsumed(
        state=StateCode("NLD"), occurred_on=day("2019"), citations=STATEMENT, year=2019
    )
    yield e.MunitionsAcquired(
        state=StateCode("SMR"),
        occurred_on=day("2015-05"),
        citations=INVENTED,
        munitions=2,
        year=2015,
    )
    yield e.MunitionsTransferred(
        state=StateCode("NLD"),
        occurred_on=day("2020-03"),
        citations=STATEMENT,
        munitions=16,
        submunitions=175,
        year=2020,
    )


def _clearance() -> Iterator[e.Event]:
    yield e.ContaminationDeclared(
        state=StateCode("MRT"),
        occurred_on=day("2010-01-01/2010-04-20"),
        citations=coalition("2010-04-20"),
        suspected_m2=6_000_000,
    )
    yield e.ContaminationAbsenceDeclared(
        state=StateCode("DEU"), occurred_on=day("2011-01"), citations=monitor("2017-07-16")
    )
    yield e.ContaminationReportedByOthers(
        state=StateCode("BIH"), occurred_on=day("../2010-09-13"), citations=coalition("2010-09-13")
    )
    yield e.ContaminationFound(
        state=StateCode("MRT"), occurred_on=day("2015-01-01/2020-09-28"), citations=REVIEW
    )
    yield e.HostilitiesEnded(
        state=StateCode("SMR"),
        occurred_on=day("2014-03-31"),
        citations=INVENTED,
        conflict="border-2019",
    )
    yield e.LandReleased(
        state=StateCode("SMR"),
        occurred_on=day("2015"),
        citations=INVENTED,
        period="2015",
        cancelled_m2=120_000,
        cleared_m2=30_500,
        items_destroyed=17,
    )
    yield e.ClearanceCompleted(state=StateCode("MRT"), occurred_on=day("2013"), citations=REVIEW)
    yield e.ComplianceDeclared(
        state=StateCode("BGR"),
        occurred_on=day("2023-09-12"),
        citations=cite("photo caption", "Human Rights Watch", Authority.MONITOR, "2023"),
        article=3,
        meeting="11MSP",
    )


def _victims_and_reports() -> Iterator[e.Event]:
    yield e.VictimsReported(
        state=StateCode("TCD"), occurred_on=day("../2020-09-28"), citations=REVIEW
    )
    yield e.VictimsAbsenceDeclared(
        state=StateCode("MOZ"), occurred_on=day("2019"), citations=REVIEW
    )
    yield e.FocalPointDesignated(
        state=StateCode("TCD"), occurred_on=day("../2020-09-28"), citations=REVIEW
    )
    yield e.InitialReportSubmitted(
        state=StateCode("BGR"), occurred_on=day("2012-03-27"), citations=REPORT
    )
    yield e.AnnualReportSubmitted(
        state=StateCode("SMR"),
        occurred_on=day("2014-04-30"),
        citations=INVENTED,
        year_covered=2013,
        form=e.ReportForm.SHORT,
    )
    yield e.VoluntaryReportSubmitted(
        state=StateCode("CAN"), occurred_on=day("2011-01"), citations=monitor("2015-07-31")
    )
    yield e.RetentionReportSubmitted(
        state=StateCode("SMR"), occurred_on=day("2016-04-12"), citations=INVENTED, year_covered=2015
    )
