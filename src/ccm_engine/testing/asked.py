"""What the pytest plugin asks of the engine, imported only when it does."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import cast

from ccm_engine.domain import articles
from ccm_engine.domain.calendar import day_within_model, parse_day
from ccm_engine.domain.provisions import Provision


def legal_day(text: str, asked: str) -> date:
    """Return the day a text names; `InvalidDateError` or `OutsideModelError` if none is meant."""
    return day_within_model(parse_day(text, asked), asked)


def provisions_of_the_rules() -> set[Provision]:
    """Return every provision that a module of `domain.articles` names: what the rules implement."""
    modules = pkgutil.iter_modules(articles.__path__, f"{articles.__name__}.")
    values = (value for each in modules for value in vars(import_module(each.name)).values())
    return {provision for value in values for provision in _provisions(value)}


def _provisions(value: object) -> Iterator[Provision]:
    """Yield the provisions a constant is or holds."""
    if isinstance(value, Provision):
        yield value
    elif isinstance(value, dict):
        yield from _provisions(tuple(cast("dict[object, object]", value).values()))
    elif isinstance(value, tuple):
        for each in cast("tuple[object, ...]", value):
            yield from _provisions(each)
