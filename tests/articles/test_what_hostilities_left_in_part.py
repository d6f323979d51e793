"""What is said of the areas of several hostilities that go on, none of which has an end on record.

Article 4(2) asks for its measures while there are any.
"""

from __future__ import annotations

from typing import Final

from ccm_engine import Event, Standing
from ccm_engine.domain.events import ClearanceCompleted, ContaminationDeclared, ContaminationFound
from tests.histories import engine_with, happened, owed

DAY: Final = "2016-01-01"


def meanwhile(*events: Event) -> tuple[Standing, list[str]]:
    """Return where the measures of Article 4(2) stand, and what of 4(1)(b) says so."""
    duty = owed(engine_with(*events), "HRV/4.2", DAY)
    said = [each.conclusion for each in duty.grounds if str(each.provision) == "4(1)(b)"]
    return duty.standing, said


def test_what_was_found_of_a_conflict_counts_though_nothing_was_declared_of_it() -> None:
    found = happened(ContaminationFound, "2014-03-01", "HRV", conflict="border-2013", areas=2)
    assert meanwhile(found) == (
        Standing.CONTINUING,
        ["declared contaminated areas of border-2013 (2014-03-01); no end of it is on record"],
    )


def test_one_that_is_cleared_leaves_the_next() -> None:
    assert meanwhile(
        happened(ContaminationDeclared, "2013-03-01", "HRV", conflict="first-2011"),
        happened(ContaminationDeclared, "2014-03-01", "HRV", conflict="second-2012"),
        happened(ClearanceCompleted, "2015-03-01", "HRV", conflict="first-2011"),
    ) == (
        Standing.CONTINUING,
        ["declared contaminated areas of second-2012 (2014-03-01); no end of it is on record"],
    )
