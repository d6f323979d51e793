"""Know the states by code, by name, and by the name in use on a day.

The 193 members of the United Nations, and the four others that join treaties deposited with its
Secretary-General: the Holy See, the State of Palestine, the Cook Islands and Niue. The lists are in
`state_table`; here is how they are read. Who is bound by the Convention is not said here.
"""

from __future__ import annotations

from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum, unique
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NewType
from unicodedata import combining, normalize

import attrs

from ccm_engine.domain import state_table
from ccm_engine.errors import InvalidDateError, OutsideModelError, UnknownStateError

if TYPE_CHECKING:
    from collections.abc import Mapping

StateCode = NewType("StateCode", str)
"""An ISO 3166-1 alpha-3 code in capitals, known to be a state's: made by `code` and `state`."""

_ADOPTED_ON: Final = date(2008, 5, 30)  # the Convention, at Dublin; no name is dated before
_SUGGESTIONS: Final = 3


@unique
class RegionalGroup(Enum):
    """Name the group a state is elected with in the United Nations; the values are stable.

    `NONE` is for states that no group counts: see `state_table.GROUPS` for the five special cases.
    """

    AFRICA = "africa"
    ASIA_PACIFIC = "asia-pacific"
    EASTERN_EUROPE = "eastern-europe"
    LATIN_AMERICA_CARIBBEAN = "latin-america-caribbean"
    WESTERN_EUROPE_OTHERS = "western-europe-others"
    NONE = "none"


@attrs.frozen
class FormerName:
    """Keep a name a state no longer uses.

    `until` is the first day of the name that followed; `None` if before the Convention was adopted.
    """

    name: str
    until: date | None


@attrs.frozen(kw_only=True)
class State:
    """Describe one state: what it is called, was called, and which group it is elected with.

    `former_names` are oldest first. `other_names` are accepted when asked for, and never shown.
    """

    code: StateCode
    name: str
    group: RegionalGroup
    former_names: tuple[FormerName, ...] = ()
    other_names: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """List every name the state is found by: present, former, other."""
        return (self.name, *(former.name for former in self.former_names), *self.other_names)

    def name_on(self, day: date) -> str:
        """Say which name was in use on the day; a new name counts from its first day on.

        Raises `OutsideModelError` for a day before the Convention was adopted, 30 May 2008.
        """
        if isinstance(day, datetime):
            raise InvalidDateError(
                f"name {self.code} on {day.isoformat()}",
                "a moment is not a day",
                "give the date alone",
            )
        if day < _ADOPTED_ON:
            raise OutsideModelError(
                f"name {self.code} on {day.isoformat()}",
                "the Convention was not yet adopted, and earlier names are not kept by day",
                f"ask for {_ADOPTED_ON.isoformat()} or later",
            )
        for former in self.former_names:
            if former.until is not None and day < former.until:
                return former.name
        return self.name


def _read_table() -> Mapping[StateCode, State]:
    """Put the lists together, one state per code, in the order of the names."""
    groups = {
        code: RegionalGroup(slug)
        for slug, codes in state_table.GROUPS.items()
        for code in codes.split()
    }
    former_names = state_table.FORMER_NAMES
    return MappingProxyType(
        {
            StateCode(code): State(
                code=StateCode(code),
                name=name,
                group=groups[code],
                former_names=tuple(FormerName(*former) for former in former_names.get(code, ())),
                other_names=state_table.OTHER_NAMES.get(code, ()),
            )
            for code, name in state_table.NAMES.items()
        }
    )


ALL_STATES: Final[Mapping[StateCode, State]] = _read_table()
"""Every state there is to know, by code, in the order of the names (diacritics ignored)."""


def state(code_or_name: str) -> State:
    """Find a state by its code or by any name it has or had.

    Case, diacritics, punctuation, spaces and the word "the" do not matter; "St" is "Saint".
    Raises `UnknownStateError`, naming the nearest states, or all that share an ambiguous name.
    """
    codes = _codes_by_name().get(_plain(code_or_name), ())
    match codes:
        case (only,):
            return ALL_STATES[only]
        case ():
            obstacle = "no state has that code or name"
        case _:
            obstacle = "more than one state is called so"
    raise UnknownStateError(f"find the state {code_or_name!r}", obstacle, _suggestion(code_or_name))


def code(text: str) -> StateCode:
    """Accept a state's code exactly as stored: three capitals, and a state there is.

    Raises `UnknownStateError`, naming the nearest states.
    """
    known = StateCode(text)
    if known in ALL_STATES:
        return known
    raise UnknownStateError(
        f"read the state code {text!r}",
        "no state has that ISO 3166-1 alpha-3 code, written in capitals",
        _suggestion(text),
    )


def _plain(text: str) -> str:
    """Reduce a spelling to the letters that tell one state from another."""
    letters = (c for c in normalize("NFKD", text).casefold() if not combining(c))
    words = "".join(c if c.isalnum() else " and " if c == "&" else " " for c in letters).split()
    return "".join("saint" if word == "st" else word for word in words if word != "the")


@cache
def _codes_by_name() -> Mapping[str, tuple[StateCode, ...]]:
    """Index every code and name, spelled plainly; built at the first question, not at import."""
    index: dict[str, tuple[StateCode, ...]] = {
        _plain(spelling): (known.code,)
        for known in ALL_STATES.values()
        for spelling in (known.code, *known.all_names)
    }
    for name, codes in state_table.SHARED_NAMES.items():
        index[_plain(name)] = tuple(StateCode(each) for each in codes)
    return index


def _suggestion(text: str) -> str:
    """Ask whether one of the nearest states was meant; best first, at most three."""
    index = _codes_by_name()
    plain = _plain(text)
    # One state may be near by several of its names, so look further than three names.
    near = [plain] if plain in index else get_close_matches(plain, index, n=4 * _SUGGESTIONS)
    codes = dict.fromkeys(each for spelling in near for each in index[spelling])
    named = [f"{ALL_STATES[each].name} ({each})" for each in codes][:_SUGGESTIONS]
    if not named:
        return "give an ISO 3166-1 alpha-3 code such as BGR, or a name such as Bulgaria"
    *others, last = named
    return f"did you mean {', '.join(others)} or {last}?" if others else f"did you mean {last}?"
