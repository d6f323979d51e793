"""The totals of a ledger in words, each by the kind of value it is."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final, cast

import attrs

from ccm_engine.cli.ledgers.words import NOT_KNOWN, in_words
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.domain.obligations import Standing
from ccm_engine.exporters.ledgers.sheets import Tally
from ccm_engine.exporters.ledgers.values import UNKNOWN, Row
from ccm_engine.projections.amounts import Amount
from ccm_engine.projections.cooperation import Assistance, Stated
from ccm_engine.projections.report_statistics import Lateness

_LEFT_OPEN: Final = frozenset({UNKNOWN, Standing.UNDETERMINED.value})
_RATES: Final = {
    "due": "Due",
    "submitted": "Made",
    "per_cent": "Per cent",
    "on_time": "On time",
    "per_cent_on_time": "On time, per cent",
    "absorbed": "By the initial report",
    "undetermined": "Not known",
}
_BOUNDED: Final = ("submitted", "per_cent", "on_time", "per_cent_on_time")


def total_blocks(totals: Row) -> Iterator[Block]:
    """Yield lines, and tables under them, for the totals of a ledger."""
    for name, value in totals.items():
        if name == "stated":
            yield from _stated(cast("Mapping[int, Mapping[Assistance, Stated]]", value))
        else:
            yield from _blocks(name.replace("_", " "), value)


def _blocks(name: str, value: object) -> Iterator[Block]:
    match value:
        case Amount():
            yield Line(f"  {name}: {in_words(value)}")
        case Tally():
            yield from _tally(name, value)
        case Lateness():
            yield from _lateness(value)
        case Mapping():
            yield from _mapping(name, cast("Mapping[object, object]", value))
        case _ if attrs.has(type(value)):
            fields = attrs.fields(type(cast("attrs.AttrsInstance", value)))
            for each in fields:
                yield from _blocks(f"{name}, {_plain(each.name)}", getattr(value, each.name))
        case _:
            raise TypeError(value)


def _mapping(name: str, found: Mapping[object, object]) -> Iterator[Block]:
    if "due" in found:
        yield _rate(cast("Row", found))
    elif set(found) == {"value", "events"}:
        yield Line(f"  {name} of all states, as documents count them: {in_words(found['value'])}")
    elif all(type(each) is int for each in found.values()):
        yield Line(f"  {name}: {counts(cast('Mapping[object, int]', found))}")
    elif all(isinstance(each, Mapping) for each in found.values()):
        yield from _by_group(name, cast("Mapping[object, Row]", found))
    else:
        for key, each in found.items():
            of_what = "" if isinstance(each, Tally) else f"{name}, "
            yield from _blocks(f"{of_what}{_plain(key)}", each)


def counts(found: Mapping[object, int]) -> str:
    """Write counts; as long as one of them is not known, the others are lower bounds.

    A lower bound of zero tells nothing and is left out.
    """
    unknown = sum(number for key, number in found.items() if _word(key) in _LEFT_OPEN)
    least = "at least " if unknown else ""
    known = [
        f"{_plain(key)} ({least}{number})"
        for key, number in found.items()
        if _word(key) not in _LEFT_OPEN and (number or not unknown)
    ]
    return ", ".join((*known, *([f"{NOT_KNOWN} ({unknown})"] if unknown else []))) or "none"


def _tally(name: str, found: Tally) -> Iterator[Line]:
    number, unknown = len(found.states), len(found.unknown)
    if not unknown:
        yield Line(f"  {name}: {number}")
        return
    known = f"at least {number}" if number else "none found"
    yield Line(f"  {name}: {known}; the record cannot tell for {unknown}")


def _rate(found: Row) -> Line:
    unknown = _bound(found, "undetermined")
    rest = "" if unknown == "0" else f"; the record cannot tell for {unknown}"
    return Line(
        f"  of {_bound(found, 'due')} whose day has passed, {_bound(found, 'submitted')} made "
        f"({_share(found, 'per_cent')}), {_bound(found, 'on_time')} on time "
        f"({_share(found, 'per_cent_on_time')}), {found['absorbed']} by the initial report{rest}"
    )


def _bound(found: Row, name: str) -> str:
    """Write a number of a rate, or a share; a lower bound while some of it is not known."""
    open_still = "on_time_undetermined" if "on_time" in name else "undetermined"
    least = "at least " if name in _BOUNDED and found[open_still] else ""
    number = cast("int | None", found[name])
    if number is None:
        return "not known" if found["due"] else "of none"
    return f"{least}{number:,}"


def _share(found: Row, name: str) -> str:
    said = _bound(found, name).removeprefix("at least ")
    return said if found[name] is None else f"{said} %"


def _lateness(found: Lateness) -> Iterator[Line]:
    yield Line(
        f"  days late: median {_days(found.median)}, trimmed mean {_days(found.trimmed_mean)}, "
        f"of {found.exact} late by a number of days known exactly; "
        f"{found.inexact} late by one known in part, {found.unsure:,} perhaps late"
    )


def _days(days: Fraction | None) -> str:
    return "none" if days is None else f"{float(days):,.1f}".removesuffix(".0")


def _by_group(name: str, found: Mapping[object, Row]) -> Iterator[Block]:
    if not found:
        return
    yield BLANK
    yield Line(name[:1].upper() + name[1:], Tone.HEADING)
    rows = tuple(
        (_plain(key), *(_bound(row, each) for each in _RATES)) for key, row in found.items()
    )
    yield Table(("", *_RATES.values()), rows)


def _stated(found: Mapping[int, Mapping[Assistance, Stated]]) -> Iterator[Block]:
    """Yield how many states documents count by year, without names."""
    if not found:
        return
    yield BLANK
    yield Line("States Parties as documents count them, without names", Tone.HEADING)
    columns = ("Year", *(each.value.capitalize() for each in Assistance))
    rows = tuple(
        (str(year), *(in_words(said.value) for said in of_year.values()))
        for year, of_year in found.items()
    )
    yield Table(columns, rows)


def _word(key: object) -> str:
    return str(key.value if isinstance(key, enum.Enum) else key)


def _plain(key: object) -> str:
    words = in_words(key) if isinstance(key, enum.Enum) else str(key)
    return words.replace("_", " ").replace("-", " ")
