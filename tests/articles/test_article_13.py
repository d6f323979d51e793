"""Article 13: how an amendment is supported, adopted and comes into force; no case so far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.articles.article_13_amendments import (
    is_majority,
    last_day_to_support,
    majority_reached,
    two_thirds,
)
from ccm_engine.domain.events import (
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    CoverageStated,
    WithdrawalNotified,
)
from ccm_engine.projections.amendments import Amendment, Stage, amendments
from tests.histories import FIRST_THIRTY, engine_with, happened, joined, on, source

THIRTY: Final = sorted(" ".join(FIRST_THIRTY.values()).split())
ABOUT: Final = {"amendment": "annex"}
PROPOSED: Final = happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", **ABOUT)
CIRCULATED: Final = happened(AmendmentCirculated, "2012-02-01", **ABOUT)
STEPS: Final = (PROPOSED, CIRCULATED)
ADOPTED: Final = happened(AmendmentAdopted, "2012-09-14", in_favour=20, against=10, **ABOUT)
LAST_DAY: Final = "2012-05-01"
"""90 days after 1 February 2012, in a leap year."""


def supported(states: Iterable[str], day: str = "2012-03-01") -> list[Event]:
    return [happened(AmendmentSupported, day, supported_by=each, **ABOUT) for each in states]


def accepted(states: Iterable[str], day: str) -> list[Event]:
    return [happened(AmendmentAccepted, day, accepted_by=each, **ABOUT) for each in states]


def reach(provision: str, day: str) -> CoverageStated:
    until = date.fromisoformat(day)
    return happened(CoverageStated, "2020-10-01", provision=provision, reaches=until)


def amendment(engine: Engine, as_of: str) -> Amendment:
    (found,) = amendments(engine.on(date.fromisoformat(as_of)).point)
    return found


class TestArticle13Paragraph1:
    """A majority of the States Parties supports a proposal within 90 days of its circulation."""

    def test_nothing_is_amended_so_far(self) -> None:
        assert amendments(Engine.public_record().on(date(2026, 1, 1)).point) == ()

    def test_before_it_is_circulated_it_is_proposed_and_no_more(self) -> None:
        found = amendment(engine_with(PROPOSED, CIRCULATED), "2012-01-31")
        assert (found.stage, found.support_until, found.asked) == (Stage.PROPOSED, None, ())

    def test_the_90_days_leave_out_the_day_of_circulation(self) -> None:
        engine = engine_with(PROPOSED, CIRCULATED)
        last = amendment(engine, LAST_DAY)
        assert (str(last.support_until), last.stage) == (LAST_DAY, Stage.OPEN_FOR_SUPPORT)
        assert amendment(engine, "2012-05-02").stage is Stage.LAPSED

    def test_it_lapses_only_where_the_sources_reach_the_last_day(self) -> None:
        short = engine_with(PROPOSED, CIRCULATED, reach("13.1", "2012-04-30"))
        assert amendment(short, LAST_DAY).stage is Stage.OPEN_FOR_SUPPORT
        assert amendment(short, "2012-05-02").stage is Stage.UNDETERMINED
        enough = engine_with(PROPOSED, CIRCULATED, reach("13.1", LAST_DAY))
        assert amendment(enough, "2012-05-02").stage is Stage.LAPSED

    def test_sources_that_appeared_before_the_last_day_do_not_tell_that_it_lapsed(self) -> None:
        appeared = (attrs.evolve(source()[0], published=on("2012-02-02")),)
        engine = engine_with(attrs.evolve(each, citations=appeared) for each in STEPS)
        for published_by, stage in (("2012-04-30", Stage.UNDETERMINED), (LAST_DAY, Stage.LAPSED)):
            by = date.fromisoformat(published_by)
            (found,) = amendments(engine.on(date(2013, 1, 1), published_by=by).point)
            assert found.stage is stage

    def test_the_day_of_the_majority_is_as_sure_as_the_days_of_support(self) -> None:
        engine = engine_with(
            PROPOSED,
            CIRCULATED,
            supported(THIRTY[:15]),
            supported(THIRTY[15:16], "2012-03"),
        )
        assert str(amendment(engine, "2012-06-01").supported_on) == "2012-03"
        engine.record(supported(THIRTY[16:17], "2012-03-20"))
        assert str(amendment(engine, "2012-03-25").supported_on) == "2012-03-01/2012-03-20"

    def test_half_of_the_states_parties_are_no_majority(self) -> None:
        engine = engine_with(PROPOSED, CIRCULATED, supported(THIRTY[:15]))
        assert amendment(engine, "2012-05-02").stage is Stage.LAPSED
        engine.record(supported(THIRTY[15:16], LAST_DAY))
        found = amendment(engine, "2012-05-02")
        assert (found.stage, str(found.supported_on)) == (Stage.SUPPORTED, LAST_DAY)

    def test_who_supports_it_a_day_late_does_not_count(self) -> None:
        engine = engine_with(
            PROPOSED, CIRCULATED, supported(THIRTY[:15]), supported(THIRTY[15:16], "2012-05-02")
        )
        found = amendment(engine, "2012-06-01")
        assert (found.stage, len(found.supported_by)) == (Stage.LAPSED, 15)

    def test_who_supports_it_twice_counts_once(self) -> None:
        engine = engine_with(PROPOSED, CIRCULATED, supported([*THIRTY[:15], THIRTY[0]]))
        assert amendment(engine, "2012-06-01").stage is Stage.LAPSED

    def test_the_states_asked_are_those_bound_on_the_day_of_circulation(self) -> None:
        """Bulgaria and Cook Islands joined in between: bound on 1 October 2011, 1 February 2012."""
        engine = engine_with(
            joined("BGR", "2011-04-06"), joined("COK", "2011-08-23"), joined("CHE", "2012-07-17")
        )
        engine.record([PROPOSED, CIRCULATED, *supported(["BGR", "COK"])])
        found = amendment(engine, "2026-01-01")
        assert set(found.asked) == {*THIRTY, "BGR", "COK"}
        assert found.supported_by == ("BGR", "COK")

    def test_who_joined_after_circulation_makes_no_majority(self) -> None:
        engine = engine_with(joined("CHE", "2011-10-17"), PROPOSED, CIRCULATED)
        engine.record([*supported(THIRTY[:15]), *supported(["CHE"], "2012-04-01")])
        found = amendment(engine, "2012-06-01")
        assert ("CHE" in found.asked, found.stage) == (False, Stage.LAPSED)

    def test_who_left_since_is_counted_all_the_same(self) -> None:
        left = happened(WithdrawalNotified, "2013-01-15", THIRTY[0])
        engine = engine_with(PROPOSED, CIRCULATED, supported(THIRTY[:16]), left)
        found = amendment(engine, "2014-01-01")
        assert (len(found.asked), found.stage) == (30, Stage.SUPPORTED)

    def test_who_left_and_came_back_was_asked_at_the_time(self) -> None:
        """Bolivia would be bound from 1 October 2011, leave in 2013 and join again in 2015."""
        engine = engine_with(
            joined("BOL", "2011-04-30", None),
            PROPOSED,
            CIRCULATED,
            happened(WithdrawalNotified, "2013-01-15", "BOL"),
            joined("BOL", "2015-01-10", None),
        )
        assert "BOL" in amendment(engine, "2020-01-01").asked

    def test_of_a_circulation_known_in_part_the_other_end_is_told(self) -> None:
        circulated = happened(AmendmentCirculated, "2012-02", **ABOUT)
        engine = engine_with(PROPOSED, circulated)
        found = amendment(engine, "2012-05-10")
        assert str(found.support_until) == "2012-05-01/2012-05-29"
        assert (found.stage, found.otherwise) == (Stage.OPEN_FOR_SUPPORT, Stage.LAPSED)
        assert amendment(engine, "2012-05-30").otherwise is None

    def test_both_ends_of_the_90_days_are_counted(self) -> None:
        assert str(last_day_to_support(on("2011-02-01"))) == "2011-05-02"
        assert str(last_day_to_support(on("../2011-02-01"))) == "../2011-05-02"


class TestArticle13Paragraph4:
    """Two thirds of the States Parties present and voting adopt an amendment."""

    @pytest.mark.parametrize(
        ("in_favour", "against", "enough"),
        [(20, 10, True), (19, 10, False), (21, 10, True), (1, 0, True), (0, 0, False)],
    )
    def test_two_thirds_of_the_votes_are_enough(
        self, in_favour: int, against: int, enough: bool
    ) -> None:
        votes = {"in_favour": in_favour, "against": against}
        assert two_thirds(happened(AmendmentAdopted, "2012-09-14", **ABOUT, **votes)) is enough

    def test_an_unknown_vote_is_no_vote(self) -> None:
        assert two_thirds(happened(AmendmentAdopted, "2012-09-14", in_favour=9, **ABOUT)) is None


class TestArticle13Paragraph5:
    """In force for who accepted it, when a majority of the parties at adoption has."""

    def engine(self, *more: Event | Iterable[Event]) -> Engine:
        return engine_with(PROPOSED, CIRCULATED, supported(THIRTY[:16]), ADOPTED, *more)

    def test_until_a_majority_accepted_it_nobody_is_bound_by_it(self) -> None:
        found = amendment(self.engine(accepted(THIRTY[:15], "2013-01-01")), "2020-01-01")
        assert (found.stage, found.in_force_on, found.in_force_for) == (Stage.ADOPTED, None, {})
        assert len(found.accepted_by) == 15

    def test_it_comes_into_force_on_the_day_of_the_sixteenth_of_thirty(self) -> None:
        engine = self.engine(
            accepted(THIRTY[:15], "2013-01-01"),
            accepted(THIRTY[15:16], "2014-02-02"),
            accepted(THIRTY[16:17], "2015-03-03"),
        )
        assert amendment(engine, "2014-02-01").stage is Stage.ADOPTED
        found = amendment(engine, "2020-01-01")
        assert (found.stage, str(found.in_force_on)) == (Stage.IN_FORCE, "2014-02-02")
        days = [str(found.in_force_for[each]) for each in (THIRTY[0], THIRTY[15], THIRTY[16])]
        assert days == ["2014-02-02", "2014-02-02", "2015-03-03"]
        assert THIRTY[17] not in found.in_force_for

    def test_who_joins_after_adoption_makes_no_majority_and_is_bound_by_it(self) -> None:
        engine = self.engine(
            joined("CHE", "2012-07-17"),
            accepted(THIRTY[:15], "2013-01-01"),
            accepted(["CHE"], "2013-02-01"),
        )
        assert amendment(engine, "2014-01-01").stage is Stage.ADOPTED
        engine.record(accepted(THIRTY[15:16], "2014-02-02"))
        found = amendment(engine, "2020-01-01")
        assert ("CHE" in found.parties_at_adoption, "CHE" in found.in_force_for) == (False, True)

    def test_for_who_is_bound_only_later_it_is_in_force_from_then(self) -> None:
        """Switzerland would accept on depositing in July 2012; bound on 1 January 2013."""
        engine = self.engine(
            joined("CHE", "2012-07-17"),
            accepted(THIRTY[:16], "2012-09-20"),
            accepted(["CHE"], "2012-10-01"),
        )
        assert "CHE" not in amendment(engine, "2012-12-31").in_force_for
        assert str(amendment(engine, "2013-01-01").in_force_for["CHE"]) == "2013-01-01"

    def test_for_who_left_it_is_in_force_no_more_and_counts_for_the_others(self) -> None:
        left = happened(WithdrawalNotified, "2014-01-15", THIRTY[0])
        engine = self.engine(accepted(THIRTY[:16], "2013-01-01"), left)
        found = amendment(engine, "2015-01-01")
        assert (found.stage, len(found.parties_at_adoption)) == (Stage.IN_FORCE, 30)
        assert THIRTY[0] not in found.in_force_for

    def test_adopted_and_no_more_needs_sources_that_reach_the_day(self) -> None:
        engine = self.engine(accepted(THIRTY[:15], "2013-01-01"), reach("13.5", "2014-06-30"))
        assert amendment(engine, "2014-06-30").stage is Stage.ADOPTED
        found = amendment(engine, "2014-07-01")
        assert (found.stage, found.in_force_on) == (Stage.UNDETERMINED, None)
        engine.record(accepted(THIRTY[15:16], "2014-02-02"))
        assert amendment(engine, "2014-07-01").stage is Stage.IN_FORCE

    def test_of_a_majority_known_in_part_both_ends_are_told(self) -> None:
        engine = self.engine(accepted(THIRTY[:15], "2013-03-01"), accepted(THIRTY[15:16], "2013"))
        found = amendment(engine, "2020-01-01")
        assert str(found.in_force_on) == "2013-03-01/2013-12-31"
        assert {str(day) for day in found.in_force_for.values()} == {"2013-03-01/2013-12-31"}

    def test_a_later_acceptance_known_in_part_may_have_made_the_majority(self) -> None:
        engine = self.engine(
            accepted(THIRTY[:15], "2013-01-01"),
            accepted(THIRTY[15:16], "2014-02-02"),
            accepted(THIRTY[16:17], "2014"),
        )
        found = amendment(engine, "2014-03-01")
        assert (str(found.in_force_on), len(found.accepted_by)) == ("2014-01-01/2014-02-02", 16)

    def test_it_is_in_force_for_nobody_before_it_was_adopted(self) -> None:
        """Its adoption is on 14 September 2012; of the acceptances only the year is known."""
        found = amendment(self.engine(accepted(THIRTY[:16], "2012")), "2020-01-01")
        assert str(found.in_force_on) == "2012-09-14/2012-12-31"
        assert {str(day) for day in found.in_force_for.values()} == {"2012-09-14/2012-12-31"}

    def test_what_a_state_accepted_after_it_left_does_not_count(self) -> None:
        """Notice in January 2013 takes effect in July, before the acceptance of February 2014."""
        engine = self.engine(
            accepted(THIRTY[:15], "2013-01-01"), accepted(THIRTY[15:16], "2014-02-02")
        )
        assert amendment(engine, "2020-01-01").stage is Stage.IN_FORCE
        engine.record([happened(WithdrawalNotified, "2013-01-15", THIRTY[15])])
        found = amendment(engine, "2020-01-01")
        assert (found.stage, len(found.accepted_by)) == (Stage.ADOPTED, 15)

    def test_who_joins_again_accepts_again_and_makes_the_majority_once(self) -> None:
        """Bolivia would accept, leave in 2013, join again in 2015 and be bound from July."""
        engine = engine_with(
            joined("BOL", "2011-04-30", None),
            PROPOSED,
            ADOPTED,
            accepted(["BOL", *THIRTY[:14]], "2012-12-01"),
            happened(WithdrawalNotified, "2013-01-15", "BOL"),
            joined("BOL", "2015-01-10", None),
            accepted(THIRTY[14:15], "2015-03-03"),
        )
        found = amendment(engine, "2020-01-01")
        assert (len(found.parties_at_adoption), str(found.in_force_on)) == (31, "2015-03-03")
        assert "BOL" not in found.in_force_for
        engine.record(accepted(["BOL"], "2016-05-05"))
        again = amendment(engine, "2020-01-01")
        assert str(again.in_force_for["BOL"]) == "2016-05-05"
        assert (len(again.accepted_by), str(again.in_force_on)) == (16, "2015-03-03")

    def test_a_majority_is_more_than_half(self) -> None:
        assert [is_majority(count, 4) for count in (1, 2, 3)] == [False, False, True]
        assert is_majority(2, 3)
        assert not is_majority(0, 0)

    def test_who_is_not_counted_makes_no_majority(self) -> None:
        days, since = {"DEU": on("2013-01-01"), "USA": on("2012-01-01")}, on("2011-01-01")
        assert majority_reached(days, ["DEU"], since) == on("2013-01-01")
        assert majority_reached(days, ["DEU", "FRA"], since) is None
