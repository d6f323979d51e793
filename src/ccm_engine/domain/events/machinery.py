"""Who keeps the Convention's work going, and what meetings ordered.

Terms end with a meeting, not on a date: `since` is the meeting at which an office was given, and
it is held from that meeting's last day.
"""

import enum
from datetime import date
from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import Event, StateEvent
from ccm_engine.domain.events.fields import (
    article_3_or_4,
    one_of,
    optional_date,
    optional_state_code,
    optional_words,
    quantity,
    short_name,
    state_codes,
    words,
)
from ccm_engine.domain.states import StateCode


class Theme(enum.Enum):
    """What a coordinator looks after."""

    GENERAL_STATUS = "general-status"
    UNIVERSALIZATION = "universalization"
    STOCKPILE_DESTRUCTION = "stockpile-destruction"
    CLEARANCE = "clearance"
    RISK_EDUCATION = "risk-education"
    VICTIM_ASSISTANCE = "victim-assistance"
    COOPERATION = "cooperation"
    TRANSPARENCY = "transparency"
    NATIONAL_IMPLEMENTATION = "national-implementation"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PresidentDesignated(StateEvent):
    """A state was given the presidency of a meeting; `person` is who presides."""

    TYPE: ClassVar[str] = "ccm.president-designated.v1"
    meeting: str = attrs.field(validator=words)
    person: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CoordinatorAppointed(StateEvent):
    """A state was appointed to coordinate a theme, from the close of the meeting `since`.

    `cycles` is how many meetings later the term ends; `until` names that meeting where a source
    does. With neither, the usual term of the theme counts. Without `since` the state held the
    office on the day of the event, and no source says from when: an end it gives is that of the
    term that then ran; where none did, only `until` tells the end (INT-0022).
    """

    TYPE: ClassVar[str] = "ccm.coordinator-appointed.v1"
    theme: Theme = attrs.field(validator=one_of(Theme))
    since: str | None = attrs.field(default=None, validator=optional_words)
    until: str | None = attrs.field(default=None, validator=optional_words)
    cycles: int | None = attrs.field(default=None, validator=quantity)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AnalysisGroupFormed(Event):
    """States formed a group to analyse requests for extension: 3(5), 4(7).

    `request_of` is the state that asked; `None` where the group looks at all of a meeting.
    """

    TYPE: ClassVar[str] = "ccm.analysis-group-formed.v1"
    article: int = attrs.field(validator=article_3_or_4)
    members: tuple[StateCode, ...] = attrs.field(default=(), converter=state_codes)
    request_of: StateCode | None = attrs.field(default=None, converter=optional_state_code)
    meeting: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DocumentIssued(Event):
    """An official document was issued; `symbol` is its number, as in CCM/MSP/2019/12."""

    TYPE: ClassVar[str] = "ccm.document-issued.v1"
    symbol: str = attrs.field(validator=words)
    title: str | None = attrs.field(default=None, validator=optional_words)
    meeting: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ReviewOrdered(Event):
    """A meeting ordered that something be reviewed, by a later meeting or a day.

    `review` is a short name, by which its completion is known; `ordered_at` the meeting.
    """

    TYPE: ClassVar[str] = "ccm.review-ordered.v1"
    review: str = attrs.field(validator=short_name)
    subject: str = attrs.field(validator=words)
    ordered_at: str | None = attrs.field(default=None, validator=optional_words)
    due_meeting: str | None = attrs.field(default=None, validator=optional_words)
    due_on: date | None = attrs.field(default=None, validator=optional_date)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ReviewCompleted(Event):
    """A review that a meeting had ordered was carried out."""

    TYPE: ClassVar[str] = "ccm.review-completed.v1"
    review: str = attrs.field(validator=short_name)
    meeting: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ActionCarriedOut(StateEvent):
    """A state reported that it carried out an action of an action plan.

    `plan` and `action` are as in `VAP`, `8`: `docs/reference/action-plans.md` lists them.
    """

    TYPE: ClassVar[str] = "ccm.action-carried-out.v1"
    plan: str = attrs.field(validator=short_name)
    action: str = attrs.field(validator=short_name)
