"""Articles 15 to 18: signature, consent, entry into force, provisional application."""

from __future__ import annotations

from datetime import date

from ccm_engine import Engine, Standing
from ccm_engine.domain.events import (
    Instrument,
    InstrumentDeposited,
    ProvisionalApplicationDeclared,
    Retracted,
    Signed,
)
from tests.articles.recording import names_owed, refused, remarks
from tests.histories import engine_with, happened, joined, on, owed, source


def deposited(state: str, day: str, instrument: Instrument) -> InstrumentDeposited:
    return happened(InstrumentDeposited, day, state, instrument=instrument)


def without_moldova() -> Engine:
    """Take one of the first thirty deposits back, so that the Convention is not in force."""
    engine = engine_with()
    deposit = engine.on(date(2020, 1, 1)).state("MDA").binding.deposit
    assert deposit is not None
    engine.record(
        [
            Retracted(
                occurred_on=on("2020-01-01"), citations=source(), target=deposit.id, reason="trial"
            )
        ]
    )
    return engine


class TestArticle15:
    """Open for signature until the Convention's own entry into force."""

    def test_it_stays_open_while_there_are_not_thirty_instruments(self) -> None:
        assert remarks(without_moldova(), happened(Signed, "2010-09-01", "CUB")) == ""

    def test_it_closes_with_entry_into_force(self) -> None:
        assert "2010-08-01" in refused(engine_with(), happened(Signed, "2010-09-01", "CUB"))


class TestArticle16:
    """Signatories ratify, accept or approve; others accede."""

    def test_nobody_ratifies_before_signing(self) -> None:
        signed = happened(Signed, "2010-03-01", "CUB")
        early = deposited("CUB", "2010-02-01", Instrument.RATIFICATION)
        assert "signed only on 2010-03-01" in refused(engine_with(signed), early)

    def test_a_successor_state_needs_no_signature(self) -> None:
        succeeded = deposited("SSD", "2023-08-03", Instrument.SUCCESSION)
        assert remarks(engine_with(), succeeded) == ""


class TestArticle17:
    """The first day of the sixth month after the thirtieth deposit, or after one's own."""

    def test_with_twenty_nine_instruments_nobody_is_bound(self) -> None:
        register = without_moldova().on(date(2020, 1, 1))
        assert register.parties().convention_in_force_on is None
        assert register.parties().in_force == 0
        assert register.obligation("DEU/3.2").standing is Standing.NOT_YET_BINDING

    def test_the_next_deposit_is_then_the_thirtieth(self) -> None:
        engine = without_moldova()
        engine.record(joined("WSM", "2010-04-28"))
        register = engine.on(date(2020, 1, 1))
        assert register.parties().convention_in_force_on == date(2010, 10, 1)
        assert str(register.obligation("DEU/4.1a").treaty_due) == "2020-10-01"


class TestArticle18:
    """Article 1 alone, from the declaration to entry into force."""

    def test_it_binds_to_article_1_and_starts_no_clock(self) -> None:
        engine = engine_with(
            deposited("BLZ", "2014-09-02", Instrument.ACCESSION),
            happened(ProvisionalApplicationDeclared, "2014-09-02", "BLZ"),
        )
        assert owed(engine, "BLZ/1.1", "2014-09-02").standing is Standing.CONTINUING
        others = names_owed(engine, "BLZ", "2014-09-02") - {"BLZ/1.1"}
        standings = {owed(engine, each, "2014-09-02").standing for each in others}
        assert standings == {Standing.NOT_YET_BINDING}

    def test_the_day_from_which_it_is_applied_is_part_of_the_answer(self) -> None:
        engine = engine_with(
            deposited("BLZ", "2014-09-02", Instrument.ACCESSION),
            happened(ProvisionalApplicationDeclared, "2014-09-02", "BLZ"),
        )
        binding = engine.on(date(2014, 10, 1)).state("BLZ").binding
        assert binding.provisional_from == on("2014-09-02")

    def test_declared_long_after_consent_it_is_remarked(self) -> None:
        engine = engine_with(deposited("BLZ", "2014-09-02", Instrument.ACCESSION))
        late = happened(ProvisionalApplicationDeclared, "2014-11-02", "BLZ")
        assert "declared after its instrument" in remarks(engine, late)
