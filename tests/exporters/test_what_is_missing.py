"""A partial review says in its head what is missing."""

from __future__ import annotations

from datetime import date

import attrs

from ccm_engine import Engine
from ccm_engine.domain.events import CoverageStated
from ccm_engine.domain.provisions import Provision
from ccm_engine.exporters.review.paper import paper
from ccm_engine.exporters.review.parts import Said
from ccm_engine.projections.counting import (
    Figure,
)
from ccm_engine.projections.review import Chapter, Review
from ccm_engine.projections.themes import THEMES
from tests.exporters.counted import (
    SINCE,
    UNTIL,
    count,
    total,
)
from tests.histories import engine_with, happened


class TestWhatIsMissing:
    """A partial review says in its head what is missing."""

    def missing(self, *said: CoverageStated) -> list[str]:
        register = engine_with(*said).on(UNTIL)
        made = paper("a review", register.review(register.on(SINCE)), register)
        return [each.text for each in made.missing if "numbers below" not in each.text]

    def stated(
        self, provision: str, reaches: str | None, state: str | None = None
    ) -> CoverageStated:
        day = None if reaches is None else date.fromisoformat(reaches)
        return happened(CoverageStated, "2020-01-01", provision=provision, reaches=day, state=state)

    def every(self, *but: str) -> list[CoverageStated]:
        """State of every provision of the themes that the record reaches the end."""
        named = {each for theme in THEMES for each in theme.provisions}
        return [self.stated(each, "2020-09-28") for each in sorted(named - set(but))]

    def test_a_log_that_says_nothing_is_taken_as_complete_and_the_head_says_so(self) -> None:
        assert self.missing() == [
            "The log does not say how far its sources reach, and is taken as complete."
        ]

    def test_a_log_that_reaches_the_end_for_all_lacks_nothing(self) -> None:
        assert self.missing(*self.every()) == []

    def test_what_was_gathered_in_part_and_what_stops_early(self) -> None:
        found = self.missing(
            *self.every("7(2)", "6(2)", "7(1)"),
            self.stated("7.2", None),
            self.stated("6.2", None),
            self.stated("7.1", "2019-12-31"),
        )
        assert found == [
            (
                "Articles 6(2) and 7(2): sources were gathered in part only, and silence proves "
                "nothing."
            ),
            (
                "Article 7(1): sources reach to 31 December 2019, and silence after that proves "
                "nothing."
            ),
        ]

    def test_what_nothing_is_said_of(self) -> None:
        register = engine_with(*self.every("21(1)")).on(UNTIL)
        made = paper("a review", register.review(register.on(SINCE)), register)
        assert made.missing[-1] == Said(
            "Article 21(1): the log does not say how far its sources reach, and silence proves "
            "nothing.",
            None,  # for there is nothing that it could lead to
        )
        assert not [key for key in made.notes if key.startswith("missing.")]

    def test_provisions_are_in_the_order_of_the_treaty(self) -> None:
        register = engine_with(self.stated("7.2", None)).on(UNTIL)
        found = [each.provision for each in register.review(register.on(SINCE)).missing]
        assert found == sorted(found, key=lambda each: Provision.parse(each).place)
        assert len(found) > 5

    def test_what_is_stated_of_states_by_name(self) -> None:
        found = self.missing(
            *self.every("7(2)"),
            self.stated("7.2", None),
            self.stated("7.2", "2017-04-29", "ESP"),
            self.stated("7.2", "2014-04-29", "ALB"),
            self.stated("7.2", "2020-09-28", "AUT"),
            self.stated("7.2", "2014-04-29", "PER"),  # bound by nothing in this log
        )
        assert found == [
            (
                "Article 7(2): for two States Parties sources reach only to days between 29 April "
                "2014 and 29 April 2017; for any other of which nothing is stated by name, sources "
                "were gathered in part only, and silence proves nothing."
            )
        ]

    def test_one_state_by_name_and_all_others_known(self) -> None:
        register = engine_with(*self.every(), self.stated("7.2", "2014-04-29", "ALB")).on(UNTIL)
        made = paper("a review", register.review(register.on(SINCE)), register)
        last = made.missing[-1]
        assert last == Said(
            "Article 7(2): for one State Party sources reach only to 29 April 2014.", "missing.7.2"
        )
        (named,) = made.notes["missing.7.2"].counted
        assert (named.name, named.amount, named.events) == (
            "Albania",
            "to 29 April 2014",
            ("ALB#3",),
        )
        assert made.proofs["ALB#3"].sources

    def test_the_last_word_counts(self) -> None:
        found = self.missing(
            *self.every("7(2)"), self.stated("7.2", None), self.stated("7.2", "2020-09-28")
        )
        assert found == []

    def test_a_chapter_says_that_it_is_partial_and_where(self) -> None:
        register = engine_with(*self.every("7(2)"), self.stated("7.2", None)).on(UNTIL)
        made = paper("a review", register.review(register.on(SINCE)), register)
        partial = {each.key: each.partial for each in made.sections if each.partial}
        assert partial == {"transparency": "The record is partial here: Article 7(2)."}

    def test_the_head_counts_what_is_not_exact(self) -> None:
        register = engine_with().on(UNTIL)
        found = Review(SINCE, UNTIL, (_chapter(count("BGR"), count("BGR", "PER"), total()),), (), 1)
        made = paper("a review", found, register)
        assert [each.text for each in made.missing] == [
            (
                "Two of the three numbers below are not exact: for one the record knows a part "
                "only, for one nothing."
            )
        ]

    def test_a_question_of_published_sources_says_so(self) -> None:
        engine = Engine.public_record()
        register = engine.on(UNTIL, published_by=date(2016, 1, 1))
        made = paper("a review", register.review(register.on(SINCE)), register)
        assert any("Only sources that had appeared by 1 January 2016" in e for e in made.about)


def _chapter(*figures: Figure) -> Chapter:
    keyed = [attrs.evolve(each, key=f"{each.key}_{n}") for n, each in enumerate(figures)]
    return Chapter(THEMES[0], tuple(keyed), ())
