"""Initial and annual reports: Article 7."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Final

from ccm_engine.domain.events import VoluntaryReportSubmitted
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.states import RegionalGroup
from ccm_engine.projections.certainty import (
    Certainty,
    happened_between,
    happened_by,
    state_count,
)
from ccm_engine.projections.counting import Clause, Events, Figure, Share, StateCount
from ccm_engine.projections.report_ledger import ReportKind, ReportLine, report_lines
from ccm_engine.projections.report_statistics import Arrival, arrival, group_of
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View

_INITIAL: Final = Provision.parse("7(1)")
_ANNUAL: Final = Provision.parse("7(2)")

_GROUPS: Final = {
    RegionalGroup.AFRICA: "Africa",
    RegionalGroup.ASIA_PACIFIC: "Asia and the Pacific",
    RegionalGroup.EASTERN_EUROPE: "Eastern Europe",
    RegionalGroup.LATIN_AMERICA_CARIBBEAN: "Latin America and the Caribbean",
    RegionalGroup.WESTERN_EUROPE_OTHERS: "Western Europe and other States",
    RegionalGroup.NONE: "States of no regional group",
}


_IN_PERIOD: Final[tuple[tuple[str, str, Callable[[Arrival], Certainty]], ...]] = (
    ("submitted", "", lambda came: came.submitted),
    ("on_time", " on time", lambda came: came.on_time),
    ("late", " late", lambda came: came.late),
)

_VOLUNTARY: Final = Clause(
    "State is on record as having submitted a voluntary report",
    "States are on record as having submitted a voluntary report",
)
"""Nobody gathers what none owes: the count is of the record, and claims nothing of the others."""


def position(view: View) -> Iterator[Figure]:
    """Yield the figures of a day: initial reports, and who reported without owing it."""
    lines = report_lines(view, ReportKind.INITIAL)
    due, submitted = _due_and_submitted(lines)
    yield due
    yield submitted
    said = "of the initial reports due were submitted"
    yield _share("initial_rate", Clause(said, said), submitted, due)
    yield from _outstanding(lines)
    yield from _rates_by_group(lines)
    found = (
        (state, happened_by(entry.event.occurred_on, view.as_of), (entry.id,))
        for state in view.point.states
        for entry in view.point.history.chronicle(state).entries
        if isinstance(entry.event, VoluntaryReportSubmitted)
    )
    yield state_count("transparency.voluntary", _VOLUNTARY, found, _ANNUAL)


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield the figures of a period: reports that came in it, annual ones that fell due."""
    initial = report_lines(after, ReportKind.INITIAL)
    for what, how, of in _IN_PERIOD:
        said = f"submitted an initial report{how}"
        words = Clause(f"State Party {said}", f"States Parties {said}")
        yield _count(f"initial_{what}_in_period", words, initial, _arrived(before, of))
    voluntary = happened_between(before, after, VoluntaryReportSubmitted)
    yield state_count(
        "transparency.voluntary_in_period",
        Clause(f"{_VOLUNTARY.one} in the period", f"{_VOLUNTARY.many} in the period"),
        ((state, within, (entry.id,)) for state, entry, within in voluntary),
        _ANNUAL,
    )
    annual = [
        each
        for each in report_lines(after, ReportKind.ANNUAL)
        if each.passed is Certainty.YES and before.as_of <= each.due.latest
    ]
    awaited = {each.state for each in initial if each.submitted is Certainty.UNKNOWN}
    for year in sorted({each.year for each in annual}):
        yield from _year(year, [each for each in annual if each.year == year], awaited)


def _arrived(before: View, of: Callable[[Arrival], Certainty]) -> Callable[[ReportLine], Certainty]:
    return lambda line: of(arrival(line, before.as_of))


def _year(year: int, lines: list[ReportLine], awaited: Container[str]) -> Iterator[Figure]:
    """Yield the figures of one calendar year covered: Article 7(2).

    `awaited` are the states whose initial report is unknown.
    """

    def count(
        what: str, said: str, heading: str, answer: Callable[[ReportLine], Certainty]
    ) -> StateCount:
        words = Clause(f"State Party {said}", f"States Parties {said}", heading)
        return _count(f"annual_{what}.{year}", words, lines, answer, provision=_ANNUAL)

    due = _count(
        f"annual_due.{year}",
        Clause(
            f"State Party had to report on {year}",
            f"States Parties had to report on {year}",
            "Annual reports due",
        ),
        lines,
        lambda line: line.passed,
        _owed_by,
        _ANNUAL,
    )
    submitted = count("submitted", f"reported on {year}", "Submitted", lambda line: line.own)
    yield due
    yield submitted
    on_time = f"reported on {year} on time"
    yield count("on_time", on_time, "Submitted on time", lambda line: line.on_time)
    by_initial = "Covered by a late initial report"
    absorbed = f"covered {year} by a late initial report"
    yield count("absorbed", absorbed, by_initial, lambda line: _absorbed(line, awaited))
    said = f"of the annual reports on {year} were submitted"
    yield _share(f"annual_rate.{year}", Clause(said, said, "Rate"), submitted, due, _ANNUAL)


def _absorbed(line: ReportLine, awaited: Container[str]) -> Certainty:
    """Tell whether a late initial report covered a year; one that may have come may cover it."""
    if line.absorbed:
        return Certainty.YES
    open_still = line.submitted is Certainty.UNKNOWN and line.state in awaited
    return Certainty.UNKNOWN if open_still else Certainty.NO


def _owed_by(line: ReportLine) -> Events:
    return line.owed_by


def _outstanding(lines: tuple[ReportLine, ...]) -> Iterator[Figure]:
    """Yield whose initial report is overdue, and whose is not yet due: Article 7(1)."""
    yield _count(
        "initial_overdue",
        Clause(
            "State Party's initial report is overdue",
            "States Parties' initial reports are overdue",
        ),
        (each for each in lines if each.passed is Certainty.YES),
        lambda line: _opposite(line.submitted),
    )
    yield _count(
        "initial_not_yet_due",
        Clause(
            "State Party's initial report is not yet due",
            "States Parties' initial reports are not yet due",
        ),
        lines,
        lambda line: _opposite(line.passed),
        _owed_by,
    )


def _due_and_submitted(
    lines: Iterable[ReportLine], part: str = "", whose: str = ""
) -> tuple[StateCount, StateCount]:
    lines = tuple(lines)
    due = _count(
        f"initial_due{part}",
        Clause(
            f"State Party{whose} had to submit an initial report by then",
            f"States Parties{whose} had to submit an initial report by then",
        ),
        lines,
        lambda line: line.passed,
        _owed_by,
    )
    submitted = _count(
        f"initial_submitted{part}",
        Clause(
            f"State Party{whose} submitted the initial report that was due",
            f"States Parties{whose} submitted the initial report that was due",
        ),
        (each for each in lines if each.passed is Certainty.YES),
        lambda line: line.submitted,
    )
    return due, submitted


def _rates_by_group(lines: tuple[ReportLine, ...]) -> Iterator[Figure]:
    """Yield the rate of initial reports in each regional group in which one was due."""
    for group, words in _GROUPS.items():
        of_group = [each for each in lines if group_of(each) is group]
        if any(each.passed is Certainty.YES for each in of_group):
            due, submitted = _due_and_submitted(of_group, f".{group.name}", f" of {words}")
            said = f"of the initial reports due from {words} were submitted"
            clause = Clause(said, said, "Rate of initial reports")
            yield _share(f"initial_rate.{group.name}", clause, submitted, due)


def _share(
    what: str, clause: Clause, part: StateCount, whole: StateCount, provision: Provision = _INITIAL
) -> Share:
    return Share(
        key=f"transparency.{what}",
        clause=clause,
        part=part,
        whole=whole,
        provision=provision,
    )


def _opposite(answer: Certainty) -> Certainty:
    """Return what holds of the opposite; of what is unknown, that is unknown too."""
    opposites = {Certainty.YES: Certainty.NO, Certainty.NO: Certainty.YES}
    return opposites.get(answer, Certainty.UNKNOWN)


def _count(
    what: str,
    clause: Clause,
    lines: Iterable[ReportLine],
    answer: Callable[[ReportLine], Certainty],
    events: Callable[[ReportLine], Events] = lambda line: line.events or line.owed_by,
    provision: Provision = _INITIAL,
) -> StateCount:
    """Count the states of these lines, and apart those for which the record cannot tell."""
    answers = ((each.state, answer(each), events(each)) for each in lines)
    return state_count(f"transparency.{what}", clause, answers, provision)


THEME = Theme(
    key="transparency",
    title="Transparency measures",
    provisions=("7(1)", "7(2)"),
    position=position,
    progress=progress,
)
