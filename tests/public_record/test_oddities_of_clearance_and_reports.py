"""The oddities of clearance, extensions and reports: Articles 4, 5 and 7."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine.domain.events import (
    CONVENTION,
    AnnualReportSubmitted,
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    CoverageStated,
    ExtensionGranted,
    ExtensionRequested,
    InitialReportSubmitted,
    VictimsAbsenceDeclared,
    VictimsReported,
    VoluntaryReportSubmitted,
)
from ccm_engine.domain.events.extensions import Procedure
from ccm_engine.public_record.reconciliation import Reconciled
from tests.public_record.reconciled_record import Record, days


class TestContamination:
    """What only others report is not the state's declaration."""

    @pytest.mark.parametrize("state", ["ALB", "CIV", "GBR"])
    def test_reported_by_others_only(self, record: Record, state: str) -> None:
        assert record.of(state, ContaminationReportedByOthers)
        assert not record.of(state, ContaminationDeclared)

    def test_germany_declared_none_and_then_wittstock(self, record: Record) -> None:
        assert days(record.of("DEU", ContaminationAbsenceDeclared)) == ["2011-01"]
        first = record.of("DEU", ContaminationDeclared)[0]
        assert (str(first.occurred_on), first.suspected_m2) == ("2011-06", 11_000_000)

    def test_areas_that_vary_by_year_are_no_dispute(self, record: Record) -> None:
        areas = [each.suspected_m2 for each in record.of("HRV", ContaminationDeclared)]
        assert areas == [2_640_000, 1_740_000, 1_050_000]
        assert not record.versions("HRV", ContaminationDeclared)

    def test_norways_two_estimates_of_one_year_are_a_dispute(self, record: Record) -> None:
        assert record.only("NOR", ContaminationDeclared).suspected_m2 == 617_300
        versions = record.versions("NOR", ContaminationDeclared)
        assert [each.suspected_m2 for each in versions] == [840_000]

    def test_mauritania_completed_found_more_and_reported_it_in_2020(self, record: Record) -> None:
        assert days(record.of("MRT", ClearanceCompleted)) == ["2013"]
        assert days(record.versions("MRT", ClearanceCompleted)) == ["2014-09"]
        assert "2020-01-01/2020-09-28" in days(record.of("MRT", ContaminationDeclared))
        assert days(record.of("MRT", ContaminationFound)) == ["2015-01-01/2020-09-28"]

    def test_croatias_finds_came_before_its_completion(self, record: Record) -> None:
        found = record.only("HRV", ContaminationFound)
        completed = record.only("HRV", ClearanceCompleted)
        assert str(completed.occurred_on) == "2020-07-10"
        assert found.occurred_on.latest < completed.occurred_on.first

    def test_bosnia_and_herzegovina_finished_before_it_said_so(self, record: Record) -> None:
        assert str(record.only("BIH", ClearanceCompleted).occurred_on) == "2023-08"
        assert record.only("BIH", ComplianceDeclared).meeting == "11MSP"

    def test_mozambique_has_no_victims_by_its_own_report(self, record: Record) -> None:
        assert days(record.of("MOZ", VictimsAbsenceDeclared)) == ["2019"]
        assert not record.of("MOZ", VictimsReported)


class TestExtensions:
    """Requests lie between the decision before and the one that answers them."""

    def requests(self, record: Record, state: str, meeting: str) -> list[str]:
        asked = record.of(state, ExtensionRequested)
        return days([each for each in asked if each.meeting == meeting])

    def test_three_sources_place_bulgarias_second_request_before_28_september_2020(
        self, record: Record
    ) -> None:
        assert self.requests(record, "BGR", "2RC") == ["2020-01-01/2020-09-28"]

    def test_bulgarias_first_request_has_two_versions(self, record: Record) -> None:
        assert self.requests(record, "BGR", "9MSP") == [
            "2019-01-01/2019-07-27",
            "2019-01-01/2019-09-02",
        ]

    def test_bulgarias_grants(self, record: Record) -> None:
        grants = record.of("BGR", ExtensionGranted)
        assert [(str(each.occurred_on), each.months, str(each.until)) for each in grants] == [
            ("2019-09-02/2019-09-04", 12, "None"),
            ("2021-02", 24, "2022-10-01"),
            ("2022-09-01/2022-09-02", 15, "2023-12-31"),
        ]
        assert grants[1].procedure is Procedure.SILENCE

    @pytest.mark.parametrize(
        ("state", "until"),
        [
            ("PER", ["2024-04-01"]),
            ("TCD", ["2024-10-01", "2026-10-01"]),
            ("MRT", ["2024-08", "2026"]),
            ("CHL", ["2022-06-01", "2023-06-01", "2026-06-01"]),
        ],
    )
    def test_the_deadlines_run_until(self, record: Record, state: str, until: list[str]) -> None:
        assert [str(each.until) for each in record.of(state, ExtensionGranted)] == until

    @pytest.mark.parametrize("state", ["DEU", "LAO", "AFG", "CHL", "LBN", "MRT", "SOM"])
    def test_a_request_without_an_outcome_is_no_grant(self, record: Record, state: str) -> None:
        asked = {each.meeting for each in record.of(state, ExtensionRequested)}
        granted = {each.meeting for each in record.of(state, ExtensionGranted)}
        assert asked - granted in ({"12MSP"}, {"13MSP"})

    def test_versions_of_germanys_request_are_kept(self, record: Record) -> None:
        assert self.requests(record, "DEU", "9MSP") == ["2018-10-31", "2018-12-28", "2019-01-15"]

    def test_an_intention_is_not_a_request(self, reconciled: Reconciled) -> None:
        accounts = {account.claim: account for account in reconciled.accounts}
        for claim in ("PER-05d6c32f18", "BIH-8f2aac1dda", "TCD-3276d10b8d"):
            assert accounts[claim].reason is not None


class TestReports:
    """Reports: once, yearly, several at once, voluntary, early."""

    def test_100_initial_reports_had_come_by_the_review(self, reconciled: Reconciled) -> None:
        submitted = {
            each.stream
            for each in reconciled.events
            if isinstance(each, InitialReportSubmitted)
            and each.occurred_on.latest <= date(2020, 9, 28)
        }
        assert len(submitted) == 100
        assert not submitted & {"CPV", "COM", "COG", "GIN", "MDG", "RWA", "TGO"}

    @pytest.mark.parametrize(
        ("state", "stands", "other"),
        [
            ("SWZ", "2013-04-09", "2013-04-29"),
            ("LUX", "2011-03-30", "2011-01-21"),
            ("LTU", "2011-03-30", "2010-03-30"),
            ("MOZ", "2012-06", "2012-07"),
            ("KNA", "2015-12-31", "2016"),
        ],
    )
    def test_two_days_of_an_initial_report(
        self, record: Record, state: str, stands: str, other: str
    ) -> None:
        assert str(record.only(state, InitialReportSubmitted).occurred_on) == stands
        assert days(record.versions(state, InitialReportSubmitted)) == [other]

    def test_south_africa_filed_four_years_on_one_day(self, record: Record) -> None:
        filed = record.of("ZAF", AnnualReportSubmitted)
        assert sorted(each.year_covered or 0 for each in filed) == [2019, 2020, 2021, 2022]
        assert set(days(filed)) == {"2023-06-23"}

    def test_germanys_reports_are_one_a_year_from_two_kinds_of_sources(
        self, record: Record
    ) -> None:
        filed = record.of("DEU", AnnualReportSubmitted)
        assert sorted(each.year_covered or 0 for each in filed) == list(range(2011, 2020))

    @pytest.mark.parametrize("state", ["CAN", "COD", "PLW", "SSD"])
    def test_reports_before_consent_are_voluntary(self, record: Record, state: str) -> None:
        assert record.of(state, VoluntaryReportSubmitted)

    def test_palaus_report_of_the_day_after_its_ratification_is_its_initial_one(
        self, record: Record
    ) -> None:
        assert str(record.only("PLW", InitialReportSubmitted).occurred_on) == "2016-04-20"

    def test_eswatinis_second_report_has_two_days(self, record: Record) -> None:
        assert days(record.versions("SWZ", AnnualReportSubmitted)) == ["2014-01-23"]


class TestCoverage:
    """The record says how far it reaches."""

    def reach(self, record: Record, stream: str, provision: str) -> list[date | None]:
        stated = record.of(stream, CoverageStated)
        return [each.reaches for each in stated if each.provision == provision]

    def test_for_all_states(self, record: Record) -> None:
        assert self.reach(record, CONVENTION, "7.1") == [date(2020, 9, 28)]
        for provision in ("7.2", "3.8", "4.1c"):
            assert self.reach(record, CONVENTION, provision) == [None]

    def test_a_state_whose_page_names_only_its_latest_report_is_known_up_to_the_gap(
        self, record: Record
    ) -> None:
        assert self.reach(record, "BGR", "7.2") == [date(2016, 4, 29)]

    def test_a_state_of_which_a_page_says_that_it_filed_none_is_known_up_to_the_page(
        self, record: Record
    ) -> None:
        assert self.reach(record, "ZAF", "7.2") == [date(2023, 12, 20)]
        assert self.reach(record, "BDI", "3.8") == [date(2020, 9, 4)]

    def test_a_later_page_without_an_initial_report_reaches_further(self, record: Record) -> None:
        assert self.reach(record, "COG", "7.1") == [date(2022, 8, 14)]
