"""Choices about how days are counted: INT-0001, INT-0011, INT-0012."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import Engine, Interpretation, Standing, Timeliness
from ccm_engine.domain.calendar import MonthEnd
from ccm_engine.domain.events import (
    HostilitiesEnded,
    InitialReportSubmitted,
    StockpileDeclared,
    StockpileDestructionCompleted,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import DeadlineStyle, PartialDates
from tests.histories import engine_with, happened, joined, owed
from tests.interpretations.readings import by


class TestThePeriodOfYearsEndsOnItsAnniversary:
    """Switzerland (17 July 2012) has until 1 January 2021, that day included: INT-0001."""

    SWITZERLAND: Final = (
        *joined("CHE", "2012-07-17"),
        happened(StockpileDeclared, "../2015-08-17", "CHE", munitions=205_894),
    )

    @by(DeadlineStyle.ANNIVERSARY)
    def test_the_anniversary_itself_is_still_in_time(self, reading: Interpretation) -> None:
        engine = engine_with(self.SWITZERLAND)
        on_the_day = owed(engine, "CHE/3.2", "2021-01-01", reading)
        assert on_the_day.treaty_due == date(2021, 1, 1)
        assert str(on_the_day.due) == "2021-01-01"
        assert on_the_day.standing is Standing.PENDING
        assert owed(engine, "CHE/3.2", "2021-01-02", reading).standing is Standing.OVERDUE

    @by(DeadlineStyle.DAY_BEFORE)
    def test_the_day_before_it_would_be_the_last(self, reading: Interpretation) -> None:
        engine = engine_with(self.SWITZERLAND)
        last_day = owed(engine, "CHE/3.2", "2020-12-31", reading)
        assert last_day.treaty_due == date(2020, 12, 31)
        assert str(last_day.due) == "2020-12-31"
        assert last_day.standing is Standing.PENDING
        assert owed(engine, "CHE/3.2", "2021-01-01", reading).standing is Standing.OVERDUE

    @by(DeadlineStyle.DAY_BEFORE)
    def test_periods_of_days_and_fixed_days_stay_as_they_are(self, reading: Interpretation) -> None:
        engine = engine_with(self.SWITZERLAND)
        assert owed(engine, "CHE/7.1", "2014-01-01", reading).treaty_due == date(2013, 6, 30)
        assert owed(engine, "CHE/7.2/2013", "2014-01-01", reading).treaty_due == date(2014, 4, 30)


class TestADayThatAMonthLacksIsItsLast:
    """A notice received on 31 August has effect six months later: INT-0011.

    No real day has met the question yet. Lithuania's notice came on 6 September 2024; a week
    earlier it would have. The hostilities are made up.
    """

    LITHUANIA: Final = (
        *joined("LTU", "2011-03-24"),
        happened(WithdrawalNotified, "2024-08-31", "LTU"),
    )
    LEBANON: Final = (
        *joined("LBN", "2010-11-05"),
        happened(HostilitiesEnded, "2024-02-29", "LBN", conflict="hostilities"),
    )

    @by(MonthEnd.CLAMP)
    def test_it_has_effect_on_28_february(self, reading: Interpretation) -> None:
        assert _leaves(engine_with(self.LITHUANIA), reading) == date(2025, 2, 28)

    @by(MonthEnd.ROLL_OVER)
    def test_it_would_have_effect_on_1_march(self, reading: Interpretation) -> None:
        assert _leaves(engine_with(self.LITHUANIA), reading) == date(2025, 3, 1)

    @by(MonthEnd.CLAMP)
    def test_ten_years_from_29_february_end_on_the_28th(self, reading: Interpretation) -> None:
        duty = owed(engine_with(self.LEBANON), "LBN/4.1b/hostilities", "2025-01-01", reading)
        assert duty.treaty_due == date(2034, 2, 28)

    @by(MonthEnd.ROLL_OVER)
    def test_ten_years_from_29_february_would_end_on_1_march(self, reading: Interpretation) -> None:
        duty = owed(engine_with(self.LEBANON), "LBN/4.1b/hostilities", "2025-01-01", reading)
        assert duty.treaty_due == date(2034, 3, 1)


def _leaves(engine: Engine, reading: Interpretation) -> date | None:
    state = engine.on(date(2025, 6, 1), reading=reading).state("LTU")
    assert state.binding.ceased_on == state.binding.withdrawal_effective_on
    return state.binding.ceased_on


class TestWhatIsKnownInPartCountsFromTheLastDayItCanMean:
    """Bulgaria completed destruction "in June 2023": INT-0012."""

    BULGARIA: Final = (
        *joined("BGR", "2011-04-06"),
        happened(StockpileDeclared, "2012-03-27", "BGR", munitions=6_909),
        happened(StockpileDestructionCompleted, "2023-06", "BGR"),
    )

    @by(PartialDates.LAST_DAY)
    def test_in_the_middle_of_june_it_is_not_yet_done(self, reading: Interpretation) -> None:
        engine = engine_with(self.BULGARIA)
        meanwhile = owed(engine, "BGR/3.2", "2023-06-15", reading)
        assert meanwhile.standing is Standing.OVERDUE
        assert meanwhile.otherwise is not None
        assert meanwhile.otherwise.standing is Standing.DISCHARGED
        assert owed(engine, "BGR/3.2", "2023-06-30", reading).standing is Standing.DISCHARGED

    @by(PartialDates.FIRST_DAY)
    def test_it_would_be_done_from_the_first_of_june(self, reading: Interpretation) -> None:
        engine = engine_with(self.BULGARIA)
        assert owed(engine, "BGR/3.2", "2023-05-31", reading).standing is Standing.OVERDUE
        meanwhile = owed(engine, "BGR/3.2", "2023-06-01", reading)
        assert meanwhile.standing is Standing.DISCHARGED
        assert meanwhile.otherwise is not None
        assert meanwhile.otherwise.standing is Standing.OVERDUE

    @by(PartialDates.FIRST_DAY)
    def test_whether_a_report_was_in_time_is_not_decided_by_it(
        self, reading: Interpretation
    ) -> None:
        """The Gambia reported in November 2019; its last day was the 28th."""
        gambia = joined("GMB", "2018-12-11"), happened(InitialReportSubmitted, "2019-11", "GMB")
        report = owed(engine_with(*gambia), "GMB/7.1", "2020-01-01", reading)
        assert str(report.due) == "2019-11-28"
        assert report.timeliness is Timeliness.UNDETERMINED
