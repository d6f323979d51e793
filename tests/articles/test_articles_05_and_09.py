"""Articles 4(2), 5 and 9: the grounds say what is on record of what a state does."""

from __future__ import annotations

from ccm_engine import Engine, Standing
from ccm_engine.domain.events import (
    AssistancePlanAdopted,
    AssistanceRequested,
    ClearanceStrategyReported,
    ContaminationDeclared,
    DisabilityConventionStatusReported,
    LegislationProcessCompleted,
    Measure,
    NationalMeasureReported,
    RiskEducationReported,
    SurveyReported,
    VictimAssistanceReported,
    VictimAssistanceResourced,
    VictimDataCollected,
    VictimDataDisaggregated,
    VictimsReported,
)
from tests.histories import engine_with, happened, owed


def said(engine: Engine, name: str, as_of: str = "2020-09-28") -> list[str]:
    """Return the grounds of one duty, but for those of being bound."""
    grounds = owed(engine, name, as_of).grounds
    return [
        f"{each.provision} {each.conclusion}" for each in grounds if each.provision.article != 17
    ]


class TestArticle4Paragraph2:
    """Survey, a national plan and risk education, as long as areas are contaminated."""

    def test_the_grounds_give_the_last_word_on_each(self) -> None:
        engine = engine_with(
            happened(ContaminationDeclared, "2011-01-01", "HRV"),
            happened(SurveyReported, "2012", "HRV"),
            happened(SurveyReported, "2016", "HRV", period="2015", kind="technical"),
            happened(ClearanceStrategyReported, "2017", "HRV"),
            happened(RiskEducationReported, "2019", "HRV", detail="in schools"),
        )
        assert owed(engine, "HRV/4.2", "2020-09-28").standing is Standing.CONTINUING
        assert said(engine, "HRV/4.2")[1:] == [
            "4(2)(a) reported survey: technical (2015)",
            "4(2)(b) reported a strategy or plan (2017)",
            "4(2)(e) reported risk reduction education: in schools (2019)",
        ]

    def test_what_is_on_record_of_them_does_not_make_areas_contaminated(self) -> None:
        engine = engine_with(happened(SurveyReported, "2012", "HRV"))
        assert owed(engine, "HRV/4.2", "2020-09-28").standing is Standing.UNDETERMINED


class TestArticle5:
    """Victims are assisted; the grounds say what is on record of it."""

    def test_the_grounds_give_the_last_word_on_each_part_of_assistance(self) -> None:
        engine = engine_with(
            happened(VictimsReported, "2011", "ALB"),
            happened(VictimDataCollected, "2012", "ALB"),
            happened(VictimDataCollected, "2019", "ALB", period="2015-2020"),
            happened(VictimDataDisaggregated, "2019", "ALB", by="sex and age"),
            happened(AssistancePlanAdopted, "2016", "ALB", plan="disability plan"),
            happened(VictimAssistanceResourced, "2017", "ALB"),
            happened(VictimAssistanceReported, "2018", "ALB"),
            happened(DisabilityConventionStatusReported, "2013", "ALB", status="party"),
            happened(AssistanceRequested, "2014", "ALB", article=5, purpose="prostheses"),
        )
        assert said(engine, "ALB/5.1") == [
            "5(1) has victims (2011)",
            "5(1) reported what it does for victims (2018)",
            "5(1) collects data about victims (2015-2020)",
            "5(1) reported data told apart: sex and age (2019)",
            "5(2)(c) has a plan: disability plan (2016)",
            "5(2)(c) convention on disability rights: party (2013)",
            "5(2)(d) mobilised resources (2017)",
            "5(2)(d) asked for assistance: prostheses (2014)",
        ]

    def test_each_plan_is_told_of_once(self) -> None:
        engine = engine_with(
            happened(VictimsReported, "2011", "ALB"),
            happened(AssistancePlanAdopted, "2012", "ALB", plan="disability plan"),
            happened(AssistancePlanAdopted, "2013", "ALB", plan="health plan"),
            happened(AssistancePlanAdopted, "2016", "ALB", plan="disability plan"),
        )
        assert said(engine, "ALB/5.1")[1:] == [
            "5(2)(c) has a plan: disability plan (2016)",
            "5(2)(c) has a plan: health plan (2013)",
        ]

    def test_assistance_asked_for_clearance_is_no_word_about_victims(self) -> None:
        engine = engine_with(
            happened(AssistanceRequested, "2014", "ALB", article=4),
            happened(AssistanceRequested, "2015", "ALB"),
        )
        assert said(engine, "ALB/5.1") == ["5(1) nothing is on record about victims"]

    def test_a_plan_alone_does_not_tell_that_there_are_victims(self) -> None:
        engine = engine_with(happened(AssistancePlanAdopted, "2016", "ALB", plan="a plan"))
        assert owed(engine, "ALB/5.1", "2020-09-28").standing is Standing.UNDETERMINED


class TestArticle9:
    """Each State Party takes all measures to implement the Convention."""

    def test_it_goes_on_whatever_is_on_record(self) -> None:
        duty = owed(engine_with(), "IRL/9", "2020-09-28")
        assert duty.standing is Standing.CONTINUING
        assert said(engine_with(), "IRL/9") == ["9 nothing is on record about its measures"]

    def test_the_grounds_give_the_last_word_on_each_measure(self) -> None:
        law = {"measure": Measure.SPECIFIC_LAW}
        engine = engine_with(
            happened(NationalMeasureReported, "2011", "IRL", measure=Measure.UNDER_CONSIDERATION),
            happened(NationalMeasureReported, "2012", "IRL", **law),
            happened(NationalMeasureReported, "2015", "IRL", title="Act of 2008", **law),
            happened(LegislationProcessCompleted, "2016", "IRL"),
        )
        assert said(engine, "IRL/9") == [
            "9 specific law: Act of 2008 (2015)",
            "9 under consideration (2011)",
            "9 the law it had under consideration was dealt with (2016)",
        ]
        assert said(engine, "IRL/9", "2012-12-31")[0] == "9 specific law (2012)"
