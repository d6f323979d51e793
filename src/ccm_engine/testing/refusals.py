"""What no log takes: an event that contradicts the Convention or the record, and how it is refused.

Each is about a state that no history says anything of, so that it can follow any history, or any
in which the Convention is in force early enough.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.events import Event, Instrument, InstrumentDeposited, Signed
from ccm_engine.domain.explanations import in_words
from ccm_engine.errors import CcmError, RefusedEventError
from ccm_engine.testing.drafts import happened

OPEN: Final = date(2008, 12, 3)  # 15
EARLY: Final = date(2009, 1, 5)
SOON_AFTER: Final = date(2009, 2, 2)
JOINED: Final = date(2022, 1, 5)
BOUND: Final = date(2022, 7, 1)  # 17(2)
ASKED: Final = date(2023, 3, 1)
LATER: Final = date(2024, 3, 1)


class Where(enum.Enum):
    """Which histories a refusal can follow."""

    ANYWHERE = "any history"
    IN_FORCE = "a history in which the Convention is in force for who joined in January 2022"


@attrs.frozen(kw_only=True, repr=False)
class Unlawful:
    """An event that must be refused, with what is recorded `before` it and is taken.

    `name` says it in words, `provision` is what it contradicts, empty where that is the record
    itself; `error` is the class of the refusal, and `obstacle` words of what stands in the way.
    """

    name: str
    provision: str
    event: Event
    obstacle: str
    before: tuple[Event, ...] = ()
    error: type[CcmError] = RefusedEventError
    where: Where = Where.ANYWHERE

    def __repr__(self) -> str:
        """Write one line for each event, and why the last is refused."""
        under = f" (Article {self.provision})" if self.provision else ""
        told = [*(("", each) for each in self.before), ("refused: ", self.event)]
        lines = [f"{how}{each.occurred_on} {each.stream}: {in_words(each)}" for how, each in told]
        why = f"{self.error.__name__}: ...{self.obstacle}..."
        return "\n".join([f"{self.name}{under}:", *(f"    {line}" for line in (*lines, why))])


Told = Callable[[str, str], list[Unlawful]]
"""Tells of refusals, about a state and another."""


def acceded(state: str, on: date = JOINED) -> Event:
    """Return the accession of a state, bound since July 2022 unless told otherwise."""
    return happened(InstrumentDeposited, on, state=state, instrument=Instrument.ACCESSION)


def signed(state: str, on: date = OPEN) -> Event:
    """Return the signature of a state."""
    return happened(Signed, on, state=state)
