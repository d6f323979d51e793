"""International cooperation and assistance: Article 6.

`year` is the calendar year the assistance belongs to, `None` where the source names none; then
`period` says more, as the source writes it. `article` is the article it serves.
"""

from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import (
    article_number,
    calendar_year,
    optional_words,
    state_codes,
)
from ccm_engine.domain.states import StateCode


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Assistance(StateEvent):
    year: int | None = attrs.field(default=None, validator=calendar_year)
    period: str | None = attrs.field(default=None, validator=optional_words)
    article: int | None = attrs.field(default=None, validator=article_number)
    purpose: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AssistanceRequested(_Assistance):
    """A state asked for assistance: Articles 6(1), 7(1)(n)."""

    TYPE: ClassVar[str] = "ccm.assistance-requested.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AssistanceProvided(_Assistance):
    """A state gave assistance: Articles 6(2) to 6(8), 7(1)(n)."""

    TYPE: ClassVar[str] = "ccm.assistance-provided.v1"
    to: tuple[StateCode, ...] = attrs.field(default=(), converter=state_codes)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AssistanceReceived(_Assistance):
    """A state received assistance: Articles 6(10), 7(1)(n)."""

    TYPE: ClassVar[str] = "ccm.assistance-received.v1"
    given_by: tuple[StateCode, ...] = attrs.field(default=(), converter=state_codes)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CountryCoalitionFormed(StateEvent):
    """An affected state and those who assist it formed a country coalition."""

    TYPE: ClassVar[str] = "ccm.country-coalition-formed.v1"
    partners: tuple[StateCode, ...] = attrs.field(default=(), converter=state_codes)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CountryCoalitionConcluded(StateEvent):
    """A country coalition came to its end; `outcome` says with what."""

    TYPE: ClassVar[str] = "ccm.country-coalition-concluded.v1"
    outcome: str | None = attrs.field(default=None, validator=optional_words)
