"""A judgement on a changed line ends with that line."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

import pytest

import ccm_engine

SOURCES: Final = Path(ccm_engine.__file__).parent
SURVIVORS: Final = tomllib.loads(Path(__file__).with_name("survivors.toml").read_text("utf-8"))


def source_of(function: str) -> Path:
    """Return the file in which a function, or a method, is defined."""
    _, *parts = function.split(".")
    places = (SOURCES.joinpath(*parts[:end]) for end in range(len(parts), 0, -1))
    files = (file for place in places for file in (place.with_suffix(".py"), place / "__init__.py"))
    return next(file for file in files if file.exists())


@pytest.mark.parametrize("judged", SURVIVORS["survivor"], ids=lambda each: each["function"])
def test_a_judged_line_is_still_there(judged: dict[str, list[str]]) -> None:
    lines = source_of(str(judged["function"])).read_text("utf-8").splitlines()
    changed = {each[2:] for each in judged["change"] if each.startswith("- ")}
    assert changed <= {each.strip() for each in lines}
