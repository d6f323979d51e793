"""Article 4: contaminated areas, cleared and declared to be."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event, Interpretation, Standing
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ExtensionGranted,
    ExtensionRequested,
    HostilitiesEnded,
    MeetingHeld,
    MeetingKind,
)
from ccm_engine.domain.interpretations import LateFound
from ccm_engine.domain.obligations import Timeliness
from tests.articles.recording import names_owed
from tests.histories import called, engine_with, happened, held, owed

DECLARED: Final = happened(ContaminationDeclared, "2011-01-01", "DEU")


def cleared(day: str, conflict: str | None = None) -> ClearanceCompleted:
    return happened(ClearanceCompleted, day, "DEU", conflict=conflict)


def hostilities_ended(day: str, conflict: str) -> HostilitiesEnded:
    return happened(HostilitiesEnded, day, "DEU", conflict=conflict)


class TestArticle4Paragraph1PointA:
    """What was contaminated at entry into force is cleared within ten years of it."""

    def test_the_ten_years_run_for_a_state_that_knows_of_none(self) -> None:
        engine = engine_with(happened(ContaminationAbsenceDeclared, "2011-01-01", "AUT"))
        duty = owed(engine, "AUT/4.1a", "2012-01-01")
        assert (duty.standing, str(duty.treaty_due)) == (Standing.NOT_ENGAGED, "2020-08-01")

    def test_an_area_found_on_the_day_of_completion_may_be_the_one_completed(self) -> None:
        found = happened(ContaminationFound, "2015-01-01", "DEU")
        engine = engine_with(DECLARED, cleared("2015-01-01"), found)
        assert owed(engine, "DEU/4.1a", "2016-01-01").standing is Standing.DISCHARGED

    def test_an_area_found_the_day_after_opens_the_duty_again(self) -> None:
        found = happened(ContaminationFound, "2015-01-02", "DEU")
        engine = engine_with(DECLARED, cleared("2015-01-01"), found)
        assert owed(engine, "DEU/4.1a", "2016-01-01").standing is Standing.PENDING

    @pytest.mark.parametrize("kind", [ContaminationDeclared, ContaminationFound])
    def test_remnants_of_a_later_conflict_do_not_open_it_again(self, kind: type[Event]) -> None:
        engine = engine_with(
            DECLARED,
            cleared("2015-01-01"),
            hostilities_ended("2022-05-01", "war"),
            happened(kind, "2022-06-01", "DEU", conflict="war"),
        )
        assert owed(engine, "DEU/4.1a", "2023-01-01").standing is Standing.DISCHARGED
        assert str(owed(engine, "DEU/4.1b/war", "2023-01-01").due) == "2032-05-01"

    def test_remnants_of_a_later_conflict_say_nothing_of_what_was_there_before(self) -> None:
        engine = engine_with(
            hostilities_ended("2012-05-01", "war"),
            happened(ContaminationDeclared, "2012-06-01", "DEU", conflict="war"),
        )
        assert owed(engine, "DEU/4.1a", "2013-01-01").standing is Standing.UNDETERMINED

    def test_zero_of_one_kind_of_area_is_not_none(self) -> None:
        some = happened(ContaminationDeclared, "2011-01-01", "DEU", suspected_m2=5)
        none = happened(ContaminationAbsenceDeclared, "2011-01-01", "DEU")
        zero = happened(ContaminationDeclared, "2012-01-01", "DEU", confirmed_m2=0)
        both = happened(ContaminationDeclared, "2013-01-01", "DEU", confirmed_m2=0, suspected_m2=0)
        for said, standing in (
            ((some, zero), Standing.PENDING),
            ((none, zero), Standing.NOT_ENGAGED),
            ((zero,), Standing.UNDETERMINED),
            ((some, both), Standing.NOT_ENGAGED),
            ((some, cleared("2011-06-01"), zero), Standing.DISCHARGED),
        ):
            assert owed(engine_with(said), "DEU/4.1a", "2014-01-01").standing is standing

    def test_to_find_no_more_areas_is_not_to_have_none(self) -> None:
        found = happened(ContaminationFound, "2012-01-01", "DEU", areas=0)
        alone, after = engine_with(found), engine_with(DECLARED, found)
        assert owed(alone, "DEU/4.1a", "2013-01-01").standing is Standing.UNDETERMINED
        assert owed(after, "DEU/4.1a", "2013-01-01").standing is Standing.PENDING


class TestArticle4Paragraph1PointB:
    """Remnants of later hostilities are cleared within ten years of the end of these."""

    CONFLICTS: Final = (
        DECLARED,
        hostilities_ended("2012-05-06", "one"),
        hostilities_ended("2013-07-08", "other"),
        happened(ExtensionRequested, "2019-01-01", "DEU", article=4, months=12, conflict="one"),
    )
    CLOCKS: Final = ("DEU/4.1a", "DEU/4.1b/one", "DEU/4.1b/other")

    def test_the_last_day_of_the_ten_years_is_still_in_time(self) -> None:
        engine = engine_with(self.CONFLICTS)
        assert owed(engine, "DEU/4.1b/other", "2023-07-08").standing is Standing.PENDING
        assert owed(engine, "DEU/4.1b/other", "2023-07-09").standing is Standing.OVERDUE

    def test_a_request_concerns_the_conflict_it_names(self) -> None:
        engine = engine_with(self.CONFLICTS)
        pending = [owed(engine, each, "2019-06-01").request_pending for each in self.CLOCKS]
        assert pending == [False, True, False]

    def test_an_extension_moves_the_conflict_it_names(self) -> None:
        granted = happened(
            ExtensionGranted, "2019-09-04", "DEU", article=4, months=12, conflict="one"
        )
        engine = engine_with(self.CONFLICTS, granted)
        due = [str(owed(engine, each, "2020-01-01").due) for each in self.CLOCKS]
        assert due == ["2020-08-01", "2023-05-06", "2023-07-08"]

    def test_what_is_found_after_completion_awaits_a_request_where_one_is_needed(self) -> None:
        reading = Interpretation(late_found=LateFound.NEW_REQUEST)
        found = happened(ContaminationFound, "2016-01-01", "DEU", conflict="one")
        engine = engine_with(self.CONFLICTS, cleared("2015-01-01", "one"), found)
        assert str(owed(engine, "DEU/4.1b/one", "2017-01-01").due) == "2022-05-06"
        assert owed(engine, "DEU/4.1b/one", "2017-01-01", reading).due is None

    def test_what_was_cleared_before_hostilities_ended_does_not_fulfil_it(self) -> None:
        engine = engine_with(cleared("2012-01-01", "war"), hostilities_ended("2013-01-01", "war"))
        assert owed(engine, "DEU/4.1b/war", "2014-01-01").standing is Standing.PENDING

    def test_hostilities_that_ended_before_entry_into_force_come_under_point_a(self) -> None:
        before = engine_with(hostilities_ended("2010-07-31", "war"))
        on_the_day = engine_with(hostilities_ended("2010-08-01", "war"))
        assert "DEU/4.1b/war" not in names_owed(before, "DEU", "2012-01-01")
        assert "DEU/4.1b/war" in names_owed(on_the_day, "DEU", "2012-01-01")


class TestArticle4Paragraph1PointC:
    """Fulfilment is declared to the next Meeting of States Parties or Review Conference."""

    def declared(self, day: str, **about: object) -> ComplianceDeclared:
        return happened(ComplianceDeclared, day, "DEU", article=4, **about)

    def finished(self, day: str) -> Engine:
        """Complete clearance in the autumn of 2023; the 11MSP sat from 11 to 14 September."""
        return engine_with(held("11MSP"), called("12MSP", "2023-09-14"), DECLARED, cleared(day))

    def test_a_meeting_that_opens_on_the_day_of_completion_is_the_next(self) -> None:
        duty = owed(self.finished("2023-09-11"), "DEU/4.1c", "2023-09-20")
        assert str(duty.due) == "2023-09-11"

    def test_a_meeting_already_open_at_completion_is_not(self) -> None:
        duty = owed(self.finished("2023-09-12"), "DEU/4.1c", "2023-09-20")
        assert (str(duty.due), duty.standing) == ("2024-09-10", Standing.PENDING)

    def test_it_has_no_day_before_the_next_meeting_is_called(self) -> None:
        engine = engine_with(held("11MSP"), DECLARED, cleared("2023-10-01"))
        duty = owed(engine, "DEU/4.1c", "2024-01-01")
        assert (duty.due, duty.standing) == (None, Standing.PENDING)

    def test_the_second_part_of_a_conference_opens_too(self) -> None:
        parts = [
            happened(
                MeetingHeld,
                str(closes),
                meeting="2RC",
                kind=MeetingKind.REVIEW_CONFERENCE,
                opens_on=opens,
                closes_on=closes,
                part=part,
            )
            for part, opens, closes in (
                (1, date(2020, 11, 25), date(2020, 11, 27)),
                (2, date(2021, 9, 20), date(2021, 9, 21)),
            )
        ]
        engine = engine_with(parts, DECLARED, cleared("2021-03-01"))
        assert str(owed(engine, "DEU/4.1c", "2021-10-01").due) == "2021-09-20"

    def test_who_declares_while_the_meeting_sits_is_in_time(self) -> None:
        engine = self.finished("2023-08-31")
        engine.record([self.declared("2023-09-14")])
        duty = owed(engine, "DEU/4.1c", "2023-10-01")
        assert (duty.timeliness, duty.days_late) == (Timeliness.ON_TIME, 0)

    def test_who_declares_after_the_meeting_is_late_from_the_day_it_opened(self) -> None:
        engine = self.finished("2023-08-31")
        engine.record([self.declared("2023-09-15")])
        duty = owed(engine, "DEU/4.1c", "2023-10-01")
        assert (duty.timeliness, duty.days_late) == (Timeliness.LATE, 4)

    def test_a_declaration_known_by_its_meeting_is_in_time_whatever_its_day(self) -> None:
        engine = self.finished("2023-08-31")
        engine.record([self.declared("2023", meeting="11MSP")])
        assert owed(engine, "DEU/4.1c", "2024-01-01").timeliness is Timeliness.ON_TIME

    def test_each_conflict_is_declared_for_itself(self) -> None:
        engine = engine_with(
            held("11MSP", "12MSP"),
            DECLARED,
            cleared("2023-08-01"),
            hostilities_ended("2015-01-01", "war"),
            cleared("2023-08-01", "war"),
            self.declared("2023-09-14", meeting="11MSP"),
        )
        assert owed(engine, "DEU/4.1c", "2024-01-01").standing is Standing.DISCHARGED
        assert owed(engine, "DEU/4.1c/war", "2024-01-01").standing is Standing.OVERDUE
        engine.record([self.declared("2024-09-10", conflict="war")])
        assert owed(engine, "DEU/4.1c/war", "2024-10-01").standing is Standing.DISCHARGED

    def test_what_no_duty_asked_to_clear_is_not_declared(self) -> None:
        ended, done = hostilities_ended("2010-07-31", "war"), cleared("2018-01-01", "war")
        assert "DEU/4.1c/war" not in names_owed(engine_with(ended, done), "DEU", "2019-01-01")

    def test_the_declaration_that_fulfilled_it_is_among_its_grounds(self) -> None:
        engine = self.finished("2023-08-31")
        engine.record([self.declared("2023-09-14")])
        duty = owed(engine, "DEU/4.1c", "2023-10-01")
        assert duty.discharged_by in {event for each in duty.grounds for event in each.events}

    def test_what_was_complete_before_entry_into_force_is_not_declared(self) -> None:
        engine = engine_with(held("1MSP"), cleared("2010-07-31"))
        assert "DEU/4.1c" not in names_owed(engine, "DEU", "2011-01-01")


class TestArticle4Paragraph2:
    """As long as areas are contaminated people are protected, whichever clock runs."""

    OF_THE_WAR: Final = happened(ContaminationDeclared, "2012-06-01", "DEU", conflict="war")
    NO_OTHERS: Final = happened(ContaminationAbsenceDeclared, "2011-01-01", "DEU")

    def test_no_clock_runs_while_hostilities_go_on_and_people_are_protected(self) -> None:
        engine = engine_with(self.NO_OTHERS, self.OF_THE_WAR)
        assert "DEU/4.1b/war" not in names_owed(engine, "DEU", "2013-01-01")
        duty = owed(engine, "DEU/4.2", "2013-01-01")
        assert duty.standing is Standing.CONTINUING
        assert "declared contaminated areas of war (2012-06-01)" in duty.grounds[-1].conclusion

    def test_until_what_they_left_is_cleared(self) -> None:
        done, again = cleared("2012-07-01", "war"), "2012-08-01"
        engine = engine_with(self.NO_OTHERS, self.OF_THE_WAR, done)
        assert owed(engine, "DEU/4.2", "2013-01-01").standing is Standing.NOT_ENGAGED
        engine.record([happened(ContaminationFound, again, "DEU", conflict="war")])
        assert owed(engine, "DEU/4.2", "2013-01-01").standing is Standing.CONTINUING

    def test_zero_of_one_kind_of_area_leaves_it_undetermined(self) -> None:
        zero = happened(ContaminationDeclared, "2012-06-01", "DEU", conflict="war", confirmed_m2=0)
        engine = engine_with(self.NO_OTHERS, zero)
        assert owed(engine, "DEU/4.2", "2013-01-01").standing is Standing.UNDETERMINED
        engine.record([cleared("2010-09-01"), DECLARED])
        assert owed(engine, "DEU/4.2", "2013-01-01").standing is Standing.CONTINUING

    def test_a_conflict_that_ended_before_entry_into_force_is_not_going_on(self) -> None:
        engine = engine_with(
            self.NO_OTHERS, self.OF_THE_WAR, hostilities_ended("2010-01-01", "war")
        )
        assert owed(engine, "DEU/4.2", "2013-01-01").standing is Standing.NOT_ENGAGED
