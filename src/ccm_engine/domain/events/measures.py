"""National implementation measures: Article 9."""

import enum
from datetime import date
from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import one_of, optional_date, optional_words


class Measure(enum.Enum):
    """What a state was said to have, or to have in hand, to give effect to the Convention."""

    SPECIFIC_LAW = "specific-law"
    EXISTING_LAW_SUFFICIENT = "existing-law-sufficient"
    UNDER_CONSIDERATION = "under-consideration"
    ADMINISTRATIVE = "administrative"
    INVESTMENT_PROHIBITION = "investment-prohibition"
    NONE_REPORTED = "none-reported"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class NationalMeasureReported(StateEvent):
    """A state was said to have a measure, or to be considering one: Articles 7(1)(a), 9.

    `listed_on` is the day whose position a status list gives that names the state; `None` where
    the source is no such list. A list says nothing of the day of adoption.
    """

    TYPE: ClassVar[str] = "ccm.national-measure-reported.v1"
    measure: Measure = attrs.field(validator=one_of(Measure))
    title: str | None = attrs.field(default=None, validator=optional_words)
    listed_on: date | None = attrs.field(default=None, validator=optional_date)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LegislationProcessCompleted(StateEvent):
    """A state reported that the law it had under consideration was dealt with: Article 9."""

    TYPE: ClassVar[str] = "ccm.legislation-process-completed.v1"
    period: str | None = attrs.field(default=None, validator=optional_words)
