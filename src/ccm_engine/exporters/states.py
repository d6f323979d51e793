"""One state: who it is, since when bound, what is established about it, what it owes."""

from __future__ import annotations

from ccm_engine.domain.events import Signed
from ccm_engine.domain.explanations import in_words
from ccm_engine.exporters.envelope import Document, written
from ccm_engine.exporters.obligations import register_document
from ccm_engine.register import Register, StateView


def state_document(view: StateView, register: Register) -> Document:
    """Return `state`, `name`, `group`, `membership`, the `dossier` and the obligations."""
    code = view.state.code
    return {
        "state": code,
        "name": view.state.name_on(register.as_of),
        "group": view.state.group.value,
        "membership": membership(view, register),
        "dossier": [
            {
                "id": each.id,
                "occurred_on": written(each.event.occurred_on),
                "in_words": in_words(each.event),
                "disputed": any(word.startswith("disputed") for word in each.became),
            }
            for each in register.history(code)
            if each.counts
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
