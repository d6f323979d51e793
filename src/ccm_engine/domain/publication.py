"""What could be known by a day: the record as the sources that had appeared by then tell it.

An event counts if a source of its own, or of a standing corroboration, had appeared; a source
that shows no day is not known to have, and does not count. What is said about the record counts
by its own sources. Where only the source of the other side of a dispute, or of a correction, had
appeared, that side stands alone. Where what tells how far the record reaches had not appeared, the
sources asked were gathered for other things, and their silence is no proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    said = [(name, event) for name, event in pairs if appeared(event.citations, by)]
    told: list[tuple[str, Event]] = []
    lent, days = _lent(said, by), _other_days(said, by)
    for name, event in pairs:
        as_told = _told(event, by, lent.get(name, ()), days.get(name, ()))
        if as_told is not None:
            told.append((name, as_told))
    return _with_stand_ins(told, _stand_ins(told, dict(pairs)))


def _lent(said: Pairs, by: date) -> dict[str, Sources]:
    """Return the sources that standing corroborations add, by the event they speak of."""
    void = voided(said)
    lent: dict[str, Sources] = {}
    for name, event in said:
        if isinstance(event, Corroborated) and name not in void:
            lent[event.target] = lent.get(event.target, ()) + appeared(event.citations, by)
    return lent


def _other_days(said: Pairs, by: date) -> dict[str, tuple[PartialDate, ...]]:
    """Return the days that standing disputes give, by the event they dispute.

    Who disputes a number knew of the happening all the same.
    """
    void = voided(said)
    days: dict[str, tuple[PartialDate, ...]] = {}
    for name, event in said:
        if isinstance(event, Disputed) and name not in void:
            other = _day_given(event.alternative.occurred_on, appeared(event.citations, by))
            days[event.target] = (*days.get(event.target, ()), other)
    return days


def _told(event: Event, by: date, lent: Sources, other_days: Sequence[PartialDate]) -> Event | None:
    """Return an event with the sources that had appeared, and the day as they give it."""
    own = appeared(event.citations, by)
    if isinstance(event, CoverageStated):
        return event if own else attrs.evolve(event, reaches=None)
    if isinstance(event, RecordEvent):
        return _said_of_record(attrs.evolve(event, citations=own), by) if own else None
    if not own and not lent:
        return None
    day = _day_given(event.occurred_on, (*own, *lent), other_days)
    return attrs.evolve(event, citations=own or lent, occurred_on=day)


def _said_of_record(event: RecordEvent, by: date) -> Event:
    """Return what is said of the record, with its other side as the sources asked tell it."""
    match event:
        case Disputed(alternative=other):
            return attrs.evolve(event, alternative=_other_side(other, event.citations, by))
        case Corrected(replacement=other):
            return attrs.evolve(event, replacement=_other_side(other, event.citations, by))
        case _:
            return event


def _other_side(event: Event, bringing: Sources, by: date) -> Event:
    """Return what a dispute or a correction says, by its own sources or those that bring it."""
    own = appeared(event.citations, by) or bringing
    return attrs.evolve(event, citations=own, occurred_on=_day_given(event.occurred_on, own))


def _day_given(
    recorded: PartialDate, sources: Sources, others: Sequence[PartialDate] = ()
) -> PartialDate:
    """Return the day as precisely as these sources together give it, and never more than recorded.

    What others dispute does not narrow the record itself, however many sources are asked.
    """
    given = [each.gives or recorded for each in sources]
    found, *more = given or [recorded]
    for day in (*more, *others):
        if found.meets(day):
            found = found.narrowed_by(day)
    finer = recorded.first <= found.first and found.latest <= recorded.latest
    return recorded if finer else found


def _stand_ins(told: Pairs, recorded: Mapping[str, Event]) -> dict[str, str]:
    """Return which dispute or correction stands for an event that no source asked tells of.

    The first that was neither retracted nor dismissed, unless the event itself was retracted.
    """
    void, known = voided(told), {name for name, _ in told}
    dismissed = {
        event.target
        for name, event in told
        if isinstance(event, DisputeResolved) and not event.upheld and name not in void
    }
    found: dict[str, str] = {}
    for name, event in told:
        if not isinstance(event, _OTHER_SIDES) or {name, event.target} & (void | dismissed):
            continue
        of_record = isinstance(recorded.get(event.target), RecordEvent)
        if event.target not in known and not of_record:
            found.setdefault(event.target, name)
    return found


def _with_stand_ins(told: Pairs, stand_ins: Mapping[str, str]) -> list[tuple[str, Event]]:
    """Let the stand-ins stand, and let what is said of the events they stand for be said of them.

    One upheld later replaces what was put in its place meanwhile.
    """
    standing: dict[str, Event] = {}
    found: list[tuple[str, Event]] = []
    for name, event in told:
        if not isinstance(event, RecordEvent):
            found.append((name, event))
            continue
        target = event.target
        if isinstance(event, _OTHER_SIDES) and stand_ins.get(target) == name:
            standing[name] = event.alternative if isinstance(event, Disputed) else event.replacement
            found.append((name, standing[name]))
        elif target in stand_ins:
            found.append((name, attrs.evolve(event, target=stand_ins[target])))
        elif isinstance(event, DisputeResolved) and target in standing:
            found.append((name, _as_correction(event, standing[target])))
        else:
            found.append((name, event))
    return found


def _as_correction(resolved: DisputeResolved, standing: Event) -> Corrected:
    """Return the upholding of a stand-in as the correction that it comes to."""
    return Corrected(
        occurred_on=resolved.occurred_on,
        citations=resolved.citations,
        target=resolved.target,
        replacement=standing,
        reason=resolved.reason,
    )
