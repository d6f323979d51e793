"""How a rapporteur writes numbers, days, names and what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

from ccm_engine.domain.calendar import PartialDate, month_in_words
from ccm_engine.domain.provisions import Commitment, Provision
from ccm_engine.projections.amounts import LastWords
from ccm_engine.projections.counting import (
    Clause,
    Figure,
    Quantity,
    Share,
    StateCount,
    StatedNumber,
)
from ccm_engine.projections.party_roster import name_of

_WORDS: Final = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
MOST_NAMED: Final = 40
MOST_IN_DOUBT: Final = 12
"""Longer lists, of those counted and of those in doubt, stand in the note alone."""


def long_day(day: date) -> str:
    """Write a day as documents do: 28 September 2020."""
    return f"{day.day} {month_in_words(day.month)} {day.year}"


def as_known(day: PartialDate) -> str:
    """Write a day as far as it is known: `January 2011`, `by 28 September 2020`."""
    if day.exact is not None:
        return long_day(day.exact)
    if day.earliest is None:
        return f"by {long_day(day.latest)}"
    match str(day).split("-"):
        case [year]:
            return year
        case [year, month]:
            return f"{month_in_words(int(month))} {year}"
        case _:
            return f"between {long_day(day.earliest)} and {long_day(day.latest)}"


def in_a_row(names: Sequence[str]) -> str:
    """Join names: A, B and C."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def by_name(states: Iterable[str], on: date) -> list[tuple[str, str]]:
    """Return states as name and code, by the names they had on the day; accents do not matter."""
    named = [(name_of(state, on), state) for state in states]
    return sorted(named, key=lambda each: (_letters(each[0]), each))


@lru_cache(maxsize=512)
def _letters(name: str) -> str:
    return "".join(each for each in normalize("NFKD", name).casefold() if not combining(each))


def number(value: int) -> str:
    """Write a number: up to twelve in words, thousands parted by commas."""
    return _WORDS[value] if 0 <= value < len(_WORDS) else f"{value:,}"


def sentence(figure: Figure, on: date) -> str:
    """Say one figure in one sentence, or two where the record cannot tell for some."""
    match figure:
        case StateCount():
            return _states(figure, on)
        case Share():
            return _share(figure)
        case Quantity():
            return _sum(figure, on)
        case StatedNumber():
            return _number(figure)


def short(figure: Figure) -> str:
    """Write a figure's value for the cell of a table: `11`, `at least 11`, `not known`."""
    if figure.value is None:
        return "no share" if isinstance(figure, Share) else "not known"
    if not figure.exact and not figure.value:
        return "not known"
    match figure:
        case Share():
            return f"{_bound(figure)}{figure.value} per cent"
        case LastWords():
            return f"{figure.value:,} by the last words"
        case _:
            return f"{'' if figure.exact else 'at least '}{figure.value:,}"


def cited(provision: Provision | Commitment | None) -> str:
    """Write what a figure rests on: `Article 7(1)`, `VAP 21`; nothing where it rests on none."""
    if provision is None:
        return ""
    return f"Article {provision}" if isinstance(provision, Provision) else str(provision)


def printable(text: str) -> str:
    """Return a text on one line, without what could steer a terminal or hide in a page."""
    joined = " ".join(text.split())
    if joined.isprintable():
        return joined
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in joined)


def _states(figure: StateCount, on: date) -> str:
    names = [name for name, _ in by_name(figure.states, on)]
    clause = figure.clause.one if len(names) == 1 else figure.clause.many
    if not names and figure.unknown:
        doubt = _cannot_tell(figure.unknown, on, "States")
        return f"It is not known whether any {figure.clause.one}.{doubt}"
    if not names:
        return f"No {figure.clause.one}."
    head = f"{number(len(names)).capitalize()} {clause}"
    if figure.unknown:
        head = f"At least {number(len(names))} {clause}"
    listed = f"{head}." if len(names) > MOST_NAMED else f"{head}: {in_a_row(names)}."
    return f"{listed}{_cannot_tell(figure.unknown, on)}"


def _cannot_tell(unknown: Iterable[str], on: date, what: str = "more") -> str:
    """Say for whom the record cannot tell: by name, or how many of what."""
    names = [name for name, _ in by_name(unknown, on)]
    if not names:
        return ""
    who = f"{number(len(names))} {what}" if len(names) > MOST_IN_DOUBT else in_a_row(names)
    return f" For {who} the record cannot tell."


def _amount(value: int | None, clause: Clause) -> str:
    """Say a number that needs no list: none, one, several, or not known."""
    if value is None:
        return f"It is not known how many {clause.many}."
    return f"{number(value).capitalize()} {clause.many if value > 1 else clause.one}."


def _number(figure: StatedNumber) -> str:
    """Say a number without names; of none for certain, that it is not known."""
    if figure.exact or not figure.value:
        return _amount(figure.value if figure.exact else None, figure.clause)
    clause = figure.clause.one if figure.value == 1 else figure.clause.many
    return f"At least {number(figure.value)} {clause}."


def _sum(figure: Quantity, on: date) -> str:
    """Say a sum; of nothing but zeros and what is not known, that it is not known."""
    unknown = [state for state, part in figure.parts.items() if part.amount is None]
    if figure.exact or not figure.parts:
        return _amount(figure.value, figure.clause)
    if not figure.value:
        return f"{_amount(None, figure.clause)}{_cannot_tell(unknown, on, 'States')}"
    clause = figure.clause.one if figure.value == 1 else figure.clause.many
    head = f"{number(figure.value).capitalize()} {clause}"
    if not isinstance(figure, LastWords):
        head = f"At least {number(figure.value)} {clause}"
    return f"{head}.{_cannot_tell(unknown, on)}"


def _share(figure: Share) -> str:
    """Say a share with what it is made of."""
    clause = figure.clause.many
    if figure.value is None:
        return f"No share can be given of an empty whole: … per cent {clause}."
    part, whole = figure.part.value, figure.whole.value
    if not figure.exact and not figure.value:
        return f"It is not known how many per cent {clause} ({part} of {whole} are known)."
    bound = _bound(figure)
    head = f"{bound[:1].upper()}{bound[1:]}{figure.value} per cent ({part} of {whole})"
    return f"{head} {clause}."


def _bound(figure: Share) -> str:
    """Say how good a share is: a lower bound only where nobody else can belong to the whole."""
    if figure.exact:
        return ""
    return "at least " if figure.whole.exact else "of those known, "
