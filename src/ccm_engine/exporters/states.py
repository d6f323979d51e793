"""One state: who it is, since when bound, what is established about it, what it owes."""

from __future__ import annotations

from ccm_engine.answers import StateView
from ccm_engine.domain.events import Entry, Event, RecordEvent, Signed
from ccm_engine.domain.explanations import in_words
from ccm_engine.exporters.envelope import Document, written
from ccm_engine.exporters.obligations import register_document
from ccm_engine.register import Register


def state_document(view: StateView, register: Register) -> Document:
    """Return `state`, `name`, `group`, `membership`, the `dossier` and the obligations."""
    return {
        "state": view.state.code,
        "name": view.state.name_on(register.as_of),
        "group": view.state.group.value,
        "membership": membership(view, register),
        "dossier": [
            {
                "id": each.id,
                "occurred_on": written(each.event.occurred_on),
                "in_words": in_words(each.event),
                "disputes": list(each.disputes),
            }
            for each in established(view.state.code, register)
        ],
        **register_document(view.obligations),
    }


def membership(view: StateView, register: Register) -> Document:
    """Return the days that bind a state, and whether the Convention is in force for it."""
    binding = view.binding
    signed = register.point.dossier(view.state.code).first(Signed)
    deposit = binding.deposit.event if binding.deposit else None
    return {
        "bound": binding.binds_on(register.as_of),
        "signed_on": written(signed.event.occurred_on) if signed else None,
        "instrument": deposit.instrument.value if deposit else None,
        "consented_on": written(deposit.occurred_on) if deposit else None,
        "provisional_from": written(binding.provisional_from),
        "in_force_on": written(binding.in_force_on),
        "withdrawal_effective_on": written(binding.withdrawal_effective_on),
        "ceased_on": written(binding.ceased_on),
    }


def established(code: str, register: Register) -> list[Entry[Event]]:
    """Return what stands in the record of a state and had happened by the day, oldest first."""
    return [
        each
        for each in register.point.history.chronicle(code).entries
        if register.point.has_happened(each.event.occurred_on)
        and not isinstance(each.event, RecordEvent)
    ]
