"""One statement as a document makes it, read from a plain mapping without trust."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Instrument
from ccm_engine.domain.statements.kinds import UNDECIDABLE, Kind
from ccm_engine.domain.states import StateCode, state
from ccm_engine.errors import InvalidDateError, InvalidValueError, UnknownStateError, shown

_ASKED: Final = "read a statement"
_PERIODS: Final = frozenset(
    {Kind.ARTICLE_4_ADDED, Kind.ARTICLE_4_REMOVED, Kind.ARTICLE_5_ADDED, Kind.ARTICLE_5_REMOVED}
)
_EXTENDED: Final = frozenset({Kind.STOCKPILE_DEADLINE_STATED, Kind.CLEARANCE_DEADLINE_STATED})


@attrs.frozen(kw_only=True)
class StatementSource:
    """The document that makes a statement; each part is `None` where it is not given."""

    title: str | None = None
    url: str | None = None
    published: PartialDate | None = None


@attrs.frozen(kw_only=True)
class Statement:
    """What a document says about a state, or about all (`state` is then `None`).

    `name` is the kind as written, `kind` the one it is, `None` where no such kind is known. `on`
    is the day stated. `as_of` is the day it speaks of. `after_extension` tells whether a deadline
    is meant as extended, `None` where it does not say; `instrument`, `period` and `overdue` are
    what some kinds say besides.
    """

    name: str
    kind: Kind | None
    state: StateCode | None
    on: PartialDate | None = None
    as_of: PartialDate | None = None
    after_extension: bool | None = None
    instrument: Instrument | None = None
    period: PartialDate | None = None
    overdue: bool | None = None
    source: StatementSource = StatementSource()

    @classmethod
    def read(cls, given: object) -> Statement:
        """Return the statement that a mapping of the documented form makes.

        Keys: `statement`, `state`, `on`, `details`, `source`; others are left aside. Raises
        `InvalidValueError` with the `field`: `InvalidDateError` for a day that cannot be read,
        `UnknownStateError` where no state has that code or name.
        """
        fields = _mapping("statement", given)
        name = _text("statement", fields.get("statement"))
        if name is None:
            raise _refused("statement", None, "name the kind of statement, as in eif-stated")
        kind = next((each for each in Kind if each.value == name), None)
        details = _mapping("details", fields.get("details") or {})
        return cls(
            name=name,
            kind=kind,
            state=_state(fields.get("state"), kind),
            on=_day("on", fields.get("on")),
            as_of=_day("as_of", details.get("as_of")),
            after_extension=_truth("after_extension", details) if kind in _EXTENDED else None,
            instrument=_instrument(details) if kind is Kind.DEPOSIT_STATED else None,
            period=_day("period", details.get("period")) if kind in _PERIODS else None,
            overdue=_truth("overdue", details) if _may_be_overdue(kind) else None,
            source=_source(fields.get("source")),
        )


def _may_be_overdue(kind: Kind | None) -> bool:
    return kind is Kind.INITIAL_REPORT_NOT_YET_SUBMITTED


def _refused(field: str, value: object, remedy: str) -> InvalidValueError:
    return InvalidValueError(_ASKED, f"its {field} is {shown(value)}", remedy, field=field)


def _mapping(field: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _refused(field, value, "write it as a JSON object")
    return cast("Mapping[str, object]", value)


def _text(field: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise _refused(field, value, "write it as a text")
    return value


def _truth(field: str, details: Mapping[str, object]) -> bool | None:
    value = details.get(field)
    if value is not None and not isinstance(value, bool):
        raise _refused(field, value, "write true, false or null")
    return value


def _day(field: str, value: object) -> PartialDate | None:
    if value is None:
        return None
    remedy = "write a day as 2010-08-01, 2010-08, 2010 or ../2010-08-01"
    if not isinstance(value, str):
        raise InvalidDateError(_ASKED, f"its {field} is {shown(value)}", remedy, field=field)
    try:
        return PartialDate.parse(value)
    except InvalidDateError as error:
        obstacle = f"its {field} is {shown(value)}: {error.obstacle}"
        raise InvalidDateError(_ASKED, obstacle, remedy, field=field) from error


def _state(value: object, kind: Kind | None) -> StateCode | None:
    if value is None:
        if kind is None or kind in UNDECIDABLE:
            return None
        raise _refused("state", value, "name the state, as in BGR")
    text = _text("state", value) or ""
    try:
        return state(text).code
    except UnknownStateError as error:
        error.field = "state"
        raise


def _instrument(details: Mapping[str, object]) -> Instrument | None:
    value = details.get("instrument")
    if value is None:
        return None
    found = next((each for each in Instrument if each.value == value), None)
    if found is None:
        remedy = f"write {', '.join(each.value for each in Instrument)}"
        raise _refused("instrument", value, remedy)
    return found


def _source(value: object) -> StatementSource:
    given = _mapping("source", value or {})
    return StatementSource(
        title=_text("title", given.get("title")),
        url=_text("url", given.get("url")),
        published=_day("published", given.get("published")),
    )
