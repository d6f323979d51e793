"""What is said about the record itself. Nothing is edited or deleted: a later event says so.

`target` is the identifier of the event spoken of (`BGR#7`); these events stand in its stream.
They take effect from the moment of the log at which they are recorded, whatever the legal day.
"""

from datetime import date
from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import CONVENTION, Event
from ccm_engine.domain.events.fields import (
    event_id,
    one_of,
    optional_date,
    optional_state_code,
    words,
)
from ccm_engine.domain.events.fields import provision as provision_field
from ccm_engine.domain.states import StateCode


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RecordEvent(Event):
    """Something said about one event of the log."""

    target: str = attrs.field(validator=event_id)

    @property
    def stream(self) -> str:
        """The stream of the event spoken of."""
        return self.target.partition("#")[0]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Corroborated(RecordEvent):
    """A further source says the same."""

    TYPE: ClassVar[str] = "ccm.corroborated.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Disputed(RecordEvent):
    """Another source says otherwise: `alternative` is the event as that source has it."""

    TYPE: ClassVar[str] = "ccm.disputed.v1"
    alternative: Event = attrs.field(validator=one_of(Event))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DisputeResolved(RecordEvent):
    """A dispute, the `target`, was decided; `upheld` says whether its alternative now stands."""

    TYPE: ClassVar[str] = "ccm.dispute-resolved.v1"
    upheld: bool = attrs.field(validator=one_of(bool))
    reason: str = attrs.field(validator=words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Retracted(RecordEvent):
    """An event should not have been recorded; it counts as never recorded from here on."""

    TYPE: ClassVar[str] = "ccm.retracted.v1"
    reason: str = attrs.field(validator=words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Corrected(RecordEvent):
    """An event was recorded wrongly; `replacement` stands in its place from here on."""

    TYPE: ClassVar[str] = "ccm.corrected.v1"
    replacement: Event = attrs.field(validator=one_of(Event))
    reason: str = attrs.field(validator=words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CoverageStated(Event):
    """How far the record's sources reach for one provision: silence after `reaches` is unknown.

    `state` is `None` where it holds for all states; `reaches` is `None` where the record was not
    gathered for the provision at all. Silence before `since` is unknown too; `None` is from the
    beginning. A log without such events is taken as complete.
    """

    TYPE: ClassVar[str] = "ccm.coverage-stated.v1"
    provision: str = attrs.field(validator=provision_field)
    state: StateCode | None = attrs.field(default=None, converter=optional_state_code)
    reaches: date | None = attrs.field(default=None, validator=optional_date)
    since: date | None = attrs.field(default=None, validator=optional_date)

    @property
    def stream(self) -> str:
        """The state's stream, or the Convention's where it holds for all."""
        return self.state or CONVENTION
