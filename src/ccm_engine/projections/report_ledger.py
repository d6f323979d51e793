"""Initial and annual reports: due, submitted, in time, not found.

`InitialReports` and `AnnualReports` count by standing. `ReportLine` is the ledger itself, one line
for each report owed, and says apart what a day later than the sources reach leaves open.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, cast

import attrs

from ccm_engine.domain.calendar import PartialDate, add_days, days_between
from ccm_engine.domain.events import AnnualReportSubmitted, Entry, InitialReportSubmitted
from ccm_engine.domain.interpretations import UnstatedYear
from ccm_engine.domain.obligations import Obligation, Standing, Timeliness
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.certainty import Certainty, certain
from ccm_engine.projections.counting import Events
from ccm_engine.projections.silence import known_until
from ccm_engine.projections.view import View

_INITIAL: Final = Provision.parse("7(1)")
_ANNUAL: Final = Provision.parse("7(2)")


@attrs.frozen
class InitialReports:
    """Initial reports on one day; lists are states by code.

    `due` counts the states whose last day has passed. `undetermined` are those of them for which
    the record's sources do not reach that far, or know a report only "by" a later day.
    """

    due: int
    submitted: int
    overdue: tuple[str, ...]
    undetermined: tuple[str, ...]
    not_yet_due: tuple[str, ...]


@attrs.frozen
class AnnualReports:
    """Annual reports for one calendar year.

    `absorbed` were covered by a late initial report (INT-0015); `undetermined` were not found
    in sources that do not reach that far, and so may have been made.
    """

    due: int
    submitted: int
    on_time: int
    absorbed: int
    overdue: tuple[str, ...]
    undetermined: tuple[str, ...]


def initial_reports(obligations: Iterable[Obligation], as_of: date) -> InitialReports:
    """Count the initial reports of these obligations' states: Article 7(1)."""
    owed = [each for each in obligations if each.provision == _INITIAL and each.due is not None]
    due = [each for each in owed if each.due is not None and each.due.latest < as_of]
    return InitialReports(
        due=len(due),
        submitted=sum(each.standing is Standing.DISCHARGED for each in due),
        overdue=_states(due, Standing.OVERDUE),
        undetermined=_states(due, Standing.UNDETERMINED),
        not_yet_due=tuple(sorted(each.state for each in owed if each not in due)),
    )


def annual_reports(
    obligations: Iterable[Obligation], point: Standpoint
) -> Mapping[int, AnnualReports]:
    """Count the annual reports that were due by the day, by calendar year covered: 7(2)."""
    by_year: dict[int, list[Obligation]] = {}
    for each in obligations:
        if each.provision == _ANNUAL and each.due is not None and each.due.latest < point.as_of:
            by_year.setdefault(int(each.id.rpartition("/")[2]), []).append(each)
    return {year: _year(owed, point) for year, owed in sorted(by_year.items())}


def _year(owed: list[Obligation], point: Standpoint) -> AnnualReports:
    met = [each for each in owed if each.standing is Standing.DISCHARGED]
    absorbed = [each for each in met if _by_initial(each, point)]
    submitted = [each for each in met if each not in absorbed]
    return AnnualReports(
        due=len(owed),
        submitted=len(submitted),
        on_time=sum(each.timeliness is Timeliness.ON_TIME for each in submitted),
        absorbed=len(absorbed),
        overdue=_states(owed, Standing.OVERDUE),
        undetermined=_states(owed, Standing.UNDETERMINED),
    )


def _by_initial(obligation: Obligation, point: Standpoint) -> bool:
    initial = point.dossier(obligation.state).all(InitialReportSubmitted)
    return any(entry.id == obligation.discharged_by for entry in initial)


def _states(obligations: list[Obligation], standing: Standing) -> tuple[str, ...]:
    """Return whose obligations stand so; overdue for certain, or else undetermined (INT-0012)."""
    found = [each for each in obligations if _certain(each) is standing]
    return tuple(sorted(each.state for each in found))


def _certain(obligation: Obligation) -> Standing:
    """Return a standing, undetermined where a report of unknown day may have been in by then."""
    if obligation.standing is Standing.OVERDUE and not obligation.surely_overdue:
        return Standing.UNDETERMINED
    return obligation.standing


class ReportKind(enum.Enum):
    """Which of the two reports of Article 7."""

    INITIAL = "initial"
    ANNUAL = "annual"


_PROVISIONS: Final = {ReportKind.INITIAL: _INITIAL, ReportKind.ANNUAL: _ANNUAL}


@attrs.frozen(kw_only=True)
class ReportLine:
    """One report that one state owes, as far as the record can tell on the day.

    `year` is the calendar year it covers; of an initial report, the one in which it is due.
    `passed` tells whether its last day has passed, `submitted` whether it was made, `on_time`
    whether by its last day and the days of grace, by both ends of a day known only in part.
    `made_by` is the kind of report that fulfilled it: an annual one made by the initial report is
    absorbed (INT-0015). `days_late` is counted from the due day whatever the grace, exact or
    `None`; then `days_late_range` bounds it, if both ends are known. `owed_by` are the events from
    which it is due, `events` the report itself, or what leaves it open.
    """

    state: str
    kind: ReportKind
    year: int
    due: PartialDate
    passed: Certainty
    submitted: Certainty
    on_time: Certainty
    submitted_on: PartialDate | None = None
    made_by: ReportKind | None = None
    days_late: int | None = None
    days_late_range: tuple[int, int] | None = None
    owed_by: Events = ()
    events: Events = ()

    @property
    def absorbed(self) -> bool:
        """Whether a late initial report covered it: INT-0015."""
        return self.made_by is not None and self.made_by is not self.kind

    @property
    def own(self) -> Certainty:
        """Whether it was made by a report of its own; one absorbed was not."""
        return Certainty.NO if self.absorbed else self.submitted

    @property
    def late(self) -> Certainty:
        """Whether it was made after its last day and the days of grace."""
        not_yet = self.submitted_on is None and self.passed is Certainty.NO
        if not_yet or self.submitted is Certainty.NO or self.on_time is Certainty.YES:
            return Certainty.NO
        sure = self.submitted is Certainty.YES and self.on_time is Certainty.NO
        return Certainty.YES if sure else Certainty.UNKNOWN


def report_lines(view: View, kind: ReportKind, *, grace_days: int = 0) -> tuple[ReportLine, ...]:
    """Return a line for each report of a kind that the parties owe, by state and year: Article 7.

    A report up to `grace_days` after its last day counts as on time. One not found is unknown, not
    missing, on a day later than the sources reach. Raises `InvalidValueError` for no number of
    days.
    """
    if type(grace_days) is not int or grace_days < 0:
        obstacle = f"{grace_days!r} is no number of days"
        raise InvalidValueError("count reports with days of grace", obstacle, "give 0 or more")
    return tuple(
        _line(view.point, kind, each, each.due, grace_days)
        for owed in view.owed(_PROVISIONS[kind]).values()
        for each in owed
        if each.due is not None
    )


def _line(
    point: Standpoint, kind: ReportKind, each: Obligation, due: PartialDate, grace: int
) -> ReportLine:
    line = ReportLine(
        state=each.state,
        kind=kind,
        year=due.latest.year if kind is ReportKind.INITIAL else int(each.id.rpartition("/")[2]),
        due=due,
        passed=_passed(each, point.as_of),
        submitted=Certainty.UNKNOWN,
        on_time=Certainty.UNKNOWN,
        owed_by=_owed_by(each),
    )
    if each.discharged_on is None or each.discharged_by is None:
        return _not_found(point, each, line, grace)
    initial = kind is ReportKind.INITIAL or _by_initial(each, point)
    ends = {end for end in _ends(each) if end is not None}
    due_is_known = len(ends) == 1
    return attrs.evolve(
        line,
        submitted=Certainty.YES,
        on_time=certain(_in_time(end, each.discharged_on, grace) for end in ends),
        submitted_on=each.discharged_on,
        made_by=ReportKind.INITIAL if initial else ReportKind.ANNUAL,
        days_late=each.days_late if due_is_known else None,
        days_late_range=each.days_late_range if due_is_known else None,
        events=(each.discharged_by,),
    )


def _passed(each: Obligation, day: date) -> Certainty:
    """Tell whether the last day has passed, by either end of the days known in part (INT-0012)."""
    gone = {end is not None and end.latest < day for end in _ends(each)}
    return certain(Certainty.YES if passed else Certainty.NO for passed in gone)


def _ends(each: Obligation) -> tuple[PartialDate | None, ...]:
    """Return the last day by both ends of the days known in part: INT-0012."""
    return each.due, each.otherwise.due if each.otherwise else each.due


def _owed_by(each: Obligation) -> Events:
    """Return the events that bind the state, from which the report is due."""
    grounds = (ground for ground in each.grounds if ground.provision != each.provision)
    return tuple(event for ground in grounds for event in ground.events)


def _in_time(due: PartialDate, day: PartialDate, grace: int) -> Certainty:
    """Tell whether something came by a due day and the days of grace; the last is in time."""
    if days_between(due.first, day.latest) <= grace:
        return Certainty.YES
    late = days_between(due.latest, day.first) > grace
    return Certainty.NO if late else Certainty.UNKNOWN


def _not_found(point: Standpoint, each: Obligation, line: ReportLine, grace: int) -> ReportLine:
    """Return the line of a report that is not known to have come by the day."""
    known = known_until(point, each.provision, each.state)
    perhaps = each.otherwise.discharged_on if each.otherwise else None
    told = each.standing is not Standing.UNDETERMINED
    unsure = tuple(_of_an_unsure_year(point, line))
    none_by_now = told and perhaps is None and not unsure and known.reaches(point.as_of)
    submitted = Certainty.NO if none_by_now else Certainty.UNKNOWN
    days_told = [*([perhaps] if perhaps else []), *(entry.event.occurred_on for entry in unsure)]
    may_be = any(_in_time(line.due, day, grace) is not Certainty.NO for day in days_told)
    days = min(grace, days_between(line.due.latest, point.as_of))
    none_in_time = told and not may_be and known.reaches(add_days(line.due.latest, days))
    on_time = Certainty.NO if none_in_time else Certainty.UNKNOWN
    found = (*(each.id for each in unsure), *_begun(point, line), *known.events)
    begun = () if none_by_now else tuple(dict.fromkeys(found))
    return attrs.evolve(line, submitted=submitted, on_time=on_time, events=begun)


def _of_an_unsure_year(
    point: Standpoint, line: ReportLine
) -> Iterator[Entry[AnnualReportSubmitted]]:
    """Yield the reports that name no year and may be this one, by their day: INT-0013."""
    if line.kind is ReportKind.INITIAL or point.reading.unstated_year is UnstatedYear.NONE:
        return
    for entry in point.history.chronicle(line.state).entries:
        event, day = entry.event, entry.event.occurred_on
        if not isinstance(event, AnnualReportSubmitted) or event.year_covered is not None:
            continue
        fits = day.first.year <= line.year + 1 <= day.latest.year
        if fits and day.first <= point.as_of:
            yield cast("Entry[AnnualReportSubmitted]", entry)


def _begun(point: Standpoint, line: ReportLine) -> Iterator[str]:
    """Yield the reports, of a year if of any, that may have come by the day and be this one."""
    annual = line.kind is ReportKind.ANNUAL
    for entry in point.history.chronicle(line.state).entries:
        event, day = entry.event, entry.event.occurred_on
        match event:
            case InitialReportSubmitted():
                fits = True
            case AnnualReportSubmitted(year_covered=year):
                fits = year == line.year and annual
            case _:
                fits = False
        if fits and day.first <= point.as_of and not point.has_happened(day):
            yield entry.id
