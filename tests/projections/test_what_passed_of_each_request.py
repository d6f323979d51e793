"""Of requests that are numbered each falls due on its own day, and no other day bears on it."""

from __future__ import annotations

from datetime import date

from ccm_engine.domain.events import ClarificationRequested
from tests.histories import engine_with, happened


def test_the_due_day_of_the_one_before_is_no_reason_for_the_next() -> None:
    """Article 8(2): each is to be answered in 28 days."""
    engine = engine_with(
        happened(ClarificationRequested, "2018-02-01", "SMR", request="1"),
        happened(ClarificationRequested, "2018-02-10", "SMR", request="2"),
    )
    after, before = (engine.on(date(2018, month, 15)) for month in (3, 2))
    changes = after.since(before, state="SMR", article=8).changes
    assert {each.obligation.id: each.reason.passed for each in changes} == {
        "SMR/8.2/1": "2018-03-01, its due day",
        "SMR/8.2/2": "2018-03-10, its due day",
    }
