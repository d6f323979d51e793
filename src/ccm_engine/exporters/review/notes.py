"""What each number leads to: its states by name, their events, the sources of these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final
from urllib.parse import quote, urlsplit

import attrs

from ccm_engine.domain.events import Event
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.sources import Citation
from ccm_engine.exporters.review.parts import Named, Note, Proof, Source
from ccm_engine.exporters.review.sentences import as_known, by_name, cited, short
from ccm_engine.projections.amounts import LastWords
from ccm_engine.projections.counting import Figure, Part, Quantity, Share, StateCount, StatedNumber

_OF_THE_WEB: Final = frozenset({"http", "https"})
_KEPT: Final = ":/?#[]@!$&'()*+,;=%-._~"  # all that an address is written with: RFC 3986


def note(figure: Figure, number: int, on: date) -> Note:
    """Return what one figure leads to; states have their names of the day."""
    found = Note(
        key=figure.key, number=number, value=short(figure), provision=cited(figure.provision)
    )
    match figure:
        case StateCount():
            counted, unknown = _names(figure.states, on), _names(figure.unknown, on)
            return attrs.evolve(found, counted=counted, unknown=unknown)
        case Share(part=part, whole=whole):
            return attrs.evolve(
                found,
                counted=_names(part.states, on),
                unknown=_names(part.unknown, on),
                whole=_names(whole.states, on),
                perhaps=_names(whole.unknown, on),
            )
        case Quantity():
            named = _parts(figure, on)
            counted = tuple(each for each in named if each.amount is not None)
            unknown = tuple(each for each in named if each.amount is None)
            return attrs.evolve(found, counted=counted, unknown=unknown)
        case StatedNumber():
            return attrs.evolve(found, events=figure.events)


def _names(states: Mapping[str, tuple[str, ...]], on: date) -> tuple[Named, ...]:
    return tuple(Named(code, name, None, states[code]) for name, code in by_name(states, on))


def _parts(figure: Quantity, on: date) -> tuple[Named, ...]:
    return tuple(
        Named(code, name, _amount(figure, figure.parts[code]), figure.parts[code].events)
        for name, code in by_name(figure.parts, on)
    )


def _amount(figure: Quantity, part: Part) -> str | None:
    if part.amount is None:
        return None
    bound = "" if part.exact or isinstance(figure, LastWords) else "at least "
    return f"{bound}{part.amount:,}"


def events_of_note(each: Note) -> Iterable[str]:
    """Return the events that a note leads to."""
    named = (*each.counted, *each.unknown, *each.whole, *each.perhaps)
    return [*each.events, *(event for one in named for event in one.events)]


def proved(events: Mapping[str, Event]) -> tuple[Mapping[str, Proof], tuple[Source, ...]]:
    """Return events in words by their names, and the sources that they cite."""
    numbers: dict[tuple[str | None, ...], Source] = {}
    proofs: dict[str, Proof] = {}
    for name in sorted(events, key=in_order):
        event = events[name]
        cites = [_numbered(each, numbers).number for each in event.citations]
        day = as_known(event.occurred_on)
        proofs[name] = Proof(name, day, in_words(event), tuple(dict.fromkeys(cites)))
    return proofs, tuple(numbers.values())


def in_order(name: str) -> tuple[str, int]:
    """Return what puts names of events in order: by stream, and there by place."""
    stream, _, place = name.partition("#")
    return stream, int(place)


def _numbered(citation: Citation, numbers: dict[tuple[str | None, ...], Source]) -> Source:
    published = None if citation.published is None else as_known(citation.published)
    key = citation.document, citation.publisher, published, citation.url
    if key not in numbers:
        url = None if citation.url is None else address(citation.url)
        numbers[key] = Source(
            len(numbers) + 1, citation.document, citation.publisher, published, url
        )
    return numbers[key]


def address(url: str) -> str | None:
    """Return a web address as a page can link to it; `None` for what is none, or could do harm.

    Only `http` and `https` with a host; what an address is not written with is escaped.
    """
    if not url.isprintable() or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in _OF_THE_WEB or not host or " " in parts.netloc:
        return None
    return quote(url, safe=_KEPT)
