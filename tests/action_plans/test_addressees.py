"""Of whom an action asks something: as the articles establish it, and never by guess."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Event, Standing
from ccm_engine.domain.events import (
    AssistanceProvided,
    AssistanceRequested,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ExtensionRequested,
    MunitionsRetained,
    RetentionEnded,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    UseReported,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from tests.histories import engine_with, happened, joined, owed

DAYS = {"VAP": "2011-01-15", "DAP": "2019-01-01", "LAP": "2022-01-01"}
"""A day within each plan; that of Vientiane is before any of its limits for Norway."""


def _norway(name: str, *events: Event) -> Standing:
    return owed(engine_with(*events), f"NOR/{name}", DAYS[name[:3]]).standing


class TestWhoIsAddressed:
    """Engaged, not engaged, or not to be told: three things."""

    @pytest.mark.parametrize("name", ["VAP.8", "VAP.begin-destruction", "DAP.2.1"])
    def test_those_with_stocks_to_destroy(self, name: str) -> None:
        engaged = Standing.PENDING if name == "VAP.8" else Standing.CONTINUING
        assert _norway(name, happened(StockpileDeclared, "2010-08-01", "NOR")) is engaged
        none = happened(StockpileAbsenceDeclared, "2010-08-01", "NOR")
        assert _norway(name, none) is Standing.NOT_ENGAGED
        assert _norway(name) is Standing.UNDETERMINED

    def test_whoever_has_destroyed_all_has_nothing_left_to_plan(self) -> None:
        held = happened(StockpileDeclared, "2010-08-01", "NOR")
        done = happened(StockpileDestructionCompleted, "2010-09-01", "NOR")
        assert _norway("VAP.8", held, done) is Standing.NOT_ENGAGED

    @pytest.mark.parametrize("name", ["VAP.identify-areas", "DAP.3.1", "LAP.risk-education"])
    def test_those_with_contaminated_areas(self, name: str) -> None:
        engaged = Standing.PENDING if name.startswith("VAP") else Standing.CONTINUING
        assert _norway(name, happened(ContaminationDeclared, "2010-08-01", "NOR")) is engaged
        none = happened(ContaminationAbsenceDeclared, "2010-08-01", "NOR")
        assert _norway(name, none) is Standing.NOT_ENGAGED
        assert _norway(name) is Standing.UNDETERMINED

    @pytest.mark.parametrize("name", ["VAP.21", "VAP.23", "DAP.4.1b"])
    def test_those_with_victims(self, name: str) -> None:
        engaged = Standing.PENDING if name.startswith("VAP") else Standing.CONTINUING
        assert _norway(name, happened(VictimsReported, "2010-08-01", "NOR")) is engaged
        none = happened(VictimsAbsenceDeclared, "2010-08-01", "NOR")
        assert _norway(name, none) is Standing.NOT_ENGAGED
        assert _norway(name) is Standing.UNDETERMINED

    def test_those_that_retain(self) -> None:
        kept = happened(MunitionsRetained, "2012", "NOR", munitions=3)
        assert _norway("DAP.2.3", kept) is Standing.CONTINUING
        ended = happened(RetentionEnded, "2014", "NOR")
        assert _norway("DAP.2.3", kept, ended) is Standing.NOT_ENGAGED
        assert _norway("DAP.2.3") is Standing.UNDETERMINED

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("VAP.help-promptly", AssistanceProvided),
            ("DAP.5.3", AssistanceRequested),
        ],
    )
    def test_those_that_one_event_tells_of(self, name: str, kind: type[Event]) -> None:
        assert _norway(name, happened(kind, "2010-06-01", "NOR")) is Standing.CONTINUING
        assert _norway(name) is Standing.UNDETERMINED

    @pytest.mark.parametrize(
        ("day", "territories", "standing"),
        [
            ("1991", ("LAO",), Standing.CONTINUING),
            ("../2015-12-31", ("LAO",), Standing.UNDETERMINED),
            ("2012", ("LAO",), Standing.NOT_ENGAGED),
            ("1991", (), Standing.UNDETERMINED),
            ("1991", ("NOR",), Standing.NOT_ENGAGED),
            ("1991", ("IRQ",), Standing.NOT_ENGAGED),
        ],
    )
    def test_those_that_used_them_where_another_state_party_is(
        self, day: str, territories: tuple[str, ...], standing: Standing
    ) -> None:
        used = happened(UseReported, day, "NOR", on_territory_of=territories)
        assert _norway("DAP.3.6", used) is standing

    def test_silence_does_not_tell_whether_a_state_used_them(self) -> None:
        assert _norway("DAP.3.6") is Standing.UNDETERMINED

    def test_one_use_that_certainly_counts_is_enough(self) -> None:
        uses = [
            happened(UseReported, day, "NOR", on_territory_of=where)
            for day, where in (("../2015-12-31", ("ALB",)), ("1991", ()), ("1999", ("LAO",)))
        ]
        assert _norway("DAP.3.6", *uses) is Standing.CONTINUING

    def test_the_other_state_counts_from_its_entry_into_force(self) -> None:
        used = happened(UseReported, "1991", "NOR", on_territory_of=("TCD",))
        engine = engine_with(used, joined("TCD", "2018-07-01", None))  # in force on 2019-01-01
        assert owed(engine, "NOR/DAP.3.6", "2018-12-31").standing is Standing.NOT_ENGAGED
        assert owed(engine, "NOR/DAP.3.6", "2019-01-01").standing is Standing.CONTINUING

    def test_nobody_can_tell_who_needs_help(self) -> None:
        asked = happened(AssistanceRequested, "2010-12-01", "NOR")
        assert _norway("VAP.identify-needs") is Standing.UNDETERMINED
        assert _norway("VAP.identify-needs", asked) is Standing.UNDETERMINED

    def test_those_with_victims_or_in_a_position_to_assist(self) -> None:
        victims = happened(VictimsReported, "2012", "NOR")
        none = happened(VictimsAbsenceDeclared, "2012", "NOR")
        gave = happened(AssistanceProvided, "2013", "NOR")
        assert _norway("DAP.4.4", victims) is Standing.CONTINUING
        assert _norway("DAP.4.4", none, gave) is Standing.CONTINUING
        assert _norway("DAP.4.4", none) is Standing.UNDETERMINED

    def test_those_with_work_to_report_on(self) -> None:
        nothing = (
            happened(StockpileAbsenceDeclared, "2011", "NOR"),
            happened(ContaminationAbsenceDeclared, "2011", "NOR"),
            happened(RetentionEnded, "2011", "NOR"),
        )
        assert _norway("LAP.44", *nothing) is Standing.NOT_ENGAGED
        assert _norway("LAP.44", *nothing[:2]) is Standing.UNDETERMINED
        kept = happened(MunitionsRetained, "2012", "NOR", munitions=3)
        assert _norway("LAP.44", *nothing[:2], kept) is Standing.CONTINUING

    @pytest.mark.parametrize("name", ["VAP.react-to-breaches", "DAP.5.7", "LAP.46"])
    def test_all(self, name: str) -> None:
        assert _norway(name) is Standing.CONTINUING


class TestThoseThatAskForAnExtension:
    """Lausanne: detailed work plans go into requests under Article 4 made while the plan runs."""

    @pytest.mark.parametrize(
        ("asked_on", "article", "arises"),
        [("2021-12-01", 4, True), ("2021-12-01", 3, False), ("2021-06-01", 4, False)],
    )
    def test_it_arises_with_the_request(self, asked_on: str, article: int, arises: bool) -> None:
        asked = happened(ExtensionRequested, asked_on, "LAO", article=article, months=12)
        found = engine_with(asked).on(date(2022, 1, 1)).commitments(state="LAO")
        named = [each for each in found if each.id == "LAO/LAP.extension-work-plans"]
        assert [each.standing for each in named] == [Standing.CONTINUING] * arises
