"""The oddities of signatures, deposits, withdrawal and meetings, on the states that show them."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine.domain.events import (
    CONVENTION,
    Instrument,
    InstrumentDeposited,
    MeetingCalled,
    MeetingHeld,
    MeetingMoved,
    ProvisionalApplicationDeclared,
    Signed,
    WithdrawalNotified,
)
from ccm_engine.domain.sources import Authority
from ccm_engine.public_record.reconciliation import Reconciled
from tests.public_record.reconciled_record import Record, days

REVIEW = "2020-09-28"


class TestArticle15And16:
    """108 states signed; 113 deposited an instrument."""

    def test_each_state_signs_once_and_deposits_once(self, reconciled: Reconciled) -> None:
        signed = [each.stream for each in reconciled.events if isinstance(each, Signed)]
        bound = [each.stream for each in reconciled.events if isinstance(each, InstrumentDeposited)]
        assert len(signed) == len(set(signed)) == 108
        assert len(bound) == len(set(bound)) == 113

    def test_on_the_day_of_the_review_110_had_consented_and_13_signatories_had_not(
        self, reconciled: Reconciled
    ) -> None:
        events = [each for each in reconciled.events if str(each.occurred_on) <= REVIEW]
        bound = {each.stream for each in events if isinstance(each, InstrumentDeposited)}
        signed = {each.stream for each in events if isinstance(each, Signed)}
        assert len(bound) == 110
        assert signed - bound == set(
            "AGO CAF COD CYP DJI HTI IDN JAM KEN LBR NGA TZA UGA".split()  # noqa: SIM905
        )

    def test_the_thirtieth_instrument_came_on_16_february_2010(
        self, reconciled: Reconciled
    ) -> None:
        deposits = [each for each in reconciled.events if isinstance(each, InstrumentDeposited)]
        assert days(deposits[28:30]) == ["2010-02-16", "2010-02-16"]
        assert {each.stream for each in deposits[28:30]} == {"BFA", "MDA"}

    def test_gambia_deposited_in_december_2018_and_one_source_says_june(
        self, record: Record
    ) -> None:
        event = record.only("GMB", InstrumentDeposited)
        assert str(event.occurred_on) == "2018-12-11"
        assert {each.claim for each in event.citations} >= {"GMB-3097d27670"}  # "2018", the review
        assert days(record.versions("GMB", InstrumentDeposited)) == ["2018-06-25"]

    def test_canada_deposited_on_the_day_the_depositary_gives(self, record: Record) -> None:
        event = record.only("CAN", InstrumentDeposited)
        assert str(event.occurred_on) == "2015-03-16"
        assert event.citations[0].authority is Authority.DEPOSITARY
        assert days(record.versions("CAN", InstrumentDeposited)) == ["2015-03-17"]

    def test_iraq_ratified_on_14_may_2013_and_its_own_page_says_otherwise(
        self, record: Record
    ) -> None:
        event = record.only("IRQ", InstrumentDeposited)
        assert (str(event.occurred_on), event.instrument) == ("2013-05-14", Instrument.RATIFICATION)
        (version,) = record.versions("IRQ", InstrumentDeposited)
        assert (str(version.occurred_on), version.instrument) == (
            "2013-05-15",
            Instrument.ACCESSION,
        )
        assert days(record.versions("IRQ", Signed)) == ["2009-11-13"]

    @pytest.mark.parametrize(
        ("state", "stands", "swapped"),
        [
            ("MUS", Instrument.ACCESSION, Instrument.RATIFICATION),
            ("SOM", Instrument.RATIFICATION, Instrument.ACCESSION),
        ],
    )
    def test_the_review_document_swaps_mauritius_and_somalia(
        self, record: Record, state: str, stands: Instrument, swapped: Instrument
    ) -> None:
        assert record.only(state, InstrumentDeposited).instrument is stands
        (version,) = record.versions(state, InstrumentDeposited)
        assert version.instrument is swapped
        assert version.citations[0].document == "CCM/CONF/2020/13, paragraph 4"

    def test_japan_says_itself_that_it_accepted(self, record: Record) -> None:
        assert record.only("JPN", InstrumentDeposited).instrument is Instrument.ACCEPTANCE
        (version,) = record.versions("JPN", InstrumentDeposited)
        assert version.instrument is Instrument.RATIFICATION

    def test_a_page_that_bears_an_older_day_does_not_move_the_deposit(self, record: Record) -> None:
        assert str(record.only("FRA", InstrumentDeposited).occurred_on) == "2009-09-25"
        assert str(record.only("PHL", InstrumentDeposited).occurred_on) == "2019-01-03"

    def test_news_of_a_new_state_party_is_a_source_of_its_deposit(self, record: Record) -> None:
        event = record.only("VUT", InstrumentDeposited)
        assert str(event.occurred_on) == "2025-09-05"
        assert "VUT-309ba32d1b" in {each.claim for each in event.citations}


class TestArticle18And20:
    """Provisional application, and the one withdrawal."""

    def test_lithuania_applied_article_1_before_entry_into_force(self, record: Record) -> None:
        event = record.only("LTU", ProvisionalApplicationDeclared)
        assert str(event.occurred_on) == "2011-03-01/2011-03-28"

    def test_lithuania_alone_gave_notice_of_withdrawal(
        self, record: Record, reconciled: Reconciled
    ) -> None:
        event = record.only("LTU", WithdrawalNotified)
        assert str(event.occurred_on) == "2024-09-06"
        assert event.effective_on == date(2025, 3, 6)
        assert len(event.citations) == 7
        assert sum(isinstance(each, WithdrawalNotified) for each in reconciled.events) == 1


class TestArticles11And12:
    """Meetings are called by the close of the formal meeting before them."""

    def called(self, record: Record, meeting: str) -> MeetingCalled:
        calls = record.of(CONVENTION, MeetingCalled)
        (call,) = [each for each in calls if each.meeting == meeting]
        return call

    @pytest.mark.parametrize(
        ("meeting", "called"),
        [
            ("1MSP", "../2010-11-09"),
            ("9MSP", "../2018-09-05"),
            ("10MSP", "../2021-09-21"),
            ("13MSP", "../2024-09-13"),
            ("3RC", "2026-02-27"),
        ],
    )
    def test_a_meeting_was_called_by(self, record: Record, meeting: str, called: str) -> None:
        assert str(self.called(record, meeting).occurred_on) == called

    def test_the_second_review_conference_was_moved_twice_and_held_in_two_parts(
        self, record: Record
    ) -> None:
        assert self.called(record, "2RC").opens_on == date(2020, 11, 23)
        moved = [each for each in record.of(CONVENTION, MeetingMoved) if each.meeting == "2RC"]
        assert [(each.opens_on, each.closes_on) for each in moved] == [
            (date(2020, 11, 25), date(2020, 11, 27)),
            (date(2020, 11, 25), date(2021, 9, 21)),
        ]
        held = [each for each in record.of(CONVENTION, MeetingHeld) if each.meeting == "2RC"]
        assert [(each.part, str(each.occurred_on)) for each in held] == [
            (1, "2020-11-27"),
            (2, "2021-09-21"),
        ]

    def test_no_source_says_that_the_third_review_conference_was_held(self, record: Record) -> None:
        assert "3RC" not in {each.meeting for each in record.of(CONVENTION, MeetingHeld)}

    @pytest.mark.parametrize("meeting", ["1MSP", "2MSP", "11MSP"])
    def test_other_days_of_a_meeting_are_a_dispute(self, record: Record, meeting: str) -> None:
        versions = record.versions(CONVENTION, MeetingHeld)
        assert meeting in {version.meeting for version in versions}

    def test_the_13msp_was_presided_over_by_the_philippines(self, record: Record) -> None:
        (held,) = [each for each in record.of(CONVENTION, MeetingHeld) if each.meeting == "13MSP"]
        assert held.president == "Carlos D. Sorreta (Philippines)"
        assert {each.claim for each in held.citations} >= {"CCM-26cffe54e6", "PHL-7d89fae0c6"}
