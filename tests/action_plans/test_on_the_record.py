"""What the public record shows of the plans: whose word counts, and what came too early."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Register, Standing, Timeliness
from ccm_engine.projections.counting import StateCount
from ccm_engine.projections.themes import measures

CONFERENCE: Final = date(2020, 9, 28)
ON_THE_MONITORS_WORD: Final = ("GNB", "MEX", "MKD", "SEN", "TGO", "TUN")
"""Of Guinea-Bissau and Tunisia the list of 2020 says that a law is under consideration."""


@pytest.fixture(scope="module")
def record() -> Engine:
    return Engine.public_record()


@pytest.fixture(scope="module")
def register(record: Engine) -> Register:
    return record.on(CONFERENCE)


class TestNationalLawByTheConference:
    """Dubrovnik 7.1 hears whom Article 9 hears: INT-0021."""

    def test_it_is_met_by_whom_the_lists_name(self, register: Register) -> None:
        laws = register.commitments(plan="DAP", standing=Standing.DISCHARGED)
        met = {each.state for each in laws if str(each.provision) == "DAP 7.1"}
        figures = {each.key: each for each in measures.position(register.view())}
        legal = figures["measures.legal"]
        assert isinstance(legal, StateCount)
        # Mauritania is on the list of 2015 and on none of 2020: no rule sees a list's silence.
        assert met == {*legal.states, "MRT"}
        assert len(met) == 62

    @pytest.mark.parametrize("state", ON_THE_MONITORS_WORD)
    def test_it_is_not_met_by_the_word_of_the_monitor(self, register: Register, state: str) -> None:
        assert register.obligation(f"{state}/DAP.7.1").standing is Standing.PENDING


class TestFormerUse:
    """Dubrovnik 3.6 asks whom Article 4(4) asks, and nobody who used them elsewhere."""

    def test_who_is_asked_to_help(self, register: Register) -> None:
        found = {
            each.state: each.standing
            for each in register.commitments(plan="DAP")
            if str(each.provision) == "DAP 3.6"
        }
        asked = {state for state, standing in found.items() if standing is Standing.CONTINUING}
        encouraged = {
            each.state
            for each in register.obligations()
            if str(each.provision) == "4(4)" and each.standing is Standing.CONTINUING
        }
        assert asked == encouraged
        assert asked == {"FRA"}
        assert found["NLD"] is Standing.NOT_ENGAGED
        assert {found[state] for state in ("COL", "GBR", "ZAF")} == {Standing.UNDETERMINED}


class TestWhatCameBeforeOrAfter:
    """A survey of 2015 to 2020 finishes no baseline of 2021, and silence calls nobody late."""

    def test_nobody_finished_the_baseline_survey_by_an_older_one(self, record: Engine) -> None:
        surveys = record.on(date(2024, 1, 1)).commitments(plan="LAP")
        baseline = [each for each in surveys if str(each.provision) == "LAP baseline-survey"]
        standings = Counter(each.standing for each in baseline)
        assert Standing.DISCHARGED not in standings
        assert Standing.OVERDUE not in standings
        laos = next(each for each in baseline if each.state == "LAO")
        assert laos.standing is Standing.UNDETERMINED

    def test_vientiane_calls_nobody_late_but_for_reports(self, register: Register) -> None:
        late = {
            str(each.provision)
            for each in register.commitments(plan="VAP")
            if each.timeliness is Timeliness.LATE
        }
        assert late == {"VAP initial-report", "VAP annual-report"}
        germany = register.obligation("DEU/VAP.identify-areas")
        assert germany.timeliness is Timeliness.UNDETERMINED
        assert "nothing found by the due day, but" in germany.grounds[-1].conclusion
