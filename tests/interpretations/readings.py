"""How a test says which choice it exercises, so that none is left without a test."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Final

import pytest

from ccm_engine.domain.interpretations import PRACTICE, Interpretation

FIELDS: Final[Mapping[type[enum.Enum], str]] = {
    type(getattr(PRACTICE, name)): name for name in PRACTICE.choices()
}
"""The name of each choice, by the kind of its values."""


def name_of(choice: enum.Enum) -> str:
    """Write a choice as `late_found=new-request`."""
    return f"{FIELDS[type(choice)]}={choice.value}"


def by(choice: enum.Enum) -> pytest.MarkDecorator:
    """Give a test practice with one choice made, as its argument `reading`."""
    reading = Interpretation.choosing({FIELDS[type(choice)]: choice.value})
    return pytest.mark.parametrize("reading", [pytest.param(reading, id=name_of(choice))])
