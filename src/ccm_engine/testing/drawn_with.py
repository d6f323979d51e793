"""What is drawn with a history for a law: readings, places in the log, other orders, omissions."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from ccm_engine.domain.events import Event
from ccm_engine.domain.interpretations import PRACTICE, Interpretation
from ccm_engine.errors import RefusedEventError
from ccm_engine.testing.dates import LAST_EVENT, days
from ccm_engine.testing.drafts import OPENED, Chapter
from ccm_engine.testing.histories import History, Script, histories, recorded, scripted
from ccm_engine.testing.plots import Plot
from ccm_engine.testing.record_laws import Stop, admitted_otherwise

READINGS: Final = (PRACTICE, *(reading for _, reading in PRACTICE.alternatives()))
"""Practice, and each reading that differs from it in one choice."""


def readings(_history: History) -> st.SearchStrategy[Interpretation]:
    """Draw a reading: practice, or another in one choice."""
    return st.sampled_from(READINGS)


def cuts(history: History) -> st.SearchStrategy[int]:
    """Draw how many events of a history come first."""
    return st.integers(0, len(history.events))


def stops(history: History) -> st.SearchStrategy[list[Stop]]:
    """Draw when to ask an engine that follows, what, and by which reading."""
    asked = st.builds(Stop, cuts(history), days(OPENED, LAST_EVENT), st.sampled_from(READINGS))
    several = st.lists(asked, min_size=2, max_size=4)
    return several.map(lambda stops: sorted(stops, key=lambda each: each.position))


@st.composite
def reordered(draw: st.DrawFn, history: History) -> list[Event]:
    """Draw another order in which a log takes the same events."""
    moved = list(history.plain)
    places = st.integers(0, len(moved) - 1)
    for start, end in draw(st.lists(st.tuples(places, places), max_size=4)):
        moved.insert(end, moved.pop(start))
    return admitted_otherwise(moved) or list(history.plain)


@st.composite
def without(draw: st.DrawFn, history: History) -> tuple[int, ...]:
    """Draw an event to leave out, and with it those that no log takes without it."""
    left = [draw(st.integers(0, len(history.plain) - 1))]
    while True:
        rest = [index for index in range(len(history.plain)) if index not in left]
        try:
            recorded([history.plain[index] for index in rest])
        except RefusedEventError as error:
            left.append(rest[error.index or 0])
        else:
            return tuple(sorted(left))


def ordinary_or(telling: st.SearchStrategy[History]) -> st.SearchStrategy[History]:
    """Draw any history, or one in which what a law speaks of always happens."""
    return histories(about_the_record=False) | telling


def with_plot(
    plot: Plot, *, least_states: int = 1, in_two_parts: bool = False
) -> st.SearchStrategy[History]:
    """Draw a history in which a plot happens to the first state, perhaps with such a conference."""
    script = Script(plot=plot, in_two_parts=in_two_parts)
    return scripted(script, about_the_record=False, least_states=least_states)


def with_chapter(chapter: Chapter, *, least_states: int = 1) -> st.SearchStrategy[History]:
    """Draw a history in which the first state's life has a chapter for certain."""
    return with_plot(Plot(chapter, (chapter,)), least_states=least_states)


def told_of_all() -> st.SearchStrategy[History]:
    """Draw a history in which the record may be spoken of."""
    return histories()
