"""How far the sources reach, by provision and state, and what they tell of each year."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.calendar import LAST_DAY
from ccm_engine.domain.events import (
    FAMILIES,
    AnnualReportSubmitted,
    AssistanceRequested,
    CoverageStated,
    InitialReportSubmitted,
    Measure,
    MunitionsRetained,
    NationalMeasureReported,
    StockpileDestroyed,
    UnitBudgetAdopted,
    UnitContributionMade,
)
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.coverage import Reach, coverage
from ccm_engine.projections.coverage_by_year import Cell, Extent, Subject, coverage_by_year
from ccm_engine.projections.silence import Known, known_until, silence_tells
from ccm_engine.projections.view import View
from tests.histories import called, engine_with, happened, joined

ART_7_1: Final = Provision.parse("7(1)")
FOUND, NOTHING, UNKNOWN = Extent.FOUND, Extent.NOTHING, Extent.UNKNOWN


def reach(provision: str, day: str | None, state: str | None = None) -> Event:
    reaches = None if day is None else date.fromisoformat(day)
    return happened(
        CoverageStated, day or "2021-01-01", provision=provision, state=state, reaches=reaches
    )


def view_of(*events: Event, day: str = "2020-09-28") -> View:
    return engine_with(joined("BGR", "2011-04-06"), events).on(date.fromisoformat(day)).view()


def row(view: View, subject: Subject, *years: int, state: str = "BGR") -> dict[int, Cell]:
    return dict(coverage_by_year(view, subject, years).row(state))


def extents(view: View, subject: Subject, *years: int, state: str = "BGR") -> list[Extent | None]:
    found = row(view, subject, *years, state=state)
    return [found[year].extent if year in found else None for year in years]


class TestKnownUntil:
    """Silence after the day a source reaches to is unknown."""

    def test_without_a_statement_nothing_limits_it(self) -> None:
        assert known_until(view_of().point, ART_7_1, "BGR") == Known(LAST_DAY)

    def test_what_is_stated_of_all_holds_for_each(self) -> None:
        found = known_until(view_of(reach("7.1", "2020-01-01")).point, ART_7_1, "BGR")
        assert found == Known(date(2020, 1, 1), ("CCM#1",))
        assert found.reaches(date(2020, 1, 1))
        assert not found.reaches(date(2020, 1, 2))

    def test_what_is_stated_of_a_state_goes_before(self) -> None:
        point = view_of(reach("7.1", "2020-01-01"), reach("7.1", "2019-01-01", "BGR")).point
        assert known_until(point, ART_7_1, "BGR").until == date(2019, 1, 1)
        assert known_until(point, ART_7_1, "IRL").until == date(2020, 1, 1)

    def test_the_last_statement_counts(self) -> None:
        point = view_of(reach("7.1", "2019-01-01"), reach("7.1", "2020-01-01")).point
        assert known_until(point, ART_7_1, "BGR").until == date(2020, 1, 1)

    def test_what_was_not_gathered_reaches_no_day(self) -> None:
        found = known_until(view_of(reach("7.1", None)).point, ART_7_1, "BGR")
        assert found == Known(None, ("CCM#1",))
        assert not found.reaches(date(2008, 5, 30))

    def test_a_statement_about_another_provision_is_none(self) -> None:
        point = view_of(reach("7.2", "2012-01-01")).point
        assert known_until(point, ART_7_1, "BGR").until == LAST_DAY

    def test_sources_asked_by_a_day_reach_no_further(self) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"))
        told = engine.on(date(2020, 9, 28), published_by=date(2018, 1, 1)).view()
        assert known_until(told.point, ART_7_1, "BGR") == Known(date(2018, 1, 1))

    def test_silence_tells_nothing_where_a_log_states_limits_but_none_for_it(self) -> None:
        day = date(2015, 1, 1)
        assert silence_tells(view_of().point, ART_7_1, "BGR", day)
        for limit in (reach("7.2", "2012-01-01"), reach("7.2", "2012-01-01", "IRL")):
            assert not silence_tells(view_of(limit).point, ART_7_1, "BGR", day)


class TestThemes:
    """How far the sources of each theme reach; what concerns all states is of none."""

    def test_every_family_is_a_theme_but_what_speaks_of_the_record(self) -> None:
        found = coverage(view_of().point)
        assert {*found.themes} == {*FAMILIES} - {"record"}
        assert found.themes["measures"] == Reach(0, 0, None)

    def test_what_concerns_all_states_counts_without_a_state(self) -> None:
        told = (
            called("9MSP", "2018-09-05"),
            happened(UnitBudgetAdopted, "2018-09-05", year=2019, amount_cents=100),
            happened(UnitContributionMade, "2019-02-01", "NOR", year=2019),
        )
        themes = coverage(view_of(*told).point).themes
        assert (themes["meetings"].events, themes["meetings"].states) == (1, 0)
        assert (themes["costs"].events, themes["costs"].states) == (2, 1)

    def test_the_public_record_says_how_far_each_reaches(self) -> None:
        themes = coverage(Engine.public_record().on(date(2020, 9, 28)).point).themes
        for name in ("measures", "cooperation", "costs", "machinery", "universalization"):
            assert themes[name].events > 0
            assert themes[name].sources_until is not None


class TestEventsByYear:
    """An event belongs to the year it names, else to that of its own day if that is sure."""

    def test_found_in_its_year_and_nothing_in_the_next(self) -> None:
        destroyed = happened(StockpileDestroyed, "2015-04-01/2015-08-31", "BGR", munitions=12)
        found = row(view_of(destroyed), Subject.STOCKPILE_DESTRUCTION, 2015, 2016)
        assert found[2015] == Cell("BGR", 2015, FOUND, ("BGR#3",))
        assert found[2016] == Cell("BGR", 2016, NOTHING)

    def test_over_two_years_it_is_unknown_in_either(self) -> None:
        destroyed = happened(StockpileDestroyed, "2015-04-01/2016-08-31", "BGR")
        found = row(view_of(destroyed), Subject.STOCKPILE_DESTRUCTION, 2014, 2015, 2016)
        assert [each.extent for each in found.values()] == [NOTHING, UNKNOWN, UNKNOWN]
        assert found[2016].events == ("BGR#3",)

    def test_the_year_it_names_goes_before_its_day(self) -> None:
        kept = happened(MunitionsRetained, "2016-04-30", "BGR", year=2015, munitions=8)
        assert extents(view_of(kept), Subject.RETENTION, 2015, 2016) == [FOUND, NOTHING]

    def test_a_status_list_is_of_its_own_year(self) -> None:
        listed = happened(
            NationalMeasureReported,
            "../2015-09-11",
            "BGR",
            measure=Measure.UNDER_CONSIDERATION,
            listed_on=date(2015, 9, 11),
        )
        assert extents(view_of(listed), Subject.MEASURES, 2014, 2015) == [NOTHING, FOUND]

    def test_what_may_not_have_happened_yet_is_unknown(self) -> None:
        asked = happened(AssistanceRequested, "2020", "BGR", year=2020)
        assert extents(view_of(asked), Subject.COOPERATION, 2020) == [UNKNOWN]
        assert extents(view_of(asked, day="2020-12-31"), Subject.COOPERATION, 2020) == [FOUND]

    def test_a_year_the_sources_do_not_reach_the_end_of_is_unknown(self) -> None:
        view = view_of(reach("5.1", "2018-12-30"))
        assert extents(view, Subject.VICTIMS, 2017, 2018) == [NOTHING, UNKNOWN]
        assert extents(view_of(reach("5.1", "2018-12-31")), Subject.VICTIMS, 2018) == [NOTHING]

    def test_of_the_year_asked_in_only_the_days_so_far_count(self) -> None:
        view = view_of(reach("5.1", "2020-09-28"))
        assert extents(view, Subject.VICTIMS, 2020) == [NOTHING]

    def test_before_it_was_bound_and_after_the_day_it_has_no_cell(self) -> None:
        assert extents(view_of(), Subject.VICTIMS, 2010, 2011, 2021) == [None, NOTHING, None]

    def test_counts_by_year_are_of_cells(self) -> None:
        destroyed = happened(StockpileDestroyed, "2015", "BGR")
        grid = coverage_by_year(view_of(destroyed), Subject.STOCKPILE_DESTRUCTION, (2010, 2015))
        assert grid.count(2010) == {FOUND: 0, NOTHING: 30, UNKNOWN: 0}
        assert grid.count(2015) == {FOUND: 1, NOTHING: 30, UNKNOWN: 0}


class TestReportsByYear:
    """Of annual reports the obligations tell: Article 7(2)."""

    REPORTS: Final = (
        happened(InitialReportSubmitted, "2012-03-01", "BGR"),
        happened(AnnualReportSubmitted, "2013-04-30", "BGR", year_covered=2012),
    )

    def test_found_missing_and_not_owed(self) -> None:
        view = view_of(*self.REPORTS)
        assert extents(view, Subject.REPORTS, 2011, 2012, 2013) == [None, FOUND, NOTHING]

    def test_where_sources_end_it_may_have_come_since(self) -> None:
        view = view_of(*self.REPORTS, reach("7.2", "2014-12-31"))
        assert extents(view, Subject.REPORTS, 2012, 2013, 2014) == [FOUND, UNKNOWN, UNKNOWN]

    def test_one_of_unsure_day_may_have_come(self) -> None:
        late = happened(AnnualReportSubmitted, "2015", "BGR", year_covered=2013)
        view = view_of(*self.REPORTS, late, day="2015-06-01")
        assert extents(view, Subject.REPORTS, 2013, 2014) == [UNKNOWN, NOTHING]


class TestThePublicRecord:
    def test_no_cell_of_a_subject_that_was_not_gathered_says_nothing(self) -> None:
        view = Engine.public_record().on(date(2020, 9, 28)).view()
        for subject in (Subject.STOCKPILE_DESTRUCTION, Subject.CLEARANCE, Subject.COOPERATION):
            grid = coverage_by_year(view, subject, range(2011, 2021))
            assert {each.extent for each in grid.cells} == {FOUND, UNKNOWN}

    @pytest.mark.parametrize("subject", Subject)
    def test_every_state_bound_has_one_cell_a_year(self, subject: Subject) -> None:
        view = Engine.public_record().on(date(2020, 9, 28)).view()
        grid = coverage_by_year(view, subject, (2019,))
        counts = grid.count(2019)
        assert sum(counts.values()) == len(grid.cells) == 106
        assert len({each.state for each in grid.cells}) == 106
