"""The record as it stands while events are being admitted to it, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles import situation_of
from ccm_engine.domain.calendar import LAST_DAY
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Chronicle, Dossier
from ccm_engine.domain.events import CONVENTION, Event, InstrumentDeposited, RecordEvent
from ccm_engine.domain.interpretations import PRACTICE, PartialDates
from ccm_engine.domain.obligations import Situation
from ccm_engine.domain.settlement import settle
from ccm_engine.domain.states import ALL_STATES, StateCode
from ccm_engine.errors import RefusedEventError

Pairs = tuple[tuple[str, Event], ...]

_LAST: Final = PartialDates.LAST_DAY


@attrs.define
class Docket:
    """Every stream's events with their identifiers, as known now, whatever the legal day."""

    _streams: dict[str, list[tuple[str, Event]]]
    _chronicles: dict[str, Chronicle] = attrs.field(factory=dict, init=False)
    _ccm: Convention | None = attrs.field(default=None, init=False)

    @classmethod
    def of(cls, streams: Mapping[str, Iterable[tuple[str, Event]]]) -> Docket:
        """Return a docket that begins with these events, by stream, and leaves them untouched."""
        return cls({stream: list(pairs) for stream, pairs in streams.items()})

    def pairs(self, stream: str) -> list[tuple[str, Event]]:
        """Return the events of a stream with their identifiers, in the order of the log."""
        return self._streams.get(stream, [])

    def add(self, event: Event) -> str:
        """Take an admitted event in, and return the identifier it has."""
        pairs = self._streams.setdefault(event.stream, [])
        name = f"{event.stream}#{len(pairs) + 1}"
        pairs.append((name, event))
        self._chronicles.pop(event.stream, None)
        shared = isinstance(event, InstrumentDeposited | RecordEvent)
        if shared or event.stream == CONVENTION:
            self._ccm = None
        return name

    def without(self, name: str) -> Docket:
        """Return a docket from which one event is left out; identifiers stay as they are."""
        stream = name.partition("#")[0]
        streams = dict(self._streams)
        streams[stream] = [pair for pair in self.pairs(stream) if pair[0] != name]
        return Docket(streams)

    def chronicle(self, stream: str) -> Chronicle:
        """Return what stands in a stream."""
        if (known := self._chronicles.get(stream)) is None:
            known = Chronicle.of(stream, settle(self.pairs(stream)))
            self._chronicles[stream] = known
        return known

    def dossier(self, stream: str, until: date = LAST_DAY) -> Dossier:
        """Return what stands in a stream, up to a day."""
        return self.chronicle(stream).on(until, _LAST)

    @property
    def ccm(self) -> Convention:
        """Everything on record that concerns all states."""
        if self._ccm is None:
            deposits = [
                entry
                for stream in self._streams
                if stream != CONVENTION
                for entry in self.dossier(stream).all(InstrumentDeposited)
            ]
            self._ccm = Convention.of(deposits, self.dossier(CONVENTION))
        return self._ccm

    def situation(self, state: str, as_of: date) -> Situation:
        """Return what the rules are given about one state on a day, by the practice reading."""
        dossier = self.dossier(state, as_of)
        return situation_of(dossier, self.ccm, as_of, PRACTICE, as_of)


def name_of(event: Event) -> str:
    """Return what to call an event in a message: `instrument-deposited for Afghanistan (AFG)`."""
    kind = event.TYPE.removeprefix("ccm.").rpartition(".v")[0]
    if (known := ALL_STATES.get(StateCode(event.stream))) is None:
        return f"{kind} for the Convention"
    return f"{kind} for {known.name} ({known.code})"


def refused(event: Event, obstacle: str, remedy: str) -> RefusedEventError:
    """Return the error that refuses an event."""
    return RefusedEventError(f"cannot record {name_of(event)}", obstacle, remedy)
