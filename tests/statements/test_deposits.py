"""Stated deposits: the day, the instrument, and two states' instruments that are swapped."""

from __future__ import annotations

from datetime import date

from ccm_engine import Engine
from ccm_engine.domain.events import (
    Instrument,
    InstrumentDeposited,
    Retracted,
    WithdrawalNotified,
)
from ccm_engine.domain.statements import Finding, Mistake, Verdict
from tests.histories import engine_with, happened, joined
from tests.statements.stating import found, stated, verdict

KIND = "deposit-stated"


def only(*statements: Finding) -> Finding:
    (finding,) = statements
    return finding


class TestDeposits:
    """Article 16: how a state consents to be bound."""

    def test_the_day_and_the_instrument_are_compared_each_where_stated(self) -> None:
        for day, instrument, said in [
            ("2015-10-01", "accession", "agree"),
            ("2015-10-01", None, "agree"),
            (None, "accession", "agree"),
            ("2015", "accession", "precision"),
            ("2015-10-02", "accession", "disagree"),
            ("2015", "ratification", "disagree"),
            (None, "ratification", "disagree"),
            (None, None, "unchecked"),
        ]:
            assert verdict(stated(KIND, "MUS", day, instrument=instrument)) == said

    def test_what_another_source_says_is_pointed_to(self) -> None:
        """The Gambia's deposit is on record for December, and disputed for June."""
        finding = only(*found(stated(KIND, "GMB", "2018-06-25")))
        assert finding.verdict is Verdict.DISAGREE
        assert "disputed by GMB#" in finding.why

    def test_of_a_state_without_one_nothing_can_be_compared(self) -> None:
        assert verdict(stated(KIND, "HTI", "2012-01-01")) == "unchecked"
        assert verdict(stated(KIND, "BGR", "2011-04-06", as_of="2011-04-05")) == "unchecked"


class TestInstrumentsSwapped:
    def test_two_statements_that_are_each_true_of_the_other_state(self) -> None:
        """CCM/CONF/2020/13, paragraph 4: Mauritius acceded and Somalia ratified."""
        mauritius, bulgaria, somalia = found(
            stated(KIND, "MUS", "2015", instrument="ratification"),
            stated(KIND, "BGR", "2011", instrument="ratification"),
            stated(KIND, "SOM", "2015", instrument="accession"),
        )
        assert mauritius.mistake is somalia.mistake is Mistake.INSTRUMENTS_SWAPPED
        assert "that of SOM" in mauritius.why
        assert "that of MUS" in somalia.why
        assert bulgaria.mistake is None

    def test_swapped_instruments_both_open_to_both_are_seen_only_together(self) -> None:
        """Japan accepted, Bulgaria ratified: both had signed, and either could do either."""
        japan = stated(KIND, "JPN", None, instrument="ratification")
        bulgaria = stated(KIND, "BGR", None, instrument="acceptance")
        assert only(*found(japan)).mistake is None
        assert {each.mistake for each in found(japan, bulgaria)} == {Mistake.INSTRUMENTS_SWAPPED}

    def test_two_that_are_wrong_in_the_same_way_are_not_swapped(self) -> None:
        wrong = [stated(KIND, each, None, instrument="approval") for each in ("JPN", "BGR")]
        assert {each.mistake for each in found(*wrong)} == {None}

    def test_an_instrument_that_a_state_cannot_have_used(self) -> None:
        for state, instrument in [
            ("SOM", "accession"),
            ("MUS", "ratification"),
            ("MUS", "acceptance"),
            ("MUS", "approval"),
            ("KEN", "accession"),
        ]:
            finding = only(*found(stated(KIND, state, None, instrument=instrument)))
            assert finding.verdict is Verdict.DISAGREE
            assert finding.mistake is Mistake.INSTRUMENTS_SWAPPED
            assert "open to it" in finding.why


class TestWhoJoinedAgain:
    """Lithuania, had it acceded in 2025 after its notice of 2024: Article 16."""

    LEFT = (*joined("LTU", "2011-03-24"), happened(WithdrawalNotified, "2024-09-06", "LTU"))
    BACK = happened(InstrumentDeposited, "2025-07-10", "LTU", instrument=Instrument.ACCESSION)

    def judged(self, engine: Engine, on: str | None, instrument: str) -> Finding:
        asked = stated("deposit-stated", "LTU", on, instrument=instrument)
        (finding,) = engine.on(date(2026, 2, 1)).check([asked]).findings
        return finding

    def test_its_accession_is_possible(self) -> None:
        finding = self.judged(engine_with(self.LEFT, self.BACK), "2025-07-10", "accession")
        assert (finding.verdict, finding.mistake) == (Verdict.AGREE, None)

    def test_where_it_never_left_the_first_instrument_is_meant(self) -> None:
        said = happened(WithdrawalNotified, "2026-01-01", "LTU")
        never = Retracted(
            occurred_on=said.occurred_on, citations=said.citations, target="LTU#3", reason="never"
        )
        engine = engine_with(self.LEFT, self.BACK, never)
        finding = self.judged(engine, None, "ratification")
        assert (finding.verdict, finding.computed) == (Verdict.AGREE, "ratification")
