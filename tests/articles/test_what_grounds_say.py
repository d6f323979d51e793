"""What grounds say, word for word, and the events that prove them, where the cases are rare."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Event, Obligation, Standing
from ccm_engine.domain.articles.ordered_reviews import ordered_reviews
from ccm_engine.domain.events import (
    CONVENTION,
    ArmedConflictBegun,
    ArmedConflictEnded,
    ContaminationDeclared,
    ExtensionGranted,
    ExtensionRequested,
    LegislationProcessCompleted,
    Measure,
    MunitionsRetained,
    NationalMeasureReported,
    ReviewOrdered,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
    SurveyReported,
    TreatyDisputeArose,
    TreatyDisputeReferred,
    TreatyDisputeSettled,
    UseReported,
    UserStateAssistanceGiven,
    WithdrawalNotified,
)
from tests.histories import called, engine_with, happened, joined, owed

AROSE: Final = happened(
    TreatyDisputeArose, "2014-05-06", dispute="transit", between=("IRL", "MLT", "SMR")
)
REFERRED: Final = happened(
    TreatyDisputeReferred, "2014-09-03", dispute="transit", referred_to="the 5MSP"
)
SETTLED: Final = happened(TreatyDisputeSettled, "2015-02-03", dispute="transit")


def told(duty: Obligation) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(each.provision), each.conclusion, each.events) for each in duty.grounds[1:]]


def test_a_dispute_of_three_without_a_matter_or_an_outcome() -> None:
    duty = owed(engine_with(AROSE, REFERRED, SETTLED), "SMR/10.1/transit", "2020-01-01")
    assert told(duty) == [
        ("10(1)", "a dispute with Ireland and Malta arose (2014-05-06)", ("CCM#1",)),
        ("10(1)", "taken to the 5MSP (2014-09-03)", ("CCM#2",)),
        ("10(1)", "settled on 2015-02-03", ("CCM#3",)),
    ]
    assert duty.standing is Standing.NOT_ENGAGED


def test_a_survey_with_all_that_is_known_of_it() -> None:
    areas = happened(ContaminationDeclared, "2011-01-28", "HRV")
    survey = happened(SurveyReported, "2012-04-30", "HRV", kind="non-technical", period="2011")
    duty = owed(engine_with(areas, survey), "HRV/4.2", "2013-01-01")
    assert ("4(2)(a)", "reported survey: non-technical (2011)", ("HRV#4",)) in told(duty)


@pytest.mark.parametrize(
    ("filed", "said"),
    [
        ("2020-02-25", ", in time for the 2RC (last day 2020-02-25)"),
        ("2020-02", "; whether by 2020-02-25, the last day to file for the 2RC, is not known"),
        (
            "2020-02-26",
            (
                ", 1 days after the last day to file for the 2RC, 2020-02-25: late, and considered "
                "all the same (INT-0003)"
            ),
        ),
        (
            "2020-03",
            (
                ", at least 5 days after the last day to file for the 2RC, 2020-02-25: late, and "
                "considered all the same (INT-0003)"
            ),
        ),
    ],
)
def test_when_a_request_was_filed(filed: str, said: str) -> None:
    areas = happened(ContaminationDeclared, "2011-01-28", "HRV")
    asked = happened(ExtensionRequested, filed, "HRV", article=4, months=12, meeting="2RC")
    granted = happened(ExtensionGranted, "2020-11-27", "HRV", article=4, months=12, meeting="2RC")
    engine = engine_with(called("2RC", "2019-09-04"), areas, asked, granted)
    duty = owed(engine, "HRV/4.1a", "2021-01-01")
    assert ("4(6)", f"requested {filed}{said}", ("HRV#4",)) in told(duty)


def test_a_review_that_no_named_meeting_ordered() -> None:
    review = happened(ReviewOrdered, "2015-09-11", review="unit", subject="the unit")
    point = engine_with(review).on(date(2016, 1, 1)).point
    (duty,) = point.derive(CONVENTION, point.as_of, rules=(ordered_reviews,))
    assert [each.conclusion for each in duty.grounds[-2:]] == [
        "ordered by a meeting not named",
        "no source says when it is due",
    ]


NONE_OF_ONE: Final = happened(
    StockpileDeclared, "2012-03-01", "DEU", munitions=0, munition_type="MW-1"
)
DONE: Final = happened(StockpileDestructionCompleted, "2013-01-01", "DEU")
FOUND: Final = happened(StockpileFound, "2013-06-01", "DEU", munitions=5)
VERIFYING: Final = happened(StockpileUnverified, "2014-01-01", "DEU")
BY_OTHERS: Final = "; the state itself has not declared"


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((), [("3(2)", "no declaration of holdings is on record", ())]),
        (
            (happened(StockpileAbsenceDeclared, "2012-03-01", "DEU"),),
            [("3(2)", "declared that it holds none (2012-03-01)", ("DEU#3",))],
        ),
        (
            (NONE_OF_ONE,),
            [
                (
                    "3(2)",
                    "declared none of one type, and nothing of others (2012-03-01)",
                    ("DEU#3",),
                )
            ],
        ),
        (
            (
                happened(StockpileDeclared, "2012-03-01", "DEU", munitions=1),
                happened(MunitionsRetained, "2012-12-31", "DEU", munitions=1),
            ),
            [
                ("3(2)", "declared a stockpile (2012-03-01)", ("DEU#3",)),
                ("3(6)", "all 1 munitions declared were retained", ("DEU#4",)),
            ],
        ),
        (
            (happened(StockpileReportedByOthers, "2012-03-01", "DEU", munitions=0),),
            [("3(2)", f"others report none{BY_OTHERS}", ("DEU#3",))],
        ),
        (
            (happened(StockpileReportedByOthers, "2012-03-01", "DEU"),),
            [("3(2)", f"others report holdings{BY_OTHERS}", ("DEU#3",))],
        ),
        (
            (DONE, FOUND, VERIFYING),
            [
                ("3(2)", "destruction completed 2013-01-01", ("DEU#3",)),
                ("7(1)(g)", "more was found or declared after that (2013-06-01)", ("DEU#4",)),
                ("3(2)", "still verifying whether it holds any (2014-01-01)", ("DEU#5",)),
            ],
        ),
        (
            (DONE, FOUND),
            [
                ("3(2)", "destruction completed 2013-01-01", ("DEU#3",)),
                ("7(1)(g)", "more was found or declared after that (2013-06-01)", ("DEU#4",)),
            ],
        ),
    ],
)
def test_what_a_state_holds(
    events: tuple[Event, ...], said: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    duty = owed(engine_with(events), "DEU/3.2", "2015-01-01")
    assert told(duty)[1:] == said


def test_what_a_user_state_gave() -> None:
    chad = joined("TCD", "2013-03-26")
    used = happened(UseReported, "1987", "FRA", on_territory_of=("TCD",))
    gave = happened(UserStateAssistanceGiven, "2015", "FRA", to=("TCD",))
    duty = owed(engine_with(chad, used, gave), "FRA/4.4/TCD", "2016-01-01")
    assert told(duty)[-1] == ("4(4)", "gave Chad assistance (2015)", ("FRA#4",))


def test_a_law_that_was_dealt_with() -> None:
    done = happened(LegislationProcessCompleted, "2016-04-30", "ALB", period="2015")
    duty = owed(engine_with(done), "ALB/9", "2017-01-01")
    said = "the law it had under consideration was dealt with (2015)"
    assert told(duty)[-1] == ("9", said, ("ALB#3",))


def test_a_conflict_that_ends_on_the_day_six_months_have_passed() -> None:
    left = happened(WithdrawalNotified, "2024-09-06", "ALB")
    begun = happened(ArmedConflictBegun, "2024-12-01", "ALB", conflict="a war")
    ended = happened(ArmedConflictEnded, "2025-03-06", "ALB", conflict="a war")
    binding = engine_with(left, begun, ended).on(date(2026, 1, 1)).state("ALB").binding
    said = "withdrawal takes effect on 2025-03-06: the end of the armed conflict"
    assert said in [each.conclusion for each in binding.grounds]


def test_a_law_that_is_listed() -> None:
    law = happened(
        NationalMeasureReported,
        "2016-04-30",
        "ALB",
        measure=Measure.SPECIFIC_LAW,
        listed_on=date(2017, 1, 2),
    )
    (ground,) = told(owed(engine_with(law), "ALB/9", "2018-01-01"))
    assert ground[1].endswith("(listed on 2017-01-02)")
