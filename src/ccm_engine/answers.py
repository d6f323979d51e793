"""What the register answers with, beside obligations and the results of single projections."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

import attrs

from ccm_engine.domain.events import Event
from ccm_engine.domain.obligations import Binding, Obligation, Standing
from ccm_engine.domain.states import State

if TYPE_CHECKING:
    from ccm_engine.projections import (
        clearance_ledger,
        party_roster,
        report_ledger,
        request_windows,
        stockpile_ledger,
    )
    from ccm_engine.projections.cooperation import Assistance, Stated
    from ccm_engine.projections.counting import StateCount, StatedNumber
    from ccm_engine.projections.dependence import Deciding, Depending


@attrs.frozen
class LogState:
    """Which log was asked, and how much of it: up to `position`, recorded at that moment.

    `published_by` is the day by which the sources asked had appeared, `None` if all were asked;
    `left_out` counts the events that no such source tells of. `asked_at` tells the moment of the
    asking, or the one asked about: what comes after it no log knows.
    """

    name: str
    position: int
    recorded_at: datetime | None
    _root: Callable[[], bytes] = attrs.field(eq=False, repr=False)
    published_by: date | None = None
    left_out: int = 0
    asked_at: Callable[[], datetime] | None = attrs.field(default=None, eq=False, repr=False)

    def same_as(self, other: LogState) -> bool:
        """Tell whether another answer was told from the same events by the same sources."""
        ours = (self.name, self.position, self.published_by)
        return ours == (other.name, other.position, other.published_by)

    @property
    def root(self) -> str:
        """The root of the Merkle tree over these events, in base64 as in a checkpoint."""
        return b64encode(self._root()).decode()


@attrs.frozen
class StateView:
    """One state on the day: who it is, since when bound, and what it owes."""

    state: State
    binding: Binding
    obligations: tuple[Obligation, ...]


@attrs.frozen
class Explanation:
    """One obligation with the events its grounds rest on, by identifier.

    `decided_by` are the events without which the answer would be another, `depends_on` the other
    choices of reading by which it would.
    """

    obligation: Obligation
    events: Mapping[str, Event]
    decided_by: tuple[Deciding, ...] = ()
    depends_on: tuple[Depending, ...] = ()


@attrs.frozen
class Figures:
    """The headline numbers of a review document.

    `national_measures` are the figures of Article 9 on the day; `cooperation` the numbers that
    documents give for a year.
    """

    convention_in_force_on: date | None
    committed: int
    consented: int
    in_force: int
    signatories_not_party: int
    initial_reports: report_ledger.InitialReports
    annual_reports: Mapping[int, report_ledger.AnnualReports]
    stockpiles: stockpile_ledger.Stockpiles
    clearance: clearance_ledger.Clearance
    victim_assistance: tuple[str, ...]
    national_measures: tuple[StateCount | StatedNumber, ...]
    cooperation: Mapping[int, Mapping[Assistance, Stated]]


@attrs.frozen
class Status:
    """One screen: the counts, what is overdue, what falls due next, which requests are open."""

    roster: party_roster.PartyRoster
    counts: Mapping[Standing, int]
    overdue: tuple[Obligation, ...]
    next_deadlines: tuple[Obligation, ...]
    open_requests: tuple[request_windows.RequestWindow, ...]
