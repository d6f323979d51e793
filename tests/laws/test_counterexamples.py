"""The shortest histories that once broke a law, each kept so that it breaks none again."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Event,
    ExtensionGranted,
    HostilitiesEnded,
    InitialReportSubmitted,
    Instrument,
    InstrumentDeposited,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
)
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.testing import extension_laws, membership_laws, record_laws, standing_laws
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.histories import FOUNDERS, History
from ccm_engine.testing.under_test import in_memory

FIRST_DAY: Final = membership_laws.FIRST_DAY
DAY: Final = date(2045, 12, 31)
BGR: Final = "BGR"


def _acceded(state: str, known: str) -> Event:
    return happened(
        InstrumentDeposited,
        PartialDate.parse(known),
        state=state,
        instrument=Instrument.ACCESSION,
    )


def _others(count: int = 30, known: str = "2008-12-03") -> list[Event]:
    return [_acceded(state, known) for state in FOUNDERS[:count]]


def _history(*events: Event, others: list[Event] | None = None) -> History:
    told = (*(_others() if others is None else others), *events)
    return History(told, (BGR,), len(told))


def _told(kind: type[Event], known: str, **fields: object) -> Event:
    return happened(kind, PartialDate.parse(known), state=BGR, **fields)


class TestTheThirtiethDepositKnownInPart:
    """Article 17(1), INT-0012: whichever end of each day counts, thirty instruments are needed."""

    def test_thirty_are_counted_by_the_first_day_too(self) -> None:
        history = _history(_acceded(BGR, "../2009-01-01"), others=_others(29))
        membership_laws.entry_into_force_is_the_sixth_month(in_memory, history, date(2008, 12, 3))

    def test_the_thirtieth_is_another_if_days_count_from_their_first(self) -> None:
        others = [*_others(29), _acceded(FOUNDERS[29], "2009-01-01/2009-12-31")]
        history = _history(_acceded(BGR, "2009-06-01"), others=others)
        membership_laws.entry_into_force_is_the_sixth_month(in_memory, history, DAY)

    def test_all_that_hangs_on_it_says_so(self) -> None:
        history = _history(_acceded(BGR, "2008-12-03"), others=_others(30, "2008-10-04/2008-12-03"))
        standing_laws.otherwise_is_the_other_reading(in_memory, history, DAY)


class TestTwoThingsOfOneKindOnOneDay:
    """Nothing but the record's order tells them apart, and that must not matter."""

    @pytest.mark.parametrize(
        "pair",
        [
            (
                _told(StockpileDeclared, "2012-01-01", munitions=0),
                _told(StockpileDeclared, "2012-01-01", munitions=100),
            ),
            (
                _told(ExtensionGranted, "2016-01-01", article=3, months=12),
                _told(
                    ExtensionGranted, "2016-01-01", article=3, until=PartialDate.parse("2019-07-01")
                ),
            ),
        ],
        ids=["declarations", "grants"],
    )
    def test_the_order_of_recording_is_no_matter(self, pair: tuple[Event, Event]) -> None:
        joined = _acceded(BGR, "2008-12-03")
        one, other = pair
        history = _history(joined, one, other)
        reordered = [*history.plain[:-2], other, one]
        record_laws.order_of_recording_is_no_matter(in_memory, history, DAY, reordered)


class TestExtensionsOfWhatIsKnownInPart:
    def test_a_year_stated_never_shortens(self) -> None:
        granted = _told(ExtensionGranted, "2016-01-01", article=3, until=PartialDate.parse("2017"))
        history = _history(_acceded(BGR, "2008-12-03"), granted)
        extension_laws.an_extension_never_shortens(in_memory, history, DAY, FIRST_DAY)

    def test_hostilities_that_ended_by_a_day_keep_their_stretch(self) -> None:
        ended = _told(HostilitiesEnded, "../2010-06-01", conflict="the-war")
        granted = _told(ExtensionGranted, "2010-07-01", article=4, conflict="the-war", months=12)
        history = _history(_acceded(BGR, "2008-12-03"), ended, granted)
        extension_laws.an_extension_never_shortens(in_memory, history, DAY, FIRST_DAY)


class TestReadings:
    def test_a_report_before_joining_makes_no_annual_report_due_before_it_binds(self) -> None:
        early = _told(InitialReportSubmitted, "2009-06-01")
        history = _history(early, _acceded(BGR, "2015-01-05"))
        reading = Interpretation.choosing({"first_annual_report": "year-after-initial-submitted"})
        day = date(2016, 1, 1)
        membership_laws.nothing_is_due_before_it_binds(in_memory, history, day, reading)


class TestAfterCompletion:
    @pytest.mark.parametrize("kind", [StockpileDeclared, StockpileFound])
    def test_declaring_that_none_are_left_opens_nothing_again(self, kind: type[Event]) -> None:
        history = _history(
            _acceded(BGR, "2008-12-03"),
            _told(StockpileDestructionCompleted, "2014-01-01"),
            _told(kind, "2015-01-01", munitions=0),
        )
        duty = history.engine().on(DAY).obligation("BGR/3.2")
        assert duty.discharged_on == PartialDate.parse("2014-01-01")
