"""Amendments: who supports a proposal, who accepted it, and for whom it is in force: Article 13."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, TypeVar

import attrs

from ccm_engine.domain.articles.article_13_amendments import (
    in_force_for,
    last_day_to_support,
    majority_reached,
)
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.dossier import Dossier, day_counted
from ccm_engine.domain.events import (
    CONVENTION,
    FAMILIES,
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    Entry,
)
from ccm_engine.domain.interpretations import PartialDates
from ccm_engine.domain.standpoint import Standpoint

_Step = TypeVar("_Step", AmendmentCirculated, AmendmentAdopted)


class Stage(enum.Enum):
    """How far an amendment has come. Nobody is bound by it before it is in force."""

    PROPOSED = "proposed"
    OPEN_FOR_SUPPORT = "open-for-support"
    SUPPORTED = "supported"
    LAPSED = "lapsed"
    ADOPTED = "adopted"
    IN_FORCE = "in-force"


@attrs.frozen(kw_only=True)
class Amendment:
    """One amendment on one day; states by code.

    `asked` are the States Parties at circulation, `supported_by` those of them that supported it
    by the last day, `support_until`; `supported_on` is the day on which they became a majority,
    so that the Secretary-General convenes a conference. `accepted_by` is every state that
    accepted, `in_force_on` the day on which a majority of `parties_at_adoption` had, and
    `in_force_for` since when for whom. `otherwise` is the stage if days known only in part fell
    on their other end (INT-0012), `None` if that is no other.
    """

    name: str
    stage: Stage
    proposed_by: str
    proposed_on: PartialDate
    subject: str | None
    circulated_on: PartialDate | None = None
    support_until: PartialDate | None = None
    asked: tuple[str, ...] = ()
    supported_by: tuple[str, ...] = ()
    supported_on: date | None = None
    adopted_on: PartialDate | None = None
    parties_at_adoption: tuple[str, ...] = ()
    accepted_by: tuple[str, ...] = ()
    in_force_on: date | None = None
    in_force_for: Mapping[str, date] = attrs.field(factory=dict[str, date])
    events: tuple[str, ...] = ()
    otherwise: Stage | None = None


_OTHER_END: Final = {
    PartialDates.LAST_DAY: PartialDates.FIRST_DAY,
    PartialDates.FIRST_DAY: PartialDates.LAST_DAY,
}


def amendments(point: Standpoint) -> tuple[Amendment, ...]:
    """Return every amendment proposed by the day, oldest first; none, while none is proposed."""
    found = tuple(_amendments(point))
    if not found:
        return ()
    reading = attrs.evolve(point.reading, partial_dates=_OTHER_END[point.reading.partial_dates])
    other = Standpoint(point.history, point.as_of, reading)
    stages = {each.name: each.stage for each in _amendments(other)}
    return tuple(
        each
        if stages.get(each.name, each.stage) is each.stage
        else attrs.evolve(each, otherwise=stages[each.name])
        for each in found
    )


def _amendments(point: Standpoint) -> Iterable[Amendment]:
    for entry in point.dossier(CONVENTION).all(AmendmentProposed):
        yield _Proposal(point, entry).amendment()


@attrs.frozen
class _Proposal:
    """One proposal, seen from one standpoint."""

    point: Standpoint
    proposed: Entry[AmendmentProposed]

    @property
    def _common(self) -> Dossier:
        return self.point.dossier(CONVENTION)

    def amendment(self) -> Amendment:
        """Put together what is on record of it."""
        proposed = self.proposed.event
        begun = Amendment(
            name=proposed.amendment,
            stage=Stage.PROPOSED,
            proposed_by=proposed.proposed_by,
            proposed_on=proposed.occurred_on,
            subject=proposed.subject,
            events=self._events(),
        )
        return self._adopted(self._supported(begun))

    def _events(self) -> tuple[str, ...]:
        told = self._common.timeline(*FAMILIES["amendments"])
        name = self.proposed.event.amendment
        return tuple(each.id for each in told if getattr(each.event, "amendment", None) == name)

    def _supported(self, begun: Amendment) -> Amendment:
        """Add who supported it within the 90 days: Article 13(1)."""
        circulated = self._step(AmendmentCirculated)
        if circulated is None:
            return begun
        when = circulated.event.occurred_on
        until = last_day_to_support(when)
        asked = _parties_on(self.point, self._day(when))
        days = self._days(
            (entry.event.supported_by, entry.event.occurred_on)
            for entry in self._common.all(AmendmentSupported)
            if entry.event.amendment == begun.name
        )
        in_time = {
            state: day for state, day in days.items() if state in asked and day <= self._day(until)
        }
        reached = majority_reached(in_time, asked)
        over = self.point.as_of > self._day(until)
        stage = Stage.LAPSED if over else Stage.OPEN_FOR_SUPPORT
        return attrs.evolve(
            begun,
            stage=Stage.SUPPORTED if reached else stage,
            circulated_on=when,
            support_until=until,
            asked=asked,
            supported_by=tuple(sorted(in_time)),
            supported_on=reached,
        )

    def _adopted(self, begun: Amendment) -> Amendment:
        """Add who accepted it, and since when it is in force: Article 13(5)."""
        adopted = self._step(AmendmentAdopted)
        if adopted is None:
            return begun
        parties = _parties_on(self.point, self._day(adopted.event.occurred_on))
        accepted = self._days(
            (entry.event.accepted_by, entry.event.occurred_on)
            for entry in self._common.all(AmendmentAccepted)
            if entry.event.amendment == begun.name
        )
        reached = majority_reached(accepted, parties)
        return attrs.evolve(
            begun,
            stage=Stage.IN_FORCE if reached else Stage.ADOPTED,
            adopted_on=adopted.event.occurred_on,
            parties_at_adoption=parties,
            accepted_by=tuple(sorted(accepted)),
            in_force_on=reached,
            in_force_for=in_force_for(accepted, reached, self._bound(accepted)),
        )

    def _bound(self, states: Iterable[str]) -> Iterable[tuple[str, date]]:
        """Yield since when each state is bound by the Convention; not those that are not now."""
        for state in states:
            binding = self.point.binding(state)
            if binding.in_force_on is not None and binding.binds_on(self.point.as_of):
                yield state, binding.in_force_on

    def _step(self, kind: type[_Step]) -> Entry[_Step] | None:
        name = self.proposed.event.amendment
        return next((each for each in self._common.all(kind) if each.event.amendment == name), None)

    def _days(self, acts: Iterable[tuple[str, PartialDate]]) -> Mapping[str, date]:
        """Return the day that counts of each state's first act: INT-0012."""
        days: dict[str, date] = {}
        for state, when in acts:
            days[state] = min(self._day(when), days.get(state, date.max))
        return days

    def _day(self, known: PartialDate) -> date:
        return day_counted(known, self.point.reading.partial_dates)


def _parties_on(point: Standpoint, day: date) -> tuple[str, ...]:
    """Return the states for which the Convention was in force on a day, by code: a frozen set."""
    then = point if day == point.as_of else Standpoint(point.history, day, point.reading)
    return tuple(state for state in then.states if then.binding(state).binds_on(day))
