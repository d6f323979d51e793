"""Who joined and when, who signed only, and what states not party do: Articles 16 to 21."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from ccm_engine.domain.articles.binding import counting
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Entry,
    Event,
    Instrument,
    InstrumentDeposited,
    MeetingAttendedAsObserver,
    ProductionReported,
    ResolutionVoteCast,
    Signed,
    UseRestricted,
    Vote,
)
from ccm_engine.domain.interpretations import PartyCount
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.states import ALL_STATES, RegionalGroup, StateCode
from ccm_engine.projections.certainty import (
    Answer,
    Certainty,
    certain,
    in_period,
    one_of,
)
from ccm_engine.projections.counting import Events
from ccm_engine.projections.party_roster import name_of
from ccm_engine.projections.view import View


class Membership(enum.Enum):
    """What a state is to the Convention on a day."""

    IN_FORCE = "in-force"
    CONSENTED = "consented"
    SIGNATORY = "signatory"
    WITHDRAWN = "withdrawn"
    OUTSIDE = "outside"


PARTIES = frozenset({Membership.IN_FORCE, Membership.CONSENTED})
"""Those who consented and have not left; the Convention may not yet bind the second."""

COMMITTED = PARTIES | {Membership.SIGNATORY}
"""Those who signed or joined and have not left."""


@attrs.frozen(kw_only=True)
class Joined:
    """A state that deposited its instrument in a period; once for each instrument.

    `signed_on` is `None` for one that had not signed; `within` is `UNKNOWN` where the day of the
    deposit is known in part, and may lie outside. `event` is the deposit.
    """

    state: str
    name: str
    group: RegionalGroup
    instrument: Instrument
    deposited_on: PartialDate
    signed_on: PartialDate | None
    within: Certainty
    event: str


@attrs.frozen(kw_only=True)
class StateNotParty:
    """A state without standing consent, and what is on record of it; nothing found is no proof.

    `votes` are by calendar year. `observed`, `restricted` and `produced` are the events that tell
    of attendance as observer, of restrictions on use, transfer or the like, and of production.
    """

    state: str
    name: str
    group: RegionalGroup
    membership: Membership
    votes: Mapping[int, Vote]
    observed: Events
    restricted: Events
    produced: Events


def membership(point: Standpoint, state: str) -> Membership:
    """Return what a state is to the Convention on the day."""
    binding = point.binding(state)
    if binding.deposit is None:
        signed = point.dossier(state).first(Signed)
        return Membership.OUTSIDE if signed is None else Membership.SIGNATORY
    if binding.ceased_on is not None:
        return Membership.WITHDRAWN
    return Membership.IN_FORCE if binding.binds_on(point.as_of) else Membership.CONSENTED


def counted_as(view: View, *wanted: Membership) -> Iterator[Answer]:
    """Answer for each state on record whether it is one of these; proved by what it did last."""
    points = (view.point, view.point.other_end())
    for state in view.point.states:
        found = certain(one_of(membership(point, state), wanted) for point in points)
        if found is not Certainty.NO:
            acts = dict.fromkeys(act for point in points for act in _acts(point, state))
            yield state, found, tuple(acts)


def _acts(point: Standpoint, state: str) -> Iterator[str]:
    """Yield the events by which a state came to be what it is: signature or deposit, notice."""
    binding = point.binding(state)
    signed = point.dossier(state).first(Signed)
    if binding.deposit is not None:
        yield binding.deposit.id
    elif signed is not None:
        yield signed.id
    if binding.notice is not None:
        yield binding.notice.id


def joined(before: View, after: View) -> tuple[Joined, ...]:
    """Return who deposited after one day and by another, in the order of deposit, then by code.

    What happened in the period counts, whatever followed: who withdrew again is listed, and who
    then consented anew is listed twice. So is, in doubt, a deposit that may have been made in it.
    Not an instrument of who was bound already.
    """
    found = [
        _joined(after, state, entry, within)
        for state in after.point.states
        for entry in _consents(after.point, state)
        if (within := in_period(entry.event.occurred_on, before.as_of, after.as_of))
        is not Certainty.NO
    ]
    return tuple(sorted(found, key=lambda each: (each.deposited_on.latest, each.state)))


def _consents(point: Standpoint, state: str) -> list[Entry[InstrumentDeposited]]:
    deposits = point.history.chronicle(state).deposits
    return counting(deposits, point.dossier, point.reading)


def _joined(view: View, state: str, entry: Entry[InstrumentDeposited], within: Certainty) -> Joined:
    signed = view.point.dossier(state).first(Signed)
    return Joined(
        state=state,
        name=name_of(state, view.as_of),
        group=ALL_STATES[StateCode(state)].group,
        instrument=entry.event.instrument,
        deposited_on=entry.event.occurred_on,
        signed_on=signed.event.occurred_on if signed else None,
        within=within,
        event=entry.id,
    )


def missing_to(view: View, target: int, basis: PartyCount) -> int | None:
    """Return how many States Parties a target still lacks, counted on one basis; 0 if reached.

    `None` where a day known only in part leaves it open: another number by its other end.
    """
    counted = PARTIES if basis is PartyCount.CONSENT else {Membership.IN_FORCE}
    points = (view.point, view.point.other_end())
    have = (sum(membership(point, state) in counted for state in point.states) for point in points)
    lacking = {max(target - each, 0) for each in have}
    return lacking.pop() if len(lacking) == 1 else None


def outside(view: View) -> tuple[str, ...]:
    """Return every state there is that has no standing consent, by code."""
    return tuple(sorted({*ALL_STATES} - {*view.parties}))


def not_party(view: View) -> Iterator[tuple[str, Certainty]]:
    """Yield every state that has no standing consent, and whether that is certain, by code."""
    party = {state: how for state, how, _ in counted_as(view, *PARTIES)}
    for state in sorted(ALL_STATES):
        if (how := party.get(state, Certainty.NO)) is not Certainty.YES:
            yield state, Certainty.YES if how is Certainty.NO else Certainty.UNKNOWN


def states_not_party(view: View) -> tuple[StateNotParty, ...]:
    """Return each state without standing consent with what is on record of it, by code."""
    cast = votes(view)
    return tuple(
        StateNotParty(
            state=state,
            name=name_of(state, view.as_of),
            group=ALL_STATES[StateCode(state)].group,
            membership=membership(view.point, state),
            votes={year: of[state].event.vote for year, of in cast.items() if state in of},
            observed=reported(view, state, MeetingAttendedAsObserver),
            restricted=reported(view, state, UseRestricted),
            produced=reported(view, state, ProductionReported),
        )
        for state in outside(view)
    )


def reported(view: View, state: str, kind: type[Event]) -> Events:
    """Return the events of a kind in a state's history, oldest first; empty proves nothing."""
    return tuple(entry.id for entry in view.point.dossier(state).all(kind))


def votes(view: View) -> Mapping[int, Mapping[str, Entry[ResolutionVoteCast]]]:
    """Return the votes of states that were not party at the end of their year, by year and code.

    A vote without a year is of the year it was cast in, if that is known; of two votes of one
    state in one year the later word counts.
    """
    found: dict[int, dict[str, Entry[ResolutionVoteCast]]] = {}
    for state, entry in view.happened(ResolutionVoteCast):
        if (year := _year(entry.event)) is not None:
            found.setdefault(year, {})[state] = entry
    of_outsiders: dict[int, dict[str, Entry[ResolutionVoteCast]]] = {}
    for year in sorted(found):
        parties = parties_at_end_of(view, year)
        if cast := {state: entry for state, entry in found[year].items() if state not in parties}:
            of_outsiders[year] = cast
    return of_outsiders


def _year(event: ResolutionVoteCast) -> int | None:
    if event.year is not None:
        return event.year
    day = event.occurred_on
    return day.latest.year if day.first.year == day.latest.year else None


def parties_at_end_of(view: View, year: int) -> frozenset[str]:
    """Return who had consented by the end of a year and had not left, by both ends of unsure days.

    Of a year that is not over, by the day of the view; by every consent, also one that a
    withdrawal ended since.
    """
    point = view.point
    return _parties_at_end_of(point, year) & _parties_at_end_of(point.other_end(), year)


def perhaps_parties_at_end_of(view: View, year: int) -> frozenset[str]:
    """Return who had consented by the end of a year and not left, by either end of unsure days."""
    point = view.point
    return _parties_at_end_of(point, year) | _parties_at_end_of(point.other_end(), year)


def _parties_at_end_of(seen: Standpoint, year: int) -> frozenset[str]:
    last = min(date(year, 12, 31), seen.as_of)
    point = Standpoint(seen.history, last, seen.reading)
    return frozenset(state for state in point.states if membership(point, state) in PARTIES)
