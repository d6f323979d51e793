"""How states, days and duties are named on a page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

from ccm_engine.cli.page import Line, Tone
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.explanations import owner_of, standing_line
from ccm_engine.domain.obligations import Obligation, Standing, Timeliness
from ccm_engine.domain.states import ALL_STATES, StateCode

DIFFERS: Final = (
    "* would differ if days known in part counted from their first day; `ccm explain` says how"
)
_TONES: Final = {
    Standing.OVERDUE: Tone.BAD,
    Standing.OVERDUE_REQUEST_PENDING: Tone.BAD,
    Standing.UNDETERMINED: Tone.WARNING,
    Standing.DISCHARGED: Tone.GOOD,
    Standing.NOT_ENGAGED: Tone.QUIET,
    Standing.CEASED: Tone.QUIET,
    Standing.NOT_YET_BINDING: Tone.QUIET,
}


def named(state: str, on: date) -> str:
    """Name a state with its code: `Bulgaria (BGR)`."""
    return f"{ALL_STATES[StateCode(state)].name_on(on)} ({state})"


def all_named(states: Iterable[str], on: date) -> str:
    """Name several states, or say that there are none."""
    return ", ".join(named(each, on) for each in states) or "none"


def owner(obligation: Obligation, on: date) -> str:
    """Name who owes a duty, with the code."""
    return f"{owner_of(obligation, on)} ({obligation.state})"


def day(value: PartialDate | date | None, unknown: str = "") -> str:
    """Write a day as far as it is known."""
    return unknown if value is None else str(value)


def stands(obligation: Obligation) -> Line:
    """Say where a state stands, shortly; a star marks what days known in part would change."""
    star = "" if obligation.otherwise is None else " *"
    words = standing_line(attrs.evolve(obligation, otherwise=None))
    return Line(words + star, tone_of(obligation))


def tone_of(obligation: Obligation) -> Tone:
    """Return the tone of an obligation's standing."""
    if obligation.timeliness is Timeliness.LATE:
        return Tone.WARNING
    return _TONES.get(obligation.standing, Tone.PLAIN)


def starred(obligations: Iterable[Obligation]) -> list[Line]:
    """Return the line that explains the star, if one was shown."""
    shown = any(each.otherwise is not None for each in obligations)
    return [Line(DIFFERS, Tone.QUIET)] if shown else []
