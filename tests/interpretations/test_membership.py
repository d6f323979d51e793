"""Choices about who is bound, since when and until when: INT-0005, 0007, 0009, 0016, 0020."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Interpretation, PartyCount, Standing
from ccm_engine.domain.events import EntryIntoForceNotified, WithdrawalNotified
from ccm_engine.domain.interpretations import (
    AfterWithdrawal,
    EntryIntoForceDay,
    SixthMonth,
    ThirtiethDeposit,
)
from ccm_engine.errors import UnknownObligationError
from tests.histories import engine_with, happened, joined, owed
from tests.interpretations.readings import by


def _in_force_on(engine: Engine, state: str, reading: Interpretation) -> date | None:
    return engine.on(date(2026, 1, 1), reading=reading).state(state).binding.in_force_on


class TestAStateIsCountedFromItsConsent:
    """South Sudan was greeted as a State Party on 3 August 2023: INT-0005."""

    SOUTH_SUDAN: Final = tuple(joined("SSD", "2023-08-03", signed_on=None))

    @by(PartyCount.CONSENT)
    def test_it_is_a_party_on_the_day_of_its_deposit(self, reading: Interpretation) -> None:
        roster = engine_with(self.SOUTH_SUDAN).on(date(2023, 8, 3), reading=reading).parties()
        assert len(roster.parties) == roster.consented == 31
        assert "SSD" in [each.state for each in roster.parties]

    @by(PartyCount.IN_FORCE)
    def test_it_would_be_one_from_entry_into_force(self, reading: Interpretation) -> None:
        engine = engine_with(self.SOUTH_SUDAN)
        before = engine.on(date(2024, 1, 31), reading=reading).parties()
        assert len(before.parties) == before.in_force == 30
        assert "SSD" not in [each.state for each in before.parties]
        after = engine.on(date(2024, 2, 1), reading=reading).parties()
        assert "SSD" in [each.state for each in after.parties]

    @by(PartyCount.IN_FORCE)
    def test_both_numbers_are_given_whichever_is_listed(self, reading: Interpretation) -> None:
        roster = engine_with(self.SOUTH_SUDAN).on(date(2023, 8, 3), reading=reading).parties()
        assert (roster.consented, roster.in_force) == (31, 30)


class TestNothingNewFallsDueAfterAWithdrawal:
    """Lithuania's withdrawal took effect on 6 March 2025: INT-0007."""

    LITHUANIA: Final = (
        *joined("LTU", "2011-03-24"),
        happened(WithdrawalNotified, "2024-09-06", "LTU"),
    )

    @by(AfterWithdrawal.NOTHING_NEW)
    def test_the_report_due_on_30_april_2025_is_no_longer_owed(
        self, reading: Interpretation
    ) -> None:
        engine = engine_with(self.LITHUANIA)
        last = owed(engine, "LTU/7.2/2024", "2025-05-01", reading)
        assert (last.standing, last.due) == (Standing.CEASED, None)
        with pytest.raises(UnknownObligationError):
            owed(engine, "LTU/7.2/2025", "2026-05-01", reading)

    @by(AfterWithdrawal.YEARS_BEGUN)
    def test_the_years_begun_while_bound_would_still_be_reported_on(
        self, reading: Interpretation
    ) -> None:
        engine = engine_with(self.LITHUANIA)
        before_notice_ran_out = owed(engine, "LTU/7.2/2024", "2025-05-01", reading)
        assert before_notice_ran_out.standing is Standing.OVERDUE
        assert str(before_notice_ran_out.due) == "2025-04-30"
        year_of_effect = owed(engine, "LTU/7.2/2025", "2026-05-01", reading)
        assert year_of_effect.standing is Standing.OVERDUE
        year_after = owed(engine, "LTU/7.2/2026", "2026-05-01", reading)
        assert year_after.standing is Standing.CEASED

    @by(AfterWithdrawal.NOTHING_NEW)
    def test_what_fell_due_before_stays_owed(self, reading: Interpretation) -> None:
        missed = owed(engine_with(self.LITHUANIA), "LTU/7.2/2023", "2025-05-01", reading)
        assert (missed.standing, str(missed.due)) == (Standing.OVERDUE, "2024-04-30")


class TestTheComputedDayOfEntryIntoForceGoverns:
    """Sources gave Afghanistan "12 March 2012"; the formula gives the first: INT-0009."""

    AFGHANISTAN: Final = (
        *joined("AFG", "2011-09-08"),
        happened(EntryIntoForceNotified, "2011-09-08", "AFG", in_force_on=date(2012, 3, 12)),
    )

    @by(EntryIntoForceDay.COMPUTED)
    def test_the_formula_is_followed(self, reading: Interpretation) -> None:
        engine = engine_with(self.AFGHANISTAN)
        assert _in_force_on(engine, "AFG", reading) == date(2012, 3, 1)
        assert owed(engine, "AFG/4.1a", "2013-01-01", reading).treaty_due == date(2022, 3, 1)

    @by(EntryIntoForceDay.NOTIFIED)
    def test_the_day_notified_would_be_followed(self, reading: Interpretation) -> None:
        engine = engine_with(self.AFGHANISTAN)
        assert _in_force_on(engine, "AFG", reading) == date(2012, 3, 12)
        assert owed(engine, "AFG/4.1a", "2013-01-01", reading).treaty_due == date(2022, 3, 12)

    @by(EntryIntoForceDay.NOTIFIED)
    def test_where_nothing_was_notified_the_formula_remains(self, reading: Interpretation) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"))
        assert _in_force_on(engine, "BGR", reading) == date(2011, 10, 1)

    def test_recording_a_day_that_differs_is_remarked_on(self) -> None:
        engine = engine_with(joined("AFG", "2011-09-08"))
        receipt = engine.record(self.AFGHANISTAN[-1:])
        assert "computed 2012-03-01 (INT-0009)" in receipt.remarks[0]


class TestTheSixthMonthIsCountedFromTheMonthOfTheDeposit:
    """Bulgaria deposited on 6 April 2011 and was bound on 1 October: INT-0016."""

    @by(SixthMonth.MONTH_OF_DEPOSIT)
    @pytest.mark.parametrize(
        ("state", "deposited_on", "in_force_on"),
        [
            ("BGR", "2011-04-06", date(2011, 10, 1)),
            ("MRT", "2012-02-01", date(2012, 8, 1)),
            ("NAM", "2018-08-31", date(2019, 2, 1)),
            ("NGA", "2023-02-28", date(2023, 8, 1)),
        ],
    )
    def test_the_day_of_the_month_does_not_matter(
        self, state: str, deposited_on: str, in_force_on: date, reading: Interpretation
    ) -> None:
        engine = engine_with(joined(state, deposited_on))
        assert _in_force_on(engine, state, reading) == in_force_on

    @by(SixthMonth.DAY_OF_DEPOSIT)
    @pytest.mark.parametrize(
        ("state", "deposited_on", "in_force_on"),
        [
            ("BGR", "2011-04-06", date(2011, 11, 1)),
            ("MRT", "2012-02-01", date(2012, 8, 1)),
            ("NAM", "2018-08-31", date(2019, 3, 1)),
            ("NGA", "2023-02-28", date(2023, 9, 1)),
        ],
    )
    def test_six_whole_months_would_have_to_pass_first(
        self, state: str, deposited_on: str, in_force_on: date, reading: Interpretation
    ) -> None:
        engine = engine_with(joined(state, deposited_on))
        assert _in_force_on(engine, state, reading) == in_force_on

    @by(SixthMonth.DAY_OF_DEPOSIT)
    def test_the_first_thirty_are_bound_on_1_august_2010_either_way(
        self, reading: Interpretation
    ) -> None:
        assert _in_force_on(engine_with(), "MDA", reading) == date(2010, 8, 1)


class TestTheThirtiethDepositIsCountedFromAllSources:
    """Sources published by June 2015 tell of too few of the first thirty: INT-0020."""

    ASKED: Final = date(2015, 6, 30)

    def _norway(self, reading: Interpretation) -> date | None:
        register = Engine.public_record().on(self.ASKED, published_by=self.ASKED, reading=reading)
        return register.state("NOR").binding.in_force_on

    @by(ThirtiethDeposit.ALL_SOURCES)
    def test_the_convention_entered_into_force_as_it_did(self, reading: Interpretation) -> None:
        assert self._norway(reading) == date(2010, 8, 1)

    @by(ThirtiethDeposit.SOURCES_ASKED)
    def test_it_would_seem_to_have_done_so_later(self, reading: Interpretation) -> None:
        assert self._norway(reading) == date(2011, 3, 1)
