"""Contamination and its clearance: Article 4. Areas are in square metres (m2).

`conflict` names the hostilities where remnants came after entry into force (4(1)(b)).
"""

from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import (
    article_3_or_4,
    optional_short_name,
    optional_words,
    quantity,
    short_name,
)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Area(StateEvent):
    confirmed_m2: int | None = attrs.field(default=None, validator=quantity)
    suspected_m2: int | None = attrs.field(default=None, validator=quantity)
    areas: int | None = attrs.field(default=None, validator=quantity)
    conflict: str | None = attrs.field(default=None, validator=optional_short_name)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ContaminationDeclared(_Area):
    """A state said that areas under its jurisdiction hold remnants: Article 4(1), 7(1)(h)."""

    TYPE: ClassVar[str] = "ccm.contamination-declared.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ContaminationAbsenceDeclared(StateEvent):
    """A state said that it knows of no contaminated area."""

    TYPE: ClassVar[str] = "ccm.contamination-absence-declared.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ContaminationReportedByOthers(_Area):
    """Somebody other than the state said that it has contaminated areas, or none (0)."""

    TYPE: ClassVar[str] = "ccm.contamination-reported-by-others.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ContaminationFound(_Area):
    """Areas unknown before were found: Article 4(6)(d)."""

    TYPE: ClassVar[str] = "ccm.contamination-found.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class HostilitiesEnded(StateEvent):
    """The active hostilities that left remnants after entry into force ended: Article 4(1)(b)."""

    TYPE: ClassVar[str] = "ccm.hostilities-ended.v1"
    conflict: str = attrs.field(validator=short_name)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LandReleased(StateEvent):
    """A state released land in a period, by one of three ways: Article 7(1)(i)."""

    TYPE: ClassVar[str] = "ccm.land-released.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)
    cancelled_m2: int | None = attrs.field(default=None, validator=quantity)
    reduced_m2: int | None = attrs.field(default=None, validator=quantity)
    cleared_m2: int | None = attrs.field(default=None, validator=quantity)
    items_destroyed: int | None = attrs.field(default=None, validator=quantity)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ClearanceCompleted(StateEvent):
    """The last area known then was cleared: Article 4(1). `conflict` as in `HostilitiesEnded`."""

    TYPE: ClassVar[str] = "ccm.clearance-completed.v1"
    conflict: str | None = attrs.field(default=None, validator=optional_short_name)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ComplianceDeclared(StateEvent):
    """A state declared to a meeting that it fulfilled Article 3 or 4: Article 4(1)(c)."""

    TYPE: ClassVar[str] = "ccm.compliance-declared.v1"
    article: int = attrs.field(validator=article_3_or_4)
    conflict: str | None = attrs.field(default=None, validator=optional_short_name)
    meeting: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RiskEducationReported(StateEvent):
    """A state reported that it teaches people about the risk: Articles 4(2)(e), 7(1)(j)."""

    TYPE: ClassVar[str] = "ccm.risk-education-reported.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)
    detail: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SurveyReported(StateEvent):
    """A state reported that it surveys its contaminated areas: Article 4(2)(a)."""

    TYPE: ClassVar[str] = "ccm.survey-reported.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)
    kind: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ClearanceStrategyReported(StateEvent):
    """A state reported a national strategy or plan for clearance: Article 4(2)(b)."""

    TYPE: ClassVar[str] = "ccm.clearance-strategy-reported.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)
