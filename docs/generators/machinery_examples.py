"""Examples of events about offices, reviews, amendments, disputes and costs.

Some are from the public record. What never happened is told of San Marino and Malta, and cites
`INVENTED`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ccm_engine.domain import events as e
from ccm_engine.domain.sources import Authority
from ccm_engine.domain.states import StateCode
from docs.generators.example_sources import INVENTED, ISU, REVIEW, cite, day

_SMR, _MLT = StateCode("SMR"), StateCode("MLT")


def machinery() -> Iterator[e.Event]:
    """Yield offices, documents and reviews."""
    unit = cite("2022 intersessional meeting page", "CCM ISU", Authority.ISU, "2022")
    yield e.PresidentDesignated(
        state=StateCode("LKA"),
        occurred_on=day("../2018-09-05"),
        citations=ISU,
        meeting="9MSP",
        person="Aliyar Lebbe Abdul Azeez",
    )
    yield e.CoordinatorAppointed(
        state=StateCode("NOR"),
        occurred_on=day("2015-09-11"),
        citations=cite("coordinators page", "CCM ISU", Authority.ISU, "2024"),
        theme=e.Theme.CLEARANCE,
        since="1RC",
        until="7MSP",
        cycles=2,
    )
    yield e.AnalysisGroupFormed(
        occurred_on=day("../2022-12-31"),
        citations=unit,
        article=3,
        members=(StateCode("AUS"),),
        request_of=StateCode("BGR"),
        meeting="10MSP",
    )
    yield e.DocumentIssued(
        occurred_on=day("2011-08-25"),
        citations=cite("copy of the report", "lawsdocbox.com", Authority.PRESS, "2011-08-25"),
        symbol="CCM/MSP/2011/WP.5",
        title="Draft Beirut Progress Report",
        meeting="2MSP",
    )
    yield e.ReviewOrdered(
        occurred_on=day("2017-09-04/2017-09-06"),
        citations=REVIEW,
        review="isu-financial-procedures",
        subject="financial procedures of the ISU, adopted at the 1RC",
        ordered_at="7MSP",
        due_meeting="2RC",
    )
    yield e.ReviewCompleted(
        occurred_on=day("2021-09-20/2021-09-21"),
        citations=REVIEW,
        review="dubrovnik-action-plan",
        meeting="2RC",
    )
    yield e.ActionCarriedOut(
        state=_SMR, occurred_on=day("2012-04-30"), citations=INVENTED, plan="VAP", action="21"
    )


def amendments() -> Iterator[e.Event]:
    """Yield one amendment from its proposal to its acceptance."""
    about = "2012-a"
    yield e.AmendmentProposed(
        occurred_on=day("2012-01-10"),
        citations=INVENTED,
        amendment=about,
        proposed_by=_SMR,
        subject="the day of the yearly report",
    )
    yield e.AmendmentCirculated(occurred_on=day("2012-02-01"), citations=INVENTED, amendment=about)
    yield e.AmendmentSupported(
        occurred_on=day("2012-03-01"), citations=INVENTED, amendment=about, supported_by=_MLT
    )
    yield e.AmendmentAdopted(
        occurred_on=day("2012-09-14"),
        citations=INVENTED,
        amendment=about,
        meeting="AC1",
        in_favour=48,
        against=12,
    )
    yield e.AmendmentAccepted(
        occurred_on=day("2013-04-02"), citations=INVENTED, amendment=about, accepted_by=_MLT
    )


def disputes() -> Iterator[e.Event]:
    """Yield one dispute from its beginning to its end."""
    about = "transit-2014"
    yield e.TreatyDisputeArose(
        occurred_on=day("2014-05-06"),
        citations=INVENTED,
        dispute=about,
        between=(_SMR, _MLT),
        matter="whether transit is transfer",
    )
    yield e.TreatyDisputeReferred(
        occurred_on=day("2014-09-03"), citations=INVENTED, dispute=about, referred_to="the 5MSP"
    )
    yield e.TreatyDisputeSettled(
        occurred_on=day("2015-02-03"),
        citations=INVENTED,
        dispute=about,
        outcome="by an agreement of both",
    )


def costs() -> Iterator[e.Event]:
    """Yield who pays for what."""
    yield e.ContributionAssessed(
        state=_SMR,
        occurred_on=day("2019-05-02"),
        citations=INVENTED,
        assessment="9MSP",
        amount_cents=123_450,
        currency="USD",
        meeting="9MSP",
        due_on=date(2019, 8, 1),
    )
    yield e.ContributionPaid(
        state=_SMR,
        occurred_on=day("2019-07-11"),
        citations=INVENTED,
        assessment="9MSP",
        amount_cents=100_000,
        currency="USD",
    )
    yield e.UnitContributionMade(
        state=_SMR, occurred_on=day("2019"), citations=INVENTED, year=2019, amount_cents=500_000
    )
    yield e.UnitBudgetAdopted(
        occurred_on=day("2018-09-05"),
        citations=INVENTED,
        year=2019,
        amount_cents=47_000_000,
        meeting="8MSP",
    )
    yield e.UnitReserveReported(
        occurred_on=day("2020-01-01/2020-09-28"), citations=REVIEW, amount_cents=40_000_000
    )
    yield e.SponsorshipGiven(
        occurred_on=day("2016-01-01/2019-12-31"),
        citations=REVIEW,
        note="the amount is an average a year",
        period="2016-2019",
        amount_cents=5_280_000,
        delegates=17,
        states=16,
    )
    yield e.CountStated(
        occurred_on=day("2015"),
        citations=REVIEW,
        subject="assistance-provided",
        count=4,
        year=2015,
        of="States Parties",
    )
