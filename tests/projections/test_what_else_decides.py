"""What decides an answer where it is decided by little: by one word said of one deposit, one part.

Each was left out by hand; see `test_dependence` for the search over whole histories.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Engine, Event, Interpretation, Register
from ccm_engine.domain.events import (
    CONVENTION,
    Corrected,
    Corroborated,
    CoverageStated,
    Disputed,
    DisputeResolved,
    Instrument,
    InstrumentDeposited,
    Measure,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    NationalMeasureReported,
    ReviewOrdered,
    Signed,
    StockpileDeclared,
    WithdrawalNotified,
)
from ccm_engine.domain.sources import Authority
from tests.histories import (
    FIRST_THIRTY,
    called,
    deposits_to_thirty,
    engine_with,
    happened,
    joined,
    on,
    source,
)

TOLD_ON: Final = "2026-01-05"
THIRTY: Final = " ".join(FIRST_THIRTY.values()).split()
NOBODY: Final = "not-yet-binding None"


def decisive(register: Register, name: str) -> dict[str, str]:
    """Return what decides an answer, with the standing and the due day there would be."""
    return {
        each.id: "none"
        if each.without is None
        else f"{each.without.standing.value} {each.without.due}"
        for each in register.explain(name).decided_by
    }


def on_day(engine: Engine, day: str) -> Register:
    return engine.on(date.fromisoformat(day))


def published(event: Event, when: str) -> Event:
    """Return an event of which the source appeared on a day."""
    (cited,) = event.citations
    return attrs.evolve(event, citations=(attrs.evolve(cited, published=on(when)),))


def all_but(state: str) -> list[Event]:
    """Deposit what brought the Convention into force, but for one state that joined last."""
    return [each for each in deposits_to_thirty() if each.stream != state]


class TestOfTheOwnHistory:
    def test_a_state_that_left_and_joined_again_owes_by_its_second_deposit(self) -> None:
        """Article 20(3): Bolivia would leave in 2013, join in 2015 and report by January 2016."""
        engine = engine_with(
            joined("BOL", "2011-04-30", None),
            happened(WithdrawalNotified, "2013-01-15", "BOL"),
            joined("BOL", "2015-01-10", None),
        )
        assert decisive(on_day(engine, "2020-01-01"), "BOL/7.1") == {
            "BOL#2": "overdue 2012-03-29",
            "BOL#3": "overdue 2012-03-29",
        }

    def test_what_comes_after_a_further_source_is_tried_too(self) -> None:
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(Corroborated, TOLD_ON, target="BGR#2"),
            happened(StockpileDeclared, "2012-03-27", "BGR", munitions=6909),
        )
        found = decisive(on_day(engine, "2015-01-01"), "BGR/3.2")
        assert found == {"BGR#2": "none", "BGR#4": "undetermined 2019-10-01"}

    def test_a_further_source_decides_where_it_counts_who_says_so(self) -> None:
        """INT-0021: the monitor alone is not heard on national law; the United Nations are."""
        heard_from = source("Cluster Munition Monitor 2017", Authority.MONITOR)
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(
                NationalMeasureReported,
                "2017-01-01",
                "BGR",
                measure=Measure.SPECIFIC_LAW,
                citations=heard_from,
            ),
            happened(Corroborated, "2018-01-01", target="BGR#3"),
        )
        found = decisive(on_day(engine, "2019-01-01"), "BGR/DAP.7.1")
        assert found["BGR#4"].startswith("pending")


class TestOfOtherStatesDeposits:
    """Article 17(1): the thirtieth decides for all that are among the first thirty."""

    def test_a_correction_that_puts_a_deposit_after_the_thirtieth(self) -> None:
        """Samoa's would be the thirtieth; corrected, it is a later one than Bulgaria's."""
        engine = engine_with(
            all_but("MDA"),
            joined("BGR", "2010-05-05"),
            joined("WSM", "2010-02-10"),
            happened(
                Corrected,
                TOLD_ON,
                target="WSM#2",
                replacement=joined("WSM", "2010-06-10")[1],
                reason="misread",
            ),
            in_force=False,
        )
        found = decisive(on_day(engine, "2012-01-01"), "NOR/7.1")
        assert {name: found[name] for name in found if name[:3] in {"BGR", "WSM"}} == {
            "BGR#2": "overdue 2011-05-30",
            "WSM#3": "overdue 2011-01-28",
        }

    @pytest.mark.parametrize("disputed", [False, True])
    def test_a_deposit_that_was_recorded_as_something_else(self, disputed: bool) -> None:
        """Moldova's instrument would be on record as its signature, and put right."""
        deposit = happened(
            InstrumentDeposited, "2010-02-16", "MDA", instrument=Instrument.ACCESSION
        )
        about = {"target": "MDA#1"}
        told: list[Event] = [
            happened(Corrected, TOLD_ON, replacement=deposit, reason="misread", **about)
        ]
        if disputed:
            told = [
                happened(Disputed, TOLD_ON, alternative=deposit, **about),
                happened(DisputeResolved, TOLD_ON, target="MDA#2", upheld=True, reason="so it is"),
            ]
        signed = happened(Signed, "2010-02-16", "MDA")
        engine = engine_with(all_but("MDA"), signed, told, in_force=False)
        found = decisive(on_day(engine, "2012-01-01"), "NOR/7.1")
        names = ["MDA#1", "MDA#2", "MDA#3"][: 1 + len(told)]
        assert {name: found[name] for name in found if name.startswith("MDA")} == dict.fromkeys(
            names, NOBODY
        )

    @pytest.mark.parametrize(
        ("choice", "decides", "would_be"),
        [("all-sources", "ALB#2", "undetermined 2011-04-30"), ("sources-asked", "BGR#2", NOBODY)],
    )
    def test_where_only_some_sources_are_asked_those_that_are_counted(
        self, choice: str, decides: str, would_be: str
    ) -> None:
        """INT-0020: that Albania was among the thirty was published only afterwards."""
        events = [*deposits_to_thirty(), *joined("BGR", "2010-05-05")]
        engine = engine_with(
            [published(each, "2015" if each.stream == "ALB" else "2010") for each in events],
            in_force=False,
        )
        reading = Interpretation.choosing({"thirtieth_deposit": choice})
        day, by = date(2012, 1, 1), date(2010, 12, 31)
        found = decisive(engine.on(day, published_by=by, reading=reading), "NOR/7.1")
        of_the_two = {name: found[name] for name in found if name[:3] in {"ALB", "BGR"}}
        assert of_the_two == {decides: would_be}
        assert len(found) == 30

    def test_each_on_the_very_day_of_the_thirtieth(self) -> None:
        found = decisive(on_day(engine_with(), "2010-02-16"), "NOR/7.1")
        assert set(found) == {f"{each}#2" for each in THIRTY}
        assert {found[each] for each in found if each != "NOR#2"} == {NOBODY}


class TestOfTheMeetings:
    def test_the_day_of_the_meeting_an_action_is_due_at_makes_silence_tell_or_not(self) -> None:
        """Dubrovnik 7.1 is due by the Second Review Conference, which a source does not reach."""
        reach = happened(CoverageStated, "2019-01-01", provision="9", reaches=date(2019, 1, 1))
        engine = engine_with(joined("BGR", "2011-04-06"), called("2RC", "2019-09-04"), reach)
        assert decisive(on_day(engine, "2021-01-01"), "BGR/DAP.7.1") == {
            "BGR#2": "none",
            "CCM#1": "pending None",
            "CCM#2": "overdue 2020-11-25",
        }

    def test_the_second_part_of_a_conference_by_which_it_is_over(self) -> None:
        """A review is due on its last day, which nobody knows while only a first part was held."""
        days = {"opens_on": date(2020, 11, 25), "closes_on": date(2020, 11, 27)}
        about = {"meeting": "2RC", "kind": MeetingKind.REVIEW_CONFERENCE, **days}
        engine = engine_with(
            happened(
                ReviewOrdered,
                "2015-09-11",
                review="costs",
                subject="costs",
                ordered_at="1RC",
                due_meeting="2RC",
            ),
            happened(MeetingCalled, "2019-09-04", **about),
            [happened(MeetingHeld, "2020-11-27", part=each, **about) for each in (1, 2)],
        )
        found = decisive(on_day(engine, "2021-06-01"), "CCM/1RC.costs")
        assert {name: found[name] for name in found if name.startswith(CONVENTION)} == {
            "CCM#1": "none",
            "CCM#4": "pending None",
        }
