"""`ccm mandates` and `ccm meetings`: who holds what until when, and what lies ahead."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from ccm_engine.cli.commands import mandates as page
from ccm_engine.domain.articles.meeting_cycles import Place
from ccm_engine.domain.events import (
    CoordinatorAppointed,
    Theme,
    UnitBudgetAdopted,
    UnitContributionMade,
)
from ccm_engine.engine import Engine
from tests.cli.calling import REVIEW, answered, ccm, refused
from tests.exporters.machinery_shapes import MANDATES, MEETINGS
from tests.exporters.shapes import ENVELOPE, mismatches
from tests.histories import called, deposits_to_thirty, happened, held

AFTER_THE_11MSP: Final = ("--as-of", "2023-09-14")


class TestMandates:
    """Whose mandates ended when the 11MSP closed, and other questions."""

    def test_who_ended_at_a_meeting(self) -> None:
        document = answered("mandates", "--ending", "11MSP", *AFTER_THE_11MSP)
        assert document["ending"]["closes_on"] == "2023-09-14"
        coordinated = {each["state"] for each in document["mandates"] if each["theme"]}
        assert coordinated == {"BGR", "CHL", "ESP", "GUY"}
        shown = ccm("mandates", "--ending", "11MSP", *AFTER_THE_11MSP).stdout.splitlines()
        assert shown[0] == "5 mandates ended at the 11MSP, 2023-09-14"
        assert any("clearance" in line and "Guyana (GUY)" in line for line in shown)

    def test_who_will_end_at_a_meeting_that_lies_ahead(self) -> None:
        shown = ccm("mandates", "--ending", "12MSP", "--as-of", "2023-10-01").stdout
        assert shown.startswith("3 mandates end at the 12MSP, 2024-09-13\n")

    def test_who_holds_what_and_what_ends_next(self) -> None:
        shown = ccm("mandates", "--as-of", REVIEW).stdout
        assert shown.startswith("12 offices on record on 2020-09-28\n")
        assert "Next meeting that decides: 2RC, 2020-11-27\n  end at it (7): Switzerland" in shown
        assert "10MSP, not called yet" in shown
        assert answered("mandates", "--as-of", REVIEW)["ending"] is None

    def test_one_theme_at_one_meeting(self) -> None:
        asked = ("--ending", "11MSP", "--theme", "clearance", *AFTER_THE_11MSP)
        (mandate,) = answered("mandates", *asked)["mandates"]
        assert (mandate["state"], mandate["known_by"]) == ("GUY", "usual-term")
        assert ccm("mandates", *asked).stdout.startswith("1 mandate ended at the 11MSP")

    def test_a_meeting_never_called_is_refused_with_those_that_were(self) -> None:
        line = refused("mandates", "--ending", "14MSP", *AFTER_THE_11MSP)
        assert "'14MSP'" in line
        assert line.endswith("9MSP, 2RC, 10MSP, 11MSP, 12MSP")

    def test_what_the_record_does_not_tell_is_said(self) -> None:
        shown = ccm("mandates", "--as-of", "2026-10-01").stdout
        assert (
            "the record does not tell whether they are over (3): Lao PDR (LAO), president" in shown
        )
        assert "Italy (ITA), coordinator, clearance" in shown

    @pytest.mark.parametrize(
        ("place", "words"),
        [
            (Place(15, "3RC"), "3RC, last day not known"),
            (Place(16, None, after="3RC", ahead=1), "the first meeting after the 3RC"),
            (Place(17, None, after="3RC", ahead=2), "the second meeting after the 3RC"),
            (Place(19, None, after="3RC", ahead=4), "the 4th meeting after the 3RC"),
            (Place(0, None, ahead=1), "the first meeting"),
            (Place(None, "15MSP"), "15MSP, not called yet"),
            (Place(None, None), "not known"),
        ],
    )
    def test_a_meeting_not_called_is_named_by_the_one_before_it(
        self, place: Place, words: str
    ) -> None:
        assert page.in_words(place) == words


class TestMeetings:
    """The next that decides stands first."""

    def test_the_next_meeting_stands_first_with_what_lies_before_it(self) -> None:
        shown = ccm("meetings", "--as-of", REVIEW).stdout.splitlines()
        assert shown[0] == "Next meeting that decides: 2RC, 2020-11-27"
        assert shown[2].startswith("  requests for extension (5): ")
        assert "CCM/7MSP.isu-financial-procedures" in shown[3]
        assert "Switzerland (CHE), president, 2RC" in shown[4]

    def test_a_conference_held_in_part_is_still_the_next(self) -> None:
        document = answered("meetings", "--as-of", "2021-01-01", "--kind", "review-conference")
        assert document["next_meeting"]["meeting"] == "2RC"
        assert [each["meeting"] for each in document["meetings"]] == ["1RC", "2RC"]
        assert document["meetings"][1]["standing"] == "held-in-part"
        assert document["meetings"][1]["closes_on"] is None

    def test_amounts_have_a_currency_and_two_decimals(self) -> None:
        unit = answered("meetings", "--as-of", REVIEW)["unit"]
        assert (unit["reserve"]["amount"], unit["reserve"]["currency"]) == ("400000.00", "CHF")
        shown = ccm("meetings", "--as-of", REVIEW).stdout
        assert "reserve: CHF 400,000.00" in shown
        assert "CHF 52,800.00 a year, 17 delegates of 16 states a meeting" in shown

    def test_of_an_empty_day_it_says_so(self) -> None:
        shown = ccm("meetings", "--as-of", "2008-06-01").stdout
        assert shown.startswith("Next meeting that decides: the first meeting\n")
        assert "nothing on record" in shown


class TestALogOfOnesOwn:
    """What a secretariat records, the public record lacks."""

    @pytest.fixture
    def log(self, tmp_path: Path) -> str:
        path = tmp_path / "own.db"
        theme = Theme.TRANSPARENCY
        events = [
            *deposits_to_thirty(),
            *held("12MSP"),
            happened(CoordinatorAppointed, "2024-09-13", "IRQ", theme=theme, since="12MSP"),
            called("13MSP", "2024-09-14"),
            happened(UnitBudgetAdopted, "2024-09-13", year=2025, amount_cents=47_012_345),
            happened(UnitContributionMade, "2025-02-01", "NOR", year=2025, amount_cents=100_050),
            happened(UnitContributionMade, "2025-03-01", "DEU", year=2025),
        ]
        with Engine.open(path, create=True) as engine:
            engine.record(events)
        return str(path)

    def test_a_usual_term_ends_at_the_next_meeting(self, log: str) -> None:
        shown = ccm("mandates", "--log", log, "--as-of", "2025-01-01").stdout
        assert "usual term" in shown
        assert "end at it (1): Iraq (IRQ), coordinator, transparency" in shown

    def test_a_year_of_the_unit(self, log: str) -> None:
        shown = ccm("meetings", "--log", log, "--as-of", "2025-06-01").stdout
        assert "2025: budget CHF 470,123.45; contributions of 2 states on record: " in shown
        assert "on record: at least CHF 1,000.50" in shown
        (year,) = answered("meetings", "--log", log, "--as-of", "2025-06-01")["unit"]["years"]
        assert year["contributions"]["DEU"][0]["amount"] is None


@pytest.mark.parametrize("as_of", ["2008-06-01", REVIEW, "2021-01-01", "2026-10-01"])
class TestTheDocuments:
    """Their shapes hold whatever the day."""

    def test_mandates(self, as_of: str) -> None:
        document = answered("mandates", "--as-of", as_of)
        assert list(mismatches(document, {**ENVELOPE, **MANDATES})) == []

    def test_meetings(self, as_of: str) -> None:
        document = answered("meetings", "--as-of", as_of)
        assert list(mismatches(document, {**ENVELOPE, **MEETINGS})) == []
