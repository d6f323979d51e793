"""The norm beyond the States Parties: Article 21, and what bears on it.

States not party have histories too: how they vote, whether they come to meetings, what they did.
"""

import enum
from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import (
    calendar_year,
    one_of,
    optional_words,
    state_codes,
    words,
)
from ccm_engine.domain.states import StateCode


class Vote(enum.Enum):
    """How a state voted on the yearly resolution about the Convention."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_PRESENT = "not-present"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ResolutionVoteCast(StateEvent):
    """A state voted on the General Assembly's resolution about the Convention, in a year."""

    TYPE: ClassVar[str] = "ccm.resolution-vote-cast.v1"
    vote: Vote = attrs.field(validator=one_of(Vote))
    year: int | None = attrs.field(default=None, validator=calendar_year)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MeetingAttendedAsObserver(StateEvent):
    """A state not party attended a meeting: Articles 11(3), 12(3).

    `meeting` is its short name; `period` the time a source speaks of where it names no meeting.
    """

    TYPE: ClassVar[str] = "ccm.meeting-attended-as-observer.v1"
    meeting: str | None = attrs.field(default=None, validator=optional_words)
    period: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class OutreachMade(StateEvent):
    """A State Party encouraged states not party to join: Article 21(1), 21(2)."""

    TYPE: ClassVar[str] = "ccm.outreach-made.v1"
    what: str = attrs.field(validator=words)
    to: tuple[StateCode, ...] = attrs.field(default=(), converter=state_codes)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UseReported(StateEvent):
    """A state was said to have used or abandoned cluster munitions: Article 4(4).

    `on_territory_of` are the states on whose territory, as they are now; empty where unknown.
    """

    TYPE: ClassVar[str] = "ccm.use-reported.v1"
    on_territory_of: tuple[StateCode, ...] = attrs.field(default=(), converter=state_codes)
    conflict: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UseOnTerritoryReported(StateEvent):
    """Cluster munitions were said to have been used on a state's territory; `users` by whom."""

    TYPE: ClassVar[str] = "ccm.use-on-territory-reported.v1"
    users: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UserStateAssistanceGiven(StateEvent):
    """A state that once used cluster munitions helped where it did: Article 4(4).

    `to` are the states helped; `what` says with what, as with data about the strikes.
    """

    TYPE: ClassVar[str] = "ccm.user-state-assistance-given.v1"
    to: tuple[StateCode, ...] = attrs.field(default=(), converter=state_codes)
    what: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ProductionReported(StateEvent):
    """A state was said to have produced cluster munitions: Article 7(1)(e)."""

    TYPE: ClassVar[str] = "ccm.production-reported.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UseRestricted(StateEvent):
    """A state not party restricted what it does with cluster munitions: Article 21(2)."""

    TYPE: ClassVar[str] = "ccm.use-restricted.v1"
    restriction: str = attrs.field(validator=words)
