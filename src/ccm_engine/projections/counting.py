"""Numbers that lead back to what they count: each has a key, its states, and their events.

A review document is made of these, and so is the check of what documents say. What the record
cannot tell is counted apart: a number with `unknown` states is a lower bound, "at least 11".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from ccm_engine.domain.provisions import Cited

Events = tuple[str, ...]
"""Identifiers of the events that prove something, as in `BGR#7`."""

NOBODY: Final[Mapping[str, Events]] = {}
_PER_CENT: Final = 100


@attrs.frozen
class Clause:
    """What follows a number in a sentence, for one and for several; no full stop.

    "State Party has declared stocks" and "States Parties have declared stocks". `heading` is what
    stands over the number in a table, where the key says it badly.
    """

    one: str
    many: str
    heading: str | None = None


@attrs.frozen(kw_only=True)
class StateCount:
    """States counted by name.

    `states` are those counted, by code, each with the events that prove it; `unknown` those that
    may belong to them and for which the record cannot tell, each with the events that leave it
    open. Both are in the order of codes.
    """

    key: str
    clause: Clause
    states: Mapping[str, Events]
    unknown: Mapping[str, Events] = NOBODY
    provision: Cited | None = None

    @property
    def value(self) -> int:
        """How many are counted for certain."""
        return len(self.states)

    @property
    def exact(self) -> bool:
        """Whether the record can tell for every state."""
        return not self.unknown


@attrs.frozen
class Part:
    """One state's part of a quantity, `None` where it is unknown, with its events.

    `exact` tells whether it is so much, or at least so much.
    """

    amount: int | None
    events: Events
    exact: bool = attrs.field(default=True, kw_only=True)


@attrs.frozen(kw_only=True)
class Quantity:
    """A sum over states in one unit, last in its key (`…_munitions`, `…_m2`); parts by code."""

    key: str
    clause: Clause
    unit: str
    parts: Mapping[str, Part]
    provision: Cited | None = None

    @property
    def value(self) -> int | None:
        """The sum of what is known; `None` where nothing is."""
        known = [part.amount for part in self.parts.values() if part.amount is not None]
        return sum(known) if known else None

    @property
    def exact(self) -> bool:
        """Whether every part is known, and known exactly."""
        parts = self.parts.values()
        return bool(parts) and all(part.amount is not None and part.exact for part in parts)


@attrs.frozen(kw_only=True)
class StatedNumber:
    """A number that a document gives without names, or of events, by the events that say so.

    `value` is `None` where no document gives one. `in_all` tells whether it is so many, or at
    least so many.
    """

    key: str
    clause: Clause
    value: int | None
    events: Events
    provision: Cited | None = None
    in_all: bool = True

    @property
    def exact(self) -> bool:
        """A document's number is as exact as the document; none is unknown."""
        return self.value is not None and self.in_all


@attrs.frozen(kw_only=True)
class Share:
    """A part of a whole in per cent, rounded half up; `value` is `None` of an empty whole."""

    key: str
    clause: Clause
    part: StateCount
    whole: StateCount
    provision: Cited | None = None

    @property
    def value(self) -> int | None:
        """The per cent, from what is known for certain."""
        if not self.whole.value:
            return None
        return (_PER_CENT * self.part.value + self.whole.value // 2) // self.whole.value

    @property
    def exact(self) -> bool:
        """Whether both are exact."""
        return self.part.exact and self.whole.exact


Figure = StateCount | Quantity | StatedNumber | Share
"""One number of a review document."""


def by_state(found: Iterable[tuple[str, Events]]) -> Mapping[str, Events]:
    """Return states with their events in the order of codes; a state's events are put together."""
    together: dict[str, dict[str, None]] = {}
    for state, events in found:
        together.setdefault(state, {}).update(dict.fromkeys(events))
    return {state: tuple(together[state]) for state in sorted(together)}
