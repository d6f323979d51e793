"""Strategies for what no log takes: events that contradict the Convention or the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Final

from hypothesis import strategies as st

from ccm_engine.domain.events import Event, VictimsReported
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.histories import FOUNDERS, History, histories
from ccm_engine.testing.reckoning import deposit_days, sixth_month, thirtieth
from ccm_engine.testing.refusals import BOUND, Unlawful, Where
from ccm_engine.testing.refusals_of_all import OF_ALL
from ccm_engine.testing.refusals_of_states import OF_STATES

STRANGER: Final = FOUNDERS[-1]
"""A state that no history says anything of, nor any refusal."""

WELCOME: Final = happened(VictimsReported, date(2046, 1, 1), state=STRANGER)
"""An event that any log takes."""

_STRANGERS: Final = FOUNDERS[31:-1]
"""States that no history says anything of; refusals are about two of them."""


def refusals(state: str = _STRANGERS[0], other: str = _STRANGERS[1]) -> Sequence[Unlawful]:
    """Return everything that must be refused, about a state and another, in the treaty's order."""
    return list(chain.from_iterable(tell(state, other) for tell in (*OF_STATES, *OF_ALL)))


REFUSALS: Final = tuple(each.name for each in refusals())
"""The names of all that must be refused."""

_AT_ONCE: Final = tuple(each.name for each in refusals() if not each.before)


@st.composite
def unlawful(draw: st.DrawFn, history: History, *names: str) -> Unlawful:
    """Draw what a log with this history refuses; of these names, or of any."""
    state, other = draw(st.lists(st.sampled_from(_STRANGERS), min_size=2, max_size=2, unique=True))
    possible = (Where.ANYWHERE, Where.IN_FORCE) if _in_force(history) else (Where.ANYWHERE,)
    fits = [
        each
        for each in refusals(state, other)
        if each.where in possible and (not names or each.name in names)
    ]
    return draw(st.sampled_from(fits))


@st.composite
def unlawful_histories(draw: st.DrawFn, *names: str) -> tuple[History, Unlawful]:
    """Draw a lawful history in force, and what a log with it refuses; of these names, or of any."""
    history = draw(histories(about_the_record=False).filter(_in_force))
    return history, draw(unlawful(history, *names))


def intruders(history: History) -> st.SearchStrategy[Event]:
    """Draw an event that a log with this history refuses, with nothing recorded before it."""
    return unlawful(history, *_AT_ONCE).map(lambda each: each.event)


def _in_force(history: History) -> bool:
    """Tell whether who joined in January 2022 is bound in July, whatever is said of the record."""
    perhaps_retracted = len(history.events) - history.settled
    day = thirtieth(sorted(deposit_days(history.plain))[perhaps_retracted:])
    return day is not None and sixth_month(day) <= BOUND
