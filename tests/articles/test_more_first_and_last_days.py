"""More of what decides on the first or the last day that counts: that day itself, and the next."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Interpretation, Standing
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ArmedConflictBegun,
    ArmedConflictEnded,
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ExtensionGranted,
    HostilitiesEnded,
    InitialReportSubmitted,
    MunitionsAcquired,
    MunitionsRetained,
    RetentionEnded,
    StockpileDeclared,
    StockpileFound,
    UseReported,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from tests.articles.recording import names_owed
from tests.histories import engine_with, happened, held, joined, owed

BGR: Final = joined("BGR", "2011-04-06")
"""In force on 1 October 2011; an initial report due on 29 March 2012, the first annual for 2012."""

MRT: Final = (*joined("MRT", "2012-02-01"), happened(ContaminationDeclared, "2012-03-01", "MRT"))
"""In force on 1 August 2012; areas to clear by 1 August 2022."""

CHAD: Final = (*joined("TCD", "2013-03-26"), happened(ContaminationDeclared, "2014-01-28", "TCD"))
"""In force on 1 September 2013; areas to clear by 1 September 2023."""

OF_AREAS: Final = {"article": 4, "meeting": "10MSP"}


def reading(**choices: str) -> Interpretation:
    return Interpretation.choosing(choices)


class TestArticle3Paragraph6:
    """What is kept for training."""

    @pytest.mark.parametrize(("ended", "kept"), [("2014-05-05", False), ("2014-05-04", True)])
    def test_of_what_ended_on_the_day_of_the_last_word_nothing_is_kept(
        self, ended: str, kept: bool
    ) -> None:
        retains = happened(MunitionsRetained, "2014-05-05", "BGR", munitions=5)
        engine = engine_with(BGR, retains, happened(RetentionEnded, ended, "BGR"))
        assert ("BGR/3.6" in names_owed(engine, "BGR", "2015-01-01")) is kept

    @pytest.mark.parametrize(
        ("told", "number"), [({}, "an unknown number of"), ({"munitions": 5}, "5")]
    )
    def test_how_many_are_kept_is_told_where_it_is_known(
        self, told: dict[str, int], number: str
    ) -> None:
        engine = engine_with(BGR, happened(MunitionsRetained, "2014-05-05", "BGR", **told))
        (ground,) = owed(engine, "BGR/3.6", "2015-01-01").grounds[1:]
        assert ground.conclusion == f"retains {number} munitions (2014-05-05)"

    @pytest.mark.parametrize(
        ("found", "standing"), [(0, Standing.NOT_ENGAGED), (3, Standing.PENDING)]
    )
    def test_of_a_type_what_was_declared_and_found_is_kept_wholly_or_not(
        self, found: int, standing: Standing
    ) -> None:
        """Five are declared and perhaps three more found; five are kept, and three of another."""
        of_types = (
            happened(MunitionsRetained, "2012-06-01", "BGR", munitions=number, munition_type=kind)
            for number, kind in ((5, "RBK"), (3, "BL755"))
        )
        type_ = {"munition_type": "RBK"}
        engine = engine_with(
            BGR,
            happened(StockpileDeclared, "2012-03-27", "BGR", munitions=5, **type_),
            happened(StockpileFound, "2012-05-01", "BGR", munitions=found, **type_),
            of_types,
        )
        assert owed(engine, "BGR/3.2", "2015-01-01").standing is standing


class TestArticle3Paragraph8:
    """Reports on what was retained, acquired or transferred the year before."""

    @pytest.mark.parametrize(("day", "reported"), [("2011-09-30", False), ("2011-10-01", True)])
    def test_what_is_acquired_on_the_day_of_entry_into_force_is_reported(
        self, day: str, reported: bool
    ) -> None:
        got = happened(MunitionsAcquired, day, "BGR", munitions=2)
        owes = names_owed(engine_with(BGR, got), "BGR", "2013-01-01")
        assert ("BGR/3.8/2011" in owes) is reported

    @pytest.mark.parametrize(
        ("year", "standing"), [(2011, Standing.DISCHARGED), (2012, Standing.OVERDUE)]
    )
    def test_the_initial_report_serves_only_before_the_first_annual_one(
        self, year: int, standing: Standing
    ) -> None:
        kept = happened(MunitionsRetained, "2012-03-01", "BGR", munitions=2, year=year)
        engine = engine_with(BGR, kept, happened(InitialReportSubmitted, "2012-03-27", "BGR"))
        assert owed(engine, f"BGR/3.8/{year}", "2013-06-01").standing is standing


class TestArticle4Paragraph1:
    """Areas cleared within ten years, and what follows."""

    @pytest.mark.parametrize(("found", "too_late"), [("2022-08-01", False), ("2022-08-02", True)])
    def test_what_is_found_on_the_last_day_is_not_found_after_the_deadline(
        self, found: str, too_late: bool
    ) -> None:
        done = happened(ClearanceCompleted, "2013-05-01", "MRT")
        again = happened(ContaminationFound, found, "MRT")
        duty = owed(engine_with(MRT, done, again), "MRT/4.1a", "2023-01-01")
        said = [each.conclusion for each in duty.grounds]
        late = "found after the deadline of 2022-08-01: a new request is needed (INT-0006)"
        assert (late in said) is too_late

    def test_what_is_granted_on_the_day_of_the_finding_gives_it_a_day(self) -> None:
        done = happened(ClearanceCompleted, "2013-05-01", "MRT")
        again = happened(ContaminationFound, "2020-09-01", "MRT")
        granted = happened(ExtensionGranted, "2020-09-01", "MRT", months=24, **OF_AREAS)
        duties = [
            owed(engine_with(*events), "MRT/4.1a", "2021-01-01", reading(late_found="new-request"))
            for events in ((MRT, done, again), (MRT, done, again, granted))
        ]
        days = [None if each.due is None else str(each.due) for each in duties]
        assert days == [None, "2024-08-01"]

    def test_clearance_completed_on_the_day_hostilities_ended_fulfils_it(self) -> None:
        ended = happened(HostilitiesEnded, "2015-01-01", "MRT", conflict="war")
        done = happened(ClearanceCompleted, "2015-01-01", "MRT", conflict="war")
        duty = owed(engine_with(MRT, ended, done), "MRT/4.1b/war", "2016-01-01")
        assert duty.standing is Standing.DISCHARGED
        assert [each.conclusion for each in duty.grounds[1:]] == [
            "10 years after the end of war (2015-01-01): 2025-01-01",
            "clearance completed 2015-01-01",
        ]

    def test_clearance_completed_on_the_day_of_entry_into_force_is_declared(self) -> None:
        done = happened(ClearanceCompleted, "2012-08-01", "MRT")
        duty = owed(engine_with(MRT, done, held("3MSP")), "MRT/4.1c", "2012-10-01")
        assert str(duty.due) == "2012-09-11"

    def test_what_is_declared_on_the_day_of_completion_is_declared(self) -> None:
        done = happened(ClearanceCompleted, "2013-05-01", "MRT")
        told = happened(ComplianceDeclared, "2013-05-01", "MRT", article=4)
        duty = owed(engine_with(MRT, done, told, held("4MSP")), "MRT/4.1c", "2014-01-01")
        assert duty.standing is Standing.DISCHARGED

    def test_nobody_is_protected_from_areas_that_are_cleared(self) -> None:
        engine = engine_with(MRT, happened(ClearanceCompleted, "2013-05-01", "MRT"))
        assert owed(engine, "MRT/4.2", "2013-04-30").standing is Standing.CONTINUING
        assert owed(engine, "MRT/4.2", "2013-05-01").standing is Standing.NOT_ENGAGED


class TestArticle4Paragraph4:
    """Use before entry into force for both."""

    @pytest.mark.parametrize(
        ("used_on", "standing"),
        [
            ("2010-07", Standing.CONTINUING),
            ("2010-07-01/2010-08-01", Standing.UNDETERMINED),
        ],
    )
    def test_use_that_may_have_been_on_the_day_itself_leaves_it_undetermined(
        self, used_on: str, standing: Standing
    ) -> None:
        used = happened(
            UseReported, used_on, "FRA", on_territory_of=("TCD",), conflict="the war of Aouzou"
        )
        duty = owed(engine_with(CHAD, used), "FRA/4.4/TCD", "2016-01-01")
        assert duty.standing is standing
        assert duty.grounds[2].conclusion == (f"used or abandoned in the war of Aouzou ({used_on})")


class TestArticle7:
    """Reports by the Convention's own days."""

    @pytest.mark.parametrize(
        ("day", "standing"), [("2011-09-30", Standing.OVERDUE), ("2011-10-01", Standing.DISCHARGED)]
    )
    def test_an_initial_report_of_the_day_of_entry_into_force_is_not_early(
        self, day: str, standing: Standing
    ) -> None:
        engine = engine_with(BGR, happened(InitialReportSubmitted, day, "BGR"))
        voluntary = reading(early_initial_report="voluntary")
        assert owed(engine, "BGR/7.1", "2013-01-01", voluntary).standing is standing

    def test_of_two_reports_of_one_day_the_annual_one_covers_the_year(self) -> None:
        """Events of one day count by the names of their kinds."""
        engine = engine_with(
            joined("GUY", "2014-10-31", None),
            happened(InitialReportSubmitted, "2020-01-16", "GUY"),
            happened(AnnualReportSubmitted, "2020-01-16", "GUY", year_covered=2016),
        )
        duty = owed(engine, "GUY/7.2/2016", "2021-01-01")
        assert duty.grounds[-1].conclusion == "submitted 2020-01-16"
        assert duty.discharged_by == "GUY#3"

    @pytest.mark.parametrize(
        ("day", "report"),
        [("2020-01-14/2020-01-16", "GUY#3"), ("2020-01-16", "GUY#2"), ("../2020-01-16", "GUY#3")],
    )
    def test_of_two_reports_of_one_last_day_the_one_that_can_be_older_covers_the_year(
        self, day: str, report: str
    ) -> None:
        engine = engine_with(
            joined("GUY", "2014-10-31", None),
            happened(InitialReportSubmitted, "2020-01-15/2020-01-16", "GUY"),
            happened(AnnualReportSubmitted, day, "GUY", year_covered=2016),
        )
        assert owed(engine, "GUY/7.2/2016", "2021-01-01").discharged_by == report


class TestArticle11Paragraph2:
    """A meeting in each calendar year until the first Review Conference."""

    def test_each_year_is_fulfilled_by_the_meeting_of_that_year(self) -> None:
        meetings = held("1MSP", "2MSP", "3MSP", "4MSP", "5MSP", "1RC")
        engine = engine_with(meetings)
        owes = sorted(each for each in names_owed(engine, "CCM", "2018-06-01") if "11.2/2" in each)
        assert owes == [f"CCM/11.2/{year}" for year in range(2011, 2015)]
        by = [owed(engine, each, "2018-06-01").discharged_by for each in owes]
        assert by == ["CCM#2", "CCM#3", "CCM#4", "CCM#5"]


class TestArticle20:
    """Withdrawal, its revocation, and armed conflicts."""

    LEFT: Final = happened(WithdrawalNotified, "2024-09-06", "BGR")

    def begun(self, conflict: str) -> ArmedConflictBegun:
        return happened(ArmedConflictBegun, "2024-12-01", "BGR", conflict=conflict)

    @pytest.mark.parametrize(
        ("ended", "effect"), [("2025-06-01", date(2025, 6, 1)), ("2025-06-02", None)]
    )
    def test_on_the_day_of_its_effect_a_notice_is_revoked_too_late(
        self, ended: str, effect: date | None
    ) -> None:
        """The end of the conflict, and with it the effect, is told of later."""
        engine = engine_with(
            BGR,
            self.LEFT,
            self.begun("a war"),
            happened(WithdrawalRevoked, "2025-06-01", "BGR"),
            happened(ArmedConflictEnded, ended, "BGR", conflict="a war"),
        )
        binding = engine.on(date(2026, 1, 1)).state("BGR").binding
        assert binding.withdrawal_effective_on == effect

    def test_the_end_of_one_conflict_ends_no_other(self) -> None:
        ended = happened(ArmedConflictEnded, "2025-06-01", "BGR", conflict="another")
        engine = engine_with(BGR, self.LEFT, self.begun("a war"), self.begun("another"), ended)
        binding = engine.on(date(2026, 1, 1)).state("BGR").binding
        assert binding.withdrawal_effective_on is None
        assert binding.grounds[-1].conclusion == (
            "withdrawal held up: six months pass on 2025-03-06, and a war has not ended"
        )
