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
    UseReported,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.interpretations import Interpretation, PartialDates
from ccm_engine.domain.obligations import Standing
from ccm_engine.projections import universalization
from tests.histories import engine_with, happened, joined, owed

BOUND = joined("LTU", "2011-03-24")
NOTICE = happened(WithdrawalNotified, "2024-09-06", "LTU")


def begun(day: str, conflict: str = "a war") -> Event:
    return happened(ArmedConflictBegun, day, "LTU", conflict=conflict)


def ended(day: str, conflict: str = "a war") -> Event:
    return happened(ArmedConflictEnded, day, "LTU", conflict=conflict)


def effective(engine: Engine, as_of: date = date(2026, 1, 1)) -> date | None:
    return engine.on(as_of).state("LTU").binding.withdrawal_effective_on


def revoked(day: str) -> Event:
    return happened(WithdrawalRevoked, day, "LTU")


def retracted(target: str) -> Event:
    said = happened(WithdrawalRevoked, "2026-01-01", "LTU")
    return Retracted(
        occurred_on=said.occurred_on, citations=said.citations, target=target, reason="never"
    )


class TestArticle20Paragraph2:
    """A notice stands until it is revoked, and that it can be until it has effect."""

    def test_a_notice_revoked_in_time_has_no_effect(self) -> None:
        assert effective(engine_with(BOUND, NOTICE, revoked("2025-03-05"))) is None

    def test_who_has_left_is_not_bound_again_by_a_revocation_of_unsure_day(self) -> None:
        """It may have come in time; in the order of events it came after the effect."""
        engine = engine_with(BOUND, NOTICE)
        (remark,) = engine.record([revoked("2025-02-01/2025-04-01")]).remarks
        assert "it may have come after the withdrawal took effect on 2025-03-06" in remark
        assert engine.on(date(2025, 3, 10)).state("LTU").binding.ceased_on == date(2025, 3, 6)
        assert engine.on(date(2025, 4, 2)).state("LTU").binding.ceased_on == date(2025, 3, 6)

    def test_nor_where_the_end_of_a_conflict_is_told_of_later(self) -> None:
        engine = engine_with(BOUND, NOTICE, begun("2025-01-01"), revoked("2025-06-01"))
        assert effective(engine) is None
        late = engine_with(
            BOUND, NOTICE, begun("2025-01-01"), revoked("2025-06-01"), ended("2025-04-01")
        )
        assert effective(late) == date(2025, 4, 1)

    def test_the_first_notice_that_stands_counts(self) -> None:
        second = happened(WithdrawalNotified, "2024-12-01", "LTU")
        between = revoked("2024-10-01")
        assert effective(engine_with(BOUND, NOTICE, between, second)) == date(2025, 6, 1)
        engine = engine_with(BOUND, NOTICE, between, second, retracted("LTU#4"))
        assert effective(engine) == date(2025, 3, 6)


class TestConsents:
    """Articles 16 and 17: a new one counts after the withdrawal from the one before had effect."""

    BACK = happened(InstrumentDeposited, "2025-07-10", "LTU", instrument=Instrument.ACCESSION)

    def test_who_left_and_joins_again_is_bound_from_a_new_day(self) -> None:
        binding = engine_with(BOUND, NOTICE, self.BACK).on(date(2026, 2, 1)).state("LTU").binding
        assert (binding.in_force_on, binding.ceased_on) == (date(2026, 1, 1), None)

    def test_who_never_left_is_bound_from_the_first(self) -> None:
        """The notice that let the second instrument in is retracted; that one changes nothing."""
        engine = engine_with(BOUND, NOTICE, self.BACK, retracted("LTU#3"))
        binding = engine.on(date(2026, 2, 1)).state("LTU").binding
        assert (binding.in_force_on, binding.notice) == (date(2011, 9, 1), None)
        assert binding.deposit is not None
        assert binding.deposit.id == "LTU#2"
        due = engine.on(date(2026, 2, 1)).obligation("LTU/3.2").due
        assert due == PartialDate.on(date(2019, 9, 1))
        again = happened(WithdrawalNotified, "2025-09-01", "LTU")
        engine.record([again])
        engine.record([revoked("2025-10-01")])  # of the notice against the first instrument

    def test_where_a_conflict_is_told_of_later_the_instrument_came_too_early(self) -> None:
        engine = engine_with(BOUND, NOTICE, self.BACK, begun("2025-01-01"), ended("2025-12-01"))
        binding = engine.on(date(2026, 2, 1)).state("LTU").binding
        assert (binding.in_force_on, binding.ceased_on) == (date(2011, 9, 1), date(2025, 12, 1))

    def test_it_is_not_one_of_the_thirty_nor_seen_by_other_states(self) -> None:
        never_left = engine_with(BOUND, NOTICE, self.BACK, retracted("LTU#3"))
        deposits = never_left.on(date(2026, 2, 1)).point.ccm.deposits
        assert [each.id for each in deposits if each.event.state == "LTU"] == ["LTU#2"]
        used = happened(UseReported, "2006-08-01", "NOR", on_territory_of=("LTU",))
        never_left.record([used])
        encouraged = never_left.on(date(2025, 9, 1)).obligation("NOR/4.4/LTU")
        assert encouraged.standing is Standing.CONTINUING

    def test_a_review_does_not_count_it_as_joining(self) -> None:
        never_left = engine_with(BOUND, NOTICE, self.BACK, retracted("LTU#3"))
        before, after = (never_left.on(day).view() for day in (date(2025, 1, 1), date(2026, 3, 1)))
        assert universalization.joined(before, after) == ()
        left = engine_with(BOUND, NOTICE, self.BACK)
        before, after = (left.on(day).view() for day in (date(2025, 1, 1), date(2026, 3, 1)))
        assert [each.event for each in universalization.joined(before, after)] == ["LTU#4"]


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

    def test_a_conflict_that_goes_on_begins_not_again(self) -> None:
        """Else where first days count (INT-0012) a second word would move its beginning back."""
        engine = engine_with(BOUND, NOTICE, begun("2025-03-07"), begun("../2025-06-30"))
        by_first_days = Interpretation(partial_dates=PartialDates.FIRST_DAY)
        bound = engine.on(date(2026, 1, 1), reading=by_first_days).state("LTU").binding
        assert bound.withdrawal_effective_on == date(2025, 3, 6)
        assert owed(engine, "LTU/7.1", "2026-01-01").otherwise is None

    def test_a_state_that_withdrew_is_no_longer_counted(self) -> None:
        engine = engine_with(BOUND, NOTICE)
        before, after = engine.on(date(2025, 3, 5)), engine.on(date(2025, 3, 6))
        for basis in PartyCount:
            assert "LTU" in {each.state for each in before.parties(basis).parties}
            assert "LTU" not in {each.state for each in after.parties(basis).parties}
        counts = before.parties().consented - after.parties().consented
        assert (counts, before.parties().in_force - after.parties().in_force) == (1, 1)
        assert [each.state for each in after.parties().withdrawn] == ["LTU"]
