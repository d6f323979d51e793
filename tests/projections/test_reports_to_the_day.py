"""Article 7: whether a report is due, made and in time, on the days on which that turns."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine
from ccm_engine.domain.events import AnnualReportSubmitted, CoverageStated, InitialReportSubmitted
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.report_ledger import ReportKind, ReportLine, report_lines
from tests.histories import engine_with, happened, joined

YES, NO, UNKNOWN = Certainty.YES, Certainty.NO, Certainty.UNKNOWN
BULGARIA: Final = joined("BGR", "2011-04-06")
"""Its initial report is due on 29 March 2012."""


def line_of(engine: Engine, day: str, year: int | None = None, *, grace: int = 0) -> ReportLine:
    """Return the line of Bulgaria's initial report, or of its annual one for a year."""
    kind = ReportKind.INITIAL if year is None else ReportKind.ANNUAL
    lines = report_lines(engine.on(date.fromisoformat(day)).view(), kind, grace_days=grace)
    (found,) = [each for each in lines if each.state == "BGR" and year in (None, each.year)]
    return found


@pytest.mark.parametrize(
    ("day", "passed"),
    [("2012-03-29", NO), ("2012-03-30", UNKNOWN), ("2012-04-29", UNKNOWN), ("2012-04-30", YES)],
)
def test_of_an_instrument_of_april_or_may_the_last_day_may_have_passed_in_march_already(
    day: str, passed: Certainty
) -> None:
    """Articles 7(1) and 17(2): by its first day the report is due on 29 March 2012."""
    line = line_of(engine_with(joined("BGR", "2011-04-06/2011-05-20")), day)
    assert (str(line.due), line.passed) == ("2012-04-29", passed)


@pytest.mark.parametrize(
    ("submitted", "grace", "on_time"),
    [
        ("2012-03-29/2012-03-30", 0, UNKNOWN),
        ("2012-03-30/2012-03-31", 0, NO),
        ("2012-04", 3, UNKNOWN),
        ("2012-04", 2, NO),
    ],
)
def test_one_that_may_have_come_on_the_last_day_of_grace_may_be_on_time(
    submitted: str, grace: int, on_time: Certainty
) -> None:
    engine = engine_with(BULGARIA, happened(InitialReportSubmitted, submitted, "BGR"))
    line = line_of(engine, "2013-01-01", grace=grace)
    assert (line.submitted, line.on_time) == (YES, on_time)


def test_sources_that_tell_only_of_later_days_leave_it_open_on_the_last_day() -> None:
    """They tell of 2015 to 2019, and of what was submitted before nothing."""
    since, reaches = date(2015, 1, 1), date(2019, 12, 31)
    told = happened(CoverageStated, "2020-01-01", provision="7(1)", since=since, reaches=reaches)
    line = line_of(engine_with(BULGARIA, told), "2012-03-29")
    assert (line.passed, line.submitted, line.on_time) == (NO, UNKNOWN, UNKNOWN)
    assert line.events == ("CCM#1",)


@pytest.mark.parametrize(
    ("day", "submitted", "events"),
    [
        ("2014-05-31", NO, ()),
        ("2014-06-01", UNKNOWN, ("BGR#4",)),
        ("2014-06-29", UNKNOWN, ("BGR#4",)),
        ("2014-06-30", YES, ("BGR#4",)),
    ],
)
def test_a_report_of_june_leaves_it_open_from_the_first_of_june(
    day: str, submitted: Certainty, events: tuple[str, ...]
) -> None:
    engine = engine_with(
        BULGARIA,
        happened(InitialReportSubmitted, "2012-03-01", "BGR"),
        happened(AnnualReportSubmitted, "2014-06", "BGR", year_covered=2013),
    )
    line = line_of(engine, day, 2013)
    assert (line.submitted, line.events) == (submitted, events)


def test_a_report_leaves_open_only_the_year_that_it_covers() -> None:
    """Article 7(2): the one for 2012 and the one for 2013 may both have come by June 2014."""
    engine = engine_with(
        BULGARIA,
        happened(InitialReportSubmitted, "2012-03-01", "BGR"),
        happened(AnnualReportSubmitted, "2014-05-01/2014-07-31", "BGR", year_covered=2012),
        happened(AnnualReportSubmitted, "2014-06", "BGR", year_covered=2013),
    )
    told = {year: line_of(engine, "2014-06-15", year).events for year in (2012, 2013)}
    assert told == {2012: ("BGR#4",), 2013: ("BGR#5",)}


def test_an_annual_report_leaves_no_initial_report_open() -> None:
    """Article 7(1): nothing is gathered of initial reports, and an annual one is none."""
    engine = engine_with(
        BULGARIA,
        happened(AnnualReportSubmitted, "2014-06", "BGR"),
        happened(CoverageStated, "2020-01-01", provision="7(1)"),
    )
    line = line_of(engine, "2014-06-15")
    assert (line.submitted, line.events) == (UNKNOWN, ("CCM#1",))


@pytest.mark.parametrize("grace", [-1, True, 1.5])
def test_what_is_no_number_of_days_of_grace_is_refused(grace: int) -> None:
    view = engine_with(BULGARIA).on(date(2013, 1, 1)).view()
    with pytest.raises(InvalidValueError) as refused:
        report_lines(view, ReportKind.INITIAL, grace_days=grace)
    assert str(refused.value) == (
        f"count reports with days of grace: {grace!r} is no number of days; give 0 or more"
    )
