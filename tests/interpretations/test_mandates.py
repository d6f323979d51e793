"""Choices about offices: INT-0022."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import Engine, Interpretation
from ccm_engine.domain.articles.mandate_terms import EndKnown, TermStanding
from ccm_engine.domain.events import CoordinatorAppointed, Theme
from ccm_engine.domain.interpretations import CoordinatorTerm
from ccm_engine.projections.mandates import Mandate, mandates
from tests.histories import engine_with, happened, held
from tests.interpretations.readings import by


class TestACoordinatorHoldsOfficeForItsUsualTerm:
    """Guyana on clearance, from the Second Review Conference, as if no source said how long."""

    MEETINGS: Final = ("2RC", "10MSP", "11MSP")

    def mandate(self, reading: Interpretation, *, cycles: int | None = None) -> Mandate:
        appointed = happened(
            CoordinatorAppointed,
            "2020-11-27",
            "GUY",
            theme=Theme.CLEARANCE,
            since="2RC",
            cycles=cycles,
        )
        engine: Engine = engine_with(held(*self.MEETINGS), appointed)
        (found,) = mandates(engine.on(date(2023, 9, 14), reading=reading).view())
        return found

    @by(CoordinatorTerm.BY_THEME)
    def test_it_ends_after_two_cycles(self, reading: Interpretation) -> None:
        mandate = self.mandate(reading)
        assert mandate.term.ends is not None
        assert mandate.term.ends.meeting == "11MSP"
        assert mandate.term.known_by is EndKnown.USUAL_TERM
        assert mandate.standing is TermStanding.ENDED

    @by(CoordinatorTerm.STATED_ONLY)
    def test_its_end_would_be_unknown(self, reading: Interpretation) -> None:
        mandate = self.mandate(reading)
        assert mandate.term.ends is None
        assert mandate.term.known_by is EndKnown.UNKNOWN
        assert mandate.standing is TermStanding.UNDETERMINED
        stated = self.mandate(reading, cycles=1)
        assert stated.term.ends is not None
        assert stated.term.ends.meeting == "10MSP"
        assert stated.term.known_by is EndKnown.STATED


class TestTheLastWordOnAnEndCounts:
    """A coordinator that gives its office up is out, by either reading."""

    @by(CoordinatorTerm.STATED_ONLY)
    def test_an_earlier_end_said_later_goes_before(self, reading: Interpretation) -> None:
        told = (("2022-09-02", "12MSP"), ("2023-01-15", "11MSP"))
        appointed = (
            happened(
                CoordinatorAppointed, day, "GUY", theme=Theme.CLEARANCE, since="10MSP", until=until
            )
            for day, until in told
        )
        engine = engine_with(held("10MSP", "11MSP", "12MSP"), appointed)
        (found,) = mandates(engine.on(date(2024, 12, 1), reading=reading).view())
        assert found.term.ends is not None
        assert found.term.ends.meeting == "11MSP"
