"""Examples of events about extensions, meetings, clarification and the record itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ccm_engine.domain import events as e
from ccm_engine.domain.sources import Authority
from ccm_engine.domain.states import StateCode
from docs.generators.example_sources import INVENTED, ISU, REVIEW, cite, day, monitor


def extensions() -> Iterator[e.Event]:
    """Yield requests and what became of them."""
    yield e.ExtensionRequested(
        state=StateCode("BGR"),
        occurred_on=day("2019-01-01/2019-07-27"),
        citations=ISU,
        article=3,
        until=day("2021-04"),
        meeting="9MSP",
    )
    yield e.ExtensionRequestWithdrawn(
        state=StateCode("SMR"), occurred_on=day("2019-08"), citations=INVENTED, article=3
    )
    yield e.ExtensionGranted(
        state=StateCode("BGR"),
        occurred_on=day("2019-09-02/2019-09-04"),
        citations=REVIEW,
        article=3,
        months=12,
        meeting="9MSP",
        procedure=e.Procedure.MEETING,
    )
    yield e.ExtensionRefused(
        state=StateCode("SMR"),
        occurred_on=day("2019-09-04"),
        citations=INVENTED,
        article=4,
        conflict="border-2019",
        meeting="9MSP",
    )
    yield e.BenchmarkSet(
        state=StateCode("SMR"),
        occurred_on=day("2019-09-04"),
        citations=INVENTED,
        article=4,
        benchmark="survey of the northern valley finished",
        meet_by=day("2020-12"),
    )
    yield e.BenchmarkMet(
        state=StateCode("SMR"),
        occurred_on=day("2020-11"),
        citations=INVENTED,
        article=4,
        benchmark="survey of the northern valley finished",
    )


def meetings() -> Iterator[e.Event]:
    """Yield meetings and decisions."""
    opens_on, closes_on = date(2010, 11, 9), date(2010, 11, 12)
    msp = e.MeetingKind.MEETING_OF_STATES_PARTIES
    cited = cite("1MSP", "haguejusticeportal.net", Authority.PRESS, "2010")
    yield e.MeetingCalled(
        occurred_on=day("../2010-11-09"),
        citations=cited,
        meeting="1MSP",
        kind=msp,
        name="First Meeting of States Parties",
        opens_on=opens_on,
        closes_on=closes_on,
        place="Vientiane, Lao PDR",
    )
    yield e.MeetingMoved(
        occurred_on=day("../2015-06-02"),
        citations=cite("CCM/CONF/2015/PM.1/2", "UN", Authority.UNITED_NATIONS, "2015"),
        meeting="1RC-PM2",
        opens_on=date(2015, 6, 24),
        closes_on=date(2015, 6, 24),
    )
    yield e.MeetingHeld(
        occurred_on=day("2010-11-12"),
        citations=cited,
        meeting="1MSP",
        kind=msp,
        opens_on=opens_on,
        closes_on=closes_on,
    )
    yield e.DecisionTaken(
        occurred_on=day("2016-09-07"),
        citations=cite("news, 8 September 2016", "Daily Star", Authority.PRESS, "2016-09-08"),
        decision="declared the aim to clear contaminated areas before 2030",
        meeting="6MSP",
    )
    yield e.ActionPlanAdopted(
        occurred_on=day("2010-11-12"), citations=cited, plan="VAP", meeting="1MSP"
    )


def compliance() -> Iterator[e.Event]:
    """Yield one request for clarification and what followed."""
    yield e.ClarificationRequested(
        state=StateCode("SMR"),
        occurred_on=day("2012-05-02"),
        citations=INVENTED,
        request="2012-a",
        asked_by=(StateCode("BGR"), StateCode("LTU")),
        matter="the quantities in two reports differ",
    )
    yield e.ClarificationAnswered(
        state=StateCode("SMR"), occurred_on=day("2012-05-30"), citations=INVENTED, request="2012-a"
    )
    yield e.ClarificationReferred(
        state=StateCode("SMR"),
        occurred_on=day("2012-06-15"),
        citations=INVENTED,
        request="2012-a",
        meeting="3MSP",
    )
    yield e.ClarificationWithdrawn(
        state=StateCode("SMR"), occurred_on=day("2012-07-02"), citations=INVENTED, request="2012-a"
    )


def record() -> Iterator[e.Event]:
    """Yield what is said about the record itself."""
    on = day("2008-12-03")
    otherwise = e.Signed(state=StateCode("SMR"), occurred_on=day("2008-12-04"), citations=INVENTED)
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
        occurred_on=day("2023-09-05"),
        citations=monitor("2023-09-05"),
        provision="3(8)",
        state=StateCode("BGR"),
        reaches=date(2016, 4, 29),
    )
