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
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.projections.silence import silence_tells

ART_13_1: Final = Provision.parse("13(1)")
ART_13_5: Final = Provision.parse("13(5)")

_Step = TypeVar("_Step", AmendmentCirculated, AmendmentAdopted)
_Act = TypeVar("_Act", AmendmentSupported, AmendmentAccepted)
_Acts = Mapping[str, PartialDate]
"""On which day each state did something, as far as that is known."""


class Stage(enum.Enum):
    """How far an amendment has come. Nobody is bound by it before it is in force.

    Undetermined, where silence does not tell whether a majority supported it (13(1)) or, once it
    is adopted, accepted it (13(5)): so it may be lapsed or supported, adopted or in force.
    """

    PROPOSED = "proposed"
    OPEN_FOR_SUPPORT = "open-for-support"
    SUPPORTED = "supported"
    LAPSED = "lapsed"
    ADOPTED = "adopted"
    IN_FORCE = "in-force"
    UNDETERMINED = "undetermined"


@attrs.frozen(kw_only=True)
class Amendment:
    """One amendment on one day; states by code.

    `asked` are the States Parties at circulation, `supported_by` those of them that supported it
    by the last day, `support_until`; `supported_on` is the day on which they became a majority,
    so that the Secretary-General convenes a conference. `accepted_by` is every state that accepted
    while its consent stood, `in_force_on` the day on which a majority of `parties_at_adoption`
    had, and `in_force_for` since when for whom. `otherwise` is the stage if days known only in
    part fell on their other end (INT-0012), `None` if that is no other.
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
    supported_on: PartialDate | None = None
    adopted_on: PartialDate | None = None
    parties_at_adoption: tuple[str, ...] = ()
    accepted_by: tuple[str, ...] = ()
    in_force_on: PartialDate | None = None
    in_force_for: Mapping[str, PartialDate] = attrs.field(factory=dict[str, PartialDate])
    events: tuple[str, ...] = ()
    otherwise: Stage | None = None


def amendments(point: Standpoint) -> tuple[Amendment, ...]:
    """Return every amendment proposed by the day, oldest first; none, while none is proposed."""
    found = tuple(_amendments(point))
    if not found:
        return ()
    stages = {each.name: each.stage for each in _amendments(point.other_end())}
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
        last = self._day(until)
        asked = _parties_on(self.point, self._day(when))
        in_time = _first(
            (state, day)
            for state, day in self._acts(AmendmentSupported)
            if state in asked and self._day(day) <= last
        )
        happened = self._happened(in_time)
        reached = majority_reached(happened, asked, when) and majority_reached(in_time, asked, when)
        silent = Stage.LAPSED if self._told(ART_13_1, last) else Stage.UNDETERMINED
        stage = silent if self.point.as_of > last else Stage.OPEN_FOR_SUPPORT
        return attrs.evolve(
            begun,
            stage=Stage.SUPPORTED if reached else stage,
            circulated_on=when,
            support_until=until,
            asked=asked,
            supported_by=tuple(sorted(happened)),
            supported_on=reached,
        )

    def _adopted(self, begun: Amendment) -> Amendment:
        """Add who accepted it, and since when it is in force: Article 13(5)."""
        adopted = self._step(AmendmentAdopted)
        if adopted is None:
            return begun
        when = adopted.event.occurred_on
        parties = _parties_on(self.point, self._day(when))
        acts = tuple(self._acts(AmendmentAccepted))
        accepted = self._happened(_first(acts))
        reached = majority_reached(accepted, parties, when) and majority_reached(
            _first(acts), parties, when
        )
        told = self._told(ART_13_5, self.point.as_of)
        silent = Stage.ADOPTED if told else Stage.UNDETERMINED
        return attrs.evolve(
            begun,
            stage=Stage.IN_FORCE if reached else silent,
            adopted_on=when,
            parties_at_adoption=parties,
            accepted_by=tuple(sorted(accepted)),
            in_force_on=reached,
            in_force_for=self._in_force(acts, reached),
        )

    def _in_force(
        self, acts: tuple[tuple[str, PartialDate], ...], reached: PartialDate | None
    ) -> Mapping[str, PartialDate]:
        """Tell for whom it is in force: who is bound, and accepted under that same consent."""
        bound: dict[str, date] = {}
        own: list[tuple[str, PartialDate]] = []
        for state, day in acts:
            binding = self.point.binding(state)
            begins, deposit = binding.in_force_on, binding.deposit
            if begins is None or deposit is None or not binding.binds_on(self.point.as_of):
                continue
            if self._day(deposit.event.occurred_on) <= self._day(day):
                bound[state] = begins
                own.append((state, day))
        return in_force_for(self._happened(_first(own)), reached, bound.items())

    def _step(self, kind: type[_Step]) -> Entry[_Step] | None:
        name = self.proposed.event.amendment
        return next((each for each in self._common.all(kind) if each.event.amendment == name), None)

    def _acts(self, kind: type[_Act]) -> Iterable[tuple[str, PartialDate]]:
        """Yield what each state did that may have happened by the day, while its consent stood.

        Of a state not party, and of one that had left by then, nothing counts.
        """
        for entry in self.point.history.chronicle(CONVENTION).entries:
            event = entry.event
            if not isinstance(event, kind) or event.amendment != self.proposed.event.amendment:
                continue
            begun = event.occurred_on.first <= self.point.as_of
            if begun and self._consents(_actor(event), self._day(event.occurred_on)):
                yield _actor(event), event.occurred_on

    def _consents(self, state: str, day: date) -> bool:
        """Tell whether a state had deposited its consent by a day, and not left."""
        binding = Standpoint(self.point.history, day, self.point.reading).binding(state)
        return binding.deposit is not None and binding.ceased_on is None

    def _happened(self, acts: _Acts) -> _Acts:
        """Return the acts that had happened by the day, as the reading counts: INT-0012."""
        return {state: day for state, day in acts.items() if self.point.has_happened(day)}

    def _told(self, provision: Provision, day: date) -> bool:
        """Tell whether nothing more on record by a day means that nothing more happened."""
        return silence_tells(self.point, provision, CONVENTION, day)

    def _day(self, known: PartialDate) -> date:
        return day_counted(known, self.point.reading.partial_dates)


def _parties_on(point: Standpoint, day: date) -> tuple[str, ...]:
    """Return the states for which the Convention was in force on a day, by code: a frozen set."""
    then = point if day == point.as_of else Standpoint(point.history, day, point.reading)
    return tuple(state for state in then.states if then.binding(state).binds_on(day))


def _actor(event: AmendmentSupported | AmendmentAccepted) -> str:
    match event:
        case AmendmentSupported(supported_by=state) | AmendmentAccepted(accepted_by=state):
            return state


def _first(acts: Iterable[tuple[str, PartialDate]]) -> _Acts:
    """Return when each state acted for the first time, both ends."""
    days: dict[str, PartialDate] = {}
    for state, day in acts:
        before = days.get(state, day)
        days[state] = PartialDate(min(before.first, day.first), min(before.latest, day.latest))
    return days
