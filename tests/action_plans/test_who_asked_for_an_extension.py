"""Lausanne: whoever asks for more time under Article 4 is shown by the request itself."""

from __future__ import annotations

from ccm_engine.domain.events import ExtensionRequested
from tests.histories import engine_with, happened, owed


def test_the_last_request_made_while_the_plan_runs_is_its_ground() -> None:
    requests = [
        happened(ExtensionRequested, day, "LAO", article=4, months=12)
        for day in ("2021-06-01", "2021-12-01", "2022-02-01")
    ]
    duty = owed(engine_with(*requests), "LAO/LAP.extension-work-plans", "2022-03-01")
    told = [(each.conclusion, each.events) for each in duty.grounds]
    assert ("asked for an extension (2022-02-01)", ("LAO#5",)) in told
