"""What could be known by a day: the record as the sources that had appeared by then tell it.

An event counts if a source of its own, or of a standing corroboration, had appeared; a source
that shows no day is not known to have, and does not count. What is said about the record counts
by its own sources. Where only the source of the other side of a dispute, or of a correction, had
appeared, that side stands alone. Where what tells how far the record reaches had not appeared, the
sources asked were gathered for other things, and their silence is no proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Corrected,
    Corroborated,
    CoverageStated,
    Disputed,
    DisputeResolved,
    Event,
    RecordEvent,
)
from ccm_engine.domain.settlement import voided
from ccm_engine.domain.sources import Citation

Pairs = Sequence[tuple[str, Event]]
"""Events with their identifiers, in the order of the log."""

Sources = tuple[Citation, ...]

_OTHER_SIDES: Final = (Disputed, Corrected)


def appeared(citations: Iterable[Citation], by: date) -> Sources:
    """Return the sources that had certainly appeared by a day; that day itself is in time."""
    return tuple(
        each for each in citations if each.published is not None and each.published.latest <= by
    )


def known_by(recorded: Iterable[tuple[str, Event]], by: date) -> list[tuple[str, Event]]:
    """Return one stream or more as the sources that had appeared by a day tell it."""
    pairs = list(recorded)
    spoken = [(name, event) for name, event in pairs if _counts(event, by)]
    lent = _lent(spoken, by)
    told = [
        (name, as_told)
        for name, event in pairs
        if (as_told := _told(event, by, lent.get(name, ()))) is not None
    ]
    return _with_other_sides(told, {name for name, _ in told})


def _counts(event: Event, by: date) -> bool:
    return isinstance(event, CoverageStated) or bool(appeared(event.citations, by))


def _lent(pairs: Pairs, by: date) -> dict[str, Sources]:
    """Return the sources that standing corroborations add, by the event they speak of."""
    void = voided(pairs)
    lent: dict[str, Sources] = {}
    for name, event in pairs:
        if isinstance(event, Corroborated) and name not in void:
            lent[event.target] = lent.get(event.target, ()) + appeared(event.citations, by)
    return lent


def _told(event: Event, by: date, lent: Sources) -> Event | None:
    """Return an event with the sources that had appeared, and the day as they give it."""
    own = appeared(event.citations, by)
    if isinstance(event, CoverageStated):
        return event if own else attrs.evolve(event, reaches=None)
    if not own and (not lent or isinstance(event, RecordEvent)):
        return None
    return _as_given(event, own or lent, (*own, *lent), by)


def _as_given(event: Event, cited: Sources, sources: Sources, by: date) -> Event:
    """Return an event with these citations, and its day as these sources give it."""
    day = _day_given(event.occurred_on, sources)
    told = attrs.evolve(event, citations=cited, occurred_on=day)
    if isinstance(told, Disputed):
        return attrs.evolve(told, alternative=_other_side(told.alternative, cited, by))
    if isinstance(told, Corrected):
        return attrs.evolve(told, replacement=_other_side(told.replacement, cited, by))
    return told


def _other_side(event: Event, cited: Sources, by: date) -> Event:
    """Return what a dispute or a correction says, by its own sources or those that bring it."""
    own = appeared(event.citations, by) or cited
    return _as_given(event, own, own, by)


def _day_given(recorded: PartialDate, sources: Sources) -> PartialDate:
    """Return the day as precisely as these sources together give it."""
    given: PartialDate | None = None
    for source in sources:
        if source.gives is None:
            return recorded
        met = given is not None and given.meets(source.gives)
        given = given.narrowed_by(source.gives) if given and met else source.gives
    return given or recorded


def _with_other_sides(told: Pairs, known: set[str]) -> list[tuple[str, Event]]:
    """Let the other side of a dispute or correction stand where what it is about is not known."""
    dismissed = {
        event.target for _, event in told if isinstance(event, DisputeResolved) and not event.upheld
    }
    stands_for: dict[str, str] = {}
    found: list[tuple[str, Event]] = []
    for name, event in told:
        if not isinstance(event, _OTHER_SIDES) or event.target in known:
            found.append((name, event))
        elif event.target in stands_for:
            found.append((name, attrs.evolve(event, target=stands_for[event.target])))
        elif name not in dismissed:
            stands_for[event.target] = name
            other = event.alternative if isinstance(event, Disputed) else event.replacement
            found.append((name, other))
    return found
