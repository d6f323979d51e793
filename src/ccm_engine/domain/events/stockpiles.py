"""Stockpiles: held, destroyed, found later, retained: Article 3.

Quantities are numbers of cluster munitions and of explosive submunitions; `None` is unknown,
0 is none. `munition_type` names the type a quantity is of; `None` where it covers all.
"""

from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import calendar_year, optional_words, quantity


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Quantities(StateEvent):
    munitions: int | None = attrs.field(default=None, validator=quantity)
    submunitions: int | None = attrs.field(default=None, validator=quantity)
    munition_type: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StockpileDeclared(_Quantities):
    """A state said what it holds: Articles 3(1) and 7(1)(b)."""

    TYPE: ClassVar[str] = "ccm.stockpile-declared.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StockpileAbsenceDeclared(StateEvent):
    """A state said that it holds none."""

    TYPE: ClassVar[str] = "ccm.stockpile-absence-declared.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StockpileReportedByOthers(_Quantities):
    """Somebody other than the state said what it holds, or that it holds none (0)."""

    TYPE: ClassVar[str] = "ccm.stockpile-reported-by-others.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StockpileUnverified(StateEvent):
    """A state said that it is still finding out whether it holds any."""

    TYPE: ClassVar[str] = "ccm.stockpile-unverified.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StockpileDestroyed(_Quantities):
    """A state destroyed part or all of its stocks in a period: Article 7(1)(f)."""

    TYPE: ClassVar[str] = "ccm.stockpile-destroyed.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StockpileFound(_Quantities):
    """Stocks were found after destruction was reported complete: Article 7(1)(g)."""

    TYPE: ClassVar[str] = "ccm.stockpile-found.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StockpileDestructionCompleted(_Quantities):
    """The last of the stocks known then was destroyed: Article 3(2). It may happen again."""

    TYPE: ClassVar[str] = "ccm.stockpile-destruction-completed.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MunitionsRetained(_Quantities):
    """A state kept munitions in a year for training or counter-measures: Article 3(6)."""

    TYPE: ClassVar[str] = "ccm.munitions-retained.v1"
    year: int | None = attrs.field(default=None, validator=calendar_year)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RetentionEnded(StateEvent):
    """A state no longer retains any."""

    TYPE: ClassVar[str] = "ccm.retention-ended.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RetainedMunitionsConsumed(_Quantities):
    """Retained munitions were used up in training, or destroyed: Article 3(8)."""

    TYPE: ClassVar[str] = "ccm.retained-munitions-consumed.v1"
    year: int | None = attrs.field(default=None, validator=calendar_year)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MunitionsAcquired(_Quantities):
    """A state acquired munitions for training or counter-measures: Article 3(6)."""

    TYPE: ClassVar[str] = "ccm.munitions-acquired.v1"
    year: int | None = attrs.field(default=None, validator=calendar_year)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MunitionsTransferred(_Quantities):
    """A state transferred munitions for destruction or training: Article 3(7)."""

    TYPE: ClassVar[str] = "ccm.munitions-transferred.v1"
    year: int | None = attrs.field(default=None, validator=calendar_year)
    recipient: str | None = attrs.field(default=None, validator=optional_words)
