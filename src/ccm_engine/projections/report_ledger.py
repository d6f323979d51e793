"""Initial and annual reports: due, submitted, in time, not found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from ccm_engine.domain.events import InitialReportSubmitted
from ccm_engine.domain.obligations import Obligation, Standing, Timeliness
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.standpoint import Standpoint

_INITIAL = Provision.parse("7(1)")
_ANNUAL = Provision.parse("7(2)")


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
