"""A figure is asked for by its key; an unknown one is refused with those that are near it."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine.domain.events import CoverageStated
from ccm_engine.errors import UnknownFigureError
from ccm_engine.projections.review import figure
from tests.histories import engine_with, happened

DUBROVNIK: Final = date(2015, 9, 11)
LAUSANNE: Final = date(2020, 9, 28)


class TestAnUnknownKey:
    @pytest.mark.parametrize(
        ("key", "near"),
        [
            (
                "universalization.parties",
                "universalization.signatories universalization.in_force universalization.committed",
            ),
            ("clearance.lbn", "clearance.completed clearance.cleared_m2 clearance.area_m2"),
            ("consented", "universalization.consented"),
            (
                "measures.clarifications_open",
                "measures.administrative measures.specific_law measures.under_consideration",
            ),
        ],
    )
    def test_is_refused_with_the_nearest_of_its_theme_or_of_all(self, key: str, near: str) -> None:
        with pytest.raises(UnknownFigureError) as refused:
            figure(key, engine_with().on(LAUSANNE).view())
        assert str(refused.value) == (
            f"find the figure '{key}' on 2020-09-28: there is none of that key; "
            f"did you mean {' or '.join(near.split())}?"
        )

    def test_that_is_near_none_is_refused_with_the_themes(self) -> None:
        with pytest.raises(UnknownFigureError) as refused:
            figure("zzz", engine_with().on(LAUSANNE).view())
        assert refused.value.remedy == (
            "keys begin with one of: universalization, stockpiles, clearance, victims, "
            "cooperation, transparency, measures, compliance, machinery, action_plans"
        )

    def test_may_be_one_of_a_period(self) -> None:
        before, after = (engine_with().on(day).view() for day in (DUBROVNIK, LAUSANNE))
        with pytest.raises(UnknownFigureError) as refused:
            figure("victims.initial_due", after, before)
        assert refused.value.remedy == (
            "did you mean victims.added or victims.states or victims.plan?"
        )


def test_what_is_missing_for_all_stands_before_what_is_missing_of_states_by_name() -> None:
    stated = [
        happened(CoverageStated, "2012-02-01", state, provision="7(1)", reaches=date(2011, 1, 1))
        for state in ("ZMB", "ALB", "NOR")
    ]
    of_all = happened(CoverageStated, "2012-01-01", provision="7(1)", reaches=date(2012, 1, 1))
    engine = engine_with(stated, of_all)
    review = engine.on(LAUSANNE).review(engine.on(DUBROVNIK))
    found = [(each.state, each.reaches) for each in review.missing if each.provision == "7(1)"]
    assert found == [
        (None, date(2012, 1, 1)),
        ("ALB", date(2011, 1, 1)),
        ("NOR", date(2011, 1, 1)),
        ("ZMB", date(2011, 1, 1)),
    ]
