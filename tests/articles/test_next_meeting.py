"""Article 4(1)(c): the next meeting, where the day of completion is known in part."""

from __future__ import annotations

from typing import Final

import pytest

from ccm_engine import Obligation, Standing, Timeliness
from ccm_engine.domain.events import (
    ClearanceCompleted,
    ComplianceDeclared,
    Event,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
)
from tests.histories import called, engine_with, happened, held, on, owed

MEETINGS: Final = (called("7MSP", "2016-09-07"), called("8MSP", "2017-09-06"))


def _croatia(completed: str, as_of: str, *events: Event) -> Obligation:
    done = happened(ClearanceCompleted, completed, "HRV")
    return owed(engine_with(MEETINGS, done, events), "HRV/4.1c", as_of)


class TestArticle4Paragraph1PointC:
    """Fulfilment is declared to the next Meeting of States Parties or Review Conference."""

    @pytest.mark.parametrize(
        ("completed", "due"),
        [
            ("2017-07-24", "2017-09-04"),
            ("2017-09-04", "2017-09-04"),
            ("2017", "2017-09-04/2018-09-03"),
            ("../2017-06-01", "../2017-09-04"),
        ],
    )
    def test_completion_known_in_part_leaves_a_stretch_of_days(
        self, completed: str, due: str
    ) -> None:
        found = _croatia(completed, "2018-06-01")
        assert str(found.due) == due
        assert found.treaty_due == on(due).latest

    def test_it_is_not_overdue_while_a_later_meeting_may_be_the_next(self) -> None:
        assert _croatia("2017", "2018-09-03").standing is Standing.PENDING
        assert _croatia("2017", "2018-09-04").standing is Standing.OVERDUE

    def test_two_meetings_that_open_on_one_day_are_one_due_day(self) -> None:
        days = {"opens_on": on("2018-09-03").latest, "closes_on": on("2018-09-05").latest}
        kind = MeetingKind.REVIEW_CONFERENCE
        both = happened(MeetingCalled, "2017-09-06", meeting="2RC", kind=kind, **days)
        assert str(_croatia("2018-01-01", "2018-06-01", both).due) == "2018-09-03"

    def test_it_is_unknown_until_a_meeting_is_called(self) -> None:
        found = _croatia("2018-12-01", "2019-01-01")
        assert (found.standing, found.due, found.treaty_due) == (Standing.PENDING, None, None)
        assert found.grounds[-1].conclusion == "no next meeting is called yet"

    @pytest.mark.parametrize(
        ("day", "timeliness"),
        [("2021-09-21", Timeliness.ON_TIME), ("2021-09-22", Timeliness.LATE)],
    )
    def test_between_the_parts_of_a_conference_it_is_overdue_until_it_is_made(
        self, day: str, timeliness: Timeliness
    ) -> None:
        parts = (
            *held("2RC"),
            happened(
                MeetingHeld,
                "2021-09-21",
                meeting="2RC",
                kind=MeetingKind.REVIEW_CONFERENCE,
                opens_on=on("2021-09-20").latest,
                closes_on=on("2021-09-21").latest,
                part=2,
            ),
        )
        declared = happened(ComplianceDeclared, day, "HRV", article=4)
        events = (*parts, declared)
        assert _croatia("2020-07-31", "2021-01-15", *events).standing is Standing.OVERDUE
        made = _croatia("2020-07-31", "2021-10-01", *events)
        assert (made.standing, made.timeliness) == (Standing.DISCHARGED, timeliness)
