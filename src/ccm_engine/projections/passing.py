"""What passed between two days, where an answer changed because time did: said in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from ccm_engine.domain.articles.article_17_entry_into_force import convention_in_force_on
from ccm_engine.domain.dossier import day_counted
from ccm_engine.domain.events import CONVENTION
from ccm_engine.domain.obligations import OVERDUE, Obligation, Standing
from ccm_engine.domain.standpoint import Standpoint


@attrs.frozen
class Passing:
    """The time from one standpoint to a later one.

    `by_time` holds what time alone makes of the earlier record, by identifiers.
    """

    since: Standpoint
    until: Standpoint
    by_time: Mapping[str, Obligation]

    def in_words(self, before: Obligation | None, after: Obligation | None) -> str | None:
        """Say what passed that bears on an answer: `2014-04-30, its due day`; `None` if nothing."""
        said = [*self._of_membership(before, after), *self._of_series(before, after)]
        said += self._due_day(after)
        return "; ".join(said) or None

    def whole(self) -> str:
        """Name the whole stretch, where no one day of it says more."""
        return f"the days from {self.since.as_of} to {self.until.as_of}"

    def _of_membership(self, before: Obligation | None, after: Obligation | None) -> Iterator[str]:
        if before is None:
            return
        now = Standing.CEASED if after is None else after.standing
        if before.standing is Standing.NOT_YET_BINDING:
            yield from self._within(_in_force_on(self.until, before.state), "entry into force")
        if now is Standing.CEASED and before.state != CONVENTION:
            ceased_on = self.until.binding(before.state).ceased_on
            yield from self._within(ceased_on, "when its withdrawal took effect")

    def _within(self, day: date | None, what: str) -> Iterator[str]:
        if day is not None and self.since.as_of < day <= self.until.as_of:
            yield f"{day}, {what}"

    def _of_series(self, before: Obligation | None, after: Obligation | None) -> Iterator[str]:
        """Say that the one before it in a series of years fell due, where that made it the next."""
        if before is not None or after is None or after.id not in self.by_time:
            return
        series, _, year = after.id.rpartition("/")
        earlier = self.by_time.get(f"{series}/{int(year) - 1}") if year.isdecimal() else None
        if earlier is not None and (day := self._fell_due(earlier)) is not None:
            yield f"{day}, the due day of {earlier.id}"

    def _due_day(self, after: Obligation | None) -> Iterator[str]:
        """Say that the due day passed, where the standing tells that nothing was done by it."""
        if after is None:
            return
        meanwhile = self.by_time.get(after.id)
        silent = meanwhile is not None and meanwhile.standing is Standing.UNDETERMINED
        unknown = silent and after.standing is Standing.UNDETERMINED
        if (after.standing in OVERDUE or unknown) and (day := self._fell_due(after)) is not None:
            yield f"{day}, its due day"

    def _fell_due(self, obligation: Obligation) -> date | None:
        """Return the due day of an obligation if it passed in these days; it is itself in time."""
        if obligation.due is None:
            return None
        day = day_counted(obligation.due, self.until.reading.partial_dates)
        return day if self.since.as_of <= day < self.until.as_of else None


def _in_force_on(point: Standpoint, stream: str) -> date | None:
    if stream == CONVENTION:
        return convention_in_force_on(point.ccm, point.reading)
    return point.binding(stream).in_force_on
