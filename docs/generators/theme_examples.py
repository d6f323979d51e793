"""Examples of events about assistance, measures, norms and victims.

Most are from the public record. What nobody is known to have done is told of San Marino, and cites
`INVENTED`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ccm_engine.domain import events as e
from ccm_engine.domain.states import StateCode
from docs.generators.example_sources import INVENTED, REVIEW, coalition, day, monitor

_AFG = StateCode("AFG")
_PERIOD = "2015-2020"
_IN_PERIOD = day("2015-01-01/2020-09-28")
_BY_REVIEW = day("../2020-09-28")


def clearance() -> Iterator[e.Event]:
    """Yield the measures of Article 4(2)."""
    yield e.RiskEducationReported(
        state=_AFG,
        occurred_on=_IN_PERIOD,
        citations=REVIEW,
        period=_PERIOD,
        detail="detailed and disaggregated",
    )
    yield e.SurveyReported(
        state=StateCode("CHL"),
        occurred_on=_IN_PERIOD,
        citations=REVIEW,
        period=_PERIOD,
        kind="evidence-based survey",
    )
    yield e.ClearanceStrategyReported(
        state=_AFG, occurred_on=_IN_PERIOD, citations=REVIEW, period=_PERIOD
    )


def victims() -> Iterator[e.Event]:
    """Yield what is reported about victims and the assistance they are given."""
    yield e.CasualtiesReported(
        state=StateCode("ALB"),
        occurred_on=day("../2009-12-31"),
        citations=monitor("2009"),
        killed=9,
        injured=44,
    )
    yield e.AssistancePlanAdopted(
        state=_AFG, occurred_on=_BY_REVIEW, citations=REVIEW, plan="dedicated action plan"
    )
    yield e.VictimDataCollected(
        state=_AFG, occurred_on=_IN_PERIOD, citations=REVIEW, period=_PERIOD
    )
    yield e.VictimDataDisaggregated(
        state=StateCode("ALB"),
        occurred_on=_IN_PERIOD,
        citations=REVIEW,
        by="sex and age",
        period=_PERIOD,
    )
    yield e.VictimAssistanceReported(
        state=_AFG, occurred_on=_IN_PERIOD, citations=REVIEW, period=_PERIOD
    )
    yield e.VictimAssistanceResourced(
        state=_AFG, occurred_on=_IN_PERIOD, citations=REVIEW, period=_PERIOD
    )
    yield e.DisabilityConventionStatusReported(
        state=_AFG, occurred_on=_BY_REVIEW, citations=REVIEW, status="party"
    )


def cooperation() -> Iterator[e.Event]:
    """Yield assistance asked for, given and received."""
    yield e.AssistanceRequested(
        state=_AFG,
        occurred_on=day("2016-01-01/2020-09-28"),
        citations=REVIEW,
        period="2016-2020",
        article=5,
    )
    yield e.AssistanceProvided(
        state=StateCode("SMR"),
        occurred_on=day("2019"),
        citations=INVENTED,
        year=2019,
        article=4,
        purpose="survey",
        to=(StateCode("LAO"),),
    )
    yield e.AssistanceReceived(
        state=StateCode("SMR"),
        occurred_on=day("2019"),
        citations=INVENTED,
        year=2019,
        article=5,
        given_by=(StateCode("MLT"),),
    )
    yield e.CountryCoalitionFormed(state=StateCode("LBN"), occurred_on=_BY_REVIEW, citations=REVIEW)
    yield e.CountryCoalitionConcluded(
        state=StateCode("BWA"),
        occurred_on=day("2018"),
        citations=REVIEW,
        outcome="completion under Article 3",
    )


def measures() -> Iterator[e.Event]:
    """Yield what is reported about laws and other measures."""
    yield e.NationalMeasureReported(
        state=StateCode("AUT"),
        occurred_on=day("2008-01-08"),
        citations=monitor("2020-09-04"),
        measure=e.Measure.SPECIFIC_LAW,
        title="Federal Act on the Prohibition of Cluster Munitions",
    )
    yield e.LegislationProcessCompleted(
        state=_AFG,
        occurred_on=day("2015-09-11/2020-09-28"),
        citations=REVIEW,
        period="2015-09-11/2020-09-28",
    )


def universalization() -> Iterator[e.Event]:
    """Yield what bears on the norm beyond the States Parties."""
    yield e.ResolutionVoteCast(
        state=StateCode("AZE"),
        occurred_on=day("2019"),
        citations=REVIEW,
        vote=e.Vote.YES,
        year=2019,
    )
    yield e.MeetingAttendedAsObserver(
        state=StateCode("ARG"), occurred_on=_IN_PERIOD, citations=REVIEW, period=_PERIOD
    )
    yield e.OutreachMade(
        state=StateCode("GBR"),
        occurred_on=day("2011-10"),
        citations=monitor("2012"),
        what="workshop in London for Commonwealth countries",
    )
    yield e.UseReported(
        state=StateCode("FRA"),
        occurred_on=day("1986-01-01/1987-12-31"),
        citations=coalition("2013-03-27"),
        on_territory_of=(StateCode("TCD"),),
        conflict="Chad, 1986 to 1987",
    )
    yield e.UseOnTerritoryReported(
        state=StateCode("BIH"),
        occurred_on=day("1992-01-01/1995-12-31"),
        citations=monitor("2015-07-31"),
        users="Yugoslav forces; armed groups",
    )
    yield e.UserStateAssistanceGiven(
        state=StateCode("SMR"),
        occurred_on=day("2015-03"),
        citations=INVENTED,
        to=(StateCode("MLT"),),
        what="data about the strikes",
    )
    yield e.ProductionReported(
        state=StateCode("FRA"), occurred_on=day("2002"), citations=monitor("2016-08-05")
    )
    yield e.UseRestricted(
        state=StateCode("EST"),
        occurred_on=_BY_REVIEW,
        citations=REVIEW,
        restriction="no use outside own territory",
    )
