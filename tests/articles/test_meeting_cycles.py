"""Articles 11 and 12: places in the line of the meetings that decide."""

from __future__ import annotations

from datetime import date

from ccm_engine.domain.articles.meeting_cycles import Line, Place
from ccm_engine.domain.events import Event
from tests.histories import called, engine_with, held
from tests.projections.conference_in_parts import BOTH_PARTS, FIRST_PART


def line(as_of: str, *events: Event | list[Event]) -> Line:
    day = date.fromisoformat(as_of)
    return Line.of(engine_with(*events).on(day).point.ccm, day)


HELD = held("1MSP", "2MSP")
CALLED = called("3MSP", "2011-09-16")


class TestPlaces:
    def test_a_meeting_held_or_called_has_its_name_and_its_last_day(self) -> None:
        known = line("2012-01-01", HELD, CALLED)
        assert known.at(1) == Place(1, "2MSP", date(2011, 9, 16))
        assert known.at(2) == Place(2, "3MSP", date(2012, 9, 14)) == known.next

    def test_what_is_not_called_is_counted_from_the_last_that_is(self) -> None:
        known = line("2012-01-01", HELD, CALLED)
        assert known.at(3) == Place(3, None, after="3MSP", ahead=1)
        assert known.at(5) == Place(5, None, after="3MSP", ahead=3)

    def test_before_the_first_is_called_it_is_counted_from_the_beginning(self) -> None:
        assert line("2010-09-01").next == Place(0, None, after=None, ahead=1)

    def test_a_meeting_is_found_by_its_name(self) -> None:
        known = line("2012-01-01", HELD, CALLED)
        assert known.find("1MSP") == known.at(0)
        assert known.find("9MSP") == Place(None, "9MSP")

    def test_only_what_is_over_is_closed(self) -> None:
        known = line("2012-01-01", HELD, CALLED)
        assert [known.is_closed(known.at(each)) for each in range(4)] == [True, True, False, False]
        assert not known.is_closed(known.find("9MSP"))

    def test_a_meeting_is_ahead_to_its_last_day(self) -> None:
        for day, ahead in {"2012-09-14": ["3MSP"], "2012-09-15": []}.items():
            known = line(day, HELD, CALLED)
            assert [each.code for each in known.ahead(date.fromisoformat(day))] == ahead

    def test_a_first_part_alone_leaves_the_last_day_unknown(self) -> None:
        known = line("2021-01-01", FIRST_PART)
        assert known.next == Place(0, "2RC", None)
        assert [each.code for each in known.ahead(date(2021, 1, 1))] == ["2RC"]

    def test_with_its_last_part_a_conference_is_over(self) -> None:
        known = line("2021-09-21", *BOTH_PARTS)
        assert known.at(0) == Place(0, "2RC", date(2021, 9, 21))
        assert known.is_closed(known.at(0))
