"""Clarification of compliance: Article 8. The events stand in the history of the state asked."""

from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import optional_words, short_name, state_codes
from ccm_engine.domain.states import StateCode


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ClarificationRequested(StateEvent):
    """The Secretary-General passed a request for clarification on to this state: 8(2).

    `request` is a short name for it, unique for the state; it occurred on the day of passing on.
    """

    TYPE: ClassVar[str] = "ccm.clarification-requested.v1"
    request: str = attrs.field(validator=short_name)
    asked_by: tuple[StateCode, ...] = attrs.field(default=(), converter=state_codes)
    matter: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ClarificationAnswered(StateEvent):
    """The state asked gave its answer through the Secretary-General: 8(2)."""

    TYPE: ClassVar[str] = "ccm.clarification-answered.v1"
    request: str = attrs.field(validator=short_name)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ClarificationReferred(StateEvent):
    """The requesting state took the matter to the next Meeting of States Parties: 8(3)."""

    TYPE: ClassVar[str] = "ccm.clarification-referred.v1"
    request: str = attrs.field(validator=short_name)
    meeting: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ClarificationWithdrawn(StateEvent):
    """The requesting state took its request for clarification back: Article 8(2)."""

    TYPE: ClassVar[str] = "ccm.clarification-withdrawn.v1"
    request: str = attrs.field(validator=short_name)
