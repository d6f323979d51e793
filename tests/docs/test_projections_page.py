"""The page of projections says of a key what holds of every year, and of every day."""

from __future__ import annotations

import re

import pytest

from docs.generators import projections_page


@pytest.fixture(scope="module")
def rows() -> dict[str, list[str]]:
    """Return the cells of each figure by its key."""
    lines = projections_page.page().partition("## Tables")[0].splitlines()
    figures = (line.strip("| ").split(" | ") for line in lines if line.startswith("| `"))
    return {cells[0].strip("`"): cells[1:] for cells in figures}


def test_a_year_is_one_row_and_no_number(rows: dict[str, list[str]]) -> None:
    assert rows["universalization.joined.<year>"][1] == "States joined in `<year>`"
    assert "action_plans.DAP.6.1.<year>.met" in rows
    assert not [key for key in rows if re.search(r"\.\d{4}(\.|$)", key)]


def test_a_number_of_one_document_is_not_what_the_key_counts(rows: dict[str, list[str]]) -> None:
    assert rows["measures.administrative"][1] == "administrative measures are in place"


def test_what_rests_on_nothing_so_far_says_so(rows: dict[str, list[str]]) -> None:
    assert rows["clearance.land_released"][-1] == "nothing on record yet"
    assert not [key for key, cells in rows.items() if not cells[-1]]


def test_what_other_answers_are_made_with_has_no_table() -> None:
    tables = projections_page.page().partition("## Tables")[2]
    assert "### report_ledger" in tables
    assert "### rederivation" not in tables
