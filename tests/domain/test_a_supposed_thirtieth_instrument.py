"""Article 17(1): the thirtieth instrument, had it been deposited, by either way of counting."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Interpretation, Overlay, Standing
from tests.histories import deposits_to_thirty, engine_with


@pytest.mark.parametrize("counted", ["all-sources", "sources-asked"])
def test_brings_the_convention_into_force(counted: str) -> None:
    """Ireland, had Moldova deposited with the others by February 2010: INT-0020."""
    *recorded, last = deposits_to_thirty()
    reading = Interpretation.choosing({"thirtieth_deposit": counted})
    register = engine_with(recorded, in_force=False).on(date(2010, 8, 1), reading=reading)
    before = register.obligation("IRL/1.1").standing
    changes = register.supposing(Overlay.of([last])).differences.changes
    after = {each.obligation.id: each.after for each in changes}["IRL/1.1"]
    assert after is not None
    assert (before, after.standing) == (Standing.NOT_YET_BINDING, Standing.CONTINUING)
