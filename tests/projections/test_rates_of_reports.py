"""Rates of reports, counted by hand; and what is said where a mean is trimmed too far."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import PartialDate
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.report_ledger import ReportKind, ReportLine
from ccm_engine.projections.report_statistics import Arrival, Rate, arrival, lateness, rate

YES, NO, UNKNOWN = Certainty.YES, Certainty.NO, Certainty.UNKNOWN
DUE: Final = PartialDate.on(date(2019, 4, 30))


def line(
    state: str,
    submitted: Certainty,
    on_time: Certainty,
    *,
    passed: Certainty = YES,
    made_by: ReportKind | None = None,
) -> ReportLine:
    """Owe the annual report for 2018."""
    return ReportLine(
        state=state,
        kind=ReportKind.ANNUAL,
        year=2018,
        due=DUE,
        passed=passed,
        submitted=submitted,
        on_time=on_time,
        made_by=made_by,
    )


class TestARate:
    """Of the annual reports for 2018, due on 30 April 2019: Article 7(2)."""

    def test_counts_what_came_what_came_on_time_and_what_is_not_known(self) -> None:
        lines = [
            line("AUT", YES, YES),
            line("BEL", YES, YES),
            line("BGR", YES, NO),
            line("HRV", YES, NO),
            line("CHE", YES, NO),
            line("DEU", YES, UNKNOWN),
            line("LAO", NO, NO),
            line("MRT", UNKNOWN, UNKNOWN),
            line("TGO", UNKNOWN, UNKNOWN),
            line("SOM", YES, YES, made_by=ReportKind.INITIAL),
            line("STP", NO, NO, passed=NO),
            line("LKA", YES, YES, passed=UNKNOWN),
        ]
        found = rate(lines)
        assert found == Rate(
            due=10,
            submitted=6,
            on_time=2,
            absorbed=1,
            undetermined=2,
            on_time_undetermined=3,
        )
        assert (found.per_cent, found.per_cent_on_time) == (60, 20)

    @pytest.mark.parametrize(
        ("due", "submitted", "per_cent"), [(8, 1, 13), (8, 3, 38), (3, 1, 33), (3, 2, 67)]
    )
    def test_is_rounded_half_up(self, due: int, submitted: int, per_cent: int) -> None:
        found = Rate(
            due=due,
            submitted=submitted,
            on_time=0,
            absorbed=0,
            undetermined=0,
            on_time_undetermined=0,
        )
        assert found.per_cent == per_cent


class TestAReportNotFound:
    """It may have come on time in a period that begins before its last day of grace."""

    @pytest.mark.parametrize(
        ("since", "grace_days", "on_time"),
        [
            (date(2019, 4, 29), 0, UNKNOWN),
            (date(2019, 4, 30), 0, NO),
            (date(2019, 4, 29), 1, UNKNOWN),
            (date(2019, 4, 30), 1, UNKNOWN),
            (date(2019, 5, 1), 1, NO),
        ],
    )
    def test_came_or_not_for_all_the_record_can_tell(
        self, since: date, grace_days: int, on_time: Certainty
    ) -> None:
        found = arrival(line("MRT", UNKNOWN, UNKNOWN), since, grace_days=grace_days)
        assert found == Arrival(UNKNOWN, on_time, UNKNOWN)


def test_trimming_half_at_each_end_is_refused_with_what_can_be_trimmed() -> None:
    with pytest.raises(InvalidValueError) as refused:
        lateness([], trim_per_cent=50)
    assert str(refused.value) == (
        "trim a mean: 50 at each end leaves no mean; give a whole number from 0 to 49"
    )
