"""Article 3: stockpiles, and what may be kept of them."""

from __future__ import annotations

import pytest

from ccm_engine import Standing
from ccm_engine.domain.events import (
    MunitionsRetained,
    MunitionsTransferred,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileUnverified,
    WithdrawalNotified,
)
from tests.articles.recording import names_owed
from tests.histories import engine_with, happened, joined, owed

BOLIVIA = joined("BOL", "2013-04-30", None)
"""In force for Bolivia on 1 October 2013."""


class TestArticle3Paragraph2:
    """Stockpiles are destroyed within eight years of entry into force."""

    def test_the_eight_years_run_for_a_state_that_holds_none(self) -> None:
        engine = engine_with(happened(StockpileAbsenceDeclared, "2011-01-01", "AUT"))
        duty = owed(engine, "AUT/3.2", "2012-01-01")
        assert (duty.standing, str(duty.treaty_due)) == (Standing.NOT_ENGAGED, "2018-08-01")

    def test_a_state_that_never_spoke_is_not_called_overdue_after_them(self) -> None:
        duty = owed(engine_with(), "BEL/3.2", "2026-01-01")
        assert (duty.standing, str(duty.treaty_due)) == (Standing.UNDETERMINED, "2018-08-01")

    def test_what_is_found_is_held_besides_what_was_declared(self) -> None:
        engine = engine_with(
            happened(StockpileDeclared, "2011-03-01", "DEU", munitions=100),
            happened(StockpileFound, "2012-03-01", "DEU", munitions=6),
            happened(MunitionsRetained, "2013-12-31", "DEU", munitions=6, year=2013),
        )
        assert owed(engine, "DEU/3.2", "2014-01-01").standing is Standing.PENDING
        engine.record([happened(MunitionsRetained, "2014-12-31", "DEU", munitions=106, year=2014)])
        assert owed(engine, "DEU/3.2", "2015-01-01").standing is Standing.NOT_ENGAGED

    def test_a_later_declaration_counts_what_was_found_before(self) -> None:
        engine = engine_with(
            happened(StockpileFound, "2012-03-01", "DEU", munitions=6),
            happened(StockpileAbsenceDeclared, "2013-03-01", "DEU"),
        )
        assert owed(engine, "DEU/3.2", "2014-01-01").standing is Standing.NOT_ENGAGED

    def test_to_find_none_is_no_declaration_of_none(self) -> None:
        found = happened(StockpileFound, "2012-03-01", "DEU", munitions=0)
        declared = happened(StockpileDeclared, "2011-03-01", "DEU", munitions=100)
        alone, after = engine_with(found), engine_with(declared, found)
        assert owed(alone, "DEU/3.2", "2014-01-01").standing is Standing.UNDETERMINED
        assert owed(after, "DEU/3.2", "2014-01-01").standing is Standing.PENDING

    def test_none_of_one_type_is_not_none_of_all(self) -> None:
        none = happened(StockpileDeclared, "2011-03-01", "DEU", munitions=0, munition_type="MW-1")
        engine = engine_with(none)
        assert owed(engine, "DEU/3.2", "2012-01-01").standing is Standing.UNDETERMINED
        engine.record([happened(StockpileAbsenceDeclared, "2012-03-01", "DEU")])
        assert owed(engine, "DEU/3.2", "2013-01-01").standing is Standing.NOT_ENGAGED

    def test_verifying_after_a_find_leaves_open_what_was_completed(self) -> None:
        done = happened(StockpileDestructionCompleted, "2013-01-01", "DEU")
        verifying = happened(StockpileUnverified, "2014-01-01", "DEU")
        found = happened(StockpileFound, "2013-06-01", "DEU", munitions=5)
        none = happened(StockpileAbsenceDeclared, "2013-09-01", "DEU")
        for said, standing in (
            ((done, verifying), Standing.DISCHARGED),
            ((done, found, verifying), Standing.UNDETERMINED),
            ((done, found, none, verifying), Standing.DISCHARGED),
        ):
            assert owed(engine_with(said), "DEU/3.2", "2015-01-01").standing is standing

    def test_what_is_kept_is_of_the_type_that_is_declared(self) -> None:
        declared = [
            happened(StockpileDeclared, "2011-03-01", "DEU", munitions=3, munition_type=each)
            for each in ("A", "B")
        ]
        for kept, standing in (
            ((("A", 3), ("B", 3)), Standing.NOT_ENGAGED),
            ((("A", 6),), Standing.PENDING),
            (((None, 6),), Standing.NOT_ENGAGED),
            (((None, 2), ("A", 4)), Standing.PENDING),
            (((None, 3), ("A", 3)), Standing.NOT_ENGAGED),
        ):
            told = [
                happened(
                    MunitionsRetained,
                    f"2012-01-0{day}",
                    "DEU",
                    munitions=number,
                    munition_type=kind,
                )
                for day, (kind, number) in enumerate(kept, start=1)
            ]
            engine = engine_with(declared, told)
            assert owed(engine, "DEU/3.2", "2013-01-01").standing is standing, kept

    def test_the_last_word_on_one_type_leaves_what_was_said_of_another(self) -> None:
        held = happened(StockpileDeclared, "2011-03-01", "DEU", munitions=3, munition_type="A")
        none = happened(StockpileDeclared, "2012-03-01", "DEU", munitions=0, munition_type="B")
        duty = owed(engine_with(held, none), "DEU/3.2", "2013-01-01")
        assert duty.standing is Standing.PENDING

    def test_the_last_word_on_a_type_counts_what_was_found_of_it(self) -> None:
        found = happened(StockpileFound, "2011-03-01", "DEU", munitions=3, munition_type="A")
        none = happened(StockpileDeclared, "2012-03-01", "DEU", munitions=0, munition_type="A")
        duty = owed(engine_with(found, none), "DEU/3.2", "2013-01-01")
        assert duty.standing is Standing.UNDETERMINED

    def test_submunitions_alone_are_a_stockpile(self) -> None:
        loose = happened(StockpileDeclared, "2011-03-01", "DEU", munitions=0, submunitions=5)
        duty = owed(engine_with(loose), "DEU/3.2", "2013-01-01")
        assert duty.standing is Standing.PENDING

    def test_what_is_found_on_the_day_of_completion_may_be_what_was_destroyed(self) -> None:
        done = happened(StockpileDestructionCompleted, "2013-01-01", "DEU")
        found = happened(StockpileFound, "2013-01-01", "DEU", munitions=5)
        duty = owed(engine_with(done, found), "DEU/3.2", "2015-01-01")
        assert duty.standing is Standing.DISCHARGED

    def test_what_was_wholly_kept_stays_so_while_it_is_used_up(self) -> None:
        held = happened(StockpileDeclared, "2011-03-01", "DEU", munitions=10)
        kept = [
            happened(MunitionsRetained, f"{year}-12-31", "DEU", munitions=number, year=year)
            for year, number in ((2011, 10), (2012, 5))
        ]
        duty = owed(engine_with(held, kept), "DEU/3.2", "2013-01-01")
        assert duty.standing is Standing.NOT_ENGAGED

    def test_a_type_held_in_unknown_number_cannot_be_found_wholly_kept(self) -> None:
        held = [
            happened(StockpileDeclared, "2011-03-01", "DEU", munitions=number, munition_type=kind)
            for kind, number in (("A", 3), ("B", None))
        ]
        kept = happened(MunitionsRetained, "2012-01-01", "DEU", munitions=3, munition_type="A")
        duty = owed(engine_with(held, kept), "DEU/3.2", "2013-01-01")
        assert duty.standing is Standing.PENDING

    def test_those_kept_without_a_number_are_not_counted(self) -> None:
        one = happened(StockpileDeclared, "2011-03-01", "DEU", munitions=1)
        kept = happened(MunitionsRetained, "2012-01-01", "DEU", submunitions=63)
        duty = owed(engine_with(one, kept), "DEU/3.2", "2013-01-01")
        assert duty.standing is Standing.PENDING


class TestArticle3Paragraph6:
    """A state may keep, for training and research, no more than it needs."""

    def test_keeping_none_is_keeping_nothing(self) -> None:
        none = happened(MunitionsRetained, "2012-12-31", "DEU", munitions=0, year=2012)
        found = names_owed(engine_with(none), "DEU", "2014-01-01")
        assert not found & {"DEU/3.6", "DEU/3.8/2012"}


class TestArticle3Paragraph8:
    """Who keeps, acquires or transfers munitions reports by 30 April of the year after."""

    def test_what_was_kept_in_the_year_of_entry_into_force_is_reported_the_next(self) -> None:
        kept = happened(MunitionsRetained, "2013-12-31", "BOL", munitions=4, year=2013)
        duty = owed(engine_with(BOLIVIA, kept), "BOL/3.8/2013", "2014-05-01")
        assert (str(duty.due), duty.standing) == ("2014-04-30", Standing.OVERDUE)

    @pytest.mark.parametrize(("notified", "remains"), [("2015-10-30", False), ("2015-11-01", True)])
    def test_who_withdraws_by_30_april_has_no_report_to_make(
        self, notified: str, *, remains: bool
    ) -> None:
        kept = happened(MunitionsRetained, "2015-12-31", "BOL", munitions=4, year=2015)
        left = happened(WithdrawalNotified, notified, "BOL")
        found = names_owed(engine_with(BOLIVIA, kept, left), "BOL", "2017-01-01")
        assert ("BOL/3.8/2015" in found) is remains

    def test_a_transfer_is_reported_the_year_after_it(self) -> None:
        sent = happened(MunitionsTransferred, "2015-03-03", "BOL", munitions=4)
        duty = owed(engine_with(BOLIVIA, sent), "BOL/3.8/2015", "2015-05-01")
        assert (str(duty.due), duty.standing) == ("2016-04-30", Standing.PENDING)

    def test_a_transfer_before_entry_into_force_is_not_reported_under_it(self) -> None:
        sent = happened(MunitionsTransferred, "2013-06-03", "BOL", munitions=4)
        assert "BOL/3.8/2013" not in names_owed(engine_with(BOLIVIA, sent), "BOL", "2014-06-01")

    def test_a_year_before_entry_into_force_is_passed_over(self) -> None:
        kept = [
            happened(MunitionsRetained, f"{year}-12-31", "BOL", munitions=4, year=year)
            for year in (2012, 2014)
        ]
        found = names_owed(engine_with(BOLIVIA, kept), "BOL", "2016-01-01")
        assert "BOL/3.8/2012" not in found
        assert "BOL/3.8/2014" in found


@pytest.mark.parametrize("last", [0, 1])
def test_of_one_day_a_word_on_one_type_stands_beside_a_word_on_all(last: int) -> None:
    """Whichever was recorded first: none of all, and three of one, is not none."""
    said = [
        happened(StockpileDeclared, "2012-01-01", "BGR", munitions=0),
        happened(StockpileDeclared, "2012-01-01", "BGR", munitions=3, munition_type="A"),
    ]
    engine = engine_with(joined("BGR", "2011-04-06"), said[last], said[1 - last])
    assert owed(engine, "BGR/3.2", "2013-01-01").standing is Standing.PENDING
