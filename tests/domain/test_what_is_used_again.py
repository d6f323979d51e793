"""What was derived once is used again as long as it holds, and not a moment longer."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import Engine, Obligation
from ccm_engine.domain.action_plans import COMMITMENT_RULES
from ccm_engine.domain.articles import CONVENTION_RULES, STATE_RULES, ordered_reviews
from ccm_engine.domain.events import (
    CONVENTION,
    AnnualReportSubmitted,
    Instrument,
    InstrumentDeposited,
    ProvisionalApplicationDeclared,
    ResolutionVoteCast,
    Retracted,
    ReviewOrdered,
    Signed,
    StockpileReportedByOthers,
    UseReported,
    Vote,
    WithdrawalNotified,
)
from ccm_engine.domain.holding import WatchedDay
from ccm_engine.domain.standpoint import rules_about
from tests.histories import called, deposits_to_thirty, engine_with, happened, joined

DAY: Final = date(2013, 1, 1)


def owed(engine: Engine, state: str) -> tuple[Obligation, ...]:
    return tuple(engine.on(DAY).point.obligations(state))


def are_the_same(ours: tuple[Obligation, ...], theirs: tuple[Obligation, ...]) -> bool:
    """Tell whether answers are those derived before, and not only equal to them."""
    return list(map(id, ours)) == list(map(id, theirs))


class TestAnEventOfAnotherState:
    """It changes nothing of what a state owes, unless it is one of the first thirty deposits."""

    def test_of_a_state_on_record_leaves_the_answers(self) -> None:
        engine = engine_with()
        before = owed(engine, "NOR")
        engine.record([happened(AnnualReportSubmitted, "2012-04-30", "AUT")])
        assert before
        assert are_the_same(owed(engine, "NOR"), before)

    def test_of_a_state_of_which_nothing_was_on_record_leaves_them_too(self) -> None:
        engine = engine_with()
        before = owed(engine, "NOR")
        vote = happened(ResolutionVoteCast, "2015-12-07", "CYP", vote=Vote.ABSTAIN, year=2015)
        engine.record([vote])
        assert are_the_same(owed(engine, "NOR"), before)

    def test_of_the_state_itself_leaves_none(self) -> None:
        engine = engine_with()
        before = owed(engine, "NOR")
        engine.record([happened(AnnualReportSubmitted, "2012-04-30", "NOR")])
        assert not are_the_same(owed(engine, "NOR"), before)

    def test_that_is_the_thirtieth_deposit_brings_the_convention_into_force_for_all(self) -> None:
        """Article 17(1): Zambia is the last by its code."""
        thirty = deposits_to_thirty()
        last = [
            each
            for each in thirty
            if each.stream == "ZMB" and isinstance(each, InstrumentDeposited)
        ]
        engine = engine_with([each for each in thirty if each not in last], in_force=False)
        before = owed(engine, "NOR")
        engine.record(last)
        assert engine.on(DAY).state("NOR").binding.in_force_on == date(2010, 8, 1)
        assert owed(engine, "NOR") == owed(engine_with(), "NOR") != before

    def test_that_tells_which_of_its_instruments_counts_changes_who_depends_on_it(self) -> None:
        """Article 4(4): Norway helps where it used cluster munitions, once both are bound."""
        engine = engine_with(
            joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, "2024-09-06", "LTU"),
            happened(InstrumentDeposited, "2025-03-06", "LTU", instrument=Instrument.ACCESSION),
            happened(UseReported, "2006-08-01", "NOR", on_territory_of=("LTU",)),
        )

        def bound_from() -> str:
            duty = engine.on(date(2025, 10, 1)).obligation("NOR/4.4/LTU")
            (said,) = [
                each.conclusion for each in duty.grounds if "Lithuania was" in each.conclusion
            ]
            return said.partition(":")[0]

        assert bound_from() == "Lithuania was bound from 2025-09-01"
        engine.record([happened(Retracted, "2025-10-02", target="LTU#3", reason="never given")])
        assert bound_from() == "Lithuania was bound from 2011-09-01"


def test_a_meeting_called_leaves_what_is_known_of_each_state() -> None:
    engine = engine_with()
    before = engine.on(DAY).point.dossier("NOR")
    engine.record([called("3MSP", "2011-09-16")])
    assert engine.on(DAY).point.dossier("NOR") is before


def test_recurring_duties_are_derived_as_far_as_is_asked() -> None:
    """Article 7(2): each 30 April, and at least the next."""
    point = engine_with().on(DAY).point
    due = [
        [each.due and str(each.due) for each in found if each.id.startswith("NOR/7.2/")]
        for found in (point.obligations("NOR"), point.obligations("NOR", date(2015, 1, 1)))
    ]
    assert due[0] == ["2012-04-30", "2013-04-30"]
    assert due[1] == [*due[0], "2014-04-30", "2015-04-30"]


def test_what_concerns_all_states_is_gathered_once() -> None:
    engine = engine_with()
    first, second = (engine.on(day).point for day in (DAY, date(2013, 1, 2)))
    assert first.ccm is second.ccm
    assert first.dossier("NOR") is second.dossier("NOR")


def test_a_watched_day_is_replaced_by_parts_that_are_named() -> None:
    watched = WatchedDay(2020, 9, 28)
    assert watched.replace(year=2019) == date(2019, 9, 28)
    assert watched.replace(2018, month=1) == date(2018, 1, 28)


def test_events_that_say_different_things_are_told_apart_by_their_hashes() -> None:
    events = deposits_to_thirty()
    assert len({hash(each) for each in events}) == len(events)


def test_events_of_two_kinds_are_told_apart_though_they_say_the_same() -> None:
    signed, applied = (
        happened(kind, "2008-12-03", "BGR") for kind in (Signed, ProvisionalApplicationDeclared)
    )
    assert signed != applied
    assert hash(signed) != hash(applied)


class TestTheRulesAboutAnObligation:
    """One of them yields it."""

    def test_are_those_of_the_treaty_or_of_what_was_committed_to(self) -> None:
        ordered = happened(
            ReviewOrdered, "2010-11-12", review="unit", subject="the unit", ordered_at="1MSP"
        )
        point = engine_with(called("3MSP", "2011-09-16"), ordered).on(DAY).point
        for stream, treaty, committed in (
            ("NOR", STATE_RULES, COMMITMENT_RULES),
            (CONVENTION, CONVENTION_RULES, ordered_reviews.RULES),
        ):
            duties, commitments = point.obligations(stream), point.commitments(stream)
            assert duties
            assert commitments
            assert all(rules_about(each) == treaty for each in duties)
            assert all(rules_about(each) == committed for each in commitments)


def test_what_began_to_be_told_of_a_state_leaves_the_states_in_their_order() -> None:
    """A log that grew answers as one that is read anew: Albania stands before all others."""
    grown, told = engine_with(), happened(StockpileReportedByOthers, "2012-01-01", "AFG")
    assert grown.on(DAY).point.states[0] == "ALB"
    grown.record([told])
    assert grown.on(DAY).point.states == engine_with(told).on(DAY).point.states
    assert grown.on(DAY).point.states[0] == "AFG"
