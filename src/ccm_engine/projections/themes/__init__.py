"""The themes of a review: what is counted under each, on a day and over a period.

One module a theme. `position` yields the figures of a day; `progress` those of a period, which
begins on the day after the first view's and ends with the second's.
"""

from __future__ import annotations

from typing import Final

from ccm_engine.projections.themes import (
    action_plans,
    clearance,
    compliance,
    cooperation,
    machinery,
    measures,
    stockpiles,
    transparency,
    universalization,
    victims,
)
from ccm_engine.projections.themes.theme import Theme

THEMES: Final[tuple[Theme, ...]] = (
    universalization.THEME,
    stockpiles.THEME,
    clearance.THEME,
    victims.THEME,
    cooperation.THEME,
    transparency.THEME,
    measures.THEME,
    compliance.THEME,
    machinery.THEME,
    action_plans.THEME,
)
"""In the order of a review document."""

__all__ = ["THEMES", "Theme"]
