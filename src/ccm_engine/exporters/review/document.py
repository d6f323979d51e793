"""A review as JSON: every figure with its sentence, its states and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ccm_engine.exporters.envelope import Document, legal_form, written
from ccm_engine.exporters.happenings import told
from ccm_engine.exporters.review.paper import events_of
from ccm_engine.exporters.review.sentences import cited, sentence
from ccm_engine.projections.counting import Figure, Quantity, Share, StateCount, StatedNumber
from ccm_engine.projections.review import Review
from ccm_engine.register import Register


def review_document(title: str, review: Review, register: Register) -> Document:
    """Return `title`, `from`, `to`, what is `missing`, the `themes` with figures, the `events`."""
    themes = [
        {
            "theme": chapter.theme.key,
            "title": chapter.theme.title,
            "progress": [figure_object(each, register) for each in chapter.progress],
            "position": [figure_object(each, register) for each in chapter.position],
        }
        for chapter in review.chapters
    ]
    wanted = {event for each in review.figures() for event in events_behind(each)}
    events = events_of(register, wanted)
    return {
        "title": title,
        "from": review.since.isoformat(),
        "to": review.until.isoformat(),
        "missing": [
            {
                "provision": legal_form(each.provision),
                "state": each.state,
                "reaches": written(each.reaches),
            }
            for each in review.missing
        ],
        "themes": themes,
        "events": {name: told(events[name]) for name in sorted(events)},
    }


def figure_object(figure: Figure, register: Register) -> Document:
    """Return one figure: its key, sentence, value, and the states behind it with their events.

    `value` is a lower bound where `exact` is false, and `None` where nothing is known.
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
                "of": list(whole.states),
            }
        case Quantity():
            parts = {
                state: {"amount": part.amount, "events": list(part.events)}
                for state, part in figure.parts.items()
            }
            return {"unit": figure.unit, "parts": parts}
        case _:
            return {"events": list(figure.events)}


def _lists(states: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {state: list(events) for state, events in states.items()}


def events_behind(figure: Figure) -> Iterable[str]:
    """Return the identifiers of all events that a figure leads to; some may stand twice."""
    match figure:
        case StateCount():
            return [each for found in (figure.states, figure.unknown) for each in _all(found)]
        case Share():
            return [*_all(figure.part.states), *_all(figure.part.unknown)]
        case Quantity():
            return [event for part in figure.parts.values() for event in part.events]
        case StatedNumber():
            return figure.events


def _all(states: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [event for events in states.values() for event in events]
