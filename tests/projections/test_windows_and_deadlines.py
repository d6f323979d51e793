"""Request windows and the calendar of deadlines: their first and last days."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.request_windows import Window


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
