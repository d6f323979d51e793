"""What follows for one state on one day: obligations, their standing and the reasons.

`Situation` is what a rule is given, `Obligation` what it yields. How a duty comes by its standing
is in `weighing`.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar

import attrs

from ccm_engine.domain.calendar import PartialDate, add_days
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Dossier, day_counted
from ccm_engine.domain.events import (
    CoverageStated,
    Entry,
    InstrumentDeposited,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import DeadlineStyle, Interpretation, PartialDates
from ccm_engine.domain.provisions import Cited

T = TypeVar("T")


class Nature(enum.Enum):
    """What kind of duty it is."""

    DATED = "dated"
    STANDING = "standing"
    ENCOURAGED = "encouraged"
    POLITICAL = "political"


class Standing(enum.Enum):
    """Where a state stands with a duty on a day."""

    NOT_YET_BINDING = "not-yet-binding"
    NOT_ENGAGED = "not-engaged"
    UNDETERMINED = "undetermined"
    CONTINUING = "continuing"
    PENDING = "pending"
    OVERDUE = "overdue"
    OVERDUE_REQUEST_PENDING = "overdue-request-pending"
    DISCHARGED = "discharged"
    CEASED = "ceased"


OUTSTANDING: Final = frozenset(
    {Standing.PENDING, Standing.OVERDUE, Standing.OVERDUE_REQUEST_PENDING}
)
"""The standings of a dated duty that is engaged and not yet fulfilled."""


OVERDUE: Final = frozenset({Standing.OVERDUE, Standing.OVERDUE_REQUEST_PENDING})
"""The standings of a duty whose last day has passed."""


class Timeliness(enum.Enum):
    """Whether a duty was fulfilled in time; the due day itself is."""

    ON_TIME = "on-time"
    LATE = "late"
    UNDETERMINED = "undetermined"


class Engagement(enum.Enum):
    """Whether there is anything the duty applies to."""

    ENGAGED = "engaged"
    NOT_ENGAGED = "not-engaged"
    UNKNOWN = "unknown"


@attrs.frozen
class Ground:
    """One step of reasoning: a provision, what follows from it, and the events that prove it."""

    provision: Cited
    conclusion: str
    events: tuple[str, ...] = ()


@attrs.frozen
class Extension:
    """One extension of a deadline, in the chain of them; `due` is the day it led to."""

    months: int | None
    until: PartialDate | None
    decided_on: PartialDate
    meeting: str | None
    due: PartialDate
    event: str


@attrs.frozen
class Otherwise:
    """What an obligation would be if days known only in part counted from their other end.

    That is their first day by the practice reading, which counts from the last: INT-0012. One that
    would not be there at all is not engaged, and has no day.
    """

    due: PartialDate | None
    standing: Standing
    discharged_on: PartialDate | None


@attrs.frozen(kw_only=True, slots=False)  # made in great numbers, and so sooner
class Obligation:
    """One duty of one state, as it stands on the day asked about.

    `treaty_due` is the Convention's own day, before any extension; `due` the running one, `None`
    where the duty has no day. `discharged_by` is the event that fulfilled it; `request_pending`
    whether a request to extend it awaits a decision. `days_late` is exact, or `None` where the
    days are not; then `days_late_range` bounds it, if both ends are known. `otherwise` says how
    the answer would differ by days known only in part (INT-0012), `None` if it would not.
    """

    id: str
    state: str
    provision: Cited
    duty: str
    nature: Nature
    standing: Standing
    treaty_due: date | None = None
    due: PartialDate | None = None
    discharged_on: PartialDate | None = None
    discharged_by: str | None = None
    timeliness: Timeliness | None = None
    days_late: int | None = None
    days_late_range: tuple[int, int] | None = None
    extensions: tuple[Extension, ...] = ()
    request_pending: bool = False
    grounds: tuple[Ground, ...] = ()
    otherwise: Otherwise | None = None

    @property
    def surely_overdue(self) -> bool:
        """Whether it is overdue by either end of the days known only in part (INT-0012)."""
        other = self.otherwise.standing if self.otherwise else self.standing
        return self.standing in OVERDUE and other in OVERDUE


@attrs.frozen
class Binding:
    """Since when the Convention binds a state, and until when: Articles 17, 18 and 20.

    `in_force_on` is the first day it binds, `ceased_on` the first day it no longer does. `notice`
    is the notice of withdrawal that stands; `withdrawal_effective_on` is `None` without one, and
    while an armed conflict holds it up.
    """

    deposit: Entry[InstrumentDeposited] | None
    in_force_on: date | None
    grounds: tuple[Ground, ...] = ()
    provisional_from: PartialDate | None = None
    notice: Entry[WithdrawalNotified] | None = None
    withdrawal_effective_on: date | None = None
    ceased_on: date | None = None

    def binds_on(self, day: date) -> bool:
        """Tell whether the Convention is in force for the state on a day."""
        begun = self.in_force_on is not None and self.in_force_on <= day
        return begun and (self.ceased_on is None or day < self.ceased_on)


@attrs.frozen(slots=False)  # keeps what it finds once
class Situation:
    """One state on one day, as one reading sees it.

    Duties that recur are derived as far as they fall due by `until`, at least the next one.
    `published_by` is the day by which the sources asked had appeared, `None` if all were asked.
    """

    dossier: Dossier
    ccm: Convention
    as_of: date
    reading: Interpretation
    until: date
    binding: Binding
    published_by: date | None = None
    _found: dict[object, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def once(self, find: Callable[[Situation], T]) -> T:
        """Return what is found in this situation, looked for once whichever rules ask."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    @cached_property
    def begun(self) -> bool:
        """Whether the Convention has entered into force for the state, bound still or not."""
        begins = self.binding.in_force_on
        return begins is not None and self.as_of >= begins

    def day(self, known: PartialDate) -> date:
        """Return the day from which something known only in part counts: INT-0012."""
        return day_counted(known, self.reading.partial_dates)

    def anchor(self, known: PartialDate) -> PartialDate:
        """Return the day or days from which a period is counted.

        "By that day" has no first day; where first days count, it begins with the Convention's
        own life: INT-0012.
        """
        closed = self.reading.partial_dates is PartialDates.FIRST_DAY
        return PartialDate(known.first, known.latest) if closed else known

    def anniversary(self, day: date) -> date:
        """Return the last day of a period of years that ends on an anniversary: INT-0001."""
        before = self.reading.deadline_style is DeadlineStyle.DAY_BEFORE
        return add_days(day, -1) if before else day

    def in_style(self, known: PartialDate) -> PartialDate:
        """Return both ends of a deadline known in part as the last days of a period: INT-0001."""
        earliest = None if known.earliest is None else self.anniversary(known.earliest)
        return PartialDate(earliest, self.anniversary(known.latest))

    def unreached(self, provision: Cited, due: date) -> Entry[CoverageStated] | None:
        """Return the statement by which the record's sources do not tell of a due day, if any."""
        of_all = self.ccm.common.coverage.get(provision)
        if (last := self.dossier.coverage.get(provision, of_all)) is None:
            return None
        since, reaches = last.event.since, last.event.reaches
        tell = reaches is not None and (since or due) <= due <= reaches
        return None if tell else last


Rule = Callable[[Situation], Iterator[Obligation]]
"""A rule yields what one provision makes a state owe; nothing, where it does not apply."""
