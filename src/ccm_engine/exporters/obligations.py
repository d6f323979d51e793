"""Obligations: the register, what falls due, one obligation explained."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from ccm_engine.answers import Explanation
from ccm_engine.domain.explanations import headline, in_words, standing_line
from ccm_engine.domain.obligations import Extension, Ground, Obligation, Otherwise
from ccm_engine.exporters.envelope import Document, written
from ccm_engine.exporters.happenings import told

_ANSWER: Final = (
    "treaty_due",
    "due",
    "standing",
    "discharged_on",
    "timeliness",
    "days_late",
    "days_late_range",
    "request_pending",
    "otherwise",
)


def register_document(obligations: Iterable[Obligation]) -> Document:
    """Return `count` and `obligations`."""
    found = [obligation_object(each) for each in obligations]
    return {"count": len(found), "obligations": found}


def deadlines_document(obligations: Iterable[Obligation], first: date, last: date) -> Document:
    """Return `from`, `until`, `count` and `deadlines`, soonest first."""
    found = [obligation_object(each) for each in obligations]
    return {
        "from": first.isoformat(),
        "until": last.isoformat(),
        "count": len(found),
        "deadlines": found,
    }


def explanation_document(explanation: Explanation, as_of: date) -> Document:
    """Return one `obligation`, what it is in words, and by identifier the `events` it rests on.

    Also the events it is `decided_by`, with the answer `without` each, and the choices of reading
    it `depends_on`, with what it `would_be`; `None` where there would be no such obligation.
    """
    obligation = explanation.obligation
    return {
        "obligation": obligation_object(obligation),
        "headline": headline(obligation, as_of),
        "standing_line": standing_line(obligation),
        "events": {name: told(event) for name, event in explanation.events.items()},
        "decided_by": [
            {
                "event": each.id,
                "in_words": in_words(each.event),
                "without": _answer(each.without),
            }
            for each in explanation.decided_by
        ],
        "depends_on": [
            {
                "choice": each.choice,
                "record": each.record,
                "chosen": each.chosen,
                "alternative": each.alternative,
                "would_be": _answer(each.would_be),
            }
            for each in explanation.depends_on
        ],
    }


def obligation_object(obligation: Obligation) -> Document:
    """Return one obligation with all that was derived about it."""
    return {
        "id": obligation.id,
        "state": obligation.state,
        "provision": str(obligation.provision),
        "duty": obligation.duty,
        "nature": obligation.nature.value,
        "treaty_due": written(obligation.treaty_due),
        "due": written(obligation.due),
        "standing": obligation.standing.value,
        "discharged_on": written(obligation.discharged_on),
        "timeliness": obligation.timeliness.value if obligation.timeliness else None,
        "days_late": obligation.days_late,
        "days_late_range": list(obligation.days_late_range) if obligation.days_late_range else None,
        "extensions": [_extension(each) for each in obligation.extensions],
        "request_pending": obligation.request_pending,
        "grounds": [_ground(each) for each in obligation.grounds],
        "otherwise": _otherwise(obligation.otherwise) if obligation.otherwise else None,
    }


def brief(obligation: Obligation) -> Document:
    """Return the few keys by which a list names an obligation."""
    return {
        "obligation": obligation.id,
        "state": obligation.state,
        "provision": str(obligation.provision),
        "due": written(obligation.due),
        "standing": obligation.standing.value,
    }


def _answer(obligation: Obligation | None) -> Document | None:
    """Return what of an obligation is its answer: all but who owes it, and the reasons."""
    if obligation is None:
        return None
    whole = obligation_object(obligation)
    return {
        **{name: whole[name] for name in _ANSWER},
        "extended_to": [written(each.due) for each in obligation.extensions],
    }


def _extension(extension: Extension) -> Document:
    return {
        "months": extension.months,
        "until": written(extension.until),
        "decided_on": written(extension.decided_on),
        "meeting": extension.meeting,
        "due": written(extension.due),
        "event": extension.event,
    }


def _ground(ground: Ground) -> Document:
    return {
        "provision": str(ground.provision),
        "conclusion": ground.conclusion,
        "events": list(ground.events),
    }


def _otherwise(otherwise: Otherwise) -> Document:
    return {
        "due": written(otherwise.due),
        "standing": otherwise.standing.value,
        "discharged_on": written(otherwise.discharged_on),
    }
