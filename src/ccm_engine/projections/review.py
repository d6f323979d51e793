"""A review: every theme, over a period and at its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

import attrs

from ccm_engine.errors import UnknownFigureError
from ccm_engine.projections.counting import Figure
from ccm_engine.projections.coverage import Limit, coverage
from ccm_engine.projections.themes import THEMES, Theme
from ccm_engine.projections.view import View


@attrs.frozen
class Chapter:
    """One theme: what happened in the period, and where things stand at its end."""

    theme: Theme
    progress: tuple[Figure, ...]
    position: tuple[Figure, ...]


@attrs.frozen
class Review:
    """All themes from the day after `since` to `until`, that day included.

    `missing` are the limits of the record that a reader has to know: for which provisions its
    sources stop before `until`, or were not gathered at all.
    """

    since: date
    until: date
    chapters: tuple[Chapter, ...]
    missing: tuple[Limit, ...]

    def figures(self) -> Iterator[Figure]:
        """Yield every figure, in the order of the chapters; the position after the progress."""
        for chapter in self.chapters:
            yield from chapter.progress
            yield from chapter.position


def review(before: View, after: View) -> Review:
    """Review the period from the day after one view's to the other's."""
    chapters = tuple(
        Chapter(theme, tuple(theme.progress(before, after)), tuple(theme.position(after)))
        for theme in THEMES
    )
    missing = tuple(
        limit
        for limit in coverage(after.point).limits
        if limit.reaches is None or limit.reaches < after.as_of
    )
    return Review(before.as_of, after.as_of, chapters, missing)


def figure(key: str, after: View, before: View | None = None) -> Figure:
    """Return one figure by its key; those of a period need the view the period begins after.

    Raises `UnknownFigureError`, naming the nearest keys.
    """
    known = {each.key: each for each in _about(key, after, before)}
    if (found := known.get(key)) is not None:
        return found
    asked = f"find the figure {key!r} on {after.as_of}"
    near = get_close_matches(key, known, n=3, cutoff=0.5)
    themes = ", ".join(theme.key for theme in THEMES)
    remedy = f"did you mean {' or '.join(near)}?" if near else f"keys begin with one of: {themes}"
    raise UnknownFigureError(asked, "there is none of that key", remedy)


def _about(key: str, after: View, before: View | None) -> Iterator[Figure]:
    """Yield the figures of the theme that a key belongs to; of all, if it belongs to none."""
    wanted = [theme for theme in THEMES if key.startswith(f"{theme.key}.")]
    for theme in wanted or THEMES:
        if before is not None:
            yield from theme.progress(before, after)
        yield from theme.position(after)
