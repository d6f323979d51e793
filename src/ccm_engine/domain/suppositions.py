"""Suppositions: events that nobody says happened, laid over the record to see what would follow.

An `Overlay` is no event and yields none, so no log takes it. What it supposes is admitted as if
it were recorded, except that what the Convention does not allow is remarked on, not refused, and
that the future may be supposed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

import attrs

from ccm_engine.domain.admission import SUPPOSED, Docket, Purpose, admit
from ccm_engine.domain.admission.docket import Pairs, name_of
from ccm_engine.domain.calendar import LAST_DAY
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import CoverageStated, Entry, Event, RecordEvent
from ccm_engine.domain.standpoint import History, Standpoint
from ccm_engine.errors import CcmError, MalformedEventError, RefusedEventError

Told = Callable[[str], Pairs]
"""Gives the events of a stream, before what is said about the record itself is applied."""

_HOLD_ON_EVERY_DAY: Final = (RecordEvent, CoverageStated)


@attrs.frozen
class Overlay:
    """Hypothetical events, in the order in which they are supposed; made by `Overlay.of`."""

    _events: tuple[Event, ...]

    @classmethod
    def of(cls, events: Iterable[Event]) -> Overlay:
        """Suppose these events; each is marked as supposed, beside whatever it cites."""
        return cls(tuple(map(_marked, events)))

    @property
    def events(self) -> tuple[Event, ...]:
        """What is supposed; no log takes one of them."""
        return self._events

    def __len__(self) -> int:
        """How many events are supposed."""
        return len(self._events)

    def __iter__(self) -> object:
        """Refuse to be taken for a list of events."""
        obstacle = "an overlay is a supposition, and none of its events happened"
        remedy = "ask a register what would follow: `register.supposing(overlay)`"
        raise MalformedEventError("take an overlay as events", obstacle, remedy)


def _marked(given: object) -> Event:
    if not isinstance(given, Event):
        raise MalformedEventError("suppose events", f"{given!r} is no event", "give events")
    if SUPPOSED in given.citations:
        return given
    return attrs.evolve(given, citations=(*given.citations, SUPPOSED))


@attrs.frozen
class Supposed:
    """The record with an overlay on it.

    `told` is as before with the overlay's events behind it, and `entries` are these, by names
    that no log can store (`MRT?1`). `remarks` say what is remarkable about them.
    """

    history: History
    told: Told
    entries: tuple[Entry[Event], ...]
    remarks: tuple[str, ...]


def suppose(point: Standpoint, told: Told, overlay: Overlay) -> Supposed:
    """Lay an overlay over what `told` gives, which is the record that `point` looks at.

    Raises `RefusedEventError` with the `index` of the event that contradicts the record or the
    Convention: all of the record counts, whatever the legal day.
    """
    docket = Docket(told, point.history, purpose=Purpose.SUPPOSING)
    entries: list[Entry[Event]] = []
    remarks: list[str] = []
    for index, event in enumerate(overlay.events):
        try:
            remarks.extend(admit(event, docket, LAST_DAY))
        except CcmError as error:
            raise _located(error, index) from None
        entries.append(Entry(*docket.pairs(event.stream)[-1]))
        remarks.extend(_not_yet(event, point))
    chronicles = {each.event.stream: docket.chronicle(each.event.stream) for each in entries}
    history = retold(point.history, chronicles)
    return Supposed(history, docket.pairs, tuple(entries), tuple(remarks))


def _located(error: CcmError, index: int) -> CcmError:
    """Return an error that says which event of the overlay cannot even be supposed."""
    if isinstance(error, RefusedEventError):
        asked = error.asked.replace("cannot record", "cannot suppose")
        error = RefusedEventError(asked, error.obstacle, error.remedy)
    error.index = index
    return error


def _not_yet(event: Event, point: Standpoint) -> list[str]:
    """Say that an event has not happened by the day; what is said of the record needs no day."""
    if isinstance(event, _HOLD_ON_EVERY_DAY) or point.has_happened(event.occurred_on):
        return []
    when = f"it would not have happened by {point.as_of}"
    return [f"{name_of(event)}: {when} ({event.occurred_on}), and changes nothing on that day"]


def retold(history: History, chronicles: Mapping[str, Chronicle]) -> History:
    """Return a history in which some streams are told otherwise.

    An instrument that only sources not asked tell of keeps counting where INT-0020 counts it,
    unless its state's instruments are told otherwise.
    """
    silent = {
        stream
        for stream, chronicle in chronicles.items()
        if not history.chronicle(stream).deposits and not chronicle.deposits
    }
    kept = (
        each
        for each in history.all_deposits
        if each.event.stream not in chronicles or each.event.stream in silent
    )
    anew = (entry for each in chronicles.values() for entry in each.deposits)
    together = dict(sorted({**history.chronicles, **chronicles}.items()))
    return attrs.evolve(
        history,
        chronicles=together,
        deposits=tuple(entry for each in together.values() for entry in each.deposits),
        all_deposits=(*kept, *anew),
    )
