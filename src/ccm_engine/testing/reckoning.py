"""The Convention's periods reckoned a second time, with the standard library alone.

Nothing here imports the rules or their calendar's arithmetic: what these functions and the rules
both say has been computed twice, in two ways.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from ccm_engine.domain.events import Event, InstrumentDeposited

E = TypeVar("E", bound=Event)


def months_after(anchor: date, months: int) -> date:
    """Return the same day so many months later, or the last of a month that lacks it."""
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))


def days_after(anchor: date, days: int) -> date:
    """Return the last day of a period that leaves out its first."""
    return date.fromordinal(anchor.toordinal() + days)


def sixth_month(deposited_on: date) -> date:
    """Return the first day of the sixth month after the month of a deposit: Article 17."""
    return months_after(deposited_on.replace(day=1), 6)


def thirtieth(deposited_on: Iterable[date]) -> date | None:
    """Return the day of the thirtieth deposit, if there are thirty: Article 17(1)."""
    in_order = sorted(deposited_on)
    return in_order[29] if len(in_order) >= 30 else None  # noqa: PLR2004  # 17(1)


def entry_into_force(own: date, deposited_on: Iterable[date]) -> date | None:
    """Return when the Convention binds a state that deposited on its `own` day: Article 17."""
    day = thirtieth(deposited_on)
    return None if day is None else sixth_month(max(day, own))


def deposit_days(events: Iterable[Event], *, first_day: bool = False) -> list[date]:
    """Return the day of every deposit, the last it can mean or the first."""
    found = [each.occurred_on for each in events if isinstance(each, InstrumentDeposited)]
    return [each.first if first_day else each.latest for each in found]


def bound_from(
    state: str, events: Sequence[Event], as_of: date, *, first_day: bool = False
) -> date | None:
    """Return the first day the Convention binds a state, by what had happened by a day."""
    deposits = [each for each in events if isinstance(each, InstrumentDeposited)]
    counted = {
        index: each.occurred_on.first if first_day else each.occurred_on.latest
        for index, each in enumerate(deposits)
    }
    by_then = {index: day for index, day in counted.items() if day <= as_of}
    own = [  # the last consent counts, whatever the first day it can mean
        (deposits[index].occurred_on.latest, day)
        for index, day in by_then.items()
        if deposits[index].state == state
    ]
    return entry_into_force(max(own)[1], by_then.values()) if own else None


def told(events: Iterable[Event], stream: str, day: date, *kinds: type[E]) -> list[E]:
    """Return what a state (or `CCM`) is known to have done by a day, of these kinds, in order.

    In the order of the last day each can mean, then of the first, then of the kind.
    """
    found = [
        each
        for each in events
        if isinstance(each, kinds) and each.stream == stream and each.occurred_on.latest <= day
    ]
    return sorted(found, key=_order)


def _order(event: Event) -> tuple[date, date, str]:
    return event.occurred_on.latest, event.occurred_on.first, event.TYPE


def is_last_for_sure(events: Sequence[Event]) -> bool:
    """Tell whether the last of several in order is so by its days, and not by what it says."""
    return len(events) < 2 or _order(events[-2]) < _order(events[-1])  # noqa: PLR2004  # two to compare


def consented_on(events: Iterable[Event], state: str, day: date) -> date | None:
    """Return the day of the last consent to be bound; what a party did before is past: Article 20.

    The first day there is, where it consented once; `None` where it did not.
    """
    consents = told(events, state, day, InstrumentDeposited)
    if not consents:
        return None
    return date.min if len(consents) == 1 else consents[-1].occurred_on.latest
