"""Every number of a review has a key of its own, and leads to states and events that exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest

from ccm_engine import Engine, Register
from ccm_engine.domain.states import ALL_STATES
from ccm_engine.errors import InvalidValueError, OutsideModelError, UnknownFigureError
from ccm_engine.projections.counting import (
    Clause,
    Figure,
    Part,
    Quantity,
    Share,
    StateCount,
    StatedNumber,
    by_state,
)
from ccm_engine.projections.review import Review, figure
from ccm_engine.projections.themes import THEMES

CLAUSE = Clause("State Party holds stocks", "States Parties hold stocks")


@pytest.fixture(scope="module")
def ends() -> tuple[Register, Register]:
    engine = Engine.public_record()
    return engine.on(date(2015, 9, 11)), engine.on(date(2020, 9, 28))


@pytest.fixture(scope="module")
def review(ends: tuple[Register, Register]) -> Review:
    before, after = ends
    return after.review(before)


def counts(figure: Figure) -> Iterable[StateCount]:
    match figure:
        case StateCount():
            yield figure
        case Share():
            yield figure.part
            yield figure.whole
        case _:
            return


class TestEveryFigureOfTheReview:
    def test_has_a_key_of_its_own_under_its_theme(self, review: Review) -> None:
        keys = Counter(each.key for each in review.figures())
        assert [key for key, times in keys.items() if times > 1] == []
        for chapter in review.chapters:
            for each in (*chapter.progress, *chapter.position):
                assert each.key.startswith(f"{chapter.theme.key}.")

    def test_is_found_by_its_key(self, ends: tuple[Register, Register], review: Review) -> None:
        before, after = (each.view() for each in ends)
        for each in review.figures():
            assert figure(each.key, after, before) == each

    def test_says_what_it_counts_for_one_and_for_many(self, review: Review) -> None:
        for each in review.figures():
            assert each.clause.one.strip(), each.key
            assert each.clause.many.strip(), each.key
            assert not each.clause.many.endswith("."), each.key

    def test_names_states_in_the_order_of_codes(self, review: Review) -> None:
        for each in review.figures():
            for count in counts(each):
                for states in (count.states, count.unknown):
                    assert list(states) == sorted(states), each.key
                    assert set(states) <= set(map(str, ALL_STATES)), each.key

    def test_counts_no_state_both_for_certain_and_perhaps(self, review: Review) -> None:
        for each in review.figures():
            for count in counts(each):
                assert not set(count.states) & set(count.unknown), each.key

    def test_leads_to_events_of_the_record(
        self, ends: tuple[Register, Register], review: Review
    ) -> None:
        history = ends[1].point.history
        known = {entry.id for stream in history.chronicles.values() for entry in stream.entries}
        for each in review.figures():
            for count in counts(each):
                for state, events in count.states.items():
                    assert set(events) <= known, (each.key, state)

    def test_proves_each_state_it_counts_by_an_event_at_least(self, review: Review) -> None:
        unproven = [
            (each.key, state)
            for each in review.figures()
            for count in counts(each)
            for state, events in count.states.items()
            if not events
        ]
        assert unproven == []


class TestThreeValues:
    def test_a_count_with_unknown_states_is_a_lower_bound(self) -> None:
        count = StateCount(key="a.b", clause=CLAUSE, states={"PER": ("PER#1",)})
        assert (count.value, count.exact) == (1, True)
        unsure = StateCount(
            key="a.b", clause=CLAUSE, states={"PER": ("PER#1",)}, unknown={"GNB": ()}
        )
        assert (unsure.value, unsure.exact) == (1, False)

    def test_a_sum_of_nothing_known_is_unknown_and_not_zero(self) -> None:
        nothing = Quantity(
            key="a.b", clause=CLAUSE, unit="munitions", parts={"PER": Part(None, ())}
        )
        assert (nothing.value, nothing.exact) == (None, False)
        none = Quantity(key="a.b", clause=CLAUSE, unit="munitions", parts={"PER": Part(0, ())})
        assert (none.value, none.exact) == (0, True)

    def test_a_sum_of_which_a_part_is_unknown_is_a_lower_bound(self) -> None:
        parts = {"PER": Part(3, ("PER#1",)), "ZAF": Part(None, ())}
        some = Quantity(key="a.b", clause=CLAUSE, unit="munitions", parts=parts)
        assert (some.value, some.exact) == (3, False)

    def test_an_empty_whole_has_no_share(self) -> None:
        nobody = StateCount(key="a.b", clause=CLAUSE, states={})
        assert Share(key="a.c", clause=CLAUSE, part=nobody, whole=nobody).value is None

    @pytest.mark.parametrize(
        ("part", "whole", "per_cent"), [(100, 107, 93), (1, 8, 13), (2, 3, 67)]
    )
    def test_a_share_is_rounded_half_up(self, part: int, whole: int, per_cent: int) -> None:
        states = [str(each) for each in list(ALL_STATES)[:whole]]
        all_of = StateCount(key="a.b", clause=CLAUSE, states=dict.fromkeys(states, ("PER#1",)))
        some = StateCount(key="a.c", clause=CLAUSE, states=dict.fromkeys(states[:part], ("PER#1",)))
        assert Share(key="a.d", clause=CLAUSE, part=some, whole=all_of).value == per_cent

    def test_a_number_that_no_document_gives_is_not_exact(self) -> None:
        assert not StatedNumber(key="a.b", clause=CLAUSE, value=None, events=()).exact

    def test_events_of_one_state_are_put_together_once(self) -> None:
        found = by_state([("PER", ("PER#2",)), ("BGR", ("BGR#1",)), ("PER", ("PER#2", "PER#3"))])
        assert list(found.items()) == [("BGR", ("BGR#1",)), ("PER", ("PER#2", "PER#3"))]


class TestBadInput:
    def test_a_period_that_ends_before_it_begins_is_refused(
        self, ends: tuple[Register, Register]
    ) -> None:
        before, after = ends
        with pytest.raises(InvalidValueError, match="the period ends before it begins"):
            before.review(after)

    def test_an_empty_period_is_refused(self, ends: tuple[Register, Register]) -> None:
        with pytest.raises(InvalidValueError, match="the period ends before it begins"):
            ends[0].review(ends[0])

    def test_a_day_the_log_cannot_know_is_refused(self, ends: tuple[Register, Register]) -> None:
        later = Engine.public_record().on(date(2030, 1, 1))
        with pytest.raises(OutsideModelError, match="knows nothing later than"):
            later.review(ends[0])

    def test_two_logs_make_no_review(self, ends: tuple[Register, Register]) -> None:
        with pytest.raises(InvalidValueError, match="not told from the same events"):
            ends[1].review(Engine.in_memory().on(date(2015, 9, 11)))

    def test_an_unknown_key_names_the_nearest(self, ends: tuple[Register, Register]) -> None:
        with pytest.raises(UnknownFigureError, match="did you mean universalization"):
            figure("universalization.consentd", ends[1].view())

    def test_a_key_of_no_theme_names_the_themes(self, ends: tuple[Register, Register]) -> None:
        with pytest.raises(UnknownFigureError, match="keys begin with one of: universalization"):
            figure("zzz", ends[1].view())

    def test_themes_have_keys_of_their_own(self) -> None:
        assert len({theme.key for theme in THEMES}) == len(THEMES)
