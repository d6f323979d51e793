"""What the record tells of a year, on the day of an event itself, and by the year it names."""

from __future__ import annotations

from datetime import date

from ccm_engine.domain.events import RetentionReportSubmitted, StockpileDestroyed
from ccm_engine.projections.coverage_by_year import Cell, Extent, Subject, coverage_by_year
from ccm_engine.projections.view import View
from tests.histories import engine_with, happened


def cell(view: View, subject: Subject, year: int) -> Cell:
    return coverage_by_year(view, subject, (year,)).row("NOR")[year]


def test_what_happened_on_the_day_asked_about_is_found() -> None:
    engine = engine_with(happened(StockpileDestroyed, "2012-05-04", "NOR"))
    before, after = (engine.on(date(2012, 5, day)).view() for day in (3, 4))
    subject = Subject.STOCKPILE_DESTRUCTION
    assert cell(before, subject, 2012).extent is Extent.NOTHING
    assert cell(after, subject, 2012) == Cell("NOR", 2012, Extent.FOUND, ("NOR#3",))


def test_a_report_on_what_was_retained_belongs_to_the_year_it_covers() -> None:
    """Article 3(8): it is submitted in the year after."""
    about = {"year_covered": 2018}
    engine = engine_with(happened(RetentionReportSubmitted, "2019-04-30", "NOR", **about))
    view = engine.on(date(2020, 9, 28)).view()
    found = [cell(view, Subject.RETENTION, year).extent for year in (2018, 2019)]
    assert found == [Extent.FOUND, Extent.NOTHING]
