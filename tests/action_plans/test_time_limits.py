"""When an action is due: months after entry into force, days, meetings, reports."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Event, Standing, Timeliness
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ComplianceDeclared,
    ContaminationDeclared,
    CoverageStated,
    FocalPointDesignated,
    HostilitiesEnded,
    InitialReportSubmitted,
    StockpileDeclared,
    StockpileDestructionCompleted,
    VictimsReported,
    WithdrawalNotified,
)
from ccm_engine.errors import UnknownObligationError
from tests.histories import called, engine_with, happened, held, joined, owed

AFGHANISTAN: Final = (
    *joined("AFG", "2011-09-08"),  # in force on 2012-03-01
    happened(VictimsReported, "2011-09-08", "AFG"),
    happened(ContaminationDeclared, "2011-09-08", "AFG"),
)
SOMALIA: Final = (
    *joined("SOM", "2015-09-30"),  # in force on 2016-03-01
    happened(VictimsReported, "2015-09-30", "SOM"),
)


class TestMonthsAfterEntryIntoForce:
    """Vientiane: a focal point within six months, the rest within a year."""

    @pytest.mark.parametrize(
        ("item", "due"),
        [
            ("21", "2012-09-01"),
            ("22", "2013-03-01"),
            ("23", "2013-03-01"),
            ("review-laws", "2013-03-01"),
            ("identify-areas", "2013-03-01"),
            ("clearance-plan", "2013-03-01"),
            ("identify-needs", "2013-03-01"),
        ],
    )
    def test_it_is_counted_from_the_states_own_day(self, item: str, due: str) -> None:
        found = owed(engine_with(AFGHANISTAN), f"AFG/VAP.{item}", "2012-06-01")
        assert str(found.due) == due
        assert found.treaty_due is None

    def test_the_last_day_is_still_in_time(self) -> None:
        engine = engine_with(AFGHANISTAN)
        assert owed(engine, "AFG/VAP.21", "2012-09-01").standing is Standing.PENDING
        assert owed(engine, "AFG/VAP.21", "2012-09-02").standing is Standing.OVERDUE

    def test_a_state_bound_before_the_plan_counts_from_its_own_day(self) -> None:
        engine = engine_with(happened(VictimsReported, "2010-01-01", "LAO"))
        assert str(owed(engine, "LAO/VAP.21", "2010-12-01").due) == "2011-02-01"

    def test_nothing_is_asked_before_the_plan(self) -> None:
        engine = engine_with(happened(VictimsReported, "2010-01-01", "LAO"))
        assert engine.on(date(2010, 11, 11)).commitments() == ()
        assert engine.on(date(2010, 11, 12)).commitments(state="LAO") != ()

    def test_a_state_that_consented_is_told_before_it_is_bound(self) -> None:
        found = owed(engine_with(AFGHANISTAN), "AFG/VAP.21", "2012-02-29")
        assert (found.standing, str(found.due)) == (Standing.NOT_YET_BINDING, "2012-09-01")

    def test_a_state_bound_after_the_plan_owes_nothing_under_it(self) -> None:
        engine = engine_with(SOMALIA)
        for day in (date(2015, 10, 1), date(2016, 3, 1), date(2020, 1, 1)):
            assert engine.on(day).commitments(state="SOM", plan="VAP") == ()
        with pytest.raises(UnknownObligationError, match="VAP asks nothing of SOM on that day"):
            owed(engine, "SOM/VAP.21", "2016-04-01")

    def test_what_is_late_is_late_by_days(self) -> None:
        named = happened(FocalPointDesignated, "2012-09-11", "AFG")
        found = owed(engine_with(AFGHANISTAN, named), "AFG/VAP.21", "2014-01-01")
        assert (found.timeliness, found.days_late) == (Timeliness.LATE, 10)
        assert found.standing is Standing.DISCHARGED


class TestADay:
    """Dubrovnik: a focal point by the end of 2016, a plan by the end of 2018."""

    def test_the_last_day_of_the_year_is_in_time(self) -> None:
        engine = engine_with(SOMALIA)
        assert owed(engine, "SOM/DAP.4.1a", "2016-12-31").standing is Standing.PENDING
        assert owed(engine, "SOM/DAP.4.1a", "2017-01-01").standing is Standing.OVERDUE
        assert str(owed(engine, "SOM/DAP.4.1c", "2017-01-01").due) == "2018-12-31"

    def test_a_day_that_passed_before_a_state_was_bound_is_no_limit(self) -> None:
        sri_lanka = (
            *joined("LKA", "2018-03-01", signed_on=None),  # in force on 2018-09-01
            happened(VictimsReported, "2018-03-01", "LKA"),
        )
        found = owed(engine_with(sri_lanka), "LKA/DAP.4.1a", "2019-06-01")
        assert (found.standing, found.due) == (Standing.CONTINUING, None)
        assert any("had passed before the Convention bound" in g.conclusion for g in found.grounds)
        assert owed(engine_with(sri_lanka), "LKA/DAP.4.1c", "2019-06-01").due is not None

    def test_nothing_is_asked_of_a_state_bound_after_the_plan(self) -> None:
        engine = engine_with(joined("NGA", "2023-02-28"))
        plans = {each.id.split("/")[1][:3] for each in engine.on(date(2024, 1, 1)).commitments()}
        assert plans == {"VAP", "DAP", "LAP"}
        nigeria = engine.on(date(2024, 1, 1)).commitments(state="NGA")
        assert {each.id[4:7] for each in nigeria} == {"LAP"}


class TestByAMeeting:
    """Dubrovnik: national law by the Second Review Conference; Lausanne: a survey by the 11MSP."""

    def test_it_is_unknown_until_the_meeting_is_called(self) -> None:
        found = owed(engine_with(), "LAO/DAP.7.1", "2019-01-01")
        assert (found.standing, found.due) == (Standing.PENDING, None)
        assert any("by the 2RC, which is not called yet" in g.conclusion for g in found.grounds)

    def test_it_is_the_opening_as_known_on_the_day(self) -> None:
        engine = engine_with(called("2RC", "2019-09-04"))
        assert owed(engine, "LAO/DAP.7.1", "2019-09-03").due is None
        found = owed(engine, "LAO/DAP.7.1", "2019-09-04")
        assert str(found.due) == "2020-11-25"
        assert "CCM#1" in found.grounds[-1].events

    def test_the_opening_day_is_still_in_time(self) -> None:
        engine = engine_with(held("2RC"), called("2RC", "2019-09-04"))
        assert owed(engine, "LAO/DAP.7.3", "2020-11-25").standing is Standing.PENDING
        assert owed(engine, "LAO/DAP.7.3", "2020-11-28").standing is Standing.OVERDUE

    def test_a_baseline_survey_is_due_at_the_eleventh_meeting(self) -> None:
        contaminated = happened(ContaminationDeclared, "2011", "LAO")
        engine = engine_with(contaminated, called("11MSP", "2022-09-02"))
        assert str(owed(engine, "LAO/LAP.baseline-survey", "2023-01-01").due) == "2023-09-11"


class TestTheNextMeetingAfterCompletion:
    """Dubrovnik 2.4, Lausanne 13: completion is announced at the next meeting."""

    CUBA: Final = (
        *joined("CUB", "2016-04-06", signed_on=None),  # in force on 2016-10-01
        called("7MSP", "2016-09-07"),
        called("8MSP", "2017-09-06"),
    )

    def _completed(self, day: str) -> StockpileDestructionCompleted:
        return happened(StockpileDestructionCompleted, day, "CUB")

    def test_it_arises_with_completion(self) -> None:
        engine = engine_with(self.CUBA, self._completed("2017-07-24"))
        with pytest.raises(UnknownObligationError):
            owed(engine, "CUB/DAP.2.4", "2017-07-23")
        assert str(owed(engine, "CUB/DAP.2.4", "2017-07-24").due) == "2017-09-04"

    def test_whoever_finishes_on_the_opening_day_announces_it_there(self) -> None:
        engine = engine_with(self.CUBA, self._completed("2017-09-04"))
        assert str(owed(engine, "CUB/DAP.2.4", "2017-09-04").due) == "2017-09-04"

    def test_it_is_unknown_until_a_meeting_is_called(self) -> None:
        engine = engine_with(joined("CUB", "2016-04-06", None), self._completed("2017-07-24"))
        found = owed(engine, "CUB/DAP.2.4", "2017-08-01")
        assert (found.standing, found.due) == (Standing.PENDING, None)

    def test_completion_known_in_part_leaves_a_stretch_of_days(self) -> None:
        engine = engine_with(self.CUBA, self._completed("2017"))
        found = owed(engine, "CUB/DAP.2.4", "2018-06-01")
        assert str(found.due) == "2017-09-04/2018-09-03"
        assert found.standing is Standing.PENDING

    @pytest.mark.parametrize("day", ["2017-09-04", "2017-09-06"])
    def test_a_declaration_made_at_the_meeting_is_in_time(self, day: str) -> None:
        declared = happened(ComplianceDeclared, day, "CUB", article=3, meeting="7MSP")
        engine = engine_with(self.CUBA, self._completed("2017-07-24"), declared)
        found = owed(engine, "CUB/DAP.2.4", "2019-01-01")
        assert (found.standing, found.timeliness) == (Standing.DISCHARGED, Timeliness.ON_TIME)

    def test_one_made_at_the_meeting_after_is_late(self) -> None:
        declared = happened(ComplianceDeclared, "2018-09-05", "CUB", article=3, meeting="8MSP")
        engine = engine_with(self.CUBA, self._completed("2017-07-24"), declared)
        assert owed(engine, "CUB/DAP.2.4", "2019-01-01").timeliness is Timeliness.LATE

    def test_a_declaration_under_article_4_is_another(self) -> None:
        declared = happened(ComplianceDeclared, "2017-09-05", "CUB", article=4, meeting="7MSP")
        engine = engine_with(self.CUBA, self._completed("2017-07-24"), declared)
        assert owed(engine, "CUB/DAP.2.4", "2019-01-01").standing is Standing.OVERDUE

    def test_completion_before_a_state_was_bound_is_no_matter(self) -> None:
        engine = engine_with(self.CUBA, self._completed("2016-08-01"))
        named = {each.id for each in engine.on(date(2018, 1, 1)).commitments(state="CUB")}
        assert "CUB/DAP.2.4" not in named

    def test_each_plan_asks_of_those_who_finished_in_its_time(self) -> None:
        finished = happened(StockpileDestructionCompleted, "2023-08-01", "CUB")
        engine = engine_with(self.CUBA, finished, called("11MSP", "2022-09-02"))
        named = {each.id for each in engine.on(date(2023, 8, 2)).commitments(state="CUB")}
        assert "CUB/LAP.13" in named
        assert "CUB/DAP.2.4" not in named

    @pytest.mark.parametrize(
        ("completed", "asking"), [("2021-09-20", "DAP.2.4"), ("2021-09-21", "LAP.13")]
    )
    @pytest.mark.parametrize("tenth_called_on", ["2022-03-01", "2021-10-15"])
    def test_one_completion_is_asked_about_once(
        self, completed: str, asking: str, tenth_called_on: str
    ) -> None:
        called_later = called("10MSP", tenth_called_on)
        engine = engine_with(self.CUBA, self._completed(completed), called_later)
        named = {each.id for each in engine.on(date(2022, 1, 1)).commitments(state="CUB")}
        assert named & {"CUB/DAP.2.4", "CUB/LAP.13"} == {f"CUB/{asking}"}

    @pytest.mark.parametrize("seventh_called_on", ["2015-12-01", "2016-03-01"])
    def test_where_no_plan_ran_at_completion_that_of_the_next_meeting_asks(
        self, seventh_called_on: str
    ) -> None:
        done = happened(StockpileDestructionCompleted, "2015-11-25", "LAO")
        engine = engine_with(done, called("6MSP", seventh_called_on))
        named = {each.id for each in engine.on(date(2016, 2, 1)).commitments(state="LAO")}
        assert "LAO/DAP.2.4" in named
        assert owed(engine, "LAO/DAP.2.4", "2016-06-01").due is not None

    @pytest.mark.parametrize(("as_of", "asking"), [("2020-01-01", "DAP"), ("2022-01-01", "LAP")])
    def test_while_no_meeting_is_called_the_plan_that_runs_asks(
        self, as_of: str, asking: str
    ) -> None:
        done = happened(StockpileDestructionCompleted, "2015-11-25", "LAO")
        named = {each.id for each in engine_with(done).on(date.fromisoformat(as_of)).commitments()}
        announced = {each for each in named if each.endswith(("DAP.2.4", "LAP.13"))}
        assert [each[4:7] for each in announced] == [asking]

    def test_what_was_due_before_a_plan_is_not_asked_by_it_again(self) -> None:
        engine = engine_with(self.CUBA, self._completed("2017-07-24"))
        named = {each.id for each in engine.on(date(2022, 1, 1)).commitments(state="CUB")}
        assert "CUB/DAP.2.4" in named
        assert "CUB/LAP.13" not in named

    @pytest.mark.parametrize("provision", ["3.2", "4.1c"])
    def test_it_is_undetermined_where_declarations_were_not_gathered(self, provision: str) -> None:
        limit = happened(CoverageStated, "2026", provision=provision, reaches=None)
        engine = engine_with(self.CUBA, self._completed("2017-07-24"))
        assert owed(engine, "CUB/DAP.2.4", "2019-01-01").standing is Standing.OVERDUE
        engine.record([limit])
        assert owed(engine, "CUB/DAP.2.4", "2019-01-01").standing is Standing.UNDETERMINED


class TestReports:
    """Vientiane, Dubrovnik 6.1, Lausanne 43: the days are those of Article 7."""

    def test_the_initial_report_is_due_as_under_article_7(self) -> None:
        engine = engine_with(AFGHANISTAN)
        political, treaty = (
            owed(engine, f"AFG/{name}", "2012-10-01") for name in ("VAP.initial-report", "7.1")
        )
        assert str(political.due) == str(treaty.due) == "2012-08-28"
        assert political.standing is treaty.standing is Standing.OVERDUE

    def test_one_report_serves_both(self) -> None:
        came = happened(InitialReportSubmitted, "2012-08-30", "AFG")
        found = owed(engine_with(AFGHANISTAN, came), "AFG/VAP.initial-report", "2012-10-01")
        assert (found.standing, found.days_late) == (Standing.DISCHARGED, 2)

    def test_each_30_april_is_asked_by_the_plan_that_runs_then(self) -> None:
        register = engine_with(AFGHANISTAN).on(date(2022, 6, 1))
        years = {
            plan: [
                each.id.rpartition("/")[2]
                for each in register.commitments(state="AFG", plan=plan)
                if each.due and (each.due.latest.month, each.due.latest.day) == (4, 30)
            ]
            for plan in ("VAP", "DAP", "LAP")
        }
        assert years == {
            "VAP": ["2012", "2013", "2014"],
            "DAP": ["2015", "2016", "2017", "2018", "2019", "2020"],
            "LAP": ["2021", "2022"],
        }

    def test_an_annual_report_is_met_by_the_report_on_its_year(self) -> None:
        came = happened(AnnualReportSubmitted, "2014-04-29", "AFG", year_covered=2013)
        engine = engine_with(AFGHANISTAN, came)
        met = owed(engine, "AFG/VAP.annual-report/2013", "2014-06-01")
        assert met.timeliness is Timeliness.ON_TIME
        missed = owed(engine, "AFG/VAP.annual-report/2012", "2014-06-01")
        assert missed.standing is Standing.OVERDUE

    def test_an_initial_report_is_asked_by_one_plan_only(self) -> None:
        register = engine_with(SOMALIA, AFGHANISTAN).on(date(2022, 1, 1))
        named = [each.id for each in register.commitments() if each.id.endswith("initial-report")]
        assert "SOM/DAP.6.1/initial-report" in named
        assert "AFG/DAP.6.1/initial-report" not in named
        assert "SOM/LAP.43/initial-report" not in named


class TestWithdrawal:
    """Whoever has left is asked for nothing new, and what was missed stays missed: INT-0007."""

    @pytest.mark.parametrize(
        ("action", "fact"),
        [
            ("8", happened(StockpileDeclared, "2011-03-24", "LTU")),
            ("21", happened(VictimsReported, "2011-03-24", "LTU")),
            ("identify-areas", happened(ContaminationDeclared, "2011-03-24", "LTU")),
            (
                "clearance-plan",
                happened(HostilitiesEnded, "2011-10-01", "LTU", conflict="a-conflict"),
            ),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_what_was_missed_before_it_stays_overdue(self, action: str, fact: Event) -> None:
        notice = happened(WithdrawalNotified, "2024-09-06", "LTU")
        engine = engine_with(joined("LTU", "2011-03-24"), fact, notice)
        bound, gone = (
            owed(engine, f"LTU/VAP.{action}", day) for day in ("2025-03-05", "2025-03-06")
        )
        assert bound.standing is gone.standing is Standing.OVERDUE
        assert bound.due == gone.due

    def test_what_would_fall_due_after_it_ceases(self) -> None:
        lithuania = (
            *joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, "2024-09-06", "LTU"),
        )
        register = engine_with(lithuania).on(date(2025, 6, 1))
        lausanne = register.commitments(state="LTU", plan="LAP")
        undated = [each for each in lausanne if each.due is None]
        assert {each.standing for each in undated} == {Standing.CEASED}
        assert [each.id for each in lausanne if each.due] == [
            "LTU/LAP.43/2021",
            "LTU/LAP.43/2022",
            "LTU/LAP.43/2023",
        ]
