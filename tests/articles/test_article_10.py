"""Article 10: disputes between States Parties; no case so far."""

from __future__ import annotations

from typing import Final

from ccm_engine import Standing
from ccm_engine.domain.events import (
    TreatyDisputeArose,
    TreatyDisputeReferred,
    TreatyDisputeSettled,
    WithdrawalNotified,
)
from ccm_engine.domain.obligations import Nature
from tests.articles.recording import names_owed
from tests.histories import engine_with, happened, owed

ABOUT: Final = {"dispute": "transit"}
AROSE: Final = happened(
    TreatyDisputeArose, "2014-05-06", between=("SMR", "MLT"), matter="Article 1(1)(b)", **ABOUT
)
REFERRED: Final = happened(TreatyDisputeReferred, "2014-09-03", referred_to="the 5MSP", **ABOUT)
SETTLED: Final = happened(TreatyDisputeSettled, "2015-02-03", outcome="by an agreement", **ABOUT)


class TestArticle10Paragraph1:
    """Were San Marino and Malta to have a dispute: they consult until it is settled."""

    def test_each_state_in_the_dispute_consults_and_nobody_else(self) -> None:
        engine = engine_with(AROSE)
        for state in ("SMR", "MLT"):
            duty = owed(engine, f"{state}/10.1/transit", "2014-05-06")
            assert (duty.standing, duty.nature) == (Standing.CONTINUING, Nature.STANDING)
            assert f"{state}/10.1/transit" not in names_owed(engine, state, "2014-05-05")
        assert "IRL/10.1/transit" not in names_owed(engine, "IRL", "2020-01-01")

    def test_it_goes_on_when_the_dispute_is_taken_to_a_meeting(self) -> None:
        duty = owed(engine_with(AROSE, REFERRED), "SMR/10.1/transit", "2014-12-01")
        assert duty.standing is Standing.CONTINUING
        assert [each.conclusion for each in duty.grounds[1:]] == [
            "a dispute with Malta arose about Article 1(1)(b) (2014-05-06)",
            "taken to the 5MSP (2014-09-03)",
        ]

    def test_it_ends_on_the_day_of_settlement(self) -> None:
        engine = engine_with(AROSE, SETTLED)
        assert owed(engine, "SMR/10.1/transit", "2015-02-02").standing is Standing.CONTINUING
        duty = owed(engine, "SMR/10.1/transit", "2015-02-03")
        assert duty.standing is Standing.NOT_ENGAGED
        assert duty.grounds[-1].conclusion == "settled on 2015-02-03: by an agreement"

    def test_another_dispute_goes_on(self) -> None:
        other = happened(TreatyDisputeArose, "2014-06-06", between=("SMR", "MLT"), dispute="other")
        engine = engine_with(AROSE, other, REFERRED, SETTLED)
        duty = owed(engine, "SMR/10.1/other", "2020-01-01")
        assert (duty.standing, len(duty.grounds)) == (Standing.CONTINUING, 2)

    def test_who_left_consults_no_more(self) -> None:
        left = happened(WithdrawalNotified, "2015-01-15", "SMR")
        engine = engine_with(AROSE, left)
        assert owed(engine, "SMR/10.1/transit", "2020-01-01").standing is Standing.CEASED
        assert owed(engine, "MLT/10.1/transit", "2020-01-01").standing is Standing.CONTINUING
