"""What meets an action, what shows progress, and when silence is no proof."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Event, Obligation, Standing, Timeliness
from ccm_engine.domain.events import (
    ActionCarriedOut,
    AnnualReportSubmitted,
    AssistancePlanAdopted,
    AssistanceRequested,
    ClearanceStrategyReported,
    ContaminationDeclared,
    CoverageStated,
    FocalPointDesignated,
    Measure,
    NationalMeasureReported,
    RiskEducationReported,
    StockpileDeclared,
    SurveyReported,
    VictimDataCollected,
    VictimDataDisaggregated,
    VictimsReported,
)
from ccm_engine.domain.sources import Authority
from tests.histories import called, engine_with, happened, owed, source

LAOS = (
    happened(VictimsReported, "2009-06-01", "LAO"),
    happened(ContaminationDeclared, "2009-06-01", "LAO"),
    happened(StockpileDeclared, "2009-06-01", "LAO"),
    called("2RC", "2019-09-04"),
    called("11MSP", "2022-09-02"),
)


def _grounds(found: Obligation) -> str:
    return "; ".join(ground.conclusion for ground in found.grounds)


def _laos(name: str, as_of: str, *events: Event) -> Obligation:
    return owed(engine_with(LAOS, events), f"LAO/{name}", as_of)


class TestWhatMeetsAnAction:
    """Each dated action is met by its own kind of event, and by no other."""

    @pytest.mark.parametrize(
        ("name", "as_of", "event"),
        [
            ("VAP.21", "2014-01-01", happened(FocalPointDesignated, "2011-01-15", "LAO")),
            ("VAP.identify-areas", "2014-01-01", happened(SurveyReported, "2011-01-15", "LAO")),
            (
                "VAP.clearance-plan",
                "2014-01-01",
                happened(ClearanceStrategyReported, "2011-01-15", "LAO"),
            ),
            ("DAP.4.1a", "2018-01-01", happened(FocalPointDesignated, "2011-01-15", "LAO")),
            (
                "DAP.4.1c",
                "2019-06-01",
                happened(AssistancePlanAdopted, "2011-01-15", "LAO", plan="for victims"),
            ),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_it_is_met_by_its_event(self, name: str, as_of: str, event: Event) -> None:
        assert _laos(name, as_of).standing is Standing.OVERDUE
        met = _laos(name, as_of, event)
        assert (met.standing, met.timeliness) == (Standing.DISCHARGED, Timeliness.ON_TIME)
        assert met.discharged_by in met.grounds[-1].events
        others = [_laos(other, as_of, event) for other in ("VAP.23", "VAP.review-laws")]
        assert {each.standing for each in others} == {Standing.OVERDUE}

    def test_the_first_of_several_counts(self) -> None:
        days = ("2012-05-01", "2011-03-01")
        named = [happened(FocalPointDesignated, day, "LAO") for day in days]
        assert _laos("VAP.21", "2014-01-01", *named).days_late == 28

    def test_a_declaration_of_areas_is_no_survey_of_them(self) -> None:
        declared = happened(ContaminationDeclared, "2011-01-15", "LAO", areas=12)
        assert _laos("VAP.identify-areas", "2014-01-01", declared).standing is Standing.OVERDUE

    @pytest.mark.parametrize(
        ("measure", "standing"),
        [
            (Measure.SPECIFIC_LAW, Standing.DISCHARGED),
            (Measure.EXISTING_LAW_SUFFICIENT, Standing.DISCHARGED),
            (Measure.UNDER_CONSIDERATION, Standing.OVERDUE),
            (Measure.ADMINISTRATIVE, Standing.OVERDUE),
            (Measure.INVESTMENT_PROHIBITION, Standing.OVERDUE),
            (Measure.NONE_REPORTED, Standing.OVERDUE),
        ],
    )
    def test_national_law_is_a_law_or_one_that_suffices(
        self, measure: Measure, standing: Standing
    ) -> None:
        said = happened(NationalMeasureReported, "2015-06-01", "LAO", measure=measure)
        assert _laos("DAP.7.1", "2020-12-01", said).standing is standing
        assert _laos("DAP.7.3", "2020-12-01", said).standing is Standing.OVERDUE

    @pytest.mark.parametrize(
        ("name", "as_of"),
        [
            ("VAP.8", "2012-01-01"),
            ("VAP.22", "2012-01-01"),
            ("VAP.23", "2012-01-01"),
            ("VAP.review-laws", "2012-01-01"),
            ("DAP.7.3", "2020-12-01"),
        ],
    )
    def test_any_action_is_met_by_what_reports_it_as_carried_out(
        self, name: str, as_of: str
    ) -> None:
        plan, _, action = name.partition(".")
        done = happened(ActionCarriedOut, "2011-02-01", "LAO", plan=plan, action=action)
        another = "24" if plan == "VAP" else "7.2"
        other = happened(ActionCarriedOut, "2011-02-01", "LAO", plan=plan, action=another)
        assert _laos(name, as_of, done).standing is Standing.DISCHARGED
        assert _laos(name, as_of, other).standing is Standing.OVERDUE

    @pytest.mark.parametrize("by", [Authority.MONITOR, Authority.PRESS])
    def test_national_law_is_none_by_the_word_of_others_alone(self, by: Authority) -> None:
        law = {"measure": Measure.SPECIFIC_LAW, "citations": source("a profile", by)}
        said = happened(NationalMeasureReported, "2015-06-01", "LAO", **law)
        assert _laos("DAP.7.1", "2020-12-01", said).standing is Standing.OVERDUE
        assert "nothing is on record" in _grounds(_laos("VAP.national-measures", "2015-07-01"))
        assert "nothing is on record" in _grounds(
            _laos("VAP.national-measures", "2015-07-01", said)
        )

    def test_national_law_is_none_once_one_is_under_consideration_again(self) -> None:
        words = [
            happened(NationalMeasureReported, day, "LAO", measure=measure)
            for day, measure in (
                ("2015-06-01", Measure.EXISTING_LAW_SUFFICIENT),
                ("2018-06-01", Measure.UNDER_CONSIDERATION),
                ("2019-06-01", Measure.SPECIFIC_LAW),
            )
        ]
        assert _laos("DAP.7.1", "2020-12-01", *words[:2]).standing is Standing.OVERDUE
        again = _laos("DAP.7.1", "2020-12-01", *words)
        assert str(again.discharged_on) == "2019-06-01"

    def test_a_day_known_in_part_says_how_it_would_be_otherwise(self) -> None:
        named = happened(FocalPointDesignated, "../2020-09-28", "LAO")
        found = _laos("VAP.21", "2014-09-15", named)
        assert found.standing is Standing.OVERDUE
        assert found.otherwise is not None
        assert found.otherwise.standing is Standing.DISCHARGED
        assert not found.surely_overdue


class TestWhatIsProgressOnly:
    """Some events show that work goes on, and not that all an action asks for is done."""

    @pytest.mark.parametrize(
        ("name", "as_of", "kind", "fields"),
        [
            ("VAP.22", "2014-01-01", VictimDataCollected, {}),
            ("VAP.22", "2014-01-01", VictimDataDisaggregated, {"by": "sex and age"}),
            ("LAP.baseline-survey", "2024-01-01", SurveyReported, {}),
        ],
    )
    def test_it_is_told_and_meets_nothing(
        self, name: str, as_of: str, kind: type[Event], fields: dict[str, str]
    ) -> None:
        shown = happened(kind, "2021-10" if name[:3] == "LAP" else "2011-01", "LAO", **fields)
        found = _laos(name, as_of, shown)
        assert (found.standing, found.discharged_on) == (Standing.OVERDUE, None)
        assert any("LAO#6" in ground.events for ground in found.grounds)

    @pytest.mark.parametrize(
        ("day", "told"), [("2015/2020", False), ("2021", True), ("2021-09-21", True)]
    )
    def test_work_done_before_a_plan_shows_nothing_of_it(self, day: str, told: bool) -> None:
        days = "2015-01-01/2020-09-28" if "/" in day else day
        surveyed = happened(SurveyReported, days, "LAO")
        found = _laos("LAP.baseline-survey", "2024-01-01", surveyed)
        assert ("survey reported" in _grounds(found)) is told

    def test_what_lasts_shows_it_from_before_the_plan(self) -> None:
        named = happened(FocalPointDesignated, "2011-01-15", "LAO")
        found = _laos("DAP.4.1a", "2018-01-01", named)
        assert found.timeliness is Timeliness.ON_TIME

    def test_who_asked_for_help_found_a_need_and_maybe_not_all(self) -> None:
        asked = happened(AssistanceRequested, "2011-01-15", "LAO")
        found = _laos("VAP.identify-needs", "2014-01-01", asked)
        assert (found.standing, found.discharged_on) == (Standing.UNDETERMINED, None)
        assert "assistance requested (2011-01-15)" in _grounds(found)

    def test_a_plan_is_no_check_of_one(self) -> None:
        plan = happened(AssistancePlanAdopted, "2011-01-15", "LAO", plan="for victims")
        assert "nothing is on record" in _grounds(_laos("VAP.24", "2014-01-01", plan))


class TestProgress:
    """An action without a limit goes on; its grounds give what the record shows, and no more."""

    def test_the_last_word_of_each_kind_is_given_with_all_its_events(self) -> None:
        taught = [happened(RiskEducationReported, day, "LAO") for day in ("2016", "2018")]
        found = _laos("DAP.3.2", "2019-06-01", *taught)
        assert (found.standing, found.due) == (Standing.CONTINUING, None)
        assert found.grounds[-1].conclusion == "risk education reported (2018)"
        assert len(found.grounds[-1].events) == 2

    def test_where_nothing_shows_it_the_grounds_say_so(self) -> None:
        found = _laos("DAP.3.4", "2019-06-01")
        assert found.grounds[-1].conclusion == "nothing is on record that shows it"
        assert found.standing is Standing.CONTINUING

    def test_help_asked_on_law_is_asked_under_article_9(self) -> None:
        asked = [
            happened(AssistanceRequested, "2017", "LAO", article=article) for article in (5, 9)
        ]
        assert len(_laos("DAP.7.2", "2019-06-01", *asked).grounds[-1].events) == 1
        assert len(_laos("DAP.5.2", "2019-06-01", *asked).grounds[-1].events) == 2

    @pytest.mark.parametrize(
        ("name", "last", "next_day"),
        [("VAP.20", "2015-09-11", "2015-09-12"), ("DAP.3.4", "2021-09-20", "2021-09-21")],
    )
    def test_it_ends_with_the_plan(self, name: str, last: str, next_day: str) -> None:
        assert _laos(name, last).standing is Standing.CONTINUING
        named = engine_with(LAOS).on(date.fromisoformat(next_day)).commitments(state="LAO")
        assert f"LAO/{name}" not in {each.id for each in named}


class TestSilence:
    """Nothing on record is no proof where the sources do not reach what an action carries out."""

    @pytest.mark.parametrize(
        ("name", "provision"),
        [
            ("VAP.8", "3.2"),
            ("VAP.8", "7.1f"),
            ("VAP.identify-areas", "4.2"),
            ("VAP.clearance-plan", "4.2"),
            ("VAP.21", "5.2g"),
            ("VAP.22", "5.1"),
            ("VAP.23", "7.1k"),
            ("VAP.review-laws", "5.1"),
            ("VAP.initial-report", "7.1"),
            ("VAP.annual-report/2012", "7.2"),
            ("DAP.4.1a", "5.2g"),
            ("DAP.4.1c", "5.2c"),
            ("DAP.7.1", "9"),
            ("LAP.baseline-survey", "4.2"),
        ],
    )
    def test_it_is_undetermined_and_not_overdue(self, name: str, provision: str) -> None:
        as_of = {"VAP": "2014-09-15", "DAP": "2020-12-01", "LAP": "2024-01-01"}[name[:3]]
        assert _laos(name, as_of).standing is Standing.OVERDUE
        for reaches in (None, date(2009, 1, 1)):
            limit = happened(CoverageStated, "2026", provision=provision, reaches=reaches)
            found = _laos(name, as_of, limit)
            assert found.standing is Standing.UNDETERMINED
            assert any("nothing found that settles it" in each.conclusion for each in found.grounds)

    def test_sources_that_reach_the_day_make_silence_a_proof(self) -> None:
        limit = happened(CoverageStated, "2026", provision="5.2g", reaches=date(2011, 2, 1))
        assert _laos("VAP.21", "2014-09-15", limit).standing is Standing.OVERDUE

    def test_what_another_article_does_not_reach_is_no_matter(self) -> None:
        limit = happened(CoverageStated, "2026", provision="4.2", reaches=None)
        assert _laos("VAP.21", "2014-09-15", limit).standing is Standing.OVERDUE

    def test_of_one_state_alone_it_holds_for_that_state(self) -> None:
        limit = happened(CoverageStated, "2026", provision="5.2g", state="LAO", reaches=None)
        albania = happened(VictimsReported, "2009-06-01", "ALB")
        engine = engine_with(LAOS, limit, albania)
        assert owed(engine, "LAO/VAP.21", "2014-09-15").standing is Standing.UNDETERMINED
        assert owed(engine, "ALB/VAP.21", "2014-09-15").standing is Standing.OVERDUE

    def test_the_first_on_record_is_late_only_where_sources_reach_its_day(self) -> None:
        named = happened(FocalPointDesignated, "2012-05-01", "LAO")
        late = _laos("VAP.21", "2014-09-15", named)
        assert (late.timeliness, late.days_late) == (Timeliness.LATE, 455)
        from_2012 = {"provision": "5.2g", "since": date(2012, 1, 1), "reaches": date(2020, 1, 1)}
        limit = happened(CoverageStated, "2026", **from_2012)
        found = _laos("VAP.21", "2014-09-15", named, limit)
        assert (found.standing, found.timeliness) == (Standing.DISCHARGED, Timeliness.UNDETERMINED)
        assert (found.days_late, found.days_late_range) == (None, None)
        assert "nothing found by the due day, but the record's sources tell" in _grounds(found)

    def test_what_came_in_time_is_in_time_whatever_they_reach(self) -> None:
        named = happened(FocalPointDesignated, "2011-02-01", "LAO")
        limit = happened(CoverageStated, "2026", provision="5.2g", reaches=None)
        assert _laos("VAP.21", "2014-09-15", named, limit).timeliness is Timeliness.ON_TIME

    @pytest.mark.parametrize("name", ["7.2/2012", "VAP.annual-report/2012"])
    def test_a_report_there_can_be_one_of_is_late_whatever_they_reach(self, name: str) -> None:
        came = happened(AnnualReportSubmitted, "2013-05-10", "LAO", year_covered=2012)
        limit = happened(CoverageStated, "2026", provision="7.2", reaches=date(2013, 1, 1))
        found = _laos(name, "2014-09-15", came, limit)
        assert (found.timeliness, found.days_late) == (Timeliness.LATE, 10)
