"""What is said in a line of a duty that runs, of an event, and of what is no event."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Event, Overlay
from ccm_engine.domain.events import (
    AssistanceReceived,
    ContaminationDeclared,
    CoverageStated,
    Disputed,
    ExtensionGranted,
    Instrument,
    InstrumentDeposited,
    StockpileDeclared,
    StockpileDestroyed,
)
from ccm_engine.domain.explanations import in_words, standing_line
from ccm_engine.errors import MalformedEventError
from tests.histories import engine_with, happened, joined, owed


@pytest.mark.parametrize(
    ("as_of", "line"),
    [
        ("2011-09-30", "not yet binding"),
        ("2012-03-29", "pending"),
        ("2012-03-30", "overdue"),
    ],
)
def test_a_duty_that_was_not_discharged_has_no_day_behind_it(as_of: str, line: str) -> None:
    assert standing_line(owed(engine_with(joined("BGR", "2011-04-06")), "BGR/7.1", as_of)) == line


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=12, meeting="9MSP"),
            "extension granted: article 3, months 12, meeting 9MSP",
        ),
        (
            happened(StockpileDestroyed, "2012-01-01", "BGR", munitions=6905, note="a note"),
            "stockpile destroyed: munitions 6,905",
        ),
        (happened(StockpileDeclared, "2012-01-01", "BGR"), "stockpile declared"),
        (
            happened(InstrumentDeposited, "2011-04-06", "BGR", instrument=Instrument.RATIFICATION),
            "instrument deposited: ratification",
        ),
        (
            happened(ContaminationDeclared, "2013", "LAO", suspected_m2=8_470_000, areas=1_500),
            "contamination declared: suspected m2 8,470,000, areas 1500",
        ),
        (happened(AssistanceReceived, "2019", "LBN"), "assistance received"),
        (
            happened(AssistanceReceived, "2019", "LBN", given_by=("NOR", "CHE")),
            "assistance received: given by NOR, CHE",
        ),
        (
            happened(CoverageStated, "2020-09-28", provision="4.1a", reaches=date(2019, 12, 31)),
            "coverage stated: provision 4(1)(a), reaches 2019-12-31",
        ),
        (
            happened(
                Disputed,
                "2012-01-01",
                target="BGR#2",
                alternative=happened(
                    InstrumentDeposited, "2011-05", "BGR", instrument=Instrument.APPROVAL
                ),
            ),
            "disputed: target BGR#2, alternative [instrument deposited: approval, 2011-05]",
        ),
    ],
)
def test_an_event_is_told_by_what_it_holds(event: Event, words: str) -> None:
    """Its state, its day and its sources are told elsewhere."""
    assert in_words(event) == words


def test_what_is_no_event_cannot_be_supposed() -> None:
    with pytest.raises(MalformedEventError) as refused:
        Overlay.of([date(2020, 1, 1)])  # type: ignore[list-item]  # the mistake itself
    assert str(refused.value) == (
        "suppose events: datetime.date(2020, 1, 1) is no event; give events"
    )
