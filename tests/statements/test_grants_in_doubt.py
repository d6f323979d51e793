"""Months granted against days granted, whatever the reading of the deadline itself: INT-0008."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Interpretation, PartialDate
from ccm_engine.domain.events import ExtensionGranted, HostilitiesEnded
from ccm_engine.domain.statements.grants import grants_in_doubt
from tests.histories import engine_with, happened, on


def in_doubt(
    engine: Engine, as_of: date, choices: dict[str, str]
) -> list[tuple[str, PartialDate | None, PartialDate]]:
    """Return each grant to Germany in doubt: its event, the day stated, the day of its months."""
    point = engine.on(as_of, reading=Interpretation.choosing(choices)).point
    found = grants_in_doubt(point, "DEU")
    return [(each.extension.event, each.extension.until, each.by_months) for each in found]


@pytest.mark.parametrize(
    "choices",
    [
        {},
        {"extension_date": "computed"},
        {"extension_effect": "from-expiry"},
        {"deadline_style": "day-before"},
    ],
)
def test_each_is_counted_from_the_deadline_as_it_was_stated(choices: dict[str, str]) -> None:
    """The second follows from the first to the day; the deadline of both is still ahead."""
    engine = engine_with(
        happened(
            ExtensionGranted, "2019-09-04", "DEU", article=4, months=12, until=on("2021-07-31")
        ),
        happened(
            ExtensionGranted, "2020-03-01", "DEU", article=4, months=12, until=on("2022-07-31")
        ),
    )
    expected = [("DEU#3", on("2021-07-31"), on("2021-08-01"))]
    assert in_doubt(engine, date(2020, 7, 1), choices) == expected


@pytest.mark.parametrize(
    ("month_end", "by_months"), [("clamp", "2022-02-28"), ("roll-over", "2022-03-01")]
)
def test_a_day_that_a_month_lacks_is_as_the_reading_has_it(month_end: str, by_months: str) -> None:
    """INT-0011: six months from 31 August, ten years after the end of a conflict."""
    ended = happened(HostilitiesEnded, "2011-08-31", "DEU", conflict="a-war")
    for stated_on in ("2022-02-28", "2022-03-01"):
        granted = happened(
            ExtensionGranted,
            "2021-06-01",
            "DEU",
            article=4,
            months=6,
            until=on(stated_on),
            conflict="a-war",
        )
        found = in_doubt(engine_with(ended, granted), date(2021, 7, 1), {"month_end": month_end})
        doubts = [("DEU#4", on(stated_on), on(by_months))]
        assert found == ([] if stated_on == by_months else doubts)
