"""Days that look like a mistake of one duty and are stated of another: they get no name."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Event, Interpretation
from ccm_engine.domain.events import EntryIntoForceNotified, ExtensionGranted, StockpileDeclared
from ccm_engine.domain.statements import Mistake, check
from tests.histories import engine_with, happened, joined, on
from tests.statements.stating import mistake, stated

EIF, STOCKS, DEPOSIT = "eif-stated", "stockpile-deadline-stated", "deposit-stated"


class TestWaysToCount180Days:
    """Article 7(1): what goes wrong with 180 days goes wrong with the initial report alone."""

    @pytest.mark.parametrize("kind", [EIF, STOCKS, DEPOSIT])
    @pytest.mark.parametrize("day", ["2012-04-01", "2012-02-28", "2012-04-29"])
    def test_explain_no_other_day(self, kind: str, day: str) -> None:
        """Six months from 1 October 2011, and 180 days from a month before and after it."""
        assert mistake(stated(kind, "BGR", day, after_extension=False)) is None

    @pytest.mark.parametrize(
        ("notified", "day", "named"),
        [
            ("2016-02-29", "2016-08-28", Mistake.MONTH_SLIP),
            ("2015-09-02", "2016-03-01", Mistake.LEAP_DAY_FORGOTTEN),
        ],
    )
    def test_begin_after_their_first_day_and_end_with_their_last(
        self, notified: str, day: str, named: Mistake
    ) -> None:
        """Guinea, had the depositary notified another day: INT-0009."""
        in_force_on = date.fromisoformat(notified)
        told = happened(EntryIntoForceNotified, "2015-05-01", "GIN", in_force_on=in_force_on)
        engine = engine_with(joined("GIN", "2014-10-21"), told)
        reading = Interpretation.choosing({"entry_into_force_day": "notified"})
        point = engine.on(date(2020, 1, 1), reading=reading).point
        (finding,) = check([stated("initial-report-due-stated", "GIN", day)], point).findings
        assert (finding.days_off, finding.mistake) == (1, named)


def test_the_thirteenth_is_the_day_of_no_month() -> None:
    """Saint Kitts and Nevis acceded on 13 September 2013."""
    assert mistake(stated(DEPOSIT, "KNA", "2012-09-13")) == Mistake.YEAR_SLIP.value


class TestExtensions:
    """Article 3(5): Bulgaria, whose eight years ended on 1 October 2019, extended again."""

    def mistaken(self, stated_on: str, *later: Event) -> str | None:
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(StockpileDeclared, "2012-01-01", "BGR"),
            happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=12),
            *later,
        )
        (finding,) = check(
            [stated(STOCKS, "BGR", stated_on)], engine.on(date(2021, 12, 1)).point
        ).findings
        return finding.mistake.value if finding.mistake else None

    @pytest.mark.parametrize(
        "day", ["2019-10-01", "2020-09-30", "2020-10-01", "2021-09-30", "2021-10-01"]
    )
    def test_every_earlier_step_is_stale(self, day: str) -> None:
        second, third = (
            happened(ExtensionGranted, each, "BGR", article=3, months=12)
            for each in ("2020-09-04", "2021-09-04")
        )
        assert self.mistaken(day, second, third) == "stale"

    @pytest.mark.parametrize(
        ("day", "named"), [("2019-04-06", "counted-from-deposit"), ("2020-04-06", None)]
    )
    def test_lead_on_from_the_deposit_only_where_each_says_its_months(
        self, day: str, named: str | None
    ) -> None:
        """The second says to which day, not by how many months."""
        second = happened(
            ExtensionGranted, "2020-09-04", "BGR", article=3, months=None, until=on("2021-12-31")
        )
        assert self.mistaken(day, second) == named
