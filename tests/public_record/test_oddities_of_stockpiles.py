"""The oddities of stockpiles, on the states that show them: Article 3."""

from __future__ import annotations

import pytest

from ccm_engine.domain.events import (
    MunitionsRetained,
    MunitionsTransferred,
    RetainedMunitionsConsumed,
    RetentionEnded,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
)
from tests.public_record.reconciled_record import Record, days


class TestDeclared:
    """What a state held: versions that differ are disputes, totals that grew are not."""

    def test_bulgarias_stock_has_four_versions(self, record: Record) -> None:
        event = record.only("BGR", StockpileDeclared)
        assert event.munitions == 6_905
        assert str(event.occurred_on) == "../2017-08-03"  # the first source that knew of it
        versions = record.versions("BGR", StockpileDeclared)
        assert {each.munitions for each in versions} == {6_909, 6_901, 6_862}

    def test_perus_stock_grew_and_is_disputed_before_and_after(self, record: Record) -> None:
        first, later = record.of("PER", StockpileDeclared)
        assert (first.munitions, later.munitions) == (676, 2_012)
        assert str(first.occurred_on) == "2013"
        versions = record.versions("PER", StockpileDeclared)
        assert {each.munitions for each in versions} == {675, 2_007, 2_005}

    def test_denmarks_rounded_numbers_are_no_third_version(self, record: Record) -> None:
        assert record.only("DNK", StockpileDeclared).munitions == 42_181
        versions = record.versions("DNK", StockpileDeclared)
        assert [each.munitions for each in versions] == [42_176]

    def test_what_is_told_after_completion_was_held_before_it(self, record: Record) -> None:
        declared = record.only("BEL", StockpileDeclared)
        completed = record.only("BEL", StockpileDestructionCompleted)
        assert declared.occurred_on.latest == completed.occurred_on.latest

    def test_cameroon_declared_six_and_keeps_all_six(self, record: Record) -> None:
        assert record.only("CMR", StockpileDeclared).munitions == 6
        assert record.only("CMR", MunitionsRetained).munitions == 6

    def test_guinea_bissau_was_still_verifying_in_2020_and_declared_none_in_2022(
        self, record: Record
    ) -> None:
        assert days(record.of("GNB", StockpileUnverified)) == ["../2020-09-28"]
        assert days(record.of("GNB", StockpileAbsenceDeclared)) == ["2022-05"]
        assert record.only("GNB", StockpileReportedByOthers).munitions == 0  # the review of 2020

    def test_cyprus_gave_no_numbers_itself(self, record: Record) -> None:
        assert not record.of("CYP", StockpileDeclared)
        assert record.only("CYP", StockpileReportedByOthers).munitions == 3_760

    def test_what_a_monitor_believes_is_not_a_declaration(self, record: Record) -> None:
        for state in ("HTI", "LAO"):
            assert not record.of(state, StockpileAbsenceDeclared)
            assert record.only(state, StockpileReportedByOthers).munitions == 0

    def test_an_absence_said_in_the_initial_report_has_its_day(self, record: Record) -> None:
        assert days(record.of("ATG", StockpileAbsenceDeclared)) == ["2012-10-15"]


class TestCompleted:
    """Destruction is completed once, and again where more was found."""

    def test_hungary_completed_on_30_june_or_8_july_2011(self, record: Record) -> None:
        event = record.only("HUN", StockpileDestructionCompleted)
        assert str(event.occurred_on) == "2011-06-30"
        assert days(record.versions("HUN", StockpileDestructionCompleted)) == ["2011-07-08"]

    def test_spain_completed_found_more_and_completed_again(self, record: Record) -> None:
        assert days(record.of("ESP", StockpileDestructionCompleted)) == [
            "2009-03-31",
            "2018-01-01/2018-07-25",
        ]
        assert days(record.of("ESP", StockpileFound)) == ["2012"]
        assert days(record.versions("ESP", StockpileDestructionCompleted)) == ["2017"]

    def test_slovenia_found_in_2017_that_what_it_sent_abroad_was_not_destroyed(
        self, record: Record
    ) -> None:
        found = record.only("SVN", StockpileFound)
        assert (str(found.occurred_on), found.submunitions) == ("2017", 41_825)
        completed = record.of("SVN", StockpileDestructionCompleted)
        assert days(completed) == ["2011-07-29", "2018-04"]

    def test_the_united_kingdom_found_and_destroyed_more_in_2020(self, record: Record) -> None:
        assert days(record.of("GBR", StockpileDestructionCompleted)) == ["2013-12-17", "2020-12"]
        found = record.only("GBR", StockpileFound)
        assert found.occurred_on.latest.year == 2020
        assert not record.versions("GBR", StockpileDestructionCompleted)  # announced on the 19th

    def test_bosnia_and_herzegovina_found_more_twice(self, record: Record) -> None:
        assert [each.occurred_on.latest.year for each in record.of("BIH", StockpileFound)] == [
            2012,
            2013,
        ]
        assert days(record.of("BIH", StockpileDestructionCompleted)) == [
            "2011",
            "2013-01-01/2014-08-23",
        ]

    @pytest.mark.parametrize(
        ("state", "day"),
        [
            ("BGR", "2023-06"),  # the papers were handed over on 12 September
            ("CHE", "2019-03-01/2019-03-19"),  # announced on the 19th
            ("HRV", "2018-07"),  # announced on the 31st
            ("ITA", "2015-10-31"),  # the Monitor gives the announcement
            ("PER", "2023-12-15"),
            ("ZAF", "2023-01-01/2023-09-12"),  # "in recent weeks"; announced that month
        ],
    )
    def test_the_day_of_an_announcement_is_only_a_bound(
        self, record: Record, state: str, day: str
    ) -> None:
        assert str(record.only(state, StockpileDestructionCompleted).occurred_on) == day

    @pytest.mark.parametrize("state", ["PHL", "CAN", "ECU"])
    def test_destruction_before_joining_is_kept(self, record: Record, state: str) -> None:
        assert len(record.of(state, StockpileDestructionCompleted)) == 1


class TestRetained:
    """Retained munitions are told year by year."""

    def test_bulgarias_fall_from_year_to_year(self, record: Record) -> None:
        kept = record.of("BGR", MunitionsRetained)
        assert [(each.year, each.munitions) for each in kept] == [
            (2018, 8),
            (2020, 7),
            (2022, 6),
            (2023, 6),
        ]

    def test_none_is_zero_and_not_unknown(self, record: Record) -> None:
        kept = record.only("BDI", MunitionsRetained)
        assert (kept.year, kept.munitions, str(kept.occurred_on)) == (2011, 0, "2011")

    def test_australias_editions_disagree_about_when_none_were_left(self, record: Record) -> None:
        assert record.only("AUS", MunitionsRetained).munitions == 0
        assert [each.munitions for each in record.versions("AUS", MunitionsRetained)] == [2]

    def test_the_netherlands_destroyed_and_sent_away_what_it_retained(self, record: Record) -> None:
        assert record.only("NLD", RetainedMunitionsConsumed).submunitions == 17_600
        assert record.only("NLD", MunitionsTransferred).submunitions == 175
        assert days(record.of("NLD", RetentionEnded)) == ["2020"]
        assert not record.of("NLD", StockpileDestroyed)

    def test_slovakias_years_and_totals_are_told_apart(self, record: Record) -> None:
        in_2019 = [
            each.munitions
            for each in record.of("SVK", StockpileDestroyed)
            if str(each.occurred_on) == "2019"
        ]
        assert sorted(number or 0 for number in in_2019) == [155, 798]
