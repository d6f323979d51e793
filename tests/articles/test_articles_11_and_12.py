"""Articles 11 and 12: Meetings of States Parties and Review Conferences."""

from __future__ import annotations

from datetime import date

from ccm_engine import Standing
from ccm_engine.domain.events import MeetingCalled, MeetingHeld, MeetingKind
from ccm_engine.domain.obligations import Timeliness
from tests.articles.recording import remarks
from tests.histories import called, engine_with, happened, held, owed


class TestArticle11Paragraph2:
    """The first Meeting of States Parties is convened within a year of entry into force."""

    def test_a_meeting_that_opens_on_the_last_day_is_in_time_though_it_closes_later(self) -> None:
        meeting = happened(
            MeetingHeld,
            "2011-08-03",
            meeting="1MSP",
            kind=MeetingKind.MEETING_OF_STATES_PARTIES,
            opens_on=date(2011, 8, 1),
            closes_on=date(2011, 8, 3),
        )
        duty = owed(engine_with(meeting), "CCM/11.2/first", "2011-09-01")
        assert duty.timeliness is Timeliness.ON_TIME

    def test_sources_that_had_not_appeared_by_the_last_day_cannot_tell_that_it_was_missed(
        self,
    ) -> None:
        engine = engine_with()
        for by, standing in (
            (date(2011, 7, 31), Standing.UNDETERMINED),
            (date(2011, 8, 1), Standing.OVERDUE),
        ):
            told = engine.on(date(2012, 1, 1), published_by=by)
            assert told.obligation("CCM/11.2/first").standing is standing

    def test_the_call_of_a_meeting_may_be_learnt_after_it_was_held(self) -> None:
        engine = engine_with(held("9MSP"))
        remarks(engine, called("9MSP", "2018-09-05"))
        meeting = engine.on(date(2020, 1, 1)).point.ccm.meeting("9MSP")
        assert meeting is not None
        assert meeting.opens_on == date(2019, 9, 2)


class TestArticle12Paragraph1:
    """At least five years lie between one Review Conference and the next."""

    def conference(self, opens: date) -> MeetingCalled:
        return happened(
            MeetingCalled,
            "2019-09-04",
            meeting="2RC",
            kind=MeetingKind.REVIEW_CONFERENCE,
            opens_on=opens,
            closes_on=date(2020, 9, 11),
        )

    def test_one_called_a_day_too_early_is_taken_and_remarked_on(self) -> None:
        engine = engine_with(held("1RC"))
        assert "five years" in remarks(engine, self.conference(date(2020, 9, 6)))

    def test_one_called_for_the_anniversary_is_not(self) -> None:
        engine = engine_with(held("1RC"))
        assert not remarks(engine, self.conference(date(2020, 9, 7)))
