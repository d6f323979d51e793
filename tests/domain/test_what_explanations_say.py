"""What is said in words of a duty, of a time limit, and to who takes a supposition for events."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from ccm_engine import Engine, Overlay
from ccm_engine.domain.action_plans.plan import NextMeetingAfterCompletion, NoLimit
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import CONVENTION, InitialReportSubmitted
from ccm_engine.domain.explanations import headline, owner_of, standing_line
from ccm_engine.domain.obligations import (
    Extension,
    Nature,
    Obligation,
    Otherwise,
    Standing,
    Timeliness,
)
from ccm_engine.errors import MalformedEventError
from tests.histories import deposits_to_thirty, happened, joined

REPORTED = happened(InitialReportSubmitted, "2013-07-01", "BGR")


@pytest.fixture
def report() -> Obligation:
    """Bulgaria's initial report, due on 29 March 2012, late by more than a year."""
    engine = Engine.in_memory((*deposits_to_thirty(), *joined("BGR", "2011-04-06"), REPORTED))
    return engine.on(date(2020, 9, 28)).obligation("BGR/7.1")


class TestLateness:
    def test_is_counted_in_days(self, report: Obligation) -> None:
        assert standing_line(report) == "discharged 2013-07-01, late by 459 days"

    def test_of_one_day_is_said_so(self, report: Obligation) -> None:
        for days, words in ((1, "1 day"), (2, "2 days")):
            late = attrs.evolve(report, days_late=days)
            assert standing_line(late) == f"discharged 2013-07-01, late by {words}"

    def test_may_lie_between_two_numbers(self, report: Obligation) -> None:
        late = attrs.evolve(report, days_late=None, days_late_range=(1, 31))
        assert standing_line(late) == "discharged 2013-07-01, late by 1 to 31 days"

    def test_may_be_of_nobody_knows_how_many_days(self, report: Obligation) -> None:
        late = attrs.evolve(report, days_late=None, days_late_range=None)
        assert standing_line(late).endswith(", late by an unknown number of days")

    def test_or_unknown_itself(self, report: Obligation) -> None:
        unknown = attrs.evolve(report, timeliness=Timeliness.UNDETERMINED)
        assert standing_line(unknown) == "discharged 2013-07-01; whether on time is not known"
        on_time = attrs.evolve(report, timeliness=Timeliness.ON_TIME)
        assert standing_line(on_time) == "discharged 2013-07-01, on time"


def test_a_headline_names_the_state_the_duty_and_the_day(report: Obligation) -> None:
    assert headline(report, date(2020, 9, 28)) == (
        "Bulgaria, 7(1): submit the initial transparency report by 2012-03-29"
    )
    undated = attrs.evolve(report, due=None)
    assert (
        headline(undated, date(2020, 9, 28))
        == "Bulgaria, 7(1): submit the initial transparency report"
    )
    month = attrs.evolve(report, due=PartialDate.parse("2012-03"))
    assert headline(month, date(2020, 9, 28)).endswith("by 2012-03")


def test_a_headline_counts_extensions(report: Obligation) -> None:
    day = PartialDate.parse("2012-03-29")
    granted = Extension(months=1, until=None, decided_on=day, meeting=None, due=day, event="BGR#4")
    for number, words in ((1, "1 extension"), (2, "2 extensions")):
        extended = attrs.evolve(report, extensions=(granted,) * number)
        assert headline(extended, date(2020, 9, 28)) == (
            "Bulgaria, 7(1): submit the initial transparency report by 2012-03-29 "
            f"({words}; treaty date 2012-03-29)"
        )


def test_what_no_state_owes_is_owed_by_all_or_by_the_convener(report: Obligation) -> None:
    together = attrs.evolve(report, state=CONVENTION, nature=Nature.POLITICAL)
    convener = attrs.evolve(report, state=CONVENTION)
    assert owner_of(together, date(2020, 9, 28)) == "States Parties together"
    assert owner_of(convener, date(2020, 9, 28)) == "Secretary-General"


def test_what_the_other_end_would_change_is_said_with_its_day(report: Obligation) -> None:
    other = Otherwise(standing=Standing.OVERDUE, due=None, discharged_on=None)
    words = "; if days known only in part fell on their other end: overdue"
    line = "discharged 2013-07-01, late by 459 days"
    assert standing_line(attrs.evolve(report, otherwise=other)) == line + words
    same = attrs.evolve(other, due=report.due)
    assert standing_line(attrs.evolve(report, otherwise=same)) == line + words
    later = attrs.evolve(other, due=PartialDate.parse("2012-04"))
    assert standing_line(attrs.evolve(report, otherwise=later)) == f"{line}{words}, due 2012-04"


def test_time_limits_are_written_as_the_sources_do() -> None:
    assert str(NextMeetingAfterCompletion()) == "the next meeting after completion"
    assert str(NoLimit()) == "none"
    assert str(NoLimit("as soon as possible")) == "none (as soon as possible)"


def test_an_overlay_says_that_it_is_no_list_of_events() -> None:
    with pytest.raises(MalformedEventError) as refused:
        list(Overlay.of([REPORTED]))  # type: ignore[call-overload]  # which mypy sees as well
    assert str(refused.value) == (
        "take an overlay as events: an overlay is a supposition, and none of its events happened; "
        "ask a register what would follow: `register.supposing(overlay)`"
    )
