"""Offices are held from meeting to meeting, and end when a meeting closes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine import Engine
from ccm_engine.domain.articles.mandate_terms import EndKnown, TermStanding
from ccm_engine.domain.events import (
    CoordinatorAppointed,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
    PresidentDesignated,
    Theme,
)
from ccm_engine.domain.interpretations import CoordinatorTerm, Interpretation
from ccm_engine.errors import UnknownMeetingError
from ccm_engine.projections.mandates import (
    Mandate,
    Office,
    mandate_roster,
    mandates,
    mandates_ending_at,
)
from ccm_engine.projections.view import View
from tests.histories import MEETINGS, called, engine_with, happened, held
from tests.projections.conference_in_parts import BOTH_PARTS, FIRST_PART

BEFORE_2020: Final = ("1RC", "6MSP", "7MSP", "8MSP", "9MSP")
TO_THE_11MSP: Final = (*BEFORE_2020, "10MSP", "11MSP")


def closes(meeting: str) -> str:
    """Return the last day of a meeting."""
    return "2021-09-21" if meeting == "2RC" else MEETINGS[meeting][1]


def appointed(
    state: str,
    since: str | None,
    theme: Theme = Theme.CLEARANCE,
    *,
    until: str | None = None,
    cycles: int | None = None,
    seen_on: str | None = None,
) -> CoordinatorAppointed:
    """Appoint a coordinator at the close of a meeting."""
    day = seen_on if since is None else closes(since)
    assert day is not None
    return happened(
        CoordinatorAppointed, day, state, theme=theme, since=since, until=until, cycles=cycles
    )


def designated(state: str, meeting: str, at: str, person: str | None = None) -> PresidentDesignated:
    """Give a state the presidency of a meeting, at the close of an earlier one."""
    return happened(PresidentDesignated, closes(at), state, meeting=meeting, person=person)


def seen(engine: Engine, as_of: str, term: CoordinatorTerm = CoordinatorTerm.BY_THEME) -> View:
    """Look at a day by a reading of terms."""
    reading = Interpretation(coordinator_term=term)
    return engine.on(date.fromisoformat(as_of), reading=reading).view()


def only(engine: Engine, as_of: str, term: CoordinatorTerm = CoordinatorTerm.BY_THEME) -> Mandate:
    """Return the one coordinator's mandate of a history."""
    (found,) = (
        each for each in mandates(seen(engine, as_of, term)) if each.office is Office.COORDINATOR
    )
    return found


def end_of(mandate: Mandate) -> tuple[str | None, date | None]:
    """Return the meeting at which a mandate ends, and its last day."""
    assert mandate.term.ends is not None
    return mandate.term.ends.meeting, mandate.term.ends.closes_on


class TestATermIsBoundToMeetings:
    """A cycle runs from the close of one deciding meeting to the close of the next."""

    def test_two_cycles_from_the_2rc_end_at_the_11msp(self) -> None:
        engine = engine_with(held(*TO_THE_11MSP), BOTH_PARTS, appointed("GUY", "2RC"))
        mandate = only(engine, "2023-09-14")
        assert end_of(mandate) == ("11MSP", date(2023, 9, 14))
        assert mandate.term.since is not None
        assert mandate.term.since.closes_on == date(2021, 9, 21)
        assert mandate.term.known_by is EndKnown.USUAL_TERM

    def test_a_conference_in_parts_is_one_meeting_and_lengthens_the_terms(self) -> None:
        engine = engine_with(held(*TO_THE_11MSP), BOTH_PARTS, appointed("SWE", "9MSP"))
        assert end_of(only(engine, "2022-12-01")) == ("10MSP", date(2022, 9, 2))
        assert only(engine, "2022-09-01").standing is TermStanding.ENDS_NEXT

    def test_a_first_part_closes_nothing(self) -> None:
        engine = engine_with(held(*BEFORE_2020), BOTH_PARTS, appointed("AUT", "8MSP"))
        between = only(engine, "2021-01-01")
        assert between.standing is TermStanding.ENDS_NEXT
        assert end_of(between) == ("2RC", None)
        assert only(engine, "2021-09-20").standing is TermStanding.ENDS_NEXT
        assert only(engine, "2021-09-21").standing is TermStanding.ENDED

    def test_the_second_part_has_a_day_once_it_is_called(self) -> None:
        moved = happened(
            MeetingMoved,
            "2021-02-05",
            meeting="2RC",
            opens_on=date(2020, 11, 25),
            closes_on=date(2021, 9, 21),
        )
        before = (held(*BEFORE_2020), called("2RC", "2019-09-04"), FIRST_PART)
        mandate = only(engine_with(*before, moved, appointed("AUT", "8MSP")), "2021-03-01")
        assert end_of(mandate) == ("2RC", date(2021, 9, 21))
        assert mandate.standing is TermStanding.ENDS_NEXT

    def test_an_office_has_passed_on_when_the_meeting_closes(self) -> None:
        engine = engine_with(held(*TO_THE_11MSP), BOTH_PARTS, appointed("GUY", "2RC"))
        assert only(engine, "2023-09-13").standing is TermStanding.ENDS_NEXT
        assert only(engine, "2023-09-14").standing is TermStanding.ENDED
        assert only(engine, "2022-01-01").standing is TermStanding.RUNNING

    def test_a_meeting_between_sessions_ends_nothing(self) -> None:
        between = happened(
            MeetingHeld,
            "2022-05-17",
            meeting="IM2022",
            kind=MeetingKind.INTERSESSIONAL,
            opens_on=date(2022, 5, 16),
            closes_on=date(2022, 5, 17),
        )
        engine = engine_with(
            held(*TO_THE_11MSP), between, BOTH_PARTS, appointed("IRQ", "2RC", Theme.TRANSPARENCY)
        )
        assert end_of(only(engine, "2023-01-01"))[0] == "10MSP"

    def test_an_end_at_a_meeting_not_called_is_no_day(self) -> None:
        engine = engine_with(held("12MSP", "13MSP"), appointed("PAN", "13MSP"))
        ends = only(engine, "2025-10-01").term.ends
        assert ends is not None
        assert (ends.meeting, ends.closes_on, ends.after, ends.ahead) == (None, None, "13MSP", 2)

    def test_an_end_at_the_next_meeting_counts_as_such_before_it_is_called(self) -> None:
        one_cycle = appointed("IRQ", "13MSP", Theme.TRANSPARENCY)
        mandate = only(engine_with(held("13MSP"), one_cycle), "2025-10-01")
        assert mandate.standing is TermStanding.ENDS_NEXT
        assert mandate.term.ends is not None
        assert (mandate.term.ends.after, mandate.term.ends.ahead) == ("13MSP", 1)

    def test_a_meeting_called_and_not_known_to_be_held_leaves_it_open(self) -> None:
        history = (held("12MSP"), called("13MSP", "2024-09-13"))
        engine = engine_with(*history, appointed("IRQ", "12MSP", Theme.TRANSPARENCY))
        assert only(engine, "2025-09-18").standing is TermStanding.ENDS_NEXT
        assert only(engine, "2025-09-19").standing is TermStanding.UNDETERMINED


class TestHowLongATermIs:
    """What a source says goes before the usual term: INT-0022."""

    @pytest.mark.parametrize("theme", Theme)
    def test_the_usual_term_is_two_cycles_or_one(self, theme: Theme) -> None:
        one = (Theme.RISK_EDUCATION, Theme.TRANSPARENCY, Theme.NATIONAL_IMPLEMENTATION)
        engine = engine_with(held(*BEFORE_2020), appointed("DEU", "7MSP", theme))
        wanted = "8MSP" if theme in one else "9MSP"
        assert end_of(only(engine, "2019-12-01"))[0] == wanted

    def test_a_stated_meeting_goes_before_stated_cycles(self) -> None:
        stated = appointed("CZE", "1RC", until="6MSP", cycles=2)
        mandate = only(engine_with(held(*BEFORE_2020), stated), "2019-12-01")
        assert end_of(mandate)[0] == "6MSP"
        assert mandate.term.known_by is EndKnown.STATED

    def test_stated_cycles_go_before_the_usual_term(self) -> None:
        engine = engine_with(held(*BEFORE_2020), appointed("CZE", "1RC", cycles=3))
        assert end_of(only(engine, "2019-12-01"))[0] == "8MSP"

    def test_a_stated_meeting_not_called_yet_is_named_and_placed_by_its_cycles(self) -> None:
        stated = appointed("PHL", "9MSP", until="10MSP", cycles=2)
        engine = engine_with(held(*BEFORE_2020), BOTH_PARTS, stated)
        assert end_of(only(engine, "2020-01-01")) == ("10MSP", None)
        assert only(engine, "2020-01-01").standing is TermStanding.RUNNING
        assert only(engine, "2021-10-01").standing is TermStanding.ENDS_NEXT

    def test_an_end_before_the_beginning_says_nothing(self) -> None:
        stated = appointed("CZE", "8MSP", until="6MSP")
        mandate = only(engine_with(held(*BEFORE_2020), stated), "2019-12-01")
        assert mandate.term.ends is None
        assert mandate.standing is TermStanding.UNDETERMINED

    def test_of_two_stated_ends_the_later_counts(self) -> None:
        told = (appointed("SWE", "6MSP", until="7MSP"), appointed("SWE", "6MSP", until="9MSP"))
        assert end_of(only(engine_with(held(*BEFORE_2020), told), "2019-12-01"))[0] == "9MSP"

    def test_several_sources_of_one_appointment_are_one_mandate(self) -> None:
        told = (appointed("SWE", "7MSP"), appointed("SWE", "7MSP", until="8MSP"))
        mandate = only(engine_with(held(*BEFORE_2020), told), "2019-12-01")
        assert end_of(mandate)[0] == "8MSP"
        assert len(mandate.events) == 2

    def test_who_was_only_seen_in_office_holds_the_term_that_ran(self) -> None:
        witness = appointed("SWE", None, seen_on="2018-01-15")
        engine = engine_with(held(*BEFORE_2020), appointed("SWE", "7MSP"), witness)
        mandate = only(engine, "2018-06-01")
        assert len(mandate.events) == 2
        assert end_of(only(engine, "2019-12-01"))[0] == "9MSP"

    @pytest.mark.parametrize("told", [{"until": "7MSP"}, {"cycles": 1}])
    def test_what_is_said_of_who_was_seen_ends_the_term_that_ran(
        self, told: dict[str, object]
    ) -> None:
        witness = happened(CoordinatorAppointed, "2017-01-15", "SWE", theme=Theme.CLEARANCE, **told)
        next_called = called("7MSP", "2016-09-07")
        first = appointed("SWE", "6MSP")
        engine = engine_with(held(*BEFORE_2020), next_called, first, witness)
        mandate = only(engine, "2017-06-01")
        assert (mandate.standing, mandate.term.known_by) == (
            TermStanding.ENDS_NEXT,
            EndKnown.STATED,
        )
        assert only(engine, "2017-09-06").standing is TermStanding.ENDED
        assert only(engine, "2017-01-01").standing is TermStanding.RUNNING

    def test_cycles_of_who_was_seen_count_from_its_last_appointment(self) -> None:
        both = (appointed("SWE", "6MSP"), appointed("SWE", "7MSP"))
        witness = appointed("SWE", None, cycles=1, seen_on="2018-01-15")
        mandate = only(engine_with(held(*BEFORE_2020), both, witness), "2019-12-01")
        assert end_of(mandate)[0] == "8MSP"
        assert len(mandate.events) == 3

    def test_who_is_seen_after_giving_the_office_up_holds_another_term(self) -> None:
        seen_twice = (
            appointed("SWE", None, until="7MSP", seen_on="2017-01-15"),
            appointed("SWE", None, seen_on="2018-01-15"),
        )
        engine = engine_with(held(*BEFORE_2020), appointed("SWE", "6MSP"), seen_twice)
        found = mandates(seen(engine, "2018-06-01"))
        assert [(each.term.since is None, each.standing) for each in found] == [
            (True, TermStanding.UNDETERMINED),
            (False, TermStanding.ENDED),
        ]

    def test_an_earlier_end_said_later_is_the_last_word(self) -> None:
        resigned = happened(
            CoordinatorAppointed,
            "2017-01-15",
            "SWE",
            theme=Theme.CLEARANCE,
            since="6MSP",
            until="7MSP",
        )
        engine = engine_with(
            held(*BEFORE_2020), appointed("SWE", "6MSP", until="9MSP", cycles=3), resigned
        )
        assert end_of(only(engine, "2016-12-01"))[1] is None
        assert end_of(only(engine, "2019-12-01"))[0] == "7MSP"

    def test_who_was_only_seen_in_office_has_no_known_end(self) -> None:
        engine = engine_with(held(*BEFORE_2020), appointed("ITA", None, seen_on="2018-01-15"))
        mandate = only(engine, "2018-06-01")
        assert (mandate.term.since, mandate.term.ends) == (None, None)
        assert mandate.standing is TermStanding.UNDETERMINED

    def test_who_was_seen_before_an_appointment_held_an_earlier_term(self) -> None:
        both = (appointed("ITA", None, seen_on="2017-01-15"), appointed("ITA", "7MSP"))
        engine = engine_with(held(*BEFORE_2020), both)
        earlier, later = mandates(seen(engine, "2018-06-01"))
        assert (earlier.term.since, earlier.standing) == (None, TermStanding.ENDED)
        assert later.standing is TermStanding.RUNNING
        (alone,) = mandates(seen(engine, "2017-06-01"))
        assert alone.standing is TermStanding.UNDETERMINED


class TestRenewing:
    """Appointed anew as its term ends, a state goes on: INT-0022."""

    NAT: Final = Theme.NATIONAL_IMPLEMENTATION

    def test_it_is_one_mandate_that_ends_later(self) -> None:
        both = (appointed("NZL", "7MSP", self.NAT), appointed("NZL", "8MSP", self.NAT))
        engine = engine_with(held(*BEFORE_2020), both)
        assert only(engine, "2018-09-04").standing is TermStanding.ENDS_NEXT
        mandate = only(engine, "2018-09-05")
        assert end_of(mandate)[0] is None
        assert mandate.standing is TermStanding.ENDS_NEXT
        assert end_of(only(engine, "2019-12-01"))[0] == "9MSP"
        assert mandate.term.known_by is EndKnown.RENEWED
        assert mandates_ending_at(seen(engine, "2019-12-01"), "8MSP") == ()

    def test_after_a_pause_it_is_another(self) -> None:
        both = (appointed("BEL", "6MSP", self.NAT), appointed("BEL", "8MSP", self.NAT))
        found = mandates(seen(engine_with(held(*BEFORE_2020), both), "2019-12-01"))
        assert [end_of(each)[0] for each in found] == ["7MSP", "9MSP"]

    def test_another_theme_or_state_renews_nothing(self) -> None:
        others = (appointed("NZL", "8MSP", Theme.TRANSPARENCY), appointed("BEL", "8MSP", self.NAT))
        engine = engine_with(held(*BEFORE_2020), appointed("NZL", "7MSP", self.NAT), others)
        ended = mandates_ending_at(seen(engine, "2019-01-01"), "8MSP")
        assert [(each.state, each.theme) for each in ended] == [("NZL", self.NAT)]

    def test_a_renewal_never_shortens(self) -> None:
        long = appointed("NZL", "6MSP", self.NAT, until="9MSP")
        engine = engine_with(held(*BEFORE_2020), long, appointed("NZL", "7MSP", self.NAT))
        assert end_of(only(engine, "2019-12-01"))[0] == "9MSP"

    def test_an_end_stated_as_it_is_renewed_goes_before(self) -> None:
        long = appointed("NZL", "6MSP", self.NAT, until="9MSP")
        anew = appointed("NZL", "7MSP", self.NAT, until="8MSP")
        mandate = only(engine_with(held(*BEFORE_2020), long, anew), "2019-12-01")
        assert end_of(mandate)[0] == "8MSP"
        assert mandate.term.known_by is EndKnown.STATED

    def test_a_renewal_that_ends_no_later_leaves_the_end_as_it_was_known(self) -> None:
        long = appointed("NZL", "6MSP", self.NAT, until="8MSP")
        anew = appointed("NZL", "7MSP", self.NAT)
        mandate = only(engine_with(held(*BEFORE_2020), long, anew), "2019-12-01")
        assert (end_of(mandate)[0], mandate.term.known_by) == ("8MSP", EndKnown.STATED)

    def test_renewed_by_who_states_no_end_it_ends_nobody_knows_when(self) -> None:
        long = appointed("NZL", "6MSP", self.NAT, until="8MSP")
        engine = engine_with(held(*BEFORE_2020), long, appointed("NZL", "7MSP", self.NAT))
        term = only(engine, "2018-01-01", CoordinatorTerm.STATED_ONLY).term
        assert (term.ends, term.known_by) == (None, EndKnown.UNKNOWN)

    def test_an_end_nobody_stated_is_over_when_the_state_is_appointed_anew(self) -> None:
        both = (appointed("DEU", "6MSP"), appointed("DEU", "8MSP"))
        engine = engine_with(held(*BEFORE_2020), both)
        view = seen(engine, "2018-12-01", CoordinatorTerm.STATED_ONLY)
        assert [each.standing for each in mandates(view)] == [
            TermStanding.ENDED,
            TermStanding.UNDETERMINED,
        ]


class TestPresidencies:
    """From the last day of one meeting to the last day of the next: the First Review Conference."""

    HISTORY: Final = (
        *held(*TO_THE_11MSP),
        *BOTH_PARTS,
        called("9MSP", "2018-09-05"),
        called("2RC", "2019-09-04"),
        called("11MSP", "2022-09-02"),
        designated("CHE", "2RC", "8MSP", "Sabrina Dallafior Matter"),
        designated("GBR", "10MSP", "2RC"),
        designated("IRQ", "11MSP", "2RC", "Abdul-Karim Hashim Mostafa"),
    )

    def offices(self, as_of: str) -> dict[str | None, Office]:
        found = mandate_roster(seen(engine_with(self.HISTORY), as_of)).mandates
        return {each.state: each.office for each in found}

    def test_a_president_is_designated_presides_and_goes_out(self) -> None:
        assert self.offices("2018-10-01") == {"CHE": Office.PRESIDENT_DESIGNATE}
        assert self.offices("2019-09-03") == {"CHE": Office.PRESIDENT_DESIGNATE}
        assert self.offices("2019-09-04") == {"CHE": Office.PRESIDENT}
        assert self.offices("2021-09-20") == {"CHE": Office.PRESIDENT}
        assert self.offices("2022-09-02") == {
            "GBR": Office.OUTGOING_PRESIDENT,
            "IRQ": Office.PRESIDENT,
        }

    def test_the_committee_has_one_outgoing_president(self) -> None:
        assert self.offices("2023-09-14") == {"IRQ": Office.OUTGOING_PRESIDENT}

    def test_of_meetings_not_called_the_record_cannot_tell_who_presides(self) -> None:
        engine = engine_with(held(*BEFORE_2020), self.HISTORY[-2:], BOTH_PARTS)
        found = mandates(seen(engine, "2021-09-21"))
        assert {each.standing for each in found} == {TermStanding.UNDETERMINED}

    def test_of_a_meeting_after_the_one_that_is_called_it_has_not_begun(self) -> None:
        after = (called("9MSP", "2018-09-05"), designated("GBR", "10MSP", "8MSP"))
        (mandate,) = mandates(seen(engine_with(held("8MSP"), after), "2019-01-01"))
        assert mandate.standing is TermStanding.NOT_BEGUN

    def test_of_the_first_meeting_it_begins_with_no_other(self) -> None:
        named = designated("LAO", "1MSP", "1MSP")
        (mandate,) = mandates(seen(engine_with(held("1MSP", "2MSP"), named), "2012-01-01"))
        assert mandate.term.since is None
        assert end_of(mandate)[0] == "1MSP"

    def test_who_presided_is_named_where_no_state_was_designated(self) -> None:
        opens, last = (date.fromisoformat(day) for day in MEETINGS["6MSP"])
        sat = happened(
            MeetingHeld,
            MEETINGS["6MSP"][1],
            meeting="6MSP",
            kind=MeetingKind.MEETING_OF_STATES_PARTIES,
            opens_on=opens,
            closes_on=last,
            president="Henk Cor van der Kwast (Netherlands)",
        )
        (mandate,) = mandates(seen(engine_with(held("1RC"), sat), "2016-10-01"))
        assert mandate.state is None
        assert mandate.person == "Henk Cor van der Kwast (Netherlands)"
        assert end_of(mandate)[0] == "6MSP"

    def test_it_begins_with_the_close_of_the_meeting_before(self) -> None:
        found = mandates(seen(engine_with(self.HISTORY), "2023-09-14"))
        since = [each.term.since for each in found if each.meeting == "11MSP"]
        assert [(each.meeting, each.closes_on) for each in since if each] == [
            ("10MSP", date(2022, 9, 2))
        ]

    def test_who_presided_is_named_before_who_was_designated_to(self) -> None:
        days = {"opens_on": date(2019, 9, 2), "closes_on": date(2019, 9, 4)}
        sat = happened(
            MeetingHeld,
            "2019-09-04",
            meeting="9MSP",
            kind=MeetingKind.MEETING_OF_STATES_PARTIES,
            president="Aliyar Lebbe Abdul Azeez",
            **days,
        )
        engine = engine_with(held("8MSP"), sat, designated("LKA", "9MSP", "8MSP", "somebody"))
        (mandate,) = mandates(seen(engine, "2019-10-01"))
        assert (mandate.state, mandate.person) == ("LKA", "Aliyar Lebbe Abdul Azeez")
        assert len(mandate.events) == 2

    def test_two_persons_of_one_state_are_one_presidency(self) -> None:
        told = (
            designated("CHE", "2RC", "8MSP", "Sabrina Dallafior Matter"),
            designated("CHE", "2RC", "9MSP", "Félix Baumann"),
        )
        (mandate,) = mandates(seen(engine_with(held(*BEFORE_2020), told), "2019-10-01"))
        assert mandate.person == "Félix Baumann"
        assert len(mandate.events) == 2


class TestWhoseMandateEndsAtAMeeting:
    """`mandates_ending_at` answers for one meeting that was called."""

    def test_a_meeting_that_was_never_called_is_refused_with_those_that_were(self) -> None:
        engine = engine_with(held("10MSP", "11MSP"))
        with pytest.raises(UnknownMeetingError) as refusal:
            mandates_ending_at(seen(engine, "2023-09-14"), "14MSP")
        assert "14MSP" in refusal.value.asked
        assert "2023-09-14" in refusal.value.obstacle
        assert refusal.value.remedy == "give one of 10MSP, 11MSP"

    def test_before_the_first_is_called_none_can_be_given(self) -> None:
        with pytest.raises(UnknownMeetingError, match="later day"):
            mandates_ending_at(seen(engine_with(), "2010-01-01"), "1MSP")

    def test_the_roster_can_be_asked_for_one_theme(self) -> None:
        both = (appointed("GUY", "2RC"), appointed("ESP", "2RC", Theme.UNIVERSALIZATION))
        view = seen(engine_with(held(*TO_THE_11MSP), BOTH_PARTS, both), "2023-09-14")
        assert len(mandate_roster(view, "11MSP").mandates) == 2
        (ended,) = mandate_roster(view, "11MSP", Theme.CLEARANCE).mandates
        assert ended.state == "GUY"
        assert mandate_roster(view).mandates == ()


class TestThePublicRecord:
    """Whose coordinator mandates ended when the 11MSP closed on 14 September 2023."""

    def test_after_the_11msp(self) -> None:
        with Engine.public_record() as engine:
            found = mandates_ending_at(seen(engine, "2023-09-14"), "11MSP")
        coordinated = {(each.theme, each.state) for each in found if each.theme is not None}
        assert coordinated == {
            (Theme.UNIVERSALIZATION, "ESP"),
            (Theme.STOCKPILE_DESTRUCTION, "BGR"),
            (Theme.CLEARANCE, "GUY"),
            (Theme.VICTIM_ASSISTANCE, "CHL"),
        }
        assert {each.standing for each in found} == {TermStanding.ENDED}
        assert [each.state for each in found if each.theme is None] == ["IRQ"]


MEETINGS_IN_ORDER: Final = tuple(MEETINGS)
THEMES: Final = st.sampled_from([Theme.CLEARANCE, Theme.TRANSPARENCY])


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[str], list[CoordinatorAppointed]]:
    """Draw meetings that were held, in their order, and appointments at some of them."""
    number = draw(st.integers(1, len(MEETINGS_IN_ORDER)))
    sat = list(MEETINGS_IN_ORDER[:number])
    wanted = draw(
        st.lists(st.tuples(st.integers(0, number - 1), THEMES, st.integers(1, 3) | st.none()))
    )
    made = [
        happened(
            CoordinatorAppointed,
            MEETINGS[sat[at]][1],
            "NZL",
            theme=theme,
            since=sat[at],
            cycles=cycles,
        )
        for at, theme, cycles in wanted
    ]
    return sat, made


class TestLawsOfTerms:
    """Whatever is held and whoever is appointed."""

    @given(histories())
    def test_a_mandate_ends_after_it_begins_and_at_most_the_cycles_appointed_later(
        self, history: tuple[list[str], list[CoordinatorAppointed]]
    ) -> None:
        sat, made = history
        view = seen(engine_with(held(*sat), made), "2026-01-01")
        usual = {Theme.CLEARANCE: 2, Theme.TRANSPARENCY: 1}
        for mandate in mandates(view):
            since, ends, theme = mandate.term.since, mandate.term.ends, mandate.theme
            assert since is not None
            assert ends is not None
            assert theme is not None
            assert since.number is not None
            assert ends.number is not None
            last = max(
                sat.index(each.since or "") + (each.cycles or usual[theme])
                for each in made
                if each.theme is theme and since.number <= sat.index(each.since or "")
            )
            assert since.number < ends.number <= last

    @given(histories())
    def test_every_appointment_is_in_one_mandate_and_mandates_do_not_overlap(
        self, history: tuple[list[str], list[CoordinatorAppointed]]
    ) -> None:
        sat, made = history
        found = mandates(seen(engine_with(held(*sat), made), "2026-01-01"))
        assert sum(len(each.events) for each in found) == len(made)
        for theme in Theme:
            terms = [each.term for each in found if each.theme is theme]
            for before, after in pairwise(terms):
                assert before.ends is not None
                assert before.ends.number is not None
                assert after.since is not None
                assert after.since.number is not None
                assert before.ends.number < after.since.number

    @given(st.integers(2, len(MEETINGS_IN_ORDER)), st.integers(1, 3), st.integers(1, 3))
    def test_renewing_as_it_ends_extends_by_the_cycles(
        self, number: int, cycles: int, more: int
    ) -> None:
        sat = MEETINGS_IN_ORDER[:number]
        cycles = min(cycles, number - 1)
        first = appointed_at(sat[0], cycles)
        again = appointed_at(sat[cycles], more)
        term = only(engine_with(held(*sat), first, again), "2026-01-01").term
        assert term.ends is not None
        assert term.ends.number == cycles + more
        assert term.known_by is EndKnown.RENEWED


def appointed_at(since: str, cycles: int) -> CoordinatorAppointed:
    """Appoint New Zealand at the close of one of the `MEETINGS` for some cycles."""
    day = MEETINGS[since][1]
    theme = Theme.CLEARANCE
    return happened(CoordinatorAppointed, day, "NZL", theme=theme, since=since, cycles=cycles)
