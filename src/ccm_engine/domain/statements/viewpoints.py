"""The standpoints from which statements are judged: one for each day, kept while they are used."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date

import attrs

from ccm_engine.domain.events import Signed
from ccm_engine.domain.interpretations import (
    DeadlineStyle,
    ExtensionDate,
    Interpretation,
    PartialDates,
    SixthMonth,
)
from ccm_engine.domain.obligations import Binding, Obligation
from ccm_engine.domain.standpoint import Standpoint


class Membership(enum.Enum):
    """What a state is to the Convention on a day."""

    NEITHER = "neither signed nor joined"
    SIGNATORY = "signatory"
    CONSENTED = "consented, not yet in force"
    IN_FORCE = "in force"
    WITHDRAWN = "withdrawn"


def standpoint_on(point: Standpoint, day: date, reading: Interpretation) -> Standpoint:
    """Return another day or reading of the same history, told from the same sources."""
    return Standpoint(point.history, day, reading)


@attrs.define
class View:
    """A standpoint with what was derived from it."""

    point: Standpoint
    _owed: dict[str, Mapping[str, Obligation]] = attrs.field(factory=dict, init=False)
    _bindings: dict[str, Binding] = attrs.field(factory=dict, init=False)

    def owed(self, state: str) -> Mapping[str, Obligation]:
        """Return what a state owes by the part of the identifier behind it: `3.2`, `7.2/2014`."""
        if (known := self._owed.get(state)) is None:
            found = self.point.derive(state, self.point.as_of)
            known = {each.id.partition("/")[2]: each for each in found}
            self._owed[state] = known
        return known

    def binding(self, state: str) -> Binding:
        """Return since when and until when a state is bound."""
        if (known := self._bindings.get(state)) is None:
            known = self._bindings[state] = self.point.binding(state)
        return known

    def membership(self, state: str) -> Membership:
        """Return what a state is to the Convention on the day."""
        binding = self.binding(state)
        if binding.deposit is None:
            signed = self.point.dossier(state).first(Signed)
            return Membership.NEITHER if signed is None else Membership.SIGNATORY
        if binding.ceased_on is not None:
            return Membership.WITHDRAWN
        bound = binding.binds_on(self.point.as_of)
        return Membership.IN_FORCE if bound else Membership.CONSENTED


@attrs.define
class Day:
    """One day seen by several readings: the one asked for, and those it is compared with."""

    point: Standpoint
    as_of: date
    _views: dict[Interpretation, View] = attrs.field(factory=dict, init=False)

    def by(self, reading: Interpretation) -> View:
        """Return the day by a reading."""
        if (known := self._views.get(reading)) is None:
            known = View(standpoint_on(self.point, self.as_of, reading))
            self._views[reading] = known
        return known

    @property
    def asked(self) -> View:
        """The day by the reading asked for."""
        return self.by(self.point.reading)

    @property
    def other_end(self) -> View:
        """The same with days known only in part counted from their other end: INT-0012."""
        reading = self.point.reading
        last = reading.partial_dates is PartialDates.LAST_DAY
        how = PartialDates.FIRST_DAY if last else PartialDates.LAST_DAY
        return self.by(attrs.evolve(reading, partial_dates=how))

    @property
    def by_arithmetic(self) -> View:
        """The same with every deadline on its anniversary, extended by months: INT-0001, 0008."""
        return self.by(
            attrs.evolve(
                self.point.reading,
                deadline_style=DeadlineStyle.ANNIVERSARY,
                extension_date=ExtensionDate.COMPUTED,
            )
        )

    @property
    def by_day_of_deposit(self) -> View:
        """The same by the reading of Article 17(2) that practice rejects: INT-0016."""
        return self.by(attrs.evolve(self.point.reading, sixth_month=SixthMonth.DAY_OF_DEPOSIT))


@attrs.define
class Days:
    """Every day on which a statement is judged, of one history."""

    point: Standpoint
    _known: dict[date, Day] = attrs.field(factory=dict, init=False)

    def on(self, as_of: date) -> Day:
        """Return one day."""
        if (known := self._known.get(as_of)) is None:
            known = self._known[as_of] = Day(self.point, as_of)
        return known
