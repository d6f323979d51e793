"""How a rapporteur writes numbers, days, names and what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from ccm_engine.domain.provisions import Commitment, Provision
from ccm_engine.errors import UnknownProvisionError
from ccm_engine.projections.counting import Clause, Figure, Quantity, Share, StateCount
from ccm_engine.projections.coverage import Limit
from ccm_engine.projections.party_roster import name_of

_WORDS: Final = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
MOST_NAMED: Final = 40
"""Longer lists stand in the note alone."""


def long_day(day: date) -> str:
    """Write a day as documents do: 28 September 2020."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def in_a_row(names: Sequence[str]) -> str:
    """Join names: A, B and C."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def by_name(states: Iterable[str], on: date) -> list[tuple[str, str]]:
    """Return states as name and code, in the order of the names they had on the day."""
    return sorted((name_of(state, on), state) for state in states)


def number(value: int) -> str:
    """Write a number: up to twelve in words, thousands parted by commas."""
    return _WORDS[value] if value < len(_WORDS) else f"{value:,}"


def sentence(figure: Figure, on: date) -> str:
    """Say one figure in one sentence, or two where the record cannot tell for some."""
    match figure:
        case StateCount():
            return _states(figure, on)
        case Share():
            return _share(figure)
        case Quantity():
            return _amount(figure.value, figure.clause, exact=figure.exact)
        case _:
            return _amount(figure.value, figure.clause, exact=True)


def short(figure: Figure) -> str:
    """Write a figure's value for the cell of a table: `11`, `at least 11`, `not known`."""
    if figure.value is None:
        return "not known"
    unit = " per cent" if isinstance(figure, Share) else ""
    return f"{'' if figure.exact else 'at least '}{figure.value:,}{unit}"


def missing(limit: Limit, until: date) -> str:
    """Say what the record lacks for a provision."""
    whose = "" if limit.state is None else f" of {name_of(limit.state, until)}"
    about = f"Article {_legal(limit.provision)}{whose}"
    if limit.reaches is None:
        return f"For {about}, sources were gathered in part only; silence proves nothing."
    return f"For {about}, the record's sources reach to {long_day(limit.reaches)}."


def _legal(provision: str) -> str:
    try:
        return str(Provision.parse(provision))
    except UnknownProvisionError:
        return provision


def cited(provision: Provision | Commitment | None) -> str:
    """Write what a figure rests on: `Article 7(1)`, `VAP 21`; nothing where it rests on none."""
    if provision is None:
        return ""
    return f"Article {provision}" if isinstance(provision, Provision) else str(provision)


def _states(figure: StateCount, on: date) -> str:
    names = [name for name, _ in by_name(figure.states, on)]
    clause = figure.clause.one if len(names) == 1 else figure.clause.many
    if not names and figure.unknown:
        return f"Whether any {figure.clause.one} is not known{_doubt(figure, on)}."
    if not names:
        return f"No {figure.clause.one}."
    head = f"{number(len(names)).capitalize()} {clause}"
    if figure.unknown:
        head = f"At least {number(len(names))} {clause}"
    listed = f"{head}." if len(names) > MOST_NAMED else f"{head}: {in_a_row(names)}."
    return f"{listed}{_cannot_tell(figure, on)}"


def _cannot_tell(figure: StateCount, on: date) -> str:
    names = [name for name, _ in by_name(figure.unknown, on)]
    if not names:
        return ""
    who = f"{number(len(names))} more" if len(names) > MOST_NAMED else in_a_row(names)
    return f" For {who} the record cannot tell."


def _doubt(figure: StateCount, on: date) -> str:
    names = [name for name, _ in by_name(figure.unknown, on)]
    who = f"{number(len(names))} states" if len(names) > MOST_NAMED else in_a_row(names)
    return f": the record cannot tell for {who}"


def _amount(value: int | None, clause: Clause, *, exact: bool) -> str:
    if value is None:
        return f"It is not known how many {clause.many}."
    said = clause.many if value != 1 else clause.one
    if exact:
        return f"{number(value).capitalize()} {said if value else clause.one}."
    return f"At least {number(value) if value else '0'} {said}."


def _share(figure: Share) -> str:
    part, whole = figure.part.value, figure.whole.value
    if figure.value is None:
        return f"There is no rate {figure.clause.many}: none was due."
    least = "" if figure.exact else "At least "
    return f"{least}{figure.value} per cent ({part} of {whole}) {figure.clause.many}."
