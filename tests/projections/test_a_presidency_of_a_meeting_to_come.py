"""Who presides over a meeting that is not called yet holds the office until that meeting."""

from __future__ import annotations

from datetime import date

from ccm_engine.domain.events import PresidentDesignated
from ccm_engine.projections.mandates import ends_at, mandates
from tests.histories import engine_with, happened, held


def test_it_ends_at_the_meeting_that_the_designation_names() -> None:
    designated = happened(PresidentDesignated, "2023-09-14", "MEX", meeting="12MSP")
    engine = engine_with(held("10MSP", "11MSP"), designated)
    (found,) = mandates(engine.on(date(2023, 10, 1)).view())
    assert (found.meeting, ends_at(found)) == ("12MSP", "12MSP")
    assert found.term.ends is not None
    assert found.term.ends.number is None
