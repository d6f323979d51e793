"""The record as it stands while events are being admitted to it, one after another."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles import situation_of
from ccm_engine.domain.articles.binding import TELLING, counting
from ccm_engine.domain.calendar import LAST_DAY, PartialDate
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Chronicle, Dossier
from ccm_engine.domain.events import CONVENTION, Event, RecordEvent
from ccm_engine.domain.interpretations import PRACTICE, PartialDates
from ccm_engine.domain.obligations import Situation
from ccm_engine.domain.settlement import settle
from ccm_engine.domain.sources import Authority, Citation
from ccm_engine.domain.standpoint import History
from ccm_engine.domain.states import ALL_STATES, StateCode
from ccm_engine.errors import RefusedEventError

Pairs = Sequence[tuple[str, Event]]
"""Events of one stream with their identifiers, in the order of the log."""

SUPPOSED: Final = Citation(
    document="a supposition", publisher="whoever asked", authority=Authority.PRESS
)
"""What a supposed event cites; the log refuses every event that cites it."""

SUPPOSED_MARK: Final = "?"
"""Stands in the identifier of a supposed event (`BGR?1`) where a recorded one has `#`."""

_LAST: Final = PartialDates.LAST_DAY


class Purpose(enum.Enum):
    """Why events are admitted: to be recorded, or to see what would follow from them."""

    RECORDING = "recording"
    SUPPOSING = "supposing"


@attrs.define
class Docket:
    """What the log holds, and what was admitted since: all of it, whatever the legal day.

    `_recorded` gives the events of a stream as the log has them, and `_history` what stands of
    them; only the streams that a batch touches are read again.
    """

    _recorded: Callable[[str], Pairs]
    _history: History
    _touched: dict[str, list[tuple[str, Event]]] = attrs.field(
        factory=dict[str, list[tuple[str, Event]]]
    )
    purpose: Purpose = attrs.field(default=Purpose.RECORDING, kw_only=True)
    _chronicles: dict[str, Chronicle] = attrs.field(factory=dict[str, Chronicle], init=False)
    _ccm: Convention | None = attrs.field(default=None, init=False)

    def pairs(self, stream: str) -> Pairs:
        """Return the events of a stream with their identifiers, in the order of the log."""
        touched = self._touched.get(stream)
        return self._recorded(stream) if touched is None else touched

    def add(self, event: Event) -> str:
        """Take an admitted event in, and return the identifier it has."""
        stream = event.stream
        if stream not in self._touched:
            self._touched[stream] = list(self._recorded(stream))
        pairs = self._touched[stream]
        name = self._next_name(stream, pairs)
        pairs.append((name, event))
        self._chronicles.pop(stream, None)
        shared = isinstance(event, (*TELLING, RecordEvent))
        if shared or stream == CONVENTION:
            self._ccm = None
        return name

    def _next_name(self, stream: str, pairs: Pairs) -> str:
        if self.purpose is Purpose.RECORDING:
            return f"{stream}#{len(pairs) + 1}"
        supposed = sum(SUPPOSED_MARK in name for name, _ in pairs)
        return f"{stream}{SUPPOSED_MARK}{supposed + 1}"

    def not_allowed(self, event: Event, obstacle: str, remedy: str) -> str:
        """Refuse to record what the Convention does not allow; if only supposed, remark on it."""
        if self.purpose is Purpose.RECORDING:
            raise refused(event, obstacle, remedy)
        return f"{obstacle}; {remedy}"

    def without(self, name: str) -> Docket:
        """Return a docket from which one event is left out; identifiers stay as they are."""
        stream = name.partition("#")[0]
        left = [pair for pair in self.pairs(stream) if pair[0] != name]
        touched = {**self._touched, stream: left}
        return Docket(self._recorded, self._history, touched, purpose=self.purpose)

    def chronicle(self, stream: str) -> Chronicle:
        """Return what stands in a stream."""
        if stream not in self._touched:
            return self._history.chronicle(stream)
        if (known := self._chronicles.get(stream)) is None:
            known = Chronicle.of(stream, settle(self._touched[stream]))
            self._chronicles[stream] = known
        return known

    def dossier(self, stream: str, until: date = LAST_DAY) -> Dossier:
        """Return what stands in a stream, up to a day."""
        return self.chronicle(stream).on(until, _LAST)

    @property
    def ccm(self) -> Convention:
        """Everything on record that concerns all states."""
        if self._ccm is None:
            streams = {*self._history.states, *self._touched} - {CONVENTION}
            deposits = [each for stream in streams for each in self.chronicle(stream).deposits]
            counted = counting(deposits, self.dossier, PRACTICE)
            self._ccm = Convention.of(counted, self.dossier(CONVENTION))
        return self._ccm

    def situation(self, state: str, as_of: date) -> Situation:
        """Return what the rules are given about one state on a day, by the practice reading."""
        dossier = self.dossier(state, as_of)
        return situation_of(dossier, self.ccm, as_of, PRACTICE, as_of)


NOT_A_PARTY: Final = "check the state and the day, or record its deposit first"
"""What to do where a state is not a State Party on the day of an event."""


def is_party(docket: Docket, state: str, day: date) -> bool:
    """Tell whether the Convention is in force for a state on a day, by the practice reading."""
    return docket.situation(state, day).binding.binds_on(day)


def name_of(event: Event) -> str:
    """Return what to call an event in a message: `instrument-deposited for Afghanistan (AFG)`."""
    kind = event.TYPE.removeprefix("ccm.").rpartition(".v")[0]
    if (known := ALL_STATES.get(StateCode(event.stream))) is None:
        return f"{kind} for the Convention"
    return f"{kind} for {known.name} ({known.code})"


def refused(event: Event, obstacle: str, remedy: str) -> RefusedEventError:
    """Return the error that refuses an event."""
    return RefusedEventError(f"cannot record {name_of(event)}", obstacle, remedy)


def check_days_given(event: Event, day: PartialDate) -> None:
    """Refuse an event with a source that gives another day than it was, and not a coarser one."""
    for citation in event.citations:
        if citation.gives is not None and not citation.gives.meets(day):
            obstacle = f"{citation.document!r} gives another day, {citation.gives}"
            raise refused(event, obstacle, "record what it says as a dispute")
