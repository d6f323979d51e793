"""What differs between two answers, and what would if something were so."""

from __future__ import annotations

from datetime import datetime

from ccm_engine.domain.explanations import in_words
from ccm_engine.exporters.envelope import Document, utc, written
from ccm_engine.exporters.happenings import event_object, told
from ccm_engine.exporters.obligations import obligation_object
from ccm_engine.projections.consequences import Supposition
from ccm_engine.projections.differences import Change, Counts, Differences
from ccm_engine.register import Register


def side_object(register: Register, known_at: datetime | int) -> Document:
    """Return from which day, and from how much of the log, one side was answered.

    `known_at` is the moment or the position of the log that was asked for.
    """
    moment = register.log.recorded_at
    return {
        "as_of": register.as_of.isoformat(),
        "known_at": known_at if isinstance(known_at, int) else utc(known_at),
        "position": register.log.position,
        "recorded_at": None if moment is None else utc(moment),
        "root": register.log.root,
    }


def differences_document(found: Differences, before: Document, after: Document) -> Document:
    """Return both sides, the `changes` with the `events` that made them, and the `counts`."""
    return {
        "from": before,
        "to": after,
        "count": len(found.changes),
        "changes": [_change(each) for each in found.changes],
        "events": {name: told(event) for name, event in found.events.items()},
        "counts": _counts(found.counts),
    }


def supposition_document(supposition: Supposition, side: Document) -> Document:
    """Return what would change, as `differences_document` does, what was `supposed`, `remarks`."""
    return {
        **differences_document(supposition.differences, side, side),
        "supposed": [
            {
                "id": each.id,
                "occurred_on": written(each.event.occurred_on),
                "in_words": in_words(each.event),
                "event": event_object(each.event),
            }
            for each in supposition.supposed
        ],
        "remarks": list(supposition.remarks),
    }


def _change(change: Change) -> Document:
    known = change.obligation
    before = {} if change.before is None else obligation_object(change.before)
    after = {} if change.after is None else obligation_object(change.after)
    return {
        "obligation": known.id,
        "state": known.state,
        "provision": str(known.provision),
        "duty": known.duty,
        "kind": change.kind.value,
        "before": before or None,
        "after": after or None,
        "changed": [
            {"field": name, "before": before[name], "after": after[name]} for name in change.fields
        ],
        "because": list(change.reason.because),
        "passed": change.reason.passed,
    }


def _counts(counts: Counts) -> Document:
    moves = {
        f"{before.value} -> {after.value}": count for (before, after), count in counts.moves.items()
    }
    return {
        "kinds": {kind.value: count for kind, count in counts.kinds.items()},
        "moves": dict(sorted(moves.items())),
        "before": {standing.value: count for standing, count in counts.before.items()},
        "after": {standing.value: count for standing, count in counts.after.items()},
    }
