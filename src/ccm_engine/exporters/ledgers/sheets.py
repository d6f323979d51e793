"""What a ledger is asked with, what it answers, and how one is made of a projection."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final, TypeVar

import attrs

from ccm_engine.exporters.ledgers.values import Row, row_of
from ccm_engine.projections.amounts import Amount, Knowledge, added
from ccm_engine.projections.counting import Events, StateCount
from ccm_engine.projections.coverage_by_year import Subject
from ccm_engine.projections.report_statistics import TRIM_PER_CENT
from ccm_engine.register import Register

R = TypeVar("R", bound=attrs.AttrsInstance)


@attrs.frozen(kw_only=True)
class Selection:
    """What a ledger is asked with; each ledger says which of it it `takes`.

    `year` is the calendar year a report covers. A period is after `since` and by `until`; the
    years of coverage are from `first_year` to `last_year`. `None` selects all.
    """

    state: str | None = None
    year: int | None = None
    grace_days: int = 0
    trim_per_cent: int = TRIM_PER_CENT
    subject: Subject | None = None
    since: date | None = None
    until: date | None = None
    first_year: int | None = None
    last_year: int | None = None


ALL: Final = Selection()


@attrs.frozen
class Sheet:
    """A ledger on a day: its rows, and totals of these rows; every value still as it is known."""

    ledger: str
    selected: Row
    rows: tuple[Row, ...]
    totals: Row


@attrs.frozen
class Found:
    """The rows and the totals of one ledger."""

    rows: tuple[Row, ...]
    totals: Row


@attrs.frozen
class Ledger:
    """How a ledger is read, and the names of the parts of a `Selection` that say anything to it."""

    read: Callable[[Register, Selection], Found]
    takes: tuple[str, ...]


@attrs.frozen
class Tally:
    """States counted for certain, and those the record cannot tell of; each with its events."""

    states: Mapping[str, Events]
    unknown: Mapping[str, Events]


def ledger(
    find: Callable[[Register, Selection], Iterable[R]],
    totals: Callable[[tuple[R, ...], Register, Selection], Row],
    *takes: str,
    row: Callable[[R, Register], Row] = lambda each, _: row_of(each),
) -> Ledger:
    """Make a ledger of a projection; one that takes a state shows that state's rows alone."""

    def read(register: Register, chosen: Selection) -> Found:
        rows = tuple(
            each
            for each in find(register, chosen)
            if chosen.state is None or getattr(each, "state", None) == chosen.state
        )
        return Found(tuple(row(each, register) for each in rows), totals(rows, register, chosen))

    return Ledger(read, takes)


def counted(values: Iterable[enum.Enum], among: type[enum.Enum]) -> Mapping[enum.Enum, int]:
    """Count values of an enumeration, in its order; those that do not occur are 0."""
    found = Counter(values)
    return {each: found[each] for each in among}


def total(amounts: Iterable[Amount]) -> Amount:
    """Add amounts of different things up: none of no things, unknown where nothing is told.

    A lower bound of zero tells nothing.
    """
    found: Amount | None = None
    for each in amounts:
        found = added(found, each)
    if found is None:
        return Amount.none()
    empty = found.knowledge is Knowledge.AT_LEAST and not found.number
    return Amount.unknown(found.events) if empty else found


def tally(figure: StateCount, state: str | None) -> Tally:
    """Return the states of a figure of the review, or of them the one that is asked for."""

    def only(found: Mapping[str, Events]) -> Mapping[str, Events]:
        return {code: found[code] for code in found if state in (None, code)}

    return Tally(only(figure.states), only(figure.unknown))
