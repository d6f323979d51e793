"""A state or a provision that there is not is refused, and what is near to it is offered."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.states import state
from ccm_engine.errors import (
    InvalidDateError,
    OutsideModelError,
    UnknownProvisionError,
    UnknownStateError,
)


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("Bulgeria", "Bulgaria (BGR), Algeria (DZA) or Nigeria (NGA)"),
        ("Kongo", "Congo (COG), Togo (TGO) or Democratic Republic of the Congo (COD)"),
        ("Guinee", "Guinea (GIN) or Ukraine (UKR)"),
        ("alestine", "State of Palestine (PSE) or Eswatini (SWZ)"),
        ("Agola", "Angola (AGO), Mongolia (MNG) or Samoa (WSM)"),
    ],
)
def test_the_nearest_states_are_offered_by_whichever_of_their_names(
    asked: str, offered: str
) -> None:
    """The three nearest names may be of one state."""
    with pytest.raises(UnknownStateError) as refused:
        state(asked)
    assert refused.value.remedy == f"did you mean {offered}?"


@pytest.mark.parametrize(
    ("parts", "cited"),
    [((24, 1, "a"), "24(1)(a)"), ((3, 9, "a"), "3(9)(a)"), ((9, 1, "a"), "9(1)(a)")],
)
def test_a_point_of_a_paragraph_that_the_convention_lacks(
    parts: tuple[int, int, str], cited: str
) -> None:
    with pytest.raises(UnknownProvisionError) as refused:
        Provision(*parts)
    assert refused.value.asked == f"cite Article {cited}"


@pytest.mark.parametrize("article", [5, 9, 21])
def test_an_article_has_no_points_outside_its_paragraphs(article: int) -> None:
    """The last paragraphs of Articles 5 and 21 have points, and Article 9 has no paragraphs."""
    with pytest.raises(UnknownProvisionError) as refused:
        Provision(article, 0, "a")
    assert refused.value.asked == f"cite Article {article}(a)"


def test_a_name_in_use_is_asked_of_a_day_from_the_adoption_on() -> None:
    turkey = state("TUR")
    assert turkey.name_on(date(2008, 5, 30)) == turkey.name_on(date(2022, 5, 31)) == "Turkey"
    assert turkey.name_on(date(2022, 6, 1)) == turkey.name
    with pytest.raises(OutsideModelError) as early:
        turkey.name_on(date(2008, 5, 29))
    assert str(early.value) == (
        "name TUR on 2008-05-29: the Convention was not yet adopted, and earlier names are not "
        "kept by day; ask for 2008-05-30 or later"
    )
    with pytest.raises(InvalidDateError) as moment:
        turkey.name_on(datetime(2022, 6, 1))  # noqa: DTZ001  # the mistake itself
    assert str(moment.value) == (
        "name TUR on 2022-06-01T00:00:00: a moment is not a day; give the date alone"
    )
