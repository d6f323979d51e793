"""Request windows and the calendar of deadlines: their first and last days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import ContaminationDeclared
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.request_windows import RequestWindow, Window
from tests.histories import called, engine_with, happened, held, joined
from tests.projections.conference_in_parts import BOTH_PARTS, FIRST_PART


@pytest.fixture(scope="module")
def record() -> Engine:
    return Engine.public_record()


def window(record: Engine, name: str, as_of: date) -> Window:
    return next(each for each in record.on(as_of).windows() if each.obligation == name).window


class TestRequestWindows:
    """Nine months before the meeting: the last day to file is itself in time."""

    def test_it_is_open_on_the_last_day_and_closed_on_the_next(self, record: Engine) -> None:
        assert window(record, "SSD/4.1a", date(2024, 12, 16)) is Window.OPEN
        assert window(record, "SSD/4.1a", date(2024, 12, 17)) is Window.CLOSED

    def test_a_request_that_waits_is_said(self, record: Engine) -> None:
        assert window(record, "BGR/3.2", date(2020, 9, 30)) is Window.REQUESTED

    def test_a_meeting_that_opens_after_the_deadline_is_of_no_use(self, record: Engine) -> None:
        (found,) = [
            each for each in record.on(date(2022, 10, 1)).windows() if each.obligation == "BIH/4.1a"
        ]
        assert (str(found.due), found.meeting) == ("2023-09-01", None)


class TestAConferenceInParts:
    """It is not over between its parts, and the request to it is not put to the next."""

    def found(self, as_of: str, *more: Event | Iterable[Event]) -> RequestWindow:
        engine = engine_with(
            joined("CHL", "2010-12-16"),
            happened(ContaminationDeclared, "2012-09-01", "CHL"),
            FIRST_PART,
            *more,
        )
        windows = engine.on(date.fromisoformat(as_of)).windows()
        return next(each for each in windows if each.obligation == "CHL/4.1a")

    def test_between_its_parts_it_is_the_last_before_the_deadline(self) -> None:
        """Chile's deadline was 1 June 2021."""
        assert self.found("2020-11-27").meeting == "2RC"
        between = self.found("2021-01-15")
        assert (between.meeting, between.window) == ("2RC", Window.CLOSED)

    def test_after_its_last_part_it_is_over(self) -> None:
        assert self.found("2021-09-22", BOTH_PARTS[1]).window is Window.NO_MEETING_KNOWN

    def test_it_is_over_when_a_later_meeting_is(self) -> None:
        late = self.found("2023-01-01", held("10MSP"))
        assert (late.meeting, late.window) == (None, Window.NO_MEETING_KNOWN)

    def test_a_meeting_whose_days_passed_without_a_word_is_no_chance(self) -> None:
        found = self.found("2022-09-03", BOTH_PARTS[1], called("10MSP", "2021-09-21"))
        assert found.window is Window.NO_MEETING_KNOWN


class TestDeadlines:
    """Both days of the stretch belong to it."""

    def test_a_duty_due_on_either_end_is_listed(self, record: Engine) -> None:
        register = record.on(date(2024, 10, 1))
        due = date(2025, 8, 1)
        for first, last in ((due, due), (date(2025, 7, 1), due), (due, date(2025, 8, 2))):
            names = {each.id for each in register.deadlines(first, last)}
            assert {"DEU/4.1a", "LAO/4.1a"} <= names

    def test_the_day_before_and_after_list_nothing_of_it(self, record: Engine) -> None:
        register = record.on(date(2024, 10, 1))
        for day in (date(2025, 7, 31), date(2025, 8, 2)):
            assert "DEU/4.1a" not in {each.id for each in register.deadlines(day, day)}

    def test_a_stretch_that_ends_before_it_begins_is_refused(self, record: Engine) -> None:
        with pytest.raises(InvalidValueError, match="give the earlier day first"):
            record.on(date(2024, 10, 1)).deadlines(date(2025, 8, 2), date(2025, 8, 1))
