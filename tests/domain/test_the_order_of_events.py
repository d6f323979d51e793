"""Events stand in one order, however recorded: by day, by what they say, by who says it."""

from __future__ import annotations

from itertools import permutations
from typing import Final

import attrs
import pytest

from ccm_engine import Citation, Event
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import AnnualReportSubmitted, Entry, StockpileDeclared
from tests.histories import happened, on, source


def cited(published: str) -> tuple[Citation, ...]:
    (one,) = source()
    return (attrs.evolve(one, published=on(published)),)


def report(day: str, published: str = "2012", **fields: object) -> Event:
    return happened(
        AnnualReportSubmitted,
        day,
        "BGR",
        **{"citations": cited(published), "year_covered": 2012, **fields},
    )


def stock(munition_type: str | None, note: str | None = None) -> Event:
    return happened(StockpileDeclared, "2013-04-30", "BGR", munition_type=munition_type, note=note)


IN_ORDER: Final[dict[str, tuple[Event, ...]]] = {
    "by the last day each can mean, then the first, then its kind": (
        report("2013-04-28"),
        report("../2013-04-30"),
        report("2013-04"),
        report("2013-04-30"),
        stock(None),
    ),
    "each day for itself, where several are told by several sources": (
        report("2013-04-01", "2020"),
        report("2013-04-02", "2018"),
        report("2013-04-02", "2019"),
        report("2013-04-03", "2016"),
        report("2013-04-03", "2017"),
        report("2013-04-04", "2015"),
    ),
    "on one day, by what they say before who says it": (
        report("2013-04-30", "2015", year_covered=2011),
        report("2013-04-30", "2014", year_covered=2012),
        report("2013-04-30", "2013", year_covered=2013),
    ),
    "by a day, before since the first day to it": (
        report("../2013-04-30"),
        report("2008-05-30/2013-04-30", note="a note comes first by its letters"),
    ),
    "of all types of munitions, before of one": (
        stock(None),
        stock("PTAB-2.5", note="a note comes first by its letters"),
    ),
}


@pytest.mark.parametrize("events", IN_ORDER.values(), ids=IN_ORDER)
def test_events_of_one_state_stand_in_order(events: tuple[Event, ...]) -> None:
    entries = [Entry(f"BGR#{number}", each) for number, each in enumerate(events, 1)]
    for recorded in permutations(entries):
        grown = Chronicle("BGR")
        for entry in recorded:
            grown = grown.with_one_more(entry)
        assert list(Chronicle.of("BGR", recorded).entries) == list(grown.entries) == entries


def test_a_further_source_moves_no_event() -> None:
    first, other = report("2013-04-30", year_covered=2011), report("2013-04-30")
    more = attrs.evolve(first, citations=(*cited("2030"), *first.citations))
    entries = [Entry("BGR#1", more), Entry("BGR#2", other)]
    assert list(Chronicle.of("BGR", reversed(entries)).entries) == entries
