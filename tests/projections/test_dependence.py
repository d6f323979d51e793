"""What decides an answer, found by leaving out one event or making one other choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine import Citation, Engine, Event, Interpretation, Obligation, PartialDate, Register
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import (
    CONVENTION,
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationDeclared,
    Corrected,
    Corroborated,
    CoverageStated,
    ExtensionRequested,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
    RecordEvent,
    Retracted,
)
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.domain.obligations import Standing
from ccm_engine.domain.publication import known_by
from ccm_engine.domain.settlement import settle
from ccm_engine.domain.standpoint import History as Record
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.testing.histories import History, histories, recorded, telling_days
from tests.histories import called, engine_with, happened, held, joined, source

READINGS = st.sampled_from([PRACTICE, *(reading for _, reading in PRACTICE.alternatives())])
Pairs = Sequence[tuple[str, Event]]
Answer = tuple[object, ...] | None

ANSWERS = (
    "treaty_due",
    "due",
    "standing",
    "discharged_on",
    "timeliness",
    "days_late",
    "days_late_range",
    "request_pending",
    "otherwise",
)


def told_by_all(register: Register) -> dict[str, Pairs]:
    return {
        stream: [(each.id, each.event) for each in register.history(stream)]
        for stream in (*register.point.states, CONVENTION)
    }


def answer(duty: Obligation | None) -> Answer:
    """Return all that an obligation says but its reasons and who owes it."""
    if duty is None:
        return None
    said = {name: getattr(duty, name) for name in ANSWERS}
    return (*said.values(), *(each.due for each in duty.extensions))


def chronicles(streams: Mapping[str, Pairs], by: date | None) -> dict[str, Chronicle]:
    return {
        name: Chronicle.of(name, settle(pairs if by is None else known_by(pairs, by)))
        for name, pairs in streams.items()
    }


def without_each(register: Register, state: str) -> dict[str, dict[str, Obligation]]:
    """Return what a state would owe without each event of the log, by its identifier."""
    streams, by = told_by_all(register), register.log.published_by
    whole, told = chronicles(streams, None), chronicles(streams, by)
    found: dict[str, dict[str, Obligation]] = {}
    for stream, pairs in streams.items():
        for name, _ in pairs:
            left = {stream: [each for each in pairs if each[0] != name]}
            history = Record.of({**whole, **chronicles(left, None)}.values())
            if by is not None:
                history = history.as_told({**told, **chronicles(left, by)}.values(), by)
            point = Standpoint(history, register.as_of, register.reading)
            found[name] = {each.id: each for each in point.obligations(state)}
    return found


def finds_what_leaving_out_each_event_finds(register: Register, state: str, most: int) -> None:
    duties = register.obligations(state=state)
    without = without_each(register, state) if duties else {}
    for duty in duties[:: max(1, len(duties) // most)]:
        decisive = {each.id: answer(each.without) for each in register.explain(duty.id).decided_by}
        expected = {
            name: answer(others.get(duty.id))
            for name, others in without.items()
            if answer(others.get(duty.id)) != answer(duty)
        }
        assert decisive == expected, duty.id


@given(history=histories(), reading=READINGS, data=st.data())
def test_what_decides_is_what_leaving_out_each_event_finds(
    history: History, reading: Interpretation, data: st.DataObject
) -> None:
    register = history.engine().on(data.draw(telling_days(history), "day"), reading=reading)
    state = data.draw(st.sampled_from([*history.states, CONVENTION]), "state")
    finds_what_leaving_out_each_event_finds(register, state, most=12)


@cache
def public(day: str) -> Register:
    return Engine.public_record().on(date.fromisoformat(day))


@pytest.mark.parametrize("state", ["BGR", "MOZ", "DEU", CONVENTION])
def test_so_it_is_on_the_public_record(state: str) -> None:
    finds_what_leaving_out_each_event_finds(public("2026-11-20"), state, most=30)


def decisive(register: Register, name: str) -> dict[str, str]:
    """Return what decides an answer, by the event's words, and what it would be without that."""
    return {
        in_words(each.event): "none" if each.without is None else str(each.without.due)
        for each in register.explain(name).decided_by
    }


class TestWhatDecides:
    def test_are_the_deposit_and_the_extensions_of_a_running_deadline(self) -> None:
        assert decisive(public("2020-09-28"), "BGR/3.2") == {
            "instrument deposited: ratification": "none",
            "stockpile declared: munitions 6,905, submunitions 190,919": "2020-10-01",
            "extension granted: article 3, months 12, meeting 9MSP, meeting": "2019-10-01",
            "extension requested: article 3, months 24, until 2022-10-01, meeting 2RC": (
                "2020-10-01"
            ),
        }

    def test_is_every_one_of_the_first_thirty_deposits_for_who_made_one_of_them(self) -> None:
        """Article 17(1): without one of the thirty, the thirty-first would be the thirtieth."""
        found = public("2015-01-01").explain("DEU/3.2").decided_by
        others = [each for each in found if each.event.stream != "DEU"]
        assert len(others) == 29
        assert {each.event.stream for each in others} >= {"BFA", "MDA", "IRL"}
        due = {str(each.without.due) for each in others if each.without is not None}
        assert due == {"2018-10-01"}
        own = next(each for each in found if each.event.stream == "DEU")
        assert own.without is None

    def test_is_no_other_state_s_deposit_for_who_came_later(self) -> None:
        found = public("2020-09-28").explain("BGR/3.2").decided_by
        assert {each.event.stream for each in found} == {"BGR"}

    def test_is_neither_of_two_events_that_say_the_same(self) -> None:
        once = happened(ContaminationDeclared, "2012-03-27", "BGR")
        again = happened(ContaminationDeclared, "2013-04-30", "BGR")
        assert "BGR#3" in _decisive(engine_with(joined("BGR", "2011-04-06"), once), "BGR/4.1a")
        both = engine_with(joined("BGR", "2011-04-06"), once, again)
        assert _decisive(both, "BGR/4.1a") == {"BGR#2"}

    def test_is_nothing_that_had_not_happened_by_the_day(self) -> None:
        later = happened(ContaminationDeclared, "2013-04-30", "BGR")
        engine = engine_with(joined("BGR", "2011-04-06"), later)
        assert _decisive(engine, "BGR/4.1a", "2013-04-29") == {"BGR#2"}
        assert _decisive(engine, "BGR/4.1a", "2013-04-30") == {"BGR#2", "BGR#3"}

    def test_is_what_is_said_about_the_record_whenever_it_is_said(self) -> None:
        declared = happened(ContaminationDeclared, "2012-03-27", "BGR")
        void = happened(Retracted, "2026-01-05", target="BGR#3", reason="another state's")
        engine = engine_with(joined("BGR", "2011-04-06"), declared, void)
        assert _decisive(engine, "BGR/4.1a", "2013-01-01") == {"BGR#2", "BGR#4"}

    def test_is_no_corroboration_unless_only_some_sources_are_asked(self) -> None:
        declared = happened(
            ContaminationDeclared, "2012-03-27", "BGR", citations=appeared("2013-01-01")
        )
        also = happened(Corroborated, "2026-01-05", target="BGR#3", citations=appeared("2012-05"))
        joining = [
            attrs.evolve(each, citations=appeared("2011-05"))
            for each in joined("BGR", "2011-04-06")
        ]
        engine = engine_with(joining, declared, also)
        assert _decisive(engine, "BGR/4.1a") == {"BGR#2", "BGR#3"}
        told = engine.on(date(2014, 1, 1), published_by=date(2012, 12, 31))
        decided = {each.id for each in told.explain("BGR/4.1a").decided_by}
        assert decided == {"BGR#2", "BGR#3", "BGR#4"}

    def test_is_the_meeting_to_which_a_completion_is_declared(self) -> None:
        """Article 4(1)(c): the declaration is due at the next meeting."""
        engine = _cleared(held("3MSP", "4MSP", "5MSP"))
        assert {each.partition("#")[0] for each in _decisive(engine, "BGR/4.1c")} == {"BGR", "CCM"}
        found = engine.on(date(2020, 1, 1)).explain("BGR/4.1c").decided_by
        (meeting,) = [each for each in found if each.event.stream == CONVENTION]
        assert isinstance(meeting.event, MeetingHeld)
        assert meeting.event.meeting == "4MSP"
        assert meeting.without is not None
        assert str(meeting.without.due) == "2014-09-02"

    def test_is_a_move_that_puts_another_meeting_next(self) -> None:
        """Article 4(1)(c): the next meeting is the one that opens first after completion."""
        engine = _cleared(
            _meeting(MeetingCalled, "4MSP", "2012-09-14", "2013-09-09", "2013-09-13"),
            _meeting(MeetingCalled, "5MSP", "2012-09-14", "2013-06-03", "2013-06-07"),
            _meeting(MeetingMoved, "5MSP", "2012-12-01", "2014-09-02", "2014-09-05"),
        )
        assert _decisive(engine, "BGR/4.1c") == {"BGR#2", "BGR#3", "CCM#1", "CCM#3"}

    def test_is_a_move_that_keeps_a_meeting_open_for_a_declaration(self) -> None:
        engine = _cleared(
            _meeting(MeetingCalled, "4MSP", "2012-09-14", "2013-09-09", "2013-09-12"),
            _meeting(MeetingMoved, "4MSP", "2012-12-01", "2013-09-09", "2013-09-13"),
            happened(ComplianceDeclared, "2013-09-13", "BGR", article=4),
        )
        assert "CCM#2" in _decisive(engine, "BGR/4.1c")

    def test_is_the_meeting_a_late_request_was_made_to_where_lateness_counts(self) -> None:
        """Article 4(6), INT-0003: a request is filed nine months before the meeting."""
        asked = happened(ExtensionRequested, "2021-06-01", "BGR", article=4, meeting="10MSP")
        engine = engine_with(joined("BGR", "2011-04-06"), called("10MSP", "2021-01-01"), asked)
        enforced = Interpretation.choosing({"nine_months": "enforce"})
        register = engine.on(date(2021, 12, 31), reading=enforced)
        decided = {each.id for each in register.explain("BGR/4.1a").decided_by}
        assert "CCM#1" not in decided
        late = happened(ExtensionRequested, "2022-01-01", "BGR", article=4, meeting="10MSP")
        engine = engine_with(joined("BGR", "2011-04-06"), called("10MSP", "2021-01-01"), late)
        register = engine.on(date(2022, 1, 2), reading=enforced)
        decided = {each.id for each in register.explain("BGR/4.1a").decided_by}
        assert "CCM#1" in decided

    def test_is_a_correction_by_which_a_call_is_of_another_meeting(self) -> None:
        engine = _cleared(
            called("4MSP", "2012-09-14"),
            held("5MSP"),
            happened(
                Corrected,
                "2026-01-05",
                target="CCM#1",
                replacement=called("5MSP", "2012-09-14"),
                reason="misread",
            ),
        )
        assert _decisive(engine, "BGR/4.1c", "2020-01-01") == {"BGR#2", "BGR#3", "CCM#3"}

    def test_is_what_may_have_happened_by_the_day(self) -> None:
        """INT-0012: an answer says how it would differ by the other end of a day known in part."""
        declared = happened(ContaminationDeclared, "2013", "BGR")
        engine = engine_with(joined("BGR", "2011-04-06"), declared)
        found = engine.on(date(2013, 6, 30)).explain("BGR/4.1a")
        assert found.obligation.otherwise is not None
        (_, decisive) = found.decided_by
        assert decisive.id == "BGR#3"
        assert decisive.without is not None
        assert decisive.without.otherwise is None

    def test_is_found_where_sources_put_in_order_what_is_of_one_day(self) -> None:
        none, some = (
            happened(ContaminationDeclared, "2012-03-27", "BGR", confirmed_m2=area)
            for area in (0, 5_000)
        )
        also = happened(Corroborated, "2026-01-05", target="BGR#4")
        engine = engine_with(joined("BGR", "2011-04-06"), none, some, also)
        finds_what_leaving_out_each_event_finds(engine.on(date(2014, 1, 1)), "BGR", most=40)

    def test_is_what_says_how_far_the_record_reaches_whenever_it_says_so(self) -> None:
        for day in ("2026-11-20", "2026-06-01"):
            lebanon = public(day).explain("LBN/4.1a").decided_by
            (reach,) = [each for each in lebanon if isinstance(each.event, CoverageStated)]
            assert reach.without is not None
            assert reach.without.standing is Standing.OVERDUE_REQUEST_PENDING

    def test_is_an_extension_that_a_later_one_repeats(self) -> None:
        """Article 3(5): the deadline is as it was, and the way to it another."""
        found = public("2026-11-20").explain("BGR/3.2")
        first = found.obligation.extensions[0]
        without = next(each.without for each in found.decided_by if each.id == first.event)
        assert without is not None
        assert without.due == found.obligation.due
        assert len(without.extensions) == len(found.obligation.extensions) - 1


def _meeting(kind: type[Event], name: str, day: str, opens: str, closes: str) -> Event:
    fields: dict[str, object] = {"meeting": name, "opens_on": date.fromisoformat(opens)}
    if kind is not MeetingMoved:
        fields["kind"] = MeetingKind.MEETING_OF_STATES_PARTIES
    return happened(kind, day, closes_on=date.fromisoformat(closes), **fields)


def _cleared(*more: Event | list[Event]) -> Engine:
    done = happened(ClearanceCompleted, "2013-01-01", "BGR")
    return engine_with(joined("BGR", "2011-04-06"), done, *more)


def appeared(day: str) -> tuple[Citation, ...]:
    return tuple(attrs.evolve(each, published=PartialDate.parse(day)) for each in source())


def _decisive(engine: Engine, name: str, day: str = "2014-01-01") -> set[str]:
    found = engine.on(date.fromisoformat(day)).explain(name).decided_by
    return {each.id for each in found}


class TestWhatReadingItDependsOn:
    def test_names_the_choice_its_record_and_what_the_other_would_make_of_it(self) -> None:
        found = public("2020-09-28").explain("BGR/3.2").depends_on
        told = {
            (each.record, each.choice, each.chosen, each.alternative): str(each.would_be.due)
            for each in found
            if each.would_be is not None
        }
        assert told == {
            ("INT-0001", "deadline_style", "anniversary", "day-before"): "2020-09-30",
            ("INT-0003", "nine_months", "warn", "enforce"): "2020-10-01",
            ("INT-0016", "sixth_month", "month-of-deposit", "day-of-deposit"): "2020-11-01",
        }

    def test_is_none_for_a_duty_without_a_date(self) -> None:
        assert public("2020-09-28").explain("BGR/9").depends_on == ()

    def test_says_where_another_choice_knows_no_such_duty(self) -> None:
        """INT-0002: read literally, the first annual report is due before the initial one."""
        early = Engine.public_record().on(
            date(2020, 9, 28),
            reading=Interpretation.choosing({"first_annual_report": "first-30-april"}),
        )
        first = next(each for each in early.obligations(state="BGR") if each.id == "BGR/7.2/2011")
        found = early.explain(first.id).depends_on
        assert [each.would_be for each in found if each.choice == "first_annual_report"] == [
            None,
            None,
        ]

    @given(history=histories(), reading=READINGS, data=st.data())
    def test_is_what_asking_by_each_alternative_finds(
        self, history: History, reading: Interpretation, data: st.DataObject
    ) -> None:
        engine, day = history.engine(), data.draw(telling_days(history), "day")
        register = engine.on(day, reading=reading)
        duties = register.obligations(state=data.draw(st.sampled_from(history.states), "state"))
        for duty in duties[:: max(1, len(duties) // 6)]:
            expected: dict[tuple[str, str], Answer] = {}
            for name, other in reading.alternatives():
                would_be = engine.on(day, reading=other).obligations(state=duty.state)
                found = answer(next((each for each in would_be if each.id == duty.id), None))
                if found != answer(duty):
                    expected[name, other.choices()[name]] = found
            depends = register.explain(duty.id).depends_on
            assert expected == {
                (each.choice, each.alternative): answer(each.would_be) for each in depends
            }


def as_published(event: Event, when: PartialDate | None, *, coarsely: bool) -> Event:
    """Return an event with the day its sources appeared, and with the year as all they give.

    What is said about the record has sources for the day of the event spoken of.
    """
    year = PartialDate.parse(f"{event.occurred_on.latest.year}")
    gives = year if coarsely and not isinstance(event, RecordEvent) else None
    cited = tuple(attrs.evolve(each, published=when, gives=gives) for each in event.citations)
    return attrs.evolve(event, citations=cited)


@given(history=histories(), data=st.data())
def test_so_it_is_where_only_some_sources_are_asked(history: History, data: st.DataObject) -> None:
    by = data.draw(telling_days(history), "by")
    after = date.fromordinal(by.toordinal() + 1)
    when = st.sampled_from((*[PartialDate.on(by)] * 4, PartialDate.on(after), None))
    appeared = st.tuples(when, st.booleans())
    many = len(history.events)
    drawn = data.draw(st.lists(appeared, min_size=many, max_size=many), "published")
    engine = recorded(
        [
            as_published(event, day, coarsely=coarsely)
            for event, (day, coarsely) in zip(history.events, drawn, strict=True)
        ]
    )
    register = engine.on(data.draw(telling_days(history), "day"), published_by=by)
    state = data.draw(st.sampled_from([*history.states, CONVENTION]), "state")
    finds_what_leaving_out_each_event_finds(register, state, most=12)
