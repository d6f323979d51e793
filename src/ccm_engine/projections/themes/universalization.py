"""Who joined, who signed only, how states not party vote: Articles 16 to 18, 20 and 21."""

from __future__ import annotations

from collections.abc import Iterator

from ccm_engine.projections.counting import Figure
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View


def position(_view: View) -> Iterator[Figure]:
    """Yield the figures of a day."""
    yield from ()


def progress(_before: View, _after: View) -> Iterator[Figure]:
    """Yield the figures of a period."""
    yield from ()


THEME = Theme(
    key="universalization",
    title="Universalization",
    provisions=("16(1)", "21(1)"),
    position=position,
    progress=progress,
)
