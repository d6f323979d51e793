"""Stocks declared, destroyed, left and retained: Article 3, by name and in numbers."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    Disputed,
    ExtensionRequested,
    MunitionsAcquired,
    MunitionsRetained,
    RetainedMunitionsConsumed,
    RetentionEnded,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
)
from ccm_engine.exporters.review.sentences import sentence
from ccm_engine.projections.amounts import (
    Amount,
    Knowledge,
    LastWords,
    Told,
    calendar_year,
    together,
)
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Quantity, StateCount
from ccm_engine.projections.retained_munitions import RetainedRow, retained_munitions
from ccm_engine.projections.stockpile_ledger import Stock, StockpileRow, stockpile_ledger
from ccm_engine.projections.themes import stockpiles
from tests import histories
from tests.histories import engine_with, happened
from tests.projections.of_a_theme import OfATheme, named, unknown, view


@pytest.fixture(scope="module")
def record() -> Engine:
    return Engine.public_record()


OF_THE_THEME = OfATheme(stockpiles.THEME)
on_the_day, between = OF_THE_THEME.on_the_day, OF_THE_THEME.between


class TestTheReviewDocumentOf2020:
    """CCM/CONF/2020/13, paragraphs 28 to 31."""

    def test_four_still_hold_stocks(self, record: Engine) -> None:
        found = on_the_day(record, "2020-09-28")
        assert named(found["with_duty"]) == named(found["outstanding"]) == "BGR PER SVK ZAF"

    def test_guinea_bissau_is_undetermined(self, record: Engine) -> None:
        found = on_the_day(record, "2020-09-28")
        assert named(found["undetermined"]) == "COG COM CPV GIN GNB LAO STP"
        assert {"GNB", "LCA", "NIU"} <= {*unknown(found["declared"])}

    def test_cameroon_retains_its_whole_stock_and_has_nothing_to_destroy(
        self, record: Engine
    ) -> None:
        found = on_the_day(record, "2020-09-28")
        assert "CMR" in named(found["nothing_to_destroy"])
        assert "CMR" in named(found["retaining"])

    def test_nine_completed_in_the_period(self, record: Engine) -> None:
        """Mozambique's day is known only as by 30 September 2015: it may lie before."""
        found = between(record, "2015-09-11", "2020-09-28")["completed_in_period"]
        assert named(found) == "BWA CHE CUB DEU ESP FRA HRV ITA SVN"
        assert unknown(found) == ["MOZ"]

    def test_thirty_six_are_known_to_have_declared_stocks(self, record: Engine) -> None:
        """Paragraph 28 counts 41."""
        assert on_the_day(record, "2020-09-28")["declared"].value == 36

    def test_thirty_one_have_surely_destroyed_all_known(self, record: Engine) -> None:
        """Paragraph 28 counts 36. What Britain found in 2020 may have been found by the day."""
        found = on_the_day(record, "2020-09-28")["completed"]
        assert found.value == 31
        assert "GBR" in unknown(found)
        assert "GBR" not in named(found)

    def test_at_the_close_of_2015_eleven_of_the_thirteen_are_found_or_not_ruled_out(
        self, record: Engine
    ) -> None:
        """Paragraph 28: of its thirteen, Germany and Italy had completed by then."""
        found = on_the_day(record, "2015-12-31")["with_duty"]
        assert named(found) == "BWA CHE ESP HRV PER SVK"
        assert {"BGR", "FRA", "GNB", "ZAF"} <= {*unknown(found)}
        assert not {"DEU", "ITA", "SVN"} & {*named(found).split(), *unknown(found)}

    def test_on_the_day_of_the_first_conference(self, record: Engine) -> None:
        found = on_the_day(record, "2015-09-11")
        assert named(found["outstanding"]) == "BWA CHE DEU ESP HRV ITA PER"
        assert named(found["with_duty"]) == "BWA CHE DEU ESP HRV ITA PER SVK"
        assert "MOZ" in unknown(found["outstanding"])

    def test_bulgaria_was_granted_time_and_asks_for_more_as_peru_does(self, record: Engine) -> None:
        granted = between(record, "2015-09-11", "2020-09-28")["extensions_granted"]
        assert named(granted) == "BGR"
        assert named(on_the_day(record, "2020-09-28")["extensions_requested"]) == "BGR PER"

    def test_nine_surely_retain_munitions(self, record: Engine) -> None:
        """Paragraph 31 counts 13; four of the others are not ruled out."""
        found = on_the_day(record, "2020-09-28")["retaining"]
        assert named(found) == "BEL BGR CHE CMR DEU DNK ESP FRA SWE"
        assert {"BIH", "CZE", "NLD", "SVK"} <= {*unknown(found)}

    def test_what_they_retain_is_the_last_word_of_each(self, record: Engine) -> None:
        """It is used up, and so no lower bound: the words are those of 2014 to 2020.

        Bulgaria kept eight, or seven by a word of 2020 that may have been said by the day.
        """
        figures = on_the_day(record, "2020-09-28")
        found = figures["retained_munitions"]
        assert isinstance(found, LastWords)
        assert isinstance(figures["retained_submunitions"], LastWords)
        assert "by the last word of each State Party" in found.clause.many
        assert "by the last word of each" in figures["retaining"].clause.many
        assert found.value == 186 + 52 + 6 + 570 + 5 + 3
        assert not found.exact
        assert str(found.provision) == "3(6)"
        assert found.parts["BGR"].amount is None
        assert found.parts["DNK"].amount is None
        assert found.parts["NLD"].amount is None

    def test_slovakias_totals_and_years_are_not_added(self, record: Engine) -> None:
        """798 by the end of 2019, of which 155 in 2019."""
        (slovakia,) = [e for e in stockpile_ledger(view(record, "2020-09-28")) if e.state == "SVK"]
        assert slovakia.destroyed.munitions.number == 798
        assert slovakia.destroyed.munitions.knowledge is Knowledge.AT_LEAST

    def test_the_figures_of_today_are_kept(self, record: Engine) -> None:
        found = record.on(date(2020, 9, 28)).figures().stockpiles
        assert (len(found.declared), len(found.completed)) == (36, 32)
        assert found.outstanding == ("BGR", "PER", "SVK", "ZAF")


FRANCE = "FRA"


def row(*events: Event, day: str = "2016-01-01") -> StockpileRow:
    (found,) = [e for e in stockpile_ledger(view(engine_with(events), day)) if e.state == FRANCE]
    return found


def retained(*events: Event, day: str = "2016-06-01") -> RetainedRow:
    found = retained_munitions(view(engine_with(events), day))
    return next(each for each in found if each.state == FRANCE)


def declared(munitions: int | None, submunitions: int | None = None, **more: object) -> Event:
    day = str(more.pop("day", "2011-01-28"))
    return happened(
        StockpileDeclared, day, FRANCE, munitions=munitions, submunitions=submunitions, **more
    )


def destroyed(munitions: int | None, period: str | None, day: str = "2014-12-31") -> Event:
    return happened(StockpileDestroyed, day, FRANCE, munitions=munitions, period=period)


def completed(day: str = "2015-06-30", munitions: int | None = None) -> Event:
    return happened(StockpileDestructionCompleted, day, FRANCE, munitions=munitions)


NONE = happened(StockpileAbsenceDeclared, "2011-01-28", FRANCE)


class TestAtZero:
    """A sentence about nobody says one thing, not its contrary twice."""

    def test_nobody_is_undetermined_and_nobody_free(self) -> None:
        day = date(2009, 1, 1)
        found = on_the_day(Engine.in_memory(()), "2009-01-01")
        assert sentence(found["undetermined"], day) == (
            "No State Party remains undetermined as to whether it holds stocks."
        )
        assert sentence(found["nothing_to_destroy"], day) == (
            "No State Party is free of stocks to destroy."
        )


class TestRequests:
    """Article 3(5): a request for more time to destroy stocks."""

    STOCKS = happened(StockpileDeclared, "2011-01-28", "FRA", munitions=9)

    def found(self, day: str) -> StateCount:
        asked = happened(ExtensionRequested, "2016-01-01/2017-06-30", "FRA", article=3, months=12)
        figure = on_the_day(engine_with(self.STOCKS, asked), day)["extensions_requested"]
        assert isinstance(figure, StateCount)
        return figure

    def test_one_perhaps_made_by_the_day_is_unknown(self) -> None:
        assert (named(self.found("2015-12-31")), unknown(self.found("2015-12-31"))) == ("", [])
        assert (named(self.found("2017-06-29")), unknown(self.found("2017-06-29"))) == ("", ["FRA"])
        assert (named(self.found("2017-06-30")), unknown(self.found("2017-06-30"))) == ("FRA", [])


class TestThreeValues:
    """Unknown, none and zero are three things."""

    def test_silence_is_unknown(self) -> None:
        found = row()
        assert found.stock is Stock.UNKNOWN
        for each in (found.declared, found.destroyed, found.left, found.found):
            assert each.munitions.knowledge is each.submunitions.knowledge is Knowledge.UNKNOWN

    def test_a_state_that_holds_none_has_none(self) -> None:
        found = row(NONE)
        assert found.stock is Stock.NONE
        assert found.declared.munitions.knowledge is Knowledge.NONE
        assert found.left.munitions.knowledge is Knowledge.NONE
        assert found.left.munitions.events == found.events

    def test_a_state_that_holds_none_has_no_part_in_a_sum(self) -> None:
        found = on_the_day(engine_with(NONE), "2016-01-01")["destroyed_munitions"]
        assert isinstance(found, Quantity)
        assert "FRA" not in found.parts
        assert "IRL" in found.parts

    def test_nothing_left_is_zero(self) -> None:
        left = row(declared(9), completed()).left
        assert left.munitions == Amount.known(0, left.munitions.events)
        assert left.munitions.events != ()

    def test_nothing_destroyed_is_zero_at_least(self) -> None:
        found = row(declared(9), destroyed(0, "2014")).destroyed.munitions
        assert (found.knowledge, found.number) == (Knowledge.AT_LEAST, 0)

    def test_what_only_others_say_is_unknown(self) -> None:
        others = happened(StockpileReportedByOthers, "2011", FRANCE, munitions=0)
        found = on_the_day(engine_with(others), "2016-01-01")
        assert "FRA" in unknown(found["declared"])
        assert "FRA" in named(found["undetermined"])

    def test_a_state_still_counting_may_have_declared(self) -> None:
        counting = happened(StockpileUnverified, "2012", FRANCE)
        assert "FRA" in unknown(on_the_day(engine_with(counting), "2016-01-01")["declared"])


class TestDeclared:
    """The last word of each type, by the rules of Article 3."""

    def test_types_are_added_and_the_last_word_of_each_counts(self) -> None:
        found = row(
            declared(5, 50, munition_type="M26"),
            declared(7, 70, munition_type="OGR"),
            declared(6, 60, munition_type="M26", day="2012-01-01"),
        )
        assert (found.declared.munitions.number, found.declared.submunitions.number) == (13, 130)

    def test_a_type_of_unknown_number_leaves_a_lower_bound(self) -> None:
        found = row(declared(5, munition_type="M26"), declared(None, munition_type="OGR"))
        assert found.declared.munitions.knowledge is Knowledge.AT_LEAST
        assert found.declared.munitions.number == 5

    def test_it_is_not_forgotten_once_all_is_gone(self) -> None:
        gone = happened(StockpileAbsenceDeclared, "2016-04-30", FRANCE)
        found = row(declared(9), completed(), gone, day="2016-05-01")
        assert (found.stock, found.declared.munitions.number) == (Stock.DESTROYED, 9)

    def test_a_disputed_number_is_the_one_that_stands(self) -> None:
        engine = engine_with(declared(9))
        (before,) = [e for e in stockpile_ledger(view(engine, "2016-01-01")) if e.state == FRANCE]
        (event,) = before.declared.munitions.events
        engine.record([happened(Disputed, "2011-01-28", target=event, alternative=declared(10))])
        (after,) = [e for e in stockpile_ledger(view(engine, "2016-01-01")) if e.state == FRANCE]
        assert after.declared == before.declared


class TestDestroyed:
    """Amounts are added only where nothing can be counted twice."""

    def test_different_years_are_added(self) -> None:
        found = row(destroyed(5, "2013"), destroyed(7, "2014")).destroyed.munitions
        assert (found.knowledge, found.number, len(found.events)) == (Knowledge.AT_LEAST, 12, 2)

    def test_two_words_of_one_year_are_not(self) -> None:
        assert row(destroyed(5, "2014"), destroyed(7, "2014")).destroyed.munitions.number == 7

    def test_a_running_total_and_its_years_are_not(self) -> None:
        total = "2013 to end 2014 (cumulative)"
        events = (destroyed(5, "2013"), destroyed(7, "2014"), destroyed(13, total))
        assert row(*events).destroyed.munitions.number == 13
        smaller = destroyed(11, total)
        assert row(*events[:2], smaller).destroyed.munitions.number == 12

    def test_periods_in_words_are_not_added(self) -> None:
        events = destroyed(5, "before joining"), destroyed(7, "2013-2014"), destroyed(6, None)
        assert row(*events).destroyed.munitions.number == 7

    def test_as_much_as_was_declared_and_the_last_of_it_is_exact(self) -> None:
        found = row(declared(9), destroyed(9, "2014"), completed()).destroyed.munitions
        assert (found.knowledge, found.number, len(found.events)) == (Knowledge.KNOWN, 9, 2)

    def test_without_completion_it_is_a_lower_bound(self) -> None:
        found = row(declared(9), destroyed(9, "2014")).destroyed.munitions
        assert found.knowledge is Knowledge.AT_LEAST

    def test_with_more_found_it_is_a_lower_bound(self) -> None:
        found_later = happened(StockpileFound, "2015-08-01", FRANCE, munitions=4)
        again = completed("2015-12-01")
        found = row(declared(9), destroyed(9, "2014"), completed(), found_later, again)
        assert found.destroyed.munitions.knowledge is Knowledge.AT_LEAST
        assert (found.found.munitions.number, found.stock) == (4, Stock.DESTROYED)

    def test_a_completion_may_say_how_much(self) -> None:
        assert row(completed(munitions=117)).destroyed.munitions.number == 117

    def test_completion_without_amounts_proves_no_amount(self) -> None:
        assert row(declared(9), completed()).destroyed.munitions.knowledge is Knowledge.UNKNOWN

    @pytest.mark.parametrize(
        ("period", "year"),
        [
            ("2019", "2019"),
            ("2018 (approximate)", "2018"),
            ("2017; 60 munitions remained", "2017"),
            ("2018-2019", None),
            ("2015 to end 2016 (cumulative)", None),
            ("2019 (cumulative)", None),
            ("2014; total since 2010", None),
            ("total", None),
            ("20190", None),
            ("April 2011", None),
            (None, None),
        ],
    )
    def test_what_is_a_calendar_year(self, period: str | None, year: str | None) -> None:
        assert calendar_year(period) == year

    def test_what_says_no_amount_proves_none(self) -> None:
        assert together([Told(None, "2014", "FRA#1")]) == Amount.unknown()


class TestLeft:
    """It is unknown unless it follows; no difference is computed."""

    def test_part_of_it_destroyed_leaves_it_unknown(self) -> None:
        assert row(declared(9), destroyed(8, "2014")).left.munitions.knowledge is Knowledge.UNKNOWN

    def test_found_after_completion_it_is_unknown_again(self) -> None:
        more = happened(StockpileFound, "2015-08-01", FRANCE, munitions=4)
        found = row(declared(9), completed(), more)
        assert (found.stock, found.left.munitions.knowledge) == (Stock.HELD, Knowledge.UNKNOWN)

    def test_a_completion_of_unsure_day_is_not_certain(self) -> None:
        engine = engine_with(declared(9), completed("2015-12-01/2016-02-01"))
        found = on_the_day(engine, "2016-01-01")
        for key in ("completed", "with_duty", "outstanding"):
            assert "FRA" not in named(found[key])
            assert "FRA" in unknown(found[key])
        assert "FRA" in named(found["declared"])


def kept(munitions: int | None, year: int, submunitions: int | None = None) -> Event:
    return happened(
        MunitionsRetained,
        f"{year}",
        FRANCE,
        munitions=munitions,
        submunitions=submunitions,
        year=year,
    )


class TestRetained:
    """Article 3(6): the last word, and what happened since."""

    def test_the_last_word_counts(self) -> None:
        found = retained(declared(99), kept(9, 2014, 400), kept(3, 2015, 190))
        assert found.retains is Certainty.YES
        assert (found.quantities.munitions.number, found.year) == (3, 2015)
        assert found.quantities.submunitions.number == 190

    def test_an_unknown_number_is_not_none(self) -> None:
        found = retained(declared(99), kept(None, 2015))
        assert found.retains is Certainty.YES
        assert found.quantities.munitions.knowledge is Knowledge.UNKNOWN

    def test_none_kept_is_none(self) -> None:
        found = retained(declared(99), kept(9, 2014), kept(0, 2015))
        assert found.retains is Certainty.NO
        assert found.quantities.munitions.knowledge is Knowledge.NONE

    def test_an_end_ends_it(self) -> None:
        ended = happened(RetentionEnded, "2016-01-01", FRANCE)
        found = retained(declared(99), kept(9, 2014), ended)
        assert (found.retains, found.year, len(found.events)) == (Certainty.NO, None, 2)

    def test_an_end_some_day_of_the_year_is_unknown_within_it(self) -> None:
        events = declared(99), kept(9, 2014), happened(RetentionEnded, "2016", FRANCE)
        assert retained(*events).retains is Certainty.UNKNOWN
        assert retained(*events, day="2015-12-31").retains is Certainty.YES
        assert retained(*events, day="2016-12-31").retains is Certainty.NO

    def test_what_may_be_kept_no_more_is_not_summed(self) -> None:
        events = declared(99), kept(9, 2014), happened(RetentionEnded, "2016", FRANCE)
        found = on_the_day(engine_with(events), "2016-06-01")["retained_munitions"]
        assert isinstance(found, Quantity)
        assert found.parts["FRA"].amount is None

    def test_silence_of_a_state_with_stocks_is_unknown(self) -> None:
        assert retained(declared(99), completed()).retains is Certainty.UNKNOWN

    def test_a_state_that_holds_none_retains_none(self) -> None:
        assert retained(NONE).retains is Certainty.NO

    def test_one_that_acquired_some_since_may_retain_them(self) -> None:
        bought = happened(MunitionsAcquired, "2015-01-01", FRANCE, munitions=2, year=2015)
        assert retained(NONE, bought).retains is Certainty.UNKNOWN

    def test_what_was_used_up_since_is_told_and_not_subtracted(self) -> None:
        used = happened(RetainedMunitionsConsumed, "2015-03-01", FRANCE, munitions=2, year=2015)
        early = happened(RetainedMunitionsConsumed, "2013-03-01", FRANCE, munitions=1, year=2013)
        found = retained(declared(99), early, kept(9, 2014), used)
        assert (found.quantities.munitions.number, len(found.since)) == (9, 1)


class TestThePeriod:
    def test_a_completion_on_its_first_day_is_before_it(self) -> None:
        engine = engine_with(declared(9), completed("2015-09-11"))
        assert named(between(engine, "2015-09-11", "2016-09-11")["completed_in_period"]) == ""
        assert named(between(engine, "2015-09-10", "2015-09-11")["completed_in_period"]) == "FRA"

    def test_one_sure_completion_is_enough_and_another_leaves_nothing_open(self) -> None:
        engine = engine_with(declared(9), completed("2015-10-01"), completed("2015"))
        found = between(engine, "2015-09-11", "2016-09-11")["completed_in_period"]
        assert (named(found), unknown(found)) == ("FRA", [])

    def test_states_not_party_are_left_out(self) -> None:
        done = happened(StockpileDestructionCompleted, "2015-10-01", "CYP")
        engine = engine_with(done)
        assert named(between(engine, "2015-09-11", "2016-09-11")["completed_in_period"]) == ""

    def test_stocks_are_counted_before_the_duty_binds(self) -> None:
        engine = engine_with(
            histories.joined("SVK", "2015-07-24", None),
            happened(StockpileDeclared, "2015-06-27", "SVK", munitions=764),
        )
        found = on_the_day(engine, "2015-12-31")
        assert (named(found["with_duty"]), named(found["outstanding"])) == ("SVK", "")
        assert named(on_the_day(engine, "2016-01-01")["outstanding"]) == "SVK"
