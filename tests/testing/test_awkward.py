"""Each awkward strategy always has its feature, and ordinary histories meet it too."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis.errors import NoSuchExample

from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ArmedConflictBegun,
    ClearanceCompleted,
    ContaminationFound,
    Disputed,
    Event,
    ExtensionGranted,
    InstrumentDeposited,
    MeetingHeld,
    Procedure,
    StockpileDestructionCompleted,
    StockpileFound,
    VoluntaryReportSubmitted,
    WithdrawalNotified,
)
from ccm_engine.domain.obligations import Standing
from ccm_engine.testing.awkward import AWKWARD, awkward_histories
from ccm_engine.testing.histories import History, histories
from ccm_engine.testing.reckoning import bound_from, months_after

E = TypeVar("E", bound=Event)


def of(history: History, kind: type[E]) -> list[E]:
    return [each for each in history.plain if isinstance(each, kind)]


def due(history: History, event: ExtensionGranted) -> date:
    """Compute the deadline that a first extension extends: 3(2), 4(1)(a)."""
    begins = bound_from(event.state, history.plain, event.occurred_on.latest)
    assert begins is not None
    return months_after(begins, {3: 96, 4: 120}[event.article])


def in_two_parts(history: History) -> bool:
    parts = [(each.meeting, each.part) for each in of(history, MeetingHeld) if each.part]
    return len(parts) == 2 and len(set(parts)) == 2


def by_silence(history: History) -> bool:
    return any(
        each.procedure is Procedure.SILENCE and each.occurred_on.first > due(history, each)
        for each in of(history, ExtensionGranted)
        if each.conflict is None
    )


def of_37_months(history: History) -> bool:
    return any(each.months == 37 for each in of(history, ExtensionGranted))


def in_steps(history: History) -> bool:
    granted = [(each.state, each.article) for each in of(history, ExtensionGranted)]
    return any(granted.count(each) >= 2 for each in granted)


def found_again(history: History) -> bool:
    found, completed = (
        (StockpileFound, ContaminationFound),
        (
            StockpileDestructionCompleted,
            ClearanceCompleted,
        ),
    )
    for state in history.states:
        told = [each for each in history.plain if each.stream == state]
        told = [each for each in told if isinstance(each, (*found, *completed))]
        steps = ["found" if isinstance(each, found) else "completed" for each in told]
        if any(steps[at : at + 3] == ["completed", "found", "completed"] for at in range(9)):
            return True
    return False


def leaving_while_extended(history: History) -> bool:
    for notice in of(history, WithdrawalNotified):
        for each in of(history, ExtensionGranted):
            if each.state == notice.state and each.conflict is None and each.months:
                old, day = due(history, each), notice.occurred_on.latest
                if old <= day <= months_after(old, each.months):
                    return True
    return False


def leaving_at_war(history: History) -> bool:
    for notice in of(history, WithdrawalNotified):
        effect = months_after(notice.occurred_on.latest, 6)
        begun = [e for e in of(history, ArmedConflictBegun) if e.state == notice.state]
        if any(each.occurred_on.latest <= effect for each in begun):
            return True
    return False


def reports_of_a_signatory(history: History) -> bool:
    joined: dict[str, date] = {}
    for each in of(history, InstrumentDeposited):
        joined.setdefault(each.state, each.occurred_on.first)  # it may come back later
    reports = of(history, VoluntaryReportSubmitted)
    return any(each.occurred_on.latest < joined[each.state] for each in reports)


def four_reports(history: History) -> bool:
    days = [(e.state, e.occurred_on) for e in of(history, AnnualReportSubmitted) if e.year_covered]
    return any(days.count(each) >= 4 for each in days)


def disagreeing(history: History) -> bool:
    alternatives = [e.alternative for e in history.events if isinstance(e, Disputed)]
    return any(isinstance(each, InstrumentDeposited) for each in alternatives)


FEATURES: dict[str, Callable[[History], bool]] = {
    "conferences_in_two_parts": in_two_parts,
    "decisions_by_silence": by_silence,
    "extensions_of_37_months": of_37_months,
    "extensions_in_steps": in_steps,
    "found_again_after_completion": found_again,
    "withdrawals_during_an_extension": leaving_while_extended,
    "withdrawals_during_a_conflict": leaving_at_war,
    "voluntary_reports": reports_of_a_signatory,
    "four_reports_on_one_day": four_reports,
    "claims_that_disagree": disagreeing,
}

FEW = settings(max_examples=8)
SEARCH = settings(
    max_examples=2_000, database=None, derandomize=True, phases=[Phase.generate], deadline=None
)


@pytest.mark.parametrize("name", AWKWARD)
def test_the_feature_is_always_there_and_any_log_takes_it(name: str) -> None:
    @FEW
    @given(history=AWKWARD[name]())
    def is_there(history: History) -> None:
        assert FEATURES[name](history)
        history.engine()

    is_there()


def test_ordinary_histories_meet_each_of_them_too() -> None:
    waiting = dict(FEATURES)

    def look(history: History) -> bool:
        for name in [name for name, feature in waiting.items() if feature(history)]:
            del waiting[name]
        return not waiting

    with contextlib.suppress(NoSuchExample):
        find(histories(), look, settings=SEARCH)
    assert not waiting


@given(history=awkward_histories())
@FEW
def test_any_awkward_history_has_some_feature(history: History) -> None:
    assert any(feature(history) for feature in FEATURES.values())


class TestWhatTheRulesMakeOfThem:
    """The awkward is not only recorded: it changes what follows."""

    def test_a_late_decision_leaves_a_state_overdue_with_its_request_pending(self) -> None:
        def waits(history: History) -> bool:
            granted = of(history, ExtensionGranted)[-1]
            duty = {3: "3.2", 4: "4.1a"}[granted.article]
            day = date.fromordinal(granted.occurred_on.first.toordinal() - 1)
            register = history.engine().on(day)
            found = register.obligation(f"{granted.state}/{duty}")
            return found.standing is Standing.OVERDUE_REQUEST_PENDING

        find(AWKWARD["decisions_by_silence"](), waits, settings=SEARCH)

    def test_a_war_keeps_a_state_bound(self) -> None:
        def bound(history: History) -> bool:
            (notice,) = of(history, WithdrawalNotified)
            day = months_after(notice.occurred_on.latest, 7)
            return history.engine().on(day).state(notice.state).binding.ceased_on is None

        find(AWKWARD["withdrawals_during_a_conflict"](), bound, settings=SEARCH)


class TestShrinking:
    """What Hypothesis finds is a history that a lawyer can read."""

    @staticmethod
    def shortest(sought: Callable[[History], bool]) -> list[str]:
        shrinking = settings(SEARCH, phases=[Phase.generate, Phase.shrink])
        return repr(find(histories(), sought, settings=shrinking)).splitlines()[1:]

    def test_an_extension_granted_after_the_deadline(self) -> None:
        def granted_late(history: History) -> bool:
            granted = [e for e in of(history, ExtensionGranted) if e.article == 3]
            return any(each.occurred_on.first > due(history, each) for each in granted)

        others, joined, declared, requested, granted = self.shortest(granted_late)
        assert others == "    30 other states acceded, 2008-12-03"
        assert joined == "    2008-12-03 BGR: instrument deposited: accession"
        assert declared == "    2009-06-01 BGR: stockpile declared"
        assert requested.startswith("    2017-06-01 BGR: extension requested: article 3")
        assert granted.startswith("    2017-06-02 BGR: extension granted: article 3")
