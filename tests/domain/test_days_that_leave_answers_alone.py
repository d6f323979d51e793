"""An answer holds on every day that changes nothing of it, and is not derived again there."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Event
from ccm_engine.domain.dossier import Chronicle
from ccm_engine.domain.events import Entry, ExtensionGranted, StockpileDeclared, UseReported
from ccm_engine.domain.holding import WatchedDay
from ccm_engine.domain.interpretations import PartialDates
from tests.histories import called, engine_with, happened, joined, on

DAY: Final = date(2020, 9, 28)


def test_a_day_that_lies_before_another_holds_up_to_the_eve_of_it() -> None:
    watched = WatchedDay.of(DAY)
    assert watched < date(2020, 10, 1)
    held = watched.holding(None)
    assert (held.first, held.last) == (date.min, date(2020, 9, 30))


def test_a_day_compares_with_itself_alike_whichever_day_it_is() -> None:
    watched = itself = WatchedDay.of(DAY)
    compared = (watched < itself, watched <= itself, watched > itself, watched >= itself)
    assert compared == (False, True, False, True)
    held = watched.holding(None)
    assert (held.first, held.last) == (date.min, date.max)


def test_what_had_happened_by_the_last_day_it_can_mean_has_happened_ever_after() -> None:
    """Counted from the first day, too: by then nothing of it is open."""
    declared = happened(StockpileDeclared, "2012-05", "BGR", munitions=6909)
    chronicle = Chronicle.of("BGR", [Entry("BGR#1", declared)])
    watched = WatchedDay(2012, 5, 31)
    held = watched.holding(chronicle.on(watched, PartialDates.FIRST_DAY))
    assert len(held.value.all(StockpileDeclared)) == 1
    assert (held.first, held.last) == (date(2012, 5, 31), date.max)


@pytest.mark.parametrize(
    "event",
    [
        happened(StockpileDeclared, "2010-05", "NOR", munitions=7),
        happened(ExtensionGranted, "2010-12-01", "NOR", article=3, until=on("2019-08-01")),
        attrs.evolve(called("2MSP", "2011-02-01"), occurred_on=on("2011-02-01/2011-06-30")),
    ],
    ids=lambda event: type(event).__name__,
)
def test_the_first_day_that_a_later_instrument_of_another_state_can_mean(event: Event) -> None:
    """After the thirtieth it changes nothing of what Norway owes, whatever else is on record."""
    lithuania = joined("LTU", "2011-03-24/2011-04-10")
    engine = engine_with(lithuania, event)
    eve, first = (tuple(engine.on(date(2011, 3, day)).point.obligations("NOR")) for day in (23, 24))
    assert eve
    assert list(map(id, eve)) == list(map(id, first))


def test_where_a_use_in_that_state_is_on_record_it_may_change_what_is_owed() -> None:
    """Article 4(4): on the first day that the instrument can mean, the answer is asked for anew."""
    used = happened(UseReported, "2006-08-01", "NOR", on_territory_of=("LTU",))
    engine = engine_with(joined("LTU", "2011-03-24/2011-04-10"), used)
    eve, first = (tuple(engine.on(date(2011, 3, day)).point.obligations("NOR")) for day in (23, 24))
    assert not set(map(id, eve)) & set(map(id, first))
