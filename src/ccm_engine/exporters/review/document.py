"""A review as JSON: every figure with its sentence, its states and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ccm_engine.exporters.envelope import Document, written
from ccm_engine.exporters.happenings import told
from ccm_engine.exporters.review.notes import in_order
from ccm_engine.exporters.review.paper import events_of
from ccm_engine.exporters.review.sentences import by_name, cited, sentence
from ccm_engine.projections.counting import Figure, Quantity, Share, StateCount, StatedNumber
from ccm_engine.projections.review import Review
from ccm_engine.register import Register


def review_document(title: str, review: Review, register: Register) -> Document:
    """Return `title`, `from`, `to`, what is `missing`, the `themes` with figures, the `events`.

    `states` gives the names that the states behind the figures had on the last day.
    """
    themes = [
        {
            "theme": chapter.theme.key,
            "title": chapter.theme.title,
            "progress": [figure_object(each, register) for each in chapter.progress],
            "position": [figure_object(each, register) for each in chapter.position],
        }
        for chapter in review.chapters
    ]
    figures = list(review.figures())
    wanted = {event for each in figures for event in events_behind(each)}
    wanted |= {each.event for each in review.missing if each.event is not None}
    events = events_of(register, wanted)
    named = {each.state for each in review.missing if each.state is not None}
    named |= {state for each in figures for state in _states(each)}
    return {
        "title": title,
        "from": review.since.isoformat(),
        "to": review.until.isoformat(),
        "missing": [
            {
                "provision": each.provision,
                "state": each.state,
                "reaches": written(each.reaches),
                "event": each.event,
            }
            for each in review.missing
        ],
        "themes": themes,
        "states": {code: name for name, code in by_name(named, review.until)},
        "events": {name: told(events[name]) for name in sorted(events, key=in_order)},
    }


def figure_object(figure: Figure, register: Register) -> Document:
    """Return one figure: its key, sentence, value, and the states behind it with their events.

    Where `exact` is false, the record cannot tell for all: `value` is what it knows for certain,
    `None` where that is nothing.
    """
    return {
        "key": figure.key,
        "sentence": sentence(figure, register.as_of),
        "provision": cited(figure.provision) or None,
        "value": figure.value,
        "exact": figure.exact,
        **_behind(figure),
    }


def _behind(figure: Figure) -> Document:
    match figure:
        case StateCount():
            return {"states": _lists(figure.states), "unknown": _lists(figure.unknown)}
        case Share(part=part, whole=whole):
            return {
                "unit": "per cent",
                "states": _lists(part.states),
                "unknown": _lists(part.unknown),
                "of": _lists(whole.states),
                "of_unknown": _lists(whole.unknown),
            }
        case Quantity():
            parts = {
                state: {
                    "amount": part.amount,
                    "exact": part.amount is not None and part.exact,
                    "events": list(part.events),
                }
                for state, part in figure.parts.items()
            }
            return {"unit": figure.unit, "parts": parts}
        case StatedNumber():
            return {"events": list(figure.events)}


def _lists(states: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {state: list(events) for state, events in states.items()}


def events_behind(figure: Figure) -> Iterable[str]:
    """Return the identifiers of all events that a figure leads to; some may stand twice."""
    match figure:
        case StateCount():
            return [*_all(figure.states), *_all(figure.unknown)]
        case Share(part=part, whole=whole):
            counted = (part.states, part.unknown, whole.states, whole.unknown)
            return [event for each in counted for event in _all(each)]
        case Quantity():
            return [event for part in figure.parts.values() for event in part.events]
        case StatedNumber():
            return figure.events


def _all(states: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [event for events in states.values() for event in events]


def _states(figure: Figure) -> Iterable[str]:
    match figure:
        case StateCount():
            return [*figure.states, *figure.unknown]
        case Share(part=part, whole=whole):
            return [*part.states, *part.unknown, *whole.states, *whole.unknown]
        case Quantity():
            return list(figure.parts)
        case StatedNumber():
            return []
