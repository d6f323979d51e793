"""Choices about political commitments: INT-0023."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Interpretation, Standing
from ccm_engine.domain.events import VictimsReported
from ccm_engine.domain.interpretations import AfterPlan
from ccm_engine.errors import UnknownObligationError
from tests.histories import engine_with, happened, joined, owed
from tests.interpretations.readings import by


class TestALimitThatFallsAfterThePlansEnd:
    """Canada was bound ten days before the Vientiane plan ended: INT-0023."""

    CANADA: Final = (
        *joined("CAN", "2015-03-16"),
        happened(VictimsReported, "2015-05-01", "CAN"),
    )

    @by(AfterPlan.STILL_DUE)
    @pytest.mark.parametrize(
        ("action", "due"), [("initial-report", "2016-02-28"), ("21", "2016-03-01")]
    )
    def test_it_is_due_all_the_same(self, action: str, due: str, reading: Interpretation) -> None:
        engine, name = engine_with(self.CANADA), f"CAN/VAP.{action}"
        before = owed(engine, name, due, reading)
        after = owed(engine, name, "2016-12-01", reading)
        assert str(before.due) == str(after.due) == due
        assert (before.standing, after.standing) == (Standing.PENDING, Standing.OVERDUE)

    @by(AfterPlan.STILL_DUE)
    def test_a_ground_says_that_the_plan_has_ended(self, reading: Interpretation) -> None:
        found = owed(engine_with(self.CANADA), "CAN/VAP.21", "2016-01-01", reading)
        assert "the plan ended on 2015-09-11" in found.grounds[-1].conclusion

    @by(AfterPlan.LAPSED)
    @pytest.mark.parametrize("action", ["initial-report", "21"])
    def test_it_would_lapse_with_the_plan(self, action: str, reading: Interpretation) -> None:
        engine, name = engine_with(self.CANADA), f"CAN/VAP.{action}"
        assert owed(engine, name, "2015-09-11", reading).standing is Standing.PENDING
        with pytest.raises(UnknownObligationError):
            owed(engine, name, "2015-09-12", reading)

    @by(AfterPlan.LAPSED)
    def test_what_fell_due_before_would_stay_due(self, reading: Interpretation) -> None:
        engine = engine_with(happened(VictimsReported, "2010-05-01", "LAO"))
        missed = owed(engine, "LAO/VAP.21", "2020-01-01", reading)
        assert (str(missed.due), missed.standing) == ("2011-02-01", Standing.OVERDUE)

    @by(AfterPlan.STILL_DUE)
    def test_reports_of_later_years_are_asked_for_by_the_next_plan(
        self, reading: Interpretation
    ) -> None:
        register = engine_with().on(date(2017, 1, 1), reading=reading)
        vientiane = [each.id for each in register.commitments(state="LAO", plan="VAP")]
        assert vientiane[-4:] == [f"LAO/VAP.annual-report/{year}" for year in range(2011, 2015)]
        dubrovnik = [each.id for each in register.commitments(state="LAO", plan="DAP")]
        assert "LAO/DAP.6.1/2015" in dubrovnik
        assert "LAO/DAP.6.1/2014" not in dubrovnik
