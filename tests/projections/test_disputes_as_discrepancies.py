"""What a dispute shows as a discrepancy once more was said after it; and days that agree in part.

Bulgaria deposited on 6 April 2011 by one source (A), and on 7 April by another (B).
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Event, Interpretation
from ccm_engine.domain.articles.article_17_entry_into_force import ART_17_2
from ccm_engine.domain.articles.article_20_withdrawal import ART_20_3
from ccm_engine.domain.events import (
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    EntryIntoForceNotified,
    Instrument,
    InstrumentDeposited,
    Retracted,
    Signed,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.projections.discrepancies import (
    Between,
    Difference,
    Discrepancy,
    How,
    Resolution,
)
from tests.histories import (
    deposits_to_thirty,
    engine_with,
    happened,
    joined,
    on,
    source,
)

A, B, C, D = (source(each) for each in "ABCD")
OTHER_END: Final = PRACTICE.from_the_other_end
READINGS: Final = pytest.mark.parametrize("reading", [PRACTICE, OTHER_END], ids=["last", "first"])


def deposit(day: str, document: str) -> Event:
    """Deposit the instrument of Bulgaria, as one document tells."""
    return happened(
        InstrumentDeposited,
        day,
        "BGR",
        instrument=Instrument.RATIFICATION,
        citations=source(document),
    )


def upheld(dispute: str = "BGR#3", *, so: bool = True) -> Event:
    return happened(DisputeResolved, "2012-02-01", target=dispute, upheld=so, reason="a slip")


def corrected(day: str, document: str) -> Event:
    return happened(
        Corrected,
        "2012-03-01",
        target="BGR#2",
        replacement=deposit(day, document),
        reason="the original",
        citations=source(document),
    )


def corroborated(document: str) -> Event:
    return happened(Corroborated, "2012-03-01", target="BGR#2", citations=source(document))


def retracted(target: str) -> Event:
    return happened(Retracted, "2012-02-01", target=target, reason="of another state")


SIGNED: Final = happened(Signed, "2008-12-03", "BGR")
SIXTH: Final = deposit("2011-04-06", "A")


def disputed(day: str = "2011-04-07", document: str = "B") -> Event:
    other = deposit(day, document)
    return happened(
        Disputed, "2012-01-01", target="BGR#2", alternative=other, citations=source(document)
    )


def between(
    *events: Event, day: date = date(2013, 1, 1), reading: Interpretation = PRACTICE
) -> tuple[Discrepancy, ...]:
    return tuple(engine_with(events).on(day, reading=reading).discrepancies("BGR").found)


def days(stands: str, otherwise: str) -> tuple[Difference, ...]:
    return (Difference("occurred_on", on(stands), on(otherwise)),)


UPHELD: Final = Resolution("BGR#4", How.UPHELD, on("2012-02-01"), "a slip")


class TestADisputeUpheld:
    """The other side took the place of what was said; INT-0009 shows both, with their sources."""

    @pytest.mark.parametrize(
        ("since", "differences", "stands", "otherwise"),
        [
            ([upheld()], days("2011-04-07", "2011-04-06"), B, A),
            (
                [upheld(), corrected("2011-04-08", "C")],
                days("2011-04-08", "2011-04-07"),
                C,
                B,
            ),
            ([upheld(), corroborated("D")], days("2011-04-07", "2011-04-06"), (*B, *D), A),
            ([upheld(), corroborated("B")], days("2011-04-07", "2011-04-06"), B, A),
        ],
        ids=["nothing since", "corrected since", "corroborated since", "by the same source"],
    )
    def test_and_what_was_said_of_it_since(
        self,
        since: list[Event],
        differences: tuple[Difference, ...],
        stands: tuple[object, ...],
        otherwise: tuple[object, ...],
    ) -> None:
        (found,) = between(SIGNED, SIXTH, disputed(), *since)
        assert (found.differences, found.stands, found.otherwise, found.resolution) == (
            differences,
            stands,
            otherwise,
            UPHELD,
        )

    @pytest.mark.parametrize(
        ("before", "differences", "otherwise"),
        [
            ([corroborated("D")], days("2011-04-07", "2011-04-06"), (*A, *D)),
            ([corrected("2011-04-05", "C")], days("2011-04-07", "2011-04-05"), C),
            (
                [corrected("2011-04-05", "C"), retracted("BGR#4")],
                days("2011-04-07", "2011-04-06"),
                A,
            ),
        ],
        ids=["corroborated", "corrected", "corrected, which was retracted"],
    )
    def test_the_other_side_is_what_stood_when_it_was_upheld(
        self,
        before: list[Event],
        differences: tuple[Difference, ...],
        otherwise: tuple[object, ...],
    ) -> None:
        (found,) = between(SIGNED, SIXTH, disputed(), *before, upheld())
        assert (found.differences, found.stands, found.otherwise) == (differences, B, otherwise)

    def test_what_was_retracted_only_after_it_was_upheld_did_not_stand_then_either(self) -> None:
        (found,) = between(
            SIGNED,
            SIXTH,
            disputed(),
            corrected("2011-04-05", "C"),
            upheld(),
            retracted("BGR#4"),
        )
        assert (found.differences, found.stands, found.otherwise) == (
            days("2011-04-07", "2011-04-06"),
            B,
            A,
        )

    def test_of_two_upheld_one_after_the_other_each_is_shown_against_what_it_says(self) -> None:
        """The first was upheld over A; then what D says took its place."""
        found = between(
            SIGNED,
            SIXTH,
            disputed(),
            disputed("2011-04-09", "D"),
            upheld("BGR#3"),
            upheld("BGR#4"),
        )
        assert [(each.differences, each.stands, each.otherwise) for each in found] == [
            (days("2011-04-09", "2011-04-07"), D, B),
            (days("2011-04-09", "2011-04-07"), D, B),
        ]

    def test_of_two_of_which_one_was_upheld_the_other_is_open(self) -> None:
        found = between(SIGNED, SIXTH, disputed(), disputed("2011-04-09", "D"), upheld())
        resolved = attrs.evolve(UPHELD, event="BGR#5")
        assert [(each.dispute, each.stands, each.otherwise, each.resolution) for each in found] == [
            ("BGR#3", B, A, resolved),
            ("BGR#4", B, D, None),
        ]

    def test_the_source_by_which_it_was_disputed_is_on_its_side(self) -> None:
        """First what told of the other day and who said so, then who bore it out since."""
        dispute = attrs.evolve(disputed(), citations=C)
        (found,) = between(SIGNED, SIXTH, dispute, upheld(), corroborated("D"))
        assert (found.stands, found.otherwise) == ((*B, *C, *D), A)

    def test_one_dismissed_leaves_what_stood(self) -> None:
        (found,) = between(SIGNED, SIXTH, disputed(), upheld(so=False))
        assert found == Discrepancy(
            between=Between.SOURCES,
            state="BGR",
            event="BGR#2",
            type="ccm.instrument-deposited.v1",
            differences=days("2011-04-06", "2011-04-07"),
            stands=A,
            otherwise=B,
            dispute="BGR#3",
            resolution=Resolution("BGR#4", How.DISMISSED, on("2012-02-01"), "a slip"),
        )

    @pytest.mark.parametrize("so", [True, False], ids=["upheld", "dismissed"])
    def test_of_what_was_retracted_nothing_is_left_to_decide(self, so: bool) -> None:
        """What then is upheld, or dismissed, speaks of nothing: the retraction ended it."""
        (found,) = between(SIGNED, SIXTH, disputed(), retracted("BGR#2"), upheld(so=so))
        assert (found.differences, found.stands, found.otherwise, found.resolution) == (
            days("2011-04-06", "2011-04-07"),
            A,
            B,
            Resolution("BGR#4", How.RETRACTED, on("2012-02-01"), "of another state"),
        )

    def test_a_retraction_that_was_itself_retracted_ends_nothing(self) -> None:
        (found,) = between(
            SIGNED, SIXTH, disputed(), retracted("BGR#2"), retracted("BGR#4"), upheld()
        )
        assert (found.stands, found.otherwise, found.resolution) == (
            B,
            A,
            Resolution("BGR#6", How.UPHELD, on("2012-02-01"), "a slip"),
        )


def notified(day: str) -> list[Event]:
    """Deposit from 6 April to 20 May 2011: in force on 1 October, or on 1 November."""
    told = date.fromisoformat(day)
    return [
        *joined("BGR", "2011-04-06/2011-05-20"),
        happened(EntryIntoForceNotified, "2011-06-01", "BGR", in_force_on=told),
    ]


class TestANotifiedDayOfEntryIntoForce:
    """INT-0009, and INT-0012: only what neither end of a deposit's days allows contradicts it."""

    @READINGS
    @pytest.mark.parametrize("day", ["2011-10-01", "2011-11-01"])
    def test_that_days_known_in_part_allow(self, day: str, reading: Interpretation) -> None:
        assert between(*notified(day), reading=reading) == ()

    @pytest.mark.parametrize("day", ["2011-09-30", "2011-11-02"])
    @pytest.mark.parametrize(
        ("reading", "computed"),
        [(PRACTICE, date(2011, 11, 1)), (OTHER_END, date(2011, 10, 1))],
        ids=["last", "first"],
    )
    def test_that_they_do_not(self, day: str, reading: Interpretation, computed: date) -> None:
        assert between(*notified(day), reading=reading) == (
            Discrepancy(
                between=Between.COMPUTED,
                state="BGR",
                event="BGR#3",
                type="ccm.entry-into-force-notified.v1",
                differences=(Difference("in_force_on", computed, date.fromisoformat(day)),),
                stands=(),
                otherwise=source(),
                provision=ART_17_2,
                why=f"in force on {computed}: first day of the sixth month after the deposit",
            ),
        )

    @pytest.mark.parametrize("choice", ["computed", "notified"])
    @pytest.mark.parametrize(("day", "how_many"), [("2011-11-01", 0), ("2011-11-02", 1)])
    def test_whichever_day_is_to_stand(self, choice: str, day: str, how_many: int) -> None:
        reading = Interpretation.choosing({"entry_into_force_day": choice})
        assert len(between(*notified(day), reading=reading)) == how_many

    @pytest.mark.parametrize(
        ("first", "second", "found"),
        [
            ("2011-10-01", "2014-07-01", []),
            ("2011-10-02", "2014-07-01", []),
            ("2011-10-01", "2014-07-02", ["BGR#6"]),
        ],
    )
    def test_of_the_consent_by_which_a_state_is_now_bound(
        self, first: str, second: str, found: list[str]
    ) -> None:
        """Article 20(3): Bulgaria left on 1 July 2012, and deposits anew on 10 January 2014."""
        told = [
            happened(EntryIntoForceNotified, day, "BGR", in_force_on=date.fromisoformat(in_force))
            for day, in_force in (("2011-06-01", first), ("2014-02-01", second))
        ]
        again = happened(InstrumentDeposited, "2014-01-10", "BGR", instrument=Instrument.ACCESSION)
        left = happened(WithdrawalNotified, "2012-01-01", "BGR")
        events = [*joined("BGR", "2011-04-06"), told[0], left, again, told[1]]
        assert [each.event for each in between(*events, day=date(2015, 1, 1))] == found

    @pytest.mark.parametrize(("day", "how_many"), [("2011-10-01", 0), ("2011-11-01", 1)])
    def test_by_a_deposit_that_had_not_been_made_by_the_day_at_the_other_end(
        self, day: str, how_many: int
    ) -> None:
        """On 10 May the deposit had been made by its first day alone, and that one decides."""
        told = happened(
            EntryIntoForceNotified, "2011-05-09", "BGR", in_force_on=date.fromisoformat(day)
        )
        events = [*joined("BGR", "2011-04-06/2011-05-20"), told]
        found = between(*events, day=date(2011, 5, 10), reading=OTHER_END)
        assert len(found) == how_many

    @pytest.mark.parametrize(
        ("reading", "told", "computed"),
        [
            (PRACTICE, date(2010, 8, 1), []),
            (OTHER_END, date(2010, 8, 1), []),
            (PRACTICE, date(2010, 9, 1), [None]),
            (OTHER_END, date(2010, 9, 1), [date(2010, 8, 1)]),
        ],
    )
    def test_where_the_thirtieth_had_been_deposited_by_one_end_alone(
        self, reading: Interpretation, told: date, computed: list[date | None]
    ) -> None:
        """Article 17(1): by the last day of Moldova's deposit there are 29 on 1 June 2010."""
        without = [each for each in deposits_to_thirty() if each.stream != "MDA"]
        engine = engine_with(
            without,
            joined("MDA", "2010-02-16/2010-06-30"),
            happened(EntryIntoForceNotified, "2010-03-01", "IRL", in_force_on=told),
            in_force=False,
        )
        found = engine.on(date(2010, 6, 1), reading=reading).discrepancies("IRL").found
        assert [each.differences for each in found] == [
            (Difference("in_force_on", each, told),) for each in computed
        ]


class TestAStatedEffectOfAWithdrawal:
    """Article 20(3): six months after a notice of November 2018, from 1 to 30 May 2019."""

    @READINGS
    @pytest.mark.parametrize("day", ["2019-05-01", "2019-05-15", "2019-05-30"])
    def test_that_its_days_allow(self, day: str, reading: Interpretation) -> None:
        assert self.of_a_notice("2018-11", day, reading) == ()

    @pytest.mark.parametrize("day", ["2019-04-30", "2019-05-31"])
    @pytest.mark.parametrize(
        ("reading", "computed"),
        [(PRACTICE, date(2019, 5, 30)), (OTHER_END, date(2019, 5, 1))],
        ids=["last", "first"],
    )
    def test_that_they_do_not(self, day: str, reading: Interpretation, computed: date) -> None:
        (found,) = self.of_a_notice("2018-11", day, reading)
        assert (found.differences, found.event, found.stands, found.otherwise) == (
            (Difference("effective_on", computed, date.fromisoformat(day)),),
            "BGR#3",
            (),
            source(),
        )
        assert found.provision == ART_20_3

    def test_of_a_notice_that_states_none(self) -> None:
        assert self.of_a_notice("2018-11", None, PRACTICE) == ()

    @pytest.mark.parametrize(
        ("day", "how_many"), [("2019-05-14", 1), ("2019-05-15", 0), ("2019-05-16", 1)]
    )
    def test_of_a_notice_of_15_november(self, day: str, how_many: int) -> None:
        assert len(self.of_a_notice("2018-11-15", day, PRACTICE)) == how_many

    def of_a_notice(
        self, notice: str, effective_on: str | None, reading: Interpretation
    ) -> tuple[Discrepancy, ...]:
        stated = date.fromisoformat(effective_on) if effective_on else None
        withdrawal = happened(WithdrawalNotified, notice, "BGR", effective_on=stated)
        events = [*joined("BGR", "2011-04-06"), withdrawal]
        return between(*events, day=date(2020, 1, 1), reading=reading)
