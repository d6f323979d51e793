"""Article 7: the reports of all, counted on the day they fall due and on the day after."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from ccm_engine import Engine
from ccm_engine.domain.events import AnnualReportSubmitted, InitialReportSubmitted
from ccm_engine.projections.report_ledger import AnnualReports, InitialReports
from tests.histories import FIRST_THIRTY, engine_with, happened, joined

THIRTY: Final = tuple(sorted(" ".join(FIRST_THIRTY.values()).split()))


@cache
def engine() -> Engine:
    """Record that Norway reports in time, Germany and Austria late, Spain on a day not known."""
    return engine_with(
        joined("BGR", "2011-04-06"),
        happened(InitialReportSubmitted, "2011-01-20", "NOR"),
        happened(InitialReportSubmitted, "2011-01-01/2011-06-20", "ESP"),
        happened(InitialReportSubmitted, "2011-06-20", "DEU"),
        happened(InitialReportSubmitted, "2012-06-20", "AUT"),
        happened(AnnualReportSubmitted, "2012-04-30", "NOR"),
        happened(AnnualReportSubmitted, "2012-05-30", "DEU"),
    )


def but(*states: str) -> tuple[str, ...]:
    return tuple(each for each in THIRTY if each not in states)


def initial(day: str) -> InitialReports:
    return engine().on(date.fromisoformat(day)).figures().initial_reports


def annual(day: str) -> dict[int, AnnualReports]:
    return dict(engine().on(date.fromisoformat(day)).figures().annual_reports)


def test_an_initial_report_is_due_only_once_its_last_day_has_passed() -> None:
    """180 days after 1 August 2010 are over on 28 January 2011."""
    assert initial("2011-01-28") == InitialReports(0, 0, (), (), THIRTY)
    assert initial("2011-01-29") == InitialReports(30, 1, but("NOR", "ESP"), ("ESP",), ())


def test_who_joins_later_is_not_yet_due_beside_those_that_are() -> None:
    late = tuple(sorted((*but("NOR", "ESP", "DEU", "AUT"), "AUT")))
    assert initial("2012-03-29") == InitialReports(30, 3, late, (), ("BGR",))
    everybody = tuple(sorted((*late, "BGR")))
    assert initial("2012-03-30") == InitialReports(31, 3, everybody, (), ())


def test_an_annual_report_is_due_only_once_the_thirtieth_of_april_has_passed() -> None:
    assert annual("2012-04-30") == {}
    assert annual("2012-05-01") == {
        2011: AnnualReports(30, 1, 1, 0, overdue=but("NOR"), undetermined=())
    }


def test_one_made_by_a_late_initial_report_is_counted_apart() -> None:
    """INT-0015: Austria's initial report of June 2012 covers 2011 too."""
    assert annual("2012-07-01") == {
        2011: AnnualReports(30, 2, 1, 1, overdue=but("NOR", "DEU", "AUT"), undetermined=())
    }
