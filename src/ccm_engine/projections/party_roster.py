"""Who is bound, who has signed only, who has left."""

from __future__ import annotations

from datetime import date

import attrs

from ccm_engine.domain.articles.article_17_entry_into_force import convention_in_force_on
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Instrument, Signed
from ccm_engine.domain.interpretations import PartyCount
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.states import ALL_STATES, StateCode


@attrs.frozen
class Party:
    """A state that consented to be bound; `in_force_on` may lie ahead, or be unknown."""

    state: str
    name: str
    instrument: Instrument
    consented_on: PartialDate
    in_force_on: date | None


@attrs.frozen
class Signatory:
    """A state that signed and has deposited nothing."""

    state: str
    name: str
    signed_on: PartialDate


@attrs.frozen
class Withdrawn:
    """A state that gave notice; bound until the day before `effective_on`.

    `effective_on` is `None` while an armed conflict holds the withdrawal up: Article 20(3).
    """

    state: str
    name: str
    notified_on: PartialDate
    effective_on: date | None


@attrs.frozen
class PartyRoster:
    """The states on one day, each list in the order of codes.

    `consented` and `in_force` count both ways, whichever `basis` the list of parties has;
    `committed` are consents and signatories together. `convention_in_force_on` is the day the
    Convention itself enters into force, `None` while fewer than thirty instruments are deposited.
    """

    basis: PartyCount
    parties: tuple[Party, ...]
    signatories: tuple[Signatory, ...]
    withdrawn: tuple[Withdrawn, ...]
    consented: int
    in_force: int
    convention_in_force_on: date | None

    @property
    def committed(self) -> int:
        """How many states signed or joined and have not left."""
        return self.consented + len(self.signatories)


def name_of(state: str, on: date) -> str:
    """Return the name a state had on a day."""
    return ALL_STATES[StateCode(state)].name_on(on)


def party_roster(point: Standpoint, basis: PartyCount | None = None) -> PartyRoster:
    """List who is bound on the day, counted by consent or by entry into force (INT-0005)."""
    basis = basis or point.reading.party_count
    parties: list[Party] = []
    signatories: list[Signatory] = []
    withdrawn: list[Withdrawn] = []
    consented = in_force = 0
    for state in point.states:
        binding, name = point.binding(state), name_of(state, point.as_of)
        if (notice := binding.notice) is not None:
            day = notice.event.occurred_on
            withdrawn.append(Withdrawn(state, name, day, binding.withdrawal_effective_on))
        if binding.deposit is None:
            signed = point.dossier(state).first(Signed)
            if signed is not None:
                signatories.append(Signatory(state, name, signed.event.occurred_on))
        elif binding.ceased_on is None:
            bound = binding.binds_on(point.as_of)
            consented, in_force = consented + 1, in_force + bound
            if bound or basis is PartyCount.CONSENT:
                event = binding.deposit.event
                parties.append(
                    Party(state, name, event.instrument, event.occurred_on, binding.in_force_on)
                )
    return PartyRoster(
        basis,
        tuple(parties),
        tuple(signatories),
        tuple(withdrawn),
        consented,
        in_force,
        convention_in_force_on(point.ccm, point.reading),
    )


def consenting_states(point: Standpoint) -> tuple[str, ...]:
    """Return the states that consented and have not left, by code."""
    found = ((state, point.binding(state)) for state in point.states)
    return tuple(state for state, each in found if each.deposit and each.ceased_on is None)
