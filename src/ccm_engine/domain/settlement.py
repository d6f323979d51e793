"""What stands in the record once everything said about the record itself is taken into account.

A retraction voids its target, whatever that is; a correction replaces it; a corroboration adds
its sources; a dispute is kept beside it, and once resolved in its favour replaces it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from ccm_engine.domain.events import (
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    Entry,
    Event,
    Retracted,
)

_SAYS_NOTHING_NEW: Final[frozenset[type[Event]]] = frozenset(
    {Retracted, Corrected, Corroborated, Disputed, DisputeResolved}
)


def settle(recorded: Iterable[tuple[str, Event]]) -> list[Entry[Event]]:
    """Return what stands of a stretch of one stream or more, in the order of the log.

    `recorded` are identifiers with their events, oldest first. An entry keeps the identifier of
    the event first recorded, whatever replaced its content.
    """
    pairs = list(recorded)
    void = voided(pairs)
    standing: dict[str, Entry[Event]] = {}
    disputes: dict[str, Disputed] = {}
    for name, event in pairs:
        if name in void:
            continue
        if event.__class__ not in _SAYS_NOTHING_NEW:
            standing[name] = Entry(name, event)
        elif isinstance(event, Disputed):
            disputes[name] = event
            _amend(standing, event.target, disputed_by=name)
        else:
            _apply(event, standing, disputes)
    return list(standing.values())


def voided(pairs: Sequence[tuple[str, Event]]) -> set[str]:
    """Return what a standing retraction retracts; the last word on a retraction counts first."""
    void: set[str] = set()
    for name, event in reversed(pairs):
        if isinstance(event, Retracted) and name not in void:
            void.add(event.target)
    return void


def _amend(
    standing: dict[str, Entry[Event]],
    target: str,
    *,
    event: Event | None = None,
    disputed_by: str = "",
    settled: str = "",
) -> None:
    if (entry := standing.get(target)) is None:
        return
    disputes = tuple(each for each in entry.disputes if each != settled)
    if disputed_by:
        disputes += (disputed_by,)
    standing[target] = Entry(target, event or entry.event, disputes)


def _apply(event: Event, standing: dict[str, Entry[Event]], disputes: dict[str, Disputed]) -> None:
    match event:
        case Corrected(target=target, replacement=replacement):
            _amend(standing, target, event=replacement)
        case Corroborated(target=target, citations=citations) if target in standing:
            before = standing[target].event
            more = attrs.evolve(before, citations=before.citations + citations)
            _amend(standing, target, event=more)
        case DisputeResolved(target=target, upheld=upheld) if target in disputes:
            dispute = disputes[target]
            chosen = dispute.alternative if upheld else None
            _amend(standing, dispute.target, event=chosen, settled=target)
        case _:
            pass  # its own target was retracted, and so it speaks of nothing
