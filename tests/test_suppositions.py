"""What would follow if something happened that has not: and that no log ever takes it."""

from __future__ import annotations

from datetime import date
from functools import cache

import attrs
import pytest

from ccm_engine import Citation, Engine, Event, Obligation
from ccm_engine.domain.admission import SUPPOSED
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ContaminationDeclared,
    Corrected,
    Disputed,
    DisputeResolved,
    ExtensionGranted,
    ExtensionRequested,
    Instrument,
    InstrumentDeposited,
    MeetingCalled,
    MeetingKind,
    MeetingMoved,
    Retracted,
    Signed,
    StockpileDeclared,
    WithdrawalNotified,
)
from ccm_engine.domain.obligations import Standing
from ccm_engine.domain.sources import Authority
from ccm_engine.domain.suppositions import Overlay
from ccm_engine.errors import MalformedEventError, RefusedEventError
from ccm_engine.projections.consequences import Supposition
from ccm_engine.projections.differences import Kind
from tests.histories import called, engine_with, happened, held, joined, on

WHOEVER_ASKED = (SUPPOSED,)


def day(text: str) -> date:
    return date.fromisoformat(text)


@cache
def public() -> Engine:
    return Engine.public_record()


def what_if(on: str, *events: Event, engine: Engine | None = None) -> Supposition:
    """Suppose events on one day, on the public record if on no other."""
    return (engine or public()).on(day(on)).supposing(Overlay.of(events))


def changed(found: Supposition) -> dict[str, tuple[Obligation | None, Obligation | None]]:
    return {each.obligation.id: (each.before, each.after) for each in found.differences.changes}


def would_be(found: Supposition, obligation: str) -> Obligation:
    after = changed(found)[obligation][1]
    assert after is not None
    return after


def remarks(found: Supposition) -> str:
    return "\n".join(found.remarks)


def contradiction(on: str, *events: Event, engine: Engine | None = None) -> RefusedEventError:
    """Suppose what cannot be, and return why it cannot."""
    with pytest.raises(RefusedEventError) as caught:
        what_if(on, *events, engine=engine)
    return caught.value


def grant(months: int, decided: str = "2026-03-10") -> Event:
    return happened(ExtensionGranted, decided, "TCD", article=4, months=months)


class TestAnOverlayCannotReachALog:
    overlay = Overlay.of([happened(Signed, "2008-12-03", "BGR")])

    def test_it_is_no_event(self) -> None:
        assert not isinstance(self.overlay, Event)
        with pytest.raises(MalformedEventError, match="is no event"):
            Engine.in_memory().record([self.overlay])  # type: ignore[list-item]  # the mistake itself

    def test_it_is_no_list_of_events(self) -> None:
        engine = Engine.in_memory()
        with pytest.raises(MalformedEventError, match="none of its events happened"):
            engine.record(self.overlay)  # type: ignore[arg-type]  # the mistake itself
        assert engine.on(day("2020-01-01")).log.position == 0

    def test_none_of_its_events_is_taken_either(self) -> None:
        with pytest.raises(RefusedEventError, match="a supposition proves nothing"):
            Engine.in_memory().record(self.overlay.events)

    def test_nor_does_the_other_side_of_a_dispute(self) -> None:
        dispute = happened(
            Disputed,
            "2020-01-01",
            target="BGR#2",
            alternative=happened(
                InstrumentDeposited,
                "2011-05-06",
                "BGR",
                instrument=Instrument.RATIFICATION,
                citations=WHOEVER_ASKED,
            ),
        )
        with pytest.raises(RefusedEventError, match="a supposition proves nothing"):
            engine_with(joined("BGR", "2011-04-06")).record([dispute])

    def test_what_cites_a_supposition_beside_a_source_is_not_taken(self) -> None:
        paper = Citation(document="a paper", publisher="a desk", authority=Authority.PRESS)
        event = happened(Signed, "2008-12-03", "BGR", citations=(paper, SUPPOSED))
        with pytest.raises(RefusedEventError, match="a supposition proves nothing"):
            Engine.in_memory().record([event])

    def test_nor_what_a_correction_would_put_in_the_place_of_a_fact(self) -> None:
        correction = happened(
            Corrected,
            "2020-01-01",
            target="BGR#2",
            replacement=happened(
                InstrumentDeposited,
                "2011-05-06",
                "BGR",
                instrument=Instrument.RATIFICATION,
                citations=WHOEVER_ASKED,
            ),
            reason="a guess",
        )
        with pytest.raises(RefusedEventError, match="a supposition proves nothing"):
            engine_with(joined("BGR", "2011-04-06")).record([correction])

    def test_its_identifiers_are_none_that_an_event_can_speak_of(self) -> None:
        (supposed,) = what_if("2026-03-15", grant(36)).supposed
        assert supposed.id == "TCD?1"
        with pytest.raises(MalformedEventError, match="not the identifier of an event"):
            happened(Retracted, "2026-03-15", target=supposed.id, reason="it never was")

    def test_only_events_are_supposed(self) -> None:
        with pytest.raises(MalformedEventError, match="'TCD' is no event"):
            Overlay.of(["TCD"])  # type: ignore[list-item]  # the mistake itself

    def test_supposing_leaves_the_log_as_it_is(self) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"))
        before = engine.on(day("2019-01-01"))
        gone = happened(Retracted, "2020-01-01", target="BGR#2", reason="a guess")
        assert changed(what_if("2019-01-01", gone, engine=engine))
        after = engine.on(day("2019-01-01"))
        assert after.log == before.log
        assert after.since(before).changes == ()
        assert before.obligation("BGR/3.2").standing is Standing.UNDETERMINED


class TestAGrant:
    """Extensions of Article 4 are of five years at most, of Article 3 of four: 4(5), 3(3)."""

    def test_of_36_months_is_counted_from_the_running_deadline(self) -> None:
        found = what_if("2026-03-15", grant(36))
        assert set(changed(found)) == {"TCD/4.1a"}
        assert str(would_be(found, "TCD/4.1a").due) == "2029-10-01"
        (change,) = found.differences.changes
        assert change.reason.because == ("TCD?1",)
        assert change.fields == ("due", "extensions")
        assert "no request for it is on record" in remarks(found)
        assert "more than" not in remarks(found)

    def test_of_72_months_is_answered_and_the_cap_is_named(self) -> None:
        found = what_if("2026-03-15", grant(72))
        assert str(would_be(found, "TCD/4.1a").due) == "2032-10-01"
        cap = "72 months is more than the 60 months Article 4 allows; at most to 2031-10-01"
        assert f"extension-granted for Chad (TCD): {cap}" in remarks(found)

    def test_of_60_months_is_within_it(self) -> None:
        assert "more than" not in remarks(what_if("2026-03-15", grant(60)))

    def test_of_more_than_48_months_for_a_stockpile_too(self) -> None:
        engine = engine_with(
            joined("BGR", "2011-04-06"), happened(StockpileDeclared, "2012-03-01", "BGR")
        )
        event = happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=49)
        assert "49 months is more than the 48 months Article 3 allows" in remarks(
            what_if("2019-09-05", event, engine=engine)
        )

    def test_of_72_months_is_still_refused_when_recorded(self) -> None:
        engine = engine_with(
            joined("TCD", "2013-03-26"), happened(ContaminationDeclared, "2014-01-01", "TCD")
        )
        with pytest.raises(RefusedEventError, match="more than the 60 months"):
            engine.record([grant(72)])

    def test_that_has_not_happened_by_the_day_changes_nothing_and_says_so(self) -> None:
        found = what_if("2026-03-09", grant(36))
        assert changed(found) == {}
        assert "would not have happened by 2026-03-09 (2026-03-10)" in remarks(found)
        assert "not have happened" not in remarks(what_if("2026-03-10", grant(36)))

    def test_after_the_deadline_is_remarked_on(self) -> None:
        found = what_if("2027-01-15", grant(36, "2027-01-10"))
        assert "decided 101 days or more after the deadline of 2026-10-01" in remarks(found)

    def test_may_lie_in_the_future(self) -> None:
        found = what_if("2026-11-30", grant(36, "2026-11-25"))
        assert would_be(found, "TCD/4.1a").standing is Standing.PENDING


class TestARequest:
    """It is filed nine months before the meeting that decides: 3(5), 4(6)."""

    def request(self, filed: str) -> Event:
        return happened(ExtensionRequested, filed, "CHL", article=4, months=12, meeting="10MSP")

    def test_on_the_last_day_is_in_time(self) -> None:
        found = what_if("2021-12-01", self.request("2021-11-30"))
        assert would_be(found, "CHL/4.1a").request_pending
        assert found.remarks == ()

    def test_a_day_later_is_late_and_says_so(self) -> None:
        found = what_if("2021-12-01", self.request("2021-12-01"))
        assert "after the last day for the 10MSP, 2021-11-30: late" in remarks(found)

    def test_that_is_granted_in_the_same_overlay_is_on_record_for_it(self) -> None:
        asked = happened(ExtensionRequested, "2026-03-01", "TCD", article=4, months=36)
        found = what_if("2026-03-15", asked, grant(36))
        assert [each.id for each in found.supposed] == ["TCD?1", "TCD?2"]
        assert found.remarks == ()
        (change,) = found.differences.changes
        assert change.reason.because == ("TCD?1", "TCD?2")


class TestAMeetingMoved:
    """The last day to file moves with the meeting, for every deadline it can extend."""

    def moved(self, opens: str, closes: str) -> Event:
        days = {"opens_on": day(opens), "closes_on": day(closes)}
        return happened(MeetingMoved, "2021-10-10", meeting="10MSP", **days)

    def test_to_an_earlier_day_names_each_deadline_whose_filing_day_has_passed(self) -> None:
        found = what_if("2021-10-15", self.moved("2022-06-01", "2022-06-03"))
        running = public().on(day("2021-10-15")).windows()
        assert {each.partition(":")[0] for each in found.remarks} == {
            each.obligation for each in running
        }
        assert (
            "BGR/3.2: the last day to file for the 10MSP would be 2021-09-01, not 2021-11-30, "
            "and has passed on 2021-10-15" in found.remarks
        )

    def test_whose_new_filing_day_is_today_is_not_missed(self) -> None:
        assert what_if("2021-10-15", self.moved("2022-07-15", "2022-07-16")).remarks == ()

    def test_to_a_later_day_leaves_whose_deadline_it_no_longer_precedes(self) -> None:
        found = what_if("2021-10-15", self.moved("2022-09-15", "2022-09-16"))
        assert found.remarks == (
            "BIH/4.1a: no meeting called could decide on it before 2022-09-01",
        )

    def test_makes_a_deadline_with_a_request_no_exception(self) -> None:
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(StockpileDeclared, "2012-03-01", "BGR"),
            called("9MSP", "2018-09-05"),
            happened(ExtensionRequested, "2018-11-01", "BGR", article=3, meeting="9MSP"),
        )
        days = {"opens_on": day("2019-06-03"), "closes_on": day("2019-06-05")}
        sooner = happened(MeetingMoved, "2018-11-10", meeting="9MSP", **days)
        (remark,) = what_if("2018-11-15", sooner, engine=engine).remarks
        assert "would be 2018-09-03, not 2018-12-02, and has passed on 2018-11-15" in remark
        assert remark.endswith("; a request is on record")

    def test_a_day_for_the_declaration_of_compliance_moves_too(self) -> None:
        engine = engine_with(
            joined("MRT", "2012-02-01"),
            happened(ContaminationDeclared, "2012-03-01", "MRT"),
            happened(ClearanceCompleted, "2013-03-01", "MRT"),
            called("4MSP", "2012-09-14"),
        )
        days = {"opens_on": day("2013-10-01"), "closes_on": day("2013-10-03")}
        later = happened(MeetingMoved, "2013-04-01", meeting="4MSP", **days)
        found = what_if("2013-05-01", later, engine=engine)
        (change,) = found.differences.changes
        assert str(would_be(found, "MRT/4.1c").due) == "2013-10-01"
        assert change.reason.because == ("CCM?1",)

    def test_a_meeting_called_too_late_to_be_asked_is_named(self) -> None:
        days = {"opens_on": day("2026-06-01"), "closes_on": day("2026-06-03")}
        soon = happened(
            MeetingCalled,
            "2026-01-10",
            meeting="SMSP",
            kind=MeetingKind.MEETING_OF_STATES_PARTIES,
            **days,
        )
        assert (
            "TCD/4.1a: the last day to file for the SMSP would be 2025-09-01, "
            "and has passed on 2026-01-15" in what_if("2026-01-15", soon).remarks
        )


class TestALateDeposit:
    """The Convention enters into force for a later state six months on: Article 17(2)."""

    deposit = happened(InstrumentDeposited, "2027-01-15", "OMN", instrument=Instrument.ACCESSION)

    def test_makes_a_state_party_with_all_its_days(self) -> None:
        found = what_if("2027-07-01", self.deposit)
        assert {each.obligation.state for each in found.differences.changes} == {"OMN"}
        assert {each.kind for each in found.differences.changes} == {Kind.BEGAN}
        assert {each.reason.because for each in found.differences.changes} == {("OMN?1",)}
        dues = {name: str(after and after.due) for name, (_, after) in changed(found).items()}
        assert dues["OMN/3.2"] == "2035-07-01"
        assert dues["OMN/4.1a"] == "2037-07-01"
        assert dues["OMN/7.1"] == "2027-12-28"
        assert dues["OMN/7.2/2027"] == "2028-04-30"
        assert would_be(found, "OMN/1.1").standing is Standing.CONTINUING

    def test_binds_nobody_the_day_before(self) -> None:
        found = what_if("2027-06-30", self.deposit)
        assert would_be(found, "OMN/1.1").standing is Standing.NOT_YET_BINDING

    def test_of_the_thirtieth_instrument_brings_all_into_force(self) -> None:
        first = [
            happened(InstrumentDeposited, "2009-01-05", code, instrument=Instrument.ACCESSION)
            for code in TWENTY_NINE.split()
        ]
        engine = engine_with(first, in_force=False)
        last = happened(InstrumentDeposited, "2009-02-05", "NOR", instrument=Instrument.ACCESSION)
        found = what_if("2009-09-01", last, engine=engine)
        assert would_be(found, "IRL/1.1").standing is Standing.CONTINUING
        assert all(each.reason.because == ("NOR?1",) for each in found.differences.changes)


TWENTY_NINE = (
    "IRL SLE VAT LAO AUT MEX NER ALB ESP DEU LUX SMR JPN ZMB HRV SVN MLT URY BDI FRA MWI MKD NIC "
    "BEL NZL MNE DNK BFA MDA"
)


class TestAWithdrawal:
    """It takes effect six months after the depositary received it: Article 20(3)."""

    notice = happened(WithdrawalNotified, "2026-12-15", "BGR")

    def test_ceases_what_is_owed_then_and_leaves_what_was_discharged(self) -> None:
        found = what_if("2027-06-15", self.notice)
        ceased = {name for name, (_, after) in changed(found).items() if after}
        assert {"BGR/1.1", "BGR/9", "BGR/21.1", "BGR/7.2/2027"} <= ceased
        assert not {"BGR/3.2", "BGR/7.1"} & ceased
        assert {would_be(found, each).standing for each in ceased} == {Standing.CEASED}

    def test_ceases_nothing_the_day_before(self) -> None:
        found = what_if("2027-06-14", self.notice)
        assert changed(found) == {}
        assert found.remarks == ()


class TestARetraction:
    def test_answers_what_if_a_report_had_never_been(self) -> None:
        gone = happened(Retracted, "2026-12-01", target="BGR#3", reason="supposed")
        found = what_if("2020-11-02", gone)
        assert set(changed(found)) == {"BGR/7.1"}
        assert would_be(found, "BGR/7.1").standing is Standing.OVERDUE
        (change,) = found.differences.changes
        assert change.reason.because == ("BGR#3", "BGR?1")
        assert set(found.differences.events) == {"BGR#3", "BGR?1"}

    def test_needs_no_day_to_have_come(self) -> None:
        gone = happened(Retracted, "2026-12-01", target="BGR#3", reason="supposed")
        assert what_if("2020-11-02", gone).remarks == ()

    def test_of_nothing_is_a_contradiction(self) -> None:
        gone = happened(Retracted, "2026-12-01", target="BGR#300", reason="supposed")
        error = contradiction("2020-11-02", grant(36), gone)
        assert error.index == 1
        assert "the log has no event BGR#300" in str(error)

    def test_an_upheld_dispute_answers_what_if_the_other_source_is_right(self) -> None:
        upheld = happened(
            DisputeResolved, "2026-12-01", target="MRT#8", upheld=True, reason="supposed"
        )
        found = what_if("2014-02-01", upheld)
        assert would_be(found, "MRT/4.1a").standing is Standing.PENDING
        assert {each.reason.because for each in found.differences.changes} == {("MRT?1",)}


class TestWhatContradictsTheRecord:
    """All of the record counts, whatever the day; the error names what stands against it."""

    def test_a_second_deposit(self) -> None:
        again = happened(
            InstrumentDeposited, "2027-01-15", "BGR", instrument=Instrument.RATIFICATION
        )
        error = contradiction("2027-02-01", again)
        assert str(error).startswith("cannot suppose instrument-deposited for Bulgaria (BGR): ")
        assert "deposited on 2011-04-06, BGR#2" in error.obstacle

    def test_a_second_deposit_within_the_overlay(self) -> None:
        again = happened(InstrumentDeposited, "2027-03-15", "OMN", instrument=Instrument.ACCESSION)
        error = contradiction("2027-02-01", TestALateDeposit.deposit, again)
        assert error.index == 1
        assert "OMN?1" in error.obstacle

    def test_a_grant_to_a_state_not_bound(self) -> None:
        event = happened(ExtensionGranted, "2026-03-10", "OMN", article=4, months=12)
        assert "not bound" in contradiction("2026-03-15", event).obstacle

    def test_a_grant_after_completion(self) -> None:
        event = happened(ExtensionGranted, "2026-03-10", "HRV", article=4, months=12)
        assert "it completed" in contradiction("2026-03-15", event).obstacle

    def test_a_meeting_moved_that_was_never_called(self) -> None:
        days = {"opens_on": day("2030-01-01"), "closes_on": day("2030-01-02")}
        event = happened(MeetingMoved, "2026-03-10", meeting="99MSP", **days)
        assert "no 99MSP was called" in contradiction("2026-03-15", event).obstacle


class TestWhatIsAsked:
    def test_nothing_supposed_changes_nothing(self) -> None:
        found = what_if("2020-09-28")
        assert changed(found) == {}
        assert (found.supposed, found.remarks) == ((), ())

    def test_it_is_laid_over_what_the_sources_asked_tell(self) -> None:
        register = public().on(day("2027-07-01"), published_by=day("2012-01-01"))
        found = register.supposing(Overlay.of([TestALateDeposit.deposit]))
        assert {each.obligation.state for each in found.differences.changes} == {"OMN"}
        assert str(would_be(found, "OMN/7.1").treaty_due) == "2027-12-28"

    def test_instruments_that_no_source_asked_tells_of_go_on_counting(self) -> None:
        told = (
            Citation(
                document="status list",
                publisher="for a test",
                authority=Authority.DEPOSITARY,
                published=on("2011-05-01"),
            ),
        )
        events = [
            happened(Signed, "2008-12-03", "BGR", citations=told),
            attrs.evolve(joined("BGR", "2011-04-06")[1], citations=told),
        ]
        register = engine_with(events).on(day("2020-01-01"), published_by=day("2012-01-01"))
        found = register.supposing(Overlay.of([happened(StockpileDeclared, "2012-01-01", "IRL")]))
        assert register.obligation("BGR/1.1").standing is Standing.CONTINUING
        assert changed(found) == {}

    def test_it_is_laid_over_what_the_log_knew_then(self) -> None:
        engine = engine_with(joined("BGR", "2011-04-06"), held("1MSP"))
        again = joined("BGR", "2012-04-06")
        register = engine.on(day("2020-01-01"), known_at=60)
        assert changed(register.supposing(Overlay.of(again)))["BGR/1.1"][0] is None
