"""Victims, as far as they decide who has duties under Article 5."""

from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent


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
