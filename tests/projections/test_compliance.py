"""What a review counts of clarifications, disputes and amendments; nothing so far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentProposed,
    ClarificationAnswered,
    ClarificationRequested,
    ClarificationWithdrawn,
    CoverageStated,
    TreatyDisputeArose,
    TreatyDisputeSettled,
)
from ccm_engine.projections.counting import Figure, StateCount
from ccm_engine.projections.themes import compliance
from ccm_engine.projections.view import View
from tests.histories import FIRST_THIRTY, engine_with, happened

THIRTY: Final = sorted(" ".join(FIRST_THIRTY.values()).split())


def asked(day: str, request: str = "first", state: str = "SMR") -> ClarificationRequested:
    return happened(ClarificationRequested, day, state, request=request)


def view(engine: Engine, day: str) -> View:
    return engine.on(date.fromisoformat(day)).view()


def counted(figures: Iterable[Figure], name: str) -> tuple[list[str], list[str]]:
    """Return who is counted and who is unknown."""
    (found,) = [each for each in figures if each.key == f"compliance.{name}"]
    assert isinstance(found, StateCount)
    return list(found.states), list(found.unknown)


def on_day(engine: Engine, day: str, name: str) -> tuple[list[str], list[str]]:
    return counted(compliance.position(view(engine, day)), name)


def disputed(*more: Event) -> Engine:
    arose = happened(TreatyDisputeArose, "2014-05-06", dispute="transit", between=("SMR", "MLT"))
    return engine_with(arose, *more)


class TestZero:
    """Nobody counted is a zero where the record reaches the day, and unknown where it does not."""

    def reach(self, day: str, since: date | None = None) -> CoverageStated:
        reaches = date.fromisoformat(day)
        return happened(CoverageStated, "2020-10-01", provision="8.2", reaches=reaches, since=since)

    def test_a_log_that_states_no_limit_is_complete(self) -> None:
        assert on_day(engine_with(), "2015-01-01", "clarifications_requested") == ([], [])

    def test_up_to_its_reach_silence_is_a_zero(self) -> None:
        engine = engine_with(self.reach("2020-09-28"))
        assert on_day(engine, "2020-09-28", "clarifications_requested") == ([], [])
        assert on_day(engine, "2020-09-29", "clarifications_requested") == ([], THIRTY)
        assert on_day(engine, "2020-09-29", "clarifications_open") == ([], THIRTY)

    def test_silence_before_the_record_begins_is_unknown_and_in_a_period_after_it_is_not(
        self,
    ) -> None:
        engine = engine_with(self.reach("2020-09-28", date(2015, 9, 11)))
        name = "clarifications_requested"
        assert on_day(engine, "2020-09-28", name) == ([], THIRTY)
        after = view(engine, "2020-09-28")
        known = compliance.progress(view(engine, "2015-09-11"), after)
        assert counted(known, f"{name}_in_period") == ([], [])
        earlier = compliance.progress(view(engine, "2015-09-10"), after)
        assert counted(earlier, f"{name}_in_period") == ([], THIRTY)

    def test_a_log_that_states_other_limits_does_not_tell(self) -> None:
        engine = engine_with(self.reach("2020-09-28"))
        assert on_day(engine, "2020-09-28", "disputes_open") == ([], THIRTY)
        assert on_day(engine, "2020-09-28", "amendments_in_force") == ([], THIRTY)


class TestClarifications:
    """Were San Marino asked for clarification."""

    def test_a_request_is_open_until_it_is_answered_and_counted_afterwards(self) -> None:
        answer = happened(ClarificationAnswered, "2018-03-20", "SMR", request="first")
        engine = engine_with(asked("2018-02-01"), answer)
        assert on_day(engine, "2018-03-19", "clarifications_open") == (["SMR"], [])
        assert on_day(engine, "2018-03-20", "clarifications_open") == ([], [])
        assert on_day(engine, "2018-03-20", "clarifications_requested") == (["SMR"], [])

    def test_a_request_withdrawn_is_not_open(self) -> None:
        withdrawn = happened(ClarificationWithdrawn, "2018-02-20", "SMR", request="first")
        engine = engine_with(asked("2018-02-01"), withdrawn)
        assert on_day(engine, "2018-02-19", "clarifications_open") == (["SMR"], [])
        assert on_day(engine, "2018-02-20", "clarifications_open") == ([], [])
        assert on_day(engine, "2018-03-02", "clarifications_open") == ([], [])

    def test_one_that_may_not_have_been_made_yet_is_unknown(self) -> None:
        engine = engine_with(asked("2018-02"))
        assert on_day(engine, "2018-01-31", "clarifications_requested") == ([], [])
        assert on_day(engine, "2018-02-01", "clarifications_requested") == ([], ["SMR"])
        assert on_day(engine, "2018-02-28", "clarifications_requested") == (["SMR"], [])

    def test_a_period_counts_what_happened_in_it(self) -> None:
        engine = engine_with(asked("2015-09-11"), asked("2016", state="MLT"), asked("2020", "b"))
        before, after = view(engine, "2015-09-11"), view(engine, "2020-09-28")
        figures = list(compliance.progress(before, after))
        assert counted(figures, "clarifications_requested_in_period") == (["MLT"], ["SMR"])


class TestDisputes:
    """Were San Marino and Malta to have a dispute."""

    def test_both_have_it_until_it_is_settled(self) -> None:
        engine = disputed(happened(TreatyDisputeSettled, "2015-02-03", dispute="transit"))
        assert on_day(engine, "2014-05-05", "disputes") == ([], [])
        assert on_day(engine, "2015-02-02", "disputes_open") == (["MLT", "SMR"], [])
        assert on_day(engine, "2015-02-03", "disputes_open") == ([], [])
        assert on_day(engine, "2015-02-03", "disputes") == (["MLT", "SMR"], [])


class TestAmendments:
    """Were San Marino to propose an amendment."""

    def test_it_is_counted_for_who_proposed_it_and_for_whom_it_is_in_force(self) -> None:
        about = {"amendment": "annex"}
        engine = engine_with(
            happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", **about),
            happened(AmendmentAdopted, "2012-09-14", **about),
            [
                happened(AmendmentAccepted, "2013-01-01", accepted_by=each, **about)
                for each in THIRTY[:16]
            ],
        )
        assert on_day(engine, "2012-12-31", "amendments_proposed") == (["SMR"], [])
        assert on_day(engine, "2012-12-31", "amendments_in_force") == ([], [])
        assert on_day(engine, "2013-01-01", "amendments_in_force") == (THIRTY[:16], [])

    def test_where_a_day_known_in_part_decides_it_is_unknown(self) -> None:
        about = {"amendment": "annex"}
        last = happened(AmendmentAccepted, "2013-02", accepted_by=THIRTY[15], **about)
        engine = engine_with(
            happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", **about),
            happened(AmendmentAdopted, "2012-09-14", **about),
            [
                happened(AmendmentAccepted, "2013-01-01", accepted_by=each, **about)
                for each in THIRTY[:15]
            ],
            last,
        )
        assert on_day(engine, "2013-02-15", "amendments_in_force") == ([], THIRTY[:16])

    def engine(self, *more: Event) -> Engine:
        about = {"amendment": "annex"}
        return engine_with(
            happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", **about),
            happened(AmendmentAdopted, "2012-09-14", **about),
            [
                happened(AmendmentAccepted, "2013-01-01", accepted_by=each, **about)
                for each in THIRTY[:15]
            ],
            *more,
        )

    def accepted(self, number: int, day: str) -> AmendmentAccepted:
        state = THIRTY[number]
        return happened(AmendmentAccepted, day, accepted_by=state, amendment="annex")

    def reach(self, provision: str, day: str, state: str | None = None) -> CoverageStated:
        about = {"provision": provision, "reaches": date.fromisoformat(day)}
        return happened(CoverageStated, "2020-10-01", state=state, **about)

    def test_of_who_may_have_accepted_it_since_the_record_cannot_tell(self) -> None:
        engine = self.engine(self.accepted(15, "2014-01-01"), self.accepted(16, "2015"))
        assert on_day(engine, "2015-06-01", "amendments_in_force") == (THIRTY[:16], [THIRTY[16]])
        assert on_day(engine, "2015-12-31", "amendments_in_force") == (THIRTY[:17], [])

    def test_where_acceptances_may_be_missing_it_may_be_in_force(self) -> None:
        reach = [self.reach("13.1", "2020-09-28"), self.reach("13.5", "2014-06-30")]
        engine = self.engine(*reach)
        assert on_day(engine, "2014-06-30", "amendments_in_force") == ([], [])
        assert on_day(engine, "2014-07-01", "amendments_in_force") == ([], THIRTY)

    def test_who_accepted_it_waits_for_others_and_who_certainly_did_not_does_not(self) -> None:
        """All that the first and the last of thirty states did is known, of the others not."""
        reach = [self.reach("13.1", "2020-09-28"), self.reach("13.5", "2014-06-30")]
        ends = [self.reach("13.5", "2020-09-28", state) for state in (THIRTY[0], THIRTY[-1])]
        unknown = THIRTY[:-1]
        engine = self.engine(*reach, *ends)
        assert on_day(engine, "2014-07-01", "amendments_in_force") == ([], unknown)
