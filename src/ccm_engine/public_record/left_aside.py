"""Name the kinds of claims that become no event, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

REASONS: Final[Mapping[str, str]] = {
    "action-plan-planned": "a plan for later; nothing that happened",
}
"""By kind of claim."""

OTHER_MEETING: Final = "a meeting that Articles 11 and 12 do not know"
"""The reason for a claim about another meeting."""
