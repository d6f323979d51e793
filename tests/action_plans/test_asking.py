"""Asking for commitments: the register, one by its name, its reasons, the command, the review."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from ccm_engine import Engine, Standing
from ccm_engine.domain.events import (
    ContaminationDeclared,
    Corroborated,
    FocalPointDesignated,
    StockpileDestructionCompleted,
    VictimDataCollected,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.errors import InvalidValueError, UnknownObligationError
from ccm_engine.projections.counting import StateCount
from ccm_engine.projections.themes.action_plans import position, progress
from tests.cli.calling import answered, ccm, refused
from tests.histories import called, engine_with, happened, held, joined

AFGHANISTAN = (*joined("AFG", "2011-09-08"), happened(VictimsReported, "2011-09-08", "AFG"))
SOMALIA = (*joined("SOM", "2015-09-30"), happened(VictimsReported, "2015-09-30", "SOM"))


class TestTheRegister:
    """`Register.commitments` selects by state, plan and standing."""

    def test_it_selects_by_all_three(self) -> None:
        register = engine_with(AFGHANISTAN).on(date(2016, 6, 1))
        everything = register.commitments()
        assert {each.state for each in everything} >= {"AFG", "LAO"}
        assert {each.state for each in register.commitments(state="Afghanistan")} == {"AFG"}
        for plan in ("VAP", "DAP"):
            named = register.commitments(plan=plan)
            assert {str(each.provision)[:3] for each in named} == {plan}
        overdue = register.commitments(state="AFG", plan="VAP", standing=Standing.OVERDUE)
        assert [each.id for each in overdue][:3] == ["AFG/VAP.21", "AFG/VAP.22", "AFG/VAP.23"]

    @pytest.mark.parametrize("wrong", [{"plan": "XAP"}, {"standing": "overdue"}])
    def test_what_there_is_not_is_refused(self, wrong: dict[str, str]) -> None:
        register = engine_with().on(date(2014, 1, 1))
        with pytest.raises(InvalidValueError):
            register.commitments(**wrong)  # type: ignore[arg-type]  # wrong on purpose

    def test_the_obligations_of_the_treaty_are_as_they_were(self) -> None:
        register = engine_with(AFGHANISTAN).on(date(2014, 1, 1))
        assert not any("AP." in each.id for each in register.obligations())
        assert not any("AP." in each.id for each in register.state("AFG").obligations)


class TestOneByItsName:
    """`AFG/VAP.21` is found, and its grounds hang together."""

    def test_it_is_found_by_code_or_name(self) -> None:
        register = engine_with(AFGHANISTAN).on(date(2014, 1, 1))
        assert register.obligation("Afghanistan/VAP.21") == register.obligation("AFG/VAP.21")

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("AFG/VAP.2", "did you mean AFG/VAP.2"),
            ("AFG/VAP.annual-report", "did you mean AFG/VAP.annual-report/2014"),
            ("SOM/VAP.21", "VAP asks nothing of SOM on that day"),
            ("CCM/VAP.21", "VAP asks nothing of CCM on that day"),
            ("USA/VAP.21", "USA is not bound on that day, and owes nothing"),
            (f"AFG/VAP.{'z' * 40}", "`ccm obligations --plan VAP --state AFG` lists them"),
        ],
    )
    def test_what_is_not_there_is_refused_with_what_is(self, name: str, said: str) -> None:
        register = engine_with(AFGHANISTAN, SOMALIA).on(date(2015, 9, 30))
        with pytest.raises(UnknownObligationError) as refusal:
            register.obligation(name)
        assert said in str(refusal.value)

    def test_its_explanation_gives_the_events_that_decide_it(self) -> None:
        named = happened(FocalPointDesignated, "2012-08-01", "AFG")
        engine = engine_with(AFGHANISTAN, named)
        found = engine.on(date(2014, 1, 1)).explain("AFG/VAP.21")
        without = {type(each.event).__name__: each.without for each in found.decided_by}
        unnamed = without["FocalPointDesignated"]
        assert unnamed is not None
        assert unnamed.standing is Standing.OVERDUE
        assert without["InstrumentDeposited"] is None
        assert set(found.events) >= {"AFG#2", "AFG#3", "AFG#4"}

    def test_who_has_victims_decides_where_nothing_is_done(self) -> None:
        found = engine_with(AFGHANISTAN).on(date(2014, 1, 1)).explain("AFG/VAP.21")
        without = {type(each.event).__name__: each.without for each in found.decided_by}
        unsaid = without["VictimsReported"]
        assert unsaid is not None
        assert unsaid.standing is Standing.UNDETERMINED

    def test_it_says_which_reading_it_depends_on(self) -> None:
        engine = engine_with(joined("CAN", "2015-03-16"))
        found = engine.on(date(2015, 12, 1)).explain("CAN/VAP.initial-report")
        (lapsed,) = [each for each in found.depends_on if each.choice == "after_plan"]
        assert (lapsed.record, lapsed.would_be) == ("INT-0023", None)

    def test_a_further_source_decides_nothing(self) -> None:
        more = happened(Corroborated, "2013-01-01", target="AFG#3")
        found = engine_with(AFGHANISTAN, more).on(date(2014, 1, 1)).explain("AFG/VAP.21")
        assert "Corroborated" not in {type(each.event).__name__ for each in found.decided_by}

    @pytest.mark.parametrize("as_of", [date(2014, 9, 15), date(2020, 9, 28), date(2024, 1, 1)])
    def test_every_commitment_of_the_public_record_can_be_explained(self, as_of: date) -> None:
        register = Engine.public_record().on(as_of)
        for state in ("BIH", "CUB"):
            for each in register.commitments(state=state):
                assert register.explain(each.id).obligation == each

    def test_days_of_meetings_known_in_part_are_said_to_matter(self) -> None:
        engine = engine_with(called("2RC", "2019"))
        found = engine.on(date(2019, 6, 1)).obligation("LAO/DAP.7.1")
        assert found.due is None
        assert found.otherwise is not None
        assert str(found.otherwise.due) == "2020-11-25"
        assert engine.on(date(2019, 6, 1)).explain("LAO/DAP.7.1").obligation == found


class TestTheCommand:
    """`ccm obligations --plan` lists them instead of the obligations of the treaty."""

    @pytest.fixture
    def log(self, tmp_path: Path) -> str:
        path = str(tmp_path / "log.sqlite")
        with Engine.open(path, create=True) as engine:
            register = engine_with(AFGHANISTAN).on(date(2026, 1, 1))
            streams = (*register.point.states, "CCM")
            engine.record(each for name in streams for _, each in register.told(name))
        return path

    def test_it_prints_the_shape_of_obligations(self, log: str) -> None:
        asked = ("--state", "AFG", "--as-of", "2014-01-01", "--log", log)
        political = answered("obligations", "--plan", "VAP", *asked)
        treaty = answered("obligations", *asked)
        assert set(political["obligations"][0]) == set(treaty["obligations"][0])
        focal = next(each for each in political["obligations"] if each["id"] == "AFG/VAP.21")
        assert (focal["provision"], focal["due"]) == ("VAP 21", "2012-09-01")
        assert (focal["nature"], focal["treaty_due"]) == ("political", None)
        assert "political" not in {each["nature"] for each in treaty["obligations"]}

    def test_it_selects_by_standing(self, log: str) -> None:
        asked = ("--plan", "VAP", "--state", "AFG", "--as-of", "2012-09-02", "--log", log)
        found = answered("obligations", *asked, "--standing", "overdue")
        names = [each["id"] for each in found["obligations"]]
        assert names == ["AFG/VAP.21", "AFG/VAP.initial-report"]

    def test_a_page_names_them_and_one_can_be_explained(self, log: str) -> None:
        asked = ("--as-of", "2014-01-01", "--log", log)
        page = ccm("obligations", "--plan", "VAP", "--state", "AFG", *asked).output
        assert "AFG/VAP.21" in page
        explained = ccm("explain", "afghanistan/VAP.21", *asked).output
        assert "VAP 21  due 2012-09-01: 6 months after entry into force" in explained

    def test_an_article_of_a_plan_is_refused(self) -> None:
        line = refused("obligations", "--plan", "DAP", "--article", "3")
        assert line == (
            "ccm: list what DAP asks under Article 3: a plan has no articles; "
            "give --plan or --article"
        )

    def test_a_plan_there_is_not_is_refused(self) -> None:
        assert "XAP" in refused("obligations", "--plan", "XAP")


class TestTheTheme:
    """The review counts, by dated action of the plan in force, who met it and who is late."""

    ENGINE = engine_with(
        AFGHANISTAN,
        SOMALIA,
        joined("BIH", "2010-09-07"),
        joined("TTO", "2011-09-21"),  # in force on the same day as for Afghanistan
        called("2RC", "2019-09-04"),
        happened(VictimsReported, "2010-06-01", "LAO"),
        happened(VictimsReported, "2010-06-01", "BIH"),
        happened(VictimsAbsenceDeclared, "2010-06-01", "NOR"),
        happened(FocalPointDesignated, "2014-05-02", "LAO"),
        happened(FocalPointDesignated, "../2016-12-01", "BIH"),
        happened(FocalPointDesignated, "2016-10-01", "SOM"),
        happened(VictimDataCollected, "2013-01-02", "AFG"),
        happened(ContaminationDeclared, "2012-01-02", "AFG"),
        happened(StockpileDestructionCompleted, "2017-01-01", "AFG"),
        held("7MSP"),
    )

    def _on(self, day: date) -> dict[str, StateCount]:
        figures = {each.key: each for each in position(self.ENGINE.on(day).view())}
        return cast("dict[str, StateCount]", figures)

    def test_it_counts_who_met_an_action_and_who_did_not_in_time(self) -> None:
        found = self._on(date(2014, 9, 15))
        overdue, met = found["action_plans.VAP.21.overdue"], found["action_plans.VAP.21.met"]
        assert (list(met.states), list(overdue.states)) == (["LAO"], ["AFG"])
        assert "BIH" in met.unknown
        assert "BIH" in overdue.unknown
        assert {"NOR", "LAO", "AFG"}.isdisjoint(overdue.unknown)
        assert {"MDA", "TTO"} <= set(overdue.unknown)  # nothing is on record about their victims
        assert "AFG#3" in overdue.states["AFG"]

    def test_what_is_not_yet_due_is_overdue_for_nobody(self) -> None:
        found = self._on(date(2012, 8, 1))["action_plans.VAP.21.overdue"]
        assert {"AFG", "TTO"}.isdisjoint({*found.states, *found.unknown})

    def test_only_the_plan_in_force_is_counted(self) -> None:
        for day, plans in (
            (date(2010, 11, 11), set[str]()),
            (date(2015, 9, 11), {"VAP"}),
            (date(2015, 9, 12), set[str]()),
            (date(2016, 1, 1), {"DAP"}),
            (date(2022, 1, 1), {"LAP"}),
        ):
            assert {key.split(".")[1] for key in self._on(day)} == plans

    def test_of_yearly_reports_the_last_year_due_is_counted(self) -> None:
        keys = [key for key in self._on(date(2014, 9, 15)) if "annual" in key]
        assert keys == [
            f"action_plans.VAP.annual_report.2013.{each}" for each in ("met", "overdue")
        ]
        assert not [key for key in self._on(date(2011, 1, 1)) if "annual" in key]

    def test_an_action_without_a_limit_has_no_figure(self) -> None:
        assert not [key for key in self._on(date(2019, 1, 1)) if ".3.2" in key or ".4.1b" in key]

    def test_a_period_counts_who_met_an_action_in_it(self) -> None:
        views = [self.ENGINE.on(date(year, 1, 1)).view() for year in (2016, 2018)]
        found = {each.key: cast("StateCount", each) for each in progress(*views)}
        focal = found["action_plans.DAP.4.1a.met_in_period"]
        assert list(focal.states) == ["SOM"]
        assert "BIH" in focal.unknown
        assert "LAO" not in focal.unknown  # met before
        assert not [key for key in found if ".6.1" in key or ".VAP." in key]

    def test_a_period_that_begins_with_a_plans_last_day_leaves_it_out(self) -> None:
        views = [self.ENGINE.on(day).view() for day in (date(2015, 9, 11), date(2016, 6, 1))]
        assert {each.key.split(".")[1] for each in progress(*views)} == {"DAP"}
        views = [self.ENGINE.on(day).view() for day in (date(2015, 9, 10), date(2016, 6, 1))]
        assert {each.key.split(".")[1] for each in progress(*views)} == {"VAP", "DAP"}
