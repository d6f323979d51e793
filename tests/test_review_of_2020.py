"""What CCM/CONF/2020/13 counts on 28 September 2020, replayed from the packaged public record."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, PartyCount, Register
from ccm_engine.domain.articles.article_17_entry_into_force import convention_in_force_on
from ccm_engine.domain.events import CONVENTION, Retracted
from ccm_engine.public_record import packaged_events
from tests.histories import RECORDED_AT, on, source

DAY = date(2020, 9, 28)


@pytest.fixture(scope="module")
def register() -> Register:
    return Engine.public_record().on(DAY)


class TestWhoIsBound:
    """Articles 15 to 17, and the three counts that are easily mixed up."""

    def test_123_states_committed_110_consented_108_are_bound(self, register: Register) -> None:
        figures = register.figures()
        assert (figures.committed, figures.consented, figures.in_force) == (123, 110, 108)

    def test_the_two_bases_list_what_they_count(self, register: Register) -> None:
        assert len(register.parties(PartyCount.CONSENT).parties) == 110
        assert len(register.parties(PartyCount.IN_FORCE).parties) == 108

    def test_thirteen_signatories_are_left(self, register: Register) -> None:
        left = {each.name for each in register.parties().signatories}
        assert left == {
            "Angola",
            "Central African Republic",
            "Democratic Republic of the Congo",
            "Djibouti",
            "Kenya",
            "Liberia",
            "Nigeria",
            "Uganda",
            "Tanzania",
            "Haiti",
            "Jamaica",
            "Indonesia",
            "Cyprus",
        }


class TestTheThirtiethInstrument:
    """Article 17(1): the Convention's own entry into force is derived, never a constant."""

    def test_the_convention_enters_into_force_on_1_august_2010(self, register: Register) -> None:
        point = register.point
        assert convention_in_force_on(point.ccm, point.reading) == date(2010, 8, 1)

    def test_one_deposit_less_moves_it_and_every_date_that_hangs_on_it(self) -> None:
        engine = Engine.in_memory(packaged_events(), clock=lambda: RECORDED_AT)
        deposit = engine.on(DAY).state("Moldova").binding.deposit
        assert deposit is not None
        never = Retracted(
            occurred_on=on("2026-01-01"), citations=source(), target=deposit.id, reason="a trial"
        )
        engine.record([never])
        register = engine.on(DAY)
        point = register.point
        assert convention_in_force_on(point.ccm, point.reading) == date(2010, 10, 1)
        assert str(register.obligation("DEU/4.1a").treaty_due) == "2020-10-01"
        assert str(register.obligation("NOR/7.1").due) == "2011-03-30"
        assert str(register.obligation("CCM/11.2/first").due) == "2011-10-01"
        assert str(register.obligation("BGR/3.2").treaty_due) == "2019-10-01"


class TestReports:
    """Articles 7(1) and 7(2)."""

    def test_100_of_107_initial_reports_are_in(self, register: Register) -> None:
        initial = register.figures().initial_reports
        assert (initial.due, initial.submitted) == (107, 100)

    def test_seven_are_overdue_and_three_not_yet_due(self, register: Register) -> None:
        initial = register.figures().initial_reports
        assert initial.overdue == ("COG", "COM", "CPV", "GIN", "MDG", "RWA", "TGO")
        assert initial.not_yet_due == ("LCA", "NIU", "STP")

    def test_a_report_not_found_is_not_a_report_not_made(self, register: Register) -> None:
        of_2019 = register.figures().annual_reports[2019]
        assert of_2019.undetermined
        in_all = of_2019.submitted + of_2019.absorbed + len(of_2019.overdue)
        assert in_all + len(of_2019.undetermined) == of_2019.due


class TestStockpilesAndClearance:
    """Articles 3(2) and 4(1)."""

    def test_four_still_have_stocks_and_guinea_bissau_does_not_know(
        self, register: Register
    ) -> None:
        stockpiles = register.figures().stockpiles
        assert stockpiles.outstanding == ("BGR", "PER", "SVK", "ZAF")
        assert "GNB" in stockpiles.undetermined
        assert "CMR" in stockpiles.nothing_to_destroy

    def test_the_nine_that_completed_since_2015_are_among_the_completed(
        self, register: Register
    ) -> None:
        since_2015 = {"BWA", "HRV", "CUB", "FRA", "DEU", "ITA", "SVN", "ESP", "CHE"}
        assert since_2015 <= set(register.figures().stockpiles.completed)

    def test_ten_still_have_areas_to_clear(self, register: Register) -> None:
        outstanding = set(register.figures().clearance.outstanding)
        ten = {"AFG", "BIH", "TCD", "CHL", "DEU", "IRQ", "LAO", "LBN", "MRT", "SOM"}
        assert outstanding == ten

    def test_what_only_others_report_is_undetermined(self, register: Register) -> None:
        clearance = register.figures().clearance
        assert clearance.reported_by_others == ("ALB", "CIV", "GBR")
        assert {"HRV", "MNE", "MOZ"} <= set(clearance.completed)

    def test_eleven_have_victims_to_assist(self, register: Register) -> None:
        eleven = {"AFG", "ALB", "BIH", "TCD", "HRV", "GNB", "IRQ", "LAO", "LBN", "MNE", "SOM"}
        assert set(register.figures().victim_assistance) == eleven

    def test_the_record_says_how_far_it_reaches(self, register: Register) -> None:
        coverage = register.coverage()
        assert coverage.themes["stockpiles"].sources_until is not None
        assert any(limit.provision in {"7.2", "7(2)"} for limit in coverage.limits)


class TestLastDayToFile:
    """Articles 3(5) and 4(6): nine months before the meeting."""

    @pytest.mark.parametrize(
        ("asked_on", "meeting", "file_by"),
        [("2023-10-01", "12MSP", "2023-12-10"), ("2024-10-01", "13MSP", "2024-12-16")],
    )
    def test_the_last_day_to_file(self, asked_on: str, meeting: str, file_by: str) -> None:
        windows = Engine.public_record().on(date.fromisoformat(asked_on)).windows()
        found = {str(each.file_by) for each in windows if each.meeting == meeting}
        assert found == {file_by}

    def test_a_late_request_is_in_the_grounds_and_was_considered(self) -> None:
        found = Engine.public_record().on(date(2019, 10, 1)).obligation("LAO/4.1a")
        assert str(found.due) == "2025-08-01"
        assert any("late, and considered all the same" in each.conclusion for each in found.grounds)


def test_the_secretary_general_has_a_register_of_his_own(register: Register) -> None:
    names = [each.id for each in register.obligations(state=CONVENTION)]
    assert names == [
        "CCM/11.2/first",
        "CCM/11.2/2011",
        "CCM/11.2/2012",
        "CCM/11.2/2013",
        "CCM/11.2/2014",
        "CCM/12.1/first",
    ]
