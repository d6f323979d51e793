"""Article 4(4): who used cluster munitions where another State Party is now helps there."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Standing
from ccm_engine.domain.events import (
    Instrument,
    InstrumentDeposited,
    Retracted,
    UseReported,
    UserStateAssistanceGiven,
    WithdrawalNotified,
)
from ccm_engine.domain.obligations import Nature
from tests.articles.recording import names_owed
from tests.histories import engine_with, happened, joined, owed

CHAD: Final = joined("TCD", "2013-03-26")
"""In force for Chad on 1 September 2013, for France since 1 August 2010."""


def used(day: str, *states: str, by: str = "FRA") -> UseReported:
    return happened(UseReported, day, by, on_territory_of=states)


class TestArticle4Paragraph4:
    """A user state is encouraged to assist, upon entry into force for both States Parties."""

    def test_france_is_encouraged_to_assist_chad(self) -> None:
        duty = owed(Engine.public_record(), "FRA/4.4/TCD", "2020-09-28")
        assert (duty.standing, duty.nature) == (Standing.CONTINUING, Nature.ENCOURAGED)
        assert (duty.due, duty.treaty_due, str(duty.provision)) == (None, None, "4(4)")
        assert duty.duty.startswith("help Chad, where it used")

    def test_it_begins_with_the_later_entry_into_force(self) -> None:
        engine = engine_with(CHAD, used("1987", "TCD"))
        assert owed(engine, "FRA/4.4/TCD", "2013-08-31").standing is Standing.NOT_YET_BINDING
        assert owed(engine, "FRA/4.4/TCD", "2013-09-01").standing is Standing.CONTINUING

    def test_where_the_user_joined_later_it_begins_with_the_users_entry_into_force(self) -> None:
        engine = engine_with(CHAD, used("1987", "FRA", by="TCD"))
        assert owed(engine, "TCD/4.4/FRA", "2013-08-31").standing is Standing.NOT_YET_BINDING
        assert owed(engine, "TCD/4.4/FRA", "2013-09-01").standing is Standing.CONTINUING

    def test_nothing_is_asked_before_the_other_state_joins(self) -> None:
        engine = engine_with(CHAD, used("1987", "TCD"))
        assert "FRA/4.4/TCD" not in names_owed(engine, "FRA", "2013-03-25")
        assert "FRA/4.4/TCD" in names_owed(engine, "FRA", "2013-03-26")

    @pytest.mark.parametrize("day", ["2010-08-01", "2012"])
    def test_use_after_its_own_entry_into_force_is_not_this_duty(self, day: str) -> None:
        engine = engine_with(CHAD, used(day, "TCD"))
        assert "FRA/4.4/TCD" not in names_owed(engine, "FRA", "2020-01-01")

    def test_the_last_day_before_entry_into_force_is_still_before(self) -> None:
        engine = engine_with(CHAD, used("2010-07-31", "TCD"))
        assert owed(engine, "FRA/4.4/TCD", "2020-01-01").standing is Standing.CONTINUING

    def test_what_was_no_remnant_at_the_other_states_entry_into_force_is_not(self) -> None:
        engine = engine_with(CHAD, used("2012-05-01", "FRA", by="TCD"))
        assert "TCD/4.4/FRA" not in names_owed(engine, "TCD", "2020-01-01")

    @pytest.mark.parametrize("day", ["../2015-08-11", "2010"])
    def test_use_that_may_have_been_after_leaves_it_undetermined(self, day: str) -> None:
        engine = engine_with(CHAD, used(day, "TCD"))
        assert owed(engine, "FRA/4.4/TCD", "2020-01-01").standing is Standing.UNDETERMINED

    def test_one_use_that_was_certainly_before_is_enough(self) -> None:
        engine = engine_with(CHAD, used("1987", "TCD"), used("../2015-08-11", "TCD"))
        assert owed(engine, "FRA/4.4/TCD", "2020-01-01").standing is Standing.CONTINUING

    def test_each_territory_is_an_encouragement_of_its_own(self) -> None:
        engine = engine_with(CHAD, joined("LBN", "2010-11-05"), used("1987", "TCD", "LBN", "USA"))
        found = {each for each in names_owed(engine, "FRA", "2020-01-01") if "/4.4" in each}
        assert found == {"FRA/4.4/LBN", "FRA/4.4/TCD"}

    def test_use_on_its_own_territory_is_its_own_clearance(self) -> None:
        engine = engine_with(used("1987", "FRA"))
        assert "FRA/4.4/FRA" not in names_owed(engine, "FRA", "2020-01-01")

    def test_use_nobody_says_where_encourages_nothing(self) -> None:
        engine = engine_with(CHAD, used("1987"))
        assert not [each for each in names_owed(engine, "FRA", "2020-01-01") if "/4.4" in each]

    def test_the_grounds_name_the_use_and_what_was_given(self) -> None:
        engine = engine_with(
            CHAD,
            used("1987", "TCD"),
            happened(
                UserStateAssistanceGiven, "2015-03", "FRA", to=("TCD",), what="data on strikes"
            ),
            happened(UserStateAssistanceGiven, "2016", "FRA", to=("LBN",)),
        )
        duty = owed(engine, "FRA/4.4/TCD", "2020-01-01")
        grounds = {each.conclusion: each.events for each in duty.grounds}
        assert grounds["used or abandoned (1987)"] == ("FRA#3",)
        assert grounds["gave Chad data on strikes (2015-03)"] == ("FRA#4",)
        assert any("TCD#2" in each.events for each in duty.grounds)
        assert not any("Lebanon" in each for each in grounds)

    def test_the_other_state_may_have_left_and_its_remnants_are_not_looked_at(self) -> None:
        left = happened(WithdrawalNotified, "2018-01-15", "TCD")
        engine = engine_with(CHAD, used("1987", "TCD"), left)
        duty = owed(engine, "FRA/4.4/TCD", "2020-01-01")
        said = [each.conclusion for each in duty.grounds]
        assert any(each.startswith("Chad was bound from 2013-09-01: ") for each in said)
        assert "whether remnants are left there is not looked at" in said

    def test_who_left_is_encouraged_no_more(self) -> None:
        left = happened(WithdrawalNotified, "2018-01-15", "FRA")
        engine = engine_with(CHAD, used("1987", "TCD"), left)
        assert owed(engine, "FRA/4.4/TCD", "2018-07-14").standing is Standing.CONTINUING
        assert owed(engine, "FRA/4.4/TCD", "2018-07-15").standing is Standing.CEASED

    def test_nobody_is_encouraged_before_the_convention_is_in_force(self) -> None:
        engine = engine_with(joined("FRA", "2009-09-25"), CHAD, used("1987", "TCD"), in_force=False)
        state = engine.on(date(2020, 1, 1)).obligations(state="FRA")
        assert not [each for each in state if str(each.provision) == "4(4)"]


def test_what_lies_between_two_instruments_of_the_other_state_decides() -> None:
    """The notice lets the second instrument count, and so it decides from when one is asked."""
    never = happened(WithdrawalNotified, "2026-01-01", "LTU")
    engine = engine_with(
        *joined("LTU", "2011-03-24"),
        happened(WithdrawalNotified, "2024-09-06", "LTU"),
        happened(InstrumentDeposited, "2025-07-10", "LTU", instrument=Instrument.ACCESSION),
        happened(UseReported, "2006-08-01", "NOR", on_territory_of=("LTU",)),
    )
    day = date(2025, 9, 1)
    assert engine.on(day).obligation("NOR/4.4/LTU").standing is Standing.NOT_YET_BINDING
    assert "LTU#3" in {each.id for each in engine.on(day).explain("NOR/4.4/LTU").decided_by}
    engine.record(
        [
            Retracted(
                occurred_on=never.occurred_on,
                citations=never.citations,
                target="LTU#3",
                reason="never",
            )
        ]
    )
    assert engine.on(day).obligation("NOR/4.4/LTU").standing is Standing.CONTINUING
