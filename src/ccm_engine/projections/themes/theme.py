"""What a theme of a review is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from ccm_engine.projections.counting import Figure
from ccm_engine.projections.view import View


@attrs.frozen(kw_only=True)
class Theme:
    """One chapter of a review: its figures on a day, and over a period.

    `provisions` are those whose coverage says how far the chapter can be trusted; the keys of all
    its figures begin with `key` and a dot.
    """

    key: str
    title: str
    provisions: tuple[str, ...]
    position: Callable[[View], Iterator[Figure]]
    progress: Callable[[View, View], Iterator[Figure]]
