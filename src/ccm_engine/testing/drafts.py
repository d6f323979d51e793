"""The draft of one state's history while it is drawn: who it is, since when bound, what is said."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar, cast

import attrs
from hypothesis import strategies as st

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Event, Instrument, InstrumentDeposited, Signed
from ccm_engine.testing.dates import LAST_EVENT, ending_on, moved
from ccm_engine.testing.reckoning import entry_into_force
from ccm_engine.testing.single_events import A_SOURCE

T = TypeVar("T")
OPENED = date(2008, 12, 3)
LAST_DEPOSIT = date(2020, 12, 31)
_SELDOM = 11
"""Of how many events, less one, the record speaks once."""


@attrs.frozen
class Membership:
    """How and when a state joined. `signed_on` is `None` for one that acceded."""

    state: str
    signed_on: date | None
    instrument: Instrument
    deposited_on: PartialDate

    def events(self) -> list[Event]:
        """Return the signature, if any, and the deposit."""
        found: list[Event] = []
        if self.signed_on is not None:
            found.append(happened(Signed, self.signed_on, state=self.state))
        deposit = happened(
            InstrumentDeposited, self.deposited_on, state=self.state, instrument=self.instrument
        )
        return [*found, deposit]


@st.composite
def memberships(draw: st.DrawFn, state: str, instruments: Sequence[Instrument] = ()) -> Membership:
    """Draw how a state joins: by signing while that was certainly possible, or by accession.

    By one of the instruments, if some are given.
    """
    day = draw(st.dates(OPENED, LAST_DEPOSIT))
    deposited_on = draw(ending_on(day))
    instrument = draw(st.sampled_from(tuple(instruments) or (Instrument.ACCESSION, *Instrument)))
    signed_on = None
    if instrument is not Instrument.ACCESSION:
        signed_on = draw(st.dates(OPENED, min(day, date(2009, 5, 31))))
    return Membership(state, signed_on, instrument, deposited_on)


@attrs.define
class Draft:
    """What one state's chapters are written with, and the events written so far.

    `begins` is the first day it is bound, `None` where the Convention never comes into force;
    `meetings` the short names of meetings, and when each opens. `marked` are the events that the
    record will speak of: drawn with each event, so that a shorter history keeps them.
    """

    draw: st.DrawFn
    membership: Membership
    begins: date | None
    meetings: Mapping[str, date]
    events: list[Event] = attrs.field(factory=list[Event])
    marked: list[Event] = attrs.field(factory=list[Event])

    @property
    def joined_on(self) -> date:
        """The day from which chapters may go on."""
        return self.begins or self.membership.deposited_on.latest

    def day(self, after: date, at_most: int = 1500) -> date:
        """Draw a day on or after another; the same day often enough to meet others on it."""
        later = st.just(0) | st.integers(0, at_most)
        return min(moved(after, self.draw(later)), LAST_EVENT)

    def day_perhaps_last_of_month(self, after: date, at_most: int = 1500) -> date:
        """Draw a day on or after another, often one that other months lack: INT-0011."""
        day = self.day(after, at_most)
        return last_of_its_month(day) if self.chance() else day

    def chance(self) -> bool:
        """Draw yes or no; shrinks to no."""
        return self.draw(st.booleans())

    def choice(self, *options: T) -> T:
        """Draw one of several; shrinks to the first."""
        return self.draw(st.sampled_from(options))

    def number(self, least: int, most: int) -> int:
        """Draw a whole number; shrinks to the least."""
        return self.draw(st.integers(least, most))

    def tell(self, kind: type[Event], on: date, /, **fields: object) -> None:
        """Write down what happened to the state, on a day perhaps known only in part."""
        self._write(kind, self.draw(ending_on(on)), fields)

    def tell_exactly(self, kind: type[Event], on: date, /, **fields: object) -> None:
        """Write down what happened to the state on a day known exactly."""
        self._write(kind, PartialDate.on(on), fields)

    def _write(self, kind: type[Event], on: PartialDate, fields: Mapping[str, object]) -> None:
        self.events.append(happened(kind, on, state=self.membership.state, **fields))
        self.mark(self.events[-1])

    def mark(self, event: Event) -> None:
        """Have the record speak of an event, once in a while; shrinks to not at all."""
        if self.number(0, _SELDOM) == 1:
            self.marked.append(event)


Chapter = Callable[[Draft], None]


def happened(kind: type[Event], on: date | PartialDate, /, **fields: object) -> Event:
    """Return an event with a source."""
    known = on if isinstance(on, PartialDate) else PartialDate.on(on)
    make = cast("Callable[..., Event]", kind)
    return make(occurred_on=known, citations=(A_SOURCE,), **fields)


def last_of_its_month(day: date) -> date:
    """Return the last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def begins_of(membership: Membership, deposited: list[date]) -> date | None:
    """Return the first day a state is bound, with every deposit of the history."""
    return entry_into_force(membership.deposited_on.latest, deposited)
