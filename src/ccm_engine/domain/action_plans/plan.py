"""What an action plan is: its actions, to whom each is addressed, and its time limit.

Action plans bind nobody. What they ask for is in our own words, from sources that may not hold
the whole plan: `gaps` name what was not found, and nothing follows from them.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.provisions import Commitment, Provision


class PlanTheme(enum.Enum):
    """What an action is about."""

    UNIVERSALIZATION = "universalization"
    STOCKPILES = "stockpile destruction and retention"
    CLEARANCE = "clearance and risk education"
    VICTIMS = "victim assistance"
    COOPERATION = "cooperation and assistance"
    TRANSPARENCY = "transparency"
    IMPLEMENTATION = "national implementation"
    COMPLIANCE = "compliance"


class Addressee(enum.Enum):
    """Of whom an action asks something."""

    ALL = "all States Parties"
    STOCKPILES = "States Parties with stocks to destroy"
    RETAINING = "States Parties that retain munitions for training"
    FINISHED = "States Parties that finished destruction"
    CONTAMINATED = "States Parties with contaminated areas"
    REPORTING_WORK = "States Parties with duties under Article 3 or 4, or that retain munitions"
    ASKING_EXTENSION = "States Parties that ask for an extension under Article 4"
    FORMER_USERS = "States Parties that used cluster munitions on another's territory"
    VICTIMS = "States Parties with victims"
    VICTIMS_OR_ABLE = "States Parties with victims, and those in a position to assist"
    SEEKING = "States Parties that seek assistance"
    NEEDING = "States Parties that need assistance"
    ABLE = "States Parties in a position to assist"
    TOGETHER = "the States Parties together"
    OUTSIDE = "signatories and observers"


class Numbering(enum.Enum):
    """Whether the number of an action is known."""

    KNOWN = "known"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


UNOWED: Final = frozenset({Addressee.TOGETHER, Addressee.OUTSIDE})
"""The addressees that are no single State Party: what is asked of them nobody owes."""


@attrs.frozen
class MonthsAfterEntryIntoForce:
    """Within some calendar months of the state's own entry into force."""

    months: int

    def __str__(self) -> str:
        """Write it as the sources do."""
        return f"{self.months} months after entry into force"


@attrs.frozen
class ByMeeting:
    """By the day a meeting opens; of one held in parts, the first of them."""

    meeting: str

    def __str__(self) -> str:
        """Write it as the sources do."""
        return f"by the {self.meeting}"


@attrs.frozen
class ByDay:
    """By a day, that day included."""

    day: date

    def __str__(self) -> str:
        """Write it as the sources do."""
        return f"by {self.day}"


@attrs.frozen
class NextMeetingAfterCompletion:
    """At the next Meeting of States Parties or Review Conference after destruction was finished."""

    def __str__(self) -> str:
        """Write it as the sources do."""
        return "the next meeting after completion"


@attrs.frozen
class WithInitialReport:
    """When the initial report is due under Article 7(1)."""

    def __str__(self) -> str:
        """Write it as the sources do."""
        return "180 days after entry into force"


@attrs.frozen
class EveryThirtiethOfApril:
    """When annual reports are due under Article 7(2), in each year of the plan."""

    def __str__(self) -> str:
        """Write it as the sources do."""
        return "30 April of each year"


@attrs.frozen
class NoLimit:
    """No day that can pass; `instead` is what a source says of time all the same."""

    instead: str | None = None

    def __str__(self) -> str:
        """Write it as the sources do."""
        return f"none ({self.instead})" if self.instead else "none"


NO_LIMIT: Final = NoLimit()

Limit = (
    MonthsAfterEntryIntoForce
    | ByMeeting
    | ByDay
    | NextMeetingAfterCompletion
    | WithInitialReport
    | EveryThirtiethOfApril
    | NoLimit
)
"""By when an action asks for something."""

_RESTS_ON: Final[Mapping[PlanTheme, tuple[str, ...]]] = {
    PlanTheme.UNIVERSALIZATION: ("21(1)",),
    PlanTheme.STOCKPILES: ("3(2)", "7(1)(f)"),
    PlanTheme.CLEARANCE: ("4(2)",),
    PlanTheme.VICTIMS: ("5(1)", "7(1)(k)"),
    PlanTheme.COOPERATION: ("6(1)",),
    PlanTheme.TRANSPARENCY: ("7(1)", "7(2)"),
    PlanTheme.IMPLEMENTATION: ("9",),
    PlanTheme.COMPLIANCE: ("8(1)",),
}


def _rests_on(action: Action) -> tuple[Provision, ...]:
    return tuple(map(Provision.parse, _RESTS_ON[action.theme]))


@attrs.frozen(kw_only=True)
class Action:
    """One action of a plan, in our own words.

    `cited` names it by its number, or by a short name where the number is not known; `part` tells
    apart what one number asks for by several days. `remark` says what of it was not found, or is
    not weighed.
    `rests_on` are the provisions of the Convention it carries out: where the log says that its
    sources do not reach them, silence about the action proves nothing.
    """

    cited: Commitment
    theme: PlanTheme
    summary: str
    addressee: Addressee
    source: str
    limit: Limit = NO_LIMIT
    part: str = ""
    numbering: Numbering = Numbering.KNOWN
    remark: str | None = None
    rests_on: tuple[Provision, ...] = attrs.field(default=attrs.Factory(_rests_on, takes_self=True))

    @property
    def owed(self) -> bool:
        """Whether it asks something of single States Parties."""
        return self.addressee not in UNOWED


@attrs.frozen
class Gap:
    """Actions whose text was not found: their numbers, and what is known of them."""

    numbers: str
    known: str
    source: str


@attrs.frozen(kw_only=True)
class Plan:
    """An action plan: `begins_on` and `ends_on` are its first and last day.

    `ends_on` is `None` while no end is known. `held` says what of the plan the sources hold.
    """

    code: str
    title: str
    begins_on: date
    ends_on: date | None
    held: str
    actions: tuple[Action, ...]
    gaps: tuple[Gap, ...] = ()

    def runs_on(self, day: date) -> bool:
        """Tell whether the plan is in force on a day."""
        return self.begins_on <= day and not self.over_on(day)

    def over_on(self, day: date) -> bool:
        """Tell whether the plan has ended before a day."""
        return self.ends_on is not None and self.ends_on < day
