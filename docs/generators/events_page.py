"""The reference page of events: every type by family, with its fields and an example."""

from __future__ import annotations

import enum
import inspect
import sys
import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

import attrs

from ccm_engine.domain import admission
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import FAMILIES, CoverageStated, Event, RecordEvent, StateEvent
from ccm_engine.domain.sources import Authority, Citation
from ccm_engine.storage.codec import decode_line, encode
from docs.generators.event_examples import every_example
from docs.generators.event_fields import meaning
from docs.generators.markdown import document, fenced, paragraphs_of, table
from docs.generators.source import functions_in

PATH: Final = "reference/events.md"

COMMON: Final = frozenset(field.name for field in attrs.fields(Event))

_WIRE_TYPES: Final[Mapping[Any, str]] = {
    PartialDate: "partial date",
    Event: "event",
    bool: "`true` or `false`",
    date: "day",
    int: "whole number",
    str: "text",
}

_INTRODUCTION: Final = """\
Everything that can be recorded. An event is a fact somebody can prove: it happened, it is never
changed, and it cites at least one source. In Python each is a class of `ccm_engine.events` whose
arguments are given by name; in a file, a log and `ccm history` it is one JSON object.

Examples show the form, their citations shortened. Those that cite "an example, not a fact" tell of
nothing that happened.
"""

_JSON_LINES: Final = """\
## JSON Lines

A file of events is UTF-8 text with one JSON object on each line. `type` is the stored name: it
never changes, and a new shape gets a new version (`.v2`) beside the old one. What is unknown is
left out, which says something else than `0`. A field that is not listed here is refused, and so is
a value of another type: a number in quotes is no number. A line has at most 1 MiB, a name stands
once in an object, and a number is at most 18,446,744,073,709,551,615. Fields may come in any order;
the log writes them in the order of the class, `type` first.
"""

_TYPES: Final = """\
| type | written as |
|---|---|
| text | a JSON string with something in it |
| whole number | a JSON number without a fraction |
| day | `"2011-10-01"`: exactly ISO 8601, no time of day |
| partial date | as far as known: `"2013-05-02"`, `"2013-05"`, `"2013"`; \
`"../2013-05-02"` for "by that day"; `"2013-05-02/2013-05-09"` for a day between two |
| state | ISO 3166-1 alpha-3 in capitals: `"BGR"`; Holy See `"VAT"`, State of Palestine `"PSE"`, \
Cook Islands `"COK"`, Niue `"NIU"` |
| event | a whole event of these pages, as a JSON object |
"""

_STREAMS: Final = """\
Every event belongs to one stream: a state's, by its code, or `CCM` for what concerns all states.
Its identifier is the stream and its number there: `BGR#7` is the seventh event recorded for
Bulgaria.
"""


def page() -> str:
    """Return the page in Markdown."""
    examples = {type(event): event for event in every_example()}
    parts = [_INTRODUCTION, _contents(), _JSON_LINES, _TYPES, _STREAMS, *_common()]
    for family, kinds in FAMILIES.items():
        parts.append(f"## {family.capitalize()}")
        parts.append(paragraphs_of(sys.modules[kinds[0].__module__])[0])
        parts.extend(_section(kind, examples[kind]) for kind in kinds)
    return document("Events", *parts)


def _contents() -> str:
    rows = [
        (f"[{family.capitalize()}](#{family})", ", ".join(map(_link, kinds)))
        for family, kinds in FAMILIES.items()
    ]
    return table(("Family", "Events"), rows)


def _link(kind: type[Event]) -> str:
    return f"[{kind.__name__}](#{kind.__name__.lower()})"


def _common() -> Iterator[str]:
    yield "## Fields of every event"
    yield table(
        ("Field", "Type", "", "Meaning"),
        (
            ("`type`", "text", "required", "stored name, as given with each event below"),
            ("`occurred_on`", "partial date", "required", "day in the world, as far as known"),
            ("`citations`", "list of citations", "required", "who says so, one or more"),
            ("`note`", "text", "optional", "a remark for readers; no rule reads it"),
            ("`state`", "state", "required", "whose history it is; not in events about all"),
        ),
    )
    yield "A citation is an object of its own:"
    yield table(
        ("Field", "Type", "", "Meaning"),
        (
            ("`document`", "text", "required", "title or number of the document or page"),
            ("`publisher`", "text", "required", "who published it"),
            ("`authority`", _one_of(Authority), "required", "who speaks, the weightiest first"),
            ("`published`", "partial date", "optional", "when it appeared"),
            ("`url`", "text", "optional", "where to read it"),
            ("`claim`", "text", "optional", "row of the gathered record it came from"),
            ("`gives`", "partial date", "optional", "the day it gives, where that is coarser"),
            ("`note`", "text", "optional", "a remark for readers"),
        ),
    )


def _section(kind: type[Event], example: Event) -> str:
    line = encode(example).decode()
    if decode_line(line.encode()) != example:
        message = f"the example of {kind.__name__} does not come back as it was"
        raise AssertionError(message)
    parts = [f"### {kind.__name__}", f"`{kind.TYPE}`, in the stream {_stream(kind)}."]
    parts += paragraphs_of(kind)
    parts += [f"On recording: {check[:1].lower()}{check[1:]}" for check in _checks(kind)]
    own = [field for field in attrs.fields(kind) if field.name not in _told_above(kind)]
    parts.append(_fields(kind, own) if own else "It has no fields of its own.")
    return "\n\n".join((*parts, fenced("jsonl", line)))


def _told_above(kind: type[Event]) -> frozenset[str]:
    return COMMON | {"state"} if issubclass(kind, StateEvent) else COMMON


def _stream(kind: type[Event]) -> str:
    if issubclass(kind, StateEvent):
        return "of its `state`"
    if issubclass(kind, RecordEvent):
        return "of its `target`"
    return "of its `state`, or `CCM` without one" if kind is CoverageStated else "`CCM`"


def _fields(kind: type[Event], own: list[attrs.Attribute[Any]]) -> str:
    rows = (
        (
            f"`{field.name}`",
            wire_type(field.type),
            "required" if field.default is attrs.NOTHING else "optional",
            meaning(kind, field.name),
        )
        for field in own
    )
    return table(("Field", "Type", "", "Meaning"), rows)


def wire_type(hint: Any) -> str:  # noqa: ANN401  # a type hint can be anything
    """Return in words how a value of a field is written in JSON."""
    if getattr(hint, "__supertype__", None) is not None:
        return "state"
    arguments: tuple[Any, ...] = typing.get_args(hint)
    if type(None) in arguments:
        return wire_type(next(each for each in arguments if each is not type(None)))
    if typing.get_origin(hint) is tuple:
        return f"list of {'citation' if arguments[0] is Citation else wire_type(arguments[0])}s"
    if inspect.isclass(hint) and issubclass(hint, enum.Enum):
        return _one_of(hint)
    return _WIRE_TYPES[hint]


def _one_of(kind: type[enum.Enum]) -> str:
    return ", ".join(f'`"{member.value}"`' for member in kind)


def _checks(kind: type[Event]) -> Iterator[str]:
    """Yield what is refused or remarked on beyond the fields, as admission says it of itself."""
    for function in functions_in(admission):
        if function.__name__.startswith("admit_") and kind in _taken_by(function):
            yield " ".join(paragraphs_of(function))


def _taken_by(function: Callable[..., object]) -> tuple[type[Event], ...]:
    """Return the classes of events an admission rule names as its first argument."""
    hint: Any = typing.get_type_hints(function).get("event")
    named: tuple[type[Event], ...] = typing.get_args(hint) or (hint,)
    if named == (RecordEvent,):
        return tuple(kind for kind in FAMILIES["record"] if issubclass(kind, RecordEvent))
    return named
