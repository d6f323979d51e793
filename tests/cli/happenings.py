"""A few events, and the lines that say them."""

from __future__ import annotations

from ccm_engine import Authority, Citation, Event, PartialDate
from ccm_engine.domain.events import Instrument, InstrumentDeposited, Signed
from ccm_engine.domain.states import StateCode
from ccm_engine.storage.codec import encode

STATUS_LIST = Citation(
    document="status of treaties, XXVI.6",
    publisher="United Nations Treaty Collection",
    authority=Authority.DEPOSITARY,
)


def signed(state: str, day: str, citation: Citation = STATUS_LIST) -> Event:
    """Return a signature."""
    return Signed(state=StateCode(state), occurred_on=PartialDate.parse(day), citations=(citation,))


def ratified(state: str, day: str) -> Event:
    """Return the deposit of a ratification."""
    return InstrumentDeposited(
        state=StateCode(state),
        occurred_on=PartialDate.parse(day),
        citations=(STATUS_LIST,),
        instrument=Instrument.RATIFICATION,
    )


def bulgaria() -> list[Event]:
    """Return what Bulgaria did first."""
    return [signed("BGR", "2008-12-03"), ratified("BGR", "2011-04-06")]


def lines(*events: Event) -> bytes:
    """Return events as JSON Lines."""
    return b"".join(encode(event) + b"\n" for event in events)
