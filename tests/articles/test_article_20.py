"""Article 20: withdrawal, and the armed conflict that holds it up."""

from __future__ import annotations

from datetime import date

from ccm_engine import Engine, PartyCount
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    ArmedConflictBegun,
    ArmedConflictEnded,
    Event,
    Instrument,
    InstrumentDeposited,
    Retracted,
    WithdrawalNotified,
)
from tests.histories import engine_with, happened, joined

BOUND = joined("LTU", "2011-03-24")
NOTICE = happened(WithdrawalNotified, "2024-09-06", "LTU")


def begun(day: str, conflict: str = "a war") -> Event:
    return happened(ArmedConflictBegun, day, "LTU", conflict=conflict)


def ended(day: str, conflict: str = "a war") -> Event:
    return happened(ArmedConflictEnded, day, "LTU", conflict=conflict)


def effective(engine: Engine, as_of: date = date(2026, 1, 1)) -> date | None:
    return engine.on(as_of).state("LTU").binding.withdrawal_effective_on


class TestArticle20Paragraph2:
    """A new consent counts after the withdrawal from the one before had effect."""

    BACK = happened(InstrumentDeposited, "2025-07-10", "LTU", instrument=Instrument.ACCESSION)

    def test_who_left_and_joins_again_is_bound_from_a_new_day(self) -> None:
        binding = engine_with(BOUND, NOTICE, self.BACK).on(date(2026, 2, 1)).state("LTU").binding
        assert (binding.in_force_on, binding.ceased_on) == (date(2026, 1, 1), None)

    def test_who_never_left_is_bound_from_the_first(self) -> None:
        """The notice that let the second instrument in is retracted; that one changes nothing."""
        notice = Retracted(
            occurred_on=NOTICE.occurred_on,
            citations=NOTICE.citations,
            target="LTU#3",
            reason="no notice was received",
        )
        engine = engine_with(BOUND, NOTICE, self.BACK, notice)
        binding = engine.on(date(2026, 2, 1)).state("LTU").binding
        assert (binding.in_force_on, binding.notice) == (date(2011, 9, 1), None)
        assert binding.deposit is not None
        assert binding.deposit.id == "LTU#2"
        assert engine.on(date(2026, 2, 1)).obligation("LTU/3.2").due == PartialDate.on(
            date(2019, 9, 1)
        )


class TestArticle20Paragraph3:
    """Six months after the depositary received it, or the end of a conflict that lasts longer."""

    def test_without_a_conflict_six_months_pass(self) -> None:
        assert effective(engine_with(BOUND, NOTICE)) == date(2025, 3, 6)

    def test_a_conflict_that_lasts_holds_it_up(self) -> None:
        engine = engine_with(BOUND, NOTICE, begun("2024-12-01"))
        assert effective(engine) is None
        register = engine.on(date(2026, 1, 1))
        assert register.state("LTU").binding.binds_on(date(2026, 1, 1))
        (held_up,) = register.parties().withdrawn
        assert (held_up.state, held_up.effective_on) == ("LTU", None)

    def test_it_takes_effect_on_the_day_the_conflict_ends(self) -> None:
        engine = engine_with(BOUND, NOTICE, begun("2024-12-01"), ended("2025-06-10"))
        assert effective(engine) == date(2025, 6, 10)

    def test_of_several_conflicts_the_last_to_end_counts(self) -> None:
        longer = [begun("2024-12-01"), ended("2025-06-10")]
        shorter = [begun("2025-01-01", "another"), ended("2025-04-01", "another")]
        assert effective(engine_with(BOUND, NOTICE, longer, shorter)) == date(2025, 6, 10)

    def test_one_that_begins_on_the_last_day_of_the_six_months_holds_it_up(self) -> None:
        assert effective(engine_with(BOUND, NOTICE, begun("2025-03-06"))) is None

    def test_a_conflict_that_ended_before_the_six_months_changes_nothing(self) -> None:
        engine = engine_with(BOUND, NOTICE, begun("2024-12-01"), ended("2025-03-05"))
        assert effective(engine) == date(2025, 3, 6)

    def test_a_conflict_that_begins_after_the_six_months_changes_nothing(self) -> None:
        assert effective(engine_with(BOUND, NOTICE, begun("2025-03-07"))) == date(2025, 3, 6)

    def test_a_conflict_begun_again_later_does_not_move_the_effect(self) -> None:
        engine = engine_with(
            BOUND, NOTICE, begun("2024-12-01"), ended("2025-06-10"), begun("2025-08-01")
        )
        assert effective(engine) == date(2025, 6, 10)

    def test_a_state_that_withdrew_is_no_longer_counted(self) -> None:
        engine = engine_with(BOUND, NOTICE)
        before, after = engine.on(date(2025, 3, 5)), engine.on(date(2025, 3, 6))
        for basis in PartyCount:
            assert "LTU" in {each.state for each in before.parties(basis).parties}
            assert "LTU" not in {each.state for each in after.parties(basis).parties}
        counts = before.parties().consented - after.parties().consented
        assert (counts, before.parties().in_force - after.parties().in_force) == (1, 1)
        assert [each.state for each in after.parties().withdrawn] == ["LTU"]
