"""One day as the themes of a review look at it: the standpoint, and what follows, derived once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeVar

import attrs

from ccm_engine.domain.events import CONVENTION, Entry, Event
from ccm_engine.domain.obligations import Obligation
from ccm_engine.domain.provisions import Cited
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.projections.party_roster import consenting_states

E = TypeVar("E", bound=Event)


@attrs.define
class View:
    """A standpoint with its obligations.

    `obligations_of` gives what a stream owes under the Convention, `commitments_of` what it owes
    politically; `parties` are the states that consented and have not left, by code.
    """

    point: Standpoint
    obligations_of: Callable[[str], tuple[Obligation, ...]]
    commitments_of: Callable[[str], tuple[Obligation, ...]]
    _parties: tuple[str, ...] | None = attrs.field(default=None, init=False, repr=False)

    @property
    def as_of(self) -> date:
        """The legal day."""
        return self.point.as_of

    @property
    def parties(self) -> tuple[str, ...]:
        """The states that consented and have not left, by code."""
        if self._parties is None:
            self._parties = consenting_states(self.point)
        return self._parties

    def owed(self, *provisions: Cited) -> Mapping[str, tuple[Obligation, ...]]:
        """Return what the parties owe under these provisions, by state; none left out."""
        return {
            state: tuple(
                each for each in self.obligations_of(state) if each.provision in provisions
            )
            for state in self.parties
        }

    def happened(self, kind: type[E]) -> Iterator[tuple[str, Entry[E]]]:
        """Yield every event of a kind in the histories of states, by code, oldest first."""
        for state in self.point.states:
            for entry in self.point.dossier(state).all(kind):
                yield state, entry

    def of_all(self, kind: type[E]) -> list[Entry[E]]:
        """Return every event of a kind that concerns all states, oldest first."""
        return self.point.dossier(CONVENTION).all(kind)
