"""Transparency reports: Articles 7 and 3(8)."""

import enum
from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import calendar_year, optional_one_of, stated_year


class ReportForm(enum.Enum):
    """Which form was used: the full one, or the short one where nothing changed."""

    FULL = "full"
    SHORT = "short"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InitialReportSubmitted(StateEvent):
    """A state submitted its initial report: Article 7(1)."""

    TYPE: ClassVar[str] = "ccm.initial-report-submitted.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AnnualReportSubmitted(StateEvent):
    """A state submitted an annual report: Article 7(2).

    One document that covers several years is one event for each. `year_covered` is `None` where
    the source does not say which year; INT-0013 reads it.
    """

    TYPE: ClassVar[str] = "ccm.annual-report-submitted.v1"
    year_covered: int | None = attrs.field(default=None, validator=calendar_year)
    form: ReportForm | None = attrs.field(default=None, validator=optional_one_of(ReportForm))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VoluntaryReportSubmitted(StateEvent):
    """A state that owed no report submitted one; it satisfies nothing."""

    TYPE: ClassVar[str] = "ccm.voluntary-report-submitted.v1"
    year_covered: int | None = attrs.field(default=None, validator=calendar_year)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RetentionReportSubmitted(StateEvent):
    """A state reported what it retained, acquired or transferred in a year: Article 3(8)."""

    TYPE: ClassVar[str] = "ccm.retention-report-submitted.v1"
    year_covered: int = attrs.field(validator=stated_year)
