"""What a state owes may hang on a day known in part that is not its own: INT-0012."""

from __future__ import annotations

from datetime import date

import attrs

from ccm_engine import Interpretation, Standing
from ccm_engine.domain.events import StockpileDeclared, StockpileDestructionCompleted, UseReported
from tests.histories import (
    called,
    deposits_to_thirty,
    engine_with,
    happened,
    held,
    joined,
    on,
    owed,
)


def test_a_commitment_on_the_day_a_meeting_was_called() -> None:
    """DAP 2.4: completion is announced at the next meeting, of which perhaps nobody knew."""
    vague = attrs.evolve(called("6MSP", "2016-01-01"), occurred_on=on("2016-01-01/2016-06-30"))
    engine = engine_with(
        joined("BGR", "2011-04-06"),
        happened(StockpileDeclared, "2012-01-01", "BGR", munitions=7),
        happened(StockpileDestructionCompleted, "2015-10-01", "BGR"),
        held("1RC"),
        vague,
    )
    point = engine.on(date(2016, 4, 1)).point
    (found,) = (each for each in point.commitments("BGR") if each.id == "BGR/DAP.2.4")
    assert found.due is None
    assert found.otherwise is not None
    assert str(found.otherwise.due) == "2016-09-05"


def test_the_help_of_who_used_cluster_munitions_on_the_day_the_other_state_was_bound() -> None:
    """Article 4(4): Lithuania's instrument is of March or of April."""
    engine = engine_with(
        joined("LTU", "2011-03-24/2011-04-10"),
        happened(UseReported, "2006-08-01", "NOR", on_territory_of=("LTU",)),
    )
    found = owed(engine, "NOR/4.4/LTU", "2011-09-15")
    assert found.standing is Standing.NOT_YET_BINDING
    assert found.otherwise is not None
    assert found.otherwise.standing is Standing.CONTINUING


def test_every_deadline_on_an_instrument_of_perhaps_the_day_of_the_thirtieth() -> None:
    """Articles 3(2) and 17(1): Moldova's is the thirtieth if Benin's was deposited by its day."""
    others = [each for each in deposits_to_thirty() if each.stream != "BFA"]
    engine = engine_with(others, joined("BEN", "2010-02-16/2010-03-01"), in_force=False)
    first = Interpretation.choosing({"partial_dates": "first-day"})
    found = owed(engine, "NOR/3.2", "2011-01-01", first)
    assert str(found.due) == "2018-08-01"
    assert found.otherwise is not None
    assert str(found.otherwise.due) == "2018-09-01"
