"""A notice of withdrawal takes nothing from what was on record of how a state was bound."""

from __future__ import annotations

from datetime import date

from ccm_engine.domain.events import ProvisionalApplicationDeclared, WithdrawalNotified
from tests.histories import engine_with, happened, joined, on


def test_who_applied_it_provisionally_did_so_though_it_left() -> None:
    """Article 18: Lithuania would have applied Article 1 from its signature."""
    engine = engine_with(
        joined("LTU", "2011-03-24"),
        happened(ProvisionalApplicationDeclared, "2010-03-24", "LTU"),
        happened(WithdrawalNotified, "2024-09-06", "LTU"),
    )
    binding = engine.on(date(2026, 1, 1)).state("LTU").binding
    assert binding.ceased_on == date(2025, 3, 6)
    assert binding.provisional_from == on("2010-03-24")
