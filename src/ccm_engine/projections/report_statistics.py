"""How late reports were, at what rates they come, and which came in a period.

`lateness` speaks of the reports that were late; `rates` of all that were due. Reports absorbed by
a late initial one (INT-0015) count among those due, not among those submitted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from statistics import mean, median
from typing import Final, TypeVar

import attrs

from ccm_engine.domain.calendar import days_between
from ccm_engine.domain.states import ALL_STATES, RegionalGroup, StateCode
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.report_ledger import ReportLine

K = TypeVar("K")

TRIM_PER_CENT: Final = 10
"""The share of days late left out at each end of a trimmed mean, unless another is asked for."""

_HALF: Final = 50
_PER_CENT: Final = 100


@attrs.frozen
class Lateness:
    """How many days late the late reports were.

    `median` and `trimmed_mean` are of the `exact` reports alone, whose days are known, and `None`
    where there is none. `inexact` were late for certain, by a number of days known only within
    bounds; `unsure` may have been late.
    """

    exact: int
    inexact: int
    unsure: int
    median: Fraction | None
    trimmed_mean: Fraction | None


@attrs.frozen
class Rate:
    """How many reports were due, and how many of them came; `per_cent` is of those due.

    `undetermined` of them may have come, for all the record can tell; `on_time_undetermined` may
    have come on time.
    """

    due: int
    submitted: int
    on_time: int
    absorbed: int
    undetermined: int
    on_time_undetermined: int

    @property
    def per_cent(self) -> int | None:
        """The share submitted for certain, rounded half up.

        `None` where none was due, and where of none that was due the record can tell.
        """
        return _share(self.submitted, self.undetermined, self.due)

    @property
    def per_cent_on_time(self) -> int | None:
        """The share submitted on time for certain, rounded half up; `None` as for `per_cent`."""
        return _share(self.on_time, self.on_time_undetermined, self.due)


def _share(part: int, unknown: int, whole: int) -> int | None:
    if unknown == whole:  # nothing due among them
        return None
    return (_PER_CENT * part + whole // 2) // whole


def lateness(lines: Iterable[ReportLine], *, trim_per_cent: int = TRIM_PER_CENT) -> Lateness:
    """Return how many days late the late ones of these reports were; none absorbed.

    The mean leaves out `trim_per_cent` of the exact ones at each end, rounded down to whole
    reports: of nine, none by ten per cent; of ten, one at each end. Raises `InvalidValueError`
    unless it is a whole number from 0 to 49.
    """
    if type(trim_per_cent) is not int or not 0 <= trim_per_cent < _HALF:
        obstacle = f"{trim_per_cent!r} at each end leaves no mean"
        raise InvalidValueError("trim a mean", obstacle, "give a whole number from 0 to 49")
    own = [each for each in lines if not each.absorbed]
    late = [each for each in own if each.late is Certainty.YES]
    days = sorted(Fraction(each.days_late) for each in late if each.days_late is not None)
    cut = len(days) * trim_per_cent // _PER_CENT
    kept = days[cut : len(days) - cut]
    return Lateness(
        exact=len(days),
        inexact=len(late) - len(days),
        unsure=sum(each.late is Certainty.UNKNOWN for each in own),
        median=median(days) if days else None,
        trimmed_mean=mean(kept) if kept else None,
    )


def rates(lines: Iterable[ReportLine], by: Callable[[ReportLine], K]) -> Mapping[K, Rate]:
    """Return the rate of each group of the reports whose last day has passed.

    `by` names the group of a line: `year_of`, `group_of`. Groups are in the order in which they
    are first met.
    """
    grouped: dict[K, list[ReportLine]] = {}
    for each in lines:
        if each.passed is Certainty.YES:
            grouped.setdefault(by(each), []).append(each)
    return {key: rate(of_it) for key, of_it in grouped.items()}


def rate(lines: Iterable[ReportLine]) -> Rate:
    """Return the rate of the reports among these whose last day has passed."""
    due = [each for each in lines if each.passed is Certainty.YES]
    return Rate(
        due=len(due),
        submitted=sum(each.own is Certainty.YES for each in due),
        on_time=sum(each.own is each.on_time is Certainty.YES for each in due),
        absorbed=sum(each.absorbed for each in due),
        undetermined=sum(each.own is Certainty.UNKNOWN for each in due),
        on_time_undetermined=sum(
            each.own is not Certainty.NO and each.on_time is Certainty.UNKNOWN for each in due
        ),
    )


def year_of(line: ReportLine) -> int:
    """Return the calendar year a report covers; of an initial one, that in which it is due."""
    return line.year


def group_of(line: ReportLine) -> RegionalGroup:
    """Return the regional group of the state that owes a report."""
    return ALL_STATES[StateCode(line.state)].group


@attrs.frozen
class Arrival:
    """Whether a report came in a period, and in it on time or late; each of three values."""

    submitted: Certainty
    on_time: Certainty
    late: Certainty


def arrival(line: ReportLine, since: date, *, grace_days: int = 0) -> Arrival:
    """Tell whether a report came after a day, by the day of its line, and on time or late.

    A report of a day known only in part may be in the period for some of its days only; then it
    can be on time, or late, by those alone.
    """
    day = line.submitted_on
    before_due = days_between(since, line.due.latest) + grace_days > 0
    if day is None:
        on_time = line.on_time if before_due else Certainty.NO
        return Arrival(line.submitted, on_time, line.late)
    if day.latest <= since:
        return Arrival(Certainty.NO, Certainty.NO, Certainty.NO)
    if day.first > since:
        return Arrival(Certainty.YES, line.on_time, line.late)
    on_time = Certainty.UNKNOWN if before_due else Certainty.NO
    if line.on_time is Certainty.NO:
        on_time = Certainty.NO
    late = Certainty.NO if line.late is Certainty.NO else Certainty.UNKNOWN
    return Arrival(Certainty.UNKNOWN, on_time, late)
