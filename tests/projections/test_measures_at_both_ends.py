"""What both ends of days known in part must agree on, of measures: Article 9, INT-0021."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Event, Interpretation
from ccm_engine.domain.events import (
    Measure,
    NationalMeasureReported,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Events
from ccm_engine.projections.national_measures import MeasurePosition, positions
from tests.histories import engine_with, happened
from tests.projections.at_both_ends import (
    NO,
    OTHER_END,
    READINGS,
    UNKNOWN,
    YES,
    seen,
)


def measure(
    day: str, of_what: Measure, listed: str | None = None, state: str = "LAO"
) -> NationalMeasureReported:
    """Tell of a measure; of what a status list gives, with the day of the list."""
    listed_on = None if listed is None else date.fromisoformat(listed)
    return happened(NationalMeasureReported, day, state, measure=of_what, listed_on=listed_on)


class TestMeasuresAndTheLastList:
    """Article 9, INT-0021: a list of 5 September 2016, and a law of which the day is known in part.

    What is of a later day than the list goes before it, if by both ends it is of a later day.
    """

    IN_HAND, LAW = Measure.UNDER_CONSIDERATION, Measure.SPECIFIC_LAW
    LIST: Final = measure("2016-09-05", IN_HAND, "2016-09-05")
    OF_OTHERS: Final = measure("2016-09-05", LAW, "2016-09-05", "IRL")

    def position(
        self, events: list[Event], day: str, reading: Interpretation = PRACTICE
    ) -> MeasurePosition:
        found = positions(seen(engine_with(events), day, reading))
        return next(each for each in found if each.state == "LAO")

    def words(self, found: MeasurePosition) -> tuple[Events, str | None, Events]:
        return (
            tuple(each.id for each in found.words),
            found.dropped.id if found.dropped else None,
            tuple(each.id for each in found.perhaps),
        )

    @pytest.mark.parametrize(
        ("law", "by_last", "by_first"),
        [
            ("2016", (("LAO#4",), None, ("LAO#3",)), (("LAO#3",), None, ("LAO#4",))),
            (
                "2016-09-05/2016-12-31",
                (("LAO#4",), None, ("LAO#3",)),
                (("LAO#3",), None, ("LAO#4",)),
            ),
            ("2016-09-06/2016-12-31", (("LAO#4",), None, ()), (("LAO#4",), None, ())),
            ("2016-01-01/2016-09-05", (("LAO#3",), None, ()), (("LAO#3",), None, ())),
        ],
    )
    def test_of_two_words_of_which_either_may_be_the_later_each_is_perhaps_the_position(
        self,
        law: str,
        by_last: tuple[Events, str | None, Events],
        by_first: tuple[Events, str | None, Events],
    ) -> None:
        events: list[Event] = [self.LIST, measure(law, self.LAW)]
        found = [
            self.words(self.position(events, "2018-01-01", each)) for each in (PRACTICE, OTHER_END)
        ]
        assert found == [by_last, by_first]

    @pytest.mark.parametrize(
        ("reading", "law", "in_hand"),
        [
            (PRACTICE, ("LAO#4", "LAO#3"), ("LAO#3",)),
            (OTHER_END, ("LAO#4",), ("LAO#3", "LAO#4")),
        ],
        ids=["last", "first"],
    )
    def test_then_the_record_cannot_tell_of_either(
        self, reading: Interpretation, law: Events, in_hand: Events
    ) -> None:
        found = self.position([self.LIST, measure("2016", self.LAW)], "2018-01-01", reading)
        assert found.answer(self.LAW) == ("LAO", UNKNOWN, law)
        assert found.answer(self.IN_HAND) == ("LAO", UNKNOWN, in_hand)
        assert found.answer(Measure.EXISTING_LAW_SUFFICIENT)[1] is NO

    def test_but_that_it_has_one_of_both(self) -> None:
        found = self.position([self.LIST, measure("2016", self.LAW)], "2018-01-01")
        assert found.answer(self.LAW, self.IN_HAND) == ("LAO", YES, ("LAO#4",))

    @READINGS
    @pytest.mark.parametrize(
        ("law", "found"),
        [
            ("2016", ((), "LAO#3", ())),
            ("2016-09-05/2016-12-31", ((), "LAO#3", ())),
            ("2016-09-06/2016-12-31", (("LAO#3",), None, ())),
            ("2016-09-05", ((), "LAO#3", ())),
        ],
    )
    def test_a_list_that_is_silent_drops_what_may_be_of_an_earlier_day(
        self, law: str, found: tuple[Events, str | None, Events], reading: Interpretation
    ) -> None:
        events: list[Event] = [self.OF_OTHERS, measure(law, self.LAW)]
        assert self.words(self.position(events, "2018-01-01", reading)) == found

    @pytest.mark.parametrize(
        ("day", "reading", "found"),
        [
            ("2016-09-05", PRACTICE, ("LAO", YES, ("LAO#3",))),
            ("2016-09-05", OTHER_END, ("LAO", YES, ("LAO#3",))),
            ("2016-09-06", PRACTICE, ("LAO", UNKNOWN, ("LAO#3", "LAO#4"))),
            ("2016-09-06", OTHER_END, ("LAO", UNKNOWN, ("LAO#3", "LAO#4"))),
        ],
    )
    def test_on_the_day_of_the_list_itself_the_list_tells(
        self, day: str, reading: Interpretation, found: tuple[str, Certainty, Events]
    ) -> None:
        """The day after, the law may have been adopted since."""
        told = self.position([self.LIST, measure("2016", self.LAW)], day, reading)
        assert told.answer(self.IN_HAND) == found

    @pytest.mark.parametrize(
        ("law", "answer"),
        [
            (LAW, ("LAO", UNKNOWN, ("LAO#3", "LAO#4"))),
            (IN_HAND, ("LAO", YES, ("LAO#3",))),
        ],
    )
    def test_what_may_be_said_by_the_day_takes_the_place_of_another_measure_alone(
        self, law: Measure, answer: tuple[str, Certainty, Events]
    ) -> None:
        events: list[Event] = [measure("2016-01-01", self.IN_HAND), measure("2017", law)]
        assert self.position(events, "2017-06-01").answer(self.IN_HAND) == answer
