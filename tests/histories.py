"""Small histories of real states, for every test that needs the Convention in force.

`deposits_to_thirty` brings it into force as it was; `joined` adds a state, `happened` any event;
`engine_with` records them all in memory, at a moment that never changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import cache
from typing import Final, TypeVar, cast

from ccm_engine import Citation, Engine, Event, Interpretation, Obligation, PartialDate
from ccm_engine.domain.events import (
    Instrument,
    InstrumentDeposited,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    Signed,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.domain.sources import Authority

RECORDED_AT: Final = datetime(2026, 11, 20, 12, tzinfo=UTC)
"""The moment at which these histories are recorded."""

FIRST_THIRTY: Final = {
    "2008-12-03": "IRL NOR SLE VAT",
    "2009-03-18": "LAO",
    "2009-04-02": "AUT",
    "2009-05-06": "MEX",
    "2009-06-02": "NER",
    "2009-06-16": "ALB",
    "2009-06-17": "ESP",
    "2009-07-08": "DEU",
    "2009-07-10": "LUX SMR",
    "2009-07-14": "JPN",
    "2009-08-12": "ZMB",
    "2009-08-17": "HRV",
    "2009-08-19": "SVN",
    "2009-09-24": "MLT URY",
    "2009-09-25": "BDI FRA",
    "2009-10-07": "MWI",
    "2009-10-08": "MKD",
    "2009-11-02": "NIC",
    "2009-12-22": "BEL NZL",
    "2010-01-25": "MNE",
    "2010-02-12": "DNK",
    "2010-02-16": "BFA MDA",
}
"""Who deposited up to the day of the thirtieth instrument; in force for them on 1 August 2010."""

MEETINGS: Final = {
    "1MSP": ("2010-11-09", "2010-11-12"),
    "2MSP": ("2011-09-12", "2011-09-16"),
    "3MSP": ("2012-09-11", "2012-09-14"),
    "4MSP": ("2013-09-09", "2013-09-13"),
    "5MSP": ("2014-09-02", "2014-09-05"),
    "1RC": ("2015-09-07", "2015-09-11"),
    "6MSP": ("2016-09-05", "2016-09-07"),
    "7MSP": ("2017-09-04", "2017-09-06"),
    "8MSP": ("2018-09-03", "2018-09-05"),
    "9MSP": ("2019-09-02", "2019-09-04"),
    "2RC": ("2020-11-25", "2020-11-27"),
    "10MSP": ("2022-08-30", "2022-09-02"),
    "11MSP": ("2023-09-11", "2023-09-14"),
    "12MSP": ("2024-09-10", "2024-09-13"),
    "13MSP": ("2025-09-16", "2025-09-19"),
}
"""The meetings that decide, and their days; of the 2RC its first part."""

E = TypeVar("E", bound=Event)


def on(text: str) -> PartialDate:
    """Read a day as far as it is known: `2011-04-06`, `2014-08`, `../2015-07-29`."""
    return PartialDate.parse(text)


def source(
    document: str = "status list", authority: Authority = Authority.UNITED_NATIONS
) -> tuple[Citation, ...]:
    """Cite one document, as every event must."""
    return (Citation(document=document, publisher="for a test", authority=authority),)


def happened(kind: type[E], day: str, state: str | None = None, /, **fields: object) -> E:
    """Make an event of any kind; leave `state` out for what concerns the Convention."""
    make = cast("Callable[..., E]", kind)
    about = {} if state is None else {"state": state}
    return make(occurred_on=on(day), **about, **{"citations": source(), **fields})


def joined(state: str, deposited_on: str, signed_on: str | None = "2008-12-03") -> list[Event]:
    """Sign and ratify, or accede where `signed_on` is `None`."""
    if signed_on is None:
        kind = Instrument.ACCESSION
        return [happened(InstrumentDeposited, deposited_on, state, instrument=kind)]
    ratified = happened(
        InstrumentDeposited, deposited_on, state, instrument=Instrument.RATIFICATION
    )
    return [happened(Signed, signed_on, state), ratified]


@cache
def deposits_to_thirty() -> tuple[Event, ...]:
    """Deposit the instruments that brought the Convention into force on 1 August 2010."""
    return tuple(
        event
        for day, states in FIRST_THIRTY.items()
        for state in states.split()
        for event in joined(state, day)
    )


def called(meeting: str, called_on: str) -> MeetingCalled:
    """Call one of the `MEETINGS` for its days."""
    days = _days(meeting)
    return happened(MeetingCalled, called_on, meeting=meeting, kind=_kind(meeting), **days)


def held(*meetings: str) -> list[Event]:
    """Hold some of the `MEETINGS`."""
    return [
        happened(MeetingHeld, MEETINGS[each][1], meeting=each, kind=_kind(each), **_days(each))
        for each in meetings
    ]


def _kind(meeting: str) -> MeetingKind:
    review = meeting.endswith("RC")
    return MeetingKind.REVIEW_CONFERENCE if review else MeetingKind.MEETING_OF_STATES_PARTIES


def _days(meeting: str) -> dict[str, date]:
    opens, closes = MEETINGS[meeting]
    return {"opens_on": date.fromisoformat(opens), "closes_on": date.fromisoformat(closes)}


def engine_with(*events: Event | Iterable[Event], in_force: bool = True) -> Engine:
    """Record events, and lists of them, in memory; by default on top of the first thirty."""
    batch = list(deposits_to_thirty()) if in_force else []
    for each in events:
        batch.extend([each] if isinstance(each, Event) else each)
    return Engine.in_memory(batch, clock=lambda: RECORDED_AT)


def owed(engine: Engine, name: str, as_of: str, reading: Interpretation = PRACTICE) -> Obligation:
    """Ask one engine for one obligation on one day."""
    return engine.on(date.fromisoformat(as_of), reading=reading).obligation(name)
