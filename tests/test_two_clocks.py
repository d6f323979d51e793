"""What the log knew at a moment, and what could be known from sources published by a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from itertools import pairwise
from typing import Final, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine import Citation, Engine, Event, Obligation, PartialDate
from ccm_engine.domain.events import (
    CONVENTION,
    Corrected,
    Corroborated,
    CoverageStated,
    Disputed,
    DisputeResolved,
    InitialReportSubmitted,
    Instrument,
    InstrumentDeposited,
    Retracted,
    StockpileDeclared,
)
from ccm_engine.domain.obligations import OVERDUE
from ccm_engine.domain.publication import known_by
from ccm_engine.errors import CcmError, InvalidDateError, OutsideModelError
from ccm_engine.register import Register
from ccm_engine.testing.histories import History, histories, recorded, telling_days
from tests.histories import RECORDED_AT, engine_with, happened, joined, on, source

DAY: Final = date(2026, 11, 20)
SAID_ON: Final = "2026-01-05"
LONG_AFTER: Final = date(2060, 1, 1)


def published(when: str | None, gives: str | None = None) -> tuple[Citation, ...]:
    """Cite one document that appeared on a day, or shows none, and gives a day of its own."""
    return tuple(
        attrs.evolve(
            each,
            published=None if when is None else on(when),
            gives=None if gives is None else on(gives),
        )
        for each in source()
    )


def from_sources(when: str | None, *events: Event) -> list[Event]:
    return [attrs.evolve(each, citations=published(when)) for each in events]


def deposited(day: str, when: str | None = None) -> Event:
    return happened(
        InstrumentDeposited, day, "BGR", instrument=Instrument.ACCESSION, citations=published(when)
    )


def said(kind: type[Event], when: str | None, target: str, /, **fields: object) -> Event:
    return happened(kind, SAID_ON, target=target, citations=published(when), **fields)


def asked(engine: Engine, **by: object) -> Register:
    """Ask an engine, as a caller does whom no type checker watches."""
    ask = cast("Callable[..., Register]", engine.on)
    return ask(**{"as_of": DAY, **by})


def joined_in_time(*more: Event) -> Engine:
    """Record that Bulgaria joined, as sources of 2011 tell, and more."""
    return engine_with(from_sources("2011", *joined("BGR", "2011-04-06")), more)


def told(engine: Engine, by: date, stream: str = "BGR") -> dict[str, Event]:
    return dict(engine.on(DAY, published_by=by).told(stream))


def owed(engine: Engine, name: str, as_of: str, by: str | None) -> Obligation:
    appeared = None if by is None else date.fromisoformat(by)
    return engine.on(date.fromisoformat(as_of), published_by=appeared).obligation(name)


class TestOnlyWhatHadCertainlyAppeared:
    """An event counts if one of its sources had certainly appeared by the day."""

    @pytest.mark.parametrize(
        ("appeared", "known_from"),
        [
            ("2012-03-27", "2012-03-27"),
            ("2012-03", "2012-03-31"),
            ("2012", "2012-12-31"),
            ("../2012-03-27", "2012-03-27"),
            ("2012-02-01/2012-03-27", "2012-03-27"),
        ],
    )
    def test_its_last_possible_day_is_in_time(self, appeared: str, known_from: str) -> None:
        report = happened(
            InitialReportSubmitted, "2012-01-27", "BGR", citations=published(appeared)
        )
        engine, day = joined_in_time(report), date.fromisoformat(known_from)
        assert "BGR#3" in told(engine, day)
        assert "BGR#3" not in told(engine, day - timedelta(days=1))

    def test_one_source_of_several_is_enough_and_the_others_are_not_cited(self) -> None:
        cited = (*published("2020"), *published(None), *published("2012"))
        report = happened(InitialReportSubmitted, "2012-01-27", "BGR", citations=cited)
        event = told(joined_in_time(report), date(2012, 12, 31))["BGR#3"]
        assert event.citations == published("2012")

    def test_a_source_that_shows_no_day_is_not_known_to_have_appeared(self) -> None:
        report = happened(InitialReportSubmitted, "2012-01-27", "BGR", citations=published(None))
        assert "BGR#3" not in told(joined_in_time(report), LONG_AFTER)

    def test_a_state_whose_deposit_no_source_asked_tells_of_owes_nothing(self) -> None:
        engine = engine_with(from_sources("2012", *joined("BGR", "2011-04-06")))
        register = engine.on(DAY, published_by=date(2012, 12, 30))
        assert register.obligations(state="BGR") == ()
        assert register.log.left_out == 62

    def test_both_clocks_of_knowledge_cut_together(self) -> None:
        engine = joined_in_time(*from_sources("2012", happened(StockpileDeclared, "2012", "BGR")))
        position = engine.on(DAY).log.position
        late = engine.on(DAY, known_at=position, published_by=date(2012, 12, 31))
        early = engine.on(DAY, known_at=position - 1, published_by=date(2012, 12, 31))
        assert [name for name, _ in late.told("BGR")] == ["BGR#1", "BGR#2", "BGR#3"]
        assert [name for name, _ in early.told("BGR")] == ["BGR#1", "BGR#2"]
        assert (late.log.left_out, early.log.left_out) == (60, 60)


class TestACorroboration:
    """A further source tells of an event as its own do."""

    REPORT: Final = happened(
        InitialReportSubmitted, "2012-01-27", "BGR", citations=published("2020")
    )

    def test_may_be_the_first_to_tell_of_an_event(self) -> None:
        engine = joined_in_time(self.REPORT, said(Corroborated, "2013", "BGR#3"))
        assert "BGR#3" not in told(engine, date(2013, 12, 30))
        event = told(engine, date(2013, 12, 31))["BGR#3"]
        assert event.citations == published("2013")
        assert owed(engine, "BGR/7.1", "2014-01-01", "2013-12-31").standing.value == "discharged"

    def test_tells_of_nothing_once_it_is_retracted(self) -> None:
        engine = joined_in_time(
            self.REPORT,
            said(Corroborated, "2013", "BGR#3"),
            said(Retracted, "2014", "BGR#4", reason="another report"),
        )
        assert "BGR#3" in told(engine, date(2013, 12, 31))
        assert "BGR#3" not in told(engine, date(2014, 12, 31))
        assert "BGR#3" in told(engine, date(2020, 12, 31))

    def test_of_no_certain_day_tells_of_nothing(self) -> None:
        engine = joined_in_time(self.REPORT, said(Corroborated, None, "BGR#3"))
        assert "BGR#3" not in told(engine, date(2020, 12, 30))


class TestTheOtherSide:
    """Where only the source of one side of a dispute had appeared, that side stands alone."""

    LATER: Final = said(Disputed, "2012", "BGR#1", alternative=deposited("2011-05-02"))

    @pytest.mark.parametrize(
        ("by", "due"),
        [("2012-12-31", "2012-04-29"), ("2013-12-31", "2012-03-29"), (None, "2012-03-29")],
    )
    def test_stands_alone_until_the_first_side_is_told(self, by: str | None, due: str) -> None:
        engine = engine_with([deposited("2011-04-06", "2013")], self.LATER)
        assert str(owed(engine, "BGR/7.1", "2014-01-01", by).due) == due

    def test_of_an_event_told_is_a_dispute_as_ever(self) -> None:
        engine = engine_with([deposited("2011-04-06", "2011")], self.LATER)
        register = engine.on(DAY, published_by=date(2012, 12, 31))
        (entry,) = register.point.history.chronicle("BGR").entries
        assert (entry.id, entry.disputes) == ("BGR#1", ("BGR#2",))

    def test_is_not_told_before_its_own_source(self) -> None:
        engine = engine_with([deposited("2011-04-06", "2011")], self.LATER)
        register = engine.on(DAY, published_by=date(2011, 12, 31))
        (entry,) = register.point.history.chronicle("BGR").entries
        assert (entry.id, entry.disputes) == ("BGR#1", ())

    def test_of_two_the_first_stands_and_the_second_disputes_it(self) -> None:
        third = said(Disputed, "2012", "BGR#1", alternative=deposited("2011-06-01"))
        engine = engine_with([deposited("2011-04-06", "2013")], self.LATER, third)
        register = engine.on(DAY, published_by=date(2012, 12, 31))
        (entry,) = register.point.history.chronicle("BGR").entries
        assert (entry.id, entry.disputes) == ("BGR#2", ("BGR#3",))
        assert entry.event.occurred_on == on("2011-05-02")

    def test_upheld_stands_the_same_before_and_after_the_first_side_is_told(self) -> None:
        upheld = said(DisputeResolved, "2012", "BGR#2", upheld=True, reason="the status list")
        engine = engine_with([deposited("2011-04-06", "2013")], self.LATER, upheld)
        due = {
            str(owed(engine, "BGR/7.1", "2014-01-01", by).due)
            for by in ("2012-12-31", "2013-12-31")
        }
        assert due == {"2012-04-29"}

    def test_dismissed_never_stands_alone(self) -> None:
        dismissed = said(DisputeResolved, "2012", "BGR#2", upheld=False, reason="a slip")
        engine = engine_with([deposited("2011-04-06", "2013")], self.LATER, dismissed)
        register = engine.on(DAY, published_by=date(2012, 12, 31))
        assert register.obligations(state="BGR") == ()
        assert str(owed(engine, "BGR/7.1", "2014-01-01", "2013-12-31").due) == "2012-03-29"

    def test_dismissed_by_what_had_not_appeared_still_stands_alone(self) -> None:
        dismissed = said(DisputeResolved, "2013", "BGR#2", upheld=False, reason="a slip")
        engine = engine_with([deposited("2011-04-06", "2020")], self.LATER, dismissed)
        assert str(owed(engine, "BGR/7.1", "2014-01-01", "2012-12-31").due) == "2012-04-29"

    def test_retracted_does_not_stand_alone(self) -> None:
        void = said(Retracted, "2012", "BGR#2", reason="no such source")
        engine = engine_with([deposited("2011-04-06", "2013")], self.LATER, void)
        assert engine.on(DAY, published_by=date(2012, 12, 31)).obligations(state="BGR") == ()


class TestACorrection:
    """A correction counts from the day its own source had appeared."""

    NONE: Final = happened(StockpileDeclared, "2012-03-27", "BGR", munitions=0)
    SOME: Final = happened(
        StockpileDeclared, "2012-03-27", "BGR", munitions=6909, citations=published("2012")
    )

    def standing(self, engine: Engine, by: str) -> str:
        return owed(engine, "BGR/3.2", "2014-01-01", by).standing.value

    def test_stands_in_the_place_of_an_event_once_its_source_had_appeared(self) -> None:
        corrected = said(Corrected, "2013", "BGR#3", replacement=self.NONE, reason="misread")
        engine = joined_in_time(self.SOME, corrected)
        assert self.standing(engine, "2012-12-31") == "pending"
        assert self.standing(engine, "2013-12-31") == "not-engaged"

    def test_stands_alone_where_the_event_it_corrects_is_not_told(self) -> None:
        late = attrs.evolve(self.SOME, citations=published("2020"))
        corrected = said(Corrected, "2013", "BGR#3", replacement=self.NONE, reason="misread")
        engine = joined_in_time(late, corrected)
        assert self.standing(engine, "2012-12-31") == "undetermined"
        assert self.standing(engine, "2013-12-31") == "not-engaged"
        assert self.standing(engine, "2020-12-31") == "not-engaged"

    def test_tells_nothing_before_its_source(self) -> None:
        corrected = said(Corrected, None, "BGR#3", replacement=self.NONE, reason="misread")
        assert self.standing(joined_in_time(self.SOME, corrected), "2060-01-01") == "pending"


class TestTheDayASourceGives:
    """A citation's `gives` is the day it gives, where that is less precise than the event's own."""

    def engine(self, *cited: tuple[str, str | None]) -> Engine:
        citations = tuple(each for when, gives in cited for each in published(when, gives))
        return joined_in_time(
            happened(InitialReportSubmitted, "2012-03-20", "BGR", citations=citations)
        )

    def day(self, engine: Engine, by: date) -> PartialDate:
        return told(engine, by)["BGR#3"].occurred_on

    def test_is_the_day_told_until_a_finer_source_appeared(self) -> None:
        engine = self.engine(("2013", "2012"), ("2014", "2012-03"), ("2015", None))
        assert self.day(engine, date(2013, 12, 31)) == on("2012")
        assert self.day(engine, date(2014, 12, 31)) == on("2012-03")
        assert self.day(engine, date(2015, 12, 31)) == on("2012-03-20")

    def test_of_two_together_is_what_both_can_mean(self) -> None:
        engine = self.engine(("2013", "../2012-03-25"), ("2013", "2012"))
        assert self.day(engine, date(2013, 12, 31)) == on("2012-01-01/2012-03-25")

    def test_makes_timeliness_as_unsure_as_it_was_known(self) -> None:
        """Article 7(1): due on 29 March 2012."""
        engine = self.engine(("2013", "2012"), ("2015", None))
        vague = owed(engine, "BGR/7.1", "2016-01-01", "2013-12-31").timeliness
        exact = owed(engine, "BGR/7.1", "2016-01-01", "2015-12-31").timeliness
        assert vague is not None
        assert exact is not None
        assert (vague.value, exact.value) == ("undetermined", "on-time")

    def test_of_a_corroboration_counts_too(self) -> None:
        report = happened(
            InitialReportSubmitted, "2012-03-20", "BGR", citations=published("2015", None)
        )
        also = happened(
            Corroborated, "2012-03-20", target="BGR#3", citations=published("2013", "2012")
        )
        engine = joined_in_time(report, also)
        assert self.day(engine, date(2013, 12, 31)) == on("2012")
        assert self.day(engine, date(2015, 12, 31)) == on("2012-03-20")


class TestSilence:
    """Sources of a day cannot tell what was not done on a later one."""

    @pytest.mark.parametrize(
        ("by", "standing"),
        [
            ("2012-03-28", "undetermined"),
            ("2012-03-29", "overdue"),
            ("2012-03-30", "overdue"),
            (None, "overdue"),
        ],
    )
    def test_about_a_duty_that_fell_due_after_they_appeared_is_no_proof(
        self, by: str | None, standing: str
    ) -> None:
        """Article 7(1): due on 29 March 2012, and nothing found that settles it."""
        engine = engine_with(from_sources("2011", *joined("BGR", "2011-04-06")))
        assert owed(engine, "BGR/7.1", "2012-12-31", by).standing.value == standing

    def test_says_which_sources_were_asked(self) -> None:
        engine = joined_in_time()
        duty = owed(engine, "BGR/7.1", "2012-12-31", "2012-01-01")
        assert (
            "only sources that had appeared by 2012-01-01 were asked" in duty.grounds[-1].conclusion
        )

    def test_leaves_a_duty_pending_that_is_not_due_yet(self) -> None:
        duty = owed(joined_in_time(), "BGR/7.1", "2012-03-29", "2011-12-31")
        assert duty.standing.value == "pending"

    def test_is_no_proof_where_the_statement_of_reach_had_not_appeared(self) -> None:
        reach = happened(
            CoverageStated,
            "2015-01-01",
            "BGR",
            provision="7(1)",
            reaches=date(2015, 1, 1),
            citations=published("2015"),
        )
        engine = joined_in_time(reach)
        assert owed(engine, "BGR/7.1", "2016-01-01", "2014-12-31").standing.value == "undetermined"
        assert owed(engine, "BGR/7.1", "2016-01-01", "2015-12-31").standing.value == "overdue"


@cache
def public() -> Engine:
    return Engine.public_record()


REVIEW: Final = date(2020, 9, 28)
TWO_DAYS: Final = (date(2012, 1, 1), date(2016, 6, 30), REVIEW, DAY)


class TestThePublicRecord:
    @pytest.mark.parametrize("by", TWO_DAYS, ids=str)
    def test_counts_only_events_with_a_source_that_had_appeared(self, by: date) -> None:
        register = public().on(DAY, published_by=by)
        seen = 0
        for stream in (*register.point.states, CONVENTION):
            for _, event in register.told(stream):
                seen += 1
                if isinstance(event, CoverageStated) and event.reaches is None:
                    continue
                days = [each.published.latest for each in event.citations if each.published]
                assert len(days) == len(event.citations)
                assert max(days) <= by
        assert seen == register.log.position - register.log.left_out

    def test_of_gambia_is_first_told_as_the_only_source_had_it(self) -> None:
        """Its deposit is given as 11 December 2018 at once, as 25 June four years later."""
        before = public().on(DAY, published_by=date(2018, 12, 12))
        after = public().on(DAY, published_by=date(2018, 12, 13))
        assert before.state("GMB").binding.in_force_on is None
        assert after.state("GMB").binding.in_force_on == date(2019, 6, 1)

    @pytest.mark.parametrize("by", TWO_DAYS, ids=str)
    def test_calls_nothing_overdue_that_fell_due_after_the_sources(self, by: date) -> None:
        overdue = [
            each
            for each in public().on(DAY, published_by=by).obligations()
            if each.standing in OVERDUE
        ]
        assert all(each.due is not None and each.due.latest <= by for each in overdue)
        assert bool(overdue) == (by >= date(2016, 6, 30))


def dated(history: History, when: PartialDate) -> Engine:
    """Record a history whose every source appeared on one day."""
    return recorded([_published(each, when) for each in history.events])


def _published(event: Event, when: PartialDate | None) -> Event:
    cited = tuple(attrs.evolve(each, published=when) for each in event.citations)
    return attrs.evolve(event, citations=cited)


@given(history=histories(), data=st.data())
def test_sources_long_after_tell_what_all_tell(history: History, data: st.DataObject) -> None:
    engine = dated(history, on("2046"))
    day = data.draw(telling_days(history), "day")
    late = engine.on(day, published_by=LONG_AFTER)
    assert late.log.left_out == 0
    assert late.obligations() == engine.on(day).obligations()


@given(history=histories(), data=st.data())
def test_a_later_day_never_knows_fewer_events(history: History, data: st.DataObject) -> None:
    many = len(history.events)
    days = st.sampled_from(
        [None, *(PartialDate.on(date(year, 6, 1)) for year in (2010, 2020, 2030))]
    )
    drawn = data.draw(st.lists(days, min_size=many, max_size=many), "published")
    events = zip(history.events, drawn, strict=True)
    engine = recorded([_published(event, when) for event, when in events])
    known = [
        _known(engine.on(DAY, published_by=date(year, 6, 1))) for year in (2009, 2010, 2020, 2030)
    ]
    for earlier, later in pairwise(known):
        assert earlier <= later | _dismissed(engine)


def _known(register: Register) -> set[str]:
    streams = (*register.point.states, CONVENTION)
    return {name for stream in streams for name, _ in register.told(stream)}


def _dismissed(engine: Engine) -> set[str]:
    """Return the disputes that were dismissed: their other side stands no longer."""
    register = engine.on(DAY)
    return {
        event.target
        for stream in register.point.states
        for _, event in register.told(stream)
        if isinstance(event, DisputeResolved) and not event.upheld
    }


class TestBadInput:
    """What cannot be asked is refused, with what was asked, what stands in the way and a remedy."""

    @pytest.mark.parametrize("position", [-1, 63, 10**30])
    def test_a_position_the_log_does_not_have(self, position: int) -> None:
        engine = joined_in_time()
        with pytest.raises(OutsideModelError, match="the log ends at position 62"):
            engine.on(DAY, known_at=position)

    def test_a_moment_before_the_log_began(self) -> None:
        engine = joined_in_time()
        with pytest.raises(OutsideModelError, match="the log begins at 2026-11-20"):
            engine.on(DAY, known_at=RECORDED_AT - timedelta(microseconds=1))
        assert engine.on(DAY, known_at=RECORDED_AT).log.position == 62

    @pytest.mark.parametrize("clock", ["as_of", "published_by"])
    @pytest.mark.parametrize("day", [date(2008, 5, 29), date(1, 1, 1), date(2101, 1, 1)])
    def test_a_day_before_the_convention_or_after_the_model(self, clock: str, day: date) -> None:
        with pytest.raises(OutsideModelError):
            asked(joined_in_time(), **{clock: day})
        first = asked(joined_in_time(), **{clock: date(2008, 5, 30)})
        assert first.obligations(state="BGR") == ()

    @pytest.mark.parametrize(
        "moment",
        [RECORDED_AT.replace(tzinfo=None), date(2026, 11, 21), "2026-11-21", 62.0, b"62"],
    )
    def test_a_moment_without_a_zone_and_what_is_no_moment(self, moment: object) -> None:
        with pytest.raises(InvalidDateError):
            asked(joined_in_time(), known_at=moment)

    @pytest.mark.parametrize("truth", [True, False])
    @pytest.mark.parametrize(
        ("clock", "refusal"),
        [
            ("as_of", InvalidDateError),
            ("known_at", OutsideModelError),
            ("published_by", InvalidDateError),
        ],
    )
    def test_a_truth_value(self, clock: str, refusal: type[CcmError], truth: bool) -> None:
        with pytest.raises(refusal, match=str(truth)):
            asked(joined_in_time(), **{clock: truth})

    @pytest.mark.parametrize("clock", ["as_of", "published_by"])
    @pytest.mark.parametrize("day", [RECORDED_AT, "2020-09-28", 20200928, 2020.75])
    def test_what_is_no_plain_day(self, clock: str, day: object) -> None:
        with pytest.raises(InvalidDateError):
            asked(joined_in_time(), **{clock: day})

    def test_a_refusal_leaves_the_engine_as_it_was(self) -> None:
        engine = joined_in_time()
        before = engine.on(DAY).obligations()
        with pytest.raises(OutsideModelError):
            engine.on(DAY, published_by=date(2008, 1, 1))
        assert engine.on(DAY).obligations() == before


class Nowhere(tzinfo):
    """A zone that does not know its offset, so that a moment in it is naive."""

    def utcoffset(self, _: datetime | None, /) -> None:
        return None

    def dst(self, _: datetime | None, /) -> None:
        return None

    def tzname(self, _: datetime | None, /) -> str:
        return "nowhere"


class TestWhatIsSaidOfTheRecord:
    """It counts by its own sources, where the event spoken of is told and where it is not."""

    BY: Final = date(2012, 12, 31)
    LATER: Final = TestTheOtherSide.LATER
    UNTOLD: Final = deposited("2011-04-06", "2013")

    def days(self, engine: Engine, by: date | None = BY) -> list[str]:
        entries = engine.on(DAY, published_by=by).point.history.chronicle("BGR").entries
        return [str(each.event.occurred_on) for each in entries]

    def test_a_dismissal_that_was_retracted_dismisses_nothing(self) -> None:
        dismissed = said(DisputeResolved, "2012", "BGR#2", upheld=False, reason="a slip")
        void = said(Retracted, "2012", "BGR#3", reason="no slip")
        assert self.days(engine_with([self.UNTOLD], self.LATER, dismissed, void)) == ["2011-05-02"]

    def test_the_second_other_side_stands_where_the_first_was_retracted(self) -> None:
        second = said(Disputed, "2012", "BGR#1", alternative=deposited("2011-06-01"))
        void = said(Retracted, "2012", "BGR#2", reason="no such source")
        assert self.days(engine_with([self.UNTOLD], self.LATER, second, void)) == ["2011-06-01"]

    def test_the_other_side_of_an_event_that_was_retracted_does_not_stand(self) -> None:
        void = said(Retracted, "2012", "BGR#1", reason="never happened")
        assert self.days(engine_with([self.UNTOLD], self.LATER, void)) == []

    def test_a_dispute_of_what_is_said_about_the_record_never_stands_alone(self) -> None:
        also = said(Corroborated, None, "BGR#1")
        other = said(Disputed, "2012", "BGR#2", alternative=deposited("2011-06-01"))
        engine = engine_with([deposited("2011-04-06", "2012")], also, other)
        assert self.days(engine, None) == ["2011-04-06"]
        assert self.days(engine) == ["2011-04-06"]

    def test_a_side_upheld_after_a_correction_stands_whether_or_not_the_event_is_told(self) -> None:
        upheld = said(DisputeResolved, "2012", "BGR#2", upheld=True, reason="the status list")
        replaced = said(
            Corrected, "2012", "BGR#1", replacement=deposited("2011-06-01"), reason="misread"
        )
        engine = engine_with([self.UNTOLD], self.LATER, replaced, upheld)
        assert self.days(engine, None) == ["2011-05-02"]
        assert self.days(engine) == ["2011-05-02"]

    def test_sources_of_both_sides_together_know_the_day_as_well_as_the_record(self) -> None:
        """Bulgaria's stock, "by 3 August 2017": its own sources say "by 28 September 2020"."""
        day = date(2018, 1, 1)
        now = public().on(day).obligation("BGR/3.2")
        assert public().on(day, published_by=DAY).obligation("BGR/3.2").standing is now.standing

    def test_a_corroboration_may_give_the_day_less_precisely(self) -> None:
        report = happened(InitialReportSubmitted, "2012-03-20", "BGR", citations=published("2015"))
        vague = published("2013", "2012")
        joined_in_time(report, happened(Corroborated, SAID_ON, target="BGR#3", citations=vague))

    def test_a_zone_without_an_offset_is_refused_as_naive(self) -> None:
        with pytest.raises(InvalidDateError):
            joined_in_time().on(DAY, known_at=datetime(2026, 11, 21, tzinfo=Nowhere()))


def test_a_dispute_makes_no_day_more_precise_than_it_is_recorded() -> None:
    said = happened(StockpileDeclared, "2012-05", "BGR", citations=published("2012-06"))
    other = happened(StockpileDeclared, "2012-05-30", "BGR", citations=published("2013"))
    disputed = happened(
        Disputed, "2013-01-01", target="BGR#1", alternative=other, citations=published("2013")
    )
    ((_, known), *_) = known_by([("BGR#1", said), ("BGR#2", disputed)], LONG_AFTER)
    assert known.occurred_on == said.occurred_on
