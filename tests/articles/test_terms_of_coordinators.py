"""How long a coordinator holds office, on the days that decide: INT-0022."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Event, Interpretation
from ccm_engine.domain.articles.mandate_terms import EndKnown, TermStanding
from ccm_engine.domain.events import CoordinatorAppointed, Theme
from ccm_engine.projections.mandates import Mandate, mandates
from tests.histories import called, engine_with, happened, held


def coordinator(since: str | None, day: str, until: str | None = None) -> CoordinatorAppointed:
    theme = Theme.CLEARANCE
    return happened(CoordinatorAppointed, day, "SWE", theme=theme, since=since, until=until)


def in_office(
    as_of: str, *events: Event | list[Event], term: str = "by-theme"
) -> tuple[Mandate, ...]:
    """Return the mandates of coordinators on a day, by a reading of terms."""
    reading = Interpretation.choosing({"coordinator_term": term})
    register = engine_with(*events).on(date.fromisoformat(as_of), reading=reading)
    found = mandates(register.view())
    return tuple(each for each in found if each.theme is not None)


class TestTermsOfOffice:
    """From the close of one meeting to the close of another: INT-0022."""

    @pytest.mark.parametrize("seen_on", ["2017-09-06", "2019-09-04"])
    def test_who_is_seen_on_the_first_or_the_last_day_holds_the_term(self, seen_on: str) -> None:
        (mandate,) = in_office(
            "2020-01-01",
            held("7MSP", "8MSP", "9MSP"),
            coordinator("7MSP", "2017-09-06"),
            coordinator(None, seen_on),
        )
        assert len(mandate.events) == 2

    @pytest.mark.parametrize(
        ("as_of", "standing"),
        [("2025-09-18", TermStanding.NOT_BEGUN), ("2025-09-19", TermStanding.UNDETERMINED)],
    )
    def test_while_nobody_says_that_a_meeting_was_held_the_term_may_have_begun(
        self, as_of: str, standing: TermStanding
    ) -> None:
        (mandate,) = in_office(
            as_of,
            held("12MSP"),
            called("13MSP", "2024-09-13"),
            coordinator("13MSP", "2025-09-01"),
        )
        assert mandate.standing is standing

    def test_a_term_may_end_at_the_meeting_at_which_it_begins(self) -> None:
        (mandate,) = in_office(
            "2020-01-01",
            held("7MSP", "8MSP"),
            coordinator("7MSP", "2017-09-06", until="7MSP"),
        )
        assert mandate.standing is TermStanding.ENDED
        assert mandate.term.ends is not None
        assert mandate.term.ends.meeting == "7MSP"

    def test_terms_follow_by_the_meetings_at_which_they_begin(self) -> None:
        """What is said of the later one was said first."""
        found = in_office(
            "2020-01-01",
            held("1RC", "6MSP", "7MSP", "8MSP", "9MSP"),
            coordinator("8MSP", "2018-09-05"),
            coordinator("1RC", "2019-01-01"),
        )
        begun = [each.term.since and each.term.since.meeting for each in found]
        assert begun == ["1RC", "8MSP"]

    def test_an_end_before_the_beginning_is_no_end(self) -> None:
        (mandate,) = in_office(
            "2020-01-01",
            held("6MSP", "7MSP", "8MSP"),
            coordinator("8MSP", "2018-09-05", until="6MSP"),
        )
        assert (mandate.term.ends, mandate.term.known_by) == (None, EndKnown.UNKNOWN)

    @pytest.mark.parametrize(
        ("term", "until", "known_by"),
        [
            ("stated-only", None, EndKnown.UNKNOWN),
            ("by-theme", "9MSP", EndKnown.STATED),
        ],
    )
    def test_both_appointments_prove_the_term_that_goes_on(
        self, term: str, until: str | None, known_by: EndKnown
    ) -> None:
        """The second states no end; by the usual term it ends as the first does."""
        (mandate,) = in_office(
            "2018-01-01",
            held("6MSP", "7MSP", "8MSP", "9MSP"),
            coordinator("6MSP", "2016-09-07", until="9MSP"),
            coordinator("7MSP", "2017-09-06"),
            term=term,
        )
        ends = mandate.term.ends and mandate.term.ends.meeting
        assert (ends, mandate.term.known_by) == (until, known_by)
        assert mandate.events == ("SWE#1", "SWE#2")
