"""What changed between two days, or two states of the log: and by which events, or what passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from ccm_engine import Engine, Event, Interpretation, Register
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ContaminationDeclared,
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    ExtensionGranted,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    InitialReportSubmitted,
    MeetingMoved,
    MunitionsRetained,
    Retracted,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileUnverified,
    WithdrawalNotified,
)
from ccm_engine.domain.obligations import Standing
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.differences import Change, Differences, Kind
from ccm_engine.public_record import packaged_events
from tests.histories import RECORDED_AT, called, engine_with, happened, held, joined


def day(text: str) -> date:
    return date.fromisoformat(text)


@cache
def public() -> Engine:
    return Engine.public_record()


def between(engine: Engine, first: str, last: str, state: str | None = None) -> Differences:
    """Compare two legal days of one log."""
    return engine.on(day(last)).since(engine.on(day(first)), state=state)


def learned(
    engine: Engine, events: Sequence[Event], on: str, state: str | None = None
) -> Differences:
    """Compare what a log says of one day before and after it takes these events."""
    before = engine.on(day(on)).log.position
    engine.record(events)
    return engine.on(day(on)).since(engine.on(day(on), known_at=before), state=state)


def one(found: Differences, obligation: str) -> Change:
    (change,) = [each for each in found.changes if each.obligation.id == obligation]
    return change


def told(change: Change) -> tuple[object, ...]:
    """Say of a change what a person would check: standings, running day, and the reasons."""
    sides = [
        None if each is None else (each.standing.value, each.due and str(each.due))
        for each in (change.before, change.after)
    ]
    return *sides, change.reason.because, change.reason.passed


ABSENT = (("undetermined", None), ("not-engaged", None), ("MRT#6",), None)
MAURITANIA = {
    "MRT/3.1": ABSENT,
    "MRT/3.2": (
        ("undetermined", "2020-08-01"),
        ("not-engaged", "2020-08-01"),
        ("MRT#6",),
        None,
    ),
    # Completed in 2013, found again by 2020 under the same clock, extended in 2021.
    "MRT/4.1a": (
        ("pending", "2022-08-01"),
        ("pending", "2024-08-01"),
        ("MRT#7", "MRT#16", "MRT#15", "MRT#18", "MRT#19", "MRT#20"),
        None,
    ),
    "MRT/7.1": (("pending", "2013-01-28"), ("discharged", "2013-01-28"), ("MRT#5",), None),
    "MRT/7.2/2013": (("pending", "2014-04-30"), ("discharged", "2014-04-30"), ("MRT#9",), None),
    "MRT/7.2/2014": (
        None,
        ("discharged", "2015-04-30"),
        ("MRT#10",),
        "2014-04-30, the due day of MRT/7.2/2013",
    ),
    **{
        f"MRT/7.2/{year}": (
            None,
            ("undetermined", f"{year + 1}-04-30"),
            (),
            f"{year}-04-30, the due day of MRT/7.2/{year - 1}; {year + 1}-04-30, its due day",
        )
        for year in range(2015, 2022)
    },
    "MRT/7.2/2022": (
        None,
        ("pending", "2023-04-30"),
        (),
        "2022-04-30, the due day of MRT/7.2/2021",
    ),
}


class TestMauritaniaFrom2013To2022:
    """It declared clearance complete in 2013, found more by 2020, and was granted more time."""

    def test_every_change_with_its_reason(self) -> None:
        found = between(public(), "2013-01-01", "2022-12-31", "MRT")
        assert {each.obligation.id: told(each) for each in found.changes} == MAURITANIA

    def test_the_clearance_deadline_is_extended_and_nothing_else_of_it_changes(self) -> None:
        change = one(between(public(), "2013-01-01", "2022-12-31", "MRT"), "MRT/4.1a")
        assert change.kind is Kind.CHANGED
        assert change.fields == ("due", "extensions")

    def test_the_declaration_to_a_meeting_ends_by_what_was_found_first(self) -> None:
        ended = one(between(public(), "2014-01-01", "2022-12-31", "MRT"), "MRT/4.1c")
        assert ended.kind is Kind.ENDED
        assert ended.reason.because == ("MRT#16",)

    def test_events_come_with_what_they_say(self) -> None:
        found = between(public(), "2013-01-01", "2022-12-31", "MRT")
        assert isinstance(found.events["MRT#19"], ExtensionGranted)
        assert set(found.events) == {name for each in found.changes for name in each.reason.because}

    def test_counts(self) -> None:
        counts = between(public(), "2013-01-01", "2022-12-31", "MRT").counts
        assert counts.kinds == {Kind.BEGAN: 9, Kind.ENDED: 0, Kind.CHANGED: 5}
        assert counts.moves == {
            (Standing.UNDETERMINED, Standing.NOT_ENGAGED): 2,
            (Standing.PENDING, Standing.DISCHARGED): 2,
        }
        assert (counts.before[Standing.PENDING], counts.after[Standing.PENDING]) == (3, 2)
        assert (counts.before[Standing.CEASED], counts.after[Standing.CEASED]) == (0, 0)


class TestResolvingTheDisputeAboutMauritania:
    """One source says that clearance was completed in 2013, another in September 2014."""

    @staticmethod
    def resolved(*, upheld: bool) -> tuple[Engine, Differences]:
        engine = Engine.in_memory(packaged_events(), clock=lambda: RECORDED_AT)
        resolution = happened(
            DisputeResolved, "2026-11-01", target="MRT#8", upheld=upheld, reason="the state said so"
        )
        return engine, learned(engine, [resolution], "2014-02-01")

    def test_upheld_the_clearance_was_not_complete_in_february_2014(self) -> None:
        _, found = self.resolved(upheld=True)
        assert {each.obligation.id for each in found.changes} == {
            "MRT/4.1a",
            "MRT/4.1c",
            "MRT/4.2",
        }
        assert {each.reason.because for each in found.changes} == {("MRT#23",)}
        change = one(found, "MRT/4.1a")
        assert told(change)[:2] == (("discharged", "2022-08-01"), ("pending", "2022-08-01"))
        assert change.fields == ("standing", "discharged_on", "timeliness", "days_late")

    def test_the_dispute_and_what_it_is_about_come_with_the_resolution(self) -> None:
        _, found = self.resolved(upheld=True)
        assert set(found.events) == {"MRT#23", "MRT#8", "MRT#7"}

    def test_only_positions_after_the_resolution_differ(self) -> None:
        engine, _ = self.resolved(upheld=True)
        when = day("2014-02-01")
        last = engine.on(when).log.position
        positions = (650, 1_000, last - 1, last)
        registers = [engine.on(when, known_at=each) for each in positions]
        differ = [
            any(each.obligation.provision.article == 4 for each in b.since(a, state="MRT").changes)
            for a, b in pairwise(registers)
        ]
        assert differ == [False, False, True]

    def test_dismissed_it_changes_nothing(self) -> None:
        _, found = self.resolved(upheld=False)
        assert found.changes == ()


BULGARIA = [
    *joined("BGR", "2011-04-06"),
    happened(StockpileDeclared, "2012-03-01", "BGR", munitions=6909),
    happened(ContaminationDeclared, "2012-03-01", "BGR"),
]


class TestWhatIsSaidAboutTheRecord:
    """Nothing is edited: a retraction, a correction or an upheld dispute is itself a reason."""

    def test_a_retraction_stands_beside_what_it_retracts(self) -> None:
        retraction = happened(Retracted, "2020-01-01", target="BGR#3", reason="misread")
        found = learned(engine_with(BULGARIA), [retraction], "2019-01-01", "BGR")
        change = one(found, "BGR/3.2")
        assert told(change)[:2] == (("pending", "2019-10-01"), ("undetermined", "2019-10-01"))
        assert change.reason.because == ("BGR#3", "BGR#5")

    def test_retracting_a_retraction_brings_the_event_back(self) -> None:
        retraction = happened(Retracted, "2020-01-01", target="BGR#3", reason="misread")
        back = happened(Retracted, "2020-01-02", target="BGR#5", reason="it was right")
        found = learned(engine_with(BULGARIA, retraction), [back], "2019-01-01", "BGR")
        assert one(found, "BGR/3.2").reason.because == ("BGR#3", "BGR#6")

    def test_a_correction_is_the_reason_not_what_it_corrects(self) -> None:
        correction = happened(
            Corrected,
            "2020-01-01",
            target="BGR#2",
            replacement=joined("BGR", "2011-05-06")[1],
            reason="wrong month",
        )
        found = learned(engine_with(BULGARIA), [correction], "2019-01-01", "BGR")
        assert one(found, "BGR/3.2").reason.because == ("BGR#5",)
        assert one(found, "BGR/3.2").fields == ("treaty_due", "due")

    def test_an_open_dispute_changes_no_answer(self) -> None:
        dispute = happened(
            Disputed, "2020-01-01", target="BGR#2", alternative=joined("BGR", "2011-05-06")[1]
        )
        assert learned(engine_with(BULGARIA), [dispute], "2019-01-01").changes == ()

    def test_between_two_days_as_well_the_event_and_its_correction_are_both_reasons(self) -> None:
        correction = happened(
            Corrected,
            "2020-01-01",
            target="BGR#3",
            replacement=happened(StockpileDeclared, "2012-02-01", "BGR", munitions=7),
            reason="misread",
        )
        engine = engine_with(BULGARIA)
        before = engine.on(day("2012-01-01"))
        engine.record([correction])
        found = engine.on(day("2013-01-01")).since(before)
        assert one(found, "BGR/3.2").reason.because == ("BGR#3", "BGR#5")

    def test_a_correction_that_moves_the_day_past_the_day_asked_is_the_only_reason(self) -> None:
        correction = happened(
            Corrected,
            "2020-01-01",
            target="BGR#3",
            replacement=happened(StockpileDeclared, "2014-02-01", "BGR", munitions=7),
            reason="misread",
        )
        found = learned(engine_with(BULGARIA), [correction], "2013-01-01", "BGR")
        assert one(found, "BGR/3.2").reason.because == ("BGR#5",)

    def test_a_dismissed_dispute_is_no_reason_beside_the_event_it_was_about(self) -> None:
        dispute = happened(
            Disputed,
            "2020-01-01",
            target="BGR#3",
            alternative=happened(StockpileAbsenceDeclared, "2012-03-01", "BGR"),
        )
        dismissed = happened(
            DisputeResolved, "2020-02-01", target="BGR#5", upheld=False, reason="misread"
        )
        engine = engine_with(BULGARIA)
        before = engine.on(day("2012-01-01"))
        engine.record([dispute, dismissed])
        found = engine.on(day("2013-01-01")).since(before)
        assert one(found, "BGR/3.2").reason.because == ("BGR#3",)

    def test_a_further_source_is_no_reason(self) -> None:
        corroboration = happened(Corroborated, "2020-01-01", target="BGR#3")
        done = happened(StockpileDestructionCompleted, "2018-01-01", "BGR")
        found = learned(engine_with(BULGARIA), [corroboration, done], "2019-01-01", "BGR")
        assert one(found, "BGR/3.2").reason.because == ("BGR#6",)

    def test_what_is_uncovered_by_a_retraction_is_not_its_reason(self) -> None:
        none = happened(StockpileAbsenceDeclared, "2013-03-01", "BGR")
        retraction = happened(Retracted, "2020-01-01", target="BGR#5", reason="of another state")
        found = learned(engine_with(BULGARIA, none), [retraction], "2019-01-01", "BGR")
        change = one(found, "BGR/3.2")
        assert change.after is not None
        assert "BGR#3" in {name for each in change.after.grounds for name in each.events}
        assert change.reason.because == ("BGR#5", "BGR#6")


class TestTimeAlone:
    """Where only time passed there is no event, and it is said what passed."""

    def test_a_due_day_passed(self) -> None:
        found = between(engine_with(BULGARIA), "2019-10-01", "2019-10-02", "BGR")
        change = one(found, "BGR/3.2")
        assert told(change)[:2] == (("pending", "2019-10-01"), ("overdue", "2019-10-01"))
        assert change.reason.because == ()
        assert change.reason.passed == "2019-10-01, its due day"
        assert len(found.changes) == 1

    def test_the_due_day_itself_changes_nothing(self) -> None:
        assert between(engine_with(BULGARIA), "2019-09-30", "2019-10-01", "BGR").changes == ()

    def test_entry_into_force_passed(self) -> None:
        engine = engine_with(BULGARIA[:2])
        found = between(engine, "2011-09-30", "2011-10-01", "BGR")
        change = one(found, "BGR/1.1")
        assert told(change) == (
            ("not-yet-binding", None),
            ("continuing", None),
            (),
            "2011-10-01, entry into force",
        )

    def test_a_withdrawal_took_effect_six_months_after_its_notice(self) -> None:
        left = happened(WithdrawalNotified, "2015-02-10", "BGR")
        found = between(engine_with(BULGARIA, left), "2015-03-01", "2015-08-10", "BGR")
        change = one(found, "BGR/3.2")
        assert told(change)[:2] == (("pending", "2019-10-01"), ("ceased", None))
        assert change.reason.because == ()
        assert change.reason.passed == "2015-08-10, when its withdrawal took effect"

    def test_the_next_annual_report_is_listed_when_the_one_before_fell_due(self) -> None:
        found = between(engine_with(BULGARIA), "2015-04-30", "2015-05-01", "BGR")
        change = one(found, "BGR/7.2/2015")
        assert change.kind is Kind.BEGAN
        assert told(change)[2:] == ((), "2015-04-30, the due day of BGR/7.2/2014")

    def test_what_no_one_day_explains_names_the_whole_stretch(self) -> None:
        engine = engine_with(held("1MSP"))
        change = one(between(engine, "2010-12-31", "2011-01-01", "CCM"), "CCM/11.2/2011")
        assert told(change)[2:] == ((), "the days from 2010-12-31 to 2011-01-01")

    def test_a_new_event_that_changes_no_answer_is_no_reason(self) -> None:
        again = happened(StockpileDeclared, "2019-06-01", "BGR", munitions=6000)
        found = between(engine_with(BULGARIA, again), "2019-05-01", "2019-10-02", "BGR")
        assert told(one(found, "BGR/3.2"))[2:] == ((), "2019-10-01, its due day")


class TestEventsAndTimeTogether:
    def test_a_request_filed_and_the_due_day_passed(self) -> None:
        request = happened(ExtensionRequested, "2019-06-01", "BGR", article=3, months=12)
        found = between(engine_with(BULGARIA, request), "2019-05-01", "2019-10-02", "BGR")
        assert told(one(found, "BGR/3.2")) == (
            ("pending", "2019-10-01"),
            ("overdue-request-pending", "2019-10-01"),
            ("BGR#5",),
            "2019-10-01, its due day",
        )

    def test_a_request_is_a_change_though_the_standing_stays(self) -> None:
        request = happened(ExtensionRequested, "2019-06-01", "BGR", article=3, months=12)
        found = between(engine_with(BULGARIA, request), "2019-05-01", "2019-06-02", "BGR")
        assert one(found, "BGR/3.2").fields == ("request_pending",)

    def test_a_deposit_and_the_due_day_of_the_report_it_made_due(self) -> None:
        found = between(engine_with(BULGARIA), "2011-01-01", "2012-06-01", "BGR")
        assert told(one(found, "BGR/7.1")) == (
            None,
            ("overdue", "2012-03-29"),
            ("BGR#2",),
            "2012-03-29, its due day",
        )

    def test_what_was_retained_begins_a_report_whatever_fell_due_before(self) -> None:
        retained = [
            happened(MunitionsRetained, f"{year}-06-01", "BGR", munitions=10, year=year)
            for year in (2014, 2015)
        ]
        found = between(engine_with(BULGARIA, retained), "2015-04-01", "2015-07-01", "BGR")
        assert told(one(found, "BGR/3.8/2015"))[2:] == (("BGR#6",), None)

    def test_a_duty_that_became_doubtful_did_not_do_so_by_its_due_day(self) -> None:
        doubt = happened(StockpileUnverified, "2019-06-01", "BGR")
        change = one(
            between(engine_with(BULGARIA, doubt), "2019-05-01", "2019-12-01", "BGR"), "BGR/3.2"
        )
        assert told(change) == (
            ("pending", "2019-10-01"),
            ("undetermined", "2019-10-01"),
            ("BGR#5",),
            None,
        )

    def test_entry_into_force_that_a_correction_put_off_did_not_pass(self) -> None:
        correction = happened(
            Corrected,
            "2020-01-01",
            target="BGR#2",
            replacement=joined("BGR", "2011-05-06")[1],
            reason="wrong month",
        )
        engine = engine_with(BULGARIA[:2])
        before = engine.on(day("2011-09-30"))
        engine.record([correction])
        change = one(engine.on(day("2011-10-02")).since(before), "BGR/3.2")
        assert told(change) == (
            ("not-yet-binding", "2019-10-01"),
            ("not-yet-binding", "2019-11-01"),
            ("BGR#3",),
            None,
        )

    def test_nor_did_one_that_a_correction_put_before_the_day_asked(self) -> None:
        correction = happened(
            Corrected,
            "2020-01-01",
            target="BGR#2",
            replacement=joined("BGR", "2011-03-06")[1],
            reason="wrong month",
        )
        found = learned(engine_with(BULGARIA[:2]), [correction], "2011-09-15", "BGR")
        assert told(one(found, "BGR/1.1")) == (
            ("not-yet-binding", None),
            ("continuing", None),
            ("BGR#3",),
            None,
        )

    def test_a_grant_before_the_due_day_leaves_nothing_passed(self) -> None:
        grant = happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=12)
        found = between(engine_with(BULGARIA, grant), "2019-05-01", "2020-01-01", "BGR")
        change = one(found, "BGR/3.2")
        assert change.fields == ("due", "extensions")
        assert told(change)[2:] == (("BGR#5",), None)


class TestWhatTheGroundsDoNotShow:
    """A reason that no ground names is found by leaving out each new event in turn."""

    def test_a_request_taken_back(self) -> None:
        request = happened(ExtensionRequested, "2019-06-01", "BGR", article=3, months=12)
        back = happened(ExtensionRequestWithdrawn, "2019-11-01", "BGR", article=3)
        engine = engine_with(BULGARIA, request, back)
        change = one(between(engine, "2019-10-15", "2019-12-01", "BGR"), "BGR/3.2")
        assert told(change) == (
            ("overdue-request-pending", "2019-10-01"),
            ("overdue", "2019-10-01"),
            ("BGR#6",),
            None,
        )

    def test_another_ground_does_not_hide_it(self) -> None:
        request = happened(ExtensionRequested, "2019-06-01", "BGR", article=3, months=12)
        again = happened(StockpileDeclared, "2019-10-20", "BGR", munitions=6000)
        back = happened(ExtensionRequestWithdrawn, "2019-11-01", "BGR", article=3)
        engine = engine_with(BULGARIA, request, again, back)
        change = one(between(engine, "2019-10-15", "2019-12-01", "BGR"), "BGR/3.2")
        assert change.reason.because == ("BGR#7",)

    def test_a_deposit_of_another_state_that_was_one_of_the_thirty(self) -> None:
        samoa = joined("WSM", "2010-04-28")
        retraction = happened(Retracted, "2020-01-01", target="IRL#2", reason="not in good form")
        found = learned(engine_with(samoa), [retraction], "2012-01-01", "NOR")
        change = one(found, "NOR/7.1")
        assert change.fields == ("treaty_due", "due")
        assert change.reason.because == ("IRL#2", "IRL#3")

    def test_neither_does_an_own_event_beside_it_hide_it(self) -> None:
        reported = happened(InitialReportSubmitted, "2011-01-10", "NOR")
        retraction = happened(Retracted, "2020-01-01", target="IRL#2", reason="not in good form")
        engine = engine_with(joined("WSM", "2010-04-28"))
        found = learned(engine, [reported, retraction], "2012-01-01", "NOR")
        change = one(found, "NOR/7.1")
        assert change.fields == (
            *("standing", "treaty_due", "due", "discharged_on", "timeliness", "days_late"),
        )
        assert change.reason.because == ("IRL#2", "NOR#3", "IRL#3")

    def test_a_deposit_that_is_none_of_the_thirty_has_no_part_in_it(self) -> None:
        retraction = happened(Retracted, "2020-01-01", target="IRL#2", reason="not in good form")
        engine = engine_with(joined("WSM", "2010-04-28"))
        found = learned(engine, [retraction, *joined("BGR", "2011-04-06")], "2012-01-01", "NOR")
        assert one(found, "NOR/7.1").reason.because == ("IRL#2", "IRL#3")

    def test_a_meeting_moved_is_the_only_reason_for_the_day_it_sets(self) -> None:
        engine = engine_with(
            joined("MRT", "2012-02-01"),
            happened(ContaminationDeclared, "2012-03-01", "MRT"),
            happened(ClearanceCompleted, "2013-03-01", "MRT"),
            called("4MSP", "2012-09-14"),
        )
        days = {"opens_on": day("2013-10-01"), "closes_on": day("2013-10-03")}
        later = happened(MeetingMoved, "2013-04-01", meeting="4MSP", **days)
        deposit = joined("BGR", "2011-04-06")
        change = one(learned(engine, [later, *deposit], "2013-05-01", "MRT"), "MRT/4.1c")
        assert change.fields == ("treaty_due", "due")
        assert change.reason.because == ("CCM#2",)

    def test_a_state_of_the_first_thirty_owes_by_its_own_deposit_and_the_thirtieth(self) -> None:
        found = between(public(), "2008-05-30", "2012-06-30")
        assert one(found, "IRL/1.1").reason.because == ("IRL#2", "MDA#2")
        because = one(found, "IRL/7.1").reason.because
        assert {each for each in because if not each.startswith("IRL")} == {"MDA#2"}

    def test_the_conveners_first_duty_is_owed_by_all_thirty_and_met_by_the_meeting(self) -> None:
        found = between(public(), "2008-05-30", "2012-06-30", "CCM")
        because = one(found, "CCM/11.2/first").reason.because
        assert len([each for each in because if not each.startswith("CCM")]) == 30
        assert {"IRL#2", "MDA#2", "CCM#5"} <= set(because)

    def test_of_events_that_say_the_same_the_one_the_grounds_rest_on_is_named(self) -> None:
        twice = [
            happened(StockpileDeclared, f"{year}-06-01", "BGR", munitions=6000)
            for year in (2013, 2014)
        ]
        change = one(
            between(engine_with(BULGARIA[:2], twice), "2013-01-01", "2015-01-01", "BGR"), "BGR/3.2"
        )
        assert change.after is not None
        assert {name for each in change.after.grounds for name in each.events} >= {"BGR#4"}
        assert change.reason.because == ("BGR#4",)

    def test_two_of_the_thirty_of_which_each_would_be_enough(self) -> None:
        gone = [
            happened(Retracted, "2020-01-01", target=f"{code}#2", reason="not in good form")
            for code in ("IRL", "VAT")
        ]
        change = one(learned(engine_with(), gone, "2012-01-01", "NOR"), "NOR/1.1")
        assert told(change)[:2] == (("continuing", None), ("not-yet-binding", None))
        assert change.reason.because == ("IRL#2", "VAT#2", "IRL#3", "VAT#3")

    def test_the_event_that_fulfils_a_duty_is_one_though_no_ground_names_it(self) -> None:
        found = between(engine_with(held("1MSP")), "2010-11-01", "2010-12-01", "CCM")
        assert one(found, "CCM/11.2/first").reason.because == ("CCM#1",)

    @pytest.mark.parametrize(
        "days",
        [
            ("2008-05-30", "2012-06-30"),
            ("2013-01-01", "2022-12-31"),
            ("2020-01-01", "2026-11-21"),
            ("2024-09-01", "2025-03-10"),
        ],
    )
    def test_no_change_of_the_public_record_is_left_without_a_reason(
        self, days: tuple[str, str]
    ) -> None:
        found = between(public(), *days)
        assert found.changes
        for each in found.changes:
            assert each.reason.because or each.reason.passed, each.obligation.id
            assert len(set(each.reason.because)) == len(each.reason.because)


class TestCounts:
    def test_what_was_there_what_came_and_what_went_is_what_is_there(self) -> None:
        before, after = public().on(day("2014-01-01")), public().on(day("2022-12-31"))
        found = after.since(before)
        counted = Counter(found.counts.before)
        for each in found.changes:
            if each.before is not None:
                counted[each.before.standing] -= 1
            if each.after is not None:
                counted[each.after.standing] += 1
        assert {**counted} == found.counts.after
        assert sum(found.counts.after.values()) == len(after.obligations())
        assert found.counts.kinds[Kind.ENDED] > 0

    def test_moves_count_only_what_is_there_on_both_sides_and_moved(self) -> None:
        found = between(public(), "2013-01-01", "2022-12-31")
        moved = [each for each in found.changes if "standing" in each.fields]
        assert sum(found.counts.moves.values()) == len(moved)


class TestWhatIsCompared:
    def test_a_register_does_not_differ_from_itself(self) -> None:
        register = public().on(day("2020-09-28"))
        found = register.since(register)
        assert found.changes == ()
        assert found.counts.before == found.counts.after

    def test_only_an_article_or_a_state(self) -> None:
        before, after = public().on(day("2013-01-01")), public().on(day("2022-12-31"))
        all_of = after.since(before).changes
        some = after.since(before, state="Bulgaria", article=3).changes
        assert [each.obligation.id for each in some] == [
            each.obligation.id
            for each in all_of
            if each.obligation.state == "BGR" and each.obligation.provision.article == 3
        ]
        assert some

    def test_changes_stand_by_state_and_in_the_order_of_the_treaty(self) -> None:
        found = between(public(), "2013-01-01", "2022-12-31")
        owners = [each.obligation.state for each in found.changes]
        states = sorted(each for each in owners if each != "CCM")
        assert owners == [*states, *["CCM"] * owners.count("CCM")]

    @pytest.mark.parametrize(
        ("before", "after", "obstacle"),
        [
            (public().on(day("2020-01-02")), public().on(day("2020-01-01")), "is after"),
            (
                public().on(day("2020-01-01")),
                public().on(day("2020-01-01"), known_at=7),
                f"position {len(packaged_events())} of the log is after 7",
            ),
            (
                public().on(
                    day("2020-01-01"), reading=Interpretation.choosing({"nine_months": "enforce"})
                ),
                public().on(day("2020-01-02")),
                "read differently",
            ),
            (
                public().on(day("2020-01-01"), published_by=day("2019-01-01")),
                public().on(day("2020-01-02")),
                "different sources",
            ),
        ],
        ids=["days", "positions", "readings", "sources"],
    )
    def test_only_an_earlier_answer_read_alike_is_compared(
        self, before: Register, after: Register, obstacle: str
    ) -> None:
        with pytest.raises(InvalidValueError, match=obstacle):
            after.since(before)

    def test_what_sources_published_by_a_day_tell_is_compared_too(self) -> None:
        by = day("2016-01-01")
        before, after = (
            public().on(day(each), published_by=by) for each in ("2013-01-01", "2015-12-31")
        )
        found = after.since(before, state="MRT")
        assert one(found, "MRT/4.1a").reason.because == ("MRT#7",)
