"""Meetings, what they ordered, what lies before them, and what pays for the work between them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Citation, Engine, Event, Nature, Obligation, Standing, Timeliness
from ccm_engine.domain.articles.ordered_reviews import ordered_reviews as rule
from ccm_engine.domain.events import (
    CoordinatorAppointed,
    CoverageStated,
    DecisionTaken,
    DocumentIssued,
    ExtensionGranted,
    ExtensionRequested,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
    ReviewCompleted,
    ReviewOrdered,
    SponsorshipGiven,
    Theme,
    UnitBudgetAdopted,
    UnitContributionMade,
    UnitReserveReported,
)
from ccm_engine.exporters.review.sentences import sentence as sentence_of
from ccm_engine.projections.agenda import agenda
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Figure, StateCount
from ccm_engine.projections.meetings import (
    MeetingSheet,
    MeetingStanding,
    meetings,
    outstanding_reviews,
    requests_before,
)
from ccm_engine.projections.themes import machinery
from ccm_engine.projections.unit_finances import Amount, unit_finances
from ccm_engine.projections.view import View
from tests.histories import (
    called,
    deposits_to_thirty,
    engine_with,
    happened,
    held,
    joined,
    on,
    source,
)
from tests.projections.conference_in_parts import BOTH_PARTS, FIRST_PART

REVIEW: Final = "CCM/1RC.financial-procedures"
FOUR: Final = ("6MSP", "7MSP", "8MSP", "9MSP")


def seen(engine: Engine, as_of: str) -> View:
    """Look at a day."""
    return engine.on(date.fromisoformat(as_of)).view()


def ordered(
    day: str = "2015-09-11",
    *,
    at: str | None = "1RC",
    due_meeting: str | None = "2RC",
    due_on: date | None = None,
    review: str = "financial-procedures",
) -> ReviewOrdered:
    """Order the review of the financial procedures of the Implementation Support Unit."""
    subject = "financial procedures of the ISU"
    return happened(
        ReviewOrdered,
        day,
        review=review,
        subject=subject,
        ordered_at=at,
        due_meeting=due_meeting,
        due_on=due_on,
    )


def appeared(day: str) -> tuple[Citation, ...]:
    """Cite a source that was published on a day."""
    return tuple(attrs.evolve(each, published=on(day)) for each in source())


def done(day: str, meeting: str | None = None) -> ReviewCompleted:
    """Carry that review out."""
    return happened(ReviewCompleted, day, review="financial-procedures", meeting=meeting)


def review_owed(as_of: str, *events: Event | Iterable[Event]) -> Obligation:
    """Derive the one review that a history orders."""
    point = engine_with(*events).on(date.fromisoformat(as_of)).point
    (found,) = point.derive("CCM", point.as_of, rules=(rule,))
    return found


def sheet(engine: Engine, as_of: str, code: str) -> MeetingSheet:
    """Return one meeting as it was known on a day."""
    return next(each for each in meetings(seen(engine, as_of)) if each.code == code)


class TestAReviewThatAMeetingOrdered:
    """It is due when the meeting closes at which it was to be carried out."""

    def test_it_is_a_political_obligation_cited_by_the_meeting_that_ordered_it(self) -> None:
        duty = review_owed("2019-12-01", held("1RC"), called("2RC", "2019-09-04"), ordered())
        assert duty.id == REVIEW
        assert duty.nature is Nature.POLITICAL
        assert (str(duty.due), duty.standing) == ("2020-11-27", Standing.PENDING)
        proof = [each.conclusion for each in duty.grounds if each.provision == duty.provision]
        assert proof == ["ordered by the 1RC", "due by the 2RC, which closes on 2020-11-27"]

    def test_it_has_no_day_while_the_meeting_is_not_called(self) -> None:
        duty = review_owed("2018-12-01", held("1RC"), ordered())
        assert (duty.due, duty.standing) == (None, Standing.PENDING)

    def test_it_has_no_day_while_the_last_part_is_not_called(self) -> None:
        history = (held("1RC"), called("2RC", "2019-09-04"), FIRST_PART, ordered())
        duty = review_owed("2021-01-01", *history)
        assert (duty.due, duty.standing) == (None, Standing.PENDING)

    def test_it_moves_with_the_meeting(self) -> None:
        days = {"opens_on": date(2021, 2, 1), "closes_on": date(2021, 2, 5)}
        moved = happened(MeetingMoved, "2020-10-01", meeting="2RC", **days)
        history = (held("1RC"), called("2RC", "2019-09-04"), ordered())
        assert str(review_owed("2020-12-01", *history, moved).due) == "2021-02-05"

    def test_it_is_due_on_the_day_that_was_set(self) -> None:
        stated = ordered(due_meeting=None, due_on=date(2017, 8, 2))
        assert str(review_owed("2016-01-01", held("1RC"), stated).due) == "2017-08-02"

    def test_the_last_day_is_in_time_and_the_next_is_not(self) -> None:
        history = (held("1RC"), BOTH_PARTS, ordered())
        assert review_owed("2021-09-21", *history).standing is Standing.PENDING
        assert review_owed("2021-09-22", *history).standing is Standing.OVERDUE

    def test_it_is_carried_out_by_its_name(self) -> None:
        history = (held("1RC", "7MSP"), BOTH_PARTS, ordered())
        duty = review_owed("2021-12-01", *history, done("2017-09-06", "7MSP"))
        assert (duty.standing, duty.timeliness) == (Standing.DISCHARGED, Timeliness.ON_TIME)

    def test_done_at_the_meeting_it_is_in_time_whatever_the_day_a_source_gives(self) -> None:
        history = (held("1RC"), BOTH_PARTS, ordered())
        duty = review_owed("2022-01-01", *history, done("2021", "2RC"))
        assert duty.timeliness is Timeliness.ON_TIME

    def test_done_at_the_meeting_that_ordered_the_next_it_is_not_the_next(self) -> None:
        again = ordered("2017-09-06", at="7MSP")
        history = (held("7MSP"), called("2RC", "2019-09-04"), again, done("2017-09-06", "7MSP"))
        assert review_owed("2020-01-01", *history).standing is Standing.PENDING

    def test_by_meetings_where_the_days_are_known_only_in_part(self) -> None:
        again = ordered("2017-09-06", at="7MSP")
        history = (held("6MSP", "7MSP"), BOTH_PARTS, again, done("../2020-09-28", "6MSP"))
        assert review_owed("2021-01-01", *history).standing is Standing.PENDING

    def test_where_no_source_names_the_meeting_any_will_do(self) -> None:
        duty = review_owed("2016-01-01", held("1RC"), ordered(at=None, due_meeting=None))
        assert (duty.id, duty.due) == ("CCM/MSP.financial-procedures", None)

    def test_silence_proves_nothing_where_the_sources_do_not_reach(self) -> None:
        gathered = happened(CoverageStated, "2026-11-01", provision="11(1)", reaches=None)
        duty = review_owed("2021-12-01", held("1RC"), BOTH_PARTS, ordered(), gathered)
        assert duty.standing is Standing.UNDETERMINED
        history = (held("1RC"), called("2RC", "2019-09-04"), ordered(), gathered)
        assert review_owed("2020-11-27", *history).standing is Standing.PENDING

    @pytest.mark.parametrize(
        ("published_by", "standing"),
        [("2017-08-01", Standing.UNDETERMINED), ("2017-08-02", Standing.OVERDUE)],
    )
    def test_sources_that_appeared_before_its_day_do_not_tell_of_it(
        self, published_by: str, standing: Standing
    ) -> None:
        told = [
            attrs.evolve(each, citations=appeared("2016-01-01"))
            for each in (*deposits_to_thirty(), ordered(due_meeting=None, due_on=date(2017, 8, 2)))
        ]
        register = engine_with(told, in_force=False).on(
            date(2018, 1, 1), published_by=date.fromisoformat(published_by)
        )
        (duty,) = outstanding_reviews(register.view())
        assert duty.standing is standing

    def test_what_is_discharged_says_nothing_of_silence(self) -> None:
        gathered = happened(CoverageStated, "2026-11-01", provision="11(1)", reaches=None)
        history = (held("1RC", "7MSP"), BOTH_PARTS, ordered(), done("2017-09-06", "7MSP"))
        duty = review_owed("2021-12-01", *history, gathered)
        assert duty.standing is Standing.DISCHARGED
        assert [each for each in duty.grounds if "sources" in each.conclusion] == []

    def test_the_day_set_counts_while_the_meeting_is_not_called(self) -> None:
        both = ordered(due_on=date(2020, 6, 30))
        assert str(review_owed("2018-01-01", held("1RC"), both).due) == "2020-06-30"
        duty = review_owed("2020-01-01", held("1RC"), called("2RC", "2019-09-04"), both)
        assert str(duty.due) == "2020-11-27"

    def test_another_review_does_not_discharge_it(self) -> None:
        other = happened(ReviewCompleted, "2017-09-06", review="hosting-agreement", meeting="7MSP")
        assert (
            review_owed("2018-01-01", held("1RC", "7MSP"), ordered(), other).standing
            is Standing.PENDING
        )


class TestMeetings:
    """Each with its parts, its outcome and what lies before it."""

    BULGARIA: Final = joined("BGR", "2011-04-06")
    REQUEST: Final = happened(ExtensionRequested, "2020-01-27", "BGR", article=3, months=18)

    def test_a_conference_in_parts_is_one_meeting_with_two_sittings(self) -> None:
        engine = engine_with(called("2RC", "2019-09-04"), BOTH_PARTS)
        before = sheet(engine, "2020-11-20", "2RC")
        assert (before.standing, before.sittings) == (MeetingStanding.CALLED, ())
        between = sheet(engine, "2021-01-01", "2RC")
        assert (between.standing, between.closes_on) == (MeetingStanding.HELD_IN_PART, None)
        after = sheet(engine, "2021-09-21", "2RC")
        assert (after.standing, after.closes_on) == (MeetingStanding.HELD, date(2021, 9, 21))
        assert [each.part for each in after.sittings] == [1, 2]
        assert len(meetings(seen(engine, "2022-01-01"))) == 1

    def test_days_that_passed_do_not_say_that_it_was_held(self) -> None:
        engine = engine_with(called("13MSP", "2024-09-13"))
        assert sheet(engine, "2025-09-19", "13MSP").standing is MeetingStanding.CALLED
        passed = MeetingStanding.NOT_KNOWN_TO_BE_HELD
        assert sheet(engine, "2025-09-20", "13MSP").standing is passed

    def test_what_came_of_it_is_listed_under_it_alone(self) -> None:
        took = happened(DecisionTaken, "2018-09-05", decision="adopted guidelines", meeting="8MSP")
        issued = happened(DocumentIssued, "2019-09-24", symbol="CCM/MSP/2019/13", meeting="9MSP")
        engine = engine_with(held("8MSP", "9MSP"), took, issued)
        assert [each.words for each in sheet(engine, "2020-01-01", "8MSP").decisions] == [
            "adopted guidelines"
        ]
        (document,) = sheet(engine, "2020-01-01", "9MSP").documents
        assert (document.symbol, document.words) == ("CCM/MSP/2019/13", None)
        assert sheet(engine, "2020-01-01", "8MSP").documents == ()

    def test_a_request_lies_before_the_next_that_decides(self) -> None:
        history = (held("1RC"), called("2RC", "2019-09-04"), self.BULGARIA, self.REQUEST)
        (request,) = sheet(engine_with(*history), "2020-09-28", "2RC").requests
        assert request.obligation == "BGR/3.2"
        (between,) = requests_before(seen(engine_with(*history, BOTH_PARTS), "2021-01-01"))
        assert between.meeting == "2RC"

    def test_a_request_decided_lies_before_none(self) -> None:
        given = happened(ExtensionGranted, "2021-09-21", "BGR", article=3, months=12, meeting="2RC")
        engine = engine_with(self.BULGARIA, self.REQUEST, BOTH_PARTS, given)
        assert requests_before(seen(engine, "2021-10-01")) == ()

    def test_a_request_waits_while_no_meeting_is_called(self) -> None:
        history = (held("1RC"), self.BULGARIA, self.REQUEST)
        found = agenda(seen(engine_with(*history), "2020-02-01"))
        assert [(each.state, each.meeting) for each in found.requests] == [("BGR", None)]
        assert (found.next.meeting, found.next.after, found.next.ahead) == (None, "1RC", 1)

    def test_a_request_the_meeting_asked_left_open_stays_with_it(self) -> None:
        asked = happened(
            ExtensionRequested, "2019-01-02", "BGR", article=3, months=18, meeting="9MSP"
        )
        history = (self.BULGARIA, called("9MSP", "2018-09-05"), asked, held("9MSP"))
        then = engine_with(*history, called("2RC", "2019-09-05"))
        (request,) = requests_before(seen(then, "2019-10-01"))
        assert (request.meeting, request.sure) == ("9MSP", Certainty.UNKNOWN)
        over = sheet(then, "2019-10-01", "9MSP")
        assert (over.requests, over.undecided) == ((), (request,))
        assert sheet(then, "2019-10-01", "2RC").requests == ()

    def test_reviews_and_mandates_lie_before_the_meeting_they_end_with(self) -> None:
        appointed = happened(
            CoordinatorAppointed, "2019-09-04", "IRQ", theme=Theme.TRANSPARENCY, since="9MSP"
        )
        history = (held("1RC", "9MSP"), called("2RC", "2019-09-04"), appointed, ordered())
        found = sheet(engine_with(*history), "2020-01-01", "2RC")
        assert [each.id for each in found.reviews] == [REVIEW]
        assert [each.state for each in found.ending] == ["IRQ"]

    def test_one_kind_can_be_asked_for(self) -> None:
        view = seen(engine_with(held("1RC", "6MSP")), "2017-01-01")
        assert [each.code for each in meetings(view, MeetingKind.REVIEW_CONFERENCE)] == ["1RC"]


class TestTheUnitsMoney:
    """Amounts are exact, and unknown is not zero."""

    def test_years_add_what_is_known_by_currency(self) -> None:
        engine = engine_with(
            happened(UnitBudgetAdopted, "2019-09-04", year=2020, amount_cents=47_000_000),
            happened(UnitContributionMade, "2020-02-01", "NOR", year=2020, amount_cents=10_050),
            happened(UnitContributionMade, "2020-03-01", "AUS", year=2020, amount_cents=20_000),
            happened(
                UnitContributionMade,
                "2020-03-02",
                "CAN",
                year=2020,
                amount_cents=500,
                currency="USD",
            ),
            happened(UnitContributionMade, "2020-03-03", "DEU", year=2020),
        )
        (year,) = unit_finances(seen(engine, "2020-12-31")).years
        assert year.budget is not None
        assert year.budget.units == "470000.00"
        assert [(each.currency, each.units) for each in year.contributed] == [
            ("CHF", "300.50"),
            ("USD", "5.00"),
        ]
        assert year.contributions["DEU"][0].units is None

    def test_hundredths_are_written_as_the_rule_on_costs_writes_them(self) -> None:
        for cents, written in ((5, "0.05"), (5_280_000, "52800.00"), (None, None)):
            assert Amount(cents, "CHF", ()).units == written

    def test_of_a_year_without_known_amounts_no_sum_is_given(self) -> None:
        engine = engine_with(happened(UnitContributionMade, "2020-03-03", "DEU", year=2020))
        (year,) = unit_finances(seen(engine, "2020-12-31")).years
        assert (year.budget, year.contributed) == (None, ())

    def test_the_reserve_last_reported_counts(self) -> None:
        engine = engine_with(
            happened(UnitReserveReported, "2016-01-01", amount_cents=30_000_000),
            happened(UnitReserveReported, "2020-09-28", amount_cents=40_000_000),
        )
        assert unit_finances(seen(engine, "2020-12-31")).reserve == Amount(
            40_000_000, "CHF", ("CCM#2",)
        )
        assert unit_finances(seen(engine, "2010-12-31")).reserve is None


def figures(engine: Engine, since: str, until: str) -> dict[str, Figure]:
    """Return the figures of the theme by the last parts of their keys."""
    before, after = seen(engine, since), seen(engine, until)
    found = [*machinery.progress(before, after), *machinery.position(after)]
    assert all(each.key.startswith("machinery.") for each in found)
    named = {each.key.partition(".")[2]: each for each in found}
    assert len(named) == len(found)
    return named


def values(engine: Engine, since: str, until: str) -> dict[str, int | None]:
    """Return the values of those figures."""
    return {key: each.value for key, each in figures(engine, since, until).items()}


class TestFigures:
    """What a review document says of meetings and offices: CCM/CONF/2020/13, 119 to 134."""

    PERIOD: Final = ("2015-09-11", "2020-09-28")

    def test_the_public_record_proves_the_numbers_of_the_review_document(self) -> None:
        with Engine.public_record() as engine:
            found = values(engine, *self.PERIOD)
        assert {
            "meetings_held": 4,
            "msp_per_year": 1,
            "presidencies": 4,
            "sponsored_delegates": 17,
            "sponsored_states": 16,
            "sponsorship_chf_per_year": 52_800,
            "reserve_chf": 400_000,
            "reviews_due": 1,
        }.items() <= found.items()

    def test_the_first_day_of_a_period_is_not_in_it(self) -> None:
        engine = engine_with(held("1RC", *FOUR))
        assert values(engine, "2015-09-11", "2016-09-07")["meetings_held"] == 1
        assert values(engine, "2015-09-10", "2016-09-07")["meetings_held"] == 2
        assert values(engine, "2015-09-11", "2016-09-06")["meetings_held"] == 0

    def test_a_conference_held_in_part_is_not_held(self) -> None:
        engine = engine_with(held("1RC", *FOUR), BOTH_PARTS)
        assert values(engine, "2015-09-11", "2021-01-01")["meetings_held"] == 4
        assert values(engine, "2015-09-11", "2021-12-31")["meetings_held"] == 5

    def test_a_year_without_its_meeting_leaves_no_number_a_year(self) -> None:
        engine = engine_with(held("1RC", "6MSP", "7MSP", "9MSP"))
        assert values(engine, *self.PERIOD)["msp_per_year"] is None
        assert values(engine_with(held("1RC", *FOUR)), *self.PERIOD)["msp_per_year"] == 1

    def test_years_that_are_not_whole_are_left_out(self) -> None:
        engine = engine_with(held("1RC", *FOUR))
        assert values(engine, "2015-12-31", "2016-12-31")["msp_per_year"] == 1
        assert values(engine, "2016-01-01", "2017-12-30")["msp_per_year"] is None

    def test_nothing_on_record_is_unknown_and_not_zero(self) -> None:
        found = values(engine_with(held("1RC")), *self.PERIOD)
        unknown = [key for key, value in found.items() if value is None]
        assert unknown == [
            "msp_per_year",
            "decisions_taken",
            "documents_issued",
            "sponsored_delegates",
            "sponsored_states",
            "sponsorship_chf_per_year",
            "reviews_due",
            "reserve_chf",
        ]
        assert found["meetings_held"] == 0

    def test_decisions_and_documents_of_the_period_are_counted(self) -> None:
        decided = [
            happened(DecisionTaken, day, decision=f"decided on {day}")
            for day in ("2015-09-11", "2016-09-07", "2017-09-06")
        ]
        found = values(engine_with(held("1RC"), decided), *self.PERIOD)
        assert found["decisions_taken"] == 2

    @pytest.mark.parametrize(
        ("day", "number", "sentence"),
        [
            ("../2015-09-11", 1, "One decision of the States Parties is on record."),
            (
                "2015-09-07/2015-09-12",
                1,
                "At least one decision of the States Parties is on record.",
            ),
            ("../2019-12-31", 1, "At least one decision of the States Parties is on record."),
            ("2015-09-12/2019-12-31", 2, "Two decisions of the States Parties are on record."),
            (
                "2019-12-31/2022-01-01",
                1,
                "At least one decision of the States Parties is on record.",
            ),
        ],
    )
    def test_one_that_may_lie_outside_the_period_leaves_open_how_many_there_are(
        self, day: str, number: int, sentence: str
    ) -> None:
        """Of the period that begins after 11 September 2015: INT-0012."""
        decided = [
            happened(DecisionTaken, each, decision=f"decided on {each}")
            for each in ("2016-09-07", day)
        ]
        found = figures(engine_with(held("1RC"), decided), *self.PERIOD)["decisions_taken"]
        assert (found.value, sentence_of(found, date(2020, 9, 28))) == (number, sentence)
        assert found.exact is not sentence.startswith("At least")

    def test_where_all_may_lie_outside_the_period_it_is_not_known_how_many(self) -> None:
        engine = engine_with(held("1RC"), happened(DecisionTaken, "../2019-12-31", decision="one"))
        found = figures(engine, *self.PERIOD)["decisions_taken"]
        assert sentence_of(found, date(2020, 9, 28)) == (
            "It is not known how many decisions of the States Parties are on record."
        )

    def test_a_sponsor_is_not_the_whole_programme(self) -> None:
        whole = happened(
            SponsorshipGiven,
            "2019-12-31",
            period="2016-2019",
            amount_cents=5_280_000,
            delegates=17,
            states=16,
        )
        one = happened(
            SponsorshipGiven, "2020-01-01", period="2016-2019", sponsor="NOR", amount_cents=100
        )
        found = values(engine_with(held("1RC"), whole, one), *self.PERIOD)
        assert found["sponsorship_chf_per_year"] == 52_800

    def test_who_may_end_next_is_unknown(self) -> None:
        both = (
            happened(
                CoordinatorAppointed,
                "2019-09-04",
                "PHL",
                theme=Theme.UNIVERSALIZATION,
                since="9MSP",
                until="10MSP",
            ),
            happened(
                CoordinatorAppointed, "2019-09-04", "IRQ", theme=Theme.TRANSPARENCY, since="9MSP"
            ),
        )
        found = figures(engine_with(held("9MSP"), both), "2015-09-11", "2020-09-28")
        ending, office = found["mandates_ending_next"], found["coordinators"]
        assert isinstance(ending, StateCount)
        assert isinstance(office, StateCount)
        assert (list(ending.states), list(ending.unknown)) == (["IRQ"], ["PHL"])
        assert (list(office.states), list(office.unknown)) == (["IRQ", "PHL"], [])
        two_cycles = happened(
            CoordinatorAppointed, "2019-09-04", "SWE", theme=Theme.CLEARANCE, since="9MSP"
        )
        certain = figures(engine_with(held("9MSP"), two_cycles), *self.PERIOD)[
            "mandates_ending_next"
        ]
        assert isinstance(certain, StateCount)
        assert (certain.value, list(certain.unknown)) == (0, [])
        called_next = figures(
            engine_with(held("9MSP"), both, called("2RC", "2019-09-05")), *self.PERIOD
        )["mandates_ending_next"]
        assert isinstance(called_next, StateCount)
        assert list(called_next.unknown) == []

    def test_every_number_leads_back_to_events(self) -> None:
        with Engine.public_record() as engine:
            found = figures(engine, *self.PERIOD)
            known = {
                entry.id
                for stream in (*seen(engine, "2020-09-28").point.states, "CCM")
                for entry in engine.on(date(2020, 9, 28)).point.history.chronicle(stream).entries
            }
        for each in found.values():
            events = (
                [event for several in each.states.values() for event in several]
                if isinstance(each, StateCount)
                else list(getattr(each, "events", ()))
            )
            assert events, each.key
            assert set(events) <= known, each.key


class TestReviewsOutstanding:
    """What was ordered and is not on record as carried out."""

    def test_a_review_carried_out_is_not_outstanding(self) -> None:
        history = (held("1RC", "7MSP"), ordered())
        view = seen(engine_with(*history, done("2017-09-06", "7MSP")), "2018-01-01")
        assert outstanding_reviews(view) == ()
        assert len(outstanding_reviews(seen(engine_with(*history), "2018-01-01"))) == 1

    @pytest.mark.parametrize("part", [1, None])
    def test_one_sitting_alone_closes_only_what_has_no_parts(self, part: int | None) -> None:
        sat = happened(
            MeetingHeld,
            "2020-11-27",
            meeting="2RC",
            kind=MeetingKind.REVIEW_CONFERENCE,
            part=part,
            opens_on=date(2020, 11, 25),
            closes_on=date(2020, 11, 27),
        )
        duty = review_owed("2021-01-01", held("1RC"), sat, ordered())
        assert duty.standing is (Standing.OVERDUE if part is None else Standing.PENDING)
