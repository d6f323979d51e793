"""What had happened to a state by a day, where days are known only in part: INT-0012.

Of Bulgaria's reports in 2012; whether a day is one of which the Convention asks is in `dossier.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Event
from ccm_engine.domain.dossier import Chronicle, Dossier
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    CoverageStated,
    Entry,
    ExtensionGranted,
    InitialReportSubmitted,
    MunitionsRetained,
    StockpileDeclared,
)
from ccm_engine.domain.interpretations import PartialDates
from tests.histories import happened, on

LAST_OF_MAY: Final = date(2012, 5, 31)


def declared(day: str) -> Event:
    """Declare a stock: no period is counted from it, and no limit is kept by it."""
    return happened(StockpileDeclared, day, "BGR", munitions=6909)


def reported(day: str) -> Event:
    """Submit the initial report, whose day the Convention asks for."""
    return happened(InitialReportSubmitted, day, "BGR")


def granted(until: str) -> Event:
    """Grant more time on one day, until another or one known in part."""
    return happened(ExtensionGranted, "2012-05-01", "BGR", article=3, until=on(until))


def dossier(
    *events: Event, as_of: date = LAST_OF_MAY, how: PartialDates = PartialDates.LAST_DAY
) -> Dossier:
    entries = [Entry(f"BGR#{number}", each) for number, each in enumerate(events, 1)]
    return Chronicle.of("BGR", entries).on(as_of, how)


@pytest.mark.parametrize(
    ("events", "imprecise", "inexact"),
    [
        ((), False, False),
        ((declared("2012-05-30"),), False, False),
        ((declared("2012-05"),), False, True),
        ((declared("2012-05-01/2012-06-01"),), True, True),
        ((declared("2012-06"),), False, False),
        ((declared("2012-03"), declared("2012-04")), False, True),
        ((declared("2012-03"), declared("2012-05-01/2012-06-01")), True, True),
        ((declared("2012-03-01/2012-06-01"), declared("2012-05")), True, True),
        ((reported("2012-05"),), True, True),
        ((declared("2012-03"), reported("2012-05")), True, True),
        ((reported("2012-03"), declared("2012-05")), True, True),
        ((declared("2012-03"), reported("2012-06")), False, True),
        ((granted("2013-05-01"),), False, False),
        ((granted("2013-05"),), True, True),
    ],
)
def test_a_day_decides_if_the_convention_asks_for_it_or_it_may_lie_ahead(
    events: tuple[Event, ...], imprecise: bool, inexact: bool
) -> None:
    found = dossier(*events)
    assert (found.imprecise, found.inexact) == (imprecise, inexact)


@pytest.mark.parametrize(
    ("days", "by_last", "by_first"),
    [
        (("2012-05", "2012-05-01/2012-06-15"), 1, 2),
        (("2012-03", "2012-05-01/2012-06-15"), 1, 2),
        (("2012-03-01/2012-06-15", "2012-05"), 1, 2),
        (("2012-03", "2012-05"), 2, 2),
        (("2012-03", "2012-06"), 1, 1),
        (("2012-05-31/2012-06-15",), 0, 1),
        (("2012-05-30", "2012-06-01"), 1, 1),
    ],
)
def test_each_event_has_happened_once_by_either_end_of_its_days(
    days: tuple[str, ...], by_last: int, by_first: int
) -> None:
    events = [declared(each) for each in days]
    for how, many in ((PartialDates.LAST_DAY, by_last), (PartialDates.FIRST_DAY, by_first)):
        found = [each.id for each in dossier(*events, how=how).all(StockpileDeclared)]
        assert len(found) == len(set(found)) == many


def test_what_was_done_on_the_day_of_a_new_consent_still_counts() -> None:
    retained = happened(MunitionsRetained, "2012-03-01", "BGR", munitions=10)
    whole = dossier(
        declared("2012-03"),
        reported("2012-03"),
        retained,
        happened(AnnualReportSubmitted, "2012-04-29", "BGR"),
        happened(AnnualReportSubmitted, "2012-04-30", "BGR"),
    )
    kinds = (AnnualReportSubmitted, InitialReportSubmitted)
    found = whole.since(date(2012, 4, 30), *kinds)
    assert [each.id for each in found.all(AnnualReportSubmitted)] == ["BGR#5"]
    assert found.first(InitialReportSubmitted) is None
    assert found.last(MunitionsRetained) is whole.first(MunitionsRetained)
    assert (found.stream, found.imprecise, found.inexact) == ("BGR", True, True)
    exact = dossier(declared("2012-05"), as_of=date(2012, 6, 1)).since(date(2012, 1, 1))
    assert (exact.imprecise, exact.inexact) == (False, True)


def test_how_far_the_record_reaches_holds_on_every_day_and_leaves_none_unsure() -> None:
    later = happened(CoverageStated, "2015", "BGR", provision="3(2)")
    found = dossier(later, declared("2012-05-30"))
    assert found.last(CoverageStated) is not None
    assert (found.imprecise, found.inexact) == (False, False)
