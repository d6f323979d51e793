"""What the record tells of each subject, state and year: found, nothing found, or unknown.

A cell is `FOUND` where an event of the subject belongs to the year for certain, `NOTHING` where
none can and the sources reach to the end of the year (or the day asked about), else `UNKNOWN`. For
reports the obligations of the year say so. A state has no cell for a year in which the Convention
did not bind it, nor for a report that it did not owe.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    FAMILIES,
    ClearanceCompleted,
    ClearanceStrategyReported,
    Entry,
    Event,
    LandReleased,
    MunitionsRetained,
    NationalMeasureReported,
    RetainedMunitionsConsumed,
    RetentionEnded,
    RetentionReportSubmitted,
    RiskEducationReported,
    StockpileDestroyed,
    StockpileDestructionCompleted,
    SurveyReported,
)
from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.certainty import Certainty, in_year
from ccm_engine.projections.counting import Events
from ccm_engine.projections.silence import known_until, silence_tells
from ccm_engine.projections.view import View


class Extent(enum.Enum):
    """How far the record can tell."""

    FOUND = "found"
    NOTHING = "nothing"
    UNKNOWN = "unknown"


class Subject(enum.Enum):
    """What is looked for, in the order of a review document."""

    STOCKPILE_DESTRUCTION = "stockpile-destruction"
    RETENTION = "retention"
    CLEARANCE = "clearance"
    VICTIMS = "victims"
    COOPERATION = "cooperation"
    REPORTS = "reports"
    MEASURES = "measures"


@attrs.frozen
class _Looked:
    """Under which provision a subject's coverage is stated, and by which events it shows."""

    provision: Provision
    kinds: tuple[type[Event], ...] = ()


_DESTRUCTION: Final = (StockpileDestroyed, StockpileDestructionCompleted)
_RETENTION: Final = (
    MunitionsRetained,
    RetainedMunitionsConsumed,
    RetentionEnded,
    RetentionReportSubmitted,
)
_CLEARANCE: Final = (
    LandReleased,
    ClearanceCompleted,
    SurveyReported,
    RiskEducationReported,
    ClearanceStrategyReported,
)

_LOOKED: Final[Mapping[Subject, _Looked]] = {
    Subject.STOCKPILE_DESTRUCTION: _Looked(Provision.parse("3(2)"), _DESTRUCTION),
    Subject.RETENTION: _Looked(Provision.parse("3(8)"), _RETENTION),
    Subject.CLEARANCE: _Looked(Provision.parse("4(2)"), _CLEARANCE),
    Subject.VICTIMS: _Looked(Provision.parse("5(1)"), FAMILIES["victims"]),
    Subject.COOPERATION: _Looked(Provision.parse("6(1)"), FAMILIES["cooperation"]),
    Subject.REPORTS: _Looked(Provision.parse("7(2)")),
    Subject.MEASURES: _Looked(Provision.parse("9"), FAMILIES["measures"]),
}


@attrs.frozen
class Cell:
    """One state and year; `events` are those found, or those that leave it open."""

    state: str
    year: int
    extent: Extent
    events: Events = ()


@attrs.frozen
class CoverageGrid:
    """One subject, by state and year; cells by code, then by year."""

    subject: Subject
    years: tuple[int, ...]
    cells: tuple[Cell, ...]

    def count(self, year: int) -> Mapping[Extent, int]:
        """Return how many states have a cell of each extent in a year: found is "at least"."""
        of_year = [each.extent for each in self.cells if each.year == year]
        return {extent: of_year.count(extent) for extent in Extent}

    def row(self, state: str) -> Mapping[int, Cell]:
        """Return one state's cells by year; a year without a cell is not in it."""
        return {each.year: each for each in self.cells if each.state == state}


def coverage_by_year(view: View, subject: Subject, years: Iterable[int]) -> CoverageGrid:
    """Return what the record tells of a subject for each State Party and year, by the day.

    Years after that of the day asked about have no cells.
    """
    asked = tuple(year for year in years if year <= view.as_of.year)
    make = _of_reports if subject is Subject.REPORTS else _of_events
    cells = (cell for state in view.parties for cell in make(view, subject, state, asked))
    return CoverageGrid(subject, asked, tuple(cells))


def _of_reports(view: View, subject: Subject, state: str, years: tuple[int, ...]) -> Iterator[Cell]:
    """Yield a cell for each calendar year a state owes an annual report on: Article 7(2)."""
    provision = _LOOKED[subject].provision
    for each in view.obligations_of(state):
        if each.provision == provision and (year := int(each.id.rpartition("/")[2])) in years:
            yield _by_standing(view, each, year)


def _by_standing(view: View, each: Obligation, year: int) -> Cell:
    if each.discharged_by is not None:
        return Cell(each.state, year, Extent.FOUND, (each.discharged_by,))
    known = known_until(view.point, each.provision, each.state)
    open_still = each.standing is Standing.UNDETERMINED or (
        each.otherwise is not None and each.otherwise.discharged_on is not None
    )
    if open_still or not known.reaches(view.as_of):
        return Cell(each.state, year, Extent.UNKNOWN, known.events)
    return Cell(each.state, year, Extent.NOTHING, known.events)


def _of_events(view: View, subject: Subject, state: str, years: tuple[int, ...]) -> Iterator[Cell]:
    looked, binding = _LOOKED[subject], view.point.binding(state)
    entries = [
        entry
        for entry in view.point.history.chronicle(state).entries
        if isinstance(entry.event, looked.kinds) and entry.event.occurred_on.first <= view.as_of
    ]
    for year in years:
        if binding.in_force_on is not None and binding.in_force_on.year <= year:
            yield _cell(view, looked.provision, state, year, entries)


def _cell(
    view: View, provision: Provision, state: str, year: int, entries: list[Entry[Event]]
) -> Cell:
    told: dict[Certainty, list[str]] = {each: [] for each in Certainty}
    for entry in entries:
        told[_belongs(view, entry.event, year)].append(entry.id)
    if told[Certainty.YES]:
        return Cell(state, year, Extent.FOUND, tuple(told[Certainty.YES]))
    known = known_until(view.point, provision, state)
    if told[Certainty.UNKNOWN]:
        return Cell(state, year, Extent.UNKNOWN, tuple(told[Certainty.UNKNOWN]))
    end = min(PartialDate.parse(str(year)).latest, view.as_of)
    silent = silence_tells(view.point, provision, state, end)
    return Cell(state, year, Extent.NOTHING if silent else Extent.UNKNOWN, known.events)


def _belongs(view: View, event: Event, year: int) -> Certainty:
    """Tell whether an event belongs to a year: by the year it names, else by its own day.

    What may not have happened by the day asked about belongs to a year at most perhaps.
    """
    named = _year_named(event)
    within = in_year(event.occurred_on, year)
    if named is not None:
        within = Certainty.YES if named == year else Certainty.NO
    if within is Certainty.YES and not view.point.has_happened(event.occurred_on):
        return Certainty.UNKNOWN
    return within


def _year_named(event: Event) -> int | None:
    """Return the calendar year an event says it is about; a status list is about its own."""
    if isinstance(event, NationalMeasureReported):
        return None if event.listed_on is None else event.listed_on.year
    for name in ("year", "year_covered"):
        if isinstance(found := getattr(event, name, None), int):
            return found
    return None
