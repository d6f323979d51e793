"""What is kept and what is left: Articles 3(6) and 4(1), by both ends of days known in part."""

from __future__ import annotations

from typing import Final

import attrs
import pytest

from ccm_engine import Engine, Event, Interpretation
from ccm_engine.domain.events import (
    ContaminationDeclared,
    ContaminationFound,
    HostilitiesEnded,
    MunitionsAcquired,
    MunitionsRetained,
    RetentionEnded,
    StockpileAbsenceDeclared,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.projections.amounts import Amount, Quantities
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.clearance_ledger import Area, clearance_ledger
from ccm_engine.projections.counting import Events, Part, Quantity
from ccm_engine.projections.retained_munitions import RetainedRow, retained_munitions
from ccm_engine.projections.review import figure
from tests.histories import engine_with, happened, joined, on
from tests.projections.at_both_ends import (
    DAY,
    NO,
    OTHER_END,
    UNKNOWN,
    YES,
    seen,
)
from tests.projections.of_a_theme import view


def retained(day: str, year: int, **numbers: int | None) -> MunitionsRetained:
    return happened(MunitionsRetained, day, "BGR", year=year, **numbers)


class TestAmountsRetained:
    """Article 3(6): where either of two words may be the last, only what both say is known."""

    BOTH: Final = ("BGR#3", "BGR#4")

    def row(self, day: str, *events: Event, reading: Interpretation = PRACTICE) -> RetainedRow:
        engine = engine_with(joined("BGR", "2011-04-06"), events)
        found = retained_munitions(seen(engine, day, reading))
        return next(each for each in found if each.state == "BGR")

    @pytest.mark.parametrize(
        ("day", "quantities", "events"),
        [
            ("2015-12-31", (9, 7), ("BGR#3",)),
            ("2016-01-01", (None, 7), BOTH),
            ("2016-12-30", (None, 7), BOTH),
            ("2016-12-31", (5, 7), ("BGR#4",)),
        ],
    )
    def test_of_bulgaria(
        self, day: str, quantities: tuple[int | None, int], events: Events
    ) -> None:
        first = retained("2014-01-01", 2013, munitions=9, submunitions=7)
        row = self.row(day, first, retained("2016", 2015, munitions=5, submunitions=7))
        last = events == ("BGR#4",)
        assert row == RetainedRow(
            state="BGR",
            name="Bulgaria",
            retains=YES,
            quantities=Quantities(*(Amount.said(each, events) for each in quantities)),
            year=2015 if last else 2013,
            said_on=on("2016" if last else "2014-01-01"),
            since=(),
            events=events,
        )

    def test_by_the_other_end_the_other_word_stands_and_as_little_is_known(self) -> None:
        said = (retained("2014-01-01", 2013, munitions=9), retained("2016", 2015, munitions=5))
        row = self.row("2016-06-01", *said, reading=OTHER_END)
        assert (row.quantities, row.year, row.said_on) == (
            Quantities.of(Amount.unknown(("BGR#4", "BGR#3"))),
            2015,
            on("2016"),
        )

    def test_an_amount_that_one_of_them_does_not_give_is_not_known(self) -> None:
        said = (retained("2014-01-01", 2013, munitions=9), retained("2016", 2015, submunitions=7))
        assert self.row("2016-06-01", *said).quantities == Quantities.of(Amount.unknown(self.BOTH))

    ACQUIRED: Final = happened(MunitionsAcquired, "2012-05", "BGR", munitions=1, year=2012)

    @pytest.mark.parametrize(
        ("said", "retains"),
        [
            ([], UNKNOWN),
            ([happened(RetentionEnded, "2012-05-31", "BGR")], UNKNOWN),
            ([happened(RetentionEnded, "2012-06-01", "BGR")], NO),
            ([happened(RetentionEnded, "2012-05-15/2012-07-01", "BGR")], UNKNOWN),
            ([retained("2012-05-31", 2012, munitions=0)], UNKNOWN),
            ([retained("2012-06-01", 2012, munitions=0)], NO),
            ([happened(StockpileAbsenceDeclared, "2012-05-31", "BGR")], UNKNOWN),
            ([happened(StockpileAbsenceDeclared, "2012-06-01", "BGR")], NO),
            (
                [
                    happened(RetentionEnded, "2012-02-01", "BGR"),
                    happened(StockpileAbsenceDeclared, "2012-06-01", "BGR"),
                ],
                NO,
            ),
            ([retained("2012-06-01", 2012, munitions=3)], YES),
        ],
    )
    def test_what_was_acquired_is_kept_perhaps_until_a_later_word(
        self, said: list[Event], retains: Certainty
    ) -> None:
        """Article 3(8): cluster munitions acquired some day of May 2012."""
        row = self.row("2014-01-01", self.ACQUIRED, *said)
        assert row.retains is retains

    @pytest.mark.parametrize(
        ("again", "retains"), [("2012-12-31", NO), ("2013-01-01", UNKNOWN), ("2013-05-01", UNKNOWN)]
    )
    def test_the_last_acquisition_decides(self, again: str, retains: Certainty) -> None:
        row = self.row(
            "2014-01-01",
            retained("2012-01-01", 2011, munitions=5),
            self.ACQUIRED,
            happened(MunitionsAcquired, again, "BGR", munitions=1),
            happened(RetentionEnded, "2013-01-01", "BGR"),
        )
        assert row.retains is retains


class TestWhatIsLeftOfAreas:
    """Article 4(1)(b): what Bulgaria says of areas after it had said 5 confirmed, 2 suspected."""

    FIRST: Final = Area(5, 2, None, on("2014-01-01"), "BGR#3")
    LAST: Final = Area(None, None, None, on("2015-01-01"), "BGR#5")

    def of_war(self, *events: Event) -> Engine:
        first = happened(
            ContaminationDeclared,
            "2014-01-01",
            "BGR",
            conflict="war",
            confirmed_m2=5,
            suspected_m2=2,
        )
        ended = happened(HostilitiesEnded, "2014-06-01", "BGR", conflict="war")
        return engine_with(joined("BGR", "2011-04-06"), first, ended, events)

    def left(self, *events: Event) -> Area | None:
        rows = clearance_ledger(view(self.of_war(*events), DAY))
        return next(each.left for each in rows if each.obligation == "BGR/4.1b/war")

    @pytest.mark.parametrize(
        ("said", "left"),
        [
            ((0, 0, None), attrs.evolve(LAST, confirmed_m2=0, suspected_m2=0)),
            ((0, 0, 0), attrs.evolve(LAST, confirmed_m2=0, suspected_m2=0, areas=0)),
            ((None, None, 0), attrs.evolve(LAST, areas=0)),
            ((0, None, 0), attrs.evolve(LAST, confirmed_m2=0, areas=0)),
            ((0, None, None), FIRST),
            ((None, 0, None), FIRST),
            ((None, None, None), FIRST),
            ((3, 0, None), attrs.evolve(LAST, confirmed_m2=3, suspected_m2=0)),
            ((0, 3, None), attrs.evolve(LAST, confirmed_m2=0, suspected_m2=3)),
            ((0, 0, 3), attrs.evolve(LAST, confirmed_m2=0, suspected_m2=0, areas=3)),
            ((3, None, 0), attrs.evolve(LAST, confirmed_m2=3, areas=0)),
            ((None, 3, 0), attrs.evolve(LAST, suspected_m2=3, areas=0)),
        ],
    )
    def test_a_word_that_there_are_none_of_either_kind_is_the_last(
        self, said: tuple[int | None, int | None, int | None], left: Area
    ) -> None:
        assert self.left(self.declared("2015-01-01", *said)) == left

    def declared(
        self,
        day: str,
        confirmed_m2: int | None = None,
        suspected_m2: int | None = None,
        areas: int | None = None,
        kind: type[ContaminationDeclared | ContaminationFound] = ContaminationDeclared,
    ) -> Event:
        return happened(
            kind,
            day,
            "BGR",
            conflict="war",
            confirmed_m2=confirmed_m2,
            suspected_m2=suspected_m2,
            areas=areas,
        )

    def test_areas_found_of_no_size_leave_what_was_declared(self) -> None:
        """Article 4(6)(d): what was found is beside what was known, and does not end it."""
        found = self.declared("2015-01-01", 0, 0, kind=ContaminationFound)
        assert self.left(found) == self.FIRST

    @pytest.mark.parametrize("kind", [ContaminationDeclared, ContaminationFound])
    def test_what_is_said_after_there_were_none_is_the_last_again(
        self, kind: type[ContaminationDeclared | ContaminationFound]
    ) -> None:
        none, again = self.declared("2015-01-01", 0, 0), self.declared("2016-01-01", 4, kind=kind)
        assert self.left(none, again) == Area(4, None, None, on("2016-01-01"), "BGR#6")

    def test_areas_of_no_size_after_there_were_none_are_the_last_word(self) -> None:
        none, again = self.declared("2015-01-01", 0, 0), self.declared("2016-01-01")
        assert self.left(none, again) == Area(None, None, None, on("2016-01-01"), "BGR#6")

    def test_the_sum_of_areas_says_no_less(self) -> None:
        found = figure(
            "clearance.area_m2", view(self.of_war(self.declared("2015-01-01", 0, 0)), DAY)
        )
        assert isinstance(found, Quantity)
        assert found.parts["BGR"] == Part(0, ("BGR#5",), exact=False)
