"""Who is bound, who has signed only, who has left."""

from __future__ import annotations

from ccm_engine.exporters.envelope import Document, written
from ccm_engine.projections.party_roster import PartyRoster


def parties_document(roster: PartyRoster) -> Document:
    """Return the `basis`, the counts, and the `parties`, `signatories` and `withdrawn`."""
    return {
        "basis": roster.basis.value,
        "count": len(roster.parties),
        **membership_counts(roster),
        "parties": [
            {
                "state": each.state,
                "name": each.name,
                "instrument": each.instrument.value,
                "consented_on": written(each.consented_on),
                "in_force_on": written(each.in_force_on),
            }
            for each in roster.parties
        ],
        "signatories": [
            {"state": each.state, "name": each.name, "signed_on": written(each.signed_on)}
            for each in roster.signatories
        ],
        "withdrawn": [
            {
                "state": each.state,
                "name": each.name,
                "notified_on": written(each.notified_on),
                "effective_on": written(each.effective_on),
            }
            for each in roster.withdrawn
        ],
    }


def membership_counts(roster: PartyRoster) -> Document:
    """Return how many states committed, consented, are bound, and signed only."""
    return {
        "convention_in_force_on": written(roster.convention_in_force_on),
        "committed": roster.committed,
        "consented": roster.consented,
        "in_force": roster.in_force,
        "signatories_not_party": len(roster.signatories),
    }
