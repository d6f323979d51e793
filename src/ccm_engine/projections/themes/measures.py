"""Laws and other measures: Article 9."""

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
    key="measures",
    title="National implementation measures",
    provisions=("9",),
    position=position,
    progress=progress,
)
