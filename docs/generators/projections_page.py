"""The reference page of projections: each question, its columns, and what its numbers rest on."""

from __future__ import annotations

import enum
import inspect
import pkgutil
import re
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType, UnionType
from typing import Any, Final

import attrs

from ccm_engine import Engine, projections
from ccm_engine.domain.events import EVENT_TYPES, FAMILIES
from ccm_engine.exporters.review.document import events_behind
from ccm_engine.exporters.review.paper import events_of
from ccm_engine.exporters.review.sentences import cited
from ccm_engine.projections.counting import Figure, Quantity, Share, StateCount
from ccm_engine.projections.themes import THEMES
from docs.generators.markdown import document, paragraphs_of, table

PATH: Final = "reference/projections.md"

_PERIODS: Final = (
    (date(2008, 5, 30), date(2015, 9, 11)),
    (date(2015, 9, 11), date(2020, 9, 28)),
    (date(2020, 9, 28), date(2026, 11, 20)),
)
"""Reviewed to find every key, and the events behind it; together the life of the Convention."""

_YEAR: Final = re.compile(r"\.(\d{4})(?=\.|$)")

_INWARD: Final = frozenset(
    {
        *("alterations", "attention", "consequences", "dependence", "passing", "reasons"),
        "rederivation",
    }
)
"""Modules that answer no question of their own: other answers are made with them."""

_INTRODUCTION: Final = """\
A projection answers one question about one day: it selects, sorts, groups and counts what the
rules derive and what the events say. First the figures of a review, by theme: each key is a number
that `ccm review` writes, `ccm assert` checks and `ccm_engine.projections.review.figure` returns.
Then the tables, each a module of `ccm_engine.projections` with the columns of its rows; modules
that other answers are made with are left out.

Three values everywhere: what is known, what is known not to be, and what the record cannot tell. A
count with states of the last kind is a lower bound, and says so: "at least 11".
"""

_KINDS: Final = """\
| kind | is | unit |
|---|---|---|
| states | states counted by name; apart from them those for which none can tell | states |
| amount | a sum over states, of what is known | as given |
| share | one count of states in another | per cent |
| number | a number that a document gives, or a count of what is no state | as its words say |
"""


def page() -> str:
    """Return the page in Markdown."""
    return document(
        "Projections: every number and every table",
        _INTRODUCTION,
        "## Figures",
        _KINDS,
        "`<year>` stands for a calendar year. Figures of a period are marked: they need two days.",
        *(part for theme in THEMES for part in _theme(theme.key, theme.title)),
        "## Tables",
        *(part for module in _modules() for part in _module(module)),
    )


def _theme(key: str, title: str) -> Iterator[str]:
    rows = [(f"`{name}`", *row) for name, row in _figures().items() if name.startswith(f"{key}.")]
    yield f"### {title}"
    yield table(("Key", "of", "counts", "kind", "provision", "rests on"), rows)


@cache
def _figures() -> Mapping[str, tuple[str, ...]]:
    """Return each key with its row; the years of one key make one row."""
    engine = Engine.public_record()
    found: dict[str, tuple[str, list[Figure], set[str]]] = {}
    for first, last in _PERIODS:
        register = engine.on(last)
        review = register.review(engine.on(first))
        for chapter in review.chapters:
            for of, figures in (("a period", chapter.progress), ("a day", chapter.position)):
                for each in figures:
                    key = _YEAR.sub(".<year>", each.key)
                    _, several, names = found.setdefault(key, (of, [], set()))
                    several.append(each)
                    events = events_of(register, events_behind(each)).values()
                    names.update(type(event).__name__ for event in events)
    return {
        key: (of, _words(several), _kind(each), cited(each.provision), _linked(names))
        for key, (of, several, names) in found.items()
        for each in several[:1]
    }


def _words(figures: list[Figure]) -> str:
    """Return what figures of one key count, without what one day or part of a year adds."""
    years = (_YEAR.search(each.key) for each in figures)
    said = (
        each.clause.many.replace(year[1], "`<year>`") if year else each.clause.many
        for each, year in zip(figures, years, strict=True)
    )
    return min(said, key=len)


def _kind(figure: Figure) -> str:
    match figure:
        case StateCount():
            return "states"
        case Quantity():
            return f"amount, {figure.unit}"
        case Share():
            return "share"
        case _:
            return "number"


def _linked(names: set[str]) -> str:
    """Link event classes to their page, in the order of that page; say where there is none."""
    if not names:
        return "nothing on record yet"
    order = [kind.__name__ for family in FAMILIES.values() for kind in family]
    return ", ".join(
        f"[{name}](events.md#{name.lower()})" for name in sorted(names, key=order.index)
    )


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules(projections.__path__):
        if not info.ispkg and info.name not in _INWARD:
            yield import_module(f"{projections.__name__}.{info.name}")


def _module(module: ModuleType) -> Iterator[str]:
    classes = [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and not kind.__name__.startswith("_")
    ]
    rows = [kind for kind in classes if attrs.has(kind) and not _works(kind)]
    if not rows:
        return
    yield f"### {module.__name__.rpartition('.')[2]}"
    yield from paragraphs_of(module)
    read = {
        name
        for name, kind in inspect.getmembers(module, inspect.isclass)
        if kind in EVENT_TYPES.values()
    }
    if read:
        yield f"Reads {_linked(read)}."
    for kind in rows:
        yield f"**{kind.__name__}.** {' '.join(paragraphs_of(kind))}"
        shown = [field for field in attrs.fields(kind) if not field.name.startswith("_")]
        if shown:
            hints = typing.get_type_hints(kind)
            yield table(
                ("Column", "Type"),
                [(f"`{each.name}`", _type(hints[each.name])) for each in shown],
            )


def _works(kind: type) -> bool:
    """Tell whether a class does something, rather than being a row of an answer."""
    return any("Callable" in str(hint) for hint in typing.get_type_hints(kind).values())


def _type(hint: Any) -> str:  # noqa: ANN401  # a type hint can be anything
    """Return a type in words."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in (typing.Union, UnionType):
        known = [_type(each) for each in arguments if each is not type(None)]
        return " or ".join(known) + (", or unknown" if type(None) in arguments else "")
    if arguments:
        inner = ", ".join(_type(each) for each in arguments if each is not Ellipsis)
        return f"{typing.get_origin(hint).__name__.lower()} of {inner}"
    if inspect.isclass(hint) and issubclass(hint, enum.Enum):
        return " or ".join(f"`{each.value}`" for each in hint)
    return _PLAIN.get(hint, getattr(hint, "__name__", str(hint)))


_PLAIN: Final[Mapping[Any, str]] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "yes or no",
    date: "day",
}
