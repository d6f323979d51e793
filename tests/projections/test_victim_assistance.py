"""Who has victims to assist, and what is told of the assistance: Article 5."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    AssistancePlanAdopted,
    AssistanceRequested,
    CasualtiesReported,
    CoverageStated,
    DisabilityConventionStatusReported,
    FocalPointDesignated,
    VictimDataCollected,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import StateCount
from ccm_engine.projections.review import figure
from ccm_engine.projections.silence import Look
from ccm_engine.projections.themes import victims
from ccm_engine.projections.victim_assistance import AssistanceLine, victim_assistance
from tests.histories import engine_with, happened, joined

DUBROVNIK: Final = date(2015, 9, 11)
LAUSANNE: Final = date(2020, 9, 28)
ELEVEN: Final = ["AFG", "ALB", "BIH", "GNB", "HRV", "IRQ", "LAO", "LBN", "MNE", "SOM", "TCD"]
YES, NO, UNKNOWN = Certainty.YES, Certainty.NO, Certainty.UNKNOWN


@pytest.fixture(scope="module")
def figures() -> dict[str, StateCount]:
    record = Engine.public_record()
    before, after = record.on(DUBROVNIK).view(), record.on(LAUSANNE).view()
    found = [*victims.position(after), *victims.progress(before, after)]
    return {each.key: each for each in found if isinstance(each, StateCount)}


def line_of(engine: Engine, state: str, day: str) -> AssistanceLine | None:
    lines = victim_assistance(engine.on(date.fromisoformat(day)).view())
    return next((each for each in lines if each.state == state), None)


def lao(*events: Event) -> Engine:
    """Record events of Lao PDR, which has victims, in a log without limits."""
    return engine_with(happened(VictimsReported, "2010-11-01", "LAO"), events)


class TestTheElevenOf2020:
    """CCM/CONF/2020/13, paragraphs 66 to 71."""

    def test_eleven_have_victims_and_on_the_day_of_the_list_no_other_has(
        self, figures: dict[str, StateCount]
    ) -> None:
        counted = figures["victims.states"]
        assert (list(counted.states), counted.exact) == (ELEVEN, True)

    @pytest.mark.parametrize("day", [date(2020, 9, 27), date(2020, 9, 29)])
    def test_before_and_after_that_day_silence_tells_nothing(self, day: date) -> None:
        found = figure("victims.states", Engine.public_record().on(day).view())
        assert isinstance(found, StateCount)
        assert {"COL", "SLE"} <= set(found.unknown)
        assert "MOZ" not in found.unknown

    def test_those_not_bound_yet_owe_no_assistance(self, figures: dict[str, StateCount]) -> None:
        assert not {"LCA", "NIU"} & set(figures["victims.states"].unknown)

    @pytest.mark.parametrize(
        ("what", "counted", "unknown"),
        [
            ("focal_point", "AFG ALB BIH GNB HRV IRQ LAO LBN MNE SOM TCD", ""),
            ("plan", "AFG ALB BIH GNB HRV IRQ LAO LBN MNE SOM TCD", ""),
            ("dedicated_plan", "AFG ALB BIH HRV IRQ LAO LBN TCD", "GNB MNE SOM"),
            ("data_collected", "AFG ALB HRV IRQ LAO LBN", "BIH GNB MNE SOM TCD"),
            ("disaggregated", "ALB HRV IRQ LAO LBN", "AFG BIH GNB MNE SOM TCD"),
            ("resources", "AFG ALB BIH HRV IRQ LAO LBN MNE", "GNB SOM TCD"),
            ("efforts_reported", "AFG ALB BIH GNB HRV IRQ LAO LBN MNE SOM TCD", ""),
            ("requested_assistance", "AFG ALB BIH GNB IRQ LAO LBN MNE SOM TCD", "HRV"),
            ("disability_convention_party", "AFG ALB BIH HRV IRQ LAO TCD", "GNB MNE SOM"),
        ],
    )
    def test_what_is_told_of_them(
        self, figures: dict[str, StateCount], what: str, counted: str, unknown: str
    ) -> None:
        found = figures[f"victims.{what}"]
        assert (" ".join(found.states), " ".join(found.unknown)) == (counted, unknown)
        assert all(found.states.values())

    def test_somalia_came_to_be_one_and_of_eight_it_is_unknown_since_when(
        self, figures: dict[str, StateCount]
    ) -> None:
        added = figures["victims.added"]
        assert list(added.states) == ["SOM"]
        assert set(added.unknown) < set(ELEVEN)

    def test_mozambique_declared_that_it_has_none_and_others_may_have(
        self, figures: dict[str, StateCount]
    ) -> None:
        removed = figures["victims.removed"]
        assert list(removed.states) == ["MOZ"]
        assert {"COL", "SLE"} <= set(removed.unknown)
        assert not set(removed.unknown) & set(ELEVEN)

    def test_of_2015_the_plans_of_those_that_may_have_had_victims_are_unknown(self) -> None:
        found = figure("victims.plan", Engine.public_record().on(date(2015, 9, 11)).view())
        assert isinstance(found, StateCount)
        assert {"AFG", "SLE"} <= set(found.unknown)


class TestWhetherAStateHasVictims:
    """Nothing said is unknown; the last word counts; a day known in part leaves it open."""

    def test_nothing_said_is_unknown(self) -> None:
        line = line_of(engine_with(), "LAO", "2012-01-01")
        assert line is not None
        assert line.victims == Look(UNKNOWN)

    def test_one_that_declared_none_has_no_line(self) -> None:
        engine = lao(happened(VictimsAbsenceDeclared, "2012-01-01", "LAO"))
        assert line_of(engine, "LAO", "2011-12-31") is not None
        assert line_of(engine, "LAO", "2012-01-01") is None

    def test_before_the_last_day_it_can_mean_it_is_unknown(self) -> None:
        engine = engine_with(happened(VictimsReported, "2012", "LAO"))
        line = line_of(engine, "LAO", "2012-06-01")
        assert line is not None
        assert line.victims == Look(UNKNOWN, ("LAO#3",))

    def test_one_that_may_have_declared_none_by_the_day_is_unknown(self) -> None:
        engine = lao(happened(VictimsAbsenceDeclared, "2012", "LAO"))
        line = line_of(engine, "LAO", "2012-06-01")
        assert line is not None
        assert line.victims.certainty is UNKNOWN

    def test_before_the_first_it_is_unknown_without_that_event(self) -> None:
        line = line_of(engine_with(happened(VictimsReported, "2012", "LAO")), "LAO", "2011-12-31")
        assert line is not None
        assert line.victims == Look(UNKNOWN)


class TestThreeValuesOfEachPart:
    """Not found is a no only as far as the sources reach."""

    def test_in_a_log_without_limits_nothing_found_is_no(self) -> None:
        line = line_of(lao(), "LAO", "2012-01-01")
        assert line is not None
        assert (line.victims.certainty, line.focal_point.certainty) == (YES, NO)
        assert (line.data_collected.certainty, line.casualties, line.plans) == (NO, (), ())

    @pytest.mark.parametrize(("day", "expected"), [("2012-01-01", NO), ("2012-01-02", UNKNOWN)])
    def test_after_the_sources_end_it_is_unknown(self, day: str, expected: Certainty) -> None:
        reach = happened(
            CoverageStated, "2012-01-01", provision="5(2)(g)", reaches=date(2012, 1, 1)
        )
        line = line_of(lao(reach), "LAO", day)
        assert line is not None
        assert line.focal_point.certainty is expected

    def test_where_a_log_states_limits_but_none_for_it_silence_tells_nothing(self) -> None:
        reach = happened(CoverageStated, "2020-01-01", provision="7(1)", reaches=date(2020, 1, 1))
        line = line_of(lao(reach), "LAO", "2012-01-01")
        assert line is not None
        assert line.focal_point == Look(UNKNOWN)

    def test_what_may_have_happened_by_the_day_is_unknown(self) -> None:
        engine = lao(happened(FocalPointDesignated, "../2020-09-28", "LAO"))
        line = line_of(engine, "LAO", "2015-01-01")
        assert line is not None
        assert line.focal_point == Look(UNKNOWN, ("LAO#4",))

    def test_what_happens_later_is_nothing_yet(self) -> None:
        engine = lao(happened(VictimDataCollected, "2016-05-01", "LAO"))
        line = line_of(engine, "LAO", "2016-04-30")
        assert line is not None
        assert line.data_collected == Look(NO)

    def test_a_plan_for_others_too_is_no_dedicated_plan(self) -> None:
        plans = ("disability strategy", "dedicated action plan", "disability strategy")
        engine = lao(
            *(
                happened(AssistancePlanAdopted, f"201{year}", "LAO", plan=plan)
                for year, plan in enumerate(plans)
            )
        )
        before, after = (line_of(engine, "LAO", day) for day in ("2011-06-01", "2013-01-01"))
        assert before is not None
        assert after is not None
        assert before.plans == ("disability strategy",)
        assert before.dedicated_plan.certainty is UNKNOWN
        assert after.plans == ("disability strategy", "dedicated action plan")
        assert after.dedicated_plan.certainty is YES

    def test_a_request_under_another_article_is_none_for_victims(self) -> None:
        engine = lao(happened(AssistanceRequested, "2015-01-01", "LAO", article=4))
        line = line_of(engine, "LAO", "2016-01-01")
        assert line is not None
        assert line.requested_assistance.certainty is NO

    def test_signed_and_not_ratified_is_not_a_party(self) -> None:
        kind = DisabilityConventionStatusReported
        signed = happened(kind, "2012-01-01", "LAO", status="signed, not ratified")
        joined_later = happened(kind, "2014-01-01", "LAO", status="party")
        engine = lao(signed, joined_later)
        for day, expected in (("2013-01-01", NO), ("2015-01-01", YES)):
            line = line_of(engine, "LAO", day)
            assert line is not None
            assert line.disability_convention_party.certainty is expected

    def test_casualties_are_kept_whole(self) -> None:
        line = line_of(
            lao(happened(CasualtiesReported, "2009", "LAO", killed=9)), "LAO", "2012-01-01"
        )
        assert line is not None
        assert [(each.event.killed, each.event.injured) for each in line.casualties] == [(9, None)]


class TestAddedInAPeriod:
    """One that joined with victims is added; one that had declared none before it, too."""

    def test_by_consent_and_by_a_new_word(self) -> None:
        engine = engine_with(
            joined("SOM", "2015-09-30"),
            happened(VictimsReported, "2016-10-01", "SOM"),
            happened(VictimsAbsenceDeclared, "2011-01-01", "ALB"),
            happened(VictimsReported, "2017-01-01", "ALB"),
            happened(VictimsReported, "2011-01-01", "LAO"),
            happened(VictimsReported, "2017-01-01", "HRV"),
        )
        before, after = engine.on(DUBROVNIK).view(), engine.on(LAUSANNE).view()
        (added, removed) = victims.progress(before, after)
        assert isinstance(added, StateCount)
        assert isinstance(removed, StateCount)
        assert list(added.states) == ["ALB", "SOM"]
        assert {"HRV", "NOR"} <= set(added.unknown)  # of Norway nothing is said, then and now
        assert "LAO" not in added.unknown
        assert not removed.states

    @pytest.mark.parametrize(
        ("since", "day"),
        [(date(2010, 11, 12), DUBROVNIK), (date(2023, 9, 14), date(2024, 9, 1))],
    )
    def test_one_of_which_nothing_is_known_at_the_end_may_have_come_to_have_some(
        self, since: date, day: date
    ) -> None:
        record = Engine.public_record()
        (added, _) = victims.progress(record.on(since).view(), record.on(day).view())
        assert isinstance(added, StateCount)
        assert {"NOR", "SLE"} <= set(added.unknown)
        assert "ALB" not in added.unknown  # that it has some was said before either period
