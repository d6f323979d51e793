"""Events as bytes and back: one JSON object each, the same in every storage and in files.

Each event class has a wire form, a `msgspec` struct made from its fields: it names the type,
refuses fields it does not know and values of another type, and leaves out what is `None`. From
the wire form the event is made through its own constructor, so that its validators run on the
way in and on the way out. Bytes are canonical: the order of fields is the class's own.

Old versions come back through `UPCASTERS`: pure functions from one JSON object to another.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from operator import attrgetter
from types import GenericAlias
from typing import Any, Final

import attrs
import msgspec

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import EVENT_TYPES, Event, RecordEvent
from ccm_engine.errors import (
    CcmError,
    InvalidDateError,
    MalformedEventError,
    NewerEventTypeError,
    UnknownEventTypeError,
)
from ccm_engine.storage.wire_citations import read_citations, read_day, written_citations

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]
UPCASTERS: Final[Mapping[str, Upcaster]] = {}
"""From the stored name of an old version to what turns its JSON object into the next version's."""


class _Typed(msgspec.Struct):
    """As much of an event as says what it is."""

    type: str


_ENCODE: Final = msgspec.json.Encoder().encode


def _raw(event: Event) -> msgspec.Raw:
    return msgspec.Raw(encode(event))


_ABOUT_THE_RECORD: Final = frozenset(
    name.rpartition(".v")[0] for name, kind in EVENT_TYPES.items() if issubclass(kind, RecordEvent)
)


def _nested(raw: msgspec.Raw) -> Event:
    named = msgspec.json.decode(raw, type=_Typed).type
    if named.rpartition(".v")[0] in _ABOUT_THE_RECORD:  # said before it is read: nests go deep
        obstacle = "the event in it is itself about the record"
        raise MalformedEventError("read an event", obstacle, "record each by itself")
    return decode(bytes(raw))


@attrs.frozen
class _Shape:
    """How one event class is written: its wire form, and its own fields that change on the way.

    `wire` is what is read; `fields` takes an event apart in the order in which it is written.
    """

    kind: type[Event]
    wire: type[msgspec.Struct]
    fields: Callable[[Event], tuple[Any, ...]]
    outward: tuple[tuple[int, Callable[[Any], Any]], ...]
    inward: tuple[tuple[str, Callable[[Any], Any]], ...]


_COMMON: Final[Mapping[str, Any]] = {"occurred_on": str, "citations": msgspec.Raw}
"""The fields of every event that change on the way; `encode` and `decode` see to them."""

_CONVERSIONS: Final[Mapping[Any, tuple[Any, Callable[[Any], Any], Callable[[Any], Any]]]] = {
    PartialDate: (str, str, read_day),
    Event: (msgspec.Raw, _raw, _nested),
}


def _plain(hint: Any) -> Any:  # noqa: ANN401  # a type hint can be anything
    """Return the type on the wire of a hint that needs no conversion."""
    supertype = getattr(hint, "__supertype__", None)
    if supertype is not None:
        return supertype
    arguments: tuple[Any, ...] = getattr(hint, "__args__", ())
    if hint in (int, str, bool, date) or (isinstance(hint, type) and issubclass(hint, Enum)):
        return hint
    if arguments and type(None) in arguments:
        return _either(_plain(each) for each in arguments if each is not type(None)) | None
    if arguments and typing.get_origin(hint) is tuple:
        return GenericAlias(tuple, (_plain(arguments[0]), ...))
    message = f"the codec has no wire form for {hint!r}"
    raise TypeError(message)


def _either(kinds: Iterable[Any]) -> Any:  # noqa: ANN401  # as above
    """Return the union of several types."""
    first, *others = kinds
    for each in others:
        first = first | each
    return first


def _shape(kind: type[Event]) -> _Shape:
    fields: list[Any] = []
    outward: list[tuple[int, Callable[[Any], Any]]] = []
    inward: list[tuple[str, Callable[[Any], Any]]] = []
    for place, field in enumerate(attrs.fields(kind)):
        hint: Any = field.type
        optional = type(None) in getattr(hint, "__args__", ())
        bare = next(each for each in hint.__args__ if each is not type(None)) if optional else hint
        if field.name in _COMMON:
            wire_type = _COMMON[field.name]
        elif bare in _CONVERSIONS:
            wire_type, out, back = _CONVERSIONS[bare]
            outward.append((place, out))
            inward.append((field.name, back))
        else:
            wire_type = _plain(bare)
        wire_type = wire_type | None if optional else wire_type
        entry = (field.name, wire_type)
        fields.append(entry if field.default is attrs.NOTHING else (*entry, field.default))
    wire = msgspec.defstruct(
        kind.__name__,
        fields,
        kw_only=True,
        forbid_unknown_fields=True,
        omit_defaults=True,
        tag_field="type",
        tag=kind.TYPE,
        gc=False,
    )
    names = [field.name for field in attrs.fields(kind)]
    return _Shape(kind, wire, attrgetter(*names), tuple(outward), tuple(inward))


def _written(kind: type[Event]) -> type[msgspec.Struct]:
    """Return the form in which an event of a class is written; what is the default is left out.

    The same as what is read, without its checks, filled by place.
    """
    fields: list[tuple[str, Any, Any]] = [
        (field.name, Any, msgspec.UNSET if field.default is attrs.NOTHING else field.default)
        for field in attrs.fields(kind)
    ]
    return msgspec.defstruct(
        kind.__name__, fields, omit_defaults=True, tag_field="type", tag=kind.TYPE, gc=False
    )


_WRITTEN: Final[dict[type[Event], type[msgspec.Struct]]] = {}
"""Made when first written: who only reads a log pays for none of them."""

_SHAPES: Final = {kind: _shape(kind) for kind in EVENT_TYPES.values()}
_BY_WIRE: Final = {shape.wire: shape for shape in _SHAPES.values()}
_DECODE: Final = msgspec.json.Decoder(_either(_BY_WIRE)).decode
_AS_DICT: Final = msgspec.structs.asdict


def encode(event: Event) -> bytes:
    """Return the canonical JSON of an event, `type` first, without what is unknown."""
    shape = _SHAPES[type(event)]
    occurred_on, citations, *values = shape.fields(event)
    for place, convert in shape.outward:
        if (value := values[place - len(_COMMON)]) is not None:
            values[place - len(_COMMON)] = convert(value)
    if (written := _WRITTEN.get(shape.kind)) is None:
        written = _WRITTEN[shape.kind] = _written(shape.kind)
    try:
        return _ENCODE(written(str(occurred_on), written_citations(citations), *values))
    except UnicodeEncodeError as error:
        asked, remedy = f"write {event.TYPE}", "write the text anew; it holds half a character"
        raise MalformedEventError(asked, str(error), remedy) from error


def decode(payload: bytes) -> Event:
    """Return the event that canonical JSON means, through its own validators.

    Raises `MalformedEventError` with the field, `UnknownEventTypeError`, `NewerEventTypeError` for
    a later version of a known type, or whatever the event's own validators raise.
    """
    try:
        wire = _DECODE(payload)
        shape = _BY_WIRE[type(wire)]
        values = _AS_DICT(wire)
        values["occurred_on"] = read_day(values["occurred_on"])
        values["citations"] = read_citations(bytes(values["citations"]))
        for name, convert in shape.inward:
            if (value := values[name]) is not None:
                values[name] = convert(value)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return _decode_other(payload, error)
    except InvalidDateError as error:
        error.field = _misdated(payload)
        raise
    return shape.kind(**values)


def _misdated(payload: bytes) -> str | None:
    """Return the field of an event whose day cannot be read."""
    wire = _DECODE(payload)
    days = (
        "occurred_on",
        *(name for name, back in _BY_WIRE[type(wire)].inward if back is read_day),
    )
    for name in days:
        value: str | None = getattr(wire, name)
        try:
            read_day(value or "2008")
        except InvalidDateError:
            return name
    return None


def decode_line(line: bytes, number: int | None = None) -> Event:
    """Return the event one line of a JSON Lines file means; errors know the line's number."""
    try:
        return decode(line)
    except CcmError as error:
        raise error.at_line(number) from None


_VERSION: Final = re.compile(r"[0-9]{1,18}")
_FIELD: Final = re.compile(r"(?:field `|\$\.)(\w+)")


def _decode_other(payload: bytes, error: Exception) -> Event:
    """Decode an old version, or say what is wrong with what is not an event."""
    asked = "read an event"
    try:
        name = msgspec.json.decode(payload, type=_Typed).type
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as no_type:
        remedy = "give one JSON object with a type, as in docs/reference/events.md"
        raise MalformedEventError(asked, _lower(no_type), remedy) from no_type
    if name in UPCASTERS:
        old = msgspec.json.decode(payload, type=dict[str, Any])
        return decode(_ENCODE(UPCASTERS[name](old)))
    if name not in EVENT_TYPES:
        raise _unknown_type(name) from error
    named = _FIELD.search(str(error))
    field = named[1] if named else None
    remedy = "compare it with docs/reference/events.md"
    raise MalformedEventError(f"read {name}", _lower(error), remedy, field=field) from error


def _unknown_type(name: str) -> UnknownEventTypeError:
    stem, _, version = name.rpartition(".v")
    known = [each for each in EVENT_TYPES if each.rpartition(".v")[0] == stem]
    asked = f"read an event of type {name!r}"
    if known and _VERSION.fullmatch(version) and int(version) > int(known[0].rpartition(".v")[2]):
        obstacle = f"this library knows it up to {known[0]}"
        remedy = "use the version of ccm_engine that wrote it"
        return NewerEventTypeError(asked, obstacle, remedy, field="type")
    return UnknownEventTypeError(
        asked, "no event has that name", "docs/reference/events.md lists them", field="type"
    )


def _lower(error: Exception) -> str:
    text = str(error)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
