"""What the sources tell beyond deadlines, on the states that show it: Articles 4 to 9 and 21."""

from __future__ import annotations

from typing import TypeVar

import pytest

from ccm_engine.domain.calendar import parse_day
from ccm_engine.domain.events import (
    CONVENTION,
    AssistancePlanAdopted,
    AssistanceRequested,
    CasualtiesReported,
    ClearanceStrategyReported,
    CountryCoalitionConcluded,
    CountryCoalitionFormed,
    CountStated,
    CoverageStated,
    DisabilityConventionStatusReported,
    Event,
    FocalPointDesignated,
    LegislationProcessCompleted,
    Measure,
    MeetingAttendedAsObserver,
    NationalMeasureReported,
    ProductionReported,
    ResolutionVoteCast,
    RiskEducationReported,
    SurveyReported,
    UseOnTerritoryReported,
    UseReported,
    UseRestricted,
    VictimAssistanceReported,
    VictimsReported,
    Vote,
)
from ccm_engine.domain.states import StateCode
from ccm_engine.public_record.accounts import Outcome
from ccm_engine.public_record.past_use import PAST_USE
from ccm_engine.public_record.reconciliation import Reconciled, Sources
from tests.public_record.reconciled_record import Record, days

E = TypeVar("E", bound=Event)

ELEVEN = ["AFG", "ALB", "BIH", "GNB", "HRV", "IRQ", "LAO", "LBN", "MNE", "SOM", "TCD"]
"""Article 5 on 28 September 2020: paragraph 66."""

LISTED = {
    ("2015-09-11", Measure.SPECIFIC_LAW): "AUS AUT BEL CAN CHE COK CZE DEU ECU ESP FRA GBR HUN IRL "
    "ITA JPN LIE LUX NLD NOR NZL PRT SWE WSM",
    ("2015-09-11", Measure.EXISTING_LAW_SUFFICIENT): "ALB AND BIH CIV DNK GNB LTU MDA MLT MNE MRT "
    "NIC SMR SVN TTO URY VAT",
    ("2015-09-11", Measure.UNDER_CONSIDERATION): "AFG ATG BDI BFA BGR BWA CMR GHA GRD GTM HRV LAO "
    "LBN LSO MOZ MWI SLE SWZ SYC VCT ZMB",
    ("2015-09-11", Measure.INVESTMENT_PROHIBITION): "BEL CHE IRL ITA LIE LUX NLD NZL WSM",
    ("2020-09-28", Measure.SPECIFIC_LAW): "AFG AUS AUT BEL BGR CAN CHE CMR COK CZE DEU ECU ESP FRA "
    "GBR GTM HUN IRL ISL ITA JPN KNA LIE LUX MUS NLD NOR NZL PRT SWE WSM",
    ("2020-09-28", Measure.EXISTING_LAW_SUFFICIENT): "ALB AND BIH BOL CHL CIV COL CUB DNK DOM GUY "
    "HRV IRQ LTU MDA MLT MNE MOZ NIC PAN PLW PRY PSE SMR SVK SVN TTO URY VAT ZAF",
    ("2020-09-28", Measure.UNDER_CONSIDERATION): "ATG BDI BFA BLZ BWA GHA GNB GRD LAO LBN LKA LSO "
    "MWI NAM NRU SLE SOM SWZ SYC TUN VCT ZMB",
    ("2020-09-28", Measure.INVESTMENT_PROHIBITION): "AFG BEL CHE ESP IRL ITA KNA LIE LUX NLD NZL "
    "WSM",
}
"""The status lists of paragraphs 106 and 107."""


def told_of(reconciled: Reconciled, kind: type[E]) -> list[E]:
    return [event for event in reconciled.events if isinstance(event, kind)]


def states_with(reconciled: Reconciled, kind: type[Event]) -> list[str]:
    return sorted({event.stream for event in reconciled.events if isinstance(event, kind)})


class TestArticle9:
    """Each State Party takes legal, administrative and other measures to implement."""

    @pytest.mark.parametrize(("day", "measure"), LISTED)
    def test_a_status_list_names_its_states(
        self, reconciled: Reconciled, day: str, measure: Measure
    ) -> None:
        listed = [
            event.state
            for event in told_of(reconciled, NationalMeasureReported)
            if event.measure is measure and event.listed_on == parse_day(day)
        ]
        assert sorted(listed) == LISTED[day, measure].split()

    def test_the_lists_count_as_paragraphs_106_and_107_do(self) -> None:
        assert [len(states.split()) for states in LISTED.values()] == [
            *(24, 17, 21, 9),
            *(31, 30, 22, 12),  # paragraph 107 counts 23 under consideration and names 22
        ]

    def test_mauritania_is_on_the_list_of_2015_and_not_on_that_of_2020(
        self, record: Record
    ) -> None:
        listed = [each.listed_on for each in record.of("MRT", NationalMeasureReported)]
        assert [day for day in listed if day is not None] == [parse_day("2015-09-11")]

    def test_afghanistan_ended_its_process_and_has_a_law_in_2020(self, record: Record) -> None:
        ended = record.only("AFG", LegislationProcessCompleted)
        assert str(ended.occurred_on) == "2015-09-11/2020-09-28"
        laws = [
            each
            for each in record.of("AFG", NationalMeasureReported)
            if each.measure is Measure.SPECIFIC_LAW
        ]
        assert days(laws) == ["2018-09", "../2020-09-28"]

    def test_togos_law_is_told_by_the_monitor_only(self, record: Record) -> None:
        considered, law = record.of("TGO", NationalMeasureReported)
        assert (considered.measure, law.measure) == (
            Measure.UNDER_CONSIDERATION,
            Measure.SPECIFIC_LAW,
        )
        assert law.listed_on is None
        assert {each.publisher for each in law.citations} == {
            "Landmine and Cluster Munition Monitor"
        }

    def test_a_source_without_a_day_does_not_speak_across_another_status(
        self, record: Record
    ) -> None:
        measures = [each.measure for each in record.of("TCD", NationalMeasureReported)]
        assert measures == [
            Measure.NONE_REPORTED,
            Measure.UNDER_CONSIDERATION,
            Measure.NONE_REPORTED,
        ]

    def test_a_law_told_by_several_sources_is_one_event(self, record: Record) -> None:
        act = record.of("GBR", NationalMeasureReported)[0]
        assert str(act.occurred_on) == "2010-03-25"
        assert len(act.citations) == 2
        assert record.versions("GBR", NationalMeasureReported) == []


class TestArticle5:
    """Victims are assisted: data, a focal point, a plan, resources."""

    def test_the_eleven_have_victims_a_focal_point_and_a_plan(self, reconciled: Reconciled) -> None:
        for kind in (
            VictimsReported,
            FocalPointDesignated,
            AssistancePlanAdopted,
            VictimAssistanceReported,
        ):
            assert states_with(reconciled, kind) == ELEVEN

    def test_eight_have_a_plan_of_its_own_besides(self, reconciled: Reconciled) -> None:
        plans = told_of(reconciled, AssistancePlanAdopted)
        own = sorted(each.state for each in plans if each.plan == "dedicated action plan")
        assert own == ["AFG", "ALB", "BIH", "HRV", "IRQ", "LAO", "LBN", "TCD"]
        assert len(plans) == len(ELEVEN) + len(own)

    def test_the_rights_convention_binds_seven_and_lebanon_signed_it(
        self, reconciled: Reconciled
    ) -> None:
        reported = told_of(reconciled, DisabilityConventionStatusReported)
        assert len(reported) == 8
        assert [each.state for each in reported if each.status != "party"] == ["LBN"]

    def test_albania_told_killed_from_injured_and_croatia_a_total(self, record: Record) -> None:
        albania, croatia = (record.only(each, CasualtiesReported) for each in ("ALB", "HRV"))
        assert (albania.killed, albania.injured, albania.casualties) == (9, 44, None)
        assert (croatia.killed, croatia.injured, croatia.casualties) == (None, None, 240)

    def test_new_victims_in_a_period_are_casualties_of_unknown_number(self, record: Record) -> None:
        lebanon = record.only("LBN", CasualtiesReported)
        assert (lebanon.period, lebanon.casualties) == ("2015-2020", None)
        assert str(lebanon.occurred_on) == "2015-01-01/2020-09-28"


class TestArticle6:
    """Assistance is asked for, given and received."""

    @pytest.mark.parametrize(
        ("year", "requested", "provided", "received"),
        [
            (2015, 9, 4, 4),
            (2016, 11, 16, 10),
            (2017, 12, 21, 12),
            (2018, 9, 22, 12),
            (2019, 15, 21, 10),
        ],
    )
    def test_paragraph_78_counts_by_year(
        self, record: Record, year: int, requested: int, provided: int, received: int
    ) -> None:
        counts = {
            each.subject: each.count
            for each in record.of(CONVENTION, CountStated)
            if each.year == year and each.subject.startswith("assistance-")
        }
        assert counts == {
            "assistance-requested": requested,
            "assistance-provided": provided,
            "assistance-received": received,
        }

    def test_guinea_bissau_asked_twice_and_south_sudan_before_it_joined(
        self, record: Record
    ) -> None:
        asked = record.of("GNB", AssistanceRequested)
        assert [each.article for each in asked] == [3, 5]
        assert asked[0].purpose == "identify unidentified ammunition"
        assert record.only("SSD", AssistanceRequested).year == 2019

    def test_botswanas_coalition_ended_and_two_go_on(self, reconciled: Reconciled) -> None:
        assert states_with(reconciled, CountryCoalitionFormed) == ["LBN", "MNE"]
        (botswana,) = told_of(reconciled, CountryCoalitionConcluded)
        assert (botswana.state, botswana.outcome) == ("BWA", "completion under Article 3")


class TestArticle4Paragraph2:
    """On the way to clearance: survey, a plan, risk education."""

    def test_twelve_reported_risk_education_eight_survey_and_four_a_strategy(
        self, reconciled: Reconciled
    ) -> None:
        assert len(states_with(reconciled, RiskEducationReported)) == 12
        assert len(states_with(reconciled, SurveyReported)) == 8
        assert states_with(reconciled, ClearanceStrategyReported) == ["AFG", "BIH", "HRV", "LBN"]

    def test_chiles_was_limited_and_says_why(self, record: Record) -> None:
        chile = record.only("CHL", RiskEducationReported)
        assert chile.detail == "limited: contamination only inside a fenced military range"
        assert record.only("CHL", SurveyReported).kind == "evidence-based survey"


class TestArticle21:
    """The norm beyond the States Parties."""

    def test_thirty_one_voted_for_the_resolution_of_2019_and_cyprus_abstained(
        self, reconciled: Reconciled
    ) -> None:
        cast = told_of(reconciled, ResolutionVoteCast)
        assert (len(cast), {each.year for each in cast}) == (32, {2019})
        assert [each.state for each in cast if each.vote is not Vote.YES] == ["CYP"]

    def test_thirty_observed_and_six_restricted_use(self, reconciled: Reconciled) -> None:
        assert len(states_with(reconciled, MeetingAttendedAsObserver)) == 30
        assert states_with(reconciled, UseRestricted) == ["EST", "FIN", "POL", "ROU", "THA", "USA"]


class TestPastUse:
    """Use before the Convention: by a state, or on its territory; each claim is read by itself."""

    def test_every_claim_about_past_use_is_judged(self, sources: Sources) -> None:
        told = {claim.id for claim in sources.claims if claim.kind == "past-use-reported"}
        assert told == set(PAST_USE)

    def test_france_used_in_chad_in_the_gulf_war_and_once_nobody_says_where(
        self, record: Record
    ) -> None:
        used = record.of("FRA", UseReported)
        assert [(each.conflict, each.on_territory_of) for each in used] == [
            ("Chad, 1986 to 1987", ("TCD",)),
            ("Gulf War", ()),
            (None, ()),
        ]

    def test_on_montenegros_territory_two_used(self, record: Record) -> None:
        users = {each.users for each in record.of("MNE", UseOnTerritoryReported)}
        assert users == {"Yugoslav forces", "NATO forces"}
        assert record.of("MNE", UseReported) == []

    def test_an_allegation_that_was_denied_is_not_told_as_the_users_own(
        self, record: Record
    ) -> None:
        assert "denied" in str(record.only("SLE", UseOnTerritoryReported).users)
        assert record.of("NGA", UseReported) == []

    def test_sources_of_one_states_production_are_one_event(self, record: Record) -> None:
        assert len(record.only("FRA", ProductionReported).citations) == 3


class TestNothingIsLeft:
    """What has an event is loaded; what cannot become one says why."""

    def test_seven_claims_stay_aside(self, reconciled: Reconciled) -> None:
        aside = [each for each in reconciled.accounts if each.outcome is Outcome.LEFT_ASIDE]
        kinds = sorted(each.kind for each in aside)
        assert kinds == [
            "action-plan-planned",
            *["extension-requested"] * 5,
            "meeting-held",
        ]


class TestCoverage:
    """How far the lists of the review document reach, and what was gathered in part."""

    @pytest.mark.parametrize("provision", ["5.1", "5.2g", "9"])
    def test_the_review_document_is_the_last_that_names_all(
        self, record: Record, provision: str
    ) -> None:
        (stated,) = _stated(record, provision)
        assert stated.reaches == parse_day("2020-09-28")

    @pytest.mark.parametrize("provision", ["4.2", "6.1", "6.2", "11.1", "21.1"])
    def test_silence_on_what_was_gathered_in_part_tells_nothing(
        self, record: Record, provision: str
    ) -> None:
        (stated,) = _stated(record, provision)
        assert stated.reaches is None
        assert stated.citations[0].note

    def test_nothing_is_said_of_article_3_paragraph_2(self, reconciled: Reconciled) -> None:
        assert "3.2" not in {each.provision for each in told_of(reconciled, CoverageStated)}


def _stated(record: Record, provision: str) -> list[CoverageStated]:
    said = record.of(CONVENTION, CoverageStated)
    return [each for each in said if each.provision == provision and each.state is None]


def test_every_state_named_in_a_judgement_is_a_state() -> None:
    named = {also.state for judgement in PAST_USE.values() for also in judgement.also}
    assert named == {StateCode(each) for each in ("FRA", "LBY", "SDN", "USA")}
