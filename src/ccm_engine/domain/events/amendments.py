"""Amendments of the Convention: Article 13. They concern all states.

`amendment` is the short name by which all events about one proposal are known.
"""

from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import Event
from ccm_engine.domain.events.fields import optional_words, quantity, short_name, state_code
from ccm_engine.domain.states import StateCode


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Amendment(Event):
    amendment: str = attrs.field(validator=short_name)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AmendmentProposed(_Amendment):
    """A State Party proposed an amendment to the depositary: Article 13(1)."""

    TYPE: ClassVar[str] = "ccm.amendment-proposed.v1"
    proposed_by: StateCode = attrs.field(converter=state_code)
    subject: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AmendmentCirculated(_Amendment):
    """The depositary sent a proposal to all States Parties: 13(1); the 90 days run from here."""

    TYPE: ClassVar[str] = "ccm.amendment-circulated.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AmendmentSupported(_Amendment):
    """A State Party told the depositary that it supports considering a proposal: 13(1)."""

    TYPE: ClassVar[str] = "ccm.amendment-supported.v1"
    supported_by: StateCode = attrs.field(converter=state_code)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AmendmentAdopted(_Amendment):
    """An Amendment Conference adopted an amendment: Article 13(4).

    `in_favour` and `against` are the votes of States Parties present and voting.
    """

    TYPE: ClassVar[str] = "ccm.amendment-adopted.v1"
    meeting: str | None = attrs.field(default=None, validator=optional_words)
    in_favour: int | None = attrs.field(default=None, validator=quantity)
    against: int | None = attrs.field(default=None, validator=quantity)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AmendmentAccepted(_Amendment):
    """A state deposited its instrument of acceptance of an amendment: Article 13(5)."""

    TYPE: ClassVar[str] = "ccm.amendment-accepted.v1"
    accepted_by: StateCode = attrs.field(converter=state_code)
