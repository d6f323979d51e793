"""What the fields of events accept. Each refusal names the field, the value and the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, cast

import attrs

from ccm_engine.domain.calendar import PartialDate, exact_day
from ccm_engine.domain.sources import Citation
from ccm_engine.domain.states import code
from ccm_engine.errors import MalformedEventError

_EVENT_ID: Final = re.compile(r"[A-Z]{3}#[1-9]\d*", flags=re.ASCII)


def _refuse(event: object, name: str, obstacle: str, remedy: str) -> MalformedEventError:
    return MalformedEventError(f"make {type(event).__name__}", obstacle, remedy, field=name)


def partial_date(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a `PartialDate` and nothing that merely resembles one."""
    if type(value) is not PartialDate:
        obstacle = f"{attribute.name} is {value!r}, not a PartialDate"
        raise _refuse(event, attribute.name, obstacle, "write PartialDate.parse('2010-08-01')")


def citations(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a tuple of one `Citation` or more: no event without a source."""
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


def state_code(_event: object, _attribute: attrs.Attribute[Any], value: str) -> None:
    """Accept the code of a state; `UnknownStateError` names the nearest."""
    code(value)


def months(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a whole number of months from 1 up, or `None` for unknown."""
    if value is not None and (type(value) is not int or value < 1):
        obstacle = f"{attribute.name} is {value!r}"
        remedy = "give a whole number of months from 1, or None"
        raise _refuse(event, attribute.name, obstacle, remedy)


def event_id(event: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept the identifier of an event, as in `BGR#7`."""
    if not isinstance(value, str) or not _EVENT_ID.fullmatch(value):
        obstacle = f"{attribute.name} is {value!r}, not the identifier of an event"
        remedy = "write it as in BGR#7; `ccm history BGR` lists them"
        raise _refuse(event, attribute.name, obstacle, remedy)
