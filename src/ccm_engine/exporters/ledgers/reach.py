"""What the record tells of each subject, state and year, and what it cannot tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from ccm_engine.domain.calendar import FIRST_DAY
from ccm_engine.errors import InvalidValueError
from ccm_engine.exporters.ledgers.sheets import Selection, counted, ledger
from ccm_engine.exporters.ledgers.values import Row
from ccm_engine.projections.counting import Events
from ccm_engine.projections.coverage_by_year import Cell, Extent, Subject, coverage_by_year
from ccm_engine.projections.party_roster import name_of
from ccm_engine.register import Register

IN_FORCE_YEAR: Final = 2010  # 17(1): no state is bound earlier, and none has a cell


@attrs.frozen
class Told:
    """How far the record can tell, with the events found, or those that leave it open."""

    extent: Extent
    events: Events


@attrs.frozen(kw_only=True)
class Reached:
    """One subject and one State Party; a year in which it owes nothing is not in `years`."""

    subject: Subject
    state: str
    name: str
    years: Mapping[int, Told]


def _rows(register: Register, chosen: Selection) -> Iterator[Reached]:
    years = years_of(chosen, register)
    view = register.view()
    subjects = tuple(Subject) if chosen.subject is None else (chosen.subject,)
    for subject in subjects:
        by_state: dict[str, list[Cell]] = {state: [] for state in view.parties}
        for cell in coverage_by_year(view, subject, years).cells:
            by_state[cell.state].append(cell)
        for state, cells in by_state.items():
            yield Reached(
                subject=subject,
                state=state,
                name=name_of(state, view.as_of),
                years={each.year: Told(each.extent, each.events) for each in cells},
            )


def years_of(chosen: Selection, register: Register) -> range:
    """Return the years asked for; by default those since the Convention came into force.

    Raises `InvalidValueError` for a period that ends before it begins, begins before the
    Convention was adopted, or ends after the day asked about.
    """
    this = register.as_of.year
    last = this if chosen.last_year is None else chosen.last_year
    first = min(IN_FORCE_YEAR, last) if chosen.first_year is None else chosen.first_year
    asked = f"show coverage from {first} to {last}"
    if last < first:
        obstacle = f"{last} is before {first}"
        raise InvalidValueError(asked, obstacle, "give the earlier year first")
    if first < FIRST_DAY.year or last > this:
        obstacle = f"there is nothing to tell before {FIRST_DAY.year} or after {this}"
        raise InvalidValueError(asked, obstacle, "give years between these")
    return range(first, last + 1)


def _totals(rows: tuple[Reached, ...], register: Register, chosen: Selection) -> Row:
    years = years_of(chosen, register)
    return {
        subject.value: {
            year: counted(
                (
                    each.years[year].extent
                    for each in rows
                    if each.subject is subject and year in each.years
                ),
                Extent,
            )
            for year in years
        }
        for subject in (Subject if chosen.subject is None else (chosen.subject,))
    }


COVERAGE: Final = ledger(_rows, _totals, "state", "subject", "first_year", "last_year")
