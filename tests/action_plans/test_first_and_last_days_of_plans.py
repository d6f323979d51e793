"""What a plan asks on its first day and its last, and of what is finished or declared on them."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Interpretation, Obligation, Standing, Timeliness
from ccm_engine.domain.events import (
    ComplianceDeclared,
    EntryIntoForceNotified,
    StockpileDestructionCompleted,
    VictimsReported,
    WithdrawalNotified,
)
from tests.histories import called, engine_with, happened, joined, owed

NOTIFIED: Final = {"entry_into_force_day": "notified"}
LAPSED: Final = {"after_plan": "lapsed"}
STANDS: Final = "the plan ended on 2015-09-11; a limit that arose before stands (INT-0023)"


@pytest.mark.parametrize(
    ("notified_on", "asked"), [("2015-07-01", set[Standing]()), ("2015-07-02", {Standing.CEASED})]
)
def test_whoever_has_left_by_the_first_day_is_asked_nothing(
    notified_on: str, asked: set[Standing]
) -> None:
    """Lithuania, had its withdrawal taken effect on 1 January 2016 or a day later."""
    notice = happened(WithdrawalNotified, notified_on, "LTU")
    register = engine_with(joined("LTU", "2011-03-24"), notice).on(date(2016, 6, 1))
    assert {each.standing for each in register.commitments(state="LTU", plan="DAP")} == asked


class TestAStateBoundOnADayNotified:
    """INT-0009: where the depositary's day governs, any day of a month can be the first."""

    def engine(self, in_force_on: date) -> Engine:
        return engine_with(
            joined("GIN", "2014-10-21"),
            happened(EntryIntoForceNotified, "2014-11-01", "GIN", in_force_on=in_force_on),
            happened(VictimsReported, "2014-10-21", "GIN"),
        )

    def test_on_the_last_day_of_a_limit_has_that_day(self) -> None:
        reading = Interpretation.choosing(NOTIFIED)
        duty = owed(self.engine(date(2016, 12, 31)), "GIN/DAP.4.1a", "2016-12-31", reading)
        assert (duty.standing, str(duty.due)) == (Standing.PENDING, "2016-12-31")

    @pytest.mark.parametrize(
        ("in_force_on", "stands", "lapses"),
        [(date(2015, 3, 11), False, False), (date(2015, 3, 12), True, True)],
    )
    def test_owes_what_falls_due_on_the_last_day_of_a_plan_by_every_reading(
        self, in_force_on: date, *, stands: bool, lapses: bool
    ) -> None:
        """Vientiane ended on 11 September 2015: INT-0023."""
        engine, asked = self.engine(in_force_on), date(2016, 1, 1)
        named: list[list[Obligation]] = []
        for choices in (NOTIFIED, {**NOTIFIED, **LAPSED}):
            register = engine.on(asked, reading=Interpretation.choosing(choices))
            found = register.commitments(state="GIN", plan="VAP")
            named.append([each for each in found if each.id == "GIN/VAP.21"])
        (duty,) = named[0]
        assert (STANDS in {each.conclusion for each in duty.grounds}) is stands
        assert named[1] == ([] if lapses else [duty])


class TestInitialReports:
    """The 180 days of Article 7(1), asked for again by the plan in which they end."""

    GUINEA: Final = joined("GIN", "2014-10-21")  # in force on 2015-04-01, due on 2015-09-28

    @pytest.mark.parametrize(
        ("as_of", "choices", "asked"),
        [
            (date(2015, 9, 11), {}, True),
            (date(2015, 9, 12), {}, True),
            (date(2015, 9, 11), LAPSED, True),
            (date(2015, 9, 12), LAPSED, False),
        ],
    )
    def test_due_after_the_plan_lapse_with_it_by_one_reading(
        self, as_of: date, choices: dict[str, str], *, asked: bool
    ) -> None:
        """INT-0023: what the treaty asks stays due all the same."""
        reading = Interpretation.choosing(choices)
        register = engine_with(self.GUINEA).on(as_of, reading=reading)
        found = register.commitments(state="GIN", plan="VAP")
        reports = [each for each in found if each.id == "GIN/VAP.initial-report"]
        days = [(str(each.due), each.treaty_due) for each in reports]
        assert days == [("2015-09-28", None)] * asked
        assert register.obligation("GIN/7.1").treaty_due == date(2015, 9, 28)

    @pytest.mark.parametrize(
        ("in_force_on", "asked"), [(date(2015, 7, 4), False), (date(2015, 7, 5), True)]
    )
    def test_due_on_the_first_day_are_asked_for_by_the_plan_that_begins(
        self, in_force_on: date, *, asked: bool
    ) -> None:
        """INT-0009: Guinea, had the depositary notified a day in July 2015."""
        notified = happened(EntryIntoForceNotified, "2014-11-01", "GIN", in_force_on=in_force_on)
        register = engine_with(self.GUINEA, notified).on(
            date(2016, 6, 1), reading=Interpretation.choosing(NOTIFIED)
        )
        named = {each.id for each in register.commitments(state="GIN")}
        assert ("GIN/DAP.6.1/initial-report" in named) is asked


class TestAnnouncements:
    """Dubrovnik 2.4: completion is announced at the next meeting."""

    CUBA: Final = (
        *joined("CUB", "2016-04-06", signed_on=None),  # in force on 2016-10-01
        called("7MSP", "2016-09-07"),
        called("8MSP", "2017-09-06"),
    )

    def announced(self, completed: str, declared: str | None = None) -> Obligation:
        completion = happened(StockpileDestructionCompleted, completed, "CUB")
        declaration = [happened(ComplianceDeclared, declared, "CUB", article=3)] if declared else []
        return owed(engine_with(self.CUBA, completion, declaration), "CUB/DAP.2.4", "2019-01-01")

    def test_are_asked_of_whoever_finished_on_the_day_it_was_bound(self) -> None:
        assert str(self.announced("2016-10-01").due) == "2017-09-04"

    def test_are_grounded_in_completion_the_meeting_and_the_declaration(self) -> None:
        duty = self.announced("2017-07-24", "2017-09-05")
        told = [(str(each.provision), each.conclusion, each.events) for each in duty.grounds]
        assert told[-3:] == [
            ("DAP 2.4", "destruction completed 2017-07-24", ("CUB#2",)),
            ("DAP 2.4", "the next meeting, the 7MSP, opens on 2017-09-04", ("CCM#1",)),
            ("DAP 2.4", "announced 2017-09-05", ("CUB#3",)),
        ]
        assert (duty.discharged_by, duty.timeliness) == ("CUB#3", Timeliness.ON_TIME)

    def test_at_the_later_of_two_meetings_may_be_in_time(self) -> None:
        """It was finished in 2017, before the meeting of that year or after it."""
        duty = self.announced("2017", "2018-09-05")
        told = (str(duty.due), duty.timeliness, duty.days_late_range)
        assert told == ("2017-09-04/2018-09-03", Timeliness.UNDETERMINED, None)
