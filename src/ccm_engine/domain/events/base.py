"""What every event has, and an event with its place in the log.

An event is a fact somebody can prove: past tense, immutable, sourced. `TYPE` is its stored name
with a version; no rename in Python can touch it, and a released class is never edited: a change
of shape is a new version and an upcaster.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final, Generic, TypeVar, cast

import attrs

from ccm_engine.domain.calendar import PartialDate, exact_day
from ccm_engine.domain.sources import Citation
from ccm_engine.domain.states import StateCode, code
from ccm_engine.errors import MalformedEventError

CONVENTION: Final = "CCM"
"""The stream of what concerns all states: meetings, decisions, action plans."""


def _refuse(event: object, name: str, obstacle: str, remedy: str) -> MalformedEventError:
    return MalformedEventError(f"make {type(event).__name__}", obstacle, remedy, field=name)


def partial_date(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a `PartialDate` and nothing that merely resembles one."""
    if type(value) is not PartialDate:
        obstacle = f"{attribute.name} is {value!r}, not a PartialDate"
        raise _refuse(event, attribute.name, obstacle, "write PartialDate.parse('2010-08-01')")


def _citations(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    given = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
    if not given or any(type(each) is not Citation for each in given):
        raise _refuse(
            event, attribute.name, "it cites no source", "give a tuple of one Citation or more"
        )


def quantity(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a whole number from zero up, or `None` for unknown."""
    if value is not None and (type(value) is not int or value < 0):
        obstacle = f"{attribute.name} is {value!r}"
        raise _refuse(
            event, attribute.name, obstacle, "give a whole number, 0 for none, None for unknown"
        )


def words(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a text that says something."""
    if not isinstance(value, str) or not value.strip():
        obstacle = f"{attribute.name} is {value!r}"
        raise _refuse(event, attribute.name, obstacle, "give it in words")


def calendar_year(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a calendar year of the Convention's life, or `None` where the source names none."""
    if value is not None and (type(value) is not int or not 2008 <= value <= 2100):  # noqa: PLR2004  # the model's own range
        obstacle = f"{attribute.name} is {value!r}"
        raise _refuse(event, attribute.name, obstacle, "give a year from 2008 to 2100")


def article_3_or_4(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept 3 or 4: the articles whose deadlines can be extended."""
    if value not in (3, 4) or type(value) is not int:
        obstacle = f"{attribute.name} is {value!r}"
        raise _refuse(event, attribute.name, obstacle, "give 3 for 3(2) or 4 for 4(1)")


def optional_words(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a text that says something, or `None`."""
    if value is not None:
        words(event, attribute, value)


def exact_date(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a plain `date`; a `datetime` is a mistake."""
    exact_day(value, f"make {type(event).__name__} with {attribute.name}")


def optional_date(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a plain `date`, or `None` for unknown."""
    if value is not None:
        exact_date(event, attribute, value)


def optional_partial_date(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a `PartialDate`, or `None` for unknown."""
    if value is not None:
        partial_date(event, attribute, value)


def one_of(*kinds: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Accept a value of exactly one of these types."""

    def check(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds):
            wanted = " or ".join(kind.__name__ for kind in kinds)
            obstacle = f"{attribute.name} is {value!r}"
            raise _refuse(event, attribute.name, obstacle, f"give {wanted}")

    return check


def _state(_event: object, _attribute: attrs.Attribute[Any], value: str) -> None:
    code(value)


@attrs.frozen(kw_only=True)
class Event:
    """Something that happened, on a day known as far as `occurred_on` says, by these sources."""

    TYPE: ClassVar[str]

    occurred_on: PartialDate = attrs.field(validator=partial_date)
    citations: tuple[Citation, ...] = attrs.field(validator=_citations)
    note: str | None = attrs.field(default=None, validator=optional_words)

    @property
    def stream(self) -> str:
        """Whose history it belongs to: a state's code, or `CCM`."""
        return CONVENTION


@attrs.frozen(kw_only=True)
class StateEvent(Event):
    """An event in the history of one state."""

    state: StateCode = attrs.field(validator=_state)

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
