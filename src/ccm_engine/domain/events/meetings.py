"""Meetings and what they decided: Articles 11 and 12.

`meeting` is the meeting's short name: `9MSP`, `2RC`, `2RC-PM1`, `IM2014`. A conference held in
parts is one meeting; each part is one `MeetingHeld`.
"""

import enum
from datetime import date
from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import Event
from ccm_engine.domain.events.extensions import Procedure
from ccm_engine.domain.events.fields import (
    exact_date,
    one_of,
    optional_one_of,
    optional_words,
    quantity,
    words,
)
from ccm_engine.errors import MalformedEventError


class MeetingKind(enum.Enum):
    """What a meeting is; the first two decide (Articles 11 and 12), the last on amendments (13)."""

    MEETING_OF_STATES_PARTIES = "meeting-of-states-parties"
    REVIEW_CONFERENCE = "review-conference"
    PREPARATORY = "preparatory"
    INTERSESSIONAL = "intersessional"
    AMENDMENT_CONFERENCE = "amendment-conference"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _MeetingDays(Event):
    meeting: str = attrs.field(validator=words)
    opens_on: date = attrs.field(validator=exact_date)
    closes_on: date = attrs.field(validator=exact_date)
    place: str | None = attrs.field(default=None, validator=optional_words)

    def __attrs_post_init__(self) -> None:
        """Refuse a meeting that ends before it begins."""
        if self.closes_on < self.opens_on:
            asked = f"make {type(self).__name__}"
            obstacle = f"{self.meeting} would close before it opens"
            raise MalformedEventError(asked, obstacle, "check both days", field="closes_on")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MeetingCalled(_MeetingDays):
    """A meeting was convened for these days."""

    TYPE: ClassVar[str] = "ccm.meeting-called.v1"
    kind: MeetingKind = attrs.field(validator=one_of(MeetingKind))
    name: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MeetingMoved(_MeetingDays):
    """A meeting already called was given other days, or another place."""

    TYPE: ClassVar[str] = "ccm.meeting-moved.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MeetingHeld(_MeetingDays):
    """A meeting, or one part of it, was held on these days."""

    TYPE: ClassVar[str] = "ccm.meeting-held.v1"
    kind: MeetingKind = attrs.field(validator=one_of(MeetingKind))
    part: int | None = attrs.field(default=None, validator=quantity)
    president: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DecisionTaken(Event):
    """The States Parties decided something that no other event says."""

    TYPE: ClassVar[str] = "ccm.decision-taken.v1"
    decision: str = attrs.field(validator=words)
    meeting: str | None = attrs.field(default=None, validator=optional_words)
    procedure: Procedure | None = attrs.field(default=None, validator=optional_one_of(Procedure))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ActionPlanAdopted(Event):
    """A meeting adopted an action plan."""

    TYPE: ClassVar[str] = "ccm.action-plan-adopted.v1"
    plan: str = attrs.field(validator=words)
    meeting: str | None = attrs.field(default=None, validator=optional_words)
