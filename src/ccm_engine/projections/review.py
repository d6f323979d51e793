"""A review: every theme, over a period and at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

import attrs

from ccm_engine.domain.events import CONVENTION, CoverageStated, Entry
from ccm_engine.domain.provisions import ARTICLE_TITLES, Provision, legal_form
from ccm_engine.errors import UnknownFigureError, UnknownProvisionError
from ccm_engine.projections.counting import Figure
from ccm_engine.projections.themes import THEMES, Theme
from ccm_engine.projections.view import View

_AFTER_THE_TREATY: Final = 1 + max(ARTICLE_TITLES)


@attrs.frozen
class Chapter:
    """One theme: what happened in the period, and where things stand at its end."""

    theme: Theme
    progress: tuple[Figure, ...]
    position: tuple[Figure, ...]


@attrs.frozen
class Gap:
    """A provision, as a lawyer writes it, of which the record does not tell all by the end.

    `state` is `None` where it holds for every State Party of which nothing is stated by name.
    `reaches` is the day its sources stop at, `None` where they were gathered in part only, or where
    the log does not say how far they reach: then no `event` says so either.
    """

    provision: str
    state: str | None
    reaches: date | None
    event: str | None


@attrs.frozen
class Review:
    """All themes from the day after `since` to `until`, that day included.

    `missing` are the gaps of the record, in the order of the treaty; what holds for all stands
    before what is stated of States Parties by name. `statements` counts what the log says about
    its own reach: none, and it is taken as complete.
    """

    since: date
    until: date
    chapters: tuple[Chapter, ...]
    missing: tuple[Gap, ...]
    statements: int

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
    stated = {stream: _stated(after, stream) for stream in (CONVENTION, *after.parties)}
    count = sum(map(len, stated.values()))
    gaps = sorted(_gaps(stated, after.as_of), key=_in_order) if count else ()
    return Review(before.as_of, after.as_of, chapters, tuple(gaps), count)


def _stated(view: View, stream: str) -> Mapping[str, Entry[CoverageStated]]:
    """Return what a stream says about the record's reach, by provision; the last word counts."""
    entries = view.point.dossier(stream).all(CoverageStated)
    return {legal_form(entry.event.provision): entry for entry in entries}


def _gaps(stated: Mapping[str, Mapping[str, Entry[CoverageStated]]], until: date) -> Iterator[Gap]:
    by_name = [of_state for stream, of_state in stated.items() if stream != CONVENTION]
    asked = {legal_form(each) for theme in THEMES for each in theme.provisions}
    for provision in asked - stated[CONVENTION].keys():
        if not by_name or any(provision not in of_state for of_state in by_name):
            yield Gap(provision, None, None, None)
    for stream, of_stream in stated.items():
        for provision, entry in of_stream.items():
            reaches, since = entry.event.reaches, entry.event.since
            begun = since is None or since <= until
            if not begun or reaches is None or reaches < until:
                state = None if stream == CONVENTION else stream
                yield Gap(provision, state, reaches if begun else None, entry.id)


def _in_order(gap: Gap) -> tuple[tuple[int, int, str], str]:
    return place(gap.provision), gap.state or ""


@lru_cache(maxsize=512)
def place(provision: str) -> tuple[int, int, str]:
    """Return where a provision stands in the treaty; after it, what is none of the Convention's."""
    try:
        return Provision.parse(provision).place
    except UnknownProvisionError:
        return _AFTER_THE_TREATY, 0, provision


def figure(key: str, after: View, before: View | None = None) -> Figure:
    """Return one figure by its key; those of a period need the view the period begins after.

    Raises `UnknownFigureError`, naming the nearest keys.
    """
    known = {each.key: each for each in _about(key, after, before)}
    if (found := known.get(key)) is not None:
        return found
    asked = f"find the figure {key!r} on {after.as_of}"
    near = get_close_matches(key, known, cutoff=0.5)
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
