"""An amendment that may not have been proposed yet may be in force for who may have accepted it."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Interpretation
from ccm_engine.domain.events import AmendmentAdopted, AmendmentProposed, CoverageStated
from ccm_engine.projections.counting import StateCount
from ccm_engine.projections.themes import compliance
from tests.histories import FIRST_THIRTY, engine_with, happened

THIRTY: Final = set(" ".join(FIRST_THIRTY.values()).split())
FIRST_DAY: Final = Interpretation.choosing({"partial_dates": "first-day"})


@pytest.mark.parametrize("counted_from", ["first-day", "last-day"])
def test_of_whom_it_is_in_force_is_unknown_where_the_record_of_acceptances_ends_before(
    counted_from: str,
) -> None:
    """Article 13(5): proposed in 2012, on a day that nobody wrote down."""
    engine = engine_with(
        happened(AmendmentProposed, "2012", proposed_by="SMR", amendment="annex"),
        happened(AmendmentAdopted, "2012-09-14", amendment="annex"),
        [
            happened(CoverageStated, "2020-10-01", provision=provision, reaches=reaches)
            for provision, reaches in (("13.1", date(2020, 9, 28)), ("13.5", date(2012, 3, 1)))
        ],
    )
    reading = Interpretation.choosing({"partial_dates": counted_from})
    view = engine.on(date(2012, 10, 1), reading=reading).view()
    (found,) = [
        each for each in compliance.position(view) if each.key == "compliance.amendments_in_force"
    ]
    assert isinstance(found, StateCount)
    assert (list(found.states), set(found.unknown)) == ([], THIRTY)
