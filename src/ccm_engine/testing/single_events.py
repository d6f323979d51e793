"""Strategies for citations, and for single events of every type, each well-formed by itself.

An event drawn here need not be admissible to any log; `histories` draws those that are.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, get_args, get_type_hints

import attrs
from hypothesis import strategies as st

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    EVENT_TYPES,
    FAMILIES,
    CoverageStated,
    Event,
    ExtensionGranted,
    Instrument,
)
from ccm_engine.domain.sources import Authority, Citation
from ccm_engine.domain.states import ALL_STATES, StateCode
from ccm_engine.testing.dates import days, moved, partial_dates

PLAIN_KINDS: Final = (
    *(kind for name, family in FAMILIES.items() if name != "record" for kind in family),
    CoverageStated,
)
"""Every event class that is not said about another event."""

_QUANTITIES: Final = (
    "munitions",
    "submunitions",
    "areas",
    "items_destroyed",
    "confirmed_m2",
    "suspected_m2",
    "cancelled_m2",
    "reduced_m2",
    "cleared_m2",
    "killed",
    "injured",
    "casualties",
    "amount_cents",
    "in_favour",
    "against",
    "delegates",
    "states",
    "count",
    "cycles",
)

_SHORT_NAMES: Final = (
    "request",
    "conflict",
    "dispute",
    "amendment",
    "assessment",
    "review",
    "subject",
    "plan",
    "action",
)

_STATES: Final = ("state", "proposed_by", "supported_by", "accepted_by", "request_of", "sponsor")

_SEVERAL_STATES: Final = (
    "asked_by",
    "to",
    "given_by",
    "partners",
    "between",
    "members",
    "on_territory_of",
)

A_SOURCE: Final = Citation(document="notes", publisher="observers", authority=Authority.PRESS)


def states() -> st.SearchStrategy[StateCode]:
    """Draw the code of a state."""
    return st.sampled_from(sorted(ALL_STATES))


def words() -> st.SearchStrategy[str]:
    """Draw a text that says something, in any script."""
    return st.one_of(
        st.sampled_from(["some words", "Côte d'Ivoire", "9MSP"]),
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(str.strip),
    )


def short_names() -> st.SearchStrategy[str]:
    """Draw a name that can stand in an identifier."""
    return st.sampled_from(["the-war", "lebanon-2006"]) | st.from_regex(
        r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True
    )


def citations() -> st.SearchStrategy[Citation]:
    """Draw a citation of a document, bare or complete."""
    return st.one_of(
        st.just(A_SOURCE),
        st.builds(
            Citation,
            document=words(),
            publisher=words(),
            authority=st.sampled_from(Authority),
            published=st.none() | partial_dates(),
            url=st.none() | st.just("https://example.org/document"),
            claim=st.none() | st.just("c-0001"),
            note=st.none() | words(),
            gives=st.none() | partial_dates(),
        ),
    )


def instruments() -> st.SearchStrategy[Instrument]:
    """Draw a way of consenting to be bound: Article 16."""
    return st.sampled_from(Instrument)


def event_ids() -> st.SearchStrategy[str]:
    """Draw the identifier of an event: `BGR#7`."""
    return st.tuples(states(), st.integers(1, 999)).map(lambda pair: f"{pair[0]}#{pair[1]}")


def _fields() -> Mapping[str, st.SearchStrategy[Any]]:
    quantities = st.integers(0, 10**9)
    plain = st.deferred(lambda: events(*PLAIN_KINDS))
    return {
        "occurred_on": partial_dates(),
        "citations": st.lists(citations(), min_size=1, max_size=2).map(tuple),
        "target": event_ids(),
        "alternative": plain,
        "replacement": plain,
        "article": st.sampled_from((3, 4)),
        "months": st.integers(1, 60),
        "provision": st.sampled_from(("3(2)", "4(1)(a)", "7(2)")),
        "currency": st.sampled_from(("CHF", "USD")),
        "part": st.integers(1, 3),
        "year": st.integers(2008, 2045),
        "year_covered": st.integers(2008, 2045),
        **dict.fromkeys(_QUANTITIES, quantities),
        **dict.fromkeys(_SHORT_NAMES, short_names()),
        **dict.fromkeys(_STATES, states()),
        **dict.fromkeys(_SEVERAL_STATES, st.lists(states(), max_size=2).map(tuple)),
    }


def _of_hint(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401  # a type hint can be anything
    options = [each for each in get_args(hint) if each is not type(None)]
    if options:
        return _of_hint(options[0])
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(hint)
    plain: Mapping[Any, st.SearchStrategy[Any]] = {
        str: words(),
        bool: st.booleans(),
        date: days(),
        PartialDate: partial_dates(),
    }
    return plain[hint]


@st.composite
def _one(draw: st.DrawFn, kind: type[Event]) -> Event:
    by_name, hints = _fields(), get_type_hints(kind)
    values: dict[str, Any] = {}
    for field in attrs.fields(kind):
        hint = hints[field.name]
        given = by_name[field.name] if field.name in by_name else _of_hint(hint)
        may_be_left_out = type(None) in get_args(hint)
        values[field.name] = draw(st.none() | given if may_be_left_out else given)
    if "closes_on" in values:
        values["closes_on"] = moved(values["opens_on"], draw(st.integers(0, 20)))
    if kind is ExtensionGranted and values["until"] is None:
        values["months"] = draw(st.integers(1, 60))
    return kind(**values)


def events(*kinds: type[Event]) -> st.SearchStrategy[Event]:
    """Draw a well-formed event of one of these classes, or of any."""
    return st.sampled_from(kinds or tuple(EVENT_TYPES.values())).flatmap(_one)
