"""What some sources tell of an event: no finer day than is recorded, no source that was not asked.

Of Bulgaria's initial report, due on 29 March 2012.
"""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Final

import attrs
import pytest

from ccm_engine import Citation, Engine, Event
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import Corrected, Corroborated, Entry, InitialReportSubmitted
from tests.histories import engine_with, happened, joined, on, source

DAY: Final = date(2026, 11, 20)


def cited(published: str, gives: str | None = None) -> tuple[Citation, ...]:
    (one,) = source()
    given = None if gives is None else on(gives)
    return (attrs.evolve(one, published=on(published), gives=given),)


def reported(day: str, *citations: Citation) -> Event:
    return happened(InitialReportSubmitted, day, "BGR", citations=citations)


def engine_of(*events: Event) -> Engine:
    state = [attrs.evolve(each, citations=cited("2011")) for each in joined("BGR", "2011-04-06")]
    return engine_with(state, events)


def standing(engine: Engine, by: str | None = None) -> Event:
    """Return the report as sources that had appeared by a day tell it, or all."""
    appeared = None if by is None else date.fromisoformat(by)
    point = engine.on(DAY, published_by=appeared).point
    return point.history.chronicle("BGR").entries[-1].event


@pytest.mark.parametrize(
    ("recorded", "given", "told"),
    [
        ("2012-03-20", "../2012-03-20", "../2012-03-20"),
        ("2012-03-20", "2012-03-20/2012-04-02", "2012-03-20/2012-04-02"),
        ("2012-03", "2012-03-01", "2012-03"),
        ("2012-03", "2012-03-31", "2012-03"),
        ("2012-03", "2012-03-20", "2012-03"),
        ("2012-03", "2012", "2012"),
    ],
)
def test_a_source_makes_a_day_coarser_and_never_finer_than_it_is_recorded(
    recorded: str, given: str, told: str
) -> None:
    report = reported(recorded, *cited("2013", given), *cited("2015"))
    engine = engine_of(report)
    assert standing(engine, "2014-01-01").occurred_on == on(told)
    assert standing(engine, "2016-01-01").occurred_on == on(recorded)


def test_two_sources_together_tell_of_the_days_both_can_mean() -> None:
    engine = engine_of(
        reported("2012-03-20", *cited("2013", "../2012-03-25"), *cited("2013", "2012"))
    )
    assert standing(engine, "2014-01-01").occurred_on == on("2012-01-01/2012-03-25")


def test_a_correction_says_what_its_sources_asked_say() -> None:
    """The one of 2013 gives the month alone, the one of 2015 the day."""
    vague, exact = cited("2013", "2012-01"), cited("2015")
    right = reported("2012-01-20", *vague, *exact)
    corrected = happened(
        Corrected,
        "2013-06-01",
        target="BGR#3",
        replacement=right,
        reason="misread",
        citations=cited("2013"),
    )
    engine = engine_of(reported("2012-01-27", *cited("2012")), corrected)
    assert standing(engine, "2014-01-01") == attrs.evolve(
        right, citations=vague, occurred_on=on("2012-01")
    )
    assert standing(engine, "2016-01-01") == right


def test_a_corroboration_adds_its_source_behind_those_of_the_event() -> None:
    report = reported("2012-01-27", *cited("2012"))
    further = happened(Corroborated, "2013-01-01", target="BGR#3", citations=cited("2013"))
    assert standing(engine_of(report, further)) == attrs.evolve(
        report, citations=(*cited("2012"), *cited("2013"))
    )


def test_a_corroboration_adds_no_source_that_had_not_appeared() -> None:
    report = reported("2012-01-27", *cited("2012"))
    both = (*cited("2013"), *cited("2020"))
    further = happened(Corroborated, "2013-01-01", target="BGR#3", citations=both)
    engine = engine_of(report, further)
    assert standing(engine, "2014-01-01").citations == (*cited("2012"), *cited("2013"))
    assert standing(engine, "2021-01-01").citations == (*cited("2012"), *both)


def test_what_several_say_alike_stands_in_the_same_order_however_it_was_recorded() -> None:
    entries = [
        Entry[Event](f"BGR#{number}", reported("2012-01-27", *cited(year)))
        for number, year in enumerate(("2012", "2013", "2014"), 1)
    ]
    for recorded in permutations(entries):
        assert Chronicle.of("BGR", recorded).entries == tuple(entries)
        grown = Chronicle("BGR")
        for entry in recorded:
            grown = grown.with_one_more(entry)
        assert grown.entries == tuple(entries)
