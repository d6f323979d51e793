"""What a source must say of itself, and what is refused, word for word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

import pytest

from ccm_engine import Citation
from ccm_engine.domain.sources import Authority
from ccm_engine.errors import MalformedEventError
from tests.histories import on

WHOLE: Final[dict[str, object]] = {
    "document": "status list",
    "publisher": "the depositary",
    "authority": Authority.UNITED_NATIONS,
    "published": on("2012-03"),
    "url": "https://treaties.un.org",
    "claim": "row 7",
    "note": "as of that day",
    "gives": on("2012"),
}

A_DAY: Final = "write PartialDate.parse('2010-08')"
REFUSED: Final[tuple[tuple[str, object, str, str], ...]] = (
    (
        "authority",
        "press",
        "its authority is 'press'",
        f"give an Authority: {', '.join(each.name for each in Authority)}",
    ),
    ("published", "2012-03", "published is '2012-03', not a PartialDate", A_DAY),
    ("gives", 2012, "gives is 2012, not a PartialDate", A_DAY),
    *(
        (name, 7, f"its {name} is 7", "give a text")
        for name in ("document", "publisher", "url", "claim", "note")
    ),
    ("document", " ", "its document has no name", "name it in words"),
    ("publisher", "", "its publisher has no name", "name it in words"),
)


def cited(**fields: object) -> Citation:
    """Cite a source, as a caller does whom no type checker watches."""
    return cast("Callable[..., Citation]", Citation)(**fields)


@pytest.mark.parametrize(("field", "value", "obstacle", "remedy"), REFUSED)
def test_a_refusal_names_the_field_the_value_and_the_remedy(
    field: str, value: object, obstacle: str, remedy: str
) -> None:
    with pytest.raises(MalformedEventError) as refused:
        cited(**{**WHOLE, field: value})
    assert str(refused.value) == f"cite a source: {obstacle}; {remedy}"
    assert refused.value.field == field


def test_a_source_without_any_name_is_asked_for_its_document_first() -> None:
    with pytest.raises(MalformedEventError) as refused:
        cited(**{**WHOLE, "document": "", "publisher": ""})
    assert refused.value.field == "document"


def test_a_source_says_what_it_was_given_and_need_not_say_more_than_who_and_what() -> None:
    whole = cited(**WHOLE)
    assert {name: getattr(whole, name) for name in WHOLE} == WHOLE
    needed = ("document", "publisher", "authority")
    least = cited(**{name: WHOLE[name] for name in needed})
    assert [name for name in WHOLE if getattr(least, name) is not None] == list(needed)
