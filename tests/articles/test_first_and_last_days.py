"""What decides on the first or the last day that counts, one day before it and after it."""

from __future__ import annotations

import attrs
import pytest

from ccm_engine import PRACTICE, Engine, Standing, Timeliness
from ccm_engine.domain.calendar import MonthEnd
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContributionAssessed,
    ExtensionGranted,
    HostilitiesEnded,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import AfterWithdrawal
from tests.articles.recording import names_owed
from tests.histories import called, engine_with, happened, held, joined, on, owed

ROLLING = attrs.evolve(PRACTICE, month_end=MonthEnd.ROLL_OVER)
YEARS_BEGUN = attrs.evolve(PRACTICE, after_withdrawal=AfterWithdrawal.YEARS_BEGUN)


@pytest.mark.parametrize(
    ("notified", "standing"),
    [("2015-07-01", Standing.CEASED), ("2015-07-02", Standing.OVERDUE)],
)
def test_a_year_has_begun_only_where_the_state_was_bound_on_its_first_day(
    notified: str, standing: Standing
) -> None:
    """Article 20(3): the withdrawal takes effect on 1 January 2016, or on the day after."""
    engine = engine_with(happened(WithdrawalNotified, notified, "ALB"))
    assert owed(engine, "ALB/7.2/2016", "2017-05-01", YEARS_BEGUN).standing is standing


@pytest.mark.parametrize(
    ("month", "due"), [("2024-12", "2024-12-31"), ("2024-11", "2024-11-30"), ("2024", "2024")]
)
def test_of_a_stated_month_the_day_that_lies_whole_months_later_counts(
    month: str, due: str
) -> None:
    """Article 4(5): granted to 31 December 2023 first, and then to a month (INT-0008)."""
    assert str(owed(_chad(month), "TCD/4.1a", "2024-02-01").due) == due


def _chad(until: str) -> Engine:
    areas = happened(ContaminationDeclared, "2014-01-28", "TCD")
    granted = [
        happened(ExtensionGranted, day, "TCD", article=4, until=on(end), meeting=meeting)
        for day, end, meeting in (
            ("2022-09-02", "2023-12-31", "10MSP"),
            ("2023-09-14", until, "11MSP"),
        )
    ]
    return engine_with(joined("TCD", "2013-03-26"), areas, granted)


@pytest.mark.parametrize(
    ("declared", "timeliness"),
    [("2018-09-05", Timeliness.UNDETERMINED), ("2018-09-06", Timeliness.LATE)],
)
def test_what_may_have_been_declared_at_the_meeting_may_have_been_in_time(
    declared: str, timeliness: Timeliness
) -> None:
    """Article 4(1)(c): completed some day in 2017, the next meeting is the 7MSP or the 8MSP."""
    sittings = (called("7MSP", "2016-09-07"), called("8MSP", "2017-09-06"))
    done = happened(ClearanceCompleted, "2017", "HRV")
    said = happened(ComplianceDeclared, declared, "HRV", article=4)
    found = owed(engine_with(sittings, done, said), "HRV/4.1c", "2019-01-01")
    assert found.timeliness is timeliness


@pytest.mark.parametrize(
    ("conflict", "standing"), [("war", Standing.PENDING), (None, Standing.DISCHARGED)]
)
def test_only_what_is_found_of_that_conflict_opens_its_clearance_again(
    conflict: str | None, standing: Standing
) -> None:
    """Article 4(1)(b): ten years from the end of the hostilities that left them."""
    ended = happened(HostilitiesEnded, "2015-06-01", "ALB", conflict="war")
    done = happened(ClearanceCompleted, "2018-01-01", "ALB", conflict="war")
    found = happened(ContaminationFound, "2019-05-05", "ALB", conflict=conflict, areas=1)
    duty = owed(engine_with(ended, done, found), "ALB/4.1b/war", "2020-01-01")
    assert (str(duty.due), duty.standing) == ("2025-06-01", standing)
    again = "contaminated areas were found after that (2019-05-05)"
    assert (again in [each.conclusion for each in duty.grounds]) is (conflict == "war")


def test_a_stated_month_without_the_day_is_left_as_stated_where_days_roll_over() -> None:
    """Eleven months from 31 December 2023 end on 30 November 2024, or on 1 December (INT-0011)."""
    for reading, due in ((PRACTICE, "2024-11-30"), (ROLLING, "2024-11")):
        assert str(owed(_chad("2024-11"), "TCD/4.1a", "2024-02-01", reading).due) == due


def test_a_share_from_before_it_was_bound_is_passed_over() -> None:
    """Article 14(1): in force for Chad on 1 September 2013."""
    shares = [
        happened(ContributionAssessed, day, "TCD", assessment=name, amount_cents=1, currency="USD")
        for day, name in (("2013-08-31", "4MSP"), ("2013-09-01", "5MSP"))
    ]
    engine = engine_with(joined("TCD", "2013-03-26"), shares)
    found = names_owed(engine, "TCD", "2014-01-01")
    assert "TCD/14.1/4MSP" not in found
    assert "TCD/14.1/5MSP" in found


def test_months_granted_after_a_stated_day_end_as_the_reading_has_it() -> None:
    """Two months after 31 December 2023: 29 February 2024, or the day after (INT-0011)."""
    until = happened(
        ExtensionGranted, "2022-09-02", "TCD", article=4, until=on("2023-12-31"), meeting="10MSP"
    )
    more = happened(ExtensionGranted, "2023-09-14", "TCD", article=4, months=2, meeting="11MSP")
    areas = happened(ContaminationDeclared, "2014-01-28", "TCD")
    engine = engine_with(joined("TCD", "2013-03-26"), areas, until, more)
    for reading, due in ((PRACTICE, "2024-02-29"), (ROLLING, "2024-03-01")):
        assert str(owed(engine, "TCD/4.1a", "2024-01-15", reading).due) == due


@pytest.mark.parametrize("quantity", ["confirmed_m2", "suspected_m2", "areas"])
def test_to_find_none_opens_nothing_again(quantity: str) -> None:
    """Article 4(1)(b): nought of whatever was measured is none."""
    ended = happened(HostilitiesEnded, "2015-06-01", "ALB", conflict="war")
    done = happened(ClearanceCompleted, "2018-01-01", "ALB", conflict="war")
    none = happened(ContaminationFound, "2019-05-05", "ALB", conflict="war", **{quantity: 0})
    duty = owed(engine_with(ended, done, none), "ALB/4.1b/war", "2020-01-01")
    assert duty.standing is Standing.DISCHARGED


def test_a_meeting_of_next_year_is_not_owed_yet() -> None:
    """Article 11(2): each calendar year until the first Review Conference."""
    owed_by_all = names_owed(engine_with(held("1MSP")), "CCM", "2012-06-01")
    assert "CCM/11.2/2012" in owed_by_all
    assert "CCM/11.2/2013" not in owed_by_all
