"""Who pays for what: Article 14, the sponsorship programme and the Implementation Support Unit.

Amounts are in hundredths of the `currency` (its code in ISO 4217), so that they are exact.
"""

from datetime import date
from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import Event, StateEvent
from ccm_engine.domain.events.fields import (
    calendar_year,
    currency_code,
    optional_date,
    optional_state_code,
    optional_words,
    quantity,
    short_name,
    stated_quantity,
    stated_year,
)
from ccm_engine.domain.states import StateCode


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ContributionAssessed(StateEvent):
    """A state was assessed its share of the costs of a meeting: Article 14(1).

    `assessment` is a short name, unique for the state; `due_on` the day an invoice gives.
    """

    TYPE: ClassVar[str] = "ccm.contribution-assessed.v1"
    assessment: str = attrs.field(validator=short_name)
    amount_cents: int = attrs.field(validator=stated_quantity)
    currency: str = attrs.field(validator=currency_code)
    meeting: str | None = attrs.field(default=None, validator=optional_words)
    due_on: date | None = attrs.field(default=None, validator=optional_date)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ContributionPaid(StateEvent):
    """A state paid an assessed share, or part of it: Article 14(1)."""

    TYPE: ClassVar[str] = "ccm.contribution-paid.v1"
    assessment: str = attrs.field(validator=short_name)
    amount_cents: int = attrs.field(validator=stated_quantity)
    currency: str = attrs.field(validator=currency_code)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnitContributionMade(StateEvent):
    """A state contributed to the Implementation Support Unit for a year."""

    TYPE: ClassVar[str] = "ccm.unit-contribution-made.v1"
    year: int = attrs.field(validator=stated_year)
    amount_cents: int | None = attrs.field(default=None, validator=quantity)
    currency: str = attrs.field(default="CHF", validator=currency_code)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnitBudgetAdopted(Event):
    """The States Parties adopted a budget of the Implementation Support Unit for a year."""

    TYPE: ClassVar[str] = "ccm.unit-budget-adopted.v1"
    year: int = attrs.field(validator=stated_year)
    amount_cents: int | None = attrs.field(default=None, validator=quantity)
    currency: str = attrs.field(default="CHF", validator=currency_code)
    meeting: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnitReserveReported(Event):
    """The reserve of the Implementation Support Unit was said to stand at an amount."""

    TYPE: ClassVar[str] = "ccm.unit-reserve-reported.v1"
    amount_cents: int = attrs.field(validator=stated_quantity)
    currency: str = attrs.field(default="CHF", validator=currency_code)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SponsorshipGiven(Event):
    """Delegates were sponsored to attend a meeting, or the meetings of a `period`.

    `delegates` and `states` are numbers a meeting; `sponsor` is the state that paid, if one.
    """

    TYPE: ClassVar[str] = "ccm.sponsorship-given.v1"
    meeting: str | None = attrs.field(default=None, validator=optional_words)
    period: str | None = attrs.field(default=None, validator=optional_words)
    sponsor: StateCode | None = attrs.field(default=None, converter=optional_state_code)
    amount_cents: int | None = attrs.field(default=None, validator=quantity)
    currency: str = attrs.field(default="CHF", validator=currency_code)
    delegates: int | None = attrs.field(default=None, validator=quantity)
    states: int | None = attrs.field(default=None, validator=quantity)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CountStated(Event):
    """A document gave a number of states without naming them.

    `subject` is a short name (`assistance-requested`); `year` the year it is about, if one. What
    is counted by name needs no such event.
    """

    TYPE: ClassVar[str] = "ccm.count-stated.v1"
    subject: str = attrs.field(validator=short_name)
    count: int = attrs.field(validator=stated_quantity)
    year: int | None = attrs.field(default=None, validator=calendar_year)
    of: str | None = attrs.field(default=None, validator=optional_words)
