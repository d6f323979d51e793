"""Victims and the assistance they are given: Article 5.

`period` is the time a report speaks of, as its source writes it (`2015-2020`).
"""

from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import optional_words, quantity, words


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VictimsReported(StateEvent):
    """A state was said to have cluster munition victims in areas under its control: 5(1)."""

    TYPE: ClassVar[str] = "ccm.victims-reported.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VictimsAbsenceDeclared(StateEvent):
    """A state said that it has no cluster munition victims."""

    TYPE: ClassVar[str] = "ccm.victims-absence-declared.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FocalPointDesignated(StateEvent):
    """A state designated who coordinates victim assistance in its government: 5(2)(g)."""

    TYPE: ClassVar[str] = "ccm.focal-point-designated.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CasualtiesReported(StateEvent):
    """People were said to have been killed or injured: Articles 5(1), 7(1)(k).

    `casualties` is the total where the source does not tell killed from injured.
    """

    TYPE: ClassVar[str] = "ccm.casualties-reported.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)
    killed: int | None = attrs.field(default=None, validator=quantity)
    injured: int | None = attrs.field(default=None, validator=quantity)
    casualties: int | None = attrs.field(default=None, validator=quantity)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AssistancePlanAdopted(StateEvent):
    """A state has a plan that serves victims: Article 5(2)(c). `plan` says of which kind."""

    TYPE: ClassVar[str] = "ccm.victim-assistance-plan-adopted.v1"
    plan: str = attrs.field(validator=words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VictimDataCollected(StateEvent):
    """A state reported that it collects data about victims: Article 5(1)."""

    TYPE: ClassVar[str] = "ccm.victim-data-collected.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VictimDataDisaggregated(StateEvent):
    """A state reported data about victims told apart, as a rule by sex and age: Article 5(1)."""

    TYPE: ClassVar[str] = "ccm.victim-data-disaggregated.v1"
    by: str = attrs.field(validator=words)
    period: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VictimAssistanceReported(StateEvent):
    """A state reported what it does for victims: Article 7(1)(k)."""

    TYPE: ClassVar[str] = "ccm.victim-assistance-reported.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VictimAssistanceResourced(StateEvent):
    """A state mobilised resources for victim assistance: Article 5(2)(d)."""

    TYPE: ClassVar[str] = "ccm.victim-assistance-resourced.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DisabilityConventionStatusReported(StateEvent):
    """A state was said to be bound, or not, by the convention on disability rights: 5(2)(c)."""

    TYPE: ClassVar[str] = "ccm.disability-convention-status-reported.v1"
    status: str = attrs.field(validator=words)
