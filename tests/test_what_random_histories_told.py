"""What histories that nobody thought of told of the engine: each stays as a case.

They were drawn at random, admitted event by event, and asked of the engine, the oracle and the
implementation in JavaScript, or of two queries that must agree.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Engine, Event, Standing
from ccm_engine.domain.events import (
    ArmedConflictBegun,
    ClarificationRequested,
    ClarificationWithdrawn,
    Corrected,
    Disputed,
    EntryIntoForceNotified,
    ExtensionRequested,
    Instrument,
    InstrumentDeposited,
    MeetingHeld,
    MeetingKind,
    Retracted,
    Signed,
    StockpileDeclared,
    UseReported,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.interpretations import EntryIntoForceDay, Interpretation, PartialDates
from ccm_engine.projections.request_windows import Window
from tests.articles.recording import names_owed, refused
from tests.histories import deposits_to_thirty, engine_with, happened, joined, on, owed, source

BY_NOTIFIED_DAYS: Final = Interpretation(entry_into_force_day=EntryIntoForceDay.NOTIFIED)
BY_FIRST_DAYS: Final = Interpretation(partial_dates=PartialDates.FIRST_DAY)


def retracted(target: str, day: str = "2016-06-01") -> Retracted:
    (said,) = source()
    return Retracted(occurred_on=on(day), citations=(said,), target=target, reason="a mistake")


def met(code: str, opens_on: str, closes_on: str, known: str, kind: str) -> Event:
    days = {"opens_on": date.fromisoformat(opens_on), "closes_on": date.fromisoformat(closes_on)}
    return happened(MeetingHeld, known, None, meeting=code, kind=MeetingKind(kind), **days)


def assert_it_says_how_it_would_be(engine: Engine, day: str) -> None:
    duty = owed(engine, "TCD/4.4/BGR", day)
    other = owed(engine, "TCD/4.4/BGR", day, BY_FIRST_DAYS)
    assert duty.otherwise is not None
    assert duty.standing is not duty.otherwise.standing is other.standing


class TestTheFirstMeeting:
    """Articles 11(2) and 12(1): the one that opens first, whenever it is known to have been."""

    def test_of_states_parties(self) -> None:
        kind = "meeting-of-states-parties"
        engine = engine_with(
            met("1MSP", "2010-11-09", "2010-11-12", "../2012-01-01", kind),
            met("2MSP", "2011-09-12", "2011-09-16", "2011-09-16", kind),
        )
        assert owed(engine, "CCM/11.2/first", "2013-01-01").days_late == 0
        assert owed(engine, "CCM/11.2/2011", "2013-01-01").days_late == 0

    def test_to_review_the_convention(self) -> None:
        engine = engine_with(
            met("1RC", "2015-09-07", "2015-09-11", "../2021-01-01", "review-conference"),
            met("2RC", "2020-11-25", "2020-11-27", "2020-11-27", "review-conference"),
        )
        assert owed(engine, "CCM/12.1/first", "2022-01-01").days_late == 0


class TestClarification:
    """Article 8(2)."""

    def test_what_is_dated_before_a_request_does_not_take_it_back(self) -> None:
        """The day of the request was corrected after it was taken back."""
        asked = happened(ClarificationRequested, "2016-06-28", "ESP", request="a")
        later = attrs.evolve(asked, occurred_on=on("2023-10-10"))
        corrected = Corrected(
            occurred_on=on("2024-01-01"),
            citations=source(),
            target="ESP#3",
            replacement=later,
            reason="the day",
        )
        back = happened(ClarificationWithdrawn, "2022-05-02", "ESP", request="a")
        engine = engine_with(asked, back, corrected)
        duty = owed(engine, "ESP/8.2/a", "2026-11-01")
        assert (str(duty.due), duty.standing) == ("2023-11-07", Standing.OVERDUE)

    def test_two_requests_of_one_name_cannot_stand_by_retracting_a_retraction(self) -> None:
        engine = engine_with(
            happened(ClarificationRequested, "2015-01-01", "ESP", request="a"),
            retracted("ESP#3"),
            happened(ClarificationRequested, "2016-05-01", "ESP", request="a"),
        )
        before = engine.verify()
        assert "ESP#5" in refused(engine, retracted("ESP#4"))
        assert engine.verify() == before
        assert "ESP/8.2/a" in names_owed(engine, "ESP", "2016-05-02")

    def test_nor_by_retracting_a_correction(self) -> None:
        asked = happened(ClarificationRequested, "2015-01-01", "ESP", request="a")
        renamed = Corrected(
            occurred_on=on("2015-02-01"),
            citations=source(),
            target="ESP#3",
            replacement=attrs.evolve(asked, request="b"),
            reason="the name",
        )
        other = happened(ClarificationRequested, "2016-05-01", "ESP", request="a")
        assert "ESP#5" in refused(engine_with(asked, renamed, other), retracted("ESP#4"))

    def test_what_has_no_name_may_come_back_before_another_of_its_kind(self) -> None:
        """A notice of withdrawal that was revoked, before a second one."""
        engine = engine_with(
            happened(WithdrawalNotified, "2015-01-01", "ESP"),
            happened(WithdrawalRevoked, "2015-02-01", "ESP"),
            happened(WithdrawalNotified, "2015-03-01", "ESP"),
            retracted("ESP#3"),
            retracted("ESP#6"),
        )
        bound = engine.on(date(2016, 1, 1)).state("ESP").binding
        assert bound.withdrawal_effective_on == date(2015, 9, 1)

    def test_one_may_be_taken_back_on_the_day_it_was_made(self) -> None:
        asked = happened(ClarificationRequested, "2016-06-28", "ESP", request="a")
        back = happened(ClarificationWithdrawn, "2016-06-28", "ESP", request="a")
        duty = owed(engine_with(asked, back), "ESP/8.2/a", "2016-07-01")
        assert duty.standing is Standing.NOT_ENGAGED

    def test_what_stands_for_itself_may_come_back(self) -> None:
        engine = engine_with(
            happened(ClarificationRequested, "2015-01-01", "ESP", request="a"),
            retracted("ESP#3"),
            retracted("ESP#4"),
        )
        assert "ESP/8.2/a" in names_owed(engine, "ESP", "2016-05-02")


class TestTheOrderOfWhatIsSaidOfOneDay:
    """Field by field in the order of their names: numbers by size, days as days."""

    @pytest.mark.parametrize("order", [("2011-09-01", "2011-10-01"), ("2011-10-01", "2011-09-01")])
    def test_october_comes_after_september(self, order: tuple[str, ...]) -> None:
        told = [
            happened(
                EntryIntoForceNotified, "2011-05-01", "BGR", in_force_on=date.fromisoformat(day)
            )
            for day in order
        ]
        engine = engine_with(joined("BGR", "2011-03-06"), told)
        assert str(owed(engine, "BGR/3.2", "2018-01-01", BY_NOTIFIED_DAYS).due) == "2019-10-01"

    @pytest.mark.parametrize("order", [(None, 0, 9, 10), (10, 9, 0, None)])
    def test_ten_comes_after_nine_and_none_told_before_any(
        self, order: tuple[int | None, ...]
    ) -> None:
        told = [happened(StockpileDeclared, "2012-01-01", "BGR", munitions=each) for each in order]
        engine = engine_with(joined("BGR", "2011-03-06"), told)
        (last,) = owed(engine, "BGR/3.2", "2013-01-01").grounds[-1].events
        assert last == f"BGR#{3 + order.index(10)}"


class TestRequestsForExtension:
    """Articles 3(3) and 4(5)."""

    def test_one_is_shown_where_it_is_not_known_whether_the_deadline_runs(self) -> None:
        asked = happened(ExtensionRequested, "2020-01-10", "BGR", article=4, months=12)
        register = engine_with(joined("BGR", "2011-08-10"), asked).on(date(2020, 6, 1))
        duty = register.obligation("BGR/4.1a")
        assert (duty.standing, duty.request_pending) == (Standing.UNDETERMINED, True)
        (window,) = register.windows()
        assert (window.obligation, window.window) == ("BGR/4.1a", Window.REQUESTED)
        assert register.status().open_requests == (window,)


class TestUserStates:
    """Article 4(4): which instrument of another state counts hangs on what came between two."""

    USED: Final = happened(
        UseReported, "2008-12-31", "TCD", on_territory_of=("BGR",)
    )  # before either was bound

    def test_on_the_day_of_an_instrument_known_in_part(self) -> None:
        engine = engine_with(
            joined("BGR", "2010-02-16", None),
            joined("TCD", "2010-12-27", None),
            happened(WithdrawalNotified, "2012-11-17", "BGR"),
            happened(InstrumentDeposited, "2013-11", "BGR", instrument=Instrument.ACCESSION),
            self.USED,
        )
        assert_it_says_how_it_would_be(engine, "2013-11-28")

    def test_on_a_conflict_known_in_part_that_may_have_held_a_withdrawal_up(self) -> None:
        engine = engine_with(
            joined("BGR", "2010-02-16", None),
            joined("TCD", "2010-12-27", None),
            happened(WithdrawalNotified, "2012-11-17", "BGR"),
            happened(InstrumentDeposited, "2013-11-15", "BGR", instrument=Instrument.ACCESSION),
            happened(ArmedConflictBegun, "2013-05", "BGR", conflict="war"),
            self.USED,
        )
        assert_it_says_how_it_would_be(engine, "2013-12-01")


def test_the_first_report_would_be_owed_where_others_were_before_it() -> None:
    """Article 7(2), INT-0012: by the first day it is not the first, and not shown before its turn.

    Its own answer said that by the other end there would be no such duty.
    """
    engine = engine_with(joined("GUY", "2014", None))
    register = engine.on(date(2015, 3, 1))
    (report,) = (each for each in register.obligations(state="GUY") if "/7.2/" in each.id)
    by_first = engine.on(date(2015, 3, 1), reading=BY_FIRST_DAYS)
    ahead = {each.id: each for each in by_first.point.obligations("GUY", date(2020, 1, 1))}
    assert report.otherwise is not None
    assert report.otherwise.standing is ahead[report.id].standing is Standing.PENDING


def test_a_deposit_that_no_source_asked_tells_of_decides_of_its_own_state() -> None:
    """INT-0020: it is the thirtieth all the same, and without it another one is."""
    (said,) = source()

    def published(event: Event, day: str | None) -> Event:
        cited = attrs.evolve(said, published=None if day is None else on(day))
        return attrs.evolve(event, citations=(cited,))

    founders = [published(each, "2010-03-01") for each in deposits_to_thirty()[:58]]  # of 29
    ratified = happened(
        InstrumentDeposited, "2010-02-20", "BGR", instrument=Instrument.RATIFICATION
    )
    disputed = Disputed(
        occurred_on=on("2010-06-01"),
        citations=published(ratified, "2010-06-01").citations,
        target="BGR#2",
        alternative=published(attrs.evolve(ratified, occurred_on=on("2010-03-20")), "2010-06-01"),
    )
    engine = engine_with(
        founders,
        [published(each, "2012-03-01") for each in joined("GUY", "2012-02-16", None)],
        published(happened(Signed, "2008-12-03", "BGR"), "2009-01-01"),
        published(ratified, None),
        disputed,
        in_force=False,
    )
    register = engine.on(date(2016, 1, 1), published_by=date(2015, 1, 1))
    decided_by = {each.id: each.without for each in register.explain("BGR/3.2").decided_by}
    without = decided_by["BGR#2"]
    assert without is not None
    assert (str(register.obligation("BGR/3.2").due), str(without.due)) == (
        "2018-09-01",
        "2020-08-01",
    )
