"""What the fields of events accept. Each refusal names the field, the value and the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final, cast

import attrs

from ccm_engine.domain.calendar import LAST_DAY, PartialDate, exact_day
from ccm_engine.domain.provisions import ARTICLE_TITLES, Provision
from ccm_engine.domain.sources import Citation
from ccm_engine.domain.states import ALL_STATES, StateCode, code
from ccm_engine.errors import (
    InvalidDateError,
    MalformedEventError,
    UnknownProvisionError,
    UnknownStateError,
    shown,
)

_CODES: Final = {str(each): each for each in ALL_STATES}

_EARLIEST: Final = date(1900, 1, 1)
"""No event that bears on the Convention is older."""

MOST: Final = 2**64 - 1
"""No source counts further. Without an end, numbers could be recorded whose sum nobody can write:
Python prints none of over 4,300 digits."""

_SHORT_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", flags=re.ASCII)
_CURRENCY: Final = re.compile(r"[A-Z]{3}", flags=re.ASCII)
_EVENT_ID: Final = re.compile(r"[A-Z]{3}#[1-9]\d{0,18}", flags=re.ASCII)


def _refuse(event: object, name: str, obstacle: str, remedy: str) -> MalformedEventError:
    return MalformedEventError(f"make {type(event).__name__}", obstacle, remedy, field=name)


def _out_of_reach(event: object, name: str, value: object) -> MalformedEventError:
    obstacle = f"{name} is {value}, outside {_EARLIEST} to {LAST_DAY}"
    return _refuse(event, name, obstacle, "check the year")


def provision(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a citation of the Convention: `3(2)`, `4.1a`."""
    words(event, attribute, value)
    try:
        Provision.parse(str(value))
    except UnknownProvisionError as error:
        error.field = attribute.name
        raise


def partial_date(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a `PartialDate` and nothing that merely resembles one."""
    if type(value) is not PartialDate:
        obstacle = f"{attribute.name} is {shown(value)}, not a PartialDate"
        raise _refuse(event, attribute.name, obstacle, "write PartialDate.parse('2010-08-01')")
    if value.latest > LAST_DAY or (value.earliest or value.latest) < _EARLIEST:
        raise _out_of_reach(event, attribute.name, value)


def citations(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a tuple of one `Citation` or more: no event without a source."""
    given = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
    for each in given:
        if each.__class__ is not Citation:
            given = ()
    if not given:
        raise _refuse(
            event, attribute.name, "it cites no source", "give a tuple of one Citation or more"
        )


def quantity(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a whole number from zero to `MOST`, or `None` for unknown."""
    if value is not None and (type(value) is not int or not 0 <= value <= MOST):
        obstacle = f"{attribute.name} is {shown(value)}"
        remedy = f"give a whole number up to {MOST}, 0 for none, None for unknown"
        raise _refuse(event, attribute.name, obstacle, remedy)


def stated_quantity(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a whole number from zero to `MOST`; it must be known."""
    if value is None:
        obstacle = f"{attribute.name} is unknown"
        raise _refuse(event, attribute.name, obstacle, "give a whole number, 0 for none")
    quantity(event, attribute, value)


def currency_code(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept the code of a currency in ISO 4217, as in CHF."""
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        obstacle = f"{attribute.name} is {shown(value)}"
        raise _refuse(event, attribute.name, obstacle, "give its code, as in CHF or USD")


def words(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a text that says something."""
    if not isinstance(value, str) or not value.strip():
        obstacle = f"{attribute.name} is {shown(value)}"
        raise _refuse(event, attribute.name, obstacle, "give it in words")


def calendar_year(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a calendar year of the Convention's life, or `None` where the source names none."""
    if value is not None and (type(value) is not int or not 2008 <= value <= 2100):  # noqa: PLR2004  # the model's own range
        obstacle = f"{attribute.name} is {shown(value)}"
        raise _refuse(event, attribute.name, obstacle, "give a year from 2008 to 2100")


def stated_year(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a calendar year of the Convention's life; it must be known."""
    if value is None:
        obstacle = f"{attribute.name} is unknown"
        raise _refuse(event, attribute.name, obstacle, "give the year it covers")
    calendar_year(event, attribute, value)


def article_3_or_4(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept 3 or 4: the articles whose deadlines can be extended."""
    if value not in (3, 4) or type(value) is not int:
        obstacle = f"{attribute.name} is {shown(value)}"
        raise _refuse(event, attribute.name, obstacle, "give 3 for 3(2) or 4 for 4(1)")


def article_number(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept the number of an article of the Convention, or `None`."""
    if value is not None and (type(value) is not int or value not in ARTICLE_TITLES):
        obstacle = f"{attribute.name} is {shown(value)}"
        raise _refuse(event, attribute.name, obstacle, "give an article from 1 to 23, or None")


def optional_words(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a text that says something, or `None`."""
    if value is not None:
        words(event, attribute, value)


def exact_date(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a plain `date`; a `datetime` is a mistake."""
    try:
        exact_day(value, f"make {type(event).__name__}")
    except InvalidDateError as error:
        error.field = attribute.name
        raise
    if not _EARLIEST <= cast("date", value) <= LAST_DAY:
        raise _out_of_reach(event, attribute.name, value)


def optional_date(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a plain `date`, or `None` for unknown."""
    if value is not None:
        exact_date(event, attribute, value)


def optional_partial_date(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a `PartialDate`, or `None` for unknown."""
    if value is not None:
        partial_date(event, attribute, value)


def one_of(kind: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Accept a value of one type."""

    def check(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            obstacle = f"{attribute.name} is {shown(value)}"
            raise _refuse(event, attribute.name, obstacle, f"give {kind.__name__}")

    return check


def optional_one_of(kind: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Accept a value of one type, or `None`."""
    required = one_of(kind)

    def check(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is not None:
            required(event, attribute, value)

    return check


def state_code(value: str) -> StateCode:
    """Return the code of a state; `UnknownStateError` names the nearest."""
    known = _CODES.get(value) if type(value) is str else None
    if known is not None:
        return known
    if type(value) is not str:
        obstacle = f"state is {shown(value)}"
        remedy = "give a code such as BGR"
        raise MalformedEventError("make an event", obstacle, remedy, field="state")
    try:
        return code(value)
    except UnknownStateError as error:
        error.field = "state"
        raise


def optional_state_code(value: str | None) -> StateCode | None:
    """Return the code of a state, or `None` for all."""
    return None if value is None else state_code(value)


def state_codes(values: tuple[str, ...]) -> tuple[StateCode, ...]:
    """Return the codes of several states."""
    return tuple(map(state_code, values))


def short_name(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a name that can stand in an identifier: letters, digits, `.`, `-` and `_`."""
    if not isinstance(value, str) or not _SHORT_NAME.fullmatch(value):
        obstacle = f"{attribute.name} is {shown(value)}"
        raise _refuse(event, attribute.name, obstacle, "write a short name, as in lebanon-2006")


def optional_short_name(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a short name, or `None`."""
    if value is not None:
        short_name(event, attribute, value)


def months(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a whole number of months from 1 up, or `None` for unknown."""
    if value is not None and (type(value) is not int or not 1 <= value <= MOST):
        obstacle = f"{attribute.name} is {shown(value)}"
        remedy = "give a whole number of months from 1, or None"
        raise _refuse(event, attribute.name, obstacle, remedy)


def event_id(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept the identifier of an event, as in `BGR#7`."""
    if not isinstance(value, str) or not _EVENT_ID.fullmatch(value):
        obstacle = f"{attribute.name} is {shown(value)}, not the identifier of an event"
        remedy = "write it as in BGR#7; `ccm history BGR` lists them"
        raise _refuse(event, attribute.name, obstacle, remedy)
