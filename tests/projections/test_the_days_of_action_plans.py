"""What a review counts of action plans on their own days: the first, the last, and the due one."""

from __future__ import annotations

from typing import Final

import pytest

from ccm_engine.domain.events import Measure, NationalMeasureReported
from ccm_engine.projections.themes import action_plans
from tests.histories import FIRST_THIRTY, engine_with, happened
from tests.projections.of_a_theme import OfATheme, named, unknown

THIRTY: Final = sorted(" ".join(FIRST_THIRTY.values()).split())
PLANS: Final = OfATheme(action_plans.THEME)


@pytest.mark.parametrize(
    ("since", "until", "plans"),
    [
        ("2015-01-01", "2015-12-31", "VAP"),
        ("2015-01-01", "2016-01-01", "VAP DAP"),
        ("2015-09-10", "2015-12-31", "VAP"),
        ("2015-09-11", "2015-12-31", ""),
    ],
)
def test_a_plan_counts_in_a_period_from_its_first_day_to_its_last(
    since: str, until: str, plans: str
) -> None:
    """Vientiane's ended on 11 September 2015, and Dubrovnik's began on 1 January 2016."""
    found = PLANS.between(engine_with(), since, until)
    assert {name.partition(".")[0] for name in found} == set(plans.split())


@pytest.mark.parametrize(("day", "year"), [("2018-04-30", "2016"), ("2018-05-01", "2017")])
def test_the_last_annual_report_due_is_of_the_thirtieth_of_april_that_passed(
    day: str, year: str
) -> None:
    found = PLANS.on_the_day(engine_with(), day)
    assert {name for name in found if name.startswith("DAP.6.1.2")} == {
        f"DAP.6.1.{year}.met",
        f"DAP.6.1.{year}.overdue",
    }


@pytest.mark.parametrize(("day", "doubtful"), [("2011-02-01", []), ("2011-02-02", THIRTY)])
def test_on_its_due_day_nobody_is_overdue_whatever_is_unknown(
    day: str, doubtful: list[str]
) -> None:
    """Vientiane 21 asks whoever has victims for a focal point, within six months."""
    found = PLANS.on_the_day(engine_with(), day)
    overdue, met = found["VAP.21.overdue"], found["VAP.21.met"]
    assert (named(overdue), unknown(overdue), unknown(met)) == ("", doubtful, THIRTY)


def test_who_may_have_met_it_in_the_period_by_the_other_end_of_a_day_is_unknown() -> None:
    """Dubrovnik 7.1 asks for national law; of San Marino's only the year is known (INT-0012)."""
    law = happened(NationalMeasureReported, "2017", "SMR", measure=Measure.SPECIFIC_LAW)
    engine = engine_with(law)
    during = PLANS.between(engine, "2015-09-11", "2017-06-30")["DAP.7.1.met_in_period"]
    after = PLANS.between(engine, "2015-09-11", "2017-12-31")["DAP.7.1.met_in_period"]
    assert (named(during), unknown(during)) == ("", ["SMR"])
    assert (named(after), unknown(after)) == ("SMR", [])
