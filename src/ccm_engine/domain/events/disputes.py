"""Disputes between States Parties about the Convention: Article 10.

Not to be taken for `Disputed`, by which one source contradicts another. `dispute` is the short
name by which all events about one dispute are known.
"""

from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import Event
from ccm_engine.domain.events.fields import optional_words, short_name, state_codes, words
from ccm_engine.domain.states import StateCode


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _TreatyDispute(Event):
    dispute: str = attrs.field(validator=short_name)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TreatyDisputeArose(_TreatyDispute):
    """States Parties disagree about the interpretation or application: Article 10(1)."""

    TYPE: ClassVar[str] = "ccm.treaty-dispute-arose.v1"
    between: tuple[StateCode, ...] = attrs.field(converter=state_codes)
    matter: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TreatyDisputeReferred(_TreatyDispute):
    """A dispute was taken to a meeting (10(2)) or to the International Court of Justice (10(1))."""

    TYPE: ClassVar[str] = "ccm.treaty-dispute-referred.v1"
    referred_to: str = attrs.field(validator=words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TreatyDisputeSettled(_TreatyDispute):
    """A dispute was settled, by negotiation or otherwise: Article 10(1)."""

    TYPE: ClassVar[str] = "ccm.treaty-dispute-settled.v1"
    outcome: str | None = attrs.field(default=None, validator=optional_words)
