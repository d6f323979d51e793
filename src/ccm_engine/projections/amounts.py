"""Add amounts up only where nothing can be counted twice.

How much was destroyed or released is told by cumulative totals, by yearly amounts, and by both.
The named choice: amounts of different calendar years are added; of one year, and of periods in
any other words ("total", "2015 to end 2018"), nothing is, and the greatest counts. What comes out
is a lower bound, because nothing proves that every year was told.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from ccm_engine.domain.provisions import Cited
from ccm_engine.projections.counting import Clause, Events, Part, Quantity


class Knowledge(enum.Enum):
    """What is known of an amount.

    Unknown; none, because there is nothing to have an amount of; at least so much; exactly so
    much, which may be zero.
    """

    UNKNOWN = "unknown"
    NONE = "none"
    AT_LEAST = "at-least"
    KNOWN = "known"


@attrs.frozen
class Amount:
    """An amount with the events that tell it; `number` is `None` where unknown, and where none."""

    knowledge: Knowledge
    number: int | None = None
    events: Events = ()

    @classmethod
    def unknown(cls, events: Events = ()) -> Amount:
        """Return an amount the record does not tell."""
        return cls(Knowledge.UNKNOWN, None, events)

    @classmethod
    def none(cls, events: Events = ()) -> Amount:
        """Return the amount of something there is not."""
        return cls(Knowledge.NONE, None, events)

    @classmethod
    def at_least(cls, number: int, events: Events) -> Amount:
        """Return a lower bound."""
        return cls(Knowledge.AT_LEAST, number, events)

    @classmethod
    def known(cls, number: int, events: Events) -> Amount:
        """Return an amount known exactly."""
        return cls(Knowledge.KNOWN, number, events)

    @classmethod
    def said(cls, number: int | None, events: Events) -> Amount:
        """Return an amount as an event gives it: unknown where it does not say how much."""
        return cls.unknown(events) if number is None else cls.known(number, events)


@attrs.frozen
class Quantities:
    """Two amounts of one thing: cluster munitions, and explosive submunitions."""

    munitions: Amount
    submunitions: Amount

    @classmethod
    def of(cls, amount: Amount) -> Quantities:
        """Return one amount as both."""
        return cls(amount, amount)


@attrs.frozen
class Told:
    """One amount that one event tells of a period, `None` where it does not say how much."""

    amount: int | None
    period: str | None
    event: str


_YEAR: Final = re.compile(r"(\d{4})(?:$| \(|;)", flags=re.ASCII)
_RUNNING_TOTAL: Final = re.compile(r"cumulative|total", flags=re.IGNORECASE)


def calendar_year(period: str | None) -> str | None:
    """Return the calendar year that a period is, whatever is remarked behind it.

    `2019` and `2018 (approximate)` are years; `2018-2019`, `2019 (cumulative)`, `total` are not.
    """
    if period is None:
        return None
    found = _YEAR.match(period)
    return found[1] if found and not _RUNNING_TOTAL.search(period) else None


def together(told: Iterable[Told]) -> Amount:
    """Return what these amounts prove together: a lower bound, unknown if none says how much."""
    amounts = [(each.amount, each) for each in told if each.amount is not None]
    if not amounts:
        return Amount.unknown()
    years: dict[str, tuple[int, str]] = {}
    proof: Events
    single, proof = max((amount, (each.event,)) for amount, each in amounts)
    for amount, each in amounts:
        year = calendar_year(each.period)
        if year is not None:
            said = (amount, each.event)
            years[year] = max(years.get(year, said), said)
    added = sum(amount for amount, _ in years.values())
    if added > single:
        single, proof = added, tuple(years[year][1] for year in sorted(years))
    return Amount.at_least(single, proof)


def added(one: Amount | None, other: Amount) -> Amount:
    """Add two amounts of different things; what is unknown leaves a lower bound."""
    if one is None or one.knowledge is Knowledge.NONE:
        return other
    numbers = [each.number for each in (one, other) if each.number is not None]
    events = (*one.events, *other.events)
    if not numbers:
        return Amount.unknown(events)
    exact = {one.knowledge, other.knowledge} <= {Knowledge.KNOWN, Knowledge.NONE}
    return Amount.known(sum(numbers), events) if exact else Amount.at_least(sum(numbers), events)


@attrs.frozen(kw_only=True)
class LastWords(Quantity):
    """A sum of what each state said last: of what can have become less since, no lower bound."""


def quantity(
    key: str,
    clause: Clause,
    unit: str,
    amounts: Iterable[tuple[str, Amount]],
    provision: Cited | None = None,
) -> Quantity:
    """Sum amounts by state; where there is nothing to have an amount of, there is no part."""
    return Quantity(key=key, clause=clause, unit=unit, parts=_parts(amounts), provision=provision)


def last_words(
    key: str,
    clause: Clause,
    unit: str,
    amounts: Iterable[tuple[str, Amount]],
    provision: Cited | None = None,
) -> LastWords:
    """Sum last words by state; where there is nothing to have an amount of, there is no part."""
    return LastWords(key=key, clause=clause, unit=unit, parts=_parts(amounts), provision=provision)


def _parts(amounts: Iterable[tuple[str, Amount]]) -> Mapping[str, Part]:
    found = {state: amount for state, amount in amounts if amount.knowledge is not Knowledge.NONE}
    return {
        state: Part(each.number, each.events, exact=each.knowledge is not Knowledge.AT_LEAST)
        for state, each in sorted(found.items())
    }
