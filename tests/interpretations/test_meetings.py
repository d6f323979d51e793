"""Choices about meetings: INT-0017."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import Interpretation, Standing, Timeliness
from ccm_engine.domain.interpretations import FiveYears
from tests.histories import engine_with, held, owed
from tests.interpretations.readings import by


class TestAReviewConferenceIsInTimeInTheCalendarYearOfItsAnniversary:
    """The first was held in Dubrovnik from 7 to 11 September 2015: INT-0017."""

    NAME: Final = "CCM/12.1/first"

    @by(FiveYears.CALENDAR_YEAR)
    def test_it_was_in_time(self, reading: Interpretation) -> None:
        engine = engine_with(held("1RC"))
        assert owed(engine, self.NAME, "2015-08-02", reading).standing is Standing.PENDING
        duty = owed(engine, self.NAME, "2015-12-31", reading)
        assert (duty.treaty_due, str(duty.due)) == (date(2015, 8, 1), "2015-12-31")
        assert duty.timeliness is Timeliness.ON_TIME

    @by(FiveYears.TO_THE_DAY)
    def test_it_would_have_been_late(self, reading: Interpretation) -> None:
        engine = engine_with(held("1RC"))
        assert owed(engine, self.NAME, "2015-08-02", reading).standing is Standing.OVERDUE
        duty = owed(engine, self.NAME, "2015-12-31", reading)
        assert str(duty.due) == "2015-08-01"
        assert duty.timeliness is Timeliness.LATE
