"""A reading is chosen by the names of its choices, and differs from another in one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

import pytest

from ccm_engine import Interpretation
from ccm_engine.domain.interpretations import INT_RECORDS, PRACTICE, PartyCount
from ccm_engine.errors import InvalidValueError

NAMES: Final = tuple(INT_RECORDS)
OF_THREE: Final = ("first_annual_report", "measures_heard")  # every other record has two values


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (
            "ten_months",
            "warn",
            f"there is no such choice; choose one of {', '.join(NAMES)}",
        ),
        (
            "measures_heard",
            "nobody",
            "measures_heard has no such value; choose last-list or last-word or any-source",
        ),
    ],
)
def test_a_choice_that_there_is_not_is_refused_with_those_there_are(
    name: str, value: str, said: str
) -> None:
    with pytest.raises(InvalidValueError) as refused:
        Interpretation.choosing({name: value})
    assert str(refused.value) == f"choose the interpretation {name}={value}: {said}"


def test_each_alternative_differs_in_the_choice_it_is_named_by_and_no_other() -> None:
    usual = PRACTICE.choices()
    found = [
        (name, {each: value for each, value in reading.choices().items() if value != usual[each]})
        for name, reading in PRACTICE.alternatives()
    ]
    assert [name for name, _ in found] == [
        name for name in NAMES for _ in range(2 if name in OF_THREE else 1)
    ]
    assert all(list(changed) == [name] for name, changed in found)
    assert [changed["measures_heard"] for name, changed in found if name == "measures_heard"] == [
        "last-word",
        "any-source",
    ]


def test_practice_is_an_alternative_to_every_other_reading() -> None:
    enforced = Interpretation.choosing({"nine_months": "enforce"})
    others = dict(enforced.alternatives())
    assert others["nine_months"] == PRACTICE
    assert enforced not in others.values()


@pytest.mark.parametrize("value", ["warn", PartyCount.CONSENT, None])
def test_a_choice_is_of_the_kind_of_its_field(value: object) -> None:
    make = cast("Callable[..., Interpretation]", Interpretation)
    with pytest.raises(InvalidValueError) as refused:
        make(nine_months=value)
    assert refused.value.field == "nine_months"
    assert str(refused.value) == (
        f"make an Interpretation with nine_months: {value!r} is no NineMonths; "
        "choose NineMonths.WARN or NineMonths.ENFORCE"
    )
