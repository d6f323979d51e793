"""All that is said of a discrepancy: both sides with their sources, the provision, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Citation, Engine, Event, Interpretation
from ccm_engine.domain.articles.article_17_entry_into_force import ART_17_2
from ccm_engine.domain.articles.article_20_withdrawal import ART_20_3
from ccm_engine.domain.events import (
    Disputed,
    DisputeResolved,
    EntryIntoForceNotified,
    Instrument,
    InstrumentDeposited,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.projections.discrepancies import Between, Difference, Discrepancy
from ccm_engine.projections.history import Fate
from tests.histories import engine_with, happened, joined, on, source

DAY: Final = date(2026, 11, 20)
COMPUTED: Final = date(2012, 9, 1)
NOTIFIED: Final = date(2011, 9, 1)


def found(engine: Engine, state: str, reading: Interpretation = PRACTICE) -> Sequence[Discrepancy]:
    return engine.on(DAY, reading=reading).discrepancies(state).found


@pytest.mark.parametrize(
    ("choice", "days", "sides"),
    [
        ("computed", (COMPUTED, NOTIFIED), ((), source())),
        ("notified", (NOTIFIED, COMPUTED), (source(), ())),
    ],
)
def test_of_honduras_the_day_that_stands_comes_first_with_its_sources(
    choice: str, days: tuple[date, date], sides: tuple[tuple[Citation, ...], ...]
) -> None:
    """INT-0009: one source misprints the year of its entry into force."""
    engine = engine_with(
        joined("HND", "2012-03-21"),
        happened(EntryIntoForceNotified, "2012-04-01", "HND", in_force_on=NOTIFIED),
    )
    reading = Interpretation.choosing({"entry_into_force_day": choice})
    assert found(engine, "HND", reading) == (
        Discrepancy(
            between=Between.COMPUTED,
            state="HND",
            event="HND#3",
            type="ccm.entry-into-force-notified.v1",
            differences=(Difference("in_force_on", *days),),
            stands=sides[0],
            otherwise=sides[1],
            provision=ART_17_2,
            why="in force on 2012-09-01: first day of the sixth month after the deposit",
        ),
    )


def test_of_lithuania_the_six_months_after_receipt_are_why() -> None:
    """Article 20(3)."""
    notice = happened(WithdrawalNotified, "2024-09-06", "LTU", effective_on=date(2025, 3, 1))
    assert found(engine_with(joined("LTU", "2011-03-24"), notice), "LTU") == (
        Discrepancy(
            between=Between.COMPUTED,
            state="LTU",
            event="LTU#3",
            type="ccm.withdrawal-notified.v1",
            differences=(Difference("effective_on", date(2025, 3, 6), date(2025, 3, 1)),),
            stands=(),
            otherwise=source(),
            provision=ART_20_3,
            why="withdrawal takes effect on 2025-03-06: six months after the depositary "
            "received it",
        ),
    )


def test_what_only_the_other_side_tells_is_nothing_on_the_side_that_stands() -> None:
    """Bulgaria would declare that it holds none, and a monitor that it holds 6,909."""
    monitor = source("a monitor")
    stock = happened(StockpileDeclared, "2012-01-01", "BGR", munitions=6909, citations=monitor)
    engine = engine_with(
        joined("BGR", "2011-04-06"),
        happened(StockpileAbsenceDeclared, "2012-01-01", "BGR"),
        happened(Disputed, "2013-01-01", target="BGR#3", alternative=stock, citations=monitor),
    )
    assert found(engine, "BGR") == (
        Discrepancy(
            between=Between.SOURCES,
            state="BGR",
            event="BGR#3",
            type="ccm.stockpile-absence-declared.v1",
            differences=(
                Difference(
                    "type", "ccm.stockpile-absence-declared.v1", "ccm.stockpile-declared.v1"
                ),
                Difference("munitions", None, 6909),
            ),
            stands=source(),
            otherwise=monitor,
            dispute="BGR#4",
        ),
    )


def test_a_dispute_dismissed_of_what_no_source_asked_tells_of_has_no_effect() -> None:
    """Of Bulgaria's deposit only the dispute, and its dismissal, had appeared by 2012."""
    appeared = (attrs.evolve(source()[0], published=on("2012-02-01")),)
    other = happened(InstrumentDeposited, "2011-05-02", "BGR", instrument=Instrument.RATIFICATION)
    about: list[Event] = [
        happened(Disputed, "2012-01-05", target="BGR#2", alternative=other, citations=appeared),
        happened(
            DisputeResolved,
            "2012-01-06",
            target="BGR#3",
            upheld=False,
            reason="a slip of the press",
            citations=appeared,
        ),
    ]
    engine = engine_with(joined("BGR", "2011-04-06"), about)
    told = engine.on(DAY, published_by=date(2012, 12, 31)).history("BGR")
    deposit, dispute, decision = told[1:]
    assert [each.fate for each in (deposit, dispute, decision)] == [
        Fate.UNTOLD,
        Fate.WITHOUT_EFFECT,
        Fate.WITHOUT_EFFECT,
    ]
    assert dispute.became == (
        "dismissed by BGR#4: a slip of the press",
        "without effect, for no source asked tells of BGR#2",
    )
