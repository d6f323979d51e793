"""What both ends of days known in part must agree on, of victims: Article 5, INT-0012."""

from __future__ import annotations

from typing import Final

import pytest

from ccm_engine import Interpretation
from ccm_engine.domain.events import (
    DisabilityConventionStatusReported,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Events
from tests.histories import engine_with, happened
from tests.projections.at_both_ends import (
    BEGAN,
    NO,
    READINGS,
    UNKNOWN,
    YES,
    of,
    seen,
)


class TestBoundByTheConventionOnDisabilityRights:
    """Article 5(2): the last word about Laos counts, and any that may be the last by the day."""

    KEY: Final = "victims.disability_convention_party"
    SIGNED: Final = ("2015-01-01", "signed, not ratified")

    @pytest.mark.parametrize(
        ("told", "day", "found"),
        [
            ([SIGNED, ("2016", "party")], "2015-12-31", (NO, None)),
            ([SIGNED, ("2016", "party")], "2016-01-01", (UNKNOWN, ("LAO#4", "LAO#5"))),
            ([SIGNED, ("2016", "party")], "2016-12-30", (UNKNOWN, ("LAO#4", "LAO#5"))),
            ([SIGNED, ("2016", "party")], "2016-12-31", (YES, ("LAO#5",))),
            ([SIGNED, ("2015-06-01", "Party")], "2016-01-01", (YES, ("LAO#5",))),
            ([("2015-01-01", "party"), ("2016", "party")], "2016-06-01", (YES, ("LAO#4", "LAO#5"))),
            (
                [("2015-01-01", "party"), ("2016", "denounced")],
                "2016-06-01",
                (UNKNOWN, ("LAO#4", "LAO#5")),
            ),
            (
                [
                    ("2015-01-01", "party"),
                    ("2016", "party"),
                    ("2016-03-01/2017-02-28", "denounced"),
                ],
                "2016-06-01",
                (UNKNOWN, ("LAO#4", "LAO#5", "LAO#6")),
            ),
            ([("2016", "party")], "2016-06-01", (UNKNOWN, ("LAO#4",))),
            ([("2016", "signed, not ratified")], "2016-06-01", (UNKNOWN, ("LAO#4",))),
            ([SIGNED, ("2016", "acceding")], "2016-06-01", (NO, None)),
            ([("2016", "party")], "2015-12-31", (NO, None)),
        ],
    )
    @READINGS
    def test_of_laos(
        self,
        told: list[tuple[str, str]],
        day: str,
        found: tuple[Certainty, Events | None],
        reading: Interpretation,
    ) -> None:
        said = [
            happened(DisabilityConventionStatusReported, when, "LAO", status=status)
            for when, status in told
        ]
        engine = engine_with(happened(VictimsReported, "2011-01-01", "LAO"), said)
        assert of("LAO", self.KEY, seen(engine, day, reading)) == found


class TestVictimsNoMore:
    """Article 5(1): who declared between 11 September 2015 and 1 June 2020 that it has none."""

    HAD: Final = happened(VictimsReported, "2011-01-01", "LAO")
    AGAIN: Final = happened(VictimsAbsenceDeclared, "2016-03-01", "LAO")

    @READINGS
    @pytest.mark.parametrize(
        ("before", "found"),
        [
            ("2015-06-01/2015-09-11", (NO, None)),
            ("2015-06-01/2015-09-12", (UNKNOWN, ("LAO#4", "LAO#5"))),
            ("2015-06-01/2015-12-31", (UNKNOWN, ("LAO#4", "LAO#5"))),
            ("2015-09-11/2015-12-31", (UNKNOWN, ("LAO#4", "LAO#5"))),
            ("2015-09-12/2015-12-31", (YES, ("LAO#4", "LAO#5"))),
        ],
    )
    def test_one_that_may_have_declared_so_before_may_not_be_one(
        self, before: str, found: tuple[Certainty, Events | None], reading: Interpretation
    ) -> None:
        engine = engine_with(self.HAD, happened(VictimsAbsenceDeclared, before, "LAO"), self.AGAIN)
        views = [seen(engine, day, reading) for day in ("2020-06-01", BEGAN)]
        assert of("LAO", "victims.removed", *views) == found

    @READINGS
    def test_nor_one_that_may_have_had_none_before_and_says_nothing_since(
        self, reading: Interpretation
    ) -> None:
        """By one end its last word before was that it has some, by the other that it has none."""
        engine = engine_with(
            self.HAD, happened(VictimsAbsenceDeclared, "2015-06-01/2015-12-31", "LAO")
        )
        views = [seen(engine, day, reading) for day in ("2020-06-01", BEGAN)]
        assert of("LAO", "victims.removed", *views) == (UNKNOWN, ("LAO#4",))

    @READINGS
    def test_one_that_had_some_again_before_is_one(self, reading: Interpretation) -> None:
        none = happened(VictimsAbsenceDeclared, "2010-12-01", "LAO")
        views = [
            seen(engine_with(none, self.HAD, self.AGAIN), day, reading)
            for day in ("2020-06-01", BEGAN)
        ]
        assert of("LAO", "victims.removed", *views) == (YES, ("LAO#5",))

    @READINGS
    def test_nor_one_that_has_victims_at_the_end(self, reading: Interpretation) -> None:
        engine = engine_with(
            self.HAD,
            happened(VictimsAbsenceDeclared, "2015-06-01/2015-12-31", "LAO"),
            happened(VictimsReported, "2017-01-01", "LAO"),
        )
        views = [seen(engine, day, reading) for day in ("2020-06-01", BEGAN)]
        assert of("LAO", "victims.removed", *views) == (NO, None)

    @READINGS
    def test_one_that_may_have_had_some_again_before_rests_on_both_words(
        self, reading: Interpretation
    ) -> None:
        """It had declared none in 2014; of what it reported since nobody knows when."""
        engine = engine_with(
            happened(VictimsAbsenceDeclared, "2014-01-01", "LAO"),
            happened(VictimsReported, "2015-01-01/2021-01-01", "LAO"),
        )
        views = [seen(engine, day, reading) for day in ("2020-06-01", BEGAN)]
        assert of("LAO", "victims.removed", *views) == (UNKNOWN, ("LAO#3", "LAO#4"))
