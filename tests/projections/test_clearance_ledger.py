"""Areas to clear, what was released, what is left: Article 4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ClearanceStrategyReported,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    HostilitiesEnded,
    LandReleased,
    RiskEducationReported,
    SurveyReported,
)
from ccm_engine.exporters.review.sentences import sentence
from ccm_engine.projections.amounts import Amount, Knowledge, LastWords, added
from ccm_engine.projections.clearance_ledger import ClearanceRow, clearance_ledger
from ccm_engine.projections.counting import Figure, Quantity, StateCount
from ccm_engine.projections.themes import clearance, stockpiles, universalization
from ccm_engine.projections.themes.theme import Theme
from tests import histories
from tests.histories import engine_with, happened
from tests.projections.of_a_theme import OfATheme, named, unknown, view

OUTSTANDING = "AFG BIH CHL DEU IRQ LAO LBN MRT SOM TCD"
"""The ten of CCM/CONF/2020/13, paragraph 38."""


@pytest.fixture(scope="module")
def record() -> Engine:
    return Engine.public_record()


OF_THE_THEME = OfATheme(clearance.THEME)
on_the_day, between = OF_THE_THEME.on_the_day, OF_THE_THEME.between


class TestTheReviewDocumentOf2020:
    """CCM/CONF/2020/13, paragraphs 38 and 39."""

    def test_ten_have_areas_to_clear(self, record: Engine) -> None:
        assert named(on_the_day(record, "2020-09-28")["outstanding"]) == OUTSTANDING

    def test_three_completed_in_the_period(self, record: Engine) -> None:
        found = between(record, "2015-09-11", "2020-09-28")["completed_in_period"]
        assert (named(found), found.exact) == ("HRV MNE MOZ", True)

    def test_somalia_is_new(self, record: Engine) -> None:
        assert named(between(record, "2015-09-11", "2020-09-28")["new"]) == "SOM"

    def test_mauritania_found_more(self, record: Engine) -> None:
        assert named(between(record, "2015-09-11", "2020-09-28")["reopened"]) == "MRT"

    def test_germany_and_lao_were_granted_time_and_three_ask_for_it(self, record: Engine) -> None:
        granted = between(record, "2015-09-11", "2020-09-28")["extensions_granted"]
        assert named(granted) == "DEU LAO"
        assert named(on_the_day(record, "2020-09-28")["requests_open"]) == "BIH CHL LBN"

    def test_at_the_end_of_2015_none_of_its_eleven_is_ruled_out(self, record: Engine) -> None:
        """Mauritania's areas were reported only in 2020; the others are the ten, and three."""
        found = on_the_day(record, "2015-12-31")["outstanding"]
        assert named(found) == "CHL DEU HRV LAO LBN MOZ"
        assert {"AFG", "BIH", "IRQ", "MNE", "TCD"} <= {*unknown(found)}

    def test_what_only_others_report_is_told_apart(self, record: Engine) -> None:
        found = on_the_day(record, "2020-09-28")
        assert named(found["reported_by_others"]) == "ALB CIV GBR"
        assert {"ALB", "CIV", "GBR"} <= {*unknown(found["outstanding"])}

    def test_the_areas_left_are_last_words_and_those_undetermined_unknown(
        self, record: Engine
    ) -> None:
        """Areas are cleared: what was said last is no lower bound of what is there today."""
        figures = on_the_day(record, "2020-09-28")
        found, owing = figures["area_m2"], figures["outstanding"]
        assert isinstance(found, LastWords)
        assert isinstance(owing, StateCount)
        assert {*found.parts} == {*owing.states, *owing.unknown}
        assert all(found.parts[state].amount is None for state in owing.unknown)
        assert "suspected or confirmed" in found.clause.many
        assert "by the last word of each State Party" in found.clause.many
        assert found.parts["LAO"].amount == 800_000_000
        assert found.parts["SOM"].amount is None
        assert not found.exact

    def test_mauritanias_areas_of_2011_count_no_more(self, record: Engine) -> None:
        found = on_the_day(record, "2020-09-28")["area_m2"]
        assert isinstance(found, Quantity)
        assert found.parts["MRT"].amount is None

    def test_the_figures_of_today_are_kept(self, record: Engine) -> None:
        found = record.on(date(2020, 9, 28)).figures().clearance
        assert " ".join(found.outstanding) == OUTSTANDING
        assert found.reported_by_others == ("ALB", "CIV", "GBR")


class TestWhatTheRecordCannotTell:
    """The eves of the 12MSP and the 13MSP, and the years before the First Review Conference."""

    def test_south_sudan_bound_in_the_period_is_new_though_it_joined_before(
        self, record: Engine
    ) -> None:
        """It deposited on 3 August 2023 and was bound from 1 February 2024."""
        found = between(record, "2023-09-14", "2024-09-01")["new"]
        assert (named(found), unknown(found)) == ("SSD", [])

    def test_one_that_joined_and_is_not_bound_yet_is_not_new(self, record: Engine) -> None:
        assert "SSD" not in named(between(record, "2023-07-01", "2024-01-31")["new"])

    def test_a_grant_of_some_day_after_2021_may_be_of_the_period(self, record: Engine) -> None:
        """Mauritania was granted time between 21 September 2021 and 16 September 2025."""
        found = between(record, "2023-09-14", "2024-09-01")["extensions_granted"]
        assert (named(found), unknown(found)) == ("", ["MRT"])

    def test_a_request_perhaps_made_by_the_day_is_not_ruled_out(self, record: Engine) -> None:
        found = on_the_day(record, "2024-09-01")["requests_open"]
        assert (named(found), unknown(found)) == ("", ["DEU", "LAO", "TCD"])

    def test_what_a_meeting_left_open_is_unknown_after_it(self, record: Engine) -> None:
        found = on_the_day(record, "2026-01-10")["requests_open"]
        assert named(found) == ""
        assert {"DEU", "LAO"} <= {*unknown(found)}

    def test_own_words_of_unsure_day_leave_it_open_who_speaks_alone(self, record: Engine) -> None:
        """Lebanon and Bosnia told of areas in a report made between 2015 and September 2020."""
        found = on_the_day(record, "2015-09-11")["reported_by_others"]
        assert (named(found), unknown(found)) == ("ALB CIV GBR", ["BIH", "LBN"])

    def test_who_declared_areas_is_not_reported_by_others_alone(self, record: Engine) -> None:
        """Undetermined again, because sources end before their deadlines."""
        found = record.on(date(2026, 11, 21)).figures().clearance
        assert {"LAO", "LBN", "SOM"} <= {*found.undetermined}
        assert found.reported_by_others == ("ALB", "CIV", "GBR")


def lao(engine: Engine, day: str = "2016-01-01") -> ClearanceRow:
    (found,) = [each for each in clearance_ledger(view(engine, day)) if each.state == "LAO"]
    return found


def declared(suspected_m2: int | None, day: str = "2011-01-28", **more: object) -> Event:
    return happened(ContaminationDeclared, day, "LAO", suspected_m2=suspected_m2, **more)


def found_later(suspected_m2: int | None, day: str) -> Event:
    return happened(ContaminationFound, day, "LAO", suspected_m2=suspected_m2)


def released(period: str | None, day: str = "2014-12-31", **amounts: int) -> Event:
    return happened(LandReleased, day, "LAO", period=period, **amounts)


def completed(day: str = "2015-06-30") -> Event:
    return happened(ClearanceCompleted, day, "LAO")


def area(engine: Engine, day: str = "2016-01-01") -> Quantity:
    figure = on_the_day(engine, day)["area_m2"]
    assert isinstance(figure, Quantity)
    return figure


class TestAreas:
    """What is left is the last word, not a difference."""

    def test_the_last_declaration_counts(self) -> None:
        row = lao(engine_with(declared(900), declared(700, "2013-04-30")))
        assert row.declared is not None
        assert row.left is not None
        assert (row.declared.suspected_m2, row.left.suspected_m2) == (700, 700)
        assert str(row.left.said_on) == "2013-04-30"

    def test_land_released_is_not_subtracted(self) -> None:
        row = lao(engine_with(declared(900), released("2014", cleared_m2=400)))
        assert row.left is not None
        assert row.left.suspected_m2 == 900

    def test_found_areas_of_unknown_size_take_no_word_away(self) -> None:
        row = lao(engine_with(declared(900), found_later(None, "2014-04-30")))
        assert row.left is not None
        assert (row.left.suspected_m2, len(row.found)) == (900, 1)

    def test_what_was_said_before_a_completion_counts_no_more(self) -> None:
        row = lao(engine_with(declared(900), completed(), found_later(None, "2015-12-01")))
        assert row.left is not None
        assert row.left.suspected_m2 is None

    def test_nothing_is_left_after_completion(self) -> None:
        row = lao(engine_with(declared(900), completed()))
        assert row.left is None
        assert str(row.completed_on) == "2015-06-30"

    def test_a_word_that_may_be_older_than_the_completion_leaves_nothing(self) -> None:
        assert lao(engine_with(declared(900), completed(), declared(5, "2015"))).left is None

    def test_confirmed_and_suspected_are_added(self) -> None:
        found = area(engine_with(declared(900, confirmed_m2=100))).parts["LAO"]
        assert (found.amount, found.exact) == (1000, True)

    def test_suspected_alone_is_a_lower_bound(self) -> None:
        found = area(engine_with(declared(900))).parts["LAO"]
        assert (found.amount, found.exact) == (900, False)

    def test_a_declaration_without_numbers_is_unknown(self) -> None:
        found = area(engine_with(declared(None)))
        assert (found.value, found.exact) == (None, False)

    def test_no_area_is_told_where_none_is_owed(self) -> None:
        none = happened(ContaminationAbsenceDeclared, "2012-04-30", "LAO")
        engine = engine_with(declared(900), none)
        assert "LAO" not in area(engine).parts
        assert [e for e in clearance_ledger(view(engine, "2016-01-01")) if e.state == "LAO"] == []

    def test_areas_of_a_conflict_are_its_own_and_the_state_has_both(self) -> None:
        engine = engine_with(
            declared(900),
            declared(50, "2013-04-30", conflict="invented"),
            happened(HostilitiesEnded, "2012-01-01", "LAO", conflict="invented"),
        )
        rows = {e.obligation: e for e in clearance_ledger(view(engine, "2016-01-01"))}
        first, second = rows["LAO/4.1a"].left, rows["LAO/4.1b/invented"].left
        assert first is not None
        assert second is not None
        assert (first.suspected_m2, second.suspected_m2) == (900, 50)
        assert area(engine).parts["LAO"].amount == 950

    def test_an_unknown_part_leaves_a_lower_bound(self) -> None:
        known, none = Amount.known(5, ("LAO#1",)), Amount.none()
        assert added(known, Amount.unknown()).knowledge is Knowledge.AT_LEAST
        assert added(none, known) == known
        assert added(Amount.unknown(), Amount.unknown()).knowledge is Knowledge.UNKNOWN


class TestReleased:
    def test_years_are_added_and_totals_are_not(self) -> None:
        row = lao(
            engine_with(
                declared(900),
                released("2013", "2013-12-31", cleared_m2=10, items_destroyed=3),
                released("2014", cleared_m2=20),
                released("2010 to 2014", cleared_m2=25, cancelled_m2=7),
            )
        )
        assert row.released.cleared_m2.number == 30
        assert row.released.cancelled_m2.number == 7
        assert row.released.items_destroyed.number == 3
        assert row.released.reduced_m2.knowledge is Knowledge.UNKNOWN

    def test_it_is_of_the_period(self) -> None:
        engine = engine_with(declared(900), released("2014", cleared_m2=20))
        assert named(between(engine, "2014-06-01", "2015-01-01")["land_released"]) == "LAO"
        later = between(engine, "2014-12-31", "2016-01-01")["land_released"]
        assert named(later) == ""
        assert "LAO" in unknown(later)


class TestMeasures:
    """Article 4(2): told of those with areas to clear, and never ruled out by silence."""

    ENGINE = engine_with(
        declared(900),
        happened(ContaminationDeclared, "2011-06", "DEU"),
        happened(SurveyReported, "2012", "LAO"),
        happened(ClearanceStrategyReported, "2012", "LAO"),
        happened(RiskEducationReported, "2012", "DEU"),
        happened(RiskEducationReported, "2012", "IRL"),
        happened(ContaminationAbsenceDeclared, "2012", "IRL"),
    )

    def test_who_reported_is_counted_and_who_did_not_is_unknown(self) -> None:
        found = on_the_day(self.ENGINE, "2016-01-01")
        assert named(found["survey_reported"]) == named(found["strategy_reported"]) == "LAO"
        assert "DEU" in unknown(found["survey_reported"])
        assert named(found["risk_education_reported"]) == "DEU"

    def test_one_with_nothing_to_clear_is_neither(self) -> None:
        found = on_the_day(self.ENGINE, "2016-01-01")["risk_education_reported"]
        assert "IRL" not in {*named(found).split(), *unknown(found)}

    def test_a_survey_where_areas_are_not_sure_counts_for_nobody(self) -> None:
        engine = engine_with(happened(SurveyReported, "2012", "LAO"))
        found = on_the_day(engine, "2016-01-01")["survey_reported"]
        assert named(found) == ""
        assert "LAO" in unknown(found)

    def test_the_row_names_the_events(self) -> None:
        row = lao(self.ENGINE)
        assert [len(each) for each in (row.survey, row.strategy, row.risk_education)] == [1, 1, 0]


class TestCounts:
    def test_one_duty_of_two_left_is_outstanding_and_not_completed(self) -> None:
        engine = engine_with(
            declared(900),
            completed(),
            happened(HostilitiesEnded, "2012-01-01", "LAO", conflict="invented"),
        )
        found = on_the_day(engine, "2016-01-01")
        assert named(found["outstanding"]) == "LAO"
        assert named(found["completed"]) == ""
        assert "LAO" not in unknown(found["completed"])

    def test_reports_by_others_are_forgotten_once_the_state_speaks(self) -> None:
        others = happened(ContaminationReportedByOthers, "2011", "LAO")
        assert named(on_the_day(engine_with(others), "2016-01-01")["reported_by_others"]) == "LAO"
        both = engine_with(others, declared(900))
        assert named(on_the_day(both, "2016-01-01")["reported_by_others"]) == ""

    def test_a_report_perhaps_made_by_the_day_is_not_ruled_out(self) -> None:
        others = happened(ContaminationReportedByOthers, "2015-12-01/2016-02-28", "LAO")
        found = on_the_day(engine_with(others), "2016-01-01")["reported_by_others"]
        assert (named(found), unknown(found)) == ("", ["LAO"])
        assert unknown(on_the_day(engine_with(others), "2015-11-30")["reported_by_others"]) == []

    def test_nobody_and_one_read_well(self) -> None:
        found = on_the_day(engine_with(), "2016-01-01")["reported_by_others"]
        assert sentence(found, date(2016, 1, 1)) == (
            "No State Party has areas on record by the word of others alone."
        )

    def test_a_completion_of_unsure_day_is_not_certain(self) -> None:
        engine = engine_with(declared(900), completed("2015-12-01/2016-02-01"))
        found = on_the_day(engine, "2016-01-01")
        assert "LAO" in unknown(found["outstanding"])
        assert "LAO" in unknown(found["completed"])

    def test_a_state_bound_before_is_not_new_though_it_declares_only_now(self) -> None:
        engine = engine_with(declared(900, "2016-04-30"))
        assert "LAO" not in named(between(engine, "2015-09-11", "2020-09-28")["new"])
        assert "LAO" not in unknown(between(engine, "2015-09-11", "2020-09-28")["new"])

    def test_hostilities_that_ended_in_the_period_are_new(self) -> None:
        ended = happened(HostilitiesEnded, "2016-01-01", "LAO", conflict="invented")
        assert named(between(engine_with(ended), "2015-09-11", "2020-09-28")["new"]) == "LAO"

    def test_one_that_joined_and_says_nothing_may_be_new(self) -> None:
        engine = engine_with(histories.joined("SOM", "2015-09-30"))
        assert unknown(between(engine, "2015-09-11", "2020-09-28")["new"]) == ["SOM"]
        assert unknown(between(engine, "2015-09-11", "2016-02-29")["new"]) == []
        assert unknown(between(engine, "2016-02-29", "2016-03-01")["new"]) == ["SOM"]
        assert unknown(between(engine, "2016-03-01", "2020-09-28")["new"]) == []

    def test_reopened_before_the_period_is_not_of_it(self) -> None:
        engine = engine_with(
            declared(900),
            completed("2013-06-30"),
            found_later(5, "2014-01-01"),
            declared(5, "2016"),
        )
        assert named(between(engine, "2015-09-11", "2020-09-28")["reopened"]) == ""
        assert unknown(between(engine, "2015-09-11", "2020-09-28")["reopened"]) == []

    def test_reopened_on_a_day_that_may_be_before_it_is_unknown(self) -> None:
        engine = engine_with(declared(900), completed("2013-06-30"), found_later(5, "2015"))
        assert unknown(between(engine, "2015-09-11", "2020-09-28")["reopened"]) == ["LAO"]


def counts(figures: Iterable[Figure]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each state that a figure names with its events, and the figure's key."""
    for each in figures:
        if isinstance(each, StateCount):
            for state, events in {**each.states, **each.unknown}.items():
                yield each.key, state, events
        elif isinstance(each, Quantity):
            for state, part in each.parts.items():
                yield each.key, state, part.events


@pytest.mark.parametrize("day", ["2015-12-31", "2020-09-28", "2025-01-01"])
@pytest.mark.parametrize("theme", [universalization.THEME, stockpiles.THEME, clearance.THEME])
class TestEveryNumber:
    def test_leads_to_events_of_the_state_or_of_all(
        self, record: Engine, theme: Theme, day: str
    ) -> None:
        before, after = view(record, "2015-09-11"), view(record, day)
        figures = [*theme.progress(before, after), *theme.position(after)]
        history = after.point.history
        known = {
            entry.id
            for stream in ("CCM", *history.states)
            for entry in history.chronicle(stream).entries
        }
        for key, state, events in counts(figures):
            for event in events:
                assert event in known, (key, state, event)
                assert event.partition("#")[0] in {state, "CCM"}, (key, state, event)

    def test_is_proved_where_it_is_counted(self, record: Engine, theme: Theme, day: str) -> None:
        before, after = view(record, "2015-09-11"), view(record, day)
        figures = [*theme.progress(before, after), *theme.position(after)]
        for each in figures:
            if isinstance(each, StateCount) and each.key != "stockpiles.undetermined":
                unproved = [state for state, events in each.states.items() if not events]
                assert unproved == [], each.key
