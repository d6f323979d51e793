"""The ledger of reports: due, submitted, on time, late by how many days, and what is not known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    CoverageStated,
    InitialReportSubmitted,
    VoluntaryReportSubmitted,
)
from ccm_engine.domain.states import RegionalGroup
from ccm_engine.errors import InvalidValueError
from ccm_engine.exporters.review.sentences import sentence, short
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Figure, Share, StateCount
from ccm_engine.projections.report_ledger import ReportKind, ReportLine, report_lines
from ccm_engine.projections.report_statistics import (
    Arrival,
    Lateness,
    arrival,
    group_of,
    lateness,
    rate,
    rates,
    year_of,
)
from ccm_engine.projections.themes import transparency
from ccm_engine.projections.view import View
from tests.histories import engine_with, happened, joined

DUBROVNIK: Final = date(2015, 9, 11)
LAUSANNE: Final = date(2020, 9, 28)
YES, NO, UNKNOWN = Certainty.YES, Certainty.NO, Certainty.UNKNOWN


def view_of(engine: Engine, day: date | str) -> View:
    return engine.on(date.fromisoformat(day) if isinstance(day, str) else day).view()


def line_of(
    engine: Engine, state: str, day: str, year: int | None = None, *, grace: int = 0
) -> ReportLine:
    kind = ReportKind.INITIAL if year is None else ReportKind.ANNUAL
    lines = report_lines(view_of(engine, day), kind, grace_days=grace)
    (found,) = [each for each in lines if each.state == state and year in (None, each.year)]
    return found


def reported(state: str, day: str) -> Event:
    return happened(InitialReportSubmitted, day, state)


@pytest.fixture(scope="module")
def record() -> Engine:
    return Engine.public_record()


LATE: Final = date(2024, 9, 1)


@cache
def late_figures(record: Engine) -> dict[str, Figure]:
    """Return the figures of a period in which the packaged record is thin."""
    found = transparency.progress(view_of(record, "2023-09-14"), view_of(record, LATE))
    return {each.key: each for each in found}


@pytest.fixture(scope="module")
def figures(record: Engine) -> dict[str, Figure]:
    before, after = view_of(record, DUBROVNIK), view_of(record, LAUSANNE)
    found = [*transparency.position(after), *transparency.progress(before, after)]
    assert len({each.key for each in found}) == len(found)
    return {each.key: each for each in found}


def states(figures: dict[str, Figure], what: str) -> StateCount:
    found = figures[f"transparency.{what}"]
    assert isinstance(found, StateCount)
    return found


class TestInitialReportsOfTheReviewOf2020:
    """Article 7(1), as CCM/CONF/2020/13 counts it in paragraph 94."""

    def test_100_of_107_were_submitted(self, figures: dict[str, Figure]) -> None:
        due, submitted = states(figures, "initial_due"), states(figures, "initial_submitted")
        assert (due.value, submitted.value) == (107, 100)
        assert due.exact
        assert submitted.exact
        share = figures["transparency.initial_rate"]
        assert isinstance(share, Share)
        assert share.value == 93

    def test_seven_are_overdue_and_three_not_yet_due(self, figures: dict[str, Figure]) -> None:
        overdue = states(figures, "initial_overdue")
        assert list(overdue.states) == ["COG", "COM", "CPV", "GIN", "MDG", "RWA", "TGO"]
        assert overdue.exact
        assert list(states(figures, "initial_not_yet_due").states) == ["LCA", "NIU", "STP"]

    def test_every_state_leads_to_events(self, figures: dict[str, Figure]) -> None:
        for what in ("initial_due", "initial_submitted", "initial_overdue", "initial_not_yet_due"):
            assert all(states(figures, what).states.values()), what

    def test_of_the_32_two_are_known_only_by_the_day_of_the_document(
        self, figures: dict[str, Figure]
    ) -> None:
        came = states(figures, "initial_submitted_in_period")
        assert (came.value, list(came.unknown)) == (30, ["CAN", "FRA"])

    def test_seven_of_the_nine_were_on_time_for_certain(self, figures: dict[str, Figure]) -> None:
        on_time = states(figures, "initial_on_time_in_period")
        assert list(on_time.states) == ["COL", "CUB", "LKA", "MDV", "PHL", "PLW", "SVK"]
        assert list(on_time.unknown) == ["CAN", "GMB"]

    def test_22_of_the_23_were_late_for_certain(self, figures: dict[str, Figure]) -> None:
        late = states(figures, "initial_late_in_period")
        named = " ".join(late.states)
        assert named.startswith("BEN BLZ BOL COK DOM FJI GNB GUY HND ISL KNA MLI MUS NAM NER NRU")
        assert named.endswith("NRU PAN PRY PSE SOM TUN ZAF")
        assert late.value == 22
        assert list(late.unknown) == ["CAN", "FRA", "GMB"]

    def test_the_rate_of_each_group_is_of_what_was_due_there(
        self, figures: dict[str, Figure]
    ) -> None:
        africa = figures["transparency.initial_rate.AFRICA"]
        assert isinstance(africa, Share)
        missing = set(africa.whole.states) - set(africa.part.states)
        assert missing == {"COG", "COM", "CPV", "GIN", "MDG", "RWA", "TGO"}
        assert africa.value == 79

    def test_annual_reports_not_found_are_unknown(self, figures: dict[str, Figure]) -> None:
        years = [key for key in figures if key.startswith("transparency.annual_due.")]
        assert [key[-4:] for key in years] == ["2015", "2016", "2017", "2018", "2019"]
        due, made = states(figures, "annual_due.2019"), states(figures, "annual_submitted.2019")
        assert (due.value, made.value, len(made.unknown)) == (106, 14, 89)
        assert not figures["transparency.annual_rate.2019"].exact

    def test_where_none_was_found_and_nobody_knows_there_is_no_rate(self, record: Engine) -> None:
        rate = late_figures(record)["transparency.annual_rate.2023"]
        assert (rate.value, rate.exact) == (0, False)
        assert short(rate) == "not known"
        assert sentence(rate, LATE).startswith("It is not known how many per cent of the annual")

    def test_a_late_initial_report_that_may_have_come_may_cover_the_year(
        self, record: Engine
    ) -> None:
        found = states(late_figures(record), "annual_absorbed.2023")
        assert not found.states
        assert {"CPV", "GIN", "RWA"} <= set(found.unknown)
        assert "BGR" not in found.unknown  # its initial report came long before


class TestAReportNotFoundIsNotAReportNotMade:
    """Silence counts as far as the sources reach: 28 September 2020 for most initial reports."""

    def test_later_than_the_sources_reach_nobody_is_overdue_for_certain(
        self, record: Engine
    ) -> None:
        later = transparency.position(view_of(record, "2022-01-01"))
        found = {each.key: each for each in later}
        overdue, submitted = (states(found, f"initial_{it}") for it in ("overdue", "submitted"))
        assert not {"CPV", "GIN", "RWA"} & set(overdue.states)
        assert {"CPV", "GIN", "RWA"} <= set(overdue.unknown)
        assert set(overdue.unknown) == set(submitted.unknown)
        assert overdue.unknown["CPV"][0].startswith("CCM#")

    def test_one_overdue_by_the_end_of_the_sources_was_not_on_time(self, record: Engine) -> None:
        line = line_of(record, "CPV", "2022-01-01")
        assert (line.passed, line.submitted, line.on_time) == (YES, UNKNOWN, NO)
        assert line.late is UNKNOWN

    def test_one_that_falls_due_later_may_even_be_on_time(self) -> None:
        reach = happened(CoverageStated, "2012-01-01", provision="7(1)", reaches=date(2012, 1, 1))
        line = line_of(engine_with(joined("BGR", "2011-04-06"), reach), "BGR", "2013-01-01")
        assert (line.passed, line.submitted, line.on_time) == (YES, UNKNOWN, UNKNOWN)

    def test_where_a_page_of_one_state_reaches_further_it_counts(self, record: Engine) -> None:
        assert line_of(record, "STP", "2022-01-01").submitted is NO
        assert line_of(record, "STP", "2022-01-02").submitted is UNKNOWN

    def test_a_log_without_limits_is_complete(self) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"))
        line = line_of(engine, "BGR", "2020-01-01")
        assert (line.submitted, line.on_time, line.late) == (NO, NO, NO)

    def test_on_the_last_day_it_is_not_yet_missing(self) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"))
        assert line_of(engine, "BGR", "2012-03-29").passed is NO
        assert line_of(engine, "BGR", "2012-03-30").passed is YES

    def test_a_report_known_by_a_later_day_may_have_come(self) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"), reported("BGR", "../2015-01-01"))
        line = line_of(engine, "BGR", "2014-01-01")
        assert (line.submitted, line.on_time) == (UNKNOWN, UNKNOWN)
        assert line.events == ("BGR#3",)

    def test_one_known_to_be_of_a_later_year_can_only_have_been_late(self) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"), reported("BGR", "2014"))
        line = line_of(engine, "BGR", "2014-06-30")
        assert (line.submitted, line.on_time, line.late) == (UNKNOWN, NO, UNKNOWN)

    def test_only_sources_of_a_day_reach_no_further(self) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"))
        told = engine.on(date(2020, 1, 1), published_by=date(2019, 1, 1)).view()
        lines = report_lines(told, ReportKind.INITIAL)
        assert not any(each.submitted is NO and each.passed is YES for each in lines)


class TestDaysLate:
    """The due day is in time; days known in part are late within bounds, or unknown."""

    BULGARIA: Final = joined("BGR", "2011-04-06")  # due on 29 March 2012

    @pytest.mark.parametrize(
        ("day", "on_time", "late", "days", "bounds"),
        [
            ("2012-03-29", YES, NO, 0, None),
            ("2012-03-30", NO, YES, 1, (1, 1)),
            ("2012-04", NO, YES, None, (3, 32)),
            ("2012-03", UNKNOWN, UNKNOWN, None, None),
        ],
    )
    def test_by_how_many_days(
        self,
        day: str,
        on_time: Certainty,
        late: Certainty,
        days: int | None,
        bounds: tuple[int, int] | None,
    ) -> None:
        line = line_of(engine_with(self.BULGARIA, reported("BGR", day)), "BGR", "2013-01-01")
        assert (line.on_time, line.late) == (on_time, late)
        assert (line.days_late, line.days_late_range) == (days, bounds)

    @pytest.mark.parametrize(
        ("grace", "day", "on_time"),
        [
            (9, "2012-04-08", NO),
            (10, "2012-04-08", YES),
            (10, "2012-04", UNKNOWN),
            (32, "2012-04", YES),
        ],
    )
    def test_the_last_day_of_grace_is_in_time(
        self, grace: int, day: str, on_time: Certainty
    ) -> None:
        engine = engine_with(self.BULGARIA, reported("BGR", day))
        line = line_of(engine, "BGR", "2013-01-01", grace=grace)
        assert line.on_time is on_time
        assert line.days_late_range == line_of(engine, "BGR", "2013-01-01").days_late_range

    @pytest.mark.parametrize("grace", [-1, True, 1.5])
    def test_grace_is_a_number_of_days(self, grace: int) -> None:
        view = view_of(engine_with(self.BULGARIA), "2013-01-01")
        with pytest.raises(InvalidValueError, match="is no number of days"):
            report_lines(view, ReportKind.INITIAL, grace_days=grace)

    def test_grace_that_outlasts_the_sources_leaves_it_open(self) -> None:
        reach = happened(CoverageStated, "2012-04-10", provision="7(1)", reaches=date(2012, 4, 10))
        engine = engine_with(self.BULGARIA, reach)
        assert line_of(engine, "BGR", "2013-01-01", grace=12).on_time is NO
        assert line_of(engine, "BGR", "2013-01-01", grace=13).on_time is UNKNOWN


class TestAnnualReportsAbsorbed:
    """A late initial report covers the years before it: INT-0015."""

    def test_an_absorbed_year_is_fulfilled_but_has_no_report_of_its_own(self) -> None:
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            reported("BGR", "2014-06-01"),
            happened(AnnualReportSubmitted, "2015-05-10", "BGR", year_covered=2014),
        )
        of_2012 = line_of(engine, "BGR", "2016-01-01", 2012)
        assert (of_2012.absorbed, of_2012.own, of_2012.submitted) == (True, NO, YES)
        of_2014 = line_of(engine, "BGR", "2016-01-01", 2014)
        assert (of_2014.absorbed, of_2014.own, of_2014.days_late) == (False, YES, 10)
        lines = report_lines(view_of(engine, "2016-01-01"), ReportKind.ANNUAL)
        bulgaria = rate(each for each in lines if each.state == "BGR")
        assert (bulgaria.due, bulgaria.submitted, bulgaria.absorbed) == (3, 1, 2)
        assert bulgaria.per_cent == 33
        assert lateness(each for each in lines if each.state == "BGR").exact == 1


class TestInAPeriod:
    """The period begins on the day after its first; a day known in part may be in it in part."""

    @pytest.mark.parametrize(
        ("day", "since", "expected"),
        [
            ("2012-03-20", "2012-03-19", Arrival(YES, YES, NO)),
            ("2012-03-20", "2012-03-20", Arrival(NO, NO, NO)),
            ("2012-05-20", "2012-05-19", Arrival(YES, NO, YES)),
            ("2012-03", "2012-03-28", Arrival(UNKNOWN, UNKNOWN, UNKNOWN)),
            ("2012-03", "2012-03-29", Arrival(UNKNOWN, NO, UNKNOWN)),
            ("2012-03", "2012-02-29", Arrival(YES, UNKNOWN, UNKNOWN)),
            ("2012-03", "2012-03-01", Arrival(UNKNOWN, UNKNOWN, UNKNOWN)),
            ("../2012-03-29", "2012-01-01", Arrival(UNKNOWN, UNKNOWN, NO)),
            ("2012-05", "2012-05-10", Arrival(UNKNOWN, NO, UNKNOWN)),
        ],
    )
    def test_whether_it_came(self, day: str, since: str, expected: Arrival) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"), reported("BGR", day))
        line = line_of(engine, "BGR", "2013-01-01")
        assert arrival(line, date.fromisoformat(since)) == expected

    def test_one_not_found_did_not_come(self) -> None:
        line = line_of(engine_with(joined("BGR", "2011-04-06")), "BGR", "2013-01-01")
        assert arrival(line, date(2012, 1, 1)) == Arrival(NO, NO, NO)

    def test_one_that_may_have_come_later_than_sources_reach(self, record: Engine) -> None:
        line = line_of(record, "CPV", "2022-01-01")
        assert arrival(line, LAUSANNE) == Arrival(UNKNOWN, NO, UNKNOWN)


def late_by(*days: int | None) -> list[ReportLine]:
    """Make reports of the first thirty states, each late by so many days; `None` by some."""
    engine = engine_with()
    lines = report_lines(view_of(engine, "2011-01-01"), ReportKind.INITIAL)
    return [
        ReportLine(
            state=line.state,
            kind=line.kind,
            year=line.year,
            due=line.due,
            passed=YES,
            submitted=YES,
            on_time=NO,
            submitted_on=line.due,
            made_by=ReportKind.INITIAL,
            days_late=each,
        )
        for line, each in zip(lines, days, strict=False)
    ]


class TestStatisticsByHand:
    """Of the late reports whose days are exact; the others are counted apart."""

    def test_of_an_odd_number_the_median_is_the_middle_one(self) -> None:
        assert lateness(late_by(30, 1, 2)).median == 2

    def test_of_an_even_number_it_lies_between_the_middle_two(self) -> None:
        assert lateness(late_by(1, 2, 5, 30)).median == Fraction(7, 2)

    def test_of_ten_the_mean_leaves_out_one_at_each_end(self) -> None:
        found = lateness(late_by(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000))
        assert found.trimmed_mean == Fraction(2 + 3 + 4 + 5 + 6 + 7 + 8 + 9, 8)

    def test_of_nine_it_leaves_out_none(self) -> None:
        assert lateness(late_by(1, 2, 3, 4, 5, 6, 7, 8, 999)).trimmed_mean == Fraction(1035, 9)

    def test_the_share_left_out_can_be_chosen(self) -> None:
        found = lateness(late_by(1, 2, 3, 4, 100), trim_per_cent=20)
        assert found.trimmed_mean == 3
        assert lateness(late_by(1, 2, 3, 4, 100), trim_per_cent=0).trimmed_mean == 22

    @pytest.mark.parametrize("share", [50, -1, 10.0])
    def test_a_share_that_leaves_no_mean_is_refused(self, share: int) -> None:
        with pytest.raises(InvalidValueError, match="from 0 to 49"):
            lateness([], trim_per_cent=share)

    def test_inexact_ones_are_counted_and_left_out(self) -> None:
        assert lateness(late_by(3, None, 5)) == Lateness(2, 1, 0, Fraction(4), Fraction(4))

    def test_of_none_there_is_no_mean(self) -> None:
        assert lateness(late_by(None)) == Lateness(0, 1, 0, None, None)

    def test_reports_on_time_are_not_late_by_zero(self) -> None:
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            reported("BGR", "2012-03-01"),
            joined("CZE", "2011-09-22"),
            reported("CZE", "2013-01-01"),
        )
        lines = report_lines(view_of(engine, "2014-01-01"), ReportKind.INITIAL)
        assert lateness(lines).exact == 1

    def test_the_late_ones_of_the_period_of_the_review(self, record: Engine) -> None:
        lines = report_lines(view_of(record, LAUSANNE), ReportKind.INITIAL)
        late = [each for each in lines if arrival(each, DUBROVNIK).late is YES]
        found = lateness(late)
        assert (found.exact, found.inexact) == (17, 5)
        assert found.median == 1512
        by_hand = (
            214,
            355,
            490,
            497,
            688,
            1117,
            1139,
            1512,
            1561,
            1571,
            1800,
            2026,
            2323,
            2530,
            2845,
        )
        assert found.trimmed_mean == Fraction(sum(by_hand), 15)

    def test_rates_are_of_those_due_by_year_and_by_group(self, record: Engine) -> None:
        lines = report_lines(view_of(record, LAUSANNE), ReportKind.INITIAL)
        by_group, by_year = rates(lines, group_of), rates(lines, year_of)
        assert sum(each.due for each in by_group.values()) == 107
        assert by_group[RegionalGroup.AFRICA].per_cent == 79
        assert (by_year[2016].due, by_year[2016].submitted) == (9, 8)  # Rwanda is missing
        assert 2021 not in by_year
        assert rate([]).per_cent is None

    def test_where_nothing_is_known_of_those_due_there_is_no_rate(self) -> None:
        silent = happened(CoverageStated, "2011-01-01", provision="7(1)", reaches=date(2011, 1, 1))
        bulgaria = joined("BGR", "2011-04-06")
        unknown = line_of(engine_with(bulgaria, silent), "BGR", "2013-01-01")
        known = line_of(engine_with(bulgaria), "BGR", "2013-01-01")
        found = rate([unknown])
        assert (found.due, found.submitted, found.undetermined) == (1, 0, 1)
        assert (found.per_cent, found.per_cent_on_time) == (None, None)
        assert (rate([known]).per_cent, rate([unknown, known]).per_cent) == (0, 0)

    def test_of_a_report_perhaps_on_time_there_is_no_rate_on_time(self) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"), reported("BGR", "2012"))
        found = rate([line_of(engine, "BGR", "2013-01-01")])
        assert (found.per_cent, found.per_cent_on_time) == (100, None)
        assert (found.undetermined, found.on_time_undetermined) == (0, 1)


class TestVoluntaryReports:
    """Those who owed none are apart, and satisfy nothing."""

    def test_they_are_by_name(self, figures: dict[str, Figure]) -> None:
        assert {"COD", "PLW", "SSD"} <= set(states(figures, "voluntary").states)
        came = states(figures, "voluntary_in_period")
        assert (list(came.states), list(came.unknown)) == (["SSD"], ["COD", "PLW"])
        assert came.clause.many.endswith(
            "on record as having submitted a voluntary report in the period"
        )

    def test_none_is_none_on_record_and_claims_nothing_of_others(self, record: Engine) -> None:
        """Nothing gathers what none owes, and silence on it proves nothing: Article 7(2)."""
        found = late_figures(record)["transparency.voluntary_in_period"]
        assert sentence(found, LATE) == (
            "No State is on record as having submitted a voluntary report in the period."
        )

    def test_they_are_not_initial_reports(self) -> None:
        voluntary = happened(VoluntaryReportSubmitted, "2012-01-01", "BGR")
        engine = engine_with(joined("BGR", "2011-04-06"), voluntary)
        assert line_of(engine, "BGR", "2013-01-01").submitted is NO
