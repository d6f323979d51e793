"""Choices about what must be destroyed or cleared: INT-0006, INT-0019."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import Interpretation, Standing, Timeliness
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ContaminationDeclared,
    ContaminationFound,
    MunitionsRetained,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
)
from ccm_engine.domain.interpretations import LateFound, WhollyRetained
from tests.histories import engine_with, happened, joined, owed
from tests.interpretations.readings import by


class TestWhatIsFoundLateComesUnderTheOriginalClock:
    """Mauritania completed clearance in 2013 and found more by September 2020: INT-0006."""

    MAURITANIA: Final = (
        *joined("MRT", "2012-02-01"),
        happened(ContaminationDeclared, "2011-06", "MRT"),
        happened(ClearanceCompleted, "2013", "MRT"),
        happened(ContaminationFound, "2015-01-01/2020-09-28", "MRT"),
    )
    UNITED_KINGDOM: Final = (
        *joined("GBR", "2010-05-04"),
        happened(StockpileDestructionCompleted, "2013-12-17", "GBR"),
        happened(StockpileFound, "2020-01-01/2020-12-30", "GBR"),
        happened(StockpileDestructionCompleted, "2020-12", "GBR"),
    )

    @by(LateFound.ORIGINAL_CLOCK)
    def test_the_ten_years_from_entry_into_force_run_on(self, reading: Interpretation) -> None:
        engine = engine_with(self.MAURITANIA)
        assert owed(engine, "MRT/4.1a", "2015-01-01", reading).standing is Standing.DISCHARGED
        again = owed(engine, "MRT/4.1a", "2020-12-01", reading)
        assert (again.standing, str(again.due)) == (Standing.PENDING, "2022-08-01")
        assert owed(engine, "MRT/4.1a", "2022-08-02", reading).standing is Standing.OVERDUE

    @by(LateFound.NEW_REQUEST)
    def test_no_clock_would_run_until_a_request_is_decided(self, reading: Interpretation) -> None:
        engine = engine_with(self.MAURITANIA)
        again = owed(engine, "MRT/4.1a", "2020-12-01", reading)
        assert (again.standing, again.due) == (Standing.PENDING, None)
        assert again.treaty_due == date(2022, 8, 1)
        assert owed(engine, "MRT/4.1a", "2022-08-02", reading).standing is Standing.PENDING

    @by(LateFound.ORIGINAL_CLOCK)
    def test_stocks_found_after_the_deadline_are_overdue_at_once(
        self, reading: Interpretation
    ) -> None:
        engine = engine_with(self.UNITED_KINGDOM)
        found = owed(engine, "GBR/3.2", "2020-12-30", reading)
        assert (found.standing, str(found.due)) == (Standing.OVERDUE, "2018-11-01")
        destroyed = owed(engine, "GBR/3.2", "2021-01-01", reading)
        assert (destroyed.standing, destroyed.timeliness) == (Standing.DISCHARGED, Timeliness.LATE)
        assert destroyed.days_late_range == (761, 791)

    @by(LateFound.NEW_REQUEST)
    def test_stocks_found_after_the_deadline_would_await_a_request(
        self, reading: Interpretation
    ) -> None:
        found = owed(engine_with(self.UNITED_KINGDOM), "GBR/3.2", "2020-12-30", reading)
        assert (found.standing, found.due) == (Standing.PENDING, None)


class TestAStockWhollyRetainedLeavesNothingToDestroy:
    """Cameroon declared six munitions and keeps all six for training: INT-0019."""

    CAMEROON: Final = (
        *joined("CMR", "2012-07-12"),
        happened(StockpileDeclared, "../2017-08-03", "CMR", munitions=6, submunitions=906),
        happened(MunitionsRetained, "2019-01-01/2019-06-19", "CMR", munitions=6, submunitions=906),
    )

    @by(WhollyRetained.NOTHING_LEFT)
    def test_the_duty_to_destroy_is_not_engaged(self, reading: Interpretation) -> None:
        duty = owed(engine_with(self.CAMEROON), "CMR/3.2", "2021-06-01", reading)
        assert (duty.standing, duty.treaty_due) == (Standing.NOT_ENGAGED, date(2021, 1, 1))

    @by(WhollyRetained.STILL_OWED)
    def test_it_would_be_owed_and_overdue(self, reading: Interpretation) -> None:
        duty = owed(engine_with(self.CAMEROON), "CMR/3.2", "2021-06-01", reading)
        assert (duty.standing, str(duty.due)) == (Standing.OVERDUE, "2021-01-01")

    @by(WhollyRetained.NOTHING_LEFT)
    def test_a_stock_kept_in_part_must_be_destroyed(self, reading: Interpretation) -> None:
        bulgaria = (
            joined("BGR", "2011-04-06"),
            happened(StockpileDeclared, "2012-03-27", "BGR", munitions=6_909),
            happened(MunitionsRetained, "2018-01-01/2018-08-07", "BGR", munitions=8),
        )
        duty = owed(engine_with(*bulgaria), "BGR/3.2", "2019-01-01", reading)
        assert duty.standing is Standing.PENDING
