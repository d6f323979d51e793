"""What the log refuses, what it takes with a remark, and that a refusal changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import attrs
import pytest

from ccm_engine import Engine, Event, PartialDate
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ClarificationAnswered,
    ClearanceCompleted,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    Corrected,
    Disputed,
    DisputeResolved,
    EntryIntoForceNotified,
    ExtensionGranted,
    ExtensionRequested,
    Instrument,
    InstrumentDeposited,
    MeetingMoved,
    Procedure,
    Retracted,
    Signed,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.errors import (
    CcmError,
    InvalidDateError,
    MalformedEventError,
    OutsideModelError,
    RefusedEventError,
    UnknownStateError,
)
from tests.histories import RECORDED_AT, called, engine_with, happened, joined, on, source

BULGARIA = [
    *joined("BGR", "2011-04-06"),
    happened(StockpileDeclared, "2012-03", "BGR", munitions=6909),
    happened(ContaminationDeclared, "2012-03", "BGR"),
]


def refused(events: Iterable[Event], *before: Event | Iterable[Event]) -> CcmError:
    """Record events that must be refused, and return why; the log must be as it was."""
    engine = engine_with(*before)
    head = engine.on(date(2026, 1, 1)).log.position
    with pytest.raises(RefusedEventError) as caught:
        engine.record(events)
    assert engine.on(date(2026, 1, 1)).log.position == head
    return caught.value


def remarks(event: Event, *before: Event | Iterable[Event]) -> str:
    """Record an event that must be taken, and return what is remarked."""
    return " ".join(engine_with(*before).record([event]).remarks)


class TestArticle15:
    """Open for signature from 3 December 2008 until the Convention's entry into force."""

    def test_a_signature_on_the_day_of_entry_into_force_is_too_late(self) -> None:
        error = refused([happened(Signed, "2010-08-01", "CUB")])
        assert "until its entry into force on 2010-08-01" in error.obstacle

    def test_the_day_before_is_in_time(self) -> None:
        assert not remarks(happened(Signed, "2010-07-31", "CUB"))

    def test_before_oslo_nothing_could_be_signed(self) -> None:
        refused([happened(Signed, "2008-12-02", "CUB")])

    def test_nobody_signs_twice(self) -> None:
        refused([happened(Signed, "2009-01-05", "IRL")])


class TestArticle16:
    """Signatories ratify, accept or approve; who did not sign accedes."""

    def test_a_signatory_cannot_accede(self) -> None:
        signed = happened(Signed, "2008-12-03", "BGR")
        accession = happened(
            InstrumentDeposited, "2011-04-06", "BGR", instrument=Instrument.ACCESSION
        )
        assert "a signatory ratifies" in refused([accession], signed).obstacle

    def test_a_non_signatory_cannot_ratify(self) -> None:
        ratified = happened(
            InstrumentDeposited, "2015-10-01", "MUS", instrument=Instrument.RATIFICATION
        )
        assert "it did not sign" in refused([ratified]).obstacle

    def test_a_second_deposit_while_the_first_binds_is_refused(self) -> None:
        again = joined("BGR", "2012-04-06")[1:]
        error = refused(again, BULGARIA)
        assert "2011-04-06" in error.obstacle
        assert "retraction" in error.remedy

    def test_an_earlier_deposit_is_refused_though_the_state_withdrew_later(self) -> None:
        left = happened(WithdrawalNotified, "2020-01-10", "BGR")
        earlier = joined("BGR", "2010-04-06")[1:]
        assert "2011-04-06" in refused(earlier, BULGARIA, left).obstacle

    def test_a_state_that_withdrew_may_accede(self) -> None:
        left = happened(WithdrawalNotified, "2020-01-10", "BGR")
        back = happened(
            InstrumentDeposited, "2022-01-10", "BGR", instrument=Instrument.RATIFICATION
        )
        engine = engine_with(BULGARIA, [left, back])
        assert str(engine.on(date(2026, 1, 1)).obligation("BGR/3.2").treaty_due) == "2030-07-01"


class TestArticle20:
    """Only a State Party withdraws, once, and revokes before it has effect."""

    def test_a_state_not_party_cannot_withdraw(self) -> None:
        assert (
            "not a State Party"
            in refused([happened(WithdrawalNotified, "2015-01-01", "CUB")]).obstacle
        )

    def test_a_state_not_yet_bound_cannot_withdraw(self) -> None:
        refused([happened(WithdrawalNotified, "2011-09-30", "BGR")], BULGARIA)

    def test_a_second_notice_is_refused(self) -> None:
        notice = happened(WithdrawalNotified, "2020-01-10", "BGR")
        refused([happened(WithdrawalNotified, "2020-02-10", "BGR")], BULGARIA, notice)

    def test_what_had_effect_cannot_be_revoked(self) -> None:
        notice = happened(WithdrawalNotified, "2020-01-10", "BGR")
        refused([happened(WithdrawalRevoked, "2020-07-10", "BGR")], BULGARIA, notice)

    def test_there_must_be_a_notice_to_revoke(self) -> None:
        refused([happened(WithdrawalRevoked, "2020-07-10", "BGR")], BULGARIA)


class TestExtensions:
    """Articles 3(3)-(5) and 4(5)-(8)."""

    def test_more_than_four_years_for_stockpiles_is_refused(self) -> None:
        grant = happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=49)
        assert "48 months Article 3 allows" in refused([grant], BULGARIA).obstacle

    def test_more_than_five_years_for_clearance_is_refused(self) -> None:
        late = on("2026-10-03")
        grant = happened(ExtensionGranted, "2020-09-04", "BGR", article=4, until=late)
        assert "60 months Article 4 allows" in refused([grant], BULGARIA).obstacle

    def test_the_longest_allowed_is_taken(self) -> None:
        before = [*BULGARIA, happened(ExtensionRequested, "2018-09-04", "BGR", article=3)]
        grant = happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=48)
        assert not remarks(grant, before)

    def test_a_day_before_the_running_deadline_is_refused(self) -> None:
        early = on("2019-09-30")
        grant = happened(ExtensionGranted, "2019-09-04", "BGR", article=3, until=early)
        assert "never shortens" in refused([grant], BULGARIA).remedy

    def test_months_and_day_that_differ_by_more_than_a_day_are_refused(self) -> None:
        grant = happened(
            ExtensionGranted, "2019-09-04", "BGR", article=3, months=12, until=on("2020-11-01")
        )
        assert "2020-10-01, not 2020-11-01" in refused([grant], BULGARIA).obstacle

    def test_the_day_before_is_only_another_style(self) -> None:
        grant = happened(
            ExtensionGranted, "2019-09-04", "BGR", article=3, months=12, until=on("2020-09-30")
        )
        found = engine_with(BULGARIA, grant).on(date(2020, 1, 1)).obligation("BGR/3.2")
        assert str(found.due) == "2020-09-30"

    def test_a_state_not_bound_has_nothing_to_extend(self) -> None:
        grant = happened(ExtensionGranted, "2019-09-04", "CUB", article=3, months=12)
        assert "not bound" in refused([grant]).obstacle

    @pytest.mark.parametrize(
        ("article", "kind"), [(3, StockpileAbsenceDeclared), (4, ContaminationAbsenceDeclared)]
    )
    def test_a_duty_that_does_not_apply_cannot_be_extended(
        self, article: int, kind: type[Event]
    ) -> None:
        before = [*joined("BGR", "2011-04-06"), happened(kind, "2012-03", "BGR")]
        grant = happened(ExtensionGranted, "2019-09-04", "BGR", article=article, months=12)
        assert "nothing" in refused([grant], before).obstacle

    def test_hostilities_that_never_ended_give_nothing_to_extend(self) -> None:
        grant = happened(
            ExtensionGranted, "2019-09-04", "BGR", article=4, months=12, conflict="war"
        )
        assert "'war'" in refused([grant], BULGARIA).obstacle

    def test_a_late_request_is_taken_and_marked_late(self) -> None:
        request = happened(
            ExtensionRequested, "2019-01-15", "BGR", article=3, months=12, meeting="9MSP"
        )
        said = remarks(request, BULGARIA, called("9MSP", "2018-09-05"))
        assert "last day for the 9MSP, 2018-12-02" in said

    def test_the_last_day_to_file_is_in_time(self) -> None:
        request = happened(
            ExtensionRequested, "2018-12-02", "BGR", article=3, months=12, meeting="9MSP"
        )
        assert not remarks(request, BULGARIA, called("9MSP", "2018-09-05"))

    def test_a_silence_procedure_after_the_deadline_is_taken_and_remarked(self) -> None:
        grant = happened(
            ExtensionGranted,
            "2021-02-26",
            "BGR",
            article=3,
            months=24,
            procedure=Procedure.SILENCE,
        )
        said = remarks(grant, BULGARIA)
        assert "silence procedure" in said
        assert "after the deadline of 2019-10-01" in said

    def test_a_duty_fulfilled_has_nothing_left_to_extend(self) -> None:
        done = happened(ClearanceCompleted, "2015-06-01", "BGR")
        grant = happened(ExtensionGranted, "2020-09-04", "BGR", article=4, months=12)
        assert "completed" in refused([grant], BULGARIA, done).obstacle


class TestReportsAndProceedings:
    """Articles 7, 8 and 11."""

    def test_a_report_for_a_year_not_begun_is_refused(self) -> None:
        report = happened(AnnualReportSubmitted, "2014-04-30", "BGR", year_covered=2015)
        assert "had not begun" in refused([report], BULGARIA).obstacle

    def test_a_report_for_a_year_not_over_is_remarked(self) -> None:
        report = happened(AnnualReportSubmitted, "2014-04-30", "BGR", year_covered=2014)
        assert "was not over" in remarks(report, BULGARIA)

    def test_an_answer_needs_a_request(self) -> None:
        refused([happened(ClarificationAnswered, "2014-04-30", "BGR", request="r1")], BULGARIA)

    def test_a_meeting_must_be_called_before_it_moves(self) -> None:
        moved = happened(
            MeetingMoved,
            "2020-06-01",
            meeting="2RC",
            opens_on=date(2020, 11, 25),
            closes_on=date(2020, 11, 27),
        )
        refused([moved])

    def test_a_notified_day_that_differs_is_remarked(self) -> None:
        told = happened(EntryIntoForceNotified, "2011-05-01", "BGR", in_force_on=date(2011, 11, 1))
        assert "computed 2011-10-01" in remarks(told, BULGARIA)


class TestTheRecordAboutItself:
    """Nothing is edited; what is said of an event must speak of one that is there."""

    def test_what_is_not_there_cannot_be_retracted(self) -> None:
        retraction = Retracted(
            occurred_on=on("2020-01-01"), citations=source(), target="BGR#9", reason="a mistake"
        )
        assert "no event BGR#9" in refused([retraction], BULGARIA).obstacle

    def test_what_is_retracted_can_be_recorded_again(self) -> None:
        retraction = Retracted(
            occurred_on=on("2020-01-01"), citations=source(), target="BGR#2", reason="wrong day"
        )
        right = joined("BGR", "2011-05-06")[1:]
        engine = engine_with(BULGARIA, retraction, right)
        assert str(engine.on(date(2020, 1, 1)).obligation("BGR/3.2").treaty_due) == "2019-11-01"

    def test_a_correction_takes_the_place_of_its_target(self) -> None:
        correction = Corrected(
            occurred_on=on("2020-01-01"),
            citations=source(),
            target="BGR#2",
            replacement=joined("BGR", "2011-05-06")[1],
            reason="wrong month",
        )
        found = engine_with(BULGARIA, correction).on(date(2020, 1, 1)).obligation("BGR/3.2")
        assert str(found.treaty_due) == "2019-11-01"

    def test_a_correction_must_itself_be_lawful(self) -> None:
        correction = Corrected(
            occurred_on=on("2020-01-01"),
            citations=source(),
            target="BGR#2",
            replacement=happened(
                InstrumentDeposited, "2011-05-06", "BGR", instrument=Instrument.ACCESSION
            ),
            reason="wrong instrument",
        )
        refused([correction], BULGARIA)

    def test_a_dispute_changes_nothing_until_it_is_upheld(self) -> None:
        dispute = Disputed(
            occurred_on=on("2020-01-01"),
            citations=source(),
            target="BGR#2",
            alternative=joined("BGR", "2011-05-06")[1],
        )
        upheld = DisputeResolved(
            occurred_on=on("2020-02-01"),
            citations=source(),
            target="BGR#5",
            upheld=True,
            reason="the depositary's table",
        )
        engine = engine_with(BULGARIA, dispute)
        disputed = engine.on(date(2020, 1, 1)).obligation("BGR/3.2")
        assert str(disputed.treaty_due) == "2019-10-01"
        engine.record([upheld])
        resolved = engine.on(date(2020, 1, 1)).obligation("BGR/3.2")
        assert str(resolved.treaty_due) == "2019-11-01"

    def test_what_was_retracted_cannot_be_retracted_again(self) -> None:
        retraction = Retracted(
            occurred_on=on("2020-01-01"), citations=source(), target="BGR#3", reason="a mistake"
        )
        refused([retraction], BULGARIA, retraction)


class TestBadValues:
    """What means nothing is refused where it is written."""

    def test_an_unknown_state_is_refused_with_the_nearest(self) -> None:
        with pytest.raises(UnknownStateError, match="Bulgaria"):
            happened(Signed, "2008-12-03", "BGX")

    @pytest.mark.parametrize("text", ["2011-02-30", "2011-13", "tomorrow", "20110406", "../2011"])
    def test_a_day_that_does_not_exist_is_refused(self, text: str) -> None:
        with pytest.raises(InvalidDateError):
            on(text)

    def test_a_datetime_is_no_date(self) -> None:
        with pytest.raises(InvalidDateError):
            PartialDate.on(datetime(2011, 4, 6, 12, 0))  # noqa: DTZ001  # the mistake itself

    def test_a_naive_moment_is_refused(self) -> None:
        with pytest.raises(InvalidDateError):
            engine_with().on(date(2020, 1, 1), known_at=datetime(2026, 1, 1))  # noqa: DTZ001  # the mistake itself

    def test_an_event_without_a_source_is_refused(self) -> None:
        with pytest.raises(MalformedEventError, match="cites no source"):
            happened(Signed, "2008-12-03", "BGR", citations=())

    def test_the_future_cannot_be_recorded(self) -> None:
        refused([happened(Signed, "2027-01-01", "BGR")])

    def test_a_day_before_the_convention_is_refused(self) -> None:
        with pytest.raises(OutsideModelError):
            engine_with().on(date(2008, 5, 29))

    def test_a_position_the_log_does_not_have_is_refused(self) -> None:
        with pytest.raises(OutsideModelError):
            engine_with().on(date(2020, 1, 1), known_at=10_000)

    def test_one_bad_event_of_a_batch_stops_all_and_says_which(self) -> None:
        engine = Engine.in_memory()
        good = happened(Signed, "2008-12-03", "BGR")
        with pytest.raises(RefusedEventError) as caught:
            engine.record([good, good])
        assert caught.value.index == 1
        assert engine.on(date(2020, 1, 1)).log.position == 0


class TestWhatASourceGives:
    """A citation may give the day less precisely than its event, never another one."""

    def _signed(self, gives: str) -> Signed:
        cited = attrs.evolve(source()[0], gives=on(gives))
        return happened(Signed, "2008-12-03", "BGR", citations=(cited,))

    @pytest.mark.parametrize("gives", ["2008-12-03", "2008-12", "2008", "../2009-01-01"])
    def test_a_coarser_day_is_taken(self, gives: str) -> None:
        recorded = Engine.in_memory([self._signed(gives)], clock=lambda: RECORDED_AT)
        (happening,) = recorded.on(date(2010, 1, 1)).history("BGR")
        assert str(happening.event.citations[0].gives) == gives

    @pytest.mark.parametrize("gives", ["2008-12-04", "2009", "../2008-12-02"])
    def test_another_day_is_a_dispute(self, gives: str) -> None:
        with pytest.raises(RefusedEventError, match="record what it says as a dispute"):
            Engine.in_memory([self._signed(gives)])
