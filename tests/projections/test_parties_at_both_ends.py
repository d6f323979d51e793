"""Who is perhaps a State Party, by one end of a day known in part: INT-0012."""

from __future__ import annotations

from typing import Final

import pytest

from ccm_engine import Event, Interpretation
from ccm_engine.domain.events import (
    Instrument,
    InstrumentDeposited,
    MeetingAttendedAsObserver,
    ProductionReported,
    ResolutionVoteCast,
    Signed,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    UseRestricted,
    Vote,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.projections.certainty import Certainty, at_both_ends
from ccm_engine.projections.counting import StateCount
from ccm_engine.projections.review import figure
from ccm_engine.projections.universalization import (
    not_party,
    parties_at_end_of,
    perhaps_parties_at_end_of,
)
from tests.histories import FIRST_THIRTY, engine_with, happened, joined
from tests.projections.at_both_ends import (
    NO,
    OTHER_END,
    READINGS,
    UNKNOWN,
    YES,
    of,
    seen,
)
from tests.projections.of_a_theme import view


class TestPerhapsAStateNotParty:
    """Article 21(2): Uganda signed, and deposits some day of 2015."""

    SIGNED: Final = happened(Signed, "2008-12-03", "UGA")
    TOLD: Final = [
        happened(MeetingAttendedAsObserver, "2011-01-01", "UGA", meeting="1MSP"),
        happened(ProductionReported, "2011-01-01", "UGA"),
        happened(UseRestricted, "2011-01-01", "UGA", restriction="no use"),
    ]

    def deposits(self, day: str) -> Event:
        return happened(InstrumentDeposited, day, "UGA", instrument=Instrument.RATIFICATION)

    @READINGS
    @pytest.mark.parametrize(
        ("day", "found"),
        [("2014-12-31", YES), ("2015-01-01", UNKNOWN), ("2015-12-30", UNKNOWN), ("2015-12-31", NO)],
    )
    @pytest.mark.parametrize(
        ("key", "event"),
        [
            ("observers", "UGA#3"),
            ("past_producers_not_party", "UGA#4"),
            ("use_restricted", "UGA#5"),
        ],
    )
    def test_what_is_told_of_it_is_told_of_one_not_party_perhaps(
        self, key: str, event: str, day: str, found: Certainty, reading: Interpretation
    ) -> None:
        engine = engine_with(self.SIGNED, self.deposits("2015"), self.TOLD)
        events = None if found is NO else (event,)
        at = seen(engine, day, reading)
        assert of("UGA", f"universalization.{key}", at) == (found, events)

    @READINGS
    def test_where_nothing_is_told_of_one_not_party_it_is_unknown(
        self, reading: Interpretation
    ) -> None:
        engine = engine_with(self.SIGNED, self.deposits("2015"))
        at = seen(engine, "2015-06-01", reading)
        found = [of(each, "universalization.observers", at) for each in ("UGA", "FIN", "LAO")]
        assert found == [(UNKNOWN, ()), (UNKNOWN, ()), (NO, None)]

    @READINGS
    @pytest.mark.parametrize(
        ("day", "found"),
        [
            ("2019-04-30", None),
            ("2019-05-01", UNKNOWN),
            ("2019-05-29", UNKNOWN),
            ("2019-05-30", YES),
        ],
    )
    def test_one_that_left_is_one_from_the_last_day_on_which_it_may_have_left(
        self, day: str, found: Certainty | None, reading: Interpretation
    ) -> None:
        """Article 20(3): Bulgaria's notice of November 2018."""
        engine = engine_with(
            joined("BGR", "2011-04-06"), happened(WithdrawalNotified, "2018-11", "BGR")
        )
        others = dict(not_party(seen(engine, day, reading)))
        assert (others.get("BGR"), others["FIN"], "LAO" in others) == (found, YES, False)
        assert list(others) == sorted(others)

    @pytest.mark.parametrize(
        ("deposited", "how"),
        [
            ("2015-12-31/2016-01-31", UNKNOWN),
            ("2016-01-01/2016-01-31", YES),
            ("2015", NO),
        ],
    )
    def test_a_vote_counts_by_the_end_of_its_year(self, deposited: str, how: Certainty) -> None:
        engine = engine_with(
            self.SIGNED,
            self.deposits(deposited),
            [
                happened(ResolutionVoteCast, "2015-12-04", state, vote=Vote.YES, year=2015)
                for state in ("UGA", "FIN")
            ],
        )
        at = view(engine, "2020-06-01")
        found = [of(each, "universalization.votes_yes.2015", at) for each in ("UGA", "FIN")]
        assert found == [(how, None if how is NO else ("UGA#3",)), (YES, ("FIN#1",))]

    @pytest.mark.parametrize(
        ("day", "how"),
        [("2015-03-31", YES), ("2015-04-01", UNKNOWN), ("2015-06-29", UNKNOWN), ("2015-06-30", NO)],
    )
    def test_of_a_year_that_is_not_over_by_the_day(self, day: str, how: Certainty) -> None:
        vote = happened(ResolutionVoteCast, "2015-03-01", "UGA", vote=Vote.ABSTAIN, year=2015)
        other = happened(ResolutionVoteCast, "2015-03-01", "FIN", vote=Vote.ABSTAIN, year=2015)
        engine = engine_with(self.SIGNED, self.deposits("2015-04-01/2015-06-30"), vote, other)
        found = of("UGA", "universalization.votes_abstain.2015", view(engine, day))
        assert found == (how, None if how is NO else ("UGA#3",))

    @pytest.mark.parametrize("reading", [PRACTICE, OTHER_END], ids=["last", "first"])
    def test_who_was_party_perhaps_at_the_end_of_a_year_was_so_by_either_end(
        self, reading: Interpretation
    ) -> None:
        """By last days Bulgaria left, and Uganda joined, in 2016; by first days both in 2015."""
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(WithdrawalNotified, "2015-06-15/2015-07-15", "BGR"),
            self.SIGNED,
            self.deposits("2015-12-15/2016-01-15"),
        )
        at = seen(engine, "2020-06-01", reading)
        thirty = {each for several in FIRST_THIRTY.values() for each in several.split()}
        assert parties_at_end_of(at, 2015) == thirty
        assert perhaps_parties_at_end_of(at, 2015) == thirty | {"BGR", "UGA"}
        assert perhaps_parties_at_end_of(at, 2016) == thirty | {"UGA"}


class TestPerhapsAStateParty:
    """Article 3(2): who is a State Party by one end alone is not counted by the other."""

    HELD: Final = happened(StockpileDeclared, "2012-01-01", "BGR", munitions=5)

    @READINGS
    @pytest.mark.parametrize("key", ["declared", "with_duty"])
    @pytest.mark.parametrize(
        ("day", "found"),
        [("2014-12-31", NO), ("2015-01-01", UNKNOWN), ("2015-12-30", UNKNOWN), ("2015-12-31", YES)],
    )
    def test_that_joins_some_day_of_2015(
        self, day: str, found: Certainty, key: str, reading: Interpretation
    ) -> None:
        engine = engine_with(joined("BGR", "2015"), self.HELD)
        events = None if found is NO else ("BGR#3",)
        assert of("BGR", f"stockpiles.{key}", seen(engine, day, reading)) == (found, events)

    @READINGS
    @pytest.mark.parametrize(
        ("day", "found"),
        [("2019-04-30", YES), ("2019-05-01", UNKNOWN), ("2019-05-29", UNKNOWN), ("2019-05-30", NO)],
    )
    def test_that_gives_notice_some_day_of_november_2018(
        self, day: str, found: Certainty, reading: Interpretation
    ) -> None:
        """Article 20(3)."""
        engine = engine_with(
            joined("BGR", "2011-04-06"), self.HELD, happened(WithdrawalNotified, "2018-11", "BGR")
        )
        events = None if found is NO else ("BGR#3",)
        assert of("BGR", "stockpiles.with_duty", seen(engine, day, reading)) == (found, events)

    @READINGS
    def test_that_holds_none_by_either_end_is_not_counted(self, reading: Interpretation) -> None:
        none = happened(StockpileAbsenceDeclared, "2012-01-01", "BGR")
        engine = engine_with(joined("BGR", "2015"), none)
        assert of("BGR", "stockpiles.with_duty", seen(engine, "2015-06-01", reading)) == (NO, None)

    @READINGS
    def test_states_are_in_the_order_of_their_codes(self, reading: Interpretation) -> None:
        told = [
            happened(StockpileDeclared, "2012-01-01", each, munitions=5) for each in ("NOR", "AFG")
        ]
        engine = engine_with(joined("AFG", "2015"), joined("BGR", "2015"), self.HELD, told)
        found = figure("stockpiles.with_duty", seen(engine, "2015-06-01", reading))
        assert isinstance(found, StateCount)
        declared = [each for each in found.unknown if found.unknown[each]]
        assert (list(found.states), declared) == (["NOR"], ["AFG", "BGR"])

    @READINGS
    def test_of_each_by_either_end_there_is_one_answer(self, reading: Interpretation) -> None:
        engine = engine_with(joined("AFG", "2015"), joined("BGR", "2016"))
        found = at_both_ends(seen(engine, "2015-06-01", reading), lambda _: YES, lambda _: ("X#1",))
        thirty = {each for several in FIRST_THIRTY.values() for each in several.split()}
        assert list(found) == [
            (each, UNKNOWN if each == "AFG" else YES, ("X#1",)) for each in sorted({*thirty, "AFG"})
        ]


@READINGS
def test_a_vote_of_who_may_have_left_by_the_end_of_its_year_is_perhaps_of_a_state_not_party(
    reading: Interpretation,
) -> None:
    """Article 21(2): Bulgaria's notice had effect in December 2015, or in January 2016."""
    engine = engine_with(
        joined("BGR", "2011-04-06"),
        happened(WithdrawalNotified, "2015-06-15/2015-07-15", "BGR"),
        happened(ResolutionVoteCast, "2015-12-20", "BGR", vote=Vote.YES, year=2015),
    )
    at = seen(engine, "2020-01-01", reading)
    assert of("BGR", "universalization.votes_yes.2015", at) == (UNKNOWN, ("BGR#4",))
