"""What every event has, and an event with its place in the log.

An event is a fact somebody can prove: past tense, immutable, sourced. `TYPE` is its stored name
with a version; no rename in Python can touch it, and a released class is never edited: a change
of shape is a new version and an upcaster.

Equality, hash and text form are written once here, and annotations of events are real types:
attrs would generate each of them for each of the classes at every start of the program.
"""

from typing import ClassVar, Final, Generic, TypeVar

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events.fields import citations as some_citations
from ccm_engine.domain.events.fields import optional_words, partial_date, state_code
from ccm_engine.domain.sources import Citation
from ccm_engine.domain.states import StateCode

CONVENTION: Final = "CCM"
"""The stream of what concerns all states: meetings, decisions, action plans."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Event:
    """Something that happened, on a day known as far as `occurred_on` says, by these sources."""

    TYPE: ClassVar[str]

    occurred_on: PartialDate = attrs.field(validator=partial_date)
    citations: tuple[Citation, ...] = attrs.field(validator=some_citations)
    note: str | None = attrs.field(default=None, validator=optional_words)

    @property
    def stream(self) -> str:
        """Whose history it belongs to: a state's code, or `CCM`."""
        return CONVENTION

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, field.name) for field in attrs.fields(type(self)))

    def __eq__(self, other: object) -> bool:
        """Two events are equal if they are of one class and say the same."""
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        """Equal events have equal hashes."""
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        """Show what is known, by name."""
        known = [
            f"{field.name}={value!r}"
            for field in attrs.fields(type(self))
            if (value := getattr(self, field.name)) is not None
        ]
        return f"{type(self).__name__}({', '.join(known)})"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StateEvent(Event):
    """An event in the history of one state."""

    state: StateCode = attrs.field(converter=state_code)

    @property
    def stream(self) -> str:
        """The state's code."""
        return self.state


E_co = TypeVar("E_co", bound=Event, covariant=True)


@attrs.frozen(eq=False)
class Entry(Generic[E_co]):
    """An event as it stands in the record.

    `id` is its stream and number there (`BGR#7`), which never change. `disputes` are the
    identifiers of the disputes that stand against it, in the order of the log.
    """

    id: str
    event: E_co
    disputes: tuple[str, ...] = ()
