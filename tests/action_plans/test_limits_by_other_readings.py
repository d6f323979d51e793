"""Vientiane: months after entry into force, where another day was notified: INT-0009, 0011."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Interpretation
from ccm_engine.domain.events import EntryIntoForceNotified
from tests.histories import engine_with, happened, joined, owed


@pytest.mark.parametrize(
    ("month_end", "due"), [("clamp", "2012-02-29"), ("roll-over", "2012-03-01")]
)
def test_six_months_end_on_a_day_that_february_lacks_as_the_reading_has_it(
    month_end: str, due: str
) -> None:
    """Lithuania, had the depositary notified the last day of August 2011."""
    notified = date(2011, 8, 31)
    engine = engine_with(
        joined("LTU", "2011-03-24"),
        happened(EntryIntoForceNotified, "2011-04-01", "LTU", in_force_on=notified),
    )
    reading = Interpretation.choosing({"entry_into_force_day": "notified", "month_end": month_end})
    duty = owed(engine, "LTU/VAP.21", "2012-01-01", reading)
    assert str(duty.due) == due
    assert f"due {due}: 6 months after entry into force" in [g.conclusion for g in duty.grounds]
